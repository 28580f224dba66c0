"""The channel's own server on a free port, with a dialogue that tests give; everything else is the real thing."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import AsyncIterator

import aiohttp
from sanic import Sanic
from sanic.touchup.service import TouchUp

from channels.signature import signature
from channels.whatsapp import WhatsAppInput

_names = itertools.count()


class Webhook:
    """Posts to the channel as Meta does."""

    def __init__(self, session: aiohttp.ClientSession, url: str, secret: str) -> None:
        self.session = session
        self.url = url
        self.secret = secret

    async def post(self, payload: object, headers: dict[str, str] | None = None) -> int:
        """Posts a signed JSON body; the HTTP status."""
        return await self.post_bytes(json.dumps(payload).encode(), headers)

    async def post_bytes(self, body: bytes, headers: dict[str, str] | None = None) -> int:
        """Posts a body, signed unless the headers bring a signature; the HTTP status."""
        headers = {"X-Hub-Signature-256": signature(self.secret, body), **(headers or {})}
        async with self.session.post(f"{self.url}/webhook", data=body, headers=headers) as answer:
            return answer.status

    async def get(self, path: str, **options: object) -> tuple[int, str]:
        """Status and text of a page of the channel."""
        async with self.session.get(f"{self.url}{path}", **options) as answer:
            return answer.status, await answer.text()


async def silent(_message: object) -> None:
    """A dialogue that says nothing."""


@contextlib.asynccontextmanager
async def serving(settings, on_new_message=silent) -> AsyncIterator[Webhook]:
    """The channel's routes on a free port of this machine."""
    app = Sanic(f"channel{next(_names)}", configure_logging=False)
    app.blueprint(WhatsAppInput(settings).blueprint(on_new_message), url_prefix="/webhooks/whatsapp")
    server = await app.create_server(host="127.0.0.1", port=0, return_asyncio_server=True, access_log=False)
    await server.startup()
    TouchUp._registry.clear()  # it rewrites Sanic's own methods, which works once in a process
    await server.before_start()
    await server.start_serving()
    await server.after_start()
    port = server.server.sockets[0].getsockname()[1]
    try:
        async with aiohttp.ClientSession() as session:
            yield Webhook(session, f"http://127.0.0.1:{port}/webhooks/whatsapp", settings.whatsapp.app_secret)
    finally:
        await server.before_stop()
        server.close()
        await server.wait_closed()


def webhook(*messages, statuses=(), contacts=()):
    """The body of a webhook around messages and statuses."""
    value = {"messaging_product": "whatsapp", "messages": list(messages), "statuses": list(statuses)}
    value |= {"contacts": list(contacts)} if contacts else {}
    return {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": value}]}]}


def text(wamid, words, sender="919000000001", **more):
    """A text message object."""
    return {"id": wamid, "from": sender, "type": "text", "text": {"body": words}, **more}
