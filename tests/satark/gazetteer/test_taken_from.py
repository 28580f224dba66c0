"""Where something was taken from is where it was; vehicles, baskets and holy men name no village; a village told of
with its tehsil behind it, and a station whose own men take money."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer

VILLAGES = """kind,name,district,tehsil
village,Karauti,jaunpur,Kerakat
village,Kaithora,jaunpur,Kerakat
village,Nainpura,chandauli,Sakaldiha
village,Buddhipur,jaunpur,Jaunpur
village,Togapur,ghazipur,Saidpur
village,Banarsiya,chandauli,Chakia
village,Balemau,jaunpur,Jaunpur
village,Tekari,jaunpur,Machhlishahr
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("करौती बाजार से सुबह मेरी बाइक गायब हो गई। शक जिस पर है उसका अड्डा कैथोरा में है।", "Karauti"),
        ("[reporter address] Chahaniya me kaam karta hu. kal raat wo log taar kaat ke le gaye nainpura se", "Nainpura"),
        ("Two dumpers lift earth from Buddhipur every night. I cross them near Zafarabad Dairy", "Buddhipur"),
        ("hamare yahan jo togapur hai na saidpur tahsil me wahan balu nikalti hai", "Togapur"),
        ("राजदरी के रास्ते में बनारसिया गाँव पड़ता है, वहीं लॉज में जुआ होता है", "Banarsiya"),
        ("do baba khutahan me aaye the, gahna le gaye", "Khuthan"),
        ("shahabganj thane ke diwan ne kal phonepe pe 3000 liya report likhne ka", "Shahabganj"),
        ("meri bike Varanasi ke Cholapur se chori ho gayi", "Cholapur"),
        ("my bike was stolen from Cholapur, Varanasi. Black Passion.", "Cholapur"),
        ("बनारस से माल चंदवक होते हुए आजमगढ़ जाता है", "Chandwak"),
        ("kal polytechnic churaha pe mobile chhin ke bhage", "Polytechnic Chauraha"),
        ("kali baleno me aaye the teen log", None),
        ("cycle ki tokri se jhola gayab ho gaya", None),
    ],
)
def test_where_it_was(imported: Gazetteer, text: str, name: str | None) -> None:
    place = imported.read(text).place
    assert (place.name if place else None) == name


def test_what_is_stolen_goods_still_sets_out(imported: Gazetteer) -> None:
    route = imported.read("Saidpur se chori ka maal Bihar jata hai").route
    assert route is not None and route.origin is not None and route.origin.name == "Saidpur"
