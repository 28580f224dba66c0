"""Times rendered in any script are read back as they were meant."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from satark.reading import KOLKATA
from satark.when.hours import WINDOWS
from tests.satark.when.telling import WEDNESDAY_MORNING, told

NUMBERS = {
    1: ("ek", "एक"), 2: ("do", "दो"), 3: ("teen", "तीन"), 4: ("chaar", "चार"), 5: ("paanch", "पांच"), 6: ("chhah", "छह"),
    7: ("saat", "सात"), 8: ("aath", "आठ"), 9: ("nau", "नौ"), 10: ("das", "दस"), 11: ("gyarah", "ग्यारह"),
    12: ("barah", "बारह"),
}  # fmt: skip
PARTS = {
    "early_morning": ("bhor", "भोर", range(3, 6)),
    "morning": ("subah", "सुबह", range(6, 11)),
    "noon": ("dopahar", "दोपहर", range(11, 16)),
    "evening": ("shaam", "शाम", range(16, 20)),
    "night": ("raat", "रात", range(20, 28)),
}
WEEKDAYS = (
    ("somvar", "सोमवार", "Monday"), ("mangalwar", "मंगलवार", "Tuesday"), ("budhwar", "बुधवार", "Wednesday"),
    ("guruvar", "गुरुवार", "Thursday"), ("shukrawar", "शुक्रवार", "Friday"), ("shanivar", "शनिवार", "Saturday"),
    ("itwar", "इतवार", "Sunday"),
)  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DEVANAGARI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
moments = st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2028, 12, 31)).map(lambda at: at.replace(tzinfo=KOLKATA))
scripts = st.sampled_from(["latin", "devanagari"])


def _hour(hour: int, script: str, worded: bool) -> str:
    clock = (hour - 1) % 12 + 1
    if worded:
        return NUMBERS[clock][script == "devanagari"]
    return str(clock).translate(DEVANAGARI_DIGITS) if script == "devanagari" else str(clock)


@settings(deadline=None, max_examples=200)
@given(moments, st.sampled_from(sorted(PARTS)), st.data(), scripts, st.booleans())
def test_yesterdays_hours_come_back(at: dt.datetime, part: str, data: st.DataObject, script: str, worded: bool) -> None:
    roman, devanagari, hours = PARTS[part]
    hour = data.draw(st.sampled_from(hours))
    spoken = _hour(hour, script, worded)
    text = f"kal {roman} {spoken} baje chori hui" if script == "latin" else f"कल {devanagari} {spoken} बजे चोरी हुई"
    midnight = dt.datetime.combine(at.date() - dt.timedelta(days=1), dt.time(), KOLKATA)
    when = told(text, at).when
    assert when is not None and when.start == midnight + dt.timedelta(hours=hour)
    assert when.end == when.start + dt.timedelta(hours=1)


@settings(deadline=None, max_examples=60)
@given(moments, st.sampled_from(sorted(PARTS)), scripts)
def test_yesterdays_parts_come_back(at: dt.datetime, part: str, script: str) -> None:
    roman, devanagari, _ = PARTS[part]
    text = f"kal {roman} ko loot hui" if script == "latin" else f"कल {devanagari} को लूट हुई"
    midnight = dt.datetime.combine(at.date() - dt.timedelta(days=1), dt.time(), KOLKATA)
    when = told(text, at).when
    first, last = (midnight + dt.timedelta(hours=hour) for hour in WINDOWS[part])
    assert when is not None and (when.start, when.end, when.grain) == (first, last, "daypart")


@settings(deadline=None, max_examples=100)
@given(moments, st.integers(0, 6), st.sampled_from([0, 1, 2]), st.booleans())
def test_weekdays_come_back_on_the_side_of_the_tense(at: dt.datetime, day: int, script: int, ahead: bool) -> None:
    name = WEEKDAYS[day][script]
    verbs = (("loot hui", "loot karenge"), ("लूट हुई", "लूट करेंगे"), ("they robbed him", "they will rob him"))[script]
    text = f"on {name} {verbs[ahead]}" if script == 2 else f"{name} {('ko', 'को')[script]} {verbs[ahead]}"
    when = told(text, at).when
    assert when is not None and when.start is not None and when.start.weekday() == day
    distance = (when.start.date() - at.date()).days
    assert 1 <= (distance if ahead else -distance) <= 7


@settings(deadline=None, max_examples=60)
@given(moments, st.integers(1, 60), scripts)
def test_days_ago_come_back(at: dt.datetime, days: int, script: str) -> None:
    number = str(days).translate(DEVANAGARI_DIGITS) if script == "devanagari" else str(days)
    text = f"{number} din pehle chori hui" if script == "latin" else f"{number} दिन पहले चोरी हुई"
    when = told(text, at).when
    assert when is not None and when.start is not None
    assert when.start.date() == at.date() - dt.timedelta(days=days)


@settings(deadline=None, max_examples=100)
@given(
    moments, st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y"])
)
def test_written_dates_come_back(at: dt.datetime, date: dt.date, form: str) -> None:
    when = told(f"{date.strftime(form)} ko ghatna hui", at).when
    assert when is not None and when.start is not None and when.start.date() == date


@settings(deadline=None, max_examples=100)
@given(moments, st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 28)), st.booleans())
def test_named_dates_come_back_with_their_year(at: dt.datetime, date: dt.date, english: bool) -> None:
    month = MONTHS[date.month - 1]
    text = (
        f"on {month} {date.day}, {date.year} he was robbed"
        if english
        else f"{date.day} {month} {date.year} ko loot hui"
    )
    when = told(text, at).when
    assert when is not None and when.start is not None and when.start.date() == date


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 23), st.integers(0, 59))
def test_clocks_of_24_hours_come_back(hour: int, minute: int) -> None:
    when = told(f"23/08/2026 ko {hour:02d}:{minute:02d} baje loot hui", WEDNESDAY_MORNING).when
    assert when is not None and when.start is not None and when.start.minute == minute
    assert when.start.hour % 12 == hour % 12
    assert 1 <= hour <= 12 or when.start.hour == hour
