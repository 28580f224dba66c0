"""Files that the product sends by link: Meta downloads them before the person sees the message."""

from __future__ import annotations

import asyncio
from posixpath import basename
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from .errors import GraphError
from .media import LIMITS, base_type

TIMEOUT = aiohttp.ClientTimeout(total=10)


def linked_file(kind: str, content: Any) -> tuple[str, dict[str, Any]] | None:
    """The kind and the object of the file that a message names by link, if it does: its own, or its header's."""
    if kind == "interactive":
        header = content.get("header") or {}
        kind, content = header.get("type", ""), header.get(header.get("type", ""))
    return (kind, content) if kind in LIMITS and isinstance(content, dict) and content.get("link") else None


async def download(kind: str, link: str) -> tuple[bytes, str, str]:
    """Bytes, MIME type and file name behind a link. Raises GraphError 131053 when they cannot be had or accepted."""
    largest = LIMITS[kind][0]
    try:
        async with aiohttp.ClientSession(timeout=TIMEOUT) as session, session.get(link) as answer:
            content = await answer.content.read(largest + 1)
            while len(content) <= largest and (more := await answer.content.read(largest + 1 - len(content))):
                content += more
            mime_type = base_type(answer.headers.get("Content-Type", "application/octet-stream"))
            status = answer.status
    except (aiohttp.ClientError, asyncio.TimeoutError, ValueError):
        raise GraphError(131053, "Downloading media from weblink failed.") from None
    if status != 200:
        raise GraphError(131053, f"Downloading media from weblink failed with http code {status}.")
    if len(content) > largest or mime_type not in LIMITS[kind][1]:
        raise GraphError(131053, f"The linked file is no {kind} of an accepted type and size ({mime_type}).")
    return content, mime_type, basename(urlsplit(link).path)
