"""Villages that sound like everyday words and are spelt otherwise, nasals on either side of a v, help called to a
village, and what only sounds like one."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer

VILLAGES = """kind,name,district,tehsil
village,Kurawan,jaunpur,Shahganj
village,Katyan Kalyan,ghazipur,Jakhania
village,Belapar,jaunpur,Jaunpur
village,Urgawan,chandauli,Chakia
village,Usaon,ghazipur,Ghazipur
village,Kariyanwa,jaunpur,Machhlishahr
village,Dodhiya,chandauli,Chakia
village,Thathar,jaunpur,Kerakat
village,Harhaura,chandauli,Sakaldiha
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kurawan me do log taash khelate hai", "Kurawan"),
        ("bori kurawan ke pokhre me milal", "Kurawan"),
        ("Cards are played at Katyan Kalyan till late", "Katyan Kalyan"),
        ("belapar me chori ho gayi", "Belapar"),
        ("उरगांवा में नहर टूटल बा आ चोरी होत बा", "Urgawan"),
        ("उसांव में गाय काटल गइल", "Usaon"),
        ("करियावन में मारपीट भइल", "Kariyanwa"),
        ("Dodhiya jaldi aao, goli chal rahi hai", "Dodhiya"),
        ("police ne kurbaan ali ko pakda", None),
        ("welfare me paisa kha gaye", None),
        ("ek tatthar ka baada hai jahan bachhde bandhe hai", None),
    ],
)
def test_what_is_spelt_so_is_meant(imported: Gazetteer, text: str, name: str | None) -> None:
    place = imported.read(text).place
    assert (place.name if place else None) == name


def test_what_lies_outside_is_no_village_of_like_sound(imported: Gazetteer) -> None:
    place = imported.read("Mirzapur ke Ahraura bazar me chain jhapat li").place
    assert place is None or place.district == "outside"


def test_where_kin_serve_is_not_where_it_happened(imported: Gazetteer) -> None:
    place = imported.read(
        "thieves entered [reporter address] at Kurawan and took cash. my brother is [reporter post] at Gorakhpur"
    ).place
    assert place is not None and place.name == "Kurawan"


@pytest.mark.parametrize("text", ["शादियाबाद मेला से लइका गायब भइल", "Sadiyabad wale raste par loot hui"])
def test_a_shy_name_is_meant_beside_its_fair_and_its_road(imported: Gazetteer, text: str) -> None:
    reading = imported.read(text)
    assert "Shadiabad" in {mention.place.name for mention in reading.mentions}
