"""Pictures, recordings and files that people sent, from the note in their message's transaction to the sealed file.

A row's statuses: `new`, `taken` (under a lease), `fetched` (the file lies sealed under its id and waits to be cleaned),
`failed` (the person was told what to do). What WhatsApp said of the file stays sealed in the row.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.sealed_file import read_sealed
from channels.vault import Vault
from satark.settings import Settings
from satark.stores import utc_now

_TABLE = tables.media
_PURPOSE = "media note"
_KEPT = ("id", "url", "sha256", "mime_type", "filename", "caption", "voice")
_LEASE_MARGIN = dt.timedelta(seconds=60)


@dataclass(frozen=True)
class MediaItem:
    """A file to be fetched: `part` is WhatsApp's description of it; `noted_at` in UTC; `attempts` counts this one."""

    id: str
    conversation: str
    kind: str
    noted_at: dt.datetime
    attempts: int
    part: dict[str, Any]


class Media:
    """The files people sent."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        self.vault = vault
        self.limits = settings.limits
        self.folder = settings.home / "media"
        self._lease = dt.timedelta(seconds=settings.limits.media_seconds) + _LEASE_MARGIN

    def note(
        self, connection: Connection, conversation: str, message_name: str, kind: str, part: Mapping[str, Any]
    ) -> bool:
        """Notes the file of a message (`kind`: photo, video, voice or document; `part`: WhatsApp's object) to be
        fetched, in the caller's transaction; False when it is noted already."""
        if connection.execute(sa.select(_TABLE.c.id).where(_TABLE.c.id == message_name)).first():
            return False
        kept = {key: part[key] for key in _KEPT if key in part}
        now = utc_now()
        values = {"conversation": conversation, "kind": kind, "created_at": now, "not_before": now}
        sealed = self._seal(message_name, kept)
        connection.execute(_TABLE.insert().values(id=message_name, status="new", attempts=0, content=sealed, **values))
        return True

    def withdraw(self, connection: Connection, message_name: str) -> None:
        """The person took the message back: its row goes at once, its file with the next sweep."""
        connection.execute(_TABLE.delete().where(_TABLE.c.id == message_name))

    def claim(self, limit: int) -> list[MediaItem]:
        """Takes up to `limit` files under a lease, oldest first."""
        now = utc_now()
        free = sa.or_(_TABLE.c.status == "new", sa.and_(_TABLE.c.status == "taken", _TABLE.c.lease_until < now))
        query = sa.select(_TABLE).where(free, _TABLE.c.not_before <= now).order_by(_TABLE.c.created_at).limit(limit)
        with self.vault.reading() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return []
        with self.vault.writing() as connection:
            return [self._open(row) for row in rows if self._take(connection, row, now)]

    def _take(self, connection: Connection, row: Any, now: dt.datetime) -> bool:
        same = sa.and_(_TABLE.c.id == row.id, _TABLE.c.status == row.status, _TABLE.c.attempts == row.attempts)
        taken = {"status": "taken", "lease_until": now + self._lease, "attempts": row.attempts + 1}
        return bool(connection.execute(_TABLE.update().where(same).values(**taken)).rowcount)

    def _open(self, row: Any) -> MediaItem:
        part = json.loads(self.vault.keys.open(_PURPOSE, row.content, row.id))
        return MediaItem(row.id, row.conversation, row.kind, row.created_at, row.attempts + 1, part)

    def _seal(self, name: str, part: Mapping[str, Any]) -> bytes:
        return self.vault.keys.seal(_PURPOSE, json.dumps(part, ensure_ascii=False).encode(), name)

    def fetched(self, connection: Connection, item: MediaItem, content_type: str, size: int) -> bool:
        """The file lies sealed in its place; False when the person has taken it back meanwhile."""
        done = {"status": "fetched", "content_type": content_type, "size": size, "reason": None, "lease_until": None}
        return bool(connection.execute(self._still(item).values(**done)).rowcount)

    def try_again(self, item: MediaItem, reason: str, counts: bool = True) -> None:
        """Another try later, with growing waits; one that does not count was no fault of the file."""
        wait = self.limits.retry_after(item.attempts - 1) if counts else self.limits.stop_first_seconds
        again = {"status": "new", "not_before": utc_now() + dt.timedelta(seconds=wait), "lease_until": None}
        attempts = item.attempts if counts else item.attempts - 1
        with self.vault.writing() as connection:
            connection.execute(self._still(item).values(attempts=attempts, reason=reason, **again))

    def failed(self, connection: Connection, item: MediaItem, reason: str) -> bool:
        """It will not be had; False when that is settled already."""
        over = {"status": "failed", "reason": reason, "lease_until": None, "content": None}
        return bool(connection.execute(self._still(item).values(**over)).rowcount)

    def _still(self, item: MediaItem) -> Any:
        ours = sa.and_(_TABLE.c.id == item.id, _TABLE.c.status == "taken", _TABLE.c.attempts == item.attempts)
        return _TABLE.update().where(ours)

    def path(self, media_id: str) -> Path:
        """Where the sealed file of an id lies."""
        return self.folder / media_id

    def read(self, media_id: str) -> Iterator[bytes]:
        """The plain bytes of a fetched file, in chunks. Raises `SealError`, `FileNotFoundError`."""
        return read_sealed(self.path(media_id), self.vault.keys)

    def counts(self) -> dict[str, int]:
        """How many files there are by status."""
        return counts(self.vault)

    def forget_before(self, moment: dt.datetime) -> int:
        """Deletes what was noted before `moment`, and every file that has no row; how many files went."""
        with self.vault.writing() as connection:
            connection.execute(_TABLE.delete().where(_TABLE.c.created_at < moment))
        return self._sweep()

    def _sweep(self) -> int:
        if not self.folder.exists():
            return 0
        lying = [path for path in self.folder.iterdir() if path.is_file()]
        with self.vault.reading() as connection:
            known = set(connection.execute(sa.select(_TABLE.c.id)).scalars())
        strangers = [path for path in lying if path.name.removesuffix(".part") not in known]
        for path in strangers:
            path.unlink(missing_ok=True)
        return len(strangers)


def counts(vault: Vault) -> dict[str, int]:
    """How many files a vault knows, by status."""
    query = sa.select(_TABLE.c.status, sa.func.count()).group_by(_TABLE.c.status)
    with vault.reading() as connection:
        return {status: count for status, count in connection.execute(query)}
