"""A file in which something stands twice, or that is no YAML, is refused in one sentence that says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from satark.settings import ROOT
from satark.tables import TableError, read_table, read_words

FILES = sorted(
    [*(ROOT / "data").rglob("*.yml"), ROOT / "domain.yml", ROOT / "range.yml", *(ROOT / "dashboard").glob("*.yml")]
)


def _file(folder: Path, text: str) -> Path:
    path = folder / "words.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_are_read_as_they_are_written(tmp_path: Path) -> None:
    path = _file(tmp_path, "a: [no, on, 12]\n")
    assert read_words(path) == {"a": ["no", "on", "12"]}
    assert read_table(path) == {"a": [False, True, 12]}


@pytest.mark.parametrize("read", [read_table, read_words])
def test_what_stands_twice_is_named_with_its_line(tmp_path: Path, read: object) -> None:
    path = _file(tmp_path, "outer:\n  raat: [night]\n  din: [day]\n  raat: [rat]\n")
    with pytest.raises(TableError, match=r"words\.yml, line 2: 'raat' stands here twice\."):
        read(path)  # type: ignore[operator]


@pytest.mark.parametrize("text", ["a: [1, 2", "a: b: c", "\t- x"])
def test_what_is_no_yaml_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(TableError, match=r"words\.yml, line [12]: \w"):
        read_table(_file(tmp_path, text))


def test_letters_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "words.yml"
    path.write_bytes(b"a: \xff\xfe")
    with pytest.raises(TableError, match=r"words\.yml: "):
        read_table(path)


@pytest.mark.parametrize("path", [file for file in FILES if "nlu" not in file.parts], ids=lambda path: path.name)
def test_nothing_stands_twice_in_the_projects_own_files(path: Path) -> None:
    assert read_table(path)
    assert read_words(path)
