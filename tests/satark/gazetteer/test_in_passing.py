"""What is named in passing is no scene: where workers are from, where kin earn, words that only sound like a place."""

import pytest

from satark.gazetteer import Gazetteer
from satark.text import normalise


@pytest.mark.parametrize(
    "text",
    [
        "khet par orissa ke majdoor bandhak bana ke rakhe hai",
        "jo aaye the unki boli bihar wali thi",
        "mera marad Surat me kamala, jeth roz gali dela",
        "please do something, we are in Mumbai",
        "your parcel will be returned, press 1",
        "They sell marksheets. High school pass 5000",
    ],
)
def test_no_scene(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.read(normalise(text)).place is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("zamania ki taraf se ladki le jakar rajasthan me bech di", "Zamania", None),
        ("chori Nandganj bypass par hui, chor Saidpur ki taraf bhag gaye", "Nandganj", None),
        ("yusufpur stesn ke gate pe jeb kati", "Yusufpur", "railway_station"),
        ("zafarabad jankshn ke pas smack", "Zafarabad Jn", "railway_station"),
        ("purse was taken in Varanasi, we had come from Jaunpur", "Varanasi", "district"),
        ("purvanchal univarsity ke gate par ladke chhedte hai", "Veer Bahadur Singh Purvanchal University", "landmark"),
        ("Baburi h", "Baburi", None),
        ("outside the college in Jaunpur a man sells powder", "Jaunpur", None),
        ("मुगलसराय से सटे अलीनगर में जुआ होता है", "Alinagar", None),
    ],
)
def test_the_scene(gazetteer: Gazetteer, text: str, name: str, kind: str | None) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert place.name == name
    assert kind is None or place.kind == kind
