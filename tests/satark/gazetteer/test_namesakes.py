"""One name, several places: weight, words of kind and wider places decide; else the person is asked."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


def test_the_station_outweighs_the_villages_of_its_name(imported: Gazetteer) -> None:
    place = imported.read("रामपुर में जुआ").place
    assert place is not None
    assert (place.name, place.kind, place.district, place.needs_clarification) == (
        "Rampur",
        "police_station",
        "jaunpur",
        False,
    )


def test_gaon_asks_for_the_villages_and_lists_all(imported: Gazetteer) -> None:
    place = imported.read("Sultanpur gaon me murder hua").place
    assert place is not None
    assert place.needs_clarification
    assert place.district is None
    assert {other.district for other in place.alternatives} >= {"jaunpur", "chandauli"}
    assert all(other.kind in {"village", "gram_panchayat"} for other in place.alternatives)


@pytest.mark.parametrize(
    ("text", "district"),
    [("Sultanpur gaon, jila Jaunpur", "jaunpur"), ("chandauli ke Sultanpur gaon me", "chandauli")],
)
def test_a_district_in_the_message_leaves_only_its_namesakes(imported: Gazetteer, text: str, district: str) -> None:
    place = imported.read(text).place
    assert place is not None
    assert (place.name, place.district) == ("Sultanpur", district)
    assert {other.district for other in place.alternatives} == {district}


def test_a_district_said_before_decides(imported: Gazetteer) -> None:
    place = imported.read("Sultanpur gaon me", context=["Chandauli"]).place
    assert place is not None
    assert place.district == "chandauli"
    assert {other.district for other in place.alternatives} == {"chandauli"}


def test_a_tehsil_decides_between_villages_of_a_district(imported: Gazetteer) -> None:
    place = imported.read("tehsil Badlapur gaon Shahpur me").place
    assert place is not None
    assert (place.name, place.tehsil, place.needs_clarification) == ("Shahpur", "Badlapur", False)


def test_kotwali_of_two_districts_needs_a_question(gazetteer: Gazetteer) -> None:
    place = gazetteer.read("kotwali ke samne marpeet hui").place
    assert place is not None
    assert place.needs_clarification
    assert {other.district for other in place.alternatives} == {"jaunpur", "ghazipur"}
    asked = gazetteer.read("kotwali ke samne marpeet hui", context=["Ghazipur"]).place
    assert asked is not None
    assert asked.name == "Kotwali (Ghazipur city)"


def test_aspirates_tell_villages_of_nearly_one_name_apart(imported: Gazetteer) -> None:
    place = imported.read(normalise("is gaon ka naam Dharauli hai")).place
    assert place is not None
    assert place.name == "Dharauli"


def test_a_village_and_its_gram_panchayat_are_one_place(imported: Gazetteer) -> None:
    places = [p for p in imported.lookup("Amari", district="jaunpur") if p.kind in {"village", "gram_panchayat"}]
    assert len(places) >= 2
    place = imported.read("Amari gaon me, block Suithakala, jila Jaunpur").place
    assert place is not None
    assert not place.needs_clarification


@pytest.mark.parametrize("text", ["रसूलपुर गांव में", "Hariharpur village me", "salempur gaon me"])
def test_gaon_asks_though_a_post_office_is_called_so(imported: Gazetteer, text: str) -> None:
    place = imported.read(normalise(text)).place
    assert place is not None
    assert place.needs_clarification
    assert place.district is None
    assert {other.kind for other in place.alternatives} <= {"village", "gram_panchayat"}
    assert len(place.alternatives) >= 3
