"""A voice gives its speaker away: what leaves is its words, written down and read anew by a machine."""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
from pathlib import Path
from typing import Protocol

from satark.errors import SettingsError
from satark.evidence.recordings import as_wave, clean_sound
from satark.evidence.rooms import transcribe_apart
from satark.settings import CleaningLimits

_READING_SECONDS = 120
_LONGEST_READ = 5000  # characters: about six minutes


class Transcriber(Protocol):
    """Writes down what is said in a cleaned recording."""

    def transcribe(self, recording: Path) -> str:
        """The words, in the language they were spoken in; empty where none are heard. May raise `SatarkError`."""


class SpeechModel:
    """A faster-whisper model in a local folder, used in a process of its own without network."""

    def __init__(self, folder: Path, limits: CleaningLimits) -> None:
        if not (folder / "model.bin").is_file():
            raise SettingsError(f"The folder {folder.name} holds no faster-whisper model (model.bin).")
        if importlib.util.find_spec("faster_whisper") is None:
            raise SettingsError("Transcription needs the package faster-whisper: pip install faster-whisper.")
        self._folder = folder.resolve()
        self._limits = limits

    def transcribe(self, recording: Path) -> str:
        return transcribe_apart(recording, self._folder, self._limits)


def open_transcriber(folder: Path | None, limits: CleaningLimits) -> Transcriber | None:
    """The configured speech model, or None where none is configured. Raises `SettingsError`."""
    return SpeechModel(folder, limits) if folder else None


def write_down(recording: Path, model: Path) -> str:
    """The words in a recording by the model in a folder, for the process that does nothing else. Raises `Refused`."""
    whisper = importlib.import_module("faster_whisper")
    wave = as_wave(recording, recording.parent)
    segments, _ = whisper.WhisperModel(str(model), device="cpu", compute_type="int8", local_files_only=True).transcribe(
        str(wave), vad_filter=True, condition_on_previous_text=False
    )
    return " ".join(segment.text.strip() for segment in segments).strip()


def read_out(text: str, language: str, target: Path, limits: CleaningLimits) -> Path | None:
    """Words read by espeak-ng into `read.m4a` in `target` (`language`: en, else Hindi); None where it is not installed.

    It is our own recording of redacted words; it is encoded like any other so that no tag of the reader stays.
    """
    reader = shutil.which("espeak-ng")
    if reader is None or not text.strip():
        return None
    wave = target / "read.wav"
    voice = "en" if language == "en" else "hi"
    done = subprocess.run(
        [reader, "-v", voice, "-s", "150", "-w", str(wave), "--stdin"],
        input=text[:_LONGEST_READ].encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_READING_SECONDS,
        check=False,
    )
    if done.returncode or not wave.is_file():
        return None
    made = target / clean_sound("audio/wav", wave, target, limits).file
    wave.unlink()
    return made.rename(target / "read.m4a")
