"""The dresses in which a canary may stand somewhere: plain, encoded, reversed, hashed; digits also in groups.

All forms are bytes in small letters, as the searcher reads its data; one shorter than `SHORTEST` cannot be told from
chance and is left out.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

SHORTEST = 8
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_DIGESTS = ("md5", "sha1", "sha256", "sha512")


@dataclass(frozen=True)
class Canary:
    """Something that belongs to one reporter. `kind` names the way by which it went in; `text` is unique to the run."""

    person: int
    kind: str
    text: str

    def __post_init__(self) -> None:
        if len(self.text.encode()) < SHORTEST:
            raise ValueError(f"the canary of {self.kind} is too short to be told from chance")

    @property
    def is_number(self) -> bool:
        return self.text.isascii() and self.text.isdigit()


def forms(canary: Canary) -> Iterator[tuple[str, bytes]]:
    """(name of the form, bytes) of every form a literal search can find."""
    seen: set[bytes] = set()
    for name, form in _all(canary):
        small = form.lower()
        if len(small) >= SHORTEST and small not in seen:
            seen.add(small)
            yield name, small


def _all(canary: Canary) -> Iterator[tuple[str, bytes]]:
    for text in dict.fromkeys((canary.text, canary.text.lower(), canary.text.upper())):
        yield from _encoded(text, text.encode())
        yield "reversed", text[::-1].encode()
        yield from (("utf-16", text.encode(order).strip(b"\0")) for order in ("utf-16-le", "utf-16-be"))
        if not text.isascii():
            escaped = json.dumps(text)[1:-1].encode()
            yield from (("escaped", escaped), ("escaped", escaped.replace(b"\\", b"\\\\")))
            yield "markup", "".join(f"&#{ord(sign)};" for sign in text).encode()
    if canary.is_number:
        yield "plain", canary.text.translate(_DEVANAGARI).encode()
        yield from _hashed(canary.text)
    elif canary.text.isascii() and canary.kind == "vehicle":
        letters = canary.text
        parts = (letters[:2], letters[2:4], letters[4:6], letters[6:])
        yield from (("grouped", sign.join(parts).encode()) for sign in (" ", "-", ". "))


def _encoded(text: str, plain: bytes) -> Iterator[tuple[str, bytes]]:
    yield "plain", plain
    yield "hex", plain.hex().encode()
    yield from (("base64", form) for form in _base64(plain))
    yield from (("base64", form) for form in _base64(text.encode("utf-16-le")))
    yield "url", quote(text, safe="").encode()
    yield "url", quote_plus(text).encode()
    yield "url", "".join(f"%{byte:02x}" for byte in plain).encode()


def _base64(plain: bytes) -> Iterator[bytes]:
    """What stands in base64 wherever `plain` begins in it: three alignments, without the letters its neighbours share,
    in both alphabets."""
    for before in range(3):
        letters = base64.b64encode(b"\0" * before + plain)
        first = (before * 8 + 5) // 6
        last = (before + len(plain)) * 8 // 6
        yield letters[first:last]
        yield letters[first:last].replace(b"+", b"-").replace(b"/", b"_")


def _hashed(number: str) -> Iterator[tuple[str, bytes]]:
    """Plain digests of a number hide nothing: all Indian numbers are tried in minutes."""
    for dressed in (number, f"91{number}", f"+91{number}"):
        for digest in _DIGESTS:
            made = hashlib.new(digest, dressed.encode()).digest()
            yield from (("hashed", made), ("hashed", made.hex().encode()), ("hashed", base64.b64encode(made)))
