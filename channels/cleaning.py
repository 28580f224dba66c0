"""Between the fetched file and the desk: each file is made anew in a room of its own, and the original deleted.

The story of one file: claim under a lease, unseal into a room, clean apart, seal what came out, write the row, delete
the original. While its report is still told the original waits, sealed, for the person's word whether it may be kept
for a grave crime, and goes with the hand-over to the desk. Whoever dies in between leaves the row to its lease and the
file to be cleaned again. Where it cannot be used the person is told what to do, once, in their language.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from channels import texts
from channels.media import Media, MediaItem
from channels.outbox import open_outbox_of
from channels.queues import RENEWALS
from channels.replies import Replies
from channels.vault import Vault
from satark.errors import SatarkError, SettingsError
from satark.evidence import Cleaned, Refused, clean_apart
from satark.evidence.cleaned import Reason, sha256_of
from satark.evidence.rooms import room, wipe_leftovers
from satark.evidence.voices import Transcriber, open_transcriber, read_out
from satark.redaction import redact
from satark.settings import Settings

log = logging.getLogger("satark.cleaning")
AT_ONCE = 1  # one file keeps a core busy; messages go first
_VOICES = frozenset({"voice", "audio"})  # never kept as they came
_ROOM_MARGIN = 64 << 20
_TOLD: dict[Reason, str] = {
    "too_large": "utter_media_too_large",
    "too_long": "utter_media_too_large",  # it says: smaller or in parts
    "bomb": "utter_media_too_large",
    "broken": "utter_media_broken",
    "unsupported": "utter_media_unsupported",
}


class Cleaning:
    """Cleans what is fetched; `work` is one round."""

    def __init__(self, settings: Settings, vault: Vault, transcriber: Transcriber | None = None) -> None:
        self.settings = settings
        self.limits = settings.evidence.limits
        self.vault = vault
        self.media = Media(settings, vault)
        self.replies = Replies(vault, open_outbox_of(settings, vault))
        self.transcriber = transcriber or _configured(settings)
        wipe_leftovers(settings.home)

    async def work(self) -> int:
        """Cleans what is due; how many files were tried."""
        items = await asyncio.to_thread(self.media.claim_fetched, AT_ONCE, self.transcriber is not None)
        for item in items:
            await self._under_lease(item)
        return len(items)

    async def _under_lease(self, item: MediaItem) -> None:
        """Works on a file and holds it meanwhile, however long it takes."""
        work = asyncio.ensure_future(asyncio.to_thread(self._work_on, item))
        while not (await asyncio.wait({work}, timeout=self.settings.limits.lease_seconds / RENEWALS))[0]:
            try:
                await asyncio.to_thread(self.media.renew, item)
            except Exception as error:
                log.error("cleaning.renewal_failed kind=%s", type(error).__name__)
        await work

    def _work_on(self, item: MediaItem) -> None:
        work: Callable[[MediaItem, Path], tuple[str, dict[str, Any]]] = self._hear if item.found else self._clean
        try:
            with room(self.settings.home, 4 * item.size + _ROOM_MARGIN) as inside:
                status, found = work(item, inside)
                if item.found and status == "awaiting":
                    self.media.try_again(item, "not written down")
                else:
                    self._finish(item, status, found)
        except Refused as refused:
            self._give_up(item, refused.reason)
        except (SatarkError, OSError) as error:  # the store, the disk or the room: no fault of the file
            self._failed(item, type(error).__name__)

    def _finish(self, item: MediaItem, status: str, found: dict[str, Any]) -> None:
        with self.vault.writing() as connection:
            kept = self.media.cleaned(connection, item, status, found)
        if not kept:  # taken back by the person, or by another cleaner, whose files these are
            self.media.drop_files_of_none(item.id)
        elif not item.keep_original and (item.filed or item.kind in _VOICES):
            self.media.path(item.id).unlink(missing_ok=True)

    def _failed(self, item: MediaItem, reason: str) -> None:
        log.warning("cleaning.failed kind=%s attempt=%d", reason, item.attempts)
        if item.found or item.attempts < self.settings.limits.media_attempts:
            self.media.try_again(item, reason)
        else:
            self._give_up(item, "broken")

    def _give_up(self, item: MediaItem, reason: Reason) -> None:
        if item.found:  # the voice itself is sound: it waits for a person
            self.media.try_again(item, reason)
            return
        log.warning("cleaning.refused reason=%s", reason)
        language = self.vault.language_of(item.conversation)
        largest = str(self.settings.limits.media_bytes.of(item.kind) >> 20)
        reply = texts.reply(_TOLD[reason], language, megabytes=largest)
        with self.vault.writing() as connection:
            failed = self.media.failed(connection, item, reason)
            if failed:
                self.replies.owe(connection, item.conversation, f"{item.id}:media", [reply], language)
        if failed:
            self.media.drop_files(item.id)

    # One file

    def _clean(self, item: MediaItem, inside: Path) -> tuple[str, dict[str, Any]]:
        """Makes the file anew and seals it; the row's new status and what is known of it."""
        source, total = inside / "source", hashlib.sha256()
        with source.open("wb") as file:
            for data in self.media.read(item.id):
                total.update(data)
                file.write(data)
        target = inside / "target"
        target.mkdir(mode=0o700)
        cleaned = clean_apart(item.content_type, source, target, self.limits, self.settings.evidence.blur_faces)
        source.unlink()
        if not cleaned.apart:
            log.warning("cleaning.network_in_reach")
        original = {"sha256": total.hexdigest(), "bytes": item.size, "content_type": item.content_type}
        found = {"original": original, "facts": vars(cleaned.facts)}
        if cleaned.content_type.startswith("audio/"):
            found |= self._kept(item, target / cleaned.file, cleaned)
            return self._written_down(item, target / cleaned.file, found)
        return "cleaned", found | self._kept(item, target / cleaned.file, cleaned)

    def _kept(self, item: MediaItem, file: Path, cleaned: Cleaned) -> dict[str, Any]:
        """Seals what was made; its description."""
        self.media.keep(f"{item.id}.file", file)
        made = _described(file, cleaned.content_type) | {"seconds": cleaned.seconds, "pages": cleaned.pages}
        if cleaned.thumbnail:
            self.media.keep(f"{item.id}.thumbnail", file.parent / cleaned.thumbnail)
            made["thumbnail_sha256"] = sha256_of(file.parent / cleaned.thumbnail)
        return {"made": made}

    # Voices

    def _hear(self, item: MediaItem, inside: Path) -> tuple[str, dict[str, Any]]:
        """Writes down a voice that was cleaned before."""
        voice = inside / "voice.m4a"
        with voice.open("wb") as file:
            for data in self.media.read(f"{item.id}.file"):
                file.write(data)
        return self._written_down(item, voice, item.found or {})

    def _written_down(self, item: MediaItem, voice: Path, found: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """The words of a voice, redacted, and a reading of them by a machine in the voice's place; without a
        transcriber it waits."""
        if self.transcriber is None:
            return "awaiting", found
        try:
            words = self.transcriber.transcribe(voice)
        except (SatarkError, OSError) as error:
            log.error("voices.not_written_down kind=%s", type(error).__name__)
            return "awaiting", found
        text = redact(words).text.strip()
        if not text:
            return "awaiting", found
        read = read_out(text, self.vault.language_of(item.conversation) or "hi", voice.parent, self.limits)
        made: dict[str, Any] = {"transcript": text}
        if read:
            self.media.keep(f"{item.id}.file", read)
            made |= _described(read, "audio/mp4")
        else:
            self.media.path(f"{item.id}.file").unlink(missing_ok=True)
        return "cleaned", {**found, "made": made}


def _described(file: Path, content_type: str) -> dict[str, Any]:
    return {"sha256": sha256_of(file), "bytes": file.stat().st_size, "content_type": content_type}


def _configured(settings: Settings) -> Transcriber | None:
    try:
        return open_transcriber(settings.evidence.speech_model, settings.evidence.limits)
    except SettingsError:
        log.error("voices.model_unusable")  # tips must not wait for it; voices do
        return None
