"""Numbers as people write them to be dialled: digits of any script, letter O for zero, number words, split and dotted.

A chain is a run of such pieces with nothing but separators between; `windows` offers its stretches of whole pieces.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from satark.redaction.lexicon import spelling
from satark.tables import read_words

_FILE = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "numbers.yml"
_PIECE = regex.compile(r"\d+|\p{L}[\p{L}\p{M}]*")
_FOREIGN_DIGIT = regex.compile(r"[[\p{Nd}\p{Numeric_Type=Digit}]--[0-9]]", flags=regex.V1)
_ZERO_LIKE = regex.compile(r"(?<![\p{L}\d])[\dOoIl]{6,}(?![\p{L}])")
_LETTER_DIGITS = str.maketrans("OoIl", "0011")
_SEPARATORS = frozenset(" \n-–—.,/()_*+:|~'\"\u20e3\ufe0f=•·#")
_WIDEST_GAP = 5
_LONGEST_CHAIN = 64
_LEAST_DIGITS_TO_READ_LETTERS = 5
_NEVER_FIRST = frozenset({"no", "o", "नो", "ओ"})  # "no 98..." is a label and "o" an exclamation before they are digits


@dataclass(frozen=True)
class Piece:
    """A stretch of the text that stands for `digits`; `spoken` when it was words."""

    start: int
    end: int
    digits: str
    spoken: bool = False


@functools.lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[str, str], dict[str, int], frozenset[str], frozenset[str]]:
    data = read_words(_FILE)
    values = {spelling(word): value for value, words in data["values"].items() for word in words}
    repeats = {spelling(word): int(times) for times, words in data["repeats"].items() for word in words}
    return values, repeats, frozenset(map(spelling, data["english_tens"])), frozenset(map(spelling, data["fillers"]))


@functools.lru_cache(maxsize=65_536)
def _heard(word: str) -> tuple[bool, bool, str]:
    """Whether a word is digits, whether it belongs to a number at all, and its spelling."""
    if word[0].isdigit():
        return True, True, ""
    values, repeats, _, fillers = _vocabulary()
    key = spelling(word)
    return False, key in values or key in repeats or key in fillers, key


def plain_digits(text: str) -> str:
    """`text` with every digit of every script as 0-9; same length."""
    return text if text.isascii() else _FOREIGN_DIGIT.sub(_digit, text)


def read_letters(text: str) -> str:
    """`text` with O, l and I amid digits as 0 and 1; same length."""
    return _ZERO_LIKE.sub(_read_letters, text)


def _digit(match: regex.Match[str]) -> str:
    value = unicodedata.digit(match.group(), None)  # of a script newer than Python's tables nothing is known
    return match.group() if value is None else str(value)


def _read_letters(match: regex.Match[str]) -> str:
    run = match.group()
    digits = sum(character.isdigit() for character in run)
    return run.translate(_LETTER_DIGITS) if digits >= _LEAST_DIGITS_TO_READ_LETTERS else run


def chains(text: str, taken: list[tuple[int, int]]) -> Iterator[list[Piece]]:
    """Chains of pieces in `text` (already `plain_digits`), none inside a `taken` span, in order."""
    values, repeats, tens, fillers = _vocabulary()
    spans = iter([*taken, (len(text) + 1, len(text) + 1)])
    blocked = next(spans)
    chain: list[Piece] = []
    reach, times = 0, (1, 0)  # where the chain's last word ended; a pending "double" and where it began
    for match in _PIECE.finditer(text):
        word = match.group()
        is_number, known, key = _heard(word)
        if not known and not chain:
            continue
        start, end = match.span()
        while start >= blocked[1]:
            blocked = next(spans)
        if chain and (
            not known
            or end > blocked[0]
            or not _joined(text, reach, start, chain, is_number)
            or len(chain) >= _LONGEST_CHAIN
        ):
            yield chain
            chain, times = [], (1, 0)
        if not known or end > blocked[0]:
            continue
        reach = end
        if key in repeats:
            times = (repeats[key], start)
        elif is_number or not (key in fillers or (not chain and key in _NEVER_FIRST)):
            piece = Piece(start, end, word if is_number else values[key], not is_number)
            _append(chain, piece, times, key, tens, text)
            times = (1, 0)
    if chain:
        yield chain


def _joined(text: str, reach: int, start: int, chain: list[Piece], is_number: bool) -> bool:
    """Whether only separators lie between; a number glued to letters joins nothing but a spoken piece."""
    gap = text[reach:start]
    if not gap:
        return chain[-1].spoken != (not is_number)
    return len(gap) <= _WIDEST_GAP and all(character in _SEPARATORS for character in gap)


def _append(
    chain: list[Piece], piece: Piece, times: tuple[int, int], key: str, tens: frozenset[str], text: str
) -> None:
    repeat, since = times
    if repeat > 1 and len(piece.digits) == 1:
        piece = Piece(since, piece.end, piece.digits * repeat, True)
    elif chain and chain[-1].spoken and len(piece.digits) == 1 and piece.digits != "0" and piece.spoken:
        last = chain[-1]
        if len(last.digits) == 2 and last.digits[1] == "0" and spelling(text[last.start : last.end]) in tens:
            chain[-1] = Piece(last.start, piece.end, last.digits[0] + piece.digits, True)
            return
    chain.append(piece)


def windows(chain: list[Piece], shortest: int, longest: int) -> Iterator[tuple[int, int, str]]:
    """Stretches (first, last + 1, digits) of whole pieces from left to right, the longest of each start first."""
    for first in range(len(chain)):
        reach: list[tuple[int, int, str]] = []
        digits = ""
        for last in range(first, len(chain)):
            digits += chain[last].digits
            if len(digits) > longest:
                break
            if len(digits) >= shortest:
                reach.append((first, last + 1, digits))
        yield from reversed(reach)
