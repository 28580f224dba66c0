"""The vault on both kinds of store: SQLite in a folder, PostgreSQL started for the tests of a session."""

from __future__ import annotations

import itertools
import os

import psycopg2
from sqlalchemy.engine import make_url

_numbers = itertools.count()


def new_database(address: str) -> str:
    """The address of an empty database on the PostgreSQL server at `address`."""
    name = f"vault_{os.getpid()}_{next(_numbers)}"
    connection = psycopg2.connect(address)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    return make_url(address).set(database=name).render_as_string(hide_password=False)
