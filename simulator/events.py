"""News for those who watch: the page's event stream and the client's long polls."""

from __future__ import annotations

import asyncio
from typing import Any

Event = dict[str, Any]


class Events:
    """Hands each event to every listener; a listener that falls too far behind is cut off and must load anew."""

    BACKLOG = 1000

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Event | None]] = set()
        self.closing = False

    def listen(self) -> asyncio.Queue[Event | None]:
        """A queue of events to come. None in it means: the stream has ended."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        if self.closing:
            queue.put_nowait(None)
        else:
            self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[Event | None]) -> None:
        self._listeners.discard(queue)

    def publish(self, kind: str, **facts: Any) -> None:
        for queue in list(self._listeners):
            if queue.qsize() >= self.BACKLOG:
                self._listeners.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait({"event": kind, **facts})

    def close(self) -> None:
        """Ends every stream, so that the server can stop at once."""
        self.closing = True
        for queue in self._listeners:
            queue.put_nowait(None)
        self._listeners.clear()
