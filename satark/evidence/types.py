"""Which road a type of file takes through the cleaning."""

from __future__ import annotations

from typing import Literal

Road = Literal["picture", "sound", "film", "paper"]
# Office documents and plain text have no road: they are refused with advice.
KINDS_OF_TYPE: dict[str, Road] = {
    "image/jpeg": "picture",
    "image/png": "picture",
    "image/webp": "picture",
    "image/gif": "picture",
    "image/heic": "picture",
    "audio/ogg": "sound",
    "audio/amr": "sound",
    "audio/mpeg": "sound",
    "audio/mp4": "sound",
    "audio/aac": "sound",
    "audio/wav": "sound",
    "video/mp4": "film",
    "video/3gpp": "film",
    "video/quicktime": "film",
    "application/pdf": "paper",
}
