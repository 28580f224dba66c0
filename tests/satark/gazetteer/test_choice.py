"""What is named best is meant: known names before guesses, narrow ones before those that only hold them."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sadik Logistics me kaam karne wale ladke parcel kholte hain Nandganj me", "Nandganj"),
        ("The house of Irshadul in Jalalpur is a gambling den", "Jalalpur"),
        ("kal Shahganj mai Vicky Khan ne chaku maara", "Shahganj"),
        ("Zubairi ke paas katta hai, wo Dildarnagar me ghumta hai", "Dildarnagar"),
        ("school ke pichhe Bahariabad me ladke smack peete hain", "Bahariabad"),
        ("main Barachawar ke school me [reporter post] hu. school ke pichhe ladke nasha karte hain", "Barachawar"),
        ("शाही किले के पास चोरी हुई, जौनपुर", "Shahi Qila"),
    ],
)
def test_a_guess_or_a_bare_landmark_never_beats_a_known_place(gazetteer: Gazetteer, text: str, name: str) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "text", ["Arbaaz's godown me chori ka maal", "Hariram ke ghar me roz satta chalta hai", "Munna ke paas katta hai"]
)
def test_somebodys_premises_and_what_somebody_holds_are_no_place(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.read(text).place is None


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("करेमुआं गांव चकिया में ओझा ने औरत को पीटा", "Karemuan", "chandauli"),
        ("Pahalwanpur gaon Jakhania me bahu ko jala diya", "Pahalwanpur", "ghazipur"),
        ("चकिया तहसील, तेंदुई। पेड़ काटकर आरा मशीन पर बेच रहे हैं", "Tendui", "chandauli"),
        ("शंकरपुर में लूट हुई, शाहगंज तहसील", "Shankerpur", "jaunpur"),
        ("भरथी गांव में भर्ती के नाम पर ठगी, दो लड़के Karemuan के हैं", "Karemuan", "chandauli"),
    ],
)
def test_a_village_beside_its_tehsil_is_the_place(imported: Gazetteer, text: str, name: str, district: str) -> None:
    place = imported.read(normalise(text)).place
    assert place is not None
    assert (place.name, place.district) == (name, district)


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("ganga ke kinare Zamania ke paas se balu nikal rahi hai", "Zamania", "ghazipur"),
        ("cows are driven across the Ganga from Gahmar to Buxar", "Gahmar", "ghazipur"),
        ("कर्मनाशा नदी से बालू निकालकर कंदवा की ओर ले जाते हैं", "Karmanasa", "chandauli"),
        ("gomti kinare dumper khada hai", "Gomti", "jaunpur"),
        ("गहमर घाट। बिहार में बेचते हैं", "Gahmar", "ghazipur"),
    ],
)
def test_a_town_beside_a_river_is_meant_and_tells_the_rivers_district(
    gazetteer: Gazetteer, text: str, name: str, district: str
) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert (place.name, place.district) == (name, district)
