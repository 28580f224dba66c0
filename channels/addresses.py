"""Which conversation an address leads to: number and business-scoped id of one person, and what they were before.

Rules, in the order in which they decide:

* An id is given to one person for good; a number is handed on by its telephone company. Where both are known and lead
  to two people, the id decides, and the number is that person's from now on.
* A number seen without an id so far, now with one, is taken for the same person: the two conversations become one.
  Not where that id is known with another number: then the number was handed on to its person.
* A form that a person gave up leads to them for what was written before, and to nobody for what comes later.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.routes import Routes
from satark.seal import KeyRing

CHUNK = 400  # values in one IN (...): SQLite takes 999 parameters at the least
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
# Made once, so that they are compiled once.
_PEOPLE = tables.conversations.c
_KNOWN = sa.select(tables.aliases, _PEOPLE.phone, _PEOPLE.user_id, _PEOPLE.last_heard_at).where(
    tables.aliases.c.conversation == _PEOPLE.id, tables.aliases.c.name.in_(sa.bindparam("names", expanding=True))
)
_HEARD = tables.conversations.update().where(tables.conversations.c.id == sa.bindparam("one"))
_HEARD = _HEARD.values(last_heard_at=sa.bindparam("moment"))
# What moves along when two conversations turn out to be one person's; of some there is one a conversation.
_FOLLOWING = (tables.inbox, tables.outbox, tables.media, tables.offers, tables.aliases)
_ONE_EACH = (tables.officer_lines, tables.receipt_lines, tables.paces)


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


@dataclass
class _Alias:
    conversation: str
    retired_at: dt.datetime | None = None


@dataclass
class _Person:
    """A conversation as the store has it; `forms` opened. `dirty` and `heard` say what is to be written."""

    id: str
    forms: dict[str, str | None]
    heard_at: dt.datetime
    new: bool = False
    dirty: bool = False
    heard: bool = False


def chunks(values: Iterable[str]) -> Iterator[list[str]]:
    """`values` in lists short enough for one IN (...)."""
    listed = list(values)
    for start in range(0, len(listed), CHUNK):
        yield listed[start : start + CHUNK]


def merged_name(keys: KeyRing, conversation: str) -> str:
    """The alias under which a conversation that became a part of another still leads to it: what was in work then is
    answered yet."""
    return keys.name("merged", conversation)


class AddressBook:
    """The addresses that one transaction is about, read in bulk; nothing is kept before `write`."""

    def __init__(self, keys: KeyRing, connection: Connection, addresses: Iterable[Address]) -> None:
        self._keys = keys
        self._connection = connection
        self._aliases: dict[str, _Alias] = {}
        self._touched: set[str] = set()
        self._people: dict[str, _Person] = {}
        self._merged: list[tuple[str, str]] = []
        self._names: dict[tuple[str, str], str] = {}
        self._load({self._name(*form) for address in addresses for form in address.forms()})

    def _name(self, kind: str, value: str) -> str:
        name = self._names.get((kind, value))
        if name is None:
            name = self._names[kind, value] = self._keys.name(f"address:{kind}", value)
        return name

    def _load(self, names: set[str]) -> None:
        for some in chunks(sorted(names)):
            for name, person, retired_at, phone, user_id, heard_at in self._connection.execute(_KNOWN, {"names": some}):
                self._aliases[name] = _Alias(person, retired_at)
                if person not in self._people:
                    sealed = {"phone": phone, "user_id": user_id}
                    forms = {kind: self._open(person, kind, value) for kind, value in sealed.items()}
                    self._people[person] = _Person(person, forms, heard_at)

    def _open(self, conversation: str, kind: str, sealed: bytes | None) -> str | None:
        return None if sealed is None else self._keys.open("address", sealed, f"{conversation}:{kind}").decode()

    def _leads_to(self, kind: str, value: str | None, at: dt.datetime | None) -> _Person | None:
        alias = self._aliases.get(self._name(kind, value)) if value else None
        if alias is None or (alias.retired_at and at and at > alias.retired_at):
            return None
        return self._people[alias.conversation]

    def conversation(self, address: Address, at: dt.datetime | None) -> str:
        """The pseudonym of whoever has this address; with `at` they wrote at that moment."""
        by_id = self._leads_to("user_id", address.user_id, at)
        by_phone = self._leads_to("phone", address.phone, at)
        if by_phone and address.user_id and by_phone is not by_id:
            passed_on = by_phone.forms["user_id"] not in (None, address.user_id)
            passed_on = passed_on or (by_id is not None and by_id.forms["phone"] not in (None, address.phone))
            if passed_on:
                by_phone.forms["phone"], by_phone.dirty = None, True
                by_phone = None
            elif by_id:
                by_id = self._one_of(by_id, by_phone)
        person = by_id or by_phone or self._add()
        for kind, value in address.forms():
            self._give(person, kind, value, at)
        if at and at > person.heard_at:
            person.heard_at, person.heard = at, True
        return person.id

    def move(self, before: Address, now: Address, at: dt.datetime) -> None:
        """A person of the address `before` is reached at `now` since `at`; forms that both have are kept.

        Does nothing for somebody who never wrote.
        """
        known = [self._leads_to(kind, value, None) for kind, value in before.forms()]
        person = next((one for one in known if one), None)
        if person is None:
            return
        for kind, value in now.forms():
            other = self._leads_to(kind, value, at)
            if other and other is not person:
                if kind == "user_id" or (other.forms["user_id"] is None and other.heard_at >= at):
                    person = self._one_of(person, other, keep=person)
                else:  # the number was another person's before
                    other.forms[kind], other.dirty = None, True
            self._give(person, kind, value, at)
        number_changed = bool(before.phone and before.phone != now.phone)
        for kind, value in before.forms():
            if (number_changed or getattr(now, kind)) and getattr(now, kind) != value:
                self._retire(person, kind, value, at)

    def _add(self) -> _Person:
        person = _Person(secrets.token_hex(32), {"phone": None, "user_id": None}, NEVER, new=True)
        self._people[person.id] = person
        return person

    def _give(self, person: _Person, kind: str, value: str, at: dt.datetime | None) -> None:
        name = self._name(kind, value)
        alias = self._aliases.get(name)
        if alias is None or alias.conversation != person.id or (alias.retired_at and at and at > alias.retired_at):
            self._aliases[name] = _Alias(person.id)
            self._touched.add(name)
        elif alias.retired_at:
            return
        if person.forms[kind] == value:
            return
        former = person.forms[kind]
        person.forms[kind], person.dirty = value, True
        if former and at:
            self._retire(person, kind, former, at)

    def _retire(self, person: _Person, kind: str, value: str, at: dt.datetime) -> None:
        name = self._name(kind, value)
        self._aliases[name] = _Alias(person.id, at)
        self._touched.add(name)
        if person.forms[kind] == value:
            person.forms[kind], person.dirty = None, True

    def _one_of(self, one: _Person, other: _Person, keep: _Person | None = None) -> _Person:
        """Two conversations of one person become the one that was heard last."""
        kept = keep or max(one, other, key=lambda person: person.heard_at)
        gone = other if kept is one else one
        for alias in self._aliases.values():
            if alias.conversation == gone.id:
                alias.conversation = kept.id
        for kind, value in gone.forms.items():
            kept.forms[kind] = kept.forms[kind] or value
        kept.heard_at, kept.dirty = max(kept.heard_at, gone.heard_at), True
        self._merged.append((gone.id, kept.id))
        return kept

    def leads_on(self, conversation: str) -> str:
        """The conversation that one of this transaction has become a part of; itself where it has not."""
        for gone, kept in self._merged:
            conversation = kept if conversation == gone else conversation
        return conversation

    def write(self) -> None:
        """Writes what was learnt: new people first, then their aliases, then what moves to another conversation."""
        people, gone_ones = tables.conversations, {gone for gone, _ in self._merged}
        persons = [person for person in self._people.values() if person.id not in gone_ones]
        for person in persons:
            values: dict[str, Any] = {"last_heard_at": person.heard_at}
            if person.new or person.dirty:
                values |= {kind: self._seal(person, kind) for kind in person.forms}
            if person.new:
                self._connection.execute(people.insert().values(id=person.id, **values))
            elif person.dirty:
                self._connection.execute(people.update().where(people.c.id == person.id).values(**values))
        if heard := [person for person in persons if person.heard and not (person.new or person.dirty)]:
            self._connection.execute(_HEARD, [{"one": person.id, "moment": person.heard_at} for person in heard])
        aliases = tables.aliases
        for name in sorted(self._touched):
            alias = self._aliases[name]
            pair = {"conversation": alias.conversation, "retired_at": alias.retired_at}
            if not self._connection.execute(aliases.update().where(aliases.c.name == name).values(**pair)).rowcount:
                self._connection.execute(aliases.insert().values(name=name, **pair))
        for gone, _ in self._merged:
            self._move_all(gone, self.leads_on(gone))

    def _move_all(self, gone: str, kept: str) -> None:
        """What was `gone`'s is `kept`'s; nothing stays of the address that lay there. A report half told there comes to
        its end there."""
        run, people = self._connection.execute, tables.conversations
        for table in _FOLLOWING:
            run(table.update().where(table.c.conversation == gone).values(conversation=kept))
        for table in _ONE_EACH:
            other = table.alias()
            free = ~sa.exists(sa.select(other.c.conversation).where(other.c.conversation == kept))
            run(table.update().where(table.c.conversation == gone, free).values(conversation=kept))
            run(table.delete().where(table.c.conversation == gone))
        Routes(self._keys).move(self._connection, gone, kept)
        if language := run(sa.select(people.c.language).where(people.c.id == gone)).scalar():
            run(people.update().where(people.c.id == kept, people.c.language.is_(None)).values(language=language))
        if run(people.delete().where(people.c.id == gone)).rowcount:
            run(tables.aliases.insert().values(name=merged_name(self._keys, gone), conversation=kept))

    def _seal(self, person: _Person, kind: str) -> bytes | None:
        value = person.forms[kind]
        return None if value is None else self._keys.seal("address", value.encode(), f"{person.id}:{kind}")
