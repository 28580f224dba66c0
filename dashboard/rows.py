"""Tips as the rows and tiles of the list, and the filters that choose them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.offices import waiting_long
from dashboard.telling import (
    say_desk,
    say_offences,
    say_priority,
    say_station,
    say_status,
    say_tip_place,
    say_tip_when,
)
from dashboard.texts import say_moment
from satark import offences
from satark.desks import Tip
from satark.settings import Settings

ALL = "all"
PERIODS = {"day": dt.timedelta(days=1), "week": dt.timedelta(days=7), "month": dt.timedelta(days=30),
           "quarter": dt.timedelta(days=91), "year": dt.timedelta(days=365)}  # fmt: skip
FRESH = dt.timedelta(minutes=15)
TILES = ("new", "assigned", "action_taken", "closed", "urgent", "waiting")


@dataclass(frozen=True)
class Choice:
    """What a page shows; `all` or empty for no choice. `offence` is an offence or `group:<group>`."""

    status: str | None = ALL
    offence: str | None = ALL
    period: str | None = ALL
    desk: str | None = ALL
    search: str | None = ""

    def chosen(self, tips: Iterable[Tip], now: dt.datetime) -> list[Tip]:
        """The tips that fit, in their order; `now` is aware."""
        span = PERIODS.get(self.period or ALL)
        wanted = _offences(self.offence)
        searched = "".join((self.search or "").upper().split())
        return [
            tip
            for tip in tips
            if self.status in (None, ALL, tip.status)
            and (wanted is None or wanted & set(tip.offences))
            and (span is None or tip.filed_at >= now - span)
            and self.desk in (None, "", ALL, tip.desk)
            and searched.replace("-", "") in tip.id.replace("-", "")
        ]


def _offences(choice: str | None) -> set[str] | None:
    if not choice or choice == ALL:
        return None
    group = choice.removeprefix("group:")
    return {choice, *(key for key, kind in offences.offence_types().items() if kind.group == group)}


def row(settings: Settings, tip: Tip, now: dt.datetime) -> dict[str, Any]:
    """A tip as a row of the grid: `..._text` fields are shown, the others sorted by."""
    return {
        "id": tip.id,
        "filed": tip.filed_at.isoformat(),
        "filed_text": say_moment(tip.filed_at),
        "offences": say_offences(tip),
        "place": say_tip_place(tip.place),
        "station": say_station(settings, tip),
        "when": say_tip_when(tip),
        "priority": tip.priority,
        "priority_text": say_priority(tip.priority),
        "status": tip.status,
        "status_text": say_status(tip.status),
        "desk": say_desk(settings, tip.desk),
        "fresh": tip.status == "new" and now - tip.filed_at < FRESH,
        "waiting": waiting_long(tip, now),
    }


def tile_counts(tips: Sequence[Tip], now: dt.datetime) -> dict[str, int]:
    """Counts by tile: by status (accepted counts as assigned), urgent ones still open, and those waiting long."""
    return {
        "new": sum(tip.status == "new" for tip in tips),
        "assigned": sum(tip.status in ("assigned", "accepted") for tip in tips),
        "action_taken": sum(tip.status == "action_taken" for tip in tips),
        "closed": sum(tip.status == "closed" for tip in tips),
        "urgent": sum(tip.priority == 1 and tip.status != "closed" for tip in tips),
        "waiting": sum(waiting_long(tip, now) for tip in tips),
    }
