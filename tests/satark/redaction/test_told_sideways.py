"""Whose a number, a firm and a post are where no possessive tells it, by the rules alone; villages that are known."""

from pathlib import Path

import pytest

from satark.gazetteer import import_directory
from satark.reading import Owner
from satark.redaction import towns
from satark.redaction.anothers import anothers
from satark.redaction.firms import firm_cuts
from satark.redaction.owners import owners
from tests.satark.redaction.telling import passage


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("dala to 18,450 kat gaya gramin bank khata 5520110033478 se", "reporter"),
        ("jis khate se gaya wo union bank 502301007788 hai", "reporter"),
        ("will they trace me from this number 9000030303", "reporter"),
        ("unko UP62 BD 2020 ka number tak pata hai jisse main aata jata hu", "reporter"),
        ("9000012345 se baar baar phone karke bulata hai", "other"),
        ("khud ka number deta hai sabko 9000012345", "other"),
        ("a boy has been calling me at all hours from 9000012345", "other"),
        ("the landlady styles herself madam and is reached on 9000012345", "other"),
        ("maine 9000012345 se thane par call kiya tha", "reporter"),
    ],
)
def test_the_owner_of_a_number(text: str, owner: Owner) -> None:
    assert [owned.owner for owned in owners(passage(text))] == [owner]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Jeevan Medical apni hi hai, wahin se dekhta hun", "Jeevan Medical"),
        ("I was security guard there that day", "security guard"),
        ("As kotedar I was told to bring the card holders", "kotedar"),
        ("I am getting the abuses, being lineman of this very feeder", "lineman"),
        ("khal padi mili. - [reporter name], bagiche ka rakhwar", "bagiche ka rakhwar"),
    ],
)
def test_a_firm_and_a_post_told_in_passing(text: str, gone: str) -> None:
    assert gone in [text[cut.start : cut.end] for cut in firm_cuts(passage(text))]


def test_all_mentions_of_anothers_name_are_anothers() -> None:
    read = passage("manager Chhotu ka naam aaya, Chhotu ko pata chal gaya")
    told = {read.quote(at, at + 1) for at in anothers(read)}
    assert "Chhotu" in told
    assert {at for at in range(len(read.words)) if read.quote(at, at + 1) == "Chhotu"} <= anothers(read)


def test_an_imported_village_is_nobodys_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "villages.csv"
    source.write_text("kind,name,name_hi,district\nvillage,Xyandipur,,jaunpur\nlandmark,Xyandi Kuan,,jaunpur\n")
    home = tmp_path / "home"
    import_directory(source, home)
    monkeypatch.setenv("SATARK_HOME", str(home))
    towns._imported.cache_clear()
    try:
        assert towns.is_town(passage("the place is Xyandipur"), 3, 4)
        assert not towns.is_town(passage("the place is Xyandi Kuan"), 3, 5)
        assert not towns.is_town(passage("my name is Suresh"), 3, 4)
    finally:
        towns._imported.cache_clear()
