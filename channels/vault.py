"""The vault: who wrote, under a keyed name, and how to reach them; opened by the channel and the worker only.

A person's number or business-scoped id enters here and comes out nowhere else but in a call to the Graph API.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from channels import tables
from channels.addresses import Address, AddressBook, merged_name
from channels.routes import ReplyRoute, Routes
from satark.errors import StoreError
from satark.seal import KeyRing
from satark.settings import Settings
from satark.stores import open_store, utc_now

__all__ = ["Address", "AddressBook", "Profile", "ReplyRoute", "Vault"]

FREE_WINDOW = dt.timedelta(hours=24)  # WhatsApp's customer service window


@dataclass(frozen=True)
class Profile:
    """What is kept of a person besides their tips: the language to answer in, their own number (to take it out of what
    they write), whether what they said is still to be deleted from the tracker, and whether they were told that nobody
    sees who they are."""

    language: str | None = None
    phone: str | None = None
    forget_due: bool = False
    promised: bool = False


class Vault:
    """The vault's store with its keys. Methods raise `StoreError` when the store fails."""

    def __init__(self, engine: Engine, keys: KeyRing) -> None:
        self.engine = engine
        self.keys = keys
        self.reader = engine.execution_options(sqlite_begin="DEFERRED")
        self.routes = Routes(keys)

    @classmethod
    def open(cls, settings: Settings) -> Vault:
        """Opens (and migrates) the store; makes the key file at the first start."""
        keys = KeyRing.load_or_create(settings.keys / "vault.json")
        vault = cls(open_store(settings.vault_url, Path(__file__).parent / "migrations"), keys)
        with vault.writing(alone="routes") as connection:
            vault.routes.seal_old(connection)
        return vault

    @contextmanager
    def writing(self, alone: str | None = None) -> Iterator[Connection]:
        """One transaction that may write; of those that name the same `alone`, only one at a time.

        SQLite has one writer anyway; PostgreSQL gets an advisory lock, so that both keep order in the same way.
        """
        try:
            with self.engine.begin() as connection:
                if alone:
                    self._wait_for_turn(connection, alone)
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"The vault failed: {type(error).__name__}.") from error

    def _wait_for_turn(self, connection: Connection, alone: str) -> None:
        if self.engine.dialect.name == "postgresql":
            key = zlib.crc32(f"satark {alone}".encode())
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads."""
        try:
            with self.reader.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"The vault failed: {type(error).__name__}.") from error

    def address_book(self, connection: Connection, addresses: Iterable[Address]) -> AddressBook:
        """What the vault knows of `addresses`, for this transaction; whoever changes it calls its `write`."""
        self._wait_for_turn(connection, "addresses")
        return AddressBook(self.keys, connection, addresses)

    def conversation_of(self, connection: Connection, address: Address, heard_at: dt.datetime | None = None) -> str:
        """The pseudonym of a person: the one that either form of the address already leads to, else a new one.

        With `heard_at` the person's last message is dated (the 24-hour window counts from it).
        """
        book = self.address_book(connection, [address])
        conversation = book.conversation(address, heard_at)
        book.write()
        return conversation

    def address_of(self, connection: Connection, conversation: str) -> Address | None:
        """How to reach a conversation, or None when it was forgotten."""
        row = self._row(connection, conversation)
        if row is None:
            return None
        opened = {
            kind: self.keys.open("address", row._mapping[kind], f"{row.id}:{kind}").decode()
            for kind in ("phone", "user_id")
            if row._mapping[kind] is not None
        }
        return Address(**opened) if opened else None

    def current(self, connection: Connection, conversation: str) -> str:
        """The conversation that this one became a part of; itself where it did not."""
        row = self._row(connection, conversation)
        return str(row.id) if row else conversation

    def _row(self, connection: Connection, conversation: str) -> Any:
        """What is kept of a conversation, or of the one it became a part of; None when it was forgotten."""
        people, aliases = tables.conversations, tables.aliases
        query = sa.select(people)
        row = connection.execute(query.where(people.c.id == conversation)).first()
        if row is None:
            leads_on = aliases.c.name == merged_name(self.keys, conversation)
            row = connection.execute(query.where(people.c.id == aliases.c.conversation, leads_on)).first()
        return row

    def may_write_freely(self, connection: Connection, conversation: str) -> bool:
        """Whether the person wrote within the last 24 hours: outside them only templates are allowed."""
        row = self._row(connection, conversation)
        return row is not None and utc_now() - row.last_heard_at < FREE_WINDOW

    def profile(self, conversation: str) -> Profile:
        """What is kept of a person; an empty profile for a conversation that was forgotten."""
        with self.reading() as connection:
            row = self._row(connection, conversation)
        if row is None:
            return Profile()
        phone = self.keys.open("address", row.phone, f"{row.id}:phone").decode() if row.phone else None
        return Profile(row.language, phone, row.forget_due, row.promised)

    def language_of(self, conversation: str) -> str | None:
        """The language the person chose or was answered in last."""
        return self.profile(conversation).language

    def set_language(self, connection: Connection, conversation: str, language: str) -> None:
        """Remembers in which language to answer."""
        query = tables.conversations.update().where(tables.conversations.c.id == conversation)
        connection.execute(query.values(language=language))

    def has_promised(self, connection: Connection, conversation: str) -> None:
        """Notes that the person was told that nobody sees who they are."""
        people = tables.conversations
        connection.execute(people.update().where(people.c.id == conversation).values(promised=True))

    def must_forget(self, connection: Connection, conversation: str, due: bool = True) -> None:
        """Notes that what was said must be deleted from the tracker, or that it has been."""
        people = tables.conversations
        if not due:  # who asked to be forgotten has no address any more: nothing is left of them now
            nobody = sa.and_(people.c.phone.is_(None), people.c.user_id.is_(None), people.c.forget_due.is_(True))
            connection.execute(people.delete().where(people.c.id == conversation, nobody))
        connection.execute(people.update().where(people.c.id == conversation).values(forget_due=due))

    def to_forget(self) -> list[str]:
        """Conversations whose tracker is still to be deleted."""
        query = sa.select(tables.conversations.c.id).where(tables.conversations.c.forget_due.is_(True))
        with self.reading() as connection:
            return list(connection.execute(query).scalars())

    # Ways back to reporters

    def add_reply_route(self, connection: Connection, route: ReplyRoute) -> None:
        """Remembers whom a tip's reply token leads to; does nothing when it is known."""
        self.routes.add(connection, route)

    def reply_route(self, connection: Connection, token: str) -> ReplyRoute | None:
        """Where a token leads, or None when it was forgotten."""
        return self.routes.find(connection, token)

    def tell_status(self, connection: Connection, token: str, status: str) -> None:
        """Notes what the reporter was last told of a tip."""
        self.routes.tell_status(connection, token, status)

    def tips_of(self, conversation: str, limit: int = 5) -> list[ReplyRoute]:
        """The person's latest tips, newest first."""
        with self.reading() as connection:
            return self.routes.of(connection, conversation, limit)
