"""From WhatsApp's shelf to a sealed file: fetched within the five minutes of its address or by its id, never larger
than allowed, whole by its checksum, of a type that its own bytes show.

A crash at any point leaves the row to its lease and the file to be fetched again; a file counts only once its row says
so. Where it cannot be had the person is told what to do, once, in their language.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import datetime as dt
import hashlib
import hmac
import logging
from dataclasses import dataclass
from typing import Literal

from channels import texts
from channels.graph import Graph, GraphError, MediaPlace
from channels.media import Media, MediaItem
from channels.media_types import ACCEPTED, HEAD_BYTES, type_of
from channels.outbox import open_outbox_of
from channels.replies import Replies
from channels.sealed_file import SealedWriter
from channels.vault import Vault
from satark.errors import SatarkError
from satark.settings import Settings
from satark.stores import utc_now

log = logging.getLogger("satark.fetcher")
AT_ONCE = 2  # large files share the machine with everything else
ADDRESS_LIVES = dt.timedelta(minutes=5) - dt.timedelta(seconds=20)
_READ_BYTES = 1 << 16
_GONE = (33, 100)

Problem = Literal["too_large", "broken", "unsupported", "expired"]
_TOLD: dict[Problem, str] = {
    "too_large": "utter_media_too_large",
    "broken": "utter_media_broken",
    "unsupported": "utter_media_unsupported",
    "expired": "utter_media_expired",
}


class Unusable(Exception):
    """The file cannot be had or used, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


class NotWhole(Exception):
    """What came is not what was sent; another try may bring it."""


@dataclass(frozen=True)
class _Fetched:
    content_type: str
    size: int


class Fetcher:
    """Fetches what is noted; `work` is one round."""

    def __init__(self, settings: Settings, vault: Vault, graph: Graph) -> None:
        self.limits = settings.limits
        self.vault = vault
        self.graph = graph
        self.media = Media(settings, vault)
        self.replies = Replies(vault, open_outbox_of(settings, vault))

    async def work(self) -> int:
        """Fetches what is due; how many files were tried."""
        items = await asyncio.to_thread(self.media.claim, AT_ONCE)
        await asyncio.gather(*(self._fetch(item) for item in items))
        return len(items)

    async def _fetch(self, item: MediaItem) -> None:
        try:
            fetched = await self._download(item)
            await asyncio.to_thread(self._keep, item, fetched)
        except Unusable as unusable:
            await asyncio.to_thread(self._give_up, item, unusable.problem)
        except (GraphError, NotWhole) as error:
            await asyncio.to_thread(self._failed, item, error)
        except (SatarkError, OSError) as error:  # the store or the disk: no fault of the file
            log.error("media.failed kind=%s", type(error).__name__)
        except Exception as error:  # a description that makes no sense: it must not come back for ever
            log.error("media.broken kind=%s", type(error).__name__)
            await asyncio.to_thread(self._failed, item, NotWhole())

    def _keep(self, item: MediaItem, fetched: _Fetched) -> None:
        with self.vault.writing() as connection:
            kept = self.media.fetched(connection, item, fetched.content_type, fetched.size)
        if not kept:
            self.media.path(item.id).unlink(missing_ok=True)

    def _failed(self, item: MediaItem, error: GraphError | NotWhole) -> None:
        log.warning("media.not_fetched kind=%s attempt=%d", type(error).__name__, item.attempts)
        reason = f"graph {error.code}" if isinstance(error, GraphError) else "not whole"
        if isinstance(error, GraphError) and error.verdict in ("stop", "slower", "unreachable"):
            self.media.try_again(item, reason, counts=False)
        elif item.attempts < self.limits.media_attempts:
            self.media.try_again(item, reason)
        else:
            self._give_up(item, "broken")

    def _give_up(self, item: MediaItem, problem: Problem) -> None:
        log.warning("media.given_up problem=%s", problem)
        language = self.vault.language_of(item.conversation)
        largest = str(self.limits.media_bytes.of(item.kind) >> 20)
        reply = texts.reply(_TOLD[problem], language, megabytes=largest)
        with self.vault.writing() as connection:
            if self.media.failed(connection, item, problem):
                self.replies.owe(connection, item.conversation, f"{item.id}:media", [reply], language)

    # One file

    async def _download(self, item: MediaItem) -> _Fetched:
        """Through the address of the webhook while it lives, else (or where it does not open) by the file's id."""
        address, digest = item.part.get("url"), item.part.get("sha256")
        if isinstance(address, str) and utc_now() - item.noted_at < ADDRESS_LIVES:
            try:
                return await self._store(item, MediaPlace(address, digest, None))
            except GraphError as error:
                if error.verdict != "never":
                    raise
        return await self._store(item, await self._place(item, digest))

    async def _place(self, item: MediaItem, digest: str | None) -> MediaPlace:
        try:
            place = await self.graph.media_place(str(item.part.get("id", "")))
        except GraphError as error:
            # 100 means no such object: to a send it may mean our own number, here the file. WhatsApp tells of haste and
            # of a locked account with status 400 too: the file is not gone then.
            if error.code in _GONE:
                raise Unusable("expired") from error
            raise
        return place if digest is None else MediaPlace(place.url, digest, place.size)

    async def _store(self, item: MediaItem, place: MediaPlace) -> _Fetched:
        largest = self.limits.media_bytes.of(item.kind)
        if (place.size or 0) > largest:
            raise Unusable("too_large")
        sum_, head, size = hashlib.sha256(), b"", 0
        async with self.graph.download(place.url) as answer:
            if (answer.content_length or 0) > largest:
                raise Unusable("too_large")
            with SealedWriter(self.media.folder, item.id, self.vault.keys) as writer:
                async for data in answer.content.iter_chunked(_READ_BYTES):
                    size += len(data)
                    if size > largest:
                        raise Unusable("too_large")
                    head += data[: HEAD_BYTES - len(head)]
                    sum_.update(data)
                    await asyncio.to_thread(writer.write, data)
                if size == 0 or not _agrees(place.sha256, sum_.digest()):
                    raise NotWhole
                content_type = _accepted(item.kind, head)
                await asyncio.to_thread(writer.finish)
        return _Fetched(content_type, size)


def _accepted(kind: str, head: bytes) -> str:
    content_type = type_of(head)
    if content_type is None or content_type not in ACCEPTED[kind]:
        raise Unusable("unsupported")
    return content_type


def _agrees(told: str | None, digest: bytes) -> bool:
    """Whether a checksum, in base64 or hexadecimal digits, is that of the bytes; true where none was told."""
    if not told:
        return True
    for decode in (bytes.fromhex, _from_base64):
        try:
            if hmac.compare_digest(decode(told.strip()), digest):
                return True
        except (ValueError, binascii.Error):
            continue
    return False


def _from_base64(text: str) -> bytes:
    plain = text.replace("-", "+").replace("_", "/").rstrip("=")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
