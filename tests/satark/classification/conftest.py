"""A small model, trained once on messages of every intent and offence from the beginnings of the real training data."""

from collections.abc import Sequence

import pytest
import yaml

from satark.classification import Example, MessageModel
from satark.settings import ROOT
from satark.text import normalise

_NO_OFFENCES_KNOWN = {"inform", "correct"}
_FROM_A_BLOCK = 8
_LARGE = 60  # messages of a block: those of a single offence, and of the intents without one


def _blocks() -> list[tuple[str, list[str] | None, list[str]]]:
    found = []
    for file in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            if "intent" in block:
                offences = (block.get("metadata") or {}).get("offences")
                texts = [line[2:] for line in block["examples"].splitlines() if line.startswith("- ")]
                found.append((block["intent"], offences, texts))
    return found


@pytest.fixture(scope="session")
def examples() -> list[Example]:
    """Messages of the blocks with a single offence and of the large blocks without one."""
    taken: list[Example] = []
    for intent, offences, texts in _blocks():
        if len(texts) < _LARGE:
            continue
        unknown = offences is None and intent in _NO_OFFENCES_KNOWN
        labels = None if unknown else frozenset(offences or ())
        taken += [Example(normalise(text), intent, labels) for text in texts[:_FROM_A_BLOCK]]
    return taken


@pytest.fixture(scope="session")
def model(examples: Sequence[Example]) -> MessageModel:
    """Trained on them."""
    made = MessageModel()
    made.fit(examples)
    return made
