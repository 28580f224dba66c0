"""A tip's words once opened, and the briefing that goes to its officer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from satark.desks import Officer, Tip
from satark.errors import SealError


@dataclass(frozen=True)
class TipContent:
    """What a tip's box holds; vehicles, phones and evidence in the shapes of the contract."""

    narrative: str
    route: Mapping[str, Any] | None
    vehicles: tuple[Mapping[str, Any], ...]
    phones: tuple[Mapping[str, Any], ...]
    evidence: tuple[Mapping[str, Any], ...]
    place_text: str | None
    when_text: str | None
    unfinished: bool = False  # filed after a long silence, without the reporter's last word

    @classmethod
    def parse(cls, content: bytes) -> TipContent:
        """Reads the JSON of an opened box. Raises `SealError` when it is not one of a tip."""
        try:
            held = json.loads(content)
            return cls(
                str(held["narrative"]),
                held.get("route"),
                tuple(held.get("vehicles") or ()),
                tuple(held.get("phones") or ()),
                tuple(held.get("evidence") or ()),
                held.get("place_text"),
                held.get("when_text"),
                bool(held.get("unfinished")),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SealError("What this tip's box holds cannot be read.") from error


def briefing(tip: Tip, content: TipContent, officer: Officer) -> bytes:
    """The JSON an officer's message is written from."""
    return json.dumps(
        {
            "tip_id": tip.id,
            "offences": list(tip.offences),
            "place": tip.place,
            "when": tip.when,
            "tense": tip.tense,
            "text": content.narrative,
            "vehicles": list(content.vehicles),
            "phones": list(content.phones),
            "officer": officer.name,
        },
        ensure_ascii=False,
    ).encode()
