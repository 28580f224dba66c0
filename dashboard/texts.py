"""The words of the pages: `texts.yml` in the reader's language, and moments and places said in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import flask

from satark.reading import KOLKATA
from satark.tables import read_table

LANGUAGES = ("en", "hi")


@lru_cache(maxsize=1)
def all_texts() -> Mapping[str, Mapping[str, Any]]:
    """Every text by key, then by language."""
    texts: Mapping[str, Mapping[str, Any]] = read_table(Path(__file__).with_name("texts.yml"))
    return texts


def language() -> str:
    """The language the present reader has chosen; English at first."""
    chosen = flask.session.get("language", "en")
    return chosen if chosen in LANGUAGES else "en"


def say(key: str, **values: object) -> str:
    """The text of `key` in the reader's language, its {placeholders} filled. Raises `KeyError` for an unknown key."""
    return str(all_texts()[key][language()]).format(**values)


def say_moment(moment: dt.datetime) -> str:
    """A moment in Asia/Kolkata, such as `20 Nov 2026, 23:05`."""
    local = moment.astimezone(KOLKATA)
    return f"{say_date(local.date())}, {local:%H:%M}"


def say_date(day: dt.date) -> str:
    """A date, such as `20 Nov 2026`."""
    return f"{day.day} {say_month(day)}"


def say_day(day: dt.date) -> str:
    """A date without its year, such as `20 Nov`."""
    return say_date(day).rpartition(" ")[0]


def say_month(day: dt.date) -> str:
    """A date's month and year, such as `Nov 2026`."""
    months = all_texts()["months"][language()]
    return f"{months[day.month - 1]} {day.year}"


def weekday_names() -> list[str]:
    """Short names of the weekdays, Monday first."""
    names: list[str] = all_texts()["weekdays"][language()]
    return names
