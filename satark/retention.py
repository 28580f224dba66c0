"""What a desk forgets with time: closed tips become tombstones, old entries of the audit go.

A tombstone tells that there was a tip, of which offence, in which district, and how it ended; nothing anybody wrote,
nothing that was sent with it, nobody who worked on it, no way back.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from satark.desks import Desk, tables
from satark.errors import StoreError
from satark.settings import Retention

_TIPS = tables.tips
_PATIENCE_MILLISECONDS = 500  # writers wait while a log is emptied


@dataclass(frozen=True)
class Forgotten:
    """How many closed tips became tombstones, how many kept only their files' words, how many audit entries went."""

    tips: int
    files: int
    audit: int


def forget_at_desk(desk: Desk, retention: Retention, now: dt.datetime) -> Forgotten:
    """Deletes what is older at `now` (aware) than the ages in days that `retention` gives. Raises `StoreError`."""
    try:
        with desk.engine.begin() as connection:
            files = _drop_evidence(connection, now - dt.timedelta(days=retention.evidence))
            tips = _bury(connection, now - dt.timedelta(days=retention.closed_tips))
            sent = tables.dispatches.c.taken_at < now - dt.timedelta(days=retention.deliveries)
            connection.execute(tables.dispatches.delete().where(sent))
            old = tables.audit.c.at < now - dt.timedelta(days=retention.audit)
            return Forgotten(tips, files, int(connection.execute(tables.audit.delete().where(old)).rowcount))
    except SQLAlchemyError as error:
        raise StoreError(f"The store of the desk {desk.name} failed: {type(error).__name__}.") from error


def overwrite_log(engine: Engine) -> bool:
    """Empties SQLite's write-ahead log, which still has the pages as they were before; False when somebody reads just
    now and it must wait for the next time. Other stores look after themselves."""
    if engine.dialect.name != "sqlite":
        return True
    connection = engine.raw_connection()
    try:
        (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MILLISECONDS}")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute(f"PRAGMA busy_timeout={before}")
        return not busy
    finally:
        connection.close()


def _closed_before(moment: dt.datetime) -> sa.sql.Select:
    return sa.select(_TIPS.c.id).where(_TIPS.c.status == "closed", _TIPS.c.changed_at < moment)


def _drop_evidence(connection: Connection, moment: dt.datetime) -> int:
    evidence = tables.evidence
    return int(connection.execute(evidence.delete().where(evidence.c.tip_id.in_(_closed_before(moment)))).rowcount)


def _bury(connection: Connection, moment: dt.datetime) -> int:
    """Closed tips that still have words; the moment of their last change stays."""
    full = _closed_before(moment).where(_TIPS.c.content != b"")
    places = dict(connection.execute(sa.select(_TIPS.c.id, _TIPS.c.place).where(_TIPS.c.id.in_(full))).all())
    for tip_id, place in places.items():
        district = {"district": (place or {}).get("district"), "name": None, "text": ""}
        nothing = {"content": b"", "when": None, "tense": None, "reply_token": "", "officer_id": None}
        connection.execute(_TIPS.update().where(_TIPS.c.id == tip_id).values(place=district, **nothing))
        bare = {"note": None, "actor": ""}
        connection.execute(tables.events.update().where(tables.events.c.tip_id == tip_id).values(**bare))
        connection.execute(tables.dispatches.delete().where(tables.dispatches.c.tip_id == tip_id))
        connection.execute(tables.evidence.delete().where(tables.evidence.c.tip_id == tip_id))
    return len(places)
