"""What comes out of cleaning a file: the new file and what was found in the old one, or a refusal."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from satark.errors import SatarkError

Reason = Literal["too_large", "too_long", "broken", "unsupported", "bomb"]
_READ_BYTES = 1 << 20


class Refused(SatarkError):
    """A file that cannot be used, and why: larger than allowed, longer, damaged, of no kind we open, or made to choke
    whoever opens it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"The file was refused: {reason}.")
        self.reason: Reason = reason


@dataclass(frozen=True)
class Facts:
    """What the metadata said before it was dropped: the capture time (ISO 8601, with an offset only where the file told
    one) and the place (degrees, WGS 84)."""

    taken_at: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @classmethod
    def checked(cls, taken_at: str | None, latitude: float | None, longitude: float | None) -> Facts:
        """Facts that can be true: a readable time, a point of this world that is not the sign for "no fix" (0, 0)."""
        moment = _moment(taken_at)
        placed = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
        if not placed or (latitude, longitude) == (0, 0):
            return cls(moment)
        return cls(moment, round(latitude or 0.0, 6), round(longitude or 0.0, 6))


def _moment(text: str | None) -> str | None:
    try:
        moment = dt.datetime.fromisoformat((text or "").strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds") if moment.year > 1990 else None  # 1904 and 1970 are clocks never set


@dataclass(frozen=True)
class Cleaned:
    """A cleaned file in the target folder: `file` and `thumbnail` are names there; `seconds` of a recording, `pages` of
    a paper; `apart` tells whether the network was out of reach."""

    file: str
    content_type: str
    thumbnail: str | None = None
    facts: Facts = field(default_factory=Facts)
    seconds: float | None = None
    pages: int | None = None
    apart: bool = False

    def to_json(self) -> dict[str, Any]:
        """JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Cleaned:
        """The inverse of `to_json`."""
        return cls(**{**value, "facts": Facts(**value["facts"])})


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(_READ_BYTES):
            total.update(data)
    return total.hexdigest()
