"""Calls to WhatsApp's Graph API. The only place from which a person's address leaves the machine."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import aiohttp

from channels.vault import Address
from satark.settings import Settings, WhatsApp

Verdict = Literal["retry", "stop", "template", "never"]

# Error classes of the Cloud API: which may pass, which mean the account, which are final for this message.
_RETRY = {1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004}
_STOP = {0, 3, 10, 190, 368, 131005, 131031, 131042, 131048, 133010, *range(200, 300)}
_TEMPLATE = {131047}


class GraphError(Exception):
    """A call that did not succeed; `code` is Meta's (or the HTTP status), never with content."""

    def __init__(self, code: int, status: int) -> None:
        super().__init__(f"graph error {code} (http {status})")
        self.code = code
        self.status = status

    @property
    def verdict(self) -> Verdict:
        """What to do: try again, stop the channel, use a template, or give this message up."""
        if self.code in _TEMPLATE:
            return "template"
        if self.code in _RETRY or self.status == 429 or self.status >= 500:
            return "retry"
        return "stop" if self.code in _STOP else "never"


class Graph:
    """A session with the Graph API; use as an async context manager."""

    def __init__(self, settings: Settings) -> None:
        self._whatsapp: WhatsApp = settings.whatsapp
        self._timeout = aiohttp.ClientTimeout(total=settings.limits.requests_seconds)
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
        """Sends a message body; gives its wamid. `tracking` comes back in statuses. Raises `GraphError`."""
        recipient = {"to": address.phone} if address.phone else {"recipient": address.user_id}
        answer = await self._post(
            {**recipient, "recipient_type": "individual", "biz_opaque_callback_data": tracking, **body}
        )
        try:
            return str(answer["messages"][0]["id"])
        except (KeyError, IndexError, TypeError) as error:
            raise GraphError(131000, 502) from error

    async def _post(self, payload: dict[str, Any]) -> Any:
        if self._session is None:
            raise RuntimeError("the session is not open")
        url = f"{self._whatsapp.graph_url.rstrip('/')}/{self._whatsapp.phone_number_id}/messages"
        try:
            async with self._session.post(url, json={"messaging_product": "whatsapp", **payload}) as response:
                answer = await response.json(content_type=None)
                status = response.status
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise GraphError(131000, 503) from error
        if status >= 400:
            error_part = answer.get("error") if isinstance(answer, dict) else None
            code = error_part.get("code") if isinstance(error_part, dict) else None
            raise GraphError(code if isinstance(code, int) else status, status)
        return answer
