"""A tip's facts in the reader's words: offences, place, time, status, priority, and its events as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.texts import language, say
from satark import offences
from satark.desks import Tip, TipEvent
from satark.reading import KOLKATA
from satark.settings import RANGE_DESK, Settings
from satark.stores import utc_now
from satark.wording import say_place, say_when


def say_offences(tip: Tip) -> str:
    """The offences' names; a key that the table does not know (any more) stands as it is."""
    known = offences.offence_types()
    return ", ".join(known[key].name(language()) if key in known else key for key in tip.offences)


def say_status(status: str) -> str:
    return say(f"status.{status}")


def say_priority(priority: int) -> str:
    return say(f"priority.{priority}")


def say_group(group: str) -> str:
    return offences.offence_groups()[group][language()]


def say_desk(settings: Settings, desk: str) -> str:
    """The short name of a desk: its district, or the range."""
    named = settings.range.name if desk == RANGE_DESK else settings.districts[desk].name
    return named.in_language(language())


def say_tip_place(place: Mapping[str, Any] | None) -> str:
    return say_place(place, language())


def say_tip_when(tip: Tip) -> str:
    return say_when(tip.when, tip.tense, language(), utc_now().astimezone(KOLKATA))


def say_station(settings: Settings, tip: Tip) -> str:
    """The police station's name in the reader's language, empty where none is known."""
    name = str((tip.place or {}).get("police_station") or "")
    district = settings.districts.get(str((tip.place or {}).get("district") or ""))
    stations = district.stations if district else ()
    return next((station.in_language(language()) for station in stations if station.en == name), name)


def say_event(event: TipEvent) -> str:
    """An event as a sentence. `assigned` events name who assigned and to whom: `by > officer`."""
    by, _, officer = event.actor.partition(" > ")
    return say(f"event.{event.kind}", by=by, officer=officer)
