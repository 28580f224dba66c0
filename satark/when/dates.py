"""Phrases that name a day, a festival, a week, a month or a year."""

from __future__ import annotations

from dataclasses import replace

from satark.when.builders import Found, builds, quantity, unit_of
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Period, Phrase, Recurrence

SHIFTS = {"LAST": -1, "PASTQ": -1, "NEXT": 1, "THIS": 0}
_DAYS_IN = {"day": 1, "week": 7}


def _number(found: Found, name: str) -> int | None:
    """A day of the month, from a number or an ordinal."""
    value = found.value(name)
    return value if isinstance(value, int) and 1 <= value <= 31 else None


def _year(found: Found) -> int | None:
    value = found.value("year")
    return value if isinstance(value, int) and 1990 <= value < 2100 else None


def _shift(found: Found) -> int | None:
    return SHIFTS[found.sign("which")] if found.has("which") else None


@builds("full_date")
def full_date(found: Found) -> Phrase | None:
    """ "12/10/2026", "12-10-26", "2026-10-12"."""
    index = next(i for i in range(*found.match.span()) if found.signs.names[i] == "DMY")
    day, month, year = found.signs.values[index]
    return found.phrase(day=Day("date", day, month=month, year=year))


@builds("date_range")
def date_range(found: Found) -> Phrase | None:
    """ "12 se 15 October", "12-13 अगस्त"."""
    start, end = _number(found, "d1"), _number(found, "d2")
    if start is None or end is None:
        return None
    month, year = found.value("month"), _year(found)
    first, last = found.match.span()
    until = Phrase(first, last, day=Day("date", end, month=month, year=year))
    return found.phrase(day=Day("date", start, month=month, year=year), until=until)


@builds("date_pair")
def date_pair(found: Found) -> Phrase | None:
    """ "12/13 July ki raat"."""
    start, end = (int(part) for part in found.signs.words[found.match.start("pair")].split("/"))
    if not start < end <= 31:
        return None
    month, year = found.value("month"), _year(found)
    first, last = found.match.span()
    until = Phrase(first, last, day=Day("date", end, month=month, year=year))
    return found.phrase(day=Day("date", start, month=month, year=year), until=until)


@builds("date_range_number")
def date_range_number(found: Found) -> Phrase | None:
    """ "10 se 12 tarikh"."""
    start, end = _number(found, "d1"), _number(found, "d2")
    if start is None or end is None or start >= end:
        return None
    first, last = found.match.span()
    return found.phrase(day=Day("date", start), until=Phrase(first, last, day=Day("date", end)))


@builds("day_month")
def day_month(found: Found) -> Phrase | None:
    """ "12 October", "15 अगस्त 2026", "3rd of May"."""
    day = _number(found, "day")
    if day is None:
        return None
    if found.has("year") and _year(found) is None:
        return None
    people = found.sign("month") == "MONTHISH" and found.signs.words[found.match.start("month")] in ("jan", "mar")
    if people and found.sign("day") == "NUM" and not found.signs.words[found.match.start("day")].isdigit():
        return None  # "chaar jan", four people
    return found.phrase(day=Day("date", day, month=found.value("month"), year=_year(found)))


@builds("month_day")
def month_day(found: Found) -> Phrase | None:
    """ "Oct 12", "October ki 5 tarikh", "October 12, 2026"."""
    return day_month(found)


@builds("day_of_period")
def day_of_period(found: Found) -> Phrase | None:
    """ "pichhle mahine ki 5 tarikh"."""
    day = _number(found, "day")
    tail = found.signs.names[found.match.end() - 1]
    word = found.signs.words[found.match.end() - 1]
    if day is None or unit_of(found) != "month" or not (tail == "TARIKH" or word in ("ko", "को")):
        return None
    return found.phrase(day=Day("date", day, which=_shift(found)))


def _nth(found: Found) -> int | None:
    """Which one of a month: "pehle" 1, "dusre" 2, "last" -1."""
    sign = found.sign("nth")
    value = {"AGO": 1, "LAST": -1}.get(sign, found.value("nth"))
    return value if value in (-1, 1, 2, 3, 4) else None


@builds("week_of_month")
def week_of_month(found: Found) -> Phrase | None:
    """ "first week of November", "march ke dusre hafte"."""
    nth = _nth(found)
    if unit_of(found) != "week" or nth is None:
        return None
    return found.phrase(period=Period("week", month=found.value("month"), nth=nth))


@builds("weekday_of_month")
def weekday_of_month(found: Found) -> Phrase | None:
    """ "mahine ke pehle itwar ko", "every first Sunday of the month"."""
    nth = _nth(found)
    if unit_of(found) != "month" or nth is None:
        return None
    return found.phrase(recur=Recurrence("MONTHLY", byday=(found.value("wd"),), nth=nth))


@builds("monthly_date")
def monthly_date(found: Found) -> Phrase | None:
    """ "har mahine ki 5 tarikh", "the 1st and 15th of each month"."""
    names, values = found.signs.names, found.signs.values
    days = [values[i] for i in range(*found.match.span()) if names[i] in ("NUM", "ORD")]
    if unit_of(found) != "month" or not all(isinstance(day, int) and 1 <= day <= 31 for day in days):
        return None
    return found.phrase(recur=Recurrence("MONTHLY", monthdays=tuple(days)))


@builds("date_number")
def date_number(found: Found) -> Phrase | None:
    """ "12 tarikh", "on the 12th"."""
    day = _number(found, "day")
    before = found.around(-2) if found.around(-1) == "KE" else found.around(-1)  # "the night of the 6th"
    if day is None or (found.signs.names[found.match.start()] == "KE" and before not in ("PART", "TARIKH")):
        return None
    return found.phrase(day=Day("date", day))


@builds("slash_date")
def slash_date(found: Found) -> Phrase | None:
    """ "12/10 ko": beside a word of time only, for house numbers look the same."""
    before = found.around(-1) if not found.has("before") else ""
    if before in ("NUMBERED", "NUM", "X") and not found.has("after"):
        return None
    if before == "NUMBERED" or not (found.has("before") or found.has("after")):
        return None
    day, month, _ = found.value("dm")
    return found.phrase(day=Day("date", day, month=month))


def _base(found: Found) -> Day | None:
    if found.sign("base") == "FESTIVAL":
        return Day("festival", key=found.value("base"), which=_shift(found))
    value = str(found.value("base"))
    return Day("rel", int(value.lstrip("±")), both="±" in value)


@builds("counted_from")
def counted_from(found: Found) -> Phrase | None:
    """ "Holi ke do din baad", "diwali se ek din pehle"."""
    return _counted(found)


@builds("counted_before")
def counted_before(found: Found) -> Phrase | None:
    """ "two days after Holi", "day before Diwali"."""
    return _counted(found)


def _counted(found: Found) -> Phrase | None:
    base = _base(found)
    low = quantity(found)[0] if any(found.has(name) for name in ("one", "a", "low", "kai", "mixed", "frac")) else 1
    unit = unit_of(found)
    if base is None or low is None or unit not in _DAYS_IN:
        return None
    days = round(low * _DAYS_IN[unit]) * (-1 if found.sign("way") == "AGO" else 1)
    return found.phrase(day=Day(base.kind, base.value, base.both, base.which, key=base.key, plus=days))


@builds("around_festival")
def around_festival(found: Found) -> Phrase | None:
    """ "Holi ke baad", "before Diwali": some day after or before."""
    base = _base(found)
    if base is None:
        return None
    return found.phrase(day=base, bound="after" if found.sign("way") == "LATER" else "before")


@builds("since_festival")
def since_festival(found: Found) -> Phrase | None:
    """ "Holi ke baad se"."""
    return found.phrase(day=_base(found), since=True)


@builds("day_after_festival")
def day_after_festival(found: Found) -> Phrase | None:
    """ "chhath ke dusre din", "Holi ke agle din": counted from the festival as the first day."""
    base = _base(found)
    if base is None:
        return None
    return found.phrase(day=replace(base, plus=int(found.value("nth") or 2) - 1))


@builds("festival")
def festival(found: Found) -> Phrase | None:
    """ "Holi", "pichhli Diwali", "chhath ke din"."""
    if found.around(1) == "KE" and found.around(2) == "NAME":
        return None  # "bakrid ke naam par"
    if found.around(1) == "SURNAME" or found.around(-1) == "NAME":
        return None
    return found.phrase(day=_base(found))


@builds("relative")
def relative(found: Found) -> Phrase | None:
    """ "kal", "aaj", "parson", "beete kal"; not someone's "kal" after "naam"."""
    if found.around(-1) == "NAME" and found.around(1) == "SURNAME":
        return None
    value = str(found.value("rel"))
    days, both = int(value.lstrip("±")), "±" in value
    if found.has("which") and both:
        days, both = days * (1 if found.sign("which") == "NEXT" else -1), False
    return found.phrase(day=Day("rel", days, both))


@builds("bihan")
def bihan(found: Found) -> Phrase:
    """ "bihan": tomorrow; beside another word of the day, its morning."""
    if found.around(-1) in ("REL", "WEEKDAY", "TARIKH", "MONTH"):
        return found.phrase(part="morning")
    return found.phrase(day=Day("rel", 1))


@builds("weekday")
def weekday(found: Found) -> Phrase | None:
    """ "somvar", "pichhle mangal ko", "next Friday"."""
    strict = found.sign("wd") == "WEEKDAYISH" and found.value("wd") in (0, 3, 6)
    if found.around(1) == "SURNAME" or found.around(-1) == "NAME":
        return None
    if strict and not found.has("which") and not (found.around(1) == "KE" and found.around(2) == "DIN"):
        return None
    if found.signs.words[found.match.end() - 1].endswith("days"):
        return found.phrase(recur=Recurrence("WEEKLY", byday=(found.value("wd"),)))
    return found.phrase(day=Day("weekday", found.value("wd"), which=_shift(found)))


@builds("saturday")
def saturday(found: Found) -> Phrase | None:
    """ "sat night": elsewhere "sat" is seven."""
    english = found.signs.words[found.match.end() : found.match.end() + 1] in (["night"], ["morning"], ["evening"])
    return found.phrase(day=Day("weekday", 5)) if english and found.value("sat") == 7 else None


@builds("weekdays")
def weekdays(found: Found) -> Phrase:
    """ "on weekdays"."""
    return found.phrase(recur=Recurrence("WEEKLY", byday=(0, 1, 2, 3, 4)))


@builds("weekend")
def weekend(found: Found) -> Phrase:
    """ "weekend", "last weekend", "har weekend"."""
    if found.sign("which") == "HAR" or found.signs.words[found.match.end() - 1] == "weekends":
        return found.phrase(recur=Recurrence("WEEKLY", byday=(5, 6)))
    return found.phrase(period=Period("weekend", _shift(found)))


@builds("period")
def period(found: Found) -> Phrase | None:
    """ "pichhle hafte", "this month", "agle saal", "pichhle din"."""
    unit, shift = unit_of(found), _shift(found)
    if unit not in ("week", "month", "year") or (found.sign("which") == "PASTQ" and found.around(-1) == "X"):
        return None
    return found.phrase(period=Period(unit, shift))


@builds("month")
def month(found: Found) -> Phrase | None:
    """ "October me", "अगस्त 2025"."""
    if found.has("year") and _year(found) is None:
        return None
    return found.phrase(period=Period("month", month=found.value("month"), year=_year(found)))


@builds("year")
def year(found: Found) -> Phrase | None:
    """ "2025 me", "saal 2024", "in 2025"."""
    value = _year(found)
    if value is None or found.around(1) in ("COUNT", "UNIT") or found.around(-1) in ("NUM", "NUMBERED", "DASH"):
        return None
    first = found.signs.names[found.match.start()]
    last = found.signs.values[found.match.end() - 1], found.signs.words[found.match.end() - 1]
    if first == "UNIT" and found.signs.values[found.match.start()] != "year":
        return None
    if first == "NUM" and last[1] not in _IN:
        return None
    return found.phrase(period=Period("year", year=value))


@builds("year_since")
def year_since(found: Found) -> Phrase | None:
    """ "2024 se": not an amount ("2000 se zyada", "2000 se 3000")."""
    value = _year(found)
    after = found.signs.words[found.match.end() + 1 : found.match.end() + 2]
    if (
        value is None
        or not 2005 <= value <= 2040
        or found.around(2) in ("NUM", "COUNT")
        or word_set("more") & set(after)
    ):
        return None
    return None if found.around(-1) in ("NUM", "NUMBERED", "DASH") else found.phrase(period=Period("year", year=value))


_IN = frozenset({"me", "mein", "mei", "in", "में", "मे", "m", "ke", "के", "se", "से"})
