"""Villages written in Devanagari that the directory spells otherwise, what stands beside a masked home, and whose
kin's kiln it is."""

from collections.abc import Callable

import pytest

from satark.gazetteer import Gazetteer

VILLAGES = """kind,name,district,tehsil
village,Khalasaha,jaunpur,Jaunpur
village,Bisundhari,chandauli,Sakaldiha
village,Karhar Buzurg,ghazipur,Ghazipur
village,Shivpur,chandauli,Chandauli
village,Khana Patti,jaunpur,Shahganj
village,Karjara,chandauli,Sakaldiha
village,Kidhawai,jaunpur,Machhlishahr
"""


@pytest.fixture(scope="module")
def imported(importing: Callable[[str], Gazetteer]) -> Gazetteer:
    return importing(VILLAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("खलसहा में कल रात चोरी हुई", "Khalasaha"),
        ("ज़हर पिला दिया, बिसुंधरी, जल्दी आइए", "Bisundhari"),
        ("they took eleven goats from Karhar Buzurg", "Karhar Buzurg"),
        ("पिकअप वाले ने कनपटी पर कट्टा रखा", None),
        ("Shivpuri colony me ek ghar ka tala toda", None),
        ("five armed [reporter address] in Karjara, Sakaldiha side. They tied my father and took gold", "Karjara"),
        (
            "bahariabad me ek aadmi sabka paisa leke bhag gaya. main [reporter name] hun, Kidhawai me [reporter post], "
            "pati ko mat bataiye",
            "Bahariabad",
        ),
        ("four men came to the brick kiln of my phupha [relative name] at Birno and asked two lakh", "Birno"),
        ("an aunty in Lanka, Ghazipur whose son is settled in Toronto lost her jewellery", "Lanka bus stand/ground"),
    ],
)
def test_where_it_happened(imported: Gazetteer, text: str, name: str | None) -> None:
    place = imported.read(text).place
    assert (place.name if place else None) == name
