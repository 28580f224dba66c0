"""The vault: who wrote, under a keyed name, and how to reach them; opened by the channel and the worker only.

A person's number or business-scoped id enters here and comes out nowhere else but in a call to the Graph API.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from channels import tables
from satark.errors import StoreError
from satark.seal import KeyRing
from satark.settings import Settings
from satark.stores import open_store, utc_now

FREE_WINDOW = dt.timedelta(hours=24)  # WhatsApp's customer service window


@dataclass(frozen=True)
class Address:
    """How WhatsApp knows a person: a number (digits), a business-scoped id, or both."""

    phone: str | None = None
    user_id: str | None = None

    def __post_init__(self) -> None:
        if not self.phone and not self.user_id:
            raise ValueError("an address needs a number or an id")

    def forms(self) -> list[tuple[str, str]]:
        """(kind, value) of each form that is known."""
        return [(kind, value) for kind, value in (("phone", self.phone), ("user_id", self.user_id)) if value]


@dataclass(frozen=True)
class ReplyRoute:
    """Where a tip's reporter is reached, and what was last told."""

    token: str
    conversation: str
    tip_id: str
    status: str
    language: str


class Vault:
    """The vault's store with its keys. Methods raise `StoreError` when the store fails."""

    def __init__(self, engine: Engine, keys: KeyRing) -> None:
        self.engine = engine
        self.keys = keys
        self.reader = engine.execution_options(sqlite_begin="DEFERRED")

    @classmethod
    def open(cls, settings: Settings) -> Vault:
        """Opens (and migrates) the store; makes the key file at the first start."""
        keys = KeyRing.load_or_create(settings.keys / "vault.json")
        return cls(open_store(settings.vault_url, Path(__file__).parent / "migrations"), keys)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that may write."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"The vault failed: {type(error).__name__}.") from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that only reads."""
        try:
            with self.reader.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"The vault failed: {type(error).__name__}.") from error

    def _alias(self, kind: str, value: str) -> str:
        return self.keys.name(f"address:{kind}", value)

    def conversation_of(self, connection: Connection, address: Address, heard_at: dt.datetime | None = None) -> str:
        """The pseudonym of a person: the one that either form of the address already leads to, else a new one.

        With `heard_at` the person's last message is dated (the 24-hour window counts from it).
        """
        names = {self._alias(kind, value): (kind, value) for kind, value in address.forms()}
        known = dict(
            connection.execute(
                sa.select(tables.aliases.c.name, tables.aliases.c.conversation).where(tables.aliases.c.name.in_(names))
            ).all()
        )
        kind, value = address.forms()[0]
        conversation = next(iter(known.values()), None) or self.keys.name("pseudonym", f"{kind}:{value}")
        sealed = {
            kind: self.keys.seal("address", value.encode(), f"{conversation}:{kind}") for kind, value in address.forms()
        }
        dated = {"last_heard_at": heard_at} if heard_at else {}
        if not known:
            moment = heard_at or dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
            connection.execute(tables.conversations.insert().values(id=conversation, last_heard_at=moment, **sealed))
        elif dated or len(known) < len(names):
            new = {kind: sealed[kind] for name, (kind, _) in names.items() if name not in known}
            query = tables.conversations.update().where(tables.conversations.c.id == conversation)
            connection.execute(query.values(**new, **dated))
        for name in names.keys() - known.keys():
            connection.execute(tables.aliases.insert().values(name=name, conversation=conversation))
        return conversation

    def address_of(self, connection: Connection, conversation: str) -> Address | None:
        """How to reach a conversation, or None when it was forgotten."""
        row = connection.execute(
            sa.select(tables.conversations.c.phone, tables.conversations.c.user_id).where(
                tables.conversations.c.id == conversation
            )
        ).first()
        if row is None:
            return None
        opened = {
            kind: self.keys.open("address", sealed, f"{conversation}:{kind}").decode()
            for kind, sealed in row._mapping.items()
            if sealed is not None
        }
        return Address(**opened)

    def may_write_freely(self, connection: Connection, conversation: str) -> bool:
        """Whether the person wrote within the last 24 hours: outside them only templates are allowed."""
        query = sa.select(tables.conversations.c.last_heard_at).where(tables.conversations.c.id == conversation)
        heard: dt.datetime | None = connection.execute(query).scalar()
        return heard is not None and utc_now() - heard < FREE_WINDOW

    def language_of(self, conversation: str) -> str | None:
        """The language the person chose or was answered in last."""
        query = sa.select(tables.conversations.c.language).where(tables.conversations.c.id == conversation)
        with self.reading() as connection:
            language: str | None = connection.execute(query).scalar()
        return language

    def set_language(self, connection: Connection, conversation: str, language: str) -> None:
        """Remembers in which language to answer."""
        query = tables.conversations.update().where(tables.conversations.c.id == conversation)
        connection.execute(query.values(language=language))

    # Ways back to reporters

    def add_reply_route(self, connection: Connection, route: ReplyRoute) -> None:
        """Remembers whom a tip's reply token leads to; does nothing when it is known."""
        known = connection.execute(
            sa.select(tables.reply_routes.c.token).where(tables.reply_routes.c.token == route.token)
        ).first()
        if known is None:
            connection.execute(tables.reply_routes.insert().values(created_at=utc_now(), **vars(route)))

    def reply_route(self, connection: Connection, token: str) -> ReplyRoute | None:
        """Where a token leads, or None when it was forgotten."""
        row = connection.execute(sa.select(tables.reply_routes).where(tables.reply_routes.c.token == token)).first()
        if row is None:
            return None
        return ReplyRoute(row.token, row.conversation, row.tip_id, row.status, row.language)

    def tell_status(self, connection: Connection, token: str, status: str) -> None:
        """Notes what the reporter was last told of a tip."""
        query = tables.reply_routes.update().where(tables.reply_routes.c.token == token)
        connection.execute(query.values(status=status))

    def tips_of(self, conversation: str, limit: int = 5) -> list[ReplyRoute]:
        """The person's latest tips, newest first."""
        query = (
            sa.select(tables.reply_routes)
            .where(tables.reply_routes.c.conversation == conversation)
            .order_by(tables.reply_routes.c.created_at.desc())
            .limit(limit)
        )
        with self.reading() as connection:
            return [
                ReplyRoute(row.token, row.conversation, row.tip_id, row.status, row.language)
                for row in connection.execute(query)
            ]
