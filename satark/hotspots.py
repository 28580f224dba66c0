"""When and where tips gather: counts by ISO week and month, hours of the week, and the places named most.

Weeks and months are those of filing, hours those of the incident, all in Asia/Kolkata. A tip counts once, under the
group of its first offence.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from satark.desks.tips import Tip
from satark.offences import offence_types
from satark.reading import KOLKATA

HOUR = dt.timedelta(hours=1)
LONGEST_WINDOW = dt.timedelta(hours=24)  # a longer window says nothing about the hour
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Period:
    """A week (`start` its Monday) or a month (`start` its first day) and its tips by offence group."""

    start: dt.date
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class HoursOfWeek:
    """Weights by weekday (Monday first) and hour (0 to 23); `counted` tips sum to them, `left_out` tell no hour."""

    weights: tuple[tuple[float, ...], ...]
    counted: int
    left_out: int


@dataclass(frozen=True)
class PlaceCount:
    """A place as named in tips, its district, and in how many tips."""

    name: str
    district: str | None
    count: int


def group_of(tip: Tip) -> str:
    """The offence group a tip counts under."""
    known = offence_types().get(tip.offences[0]) if tip.offences else None
    return known.group if known else "other"


def by_week(tips: Iterable[Tip]) -> list[Period]:
    """ISO weeks from the first tip's to the last's, empty ones included, oldest first."""
    week = dt.timedelta(days=7)
    return _periods(tips, lambda day: day - dt.timedelta(days=day.weekday()), lambda start: start + week)


def by_month(tips: Iterable[Tip]) -> list[Period]:
    """Calendar months from the first tip's to the last's, empty ones included, oldest first."""
    return _periods(tips, lambda day: day.replace(day=1), lambda start: (start + dt.timedelta(days=31)).replace(day=1))


def _periods(
    tips: Iterable[Tip], start_of: Callable[[dt.date], dt.date], following: Callable[[dt.date], dt.date]
) -> list[Period]:
    counts: dict[dt.date, Counter[str]] = {}
    for tip in tips:
        start = start_of(tip.filed_at.astimezone(KOLKATA).date())
        counts.setdefault(start, Counter())[group_of(tip)] += 1
    if not counts:
        return []
    periods, start = [], min(counts)
    while start <= max(counts):
        periods.append(Period(start, dict(counts.get(start, {}))))
        start = following(start)
    return periods


def by_hour_of_week(tips: Iterable[Tip]) -> HoursOfWeek:
    """Aoristic weights (Ratcliffe 2000): a tip of known time spreads a weight of one over the hours it may have
    happened in; windows above a day and tips without a time are left out."""
    weights = [[0.0] * 24 for _ in range(7)]
    counted = left_out = 0
    for tip in tips:
        slots = _slots(tip.when or {})
        total = sum(slots.values())
        if not total:
            left_out += 1
            continue
        counted += 1
        for (weekday, hour), weight in slots.items():
            weights[weekday][hour] += weight / total
    return HoursOfWeek(tuple(tuple(row) for row in weights), counted, left_out)


def _slots(when: Mapping[str, Any]) -> dict[tuple[int, int], float]:
    """(weekday, hour) -> seconds a `when` of the contract lays on it."""
    if when.get("kind") == "recurring":
        return _recurring_slots(when)
    start = _moment(when.get("from"))
    if start is None:
        return {}
    if when.get("kind") == "ongoing":
        return {(start.weekday(), start.hour): 1.0}
    end = _moment(when.get("to"))
    return _window(start, end) if end and start < end <= start + LONGEST_WINDOW else {}


def _window(start: dt.datetime, end: dt.datetime) -> dict[tuple[int, int], float]:
    slots: dict[tuple[int, int], float] = {}
    moment = start
    while moment < end:
        following = min(end, moment.replace(minute=0, second=0, microsecond=0) + HOUR)
        slot = (moment.weekday(), moment.hour)
        slots[slot] = slots.get(slot, 0.0) + (following - moment).total_seconds()
        moment = following
    return slots


def _recurring_slots(when: Mapping[str, Any]) -> dict[tuple[int, int], float]:
    first, last = when.get("time_from"), when.get("time_to")
    if not first or not last:
        return {}
    begin, end = dt.time.fromisoformat(first), dt.time.fromisoformat(last)
    slots: dict[tuple[int, int], float] = {}
    for weekday in _days_of(when.get("rrule") or ""):
        monday = dt.datetime(2024, 1, 1) + dt.timedelta(days=weekday)  # any week that begins on a Monday
        start, stop = dt.datetime.combine(monday, begin), dt.datetime.combine(monday, end)
        for slot, seconds in _window(start, stop if stop > start else stop + dt.timedelta(days=1)).items():
            slots[slot] = slots.get(slot, 0.0) + seconds
    return slots


def _days_of(rule: str) -> Sequence[int]:
    parts = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if "=" in part)
    named = [_WEEKDAYS.index(day[-2:]) for day in parts.get("BYDAY", "").split(",") if day[-2:] in _WEEKDAYS]
    return named or range(7)


def _moment(iso: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(iso).astimezone(KOLKATA) if iso else None


def top_places(tips: Iterable[Tip], most: int = 10) -> list[PlaceCount]:
    """The places named in most tips, a name in two districts being two places; at most `most`, the commonest first."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for tip in tips:
        place = tip.place or {}
        name = place.get("name") or place.get("text")
        if name:
            counts[str(name), place.get("district")] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    return [PlaceCount(name, district, count) for (name, district), count in ranked[:most]]
