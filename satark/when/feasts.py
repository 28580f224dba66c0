"""Phrases that name a festival, and days counted from one or from another day."""

from __future__ import annotations

from dataclasses import replace

from satark.when.builders import Found, builds, quantity, unit_of
from satark.when.dates import shift_of
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Phrase

_DAYS_IN = {"day": 1, "week": 7}


def _base(found: Found) -> Day | None:
    if found.sign("base") in ("FESTIVAL", "FESTIVALISH"):
        return Day("festival", key=found.value("base"), which=shift_of(found))
    value = str(found.value("base"))
    return Day("rel", int(value.lstrip("±")), both="±" in value)


@builds("counted_from")
def counted_from(found: Found) -> Phrase | None:
    """ "Holi ke do din baad", "diwali se theek ek din pehle"."""
    if found.has("just") and found.signs.words[found.match.start("just")] not in word_set("exactly"):
        return None
    return _counted(found)


@builds("since_counted_from")
def since_counted_from(found: Found) -> Phrase | None:
    """ "Diwali ke chaar din pehle se", "chhath ke ek hafte baad se", "Holi ke do din pehle se hi"."""
    counted = _counted(found)
    if counted is None or (not found.has("way") and "pehle" not in found.signs.words[found.match.end() - 1]):
        return None
    return replace(counted, since=True)


@builds("part_before")
def part_before(found: Found) -> Phrase | None:
    """ "the night before Diwali", "parson se pehle wali raat": a part of the day before."""
    return _part_beside(found, -1, "before")


@builds("part_after")
def part_after(found: Found) -> Phrase | None:
    """ "Diwali ki agli subah", "the morning after Holi": a part of the day after."""
    return _part_beside(found, 1, "after")


def _part_beside(found: Found, days: int, way: str) -> Phrase | None:
    if found.has("way") and found.signs.words[found.match.start("way")] != way:
        return None
    base = Day("weekday", found.value("base")) if found.sign("base") == "WEEKDAY" else _base(found)
    if base is None:
        return None
    return found.phrase(day=replace(base, plus=days), part=found.value("part"))


@builds("eve")
def eve(found: Found) -> Phrase:
    """ "New Year's Eve", "Holi ki purv sandhya", "the eve of Diwali"."""
    key = found.value("base") or found.value("base2")
    return found.phrase(day=Day("festival", key=key, plus=-1))


@builds("counted_before")
def counted_before(found: Found) -> Phrase | None:
    """ "two days after Holi", "day before Diwali"; not "do din baad Holi me", two days from now."""
    if found.signs.words[found.match.start("way")] not in ("before", "after"):
        return None
    return _counted(found)


def _counted(found: Found) -> Phrase | None:
    base = _base(found)
    low = quantity(found)[0] if any(found.has(name) for name in ("one", "a", "low", "kai", "mixed", "frac")) else 1
    unit = unit_of(found)
    if base is None or low is None or unit not in _DAYS_IN:
        return None
    days = round(low * _DAYS_IN[unit]) * (1 if found.has("way") and found.sign("way") == "LATER" else -1)
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
    """ "chhath ke dusre din", "Holi ke agle din", "the next day of Holi": counted from the festival as the first."""
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
