"""The webhook: nothing is acknowledged before it is stored, nothing unsigned is read, no body brings it down."""

import asyncio
import contextlib

import pytest
import sqlalchemy as sa

from channels import tables
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
        with contextlib.suppress(ConnectionError):
            too_large = b" " * (settings.limits.webhook_body_bytes + 1)
            assert await meta.post_bytes(too_large) == 413
    with vault.reading() as connection:
        reasons = connection.execute(sa.select(tables.dead_letters.c.reason)).scalars().all()
    assert reasons == ["nested too deep"]
    assert stored(vault) == []
