"""Money that left one account for another, a call on one number from another, one's own vehicle and shop beside
another's; what somebody wears, where a message begins, and towns behind a comma are nobody's name."""

from __future__ import annotations

import pytest

from satark.redaction import redact
from satark.redaction.mask import Cut
from satark.redaction.owners import owners
from satark.redaction.passage import Passage
from satark.redaction.scene import without_scene
from satark.redaction.verdict import _worn


def _owners(text: str) -> list[str]:
    return [owned.owner for owned in owners(Passage(text))]


@pytest.mark.parametrize(
    "text",
    [
        "30114420097 se kat ke 40225530098 me gaye 14 hazar",
        "12,000 went out of 30114420097 and into 40225530098",
        "first part by cheque from account 30114420097 into 40225530098",
        "a call came on 9876500111 from 9876500222",
        "every payment went to rocky.test@upx and not to pankaj.test@ybl, about 9000",
    ],
)
def test_from_one_to_another(text: str) -> None:
    first, second = _owners(text)
    mine = ("other", "reporter") if " not to " in text else ("reporter", "other")
    assert (first, second) == mine


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("paisa jahan se gaya 30114420097", "reporter"),
        ("9876500111 pe OTP aaya, phir paisa saaf", "reporter"),
        ("I am at 9876500111 if something has to be signed", "reporter"),
        ("SBI ke khate 30114420097 se 92 hazar nikal gaye", "reporter"),
        ("meri shikayat ka kya hua, mobile 9876500111 se bheji thi", "reporter"),
        ("UP62 BX 1010 main chala ke le gaya tha", "reporter"),
        ("hamara bhi tempo hai UP62 BX 1010", "reporter"),
        ("bike chori ho gayi meri, splendor kali UP62 BX 1010", "reporter"),
        ("a guy on Yamaha UP62 BX 2020 pulled it", "other"),
        ("Numbers I noted: UP62 BX 2020, UP62 BX 2021", "other"),
        ("someone called my father and took it. The number was 9876500222", "other"),
        ("ek babu Satish form bharne aata hai. Babu ka number 9876500222", "other"),
    ],
)
def test_whose_by_what_is_told(text: str, owner: str) -> None:
    assert set(_owners(text)) == {owner}


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("दूसरी रजिस्ट्री में मनोज केसरी, जो यह लिख रहा है", "मनोज केसरी"),
        ("bachchi ne pehle Sarita ko bataya, yaani mujhe", "Sarita"),
        ("kirane ki dukan meri hai, malik Ghanshyam Gupta", "Ghanshyam"),
        ("सुरेश हमरे पप्पू के काटत बा", "पप्पू"),
    ],
)
def test_who_writes_by_a_turn_of_phrase(text: str, gone: str) -> None:
    assert gone not in redact(text).text


@pytest.mark.parametrize("text", ["hari saree wali aurat", "नीली शर्ट वाला", "nile check ki shirt"])
def test_what_is_worn_is_no_name(text: str) -> None:
    assert 0 in _worn(Passage(text))


@pytest.mark.parametrize(
    "text",
    [
        "hum gaon se bhej rahe hai. mobile 9876500111",
        "number 9876500111 hai. isi pe OTP aaya tha",
        "mera jio wala phone band hai, number 9876500111",
    ],
)
def test_nobody_elses_where_the_writer_may_be_meant(text: str) -> None:
    assert "other" not in _owners(text)


def test_a_dupatta_has_an_owner() -> None:
    assert _worn(Passage("Nandini ka dupatta")) == set()
    assert _worn(Passage("Pooja suit pahne thi")) == set()


def test_a_town_behind_a_comma_stays() -> None:
    passage = Passage("I guard Sharda cold storage, Zamania")
    cut = Cut(passage.text.index("Sharda"), len(passage.text), "[reporter name]")
    assert [passage.text[one.start : one.end] for one in without_scene(passage, cut)] == ["Sharda cold storage"]
