"""What a phrase of time says, before it is known which day is meant."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True)
class Day:
    """A day, as named. `kind`: rel (value days away, either way if `both`), weekday (0 Monday), date (day, month, year
    as far as named), festival (key), ago (value units away, negative past). `which`: -1 last, 0 this, 1 next, None.
    `plus`: days added after it is found ("two days after Holi")."""

    kind: Literal["rel", "weekday", "date", "festival", "ago"]
    value: float = 0
    both: bool = False
    which: int | None = None
    unit: str = "day"
    month: int | None = None
    year: int | None = None
    key: str = ""
    plus: int = 0


TONIGHT = Day("rel", which=0)  # "tonight", and no "aaj raat", which may be the night before


@dataclass(frozen=True)
class Clock:
    """A time of day: hour 0-24 as said, minute; `meridiem` am, pm, 24 (certain as it stands), 0
    (written "03:30": certain unless a part of the day is named) or None."""

    hour: int
    minute: int = 0
    meridiem: str | None = None
    grain: Literal["minute", "hour"] = "hour"


@dataclass(frozen=True)
class Period:
    """A week, month, year or weekend: `shift` -1 last, 0 this, 1 next; or a month, with its year or its shift; or the
    `nth` week of a month (-1 the last)."""

    unit: str
    shift: int | None = None
    month: int | None = None
    year: int | None = None
    nth: int | None = None


@dataclass(frozen=True)
class Span:
    """A length of time: `low`..`high` units, None where unsaid; `back` from now (True), ahead (False) or as the
    verb's tense says (None)."""

    unit: str
    low: float | None
    high: float | None
    back: bool | None = True


@dataclass(frozen=True)
class Recurrence:
    """Every `interval` `freq` (DAILY ... YEARLY, HOURLY, or None: often), on `byday` (the `nth` of a month), on
    `monthdays` (of `month`)."""

    freq: str | None
    interval: int = 1
    byday: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    nth: int | None = None
    grain: str = "day"
    month: int | None = None


@dataclass(frozen=True)
class Phrase:
    """One phrase of time: words `first`..`last` (exclusive), and what they say. `spans` lists the words of every piece.

    `now`: now, just, soon, nowadays, recent. `bound`: after, before, until, from. `whole`: "all day".
    `shift`: "2 ghante pehle".     `until`: the end of a range. `vague`: "kai din pehle"."""

    first: int
    last: int
    day: Day | None = None
    period: Period | None = None
    part: str | None = None
    clock: Clock | None = None
    span: Span | None = None
    shift: Span | None = None
    recur: Recurrence | None = None
    now: str | None = None
    until: Phrase | None = None
    since: bool = False
    bound: str | None = None
    whole: bool = False
    approximate: bool = False
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def said(self) -> frozenset[str]:
        """Names of the slots that are filled; found once, for every join asks."""
        kept: frozenset[str] | None = self.__dict__.get("_said")
        if kept is None:
            kept = self.__dict__["_said"] = frozenset([name for name in _SLOTS if getattr(self, name)])
        return kept

    @property
    def lasts(self) -> bool:
        """Whether it is a range of days until today: "somvar se aaj tak"."""
        return bool(self.until and self.until.said == {"day"} and self.until.day == Day("rel", 0) and not self.clock)


_SLOTS = ("day", "period", "part", "clock", "span", "shift", "recur", "now", "until", "since", "bound")
_FIELDS = tuple(field.name for field in fields(Phrase))
# Slots that cannot stand in one phrase together: the first names the day, the second would name another.
_CLASHES = (
    ("span", "day"),
    ("span", "period"),
    ("shift", "day"),
    ("shift", "clock"),
    ("span", "shift"),
    ("now", "day"),
    ("now", "period"),
    ("now", "shift"),
)


def join(left: Phrase, right: Phrase) -> Phrase | None:
    """Both phrases as one ("kal" + "raat" + "11 baje"), or None where they name two times."""
    left, right = _in_year(left, right), _in_year(right, left)
    left, right = _yearly(left, right), _yearly(right, left)
    left, right = _weekly(left, right), _weekly(right, left)
    if left.day and right.day:
        return None
    if left.until and right.until:
        return _weekly_hours(left, right)
    filled = left.said | right.said
    both = left.said & right.said
    values = {name: getattr(left, name) for name in _FIELDS}
    if both == {"part"}:
        part = _finer_part(left.part, right.part)
        if part is None:
            return None
        values["part"] = part
    elif both == {"recur"} and left.recur and right.recur:
        values["recur"] = _finer_recurrence(left.recur, right.recur)
    elif both == {"period"} and left.period and right.period:
        period = _month_of_year(left.period, right.period)
        if period is None:
            return None
        values["period"] = period
    elif both:
        return None
    if (left.period and _counted(right.day)) or (right.period and _counted(left.day)):
        return None
    if (left.recur and _dated(right.day)) or (right.recur and _dated(left.day)):
        return None
    if any(one in filled and other in filled for one, other in _CLASHES):
        return None
    for name in (*_SLOTS, "whole", "approximate"):
        if getattr(right, name) and name not in both:
            values[name] = getattr(right, name)
    values["first"], values["last"] = min(left.first, right.first), max(left.last, right.last)
    values["spans"] = left.spans + right.spans
    return Phrase(**values)


def _in_year(phrase: Phrase, other: Phrase) -> Phrase:
    """ "2 saal pehle" as that year, beside a day or month of a year: "2 saal pehle diwali ki raat"."""
    day, near = phrase.day, other.day
    if day is None or (day.kind, day.unit) != ("ago", "year"):
        return phrase
    yearly = near and (near.kind == "festival" or (near.kind == "date" and near.month and not near.year))
    if not yearly and not (other.period and other.period.month and not other.period.year):
        return phrase
    return replace(phrase, day=None, period=Period("year", int(day.value)))


def _yearly(phrase: Phrase, other: Phrase) -> Phrase:
    """ "har saal 15 august ko": the date is one of every year."""
    day, recur = phrase.day, other.recur
    if day is None or recur is None or recur.freq != "YEARLY" or day.kind != "date" or not day.month or day.year:
        return phrase
    return replace(phrase, day=None, recur=Recurrence("YEARLY", monthdays=(int(day.value),), month=day.month))


def _weekly(phrase: Phrase, other: Phrase) -> Phrase:
    """ "always Saturday night": on every one."""
    day, recur = phrase.day, other.recur
    if day is None or recur != Recurrence(None) or day.kind != "weekday" or day.which is not None or phrase.until:
        return phrase
    return replace(phrase, day=None, recur=Recurrence("WEEKLY", byday=(int(day.value),)))


def _weekly_hours(days: Phrase, hours: Phrase) -> Phrase | None:
    """A range of weekdays and one of hours: "Monday to Friday between 4 and 6 pm", a habit."""
    first, last = days.day, days.until.day if days.until else None
    if first is None or last is None or {first.kind, last.kind} != {"weekday"} or not hours.said <= _HOURS:
        return None
    weekly = Recurrence("WEEKLY", byday=weekday_span(first, last), grain="list")
    return replace(hours, first=days.first, part=hours.part or days.part, recur=weekly, spans=days.spans + hours.spans)


def weekday_span(first: Day, last: Day) -> tuple[int, ...]:
    """All weekdays from one to the other."""
    start = int(first.value)
    return tuple(sorted(day % 7 for day in range(start, start + (int(last.value) - start) % 7 + 1)))


_HOURS = frozenset({"part", "clock", "until"})


def _counted(day: Day | None) -> bool:
    """Whether a day is counted from today, and so cannot be narrowed by a week or month."""
    return day is not None and day.kind in ("rel", "ago")


def _dated(day: Day | None) -> bool:
    """Whether a day is a single one, and so no habit's."""
    return day is not None and day.kind in ("rel", "ago", "date")


def _month_of_year(one: Period, other: Period) -> Period | None:
    """ "last year in March"."""
    month, year = (one, other) if one.month else (other, one)
    if not month.month or month.year or year.unit != "year":
        return None
    return Period("month", year.shift, month.month, year.year)


def _finer_part(one: str | None, other: str | None) -> str | None:
    nights = ("night", "late_night", "midnight")
    if one == other:
        return one
    if one in nights and other in nights:
        return max(one, other, key=nights.index)
    if "early_morning" in (one, other) and {one, other} <= {"early_morning", "morning", "night"}:
        return "early_morning"
    return None


def _finer_recurrence(one: Recurrence, other: Recurrence) -> Recurrence:
    return max(
        one, other, key=lambda recur: (recur.freq is not None, bool(recur.byday or recur.monthdays), recur.interval > 1)
    )
