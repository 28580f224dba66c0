"""Before minutes of training a slip in the data is named with its file."""

from pathlib import Path

import pytest

from satark import training

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
        ("nlu:\n  - examples: |\n      - hello ji\n", "no intent ''"),
        (
            "nlu:\n  - intent: inform\n    metadata: {offences: [gambling, gamblng]}\n    examples: |\n      - juaa\n",
            "no offence 'gamblng'",
        ),
        ("nlu:\n  - intent: [greet\n", "expected"),
        ("- hello ji\n", "no training data"),
    ],
)
def test_a_slip_in_the_data_is_named(data: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "ROOT", _project(tmp_path, data))
    with pytest.raises(training.TrainingFailed, match=named) as told:
        training._check_labels()
    assert "talk.yml" in str(told.value)


def test_good_data_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "ROOT", _project(tmp_path, GOOD))
    training._check_labels()


def test_the_data_that_is_here_passes() -> None:
    training._check_labels()
