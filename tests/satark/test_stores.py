"""Stores: opened with safe settings, their log kept beside them while somebody works with them."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from satark.stores import open_engine


@pytest.fixture
def engine(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path}/store.db")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT)")
    yield engine
    engine.dispose()


def test_sqlite_syncs_each_commit_and_overwrites_what_is_deleted(engine):
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    with engine.begin() as connection:
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas]
    assert found == ["wal", 2, 1, 1]


def test_the_log_is_not_copied_into_the_store_after_each_transaction(engine, tmp_path):
    log = tmp_path / "store.db-wal"
    sizes = []
    for number in range(3):
        with engine.begin() as connection:
            connection.exec_driver_sql("INSERT INTO notes VALUES (?, 'kal raat')", (number,))
        sizes.append(log.stat().st_size)
    assert 0 < sizes[0] < sizes[1] < sizes[2]


def test_a_transaction_that_writes_holds_the_store_from_its_beginning(tmp_path, engine):
    with engine.begin() as first:
        other = sa.create_engine(f"sqlite:///{tmp_path}/store.db", connect_args={"timeout": 0})
        with pytest.raises(sa.exc.OperationalError), other.connect() as second:
            second.exec_driver_sql("BEGIN IMMEDIATE")
        assert first.exec_driver_sql("SELECT count(*) FROM notes").scalar() == 0


def test_many_may_open_a_new_store_at_the_same_moment(tmp_path):
    for number in range(60):
        gate = threading.Barrier(6)

        def opens(store=f"sqlite:///{tmp_path}/{number}.db", gate=gate):
            gate.wait()
            with open_engine(store).begin() as connection:
                connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS notes (words TEXT)")
                return connection.exec_driver_sql("PRAGMA journal_mode").scalar()

        with ThreadPoolExecutor(6) as people:
            modes = [future.result() for future in [people.submit(opens) for _ in range(6)]]
        assert modes == ["wal"] * 6
