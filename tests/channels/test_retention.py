"""The vault's and the tracker's memory as time passes: each age of range.yml, on the clock."""

import datetime as dt

import pytest
import sqlalchemy as sa

from channels import tables, tracker_store
from channels.retention import forget_lapsed_talks, forget_old
from channels.vault import Address, ReplyRoute
from satark.stores import utc_now

DAY, SOON = dt.timedelta(days=1), dt.timedelta(minutes=5)
THEN = dt.datetime(2026, 1, 10, 12, tzinfo=dt.timezone.utc)
QUEUED = {"conversation": "c", "attempts": 1, "not_before": THEN}
FILE = {"conversation": "c", "kind": "photo", "status": "fetched", "attempts": 1, "not_before": THEN}
# age in range.yml, the table, a row of that moment
ROWS = [
    ("inbox", tables.inbox, {"name": "n", "status": "done", "written_at": THEN, "received_at": THEN, **QUEUED}),
    ("dead_letters", tables.inbox, {"name": "n", "status": "dead", "written_at": THEN, "received_at": THEN, **QUEUED}),
    ("outbox", tables.outbox, {"name": "n", "status": "done", "created_at": THEN, **QUEUED}),
    (
        "deliveries",
        tables.deliveries,
        {"id": "d", "desk": "jaunpur", "status": "done", "attempts": 1, "created_at": THEN, "not_before": THEN},
    ),
    ("dead_letters", tables.dead_letters, {"at": THEN, "reason": "r", "name": "n", "content": b"x"}),
    ("media", tables.media, {"id": "m", "created_at": THEN, **FILE}),
    ("offers", tables.offers, {"name": "o", "conversation": "c", "created_at": THEN, "content": b"x"}),
    (
        "receipts",
        tables.receipts,
        {"tip": "t", "drawer": "0000", "hash": "h", "status": "new", "created_at": THEN, "content": b"x"},
    ),
]


def count(vault, table):
    with vault.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()


@pytest.mark.parametrize(("age", "table", "row"), ROWS, ids=[f"{age}-{table.name}" for age, table, _ in ROWS])
def test_each_row_stays_until_its_age_and_not_a_round_longer(settings, vault, age, table, row):
    with vault.writing() as connection:
        connection.execute(table.insert().values(**row))
    days = getattr(settings.retention, age) * DAY
    forget_old(settings, vault, THEN + days - SOON)
    assert count(vault, table) == 1
    forget_old(settings, vault, THEN + days + SOON)
    assert count(vault, table) == 0


def test_what_waits_or_went_wrong_is_never_too_old(settings, vault):
    waiting = {"name": "n", "status": "new", "written_at": THEN, "received_at": THEN, **QUEUED}
    delivery = {"id": "d", "desk": "jaunpur", "attempts": 1, "created_at": THEN, "not_before": THEN, "status": "dead"}
    with vault.writing() as connection:
        connection.execute(tables.inbox.insert().values(**waiting))
        connection.execute(tables.deliveries.insert().values(**delivery))
    forget_old(settings, vault, THEN + 5000 * DAY)
    assert (count(vault, tables.inbox), count(vault, tables.deliveries)) == (1, 1)


def test_ways_back_and_addresses_go_and_officers_stay(settings, vault):
    with vault.writing() as connection:
        silent = vault.conversation_of(connection, Address("919000000001"), THEN)
        officer = vault.conversation_of(connection, Address("919000000101"))
        vault.routes.add(connection, ReplyRoute("t", silent, "JP-7K3F-9QXM", "new", "hi"), THEN)
        line = {"conversation": officer, "desk": "jaunpur", "officer_id": "o"}
        connection.execute(tables.officer_lines.insert().values(**line))
    age = max(settings.retention.addresses, settings.retention.reply_routes) * DAY
    forget_old(settings, vault, THEN + settings.retention.reply_routes * DAY - SOON)
    assert [route.tip_id for route in vault.tips_of(silent)] == ["JP-7K3F-9QXM"]
    forget_old(settings, vault, THEN + age + DAY)
    assert vault.tips_of(silent) == []
    assert (count(vault, tables.reply_routes), count(vault, tables.day_keys)) == (0, 0)
    with vault.reading() as connection:
        assert vault.address_of(connection, silent) is None
        assert vault.address_of(connection, officer) == Address("919000000101")
    assert count(vault, tables.aliases) == 1


def test_what_whatsapp_told_of_a_message_goes_before_the_message_does(settings, vault):
    sent = {"provider_name": "p", "delivery": "read", "sent_at": THEN, "content": b"x"}
    with vault.writing() as connection:
        row = {"name": "n", "status": "done", "created_at": THEN, **QUEUED}
        connection.execute(tables.outbox.insert().values(**row, **sent))
    forget_old(settings, vault, THEN + settings.retention.statuses * DAY + SOON)
    with vault.reading() as connection:
        row = connection.execute(sa.select(tables.outbox)).one()
    assert (row.name, row.provider_name, row.delivery, row.content) == ("n", None, None, None)


def test_lines_of_receipts_and_allowances_go_once_they_are_over(settings, vault):
    with vault.writing() as connection:
        connection.execute(tables.receipt_lines.insert().values(conversation="c", until=THEN, content=b"x"))
        connection.execute(tables.guesses.insert().values(name="n", full_at=THEN))
        connection.execute(tables.paces.insert().values(conversation="c", full_at=THEN))
    forget_old(settings, vault, THEN - SOON)
    assert [count(vault, table) for table in (tables.receipt_lines, tables.guesses, tables.paces)] == [1, 1, 1]
    forget_old(settings, vault, THEN + SOON)
    assert [count(vault, table) for table in (tables.receipt_lines, tables.guesses, tables.paces)] == [0, 0, 0]


def test_a_talk_that_rests_longer_than_a_session_leaves_the_tracker(settings):
    assert forget_lapsed_talks(settings, THEN) == 0  # Rasa has not made its table yet
    engine, events = tracker_store._events(settings)
    session = dt.timedelta(minutes=settings.conversation.session_minutes)
    told = [("lapsed", THEN - session - SOON), ("resting", THEN - session - DAY), ("resting", THEN - session + SOON)]
    with engine.begin() as connection:
        rows = [{"sender_id": who, "type_name": "user", "timestamp": at.timestamp(), "data": "{}"} for who, at in told]
        connection.execute(events.insert(), rows)
    assert forget_lapsed_talks(settings, THEN) == 1
    with engine.begin() as connection:
        assert connection.execute(sa.select(events.c.sender_id)).scalars().all() == ["resting", "resting"]


def test_deleted_content_is_overwritten_in_the_vault_and_the_tracker(settings, vault):
    engine, _ = tracker_store._events(settings)
    for one in (vault.engine, engine):
        with one.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1


def test_every_age_of_the_settings_is_kept_by_a_test_here_or_at_the_desks(settings):
    ages = set(type(settings.retention).__fields__)
    here = {age for age, _, _ in ROWS} | {"reply_routes", "addresses", "statuses"}
    assert ages == here | {"evidence", "closed_tips", "audit"}
    assert utc_now() > THEN
