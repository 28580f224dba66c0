"""Forgetting a person: everything that leads to them goes at once, in one transaction; their tips stay.

The last answer still has to reach them: it is owed to a conversation that nothing leads to, which exists for that
answer alone and goes when it was sent, after a quarter of an hour at the latest.
"""

from __future__ import annotations

import datetime as dt
import functools
import secrets
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.addresses import merged_name
from channels.vault import Address, Vault
from satark.answers import spelt
from satark.reading import Language
from satark.redaction.lexicon import spelling
from satark.settings import ROOT
from satark.stores import utc_now
from satark.tables import read_table
from satark.text import is_devanagari

_FILE: Path = ROOT / "data" / "lexicon" / "forgetting.yml"
_PARTS = ("verbs", "things", "owners", "fillers")
_LONGEST_WISH = 14  # words
_LONGEST_TEXT = 200  # characters; nothing longer is looked at
FAREWELL_MINUTES = 15


@functools.lru_cache(maxsize=1)
def _lexicon() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    entries = read_table(_FILE)
    parts = {name: frozenset(spelling(word) for word in entries[name]) for name in (*_PARTS, "english")}
    return parts, frozenset(spelt(wish) for wish in entries["wishes"])


def asks_to_be_forgotten(text: str) -> bool:
    """Whether a message says this and nothing else."""
    if len(text) > _LONGEST_TEXT:
        return False
    said_whole = spelt(text)
    words = said_whole.split()
    parts, wishes = _lexicon()
    if said_whole in wishes:
        return True
    said = [{name for name in _PARTS if word in parts[name]} for word in words[: _LONGEST_WISH + 1]]
    needed = {"verbs", "things", "owners"}
    return len(words) <= _LONGEST_WISH and all(said) and needed <= set().union(*said)


def language_of_wish(text: str) -> Language:
    """The language of a message that asks to be forgotten: few words, so those of ownership tell."""
    words = spelt(text).split()
    if is_devanagari(text):
        return "hi"
    return "en" if any(word in _lexicon()[0]["english"] for word in words) else "hi-Latn"


def is_neutral_word(text: str, word: str) -> bool:
    """Whether a message is the deployment's neutral word (none where that is empty)."""
    return bool(word.strip()) and len(text) <= _LONGEST_TEXT and spelt(text) == spelt(word)


def forget_person(vault: Vault, connection: Connection, conversation: str, language: str | None) -> str:
    """Destroys what the vault holds of a person but their tips; the conversation that a last answer is owed to.

    The caller deletes the trackers afterwards; until then `Vault.to_forget` says of which conversations that is due.
    """
    people, conversation = tables.conversations, vault.current(connection, conversation)
    address = vault.address_of(connection, conversation)
    _drop_files(vault, connection, conversation)
    _drop_talks_elsewhere(vault, connection, conversation)
    vault.routes.forget(connection, conversation)
    for table in (tables.outbox, tables.offers, tables.paces, tables.officer_lines, tables.receipt_lines, tables.talks):
        connection.execute(table.delete().where(table.c.conversation == conversation))
    connection.execute(tables.aliases.delete().where(tables.aliases.c.conversation == conversation))
    _empty_inbox(connection, conversation)
    nothing = {"phone": None, "user_id": None, "language": None, "forget_due": True}
    connection.execute(people.update().where(people.c.id == conversation).values(**nothing))
    return _farewell(vault, connection, address, language)


def _drop_talks_elsewhere(vault: Vault, connection: Connection, conversation: str) -> None:
    """Reports half told in conversations that became a part of this one: nobody leads there but who asked."""
    people, talks, aliases = tables.conversations, tables.talks, tables.aliases
    astray = sa.select(talks.c.conversation).where(~sa.exists().where(people.c.id == talks.c.conversation))
    for gone in connection.execute(astray).scalars().all():
        leads_on = aliases.c.name == merged_name(vault.keys, gone)
        theirs = sa.select(aliases.c.name).where(aliases.c.conversation == conversation, leads_on)
        if connection.execute(theirs).first():
            connection.execute(talks.delete().where(talks.c.conversation == gone))
            connection.execute(people.insert().values(id=gone, last_heard_at=utc_now(), forget_due=True))


def _drop_files(vault: Vault, connection: Connection, conversation: str) -> None:
    """Files of no tip go; those of a tip stay with it and lose whom they came from."""
    media = tables.media
    theirs = media.c.conversation == conversation
    connection.execute(media.delete().where(theirs, media.c.tip_id.is_(None)))
    connection.execute(media.update().where(theirs).values(conversation=""))


def _empty_inbox(connection: Connection, conversation: str) -> None:
    """What waits is not read any more; the names stay, to know what comes a second time."""
    inbox = tables.inbox
    theirs = inbox.c.conversation == conversation
    connection.execute(inbox.update().where(theirs, inbox.c.status != "done").values(status="done", lease_until=None))
    connection.execute(inbox.update().where(theirs).values(conversation="", content=None, reason=None))


def _farewell(vault: Vault, connection: Connection, address: Address | None, language: str | None) -> str:
    conversation, now = secrets.token_hex(32), utc_now()
    sealed = {
        kind: vault.keys.seal("address", value.encode(), f"{conversation}:{kind}")
        for kind, value in (address.forms() if address else ())
    }
    values = {"language": language, "last_heard_at": now, "lapses_at": now + dt.timedelta(minutes=FAREWELL_MINUTES)}
    connection.execute(tables.conversations.insert().values(id=conversation, **values, **sealed))
    return conversation


def forget_farewells(vault: Vault) -> int:
    """Deletes the conversations of last answers that were sent or whose time is over; how many."""
    people, outbox = tables.conversations, tables.outbox
    owed = sa.exists(
        sa.select(outbox.c.id).where(outbox.c.conversation == people.c.id, outbox.c.status.in_(("new", "taken")))
    )
    over = sa.and_(people.c.lapses_at.is_not(None), sa.or_(~owed, people.c.lapses_at < utc_now()))
    with vault.reading() as connection:
        gone = list(connection.execute(sa.select(people.c.id).where(over)).scalars())
    for conversation in gone:
        with vault.writing() as connection:
            for table in (outbox, tables.paces):
                connection.execute(table.delete().where(table.c.conversation == conversation))
            connection.execute(people.delete().where(people.c.id == conversation))
    return len(gone)
