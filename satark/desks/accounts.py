"""Who may sign in to a desk's pages, and the record of what they did."""

from __future__ import annotations

import datetime as dt
import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import cast

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.engine import Connection, Row

from satark.desks import tables
from satark.desks.desk import Desk
from satark.errors import NotAllowed
from satark.stores import utc_now

SHORTEST_PASSWORD = 12  # characters; NIST SP 800-63B asks for at least 8

_hasher = PasswordHasher()
# Checked when the name is unknown, so that the answer takes as long as for a known one.
_NOBODY = _hasher.hash("nobody")


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in at a desk. `stamp` changes with the password: an older session is told by it."""

    username: str
    name: str
    desk: str
    stamp: str = ""


@dataclass(frozen=True)
class AuditEntry:
    """What an account did, when (UTC), to which tip."""

    at: dt.datetime
    account: str
    action: str
    tip_id: str | None


def set_account(desk: Desk, username: str, name: str, password: str) -> Account:
    """Adds an account or renews its name and password (kept as an Argon2id hash). Raises `NotAllowed` if too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise NotAllowed(f"The password needs at least {SHORTEST_PASSWORD} characters.")
    password_hash = _hasher.hash(password)
    values = {"name": name, "password_hash": password_hash, "active": True}
    with desk.engine.begin() as connection:
        renewed = connection.execute(
            tables.accounts.update().where(tables.accounts.c.username == username).values(**values)
        )
        if not renewed.rowcount:
            connection.execute(tables.accounts.insert().values(username=username, **values))
    return Account(username, name, desk.name, _stamp(password_hash))


def sign_in(desk: Desk, username: str, password: str) -> Account | None:
    """The account when name and password fit and it is active, else None; takes equally long for unknown names."""
    query = sa.select(tables.accounts).where(tables.accounts.c.username == username)
    with _reading(desk) as connection:
        row = connection.execute(query).first()
    try:
        _hasher.verify(row.password_hash if row else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return None
    return _account(desk, row) if row and row.active else None


def find_account(desk: Desk, username: str) -> Account | None:
    """The active account of that name, or None."""
    query = sa.select(tables.accounts).where(tables.accounts.c.username == username, tables.accounts.c.active.is_(True))
    with _reading(desk) as connection:
        row = connection.execute(query).first()
    return _account(desk, row) if row else None


def note_in_audit(desk: Desk, account: str, action: str, tip_id: str | None = None) -> None:
    """Records what an account did at a desk."""
    with desk.engine.begin() as connection:
        connection.execute(tables.audit.insert().values(at=utc_now(), account=account, action=action, tip_id=tip_id))


def audit_trail(desk: Desk, limit: int = 200) -> list[AuditEntry]:
    """The newest entries first."""
    query = sa.select(tables.audit).order_by(tables.audit.c.id.desc()).limit(limit)
    with _reading(desk) as connection:
        return [AuditEntry(row.at, row.account, row.action, row.tip_id) for row in connection.execute(query)]


def _reading(desk: Desk) -> AbstractContextManager[Connection]:
    """A transaction that takes no write lock."""
    reader = desk.engine.execution_options(sqlite_begin="DEFERRED")
    return cast("AbstractContextManager[Connection]", reader.begin())


def _account(desk: Desk, row: Row) -> Account:
    return Account(row.username, row.name, desk.name, _stamp(row.password_hash))


def _stamp(password_hash: str) -> str:
    return hashlib.sha256(password_hash.encode()).hexdigest()[:16]
