"""Who may sign in to a desk's pages, and the record of what they did."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

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
    """Somebody who may sign in at a desk."""

    username: str
    name: str
    desk: str


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
    values = {"name": name, "password_hash": _hasher.hash(password), "active": True}
    with desk.engine.begin() as connection:
        renewed = connection.execute(
            tables.accounts.update().where(tables.accounts.c.username == username).values(**values)
        )
        if not renewed.rowcount:
            connection.execute(tables.accounts.insert().values(username=username, **values))
    return Account(username, name, desk.name)


def sign_in(desk: Desk, username: str, password: str) -> Account | None:
    """The account when name and password fit and it is active, else None; takes equally long for unknown names."""
    query = sa.select(tables.accounts).where(tables.accounts.c.username == username)
    with desk.engine.begin() as connection:
        row = connection.execute(query).first()
    try:
        _hasher.verify(row.password_hash if row else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return None
    return Account(row.username, row.name, desk.name) if row and row.active else None


def find_account(desk: Desk, username: str) -> Account | None:
    """The active account of that name, or None."""
    query = sa.select(tables.accounts).where(tables.accounts.c.username == username, tables.accounts.c.active.is_(True))
    with desk.engine.begin() as connection:
        row = connection.execute(query).first()
    return Account(row.username, row.name, desk.name) if row else None


def note_in_audit(desk: Desk, account: str, action: str, tip_id: str | None = None) -> None:
    """Records what an account did at a desk."""
    with desk.engine.begin() as connection:
        connection.execute(tables.audit.insert().values(at=utc_now(), account=account, action=action, tip_id=tip_id))


def audit_trail(desk: Desk, limit: int = 200) -> list[AuditEntry]:
    """The newest entries first."""
    query = sa.select(tables.audit).order_by(tables.audit.c.id.desc()).limit(limit)
    with desk.engine.begin() as connection:
        return [AuditEntry(row.at, row.account, row.action, row.tip_id) for row in connection.execute(query)]
