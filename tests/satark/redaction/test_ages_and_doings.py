"""Children whose age stands beside their name, kin told by their own doings, those who only stand against wrong, and
numbers that dirty messages come from."""

from __future__ import annotations

import pytest

from satark.redaction import redact
from satark.redaction.accused import accused, accused_again
from satark.redaction.anothers import anothers
from satark.redaction.names import name_cuts
from satark.redaction.owners import owners
from satark.redaction.passage import Passage


def _named(text: str, found: set[int]) -> set[str]:
    passage = Passage(text)
    return {passage.quote(at, at + 1) for at in found}


def _victims(text: str) -> set[str]:
    passage = Passage(text)
    return {text[cut.start : cut.end] for cut in name_cuts(passage) if cut.tag == "[victim name]"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chanda naam ki 15 saal ki ladki ko Delhi le gaye", {"Chanda"}),
        ("Sonu aur Monu naam ke 11-12 saal ke bachche bhatthe par eent dhote hain", {"Sonu", "Monu"}),
        ("three girls, Chanda (12), Basanti (13) and Munni (15), were sold", {"Chanda", "Basanti", "Munni"}),
        ("Lalita ke sath Ganesh aur Mukesh ne galat kaam kiya", {"Lalita"}),
        ("thekedar 9 saal ke Sonu aur uski behan se eent dhulwata hai", {"Sonu"}),
        ("Ramesh (45) aur Dinesh (38) tiraha par jua khelte hain", set()),
        ("Chanda naam ki 34 saal ki aurat dhandha karati hai", set()),
    ],
)
def test_children_by_their_age(text: str, names: set[str]) -> None:
    assert _victims(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "hamare mausa Dinanath Rai roz raat 11 se 3 baje JCB se talab ki mitti khodwa ke daru bechte hain",
            "Dinanath",
        ),
        ("मेरा चचेरा भाई पवन कुमार चोरी की साइकिलें बेचता है", "पवन"),
        ("मुझे मेरे पति गणेश साहू ने कल शाम को पीट कर घर से निकाल दिया", "गणेश"),
        ("मेरे सगे चाचा रामदुलार और भाई पंकज ने मेड़ के झगड़े में मुझे और मेरी पत्नी को लाठी से मारा", "रामदुलार"),
        ("मेरे मामा गणेश और उनके लड़के बबलू ने पट्टीदार को मार के नहर में फेंक दिया", "गणेश"),
        ("hamar marad Ganesh bhi ohi jagah jua khelela", "Ganesh"),
    ],
)
def test_kin_told_by_their_own_doings(text: str, name: str) -> None:
    assert name in _named(text, accused_again(Passage(text)) | accused(Passage(text)))


@pytest.mark.parametrize(
    "text",
    [
        "mere bhai Ganesh ganja bechne walon ko rokte hain",
        "mera bhatija Pawan jis ladke ke saath padhta hai wo charas bechta hai",
        "mera beta Pawan us dukan par gaya tha jahan ganja bechte hain",
        "mujhe mere bhai Ganesh ne bataya ki Kallu ne use peeta",
        "mere bhai Ganesh aur unke dost Pawan ne sharabiyon se ladki ko bachaya",
        "meri saas ne mitti ka tel daala, mujhe mere bhai Ganesh ne kheench kar nikala",
    ],
)
def test_kin_who_do_no_wrong(text: str) -> None:
    assert not _named(text, accused(Passage(text))) & {"Ganesh", "Pawan"}


def test_who_was_caught() -> None:
    text = "jebkatra bheed me pakda gaya, naam Ganesh"
    assert "Ganesh" in _named(text, anothers(Passage(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Ganesh keeps sending dirty messages to my sister from 9800012345",
        "parchi par 9800012345 likha hai, usi par paisa mangta hai",
        "9800012345, a man on it asks for the bank OTP",
    ],
)
def test_numbers_of_others(text: str) -> None:
    assert {owned.owner for owned in owners(Passage(text))} == {"other"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mere jija Pawan daru bechne walon ko rokte hain", "Pawan"),
        ("मेरे दादा शिवमूरत जुआ खेलने वालों का विरोध करते हैं", "शिवमूरत"),
        ("hamar bhai Pintu daru beche walan ke roklan", "Pintu"),
        ("my son Pawan stopped the men who sell ganja", "Pawan"),
    ],
)
def test_kin_who_stand_against_it_are_named_to_nobody(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    "text", ["mera bhai Pawan ganja bechne wala hai", "mera devar Pawan ganja bechne walon ke saath hai"]
)
def test_kin_among_them_stay_named(text: str) -> None:
    assert name_cuts(Passage(text)) == []
