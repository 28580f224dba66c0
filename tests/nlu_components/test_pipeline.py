"""Every component of config.yml together: the shapes of the contract, for any text."""

from typing import Any

import pytest

from nlu.contract import reading_of
from satark.text import LONGEST_MESSAGE

FIELDS = {
    "id",
    "language",
    "intent",
    "offences",
    "tense",
    "when",
    "place",
    "route",
    "vehicles",
    "phones",
    "redacted_text",
    "identity_risks",
}
ODD = [
    "",
    "🙂",
    "👩‍👩‍👧‍👦",
    "\u202eसलाम\u202c",
    "السلام عليكم، سرقوا دراجتي",
    "שלום",
    "/report_offence",
    '/inform{"place": "x"}',
    "{{7*7}}<script>alert(1)</script>",
    "' OR 1=1 --",
    "\x00\x07",
    "a" * LONGEST_MESSAGE,
    "kal raat chori hui " * (LONGEST_MESSAGE // 19),
    "रात में जुआ " * (LONGEST_MESSAGE // 12),
]


@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text[:20]))
def test_any_text_gets_a_reading_of_the_contract(read: Any, text: str):
    reading = reading_of(read(text), "7")
    assert set(reading) == FIELDS
    assert reading["id"] == "7"
    assert reading["language"] in {"hi", "en", "hi-Latn"}
    assert 0 <= reading["intent"]["confidence"] <= 1 and reading["intent"]["name"]
    assert reading["tense"] in {"happened", "ongoing", "planned", "recurring", None}
    for name in ("offences", "vehicles", "phones", "identity_risks"):
        assert isinstance(reading[name], list)
    for offence in reading["offences"]:
        assert set(offence) == {"type", "confidence", "text"}


def test_a_report_is_read_whole(read: Any):
    reading = reading_of(read("kal raat 11 baje Jaunpur me bike UP62AT1234 chori ho gayi"))
    assert reading["intent"]["name"] == "report_offence"
    assert [offence["type"] for offence in reading["offences"]] == ["theft"]
    assert "chori" in reading["offences"][0]["text"]
    assert reading["when"]["from"] == "2026-07-13T23:00:00+05:30"
    assert reading["tense"] == "happened"
    assert reading["place"]["district"] == "jaunpur"


def test_words_of_the_reporter_are_gone_before_anything_is_read(read: Any):
    raw = read("mera number 9000000001 hai, gaon me juaa hota hai")
    assert "9000000001" not in str(raw)
    assert raw["text"].startswith("mera number [")


def test_the_ranking_is_as_long_as_configured_and_begins_with_the_intent(read: Any):
    raw = read("namaste")
    assert raw["intent_ranking"][0] == raw["intent"]
    assert len(raw["intent_ranking"]) == 5
    chances = [entry["confidence"] for entry in raw["intent_ranking"]]
    assert chances == sorted(chances, reverse=True)


def test_both_scripts_are_one_text_to_the_pipeline(read: Any):
    latin, devanagari = reading_of(read("gaon me jua hota hai roz")), reading_of(read("गांव में जुआ होता है रोज"))
    assert latin["language"] == "hi-Latn" and devanagari["language"] == "hi"
    assert latin["intent"]["name"] == devanagari["intent"]["name"] == "report_offence"
    assert [offence["type"] for offence in latin["offences"]] == ["gambling"]
    assert [offence["type"] for offence in devanagari["offences"]] == ["gambling"]
    assert latin["tense"] == devanagari["tense"] == "recurring"


@pytest.mark.parametrize(
    "text", ["kuttupur", "Kuttupur me", "mahuwari", "sarai khwaja thana", "सुइथाकला", "it was in Kerakat"]
)
def test_a_place_alone_informs_and_tells_of_no_offence(read: Any, text: str):
    reading = reading_of(read(text))
    assert reading["place"]["name"]
    assert reading["intent"]["name"] == "inform"
    assert reading["offences"] == []


def test_a_place_with_an_offence_is_a_report(read: Any):
    reading = reading_of(read("kuttupur me roz juaa hota hai"))
    assert reading["intent"]["name"] == "report_offence"
    assert [offence["type"] for offence in reading["offences"]] == ["gambling"]
