"""From a phrase to a time: which day, which hour, seen from the moment the message came."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from satark.reading import KOLKATA, Grain, Tense, When
from satark.when.days import find_day, find_period
from satark.when.hours import NIGHTS, WINDOWS, part_end, part_start, readings, until_hour
from satark.when.phrase import TONIGHT, Phrase, Span
from satark.when.recurrence import recurring

_Window = tuple[dt.datetime, dt.datetime, Grain]
_DAY = dt.timedelta(days=1)
_NIGHT_IS_OVER = 9  # from which hour on "tonight" is the night to come
_NOT_SLEPT = 5  # before which hour "today" may still be the day before, for what is past
_VAGUE_BACK = {
    "minute": 30,
    "hour": 6,
    "day": 7,
    "week": 4,
    "month": 6,
    "year": 5,
}  # how far "kuch ... pehle" may reach
_RECENT = dt.timedelta(days=7)  # "haal hi me"
_JUST = dt.timedelta(minutes=30)  # "abhi abhi", "thodi der pehle"
_UNIT_GRAINS: dict[str, Grain] = {
    "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"
}  # fmt: skip


def resolve(phrase: Phrase, tense: Tense | None, at: dt.datetime) -> When | None:
    """The time of `phrase` for an event of `tense`, told at `at` (Asia/Kolkata). None for a day that does not exist."""
    direction = {"planned": 1, "happened": -1}.get(tense or "", 0)
    continuous = phrase.since and phrase.recur is not None and phrase.recur.freq is None
    if phrase.recur and not continuous and not _listed_once(phrase, tense):
        return recurring(phrase, phrase.recur)
    if phrase.since:
        short = tense == "recurring" and phrase.span is not None and phrase.span.unit in ("minute", "hour")
        lasted = phrase.whole and phrase.span and (direction or short)  # "kept him for an hour" tells no day
        return None if lasted else _since(phrase, direction, at)
    if phrase.now and not phrase.day:
        return _now(phrase, tense, at)
    if phrase.span:
        if phrase.span.back is None and (not direction or (direction < 0 and phrase.span.unit in ("minute", "hour"))):
            return None  # "dus din me badal jate hain": how long it takes, not when
        return _stretch_of(phrase.span, phrase.approximate, direction, at)
    if _is_length(phrase, tense):
        return None
    if phrase.shift:
        return _shifted(phrase, at)
    if phrase.until:
        return _range(phrase, direction, at)
    if phrase.bound:
        return _bounded(phrase, direction, at)
    window = _window(phrase, direction, at)
    if window is None:
        return None
    return When("interval" if phrase.whole else "point", *window, approximate=phrase.approximate)


def _is_length(phrase: Phrase, tense: Tense | None) -> bool:
    """Whether a time ahead of what was done, or is done again and again, is a length: "debited in two minutes"."""
    if tense not in ("happened", "recurring"):
        return False
    if phrase.shift:
        return not phrase.shift.back
    return bool(phrase.day and phrase.day.kind == "ago" and phrase.day.value > 0)


def _listed_once(phrase: Phrase, tense: Tense | None) -> bool:
    """ "Monday aur Tuesday ko chori hui": a list of days is a habit only where the verb is not past or future."""
    return bool(phrase.recur and phrase.recur.grain == "list" and tense in ("happened", "planned") and phrase.day)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=KOLKATA)


def _hours(day: dt.date, hours: float) -> dt.datetime:
    return _midnight(day) + dt.timedelta(hours=hours)


def _window(phrase: Phrase, direction: int, at: dt.datetime) -> _Window | None:
    """Start, end and grain of a point."""
    if phrase.part or phrase.clock:
        if phrase.day is None and phrase.period is None:
            return _nearest(phrase, direction, at)
        day = _day(phrase, direction, at)
        return _on_day(phrase, day, direction, at) if day else None
    if phrase.day:
        day = _day(phrase, direction, at)
        return (_midnight(day), _midnight(day + _DAY), "day") if day else None
    if phrase.period:
        first, last = find_period(phrase.period, at.date(), direction)
        grain: Grain = "day" if phrase.period.unit == "weekend" else _UNIT_GRAINS[phrase.period.unit]
        return _midnight(first), _midnight(last), grain
    return None


def _day(phrase: Phrase, direction: int, at: dt.datetime) -> dt.date | None:
    today = at.date()
    within = find_period(phrase.period, today, direction) if phrase.period else None
    if phrase.day is None:
        return within and within[0]
    if phrase.day.kind in ("rel", "ago"):
        within = None
    return find_day(phrase.day, today, direction, within)


def _on_day(phrase: Phrase, day: dt.date, direction: int, at: dt.datetime) -> _Window:
    """The window of a part or a clock on a named day."""
    found = [_at_hours(phrase, day, start) for start in _starts(phrase)]
    to_come = phrase.day == TONIGHT and at.hour >= _NIGHT_IS_OVER
    not_slept = direction < 0 and at.hour < _NOT_SLEPT and all(start > at for start, _, _ in found)
    if _is_today(phrase) and (not_slept or (phrase.part in NIGHTS and not to_come)):
        found += [_at_hours(phrase, day - _DAY, start) for start in _starts(phrase)]
    return _choose(found, direction if direction or not _is_today(phrase) else 0, at, nearest_any=_is_today(phrase))


def _is_today(phrase: Phrase) -> bool:
    return bool(phrase.day and phrase.day.kind == "rel" and phrase.day.value == 0)


def _starts(phrase: Phrase) -> tuple[float, ...]:
    if phrase.clock is None:
        return (WINDOWS[phrase.part or "night"][0],)
    return tuple(hour + phrase.clock.minute / 60 for hour in readings(phrase.clock, phrase.part))


def _at_hours(phrase: Phrase, day: dt.date, start: float) -> _Window:
    if phrase.clock is None:
        return _hours(day, start), _hours(day, WINDOWS[phrase.part or "night"][1]), "daypart"
    begin = _hours(day, start)
    length = dt.timedelta(hours=1) if phrase.clock.grain == "hour" else dt.timedelta(minutes=1)
    return begin, begin + length, phrase.clock.grain


def _nearest(phrase: Phrase, direction: int, at: dt.datetime) -> _Window:
    """A part or clock with no day named: the nearest in the past, or in the future for what is planned."""
    days = (at.date() + dt.timedelta(days=shift) for shift in (-2, -1, 0, 1, 2))
    return _choose([_at_hours(phrase, day, start) for day in days for start in _starts(phrase)], direction, at)


def _choose(found: list[_Window], direction: int, at: dt.datetime, nearest_any: bool = False) -> _Window:
    past = [window for window in found if window[0] <= at]
    future = [window for window in found if window[1] > at]
    if direction > 0:
        return min(future or found, key=lambda window: (window[0] <= at, abs(window[0] - at)))
    if nearest_any and direction == 0:
        return min(found, key=lambda window: abs(window[0] - at))
    return max(past, key=lambda window: window[0]) if past else min(found, key=lambda window: window[0])


def _since(phrase: Phrase, direction: int, at: dt.datetime) -> When | None:
    """From then until the message came; "kal se karenge" from then on."""
    if phrase.span:
        span = phrase.span
        count = span.high
        start = None if count is None or span.unit == "time" else _back(at, span.unit, count)
        halves = span.unit == "hour" and count is not None and count != int(count)  # "aadhe ghante se"
        return When("interval", start, at, "minute" if halves else _UNIT_GRAINS.get(span.unit), phrase.approximate)
    plain = replace(phrase, since=False)
    window = _window(plain, direction or -1, at)
    if window is None:
        return None
    start, grain = window[0], window[2]
    if plain.said == {"day"} and plain.day and plain.day.kind == "ago":
        grain = _UNIT_GRAINS[plain.day.unit]  # "ek saal pehle se"
    if start > at:  # planned, or a habit of today's
        return When("interval", start, None, window[2], phrase.approximate)
    return When("interval", start, at, grain, phrase.approximate)


def _back(at: dt.datetime, unit: str, count: float) -> dt.datetime:
    """So many units before `at`: to the minute for hours and minutes, else 00:00 of that day."""
    if unit in ("minute", "hour"):
        return at - dt.timedelta(**{f"{unit}s": count})
    return _midnight(_moved(at.date(), unit, -count))


def _moved(day: dt.date, unit: str, count: float) -> dt.date:
    """`day` moved by so many units; halves of a month are 15 days, of a year 6 months. Far past ends at year 1900."""
    whole, rest = int(count), count - int(count)
    rest_days = round(rest * {"day": 1, "week": 7, "month": 30, "year": 365}[unit])
    limit = {"day": 36_500, "week": 5_200, "month": 1_200, "year": 100}[unit]
    whole = max(-limit, min(limit, whole))
    moved: dt.date = day + relativedelta(**{f"{unit}s": whole}) + dt.timedelta(days=rest_days)  # type: ignore[arg-type]
    return moved


def _stretch_of(span: Span, approximate: bool, direction: int, at: dt.datetime) -> When:
    """ "pichhle 3 din me": up to now; "2 din ke andar": from now."""
    back = span.back if span.back is not None else direction <= 0
    if span.high is None:
        return When("interval", None if back else at, at if back else None, _UNIT_GRAINS.get(span.unit), True)
    if span.unit == "time":
        return When("ongoing", at, None, None, True)
    if back:
        return When("interval", _back(at, span.unit, span.high), at, _UNIT_GRAINS[span.unit], approximate)
    ahead = _ahead(at, span.unit, span.high)
    return When("interval", at, ahead, _UNIT_GRAINS[span.unit], approximate)


def _ahead(at: dt.datetime, unit: str, count: float) -> dt.datetime:
    if unit in ("minute", "hour"):
        return at + dt.timedelta(**{f"{unit}s": count})
    return _midnight(_moved(at.date(), unit, count) + _DAY)


def _shifted(phrase: Phrase, at: dt.datetime) -> When:
    """ "2 ghante pehle", "2-3 din pehle", "kuch mahine pehle"."""
    span = phrase.shift
    assert span is not None
    sign = -1 if span.back else 1
    grain = _UNIT_GRAINS[span.unit]
    low, high = (span.low, span.high) if span.low is not None else (None, float(_VAGUE_BACK[span.unit]))
    if span.unit in ("minute", "hour"):
        moments = [at + sign * dt.timedelta(**{f"{span.unit}s": count}) for count in (high or 0, low or 0)]
        if low is None or low != high:
            return When("point", min(moments), max(moments), grain, True)
        whole = span.unit == "hour" and low == int(low)
        length = dt.timedelta(hours=1) if whole else dt.timedelta(minutes=1)
        return When("point", moments[0], moments[0] + length, grain if whole else "minute", phrase.approximate)
    days = [_moved(at.date(), span.unit, sign * count) for count in (high or 0, low or 0)]
    last = max(days) + (_DAY if low is not None else dt.timedelta(0))
    return When("point", _midnight(min(days)), _midnight(last), grain if low is None else "day", True)


def _now(phrase: Phrase, tense: Tense | None, at: dt.datetime) -> When:
    if phrase.now == "soon":
        return When("point", at, at + 2 * _JUST, "hour", True)
    if phrase.now == "recent":
        return When("point", at - _RECENT, at, "week", True)
    if phrase.now == "just" or (phrase.now == "now" and tense == "happened"):
        return When("point", at - _JUST, at, "minute", True)
    return When("ongoing", at, None, None, phrase.now == "nowadays")


def _range(phrase: Phrase, direction: int, at: dt.datetime) -> When | None:
    """ "X se Y tak": from the first's start to the second's; a day, part or week at the end counts whole."""
    until = phrase.until
    assert until is not None
    if phrase.clock and until.clock and until.day is None:
        return _clock_range(phrase, until, direction, at)
    until = _to_today(until, direction, at)
    base = replace(phrase, until=None)
    first = _window(base, direction, at)
    if first is None:
        return None
    if until.day is None and until.period is None:
        closing = replace(until, day=phrase.day, period=phrase.period)
    else:
        closing = until
    second = _window(closing, direction, at)
    if second is None:
        return None
    if phrase.part in NIGHTS and until.day and not until.said - {"day"} and second[0] - first[0] <= _DAY:
        return When("point", *first, approximate=phrase.approximate)  # "12-13 ki raat" is one night
    if phrase.approximate and phrase.day and until.day and not until.clock:  # "kal ya parson"
        return When("point", min(first[0], second[0]), max(first[1], second[1]), first[2], True)
    end = second[0] if until.clock else second[1]
    if until.part and not until.clock:
        end += dt.timedelta(hours=until_hour(until.part) - WINDOWS[until.part][1])
    first, end = _ordered(phrase, until, first, end, at, direction)
    grain = min((first[2], second[2]), key=("minute", "hour", "daypart", "day", "week", "month", "year").index)
    return When("interval", first[0], end, grain, phrase.approximate)


def _to_today(until: Phrase, direction: int, at: dt.datetime) -> Phrase:
    """The end of "somvar se budhvar tak", told on that Wednesday, is today."""
    day = until.day
    if day is None or day.kind != "weekday" or day.which is not None or direction > 0 or day.value != at.weekday():
        return until
    return replace(until, day=replace(day, which=0))


def _ordered(
    phrase: Phrase, until: Phrase, first: _Window, end: dt.datetime, at: dt.datetime, direction: int
) -> tuple[_Window, dt.datetime]:
    """Puts the end after the start: weekdays wrap by a week, parts by a day."""
    if end > first[0]:
        return first, end
    weekly = bool(until.day and until.day.kind == "weekday")
    step = dt.timedelta(days=7) if weekly else _DAY
    if not weekly and until.day:
        return first, max(end, first[1])
    if weekly and direction <= 0 and first[0] - step < end:
        return (first[0] - step, first[1] - step, first[2]), end
    while end <= first[0]:
        end += step
    return first, end


def _clock_range(phrase: Phrase, until: Phrase, direction: int, at: dt.datetime) -> When | None:
    clock, closing = phrase.clock, until.clock
    assert clock is not None and closing is not None
    opening = replace(phrase, until=None)
    if not phrase.part and not clock.meridiem and until.part:
        opening = replace(opening, part=until.part)
    first = _window(opening, direction, at)
    if first is None:
        return None
    ends = [hour + closing.minute / 60 for hour in readings(closing, until.part)]
    if not until.part and not closing.meridiem:
        ends = [hour + closing.minute / 60 for hour in (closing.hour % 12, closing.hour % 12 + 12, closing.hour)]
    midnight = first[0].replace(hour=0, minute=0)
    moments = sorted(midnight + dt.timedelta(hours=hour + 24 * day) for hour in ends for day in (0, 1))
    end = next((moment for moment in moments if moment > first[0]), first[1])
    kind = "point" if phrase.approximate else "interval"
    grain: Grain = "minute" if clock.minute or closing.minute else "hour"
    return When("interval" if kind == "interval" else "point", first[0], end, grain, phrase.approximate)


def _bounded(phrase: Phrase, direction: int, at: dt.datetime) -> When | None:
    """ "9 baje ke baad", "Holi se pehle", "kal tak"."""
    window = _window(replace(phrase, bound=None), direction, at)
    if window is None:
        return None
    start, end, grain = window
    if phrase.bound == "from":
        return When("interval", start, None if direction > 0 else max(at, start), grain, phrase.approximate)
    if phrase.bound == "until":
        opening = at if end > at and not (phrase.said == {"part", "bound"} and direction < 0) else start
        if phrase.clock:
            end = start
        return When("interval", min(opening, end - dt.timedelta(minutes=1)), end, grain, phrase.approximate)
    if phrase.clock:
        return _beside_clock(phrase, window)
    if phrase.part:
        length = dt.timedelta(hours=3)
        if phrase.bound == "after" and phrase.part in NIGHTS:
            start += dt.timedelta(hours=1) if phrase.part == "midnight" else dt.timedelta(0)
            return When(
                "point", start, start.replace(hour=4) + (_DAY if start.hour > 4 else dt.timedelta(0)), "daypart", True
            )
        moments = (end, end + length) if phrase.bound == "after" else (start - length, start)
        return When("point", *moments, "daypart", True)
    days = dt.timedelta(days=7 if grain == "day" else 30)
    moments = (end, min(end + days, max(at, end + _DAY))) if phrase.bound == "after" else (start - days, start)
    if phrase.bound == "after" and direction > 0:
        moments = (end, end + days)
    return When("point", *moments, grain, True)


def _beside_clock(phrase: Phrase, window: _Window) -> When:
    """After or before an hour: to the end, or from the start, of the day part that it lies in."""
    start = window[0]
    hour = start.hour + (24 if phrase.part in NIGHTS and start.hour < 5 else 0)
    midnight = start.replace(hour=0, minute=0) - (_DAY if hour >= 24 else dt.timedelta(0))
    if phrase.bound == "after":
        return When("point", start, midnight + dt.timedelta(hours=part_end(phrase.part, hour)), window[2], True)
    return When("point", midnight + dt.timedelta(hours=part_start(phrase.part, hour)), start, window[2], True)
