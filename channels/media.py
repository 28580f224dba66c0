"""Pictures, recordings and files that people sent, from the note in their message's transaction to the sealed file.

A row's statuses: `new`, `taken` (under a lease), `fetched` (the file lies sealed under its id and waits to be cleaned),
`cleaning` (under a lease), `cleaned`, `awaiting` (a voice that nobody has written down yet), `failed` (the person was
told what to do). What WhatsApp said of the file stays sealed in the row until it is fetched.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.sealed_file import CHUNK_BYTES, SealedWriter, read_sealed
from channels.vault import Vault
from satark.errors import SealError
from satark.settings import Settings
from satark.stores import utc_now

_TABLE = tables.media
_PURPOSE = "media note"
_KEPT = ("id", "url", "sha256", "mime_type", "filename", "caption", "voice")
_IN_WORK = ("new", "taken", "fetched", "cleaning")
_LEASE_MARGIN = dt.timedelta(seconds=60)
_FOUND = "media found"
_Read = TypeVar("_Read")
FACTS = {"time": ("taken_at",), "place": ("latitude", "longitude")}  # what a person may agree to tell of a file


@dataclass(frozen=True)
class MediaItem:
    """A file in work: `part` is WhatsApp's description of it until it is fetched, afterwards `content_type` and `size`
    tell of it; `noted_at` in UTC; `attempts` counts this one; `found` is there once it was cleaned; `filed` once its
    report was."""

    id: str
    conversation: str
    kind: str
    noted_at: dt.datetime
    attempts: int
    part: dict[str, Any]
    stage: str = "taken"
    content_type: str = ""
    size: int = 0
    keep_original: bool = False
    found: dict[str, Any] | None = None
    filed: bool = False


@dataclass(frozen=True)
class Waiting:
    """A file whose report is filed and that its desk does not have: `found` is None where it failed."""

    id: str
    tip_id: str
    desk: str
    kind: str
    status: str
    reason: str | None
    attempts: int
    keep_original: bool
    found: dict[str, Any] | None


class Media:
    """The files people sent."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        self.vault = vault
        self.limits = settings.limits
        self.folder = settings.home / "media"
        fetching = dt.timedelta(seconds=settings.limits.media_seconds) + _LEASE_MARGIN
        self._leases = {"taken": fetching, "cleaning": dt.timedelta(seconds=settings.limits.lease_seconds)}

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
        """Takes up to `limit` files to be fetched under a lease, oldest first."""
        return self._claim(_TABLE.c.status == "new", "taken", limit)

    def claim_fetched(self, limit: int, voices: bool) -> list[MediaItem]:
        """Takes up to `limit` files to be cleaned under a lease that must be renewed, oldest first; with `voices` also
        what awaits a transcription."""
        heard = sa.and_(_TABLE.c.status == "awaiting", _TABLE.c.attempts < self.limits.media_attempts)
        fetched = _TABLE.c.status == "fetched"
        return self._claim(sa.or_(fetched, heard) if voices else fetched, "cleaning", limit)

    def _claim(self, waiting: Any, stage: str, limit: int) -> list[MediaItem]:
        now = utc_now()
        free = sa.or_(waiting, sa.and_(_TABLE.c.status == stage, _TABLE.c.lease_until < now))
        query = sa.select(_TABLE).where(free, _TABLE.c.not_before <= now).order_by(_TABLE.c.created_at).limit(limit)
        with self.vault.reading() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return []
        with self.vault.writing() as connection:
            taken = [row for row in rows if self._take(connection, row, stage, now)]
        return self._opened(taken, lambda row: self._open(row, stage))

    def _opened(self, rows: Iterable[Any], read: Callable[[Any], _Read]) -> list[_Read]:
        """What rows tell; one that cannot be opened fails, so that it does not hold up the others."""
        items: list[_Read] = []
        for row in rows:
            try:
                items.append(read(row))
            except SealError:
                lost = {"status": "failed", "reason": "cannot be opened", "lease_until": None, "found": None}
                unchanged = (_TABLE.c.id == row.id, _TABLE.c.found.is_not_distinct_from(row.found))
                with self.vault.writing() as connection:
                    connection.execute(_TABLE.update().where(*unchanged).values(**lost))
        return items

    def renew(self, item: MediaItem) -> None:
        """Holds a file in work for another lease."""
        with self.vault.writing() as connection:
            connection.execute(self._still(item).values(lease_until=utc_now() + self._leases[item.stage]))

    def _take(self, connection: Connection, row: Any, stage: str, now: dt.datetime) -> bool:
        same = sa.and_(_TABLE.c.id == row.id, _TABLE.c.status == row.status, _TABLE.c.attempts == row.attempts)
        taken = {"status": stage, "lease_until": now + self._leases[stage], "attempts": row.attempts + 1}
        return bool(connection.execute(_TABLE.update().where(same).values(**taken)).rowcount)

    def _open(self, row: Any, stage: str) -> MediaItem:
        part = json.loads(self.vault.keys.open(_PURPOSE, row.content, row.id)) if row.content else {}
        found, filed = self._open_found(row), row.tip_id is not None
        told = (stage, row.content_type or "", row.size or 0, row.keep_original, found, filed)
        return MediaItem(row.id, row.conversation, row.kind, row.created_at, row.attempts + 1, part, *told)

    def _open_found(self, row: Any) -> dict[str, Any] | None:
        return json.loads(self.vault.keys.open(_FOUND, row.found, row.id)) if row.found else None

    def _seal_found(self, name: str, found: Mapping[str, Any]) -> bytes:
        return self.vault.keys.seal(_FOUND, json.dumps(found).encode(), name)

    def _seal(self, name: str, part: Mapping[str, Any]) -> bytes:
        return self.vault.keys.seal(_PURPOSE, json.dumps(part).encode(), name)

    def fetched(self, connection: Connection, item: MediaItem, content_type: str, size: int) -> bool:
        """The file lies sealed in its place; False when the person has taken it back meanwhile."""
        done = {"status": "fetched", "content_type": content_type, "size": size, "reason": None, "lease_until": None}
        return bool(connection.execute(self._still(item).values(attempts=0, content=None, **done)).rowcount)

    def cleaned(self, connection: Connection, item: MediaItem, status: str, found: Mapping[str, Any]) -> bool:
        """What was made of the file lies sealed in its place (`status`: cleaned or awaiting); False when the person has
        taken it back meanwhile."""
        sealed = self._seal_found(item.id, found)
        done = {"status": status, "reason": None, "lease_until": None, "found": sealed, "desk_has": False}
        return bool(connection.execute(self._still(item).values(**done)).rowcount)

    def try_again(self, item: MediaItem, reason: str, counts: bool = True) -> None:
        """Another try later, with growing waits; one that does not count was no fault of the file."""
        wait = self.limits.retry_after(item.attempts - 1) if counts else self.limits.stop_first_seconds
        before = "awaiting" if item.found else {"taken": "new", "cleaning": "fetched"}[item.stage]
        again = {"status": before, "not_before": utc_now() + dt.timedelta(seconds=wait), "lease_until": None}
        attempts = item.attempts if counts else item.attempts - 1
        with self.vault.writing() as connection:
            connection.execute(self._still(item).values(attempts=attempts, reason=reason, **again))

    def failed(self, connection: Connection, item: MediaItem, reason: str) -> bool:
        """It will not be had; False when that is settled already."""
        over = {"status": "failed", "reason": reason, "lease_until": None, "content": None}
        return bool(connection.execute(self._still(item).values(**over)).rowcount)

    def _still(self, item: MediaItem) -> Any:
        ours = sa.and_(_TABLE.c.id == item.id, _TABLE.c.status == item.stage, _TABLE.c.attempts == item.attempts)
        return _TABLE.update().where(ours)

    # From the filed report to the desk

    def filed(self, connection: Connection, conversation: str, ids: Iterable[str], tip_id: str, desk: str) -> None:
        """The report that names these files is filed: they may go to its desk."""
        ours = sa.and_(_TABLE.c.id.in_(list(ids)), _TABLE.c.conversation == conversation, _TABLE.c.tip_id.is_(None))
        connection.execute(_TABLE.update().where(ours).values(tip_id=tip_id, desk=desk))

    def agreed(self, connection: Connection, conversation: str, ids: Iterable[str]) -> None:
        """The person agreed that the originals of these files are kept for a grave crime."""
        ours = sa.and_(_TABLE.c.id.in_(list(ids)), _TABLE.c.conversation == conversation)
        connection.execute(_TABLE.update().where(ours).values(keep_original=True))

    def offers_facts(self, conversation: str) -> bool:
        """Whether a file of a report still told carried its time or place (they are told to nobody without a yes)."""
        with self.vault.reading() as connection:
            rows = connection.execute(sa.select(_TABLE).where(*self._told_facts(conversation))).all()
        return any(value is not None for row in rows for value in _facts_in(self._open_found(row)).values())

    def facts_agreed(self, connection: Connection, conversation: str, ids: Iterable[str], parts: Iterable[str]) -> None:
        """The person agreed that these `parts` ("time", "place") of what the files carried go to the desk."""
        kept = {name for part in parts for name in FACTS[part]}
        ours = sa.and_(*self._told_facts(conversation, filed=True), _TABLE.c.id.in_(list(ids)))
        for row in connection.execute(sa.select(_TABLE).where(ours)).all() if kept else ():
            found = self._open_found(row) or {}
            told = {name: value for name, value in _facts_in(found).items() if name in kept and value is not None}
            sealed = self._seal_found(row.id, {**found, "told": told})
            connection.execute(_TABLE.update().where(_TABLE.c.id == row.id).values(found=sealed))

    def _told_facts(self, conversation: str, filed: bool = False) -> Sequence[Any]:
        about = (_TABLE.c.conversation == conversation, _TABLE.c.status == "cleaned", _TABLE.c.found.isnot(None))
        return about if filed else (*about, _TABLE.c.tip_id.is_(None))

    def for_desks(self, limit: int = 20) -> list[Waiting]:
        """What a desk should have and does not, oldest first."""
        settled = _TABLE.c.status.in_(("cleaned", "awaiting", "failed"))
        due = sa.and_(settled, _TABLE.c.tip_id.isnot(None), _TABLE.c.desk_has.is_(False))
        query = sa.select(_TABLE).where(due, _TABLE.c.not_before <= utc_now()).order_by(_TABLE.c.created_at)
        with self.vault.reading() as connection:
            rows = connection.execute(query.limit(limit)).all()
        return self._opened(rows, self._open_waiting)

    def _open_waiting(self, row: Any) -> Waiting:
        told = (row.tip_id, row.desk, row.kind, row.status, row.reason, row.attempts, row.keep_original)
        return Waiting(row.id, *told, self._open_found(row))

    def handed_over(self, waiting: Waiting) -> None:
        """The desk has it: what lay here goes, but a voice that is still to be written down stays."""
        over = {} if waiting.status == "awaiting" else {"found": None}
        same = sa.and_(_TABLE.c.id == waiting.id, _TABLE.c.status == waiting.status)
        with self.vault.writing() as connection:
            connection.execute(_TABLE.update().where(same).values(desk_has=True, **over))
        if over:
            self.drop_files(waiting.id)

    def not_handed_over(self, waiting: Waiting) -> None:
        """Another try later."""
        later = utc_now() + dt.timedelta(seconds=self.limits.retry_after(waiting.attempts))
        same = _TABLE.update().where(_TABLE.c.id == waiting.id, _TABLE.c.status == waiting.status)
        with self.vault.writing() as connection:
            connection.execute(same.values(attempts=waiting.attempts + 1, not_before=later))

    # The files

    def path(self, media_id: str) -> Path:
        """Where the sealed file of an id lies; what was made of it lies beside it (`<id>.file`, `<id>.thumbnail`)."""
        return self.folder / media_id

    def read(self, name: str) -> Iterator[bytes]:
        """The plain bytes of a sealed file, in chunks. Raises `SealError`, `FileNotFoundError`."""
        return read_sealed(self.path(name), self.vault.keys)

    def keep(self, name: str, source: Path) -> None:
        """Seals a plain file under a name."""
        with SealedWriter(self.folder, name, self.vault.keys) as writer, source.open("rb") as file:
            while data := file.read(CHUNK_BYTES):
                writer.write(data)
            writer.finish()

    def drop_files(self, media_id: str) -> None:
        """Deletes every file of an id."""
        for name in (media_id, f"{media_id}.file", f"{media_id}.thumbnail"):
            self.path(name).unlink(missing_ok=True)

    def drop_files_of_none(self, media_id: str) -> None:
        """Deletes the files of an id that no row names any more."""
        with self.vault.reading() as connection:
            named = connection.execute(sa.select(_TABLE.c.id).where(_TABLE.c.id == media_id)).first()
        if not named:
            self.drop_files(media_id)

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
        strangers = [path for path in lying if path.name.partition(".")[0] not in known]
        for path in strangers:
            path.unlink(missing_ok=True)
        return len(strangers)


def _facts_in(found: Mapping[str, Any] | None) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = (found or {}).get("facts") or {}
    return facts


def oldest(vault: Vault) -> dt.datetime | None:
    """Since when the oldest file that is still to be fetched or cleaned has been waiting."""
    query = sa.select(sa.func.min(_TABLE.c.created_at)).where(_TABLE.c.status.in_(_IN_WORK))
    with vault.reading() as connection:
        moment: dt.datetime | None = connection.execute(query).scalar()
    return moment


def counts(vault: Vault) -> dict[str, int]:
    """How many files a vault knows, by status."""
    query = sa.select(_TABLE.c.status, sa.func.count()).group_by(_TABLE.c.status)
    with vault.reading() as connection:
        return {status: count for status, count in connection.execute(query)}
