"""The control API under /sim/: what tests and the page use to play the people on their phones.

    GET    /sim/state                     everything the page needs at its start
    GET    /sim/phones                    all phones
    POST   /sim/phones                    {number, name, identity, role}: make a phone, or change the one of that number
    PATCH  /sim/phones/{id}               {name, identity, role, online}
    POST   /sim/phones/{id}/messages      write as that phone (kinds below); 201 {wamid, message}
    GET    /sim/phones/{id}/chat          ?after=SEQ&wait=SECONDS: messages in order; with `wait`, a long poll for news
    DELETE /sim/phones/{id}/chat          empty the chat
    POST   /sim/phones/{id}/media         multipart `file`: 201 {id, mime_type, filename, kind}
    POST   /sim/phones/{id}/read          the person looks at the chat: {read: how many turned blue}
    POST   /sim/phones/{id}/play          {message: wamid}: the person listens to a recording of the business
    POST   /sim/phones/{id}/delete        {message: wamid}: the person deletes a message of the business
    POST   /sim/phones/{id}/identity      {number}: moves to a new number; {}: gets a new business-scoped id
    GET    /sim/media/{id}                a file as the phone shows it
    GET    /sim/events                    server-sent events: hello, message, phone, typing, cleared, webhook
    GET    /sim/log                       ?kind=webhook|send|read|media|verify|fault&after=SEQ
    POST   /sim/faults                    {kind, place, count, seconds, code, size, shape}, see simulator.faults
    GET    /sim/faults                    what is still to come; DELETE clears it
    POST   /sim/webhooks/repeat           {wamid, times}: the same message again, in other bytes
    POST   /sim/webhooks/flush            send what is held back for a batch
    POST   /sim/webhooks/raw              {body: any JSON or text, signature}: any POST; answers {status}
    POST   /sim/clock                     {advance: seconds}
    POST   /sim/templates                 {name, language, body, buttons}

Kinds of a phone's message, each with optional `reply_to` (wamid) and `forwarded`:

    {kind: text, text}                    {kind: image|video|audio|document|sticker, media, caption, voice}
    {kind: location, latitude, longitude, name, address}      {kind: contacts, contacts: [...]}
    {kind: tap, choice: id or title, message: wamid?}         {kind: reaction, message, emoji}
    {kind: edit, message, text}           {kind: revoke, message}
    {kind: unsupported, type, code: 131051|131060}   {kind: raw, type, content}

A wrong request is answered with 400 {"error": why}, an unknown phone with 404.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from .chats import ChatMessage
from .config import Template
from .drafts import choices
from .faults import Fault
from .handsets import Handset
from .media import base_type, kind_of
from .world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

LONGEST_WAIT = 60.0
HEARTBEAT = 15.0

# What a browser may show in the page itself; everything else is only offered for saving.
SHOWN_INLINE = ("image/jpeg", "image/png", "image/webp", "image/gif", "audio/", "video/", "application/pdf")


class Control:
    """The routes under /sim/."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.AbstractRouteDef]:
        phone = "/sim/phones/{phone}"
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/sim/state", self.state),
            ("GET", "/sim/phones", self.phones),
            ("POST", "/sim/phones", self.register),
            ("PATCH", phone, self.change),
            ("POST", phone + "/messages", self.say),
            ("GET", phone + "/chat", self.chat),
            ("DELETE", phone + "/chat", self.clear),
            ("POST", phone + "/media", self.upload),
            ("POST", phone + "/read", self.read),
            ("POST", phone + "/play", self.play),
            ("POST", phone + "/delete", self.delete),
            ("POST", phone + "/identity", self.identity),
            ("GET", "/sim/media/{media_id}", self.media),
            ("GET", "/sim/events", self.events),
            ("GET", "/sim/log", self.log),
            ("GET", "/sim/faults", self.faults),
            ("POST", "/sim/faults", self.add_fault),
            ("DELETE", "/sim/faults", self.clear_faults),
            ("POST", "/sim/webhooks/repeat", self.repeat),
            ("POST", "/sim/webhooks/flush", self.flush),
            ("POST", "/sim/webhooks/raw", self.raw),
            ("POST", "/sim/clock", self.clock),
            ("POST", "/sim/templates", self.templates),
        ]
        return [web.route(method, path, self._guarded(handler)) for method, path, handler in table]

    @staticmethod
    def _guarded(handler: Handler) -> Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            origin = request.headers.get("Origin")
            if origin is not None and urlsplit(origin).netloc != request.host:
                return web.json_response({"error": "not from another site"}, status=403)
            try:
                return await handler(request)
            except (ValueError, TypeError, KeyError) as error:
                reason = f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)
                return web.json_response({"error": reason}, status=400)

        return guarded

    def _phone(self, request: web.Request) -> Handset:
        handset = self._world.handsets.get(request.match_info["phone"])
        if handset is None:
            raise web.HTTPNotFound(text=json.dumps({"error": "no such phone"}), content_type="application/json")
        return handset

    @staticmethod
    async def _asked(request: web.Request) -> dict[str, Any]:
        body = json.loads(await request.text() or "{}")
        if not isinstance(body, dict):
            raise ValueError("the body must be a JSON object")
        return body

    @staticmethod
    def _shown(message: ChatMessage) -> dict[str, Any]:
        return {**message.view(), "choices": choices(message)}

    # State and phones

    async def state(self, request: web.Request) -> web.StreamResponse:
        world = self._world
        chats = {
            handset.id: [self._shown(message) for message in world.chats.of(handset.id)] for handset in world.handsets
        }
        points = [{"name": name, "latitude": lat, "longitude": lon} for name, lat, lon in world.config.named_points]
        service = {"name": world.config.service_name, "number": world.config.display_phone_number}
        return web.json_response(
            {
                "epoch": world.epoch,
                "service": service,
                "webhook": world.courier.view(),
                "phones": [asdict(handset) for handset in world.handsets],
                "chats": chats,
                "points": points,
                "now": round(world.clock.now() * 1000),
            }
        )

    async def phones(self, request: web.Request) -> web.StreamResponse:
        return web.json_response([asdict(handset) for handset in self._world.handsets])

    async def register(self, request: web.Request) -> web.StreamResponse:
        asked = await self._asked(request)
        identity, role = asked.get("identity", "both"), asked.get("role", "citizen")
        handset = self._world.handsets.register(str(asked["number"]), str(asked["name"]), identity, role)
        self._world.keep(handset)
        return web.json_response(asdict(handset), status=201)

    async def change(self, request: web.Request) -> web.StreamResponse:
        handset, asked = self._phone(request), await self._asked(request)
        named = {key: asked.get(key, getattr(handset, key)) for key in ("name", "identity", "role")}
        self._world.handsets.register(handset.number, **named)
        self._world.set_online(handset, bool(asked.get("online", handset.online)))
        return web.json_response(asdict(handset))

    async def identity(self, request: web.Request) -> web.StreamResponse:
        handset, asked = self._phone(request), await self._asked(request)
        self._world.change_identity(handset, asked.get("number"))
        return web.json_response(asdict(handset))

    # Chats

    async def say(self, request: web.Request) -> web.StreamResponse:
        handset, asked = self._phone(request), await self._asked(request)
        draft = self._world.drafting.draft(asked, handset)
        message = self._world.say(handset, draft, bool(asked.get("forwarded")))
        return web.json_response({"wamid": message.wamid, "message": self._shown(message)}, status=201)

    async def chat(self, request: web.Request) -> web.StreamResponse:
        handset = self._phone(request)
        after = int(request.query.get("after", 0))
        ends = time.monotonic() + min(float(request.query.get("wait", 0)), LONGEST_WAIT)
        news = self._world.events.listen()
        try:
            while not (found := self._world.chats.of(handset.id, after)) and time.monotonic() < ends:
                try:
                    event = await asyncio.wait_for(news.get(), ends - time.monotonic())
                except asyncio.TimeoutError:
                    break
                if event is None:
                    break
        finally:
            self._world.events.leave(news)
        return web.json_response([self._shown(message) for message in found])

    async def clear(self, request: web.Request) -> web.StreamResponse:
        self._world.clear_chat(self._phone(request))
        return web.json_response({"cleared": True})

    async def read(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"read": self._world.read(self._phone(request))})

    async def play(self, request: web.Request) -> web.StreamResponse:
        self._world.play(self._phone(request), str((await self._asked(request))["message"]))
        return web.json_response({"played": True})

    async def delete(self, request: web.Request) -> web.StreamResponse:
        self._world.delete(self._phone(request), str((await self._asked(request))["message"]))
        return web.json_response({"deleted": True})

    # Files

    async def upload(self, request: web.Request) -> web.StreamResponse:
        self._phone(request)
        form = await request.post()
        upload = form.get("file")
        if not isinstance(upload, web.FileField):
            raise ValueError("the form has no file")
        mime_type = str(form.get("type") or upload.content_type or "application/octet-stream")
        item = self._world.add_media(upload.file.read(), mime_type, upload.filename or "file")
        described = {"id": item.id, "mime_type": item.mime_type, "filename": item.filename, "kind": kind_of(mime_type)}
        return web.json_response(described, status=201)

    async def media(self, request: web.Request) -> web.StreamResponse:
        item = self._world.media.stored(request.match_info["media_id"])
        if item is None:
            raise web.HTTPNotFound()
        inline = base_type(item.mime_type).startswith(SHOWN_INLINE)
        headers = {
            "Content-Type": item.mime_type if inline else "application/octet-stream",
            "Content-Disposition": "inline" if inline else "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, max-age=86400",
        }
        return web.Response(body=item.content, headers=headers)

    # News

    async def events(self, request: web.Request) -> web.StreamResponse:
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        news = self._world.events.listen()
        try:
            await self._write(stream, {"event": "hello", "epoch": self._world.epoch})
            while True:
                try:
                    event = await asyncio.wait_for(news.get(), HEARTBEAT)
                except asyncio.TimeoutError:
                    await stream.write(b": still here\n\n")
                    continue
                if event is None:
                    break
                await self._write(stream, event)
        except ConnectionResetError:
            return stream
        finally:
            self._world.events.leave(news)
        return stream

    async def _write(self, stream: web.StreamResponse, event: dict[str, Any]) -> None:
        if event["event"] == "message":
            message = self._world.chats.get(event["message"]["wamid"])
            event = {**event, "message": {**event["message"], "choices": choices(message) if message else []}}
        await stream.write(f"data: {json.dumps(event)}\n\n".encode())

    async def log(self, request: web.Request) -> web.StreamResponse:
        after = int(request.query.get("after", 0))
        return web.json_response(self._world.journal.entries(request.query.get("kind"), after))

    # Trouble

    async def faults(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(self._world.faults.view())

    async def add_fault(self, request: web.Request) -> web.StreamResponse:
        self._world.faults.add(Fault.read(await self._asked(request)))
        return web.json_response(self._world.faults.view(), status=201)

    async def clear_faults(self, request: web.Request) -> web.StreamResponse:
        self._world.faults.clear()
        return web.json_response([])

    async def repeat(self, request: web.Request) -> web.StreamResponse:
        asked = await self._asked(request)
        if not self._world.courier.repeat(str(asked["wamid"]), int(asked.get("times", 1))):
            raise ValueError("no webhook has carried that message")
        return web.json_response({"repeated": True}, status=202)

    async def flush(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"sent": self._world.courier.flush()})

    async def raw(self, request: web.Request) -> web.StreamResponse:
        asked = await self._asked(request)
        body = asked["body"] if isinstance(asked["body"], str) else json.dumps(asked["body"])
        status = await self._world.courier.post_raw(body.encode(), asked.get("signature"))
        return web.json_response({"status": status})

    async def clock(self, request: web.Request) -> web.StreamResponse:
        self._world.clock.advance(float((await self._asked(request))["advance"]))
        return web.json_response({"now": round(self._world.clock.now() * 1000)})

    async def templates(self, request: web.Request) -> web.StreamResponse:
        template = Template.read(await self._asked(request))
        self._world.templates[template.name, template.language] = template
        return web.json_response({"name": template.name, "parameters": template.parameter_count}, status=201)
