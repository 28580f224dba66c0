"""The sending half beside a real simulator: a vault, a sender, a fetcher, and a webhook that takes statuses in."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from channels import tables
from channels.addresses import Address
from channels.fetcher import Fetcher
from channels.graph import Graph
from channels.outbox import open_outbox_of
from channels.payloads import Delivered, Incoming, read_content, read_updates
from channels.replies import Replies
from channels.sender import Sender
from channels.vault import Vault
from satark.settings import Settings
from satark.stores import utc_now
from simulator import SimulatorConfig, Template, create_app
from simulator.client import Network, Phone

SECRETS = {
    "app_secret": "app secret",
    "verify_token": "verify token",
    "access_token": "access token",
    "phone_number_id": "100200300400500",
}
NUMBER = "919000000001"
SAID = {"type": "text", "text": {"body": "नमस्ते", "preview_url": False}}


@dataclasses.dataclass
class Outbound:
    """Everything together; `taken` are the messages that came in, by wamid."""

    settings: Settings
    vault: Vault
    url: str
    graph: Graph
    sender: Sender
    network: Network
    listening: bool = True
    taken: dict[str, Incoming] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        self.outbox = open_outbox_of(self.settings, self.vault)
        self.replies = Replies(self.vault, self.outbox)
        self.fetcher = Fetcher(self.settings, self.vault, self.graph)

    def take(self, payload: Any) -> None:
        """A webhook: messages date their sender's window, statuses go to the outbox."""
        with self.vault.writing() as connection:
            for update in read_updates(payload):
                if isinstance(update, Incoming):
                    self.taken[update.wamid] = update
                    self.vault.conversation_of(connection, update.sender, utc_now())
                elif isinstance(update, Delivered) and self.listening:
                    self.outbox.note_status(connection, update.wamid, update.status, update.tracking, update.code)

    def conversation(self, number: str = NUMBER) -> str:
        with self.vault.writing() as connection:
            return self.vault.conversation_of(connection, Address(phone=number), utc_now())

    def owe(self, *names: str, body: Any = SAID, number: str = NUMBER, **content: Any) -> str:
        """Puts messages into the outbox."""
        conversation = self.conversation(number)
        with self.vault.writing() as connection:
            for name in names:
                said = {"type": "text", "text": {"body": name}} if body is SAID else body
                self.outbox.put(connection, conversation, name, {"body": said, **content})
        return conversation

    def row(self, name: str) -> Any:
        with self.vault.reading() as connection:
            return connection.execute(tables.outbox.select().where(tables.outbox.c.name == name)).one()

    def due_now(self) -> None:
        """As if every wait were over."""
        with self.vault.writing() as connection:
            connection.execute(tables.outbox.update().values(not_before=utc_now()))
            connection.execute(tables.stops.update().values(until=utc_now()))

    async def send(self, rounds: int = 20) -> None:
        """Rounds until nothing more can be begun."""
        for _ in range(rounds):
            if not await self.sender.work():
                return
            await self.sender.settle()

    def stop(self) -> Any:
        with self.vault.reading() as connection:
            return self.sender.stops.standing(connection)

    async def heard(self, phone: Phone) -> list[str]:
        """What stands in a phone's chat from us, in order."""
        return [message.text for message in await phone.chat() if not message.from_phone]

    async def until(self, holds: Callable[[], Any]) -> None:
        for _ in range(200):
            if holds():
                return
            await asyncio.sleep(0.02)
        raise AssertionError("it did not come true in time")

    def media_part(self, wamid: str) -> dict[str, Any]:
        return dict(read_content(self.taken[wamid].body).media or {})


@contextlib.asynccontextmanager
async def outbound(home: Any, limits: dict[str, Any] | None = None, **simulated: Any) -> AsyncIterator[Outbound]:
    """Starts the simulator and the sending half under `home`; `limits` replace those of range.yml."""
    made: list[Outbound] = []

    async def webhook(request: web.Request) -> web.Response:
        if request.method == "GET":
            return web.Response(text=request.query["hub.challenge"])
        await asyncio.to_thread(made[0].take, json.loads(await request.read()))
        return web.Response()

    app = web.Application()
    app.router.add_route("*", "/webhook", webhook)
    async with contextlib.AsyncExitStack() as stack:
        product = await stack.enter_async_context(TestServer(app))
        base = Settings.load(environ={"SATARK_HOME": str(home)})
        approved = [base.templates.assignment, base.templates.notice]
        templates = tuple(Template(one.name, one.language, one.body, one.buttons) for one in approved)
        chosen = {
            "phones": (),
            "retry_speed": 200.0,
            "status_delay": 0.0,
            "templates": templates,
            **SECRETS,
            **simulated,
        }
        config = SimulatorConfig(webhook_url=str(product.make_url("/webhook")), port=0, **chosen)
        whatsapp = await stack.enter_async_context(TestServer(create_app(config)))
        url = str(whatsapp.make_url("")).rstrip("/")
        environment = {f"WHATSAPP_{name.upper()}": value for name, value in SECRETS.items()}
        environment |= {"SATARK_HOME": str(home), "WHATSAPP_GRAPH_URL": f"{url}/v23.0"}
        settings = Settings.load(environ=environment)
        settings = settings.copy(update={"limits": settings.limits.copy(update=limits or {})})
        vault = Vault.open(settings)
        graph = await stack.enter_async_context(Graph(settings))
        network = await stack.enter_async_context(Network(url))
        made.append(Outbound(settings, vault, url, graph, Sender(settings, vault, graph), network))
        yield made[0]


@contextlib.asynccontextmanager
async def someone(out: Outbound, number: str = NUMBER, **details: Any) -> AsyncIterator[Phone]:
    """A person who has just written."""
    async with Phone.create(out.url, number=number, name="Reporter", **details) as phone:
        wamid = await phone.say("hello")
        await out.until(lambda: wamid in out.taken)
        yield phone
