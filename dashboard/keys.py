"""The private keys this dashboard holds: those of the desks whose passphrase it was given, unlocked at the start."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from satark.errors import SealError
from satark.seal import PrivateBox
from satark.settings import Settings

PHRASE = "SATARK_DESK_PASSPHRASE_"
PHRASE_FILE = "SATARK_DESK_PASSPHRASE_FILE_"


def unlock_boxes(settings: Settings, environ: Mapping[str, str]) -> dict[str, PrivateBox]:
    """Boxes by desk, for each desk with `SATARK_DESK_PASSPHRASE_<DESK>` or a file named by
    `SATARK_DESK_PASSPHRASE_FILE_<DESK>`. Raises `SealError` when a passphrase given does not open its key."""
    boxes = {}
    for desk in settings.desks:
        phrase = _passphrase(desk.upper(), environ)
        if phrase:
            boxes[desk] = PrivateBox.unlock(settings.keys, desk, phrase)
    return boxes


def _passphrase(desk: str, environ: Mapping[str, str]) -> str:
    if environ.get(PHRASE + desk):
        return environ[PHRASE + desk]
    path = environ.get(PHRASE_FILE + desk)
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise SealError(f"The passphrase file of the desk {desk.lower()} cannot be read.") from error
