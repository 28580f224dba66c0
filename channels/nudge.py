"""A word from the assistant to the worker of the same machine, over a local datagram socket under the home.

Two words are known: something is in the outbox, and a person's message is being worked on (its wamid, for the blue
ticks and "typing ..."). A word may be lost; the worker looks by itself several times a second. Nothing waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path

from satark.settings import Settings

log = logging.getLogger("satark.nudge")
OUTBOX = b"outbox"
_READ = b"read "
_LONGEST = 1024  # bytes of a word


def socket_of(settings: Settings) -> Path:
    """Where the worker listens."""
    return settings.home / "run" / "worker.sock"


class Nudge:
    """The speaking end; never raises, never waits."""

    def __init__(self, settings: Settings) -> None:
        self._path = str(socket_of(settings))
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setblocking(False)

    def outbox(self) -> None:
        """Something was put into the outbox and committed."""
        self._say(OUTBOX)

    def working_on(self, wamid: str) -> None:
        """A person's message is being answered."""
        self._say(_READ + wamid.encode("utf-8", "replace"))

    def _say(self, word: bytes) -> None:
        with contextlib.suppress(OSError):  # no worker on this machine, or its ear is full
            self._socket.sendto(word[:_LONGEST], self._path)

    def close(self) -> None:
        """Gives the socket back."""
        self._socket.close()


class Ear(asyncio.DatagramProtocol):
    """The listening end: calls `outbox()` or `reading(wamid)`."""

    def __init__(self, outbox: Callable[[], None], reading: Callable[[str], None]) -> None:
        self._outbox = outbox
        self._reading = reading

    def datagram_received(self, data: bytes, addr: object) -> None:
        if data == OUTBOX:
            self._outbox()
        elif data.startswith(_READ):
            self._reading(data[len(_READ) :].decode("utf-8", "replace"))

    def error_received(self, exc: Exception) -> None:
        log.warning("nudge.failed kind=%s", type(exc).__name__)


async def listen(settings: Settings, ear: Ear) -> asyncio.BaseTransport | None:
    """Opens the worker's ear, readable by its owner only; None where the path is no place for a socket."""
    path = socket_of(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    own = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        before = os.umask(0o177)
        try:
            own.bind(str(path))
        finally:
            os.umask(before)
    except OSError as error:
        own.close()
        log.warning("nudge.deaf kind=%s", type(error).__name__)
        return None
    own.setblocking(False)
    transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(lambda: ear, sock=own)
    return transport
