"""A simulator on a free port, and a product that takes its webhooks: both real, both in this process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator import SimulatorConfig, Template, create_app, sign

SECRETS = {
    "app_secret": "an app secret of a test",
    "verify_token": "a verify token of a test",
    "access_token": "an access token of a test",
    "phone_number_id": "100200300400500",
}


@dataclass
class Product:
    """The receiving end of the webhook. `answers` are HTTP statuses still to be given before it answers 200."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    deliveries: list[tuple[bytes, str]] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    verify_token: str = SECRETS["verify_token"]

    async def verify(self, request: web.Request) -> web.Response:
        if request.query.get("hub.mode") != "subscribe" or request.query.get("hub.verify_token") != self.verify_token:
            return web.Response(status=403)
        return web.Response(text=request.query["hub.challenge"])

    async def take(self, request: web.Request) -> web.Response:
        self.deliveries.append((await request.read(), request.headers.get("X-Hub-Signature-256", "")))
        self.arrived.set()
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    def payloads(self) -> list[dict[str, Any]]:
        return [json.loads(body) for body, _ in self.deliveries]

    def _items(self, key: str) -> list[dict[str, Any]]:
        return [
            item
            for payload in self.payloads()
            for entry in payload["entry"]
            for change in entry["changes"]
            for item in change["value"].get(key, ())
        ]

    @property
    def messages(self) -> list[dict[str, Any]]:
        return self._items("messages")

    @property
    def statuses(self) -> list[dict[str, Any]]:
        return self._items("statuses")

    async def until(self, holds: Callable[[], bool], timeout: float = 5.0) -> None:
        """Waits until something about the deliveries holds."""

        async def wait() -> None:
            while not holds():
                self.arrived.clear()
                await self.arrived.wait()

        try:
            await asyncio.wait_for(wait(), timeout)
        except asyncio.TimeoutError:
            raise AssertionError(f"not within {timeout} s; came: {self.payloads()}") from None

    def signatures_hold(self) -> bool:
        return all(signature == sign(SECRETS["app_secret"], body) for body, signature in self.deliveries)


@dataclass
class Simulation:
    """A running simulator and a session to call it with the product's token."""

    url: str
    session: aiohttp.ClientSession

    async def graph(
        self, method: str, path: str, body: Any = None, *, token: str | None = SECRETS["access_token"], **more: Any
    ) -> tuple[int, Any]:
        """A Graph API call: HTTP status and JSON (or bytes)."""
        headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
        url = path if path.startswith("http") else self.url + path
        sent = {"json": body} if body is not None else {}
        async with self.session.request(method, url, headers=headers, **sent, **more) as answer:
            is_json = answer.content_type == "application/json"
            return answer.status, await (answer.json() if is_json else answer.read())

    async def send(self, body: Any, *, to: str | None = "919800000001", **more: Any) -> tuple[int, Any]:
        """POST /{phone_number_id}/messages with the fields that every message has."""
        whole = {"messaging_product": "whatsapp", **({"to": to} if to else {}), **body}
        return await self.graph("POST", f"/v21.0/{SECRETS['phone_number_id']}/messages", whole, **more)

    async def control(self, method: str, path: str, body: Any = None) -> Any:
        """A control API call; its JSON."""
        async with self.session.request(method, f"{self.url}/sim{path}", json=body) as answer:
            return await answer.json()


Start = Callable[..., Awaitable[Simulation]]


@pytest_asyncio.fixture
async def product() -> AsyncIterator[Product]:
    taking = Product()
    app = web.Application()
    app.router.add_get("/webhook", taking.verify)
    app.router.add_post("/webhook", taking.take)
    async with TestServer(app) as server:
        taking.url = str(server.make_url("/webhook"))
        yield taking


@pytest_asyncio.fixture
async def start(product: Product) -> AsyncIterator[Start]:
    """Starts a simulator whose webhook is the product; named settings replace the test's own."""
    async with AsyncExitStack() as stack:

        async def starting(**settings: Any) -> Simulation:
            chosen = {
                "webhook_url": product.url,
                "port": 0,
                "phones": (),
                "retry_speed": 200.0,
                "status_delay": 0.0,
                "templates": (Template("news_of_your_tip", "hi", "आपकी सूचना {{1}}: {{2}}", ("ठीक है",)),),
                **SECRETS,
                **settings,
            }
            server = await stack.enter_async_context(TestServer(create_app(SimulatorConfig(**chosen))))
            session = await stack.enter_async_context(aiohttp.ClientSession())
            return Simulation(str(server.make_url("")).rstrip("/"), session)

        yield starting


@pytest_asyncio.fixture
async def simulation(start: Start) -> Simulation:
    return await start()


@pytest.fixture
def secrets() -> dict[str, str]:
    return dict(SECRETS)
