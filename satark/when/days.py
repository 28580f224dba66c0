"""Which day is meant: the past or the future one, by tense (design/understanding, section 4)."""

from __future__ import annotations

import calendar
import datetime as dt

from dateutil.relativedelta import relativedelta

from satark.when.lexicon import lexicon
from satark.when.phrase import Day, Period

_UNLIKELY_AHEAD = 270  # days
_NEAR_AHEAD = 45  # days before a festival in which its bare name may mean the coming one

Window = tuple[dt.date, dt.date]  # first day, day after the last


def find_day(day: Day, today: dt.date, direction: int, within: Window | None = None) -> dt.date | None:
    """The date of `day` seen from `today`. `direction`: -1 past, 1 future, 0 undecided. `within`
    narrows a weekday or a day of the month to a named period. None for a date that does not exist."""
    finder = {"rel": _relative, "weekday": _weekday, "date": _date, "festival": _festival, "ago": _ago}[day.kind]
    found = finder(day, today, direction, within)
    return found and found + dt.timedelta(days=day.plus)


def _relative(day: Day, today: dt.date, direction: int, within: Window | None) -> dt.date:
    sign = 1 if not day.both or direction > 0 else -1
    return today + dt.timedelta(days=sign * int(day.value))


def _ago(day: Day, today: dt.date, direction: int, within: Window | None) -> dt.date | None:
    if abs(day.value) > 2000:
        return None
    return today + relativedelta(**{f"{day.unit}s": int(day.value)})  # type: ignore[arg-type]


def _weekday(day: Day, today: dt.date, direction: int, within: Window | None) -> dt.date:
    if within:
        return within[0] + dt.timedelta(days=(int(day.value) - within[0].weekday()) % 7)
    back = (today.weekday() - int(day.value) - 1) % 7 + 1
    ahead = (int(day.value) - today.weekday() - 1) % 7 + 1
    if day.which == 0 and back == 7:
        return today
    if day.which == -2:
        back += 7
    future = day.which == 1 or (day.which not in (-1, -2) and direction > 0)
    if day.which == 0 and direction == 0:
        future = True
    return today + dt.timedelta(days=ahead if future else -back)


def _date(day: Day, today: dt.date, direction: int, within: Window | None) -> dt.date | None:
    if day.year and day.month:
        return _valid(day.year, day.month, int(day.value))
    if within:
        return _valid(within[0].year, day.month or within[0].month, int(day.value))
    if day.month:
        found = [_valid(today.year + shift, day.month, int(day.value)) for shift in (-1, 0, 1)]
    elif day.which is not None:
        month = today + relativedelta(months=day.which)
        return _valid(month.year, month.month, int(day.value))
    else:
        months = [today + relativedelta(months=shift) for shift in (-2, -1, 0, 1, 2)]
        found = [_valid(month.year, month.month, int(day.value)) for month in months]
    return _nearest([date for date in found if date], today, direction or (0 if day.month else -1))


def _valid(year: int, month: int, day: int) -> dt.date | None:
    return dt.date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _festival(day: Day, today: dt.date, direction: int, within: Window | None) -> dt.date | None:
    fixed = lexicon().fixed.get(day.key)
    years = range(today.year - 2, today.year + 3)
    known = lexicon().festivals.get(day.key, {})
    found = [dt.date(year, *fixed) for year in years] if fixed else [known[year] for year in years if year in known]
    if within:
        found = [date for date in found if within[0] <= date < within[1]] or found
    if day.which == 0:
        found = [date for date in found if date.year == today.year] or found
    direction = day.which or direction
    if not direction and not any(0 <= (date - today).days <= _NEAR_AHEAD for date in found):
        direction = -1
    return _nearest(found, today, direction)


def _nearest(dates: list[dt.date], today: dt.date, direction: int) -> dt.date | None:
    """The latest not after today (-1), the first not before it (1), or the nearest, the past one in a tie (0)."""
    fitting = [date for date in dates if (date - today).days * direction >= 0] or dates
    if direction > 0 and min((date - today).days for date in fitting) > _UNLIKELY_AHEAD:
        fitting = dates  # no one plans ten months ahead what carries no year: the verb was another's
    return min(fitting, key=lambda date: (abs((date - today).days), date > today), default=None)


def find_period(period: Period, today: dt.date, direction: int) -> Window:
    """First day and the day after the last of a week, month, year or weekend."""
    if period.unit == "weekend":
        return _weekend(period, today, direction)
    if period.nth:
        return _week_of_month(period, today, direction)
    if period.month:
        return _month(period, today, direction)
    if period.year:
        return dt.date(period.year, 1, 1), dt.date(period.year + 1, 1, 1)
    shift = period.shift or 0
    if period.unit == "week":
        if shift:
            first = today + dt.timedelta(days=7 * shift if shift < 0 else 1)
            return first, first + dt.timedelta(days=7)
        monday = today - dt.timedelta(days=today.weekday())
        return monday, monday + dt.timedelta(days=7)
    if period.unit == "month":
        first = today.replace(day=1) + relativedelta(months=shift)
        return first, first + relativedelta(months=1)
    first = dt.date(today.year + shift, 1, 1)
    return first, dt.date(first.year + 1, 1, 1)


def _weekend(period: Period, today: dt.date, direction: int) -> Window:
    saturday = today + dt.timedelta(days=5 - today.weekday())
    ahead = period.shift == 1 or (period.shift is None and direction > 0)
    if ahead:
        saturday += dt.timedelta(days=7 if period.shift == 1 and today.weekday() >= 5 else 0)
    elif period.shift != 0 and saturday >= today - dt.timedelta(days=1 if period.shift is None else -1):
        saturday -= dt.timedelta(days=7)
    return saturday, saturday + dt.timedelta(days=2)


def _week_of_month(period: Period, today: dt.date, direction: int) -> Window:
    first, end = _month(period, today, direction)
    nth = period.nth or 1
    start = first + dt.timedelta(days=7 * (nth - 1)) if nth > 0 else end - dt.timedelta(days=7)
    return start, start + dt.timedelta(days=7)


def _month(period: Period, today: dt.date, direction: int) -> Window:
    if period.nth and period.month is None:
        first = today.replace(day=1) + relativedelta(months=period.shift or 0)
    elif period.year or period.shift is not None:
        first = dt.date(period.year or today.year + (period.shift or 0), period.month or 1, 1)
    else:
        firsts = [dt.date(today.year + shift, period.month or 1, 1) for shift in (-1, 0, 1)]
        this = today.replace(day=1)
        found = _nearest(firsts, this, direction or -1)
        first = found or this
    return first, first + relativedelta(months=1)
