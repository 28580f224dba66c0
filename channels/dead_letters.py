"""What came from WhatsApp and could not be used: set aside with a reason, sealed, for an operator to look at."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.vault import Vault
from satark.errors import SealError
from satark.stores import utc_now

_TABLE = tables.dead_letters
_PURPOSE = "dead letter"
LONGEST_CONTENT = 262_144  # bytes kept of one item: more than any message has


@dataclass(frozen=True)
class DeadLetter:
    """An item that was set aside; `at` in UTC, `reason` a short code."""

    id: int
    at: dt.datetime
    reason: str


class DeadLetters:
    """The shelf of what could not be used. The same item twice lies there once."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault

    def put(self, connection: Connection, reason: str, body: Any) -> bool:
        """Sets an item aside; False when it lies there already. `body` is what JSON gave, or raw bytes."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        name = self.vault.keys.name(_PURPOSE, content.hex() if isinstance(body, bytes) else content.decode())
        if connection.execute(sa.select(_TABLE.c.id).where(_TABLE.c.name == name)).first():
            return False
        sealed = self.vault.keys.seal(_PURPOSE, content[:LONGEST_CONTENT], name)
        values = {"at": utc_now(), "reason": reason[:120], "name": name, "content": sealed}
        connection.execute(_TABLE.insert().values(**values))
        return True

    def waiting(self, limit: int = 200) -> list[DeadLetter]:
        """What lies there, oldest first."""
        query = sa.select(_TABLE.c.id, _TABLE.c.at, _TABLE.c.reason).order_by(_TABLE.c.id).limit(limit)
        with self.vault.reading() as connection:
            return [DeadLetter(row.id, row.at, row.reason) for row in connection.execute(query)]

    def take(self, connection: Connection, letter: int) -> tuple[dt.datetime, Any] | None:
        """Takes an item off the shelf: when it came, and the item. None when it is not there or cannot be opened."""
        row = connection.execute(sa.select(_TABLE).where(_TABLE.c.id == letter)).first()
        if row is None or row.content is None:
            return None
        try:
            body = json.loads(self.vault.keys.open(_PURPOSE, row.content, row.name))
        except (SealError, ValueError, RecursionError):
            return None
        connection.execute(_TABLE.delete().where(_TABLE.c.id == letter))
        return row.at, body

    def drop(self, letter: int) -> bool:
        """Throws an item away; False when it is not there."""
        with self.vault.writing() as connection:
            return bool(connection.execute(_TABLE.delete().where(_TABLE.c.id == letter)).rowcount)

    def counts(self) -> dict[str, int]:
        """How many items lie there, by reason."""
        query = sa.select(_TABLE.c.reason, sa.func.count()).group_by(_TABLE.c.reason)
        with self.vault.reading() as connection:
            return {reason: count for reason, count in connection.execute(query)}

    def forget_before(self, moment: dt.datetime) -> int:
        """Throws away what came before `moment`; how many."""
        with self.vault.writing() as connection:
            return int(connection.execute(_TABLE.delete().where(_TABLE.c.at < moment)).rowcount)
