"""Whom an address leads to: one person is one conversation, whatever form of their address comes."""

import datetime as dt

import pytest
import sqlalchemy as sa

from channels import officers, tables
from channels.addresses import Address
from channels.forgetting import forget_person

START = dt.datetime(2026, 3, 1, tzinfo=dt.timezone.utc)
A, B = "919000000001", "919000000002"


@pytest.fixture
def heard(vault):
    """Hears somebody write at a minute; gives the conversation."""

    def hear(minute, phone=None, user_id=None):
        with vault.writing() as connection:
            return vault.conversation_of(connection, Address(phone, user_id), START + dt.timedelta(minutes=minute))

    return hear


@pytest.fixture
def moved(vault):
    """Takes in a change of address at a minute."""

    def move(minute, before, now):
        with vault.writing() as connection:
            book = vault.address_book(connection, [before, now])
            book.move(before, now, START + dt.timedelta(minutes=minute))
            book.write()

    return move


@pytest.fixture
def reached(vault):
    def address(conversation):
        with vault.reading() as connection:
            return vault.address_of(connection, conversation)

    return address


def test_number_and_id_seen_apart_and_then_together_are_one_person(heard, reached):
    by_number = heard(0, A)
    by_id = heard(1, user_id="IN.A")
    assert by_number != by_id
    together = heard(2, A, "IN.A")
    assert together == heard(3, A) == heard(4, user_id="IN.A") == by_id
    assert reached(together) == Address(A, "IN.A")


def test_what_waited_in_the_other_conversation_comes_along(vault, heard, settings):
    from channels.queues import open_inbox

    inbox = open_inbox(vault, settings.limits)
    by_number = heard(0, A)
    with vault.writing() as connection:
        inbox.put(connection, by_number, "waiting", {})
    heard(1, user_id="IN.A")
    together = heard(2, A, "IN.A")
    assert [item.conversation for item in inbox.claim(5)] == [together]


def test_a_number_that_was_handed_on_leads_to_its_new_owner_and_never_to_the_old_ones_talk(heard, reached):
    before = heard(0, A, "IN.A")
    after = heard(10, A, "IN.B")
    assert after != before
    assert heard(11, A) == after
    assert heard(12, user_id="IN.A") == before
    assert reached(before) == Address(user_id="IN.A")


def test_a_changed_number_leads_to_the_same_conversation_from_both_new_forms(heard, moved, reached):
    before = heard(0, A, "IN.A")
    moved(5, Address(A, "IN.A"), Address(B, "IN.B"))
    assert heard(6, B) == heard(7, user_id="IN.B") == before
    assert reached(before) == Address(B, "IN.B")


def test_what_was_written_before_the_change_but_came_late_is_still_theirs(heard, moved, reached):
    before = heard(0, A, "IN.A")
    moved(5, Address(A, "IN.A"), Address(B, "IN.B"))
    assert heard(4, A, "IN.A") == before
    assert reached(before) == Address(B, "IN.B")


def test_who_gets_a_given_up_number_later_is_somebody_else(heard, moved):
    before = heard(0, A)
    moved(5, Address(A), Address(B))
    stranger = heard(6, A)
    assert stranger != before
    assert heard(7, A) == stranger
    assert heard(8, B) == before


def test_a_changed_id_keeps_the_number(heard, moved, reached):
    before = heard(0, A, "IN.A")
    moved(5, Address(A, "IN.A"), Address(A, "IN.NEW"))
    assert heard(6, user_id="IN.NEW") == heard(7, A) == before
    assert reached(before) == Address(A, "IN.NEW")


def test_a_message_from_the_new_address_may_come_before_the_note_of_the_change(heard, moved, reached):
    before = heard(0, A, "IN.A")
    early = heard(6, B, "IN.B")
    assert early != before
    moved(5, Address(A, "IN.A"), Address(B, "IN.B"))
    assert heard(7, B, "IN.B") == before
    assert reached(before) == Address(B, "IN.B")


def test_moving_to_a_number_that_was_a_strangers_does_not_open_the_strangers_talk(heard, moved):
    stranger = heard(0, B, "IN.S")
    person = heard(1, A, "IN.A")
    moved(5, Address(A, "IN.A"), Address(B, "IN.B"))
    assert heard(6, B) == person
    assert heard(7, user_id="IN.S") == stranger != person


def test_a_change_of_somebody_who_never_wrote_leaves_nothing(vault, moved):
    moved(5, Address(A), Address(B))
    with vault.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.aliases)).scalar() == 0


def test_the_window_counts_from_the_latest_message_in_whatever_order_they_come(vault, heard):
    heard(10, A)
    heard(3, A)
    with vault.reading() as connection:
        latest = connection.execute(sa.select(tables.conversations.c.last_heard_at)).scalar()
    assert latest == START + dt.timedelta(minutes=10)


@pytest.fixture
def merged(heard):
    """Two conversations of one person that became one: the one that is gone, and the one that is left."""
    gone = heard(0, A)
    kept = heard(1, user_id="IN.A")
    assert heard(2, A, "IN.A") == kept
    return gone, kept


def test_nothing_of_the_address_stays_in_a_conversation_that_is_gone(vault, merged):
    _, kept = merged
    with vault.reading() as connection:
        assert connection.execute(sa.select(tables.conversations.c.id)).scalars().all() == [kept]


def test_what_was_in_work_in_a_conversation_that_is_gone_still_finds_its_person(vault, merged, reached):
    gone, kept = merged
    with vault.writing() as connection:
        vault.set_language(connection, kept, "en")
    assert reached(gone) == Address(A, "IN.A")
    assert vault.profile(gone) == vault.profile(kept)
    with vault.reading() as connection:
        assert vault.current(connection, gone) == kept


def test_who_asks_to_be_forgotten_is_forgotten_in_every_conversation_they_had(vault, merged, reached):
    gone, kept = merged
    with vault.writing() as connection:
        forget_person(vault, connection, gone, None)
    assert reached(gone) is reached(kept) is None
    with vault.reading() as connection:
        assert connection.execute(sa.select(tables.aliases)).all() == []


def test_a_report_half_told_in_a_conversation_that_is_gone_is_forgotten_with_its_person(vault, merged):
    gone, kept = merged
    with vault.writing() as connection:
        for conversation in (gone, "somebody else's"):
            telling = {"conversation": conversation, "heard_at": START, "step": "open"}
            connection.execute(tables.talks.insert().values(**telling))
        forget_person(vault, connection, kept, None)
    assert set(vault.to_forget()) == {gone, kept}
    with vault.reading() as connection:
        assert connection.execute(sa.select(tables.talks.c.conversation)).scalars().all() == ["somebody else's"]


def test_an_officer_stays_one_whichever_form_of_theirs_comes(vault, heard):
    by_number = heard(0, A)  # the desk knows the number only
    with vault.writing() as connection:
        officers.set_line(connection, officers.OfficerLine(by_number, "jaunpur", "officer"))
    heard(1, user_id="IN.A")
    line = officers.line_of(vault, heard(2, A, "IN.A"))
    assert line is not None and line.officer_id == "officer"


def test_a_number_handed_on_to_somebody_with_another_number_does_not_open_its_old_talk(heard, reached):
    stranger = heard(0, B)
    person = heard(1, A, "IN.A")
    assert heard(5, B, "IN.A") == person
    assert reached(stranger) is None
    assert reached(person) == Address(B, "IN.A")
