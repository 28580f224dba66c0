"""Pictures, recordings and files on Meta's side: bytes under an id, and addresses that expire."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .clock import Clock

MEGABYTE = 1024 * 1024

# kind: (largest size in bytes, accepted MIME types) of Meta's table of supported media
LIMITS: dict[str, tuple[int, frozenset[str]]] = {
    "image": (5 * MEGABYTE, frozenset({"image/jpeg", "image/png"})),
    "audio": (16 * MEGABYTE, frozenset({"audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"})),
    "video": (16 * MEGABYTE, frozenset({"video/mp4", "video/3gpp"})),
    "sticker": (MEGABYTE // 2, frozenset({"image/webp"})),
    "document": (
        100 * MEGABYTE,
        frozenset(
            {
                "text/plain",
                "application/pdf",
                "application/msword",
                "application/vnd.ms-excel",
                "application/vnd.ms-powerpoint",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            }
        ),
    ),
}

LARGEST = 100 * MEGABYTE


def base_type(mime_type: str) -> str:
    """A MIME type without its parameters, in small letters."""
    return mime_type.partition(";")[0].strip().lower()


def kind_of(mime_type: str) -> str:
    """The message kind that a MIME type is accepted as; "document" where no other is."""
    for kind, (_, accepted) in LIMITS.items():
        if base_type(mime_type) in accepted:
            return kind
    return "document"


@dataclass(frozen=True)
class MediaItem:
    """One stored file. `added` is seconds since 1970."""

    id: str
    mime_type: str
    filename: str
    content: bytes
    added: float

    @property
    def sha256(self) -> bytes:
        return hashlib.sha256(self.content).digest()

    def described(self) -> dict[str, str]:
        """Id, MIME type and checksum (base64 in webhooks, where GET /{media_id} has it in hex)."""
        return {
            "id": self.id,
            "mime_type": self.mime_type,
            "sha256": base64.b64encode(self.sha256).decode(),
        }


class MediaShelf:
    """Files by id. Ids lapse after `life` seconds, signed addresses after `url_life`."""

    def __init__(self, clock: Clock, url_life: float, life: float) -> None:
        self._clock = clock
        self._url_life = url_life
        self._life = life
        self._items: dict[str, MediaItem] = {}
        self._withdrawn: set[str] = set()
        self._key = secrets.token_bytes(32)

    def __iter__(self) -> Iterator[MediaItem]:
        return iter(self._items.values())

    def add(self, content: bytes, mime_type: str, filename: str) -> MediaItem:
        item = MediaItem(str(secrets.randbelow(9 * 10**15) + 10**15), mime_type, filename, content, self._clock.now())
        self._items[item.id] = item
        return item

    def restore(self, item: MediaItem) -> None:
        self._items[item.id] = item

    def get(self, media_id: str) -> MediaItem | None:
        """The file, or None when there is none of that id, or its id has lapsed or was withdrawn."""
        item = self._items.get(media_id)
        if item is None or media_id in self._withdrawn or self._clock.now() > item.added + self._life:
            return None
        return item

    def stored(self, media_id: str) -> MediaItem | None:
        """The file however old it is: a phone keeps what it has sent or received."""
        return self._items.get(media_id)

    def withdraw(self, media_id: str) -> None:
        """Takes a file off Meta's shelf; the phones keep their copy."""
        self._withdrawn.add(media_id)

    def path(self, media_id: str) -> str:
        """A download path with its expiry and seal in the query, fresh from now."""
        expires = int(self._clock.now() + self._url_life)
        return f"/media/{media_id}?ext={expires}&hash={self._seal(media_id, expires)}"

    def opens(self, media_id: str, expires: str, seal: str) -> bool:
        """Whether a download address is genuine and has not expired."""
        if not expires.isdigit() or not hmac.compare_digest(seal, self._seal(media_id, int(expires))):
            return False
        return self._clock.now() <= int(expires)

    def _seal(self, media_id: str, expires: int) -> str:
        return hmac.new(self._key, f"{media_id}.{expires}".encode(), hashlib.sha256).hexdigest()

    def as_graph(self, item: MediaItem, origin: str) -> dict[str, Any]:
        """The answer to GET /{media_id}."""
        return {
            "url": origin + self.path(item.id),
            "mime_type": item.mime_type,
            "sha256": item.sha256.hex(),
            "file_size": len(item.content),
            "id": item.id,
            "messaging_product": "whatsapp",
        }
