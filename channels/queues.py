"""A durable queue that keeps the order within each conversation: the inbox and the outbox are two of them.

An item is claimed under a lease; only the oldest unfinished item of a conversation can be claimed, so whoever dies
holding one delays that conversation by one lease and loses nothing. Content is sealed and dropped when done.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.vault import Vault
from satark.settings import Limits
from satark.stores import utc_now

Status = Literal["new", "taken", "done", "dead"]
_UNFINISHED = ("new", "taken")


@dataclass(frozen=True)
class Item:
    """A claimed item: `content` opened, `attempts` counting this one; `received_at` in UTC."""

    id: int
    name: str
    conversation: str
    attempts: int
    received_at: dt.datetime
    content: dict[str, Any]


class OrderedQueue:
    """One of the vault's queues. `purpose` names the key its content is sealed under."""

    def __init__(self, vault: Vault, table: sa.Table, purpose: str, limits: Limits, most_attempts: int) -> None:
        self.vault = vault
        self.table = table
        self.purpose = purpose
        self.limits = limits
        self.most_attempts = most_attempts
        self._moment = table.c.received_at if "received_at" in table.c else table.c.created_at

    def put(self, connection: Connection, conversation: str, name: str, content: dict[str, Any]) -> bool:
        """Adds an item; False when one of that name is there already (delivered twice, or done before)."""
        known = connection.execute(sa.select(self.table.c.id).where(self.table.c.name == name)).first()
        if known is not None:
            return False
        now = utc_now()
        sealed = self.vault.keys.seal(self.purpose, json.dumps(content, ensure_ascii=False).encode(), name)
        values = {"name": name, "conversation": conversation, "status": "new", "attempts": 0, "not_before": now}
        connection.execute(self.table.insert().values(content=sealed, **{self._moment.name: now}, **values))
        return True

    def claim(self, limit: int, resting: frozenset[str] = frozenset()) -> list[Item]:
        """Takes up to `limit` items under a lease, at most one a conversation, none of the conversations `resting`."""
        now = utc_now()
        table = self.table
        heads = sa.select(sa.func.min(table.c.id)).where(table.c.status.in_(_UNFINISHED)).group_by(table.c.conversation)
        free = sa.or_(table.c.status == "new", table.c.lease_until < now)
        query = (
            sa.select(table)
            .where(table.c.id.in_(heads), free, table.c.not_before <= now, table.c.conversation.not_in(resting))
            .order_by(table.c.id)
            .limit(limit)
        )
        with self.vault.reading() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return []
        with self.vault.writing() as connection:
            return [self._open(row) for row in rows if self._take(connection, row, now)]

    def _take(self, connection: Connection, row: Any, now: dt.datetime) -> bool:
        """Whether the row is ours: it must not have been taken since it was read."""
        same = sa.and_(
            self.table.c.id == row.id, self.table.c.status == row.status, self.table.c.attempts == row.attempts
        )
        lease = now + dt.timedelta(seconds=self.limits.lease_seconds)
        taken = connection.execute(
            self.table.update().where(same).values(status="taken", lease_until=lease, attempts=row.attempts + 1)
        )
        return bool(taken.rowcount)

    def _open(self, row: Any) -> Item:
        content = json.loads(self.vault.keys.open(self.purpose, row.content, row.name))
        return Item(row.id, row.name, row.conversation, row.attempts + 1, row._mapping[self._moment.name], content)

    def done(self, connection: Connection, item: Item, **values: Any) -> None:
        """Finishes an item and drops its content; the name stays, to recognise a second delivery."""
        query = self.table.update().where(self.table.c.id == item.id)
        connection.execute(query.values(status="done", content=None, lease_until=None, **values))

    def put_back(self, item: Item, reason: str, after_seconds: float | None = None) -> bool:
        """Another try later, with growing waits; True when the item is given up instead (its tries are used up).

        `reason` is a short code, never words of a person.
        """
        spent = item.attempts >= self.most_attempts
        wait = self.limits.retry_after(item.attempts - 1) if after_seconds is None else after_seconds
        values = (
            {"status": "dead"} if spent else {"status": "new", "not_before": utc_now() + dt.timedelta(seconds=wait)}
        )
        query = self.table.update().where(self.table.c.id == item.id)
        with self.vault.writing() as connection:
            connection.execute(query.values(lease_until=None, reason=reason[:120], **values))
        return spent

    def bury(self, item: Item, reason: str) -> None:
        """Gives an item up at once."""
        query = self.table.update().where(self.table.c.id == item.id)
        with self.vault.writing() as connection:
            connection.execute(query.values(status="dead", lease_until=None, reason=reason[:120]))

    def next_due(self) -> float | None:
        """Seconds until something may be claimable, None when nothing waits."""
        waiting = self.table.c.status.in_(_UNFINISHED)
        with self.vault.reading() as connection:
            rows = connection.execute(
                sa.select(self.table.c.status, self.table.c.not_before, self.table.c.lease_until)
                .where(waiting)
                .limit(50)
            ).all()
        if not rows:
            return None
        moments = [row.lease_until if row.status == "taken" and row.lease_until else row.not_before for row in rows]
        return max(0.0, (min(moments) - utc_now()).total_seconds())

    def counts(self) -> dict[str, int]:
        """How many items there are by status."""
        query = sa.select(self.table.c.status, sa.func.count()).group_by(self.table.c.status)
        with self.vault.reading() as connection:
            return {status: count for status, count in connection.execute(query)}

    def forget_before(self, moment: dt.datetime) -> int:
        """Deletes what was finished or given up and is older than `moment`; how many."""
        old = sa.and_(self._moment < moment, self.table.c.status.not_in(_UNFINISHED))
        with self.vault.writing() as connection:
            return int(connection.execute(self.table.delete().where(old)).rowcount)


def open_inbox(vault: Vault, limits: Limits) -> OrderedQueue:
    """Messages received and not yet processed."""
    return OrderedQueue(vault, tables.inbox, "inbox", limits, limits.inbox_attempts)


def open_outbox(vault: Vault, limits: Limits) -> OrderedQueue:
    """Messages owed and not yet accepted by WhatsApp."""
    return OrderedQueue(vault, tables.outbox, "outbox", limits, limits.outbox_attempts)
