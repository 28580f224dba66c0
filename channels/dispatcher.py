"""From the inbox to the outbox: each message through the dialogue, one of a sender at a time, none lost or done twice.

The story of one message: claim under a lease, give it to the dialogue, write everything it led to and finish the inbox
row in one transaction. Whoever dies before that commit leaves the message to be processed again; what its first hearing
left in the tracker is taken out before the second.
"""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import secrets
import time
from collections.abc import Mapping
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import officers, tables, texts, tracker_store
from channels.action_endpoint import ActionsAway
from channels.asides import aside
from channels.content import Content, read_content
from channels.conversation import Heard, OnMessage, Outcome, Read, hear, within
from channels.deliveries import Deliveries
from channels.door import Door, Turn
from channels.media import Media
from channels.metrics import Figures
from channels.nudge import Nudge
from channels.offers import Tap, read_tap
from channels.outbox import open_outbox_of
from channels.queues import RENEWALS, Item, LeaseLost, OrderedQueue, open_inbox
from channels.replies import Replies
from channels.silence import Silence
from channels.vault import Profile, ReplyRoute, Vault
from satark.answers import says
from satark.settings import Settings

log = logging.getLogger("satark.dispatcher")
IDLE_SECONDS = 1.0  # the longest the loop sleeps: another process may have put something in
LOOK_SECONDS = 0.03  # between two looks when the first found nothing: those who write meanwhile are mostly in work
STOPPING_SECONDS = 5.0
# A process that dies (power, memory, a kill) uses up a try of what it held without the message's fault: so many
# times the usual tries, and the message itself is taken for the cause.
DEATHS_PER_TRY = 4
MOST_AHEAD = 10  # messages looked at to know whether the person is still telling
_WORDS = frozenset({"text", "pin", "media"})  # kinds that the dialogue answers, so that an earlier question may wait
_SMALL_TALK = frozenset(
    f"utter_{said}" for said in "chitchat out_of_scope not_understood_yet nothing_open thanks abuse".split()
)
AWAY_SECONDS = 2.0  # until the actions are called again when they did not answer


class Dispatcher:
    """Works through the inbox; `wake` after something was put in."""

    def __init__(
        self,
        settings: Settings,
        vault: Vault,
        on_new_message: OnMessage,
        read: Read | None = None,
        figures: Figures | None = None,
    ) -> None:
        self.settings = settings
        self.vault = vault
        self.inbox: OrderedQueue = open_inbox(vault, settings.limits)
        self.outbox = open_outbox_of(settings, vault)
        self.deliveries = Deliveries(vault, settings.limits)
        self.replies = Replies(vault, self.outbox)
        self.door = Door(settings, vault, self.deliveries)
        self.media = Media(settings, vault)
        self.silence = Silence(settings, vault)
        self.nudge = Nudge(settings)
        self.figures = figures or Figures()
        self._on_new_message = on_new_message
        self._read = read
        self._woken = asyncio.Event()
        self._working: dict[str, tuple[Item, asyncio.Task[None]]] = {}
        self._loops: list[asyncio.Task[None]] = []
        self._resting_until = 0.0
        self._looked_in_vain_at = 0.0

    def start(self) -> None:
        """Starts the loops in the running event loop."""
        self._loops = [asyncio.create_task(self._run()), asyncio.create_task(self._keep_leases())]

    @property
    def started(self) -> bool:
        """Whether messages are worked on."""
        return bool(self._loops)

    async def stop(self) -> None:
        """Ends the loops; messages in work are finished, or left to their lease after a few seconds."""
        for loop in self._loops:
            loop.cancel()
        if self._working:
            await asyncio.wait([task for _, task in self._working.values()], timeout=STOPPING_SECONDS)
        self.nudge.close()

    def wake(self) -> None:
        """Something may be waiting, or may soon have rested for long enough."""
        self._woken.set()
        asyncio.get_running_loop().call_later(self.settings.conversation.settle_seconds, self._woken.set)

    async def _run(self) -> None:
        await self._forget_leftovers()
        while True:
            if (early := self._looked_in_vain_at + LOOK_SECONDS - time.monotonic()) > 0:
                await asyncio.sleep(early)
            self._woken.clear()
            try:
                started = await self._start_some()
            except Exception as error:
                log.error("inbox.claim_failed kind=%s", type(error).__name__)
                started = 0
            if not started:
                self._looked_in_vain_at = time.monotonic()
                try:
                    await asyncio.wait_for(self._woken.wait(), IDLE_SECONDS)
                except asyncio.TimeoutError:
                    continue

    async def _start_some(self) -> int:
        room = self.settings.limits.conversations_at_once - len(self._working)
        if room <= 0 or time.monotonic() < self._resting_until:
            return 0
        items = await asyncio.to_thread(self.inbox.claim, room, frozenset(self._working))
        for item in items:
            task = asyncio.create_task(self._process(item))
            self._working[item.conversation] = item, task
            task.add_done_callback(partial(self._finished, item.conversation))
        return len(items)

    def _finished(self, conversation: str, _task: asyncio.Task[None]) -> None:
        self._working.pop(conversation, None)
        self._woken.set()

    async def _keep_leases(self) -> None:
        """Holds what is being worked on, however slow it is; lets go of what somebody else has taken."""
        while True:
            await asyncio.sleep(self.settings.limits.lease_seconds / RENEWALS)
            held = [item for item, _ in self._working.values()]
            if not held:
                continue
            try:
                lost = await asyncio.to_thread(self.inbox.renew, held)
            except Exception as error:
                log.error("inbox.renewal_failed kind=%s", type(error).__name__)
                continue
            for item, task in list(self._working.values()):
                if item.id in lost and not task.done():
                    log.warning("inbox.lease_lost")
                    task.cancel()

    # One message

    async def _process(self, item: Item) -> None:
        started = time.perf_counter()
        if wamid := item.content.get("wamid"):
            self.nudge.working_on(wamid)
        try:
            if item.attempts > self.inbox.most_attempts * DEATHS_PER_TRY:
                result = await asyncio.to_thread(self._failed, item, "ends the process")
            else:
                await self._answer(item)
                result = "done"
        except LeaseLost:
            result = "taken by another"
        except ActionsAway:
            log.warning("inbox.actions_away")
            self._resting_until = time.monotonic() + AWAY_SECONDS
            result = await asyncio.to_thread(self._release, item, "actions away", AWAY_SECONDS)
        except Exception as error:
            log.error("inbox.message_failed kind=%s attempt=%d", type(error).__name__, item.attempts)
            result = await asyncio.to_thread(self._failed, item, type(error).__name__)
        self.nudge.outbox()
        self.figures.message(result, time.perf_counter() - started)

    async def _answer(self, item: Item) -> None:
        if "silence" in item.content:
            await self._rested(item)
            return
        if await asyncio.to_thread(self.silence.ended, item):
            await asyncio.to_thread(self._release, item, "talk lapsed", 0.0)
            return
        content = self._read_within_bounds(item)
        line, profile = await asyncio.to_thread(self._prepare, item)
        said = content if content.choice is None else dataclasses.replace(content, text="")
        answer = officers.answer(line, said, item.name, profile.language) if line else None
        reply = aside(content, item.content, profile.language)
        tap = read_tap(content.choice)
        turn = None if line and answer else await asyncio.to_thread(self.door.turn, item, content, profile)
        if line and answer:
            await asyncio.to_thread(self._commit_officer, item, line, answer)
        elif turn:
            await asyncio.to_thread(self._commit_turn, item, turn)
        elif reply:
            await asyncio.to_thread(self._commit, item, Outcome([reply]), profile.language)
        elif tap and tap.verb == "more":
            await asyncio.to_thread(self._turn_page, item, tap, profile.language)
        else:
            if tap:
                content = await asyncio.to_thread(self._picked, item, content, tap)
            content = await asyncio.to_thread(self.door.without_receipts, content)
            outcome = await self._converse(item, content, profile)
            await asyncio.to_thread(self._commit, item, outcome, profile.language, content)

    def _read_within_bounds(self, item: Item) -> Content:
        """The content with no more words than a report may have: what is longer would hold everybody up."""
        content = read_content(item.content["body"])
        return dataclasses.replace(content, text=within(content.text, self.settings.limits.narrative_characters))

    async def _rested(self, item: Item) -> None:
        """The person has been silent for long: the dialogue reminds them, or ends the report."""
        _, profile = await asyncio.to_thread(self._prepare, item)
        content = await asyncio.to_thread(self.silence.content, item)
        outcome = await self._converse(item, content, profile) if content else Outcome()
        await asyncio.to_thread(self._commit, item, outcome, profile.language)

    def _prepare(self, item: Item) -> tuple[officers.OfficerLine | None, Profile]:
        profile = self.vault.profile(item.conversation)
        if profile.forget_due:
            self._forget(item.conversation)
        if item.attempts > 1:
            tracker_store.rewind(self.settings, item.conversation, item.name)
        return officers.line_of(self.vault, item.conversation), profile

    def _picked(self, item: Item, content: Content, tap: Tap) -> Content:
        with self.vault.reading() as connection:
            choice = self.replies.picked(connection, item.conversation, tap)
        return dataclasses.replace(content, choice=choice) if choice else content

    async def _converse(self, item: Item, content: Content, profile: Profile) -> Outcome:
        tips = await asyncio.to_thread(self.vault.tips_of, item.conversation)
        more_to_come = await self._more_to_come(item)
        metadata: dict[str, Any] = {
            "more_to_come": more_to_come,
            "language": profile.language,
            "tips": [{"tip_id": tip.tip_id, "status": tip.status} for tip in tips],
        }
        if await asyncio.to_thread(self.media.offers_facts, item.conversation):
            metadata["files_carry_facts"] = True
        if content.media_kind:
            metadata["evidence"] = {"id": item.name, "kind": content.media_kind}
        if content.replies_to:
            metadata["replies_to"] = self.vault.keys.name("sent", content.replies_to)
        written_at = item.written_at or item.received_at
        heard = Heard(item.conversation, content, written_at, item.name, metadata, profile.phone)
        outcome = await hear(heard, self._on_new_message, self._read)
        if outcome.language is None:
            outcome.language = await asyncio.to_thread(tracker_store.language_of, self.settings, item.conversation)
        if more_to_come and not outcome.reports and not outcome.forget:
            outcome.replies = [reply for reply in outcome.replies if not _can_wait(reply)]
        if says("distress", content.text):
            comfort = texts.reply("utter_self_harm", outcome.language or profile.language)
            outcome.replies = [comfort, *(reply for reply in outcome.replies if _asks(reply))]
        report = await asyncio.to_thread(tracker_store.report_told, self.settings, item.conversation)
        outcome.telling, outcome.urgent = report is not None, bool(report and report.get("urgent"))
        if not profile.promised:
            _promise(outcome, outcome.language or profile.language)
        if not outcome.replies and not more_to_come:
            outcome.replies.append(texts.reply("utter_problem", outcome.language or profile.language))
        return outcome

    async def _more_to_come(self, item: Item) -> bool:
        """Whether the person is still telling: what waits is answered with the last of it."""
        waiting = await asyncio.to_thread(self.inbox.waiting, item.conversation, item.id, MOST_AHEAD)
        return any(read_content(entry["body"]).kind in _WORDS for entry in waiting if "body" in entry)

    # What it led to, in one transaction

    def _commit(self, item: Item, outcome: Outcome, known: str | None, content: Content | None = None) -> None:
        language = outcome.language or known
        receipts = self.door.draw(outcome.reports)
        with self.vault.writing() as connection:
            self.inbox.finish(connection, item)
            if content and content.media_kind and content.media:
                self.media.note(connection, item.conversation, item.name, content.media_kind, content.media)
            if outcome.promises:
                self.vault.has_promised(connection, item.conversation)
            if content or outcome.forget:
                telling = outcome.telling and not outcome.forget
                self.silence.note(connection, item.conversation, telling, outcome.urgent)
            for report, receipt in zip(outcome.reports, receipts, strict=True):
                if self._file(connection, item, report):
                    self.door.give(connection, receipt, report, outcome.replies)
            if outcome.language and outcome.language != known:
                self.vault.set_language(connection, item.conversation, outcome.language)
            if outcome.forget:
                self.vault.must_forget(connection, item.conversation)
                if not outcome.reports:
                    self._drop_files(connection, item.conversation)
            self.replies.owe(connection, item.conversation, item.name, outcome.replies, language)
        if outcome.forget:
            self._forget(item.conversation)

    def _file(self, connection: Connection, item: Item, report: Mapping[str, Any]) -> bool:
        """Hands a report on; False when it was handed on before."""
        token = secrets.token_urlsafe(24)
        content = {"report": report, "token": token}
        fresh = self.deliveries.put(connection, report["report_id"], report["desk"], content)
        if fresh:
            conversation = self.vault.current(connection, item.conversation)
            route = ReplyRoute(token, conversation, report["tip_id"], "new", report["language"])
            self.vault.add_reply_route(connection, route)
            names = [str(piece["id"]) for piece in report["sealed"].get("evidence") or ()]
            self.media.filed(connection, item.conversation, names, report["tip_id"], report["desk"])
            self.media.agreed(connection, item.conversation, report.get("keep_originals") or ())
            self.media.facts_agreed(connection, item.conversation, names, report.get("facts") or ())
        return fresh

    def _commit_turn(self, item: Item, turn: Turn) -> None:
        with self.vault.writing() as connection:
            self.inbox.finish(connection, item)
            elsewhere = turn.act(connection) if turn.act else None
            self.replies.owe(connection, elsewhere or item.conversation, item.name, turn.replies, turn.language)
        if elsewhere:
            self._forget(item.conversation)
            self._forget_all_due()

    def _drop_files(self, connection: Connection, conversation: str) -> None:
        """A report was dropped, and with it the files that came since the last one was filed."""
        media = tables.media
        filed_at = self.vault.routes.last_filed_at(connection, conversation)
        query = sa.select(media.c.id).where(media.c.conversation == conversation)
        query = query.where(media.c.created_at > filed_at) if filed_at else query
        for name in list(connection.execute(query).scalars()):
            self.media.withdraw(connection, name)

    def _commit_officer(self, item: Item, line: officers.OfficerLine, answer: officers.Answer) -> None:
        with self.vault.writing() as connection:
            self.inbox.finish(connection, item)
            if answer.step:
                self.deliveries.put(connection, item.name, line.desk, {"step": answer.step})
            renewed = officers.OfficerLine(line.conversation, line.desk, line.officer_id, answer.writing_about)
            officers.set_line(connection, renewed)
            self.replies.owe(connection, item.conversation, item.name, [answer.reply], None)

    def _turn_page(self, item: Item, tap: Tap, language: str | None) -> None:
        with self.vault.writing() as connection:
            self.inbox.finish(connection, item)
            self.replies.turn_page(connection, item.conversation, item.name, tap, language)

    def _release(self, item: Item, reason: str, seconds: float) -> str:
        """The message waits without its fault: until the actions are back, or for one that goes before it."""
        tracker_store.rewind(self.settings, item.conversation, item.name)
        with self.vault.writing() as connection:
            self.inbox.release(connection, item, reason, seconds)
        return "put off"

    def _failed(self, item: Item, reason: str) -> str:
        """Another try later; after the last one the message is set aside and the person told."""
        language = self.vault.profile(item.conversation).language
        with self.vault.writing() as connection:
            if not self.inbox.postpone(connection, item, reason):
                return "put off"
            apology = texts.reply("utter_problem", language)
            self.replies.owe(connection, item.conversation, f"{item.name}:apology", [apology], language)
        tracker_store.rewind(self.settings, item.conversation, item.name)
        return "given up"

    # The tracker forgets once a report is filed or dropped, also when the process died in between

    def _forget(self, conversation: str) -> None:
        tracker_store.forget(self.settings, conversation)
        with self.vault.writing() as connection:
            self.vault.must_forget(connection, conversation, due=False)

    def _forget_all_due(self) -> None:
        for conversation in self.vault.to_forget():
            if conversation not in self._working:
                self._forget(conversation)

    async def _forget_leftovers(self) -> None:
        try:
            await asyncio.to_thread(self._forget_all_due)
        except Exception as error:
            log.error("tracker.forgetting_failed kind=%s", type(error).__name__)


def _promise(outcome: Outcome, language: str | None) -> None:
    """The first answer to somebody who begins with a report says, before its question, that nobody sees who they are; a
    greeting says so by itself."""
    if any(reply.get("response") == "utter_greet" for reply in outcome.replies):
        outcome.promises = True
    elif outcome.telling and outcome.replies and _asks(outcome.replies[-1]):  # an emergency number stays the first line
        first = outcome.replies[-1]
        first["text"] = "\n\n".join((texts.reply("utter_promise", language)["text"], first.get("text") or "")).strip()
        outcome.promises = True


def _asks(reply: Mapping[str, Any]) -> bool:
    """Whether a reply asks the open question, not just offers the menu beside small talk."""
    waits = bool(reply.get("buttons") or reply.get("location_request"))
    return waits and reply.get("response") not in _SMALL_TALK


def _can_wait(reply: Mapping[str, Any]) -> bool:
    """Whether the answer to the next message makes this one superfluous; what is news is never left out."""
    return _asks(reply) or reply.get("response") in _SMALL_TALK
