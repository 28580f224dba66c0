"""One turn of the talk as the actions see it: what was understood, what was tapped, what the channel knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

from nlu.contract import reading_of
from satark.reading import KOLKATA
from satark.report import Report


class Turn:
    """The latest message of a tracker. Language codes are those of the contract; moments are aware."""

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker
        self._message: Mapping[str, Any] = tracker.latest_message or {}
        metadata = self._message.get("metadata") or {}
        self.metadata: Mapping[str, Any] = metadata if isinstance(metadata, dict) else {}

    @property
    def intent(self) -> str:
        return str((self._message.get("intent") or {}).get("name"))

    @property
    def confidence(self) -> float:
        return float((self._message.get("intent") or {}).get("confidence") or 0.0)

    @property
    def tapped(self) -> bool:
        """Whether a button, a pin or a medium came instead of words."""
        return str(self._message.get("text") or "").startswith("/")

    @property
    def reading(self) -> dict[str, Any]:
        """The contract's reading; of a tap only its intent."""
        reading = reading_of(self._message)
        return {**reading, "redacted_text": ""} if self.tapped else reading

    @property
    def words(self) -> str:
        """What the person wrote, redacted; of a tap nothing."""
        return str(self.reading["redacted_text"])

    def entity(self, name: str) -> Any:
        """The value that a tapped choice carries, or None."""
        found = (one for one in self._message.get("entities") or [] if one.get("entity") == name)
        return next((one.get("value") for one in found), None)

    @property
    def now(self) -> dt.datetime:
        """When the message came."""
        given = self.metadata.get("received_at")
        return dt.datetime.fromisoformat(given).astimezone(KOLKATA) if given else dt.datetime.now(KOLKATA)

    @property
    def language(self) -> str:
        """In which language to answer."""
        return str(self.tracker.get_slot("language") or self.metadata.get("language") or "hi")

    @property
    def report(self) -> Report:
        """The report being told, or a new one that this message begins."""
        told = self.tracker.get_slot("report")
        return Report.from_json(told) if told else Report.begin(self.metadata.get("message"), self.now)
