"""Blue ticks and "typing ..." while a person's message is worked on: best effort, never waited for, never repeated."""

from __future__ import annotations

import asyncio
import logging

from channels.graph import Graph, GraphError

log = logging.getLogger("satark.presence")
AT_ONCE = 4  # where more is going on, the answers themselves matter more


class Presence:
    """Marks messages read by the way."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._tasks: set[asyncio.Task[None]] = set()

    def reading(self, wamid: str) -> None:
        """The message is being answered; does nothing where enough is going on already."""
        if len(self._tasks) >= AT_ONCE:
            return
        task = asyncio.create_task(self._mark(wamid))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _mark(self, wamid: str) -> None:
        try:
            await self._graph.mark_read(wamid)
        except (GraphError, asyncio.TimeoutError) as error:
            log.debug("presence.failed kind=%s", type(error).__name__)

    async def settle(self) -> None:
        """Waits until what was begun has come to its end."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))
