"""Finds canaries in bytes: every form of every one in a single pass, whatever the number of them.

Each form is known by its first eight bytes. The data is looked at as eight-byte numbers at each of the eight
alignments; a table of hashed bits passes few of them on, and only those are compared. A regex of 80,000 alternatives
tries each at each byte (300 bytes a second), an Aho-Corasick automaton in Python walks byte by byte (5 MB/s after
7 s of building); this look takes 100 MB/s. Digits in groups are read by a second look, what zlib packed (PNG, PDF,
gzip) by a third: with them 20 MB/s.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from tests.canary.forms import SHORTEST, Canary, forms

_BITS = 24
_MIX = np.uint64(0x9E3779B97F4A7C15)  # Knuth's multiplicative hashing: the golden ratio of 2^64
_SHIFT = np.uint64(64 - _BITS)
_RUN = re.compile(rb"\d(?:[ \t\-.()_/]{0,3}\d){9,}")
_BEFORE = {b"", b"0", b"00", b"91", b"091", b"0091", b"910"}  # what a number may carry in front of it
_DEVANAGARI_DIGITS = [(chr(0x966 + digit).encode(), str(digit).encode()) for digit in range(10)]
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_MOST_UNPACKED = 1 << 26
_SHOWN = 60


@dataclass(frozen=True)
class Hit:
    """A canary that stands where none may: which one, in which form, in which place, with what around it."""

    canary: Canary
    form: str
    place: str
    around: bytes

    def __str__(self) -> str:
        who = f"person {self.canary.person}: {self.canary.kind} {self.canary.text!r}"
        return f"{self.place}: {who} ({self.form}) in {self.around!r}"


class Searcher:
    """Knows the forms of all canaries; `search` gives the hits in some bytes."""

    def __init__(self, canaries: Iterable[Canary]) -> None:
        self._forms: dict[int, list[tuple[bytes, str, Canary]]] = defaultdict(list)
        self._numbers: dict[bytes, Canary] = {}
        for canary in canaries:
            for name, form in forms(canary):
                self._forms[_head(form)].append((form, name, canary))
            if canary.is_number:
                self._numbers[canary.text.encode()] = canary
        self._lengths = sorted({len(number) for number in self._numbers})
        self._heads = np.array(sorted(self._forms), dtype=np.uint64)
        self._passed = np.zeros(1 << _BITS, dtype=bool)
        self._passed[(self._heads * _MIX) >> _SHIFT] = True

    def search(self, data: bytes, place: str) -> list[Hit]:
        """The hits in `data`, at most one of a canary and form."""
        found: dict[tuple[Canary, str], Hit] = {}
        for layer, content in _layers(data):
            small = content.lower()
            for hit in (*self._literal(small, place + layer), *self._grouped(small, place + layer)):
                found.setdefault((hit.canary, hit.form), hit)
        return list(found.values())

    def _literal(self, data: bytes, place: str) -> Iterator[Hit]:
        for at in self._candidates(data):
            for form, name, canary in self._forms[_head(data[at : at + SHORTEST])]:
                end = at + len(form)
                if data[at:end] != form or (form.isdigit() and not _stands_alone(data, at, end, name)):
                    continue
                yield Hit(canary, name, place, data[max(0, at - _SHOWN) : end + _SHOWN])

    def _candidates(self, data: bytes) -> list[int]:
        """Where the first eight bytes of some form stand."""
        places: list[int] = []
        for offset in range(SHORTEST):
            count = (len(data) - offset) // SHORTEST
            if count <= 0:
                break
            windows = np.frombuffer(data, dtype="<u8", count=count, offset=offset)
            likely = np.flatnonzero(self._passed[(windows * _MIX) >> _SHIFT])
            sure = likely[np.isin(windows[likely], self._heads)]
            places += (sure * SHORTEST + offset).tolist()
        return places

    def _grouped(self, data: bytes, place: str) -> Iterator[Hit]:
        """Numbers whose digits stand in groups, in either script: they begin and end with a group."""
        if b"\xe0\xa5" in data:
            for script, digit in _DEVANAGARI_DIGITS:
                data = data.replace(script, digit)
        for run in _RUN.finditer(data):
            groups = re.findall(rb"\d+", run[0])
            for first in range(len(groups) if self._lengths and len(groups) > 1 else 0):
                joined = b""
                for group in groups[first:]:
                    joined += group
                    for length in self._lengths:
                        canary = self._numbers.get(joined[-length:])
                        if canary and joined[:-length] in _BEFORE:
                            yield Hit(canary, "grouped", place, run[0][:_SHOWN])
                    if len(joined) > self._lengths[-1] + 4:
                        break


def _head(form: bytes) -> int:
    return int.from_bytes(form[:SHORTEST], "little")


def _stands_alone(data: bytes, start: int, end: int, form: str) -> bool:
    """Whether digits are a number of their own: ten digits within a longer row of them are chance, but for the codes
    that go before a number (after it, where it is reversed)."""
    before = re.search(rb"\d*$", data[max(0, start - 24) : start])
    after = re.match(rb"\d*", data[end : end + 24])
    assert before and after
    if form == "reversed":
        return not before[0] and after[0][::-1] in _BEFORE
    return form == "hex" or (not after[0] and before[0] in _BEFORE)


def _layers(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The bytes themselves, and what was packed in them."""
    yield "", data
    held = memoryview(data)
    for start in _PACKED.finditer(data):
        packer = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            content = packer.decompress(held[start.start() :], _MOST_UNPACKED)
        except zlib.error:
            continue
        if len(content) >= SHORTEST:
            yield f" (unpacked at {start.start()})", content
