"""Names in what another said to one, signatures without a word of thanks, two names in a row, whose each of two numbers
is, kin who only drink or play; by the rules alone. What looks alike stays."""

import pytest

from satark.reading import Owner
from satark.redaction.accused import accused
from satark.redaction.addresses import address_cuts
from satark.redaction.anothers import anothers
from satark.redaction.employment import employment_cuts
from satark.redaction.firms import firm_cuts
from satark.redaction.identifiers import identifiers
from satark.redaction.owners import owners
from tests.satark.redaction.telling import names, passage, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the caller said Mr. Suresh Gupta your KYC has expired", "Mr. Suresh Gupta"),
        ("दरोगा ने कहा राजेश तुम चुप रहो", "राजेश"),
        ("usne phone pe kaha ki Rampal Yadav agar police gaya to maar dunga", "Rampal Yadav"),
        ("Kallu sells smack there pls help Suresh 9800012345", "Suresh"),
        ("Suresh Sinha: Kallu sells smack near the pond", "Suresh Sinha"),
        ("From: Neha Singh Kallu follows me daily", "Neha Singh"),
        ("Kallu sells smack near the pond. Suresh Sinha", "Suresh Sinha"),
        ("कल्लू कट्टा बेचता है - रामकिशोर मौर्य", "रामकिशोर मौर्य"),
        ("Kallu ganja bechta hai. suchna dene wala Rampal Yadav", "Rampal Yadav"),
        ("main Master Ramesh Kallu meri jameen kabja kar raha", "Ramesh"),
        ("main Rampal Yadav Kallu Singh ke khilaf shikayat kar raha hu", "Rampal Yadav"),
        ("मैं रामपाल कल्लू सिंह से परेशान हूँ", "रामपाल"),
        ("मेरा नाम रामपाल कल्लू ने मारा", "रामपाल"),
        ("kisi ko na pata chale ki Ramesh ne bataya hai", "Ramesh"),
        ("Ramesh ka naam mat lena, Kallu katta bechta hai", "Ramesh"),
        ("hum wahi Ramesh jo bhains chori ki report likhaye rahe", "Ramesh"),
        ("नाम रामपाल पिता जोखू गांव अहिरौली कल्लू गांजा बेचता है", "रामपाल"),
        ("Deponent Chhedi Lal affirms that Kallu Verma fired", "Chhedi Lal"),
        ("Kallu beat Suresh Kumar who is my nephew at the bazar", "Suresh Kumar"),
        ("Kallu took 2 lakh from Suresh Mishra, my brother in law", "Suresh Mishra"),
        ("I am the sister-in-law of pradhan Savita, Kallu brews liquor", "Savita"),
        ("mera bhai Mangru smack pita hai Kallu deta hai", "Mangru"),
        ("Vicky Mamta se jabran dhandha karwata hai", "Mamta"),
        ("Chhotu bartan dhota hai, 11 saal ka hai", "Chhotu"),
        ("the daroga took Rs 15000 from my brother Suresh to remove his name and still locked him", "Suresh"),
        ("My Bolero is stolen. I am owner Rakesh Dubey call me", "Rakesh Dubey"),
        ("Guddi naam ki larki ko Rajasthan me 70 hazar me bech diya", "Guddi"),
    ],
)
def test_a_name_that_goes(text: str, name: str) -> None:
    assert name in names(text)


def test_said_again_in_another_script() -> None:
    assert "रामपाल" in names("mera naam Rampal Yadav hai. Kallu bolta hai रामपाल chup raho")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kallu sells smack. Raju", "Raju"),
        ("ladkiyon se galat kaam karwa rahi hai ek Rubina naam ki aurat", "Rubina"),
        ("main Rampal Yadav Kallu Singh ke khilaf shikayat kar raha hu", "Kallu"),
        ("मैं रामपाल कल्लू सिंह से परेशान हूँ", "कल्लू"),
        ("मेरा नाम रामपाल कल्लू ने मारा", "कल्लू"),
        ("Kallu ne apni patni se kaha Sunita tum chup raho", "Sunita"),
    ],
)
def test_a_name_that_stays(text: str, name: str) -> None:
    assert not any(name in found.split() for found in names(text))


def test_kin_told_first() -> None:
    told = passage("सुरेश मेरा जीजा है, स्मैक बेचता है")
    assert words(told, accused(told)) == "सुरेश"
    assert "Suresh" in names("Suresh mera jija hai, usko kal maara")


def test_whose_house_mine_is_beside() -> None:
    told = passage("mera ghar Sonu ke theek piche hai, wo ganja bechta hai")
    assert "Sonu" in words(told, anothers(told)).split()


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("9800012345 uska 9700012345 hamar", ["other", "reporter"]),
        ("Kallu 9800012345, mera 9700012345", ["other", "reporter"]),
        ("9800012345 se 9700012345 par dhamki aati hai", ["other", "reporter"]),
        ("9700012345 par 9800012345 se dhamki aati hai", ["reporter", "other"]),
        ("I am getting calls on my number 9700012345 from 9800012345", ["reporter", "other"]),
        ("112 ko 9700012345 se phone lagaya koi nahi aaya", ["reporter"]),
        ("aaj shaam 4:40 par 9800012345 se call aaya", ["other"]),
        ("9700012345 se bol raha hu", ["reporter"]),
        ("reward ka paisa 9700012345 par gpay kar dena", ["reporter"]),
        ("mujhse rishwat kallu@ybl pe li", ["other"]),
        ("mere 5000 kallu@ybl pe chale gaye", ["other"]),
        ("bike chori ho gayi number UP62AB9876 kala rang", ["reporter"]),
        ("Ramesh ki bike chori ho gayi number UP62AB9876", ["other"]),
        ("The vehicle UP61BT7789 parked outside my house unloads liquor", ["other"]),
        ("The car in front was UP65CC0001; I followed in UP32AB9870", ["other", "reporter"]),
        ("I paid to account 50100234567812 HDFC of Rohit Jaiswal", ["other"]),
        ("vipakshi Lalji mobile 9800012345", ["other"]),
        ("Kallu katta bechta hai, number 9800012345, mera number 9700012345", ["other", "reporter"]),
        ("dar ke maare apne SBI khate 30211234567 se 3 lakh bhej diye", ["reporter"]),
    ],
)
def test_the_owners_of_numbers(text: str, owned: list[Owner]) -> None:
    assert [one.owner for one in owners(passage(text))] == owned


def test_the_end_of_an_account_is_one() -> None:
    assert [item.kind for item in identifiers("Dear customer a/c XXXXXX4524 debited 20000")] == ["account"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("I do job in Zudio, Kishan puts camera there", "Zudio"),
        ("Owner of Hotel Blue Moon writing, Raju asks hafta", "Hotel Blue Moon"),
        ("मैं एस बी आई में कैशियर हूं, नकली नोट आते हैं", "एस बी आई"),
    ],
)
def test_own_employer(text: str, firm: str) -> None:
    assert firm in [text[cut.start : cut.end] for cut in firm_cuts(passage(text))]


@pytest.mark.parametrize(
    "text",
    [
        "main nurse hun Munnu hospital ke piche injection bechta hai",
        "I am guard of Munnu Rai, he has two rifles without licence",
    ],
)
def test_where_the_accused_is_no_employer(text: str) -> None:
    assert not any("Munnu" in text[cut.start : cut.end] for cut in employment_cuts(passage(text)))


def test_who_has_it_done_is_named_after_it() -> None:
    told = passage("lalach deke dharam badalwate hain, karane wale ka naam Joseph hai")
    assert "Joseph" in words(told, anothers(told)).split()


def test_a_surname_left_of_a_name_is_shared() -> None:
    assert names("mai [reporter name] Xaud bol rahi hu, uska pati Manoj Xaud bhaga hai").count("Xaud") <= 1


def test_the_number_of_ones_house_behind_it() -> None:
    text = "गांव सोहनी में मेरे घर, मकान नंबर 41 का ताला तोड़ा"
    assert any("41" in text[cut.start : cut.end] for cut in address_cuts(passage(text)))
