"""Ends of journeys go to the route; the place is the end within the range where no other is named."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


@pytest.mark.parametrize(
    ("text", "origin", "destination", "place"),
    [
        ("Ghazipur se Bihar sharab bheji ja rahi hai saidraja ke raste", "Ghazipur", "Bihar", "Ghazipur"),
        ("cattle are taken from Jaunpur to Bihar via Ghazipur", "Jaunpur", "Bihar", "Jaunpur"),
        ("mughalsarai se Kolkata ladki bhej rahe hai", "Mughalsarai", "Kolkata", "Mughalsarai"),
        ("सैयदराजा से रोज दारू बिहार जाती है", "Saiyadraja", "Bihar", "Saiyadraja"),
        ("Shahganj ke paas se gaay bhar ke Azamgarh ki taraf le gaye", None, "Azamgarh", "Shahganj"),
        ("Ballia se Ghazipur daru lane wale log", "Ballia", "Ghazipur", "Ghazipur"),
        ("गहमर से बक्सर की ओर जाले दारू लाद के", "Gahmar", "Buxar", "Gahmar"),
        ("Kuch log Mirzapur se ganja lakar Machhlishahr me bechte hain", "Mirzapur", None, "Machhlishahr"),
        ("jaunpur se delhi ladki bhej di", "Jaunpur", "Delhi", "Jaunpur"),
        ("mau se pickup me gaay lad kar kasimabad ghazipur me utari gayi", "Mau", "Kasimabad", "Kasimabad"),
        ("Stolen bikes are taken to Nepal from Ghazipur", "Ghazipur", "Nepal", "Ghazipur"),
    ],
)
def test_both_ends_of_a_journey(
    gazetteer: Gazetteer, text: str, origin: str | None, destination: str | None, place: str
) -> None:
    reading = gazetteer.read(normalise(text))
    assert reading.route is not None
    ends = (reading.route.origin, reading.route.destination)
    assert tuple(end.name if end else None for end in ends) == (origin, destination)
    assert reading.place is not None
    assert reading.place.name == place


@pytest.mark.parametrize("text", ["Shahganj se 2 km pehle loot", "Kerakat ke paas chori", "Saidpur me hatya hui"])
def test_a_place_alone_is_no_route(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.read(text).route is None


def test_a_road_named_after_its_end_is_no_journey(gazetteer: Gazetteer) -> None:
    reading = gazetteer.read("Jaunpur se Azamgarh road pe Khetasarai ke aage ganja milta hai")
    assert reading.route is None
    assert reading.place is not None
    assert reading.place.name == "Khetasarai"


def test_what_leaves_the_place_starts_its_route_there(gazetteer: Gazetteer) -> None:
    reading = gazetteer.read(normalise("नौबतपुर बॉर्डर से रोज ट्रक मवेशी भरकर बिहार निकलते हैं"))
    assert reading.route is not None
    assert reading.route.origin is not None and reading.route.destination is not None
    assert (reading.route.origin.name, reading.route.destination.name) == ("Naubatpur border (UP-Bihar)", "Bihar")


@pytest.mark.parametrize(
    "text",
    [
        "ladke Bihar se aate hain, Kerakat me rukte hain",
        "dumper Chakarghatta se nikal raha hai",
        "Sakaldiha se Chahaniya jane wali sadak pe ganja",
    ],
)
def test_people_who_come_and_roads_are_no_route(gazetteer: Gazetteer, text: str) -> None:
    reading = gazetteer.read(text)
    assert reading.route is None
    assert reading.place is not None


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("Maruti van me do ladkiyon ko Reotipur se le jakar Agra me bech diya", "Reotipur", "Agra"),
        ("तीन लड़कियों को चकिया से ले जाकर दिल्ली में बेचा", "Chakia", "Delhi"),
        ("chandauli ke dhanapur se gaay lekar bihar jayenge", "Dhanapur", "Bihar"),
        ("a truck of wine goes from Machhlishahr via Zafarabad to Buxar", "Machhlishahr", "Buxar"),
        ("mariahu me daru banti hai aur Bihar bhejte hain", "Mariahu", "Bihar"),
    ],
)
def test_what_is_taken_within_the_range_and_sold_elsewhere_happened_where_it_was_taken(
    gazetteer: Gazetteer, text: str, origin: str, destination: str
) -> None:
    reading = gazetteer.read(normalise(text))
    assert reading.place is not None
    assert reading.place.name == origin
    assert reading.route is not None and reading.route.origin is not None and reading.route.destination is not None
    assert (reading.route.origin.name, reading.route.destination.name) == (origin, destination)


def test_who_comes_to_a_place_elsewhere_on_foot_leaves_the_event_there(gazetteer: Gazetteer) -> None:
    place = gazetteer.read("Shahganj se aakar Varanasi me chori karte hain").place
    assert place is not None
    assert place.district == "outside"
