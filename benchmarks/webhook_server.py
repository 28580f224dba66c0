"""One of two servers for `benchmarks.channel`: `python -m benchmarks.webhook_server channel|bare PORT`.

`channel` is the WhatsApp channel with a dialogue that never comes to an end: what is measured is receiving and
committing alone. `bare` is a Sanic handler that checks the signature, reads the JSON and stores nothing.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.signature import is_signed
from channels.whatsapp import WhatsAppInput
from satark.settings import Settings


async def never(_message: Any) -> None:
    """A dialogue that goes on for good, so that no message is processed."""
    await asyncio.Event().wait()


def make(kind: str, settings: Settings) -> Sanic:
    """The server's application."""
    app = Sanic("measured", configure_logging=False)
    if kind == "channel":
        app.blueprint(WhatsAppInput(settings).blueprint(never), url_prefix="/webhooks/whatsapp")
        return app

    @app.post("/webhooks/whatsapp/webhook")
    async def receive(request: Request) -> HTTPResponse:
        if not is_signed(settings.whatsapp.app_secret, request.body, request.headers.get("x-hub-signature-256")):
            return response.empty(401)
        json.loads(request.body)
        return response.empty(200)

    @app.get("/webhooks/whatsapp/health")
    async def health(_request: Request) -> HTTPResponse:
        return response.empty(200)

    return app


if __name__ == "__main__":
    make(sys.argv[1], Settings.load()).run(host="127.0.0.1", port=int(sys.argv[2]), access_log=False, motd=False)
