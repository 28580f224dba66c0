"""From the outbox to WhatsApp: in order for each person and at the pace WhatsApp allows, tried again by error class.

The story of one message: claim it under a lease, look up where it goes and whether the person wrote within the day,
wait for the pair rate, call the Graph API, note the answer. What each kind of refusal leads to stands in `_REFUSED`.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.graph import Graph, GraphError, Verdict
from channels.outbox import Outbox, late_body
from channels.pace import NOTHING, Pace
from channels.queues import Item
from channels.stops import Stop, Stops
from channels.vault import Address, Vault
from satark.errors import SatarkError
from satark.settings import Settings
from satark.stores import utc_now

log = logging.getLogger("satark.sender")
AT_ONCE = 8  # persons served side by side
IDLE_SECONDS = 0.25  # the longest sleep: another machine may have put something in
FAILURE_SECONDS = 2.0
OUTAGE_AFTER = 5  # so many refused messages in a row, with no success between, are WhatsApp's trouble and not theirs
UNREACHABLE_SECONDS = 2.0  # the first rest when nobody answers at all
BREATHER_SECONDS = 1.0  # the first rest when the account sends too fast; doubled each time
LONGEST_BREATHER_SECONDS = 60.0
_PACES = tables.paces


@dataclass(frozen=True)
class _Errand:
    """What must be known to send a message; `address` is None for somebody who asked to be forgotten."""

    address: Address | None
    may_write_freely: bool
    wait: dt.timedelta


class Sender:
    """Sends what is owed. `run` works for good; `work` is one round and `settle` waits for what it began."""

    def __init__(self, settings: Settings, vault: Vault, graph: Graph) -> None:
        limits = settings.limits
        self.settings = settings
        self.vault = vault
        self.graph = graph
        self.outbox = Outbox(vault, limits, settings.templates)
        self.stops = Stops(limits)
        self._pair = Pace(limits.pair_burst, dt.timedelta(seconds=limits.pair_seconds))
        self._cap = Pace(max(1, limits.sends_per_second // 4), dt.timedelta(seconds=1 / limits.sends_per_second))
        self._cap_full_at: dt.datetime | None = None
        self._breathers = 0
        self._rest_until = utc_now()
        self._refused: set[str] = set()
        self._working: dict[str, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something may be due."""
        self._woken.set()

    async def run(self, alive: Callable[[], object]) -> None:
        """Works until cancelled; `alive` is called each round."""
        while True:
            self._woken.clear()
            try:
                started = await self.work()
                alive()
            except Exception as error:
                log.error("outbox.round_failed kind=%s", type(error).__name__)
                await asyncio.sleep(FAILURE_SECONDS)
                continue
            if not started:
                await self._rest()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), IDLE_SECONDS)
        except asyncio.TimeoutError:
            return

    async def work(self) -> int:
        """Begins to send what is due, at most one message a person; how many were begun."""
        now = utc_now()
        if now < self._rest_until:
            return 0
        stop = await asyncio.to_thread(self._standing)
        room = AT_ONCE - len(self._working)
        if stop:  # one message goes ahead as a probe, alone
            room = 1 if stop.due(now) and not self._working else 0
        room = self._within_cap(room, now)
        if room <= 0:
            return 0
        items = await asyncio.to_thread(self.outbox.claim, room, frozenset(self._working))
        for item in items:
            self._cap_full_at = self._cap.spend(self._cap_full_at, now)
            task = asyncio.create_task(self._send(item, stop))
            self._working[item.conversation] = task
            task.add_done_callback(partial(self._finished, item.conversation))
        return len(items)

    def _within_cap(self, room: int, now: dt.datetime) -> int:
        """How many of `room` messages the cap lets go just now."""
        full_at, allowed = self._cap_full_at, 0
        while allowed < room and self._cap.wait(full_at, now) == NOTHING:
            full_at, allowed = self._cap.spend(full_at, now), allowed + 1
        return allowed

    def _standing(self) -> Stop | None:
        with self.vault.reading() as connection:
            return self.stops.standing(connection)

    def _finished(self, conversation: str, _task: asyncio.Task[None]) -> None:
        self._working.pop(conversation, None)
        self.wake()

    async def settle(self) -> None:
        """Waits until what was begun has come to its end."""
        while self._working:
            await asyncio.wait(set(self._working.values()))

    async def _send(self, item: Item, probing: Stop | None) -> None:
        try:
            errand = await asyncio.to_thread(self._errand, item)
            if errand.address is None:
                await asyncio.to_thread(self.outbox.give_up, item, "forgotten")
                return
            if errand.wait > NOTHING:
                await asyncio.to_thread(self.outbox.put_off, item, "pair rate", errand.wait.total_seconds())
                return
            body = item.content["body"] if errand.may_write_freely else late_body(item.content, self.settings.templates)
            if body is None:  # a part that only makes sense beside the others
                await asyncio.to_thread(self.outbox.give_up, item, "outside 24 hours")
                return
            wamid = await self.graph.send(errand.address, body, item.name)
            await asyncio.to_thread(self._accepted, item, wamid, probing)
        except GraphError as error:
            await asyncio.to_thread(self._refuse, item, error)
        except SatarkError as error:  # the store: the lease brings the message back
            log.error("outbox.message_failed kind=%s", type(error).__name__)
        except (KeyError, TypeError, ValueError) as error:  # a body that was not ours: it must not block the person
            log.error("outbox.message_broken kind=%s", type(error).__name__)
            await asyncio.to_thread(self.outbox.try_again, item, type(error).__name__)

    def _errand(self, item: Item) -> _Errand:
        with self.vault.reading() as connection:
            return _Errand(
                self.vault.address_of(connection, item.conversation),
                self.vault.may_write_freely(connection, item.conversation),
                self._pair.wait(self._full_at(connection, item.conversation), utc_now()),
            )

    @staticmethod
    def _full_at(connection: Connection, conversation: str) -> dt.datetime | None:
        full_at: dt.datetime | None = connection.execute(
            sa.select(_PACES.c.full_at).where(_PACES.c.conversation == conversation)
        ).scalar()
        return full_at

    @staticmethod
    def _set_full_at(connection: Connection, conversation: str, full_at: dt.datetime) -> None:
        renewed = connection.execute(
            _PACES.update().where(_PACES.c.conversation == conversation).values(full_at=full_at)
        )
        if not renewed.rowcount:
            connection.execute(_PACES.insert().values(conversation=conversation, full_at=full_at))

    def _accepted(self, item: Item, wamid: str, probing: Stop | None) -> None:
        self._refused.clear()
        self._breathers = 0
        with self.vault.writing() as connection:
            self.outbox.accepted(connection, item, wamid)
            full_at = self._pair.spend(self._full_at(connection, item.conversation), utc_now())
            self._set_full_at(connection, item.conversation, full_at)
            if probing:
                self.stops.clear(connection)

    # Refusals

    def _refuse(self, item: Item, error: GraphError) -> None:
        reason = f"graph {error.code}"
        log.warning("outbox.refused code=%d http=%d verdict=%s", error.code, error.status, error.verdict)
        try:
            _REFUSED[error.verdict](self, item, reason)
        except SatarkError as failure:
            log.error("outbox.message_failed kind=%s", type(failure).__name__)

    def _again(self, item: Item, reason: str, least_seconds: float = 0.0) -> None:
        """Later; but where many in a row fail, or the probe does, it is the whole channel's trouble and no try of
        theirs."""
        self._refused.add(item.name)
        if self._standing() or len(self._refused) >= OUTAGE_AFTER:
            self._stop(item, f"outage, {reason}", least_seconds=least_seconds)
            return
        wait = self.settings.limits.retry_after(item.attempts - 1)
        self.outbox.try_again(item, reason, max(wait, least_seconds))

    def _lost(self, item: Item, reason: str) -> None:
        """It may have arrived: its status gets a fair chance to come before it is sent again."""
        self._again(item, f"no answer, {reason}", self.settings.limits.answer_lost_seconds)

    def _pair_exhausted(self, item: Item, reason: str) -> None:
        with self.vault.writing() as connection:
            self._set_full_at(connection, item.conversation, self._pair.exhausted(utc_now()))
        self.outbox.put_off(item, reason, self.settings.limits.pair_seconds)

    def _slower(self, item: Item, reason: str) -> None:
        seconds = min(BREATHER_SECONDS * 2**self._breathers, LONGEST_BREATHER_SECONDS)
        self._breathers = min(self._breathers + 1, 10)
        self._rest_until = utc_now() + dt.timedelta(seconds=seconds)
        self.outbox.put_off(item, reason, seconds)

    def _unreachable(self, item: Item, reason: str) -> None:
        self._stop(item, f"unreachable, {reason}", UNREACHABLE_SECONDS)

    def _stop(self, item: Item, reason: str, first_seconds: float | None = None, least_seconds: float = 0.0) -> None:
        with self.vault.writing() as connection:
            stop = self.stops.stop(connection, reason, first_seconds)
        rest = (stop.until - utc_now()).total_seconds()
        self.outbox.put_off(item, reason, max(0.0, rest, least_seconds))

    def _late(self, item: Item, _reason: str) -> None:
        self.outbox.send_late(item)

    def _give_up(self, item: Item, reason: str) -> None:
        self.outbox.give_up(item, reason)


_REFUSED: dict[Verdict, Callable[[Sender, Item, str], None]] = {
    "again": Sender._again,
    "lost": Sender._lost,
    "pair": Sender._pair_exhausted,
    "slower": Sender._slower,
    "unreachable": Sender._unreachable,
    "stop": Sender._stop,
    "template": Sender._late,
    "never": Sender._give_up,
}
