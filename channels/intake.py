"""From Meta's updates to the vault: everything a webhook brought, written in one transaction.

Webhooks that come together share a transaction: each is answered only after the commit that holds it.
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy.engine import Connection

from channels.content import Content, read_content
from channels.dead_letters import DeadLetters
from channels.outbox import Outbox
from channels.payloads import Address, Delivered, Incoming, Moved, Reacted, Rejected, Update
from channels.queues import Entry, OrderedQueue
from channels.vault import AddressBook, Vault
from satark.errors import StoreError
from satark.settings import Conversation
from satark.stores import utc_now

log = logging.getLogger("satark.intake")
MOST_TOGETHER = 2000  # updates in one transaction
MOST_WAITING = 20_000  # updates held in memory while the vault hangs: the rest is WhatsApp's to send again
COMMIT_SECONDS = 15.0  # in which a webhook must be stored; WhatsApp sends again what is not
# From one commit's beginning to the next: whoever comes alone does not wait, a stream shares its commits.
GATHER_SECONDS = 0.02
_CHANGING = ("edit", "revoke")  # kinds of messages that may change one that waits
Tally = Counter[str]  # what became of a webhook's updates, by short code


class Intake:
    """Writes updates to the vault. With `rules` short messages rest, so that what comes in a burst is known when the
    first of it is read."""

    def __init__(self, vault: Vault, inbox: OrderedQueue, outbox: Outbox, rules: Conversation | None = None) -> None:
        self.vault = vault
        self.inbox = inbox
        self.outbox = outbox
        self.rules = rules
        self.dead_letters = DeadLetters(vault)

    def store(self, updates: Sequence[Update]) -> Tally:
        """Writes all of them or none. Raises `StoreError`."""
        with self.vault.writing(alone=self.inbox.purpose) as connection:
            return self.store_in(connection, updates)

    def store_in(self, connection: Connection, updates: Sequence[Update]) -> Tally:
        """`store` as a part of a transaction."""
        now = utc_now()
        tally: Tally = Counter()
        book = self.vault.address_book(connection, _addresses(updates))
        entries: list[Entry] = []
        for update in updates:
            if isinstance(update, Incoming):
                entries.append(self._entry(book, update, now))
            elif isinstance(update, Reacted):
                book.conversation(update.sender, _not_after(update.written_at, now))
                tally["reaction"] += 1
            elif isinstance(update, Moved):
                book.move(update.before, update.now, _not_after(update.at, now))
                tally["moved"] += 1
        book.write()
        entries = [dataclasses.replace(entry, conversation=book.leads_on(entry.conversation)) for entry in entries]
        fresh = self.inbox.put_all(connection, entries)
        for entry in {entry.name: entry for entry in entries if entry.name in fresh}.values():
            tally[self._settle(connection, entry)] += 1
        tally["known"] += len(entries) - len(fresh)
        for update in updates:
            self._store_rest(connection, update, tally)
        return +tally

    def _entry(self, book: AddressBook, update: Incoming, now: dt.datetime) -> Entry:
        written_at = _not_after(update.written_at, now)
        conversation = book.conversation(update.sender, written_at)
        content = {"body": update.body, "wamid": update.wamid}
        return Entry(conversation, self._name(update.wamid), content, written_at, self._rest(update.body))

    def _rest(self, body: Mapping[str, Any]) -> float:
        """The seconds that a message waits for the person's next one."""
        if self.rules is None or body.get("type") != "text":
            return 0.0
        text = read_content(body).text
        return self.rules.settle_seconds if len(text) <= self.rules.short_characters else 0.0

    def _name(self, wamid: str) -> str:
        return self.vault.keys.name("message", wamid)

    def _store_rest(self, connection: Connection, update: Update, tally: Tally) -> None:
        if isinstance(update, Delivered):
            known = self.outbox.note_status(connection, update.wamid, update.status, update.tracking, update.code)
            tally["status" if known else "unknown status"] += 1
        elif isinstance(update, Rejected):
            self.dead_letters.put(connection, update.reason, update.body)
            tally["rejected"] += 1
        elif not isinstance(update, Incoming | Reacted | Moved):
            tally[f"ignored {update.kind}"] += 1

    # What a person changed or took back before anybody read it

    def _settle(self, connection: Connection, entry: Entry) -> str:
        """Edits and withdrawals act on a message that waits; for one that was read they are messages themselves."""
        if entry.content["body"].get("type") not in _CHANGING:
            return "message"
        content = read_content(entry.content["body"])
        if content.corrects:
            return self._edit(connection, entry, content)
        if content.withdraws:
            return self._withdraw(connection, entry, content.withdraws)
        return "message"

    def _edit(self, connection: Connection, entry: Entry, content: Content) -> str:
        original = Entry(entry.conversation, self._name(content.corrects or ""), {}, entry.written_at)
        message = entry.content["body"]["edit"]["message"]
        if read_content(message).kind == "unsupported":
            return "edit"
        replaced = {**entry.content, "body": message}
        if self.inbox.replace_waiting(connection, original, replaced):
            self.inbox.drop_waiting(connection, entry, "merged")
            return "edit in time"
        if self.inbox.drop_waiting(connection, original, "edited"):  # it has not even come: this stands for it
            self.inbox.replace_waiting(connection, entry, replaced)
        return "edit"

    def _withdraw(self, connection: Connection, entry: Entry, wamid: str) -> str:
        original = Entry(entry.conversation, self._name(wamid), {}, entry.written_at)
        if not self.inbox.drop_waiting(connection, original, "withdrawn"):
            return "withdrawal"
        self.inbox.replace_waiting(connection, entry, {**entry.content, "in_time": True})
        return "withdrawal in time"


def _addresses(updates: Sequence[Update]) -> Iterator[Address]:
    for update in updates:
        if isinstance(update, Incoming | Reacted):
            yield update.sender
        elif isinstance(update, Moved):
            yield update.before
            yield update.now


def _not_after(moment: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """WhatsApp's clock may be ahead of ours; without a moment it is now."""
    return min(moment, now) if moment else now


class Together:
    """Puts webhooks that wait at the same time into one transaction: one sync of the disk serves them all."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._thread = ThreadPoolExecutor(1, "intake")
        self._waiting: list[tuple[Sequence[Update], asyncio.Future[Tally]]] = []
        self._writer: asyncio.Task[None] | None = None
        self._begun = 0.0

    async def store(self, updates: Sequence[Update]) -> Tally:
        """Returns when `updates` are committed, with what became of them and of what was committed along.

        Raises `StoreError`, also when it takes longer than `COMMIT_SECONDS`: what was begun goes on then, and the
        second delivery of these updates will find them stored.
        """
        if not updates:
            return Counter()
        if sum(len(waiting) for waiting, _ in self._waiting) + len(updates) > MOST_WAITING:
            raise StoreError("Too much waits to be stored.")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Tally] = loop.create_future()
        self._waiting.append((updates, done))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        deadline = loop.call_later(COMMIT_SECONDS, _give_up, done)
        try:
            return await done
        finally:
            deadline.cancel()

    async def _write(self) -> None:
        now = asyncio.get_running_loop().time
        while self._waiting:
            if (early := self._begun + GATHER_SECONDS - now()) > 0:
                await asyncio.sleep(early)
            self._begun = now()
            group = self._next_group()
            for (_, done), result in zip(group, await self._run(group), strict=True):
                if done.done():  # whoever waited has gone, or was told that it takes too long
                    continue
                if isinstance(result, BaseException):
                    done.set_exception(result)
                else:
                    done.set_result(result)

    def _next_group(self) -> list[tuple[Sequence[Update], asyncio.Future[Tally]]]:
        size = count = 0
        for updates, _ in self._waiting:
            if count and size + len(updates) > MOST_TOGETHER:
                break
            size, count = size + len(updates), count + 1
        group, self._waiting = self._waiting[:count], self._waiting[count:]
        return group

    async def _run(self, group: Sequence[tuple[Sequence[Update], Any]]) -> list[Tally | BaseException]:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._store, [updates for updates, _ in group])

    def _store(self, group: Sequence[Sequence[Update]]) -> list[Tally | BaseException]:
        try:
            tally = self._intake.store([update for updates in group for update in updates])
            return [tally, *(Counter() for _ in group[1:])]  # whose it was does not matter to a sum
        except Exception as error:
            if len(group) == 1:
                return [_as_store_error(error)]
        return [self._store([updates])[0] for updates in group]  # one bad webhook must not cost the others theirs

    def close(self) -> None:
        """Ends the writing thread after what it has begun."""
        self._thread.shutdown(wait=True)


def _give_up(done: asyncio.Future[Tally]) -> None:
    if not done.done():
        log.error("inbox.commit_slow")
        done.set_exception(StoreError("The webhook was not stored in time."))


def _as_store_error(error: Exception) -> StoreError:
    if isinstance(error, StoreError):
        return error
    log.error("intake.failed kind=%s", type(error).__name__)
    return StoreError(f"The webhook could not be stored: {type(error).__name__}.")
