"""A small model, trained once on messages of every intent and offence from the beginnings of the real training data."""

from collections.abc import Sequence

import pytest

from satark.classification import Example, MessageModel
from satark.corpus import blocks
from satark.text import normalise

_NO_OFFENCES_KNOWN = {"inform", "correct"}
_FROM_A_BLOCK = 8
_LARGE = 60  # messages of a block: those of a single offence, and of the intents without one


@pytest.fixture(scope="session")
def examples() -> list[Example]:
    """Messages of the blocks with a single offence and of the large blocks without one."""
    taken: list[Example] = []
    for intent, metadata, texts in blocks():
        if len(texts) < _LARGE:
            continue
        offences = (metadata or {}).get("offences")
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
