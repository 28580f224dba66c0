"""Rasa's lock store: Redis or Valkey where `SATARK_LOCK_URL` names one (several assistants), in memory otherwise."""

from __future__ import annotations

from typing import Any

from rasa.core.lock_store import InMemoryLockStore, LockStore, RedisLockStore
from sqlalchemy.engine import make_url

from satark.errors import SettingsError
from satark.settings import Settings

PREFIX = "satarklock"


class ConfiguredLockStore(LockStore):
    """Rasa wants a class to call: calling this one gives the lock store of the settings."""

    def __new__(cls, endpoint_config: Any = None) -> LockStore:
        return open_lock_store()


def open_lock_store() -> LockStore:
    """The lock store of the settings. Raises `SettingsError` for an address that is not redis:// or rediss://."""
    address = Settings.load().lock_url
    if not address:
        return InMemoryLockStore()
    url = make_url(address)
    if url.drivername not in ("redis", "rediss"):
        raise SettingsError("SATARK_LOCK_URL must begin with redis:// or rediss://.")
    return RedisLockStore(
        host=url.host or "localhost",
        port=url.port or 6379,
        db=int(url.database or 0),
        username=url.username,
        password=url.password,
        use_ssl=url.drivername == "rediss",
        key_prefix=PREFIX,
    )
