"""From a webhook's updates to the vault: in one transaction, each once, edits and withdrawals before anybody reads."""

import asyncio
import datetime as dt
import json
import threading
import time
from collections import Counter

import pytest
import sqlalchemy as sa

from channels import tables
from channels.intake import GATHER_SECONDS, Intake, Together
from channels.outbox import open_outbox_of
from channels.payloads import read_updates
from channels.queues import open_inbox
from satark.errors import StoreError
from satark.stores import utc_now
from tests.channels.serving import text, webhook


@pytest.fixture
def intake(settings, vault):
    return Intake(vault, open_inbox(vault, settings.limits), open_outbox_of(settings, vault))


@pytest.fixture
def take_in(intake):
    """Takes in messages (and statuses) of one webhook; gives the tally."""

    def take(*messages, **more):
        return dict(intake.store(list(read_updates(webhook(*messages, **more)))))

    return take


def words(intake):
    """The words that wait, in the order in which they will be read."""
    found = []
    while items := intake.inbox.claim(1):
        found.append(items[0].content["body"].get("text", {}).get("body"))
        with intake.vault.writing() as connection:
            intake.inbox.finish(connection, items[0])
    return found


def edit(wamid, original, words):
    message = {"type": "text", "text": {"body": words}}
    return text(wamid, "") | {"type": "edit", "edit": {"original_message_id": original, "message": message}}


def revoke(wamid, original):
    return text(wamid, "") | {"type": "revoke", "revoke": {"original_message_id": original}}


def ago(seconds):
    return str(int((utc_now() - dt.timedelta(seconds=seconds)).timestamp()))


def test_a_batch_of_a_thousand_over_several_people_is_one_transaction_in_order(intake, take_in):
    messages = [text(f"wamid.{n}", f"{n}", sender=f"9190000000{n % 10:02}") for n in range(1000)]
    assert len(json.dumps(webhook(*messages))) < 3_000_000
    statements = []
    sa.event.listen(intake.vault.engine, "before_cursor_execute", lambda *details: statements.append(details[2]))
    assert take_in(*messages) == {"message": 1000}
    assert len(statements) < 100
    first = intake.inbox.claim(20)
    assert sorted(item.content["body"]["text"]["body"] for item in first) == [str(n) for n in range(10)]


def test_the_same_message_in_other_bytes_or_twice_in_a_batch_is_known(take_in):
    assert take_in(text("wamid.1", "a"), text("wamid.1", "a")) == {"message": 1, "known": 1}
    assert take_in(text("wamid.1", "a", timestamp=ago(5)), text("wamid.2", "b")) == {"message": 1, "known": 1}


def test_what_was_written_first_is_read_first_also_when_it_came_later(intake, take_in):
    take_in(text("wamid.2", "second", timestamp=ago(10)), text("wamid.3", "third", timestamp=ago(5)))
    take_in(text("wamid.1", "first", timestamp=ago(60)))
    assert words(intake) == ["first", "second", "third"]


def test_a_bad_item_is_set_aside_once_with_its_reason_and_sealed(intake, take_in, tmp_path):
    bad = {"id": "wamid.9", "type": "text", "text": {"body": "canary words"}}
    assert take_in(bad, text("wamid.1", "good")) == {"message": 1, "rejected": 1}
    assert take_in(bad) == {"rejected": 1}
    assert intake.dead_letters.counts() == {"message without sender": 1}
    assert b"canary" not in b"".join(path.read_bytes() for path in tmp_path.glob("vault.db*"))


def test_a_withdrawal_in_time_drops_what_was_not_read(intake, take_in):
    take_in(text("wamid.1", "a slip"))
    assert take_in(revoke("wamid.2", "wamid.1")) == {"withdrawal in time": 1}
    (item,) = intake.inbox.claim(5)
    assert item.content["body"]["type"] == "revoke"
    assert item.content["in_time"] is True


def test_a_withdrawal_before_its_message_keeps_it_from_being_read(intake, take_in):
    take_in(revoke("wamid.2", "wamid.1"))
    assert take_in(text("wamid.1", "a slip")) == {"known": 1}
    assert words(intake) == [None]


def test_a_withdrawal_of_what_is_being_read_is_too_late(intake, take_in):
    take_in(text("wamid.1", "a"))
    (item,) = intake.inbox.claim(1)
    assert take_in(revoke("wamid.2", "wamid.1")) == {"withdrawal": 1}
    with intake.vault.writing() as connection:
        intake.inbox.finish(connection, item)
    (late,) = intake.inbox.claim(1)
    assert "in_time" not in late.content


def test_an_edit_in_time_replaces_the_words(intake, take_in):
    take_in(text("wamid.1", "shahganj"))
    assert take_in(edit("wamid.2", "wamid.1", "kerakat")) == {"edit in time": 1}
    assert words(intake) == ["kerakat"]


def test_an_edit_that_overtakes_its_message_stands_for_it(intake, take_in):
    take_in(edit("wamid.2", "wamid.1", "kerakat"))
    assert take_in(text("wamid.1", "shahganj")) == {"known": 1}
    assert words(intake) == ["kerakat"]


def test_an_edit_of_what_was_read_is_a_message_of_its_own(intake, take_in):
    take_in(text("wamid.1", "shahganj"))
    assert words(intake) == ["shahganj"]
    assert take_in(edit("wamid.2", "wamid.1", "kerakat")) == {"edit": 1}
    (item,) = intake.inbox.claim(1)
    assert item.content["body"]["type"] == "edit"


def test_a_reaction_is_not_read_but_opens_the_window(vault, take_in):
    take_in(text("wamid.1", "a", timestamp=ago(30 * 3600)))
    reaction = text("wamid.2", "", timestamp=ago(1)) | {"type": "reaction", "reaction": {"message_id": "x"}}
    with vault.reading() as connection:
        conversation = connection.execute(sa.select(tables.conversations.c.id)).scalar()
        assert not vault.may_write_freely(connection, conversation)
    assert take_in(reaction) == {"reaction": 1}
    with vault.reading() as connection:
        assert vault.may_write_freely(connection, conversation)
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.inbox)).scalar() == 1


def test_statuses_move_what_was_sent_forward_only(intake, take_in):
    with intake.vault.writing() as connection:
        intake.outbox.put(connection, "someone", "ours", {"body": {"type": "text", "text": {"body": "x"}}})
    for status, delivery in (("sent", "sent"), ("read", "read"), ("delivered", "read"), ("played", "played")):
        told = {"id": "wamid.9", "status": status, "biz_opaque_callback_data": "ours"}
        assert take_in(statuses=[told]) == {"status": 1}
        with intake.vault.reading() as connection:
            row = connection.execute(sa.select(tables.outbox)).one()
        assert (row.status, row.delivery) == ("done", delivery)
    assert take_in(statuses=[{"id": "wamid.unknown", "status": "read"}]) == {"unknown status": 1}


def test_webhooks_that_wait_together_share_a_transaction_and_a_bad_one_costs_the_others_nothing(intake, monkeypatch):
    together, commits, gate = Together(intake), [], threading.Event()
    sa.event.listen(intake.vault.engine, "commit", lambda _connection: commits.append(1))
    store_in = intake.store_in

    def watched(connection, updates):
        gate.wait(10)
        if any(update.wamid == "wamid.3" for update in updates):
            raise StoreError("no")
        return store_in(connection, updates)

    monkeypatch.setattr(intake, "store_in", watched)

    async def post():
        posts = [
            asyncio.create_task(together.store(list(read_updates(webhook(text(f"wamid.{n}", "x")))))) for n in range(6)
        ]
        await asyncio.sleep(0.1)
        gate.set()
        return await asyncio.gather(*posts, return_exceptions=True)

    results = asyncio.run(post())
    assert [type(result).__name__ for result in results] == ["Counter"] * 3 + ["StoreError"] + ["Counter"] * 2
    assert intake.inbox.counts() == {"new": 5}
    assert len(commits) <= 6
    together.close()


def test_a_stream_of_webhooks_shares_commits_and_one_that_comes_alone_does_not_wait(intake):
    together, commits = Together(intake), []
    sa.event.listen(intake.vault.engine, "commit", lambda _connection: commits.append(time.monotonic()))

    async def stream():
        begun, posts = time.monotonic(), []
        for n in range(60):
            posts.append(asyncio.create_task(together.store(list(read_updates(webhook(text(f"wamid.{n}", "x")))))))
            await asyncio.sleep(0.001)
        tallies = await asyncio.gather(*posts)
        return commits[0] - begun, time.monotonic() - begun, sum(tallies, Counter())

    alone, took, tally = asyncio.run(stream())
    assert tally == {"message": 60}
    assert len(commits) <= took / GATHER_SECONDS + 2
    assert len(commits) < 60
    assert alone < took / 2
    together.close()


def test_while_the_vault_hangs_memory_holds_so_many_updates_and_no_more(intake, monkeypatch):
    together, gate, write = Together(intake), threading.Event(), intake.store
    monkeypatch.setattr(intake, "store", lambda updates: (gate.wait(10), write(updates))[1])
    monkeypatch.setattr("channels.intake.MOST_WAITING", 5)

    async def post():
        posts = [asyncio.create_task(together.store(list(read_updates(webhook(text("wamid.0", "x"))))))]
        await asyncio.sleep(0.1)
        for n in range(1, 4):
            updates = list(read_updates(webhook(text(f"wamid.{n}a", "x"), text(f"wamid.{n}b", "x"))))
            posts.append(asyncio.create_task(together.store(updates)))
        await asyncio.sleep(0.1)
        gate.set()
        return await asyncio.gather(*posts, return_exceptions=True)

    results = asyncio.run(post())
    assert [type(result).__name__ for result in results] == ["Counter"] * 3 + ["StoreError"]
    assert intake.inbox.counts() == {"new": 5}
    together.close()


def test_messages_of_one_webhook_that_prove_to_be_one_persons_keep_their_order(intake, take_in):
    number, name = {"from": "919000000001"}, {"from_user_id": "IN.A"}
    forms = (number, name, {**number, **name}, name)
    take_in(*({"id": f"wamid.{n}", "type": "text", "text": {"body": f"{n}"}, **f} for n, f in enumerate(forms)))
    assert len(intake.inbox.claim(5)) == 1
    with intake.vault.writing() as connection:
        connection.execute(tables.inbox.update().values(status="new", lease_until=None))
    assert words(intake) == ["0", "1", "2", "3"]


def test_only_who_wrote_a_message_changes_it_or_takes_it_back(intake, take_in):
    take_in(text("wamid.1", "shahganj"))
    stranger = "919000000002"
    assert take_in(edit("wamid.2", "wamid.1", "kerakat") | {"from": stranger}) == {"edit": 1}
    assert take_in(revoke("wamid.3", "wamid.1") | {"from": stranger}) == {"withdrawal": 1}
    assert "shahganj" in words(intake)


def test_an_edit_that_takes_the_caption_away_replaces_the_photo_that_waits(intake, take_in):
    def photo(**caption):
        return {"type": "image", "image": {"id": "7", "mime_type": "image/jpeg", **caption}}

    take_in(text("wamid.1", "") | photo(caption="a slip"))
    change = {"type": "edit", "edit": {"original_message_id": "wamid.1", "message": photo()}}
    assert take_in(text("wamid.2", "") | change) == {"edit in time": 1}
    (item,) = intake.inbox.claim(5)
    assert item.content["body"]["image"] == photo()["image"]
