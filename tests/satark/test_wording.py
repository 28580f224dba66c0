"""Facts said back in the person's language."""

import datetime as dt

import pytest

from satark.reading import KOLKATA
from satark.wording import say_place, say_when

NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=KOLKATA)


def point(start, end, grain, **more):
    facts = {"kind": "point", "from": start, "to": end, "grain": grain, "approximate": False, "rrule": None}
    return {**facts, "time_from": None, "time_to": None, **more}


def stretch(start, end, grain="hour"):
    return point(start, end, grain, kind="interval")


HOUR = point("2026-11-19T23:00:00+05:30", "2026-11-20T00:00:00+05:30", "hour")
EVENING = point("2026-11-19T16:00:00+05:30", "2026-11-19T20:00:00+05:30", "daypart")
DAY = point("2026-11-12T00:00:00+05:30", "2026-11-13T00:00:00+05:30", "day")
DAILY = point(None, None, "hour", kind="recurring", rrule="FREQ=DAILY")
EVERY = {**DAILY, "time_from": "16:00", "time_to": "20:00"}
AT_SIX = {**DAILY, "time_from": "18:00", "time_to": "19:00"}
FRIDAYS = point(None, None, None, kind="recurring", rrule="FREQ=WEEKLY;BYDAY=FR")


@pytest.mark.parametrize(
    ("when", "language", "said"),
    [
        (HOUR, "hi-Latn", "beeta kal (19 November), raat 11 baje"),
        (HOUR, "en", "yesterday (19 November), 23:00"),
        (EVENING, "hi", "कल (बीता) (19 नवंबर), शाम"),
        (DAY, "en", "12 November"),
        (EVERY, "en", "every day, 16:00 to 20:00"),
        (EVERY, "hi-Latn", "har roz, shaam 4 baje se raat 8 baje tak"),
        ({**EVERY, "grain": "daypart"}, "hi-Latn", "har roz, shaam"),
        ({**EVERY, "grain": "daypart", "time_from": "06:00", "time_to": "18:00"}, "hi", "हर रोज़, दिन"),
        (AT_SIX, "hi-Latn", "har roz, shaam 6 baje"),
        (AT_SIX, "en", "every day, 18:00"),
        ({**AT_SIX, "grain": "minute", "time_from": "17:30", "time_to": None}, "hi", "हर रोज़, शाम 5:30 बजे"),
        ({**EVERY, "time_from": "23:00", "time_to": "02:00"}, "hi", "हर रोज़, रात 11 बजे से रात 2 बजे तक"),
        (FRIDAYS, "hi-Latn", "har Shukravar"),
        (point("2025-11-12T00:00:00+05:30", "2025-11-13T00:00:00+05:30", "day"), "en", "12 November 2025"),
        (
            point("2026-11-18T00:00:00+05:30", "2026-11-20T00:00:00+05:30", "day", kind="interval"),
            "en",
            "18 November to yesterday (19 November)",
        ),
        ({**DAY, "approximate": True}, "en", "about 12 November"),
        (
            stretch("2026-11-19T21:00:00+05:30", "2026-11-19T22:00:00+05:30"),
            "en",
            "yesterday (19 November), 21:00 to 22:00",
        ),
        (
            stretch("2026-11-19T21:30:00+05:30", "2026-11-20T01:00:00+05:30", "minute"),
            "hi-Latn",
            "beeta kal (19 November), raat 9:30 baje se raat 1 baje tak",
        ),
        (stretch("2026-11-20T09:00:00+05:30", NOW.isoformat()), "en", "today (20 November), 09:00 until now"),
        (
            stretch("2026-11-17T22:00:00+05:30", "2026-11-20T06:00:00+05:30"),
            "en",
            "17 November, 22:00 to today (20 November), 06:00",
        ),
        (stretch("2026-11-18T00:00:00+05:30", "2026-11-19T00:00:00+05:30", "day"), "en", "18 November"),
    ],
)
def test_a_time_is_said_as_people_say_it(when, language, said):
    assert say_when(when, "happened", language, NOW) == said


def test_what_is_not_known_is_said_so():
    assert say_when(None, "ongoing", "en", NOW) == "going on now"
    assert say_when(None, None, "hi-Latn", NOW) == "pata nahi"
    assert say_place(None, "en") == "not known"


def test_a_place_is_said_with_its_relation_and_district():
    place = {"name": "Shahganj", "text": "shahganj", "relation": "near", "district": "jaunpur"}
    assert say_place(place, "en") == "near Shahganj, Jaunpur"
    assert say_place(place, "hi-Latn") == "Shahganj ke paas, Jaunpur"
    assert say_place({**place, "relation": "2 km before"}, "en") == "Shahganj (2 km before), Jaunpur"
    assert say_place({"name": "Jaunpur", "district": "jaunpur"}, "en") == "Jaunpur"
    assert say_place({**place, "relation": "behind school"}, "hi-Latn") == "Shahganj (school ke peeche), Jaunpur"
    assert say_place({**place, "relation": "at petrol pump"}, "en") == "Shahganj (at petrol pump), Jaunpur"


@pytest.mark.parametrize(
    ("relation", "language", "said"),
    [
        ("behind skool", "hi", "Shahganj (स्कूल के पीछे)"),
        ("in front of हास्पिटल", "hi-Latn", "Shahganj (aspatal ke saamne)"),
        ("near pani tanki", "en", "Shahganj (near water tank)"),
        ("in front of police station", "hi", "Shahganj (थाने के सामने)"),
        ("at chauraha", "hi", "Shahganj (चौराहे पर)"),
        ("at chauraha", "en", "Shahganj (at crossroads)"),
        ("near setu", "en", "Shahganj (near setu)"),
    ],
)
def test_a_landmark_is_said_in_the_readers_language(relation: str, language: str, said: str) -> None:
    assert say_place({"name": "Shahganj", "relation": relation}, language) == said


@pytest.mark.parametrize(
    ("relation", "language", "said"),
    [("at", "hi", "केराकत"), ("at", "hi-Latn", "Kerakat"), ("at", "en", "at Kerakat"), ("on", "hi-Latn", "Kerakat par")],
)
def test_a_place_at_a_crossing_is_said_in_plain_words(relation, language, said):
    name = "केराकत" if language == "hi" else "Kerakat"
    assert say_place({"name": name, "relation": relation}, language) == said
