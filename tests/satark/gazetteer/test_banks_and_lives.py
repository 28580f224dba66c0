"""Banks of rivers, stations called a little otherwise, and places that only tell of somebody's life or of an earlier
case."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer

VILLAGES = """kind,name,district,tehsil
village,Susundi,ghazipur,Ghazipur
village,Sondhi,jaunpur,Shahganj
village,Kundi,jaunpur,Kerakat
village,Bhitari,ghazipur,Saidpur
railway_station,USIA KHAS,ghazipur,Zamania
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("karamnasa ke kinare se ret uthayi ja rahi hai chandauli me", "Karmanasa", "river"),
        ("बेसो नदी के किनारे गाज़ीपुर जिले में मिट्टी खोद रहे हैं", "Besu", "river"),
        ("an old man was robbed of his bag at Usia station", "Usia Khas", "railway_station"),
        ("sasundi gaon me ladke nasha karte hain", "Susundi", "village"),
        ("maar peet hui gaon kundi kerakat", "Kundi", "village"),
        ("the trucks crossed Naubatpur border at night, they had come from Saiyadraja side", None, "landmark"),
    ],
)
def test_the_kind_that_is_meant(imported: Gazetteer, text: str, name: str | None, kind: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.kind == kind
    assert name is None or place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Liquor is unloaded at Zamania ghat. The owner himself lives across the river in Dhanapur.", "Zamania"),
        ("चकिया में मेरे देवर ने मुझे पीटा। अभी मायके सैदपुर में हूं", "Chakia"),
        ("Naugarh ke jungle me lakdi kat rahi hai. pichhle saal Sakaldiha me bhi yahi log pakde gaye the", "Naugarh"),
        ("[reporter post] hu gram Bhitari ki, Sadat bajar me nashe ki goli bikti hai", "Sadat"),
        ("Live in Sujanganj but the police there do not listen. My bag was snatched at Badlapur", "Badlapur"),
    ],
)
def test_places_of_somebodys_life(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("took money from sixty women of Bhitari village in Ghazipur", "Bhitari"),
        ("दिल्ली वाला दलाल मरदह आके लड़कियों का सौदा करता है", "Mardah"),
    ],
)
def test_people_told_by_their_place(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.name == name
