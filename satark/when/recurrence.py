"""Recurring times: an RFC 5545 rule where one can be written, and the window of the day."""

from __future__ import annotations

from satark.reading import Grain, When
from satark.when.hours import NIGHTS, WINDOWS, hour_of, part_end, part_start, until_hour
from satark.when.phrase import Clock, Phrase, Recurrence

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_GRAINS: dict[str, Grain] = {
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}


def recurring(phrase: Phrase, recurrence: Recurrence) -> When:
    """The recurring time of `phrase`; its `text` is left to the caller."""
    ends = bool(phrase.clock and phrase.until and phrase.until.clock)  # "daily between 11 pm and 4 am since Dussehra"
    window = None if phrase.since and phrase.day and not ends else day_window(phrase)  # "diwali ki raat se roz"
    time_from, time_to = (_written(hour) for hour in window) if window else (None, None)
    if (phrase.since and not phrase.span and not ends) or (phrase.bound == "after" and window):
        time_to = None  # from then on, and until when is not said
    if phrase.bound == "until" and phrase.clock:
        time_from = None
    grain: Grain = _GRAINS.get(recurrence.grain, "day")
    if phrase.clock:
        grain = phrase.clock.grain
    elif phrase.part:
        grain = "daypart"
    return When("recurring", None, None, grain, phrase.approximate, rule(recurrence), time_from, time_to)


def rule(recurrence: Recurrence) -> str | None:
    """`FREQ=WEEKLY;BYDAY=FR` and the like; None where the habit has no rule ("aksar", "twice a week")."""
    if recurrence.freq is None:
        return None
    parts = [f"FREQ={recurrence.freq}"]
    if recurrence.interval > 1:
        parts.append(f"INTERVAL={recurrence.interval}")
    if recurrence.month:
        parts.append(f"BYMONTH={recurrence.month}")
    if recurrence.byday:
        parts.append("BYDAY=" + ",".join(f"{recurrence.nth or ''}{_DAYS[day]}" for day in recurrence.byday))
    if recurrence.monthdays:
        parts.append("BYMONTHDAY=" + ",".join(str(day) for day in recurrence.monthdays))
    return ";".join(parts)


def day_window(phrase: Phrase) -> tuple[float, float] | None:
    """Hours from and to within the day; `to` may pass 24. None where nothing narrows the day."""
    clock, part = phrase.clock, phrase.part
    if clock is None:
        if part is None:
            return None
        first, last = map(float, WINDOWS[part])
        if part == "midnight" and phrase.until:
            first = 24.0  # "between midnight and four"
        if phrase.bound == "after":
            first, last = (24 if part == "midnight" else first, 28) if part in NIGHTS else (last, last + 3)
        elif phrase.bound == "before":
            first, last = first - 3, first
        if phrase.until and (phrase.until.part or phrase.until.clock):
            last = _until(phrase, float(first))
        return first, last
    start = _start(clock, part, later=phrase.until)
    if phrase.until and (phrase.until.clock or phrase.until.part):
        if not part and not clock.meridiem and phrase.until.part:
            start = _reach_back(clock, phrase.until)
        return start, _until(phrase, start)
    if phrase.bound == "after" and not part and not clock.meridiem and 5 <= start < 12:
        return start + 12, 28  # what is done "after 7" is done after dark
    if phrase.bound == "after":
        return start, part_end(part, int(start))
    if phrase.bound == "before":
        return part_start(part, int(start)), start
    if phrase.bound == "until":
        return part_start(part, int(start)), start
    return start, start + (1 if clock.grain == "hour" else 1 / 60)


def _start(clock: Clock, part: str | None, later: Phrase | None) -> float:
    """The hour of a habit: bare hours from one to five are the afternoon's, as "roz 4 baje" and "3 se 5 baje" are said;
    not where the end is told of another time of day."""
    hour = hour_of(clock, part)
    bare = later is None or (later.clock is not None and not (later.part or later.clock.meridiem))
    if not part and not clock.meridiem and bare and 1 <= hour <= 5:
        hour += 12
    return hour + clock.minute / 60


def _until(phrase: Phrase, start: float) -> float:
    """The first hour after `start` that the end of the range can mean."""
    assert phrase.until is not None
    end, part = phrase.until.clock, phrase.until.part
    if end is None:
        hour = float(until_hour(part)) if part else start + 1
        while hour <= start:
            hour += 24
        return hour
    hour = hour_of(end, part) % 24 + end.minute / 60
    step = 24 if part or end.meridiem or end.hour > 12 else 12
    if step == 12:
        hour %= 12
    while hour <= start:
        hour += step
    return hour


def _reach_back(clock: Clock, until: Phrase) -> float:
    """A bare first hour of "X se subah 4 tak": the reading nearest before the end."""
    end = float(until_hour(until.part or "morning"))
    if until.clock:
        end = hour_of(until.clock, until.part) % 24 + until.clock.minute / 60
    starts = [hour + clock.minute / 60 for hour in (clock.hour % 12, clock.hour % 12 + 12)]
    return min(starts, key=lambda start: (end - start) % 24 or 24)


def _written(hour: float) -> str:
    minutes = round(hour * 60) % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
