"""Ways back: they open for the vault only, and not at all once their keys are gone."""

import datetime as dt

import pytest
import sqlalchemy as sa

from channels import tables
from channels.vault import Address, ReplyRoute, Vault
from satark.seal import KeyRing
from satark.stores import utc_now

DAY = dt.datetime(2026, 11, 20, 12, tzinfo=dt.timezone.utc)


def routed(vault, token="t", conversation="someone", at=DAY):
    with vault.writing() as connection:
        vault.routes.add(connection, ReplyRoute(token, conversation, "JP-7K3F-9QXM", "new", "hi"), at)


def found(vault, token):
    with vault.reading() as connection:
        return vault.reply_route(connection, token)


def test_without_the_days_key_nothing_leads_back(vault):
    routed(vault, "a", "one")
    routed(vault, "b", "one", DAY + dt.timedelta(days=1))
    assert [route.token for route in vault.tips_of("one")] == ["b", "a"]
    with vault.writing() as connection:
        connection.execute(tables.day_keys.delete().where(tables.day_keys.c.day == "2026-11-20"))
    assert found(vault, "a") is None
    assert found(vault, "b").conversation == "one"
    assert [route.token for route in vault.tips_of("one")] == ["b"]


def test_no_row_names_the_conversation(vault, settings):
    routed(vault, "a", "conversation-of-somebody")
    stored = b"".join(path.read_bytes() for path in settings.home.glob("vault.db*"))
    assert b"conversation-of-somebody" not in stored


def test_a_way_back_put_into_another_tips_row_does_not_open(vault):
    routed(vault, "a", "one")
    routed(vault, "b", "two")
    routes = tables.reply_routes
    with vault.writing() as connection:
        rows = {row.token: row for row in connection.execute(sa.select(routes)).all()}
        for token, other in (("a", "b"), ("b", "a")):
            swapped = {"content": rows[other].content, "tip_key": rows[other].tip_key}
            connection.execute(routes.update().where(routes.c.token == token).values(**swapped))
    assert found(vault, "a") is None and found(vault, "b") is None


def test_two_conversations_of_one_person_share_the_ways_back(vault):
    with vault.writing() as connection:
        by_phone = vault.conversation_of(connection, Address("919000000001"), DAY)
        by_id = vault.conversation_of(connection, Address(user_id="IN.ABC"), DAY)
    routed(vault, "a", by_phone)
    routed(vault, "b", by_id)
    with vault.writing() as connection:
        one = vault.conversation_of(connection, Address("919000000001", "IN.ABC"), utc_now())
    assert {route.token for route in vault.tips_of(one)} == {"a", "b"}
    assert found(vault, "a").conversation == found(vault, "b").conversation == one


def test_rows_of_before_these_keys_are_sealed_when_the_vault_opens(vault, settings):
    old = {"token": "t", "conversation": "someone", "tip_id": "JP-7K3F-9QXM", "status": "new", "language": "hi"}
    with vault.writing() as connection:
        connection.execute(tables.reply_routes.insert().values(created_at=DAY, **old))
    assert found(Vault.open(settings), "t") == ReplyRoute(**old)
    with vault.reading() as connection:
        row = connection.execute(sa.select(tables.reply_routes)).one()
    assert row.conversation is None and row.day == "2026-11-20"


def test_ways_back_open_after_the_vaults_key_was_renewed(vault, settings):
    routed(vault, "a", "one")
    KeyRing.rotate(settings.keys / "vault.json")
    routed(vault, "b", "two", DAY + dt.timedelta(days=1))
    fresh = Vault.open(settings)
    assert [found(fresh, token).conversation for token in "ab"] == ["one", "two"]
    with vault.reading() as connection:
        sealed = dict(connection.execute(sa.select(tables.day_keys.c.day, tables.day_keys.c.content)).all())
    assert [sealed[day].split(b":")[0] for day in sorted(sealed)] == [b"k1", b"k2"]


@pytest.mark.parametrize("kept", [True, False])
def test_old_ways_back_go_and_the_keys_of_their_days_with_them(vault, kept):
    routed(vault, "old", "one")
    if kept:
        routed(vault, "later that day", "one", DAY + dt.timedelta(hours=6))
    routed(vault, "new", "one", DAY + dt.timedelta(days=2))
    with vault.writing() as connection:
        assert vault.routes.forget_before(connection, DAY + dt.timedelta(hours=3)) == 1
        assert vault.routes.forget_before(connection, DAY + dt.timedelta(days=1)) == int(kept)
        assert connection.execute(sa.select(tables.day_keys.c.day)).scalars().all() == ["2026-11-22"]
