"""Ways back to reporters: from the random token of a tip to a conversation, under keys that can be destroyed.

The conversation is sealed under a key of the tip's own; that key is wrapped by the key of the day; the day's key is
sealed under the vault's key ring. Deleting a tip's row shreds one way back; deleting a day's key shreds those of the
day, in every copy of the store that was made without it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from satark.errors import SealError
from satark.seal import KeyRing, new_key, open_under, seal_under
from satark.stores import utc_now

_TABLE, _DAYS = tables.reply_routes, tables.day_keys
_PURPOSE = "day"


@dataclass(frozen=True)
class ReplyRoute:
    """Where a tip's reporter is reached, and what was last told."""

    token: str
    conversation: str
    tip_id: str
    status: str
    language: str


class Routes:
    """The ways back of one vault; every method is a part of the caller's transaction."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._opened: dict[bytes, bytes] = {}  # a day's key by its sealed form: opening it is asked for at each message

    def add(self, connection: Connection, route: ReplyRoute, at: dt.datetime | None = None) -> None:
        """Remembers whom a token leads to; does nothing when it is known."""
        if connection.execute(sa.select(_TABLE.c.token).where(_TABLE.c.token == route.token)).first():
            return
        at = at or utc_now()
        values = {"tip_id": route.tip_id, "status": route.status, "language": route.language, "created_at": at}
        led = self._led(connection, route.token, route.conversation, at.date().isoformat())
        connection.execute(_TABLE.insert().values(token=route.token, **values, **led))

    def _led(self, connection: Connection, token: str, conversation: str, day: str) -> dict[str, Any]:
        day_key, tip_key = self._day_key(connection, day), new_key()
        return {
            "day": day,
            "holder": _holder(day_key, conversation),
            "tip_key": seal_under(day_key, tip_key, f"tip key:{token}"),
            "content": seal_under(tip_key, conversation.encode(), f"route:{token}"),
        }

    def _day_key(self, connection: Connection, day: str) -> bytes:
        known = self._days(connection).get(day)
        if known is None:
            known = new_key()
            connection.execute(_DAYS.insert().values(day=day, content=self._keys.seal(_PURPOSE, known, day)))
        return known

    def _days(self, connection: Connection) -> dict[str, bytes]:
        rows = connection.execute(sa.select(_DAYS)).all()
        kept = {row.content: self._opened.get(row.content) for row in rows}
        opened = {row.day: kept[row.content] or self._keys.open(_PURPOSE, row.content, row.day) for row in rows}
        self._opened = {row.content: opened[row.day] for row in rows}
        return opened

    def find(self, connection: Connection, token: str) -> ReplyRoute | None:
        """Where a token leads, or None when it was forgotten or its day's key is gone."""
        row = connection.execute(sa.select(_TABLE).where(_TABLE.c.token == token)).first()
        return self._open(self._days(connection), row) if row else None

    def _open(self, days: dict[str, bytes], row: Any) -> ReplyRoute | None:
        conversation = row.conversation
        if conversation is None:
            if row.day not in days:
                return None
            try:
                tip_key = open_under(days[row.day], row.tip_key, f"tip key:{row.token}")
                conversation = open_under(tip_key, row.content, f"route:{row.token}").decode()
            except SealError:
                return None
        return ReplyRoute(row.token, conversation, row.tip_id, row.status, row.language)

    def _of(self, connection: Connection, conversation: str) -> Any:
        """The condition that finds a conversation's rows."""
        holders = [_holder(key, conversation) for key in self._days(connection).values()]
        return sa.or_(_TABLE.c.conversation == conversation, _TABLE.c.holder.in_(holders))

    def of(self, connection: Connection, conversation: str, limit: int) -> list[ReplyRoute]:
        """The person's latest, newest first."""
        query = sa.select(_TABLE).where(self._of(connection, conversation)).order_by(_TABLE.c.created_at.desc())
        days = self._days(connection)
        found = [self._open(days, row) for row in connection.execute(query.limit(limit))]
        return [route for route in found if route]

    def last_filed_at(self, connection: Connection, conversation: str) -> dt.datetime | None:
        """When the person last filed a tip whose way back is known."""
        query = sa.select(sa.func.max(_TABLE.c.created_at)).where(self._of(connection, conversation))
        moment: dt.datetime | None = connection.execute(query).scalar()
        return moment

    def tell_status(self, connection: Connection, token: str, status: str) -> None:
        """Notes what the reporter was last told of a tip."""
        connection.execute(_TABLE.update().where(_TABLE.c.token == token).values(status=status))

    def move(self, connection: Connection, gone: str, kept: str) -> None:
        """Two conversations turned out to be one person's."""
        for row in connection.execute(sa.select(_TABLE).where(self._of(connection, gone))).all():
            led = self._led(connection, row.token, kept, row.day or row.created_at.date().isoformat())
            connection.execute(_TABLE.update().where(_TABLE.c.token == row.token).values(conversation=None, **led))

    def seal_old(self, connection: Connection) -> int:
        """Puts rows of before there were such keys under them; how many."""
        old = connection.execute(sa.select(_TABLE).where(_TABLE.c.conversation.is_not(None))).all()
        for row in old:
            led = self._led(connection, row.token, row.conversation, row.created_at.date().isoformat())
            connection.execute(_TABLE.update().where(_TABLE.c.token == row.token).values(conversation=None, **led))
        return len(old)

    def forget(self, connection: Connection, conversation: str) -> None:
        """Destroys all ways back to a conversation."""
        connection.execute(_TABLE.delete().where(self._of(connection, conversation)))

    def forget_before(self, connection: Connection, moment: dt.datetime) -> int:
        """Destroys the ways back made before `moment`, and the keys of days that none is left of; how many ways."""
        gone = int(connection.execute(_TABLE.delete().where(_TABLE.c.created_at < moment)).rowcount)
        left = sa.exists(sa.select(_TABLE.c.token).where(_TABLE.c.day == _DAYS.c.day))
        connection.execute(_DAYS.delete().where(_DAYS.c.day < moment.date().isoformat(), ~left))
        return gone


def _holder(day_key: bytes, conversation: str) -> str:
    return hmac.new(day_key, b"holder:" + conversation.encode(), hashlib.sha256).hexdigest()
