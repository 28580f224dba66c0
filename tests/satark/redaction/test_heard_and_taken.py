"""What was taken is the reporter's, what a caller used is not; threats told again name the reporter's children; firms
called one's own; names that are places."""

from __future__ import annotations

import pytest

from satark.redaction import redact
from satark.redaction.anothers import anothers
from satark.redaction.firms import firm_cuts
from satark.redaction.grammar import opinion
from satark.redaction.owners import owners
from satark.redaction.passage import Passage

REPORTERS = [
    "mere gramin bank khate 3011 4420 097 se 14,300 rupaye nikal gaye",
    "मेरे बैंक ऑफ इंडिया के खाते 30114420097 से 9 हजार कट गए",
    "मेरे ग्रामीण बैंक खाते 3011 4420 097 से 27,300 रुपये निकल गए",
    "babuji ki pension khata 30114420097 se kisi ne 4 hazar nikala",
    "दादी सुगिया का खाता 30114420097 खाली कर दिया",
    "mobile me 9876500111 wala sim tha",
    "uska number 9876500222 hai, mera wala 9876500111",
    "मोबाइल 9876500111 से शिकायत की थी, क्या हुआ",
    "mere khate se gaya hai upi pankaj.test@ybl",
    "paid 6000 from pankaj.test@ybl already",
    "subah SBI ke bahar apni splendor UP62 BX 1010 khadi kiya, laute to gayab",
    "Our car is a white WagonR, UP62 BX 1010",
    "bike chori ho gayi meri, splendor UP62 BX 1010 bazar se",
    "splendor stolen from outside the bank. UP62 BX 1010, its mine",
    "mera e-rickshaw UP62 ET 1010 thane me khada kara liya",
]
OTHERS = [
    "mere aage pickup UP62 BX 2020 me bail bhare the",
    "do dumper aate hai, ek ka number UP62 BX 2020 hai",
    "12 hazar main UPI rocky.test@upx pe de chuka hun",
    "gaay katne wali gadi ka number UP62 BX 2020 hai",
]


def _number(text: str) -> list[str]:
    return [owned.owner for owned in owners(Passage(text))]


@pytest.mark.parametrize("text", REPORTERS)
def test_what_was_taken_is_the_reporters(text: str) -> None:
    assert _number(text)[-1] == "reporter"


@pytest.mark.parametrize("text", OTHERS)
def test_what_another_drives_or_was_paid_on_is_his(text: str) -> None:
    assert _number(text) == ["other"]


def test_papers_of_a_kin_told_by_a_pronoun_are_masked() -> None:
    assert _number("papa ka naam Harihar hai, unka account 30114420097 khali ho gaya") == ["unknown"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bola do lakh do nahi to tumhare bete Aman ko utha lenge", "Aman"),
        ("तुम्हारी बेटी पिंकी स्कूल से घर नहीं पहुंचेगी", "पिंकी"),
        ("said your daughter Pinki will not reach home", "Pinki"),
        ("Lalchand Yadav is my name and my shop is near", "Lalchand Yadav"),
        ("hum gaadi chalane wale aadmi hain, naam Kamta, kisi ko mat batana", "Kamta"),
    ],
)
def test_names_told_of_the_reporters_own(text: str, name: str) -> None:
    passage = Passage(text)
    assert name in {text[cut.start : cut.end] for cut in opinion(passage).cuts}


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("'शिवम मोबाइल' नाम से मेरी दुकान है", "शिवम मोबाइल"),
        ("They stop for tea at Annapurna, which is my dhaba", "Annapurna"),
        ("raat me mere Raja Dhaba par chaar ladke aaye", "Raja Dhaba"),
        ("रात में प्रार्थी की दुकान जायसवाल खाद भंडार का ताला टूटा", "जायसवाल खाद भंडार"),
        ("Gopal Medical mera hi hai wahi se dikhta hai", "Gopal Medical"),
    ],
)
def test_a_firm_called_ones_own(text: str, firm: str) -> None:
    assert firm in {text[cut.start : cut.end] for cut in firm_cuts(Passage(text))}


def test_the_father_of_the_accused_is_told_with_him() -> None:
    text = "ek ko pehchanta hu, Naseem putra Shabbir"
    passage = Passage(text)
    assert {"Naseem", "Shabbir"} <= {passage.quote(at, at + 1) for at in anothers(passage)}


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Rari Kalan, on the way from Badlapur: the tyre man sells country pistols there", "Rari Kalan"),
        ("mera beta Polytechnic Chauraha par chaat lagata hai, wahin ladke hafta mangte hai", "Polytechnic Chauraha"),
        ("Maa Durga Dhaba ke piche kamro me ladkiya rakhi hai, kharid ke layi gayi hai", "Durga Dhaba"),
        ("thekedar Guddu Patel. chowki ka sipahi Manoj do hazar leta hai, main yahan ka lekhpal hu", "Guddu Patel"),
    ],
)
def test_places_and_firms_are_nobodys_names(text: str, stays: str) -> None:
    assert stays in redact(text).text


def test_a_number_of_which_nobody_tells_whose_it_is_is_masked_in_a_text_too_long_for_the_tagger() -> None:
    assert "[phone]" in redact("mobile " + "aloo, " * 3_100 + "98765 43210").text
