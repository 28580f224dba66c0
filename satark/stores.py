"""How every store is opened: an SQLAlchemy engine with safe settings, and its migrations brought up to date.

SQLite (the embedded default) runs in WAL mode with full durability and overwrites deleted content; PostgreSQL serves
many machines. Times are kept in UTC.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from satark.errors import StoreError

SQLITE_BUSY_SECONDS = 30  # another process may hold the write lock that long before we give up
# Connections to SQLite stay open: whoever closes the last one to a store copies its whole log into it first.
SQLITE_CONNECTIONS = 8
SQLITE_CONNECTIONS_AT_MOST = 40
_LOG_PAUSE_SECONDS = 0.01


class UtcDateTime(sa.types.TypeDecorator[dt.datetime]):
    """An aware moment, stored as UTC and given back as UTC; a naive one is refused."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without its time zone")
        return value.astimezone(dt.timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        return None if value is None else value.replace(tzinfo=dt.timezone.utc)


def utc_now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return dt.datetime.now(dt.timezone.utc)


def open_store(url: str, migrations: Path) -> Engine:
    """An engine for `url`, its tables migrated to the newest revision in the folder `migrations`.

    Raises `StoreError` with one sentence (never the address: it may hold a password).
    """
    try:
        engine = open_engine(url)
        _migrate(engine, migrations)
    except (SQLAlchemyError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(f"The {migrations.parent.name} store cannot be opened: {reason}") from error
    return engine


def open_engine(address: str) -> Engine:
    """An engine with safe settings, no migration; for SQLite its folder is made."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, future=True, pool_pre_ping=True, hide_parameters=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = sa.create_engine(
        url,
        future=True,
        hide_parameters=True,
        poolclass=sa.pool.QueuePool,
        pool_size=SQLITE_CONNECTIONS,
        max_overflow=SQLITE_CONNECTIONS_AT_MOST - SQLITE_CONNECTIONS,
        connect_args={"timeout": SQLITE_BUSY_SECONDS, "check_same_thread": False},
    )
    sa.event.listen(engine, "connect", _set_up_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late for a safe read-then-write
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    _write_ahead(connection)


def _write_ahead(connection: Any) -> None:
    """Turns the log on; while another connection does so to a new store, SQLite refuses at once instead of waiting."""
    ends = time.monotonic() + SQLITE_BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > ends:
                raise
            time.sleep(_LOG_PAUSE_SECONDS)


def _begin_sqlite(connection: sa.engine.Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
    connection.exec_driver_sql(f"BEGIN {mode}")


def _migrate(engine: Engine, migrations: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":  # several processes may start at once
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": 7_305_146})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
