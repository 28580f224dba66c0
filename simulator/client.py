"""Plays a person with a phone, for tests and measurements.

async with Phone.create("http://127.0.0.1:8060", number="98765 43210", name="Reporter") as phone:
    await phone.say("Kal raat Shahganj mein chori hui")
    reply = await phone.wait_for_reply(contains="Shahganj")
    await phone.tap(reply.choices[0].title)
"""

from __future__ import annotations

import mimetypes
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import aiohttp

from .config import normal_number

Self = TypeVar("Self", bound="Caller")


class SimulatorError(Exception):
    """The simulator refused a request; the text says why."""


class NoReply(AssertionError):
    """No fitting reply came in time; the text lists what did come."""


@dataclass(frozen=True)
class Choice:
    """Something to tap under a message."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class Message:
    """One message of the chat. `ticks`: pending, sent, delivered, read, played, failed; `content` is Meta's object."""

    seq: int
    wamid: str
    from_phone: bool
    kind: str
    text: str
    ticks: str
    content: Any
    choices: tuple[Choice, ...]
    reply_to: str | None
    reactions: Mapping[str, str]
    edited: bool
    revoked: bool

    @classmethod
    def read(cls, view: Mapping[str, Any]) -> Message:
        choices = tuple(Choice(item["id"], item["title"], item.get("description", "")) for item in view["choices"])
        plain = ("seq", "wamid", "from_phone", "kind", "text", "ticks", "content", "reply_to", "reactions")
        return cls(
            **{name: view[name] for name in plain}, choices=choices, edited=view["edited"], revoked=view["revoked"]
        )

    @property
    def wants_location(self) -> bool:
        return self.kind == "interactive" and self.content.get("type") == "location_request_message"


class Caller:
    """A session with a running simulator, open inside `async with`."""

    def __init__(self, base_url: str) -> None:
        self._base = base_url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self: Self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=90))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def _call(self, method: str, path: str, body: Any = None, query: Mapping[str, str] | None = None) -> Any:
        if self._session is None:
            raise SimulatorError("only inside `async with`")
        sent = {"data": body} if isinstance(body, aiohttp.FormData) else {"json": body} if body is not None else {}
        async with self._session.request(method, self._base + path, params=query, **sent) as answer:
            if answer.status >= 400:
                raise SimulatorError(await answer.text())
            return await answer.json()


class Network(Caller):
    """The simulator behind the phones: trouble, time, templates and the log of all calls."""

    async def fault(self, kind: str, **more: Any) -> None:
        """Asks for trouble; kinds and their settings are those of simulator.faults."""
        await self._call("POST", "/sim/faults", {"kind": kind, **more})

    async def calm(self) -> None:
        """Calls off all faults still to come."""
        await self._call("DELETE", "/sim/faults")

    async def advance(self, seconds: float) -> None:
        """Moves the simulator's clock forward."""
        await self._call("POST", "/sim/clock", {"advance": seconds})

    async def template(self, name: str, language: str, body: str, buttons: Sequence[str] = ()) -> None:
        """Approves a message template."""
        wanted = {"name": name, "language": language, "body": body, "buttons": list(buttons)}
        await self._call("POST", "/sim/templates", wanted)

    async def repeat(self, wamid: str, times: int = 1) -> None:
        """Delivers a person's message to the webhook again."""
        await self._call("POST", "/sim/webhooks/repeat", {"wamid": wamid, "times": times})

    async def log(self, kind: str | None = None) -> list[dict[str, Any]]:
        """Calls in and out, oldest first; kinds are webhook, send, read, media, verify and fault."""
        return list(await self._call("GET", "/sim/log", query={"kind": kind} if kind else None))


class Phone(Caller):
    """One phone of a running simulator. Replies are handed out once each, in order, by `wait_for_reply`."""

    def __init__(self, base_url: str, wanted: Mapping[str, str]) -> None:
        super().__init__(base_url)
        self._wanted = dict(wanted)
        self._seen = 0
        self.id = ""

    @classmethod
    def create(
        cls, base_url: str, *, number: str, name: str = "Reporter", identity: str = "both", role: str = "citizen"
    ) -> Phone:
        """A phone of this number, made when the context is entered; one that exists is taken over with its chat."""
        return cls(base_url, {"number": number, "name": name, "identity": identity, "role": role})

    @classmethod
    def attach(cls, base_url: str, *, number: str) -> Phone:
        """A phone that is already there, with its name and identity form as they are."""
        return cls(base_url, {"number": number})

    async def __aenter__(self) -> Phone:
        await super().__aenter__()
        try:
            self.id = await self._find()
        except BaseException:
            await self.__aexit__(None, None, None)
            raise
        chat = await self.chat()
        self._seen = chat[-1].seq if chat else 0
        return self

    async def _find(self) -> str:
        if "name" in self._wanted:
            return str((await self._call("POST", "/sim/phones", self._wanted))["id"])
        number = normal_number(self._wanted["number"])
        for known in await self._call("GET", "/sim/phones"):
            if known["number"] == number:
                return str(known["id"])
        raise SimulatorError(f"no phone has the number {number}")

    async def say(self, text: str, *, reply_to: str | None = None) -> str:
        """Writes a text; gives its wamid."""
        return await self.send({"kind": "text", "text": text, "reply_to": reply_to})

    async def tap(self, choice: str, *, message: str | None = None) -> str:
        """Taps a button or list row by its title or id: of one message, or of the latest that offers it."""
        return await self.send({"kind": "tap", "choice": choice, "message": message})

    async def send_photo(self, path: Path | str, caption: str = "") -> str:
        return await self.send_file("image", path, caption=caption)

    async def send_file(self, kind: str, path: Path | str, *, caption: str = "", voice: bool | None = None) -> str:
        """Sends a file as image, video, audio (a voice message where `voice` is true), document or sticker."""
        path = Path(path)
        mime_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", path.read_bytes(), filename=path.name, content_type=mime_type)
        uploaded = await self._call("POST", f"/sim/phones/{self.id}/media", form)
        request: dict[str, Any] = {"kind": kind, "media": uploaded["id"], "caption": caption}
        if voice is not None:
            request["voice"] = voice
        return await self.send(request)

    async def send_location(self, latitude: float, longitude: float, name: str = "") -> str:
        return await self.send({"kind": "location", "latitude": latitude, "longitude": longitude, "name": name})

    async def send(self, request: Mapping[str, Any]) -> str:
        """Sends any kind of message, in the words of POST /sim/phones/{id}/messages; gives its wamid."""
        answer = await self._call("POST", f"/sim/phones/{self.id}/messages", dict(request))
        return str(answer["wamid"])

    async def wait_for_reply(self, contains: str | None = None, timeout: float = 15.0) -> Message:
        """The next message of the service, skipping those without `contains` (any case); it counts as read.

        Raises NoReply after `timeout` seconds.
        """
        ends = time.monotonic() + timeout
        skipped: list[str] = []
        while (left := ends - time.monotonic()) > 0:
            query = {"after": str(self._seen), "wait": f"{min(left, 20):.2f}"}
            for view in await self._call("GET", f"/sim/phones/{self.id}/chat", query=query):
                message = Message.read(view)
                self._seen = message.seq
                if message.from_phone:
                    continue
                if contains is None or contains.casefold() in message.text.casefold():
                    await self.read()
                    return message
                skipped.append(message.text)
        raise NoReply(f"no reply with {contains!r} within {timeout} s; came instead: {skipped}")

    async def chat(self) -> list[Message]:
        """The whole chat, oldest message first."""
        return [Message.read(view) for view in await self._call("GET", f"/sim/phones/{self.id}/chat")]

    async def read(self) -> None:
        """Looks at the chat, so that delivered messages turn read."""
        await self._call("POST", f"/sim/phones/{self.id}/read", {})

    async def play(self, wamid: str) -> None:
        """Listens to a recording of the service, which is then told that it was played."""
        await self._call("POST", f"/sim/phones/{self.id}/play", {"message": wamid})

    async def delete(self, wamid: str) -> None:
        """Deletes a message of the service from the phone, which the service is told."""
        await self._call("POST", f"/sim/phones/{self.id}/delete", {"message": wamid})

    async def switch(self, online: bool) -> None:
        """Turns the phone off or on; what was sent meanwhile arrives when it comes back."""
        await self._call("PATCH", f"/sim/phones/{self.id}", {"online": online})
