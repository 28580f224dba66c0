"""Calls to WhatsApp's Graph API. The only place from which a person's address leaves the machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

import aiohttp
from yarl import URL

from channels.vault import Address
from satark.settings import Settings, WhatsApp

Verdict = Literal["again", "slower", "pair", "lost", "unreachable", "stop", "template", "never"]

# Error classes of the Cloud API, by code. What stands in none of them is final for its message.
_AGAIN = {1, 2, 131000, 131016, 131057, 133004}
_SLOWER = {4, 80007, 130429}
_PAIR = {131056}
_STOP = {0, 3, 10, 190, 368, 131005, 131031, 131042, 131048, 133010, *range(200, 300)}
_TEMPLATE = {131047}
_NO_SUCH_OBJECT = 33  # subcode: on a send it means our own number's id, not the message
_REFUSED_ACCESS = (401, 403)

CONNECT_SECONDS = 5
READ_MARK_SECONDS = 5
# Where Meta keeps files: the token is sent there and to the Graph API itself, nowhere else.
_MEDIA_HOSTS = (".fbsbx.com", ".fbcdn.net", ".facebook.com", ".whatsapp.net")


class GraphError(Exception):
    """A call that did not succeed; `code` is Meta's (or the HTTP status), `verdict` what to do. Never with content."""

    def __init__(self, code: int, status: int, verdict: Verdict) -> None:
        super().__init__(f"graph error {code} (http {status})")
        self.code = code
        self.status = status
        self.verdict = verdict


def verdict_of(code: int, status: int = 400, subcode: int | None = None) -> Verdict:
    """What an error asks for: again later, slower (the account), slower to this person, a rest of the whole channel,
    a template, or to give the message up. `status` is that of HTTP (400 for one told by a webhook)."""
    classes: tuple[tuple[Verdict, bool], ...] = (
        ("template", code in _TEMPLATE),
        ("pair", code in _PAIR),
        ("slower", code in _SLOWER),
        ("stop", code in _STOP or subcode == _NO_SUCH_OBJECT),
        ("again", code in _AGAIN),
        ("slower", status == 429),
        ("stop", status in _REFUSED_ACCESS),
        ("again", status >= 500),
    )
    return next((verdict for verdict, holds in classes if holds), "never")


@dataclass(frozen=True)
class MediaPlace:
    """Where a file is to be had just now (for five minutes) and what Meta says of it."""

    url: str
    sha256: str | None
    size: int | None


class Graph:
    """A session with the Graph API; use as an async context manager."""

    def __init__(self, settings: Settings) -> None:
        self._whatsapp: WhatsApp = settings.whatsapp
        self._base = settings.whatsapp.graph_url.rstrip("/")
        self._timeout = aiohttp.ClientTimeout(total=settings.limits.requests_seconds, sock_connect=CONNECT_SECONDS)
        self._media_timeout = aiohttp.ClientTimeout(total=settings.limits.media_seconds, sock_connect=CONNECT_SECONDS)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Graph:
        self._session = aiohttp.ClientSession(
            timeout=self._timeout, headers={"Authorization": f"Bearer {self._whatsapp.access_token}"}
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def send(self, address: Address, body: dict[str, Any], tracking: str) -> str:
        """Sends a message body; gives its wamid. `tracking` comes back in statuses. Raises `GraphError`; its verdict
        `lost` means that WhatsApp may have taken the message without our hearing of it."""
        recipient = {"to": address.phone} if address.phone else {"recipient": address.user_id}
        named = {"recipient_type": "individual", "biz_opaque_callback_data": tracking}
        answer = await self._post({**recipient, **named, **body})
        try:
            return str(answer["messages"][0]["id"])
        except (KeyError, IndexError, TypeError) as error:
            raise GraphError(131000, 200, "lost") from error

    async def mark_read(self, wamid: str) -> None:
        """Blue ticks on a person's message, and "typing ..." until the answer comes. Raises `GraphError`."""
        read = {"status": "read", "message_id": wamid, "typing_indicator": {"type": "text"}}
        await asyncio.wait_for(self._post(read), READ_MARK_SECONDS)

    async def _post(self, payload: dict[str, Any]) -> dict[str, Any]:
        url = f"{self._base}/{self._whatsapp.phone_number_id}/messages"
        return await self._call("POST", url, {"messaging_product": "whatsapp", **payload})

    async def media_place(self, media_id: str) -> MediaPlace:
        """A fresh address for a file. Raises `GraphError`: of verdict `never` where its id has lapsed."""
        answer = await self._call("GET", f"{self._base}/{quote(media_id, safe='')}", None)
        url, digest, size = (answer.get(key) for key in ("url", "sha256", "file_size"))
        if not isinstance(url, str):
            raise GraphError(131000, 200, "again")
        return MediaPlace(url, digest if isinstance(digest, str) else None, size if isinstance(size, int) else None)

    @asynccontextmanager
    async def download(self, url: str) -> AsyncIterator[aiohttp.ClientResponse]:
        """The answer that holds a file's bytes, unread. Raises `GraphError`: of verdict `never` where the address has
        lapsed or is not one of Meta's."""
        if not self._is_metas(url):
            raise GraphError(404, 404, "never")
        try:
            async with self._open_session().get(
                URL(url, encoded=True), timeout=self._media_timeout, allow_redirects=False
            ) as answer:
                if answer.status != 200:
                    gone = 300 <= answer.status < 500 and answer.status != 429
                    raise GraphError(answer.status, answer.status, "never" if gone else "again")
                yield answer
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            raise GraphError(131000, 503, "again") from error

    def _is_metas(self, url: str) -> bool:
        try:
            wanted = URL(url)
            if wanted.origin() == URL(self._base).origin():
                return True
        except ValueError:  # no address at all, or one without a host
            return False
        return wanted.scheme == "https" and (wanted.host or "").endswith(_MEDIA_HOSTS)

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the session is not open")
        return self._session

    async def _call(self, method: str, url: str, body: dict[str, Any] | None) -> dict[str, Any]:
        status = 503  # where the call could not even be made
        try:
            async with self._open_session().request(method, url, json=body) as response:
                status = response.status
                answer = await response.json(content_type=None)
        except (aiohttp.ClientConnectorError, aiohttp.ServerTimeoutError) as error:
            raise GraphError(131000, 503, "unreachable") from error
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            raise GraphError(131000, 503, "lost") from error
        except ValueError as error:  # no JSON: a gateway's page, which says nothing of what lies behind it
            raise GraphError(status, status, _of_status(status) if 400 <= status < 500 else "lost") from error
        if status >= 400:
            raise _refusal(answer, status)
        if not isinstance(answer, dict):
            raise GraphError(131000, status, "lost")
        return answer


def _of_status(status: int) -> Verdict:
    """A refusal that names no error of WhatsApp's: a wrong address or a gateway between us, no fault of the message."""
    return "stop" if 400 <= status < 500 and status != 429 else verdict_of(status, status)


def _refusal(answer: Any, status: int) -> GraphError:
    part = answer.get("error") if isinstance(answer, dict) else None
    code, subcode = (part.get("code"), part.get("error_subcode")) if isinstance(part, dict) else (None, None)
    if not isinstance(code, int):
        return GraphError(status, status, _of_status(status))
    return GraphError(code, status, verdict_of(code, status, subcode if isinstance(subcode, int) else None))
