"""What an office may see: the desks of an account, their tips, and the words that this process's keys open."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import flask

from satark.desks import Desk, Tip, TipEvent
from satark.desks.accounts import Account, note_in_audit
from satark.desks.evidence import Part, sealed_part
from satark.errors import SealError, UnknownTip
from satark.evidence.boxes import context_of, open_file
from satark.seal import PrivateBox
from satark.settings import RANGE_DESK, Settings
from satark.stores import utc_now

STALE_AFTER = dt.timedelta(hours=24)  # a new tip without an officer that long is shown as waiting
_TICK_SECONDS = 300  # ages and "today" move on their own: tokens change at least that often


@dataclass(frozen=True)
class Found:
    """A tip and the desk it lives at."""

    desk: Desk
    tip: Tip


class Offices:
    """The desks of a deployment as accounts see them. An SP's account sees its desk, the range's account all."""

    def __init__(self, settings: Settings, desks: Iterable[Desk], boxes: Mapping[str, PrivateBox]) -> None:
        self.settings = settings
        self.desks = {desk.name: desk for desk in desks}
        self._boxes = boxes
        self._lists: dict[str, tuple[str, list[Tip]]] = {}
        self._lock = threading.Lock()

    @classmethod
    def open(cls, settings: Settings, boxes: Mapping[str, PrivateBox]) -> Offices:
        """Opens every desk's store. Raises `StoreError`."""
        return cls(settings, [Desk.open(settings, name) for name in settings.desks], boxes)

    def visible(self, account: Account) -> list[Desk]:
        """The desks an account may see, in the settings' order."""
        if account.desk == RANGE_DESK:
            return [self.desks[name] for name in self.settings.desks]
        return [self.desks[account.desk]]

    def desk(self, account: Account, name: str | None) -> Desk:
        """The named desk where the account may see it, else the account's own."""
        seen = {desk.name: desk for desk in self.visible(account)}
        return seen.get(name or "", self.desks[account.desk])

    def token(self, account: Account) -> str:
        """Differs after any change at the account's desks, and every five minutes."""
        ticks = int(utc_now().timestamp()) // _TICK_SECONDS
        return "|".join([*(desk.latest_change() for desk in self.visible(account)), str(ticks)])

    def tips(self, account: Account) -> list[Tip]:
        """All tips the account may see, newest first, without their words."""
        gathered = [tip for desk in self.visible(account) for tip in self._listed(desk)]
        return sorted(gathered, key=lambda tip: tip.filed_at, reverse=True)

    def _listed(self, desk: Desk) -> list[Tip]:
        token = desk.latest_change()  # taken before reading: a tip filed in between is read at the next look
        with self._lock:
            known = self._lists.get(desk.name)
        if known and known[0] == token:
            return known[1]
        tips = desk.listed()
        with self._lock:
            self._lists[desk.name] = (token, tips)
        return tips

    def find(self, account: Account, tip_id: str) -> Found:
        """Raises `UnknownTip` also for a tip of a desk the account may not see."""
        for desk in self.visible(account):
            if tip_id.startswith(f"{self.settings.desk_code(desk.name)}-"):
                return Found(desk, desk.tip(tip_id))
        raise UnknownTip(f"There is no tip {tip_id} at the desk {account.desk}.")

    def open_content(self, account: Account, tip: Tip) -> bytes:
        """The tip's words, by the key of the account's own desk. Raises `SealError` when this process lacks it."""
        return self._box(account).open(tip.content, tip.id)

    def open_note(self, account: Account, event: TipEvent) -> str:
        """The officer's note of an event, empty where there is none. Raises `SealError` as `open_content`."""
        return self._box(account).open(event.note, event.id).decode("utf-8") if event.note else ""

    def open_evidence(self, account: Account, found: Found, evidence_id: str, part: Part) -> bytes | None:
        """A part of a piece of evidence, None where there is none. Raises `SealError` as `open_content`, and for a part
        that is sealed to another desk alone."""
        sealed = sealed_part(found.desk, found.tip.id, evidence_id, part)
        if sealed is None:
            return None
        return open_file(self._box(account), sealed, context_of(found.tip.id, evidence_id, part))

    def _box(self, account: Account) -> PrivateBox:
        if account.desk not in self._boxes:
            raise SealError(f"This dashboard was started without the passphrase of the desk {account.desk}.")
        return self._boxes[account.desk]

    def note(self, account: Account, action: str, desk: Desk | None = None, tip_id: str | None = None) -> None:
        """Records what the account did in the audit of `desk`, by default its own."""
        note_in_audit(desk or self.desks[account.desk], account.username, action, tip_id)


def offices() -> Offices:
    """The offices of the app that serves the present request."""
    held: Offices = flask.current_app.extensions["offices"]
    return held


def waiting_long(tip: Tip, now: dt.datetime) -> bool:
    """Whether a tip is still without an officer a day after it was filed."""
    return tip.status == "new" and now - tip.filed_at > STALE_AFTER
