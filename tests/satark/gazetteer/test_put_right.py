"""A place told before and put right, a village whose name is an everyday word, and names spelt to the letter."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


def _name(gazetteer: Gazetteer, text: str) -> str | None:
    place = gazetteer.read(normalise(text)).place
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bhool ho gayi, humne Sadat bataya tha par wo Nandganj hai", "Nandganj"),
        ("pehle maine Kerakat bola, sahi naam Jalalpur hai", "Jalalpur"),
        ("Gahmar ke badle Dildarnagar kar dijiye", "Dildarnagar"),
        ("पहले शाहगंज लिखा था वह गलत था, मछलीशहर सही है", "Machhlishahr"),
        ("हम गहमर कहले रहनी, ऊ दिलदारनगर ह", "Dildarnagar"),
        ("I said Sadat earlier but it is Nandganj", "Nandganj"),
        ("replace Mariahu with Badlapur in my report", "Badlapur"),
        ("I mentioned Saidpur before, please change it to Zamania", "Zamania"),
        ("Maine Badlapur me chori hote dekhi thi", "Badlapur"),
    ],
)
def test_the_place_put_right_is_meant(shipped: Gazetteer, text: str, name: str) -> None:
    assert _name(shipped, text) == name


@pytest.mark.parametrize(
    "text",
    ["a calf was found dead in the canal at Daurha", "girls are kept in the rice mill of Daurha"],
)
def test_a_capital_after_at_or_of_is_a_village_though_an_everyday_word(imported: Gazetteer, text: str) -> None:
    assert _name(imported, text) == "Daurha"


def test_everyday_english_is_no_misspelt_town(imported: Gazetteer) -> None:
    for word in ("cricket", "target", "worked", "score", "fever", "circuit"):
        assert imported.read(f"two groups clashed over {word} in front of people").mentions == ()


@pytest.mark.parametrize("name", ["Tajpur", "Bedauli", "Harbanspur", "Aalampur", "Hirapur"])
def test_villages_spelt_alike_in_two_districts_ask_which(imported: Gazetteer, name: str) -> None:
    place = imported.read(f"kal raat {name} me ladai hui").place
    assert place is not None
    assert place.needs_clarification
    assert len({other.district for other in place.alternatives}) > 1


def test_a_village_spelt_to_the_letter_outweighs_a_post_office_of_its_sound(imported: Gazetteer) -> None:
    place = imported.read("kal raat Amadaha me ladai hui").place
    assert place is not None
    assert (place.name, place.district) == ("Amadaha", "jaunpur")
