"""What the tests of time share: the moment of the message, and a reading written short."""

from __future__ import annotations

import datetime as dt

from satark.reading import KOLKATA, When
from satark.text import normalise
from satark.when import TimeReading, read_time

WEDNESDAY_MORNING = dt.datetime(2026, 9, 23, 10, 30, tzinfo=KOLKATA)


def told(text: str, at: dt.datetime = WEDNESDAY_MORNING) -> TimeReading:
    """Reads `text` as it comes from a person."""
    return read_time(normalise(text), at)


def window(text: str, at: dt.datetime = WEDNESDAY_MORNING) -> str | None:
    """The time of `text` as "MM-DD HH:MM/MM-DD HH:MM grain", "?" for an open end; None where no time is read."""
    when = told(text, at).when
    return None if when is None else f"{_short(when.start)}/{_short(when.end)} {when.grain}"


def habit(text: str, at: dt.datetime = WEDNESDAY_MORNING) -> str | None:
    """A recurring time as "RRULE HH:MM-HH:MM", "?" for what is unsaid; None where the time does not recur."""
    when: When | None = told(text, at).when
    if when is None or when.kind != "recurring":
        return None
    return f"{when.rrule or '?'} {when.time_from or '?'}-{when.time_to or '?'}"


def _short(moment: dt.datetime | None) -> str:
    return moment.strftime("%m-%d %H:%M") if moment else "?"
