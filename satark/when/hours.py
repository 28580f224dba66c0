"""The day's parts as windows, and which hour a bare hour is.

Hours are counted from 00:00 of the named day and may pass 24: the night of a day lasts until 04:00 of the next, so
"raat 2 baje" is hour 26 (design/understanding, section 4).
"""

from __future__ import annotations

from satark.when.phrase import Clock

# Part -> first hour, hour after the last.
WINDOWS: dict[str, tuple[int, int]] = {
    "early_morning": (3, 6),
    "morning": (6, 11),
    "noon": (11, 16),
    "evening": (16, 20),
    "night": (20, 28),
    "late_night": (22, 28),
    "midnight": (23, 26),
    "daytime": (6, 18),
}
NIGHTS = frozenset({"night", "late_night", "midnight"})
_NIGHT_LATEST = 5  # hours 0-4 (and a stray 5) said with "raat" come after midnight
_AFTERNOON_EARLIEST = {"noon": 10, "evening": 12, "daytime": 6}


def until_hour(part: str) -> int:
    """The hour at which "until" a part ends: "subah tak" at its start, "aadhi raat tak" 24, others whole."""
    first, last = WINDOWS[part]
    return {"early_morning": first, "morning": first, "midnight": 24}.get(part, last)


def hour_of(clock: Clock, part: str | None) -> int:
    """Hours from the named day's 00:00 at which `clock` falls in `part`; without a part, the hour as said."""
    hour = clock.hour
    if part in NIGHTS:
        if hour >= 24 or hour <= _NIGHT_LATEST:
            return hour % 24 + 24
        if hour == 12:
            return 24 if clock.meridiem != "pm" else 12
        return hour + 12 if hour < 12 else hour
    if part is None or clock.meridiem not in (None, "0"):
        return hour
    if part in _AFTERNOON_EARLIEST:
        if part == "evening" and hour == 12:
            return 24
        return hour + 12 if hour < _AFTERNOON_EARLIEST[part] else hour
    return hour % 24 if part == "early_morning" and hour == 12 else hour


def readings(clock: Clock, part: str | None) -> tuple[int, ...]:
    """The hours a clock may mean: one where a part or am/pm decides, else both halves of the day."""
    if part or clock.meridiem or clock.hour > 12:
        return (hour_of(clock, part),)
    return (clock.hour % 12, clock.hour % 12 + 12)


def part_end(part: str | None, hour: int) -> int:
    """The hour at which the part ends that `hour` (0-30) lies in: where "after 10" stops."""
    if part:
        return max(WINDOWS[part][1], hour + 1)
    for first, last in (WINDOWS[name] for name in ("early_morning", "morning", "noon", "evening", "night")):
        if first <= hour < last:
            return last
    return hour + 1 if hour >= 28 else 4


def part_start(part: str | None, hour: int) -> int:
    """The hour at which the part begins that `hour` (0-30) lies in: where "before 10" starts."""
    if part:
        return min(WINDOWS[part][0], hour - 1)
    for first, last in (WINDOWS[name] for name in ("early_morning", "morning", "noon", "evening", "night")):
        if first < hour <= last:
            return first
    return max(hour - 1, 0)
