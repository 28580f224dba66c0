"""The road to the actions server, watched: Rasa goes on as if nothing had happened when an action fails, we must not.

A message whose action could not be carried out is heard again later; its first hearing is taken out of the tracker
(`tracker_store.rewind`) and nothing of it is sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import aiohttp
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from satark.errors import SatarkError

REJECTED = 400  # an action's own "not now", which the dialogue understands
_failures: ContextVar[list[BaseException] | None] = ContextVar("failures", default=None)
_AWAY = (aiohttp.ClientConnectionError, asyncio.TimeoutError)


class DialogueFailed(SatarkError):
    """An action could not be carried out; the message holds the kind of error only."""


class ActionsAway(DialogueFailed):
    """The actions server does not answer at all: no fault of the message."""


@contextmanager
def watched() -> Iterator[None]:
    """Raises `DialogueFailed` at its end when an action failed inside it, in this task; `ActionsAway` when the first
    that failed could not even be called."""
    failures: list[BaseException] = []
    token = _failures.set(failures)
    try:
        yield
    finally:
        _failures.reset(token)
    if failures:
        away = isinstance(failures[0], _AWAY)
        raise (ActionsAway if away else DialogueFailed)(type(failures[0]).__name__)


def note_failure(error: BaseException) -> None:
    """Tells `watched` that an action could not be carried out."""
    failures = _failures.get()
    if failures is not None:
        failures.append(error)


class WatchedEndpoint(EndpointConfig):
    """The actions server as Rasa calls it, over connections that stay open."""

    def __init__(self, inner: EndpointConfig) -> None:
        access = (inner.params, inner.headers, inner.basic_auth, inner.token, inner.token_name)
        super().__init__(inner.url, *access, **inner.kwargs)
        self._open: aiohttp.ClientSession | None = None

    async def request(self, *_: Any, json: Any = None, timeout: float = 60, **__: Any) -> Any:
        """Calls an action; what it answers. Raises as the original does, and notes it for `watched`."""
        try:
            try:
                return await self._call(json, timeout)
            except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):  # a connection that had rested too long
                return await self._call(json, timeout)
        except ClientResponseError as error:
            if error.status != REJECTED:
                note_failure(error)
            raise
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            note_failure(error)
            raise

    async def _call(self, body: Any, timeout: float) -> Any:
        if self._open is None or self._open.closed:
            self._open = self.session()
        limit = aiohttp.ClientTimeout(total=timeout)
        async with self._open.post(self.url, json=body, params=self.combine_parameters(), timeout=limit) as answer:
            if answer.status >= REJECTED:
                raise ClientResponseError(answer.status, answer.reason, await answer.read())
            return await answer.json()

    async def close(self) -> None:
        """Closes the connections."""
        if self._open is not None:
            await self._open.close()


def watch_actions(agent: Any) -> WatchedEndpoint | None:
    """Puts the watched road in place of Rasa's, once a model is loaded; None where there are no actions."""
    inner = getattr(agent, "action_endpoint", None)
    if inner is None:
        return None
    endpoint = inner if isinstance(inner, WatchedEndpoint) else WatchedEndpoint(inner)
    agent.action_endpoint = endpoint
    if agent.processor is not None:
        agent.processor.action_endpoint = endpoint
    return endpoint
