"""What really goes out to WhatsApp, held against the documented shape."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from satark.stores import utc_now
from tests.channels.outbound import outbound, someone


@pytest.mark.asyncio
async def test_every_call_is_of_the_documented_shape(tmp_path):
    validator = Draft202012Validator(json.loads(Path("channels/schemas/message.json").read_text(encoding="utf-8")))
    choices = [{"title": f"Choice {n}", "payload": f"/inform{{{n}}}"} for n in range(12)]
    replies = [{"text": "क" * 5000}, {"text": "where?", "location_request": True}]
    replies += [{"text": "which?", "buttons": choices[:count]} for count in (2, 7, 12)]
    async with outbound(tmp_path) as out, someone(out), someone(out, "919000000002", identity="id"):
        for incoming in list(out.taken.values()):
            with out.vault.writing() as connection:
                conversation = out.vault.conversation_of(connection, incoming.sender, utc_now())
                out.replies.owe(connection, conversation, incoming.wamid[-20:], replies, "en")
            await out.graph.mark_read(incoming.wamid)
        await out.send()
        await out.network.advance(25 * 3600)
        out.owe("late")
        await out.send(40)
        calls = [entry["request"] for kind in ("send", "read") for entry in await out.network.log(kind)]
        assert [error.message for call in calls for error in validator.iter_errors(call)] == []
        assert {"to" in call for call in calls if "status" not in call} == {True, False}
        assert {call.get("type") for call in calls} == {"text", "interactive", "template", None}
        assert set(out.outbox.counts()) == {"done"}
