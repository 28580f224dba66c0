"""The language of the sentence frame, in short and long, tidy and wild messages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.language import identify, is_in_another_script

HINDI = [
    "कल मेरे area में robbery हुई",
    "police ko बताना please market में चोरी हुई",
    "शाहगंज में गांजा बिक रहा है",
    "हमरे गांव में दारू बेचत बाड़े",
    "सुरेश",
    "हां",
    "UP62AT1234 pickup से गाय ले जा रहे हैं",
    "१० बजे",
]
ROMAN = [
    "kal mere area me robbery hui",
    "daru mil raha h kerakat me",
    "hamre gaon me daru bechat ba log",
    "namaste",
    "ram ram",
    "pranam",
    "haan",
    "nahi",
    "jaunpur me",
    "kal raat ko",
    "thik hai",
    "accha",
    "daroga ji ghoos lete he",
    "mere husband mujhe beat karte hain",
    "sir mai dar gya hu",
    "log juaa khel rhe",
    "nhi pta",
    "gaadi me the 4 log",
    "market ke pas police paisa le rhi",
    "kerakat thana ke samne",
]
ENGLISH = [
    "Illegal sharab is being sold near Shahganj",
    "hi",
    "hello",
    "ok",
    "no",
    "yes",
    "He is selling ganja",
    "I want to report theft",
    "Near SBI bank",
    "At 5 pm yesterday",
    "Police is taking bribe",
    "Suresh",
    "9876543210",
    "",
    "Daroga of Kotwali thana takes money from sand trucks",
    "Robbery at gunpoint",
    "in Jaunpur",
    "my husband beats me for dahej",
    "Who will see this?",
]


@pytest.mark.parametrize(
    ("message", "language"),
    [(message, "hi") for message in HINDI]
    + [(message, "hi-Latn") for message in ROMAN]
    + [(message, "en") for message in ENGLISH],
)
def test_the_frame_decides(message: str, language: str) -> None:
    assert identify(message) == language


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_string_has_a_language(message: str) -> None:
    assert identify(message) in ("hi", "en", "hi-Latn")


@pytest.mark.parametrize("message", ["یہاں جوا ہوتا ہے", "এখানে জুয়া খেলা হয়", "இங்கே சூதாட்டம்", "Kerakat میں چوری ہوئی ہے"])
def test_most_letters_of_another_script_cannot_be_read(message: str) -> None:
    assert is_in_another_script(message)


@pytest.mark.parametrize("message", ["", "12345 😀", "kerakat me chori", "केराकत में चोरी", "Crime at Shahganj (শাহগঞ্জ)"])
def test_hindi_english_and_no_letters_at_all_are_no_other_script(message: str) -> None:
    assert not is_in_another_script(message)
