"""A person played from Python talks with a product that answers through the Graph API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from simulator.client import Network, NoReply, Phone, SimulatorError

pytestmark = pytest.mark.asyncio

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f0005000180a6dd8e2b0000000049454e44ae426082"
)


@pytest_asyncio.fixture
async def phone(simulation: Any) -> AsyncIterator[Phone]:
    async with Phone.create(simulation.url, number="98000 00001", name="Asha") as created:
        yield created


async def test_a_text_arrives_and_its_answer_comes_back(simulation: Any, product: Any, phone: Phone) -> None:
    wamid = await phone.say("Shahganj mein chori hui")
    await product.until(lambda: product.messages != [])
    message = product.messages[0]
    assert (message["id"], message["text"]) == (wamid, {"body": "Shahganj mein chori hui"})

    status, _ = await simulation.send({"type": "text", "text": {"body": "Kab hui?"}}, to=message["from"])
    assert status == 200
    reply = await phone.wait_for_reply(contains="kab")
    assert (reply.text, reply.kind, reply.from_phone) == ("Kab hui?", "text", False)


async def test_a_reply_is_handed_out_once_and_waiting_longer_says_what_came(simulation: Any, phone: Phone) -> None:
    await phone.say("namaste")
    await simulation.send({"type": "text", "text": {"body": "one"}})
    assert (await phone.wait_for_reply()).text == "one"
    await simulation.send({"type": "text", "text": {"body": "two"}})
    with pytest.raises(NoReply, match="two"):
        await phone.wait_for_reply(contains="one", timeout=0.4)


async def test_buttons_are_tapped_by_title_and_only_once(simulation: Any, product: Any, phone: Phone) -> None:
    await phone.say("namaste")
    buttons = [{"type": "reply", "reply": {"id": "yes", "title": "हाँ"}}]
    interactive = {"type": "button", "body": {"text": "Sahi?"}, "action": {"buttons": buttons}}
    await simulation.send({"type": "interactive", "interactive": interactive})
    question = await phone.wait_for_reply()
    assert [choice.title for choice in question.choices] == ["हाँ"]

    await phone.tap("हाँ")
    await product.until(lambda: any(message["type"] == "interactive" for message in product.messages))
    tapped = product.messages[-1]
    assert tapped["interactive"] == {"type": "button_reply", "button_reply": {"id": "yes", "title": "हाँ"}}
    assert tapped["context"]["id"] == question.wamid
    with pytest.raises(SimulatorError, match="nothing to tap"):
        await phone.tap("हाँ")


async def test_list_rows_are_tapped_by_id(simulation: Any, product: Any, phone: Phone) -> None:
    await phone.say("namaste")
    rows = [{"id": "theft", "title": "Chori", "description": "kuch churaya gaya"}]
    action = {"button": "Chunen", "sections": [{"title": "Apradh", "rows": rows}]}
    await simulation.send(
        {"type": "interactive", "interactive": {"type": "list", "body": {"text": "Kya hua?"}, "action": action}}
    )
    await phone.wait_for_reply()
    await phone.tap("theft")
    await product.until(lambda: any(message["type"] == "interactive" for message in product.messages))
    assert product.messages[-1]["interactive"] == {"type": "list_reply", "list_reply": rows[0]}


async def test_a_photo_and_a_location_arrive_as_such(
    simulation: Any, product: Any, phone: Phone, tmp_path: Path
) -> None:
    picture = tmp_path / "proof.png"
    picture.write_bytes(PNG)
    await phone.send_photo(picture, caption="gaadi")
    await phone.send_location(25.75, 82.68, name="Jaunpur")
    await product.until(lambda: len(product.messages) == 2)
    image, place = product.messages
    assert (image["image"]["mime_type"], image["image"]["caption"]) == ("image/png", "gaadi")
    assert await simulation.graph("GET", image["image"]["url"]) == (200, PNG)
    assert place["location"] == {"latitude": 25.75, "longitude": 82.68, "name": "Jaunpur"}


async def test_what_was_waited_for_counts_as_read(simulation: Any, product: Any, phone: Phone) -> None:
    await phone.say("namaste")
    await simulation.send({"type": "text", "text": {"body": "answer"}})
    await phone.wait_for_reply()
    await product.until(lambda: "read" in [status["status"] for status in product.statuses])
    assert [message.ticks for message in await phone.chat()][-1] == "read"


async def test_two_phones_have_a_chat_each(simulation: Any, phone: Phone) -> None:
    async with Phone.create(simulation.url, number="9800000002", name="Ravi") as other:
        await phone.say("from the first")
        await other.say("from the second")
        assert [message.text for message in await phone.chat()] == ["from the first"]
        assert [message.text for message in await other.chat()] == ["from the second"]


async def test_the_wait_is_long_and_ends_with_the_news(simulation: Any, phone: Phone) -> None:
    await phone.say("namaste")
    waiting = asyncio.ensure_future(phone.wait_for_reply(timeout=10))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    await simulation.send({"type": "text", "text": {"body": "at last"}})
    assert (await asyncio.wait_for(waiting, 2)).text == "at last"


async def test_a_phone_that_is_there_is_taken_over_as_it_is(simulation: Any, phone: Phone) -> None:
    async with Phone.create(simulation.url, number="9800000005", name="Hidden", identity="id") as hidden:
        await hidden.say("first")
    async with Phone.attach(simulation.url, number="98000 00005") as again:
        assert (again.id, [message.text for message in await again.chat()]) == (hidden.id, ["first"])
    assert [known["identity"] for known in await simulation.control("GET", "/phones")] == ["both", "id"]
    with pytest.raises(SimulatorError, match="919811111111"):
        async with Phone.attach(simulation.url, number="9811111111"):
            raise AssertionError("a phone that does not exist was found")


async def test_the_network_makes_trouble_passes_time_and_keeps_a_log(
    simulation: Any, product: Any, phone: Phone
) -> None:
    async with Network(simulation.url) as network:
        wamid = await phone.say("namaste")
        await network.fault("http_500", place="send", count=5)
        assert (await simulation.send({"text": {"body": "x"}}))[0] == 500
        await network.calm()
        assert (await simulation.send({"text": {"body": "x"}}))[0] == 200
        await network.advance(25 * 3600)
        assert (await simulation.send({"text": {"body": "x"}}))[0] == 400
        await network.template("reminder", "en", "Tip {{1}} waits")
        sent = {"name": "reminder", "language": {"code": "en"}}
        parameters = [{"type": "body", "parameters": [{"type": "text", "text": "7"}]}]
        status, _ = await simulation.send({"type": "template", "template": {**sent, "components": parameters}})
        assert status == 200
        assert (await phone.wait_for_reply(contains="Tip 7 waits")).kind == "template"
        await network.repeat(wamid)
        await product.until(lambda: [message["id"] for message in product.messages] == [wamid, wamid])
        assert [entry["status"] for entry in await network.log("send")] == [200, 400, 200]


async def test_a_switched_off_phone_gets_its_messages_later(simulation: Any, product: Any, phone: Phone) -> None:
    await phone.say("namaste")
    await phone.switch(False)
    await simulation.send({"text": {"body": "x"}})
    await product.until(lambda: len(product.statuses) == 1)
    assert (await phone.chat())[-1].ticks == "sent"
    await phone.switch(True)
    await product.until(lambda: [status["status"] for status in product.statuses] == ["sent", "delivered"])


async def test_messages_wait_for_a_webhook_that_is_not_up_yet(start: Any, product: Any) -> None:
    product.verify_token = "not yet"
    simulation = await start(retry_delays=(600.0,), retry_speed=1.0, verify_interval=0.05)
    product.answers[:] = [503]
    async with Phone.create(simulation.url, number="9800000001") as early:
        wamid = await early.say("early")
        await product.until(lambda: len(product.deliveries) == 1)
        product.verify_token = "a verify token of a test"
        await product.until(lambda: len(product.deliveries) == 2)
    assert [message["id"] for message in product.messages] == [wamid, wamid]
