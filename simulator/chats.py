"""Messages and the chats they make up."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

FROM_PHONE = "from_phone"
TO_PHONE = "to_phone"

TICKS = ("pending", "sent", "delivered", "read", "played")
"""How far a message has come, in order; only a recording is played, and "failed" stands outside."""


def new_wamid(identifier: str, direction: str) -> str:
    """A message id of Meta's make: base64 over the other party's identifier, flags and a random part.

    That the identifier can be read back out of it is true of the real ones, and a reason never to log them.
    """
    name = identifier.encode()
    flag = b"\x12" if direction == FROM_PHONE else b"\x11"
    unique = secrets.token_hex(10 if direction == FROM_PHONE else 9).upper().encode()
    packed = b"\x1c\x18" + bytes([len(name)]) + name + b"\x15\x02\x00" + flag + b"\x18" + bytes([len(unique)]) + unique
    return "wamid." + base64.b64encode(packed + b"\x00").decode()


@dataclass
class ChatMessage:
    """One message of a chat. `content` is Meta's object for its kind; `at` is seconds since 1970; `seq` orders all
    messages by when they were first shown, and is 0 before."""

    seq: int
    wamid: str
    handset_id: str
    direction: str
    kind: str
    content: Any
    at: float
    ticks: str = "pending"
    reply_to: str | None = None
    forwarded: bool = False
    error: dict[str, Any] | None = None
    callback_data: str | None = None
    reactions: dict[str, str] = field(default_factory=dict)
    chosen: str | None = None
    edited: bool = False
    revoked: bool = False
    deleted: bool = False

    def reach(self, ticks: str) -> bool:
        """Moves the ticks forward; False when the message was already that far, or has failed."""
        if self.ticks == "failed" or TICKS.index(ticks) <= TICKS.index(self.ticks):
            return False
        self.ticks = ticks
        return True

    def text(self) -> str:
        """What a person reads first in the bubble; empty for a picture without a caption and the like."""
        content = self.content
        if not isinstance(content, dict):
            return ""
        if self.kind == "interactive" and self.direction == FROM_PHONE:
            return str(content.get(content.get("type"), {}).get("title", ""))
        if self.kind == "interactive":
            return str(content["body"]["text"])
        for key in ("body", "caption", "text", "rendered", "name", "emoji"):
            if content.get(key):
                return str(content[key])
        return ""

    def view(self) -> dict[str, Any]:
        """The message as the control API gives it: all fields, `text`, and `at` in milliseconds."""
        shown = asdict(self)
        shown.update(text=self.text(), at=round(self.at * 1000), from_phone=self.direction == FROM_PHONE)
        return shown


class Chats:
    """Every message of every phone, in the order in which they came."""

    def __init__(self) -> None:
        self._by_wamid: dict[str, ChatMessage] = {}
        self._by_handset: dict[str, list[ChatMessage]] = {}
        self._last_seq = 0

    def next_seq(self) -> int:
        self._last_seq += 1
        return self._last_seq

    def add(self, message: ChatMessage) -> None:
        self._last_seq = max(self._last_seq, message.seq)
        self._by_wamid[message.wamid] = message
        self._by_handset.setdefault(message.handset_id, []).append(message)

    def get(self, wamid: str | None) -> ChatMessage | None:
        return self._by_wamid.get(wamid or "")

    def of(self, handset_id: str, after: int = 0) -> list[ChatMessage]:
        """The phone's messages with a sequence number above `after`, oldest first."""
        return [message for message in self._by_handset.get(handset_id, ()) if message.seq > after]

    def __iter__(self) -> Iterator[ChatMessage]:
        return iter(self._by_wamid.values())

    def clear(self, handset_id: str) -> None:
        for message in self._by_handset.pop(handset_id, ()):
            del self._by_wamid[message.wamid]
