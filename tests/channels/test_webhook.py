"""The webhook: nothing is acknowledged before it is stored, nothing unsigned is read, no body brings it down."""

import asyncio
import contextlib
import json
import logging
import time
from urllib.parse import urlsplit

import pytest
import regex
import sqlalchemy as sa

from channels import tables, whatsapp
from channels.payloads import read_updates
from channels.signature import signature
from tests.channels.serving import serving, text, webhook

pytestmark = pytest.mark.asyncio


def stored(vault):
    with vault.reading() as connection:
        return connection.execute(sa.select(tables.inbox.c.conversation, tables.inbox.c.status)).all()


async def test_a_message_is_stored_before_it_is_acknowledged_and_once_however_often_it_comes(settings, vault):
    async with serving(settings) as meta:
        first = webhook(text("wamid.1", "chori"))
        assert await asyncio.gather(*(meta.post(first) for _ in range(8))) == [200] * 8
        assert await meta.post(webhook(text("wamid.1", "chori", timestamp="1760000000"))) == 200
    assert len(stored(vault)) == 1


async def test_a_store_that_fails_is_not_acknowledged(settings, vault):
    async with serving(settings) as meta:
        with vault.engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE inbox RENAME TO elsewhere"))
        assert await meta.post(webhook(text("wamid.1", "chori"))) == 503
        with vault.engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE elsewhere RENAME TO inbox"))
        assert await meta.post(webhook(text("wamid.1", "chori"))) == 200
    assert len(stored(vault)) == 1


async def test_only_signed_json_of_a_sane_size_is_read(settings, vault):
    async with serving(settings) as meta:
        body = b'{"entry": []}'
        assert await meta.post_bytes(body, {"X-Hub-Signature-256": signature("another secret", body)}) == 401
        assert await meta.post_bytes(body, {"X-Hub-Signature-256": "sha256=" + "é" * 3}) == 401
        assert await meta.post_bytes(b"not json") == 400
        assert await meta.post_bytes(b"\xff\xfe") == 400
        assert await meta.post_bytes(b"[" * 100_000) == 200
        assert await meta.post_bytes(b'{"entry": [], "n": ' + b"9" * 5000 + b"}") == 200
        with contextlib.suppress(ConnectionError):
            too_large = b" " * (settings.limits.webhook_body_bytes + 1)
            assert await meta.post_bytes(too_large) == 413
    with vault.reading() as connection:
        reasons = connection.execute(sa.select(tables.dead_letters.c.reason)).scalars().all()
    assert reasons == ["nested too deep"]
    assert stored(vault) == []


async def test_bad_signatures_from_one_source_are_cut_off_and_no_others(settings, vault):
    theirs, others = {"X-Forwarded-For": "198.51.100.1"}, {"X-Forwarded-For": "198.51.100.2"}
    async with serving(settings) as meta:
        answers = [await meta.post_bytes(b"{}", {**theirs, "X-Hub-Signature-256": "sha256=0"}) for _ in range(30)]
        assert answers[:20] == [401] * 20
        assert set(answers[20:]) <= {401, 429}
        assert answers[-1] == 429
        assert await meta.post(webhook(text("wamid.1", "x")), theirs) == 429
        assert await meta.post(webhook(text("wamid.1", "x")), others) == 200
        assert await meta.post(webhook(text("wamid.2", "x"))) == 200


async def test_the_challenge_is_echoed_to_who_knows_the_token(settings, vault):
    query = {"hub.mode": "subscribe", "hub.challenge": "4711", "hub.verify_token": "verify token"}
    async with serving(settings) as meta:
        assert await meta.get("/webhook", params=query) == (200, "4711")
        assert (await meta.get("/webhook", params={**query, "hub.verify_token": "ü"}))[0] == 403
        assert (await meta.get("/webhook", params={"hub.challenge": "4711"}))[0] == 403


async def test_health_and_metrics_tell_figures_to_the_machine_itself_and_to_who_has_the_token(settings, vault):
    settings = settings.copy(update={"operator_token": "operator"})
    number = "919876543210"
    async with serving(settings) as meta:
        await meta.post(webhook(text("wamid.canary", "canary words", sender=number), {"id": "wamid.2"}))
        await meta.post_bytes(b"{}", {"X-Hub-Signature-256": "sha256=0"})
        status, page = await meta.get("/health")
        health = json.loads(page)
        assert status == 200
        assert sum(health["inbox"].values()) == 1
        assert health["dead_letters"] == {"message without sender": 1}
        assert health["last_webhook_seconds"] < 60
        assert set(health["oldest_seconds"]) == {"inbox", "outbox", "deliveries", "media"}
        status, figures = await meta.get("/metrics")
        assert 'satark_webhooks_total{status="200"} 1' in figures
        assert 'satark_webhooks_total{status="401"} 1' in figures
        assert 'satark_updates_total{result="message"} 1' in figures
        assert 'satark_dead_letters{reason="message without sender"} 1' in figures
        assert "satark_webhook_seconds_count 1" in figures
        assert "satark_last_webhook_time 1" in figures
        assert not any(secret in page + figures for secret in ("canary", number, number[2:]))
        for line in figures.splitlines():
            assert regex.fullmatch(r'# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [-+.\deInf]+', line), line
        elsewhere = {"X-Forwarded-For": "198.51.100.1"}
        for path in ("/health", "/metrics"):
            assert (await meta.get(path, headers=elsewhere))[0] == 403
            assert (await meta.get(path, headers={**elsewhere, "Authorization": "Bearer guess"}))[0] == 403
            assert (await meta.get(path, headers={**elsewhere, "Authorization": "Bearer operator"}))[0] == 200


async def test_nothing_of_a_person_is_logged(settings, vault, caplog):
    caplog.set_level(logging.DEBUG)
    number = "919876543210"

    async def failing(message):
        raise ValueError(message.text)

    async with serving(settings, failing) as meta:
        await meta.post(webhook(text("wamid.canary", "canary words", sender=number), {"from": number}))
        await meta.post_bytes(b"canary", {"X-Hub-Signature-256": "sha256=canary"})
        await asyncio.sleep(0.3)
    assert "inbox.message_failed kind=ValueError" in caplog.text
    assert "canary" not in caplog.text
    assert number not in caplog.text


async def test_without_a_model_messages_are_taken_in_and_wait(settings, vault):
    from channels.whatsapp import Receiver
    from tests.channels.serving import silent

    class Untrained:
        processor = None

        @staticmethod
        def is_ready():
            return False

    receiver = Receiver(settings)
    receiver.start(silent, Untrained())
    await receiver.together.store(list(read_updates(webhook(text("wamid.1", "chori")))))
    await asyncio.sleep(0.2)
    assert [status for _, status in stored(vault)] == ["new"]
    assert not receiver.dispatcher.started
    await receiver.stop()


async def all_read(reader):
    """What came until the end, however the connection ended: who still writes to a closed door is reset."""
    answer = b""
    with contextlib.suppress(ConnectionError):
        while part := await reader.read(4096):
            answer += part
    return answer


@pytest.mark.parametrize(
    ("begin", "status"),
    [
        (b"POST /webhooks/whatsapp/webhook HTTP/1.1\r\nX: ", b"408"),
        (b"POST /webhooks/whatsapp/webhook HTTP/1.1\r\nContent-Length: 100000\r\n\r\n", b"408"),
        (b"GET /webhooks/whatsapp/webhook HTTP/1.1\r\nContent-Length: 100000\r\n\r\n", b"403"),
    ],
)
async def test_a_request_that_comes_in_drops_is_ended(settings, vault, monkeypatch, begin, status):
    monkeypatch.setattr(whatsapp, "REQUEST_SECONDS", 1)
    monkeypatch.setattr(whatsapp, "ANSWER_SECONDS", 2)
    async with serving(settings) as meta:
        here = urlsplit(meta.url)
        reader, writer = await asyncio.open_connection(here.hostname, here.port)
        writer.write(begin)
        answer, begun = asyncio.create_task(all_read(reader)), time.monotonic()
        while not answer.done() and time.monotonic() - begun < 10:
            with contextlib.suppress(ConnectionError):
                writer.write(b" ")
                await writer.drain()
            await asyncio.sleep(0.2)
        assert answer.done()
        assert (await answer).startswith(b"HTTP/1.1 " + status)
        writer.close()
