"""Cleaned evidence of filed reports, sealed to its desk and the range and put into the desk's store.

What the desk gets says nothing of the original but, to the range alone, its SHA-256: together with that of the cleaned
file it goes into a certificate under section 63 of the Bharatiya Sakshya Adhiniyam, 2023.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from channels.media import Media, Waiting
from channels.vault import Vault
from satark.desks import Desk
from satark.desks.evidence import Evidence, Part, Status, put_evidence
from satark.errors import SatarkError, UnknownTip
from satark.evidence.boxes import context_of, seal_file
from satark.seal import Recipient
from satark.settings import RANGE_DESK, Settings

log = logging.getLogger("satark.handover")
_STATUSES: dict[str, Status] = {"cleaned": "ready", "awaiting": "awaiting_transcription", "failed": "refused"}


class Handover:
    """Hands evidence to the desks; `work` is one round and may be repeated at any time."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        self.settings = settings
        self.media = Media(settings, vault)
        self.desks = {name: Desk.open(settings, name) for name in settings.desks}

    def work(self) -> int:
        """Hands over what waits; how many pieces were handed over."""
        handed_over = 0
        for waiting in self.media.for_desks():
            try:
                self._hand_over(waiting)
                self.media.handed_over(waiting)
                handed_over += 1
            except UnknownTip:  # the tip itself is still on its way
                self.media.not_handed_over(waiting)
            except (SatarkError, OSError, KeyError) as error:
                log.error("handover.failed desk=%s kind=%s", waiting.desk, type(error).__name__)
                self.media.not_handed_over(waiting)
        return handed_over

    def _hand_over(self, waiting: Waiting) -> None:
        desk = self.desks[waiting.desk]
        found = waiting.found or {}
        made: dict[str, Any] = found.get("made", {})
        piece = Evidence(
            waiting.id,
            waiting.tip_id,
            waiting.kind,
            _STATUSES[waiting.status],
            waiting.reason,
            made.get("content_type"),
        )
        parts: dict[Part, bytes] = {}
        for part, recipients, content in self._plain_parts(desk, waiting, found, made):
            parts[part] = seal_file(recipients, content, context_of(waiting.tip_id, waiting.id, part))
        put_evidence(desk, piece, parts)

    def _plain_parts(
        self, desk: Desk, waiting: Waiting, found: dict[str, Any], made: dict[str, Any]
    ) -> Sequence[tuple[Part, list[Recipient], bytes]]:
        """What the desk gets: each part, who may open it, and its content."""
        both, dig = self._recipients(desk.name, RANGE_DESK), self._recipients(RANGE_DESK)
        if waiting.status == "failed":
            return []
        parts: list[tuple[Part, list[Recipient], bytes]] = [("details", both, _json({**made, **found.get("told", {})}))]
        if waiting.status == "awaiting":  # the voice itself goes to nobody but the desk that was named to hear it
            hearer = self.settings.evidence.voice_heard_by
            return [*parts, ("content", self._recipients(hearer), self._file(waiting, "file"))] if hearer else parts
        if "content_type" in made:
            parts.append(("content", both, self._file(waiting, "file")))
        if "thumbnail_sha256" in made:
            parts.append(("thumbnail", both, self._file(waiting, "thumbnail")))
        kept = waiting.keep_original and self._is_grave(desk, waiting.tip_id)
        parts.append(("original_details", dig, _json({**found["original"], "kept": kept})))
        if kept:
            parts.append(("original", dig, self._file(waiting, None)))
        return parts

    def _is_grave(self, desk: Desk, tip_id: str) -> bool:
        return bool(set(desk.tip(tip_id).offences) & set(self.settings.evidence.keep_original_for))

    def _recipients(self, *names: str) -> list[Recipient]:
        return [Recipient.load(self.settings.keys, name) for name in dict.fromkeys(names)]

    def _file(self, waiting: Waiting, part: str | None) -> bytes:
        return b"".join(self.media.read(f"{waiting.id}.{part}" if part else waiting.id))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
