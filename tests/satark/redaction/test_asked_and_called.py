"""Names one asks not to tell, names behind thanks and in brackets, kin who are accused together, whom others call so,
villages of a thana in brackets, dates, and whose a number is by who lost it."""

from __future__ import annotations

from pathlib import Path

import pytest

from satark.gazetteer import import_directory
from satark.redaction import redact, towns
from satark.redaction.accused import accused
from satark.redaction.anothers import anothers
from satark.redaction.names import name_cuts
from satark.redaction.owners import owners
from satark.redaction.passage import Passage


def _owners(text: str) -> set[str]:
    return {owned.owner for owned in owners(Passage(text))}


@pytest.mark.parametrize(
    ("text", "name", "tag"),
    [
        ("किसी को मत बताना कि सुरेश बिंद ने बताया है, आज रात माल आएगा", "सुरेश बिंद", "[reporter name]"),
        ("dhanyavad bhaiya, aapne sun liya yahi bahut hai - Kishori Kewat", "Kishori Kewat", "[reporter name]"),
        ("roz juaa hota hai. - Suresh Yadav (Kerakat)", "Suresh Yadav", "[reporter name]"),
        ("meri saas ne bola Kavita tu chup reh", "Kavita", "[reporter name]"),
        ("bazar me do ladkon ne Pooja ka dupatta kheencha", "Pooja", "[victim name]"),
        ("भीड़ में मोनू ने रेखा की साड़ी खींची", "रेखा", "[victim name]"),
    ],
)
def test_names_that_go(text: str, name: str, tag: str) -> None:
    passage = Passage(text)
    assert (name, tag) in {(passage.text[cut.start : cut.end], cut.tag) for cut in name_cuts(passage)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The main man is Ashfaq. They load cows", "Ashfaq"),
        ("The driver was calling her 'Munni didi'", "Munni"),
    ],
)
def test_names_of_others(text: str, name: str) -> None:
    passage = Passage(text)
    at = passage.written.index(name)
    assert at in anothers(passage)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mera mausera bhai Javed bhi usi me shamil hai", "Javed"),
        ("मेरे शौहर इकबाल और उसका दोस्त गुलाब मुझे बेचने की बात कर रहे थे", "इकबाल"),
        ("bahu ko maar diya, pati Rinku, sasur Ramdev aur saas Kalavati ne", "Rinku"),
    ],
)
def test_kin_who_are_accused_together(text: str, name: str) -> None:
    passage = Passage(text)
    assert passage.written.index(name) in accused(passage)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("kal raat phonepe ramu.test@upx se 12000 kat gaye", "reporter"),
        ("hamare padosi ke dalaan se splendor UP62 BX 1010 chori ho gail", "other"),
        ("9876500222 ye number wala Aamir hai, APK bhejta hai", "other"),
        ("fraudi ka number likh lo 9876500222", "other"),
    ],
)
def test_whose_a_number_is(text: str, owner: str) -> None:
    assert _owners(text) == {owner}


@pytest.mark.parametrize(
    "text",
    [
        "hamare tole me pastor aata hai, bolta hai isai bano to 20000 milega",
        "jebkatra pakda gaya tha, naam Shamim",
        "पुजारी का भांजा विनय गायब है, मूर्ति चोरी हुई",
        "My friend gave a complaint and on 24/02/2026 he was called to the thana",
    ],
)
def test_nothing_goes(text: str) -> None:
    assert redact(text).text == text


def test_villages_of_a_thana_in_brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "villages.csv"
    source.write_text("kind,name,name_hi,district\nvillage,Zanewara,,jaunpur\nvillage,Loniya Patti,,jaunpur\n")
    import_directory(source, tmp_path / "home")
    monkeypatch.setenv("SATARK_HOME", str(tmp_path / "home"))
    towns._imported.cache_clear()
    try:
        assert redact("yaha Zanewara (Sikrara) me samne wale makan me gaay kati").tags == ()
        assert redact("मंझौली (सिकरारा) में कल सुबह बहू को मार दिया गया").tags == ()
        assert "Loniya Patti" in redact("Kishori Sahni naam hai mera. Loniya Patti khutahan").text
    finally:
        towns._imported.cache_clear()


def test_the_postposition_of_a_village_stays() -> None:
    assert "Papraul me" in redact("kal raat Papraul me hamare tubewell se motor khol le gaya").text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My brother in law Irshad slaughtered two cows in his courtyard", "Irshad"),
        ("hamar marad Suresh aa devar Mahesh roz raat ke juaa khelavela", "Suresh"),
        ("satta roz chalta hai. chalane wala mera mausera bhai Arun hai", "Arun"),
        ("driver is eating and his helper is my cousin Salim. They take cows", "Salim"),
        ("I am writing against my own son. Rajat, 24 years, has joined a gang", "Rajat"),
        ("apne sage mama Triloki ke khilaf likh raha hu", "Triloki"),
        ("My husband Sanjay is constable at the thana. He and the diwan take Rs 300 from every truck", "Sanjay"),
    ],
)
def test_kin_who_do_it(text: str, name: str) -> None:
    passage = Passage(text)
    assert passage.written.index(name) in accused(passage)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mere bhai Raju ke khilaf jhootha mukadma kiya", "Raju"),
        ("my brother Suresh was beaten by goons", "Suresh"),
        ("mera beta Aman roz raat juaa khelne walon ko dekhta hai", "Aman"),
        ("meri behan Meena ko uske pati ne maara", "Meena"),
    ],
)
def test_kin_who_do_not(text: str, name: str) -> None:
    passage = Passage(text)
    assert passage.written.index(name) not in accused(passage)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("escort me Ranjit ka bhanja Deepu rahega", ["Deepu"]),
        ("Qayyum aur uske teeno bete Asif, Kasif, Wasif gaay kaatte hai", ["Asif", "Kasif", "Wasif"]),
        ("bolta hai Raja bhai bol raha hu, 5 peti bhej do", ["Raja"]),
    ],
)
def test_kin_and_names_of_others(text: str, names: list[str]) -> None:
    passage = Passage(text)
    assert {passage.written.index(name) for name in names} <= anothers(passage)


def test_my_nephew_by_my_brother_is_mine() -> None:
    passage = Passage("mere bhai Raju ka beta Aman ghar nahi lauta")
    assert passage.written.index("Aman") not in anothers(passage)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("meri passbook ka number 30114420097 hai", "reporter"),
        ("sim se call karte hai, ek number 9876500222 dusra 9876500333", "other"),
        ("Contact of Lucky is 9876500222", "other"),
        ("phone par dhamki aati hai ki maar denge, number hai 9876500222", "other"),
    ],
)
def test_whose_by_where_it_stands(text: str, owner: str) -> None:
    assert _owners(text) == {owner}


def test_who_is_as_old_as_is_told() -> None:
    passage = Passage("kotedar ka beta Arvind 14 saal ki bachchi Gudiya ko bech raha hai")
    cut = {passage.text[one.start : one.end] for one in name_cuts(passage)}
    assert "Gudiya" in cut and "Arvind" not in cut


def test_the_place_before_a_firm_stays() -> None:
    assert "Olandganj me" in redact("mera naam Rajesh hai, Olandganj me Pandey Saree Center chalata hu").text
