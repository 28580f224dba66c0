"""Voices and films encoded anew by the bundled ffmpeg: what is heard and seen stays, every tag, chapter, data
stream and SEI message goes.

The input format follows from the file's own first bytes and is forced: a file that pretends to be a playlist cannot
make ffmpeg open anything else.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import imageio_ffmpeg
import regex
from PIL import Image

from satark.evidence.cleaned import Cleaned, Facts, Refused
from satark.evidence.jail import die_with_parent
from satark.evidence.pictures import write_thumbnail
from satark.settings import CleaningLimits

_FORMATS = {
    "audio/ogg": "ogg",
    "audio/amr": "amr",
    "audio/mpeg": "mp3",
    "audio/mp4": "mov",
    "audio/aac": "aac",
    "audio/wav": "wav",
    "video/mp4": "mov",
    "video/3gpp": "mov",
    "video/quicktime": "mov",
    "image/gif": "gif",
}
_DURATION = regex.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_FILM = regex.compile(r"Stream #\S+: Video: (?!.*attached pic)[^\n]*?\b(\d{2,5})x(\d{2,5})\b")
_SOUND = regex.compile(r"Stream #\S+: Audio: ")
_TAG = regex.compile(r"^ +([\w.\-]+) *: (.+)$", regex.MULTILINE)
_ISO_6709 = regex.compile(r"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)")
_SAYS_LENGTH = {"mov", "ogg"}  # the others' length is only guessed from their first bytes
_WHOLE = 0.9  # of the length a file claims must be there, or it was cut off
_SLACK_SECONDS = 1.5
# Nothing is taken over, and nothing says what encoded it.
_BARE = ("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a",
         "+bitexact", "-sn", "-dn", "-metadata:s:v", "encoder=video", "-metadata:s:a", "encoder=sound")  # fmt: skip
_VOICE = ("-vn", "-map", "0:a:0", "-ac", "1", "-ar", "24000", "-c:a", "aac", "-b:a", "48k", "-f", "mp4")


def _ffmpeg(source: Path, form: str | None, *arguments: str) -> subprocess.CompletedProcess[str]:
    opened = ("-f", form) if form else ()
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-y", "-protocol_whitelist", "file,pipe"]
    return subprocess.run(
        [*command, *opened, "-i", str(source), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        preexec_fn=die_with_parent,
    )


def clean_sound(content_type: str, source: Path, target: Path, limits: CleaningLimits) -> Cleaned:
    """Writes `clean.m4a` (AAC, one channel) into `target`. Raises `Refused`."""
    form = _FORMATS[content_type]
    told = _ffmpeg(source, form).stderr
    if not _SOUND.search(told):
        raise Refused("broken")
    claimed = _claimed(told, form, limits)
    file = target / "clean.m4a"
    seconds = _encode(source, form, file, claimed, limits, *_VOICE)
    return Cleaned(file.name, "audio/mp4", None, _facts(told), seconds)


def clean_film(content_type: str, source: Path, target: Path, limits: CleaningLimits) -> Cleaned:
    """Writes `clean.mp4` (H.264 and AAC) and `thumbnail.jpg` into `target`; a recording that has no picture is a
    `clean.m4a`. Raises `Refused`."""
    form = _FORMATS[content_type]
    told = _ffmpeg(source, form).stderr
    shown = _FILM.search(told)
    if not shown:
        return clean_sound(content_type, source, target, limits)
    if int(shown.group(1)) * int(shown.group(2)) > limits.pixels:
        raise Refused("bomb")
    claimed = _claimed(told, form, limits)
    file, edge = target / "clean.mp4", limits.video_edge
    fitting = "force_original_aspect_ratio=decrease:force_divisible_by=2"  # H.264 takes even edges only
    scale = f"scale='min({edge},iw)':'min({edge},ih)':{fitting}"
    film = ("-map", "0:V:0", "-map", "0:a:0?", "-vf", scale, "-c:v", "libx264", "-preset", "veryfast", "-crf", "26",
            "-pix_fmt", "yuv420p", "-threads", "2", "-bsf:v", "filter_units=remove_types=6", "-c:a", "aac", "-b:a",
            "96k", "-movflags", "+faststart", "-f", "mp4")  # fmt: skip
    seconds = _encode(source, form, file, claimed, limits, *film)
    thumbnail = _first_picture(file, target, limits)
    return Cleaned(file.name, "video/mp4", thumbnail, _facts(told), seconds)


def _claimed(told: str, form: str, limits: CleaningLimits) -> float | None:
    """The length in seconds that a file says it has, None where it does not say. Raises `Refused` when too long."""
    seconds = _seconds(told) if form in _SAYS_LENGTH else None
    if seconds is not None and seconds > limits.media_seconds + 1:
        raise Refused("too_long")
    return seconds


def _seconds(told: str) -> float | None:
    match = _DURATION.search(told)
    if not match:
        return None
    hours, minutes, seconds = (float(part) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def _encode(
    source: Path, form: str, file: Path, claimed: float | None, limits: CleaningLimits, *arguments: str
) -> float:
    """Encodes, never more than a little beyond the longest allowed; the seconds of what came out."""
    most = ("-t", str(limits.media_seconds + 5), "-fs", str(limits.output_bytes))
    done = _ffmpeg(source, form, *_BARE, *most, *arguments, str(file))
    if done.returncode or not file.exists() or not file.stat().st_size:
        raise Refused("broken")
    if file.stat().st_size >= limits.output_bytes * 0.98:
        raise Refused("too_large")
    seconds = _seconds(_ffmpeg(file, "mov").stderr) or 0.0
    if seconds > limits.media_seconds + 1:
        raise Refused("too_long")
    if not seconds or (claimed and seconds < claimed * _WHOLE - _SLACK_SECONDS):
        raise Refused("broken")
    return round(seconds, 1)


def _first_picture(film: Path, target: Path, limits: CleaningLimits) -> str | None:
    still = target / "still.png"
    _ffmpeg(film, "mov", *_BARE, "-frames:v", "1", "-c:v", "png", "-f", "image2", str(still))
    if not still.exists():
        return None
    with Image.open(still, formats=("PNG",)) as image:
        seen = image.convert("RGB")
        write_thumbnail(Image.frombytes("RGB", seen.size, seen.tobytes()), target / "thumbnail.jpg", limits)
    still.unlink()
    return "thumbnail.jpg"


def _facts(told: str) -> Facts:
    """Time and place of the container's tags (`creation_time`; ISO 6709 `location`), as ffmpeg tells them."""
    tags = {match.group(1).lower(): match.group(2) for match in _TAG.finditer(told)}
    place = _ISO_6709.match(tags.get("com.apple.quicktime.location.iso6709") or tags.get("location", ""))
    taken_at = tags.get("com.apple.quicktime.creationdate") or tags.get("creation_time")
    if taken_at and (zone := regex.search(r"[+-]\d{4}$", taken_at)):
        taken_at = f"{taken_at[: zone.start()]}{zone.group()[:3]}:{zone.group()[3:]}"
    taken_at = regex.sub(r"\.\d+", "", taken_at) if taken_at else None
    if place is None:
        return Facts.checked(taken_at, None, None)
    return Facts.checked(taken_at, float(place.group(1)), float(place.group(2)))


def as_wave(source: Path, target: Path) -> Path:
    """A cleaned recording as `voice.wav` in `target` (16 kHz, one channel) for speech models. Raises `Refused`."""
    wave = target / "voice.wav"
    done = _ffmpeg(
        source, "mov", *_BARE, "-vn", "-ac", "1", "-ar", "16000", "-c:a", "pcm_s16le", "-f", "wav", str(wave)
    )
    if done.returncode or not wave.exists():
        raise Refused("broken")
    return wave
