"""Facts said back to people: a time, a place, offences, in Hindi, Roman Hindi or English.

Takes the contract's JSON shapes; the words are those of `data/lexicon/wording.yml`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from satark.reading import KOLKATA
from satark.settings import ROOT, Settings
from satark.tables import read_table

Words = Mapping[str, Any]
_DAYTIME = (6, 18)
_GRAINS = {"minute": dt.timedelta(minutes=1), "hour": dt.timedelta(hours=1)}
# (first hour, name): the part of the day an hour belongs to, contract section 4.
_PARTS = ((3, "early_morning"), (6, "morning"), (11, "noon"), (16, "evening"), (20, "night"))


@lru_cache(maxsize=1)
def _all_words() -> Mapping[str, Words]:
    words: Mapping[str, Words] = read_table(ROOT / "data/lexicon/wording.yml")
    return words


def _words(language: str) -> Words:
    return _all_words().get(language) or _all_words()["en"]


def say_place(place: Mapping[str, Any] | None, language: str) -> str:
    """A place with its relation, station or district: `near Shahganj (Jaunpur)`."""
    words = _words(language)
    if not place:
        return str(words["unknown"])
    name = str(place.get("name") or place.get("text") or "")
    said = _related(name, place.get("relation"), words)
    district = place.get("district")
    district_name = _district_name(district, language) if district and district != "outside" else None
    return f"{said}, {district_name}" if district_name and district_name.lower() != name.lower() else said


def _related(name: str, relation: str | None, words: Words) -> str:
    """`near Shahganj`; `Shahganj (behind school)` where the relation is to a landmark there."""
    patterns: Mapping[str, str] = words["relations"]
    if not relation:
        return name
    if relation in patterns:
        return patterns[relation].format(place=name)
    for known, pattern in patterns.items():
        if relation.startswith(f"{known} "):
            noun = relation.removeprefix(known).strip()
            said = words["landmarks"].get(noun) or words["kinds"].get(noun.replace(" ", "_"), noun)
            around = patterns["on"] if pattern == "{place}" else pattern  # "Kerakat", but "chaurahe par"
            return f"{name} ({around.format(place=said)})"
    return f"{name} ({relation})"


def say_surroundings(kind: str | None, around: Mapping[str, str], language: str) -> str:
    """The kind of a place and the names `around` it by field: `village, police station Kerakat, tehsil Kerakat`."""
    words = _words(language)
    said = [words["kinds"].get(kind, str(kind).replace("_", " "))] if kind else []
    return ", ".join([*said, *(words["around"][field].format(name=name) for field, name in around.items())])


@lru_cache(maxsize=32)
def _district_name(district: str, language: str) -> str:
    entry = Settings.load().districts.get(district)
    return entry.name.in_language(language) if entry else district.title()


def say_when(when: Mapping[str, Any] | None, tense: str | None, language: str, now: dt.datetime) -> str:
    """A time relative to `now` (aware): `yesterday (19 November), night, 23:00`; what is not known is said so."""
    words = _words(language)
    if not when:
        return str(words["ongoing"] if tense in ("ongoing", "recurring") else words["unknown"])
    if when["kind"] == "recurring":
        return _say_recurring(when, words)
    start, end = _moment(when["from"]), _moment(when["to"])
    if when["kind"] == "ongoing":
        return str(words["now"])
    if start is None:
        return str(words["for_some_time"])
    said = _say_point(start, end, when, words, now)
    return words["about"].format(time=said) if when["approximate"] else said


def _moment(iso: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(iso).astimezone(KOLKATA) if iso else None


def _say_point(
    start: dt.datetime, end: dt.datetime | None, when: Mapping[str, Any], words: Words, now: dt.datetime
) -> str:
    grain = when["grain"]
    if grain in ("minute", "hour") and when["kind"] == "point":
        return str(words["at"].format(date=_day(start, words, now), time=_clock_time(start, words)))
    if grain == "daypart" and when["kind"] == "point":
        return str(words["in_part"].format(date=_day(start, words, now), part=_part(start, words)))
    return _say_stretch(start, end, words, now, by_clock=grain in ("minute", "hour", "daypart"))


def _say_stretch(start: dt.datetime, end: dt.datetime | None, words: Words, now: dt.datetime, *, by_clock: bool) -> str:
    """From when to when: by days; `by_clock` with the hours, on one day or over several."""

    def said(moment: dt.datetime) -> str:
        day = _day(moment, words, now)
        return str(words["at"].format(date=day, time=_clock_time(moment, words))) if by_clock else day

    if end is None:
        return said(start)
    last = end if by_clock else end - dt.timedelta(microseconds=1)
    if last.date() == start.date() and not by_clock:
        return said(start)
    if abs((end - now).total_seconds()) < 60:
        return str(words["until_now"].format(start=said(start)))
    if by_clock and end - start < dt.timedelta(days=1):
        day = _day(start, words, now)
        return str(words["window"].format(every=day, start=_clock_time(start, words), end=_clock_time(end, words)))
    return str(words["between"].format(start=said(start), end=said(last)))


def _day(moment: dt.datetime, words: Words, now: dt.datetime) -> str:
    date = words["date"].format(day=moment.day, month=words["months"][moment.month - 1])
    today = now.astimezone(KOLKATA).date()
    if moment.year != today.year:
        date = f"{date} {moment.year}"
    name = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((moment.date() - today).days)
    return str(words["dated"].format(name=words[name], date=date)) if name else str(date)


def _part(moment: dt.datetime, words: Words) -> str:
    names = [name for first, name in _PARTS if moment.hour >= first]
    return str(words["parts"][names[-1] if names else "night"])


def _clock(moment: dt.datetime) -> str:
    return f"{moment.hour % 12 or 12}:{moment.minute:02d}" if moment.minute else str(moment.hour % 12 or 12)


def _say_recurring(when: Mapping[str, Any], words: Words) -> str:
    rule = dict(part.split("=", 1) for part in (when["rrule"] or "").removeprefix("RRULE:").split(";") if "=" in part)
    if "BYDAY" in rule:
        days = [words["weekdays"].get(day[-2:], day) for day in rule["BYDAY"].split(",")]
        every = words["on_days"].format(days=", ".join(days))
    else:
        every = words["every"].get(rule.get("FREQ", ""), words["again_and_again"])
    if not when["time_from"]:
        return str(every)
    start = dt.datetime.strptime(when["time_from"], "%H:%M")
    end = dt.datetime.strptime(when["time_to"] or when["time_from"], "%H:%M")
    if when["grain"] == "daypart":
        part = words["parts"]["daytime"] if (start.hour, end.hour) == _DAYTIME else _part(start, words)
        return str(words["each_at"].format(every=every, time=part))
    if dt.timedelta(0) <= end - start <= _GRAINS.get(when["grain"], dt.timedelta(0)):
        return str(words["each_at"].format(every=every, time=_clock_time(start, words)))
    return str(words["window"].format(every=every, start=_clock_time(start, words), end=_clock_time(end, words)))


def _clock_time(moment: dt.datetime, words: Words) -> str:
    said = words["clock"].format(part=_part(moment, words), clock=_clock(moment), clock24=f"{moment:%H:%M}")
    return str(said)
