"""The WhatsApp channel of Rasa: Meta's webhook in, health for operators.

The story of one webhook: check the signature over the raw bytes, write every message to the inbox in one transaction,
answer 200, and only then let the dispatcher work. A commit that fails is answered 503 and Meta sends again.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import json
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import sqlalchemy as sa
from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels import tables
from channels.conversation import NAME
from channels.dispatcher import Dispatcher
from channels.payloads import Delivered, Incoming, Rejected, Update, read_updates
from channels.signature import is_signed
from channels.vault import Vault
from satark.errors import StoreError
from satark.settings import Settings
from satark.stores import utc_now

log = logging.getLogger("satark.whatsapp")


class WhatsAppInput(InputChannel):
    """Named in `credentials.yml`; its settings come from `range.yml` and the environment."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        return cls(Settings.load())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Routes `GET /webhook` (Meta's verification), `POST /webhook`, `GET /health`; starts the dispatcher."""
        blueprint = Blueprint("whatsapp_webhook")
        receiver = Receiver(self.settings)

        @blueprint.listener("after_server_start")
        async def start(_app: Sanic, _loop: Any) -> None:
            receiver.start(on_new_message)

        @blueprint.listener("before_server_stop")
        async def stop(_app: Sanic, _loop: Any) -> None:
            await receiver.stop()

        @blueprint.get("/webhook")
        async def verify(request: Request) -> HTTPResponse:
            return await receiver.verify(request)

        @blueprint.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            return await receiver.receive(request)

        @blueprint.get("/health")
        async def health(request: Request) -> HTTPResponse:
            return await receiver.health(request)

        return blueprint


class Receiver:
    """The handlers of the webhook with their vault and dispatcher."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.vault: Vault | None = None
        self.dispatcher: Dispatcher | None = None

    def start(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> None:
        """Opens the vault in the serving process and starts on what an earlier run left over."""
        self.vault = Vault.open(self.settings)
        self.dispatcher = Dispatcher(self.settings, self.vault, on_new_message)
        self.dispatcher.start()

    async def stop(self) -> None:
        """Lets the messages in work come to their end."""
        if self.dispatcher:
            await self.dispatcher.stop()

    async def verify(self, request: Request) -> HTTPResponse:
        """Meta's verification: echoes the challenge when the verify token is ours."""
        expected = self.settings.whatsapp.verify_token
        given = request.args.get("hub.verify_token") or ""
        if (
            request.args.get("hub.mode") == "subscribe"
            and expected
            and hmac.compare_digest(given.encode(), expected.encode())
        ):
            return response.text(request.args.get("hub.challenge") or "")
        return response.empty(403)

    async def receive(self, request: Request) -> HTTPResponse:
        """A webhook: 401 unsigned, 413 too large, 400 no JSON, 503 not stored, else 200."""
        body = request.body
        if len(body) > self.settings.limits.webhook_body_bytes:
            return response.empty(413)
        if not is_signed(self.settings.whatsapp.app_secret, body, request.headers.get("x-hub-signature-256")):
            return response.empty(401)
        try:
            payload = json.loads(body)
        except (ValueError, RecursionError):
            return response.empty(400)
        if self.vault is None or self.dispatcher is None:
            return response.empty(503)
        try:
            await asyncio.to_thread(self._store, list(read_updates(payload)))
        except StoreError:
            log.error("inbox.commit_failed")
            return response.empty(503)
        self.dispatcher.wake()
        return response.empty(200)

    def _store(self, updates: Iterable[Update]) -> None:
        if self.vault is None or self.dispatcher is None:
            raise StoreError("The vault is not open.")
        now = utc_now()
        with self.vault.writing() as connection:
            for update in updates:
                if isinstance(update, Incoming):
                    conversation = self.vault.conversation_of(connection, update.sender, now)
                    name = self.vault.keys.name("message", update.wamid)
                    self.dispatcher.inbox.put(connection, conversation, name, {"body": update.body})
                elif isinstance(update, Delivered):
                    self._note_status(connection, update)
                else:
                    self._set_aside(connection, update)

    def _note_status(self, connection: Any, update: Delivered) -> None:
        if update.status == "failed" and self.vault:
            name = self.vault.keys.name("sent", update.wamid)
            query = tables.outbox.update().where(tables.outbox.c.provider_name == name)
            connection.execute(query.values(reason="failed at WhatsApp"))

    def _set_aside(self, connection: Any, update: Rejected) -> None:
        if self.vault is None:
            return
        body = json.dumps(update.body, ensure_ascii=False)
        name = self.vault.keys.name("dead letter", body)
        if connection.execute(sa.select(tables.dead_letters.c.id).where(tables.dead_letters.c.name == name)).first():
            return
        sealed = self.vault.keys.seal("dead letter", body.encode(), name)
        values = {"at": utc_now(), "reason": update.reason, "name": name, "content": sealed}
        connection.execute(tables.dead_letters.insert().values(**values))

    async def health(self, request: Request) -> HTTPResponse:
        """Queue depths, for the machine itself only."""
        if not ipaddress.ip_address(request.ip).is_loopback:
            return response.empty(403)
        if self.vault is None or self.dispatcher is None:
            return response.json({"status": "starting"}, status=503)
        counts = await asyncio.to_thread(self._counts)
        return response.json({"status": "ok", **counts})

    def _counts(self) -> dict[str, Any]:
        if self.dispatcher is None:
            return {}
        return {
            "inbox": self.dispatcher.inbox.counts(),
            "outbox": self.dispatcher.outbox.counts(),
            "deliveries": self.dispatcher.deliveries.counts(),
        }
