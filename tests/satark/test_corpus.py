"""Before minutes of training a slip in the data is named with its file."""

from pathlib import Path

import pytest

from satark import corpus

DOMAIN = "intents:\n  - greet: {use_entities: []}\n  - inform\n"
GOOD = "nlu:\n  - intent: greet\n    examples: |\n      - namaste\n"


def _project(folder: Path, data: str) -> Path:
    (folder / "data" / "nlu").mkdir(parents=True)
    (folder / "domain.yml").write_text(DOMAIN, encoding="utf-8")
    (folder / "data" / "nlu" / "good.yml").write_text(GOOD, encoding="utf-8")
    (folder / "data" / "nlu" / "talk.yml").write_text(data, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("nlu:\n  - intent: greeet\n    examples: |\n      - hello ji\n", "no intent 'greeet'"),
        ("nlu:\n  - examples: |\n      - hello ji\n", "a block has an intent"),
        ("nlu:\n  - intent: inform\n    example: |\n      - hello ji\n", "a block has an intent"),
        ("nlu:\n  - intent: inform\n    examples: [hello ji]\n", "the block of 'inform'"),
        ("nlu:\n  - intent: inform\n    examples: |\n      hello ji\n", "after a dash"),
        ("nlu:\n  - intent: inform\n    examples: |\n      - \n", "after a dash"),
        ("nlu:\n  - intent: inform\n    examples: |\n      - ji\n    examples: |\n      - ha\n", "stands here twice"),
        (
            "nlu:\n  - intent: inform\n    metadata: {offences: [gambling, gamblng]}\n    examples: |\n      - juaa\n",
            "no offence 'gamblng'",
        ),
        ("nlu:\n  - intent: [greet\n", "expected"),
        ("- hello ji\n", "no training data"),
    ],
)
def test_a_slip_in_the_data_is_named(data: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "ROOT", _project(tmp_path, data))
    with pytest.raises(corpus.CorpusError, match=named) as told:
        corpus.check()
    assert "talk.yml" in str(told.value)


def test_a_message_is_what_stands_after_its_dash(tmp_path: Path) -> None:
    file = tmp_path / "talk.yml"
    file.write_text(GOOD + "      - - kal   wahi [subah] aana  \n", encoding="utf-8")
    assert corpus.blocks_of(file) == [corpus.Block("greet", None, ["namaste", "- kal   wahi [subah] aana"])]


def test_good_data_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "ROOT", _project(tmp_path, GOOD))
    corpus.check()


def test_the_data_that_is_here_passes() -> None:
    corpus.check()
