"""What the Graph API takes from the product, and how it refuses the rest."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from simulator.client import Phone, SimulatorError

pytestmark = pytest.mark.asyncio

NUMBER = "919800000001"
TEXT = {"type": "text", "text": {"body": "hello"}}


@pytest_asyncio.fixture
async def person(simulation: Any) -> AsyncIterator[Phone]:
    """Somebody who has just written, so that the 24-hour window is open."""
    async with Phone.create(simulation.url, number=NUMBER, name="Asha") as created:
        await created.say("namaste")
        yield created


def buttons(count: int = 1, **changes: Any) -> dict[str, Any]:
    replies = [{"type": "reply", "reply": {"id": f"b{n}", "title": f"Title {n}"}} for n in range(count)]
    interactive = {"type": "button", "body": {"text": "Sure?"}, "action": {"buttons": replies}, **changes}
    return {"type": "interactive", "interactive": interactive}


def button(**reply: Any) -> dict[str, Any]:
    return buttons(action={"buttons": [{"type": "reply", "reply": {"id": "b", "title": "T", **reply}}]})


def rows(count: int = 1, button: str = "Choose", **row: Any) -> dict[str, Any]:
    listed = [{"id": f"r{n}", "title": f"Row {n}", **row} for n in range(count)]
    action = {"button": button, "sections": [{"title": "Section", "rows": listed}]}
    return {"type": "interactive", "interactive": {"type": "list", "body": {"text": "Which?"}, "action": action}}


def two_sections(each: int) -> dict[str, Any]:
    body = rows()
    sections = [
        {"title": f"S{n}", "rows": [{"id": f"{n}-{row}", "title": f"Row {row}"} for row in range(each)]}
        for n in range(2)
    ]
    body["interactive"]["action"]["sections"] = sections
    return body


def template(
    name: str = "news_of_your_tip", language: str = "hi", values: int = 2, text: str | None = None
) -> dict[str, Any]:
    parameters = [{"type": "text", "text": text or f"value {n}"} for n in range(values)]
    components = [{"type": "body", "parameters": parameters}]
    return {
        "type": "template",
        "template": {"name": name, "language": {"code": language}, "components": components},
    }


location_request = {
    "type": "interactive",
    "interactive": {
        "type": "location_request_message",
        "body": {"text": "Where?"},
        "action": {"name": "send_location"},
    },
}

ACCEPTED = {
    "text of 4096": {"type": "text", "text": {"body": "क" * 4096}},
    "text by default": {"text": {"body": "hello"}},
    "three buttons": buttons(3, header={"type": "text", "text": "h" * 60}, footer={"text": "f" * 60}),
    "body of 1024": buttons(body={"text": "b" * 1024}),
    "button at its limits": button(id="i" * 256, title="t" * 20),
    "ten rows": rows(10, button="b" * 20),
    "row at its limits": rows(id="i" * 200, title="t" * 24, description="d" * 72),
    "ten rows in two sections": two_sections(5),
    "location request": location_request,
    "location": {"type": "location", "location": {"latitude": 25.7, "longitude": "82.6", "name": "Jaunpur"}},
    "template": template(),
    "contacts": {"type": "contacts", "contacts": [{"name": {"formatted_name": "Desk", "first_name": "Desk"}}]},
}

REFUSED = {
    "no text": (131008, {"type": "text", "text": {}}),
    "no object for the type": (131008, {"type": "text"}),
    "no body": (131008, {"type": "interactive", "interactive": {"type": "button", "action": {"buttons": []}}}),
    "no action": (131008, {"type": "interactive", "interactive": {"type": "button", "body": {"text": "x"}}}),
    "no media": (131008, {"type": "image", "image": {"caption": "x"}}),
    "no latitude": (131008, {"type": "location", "location": {"longitude": 82}}),
    "text of 4097": (131009, {"type": "text", "text": {"body": "x" * 4097}}),
    "empty text": (131009, {"type": "text", "text": {"body": "  "}}),
    "body of 1025": (131009, buttons(body={"text": "x" * 1025})),
    "header of 61": (131009, buttons(header={"type": "text", "text": "x" * 61})),
    "footer of 61": (131009, buttons(footer={"text": "x" * 61})),
    "four buttons": (131009, buttons(4)),
    "no buttons": (131009, buttons(0)),
    "button title of 21": (131009, button(title="x" * 21)),
    "button id of 257": (131009, button(id="x" * 257)),
    "button ids twice": (131009, buttons(action={"buttons": [
        {"type": "reply", "reply": {"id": "same", "title": title}} for title in ("A", "B")]})),
    "button titles twice": (131009, buttons(action={"buttons": [
        {"type": "reply", "reply": {"id": name, "title": "Same"}} for name in ("a", "b")]})),
    "eleven rows": (131009, rows(11)),
    "twelve rows in two sections": (131009, two_sections(6)),
    "row title of 25": (131009, rows(title="x" * 25)),
    "row description of 73": (131009, rows(description="x" * 73)),
    "row id of 201": (131009, rows(id="x" * 201)),
    "row ids twice": (131009, rows(2, id="same")),
    "list button of 21": (131009, rows(button="x" * 21)),
    "caption of 1025": (131009, {"type": "image", "image": {"link": "http://127.0.0.1/x.png", "caption": "x" * 1025}}),
    "caption on audio": (131009, {"type": "audio", "audio": {"link": "http://127.0.0.1/x.ogg", "caption": "x"}}),
    "id and link": (131009, {"type": "image", "image": {"id": "1", "link": "http://127.0.0.1/x.png"}}),
    "latitude of 91": (131009, {"type": "location", "location": {"latitude": 91, "longitude": 82}}),
    "unknown interactive": (131009, {"type": "interactive", "interactive": {"type": "tea", "body": {"text": "x"}}}),
    "unknown type": (100, {"type": "telegram", "telegram": {}}),
    "unknown media id": (100, {"type": "image", "image": {"id": "999999999999999"}}),
    "callback data of 513": (100, {**TEXT, "biz_opaque_callback_data": "x" * 513}),
    "group": (100, {**TEXT, "recipient_type": "group"}),
    "unknown template": (132001, template(name="never_approved")),
    "template in another language": (132001, template(language="en")),
    "template with too few values": (132000, template(values=1)),
    "template with a line end": (132018, template(text="one\ntwo")),
    "template with five blanks": (132018, template(text="one     two")),
    "template with an empty value": (132018, template(text=" ")),
    "template too long in all": (132005, template(text="x" * 510)),
}  # fmt: skip


@pytest.mark.parametrize("body", ACCEPTED.values(), ids=ACCEPTED.keys())
async def test_what_meta_accepts_is_accepted(simulation: Any, person: Phone, body: dict[str, Any]) -> None:
    status, answer = await simulation.send(body)
    assert status == 200, answer
    assert answer["messaging_product"] == "whatsapp"
    assert answer["contacts"] == [{"input": NUMBER, "wa_id": NUMBER}]
    reply = await person.wait_for_reply(timeout=3)
    assert (reply.wamid, reply.kind) == (answer["messages"][0]["id"], body.get("type", "text"))


@pytest.mark.parametrize(("code", "body"), REFUSED.values(), ids=REFUSED.keys())
async def test_what_meta_refuses_is_refused_with_its_code(
    simulation: Any, person: Phone, code: int, body: dict[str, Any]
) -> None:
    status, answer = await simulation.send(body)
    error = answer["error"]
    assert (status, error["code"]) == (404 if code == 132001 else 400, code)
    assert error["message"].startswith(f"(#{code}) ")
    assert error["type"] == "OAuthException"
    assert error["error_data"]["messaging_product"] == "whatsapp" and error["error_data"]["details"]
    assert error["fbtrace_id"]
    assert [message.from_phone for message in await person.chat()] == [True]


@pytest.mark.parametrize("token", [None, "", "another token"])
async def test_a_wrong_token_is_190_and_401(simulation: Any, person: Phone, token: str | None) -> None:
    status, answer = await simulation.send(TEXT, token=token)
    assert (status, answer["error"]["code"], answer["error"]["type"]) == (401, 190, "OAuthException")


async def test_any_version_and_none_reach_the_same_number(
    simulation: Any, person: Phone, secrets: dict[str, str]
) -> None:
    body = {"messaging_product": "whatsapp", "to": NUMBER, **TEXT}
    for prefix in ("", "/v21.0", "/v25.0"):
        status, _ = await simulation.graph("POST", f"{prefix}/{secrets['phone_number_id']}/messages", body)
        assert status == 200
    status, answer = await simulation.graph("POST", "/v21.0/999/messages", body)
    assert (status, answer["error"]["code"], answer["error"]["error_subcode"]) == (400, 100, 33)


@pytest.mark.parametrize("raw", [b"{", b"[]", b'{"to": "919800000001", "text": {"body": "x"}}', b'"x"'])
async def test_a_body_that_is_no_message_is_100(simulation: Any, secrets: dict[str, str], raw: bytes) -> None:
    path = f"/v21.0/{secrets['phone_number_id']}/messages"
    status, answer = await simulation.graph("POST", path, data=raw)
    assert (status, answer["error"]["code"]) == (400, 100)


@pytest.mark.parametrize(
    "body",
    [
        {"type": ["text"], "text": {"body": "x"}},
        {"type": "interactive", "interactive": {"type": ["list"], "body": {"text": "x"}, "action": {}}},
        buttons(header={"type": {}}),
        {**template(), "template": {**template()["template"], "components": ["body"]}},
        {**template(), "template": {**template()["template"], "components": 7}},
    ],
)
async def test_a_body_of_another_shape_is_refused_like_any_other(
    simulation: Any, person: Phone, body: dict[str, Any]
) -> None:
    status, answer = await simulation.send(body)
    assert (status, answer["error"]["code"]) in ((400, 100), (400, 131009), (400, 132000))
    assert [message.from_phone for message in await person.chat()] == [True]


async def test_a_message_without_a_recipient_is_100(simulation: Any) -> None:
    status, answer = await simulation.send(TEXT, to=None)
    assert (status, answer["error"]["code"]) == (400, 100)


async def test_an_unknown_recipient_is_131030_or_as_configured(start: Any, simulation: Any) -> None:
    _, answer = await simulation.send(TEXT, to="919811111111")
    assert answer["error"]["code"] == 131030
    strict = await start(unknown_recipient=131026)
    _, answer = await strict.send(TEXT, to="919811111111")
    assert answer["error"]["code"] == 131026


async def test_the_business_cannot_write_to_itself(simulation: Any) -> None:
    _, answer = await simulation.send(TEXT, to="919000000000")
    assert answer["error"]["code"] == 131021


async def test_a_number_is_found_in_any_dress(simulation: Any, person: Phone) -> None:
    status, answer = await simulation.send(TEXT, to="+91 98000 00001")
    assert (status, answer["contacts"]) == (200, [{"input": "+91 98000 00001", "wa_id": NUMBER}])


async def test_a_person_without_a_number_is_reached_by_their_id(simulation: Any, product: Any) -> None:
    async with Phone.create(simulation.url, number=NUMBER, name="Asha", identity="id") as hidden:
        await hidden.say("namaste")
        await product.until(lambda: product.messages != [])
        user_id = product.messages[0]["from_user_id"]
        status, answer = await simulation.send({"recipient": user_id, **TEXT}, to=None)
        assert (status, answer["contacts"]) == (200, [{"input": user_id, "user_id": user_id}])
        assert (await hidden.wait_for_reply()).text == "hello"
        await product.until(lambda: product.statuses != [])
        assert NUMBER not in json.dumps([answer, product.payloads()])
    _, answer = await simulation.send({"recipient": "IN.404", **TEXT}, to=None)
    assert answer["error"]["code"] == 131030


async def test_the_24_hour_window_closes_and_opens_again(simulation: Any, person: Phone) -> None:
    await simulation.control("POST", "/clock", {"advance": 24 * 3600 - 60})
    assert (await simulation.send(TEXT))[0] == 200
    await simulation.control("POST", "/clock", {"advance": 120})
    status, answer = await simulation.send(TEXT)
    assert (status, answer["error"]["code"]) == (400, 131047)
    assert (await simulation.send(template()))[0] == 200
    await person.say("phir se")
    assert (await simulation.send(TEXT))[0] == 200


async def test_nobody_who_never_wrote_can_be_written_to_but_by_template(simulation: Any) -> None:
    async with Phone.create(simulation.url, number=NUMBER, name="Asha") as silent:
        _, answer = await simulation.send(TEXT)
        assert answer["error"]["code"] == 131047
        assert (await simulation.send(template()))[0] == 200
        assert (await silent.wait_for_reply()).text == "आपकी सूचना value 0: value 1"


async def test_a_templates_button_comes_back_as_a_button_message(simulation: Any, product: Any, person: Phone) -> None:
    body = template()
    payload = {"type": "payload", "payload": "tip:42"}
    body["template"]["components"].append(
        {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [payload]}
    )
    await simulation.send(body)
    await person.wait_for_reply()
    await person.tap("ठीक है")
    await product.until(lambda: product.messages[-1]["type"] == "button")
    assert product.messages[-1]["button"] == {"payload": "tip:42", "text": "ठीक है"}


async def test_refusals_may_come_late_as_statuses(start: Any, product: Any) -> None:
    simulation = await start(late_refusals=True)
    status, answer = await simulation.send({**TEXT, "biz_opaque_callback_data": "7"}, to="919811111111")
    assert status == 200
    await product.until(lambda: product.statuses != [])
    failed = product.statuses[0]
    assert (failed["id"], failed["status"]) == (answer["messages"][0]["id"], "failed")
    assert (failed["errors"][0]["code"], failed["recipient_id"]) == (131030, "919811111111")
    assert failed["biz_opaque_callback_data"] == "7"


async def test_a_burst_of_45_then_one_in_six_seconds(simulation: Any, person: Phone) -> None:
    statuses = [(await simulation.send(TEXT))[0] for _ in range(45)]
    assert statuses == [200] * 45
    status, answer = await simulation.send(TEXT)
    assert (status, answer["error"]["code"]) == (400, 131056)
    await simulation.control("POST", "/clock", {"advance": 6})
    assert (await simulation.send(TEXT))[0] == 200
    assert (await simulation.send(TEXT))[1]["error"]["code"] == 131056


async def test_the_pair_limit_is_one_persons_own_and_configurable(start: Any) -> None:
    simulation = await start(pair_burst=1, pair_interval=600)
    async with (
        Phone.create(simulation.url, number=NUMBER, name="Asha") as first,
        Phone.create(simulation.url, number="919800000002", name="Ravi") as second,
    ):
        await first.say("namaste")
        await second.say("namaste")
        assert [(await simulation.send(TEXT))[0] for _ in range(2)] == [200, 400]
        assert (await simulation.send(TEXT, to="919800000002"))[0] == 200


async def test_reading_turns_ticks_blue_and_shows_typing(
    simulation: Any, product: Any, person: Phone, secrets: dict[str, str]
) -> None:
    await product.until(lambda: product.messages != [])
    wamid = product.messages[0]["id"]
    async with simulation.session.get(simulation.url + "/sim/events") as stream:
        await stream.content.readline()
        body = {"status": "read", "message_id": wamid, "typing_indicator": {"type": "text"}}
        assert await simulation.send(body, to=None) == (200, {"success": True})
        kinds = []
        while "typing" not in kinds:
            line = await stream.content.readline()
            if line.startswith(b"data: "):
                kinds.append(json.loads(line[6:])["event"])
    assert (await person.chat())[0].ticks == "read"


async def test_a_recording_that_is_played_and_a_message_that_is_deleted_are_told_to_the_business(
    simulation: Any, product: Any, person: Phone, tmp_path: Path
) -> None:
    voice = tmp_path / "notice.ogg"
    voice.write_bytes(b"OggS" + bytes(60))
    own = await person.send_file("audio", voice, voice=True)
    with pytest.raises(SimulatorError, match=r"no message .* of the business"):
        await person.play(own)
    media_id = next(message for message in await person.chat() if message.wamid == own).content["id"]
    sent = [await simulation.send(body) for body in ({"type": "audio", "audio": {"id": media_id}}, TEXT)]
    recording, words = (answer["messages"][0]["id"] for _, answer in sent)
    await product.until(lambda: [status["status"] for status in product.statuses].count("delivered") == 2)
    with pytest.raises(SimulatorError, match="kind text cannot be played"):
        await person.play(words)
    await person.play(recording)
    await person.play(recording)
    await person.delete(words)
    with pytest.raises(SimulatorError, match="not on the phone"):
        await person.delete(words)
    await product.until(lambda: "deleted" in [status["status"] for status in product.statuses])
    told = [(status["id"], status["status"]) for status in product.statuses]
    assert [status for wamid, status in told if wamid == recording] == ["sent", "delivered", "read", "played"]
    assert [status for wamid, status in told if wamid == words] == ["sent", "delivered", "deleted"]


async def test_reading_what_was_never_received_is_refused(simulation: Any) -> None:
    status, answer = await simulation.send({"status": "read", "message_id": "wamid.unknown"}, to=None)
    assert (status, answer["error"]["code"]) == (400, 131009)


async def test_a_reaction_of_the_product_sits_on_the_persons_message(
    simulation: Any, product: Any, person: Phone
) -> None:
    await product.until(lambda: product.messages != [])
    wamid = product.messages[0]["id"]
    await simulation.send({"type": "reaction", "reaction": {"message_id": wamid, "emoji": "✅"}})
    chat = await person.chat()
    assert [(message.kind, dict(message.reactions)) for message in chat] == [("text", {"business": "✅"})]


async def test_a_quoting_answer_shows_what_it_answers(simulation: Any, product: Any, person: Phone) -> None:
    await product.until(lambda: product.messages != [])
    wamid = product.messages[0]["id"]
    await simulation.send({**TEXT, "context": {"message_id": wamid}})
    assert (await person.wait_for_reply()).reply_to == wamid
