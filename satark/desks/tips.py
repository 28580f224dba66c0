"""What a desk holds, as frozen values: tips, their events, officers and what is to be sent."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Status = Literal["new", "assigned", "accepted", "action_taken", "closed"]
EventKind = Literal["filed", "assigned", "accepted", "action_taken", "closed", "reopened", "added", "withdrawn"]
STATUSES: tuple[Status, ...] = ("new", "assigned", "accepted", "action_taken", "closed")
DISPOSITIONS = ("action_taken", "no_offence_found", "insufficient_information", "duplicate", "referred")
WITHDRAWN = "withdrawn"  # the disposition of a tip whose reporter took it back

_ID_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no letter that reads as another
_ID_BITS = 40  # a clash among 100,000 tips has a chance below one in 200; a desk refuses it


def tip_id(code: str, report_id: str) -> str:
    """A short id such as `JP-7K3F-9QXM`: random as `report_id` is, the same for the same report, telling no count."""
    number = int.from_bytes(hashlib.sha256(f"tip:{report_id}".encode()).digest(), "big") >> (256 - _ID_BITS)
    letters = "".join(_ID_ALPHABET[(number >> shift) & 31] for shift in range(_ID_BITS - 5, -1, -5))
    return f"{code}-{letters[:4]}-{letters[4:]}"


@dataclass(frozen=True)
class Tip:
    """A tip at a desk.

    `when` and `place` are the contract's JSON shapes without their `text`; `content` is a box sealed to the desk and
    the range (JSON: narrative, route, vehicles, phones, evidence), opened with the context `id`. Moments are UTC.
    """

    id: str
    report_id: str
    filed_at: dt.datetime
    status: Status
    priority: int
    offences: tuple[str, ...]
    tense: str | None
    when: Mapping[str, Any] | None
    place: Mapping[str, Any] | None
    language: str
    reply_token: str
    content: bytes
    officer_id: str | None = None
    disposition: str | None = None
    desk: str = ""

    def facts(self) -> dict[str, Any]:
        """What operators may list: never words, never the way back to the reporter."""
        return {
            "id": self.id,
            "desk": self.desk,
            "offences": list(self.offences),
            "place": self.place,
            "when": self.when,
            "tense": self.tense,
            "status": self.status,
            "filed_at": self.filed_at.isoformat(timespec="seconds"),
            "priority": self.priority,
        }


@dataclass(frozen=True)
class TipEvent:
    """A step in a tip's life; `note` is a box sealed like the tip's content, context `id`."""

    id: str
    tip_id: str
    at: dt.datetime
    kind: EventKind
    actor: str
    note: bytes | None = None


@dataclass(frozen=True)
class Officer:
    """An officer of a desk; `phone` is the WhatsApp number, digits with country code."""

    id: str
    name: str
    rank: str
    station: str
    phone: str
    active: bool = True


@dataclass(frozen=True)
class Dispatch:
    """A message a desk owes: to `officer` (sealed to the courier, context `id`) or to `reporter` by `reply_token`."""

    id: str
    tip_id: str
    recipient: Literal["officer", "reporter"]
    notice: str
    officer_id: str | None
    content: bytes | None
    reply_token: str
