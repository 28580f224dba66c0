"""Choices that do not fit into one list, kept so that a tap on a row can lead back to them.

A row's id holds at most 200 characters and comes back as it was sent. "More ..." carries the offer's name and the first
choice of the next page; a choice whose own id would be too long carries the offer's name and its number. Both work as
long as the offer is kept, on any page, any number of times, and only in the conversation it was made in.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import regex
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.vault import Vault
from satark.stores import utc_now

_TABLE = tables.offers
_PURPOSE = "offer"
_TAP = regex.compile(r'/(more|pick)\{"offer": "([\w-]{1,24})", "row": (\d{1,4})\}', flags=regex.ASCII)


@dataclass(frozen=True)
class Tap:
    """A tapped row that leads back to an offer: `more` to the page that begins with `row`, `pick` to that choice."""

    verb: Literal["more", "pick"]
    offer: str
    row: int


def read_tap(choice: str | None) -> Tap | None:
    """The tap that a row's id stands for; None for any other choice."""
    match = _TAP.fullmatch(choice or "")
    return Tap("more" if match[1] == "more" else "pick", match[2], int(match[3])) if match else None


class Offers:
    """The offers kept in the vault."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault

    def keep(self, connection: Connection, conversation: str, reply: Mapping[str, Any]) -> str:
        """Keeps a reply with its choices; gives the offer's name."""
        name = secrets.token_urlsafe(12)
        sealed = self.vault.keys.seal(_PURPOSE, json.dumps(reply, ensure_ascii=False).encode(), name)
        values = {"name": name, "conversation": conversation, "created_at": utc_now(), "content": sealed}
        connection.execute(_TABLE.insert().values(**values))
        return name

    def find(self, connection: Connection, conversation: str, tap: Tap) -> dict[str, Any] | None:
        """The reply that a tap of this conversation leads back to; None when it was forgotten or never was theirs, or
        has no such choice."""
        mine = sa.and_(_TABLE.c.name == tap.offer, _TABLE.c.conversation == conversation)
        sealed = connection.execute(sa.select(_TABLE.c.content).where(mine)).scalar()
        if sealed is None:
            return None
        reply: dict[str, Any] = json.loads(self.vault.keys.open(_PURPOSE, sealed, tap.offer))
        return reply if tap.row < len(reply["buttons"]) else None

    def forget_before(self, moment: dt.datetime) -> int:
        """Deletes the offers made before `moment`; how many."""
        with self.vault.writing() as connection:
            return int(connection.execute(_TABLE.delete().where(_TABLE.c.created_at < moment)).rowcount)
