"""Short answers that were taken for a correction."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from nlu.answers import NothingCorrected


def _read(text: str) -> str:
    message = Message(data={"text": text, "intent": {"name": "correct", "confidence": 0.8}})
    NothingCorrected().process([message])
    return str(message.get("intent")["name"])


@pytest.mark.parametrize(
    "text", ["parso dhamka gaya tha", "हफ्ते भर पहले कह रहा था", "it was told to us on Friday", "char log the usme"]
)
def test_what_holds_no_word_of_correcting_tells_something_new(text: str) -> None:
    assert _read(text) == "inform"


@pytest.mark.parametrize(
    "text",
    [
        "kal nahi parso ki baat hai",
        "समय गलत लिख गया, रात के ग्यारह",
        "I meant Friday evening",
        "*Kerakat",
        "Badlapur -> Kerakat",
        "sorry, four of them",
        "jo baat maine kal batayi thi usme teen log nahi the, do hi log aaye the mote se",
    ],
)
def test_a_correction_stays_one(text: str) -> None:
    assert _read(text) == "correct"
