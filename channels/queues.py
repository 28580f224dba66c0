"""A durable queue that keeps the order within each conversation: the inbox and the outbox are two of them.

An item is claimed under a lease; only the oldest unfinished item of a conversation can be claimed, and only while no
other of that conversation is held, so whoever dies holding one delays that conversation by one lease and loses
nothing. A lease is renewed while the work goes on. Content is sealed and dropped when done.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.engine import Connection

from channels import tables
from channels.addresses import chunks
from channels.vault import Vault
from satark.errors import SealError, StoreError
from satark.settings import Limits
from satark.stores import utc_now

RENEWALS = 3  # in the time of one lease, by whoever holds it
_UNFINISHED = ("new", "taken")  # the others are done and dead
_FILLED = ("name", "conversation", "status", "attempts", "not_before", "content")  # when an item is put in


class LeaseLost(StoreError):
    """Somebody else holds the item now: what was made of it here must not be written."""


@dataclass(frozen=True)
class Item:
    """A claimed item: `content` opened, `attempts` counting this one; moments in UTC, `written_at` of an inbox only."""

    id: int
    name: str
    conversation: str
    attempts: int
    received_at: dt.datetime
    content: dict[str, Any]
    written_at: dt.datetime | None = None


@dataclass(frozen=True)
class Entry:
    """Something to be put in: `name` is its identity, and what is put in twice under one name is there once."""

    conversation: str
    name: str
    content: Mapping[str, Any]
    written_at: dt.datetime | None = None
    rest_seconds: float = 0.0  # before it may be claimed


@dataclass(frozen=True)
class Trouble:
    """An item that failed: nothing of its content; `at` in UTC, `reason` a short code."""

    id: int
    status: str
    at: dt.datetime
    attempts: int
    reason: str | None


class OrderedQueue:
    """One of the vault's queues. `purpose` names the key its content is sealed under."""

    def __init__(self, vault: Vault, table: sa.Table, purpose: str, limits: Limits, most_attempts: int) -> None:
        self.vault = vault
        self.table = table
        self.purpose = purpose
        self.limits = limits
        self.most_attempts = most_attempts
        self._moment = table.c.received_at if "received_at" in table.c else table.c.created_at
        self._dated = "written_at" in table.c
        insert = insert_postgresql if vault.engine.dialect.name == "postgresql" else insert_sqlite
        added = insert(table).on_conflict_do_nothing(index_elements=["name"])
        columns = [*_FILLED, self._moment.name, *(["written_at"] if self._dated else [])]
        # SQLAlchemy would compile such an insert anew for every webhook.
        self._insert = added.compile(vault.engine, column_keys=columns)
        self._known = sa.select(table.c.name).where(table.c.name.in_(sa.bindparam("names", expanding=True)))
        now = sa.bindparam("now")
        resting = table.c.conversation.in_(sa.bindparam("resting", expanding=True))
        due = sa.and_(self._head(now), table.c.not_before <= now, ~resting)
        self._due = sa.select(table).where(due).order_by(table.c.id).limit(sa.bindparam("most"))
        same = sa.and_(table.c.id == sa.bindparam("which"), table.c.attempts == sa.bindparam("tried"), self._head(now))
        self._still_free = table.update().where(same)
        leased = {"status": "taken", "lease_until": sa.bindparam("leased"), "attempts": table.c.attempts + 1}
        self._taking = self._still_free.values(**leased)

    # Putting in

    def put(self, connection: Connection, conversation: str, name: str, content: Mapping[str, Any]) -> bool:
        """Adds an item; False when one of that name is there already (delivered twice, or done before)."""
        return bool(self.put_all(connection, [Entry(conversation, name, content)]))

    def put_all(self, connection: Connection, entries: Sequence[Entry]) -> set[str]:
        """Adds what is not known yet, in order; the names that were new."""
        known: set[str] = set()
        for some in chunks(entry.name for entry in entries):
            known |= set(connection.execute(self._known, {"names": some}).scalars())
        now = utc_now()
        fresh = {entry.name: entry for entry in reversed(entries) if entry.name not in known}
        rows = [self._row(fresh[name], now) for name in dict.fromkeys(e.name for e in entries) if name in fresh]
        if rows:
            connection.execute(self._insert, rows)
        return set(fresh)

    def _row(self, entry: Entry, now: dt.datetime) -> dict[str, Any]:
        values = {"name": entry.name, "conversation": entry.conversation, "status": "new", "attempts": 0}
        rested = now + dt.timedelta(seconds=entry.rest_seconds)
        values |= {self._moment.name: now, "not_before": rested, "content": self._seal(entry.name, entry.content)}
        return {**values, "written_at": entry.written_at or now} if self._dated else values

    def _seal(self, name: str, content: Mapping[str, Any]) -> bytes:
        return self.vault.keys.seal(self.purpose, json.dumps(content).encode(), name)

    # Looking ahead

    def waiting(self, conversation: str, after: int, most: int) -> list[dict[str, Any]]:
        """What comes after the item `after` in its conversation and is not in work yet: at most `most` contents."""
        table = self.table
        later = sa.and_(table.c.conversation == conversation, table.c.id > after, table.c.status == "new")
        query = sa.select(table.c.name, table.c.content).where(later).order_by(table.c.id).limit(most)
        with self.vault.reading() as connection:
            rows = connection.execute(query).all()
        return [content for row in rows if (content := self._opened(row)) is not None]

    def _opened(self, row: Any) -> dict[str, Any] | None:
        """A row's content, or None where it cannot be opened."""
        try:
            content: dict[str, Any] = json.loads(self.vault.keys.open(self.purpose, row.content or b"", row.name))
        except SealError:
            return None
        return content

    # Taking out

    def claim(self, limit: int, resting: Iterable[str] = frozenset()) -> list[Item]:
        """Takes up to `limit` items under a lease, at most one a conversation, none of the conversations `resting`."""
        now = utc_now()
        asked = {"now": now, "resting": sorted(resting), "most": limit}
        with self.vault.reading() as connection:
            rows = connection.execute(self._due, asked).all()
        if not rows:
            return []
        with self.vault.writing(alone=self.purpose) as connection:
            taken = [self._take(connection, row, now) for row in rows]
        return [item for item in taken if item]

    def _head(self, now: Any) -> Any:
        """Free, the oldest of its conversation, and none of that conversation is held."""
        table, other = self.table, self.table.alias("other")
        older = other.c.id < table.c.id
        if self._dated:
            same_time = other.c.written_at == table.c.written_at
            older = sa.or_(other.c.written_at < table.c.written_at, sa.and_(same_time, older))
        held = sa.and_(other.c.status == "taken", other.c.lease_until >= now)
        before = sa.and_(
            other.c.conversation == table.c.conversation,
            other.c.status.in_(_UNFINISHED),
            other.c.id != table.c.id,
            sa.or_(held, older),
        )
        free = sa.or_(table.c.status == "new", sa.and_(table.c.status == "taken", table.c.lease_until < now))
        return sa.and_(free, ~sa.exists(sa.select(other.c.id).where(before)))

    def _take(self, connection: Connection, row: Any, now: dt.datetime) -> Item | None:
        """The item, or None: it was taken since it was read, or it cannot be opened and is given up."""
        which = {"which": row.id, "tried": row.attempts, "now": now}
        content = self._opened(row)
        if content is None:  # it must not stand in the way of those behind it
            lost = {"status": "dead", "lease_until": None, "reason": "cannot be opened"}
            connection.execute(self._still_free.values(**lost), which)
            return None
        leased = utc_now() + dt.timedelta(seconds=self.limits.lease_seconds)
        if not connection.execute(self._taking, {**which, "leased": leased}).rowcount:
            return None
        dated = row.written_at if self._dated else None
        moment = row._mapping[self._moment.name]
        return Item(row.id, row.name, row.conversation, row.attempts + 1, moment, content, dated)

    def renew(self, items: Sequence[Item]) -> set[int]:
        """Holds `items` for another lease; the ids of those that somebody else has taken since."""
        lease = utc_now() + dt.timedelta(seconds=self.limits.lease_seconds)
        with self.vault.writing() as connection:
            return {item.id for item in items if not self._renew(connection, item, lease)}

    def _renew(self, connection: Connection, item: Item, lease: dt.datetime) -> bool:
        if connection.execute(self._held(item).values(lease_until=lease)).rowcount:
            return True
        tries = connection.execute(sa.select(self.table.c.attempts).where(self.table.c.id == item.id)).scalar()
        return tries is not None and tries <= item.attempts  # not held, but not taken either: it has just been ended

    def _held(self, item: Item) -> Any:
        table = self.table
        held = sa.and_(table.c.id == item.id, table.c.status == "taken", table.c.attempts == item.attempts)
        return table.update().where(held)

    # Ending

    def finish(self, connection: Connection, item: Item) -> None:
        """As `done`, for an item that must still be ours. Raises `LeaseLost`, and the transaction must not commit."""
        if not connection.execute(self._held(item).values(status="done", content=None, lease_until=None)).rowcount:
            raise LeaseLost("Another process has taken this message.")

    def done(self, connection: Connection, item: Item, **values: Any) -> None:
        """Finishes an item and drops its content; the name stays, to recognise a second delivery."""
        query = self.table.update().where(self.table.c.id == item.id)
        connection.execute(query.values(status="done", content=None, lease_until=None, **values))

    def put_back(self, item: Item, reason: str, after_seconds: float | None = None) -> bool:
        """Another try later, with growing waits; True when the item is given up instead (its tries are used up).

        `reason` is a short code, never words of a person.
        """
        with self.vault.writing() as connection:
            return self.postpone(connection, item, reason, after_seconds)

    def postpone(self, connection: Connection, item: Item, reason: str, after_seconds: float | None = None) -> bool:
        """`put_back` as a part of a transaction. An item that somebody else holds by now is left to them."""
        spent = item.attempts >= self.most_attempts
        wait = self.limits.retry_after(item.attempts - 1) if after_seconds is None else after_seconds
        values: dict[str, Any] = {"status": "new", "not_before": utc_now() + dt.timedelta(seconds=wait)}
        if spent:
            values = {"status": "dead"}
        held = connection.execute(self._held(item).values(lease_until=None, reason=reason[:120], **values)).rowcount
        return bool(spent and held)

    def release(self, connection: Connection, item: Item, reason: str, seconds: float) -> None:
        """Later, through no fault of the item: the try does not count."""
        values = {"status": "new", "lease_until": None, "attempts": item.attempts - 1, "reason": reason[:120]}
        later = utc_now() + dt.timedelta(seconds=seconds)
        connection.execute(self._held(item).values(not_before=later, **values))

    def bury(self, item: Item, reason: str) -> None:
        """Gives an item up at once."""
        query = self.table.update().where(self.table.c.id == item.id)
        with self.vault.writing() as connection:
            connection.execute(query.values(status="dead", lease_until=None, reason=reason[:120]))

    # What changes while it waits

    def replace_waiting(self, connection: Connection, entry: Entry, content: Mapping[str, Any]) -> bool:
        """Gives an item that nobody has taken yet other content; False when it was taken or is not there."""
        query = self._untouched(entry).values(content=self._seal(entry.name, content))
        return bool(connection.execute(query).rowcount)

    def drop_waiting(self, connection: Connection, entry: Entry, reason: str) -> bool:
        """Finishes an item unread; False when it was taken before. One that has not come yet will be known when it
        comes."""
        self.put_all(connection, [Entry(entry.conversation, entry.name, {}, entry.written_at)])
        query = self._untouched(entry).values(status="done", content=None, reason=reason)
        return bool(connection.execute(query).rowcount)

    def _untouched(self, entry: Entry) -> Any:
        table = self.table
        theirs = sa.and_(table.c.name == entry.name, table.c.conversation == entry.conversation)
        return table.update().where(theirs, table.c.status == "new", table.c.attempts == 0)

    # What an operator does

    def troubled(self, limit: int = 200) -> list[Trouble]:
        """What was given up, and what has failed and waits for another try; oldest first."""
        table = self.table
        waiting = sa.and_(table.c.status.in_(_UNFINISHED), table.c.reason.is_not(None))
        columns = (table.c.id, table.c.status, self._moment.label("at"), table.c.attempts, table.c.reason)
        query = sa.select(*columns).where(sa.or_(table.c.status == "dead", waiting)).order_by(table.c.id).limit(limit)
        with self.vault.reading() as connection:
            return [Trouble(**row._mapping) for row in connection.execute(query)]

    def replay(self, item: int) -> bool:
        """Gives an item that was given up all its tries again; False when there is none of that id to be read."""
        values = {"status": "new", "attempts": 0, "not_before": utc_now(), "reason": None}
        return self._resolve(item, self.table.c.content.is_not(None), **values)

    def drop(self, item: int) -> bool:
        """Finishes an item that was given up: its content goes, its name stays known."""
        return self._resolve(item, sa.true(), status="done", content=None, reason="dropped")

    def _resolve(self, item: int, condition: Any, **values: Any) -> bool:
        table = self.table
        query = table.update().where(table.c.id == item, table.c.status == "dead", condition)
        with self.vault.writing() as connection:
            return bool(connection.execute(query.values(**values)).rowcount)

    # Looking in

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

    def oldest(self) -> dt.datetime | None:
        """Since when the oldest unfinished item has been waiting."""
        query = sa.select(sa.func.min(self._moment)).where(self.table.c.status.in_(_UNFINISHED))
        with self.vault.reading() as connection:
            moment: dt.datetime | None = connection.execute(query).scalar()
        return moment

    def forget_before(self, moment: dt.datetime, dead_before: dt.datetime | None = None) -> int:
        """Deletes what was finished (and, with `dead_before`, given up) before those moments; how many.

        Without `dead_before` the same moment holds for both.
        """
        done = sa.and_(self.table.c.status == "done", self._moment < moment)
        dead = sa.and_(self.table.c.status == "dead", self._moment < (dead_before or moment))
        with self.vault.writing() as connection:
            return int(connection.execute(self.table.delete().where(sa.or_(done, dead))).rowcount)


def open_inbox(vault: Vault, limits: Limits) -> OrderedQueue:
    """Messages received and not yet processed."""
    return OrderedQueue(vault, tables.inbox, "inbox", limits, limits.inbox_attempts)


def open_outbox(vault: Vault, limits: Limits) -> OrderedQueue:
    """Messages owed and not yet accepted by WhatsApp."""
    return OrderedQueue(vault, tables.outbox, "outbox", limits, limits.outbox_attempts)
