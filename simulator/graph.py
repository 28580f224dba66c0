"""The Graph API as the product sees it: send, mark as read, media up and down."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from .chats import FROM_PHONE
from .errors import GraphError, invalid
from .faults import Fault
from .handsets import Handset
from .media import LIMITS, MediaItem, base_type, kind_of
from .world import Outgoing, World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refused(error: GraphError) -> web.Response:
    return web.json_response(error.body(), status=error.http_status)


class Graph:
    """The routes under /{version}/ and, as Meta also allows, without a version."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.AbstractRouteDef]:
        found: list[web.AbstractRouteDef] = []
        for prefix in ("", r"/{version:v\d+\.\d+}"):
            found += [
                web.post(prefix + r"/{object:\d+}/messages", self._guarded(self.messages)),
                web.post(prefix + r"/{object:\d+}/media", self._guarded(self.upload)),
                web.get(prefix + r"/{object:\d+}", self._guarded(self.describe), allow_head=False),
                web.delete(prefix + r"/{object:\d+}", self._guarded(self.delete)),
            ]
        found.append(web.get("/media/{media_id}", self._guarded(self.download), allow_head=False))
        return found

    def _guarded(self, handler: Handler) -> Handler:
        """Checks the bearer token and turns refusals into answers."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            known = hmac.compare_digest(token.strip().encode(), self._world.config.access_token.encode())
            if scheme.lower() != "bearer" or not known:
                return refused(GraphError(190, "Invalid OAuth access token."))
            try:
                return await handler(request)
            except GraphError as error:
                return refused(error)

        return guarded

    def _own_number(self, request: web.Request) -> None:
        asked = request.match_info["object"]
        if asked != self._world.config.phone_number_id:
            raise GraphError(100, f"Unsupported post request. Object with ID '{asked}' does not exist.", subcode=33)

    async def messages(self, request: web.Request) -> web.StreamResponse:
        """POST /{phone_number_id}/messages: send, or mark as read."""
        self._own_number(request)
        fault = self._world.faults.take("send")
        await self._trouble(request, fault)
        try:
            body = json.loads(await request.read())
        except ValueError:
            raise GraphError(100, "Invalid JSON in the request body.") from None
        if not isinstance(body, dict):
            raise GraphError(100, "The request body must be a JSON object.")
        try:
            answer = self._mark_read(body) if "status" in body else self._send(body, fault)
        except GraphError as error:
            self._world.journal.note("send", request=body, status=error.http_status, code=error.code)
            raise
        except (AttributeError, KeyError, TypeError, ValueError):  # another shape than any that is documented
            self._world.journal.note("send", request=body, status=400, code=100)
            raise GraphError(100, "The request body has an unexpected shape.") from None
        self._world.journal.note("read" if "status" in body else "send", request=body, status=200, answer=answer)
        if fault is not None and fault.kind == "drop_after":
            self._hang_up(request)
        return web.json_response(answer)

    async def _trouble(self, request: web.Request, fault: Fault | None) -> None:
        if fault is None:
            return
        self._world.journal.note("fault", fault=fault.kind, place=fault.place)
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        elif fault.kind == "http_500":
            raise GraphError(131000, "Something went wrong.")
        elif fault.kind == "http_429":
            raise GraphError(130429, "Message failed to send because too many messages were sent in a short time.")
        elif fault.kind == "error":
            raise GraphError(fault.code, "Asked for by a test.")
        elif fault.kind == "drop":
            self._hang_up(request)

    @staticmethod
    def _hang_up(request: web.Request) -> None:
        if request.transport is not None:
            request.transport.abort()
        raise ConnectionResetError("hung up on purpose")

    def _send(self, body: dict[str, Any], fault: Fault | None) -> dict[str, Any]:
        world = self._world
        kind, content = world.rules.check(body)
        by_user_id = not body.get("to")
        recipient = str(body.get("to") or body["recipient"])
        handset = world.find_recipient(recipient, by_user_id)
        refusal = world.refusal(handset, recipient, kind)
        if fault is not None and fault.kind == "fail_status":
            refusal = GraphError(fault.code, "Asked for by a test.")
        elif refusal is not None and not world.config.late_refusals:
            raise refusal
        if handset is not None and not world.pair_limit.take(handset.id):
            details = "Too many messages sent from this phone number to the same phone number in a short time."
            raise GraphError(131056, details)
        reply_to = self._context(body)
        callback_data = body.get("biz_opaque_callback_data")
        outgoing = Outgoing(recipient, kind, content, reply_to, callback_data)
        message = world.accept(handset, outgoing, refusal)
        return {
            "messaging_product": "whatsapp",
            "contacts": [self._addressed(recipient, by_user_id, handset)],
            "messages": [{"id": message.wamid}],
        }

    @staticmethod
    def _context(body: dict[str, Any]) -> str | None:
        context = body.get("context")
        if context is None:
            return None
        if not isinstance(context, dict) or not isinstance(context.get("message_id"), str):
            raise invalid("Param context['message_id'] must be the id of a message")
        return str(context["message_id"])

    @staticmethod
    def _addressed(recipient: str, by_user_id: bool, handset: Handset | None) -> dict[str, str]:
        if by_user_id:
            return {"input": recipient, "user_id": handset.user_id if handset else recipient}
        return {"input": recipient, "wa_id": handset.number if handset else recipient}

    def _mark_read(self, body: dict[str, Any]) -> dict[str, Any]:
        if body.get("messaging_product") != "whatsapp":
            raise GraphError(100, "The parameter messaging_product is required and must be 'whatsapp'.")
        if body["status"] != "read":
            raise GraphError(100, "Param status must be one of {READ}.")
        message = self._world.chats.get(body.get("message_id"))
        if message is None or message.direction != FROM_PHONE:
            raise invalid("The message_id is not that of a message this business has received.")
        typing = body.get("typing_indicator")
        if typing is not None and (not isinstance(typing, dict) or typing.get("type") != "text"):
            raise invalid("Param typing_indicator['type'] must be text")
        self._world.mark_read(message, typing is not None)
        return {"success": True}

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """POST /{phone_number_id}/media: multipart form with messaging_product, type and file."""
        self._own_number(request)
        await self._trouble(request, self._world.faults.take("media", "http_500", "http_429", "slow", "drop", "error"))
        form = await request.post()
        if form.get("messaging_product") != "whatsapp":
            raise GraphError(100, "The parameter messaging_product is required.")
        upload = form.get("file")
        if not isinstance(upload, web.FileField):
            raise GraphError(100, "The parameter file is required.")
        mime_type = base_type(str(form.get("type") or upload.content_type))
        kind = kind_of(mime_type)
        largest, accepted = LIMITS[kind]
        if mime_type not in accepted:
            known = ", ".join(sorted(name for _, names in LIMITS.values() for name in names))
            raise GraphError(100, f"Param file must be a file of one of these types: {known}. Got {mime_type}.")
        content = upload.file.read()
        if not 0 < len(content) <= largest:
            raise GraphError(100, f"Param file must have 1 to {largest} bytes for {kind}, has {len(content)}.")
        item = self._world.add_media(content, mime_type, upload.filename)
        self._world.journal.note("media", action="upload", media=item.id, size=len(content))
        return web.json_response({"id": item.id})

    async def describe(self, request: web.Request) -> web.StreamResponse:
        """GET /{media_id}: where to download it. GET /{phone_number_id}: the business number."""
        world, asked = self._world, request.match_info["object"]
        if asked == world.config.phone_number_id:
            return web.json_response(
                {
                    "verified_name": world.config.service_name,
                    "display_phone_number": world.config.display_phone_number,
                    "quality_rating": "GREEN",
                    "code_verification_status": "VERIFIED",
                    "id": asked,
                }
            )
        await self._trouble(request, world.faults.take("media", "http_500", "http_429", "slow", "drop", "error"))
        item = self._media(request, asked)
        world.journal.note("media", action="describe", media=item.id)
        return web.json_response(world.media.as_graph(item, world.origin))

    async def delete(self, request: web.Request) -> web.StreamResponse:
        """DELETE /{media_id}."""
        item = self._media(request, request.match_info["object"])
        self._world.media.withdraw(item.id)
        self._world.journal.note("media", action="delete", media=item.id)
        return web.json_response({"success": True})

    async def download(self, request: web.Request) -> web.StreamResponse:
        """GET the address that a webhook or GET /{media_id} gave. After its five minutes it is a 404."""
        world = self._world
        media_id = request.match_info["media_id"]
        fault = world.faults.take("media")
        await self._trouble(request, fault)
        opens = world.media.opens(media_id, request.query.get("ext", ""), request.query.get("hash", ""))
        item = world.media.get(media_id) if opens else None
        world.journal.note("media", action="download", media=media_id, status=200 if item else 404)
        if item is None:
            return web.Response(status=404, text="Not Found")
        content = item.content[: len(item.content) // 2] if fault and fault.kind == "corrupt" else item.content
        return web.Response(body=content, headers={"Content-Type": item.mime_type})

    def _media(self, request: web.Request, media_id: str) -> MediaItem:
        item = self._world.media.get(media_id)
        if item is None:
            details = f"Unsupported {request.method.lower()} request. Object with ID '{media_id}' does not exist."
            raise GraphError(100, details, subcode=33)
        return item
