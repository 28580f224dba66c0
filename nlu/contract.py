"""From Rasa's parse data to the reading of the contract, and the batch reader behind `satark understand`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def reading_of(parse_data: Mapping[str, Any], message_id: str | None = None) -> dict[str, Any]:
    """The contract's reading; fields that a tapped button does not have are null or empty."""
    intent = parse_data.get("intent") or {}
    return {
        "id": message_id,
        "language": parse_data.get("language"),
        "intent": {"name": intent.get("name"), "confidence": round(float(intent.get("confidence") or 0.0), 4)},
        "offences": [
            {**offence, "confidence": round(offence["confidence"], 4)} for offence in parse_data.get("offences") or []
        ],
        "tense": parse_data.get("tense"),
        "when": parse_data.get("when"),
        "place": parse_data.get("place"),
        "route": parse_data.get("route"),
        "vehicles": parse_data.get("vehicles") or [],
        "phones": parse_data.get("phones") or [],
        "redacted_text": parse_data.get("text") or "",
        "identity_risks": parse_data.get("identity_risks") or [],
    }
