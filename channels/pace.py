"""How fast messages may follow each other: a bucket of tokens, kept as the one moment at which it is full again.

A bucket that refills by one token an interval is full `interval x missing tokens` from now, so that single moment says
all there is to know (the generic cell rate algorithm, ITU-T I.371). It outlives a restart in a single column.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

NOTHING = dt.timedelta(0)


@dataclass(frozen=True)
class Pace:
    """`burst` messages at once, then one an `interval`."""

    burst: int
    interval: dt.timedelta

    def __post_init__(self) -> None:
        if self.burst < 1 or self.interval <= NOTHING:
            raise ValueError("a pace needs a burst of at least one and an interval")

    def wait(self, full_at: dt.datetime | None, now: dt.datetime) -> dt.timedelta:
        """How long until the next message may go, given the moment at which the bucket is full; zero for at once."""
        if full_at is None:
            return NOTHING
        return max(NOTHING, full_at - now - self.interval * (self.burst - 1))

    def spend(self, full_at: dt.datetime | None, now: dt.datetime) -> dt.datetime:
        """The moment at which the bucket is full once another message has gone."""
        return max(full_at or now, now) + self.interval

    def exhausted(self, now: dt.datetime) -> dt.datetime:
        """The moment at which a bucket that was found empty is full: the other side has counted more than we have."""
        return now + self.interval * self.burst
