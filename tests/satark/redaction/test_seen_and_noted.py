"""Who was seen, what was noted or stands on a van, what a caller says of himself, kin who are the very doers, and own
things told a little aside."""

import pytest

from satark.redaction import redact
from satark.redaction.accused import accused, accused_again
from satark.redaction.anothers import anothers
from satark.redaction.identifiers import identifiers
from satark.redaction.names import name_cuts
from satark.redaction.owners import owners
from satark.redaction.passage import Passage
from tests.satark.redaction.telling import words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("मेरे मामा हरिहर ने ही उसको जला दिया", "हरिहर"),
        ("gaadi churane wala koi aur nahi mera bhatija Pintu hai", "Pintu"),
        ("mere jija Harihar ne pichhle mahine bina licence ka katta kharida, ghar me rakha hai", "Harihar"),
        ("mere bhai ne hi zameen ke liye supari di thi, bhai ka naam Harihar hai", "Harihar"),
    ],
)
def test_kin_who_are_the_very_doers(text: str, name: str) -> None:
    passage = Passage(text)
    assert name in words(passage, accused(passage))


@pytest.mark.parametrize(
    "text",
    [
        "mere mama Harihar ne hi mujhe bataya ki chori hui",
        "mere bhai Harihar ne hi chor ko pakda",
        "mere jija Harihar ne us aadmi ko katta rakhte dekha",
    ],
)
def test_kin_who_told_or_saw_are_not(text: str) -> None:
    assert not accused_again(Passage(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I saw Babu Ram Bharose, owner of the kiln, counting the money", "Bharose"),
        ("Chhotu Bind ko bhagte dekha humne", "Chhotu Bind"),
        ("van par peeche likha tha Kallu Yadav", "Kallu Yadav"),
        ("One boy of our lane, Chhotu, stands there every evening", "Chhotu"),
        ("Kallu ne Ramdhani ko chaku mara", "Ramdhani"),
        ("The caller said my name is Rakesh Malhotra and asked for the OTP", "Rakesh Malhotra"),
    ],
)
def test_who_was_seen_and_who_called(text: str, name: str) -> None:
    passage = Passage(text)
    assert name in words(passage, anothers(passage))


@pytest.mark.parametrize(
    "text",
    [
        "Usne bataya, mera naam Sunita hai, kisi ko mat kahna",
        "mere bhai Chhotu Bind ko bhagte dekha humne",
    ],
)
def test_own_people_are_not_among_them(text: str) -> None:
    passage = Passage(text)
    assert not anothers(passage)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("I have noted the number, UP67XY1234. They went towards Bihar", "other"),
        ("tractor numbers noted by the watchman: UP67XY1234", "other"),
        ("bola apna hissa 5000 khata 30112233445 me dalo tab hoga", "other"),
        ("inaam mile to mere khata 30112233445 me bhej dena", "reporter"),
        ("scorpio par peeche likha tha Yadav ji 9800012345", "other"),
        ("kachchi bechne wala Ramdhani hai, mobile 9800012345", "other"),
        ("main doodh bechne wala Ramdhani hoon, mobile 9800012345", "unknown"),
        ("manager Pintu Khanna khud bola mere whatsapp 9800012345 pe aao", "other"),
        ("mera number jo pehle likha tha galat hai, sahi 9800012345 hai", "reporter"),
        ("papa ke phone par link aaya aur paisa kat gaya. unki upi ramdin@ybl hai", "reporter"),
    ],
)
def test_whose_number(text: str, owner: str) -> None:
    assert [owned.owner for owned in owners(Passage(text))] == [owner]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("The small boy Munnu was taken from the fair", "Munnu"),
        ("My uncle was robbed. I am writing on behalf of him, Suresh Nishad, 9800012345.", "Suresh Nishad"),
    ],
)
def test_names_told_aside(text: str, gone: str) -> None:
    passage = Passage(text)
    assert gone in [passage.text[cut.start : cut.end] for cut in name_cuts(passage)]


def test_an_own_shop_in_quotes() -> None:
    assert "Roop Sangam" not in redact("meri kapde ki dukan 'Roop Sangam' me kal raat chori hui").text


@pytest.mark.parametrize(
    "text",
    [
        "On 09.10.2026 at 22:40 hrs a man came",
        "9/10/2026 at 11:30 pm goli chali",
        "06-07-2026, 10.30 baje se 11 baje tak jua hua",
    ],
)
def test_a_date_and_an_hour_are_no_phone(text: str) -> None:
    assert identifiers(text) == []


def test_what_is_done_is_nobodys_name() -> None:
    text = "mandir me log pooja karte hain, wahi se ghanta chori ho gaya"
    assert redact(text).text == text


def test_a_name_beside_an_own_number() -> None:
    passage = Passage("mera auto [reporter vehicle] hai aur naam Nanku Bind. wahan juaa hota hai")
    assert [passage.text[cut.start : cut.end] for cut in name_cuts(passage)] == ["Nanku Bind"]


def test_the_landlord_of_the_reporter_is_no_holder_of_an_office() -> None:
    passage = Passage("Kallu ne mere makan malik Rambriksh ji ko naali ke jhagde me maara")
    assert "Rambriksh" not in words(passage, anothers(passage))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kachchi sharab bechne wali Sundari Devi hai", "Sundari Devi"),
        ("aurat ki laash mili, pati Mangru farar hai", "Mangru"),
    ],
)
def test_who_takes_away_and_who_absconds(text: str, name: str) -> None:
    passage = Passage(text)
    assert name in words(passage, anothers(passage))


@pytest.mark.parametrize(
    "text",
    [
        "Mere devar Mahesh ne hi case kiya tha un par, ab wo log dhamki dete hain",
        "मेरे भाई राकेश ने ही हिम्मत करके वीडियो बनाया",
        "Mere pati ne hi chori ki report likhwai thi. pati ka naam Sunil hai",
        "Chori karne wala nahi mera bhai Golu hai, wo nirdosh hai",
        "Mere papa Shivnath ne hi daru ka virodh kiya tha",
    ],
)
def test_kin_who_did_well_are_no_doers(text: str) -> None:
    assert not accused(Passage(text))


@pytest.mark.parametrize(
    "text",
    [
        "Meri auto par likha tha Devendra, kal raat chor le gaye",
        "Dalal ke chakkar me phas gaye, paisa gaya. naam Sunita Devi hai, madad kijiye",
        "Chor ke dar se likh raha hu, naam Devendra, pata mat batana",
        "Thekedar ne kaha mera naam Ramesh muster roll me nahi hai, paisa kha gaya",
        'usne kaha "mera naam Guddi hai" saat saal ki bachchi thi',
        "I saw Anjali crying, she is my daughter, the tutor touched her",
        "राकेश को गिरते देखा मैंने, भाई है मेरा, बब्बन ने धक्का दिया",
        "madad maangne wali Sunita Devi, pati mujhe maarta hai",
        "Main ek aadmi is gaon ka, Ramesh Pal, dekh raha hu ki balu chori hoti hai",
        "Ek ladka hamare mohalle ka, Chintu, class 5 me, usko chhua",
        "Police ghar aayi, pati Sunil farar hain jhoothe case me, meri madad karo",
    ],
)
def test_own_people_in_the_shape_of_another(text: str) -> None:
    passage = Passage(text)
    found = words(passage, anothers(passage))
    own = "Devendra Sunita Ramesh Guddi Anjali राकेश Chintu Sunil".split()
    assert not any(name in found for name in own)


@pytest.mark.parametrize(
    "text",
    [
        "Pehle Bhi bola mera number 9800012345 gupt rakho",
        "Mere auto pe likha tha contact 9800012346, tab se dhamki aati hai",
        "Main bola note karo UP62AB1234 meri gaadi hai",
        "Number noted by them: UP62AB1234, my scooty, now they threaten me",
        "Pradhan paisa kha gaya. mera paisa khata no 30112233445566 me bhej dijiye",
    ],
)
def test_own_numbers_in_the_shape_of_anothers(text: str) -> None:
    assert not [owned for owned in owners(Passage(text)) if owned.owner == "other" and owned.outright]
