"""The gazetteer, read once a process."""

from __future__ import annotations

from functools import lru_cache

from satark.gazetteer import Gazetteer
from satark.settings import Settings


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Built-in places and imported directories."""
    return Gazetteer.load(Settings.load().home)
