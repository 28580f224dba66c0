"""Messages that try the dispatcher: without end, or from somebody whose two conversations become one meanwhile."""

import asyncio
import datetime as dt
import threading

import pytest
import sqlalchemy as sa

from channels import conversation, tables
from channels.vault import Address
from satark.stores import utc_now
from tests.channels.serving import text
from tests.channels.test_dispatcher import Talk, dispatching, settled, take_in

pytestmark = pytest.mark.asyncio


async def test_a_message_without_end_holds_nobody_up(settings, vault, monkeypatch):
    talk, readers, redact = Talk(), set(), conversation.redact
    monkeypatch.setattr(conversation, "redact", lambda text: readers.add(threading.current_thread()) or redact(text))
    words = "mera naam ramesh hai 98123 45670 ghar no 12 " * 1500
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, text("wamid.1", words))
        while dispatcher.inbox.counts() != {"done": 1}:
            await asyncio.sleep(0.01)
    assert talk.heard[0].text.count("[reporter phone]") == settings.limits.narrative_characters // 44
    assert "98" not in talk.heard[0].text
    assert readers and threading.current_thread() not in readers


async def test_a_report_half_told_before_two_conversations_became_one_is_still_filed_and_answered(settings, vault):
    talk, number, name = Talk(), {"from": "919000000001"}, {"from_user_id": "IN.A"}

    def said_by(wamid, form):
        return {"id": wamid, "type": "text", "text": {"body": "x"}, **form}

    async def file(message):
        if message.parse_data and message.parse_data["entities"]:  # the silence has lasted
            report = {"report_id": "r", "tip_id": "JN-2345-6789", "desk": "jaunpur", "language": "en", "sealed": {}}
            await message.output_channel.send_response("", {"text": "filed", "custom": {"file": report}})

    talk.before = file
    async with dispatching(settings, vault, talk) as dispatcher:
        take_in(dispatcher, said_by("wamid.1", number))
        await settled(dispatcher)
        with vault.writing() as connection:
            (gone,) = connection.execute(sa.select(tables.conversations.c.id)).scalars()
            dispatcher.silence.note(connection, gone, telling=True)
            over_after = dt.timedelta(minutes=settings.conversation.unfinished_after_minutes)
            long_ago = utc_now() - over_after - dt.timedelta(seconds=1)
            connection.execute(tables.talks.update().values(heard_at=long_ago))
        take_in(dispatcher, said_by("wamid.2", name), said_by("wamid.3", {**number, **name}))
        await settled(dispatcher)
        assert dispatcher.silence.work() == 1
        await settled(dispatcher)
    with vault.reading() as connection:
        kept = vault.current(connection, gone)
        assert vault.address_of(connection, gone) == Address("919000000001", "IN.A")
    assert kept != gone
    assert [tip.tip_id for tip in vault.tips_of(kept)] == ["JN-2345-6789"]
