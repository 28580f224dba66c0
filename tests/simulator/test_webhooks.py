"""What the product receives: signed over the raw bytes, repeated until taken, twice or in batches where asked."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest

from simulator.client import Phone

pytestmark = pytest.mark.asyncio

NUMBER = "919800000001"


def phone(simulation: Any, **facts: Any) -> Phone:
    return Phone.create(simulation.url, number=NUMBER, name="Asha", **facts)


async def test_the_signature_is_that_of_the_raw_bytes(simulation: Any, product: Any, secrets: dict[str, str]) -> None:
    async with phone(simulation) as person:
        await person.say("चोरी हुई")
    await product.until(lambda: product.messages != [])
    body, signature = product.deliveries[0]
    assert signature == "sha256=" + hmac.new(secrets["app_secret"].encode(), body, hashlib.sha256).hexdigest()
    assert hmac.new(b"another secret", body, hashlib.sha256).hexdigest() not in signature


async def test_the_payload_has_metas_shape(simulation: Any, product: Any, secrets: dict[str, str]) -> None:
    async with phone(simulation) as person:
        wamid = await person.say("namaste")
    await product.until(lambda: product.messages != [])
    payload = product.payloads()[0]
    change = payload["entry"][0]["changes"][0]
    value = change["value"]
    user_id = value["contacts"][0]["user_id"]
    assert (payload["object"], change["field"]) == ("whatsapp_business_account", "messages")
    assert value["messaging_product"] == "whatsapp"
    assert value["metadata"] == {
        "display_phone_number": "919000000000",
        "phone_number_id": secrets["phone_number_id"],
    }
    assert value["contacts"] == [{"profile": {"name": "Asha"}, "wa_id": NUMBER, "user_id": user_id}]
    message = value["messages"][0]
    assert message.pop("timestamp").isdigit()
    assert message == {
        "from": NUMBER,
        "from_user_id": user_id,
        "id": wamid,
        "type": "text",
        "text": {"body": "namaste"},
    }
    assert wamid.startswith("wamid.") and user_id.startswith("IN.")


@pytest.mark.parametrize(
    ("identity", "sender", "contact"),
    [
        ("both", {"from", "from_user_id"}, {"profile", "wa_id", "user_id"}),
        ("id", {"from_user_id"}, {"profile", "user_id"}),
        ("phone", {"from"}, {"profile", "wa_id"}),
    ],
)
async def test_a_person_is_shown_as_their_identity_form_says(
    simulation: Any, product: Any, identity: str, sender: set[str], contact: set[str]
) -> None:
    async with phone(simulation, identity=identity) as person:
        await person.say("namaste")
    await product.until(lambda: product.messages != [])
    value = product.payloads()[0]["entry"][0]["changes"][0]["value"]
    assert set(value["messages"][0]) - {"id", "timestamp", "type", "text"} == sender
    assert set(value["contacts"][0]) == contact
    if identity == "id":
        assert NUMBER not in json.dumps(product.payloads())


async def test_a_webhook_is_repeated_until_it_is_taken(simulation: Any, product: Any) -> None:
    product.answers[:] = [500, 503, 404]
    async with phone(simulation) as person:
        wamid = await person.say("namaste")
        await product.until(lambda: len(product.deliveries) == 4)
        assert [message["id"] for message in product.messages] == [wamid] * 4
        assert product.signatures_hold()
        log = await simulation.control("GET", "/log?kind=webhook")
        assert [entry["status"] for entry in log] == [500, 503, 404, 200]


async def test_a_webhook_is_repeated_at_the_longest_pause_until_its_time_is_over(start: Any, product: Any) -> None:
    simulation = await start(retry_delays=(1.0, 4.0), retry_at_most=2.0, retry_life=8.0)
    product.answers[:] = [500] * 20
    async with phone(simulation) as person:
        await person.say("nobody hears me")
        log: list[Any] = []
        while not any("gave_up" in entry for entry in log):
            log = await simulation.control("GET", "/log?kind=webhook")
        assert [entry.get("attempt") for entry in log] == [1, 2, 3, 4, 5, None]  # after 1, 2, 2 and 2 seconds
        assert [message.ticks for message in await person.chat()] == ["sent"]


async def test_ticks_turn_only_when_the_webhook_was_taken(start: Any, product: Any) -> None:
    simulation = await start(retry_delays=())
    product.answers[:] = [500]
    async with phone(simulation) as person:
        await person.say("lost")
        await product.until(lambda: len(product.deliveries) == 1)
        await person.say("taken")
        await product.until(lambda: len(product.deliveries) == 2)
        while (ticks := [message.ticks for message in await person.chat()]) == ["sent", "sent"]:
            continue
        assert ticks == ["sent", "delivered"]


async def test_one_persons_messages_come_in_order(simulation: Any, product: Any) -> None:
    async with phone(simulation) as person:
        for number in range(20):
            await person.say(str(number))
    await product.until(lambda: len(product.messages) == 20)
    assert [message["text"]["body"] for message in product.messages] == [str(number) for number in range(20)]


async def test_a_repeated_delivery_has_the_same_wamid_in_other_bytes(simulation: Any, product: Any) -> None:
    async with phone(simulation) as person:
        wamid = await person.say("नमस्ते")
        await product.until(lambda: len(product.deliveries) == 1)
        await simulation.control("POST", "/webhooks/repeat", {"wamid": wamid, "times": 2})
        await product.until(lambda: len(product.deliveries) == 3)
    assert [message["id"] for message in product.messages] == [wamid] * 3
    assert len({body for body, _ in product.deliveries}) == 3
    assert product.payloads()[0] == product.payloads()[1] == product.payloads()[2]
    assert product.signatures_hold()


async def test_a_duplicate_fault_doubles_the_next_delivery_alone(simulation: Any, product: Any) -> None:
    await simulation.control("POST", "/faults", {"kind": "duplicate"})
    async with phone(simulation) as person:
        first = await person.say("one")
        await product.until(lambda: len(product.deliveries) == 2)
        second = await person.say("two")
        await product.until(lambda: len(product.deliveries) == 3)
    assert [message["id"] for message in product.messages] == [first, first, second]


@pytest.mark.parametrize(("shape", "entries", "changes", "messages"), [
    ("changes", 1, 3, 1), ("entries", 3, 1, 1), ("messages", 1, 1, 3),
])  # fmt: skip
async def test_a_batch_carries_several_updates_in_one_post(
    simulation: Any, product: Any, shape: str, entries: int, changes: int, messages: int
) -> None:
    await simulation.control("POST", "/faults", {"kind": "batch", "size": 3, "shape": shape})
    async with phone(simulation) as person:
        wamids = [await person.say(text) for text in ("one", "two", "three")]
    await product.until(lambda: len(product.messages) == 3)
    assert len(product.deliveries) == 1
    payload = product.payloads()[0]
    assert len(payload["entry"]) == entries
    assert len(payload["entry"][0]["changes"]) == changes
    assert len(payload["entry"][0]["changes"][0]["value"]["messages"]) == messages
    assert [message["id"] for message in product.messages] == wamids


async def test_a_batch_that_never_fills_is_sent_on_demand(simulation: Any, product: Any) -> None:
    await simulation.control("POST", "/faults", {"kind": "batch", "size": 50})
    async with phone(simulation) as person:
        await person.say("alone")
    assert product.deliveries == []
    assert await simulation.control("POST", "/webhooks/flush") == {"sent": 1}
    await product.until(lambda: len(product.messages) == 1)


async def test_a_bad_item_and_a_bad_signature_can_be_asked_for(simulation: Any, product: Any) -> None:
    await simulation.control("POST", "/faults", {"kind": "bad_item"})
    async with phone(simulation) as person:
        await person.say("good")
        await product.until(lambda: len(product.deliveries) == 1)
        assert [message.get("text") for message in product.messages] == [None, {"body": "good"}]
        assert product.signatures_hold()
        await simulation.control("POST", "/faults", {"kind": "bad_signature"})
        await person.say("forged")
        await product.until(lambda: len(product.deliveries) == 2)
    assert not product.signatures_hold()


async def test_raw_bodies_go_out_signed(simulation: Any, product: Any) -> None:
    body = {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "flows", "value": {}}]}]}
    assert await simulation.control("POST", "/webhooks/raw", {"body": body}) == {"status": 200}
    assert product.payloads() == [body]
    assert product.signatures_hold()


async def test_the_webhook_is_verified_as_meta_does_it(simulation: Any, start: Any, product: Any) -> None:
    async def state(of: Any) -> str:
        async with of.session.get(of.url + "/health") as answer:
            return str((await answer.json())["webhook"])

    for _ in range(200):
        if await state(simulation) != "waiting":
            break
    assert await state(simulation) == "verified"
    stranger = await start(verify_token="another token")
    for _ in range(200):
        if await state(stranger) != "waiting":
            break
    assert await state(stranger) == "refused"


async def test_verification_waits_for_a_webhook_that_comes_late(start: Any, product: Any) -> None:
    product.verify_token = "not yet"
    simulation = await start(verify_interval=2.0)
    for _ in range(500):
        log = await simulation.control("GET", "/log?kind=verify")
        if len(log) >= 2:
            break
    product.verify_token = "a verify token of a test"
    for _ in range(500):
        log = await simulation.control("GET", "/log?kind=verify")
        if log[-1]["state"] == "verified":
            break
    assert (log[0]["state"], log[-1]["state"]) == ("refused", "verified")


async def test_messages_wait_on_disk_for_the_next_run(start: Any, product: Any, tmp_path: Any) -> None:
    database = tmp_path / "var" / "simulator.db"
    first = await start(database=database, webhook_url="http://127.0.0.1:9/webhook")
    async with phone(first, identity="id") as person:
        wamid = await person.say("kept")
    second = await start(database=database)
    await product.until(lambda: product.messages != [])
    assert product.messages[0]["id"] == wamid
    async with phone(second, identity="id") as person:
        assert [message.text for message in await person.chat()] == ["kept"]


KINDS: list[tuple[dict[str, Any], str, Any]] = [
    ({"kind": "location", "latitude": 25.5, "longitude": 83}, "location", {"latitude": 25.5, "longitude": 83.0}),
    (
        {"kind": "contacts", "contacts": [{"name": {"formatted_name": "X"}}]},
        "contacts",
        [{"name": {"formatted_name": "X"}}],
    ),
    ({"kind": "unsupported", "type": "poll_creation"}, "unsupported", {"type": "poll_creation"}),
    ({"kind": "raw", "type": "order", "content": {"catalog_id": "1"}}, "order", {"catalog_id": "1"}),
]


@pytest.mark.parametrize(("request_body", "kind", "content"), KINDS, ids=[kind for _, kind, _ in KINDS])
async def test_each_kind_carries_its_content(
    simulation: Any, product: Any, request_body: dict[str, Any], kind: str, content: Any
) -> None:
    async with phone(simulation) as person:
        await person.send(request_body)
    await product.until(lambda: product.messages != [])
    message = product.messages[0]
    assert (message["type"], message[kind]) == (kind, content)
    if kind == "unsupported":
        assert message["errors"][0]["code"] == 131051


async def test_a_message_that_whatsapp_lost_says_so(simulation: Any, product: Any) -> None:
    async with phone(simulation) as person:
        await person.send({"kind": "unsupported", "code": 131060})
    await product.until(lambda: product.messages != [])
    assert [error["code"] for error in product.messages[0]["errors"]] == [131060]


async def test_reactions_edits_deletions_and_replies_name_the_message_they_belong_to(
    simulation: Any, product: Any
) -> None:
    async with phone(simulation) as person:
        wamid = await person.say("Shahganj")
        await person.send({"kind": "reaction", "message": wamid, "emoji": "👍"})
        await person.send({"kind": "edit", "message": wamid, "text": "Kerakat"})
        await person.say("wahi", reply_to=wamid)
        await person.send({"kind": "revoke", "message": wamid})
        await product.until(lambda: len(product.messages) == 5)
        _, reaction, edit, reply, revoke = product.messages
        shown = (await person.chat())[0]
    assert reaction["reaction"] == {"message_id": wamid, "emoji": "👍"}
    assert edit["edit"] == {"original_message_id": wamid, "message": {"type": "text", "text": {"body": "Kerakat"}}}
    assert reply["context"]["id"] == wamid
    assert revoke["revoke"] == {"original_message_id": wamid}
    assert (shown.text, shown.edited, shown.revoked, shown.reactions) == ("Kerakat", True, True, {"phone": "👍"})


async def test_a_new_number_is_announced_by_a_system_note_without_contacts(simulation: Any, product: Any) -> None:
    async with phone(simulation) as person:
        await person.say("before")
        await simulation.control("POST", f"/phones/{person.id}/identity", {"number": "919800000009"})
        await person.say("after")
    await product.until(lambda: len(product.messages) == 3)
    before, note, after = product.messages
    value = product.payloads()[1]["entry"][0]["changes"][0]["value"]
    assert "contacts" not in value
    assert (note["type"], note["from"], note["from_user_id"]) == ("system", NUMBER, before["from_user_id"])
    assert note["system"]["type"] == "user_changed_number"
    assert (note["system"]["wa_id"], note["system"]["user_id"]) == ("919800000009", after["from_user_id"])
    assert after["from"] == "919800000009" and after["from_user_id"] != before["from_user_id"]


async def test_a_new_business_scoped_id_is_announced_without_any_number(simulation: Any, product: Any) -> None:
    async with phone(simulation, identity="id") as person:
        await person.say("before")
        await simulation.control("POST", f"/phones/{person.id}/identity", {})
    await product.until(lambda: len(product.messages) == 2)
    before, note = product.messages
    assert note["system"]["type"] == "user_changed_user_id"
    assert note["from_user_id"] == before["from_user_id"] != note["system"]["user_id"]
    assert NUMBER not in json.dumps(note)


async def test_statuses_tell_how_far_a_message_came(simulation: Any, product: Any) -> None:
    async with phone(simulation) as person:
        await person.say("namaste")
        body = {"type": "text", "text": {"body": "hello"}, "biz_opaque_callback_data": "outbox 7"}
        _, answer = await simulation.send(body)
        wamid = answer["messages"][0]["id"]
        await person.wait_for_reply()
        await product.until(lambda: len(product.statuses) == 3)
    assert {status["status"] for status in product.statuses} == {"sent", "delivered", "read"}
    for status in product.statuses:
        assert (status["id"], status["recipient_id"]) == (wamid, NUMBER)
        assert status["recipient_user_id"].startswith("IN.")
        assert status["biz_opaque_callback_data"] == "outbox 7"


async def test_a_phone_that_is_off_gets_its_messages_when_it_comes_back(simulation: Any, product: Any) -> None:
    async with phone(simulation) as person:
        await person.say("namaste")
        await simulation.control("PATCH", f"/phones/{person.id}", {"online": False})
        await simulation.send({"type": "text", "text": {"body": "hello"}})
        await product.until(lambda: [status["status"] for status in product.statuses] == ["sent"])
        await simulation.control("PATCH", f"/phones/{person.id}", {"online": True})
        await product.until(lambda: [status["status"] for status in product.statuses] == ["sent", "delivered"])
