"""Names as they are typed: letters left out or misplaced, flaps heard either way, particles that sound like rivers."""

import os
import subprocess
import sys

import pytest

from satark.gazetteer import Gazetteer
from satark.gazetteer.spelling import strain
from satark.phonetics import sound_key
from satark.text import normalise


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("dullapur me kal chori hui", "Dullahpur", "ghazipur"),
        ("दुल्लापुर थाना क्षेत्र में मारपीट हुई", "Dullahpur", "ghazipur"),
        ("marda me jua hota hai", "Mardah", "ghazipur"),
        ("मरदा के पास लूट हुई", "Mardah", "ghazipur"),
        ("jangahi junction ke bahar mobile chheen liya", "Janghai Jn", "jaunpur"),
        ("sai nadi ke kinare daru ban rahi hai", "Sai", "jaunpur"),
        ("सई नदी में बालू निकाली जा रही है", "Sai", "jaunpur"),
        ("magai nadi ke pul pe maarpeet", "Mangai", "ghazipur"),
        ("naam pata nahi. Baburi", "Baburi", "chandauli"),
    ],
)
def test_a_misspelt_place_is_still_found(gazetteer: Gazetteer, text: str, name: str, district: str) -> None:
    place = gazetteer.read(normalise(text)).place
    assert place is not None
    assert (place.name, place.district) == (name, district)


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("ढेढ़वलिया में मवेशी लादे जाएंगे", "Dedhwaliya", "chandauli"),
        ("भुजहुवा गांव में झगड़ा हुआ", "Bhujhuwa", "chandauli"),
        ("गोरसरा में हत्या हुई", "Gorsara", "ghazipur"),
    ],
)
def test_a_village_whose_vowels_or_flaps_are_heard_otherwise_is_found(
    imported: Gazetteer, text: str, name: str, district: str
) -> None:
    place = imported.read(normalise(text)).place
    assert place is not None
    assert (place.name, place.district) == (name, district)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("सनेहुआ में कल रात बम फटा", "Sanehuwa"),
        ("तरसांवा में विस्फोट", "Tarsanwa"),
        ("पिपरखड़िया के जंगल में लकड़ी कट रही है", "Piparkharia"),
        ("डांडसावली में झगड़ा हुआ", "Dandsawli"),
        ("amraouna me gokashi", "Amrauna"),
        ("birana gaon me maarpeet, sakaldiha", "Virana"),
        ("haidaria me barat me goli", "Haydaria"),
        ("pachperwa me chhappar jala diya", "Pachperawa"),
        ("चोरी की बात है, मुंगरडीह, कल शाम", "Mungardih"),
        ("टांडा कलां में रोज जुआ होता है", "Tanda Kala"),
    ],
)
def test_nasals_glides_and_unspoken_vowels_are_heard_either_way(imported: Gazetteer, text: str, name: str) -> None:
    place = imported.read(normalise(text)).place
    assert place is not None
    assert place.name is not None
    assert sound_key(place.name.removesuffix("n")) == sound_key(name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("सैदपुर में वसूली", "Saidpur", "tehsil"),
        ("saidpur me gutkha", "Saidpur", "tehsil"),
        ("saidpura gaon me gutkha", "Saidpura", "village"),
        ("nahi, सकलडीहा ना, सैदपुर", "Saidpur", "tehsil"),
    ],
)
def test_the_long_a_at_the_end_tells_towns_from_villages(imported: Gazetteer, text: str, name: str, kind: str) -> None:
    place = imported.read(normalise(text)).place
    assert place is not None
    assert (place.name, place.kind) == (name, kind)


@pytest.mark.parametrize("text", ["मेरा नाम किसी को पता न चले", "mera naam kisi ko pata na chale", "nadi se balu nikla"])
def test_words_that_sound_like_a_name_by_chance_name_no_village(imported: Gazetteer, text: str) -> None:
    assert [mention.place.name for mention in imported.read(normalise(text)).mentions if mention.place.name] == []


def test_names_as_near_as_each_other_come_in_one_order_in_every_process() -> None:
    code = (
        "from satark.gazetteer import Gazetteer\n"
        "print([place.name for place in Gazetteer.load().lookup('Sikandrapuur')])\n"
        "print([place.name for place in Gazetteer.load().lookup('Rampuria')])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


@pytest.mark.parametrize(
    ("heard", "name", "cost"),
    [
        ("kurana", "kurana", 0.0),
        ("sankarpur", "sankerpur", 0.25),
        ("pesura", "pesuda", 0.25),
        ("kajuhan", "kajuha", 0.25),
        ("kandva", "kadva", 0.5),
        ("dandsabli", "dandsoli", 0.5),
        ("mangru", "mangra", 1.0),
        ("rampur", "sampur", 1.0),
    ],
)
def test_slips_that_are_heard_either_way_cost_less(heard: str, name: str, cost: float) -> None:
    assert strain(heard, name) == strain(name, heard) == cost


def test_a_strain_beyond_its_limit_is_not_reckoned_out() -> None:
    assert strain("jaunpur", "mughalsarai", 1.0) == 2.0
