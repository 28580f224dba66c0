"""Meta's webhook payloads, read into values: what came, from whom. Shapes as documented for the Cloud API.

One bad item never spoils its batch: it becomes a `Rejected` with a reason and the rest goes through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from channels.vault import Address

MEDIA_KINDS = {"image": "photo", "video": "video", "audio": "voice", "document": "document"}


@dataclass(frozen=True)
class Incoming:
    """A message of a person, as it came: `body` is Meta's message object."""

    wamid: str
    sender: Address
    body: Mapping[str, Any]


@dataclass(frozen=True)
class Delivered:
    """News of a message we sent: its wamid and sent, delivered, read or failed."""

    wamid: str
    status: str


@dataclass(frozen=True)
class Rejected:
    """An item that cannot be used, and why (a short code)."""

    reason: str
    body: Any


Update = Incoming | Delivered | Rejected


def read_updates(payload: Any) -> Iterator[Update]:
    """All updates of a webhook body, in order, whatever its shape."""
    entries = payload.get("entry") if isinstance(payload, dict) else None
    for entry in entries if isinstance(entries, list) else []:
        changes = entry.get("changes") if isinstance(entry, dict) else None
        for change in changes if isinstance(changes, list) else []:
            if isinstance(change, dict) and change.get("field") == "messages" and isinstance(change.get("value"), dict):
                yield from _of_change(change["value"])


def _of_change(value: Mapping[str, Any]) -> Iterator[Update]:
    messages, statuses = value.get("messages"), value.get("statuses")
    for message in messages if isinstance(messages, list) else []:
        yield _message(message)
    for status in statuses if isinstance(statuses, list) else []:
        wamid, state = (status.get("id"), status.get("status")) if isinstance(status, dict) else (None, None)
        if isinstance(wamid, str) and isinstance(state, str):
            yield Delivered(wamid, state)
        else:
            yield Rejected("status without id", status)


def _message(message: Any) -> Update:
    if not isinstance(message, dict):
        return Rejected("message is no object", message)
    wamid = message.get("id")
    if not isinstance(wamid, str) or not 0 < len(wamid) <= 512:
        return Rejected("message without id", message)
    phone = message.get("from")
    user_id = message.get("from_user_id")
    phone = phone if isinstance(phone, str) and phone.isdigit() and len(phone) <= 20 else None
    user_id = user_id if isinstance(user_id, str) and 0 < len(user_id) <= 200 else None
    if not phone and not user_id:
        return Rejected("message without sender", message)
    return Incoming(wamid, Address(phone, user_id), message)


@dataclass(frozen=True)
class Content:
    """What a message says, whatever its kind: words (still raw), a tapped choice, a pin, a medium."""

    kind: str
    text: str = ""
    choice: str | None = None
    pin: tuple[float, float] | None = None
    media_kind: str | None = None
    media: Mapping[str, Any] | None = None


def read_content(body: Mapping[str, Any]) -> Content:
    """The content of Meta's message object; an unknown or broken one is of kind `unsupported`."""
    kind = str(body.get("type"))
    part = body.get(kind)
    part = part if isinstance(part, dict) else {}
    if kind == "text":
        return Content("text", text=_words(part.get("body")))
    if kind == "interactive":
        reply = part.get(str(part.get("type")))
        choice = reply.get("id") if isinstance(reply, dict) else None
        return Content("choice", choice=choice) if isinstance(choice, str) else Content("unsupported")
    if kind == "button":
        payload = part.get("payload")
        return Content("choice", choice=payload) if isinstance(payload, str) else Content("unsupported")
    if kind == "location":
        return _location(part)
    if kind in MEDIA_KINDS and isinstance(part.get("id"), str):
        return Content("media", text=_words(part.get("caption")), media_kind=MEDIA_KINDS[kind], media=part)
    return Content("reaction" if kind == "reaction" else "sticker" if kind == "sticker" else "unsupported")


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _location(part: Mapping[str, Any]) -> Content:
    latitude, longitude = part.get("latitude"), part.get("longitude")
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return Content("unsupported")
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        return Content("unsupported")
    return Content("pin", text=_words(part.get("name")), pin=(float(latitude), float(longitude)))
