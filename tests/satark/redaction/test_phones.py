"""Phones in any dress: the reporter's are gone, the others' stand whole and in ten digits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.redaction import phones, redact
from satark.text import normalise

NUMBER = "9876543210"

_ENGLISH = "zero one two three four five six seven eight nine".split()
_ROMAN = "shunya ek do teen chaar paanch chhah saat aath nau".split()
_HINDI = "शून्य एक दो तीन चार पांच छह सात आठ नौ".split()


@st.composite
def dressed_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """(ten digits, one way of writing them)."""
    digits = draw(st.sampled_from("6789")) + draw(st.text("0123456789", min_size=9, max_size=9))
    prefix = draw(st.sampled_from(["", "+91 ", "+91-", "+91", "0", "0091 ", "91 "]))
    style = draw(st.sampled_from(["plain", "split", "single", "devanagari", "english", "roman", "hindi", "repeats"]))
    if style in ("english", "roman", "hindi"):
        names = {"english": _ENGLISH, "roman": _ROMAN, "hindi": _HINDI}[style]
        return digits, " ".join(names[int(digit)] for digit in digits)
    if style == "repeats":
        return digits, _with_repeats(digits)
    separator = draw(st.sampled_from([" ", "-", ".", " - ", "\n", "/"]))
    written = digits
    if style == "split":
        cut = draw(st.integers(2, 8))
        written = digits[:cut] + separator + digits[cut:]
    elif style == "single":
        written = " ".join(digits)
    written = prefix + written
    if style == "devanagari":
        written = written.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    return digits, written


def _with_repeats(digits: str) -> str:
    words, at = [], 0
    while at < len(digits):
        twice = digits[at : at + 2] == digits[at] * 2
        words.append(("double " if twice else "") + _ENGLISH[int(digits[at])])
        at += 2 if twice else 1
    return " ".join(words)


REPORTER_CUES = [
    "mera number {} hai",
    "mera mobile no. {}",
    "mujhe {} par call kare",
    "मेरा नंबर {} है",
    "मुझसे {} पर संपर्क करें",
    "my number is {}",
    "call me on {}",
    "hamar number ha {}",
    "is number pe baat kijiye {}",
    "main {} se bol raha hoon",
]
OTHER_CUES = [
    "dealer ka number {} hai",
    "uska number {} hai",
    "उसका नंबर {} है",
    "आरोपी का मोबाइल नंबर {}",
    "{} se dhamki bhara call aaya",
    "his number is {}",
    "the dealer's number is {}",
    "okar number {} ha",
    "ganja bechne wale ka mobile {}",
    "fraud call came from {}",
]


@given(dressed_numbers(), st.sampled_from(REPORTER_CUES))
@settings(max_examples=400, deadline=None)
def test_the_reporters_number_is_gone_in_any_dress(number: tuple[str, str], cue: str) -> None:
    digits, written = number
    result = redact(cue.format(written))
    assert "[reporter phone]" in result.text
    assert [phone.owner for phone in result.phones] == ["reporter"]
    assert result.phones[0].number is None and result.phones[0].text == "[reporter phone]"
    assert digits not in "".join(character for character in result.text if character.isdigit())
    assert normalise(written) not in result.text


@given(dressed_numbers(), st.sampled_from(OTHER_CUES))
@settings(max_examples=400, deadline=None)
def test_anothers_number_is_kept_whole_and_given_in_ten_digits(number: tuple[str, str], cue: str) -> None:
    digits, written = number
    message = cue.format(written)
    result = redact(message)
    assert result.text == normalise(message)
    assert [(phone.number, phone.owner) for phone in result.phones] == [(digits, "other")]


@pytest.mark.parametrize(
    ("message", "owners"),
    [
        ("uska number 9876543210 hai aur mera 9765432101 hai", ["other", "reporter"]),
        ("mera 9876543210 hai, dealer ka 9765432101", ["reporter", "other"]),
        ("mere number 9000000001 pe OTP aaya, 9876543210 se call karke paise maange", ["reporter", "other"]),
        ("मेरे मोबाइल पर 9876543210 से फोन आया, ओटीपी मांगा", ["other"]),
        ("mujhe 9876543210 se call aaya ki lottery lagi hai", ["other"]),
        ("sharab chahiye to 9876543210 pe phone karo ghar pe de jate hai", ["other"]),
        ("paise 9876543210 pe phonepe karaye, fraud hai", ["other"]),
        ("Pintu (9876543210) smack bechta hai", ["other"]),
        ("aur jankari ke liye 9876543210 par sampark karein", ["reporter"]),
        ("mere papa ka number 9876543210 hai unse baat kar lo", ["reporter"]),
        ("9876543210 ye number uska hai", ["other"]),
        ("9876543210 mera number hai, naam mat batana", ["reporter"]),
        ("Ganja seller in Kerakat, number 9876543210. My number 9765432101", ["other", "reporter"]),
        ("98765 43210", ["unknown"]),
        ("Mob 9876543210", ["unknown"]),
        ("mera number 9876543210 ya 9765432101", ["reporter", "reporter"]),
        ("dealer ka number 9876543210, 9765432101", ["other", "other"]),
        ("mera landline 05452-220123 hai", ["reporter"]),
        ("mera number 98O65432lO hai", ["reporter"]),
        ("mera number 987654321 hai", ["reporter"]),
        ("mera number 98 saat sat 65 char teen do ek", ["reporter"]),
        ("मेरा नंबर अट्ठानवे छिहत्तर चौवन बत्तीस दस", ["reporter"]),
        ("uska Nepal ka number +977 9812345678 hai", ["other"]),
    ],
)
def test_whose_number_it_is(message: str, owners: list[str]) -> None:
    assert [phone.owner for phone in redact(message).phones] == owners


@pytest.mark.parametrize(
    "message",
    [
        "112 par call kiya, 1090 aur 1098 bhi, koi nahi aaya",
        "pin code 222001 ke paas",
        "FIR number 0123/2024 me karwai nahi hui, dhara 302",
        "gaadi UP62AT1234 aur UP 65 BC 4321",
        "15-08-2024 ko 50000 rupaye aur 25 kilo ganja",
        "UTR 412345678901 order 9876543210",
        "saat baje do ladke aaye, teen ghante baad chaar aur",
    ],
)
def test_what_is_no_phone_is_left_alone(message: str) -> None:
    result = redact(message)
    assert result.phones == ()
    assert result.text == message


def test_phones_reads_the_redacted_text_alone() -> None:
    found = phones("mera [reporter phone], ye [phone], dealer ka 98765-43210")
    assert [(phone.number, phone.owner, phone.text) for phone in found] == [
        (None, "reporter", "[reporter phone]"),
        (None, "unknown", "[phone]"),
        ("9876543210", "other", "98765-43210"),
    ]
