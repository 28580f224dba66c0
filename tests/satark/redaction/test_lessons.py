"""Marked messages become the same lessons however they are shared out, and each word's label is what was marked."""

from __future__ import annotations

from pathlib import Path

from satark.redaction import lessons
from satark.redaction.marked import Marked, marked_files
from satark.redaction.network import LABELS

LINES = """\
mai {Bechan} hu, gaon {Tulsipur}, <Lallan> juaa khelata hai
मेरा नंबर {9000000017} है, <उसका> ठेका <तालाब के पास> है
my house is {opposite the blue mosque} and <two men> sell packets there
daru bikti hai roz shaam ko
"""


def _messages(folder: Path) -> list[Marked]:
    (folder / "some.txt").write_text(LINES, encoding="utf-8")
    return marked_files(folder)


def test_shared_out_they_are_the_same(tmp_path: Path) -> None:
    messages, reports = _messages(tmp_path), ["chori hui kal raat", "बाइक चोरी हो गई"]
    whole = lessons._together([lessons._of_marked(messages), lessons._of_reports(reports)])
    for parts in (
        [lessons._of_marked(messages[:1]), lessons._of_marked(messages[1:]), lessons._of_reports(reports)],
        [lessons.lessons_of(messages, reports)],
    ):
        together = lessons._together(parts)
        assert together.inputs == whole.inputs and together.words == whole.words
        assert len(together.lessons) == len(whole.lessons)
        for one, other in zip(together.lessons, whole.lessons, strict=True):
            assert all((mine == theirs).all() for mine, theirs in zip(one, other, strict=True))


def test_of_nothing_there_is_nothing_to_learn() -> None:
    assert lessons.lessons_of([], []) == lessons.Lessons([], [], [])


def test_what_is_marked_is_learnt_and_what_was_cut_is_read_as_its_tag(tmp_path: Path) -> None:
    shown = [list(lessons._examples_of(message)) for message in _messages(tmp_path)]
    assert [len(examples) for examples in shown] == [3, 2, 2, 1]  # two cuts in the first, none in the last
    whole, after_one, after_all = (
        ({passage.quote(at, at + 1): label for at, label in enumerate(labels)}, passage.text)
        for passage, labels in shown[0]
    )
    assert whole[0]["Bechan"] == whole[0]["Tulsipur"] == "B" and whole[0]["Lallan"] == "E" and whole[0]["juaa"] == "O"
    assert after_one[0]["Tulsipur"] == "B" and "Bechan" not in after_one[1] and "[reporter name]" in after_one[1]
    assert "B" not in after_all[0].values() and after_all[0]["Lallan"] == "E" and "Tulsipur" not in after_all[1]
    assert {label for _, labels in shown[1] for label in labels} <= set(LABELS)
    assert "[reporter phone]" in shown[1][1][0].text
