"""The queues: each sender's order kept, nothing taken twice, nothing lost, content gone when done."""

import datetime as dt

import pytest
import sqlalchemy as sa

from channels import tables
from channels.deliveries import Deliveries
from channels.media import Media
from channels.queues import open_inbox
from satark.stores import utc_now


@pytest.fixture
def inbox(vault, settings):
    return open_inbox(vault, settings.limits)


def put(inbox, *items):
    with inbox.vault.writing() as connection:
        return [inbox.put(connection, conversation, name, {"n": name}) for conversation, name in items]


def change(inbox, **values):
    with inbox.vault.writing() as connection:
        connection.execute(inbox.table.update().values(**values))


def test_a_second_delivery_of_the_same_message_changes_nothing(inbox):
    assert put(inbox, ("a", "1")) == [True]
    assert put(inbox, ("a", "1")) == [False]
    assert inbox.counts() == {"new": 1}


def test_one_message_of_a_sender_at_a_time_in_order(inbox):
    put(inbox, ("a", "1"), ("a", "2"), ("b", "3"))
    first = inbox.claim(10)
    assert [item.name for item in first] == ["1", "3"]
    assert inbox.claim(10) == []
    with inbox.vault.writing() as connection:
        inbox.done(connection, first[0])
    assert [item.name for item in inbox.claim(10)] == ["2"]


def test_resting_conversations_are_left_alone(inbox):
    put(inbox, ("a", "1"), ("b", "2"))
    assert [item.name for item in inbox.claim(10, frozenset({"a"}))] == ["2"]


def test_what_a_dead_process_held_is_free_after_its_lease(inbox):
    put(inbox, ("a", "1"))
    inbox.claim(1)
    with inbox.vault.writing() as connection:
        connection.execute(tables.inbox.update().values(lease_until=utc_now() - dt.timedelta(seconds=1)))
    again = inbox.claim(1)
    assert [(item.name, item.attempts, item.content) for item in again] == [("1", 2, {"n": "1"})]


def test_a_failing_message_waits_longer_and_is_given_up_in_the_end(inbox):
    put(inbox, ("a", "1"))
    (item,) = inbox.claim(1)
    assert not inbox.put_back(item, "ValueError")
    assert inbox.claim(1) == []
    for attempt in range(2, inbox.most_attempts + 1):
        change(inbox, not_before=utc_now())
        (item,) = inbox.claim(1)
        assert item.attempts == attempt
        assert inbox.put_back(item, "ValueError") == (attempt == inbox.most_attempts)
    assert inbox.counts() == {"dead": 1}


def test_the_content_is_sealed_and_goes_when_done(inbox, vault):
    with vault.writing() as connection:
        inbox.put(connection, "a", "1", {"words": "kal raat"})
        assert b"kal raat" not in connection.execute(sa.select(tables.inbox.c.content)).scalar()
    (item,) = inbox.claim(1)
    with vault.writing() as connection:
        inbox.done(connection, item)
        assert connection.execute(sa.select(tables.inbox.c.content)).scalar() is None


def test_only_finished_items_are_forgotten(inbox):
    put(inbox, ("a", "1"), ("b", "2"))
    (item, _) = inbox.claim(2)
    with inbox.vault.writing() as connection:
        inbox.done(connection, item)
    assert inbox.forget_before(utc_now() + dt.timedelta(days=1)) == 1
    assert inbox.counts() == {"taken": 1}


def test_an_item_that_was_just_ended_is_not_lost_to_anybody(inbox):
    put(inbox, ("a", "1"), ("b", "2"), ("c", "3"))
    ended, taken, held = inbox.claim(3)
    with inbox.vault.writing() as connection:
        inbox.finish(connection, ended)
        row = inbox.table.c.id == taken.id
        connection.execute(inbox.table.update().where(row).values(lease_until=utc_now() - dt.timedelta(seconds=1)))
    assert [item.id for item in inbox.claim(3)] == [taken.id]
    assert inbox.renew([ended, taken, held]) == {taken.id}


def test_what_cannot_be_opened_is_given_up_and_holds_nobody_up(inbox, vault):
    with vault.writing() as connection:
        for name in ("1", "2", "3"):
            inbox.put(connection, "someone", name, {"body": {"n": name}})
        connection.execute(tables.inbox.update().where(tables.inbox.c.name == "2").values(content=b"broken"))
    (first,) = inbox.claim(5)
    assert inbox.waiting("someone", first.id, 5) == [{"body": {"n": "3"}}]
    with vault.writing() as connection:
        inbox.finish(connection, first)
    assert inbox.claim(5) == []
    assert [item.name for item in inbox.claim(5)] == ["3"]
    assert [(one.status, one.reason) for one in inbox.troubled()] == [("dead", "cannot be opened")]


def test_a_report_and_a_file_that_cannot_be_opened_hold_up_no_other(settings, vault):
    deliveries, media = Deliveries(vault, settings.limits), Media(settings, vault)
    with vault.writing() as connection:
        for name in ("1", "2"):
            deliveries.put(connection, name, "jaunpur", {})
            media.note(connection, "someone", name, "photo", {"id": "7"})
        for table in (tables.deliveries, tables.media):
            connection.execute(table.update().where(table.c.id == "1").values(content=b"broken"))
    assert [delivery.id for delivery in deliveries.waiting()] == ["2"]
    assert [item.id for item in media.claim(5)] == ["2"]
    assert (deliveries.counts(), media.counts()) == ({"dead": 1, "new": 1}, {"failed": 1, "taken": 1})
