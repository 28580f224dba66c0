"""Faults on demand: each comes as often as asked and then no more."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from simulator.client import Phone

pytestmark = pytest.mark.asyncio

TEXT = {"type": "text", "text": {"body": "hello"}, "biz_opaque_callback_data": "outbox 7"}


@pytest_asyncio.fixture
async def person(simulation: Any) -> AsyncIterator[Phone]:
    async with Phone.create(simulation.url, number="919800000001", name="Asha") as created:
        await created.say("namaste")
        yield created


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        ({"kind": "http_500"}, 500, 131000),
        ({"kind": "http_429"}, 429, 130429),
        ({"kind": "error", "code": 131031}, 403, 131031),
        ({"kind": "error", "code": 131016}, 503, 131016),
    ],
)
async def test_the_next_sends_fail_as_asked(
    simulation: Any, person: Phone, fault: dict[str, Any], status: int, code: int
) -> None:
    await simulation.control("POST", "/faults", {**fault, "count": 2})
    for _ in range(2):
        got, answer = await simulation.send(TEXT)
        assert (got, answer["error"]["code"]) == (status, code)
    assert (await simulation.send(TEXT))[0] == 200
    assert await simulation.control("GET", "/faults") == []


async def test_a_slow_send_takes_its_time(simulation: Any, person: Phone) -> None:
    await simulation.control("POST", "/faults", {"kind": "slow", "place": "send", "seconds": 0.3})
    started = time.monotonic()
    assert (await simulation.send(TEXT))[0] == 200
    assert time.monotonic() - started >= 0.3


async def test_a_dropped_line_sends_nothing(simulation: Any, person: Phone) -> None:
    await simulation.control("POST", "/faults", {"kind": "drop", "place": "send"})
    with pytest.raises(aiohttp.ClientError):
        await simulation.send(TEXT)
    assert [message.from_phone for message in await person.chat()] == [True]


async def test_a_line_dropped_after_the_send_leaves_the_callback_data_to_tell(
    simulation: Any, product: Any, person: Phone
) -> None:
    await simulation.control("POST", "/faults", {"kind": "drop_after"})
    with pytest.raises(aiohttp.ClientError):
        await simulation.send(TEXT)
    assert (await person.wait_for_reply()).text == "hello"
    await product.until(lambda: product.statuses != [])
    assert product.statuses[0]["biz_opaque_callback_data"] == "outbox 7"


async def test_an_accepted_message_may_be_reported_as_failed(simulation: Any, product: Any, person: Phone) -> None:
    await simulation.control("POST", "/faults", {"kind": "fail_status", "code": 131049})
    status, answer = await simulation.send(TEXT)
    assert status == 200
    await product.until(lambda: product.statuses != [])
    failed = product.statuses[0]
    assert (failed["id"], failed["status"]) == (answer["messages"][0]["id"], "failed")
    assert failed["errors"][0]["code"] == 131049
    assert [message.from_phone for message in await person.chat()] == [True]


async def test_a_download_may_come_short(simulation: Any, product: Any, person: Phone, tmp_path: Any) -> None:
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(bytes(1000))
    await person.send_photo(picture)
    await product.until(lambda: len(product.messages) == 2)
    address = product.messages[1]["image"]["url"]
    await simulation.control("POST", "/faults", {"kind": "corrupt"})
    assert len((await simulation.graph("GET", address))[1]) == 500
    assert len((await simulation.graph("GET", address))[1]) == 1000


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "earthquake"},
        {"kind": "drop", "place": "webhook"},
        {"kind": "error", "code": 1234567},
        {"kind": "slow", "count": 0},
        {"kind": "batch", "shape": "circle"},
        {"kind": "slow", "colour": "red"},
    ],
)
async def test_a_fault_that_does_not_exist_is_refused(simulation: Any, fault: dict[str, Any]) -> None:
    assert set(await simulation.control("POST", "/faults", fault)) == {"error"}
    assert await simulation.control("GET", "/faults") == []


async def test_faults_can_be_called_off(simulation: Any, person: Phone) -> None:
    await simulation.control("POST", "/faults", {"kind": "http_500", "count": 9})
    await simulation.control("DELETE", "/faults")
    assert (await simulation.send(TEXT))[0] == 200


async def test_another_site_cannot_play_the_phones(simulation: Any, person: Phone) -> None:
    elsewhere = {"Origin": "https://elsewhere.example"}
    address = f"{simulation.url}/sim/phones/{person.id}/messages"
    async with simulation.session.post(address, json={"text": "forged"}, headers=elsewhere) as answer:
        assert answer.status == 403
    assert len(await person.chat()) == 1
