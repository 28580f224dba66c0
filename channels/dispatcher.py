"""From the inbox to the outbox: each message through the dialogue, one of a sender at a time, none lost or done twice.

The story of one message: claim under a lease, give it to the dialogue, write everything it led to and finish the inbox
row in one transaction. Whoever dies before that commit leaves the message to be processed again.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from rasa.core.channels.channel import UserMessage

from channels import officers, texts
from channels.conversation import Heard, Outcome, hear
from channels.deliveries import Deliveries
from channels.payloads import Content, read_content
from channels.queues import Item, OrderedQueue, open_inbox, open_outbox
from channels.rendering import location_request, render
from channels.tracker_store import forget
from channels.vault import ReplyRoute, Vault
from satark.settings import Settings

log = logging.getLogger("satark.dispatcher")
IDLE_SECONDS = 1.0  # the longest the loop sleeps: another process may have put something in


class Dispatcher:
    """Works through the inbox; `wake` after something was put in."""

    def __init__(
        self, settings: Settings, vault: Vault, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> None:
        self.settings = settings
        self.vault = vault
        self.inbox: OrderedQueue = open_inbox(vault, settings.limits)
        self.outbox: OrderedQueue = open_outbox(vault, settings.limits)
        self.deliveries = Deliveries(vault, settings.limits)
        self._on_new_message = on_new_message
        self._woken = asyncio.Event()
        self._working: dict[str, asyncio.Task[None]] = {}
        self._loop: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Starts the loop in the running event loop."""
        self._loop = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Ends the loop; messages in work are finished, or left to their lease after a few seconds."""
        if self._loop:
            self._loop.cancel()
        if self._working:
            await asyncio.wait(self._working.values(), timeout=5)

    def wake(self) -> None:
        """Something may be waiting."""
        self._woken.set()

    async def _run(self) -> None:
        while True:
            self._woken.clear()
            try:
                started = await self._start_some()
            except Exception as error:
                log.error("inbox.claim_failed kind=%s", type(error).__name__)
                started = 0
            if not started:
                try:
                    await asyncio.wait_for(self._woken.wait(), IDLE_SECONDS)
                except asyncio.TimeoutError:
                    continue

    async def _start_some(self) -> int:
        room = self.settings.limits.conversations_at_once - len(self._working)
        if room <= 0:
            return 0
        items = await asyncio.to_thread(self.inbox.claim, room, frozenset(self._working))
        for item in items:
            task = asyncio.create_task(self._process(item))
            self._working[item.conversation] = task
            task.add_done_callback(partial(self._finished, item.conversation))
        return len(items)

    def _finished(self, conversation: str, _task: asyncio.Task[None]) -> None:
        self._working.pop(conversation, None)
        self.wake()

    async def _process(self, item: Item) -> None:
        try:
            content = read_content(item.content["body"])
            line = await asyncio.to_thread(officers.line_of, self.vault, item.conversation)
            language = await asyncio.to_thread(self.vault.language_of, item.conversation)
            answer = officers.answer(line, content, item.name, language) if line else None
            if line and answer:
                await asyncio.to_thread(self._commit_officer, item, line, answer)
            elif content.kind == "reaction":
                await asyncio.to_thread(self._commit, item, content, Outcome(), language)
            else:
                outcome = await self._converse(item, content, language)
                await asyncio.to_thread(self._commit, item, content, outcome, language)
        except Exception as error:
            log.error("inbox.message_failed kind=%s attempt=%d", type(error).__name__, item.attempts)
            await asyncio.to_thread(self._failed, item, type(error).__name__)

    async def _converse(self, item: Item, content: Content, language: str | None) -> Outcome:
        tips = await asyncio.to_thread(self.vault.tips_of, item.conversation)
        metadata: dict[str, Any] = {
            "language": language,
            "tips": [{"tip_id": tip.tip_id, "status": tip.status} for tip in tips],
        }
        if content.media_kind:
            metadata["evidence"] = {"id": item.name, "kind": content.media_kind}
        heard = Heard(item.conversation, content, item.received_at, item.name, metadata)
        outcome = await hear(heard, self._on_new_message)
        if not outcome.replies:
            outcome.replies.append(texts.reply("utter_problem", outcome.language or language))
        return outcome

    def _commit(self, item: Item, content: Content, outcome: Outcome, language: str | None) -> None:
        language = outcome.language or language
        with self.vault.writing() as connection:
            for report in outcome.reports:
                token = secrets.token_urlsafe(24)
                if self.deliveries.put(
                    connection, report["report_id"], report["desk"], {"report": report, "token": token}
                ):
                    route = ReplyRoute(token, item.conversation, report["tip_id"], "new", report["language"])
                    self.vault.add_reply_route(connection, route)
            if outcome.language:
                self.vault.set_language(connection, item.conversation, outcome.language)
            self._owe(connection, item, outcome.replies, language)
            self.inbox.done(connection, item)
        if outcome.forget:
            forget(self.settings, item.conversation)

    def _commit_officer(self, item: Item, line: officers.OfficerLine, answer: officers.Answer) -> None:
        with self.vault.writing() as connection:
            if answer.step:
                self.deliveries.put(connection, item.name, line.desk, {"step": answer.step})
            renewed = officers.OfficerLine(line.conversation, line.desk, line.officer_id, answer.writing_about)
            officers.set_line(connection, renewed)
            self._owe(connection, item, [answer.reply], None)
            self.inbox.done(connection, item)

    def _owe(self, connection: Any, item: Item, replies: list[dict[str, Any]], language: str | None) -> None:
        list_button = texts.reply("utter_list_button", language)["text"]
        bodies: list[dict[str, Any]] = []
        for reply in replies:
            if reply.get("location_request"):
                bodies.append(location_request(reply["text"]))
            else:
                bodies.extend(render(reply, list_button))
        for number, body in enumerate(bodies):
            self.outbox.put(connection, item.conversation, f"{item.name}:{number}", {"body": body})

    def _failed(self, item: Item, reason: str) -> None:
        if not self.inbox.put_back(item, reason):
            return
        with self.vault.writing() as connection:
            apology = texts.reply("utter_problem", None)
            for body in render(apology, ""):
                self.outbox.put(connection, item.conversation, f"{item.name}:apology", {"body": body})
