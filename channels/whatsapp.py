"""The WhatsApp channel of Rasa: Meta's webhook in, health and metrics for operators.

The story of one webhook: bound its size, check the signature over the raw bytes, write every message to the inbox in
one transaction, answer 200, and only then let the dispatcher work. A commit that fails is answered 503 and Meta sends
again.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels import metrics
from channels.action_endpoint import WatchedEndpoint, watch_actions
from channels.conversation import NAME
from channels.dispatcher import Dispatcher
from channels.guard import DEEPEST, Strikes, bound_requests, is_deeper, is_local, source_of
from channels.intake import Intake, Together
from channels.metrics import Figures
from channels.payloads import Rejected, Update, read_updates
from channels.signature import is_signed
from channels.speed import quicken, warm_up
from channels.vault import Vault
from satark.errors import StoreError
from satark.logs import quiet_loop, set_up_logging
from satark.settings import Settings

log = logging.getLogger("satark.whatsapp")
REQUEST_SECONDS = 20  # in which a request must have come whole
ANSWER_SECONDS = 30  # in which a request must be answered
LONGEST_CHALLENGE = 200


class WhatsAppInput(InputChannel):
    """Named in `credentials.yml`; its settings come from `range.yml` and the environment."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        set_up_logging()  # Rasa has set up its own by now
        return cls(Settings.load())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Routes `GET /webhook` (Meta's verification), `POST /webhook`, `GET /health`, `GET /metrics`; starts the
        dispatcher."""
        blueprint = Blueprint("whatsapp_webhook")
        receiver = Receiver(self.settings)

        @blueprint.listener("before_server_start")
        async def bound(app: Sanic, _loop: Any) -> None:
            app.config.REQUEST_MAX_SIZE = self.settings.limits.webhook_body_bytes
            app.config.REQUEST_TIMEOUT = REQUEST_SECONDS
            app.config.RESPONSE_TIMEOUT = ANSWER_SECONDS
            bound_requests()
            await asyncio.to_thread(warm_up)

        @blueprint.listener("after_server_start")
        async def start(app: Sanic, loop: Any) -> None:
            quiet_loop(loop)
            receiver.start(on_new_message, getattr(app.ctx, "agent", None))

        @blueprint.listener("before_server_stop")
        async def stop(_app: Sanic, _loop: Any) -> None:
            await receiver.stop()

        @blueprint.get("/webhook")
        async def verify(request: Request) -> HTTPResponse:
            return await receiver.verify(request)

        @blueprint.post("/webhook", stream=True)
        async def receive(request: Request) -> HTTPResponse:
            return await receiver.receive(request)

        @blueprint.get("/health")
        async def health(request: Request) -> HTTPResponse:
            return await receiver.health(request)

        @blueprint.get("/metrics")
        async def figures(request: Request) -> HTTPResponse:
            return await receiver.metrics(request)

        return blueprint


class Receiver:
    """The handlers of the webhook with their vault and dispatcher."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.figures = Figures()
        self.strikes = Strikes()
        self.dispatcher: Dispatcher | None = None
        self.together: Together | None = None
        self._actions: WatchedEndpoint | None = None

    def start(self, on_new_message: Callable[[UserMessage], Awaitable[Any]], agent: Any = None) -> None:
        """Opens the vault in the serving process and starts on what an earlier run left over."""
        vault = Vault.open(self.settings)
        self._actions = watch_actions(agent)
        quicken()
        read = agent.processor.parse_message if getattr(agent, "processor", None) else None
        self.dispatcher = Dispatcher(self.settings, vault, on_new_message, read, self.figures)
        self.together = Together(
            Intake(vault, self.dispatcher.inbox, self.dispatcher.outbox, self.settings.conversation)
        )
        if agent is not None and not agent.is_ready():
            log.error("dialogue.no_model")  # messages are taken in and wait
            return
        self.dispatcher.start()

    async def stop(self) -> None:
        """Lets the messages in work come to their end."""
        if self.dispatcher:
            await self.dispatcher.stop()
        if self.together:
            await asyncio.to_thread(self.together.close)
        if self._actions:
            await self._actions.close()

    # Meta

    async def verify(self, request: Request) -> HTTPResponse:
        """Meta's verification: echoes the challenge when the verify token is ours."""
        expected = self.settings.whatsapp.verify_token
        challenge = request.args.get("hub.challenge") or ""
        given = request.args.get("hub.verify_token") or ""
        asked = request.args.get("hub.mode") == "subscribe" and len(challenge) <= LONGEST_CHALLENGE
        if asked and expected and _same(given, expected):
            return response.text(challenge)
        return response.empty(403)

    async def receive(self, request: Request) -> HTTPResponse:
        """A webhook: 429 from where bad signatures come, 408 too slow, 413 too large, 401 unsigned, 400 no JSON,
        503 not stored, else 200."""
        started = time.perf_counter()
        try:
            status = await self._receive(request)
        except StoreError:
            log.error("inbox.commit_failed")
            status = 503
        except TooSlow:
            status = 408
        _hang_up_on_the_rest(request)
        self.figures.webhook(status, time.perf_counter() - started)
        return response.empty(status)

    async def _receive(self, request: Request) -> int:
        source = source_of(request.ip, request.headers)
        if self.strikes.is_out(source):
            return 429
        body = await _bounded_body(request, self.settings.limits.webhook_body_bytes)
        if body is None:
            return 413
        if not is_signed(self.settings.whatsapp.app_secret, body, request.headers.get("x-hub-signature-256")):
            self.strikes.strike(source)
            return 401
        updates = updates_of(body)
        if updates is None:
            return 400
        if self.together is None or self.dispatcher is None:
            return 503
        self.figures.updated(await self.together.store(updates))
        self.dispatcher.wake()
        return 200

    # Operators

    async def health(self, request: Request) -> HTTPResponse:
        """Queue depths and ages, for the machine itself and for who has the token."""
        if not self._may_look(request):
            return response.empty(403)
        if self.dispatcher is None:
            return response.json({"status": "starting"}, status=503)
        if not self.dispatcher.started:
            return response.json({"status": "no model"}, status=503)
        try:
            held = await asyncio.to_thread(self._held)
        except StoreError:
            return response.json({"status": "store unreachable"}, status=503)
        last = self.figures.last_webhook
        since = None if last is None else round(time.time() - last, 1)
        return response.json({"status": "ok", **held, "last_webhook_seconds": since})

    async def metrics(self, request: Request) -> HTTPResponse:
        """The same and more in Prometheus' text format."""
        if not self._may_look(request):
            return response.empty(403)
        if self.dispatcher is None:
            return response.empty(503)
        try:
            held = await asyncio.to_thread(self._held)
        except StoreError:
            return response.empty(503)
        content_type = "text/plain; version=0.0.4; charset=utf-8"
        return response.text(metrics.as_text(held, self.figures), content_type=content_type)

    def _may_look(self, request: Request) -> bool:
        token = self.settings.operator_token
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return is_local(request.ip, request.headers) or bool(token and _same(given, token))

    def _held(self) -> dict[str, Any]:
        if self.dispatcher is None:
            raise StoreError("The vault is not open.")
        return metrics.snapshot(self.dispatcher.inbox, self.dispatcher.outbox, self.dispatcher.deliveries)


def updates_of(body: bytes) -> list[Update] | None:
    """The updates of a signed body; None when it is no JSON. One nested absurdly deep is set aside whole."""
    try:
        payload = _json(body)
    except RecursionError:
        return [Rejected("nested too deep", body)]
    except ValueError:
        return None
    may_be_deep = body.count(b"{") + body.count(b"[") > DEEPEST  # most have fewer levels in all
    return [Rejected("nested too deep", body)] if may_be_deep and is_deeper(payload) else list(read_updates(payload))


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return json.loads(body, parse_int=float)  # JSON may hold a number of more digits than Python turns into an int


def _hang_up_on_the_rest(request: Request) -> None:
    """What was refused before it was read whole is not waited for: Sanic would read it to its end, however slow."""
    if request.stream is not None and request.stream.request_body:
        request.stream.keep_alive = False
        request.stream.request_body = None


class TooSlow(Exception):
    """The body did not come in time."""


async def _bounded_body(request: Request, most: int) -> bytes | None:
    """The raw body, or None when it is larger than `most` bytes: refused by its header, else as soon as it shows.

    Raises `TooSlow` for one that comes in drops; one that stops coming is ended by the server.
    """
    ends = time.monotonic() + REQUEST_SECONDS
    try:
        announced = int(request.headers.get("content-length") or 0)
    except ValueError:
        return None
    if announced > most:
        return None
    parts: list[bytes] = []
    size = 0
    while request.stream is not None and (part := await request.stream.read()) is not None:
        size += len(part)
        if size > most:
            return None
        if time.monotonic() > ends:
            raise TooSlow
        parts.append(part)
    return b"".join(parts)


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())
