"""The gazetteer, read once a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from satark.gazetteer import Gazetteer
from satark.settings import Settings
from satark.wording import say_place, say_surroundings


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Built-in places and imported directories."""
    return Gazetteer.load(Settings.load().home)


def told(place: Mapping[str, Any] | None, language: str) -> str:
    """A place of a report said back in the person's language and script."""
    if language == "hi" and place and place.get("name"):
        kinds = (place.get("kind"), "police_station")  # a pin is called by its police station, whatever lies there
        hindi = next(
            filter(None, (gazetteer().name_in_hindi(place["name"], kind, place.get("district")) for kind in kinds)),
            None,
        )
        return say_place({**place, "name": hindi or place["name"]}, language)
    return say_place(place, language)


def wider(place: Mapping[str, Any], language: str) -> str:
    """What tells a place from its namesakes, in the person's language and script: kind, police station, tehsil."""
    around: dict[str, str] = {}
    for field, kind in (("police_station", "police_station"), ("tehsil", "tehsil")):
        if name := place.get(field):
            hindi = gazetteer().name_in_hindi(name, kind, place.get("district")) if language == "hi" else None
            around[field] = hindi or name
    return say_surroundings(place.get("kind"), around, language)
