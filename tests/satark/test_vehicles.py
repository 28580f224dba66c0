"""Registrations in any dress, joined with the kind of vehicle; the reporter's own is never listed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.redaction import redact
from satark.vehicles import vehicles


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("UP62AT1234 pickup se gaay le ja rahe the", [("UP62AT1234", "pickup")]),
        ("up 62 at-1234 bolero", [("UP62AT1234", "bolero")]),
        ("यूपी 62 एटी 1234 बोलेरो से आए", [("UP62AT1234", "bolero")]),
        ("यूपी६२एटी१२३४ ट्रक", [("UP62AT1234", "truck")]),
        ("22 BH 1234 AA car", [("22BH1234AA", "car")]),
        ("UP 62 number ki scorpio", [(None, "scorpio")]),
        ("gaadi number 4521 thi", [(None, None)]),
        ("truck aur pickup dono", [(None, "truck"), (None, "pickup")]),
        ("2 JCB aur 4 dumper raat me", [(None, "JCB"), (None, "dumper")]),
        ("tractor trolley se balu", [(None, "tractor-trolley")]),
        ("बाइक पर दो लड़के आए", [(None, "motorcycle")]),
        ("black pulsar wale ne chain chheeni", [(None, "motorcycle")]),
        ("ई रिक्शा से पेटी ले जाता है", [(None, "e-rickshaw")]),
        ("white swift me the", [(None, "car")]),
        ("padosi ki splendor bike UP 65 BC 4321 chori hui", [("UP65BC4321", "motorcycle")]),
        ("BR01AB0001 truck aage aur UP62AT0002 scorpio peeche", [("BR01AB0001", "truck"), ("UP62AT0002", "scorpio")]),
        ("swift action please", []),
        ("bas itna hi, goli aur bullet mari", []),
        ("meri bike chori ho gayi", []),
        ("main apni car se ja raha tha", []),
        ("wo apni bolero se daru lata hai", [(None, "bolero")]),
        ("pickup aayi, fir wahi pickup wapas gayi", [(None, "pickup")]),
    ],
)
def test_the_vehicles_of_a_message(message: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(vehicle.registration, vehicle.type) for vehicle in vehicles(redact(message).text)] == expected


def test_the_reporters_own_vehicle_is_not_listed_even_where_it_was_stolen() -> None:
    assert vehicles(redact("meri bike UP62AT1234 chori ho gayi, bolero wale le gaye").text)[0].type == "bolero"
    assert len(vehicles(redact("meri bike UP62AT1234 chori ho gayi, bolero wale le gaye").text)) == 1


_LETTERS = st.text("ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=1, max_size=2)


@given(
    st.sampled_from(["UP", "BR", "MP", "DL"]),
    st.integers(1, 99),
    _LETTERS,
    st.integers(1, 9999),
    st.sampled_from(["", " ", "-", "."]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_any_dress_of_a_registration_reads_the_same(
    state: str, rto: int, series: str, number: int, gap: str, lower: bool
) -> None:
    written = gap.join([state, f"{rto:02d}", series, f"{number:04d}"])
    found = vehicles(f"truck {written.lower() if lower else written} se")
    assert [(vehicle.registration, vehicle.type) for vehicle in found] == [
        (f"{state}{rto:02d}{series}{number:04d}", "truck")
    ]


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_string_is_taken(message: str) -> None:
    assert all(vehicle.text in message or vehicle.text for vehicle in vehicles(redact(message).text))
