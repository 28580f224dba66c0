"""Borders on the way, what lies between two places, where kin are, weights and studies that are no scene."""

import pytest

from satark.gazetteer import Gazetteer
from satark.gazetteer.gazetteer import PROJECT_DATA
from satark.gazetteer.lexicon import load_lexicon
from satark.phonetics import sound_key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("frm saiyadraja to bihar via naubatpur border truck wil go at night", "Naubatpur border (UP-Bihar)"),
        ("सेवराई से बारा बॉर्डर होते हुए एक पिकअप बिहार गई", "Barah border"),
        ("My husband Munna is in Surat. His elder brother caught my hand at night", None),
        ("meri bahan ka sasural Gutwan me hai, pati roz peetta hai", "Gutwan"),
        ("Gutwan aur Muftiganj ke bich nahar par teen log ko maara", "Gutwan"),
        ("In the vegetable haat at Karanda one boy passes fake notes. He studies in polytechnic", "Karanda"),
        ("badlapur ki dukan se 400 gram sona le gaye", "Badlapur"),
        ("My native place is Gutwan but in Pawara bazaar a customer cheated me", "Pawara"),
        ("Sureri thane ke munshi ji bolte hain pehle kagaz ka kharcha do", "Sureri"),
        ("ganja is coming from Odisha to Singramau in a truck. They unload in cold storage", "Singramau"),
        ("chain snatched outside the Sheetla Chaukia temple", "Sheetla Chaukia Dham"),
    ],
)
def test_where_it_happened(shipped: Gazetteer, text: str, name: str | None) -> None:
    place = shipped.read(text).place
    assert (place.name if place else None) == name


def test_a_name_that_ends_otherwise_is_no_everyday_word() -> None:
    words = load_lexicon(PROJECT_DATA / "lexicon" / "places.yml")
    assert words.ends_otherwise("nokara", sound_key("nokara"))
    assert not words.ends_otherwise("naukar", sound_key("naukar"))
    assert not words.ends_otherwise("kala", sound_key("kala"))
