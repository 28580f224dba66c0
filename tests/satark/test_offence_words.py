"""An offence named by one word or by the title of our list, and the offence that a correction denies."""

import pytest

from satark.offence_words import denied, group_named, offence_named


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("daru", "illicit_liquor"),
        ("दारू", "illicit_liquor"),
        ("Juaa", "gambling"),
        ("Nasheele padarth", "drugs"),
        ("Assault or threats", "assault"),
        ("अवैध खनन", "illegal_mining"),
        ("haan", None),
        ("daru bikti hai", None),
        ("", None),
    ],
)
def test_a_word_or_a_title_names_its_offence(text, offence):
    assert offence_named(text) == offence


def test_the_title_of_a_group_opens_it():
    assert group_named("nasha aur sharab") == "intoxicants"
    assert group_named("kerakat") is None


@pytest.mark.parametrize(
    ("text", "gone", "instead"),
    [
        ("ganja nahi daru", ("drugs",), ("illicit_liquor",)),
        ("दारू नहीं गांजा", ("illicit_liquor",), ("drugs",)),
        ("nahi, juaa nahi sharab", ("gambling",), ("illicit_liquor",)),
        ("not liquor, ganja", ("illicit_liquor",), ("drugs",)),
        ("it was not ganja but liquor", ("drugs",), ("illicit_liquor",)),
        ("ganja nahi hai", ("drugs",), ()),
        ("shahganj nahi kerakat", (), ()),
        ("daru " * 13 + "nahi", (), ()),
    ],
)
def test_a_correction_denies_one_offence_and_names_another(text, gone, instead):
    assert denied(text) == (gone, instead)
