"""Whose a name or a number is by the clause it ends, by the rules alone: what one of them sends from, who is accused
among others, signatures, who is threatened by name, one's own stolen vehicle."""

import pytest

from satark.reading import Owner
from satark.redaction.accused import accused
from satark.redaction.anothers import anothers
from satark.redaction.duties import DUTIES
from satark.redaction.firms import firm_cuts
from satark.redaction.owners import owners
from satark.redaction.passage import rule
from tests.satark.redaction.telling import names, passage, words


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("wo ladka gande photo bhejta hai apne 9800012345 se", "other"),
        ("main apne number 9800012345 se likh raha hu", "reporter"),
        ("बल्लू असलहा बेचता है, 9800012345 पर बात होती है", "other"),
        ("mera number note karo, 9800012345 par baat hoti hai", "reporter"),
        ("OTP mangal, jawan number se aail 9800012345", "other"),
        ("mobile jhapat liya, sim no 9800012345 tha mera", "reporter"),
        ("मेरी गाड़ी चोरी हो गई सर, HF डीलक्स UP67XY5521, कल दोपहर", "reporter"),
        ("meri bike chori ho gayi, Pulsar UP62XY1234 se aaye the chor", "other"),
        ("गाड़ी मेरी ही है, स्प्लेंडर UP61XY2093", "reporter"),
    ],
)
def test_the_owner_of_a_number(text: str, owner: Owner) -> None:
    assert [owned.owner for owned in owners(passage(text))] == [owner]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kirana wala charas bechta hai, naam Pintu Gupta, ladke lene aate hain", "Pintu Gupta"),
        ("होटल में गांजा बिकता है, संचालिका रजनी।", "रजनी"),
        ("main aadmi to Mukhtar Alam hai, baaki sab chhote", "Mukhtar Alam"),
        ("roz balu nikalta hai. ye sab Ramashray Yadav ka hai.", "Ramashray Yadav"),
        ("hamare padosi Bhola ka chacha Ramjiyavan holi ke baad se dikha nahi", "Ramjiyavan"),
        ("complaint against my principal Mrs. Kaul", "Mrs . Kaul"),
    ],
)
def test_another_s_name(text: str, name: str) -> None:
    told = passage(text)
    assert name in words(told, anothers(told))


@pytest.mark.parametrize("text", ["main aadmi to Ramesh hu", "daru bikti hai, mera naam Pintu Gupta"])
def test_no_other_s(text: str) -> None:
    assert not anothers(passage(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("yahan chori ki gaadi kaati jaati hai, usme mera sagaa chacha Lalta bhi hai", "Lalta"),
        ("I overheard my brother in law Satish telling that 3 lakh will be given for it", "Satish"),
    ],
)
def test_kin_among_the_doers(text: str, name: str) -> None:
    told = passage(text)
    assert words(told, accused(told)) == name


@pytest.mark.parametrize(
    "text", ["chori hui dukan me, usme mera bhai Raju bhi tha", "unhone 5 logon ko peeta, unme mera bhai Raju bhi hai"]
)
def test_kin_among_those_who_suffered(text: str) -> None:
    assert not accused(passage(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Liquor is sold behind the school, quarter 60 rs. - Kavita", "Kavita"),
        ("usne kaha ki 'Dinesh tu gawahi dega to haath tod denge'", "Dinesh"),
    ],
)
def test_own_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "phone aaya ki Munna Mishthan Bhandar chalana hai to 5 lakh do. dukan hamari hai",
        "They stopped the van of Shree Munna Bhandar. I am [reporter post] in that firm",
    ],
)
def test_own_firm_told_apart(text: str) -> None:
    assert any("Bhandar" in text[cut.start : cut.end] for cut in firm_cuts(passage(text)))


def test_own_shop_and_post() -> None:
    text = "mera naam [reporter name] hai, kapde press karta hu, dukan ka naam Bharat Dry Cleaners, ghar me sab hain"
    assert [text[cut.start : cut.end] for cut in firm_cuts(passage(text))] == ["Bharat Dry Cleaners"]
    told = passage("I am room boy there, please hide me")
    posts = [
        told.quote(*match.span("post")) for one in DUTIES if "<young_kin" in one for match in rule(one).finditer(told)
    ]
    assert "room boy" in posts
