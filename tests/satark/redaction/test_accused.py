"""Kin who are accused are named; kin who only suffer, see or tell are not."""

from __future__ import annotations

import pytest

from satark.redaction import redact
from satark.redaction.accused import accused
from satark.redaction.grammar import opinion
from satark.redaction.lexicon import lexicon
from satark.redaction.owners import owners
from satark.redaction.passage import Passage

DOERS = [
    ("asli dalal mera chacha Harihar hai", "Harihar"),
    ("sarghana mere mama Shivnath hai, wahi gaay bhejta hai", "Shivnath"),
    ("katta bechne wala hamar sala Chhotu ha", "Chhotu"),
    ("jo log chori karte hai unme se ek mera mausera bhai Golu hai", "Golu"),
    ("juaa khilwane me mere devar Pintu ka bhi haath hai", "Pintu"),
    ("gaanja ke is kaam me mera bhai Suraj bhi shamil hai", "Suraj"),
    ("ye sab mera jeth Ramdhani karwata hai", "Ramdhani"),
    ("balu ka dhandha mere jija Mukesh chalate hai", "Mukesh"),
    ("goli mere bhatije Rinku ne chalayi thi", "Rinku"),
    ("दारू का धंधा मेरे ही भाई सोनू का है", "सोनू"),
    ("सरगना मेरा मामा शिवकुमार है", "शिवकुमार"),
    ("they sell ganja at night. my brother Rohit is with them", "Rohit"),
    ("my cousin Monu is one of the four who will loot the pump", "Monu"),
    ("It was my brother in law Santosh who cut the cow", "Santosh"),
    ("My own nephew Ravi is their leader, they steal bikes", "Ravi"),
]
OTHERS = [
    "mere bhai Suresh ko un logo ne mara",
    "mera beta Shubham ne mana kiya to sir phod diya",
    "Bhullu ne mere bhai Nandlal ka haath toda",
    "jo aurat jal ke mari wo meri mausi Shanti thi",
    "one of them is my sister in law Rupa who was troubled",
    "report karne wala Munna Yadav",
    "mere bade bhai, Shankar, goli Vipin ne chalayi",
    "my uncle Prakash rode behind the thieves",
    "mere pati Raju ko daru pilakar loot liya",
    "mera bhai Golu bhi wahi tha jab goli chali",
    "chor ne mere bhai Anil ko dhakka diya",
    "my brother Suresh was beaten by the four",
    "मेरे जीजा रंगलाल को गैंग ने धमकाया",
]


@pytest.mark.parametrize(("text", "name"), DOERS)
def test_kin_said_to_be_the_doers_are_named(text: str, name: str) -> None:
    passage = Passage(text)
    assert name in {passage.quote(at, at + 1) for at in accused(passage)}


@pytest.mark.parametrize("text", OTHERS)
def test_kin_who_suffer_or_see_are_not(text: str) -> None:
    assert not accused(Passage(text))


def test_what_is_evidence_once_is_proposed_by_no_rule_where_it_stands_again() -> None:
    text = "devar Chhotu ne kal gas wale ladke se maarpeet ki, uska haath toot gaya. main Chhotu ki bhabhi hoon"
    assert not [cut for cut in opinion(Passage(text)).cuts if "Chhotu" in text[cut.start : cut.end]]


@pytest.mark.parametrize(
    ("typed", "meant"), [("hm", "hum"), ("hmara", "hamara"), ("mri", "meri"), ("nm", "naam"), ("ghr", "ghar")]
)
def test_words_without_their_vowels_are_read_as_what_they_stand_for(typed: str, meant: str) -> None:
    assert lexicon().classes(typed) == lexicon().classes(meant)


def test_my_number_is_mine_though_my_kin_are_told_of_before() -> None:
    text = (
        "दहेज के लिए मेरी बहन रेखा को ससुराल वाले मारते हैं। ससुर का नाम हरिलाल, पति का नाम पंकज। "
        "मेरा फोन 9755500660 पर बात कर लीजिए लेकिन उनको पता न चले"
    )
    assert "9755500660" not in redact(text).text


@pytest.mark.parametrize("text", ["mera mobile 9755500660 kho gaya", "mera number 9755500660 band ho gaya hai"])
def test_my_number_is_mine_whatever_became_of_it(text: str) -> None:
    owned = owners(Passage(text))
    assert [one.owner for one in owned] == ["reporter"]


def test_his_brother_in_laws_number_is_evidence() -> None:
    text = "रामदुलार और उसका साला मिल के लड़कियों को ले जाकर बेचते हैं। साले का नंबर 9888001100 है।"
    assert "9888001100" in redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "hm e rickshaw chalate hai gadi no UP61AT0900 isi bajar me, parso do ladke 6 peti lad ke bole ghat chalo",
        "hm bhi chalate h UP62BT0707, hmara bhi sheesha toda tha",
    ],
)
def test_what_one_drives_is_ones_own(text: str) -> None:
    assert "[reporter vehicle]" in redact(text).text
