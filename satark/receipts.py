"""Receipts: sixteen digits by which whoever holds them is the reporter of a tip, from any number.

Fifteen random digits (10^15 of them) and a check digit by Damm's scheme, which notices every single wrong digit and
every two neighbours swapped (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004). What is kept of a receipt is an
Argon2id hash under a pepper, and a drawer of four hex digits to look in: a drawer is shared by one in 65,536 receipts,
so it tells nothing that the hash does not.
"""

from __future__ import annotations

import functools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from satark.errors import SatarkError
from satark.redaction.lexicon import spelling
from satark.redaction.numbers import plain_digits
from satark.seal import KeyRing
from satark.tables import read_table
from satark.text import tokens

DIGITS = 16
TAG = "[receipt]"  # what stands in its place in words that go further
_GROUP = 4
_DRAWER_DIGITS = 4
_FILE = Path(__file__).resolve().parents[1] / "data" / "lexicon" / "receipts.yml"
# Totally anti-symmetric quasigroup of order 10, from Damm's thesis.
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
_BETWEEN = r"[\s\-–—.·_/]{0,3}"
_WRITTEN = regex.compile(r"(?<!\d)\d(?:" + _BETWEEN + r"\d){15}(?!\d)")
_GROUPED = regex.compile(r"\d{4}(?:" + _BETWEEN.replace("{0,3}", "{1,3}") + r"\d{4}){3}")
# OWASP's least for Argon2id (2024): 19 MiB, two passes; some 30 ms, which bounds what guessing costs us as well.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


class ReceiptError(SatarkError):
    """These are not the digits of a receipt: too few, too many, or one of them is wrong."""


@dataclass(frozen=True)
class Receipt:
    """A receipt whose check digit is right."""

    digits: str

    def __post_init__(self) -> None:
        if len(self.digits) != DIGITS or not (self.digits.isascii() and self.digits.isdigit()) or _damm(self.digits):
            raise ReceiptError("These are not the digits of a receipt.")

    @classmethod
    def new(cls) -> Receipt:
        """A random one."""
        body = "".join(secrets.choice("0123456789") for _ in range(DIGITS - 1))
        return cls(body + str(_damm(body)))

    @classmethod
    def parse(cls, text: str) -> Receipt:
        """Reads digits of any script, however they are grouped. Raises `ReceiptError`."""
        return cls("".join(regex.findall(r"\d", plain_digits(text))))

    def __str__(self) -> str:
        """In groups of four."""
        return " ".join(self.digits[at : at + _GROUP] for at in range(0, DIGITS, _GROUP))

    def __repr__(self) -> str:
        return "Receipt(...)"  # it opens a tip: no log or traceback may hold it

    def drawer(self, keys: KeyRing) -> str:
        """Where its hash lies."""
        return keys.name("receipt drawer", self.digits)[:_DRAWER_DIGITS]

    def hash(self, keys: KeyRing) -> str:
        """What is kept of it; another one each time."""
        return _HASHER.hash(self._peppered(keys))

    def fits(self, kept: str, keys: KeyRing) -> bool:
        """Whether `kept` is a hash of this receipt."""
        try:
            return _HASHER.verify(kept, self._peppered(keys))
        except (VerificationError, InvalidHashError):
            return False

    def _peppered(self, keys: KeyRing) -> str:
        return keys.name("receipt", self.digits)


@dataclass(frozen=True)
class Written:
    """Sixteen digits in a text (offsets of the text): the receipt, None where its check digit is wrong; whether they
    stand in groups of four, and whether a word for a receipt stands in the text."""

    start: int
    end: int
    receipt: Receipt | None
    grouped: bool
    labelled: bool
    alone: bool

    @property
    def surely(self) -> bool:
        """Whether it cannot well be anything else, such as the number of an account."""
        return self.grouped or self.labelled


def find(text: str) -> Iterator[Written]:
    """Every stretch of sixteen digits in `text`, in order. `alone` where the text says nothing else."""
    plain = plain_digits(text)
    matches = list(_WRITTEN.finditer(plain))
    if not matches:
        return
    words = [spelling(token.text) for token in tokens(_WRITTEN.sub(" ", plain))]
    labelled = any(word in _labels() for word in words)
    alone = len(matches) == 1 and all(word in _labels() | _fillers() for word in words)
    for match in matches:
        try:
            receipt = Receipt.parse(match.group())
        except ReceiptError:
            receipt = None
        yield Written(match.start(), match.end(), receipt, bool(_GROUPED.fullmatch(match.group())), labelled, alone)


def _damm(digits: str) -> int:
    state = 0
    for digit in digits:
        state = int(_DAMM[state][int(digit)])
    return state


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    entries = read_table(_FILE)
    return {name: frozenset(spelling(str(word)) for word in words) for name, words in entries.items()}


def _labels() -> frozenset[str]:
    return _words()["labels"]


def _fillers() -> frozenset[str]:
    return _words()["fillers"]
