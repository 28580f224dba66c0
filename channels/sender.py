"""From the outbox to WhatsApp: in order for each person, tried again by error class, stopped on account errors."""

from __future__ import annotations

import asyncio
import logging

from channels.graph import Graph, GraphError
from channels.queues import Item, open_outbox
from channels.vault import Vault
from satark.settings import Settings

log = logging.getLogger("satark.sender")
AT_ONCE = 8  # persons served side by side
ALARM_PAUSE_SECONDS = 30.0  # how long the channel rests after an error of the whole account


class Sender:
    """Sends what is owed; `work` is one round."""

    def __init__(self, settings: Settings, vault: Vault, graph: Graph) -> None:
        self.vault = vault
        self.graph = graph
        self.outbox = open_outbox(vault, settings.limits)

    async def work(self) -> int:
        """Sends what is due, at most one message a person; how many were claimed."""
        items = await asyncio.to_thread(self.outbox.claim, AT_ONCE)
        await asyncio.gather(*(self._send(item) for item in items))
        return len(items)

    async def _send(self, item: Item) -> None:
        with self.vault.reading() as connection:
            address = self.vault.address_of(connection, item.conversation)
            free = self.vault.may_write_freely(connection, item.conversation)
        if address is None:
            self.outbox.bury(item, "forgotten")
            return
        body = item.content["body"] if free else item.content.get("late", item.content["body"])
        if body is None:  # a part that only makes sense beside the others, and outside the 24 hours there are none
            self.outbox.bury(item, "outside 24 hours")
            return
        try:
            wamid = await self.graph.send(address, body, item.name)
        except GraphError as error:
            await asyncio.to_thread(self._failed, item, error)
            return
        with self.vault.writing() as connection:
            self.outbox.done(connection, item, provider_name=self.vault.keys.name("sent", wamid))

    def _failed(self, item: Item, error: GraphError) -> None:
        reason = f"graph {error.code}"
        verdict = error.verdict
        if verdict == "retry":
            self.outbox.put_back(item, reason)
        elif verdict == "stop":
            log.error("outbox.account_error code=%d", error.code)
            self.outbox.put_back(item, reason, after_seconds=ALARM_PAUSE_SECONDS)
        else:
            log.warning("outbox.given_up code=%d", error.code)
            self.outbox.bury(item, reason)
