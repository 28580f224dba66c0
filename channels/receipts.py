"""Receipts in the vault: made when a tip is filed, shown once, later found by whoever shows them, from any number.

Wrong ones are counted by the sender's address and for everybody together; both allowances refill with time and outlive
a restart, and neither says whether a receipt was right once it is used up.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.pace import Pace
from channels.vault import Vault
from satark.receipts import TAG, Receipt, find
from satark.settings import Settings
from satark.stores import utc_now

_TABLE, _LINES, _GUESSES = tables.receipts, tables.receipt_lines, tables.guesses
_PURPOSE, _LINE_PURPOSE = "receipt", "receipt line"
LINE_MINUTES = 30
_EVERYBODY = "everybody"


@dataclass(frozen=True)
class Drawn:
    """A fresh receipt and the hash of it, made before the transaction that keeps it: hashing takes its time."""

    receipt: Receipt
    hash: str


@dataclass(frozen=True)
class ReceiptTip:
    """The tip of a receipt: the language it was told in, what was last told of it."""

    tip_id: str
    desk: str
    language: str
    status: str = "new"


@dataclass(frozen=True)
class Line:
    """The tip a conversation is about since its receipt was shown; `waiting` for `words` or `yes`, or None."""

    tip: ReceiptTip
    waiting: str | None


class Receipts:
    """The receipts of one vault."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        self.vault = vault
        limits = settings.limits
        self._own = Pace(limits.receipt_guesses, dt.timedelta(seconds=limits.receipt_guess_seconds))
        self._all = Pace(limits.receipt_guesses_of_all, dt.timedelta(seconds=limits.receipt_guess_of_all_seconds))
        self._nobodys: str | None = None

    # Made once

    def draw(self) -> Drawn:
        """A fresh receipt."""
        receipt = Receipt.new()
        return Drawn(receipt, receipt.hash(self.vault.keys))

    def keep(self, connection: Connection, drawn: Drawn, report: Mapping[str, Any]) -> None:
        """Keeps what a receipt of a filed report is known by; the receipt itself goes nowhere but into the answer."""
        name = self._name(report["tip_id"])
        held = {"tip_id": report["tip_id"], "desk": report["desk"], "language": report["language"]}
        values = {"drawer": drawn.receipt.drawer(self.vault.keys), "hash": drawn.hash, "status": "new"}
        sealed = self.vault.keys.seal(_PURPOSE, json.dumps(held).encode(), name)
        connection.execute(_TABLE.insert().values(tip=name, created_at=utc_now(), content=sealed, **values))

    def _name(self, tip_id: str) -> str:
        return self.vault.keys.name(_PURPOSE, tip_id)

    def tell_status(self, connection: Connection, tip_id: str, status: str) -> None:
        """Notes what became of a tip."""
        connection.execute(_TABLE.update().where(_TABLE.c.tip == self._name(tip_id)).values(status=status))

    # Shown again

    def may_be_known(self, receipt: Receipt) -> bool:
        """Whether some receipt lies in this one's drawer (one in 65,536 of those that are none does by chance)."""
        query = sa.select(_TABLE.c.tip).where(_TABLE.c.drawer == receipt.drawer(self.vault.keys)).limit(1)
        with self.vault.reading() as connection:
            return connection.execute(query).first() is not None

    def without(self, text: str) -> str:
        """`text` without receipts: those that look like one in every way, and bare sixteen digits that may be known."""
        for one in reversed(list(find(text))):
            known = one.receipt is not None and (one.surely or self.may_be_known(one.receipt))
            if known or (one.surely and one.labelled):
                text = f"{text[: one.start]}{TAG}{text[one.end :]}"
        return text

    def look_up(self, receipt: Receipt) -> ReceiptTip | None:
        """The tip of a receipt, or None."""
        query = sa.select(_TABLE).where(_TABLE.c.drawer == receipt.drawer(self.vault.keys))
        with self.vault.reading() as connection:
            rows = connection.execute(query).all()
        if not rows:  # as slow as if there had been one
            self._nobodys = self._nobodys or Receipt.new().hash(self.vault.keys)
            receipt.fits(self._nobodys, self.vault.keys)
        row = next((row for row in rows if receipt.fits(row.hash, self.vault.keys)), None)
        if row is None:
            return None
        return ReceiptTip(**json.loads(self.vault.keys.open(_PURPOSE, row.content, row.tip)), status=row.status)

    # Guessing

    def may_guess(self, conversation: str) -> bool:
        """Whether this person's allowance of wrong receipts, and everybody's, is not used up."""
        now = utc_now()
        with self.vault.reading() as connection:
            own, everybody = self._names(connection, conversation)
            waits = (
                self._own.wait(self._full_at(connection, own), now),
                self._all.wait(self._full_at(connection, everybody), now),
            )
        return not any(waits)

    def note_guess(self, connection: Connection, conversation: str) -> None:
        """A wrong receipt was shown."""
        now = utc_now()
        own, everybody = self._names(connection, conversation)
        for name, pace in ((own, self._own), (everybody, self._all)):
            full_at = pace.spend(self._full_at(connection, name), now)
            if not connection.execute(
                _GUESSES.update().where(_GUESSES.c.name == name).values(full_at=full_at)
            ).rowcount:
                connection.execute(_GUESSES.insert().values(name=name, full_at=full_at))

    def _names(self, connection: Connection, conversation: str) -> tuple[str, str]:
        """By address: a conversation begins anew for who asks to be forgotten."""
        address = self.vault.address_of(connection, conversation)
        who = (address.user_id or address.phone) if address else conversation
        return self.vault.keys.name("guess", str(who)), self.vault.keys.name("guess", _EVERYBODY)

    @staticmethod
    def _full_at(connection: Connection, name: str) -> dt.datetime | None:
        moment: dt.datetime | None = connection.execute(
            sa.select(_GUESSES.c.full_at).where(_GUESSES.c.name == name)
        ).scalar()
        return moment

    # The tip that a conversation is about

    def line(self, conversation: str) -> Line | None:
        """The open line of a conversation, or None."""
        query = sa.select(_LINES).where(_LINES.c.conversation == conversation, _LINES.c.until > utc_now())
        with self.vault.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        held = json.loads(self.vault.keys.open(_LINE_PURPOSE, row.content, conversation))
        return Line(ReceiptTip(**held), row.waiting)

    def set_line(self, connection: Connection, conversation: str, line: Line | None) -> None:
        """Opens, changes or ends (None) the line of a conversation."""
        connection.execute(_LINES.delete().where(_LINES.c.conversation == conversation))
        if line is None:
            return
        sealed = self.vault.keys.seal(_LINE_PURPOSE, json.dumps(vars(line.tip)).encode(), conversation)
        until = utc_now() + dt.timedelta(minutes=LINE_MINUTES)
        values = {"conversation": conversation, "waiting": line.waiting, "until": until, "content": sealed}
        connection.execute(_LINES.insert().values(**values))
