"""Stations told of by their officers, or by themselves behind the village; villages told before "wale" and a landmark,
Hindi words that sound like English ones, and an a that Devanagari does not write."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer

VILLAGES = """kind,name,district,tehsil
village,Lathaura,chandauli,Chakia
village,Koilari,jaunpur,Kerakat
village,Kakrapar,jaunpur,Kerakat
village,Khuruhuja,chandauli,Chandauli
village,Hinaut Ghat,chandauli,Sakaldiha
village,Hinauta,chandauli,Chakia
post_office,Amdaha,chandauli,
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("दस दिन पहले लथौरा से ले गया था, बेच दिया। थाना चकिया", "Lathaura"),
        ("koilari gaon dobhi block ka mamla hai, uska gala daba diya", "Koilari"),
        ("balua ghat se raat bhar balu nikli hai, balua thane ka daroga 300 leta hai", "Balua Ghat"),
        ("Police of Chandwak thana came to Kakrapar and the SI took 15000", "Kakrapar"),
        ("balua thane ka daroga 300 leta hai", "Balua"),
        ("khuruhuja wale girls hostel me ladki ke saath galat kiya", "Khuruhuja"),
        ("हिनौत घाट साफ दिखता है, रोज ट्रैक्टर से बालू जाता है", "Hinaut Ghat"),
        ("अमदहा में जुआ हो रहा है", "Amdaha"),
        ("teen baar call aaya OTP ke liye", None),
        ("My landlord at Lanka in Varanasi runs a betting house", "Varanasi"),
    ],
)
def test_where_it_was(imported: Gazetteer, text: str, name: str | None) -> None:
    place = imported.read(text).place
    assert (place.name if place else None) == name


def test_a_hindi_to_leads_nowhere(imported: Gazetteer) -> None:
    reading = imported.read("hum haat se laut rahe the to chakia ke pehle pulia par do log aaye")
    assert reading.place is not None and reading.place.name == "Chakia"
    assert reading.route is None
    there = imported.read("the truck goes from Saidpur to Zamania").route
    assert there is not None and there.destination is not None and there.destination.name == "Zamania"
