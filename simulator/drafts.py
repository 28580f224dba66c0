"""What a person can send from their phone: a plain request of the control API becomes Meta's content object."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .chats import TO_PHONE, ChatMessage, Chats
from .errors import GraphError
from .handsets import Handset
from .media import MediaShelf, base_type

Request = Mapping[str, Any]


@dataclass
class Draft:
    """A message that has not been sent yet."""

    kind: str
    content: Any
    reply_to: str | None = None
    media_id: str | None = None
    error: dict[str, Any] | None = None
    choice: str | None = None


def choices(message: ChatMessage) -> list[dict[str, str]]:
    """Everything that can be tapped under a message: id, title, description and the kind of reply it makes."""
    content = message.content
    if message.kind == "template":
        buttons = content.get("buttons", ())
        return [{"id": button["payload"], "title": button["text"], "reply": "button"} for button in buttons]
    if message.kind != "interactive" or message.direction != TO_PHONE:
        return []
    action = content["action"]
    if content["type"] == "button":
        replies = [button["reply"] for button in action["buttons"]]
        return [{"id": reply["id"], "title": reply["title"], "reply": "button_reply"} for reply in replies]
    if content["type"] == "list":
        rows = [row for section in action["sections"] for row in section["rows"]]
        return [{**row, "reply": "list_reply"} for row in rows]
    return []


class Drafting:
    """Turns requests of POST /sim/phones/{id}/messages into drafts. Each refuses with ValueError."""

    def __init__(self, chats: Chats, media: MediaShelf) -> None:
        self._chats = chats
        self._media = media
        self._kinds: dict[str, Callable[[Request, Handset], Draft]] = {
            "text": self._text,
            "location": self._location,
            "contacts": self._contacts,
            "tap": self._tap,
            "reaction": self._reaction,
            "unsupported": self._unsupported,
            "edit": self._edit,
            "revoke": self._revoke,
            "raw": self._raw,
            **{kind: self._file for kind in ("image", "video", "audio", "document", "sticker")},
        }

    def draft(self, request: Request, handset: Handset) -> Draft:
        kind = request.get("kind", "text")
        if kind not in self._kinds:
            raise ValueError(f"kind must be one of {', '.join(sorted(self._kinds))}, not {kind!r}")
        draft = self._kinds[kind](request, handset)
        if request.get("reply_to"):
            draft.reply_to = self._message(request["reply_to"], handset).wamid
        return draft

    def _message(self, wamid: str, handset: Handset) -> ChatMessage:
        message = self._chats.get(wamid)
        if message is None or message.handset_id != handset.id:
            raise ValueError(f"this phone has no message {wamid!r}")
        return message

    def _text(self, request: Request, handset: Handset) -> Draft:
        text = request.get("text")
        if not isinstance(text, str) or not text:
            raise ValueError("text is missing")
        return Draft("text", {"body": text})

    def _location(self, request: Request, handset: Handset) -> Draft:
        latitude, longitude = float(request["latitude"]), float(request["longitude"])
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError("not a point on the earth")
        named = {key: str(request[key]) for key in ("name", "address") if request.get(key)}
        return Draft("location", {"latitude": latitude, "longitude": longitude, **named})

    def _contacts(self, request: Request, handset: Handset) -> Draft:
        contacts = request.get("contacts")
        if not isinstance(contacts, list) or not contacts:
            raise ValueError("contacts is a list of contact cards")
        return Draft("contacts", contacts)

    def _file(self, request: Request, handset: Handset) -> Draft:
        kind = str(request["kind"])
        item = self._media.stored(str(request.get("media", "")))
        if item is None:
            raise ValueError("media is not the id of an uploaded file")
        content: dict[str, Any] = item.described()
        if kind == "audio":
            content["voice"] = bool(request.get("voice", base_type(item.mime_type) == "audio/ogg"))
        if kind == "sticker":
            content["animated"] = False
        if kind == "document":
            content["filename"] = item.filename
        if request.get("caption"):
            content["caption"] = str(request["caption"])
        return Draft(kind, content, media_id=item.id)

    def _tap(self, request: Request, handset: Handset) -> Draft:
        """A tap on a button or a row, named by id or title, of one message or of the latest that has it."""
        wanted = str(request.get("choice", ""))
        if request.get("message"):
            candidates = [self._message(request["message"], handset)]
        else:
            candidates = [message for message in reversed(self._chats.of(handset.id)) if message.chosen is None]
        for message in candidates:
            for choice in choices(message):
                if wanted in (choice["id"], choice["title"]):
                    return self._reply(message, choice)
        raise ValueError(f"nothing to tap is called {wanted!r}")

    @staticmethod
    def _reply(message: ChatMessage, choice: dict[str, str]) -> Draft:
        if message.chosen is not None and choice["reply"] != "list_reply":
            raise ValueError("that message has been answered")
        if choice["reply"] == "button":
            pressed = {"payload": choice["id"], "text": choice["title"]}
            return Draft("button", pressed, reply_to=message.wamid, choice=choice["id"])
        shown = {key: choice[key] for key in ("id", "title", "description") if choice.get(key)}
        content: dict[str, Any] = {"type": choice["reply"], choice["reply"]: shown}
        return Draft("interactive", content, reply_to=message.wamid, choice=choice["id"])

    def _reaction(self, request: Request, handset: Handset) -> Draft:
        target = self._message(str(request.get("message", "")), handset)
        content = {"message_id": target.wamid}
        if request.get("emoji"):
            content["emoji"] = str(request["emoji"])
        return Draft("reaction", content)

    def _unsupported(self, request: Request, handset: Handset) -> Draft:
        if request.get("code", 131051) == 131060:
            refused = GraphError(131060, "This message is currently unavailable.").status_entry()
        else:
            refused = GraphError(131051, "Message type is currently not supported.").status_entry()
            refused |= {"title": "Message type unknown", "message": "Message type unknown"}
        return Draft("unsupported", {"type": str(request.get("type", "poll_creation"))}, error=refused)

    def _edit(self, request: Request, handset: Handset) -> Draft:
        target = self._message(str(request.get("message", "")), handset)
        if target.direction == TO_PHONE or target.kind != "text":
            raise ValueError("only a text that this phone sent can be edited")
        changed = self._text(request, handset).content
        message = {"type": "text", "text": changed}
        return Draft("edit", {"original_message_id": target.wamid, "message": message})

    def _revoke(self, request: Request, handset: Handset) -> Draft:
        target = self._message(str(request.get("message", "")), handset)
        if target.direction == TO_PHONE:
            raise ValueError("only a message that this phone sent can be taken back")
        return Draft("revoke", {"original_message_id": target.wamid})

    def _raw(self, request: Request, handset: Handset) -> Draft:
        """Any kind with any content: for types that the page does not offer."""
        kind = request.get("type")
        if not isinstance(kind, str) or "content" not in request:
            raise ValueError("raw takes type and content")
        return Draft(kind, request["content"])
