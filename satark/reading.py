"""What was understood of one message: the shapes of the contract, as frozen values.

Every class has `to_json()`, giving plain dicts, lists and strings in the contract's field order.
Times are aware datetimes; they are written in Asia/Kolkata with the offset +05:30.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal
from zoneinfo import ZoneInfo

KOLKATA = ZoneInfo("Asia/Kolkata")

Language = Literal["hi", "en", "hi-Latn"]
Tense = Literal["happened", "ongoing", "planned", "recurring"]
WhenKind = Literal["point", "interval", "recurring", "ongoing"]
Grain = Literal["minute", "hour", "daypart", "day", "week", "month", "year"]
Owner = Literal["reporter", "other", "unknown"]


def _iso(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(KOLKATA).isoformat(timespec="seconds")


@dataclass(frozen=True)
class Intent:
    """The message's purpose (contract section 2) and a calibrated confidence, 0..1."""

    name: str
    confidence: float

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "confidence": round(self.confidence, 4)}


@dataclass(frozen=True)
class Offence:
    """One reported offence (contract section 3); `text` quotes the words it was read from."""

    type: str
    confidence: float
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"type": self.type, "confidence": round(self.confidence, 4), "text": self.text}


@dataclass(frozen=True)
class When:
    """A time (contract section 4): `start` inclusive, `end` exclusive; `rrule` and day window for `recurring` only."""

    kind: WhenKind
    start: dt.datetime | None
    end: dt.datetime | None
    grain: Grain | None
    approximate: bool = False
    rrule: str | None = None
    time_from: str | None = None
    time_to: str | None = None
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "from": _iso(self.start),
            "to": _iso(self.end),
            "grain": self.grain,
            "approximate": self.approximate,
            "rrule": self.rrule,
            "time_from": self.time_from,
            "time_to": self.time_to,
            "text": self.text,
        }


@dataclass(frozen=True)
class Place:
    """Where it happens (contract section 5). `lat`/`lon` in degrees, WGS 84; confidence 0..1."""

    text: str
    name: str | None = None
    kind: str | None = None
    district: str | None = None
    police_station: str | None = None
    tehsil: str | None = None
    pincode: str | None = None
    lat: float | None = None
    lon: float | None = None
    relation: str | None = None
    confidence: float = 0.0
    alternatives: tuple[Place, ...] = ()
    needs_clarification: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "name": self.name,
            "kind": self.kind,
            "district": self.district,
            "police_station": self.police_station,
            "tehsil": self.tehsil,
            "pincode": self.pincode,
            "lat": self.lat,
            "lon": self.lon,
            "relation": self.relation,
            "confidence": round(self.confidence, 4),
            "alternatives": [place.to_json() for place in self.alternatives],
            "needs_clarification": self.needs_clarification,
        }


@dataclass(frozen=True)
class Route:
    """Goods or people moved from one place to another; either end may be unknown."""

    origin: Place | None
    destination: Place | None

    def to_json(self) -> dict[str, Any]:
        return {
            "from": self.origin.to_json() if self.origin else None,
            "to": self.destination.to_json() if self.destination else None,
        }


@dataclass(frozen=True)
class Vehicle:
    """A vehicle of the offence; `registration` without spaces, upper case (`UP62AT1234`)."""

    registration: str | None
    type: str | None
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"registration": self.registration, "type": self.type, "text": self.text}


@dataclass(frozen=True)
class Phone:
    """A phone number in the message; `number` is given only where the owner is `other`."""

    number: str | None
    owner: Owner
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"number": self.number, "owner": self.owner, "text": self.text}


@dataclass(frozen=True)
class IdentityRisk:
    """A phrase by which the reporter could be recognised; `text` quotes the redacted text."""

    kind: str
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "text": self.text}


@dataclass(frozen=True)
class Reading:
    """One message, understood. `id` is the caller's."""

    id: str | None
    language: Language
    intent: Intent
    offences: tuple[Offence, ...] = ()
    tense: Tense | None = None
    when: When | None = None
    place: Place | None = None
    route: Route | None = None
    vehicles: tuple[Vehicle, ...] = ()
    phones: tuple[Phone, ...] = ()
    redacted_text: str = ""
    identity_risks: tuple[IdentityRisk, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "language": self.language,
            "intent": self.intent.to_json(),
            "offences": [offence.to_json() for offence in self.offences],
            "tense": self.tense,
            "when": self.when.to_json() if self.when else None,
            "place": self.place.to_json() if self.place else None,
            "route": self.route.to_json() if self.route else None,
            "vehicles": [vehicle.to_json() for vehicle in self.vehicles],
            "phones": [phone.to_json() for phone in self.phones],
            "redacted_text": self.redacted_text,
            "identity_risks": [risk.to_json() for risk in self.identity_risks],
        }
