"""Villages told by their fields, by two everyday words, at the end of a few words or behind one had gone to; names
between signs of emphasis; and words of the language that only sound like a village."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer

VILLAGES = """kind,name,district,tehsil
village,Sarauna,jaunpur,Shahganj
village,Chand Barhi,ghazipur,Zamania
village,Sarai Bikram,jaunpur,Shahganj
village,Fesura,chandauli,Sakaldiha
village,Samopur,jaunpur,Jaunpur
village,Balahi,ghazipur,Zamania
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theke par tay hua ki usko sarauna ke khet me hi maarna hai. ramnagar block", "Sarauna"),
        ("dumpers come out from the riverside at Chand Barhi in Zamania", "Chand Barhi"),
        ("cut two cows in his courtyard in Sarai Bikram, Ramnagar block, on Thursday", "Sarai Bikram"),
        ("kachi daru fesura", "Fesura"),
        ("four men came to Samopur village, Sirkoni and threatened us", "Samopur"),
        ("बाजार करने सुरेरी गया था। वहां पेट्रोल पंप पर दो लड़के मोबाइल खींचकर भागे, मैं बरसठी का रहने वाला हूं", "Sureri"),
        ("*मीरगंज* _परचून की दुकान_ पर गांजा बिक रहा", "Mirganj"),
        ("बरहनी पिकेट पर सिपाही पैसा मांगते हैं", "Barhani"),
        ("The hall is behind Balaji kirana, Dildarnagar", "Dildarnagar"),
    ],
)
def test_where_it_was(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(text).place
    assert place is not None and place.name == name
