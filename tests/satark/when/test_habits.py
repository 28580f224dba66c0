"""What recurs, what has gone on since, and what goes on now."""

import pytest

from satark.reading import KOLKATA
from tests.satark.when.telling import WEDNESDAY_MORNING, habit, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("roz ganja bikta hai", "FREQ=DAILY ?-?"),
        ("यहां रोज़ाना शराब बिकती है", "FREQ=DAILY ?-?"),
        ("har roz juaa hota hai", "FREQ=DAILY ?-?"),
        ("pratidin vasooli hoti hai", "FREQ=DAILY ?-?"),
        ("gaon me roje daru bikela", "FREQ=DAILY ?-?"),
        ("they sell liquor daily", "FREQ=DAILY ?-?"),
        ("roz 9 se 11 bikta hai", "FREQ=DAILY 09:00-11:00"),
        ("roz raat 9 se 11 bikta hai", "FREQ=DAILY 21:00-23:00"),
        ("har raat 12 baje ke baad truck aate hain", "FREQ=DAILY 00:00-?"),
        ("raat ko 10 se subah 4 tak roz balu nikalta hai", "FREQ=DAILY 22:00-04:00"),
        ("रोज शाम सात से दस बजे तक जुआ होता है", "FREQ=DAILY 19:00-22:00"),
        ("every evening boys gamble here", "FREQ=DAILY 16:00-20:00"),
        ("har shukravar gaay kaatte hain", "FREQ=WEEKLY;BYDAY=FR ?-?"),
        ("हर शनिवार को गाय काटते हैं", "FREQ=WEEKLY;BYDAY=SA ?-?"),
        ("every Friday night trucks cross the bridge", "FREQ=WEEKLY;BYDAY=FR 20:00-04:00"),
        ("mangal aur shanichar ko juaa hota hai", "FREQ=WEEKLY;BYDAY=TU,SA ?-?"),
        ("every Tuesday and Saturday after midnight they come", "FREQ=WEEKLY;BYDAY=TU,SA 00:00-?"),
        ("har 2 din me maal aata hai", "FREQ=DAILY;INTERVAL=2 ?-?"),
        ("har dusre din raat me gaadi aati hai", "FREQ=DAILY;INTERVAL=2 20:00-04:00"),
        ("ek din chhod ke aate hain", "FREQ=DAILY;INTERVAL=2 ?-?"),
        ("दो दिन छोड़कर शाम को आता है", "FREQ=DAILY;INTERVAL=3 16:00-20:00"),
        ("they come on alternate days", "FREQ=DAILY;INTERVAL=2 ?-?"),
        ("mahine me ek baar vasooli karta hai", "FREQ=MONTHLY ?-?"),
        ("har mahine ki 5 tarikh ko hafta leta hai", "FREQ=MONTHLY;BYMONTHDAY=5 ?-?"),
        ("hafte me do baar aate hain", "? ?-?"),
        ("aksar yahan maar peet hoti hai", "? ?-?"),
        ("raat me balu nikalta hai", "FREQ=DAILY 20:00-04:00"),
    ],
)
def test_habits_have_a_rule_where_one_can_be_written(text: str, expected: str) -> None:
    reading = told(text)
    assert habit(text) == expected
    assert reading.tense == "recurring"
    assert reading.when is not None and (reading.when.start, reading.when.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("3 mahine se ganja bik raha hai", "2026-06-23"),
        ("तीन महीने से गांजा बिक रहा है", "2026-06-23"),
        ("do saal se ye dhandha chal raha hai", "2024-09-23"),
        ("for two weeks they have been selling smack", "2026-09-09"),
        ("from last 3 days a man is following girls", "2026-09-20"),
        ("kal se ladki gayab hai", "2026-09-22"),
        ("since Monday they are digging sand", "2026-09-21"),
        ("saal bhar se vasooli chal rahi hai", "2025-09-23"),
        ("they have been collecting money since Diwali", "2025-10-20"),
    ],
)
def test_since_is_an_interval_up_to_the_message(text: str, start: str) -> None:
    reading = told(text)
    when = reading.when
    assert when is not None and when.start is not None
    assert (when.kind, when.start.date().isoformat(), when.end) == ("interval", start, WEDNESDAY_MORNING)
    assert reading.tense in ("ongoing", "recurring")


@pytest.mark.parametrize("text", ["kai din se bik raha hai", "mahino se bik raha hai", "कई दिनों से बिक रहा है"])
def test_since_an_unsaid_number_has_no_start(text: str) -> None:
    when = told(text).when
    assert when is not None and (when.kind, when.start, when.end) == ("interval", None, WEDNESDAY_MORNING)


@pytest.mark.parametrize(
    "text",
    [
        "abhi juaa ho raha hai",
        "is samay chauraahe par maar peet ho rahi hai",
        "इस वक्त दुकान में गांजा बिक रहा है",
        "they are selling smack right now",
        "ehi samay pulis ghoos let ba",
    ],
)
def test_now_begins_at_the_message_and_has_no_end(text: str) -> None:
    reading = told(text)
    when = reading.when
    assert when is not None and (when.kind, when.start, when.end, when.grain) == (
        "ongoing",
        WEDNESDAY_MORNING,
        None,
        None,
    )
    assert when.start is not None and when.start.tzinfo == KOLKATA
    assert reading.tense == "ongoing"


@pytest.mark.parametrize("text", ["abhi-abhi chain chheen li", "अभी अभी गोली चली है", "abhi chori hui hai"])
def test_just_now_has_happened(text: str) -> None:
    reading = told(text)
    assert reading.tense == "happened"
    assert reading.when is not None and reading.when.kind == "point" and reading.when.approximate
