"""The channel at rest: after an error of the whole account, or when WhatsApp cannot be reached, nothing is sent until
one message, let through as a probe, succeeds. The rest doubles with each probe that fails; it outlives a restart.

Written by the worker (a refused call) and by the assistant (a refusal told by webhook), read by both.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from satark.settings import Limits
from satark.stores import utc_now

log = logging.getLogger("satark.sender")
SENDING = "sending"
_TABLE = tables.stops


@dataclass(frozen=True)
class Stop:
    """A rest of the channel: why (a short code), since when, until when, how many rests in a row."""

    reason: str
    since: dt.datetime
    until: dt.datetime
    times: int

    def due(self, now: dt.datetime) -> bool:
        """Whether a probe may be made."""
        return now >= self.until


class Stops:
    """The one rest there may be."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def standing(self, connection: Connection) -> Stop | None:
        """The rest that holds, also when its probe is due; None when the channel works."""
        row = connection.execute(sa.select(_TABLE).where(_TABLE.c.name == SENDING)).first()
        return Stop(row.reason, row.since, row.until, row.times) if row else None

    def stop(self, connection: Connection, reason: str, first_seconds: float | None = None) -> Stop:
        """Begins a rest of `first_seconds` (default: the settings'), or lengthens the one that holds once its probe
        was due; says so in the log."""
        now = utc_now()
        held = self.standing(connection)
        if held and not held.due(now):  # another message of the same moment has told it already
            return held
        times = held.times + 1 if held else 1
        first = self.limits.stop_first_seconds if first_seconds is None else first_seconds
        seconds = min(first * 2 ** min(times - 1, 20), self.limits.stop_longest_seconds)
        rest = Stop(reason[:120], held.since if held else now, now + dt.timedelta(seconds=seconds), times)
        values = {"reason": rest.reason, "since": rest.since, "until": rest.until, "times": rest.times}
        renewed = connection.execute(_TABLE.update().where(_TABLE.c.name == SENDING).values(**values))
        if not renewed.rowcount:
            connection.execute(_TABLE.insert().values(name=SENDING, **values))
        log.error("channel.stopped reason=%s times=%d seconds=%d", reason, times, seconds)
        return rest

    def clear(self, connection: Connection) -> None:
        """The channel works again."""
        held = self.standing(connection)
        if held:
            connection.execute(_TABLE.delete().where(_TABLE.c.name == SENDING))
            log.warning("channel.resumed reason=%s after=%d", held.reason, (utc_now() - held.since).total_seconds())
