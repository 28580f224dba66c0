"""Hours of a call that is asked for, what a caller announced, hurried English nights, and verbs that go on."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import told, window

THURSDAY_NIGHT = dt.datetime(2026, 5, 14, 21, 30, tzinfo=KOLKATA)


def test_what_a_message_announced_is_not_when_it_happened() -> None:
    text = "parson shaam ko message aaya ki aaj raat khata band ho jayega, usne app dalwaya aur 40 hazar kat gaye"
    assert told(text, THURSDAY_NIGHT).tense == "happened"
    assert window(text, THURSDAY_NIGHT) == "05-12 16:00/05-12 20:00 daypart"


def test_an_hour_for_a_call_is_no_hour_of_the_habit() -> None:
    when = told("Kallan sells liquor everyday from the stall. 90000 11111 is mine, call after 7", THURSDAY_NIGHT).when
    assert when is not None and when.kind == "recurring" and when.time_from is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("coming sunday at 1 night two pickups will load buffalo", "05-18 01:00/05-18 02:00 hour"),
        ("he came yesterday at 10 morning", "05-13 10:00/05-13 11:00 hour"),
        ("bail 3 din pehile chori ho gail", "05-11 00:00/05-12 00:00 day"),
        ("it was done on Dusshera", "10-02 00:00/10-03 00:00 day"),
    ],
)
def test_times_of_people_in_a_hurry(text: str, expected: str) -> None:
    assert window(text, THURSDAY_NIGHT) == expected


@pytest.mark.parametrize("text", ["abhi goli chala rahe", "goli chala rhe log", "aag laga rahe", "अभी आग लगा रहे"])
def test_a_verb_before_rahe_goes_on_though_it_looks_like_a_past(text: str) -> None:
    assert told(text, THURSDAY_NIGHT).tense == "ongoing"


def test_robbers_are_counted_not_timed() -> None:
    assert told("हमारे घर में पाँच-छह डकैत घुसे हैं बंदूक लेकर", THURSDAY_NIGHT).when is None


@pytest.mark.parametrize(
    "text",
    ["लड़कियां सोलह सत्रह साल से ज्यादा की नहीं लगतीं", "ladki 16 saal se kam ki hai", "umar barah saal se zyada nahi hogi"],
)
def test_how_old_one_is_is_no_time(text: str) -> None:
    assert told(text, THURSDAY_NIGHT).when is None


def test_how_long_it_has_gone_on_is_one() -> None:
    assert told("do saal se zyada ho gaya, daru bech raha hai", THURSDAY_NIGHT).when is not None
