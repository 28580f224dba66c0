"""A message as numbers: n-grams of its words and of its sound; what is learnt in one script serves in the other.

Rare ones weigh more, and each kind of n-gram as much as any other (tf-idf: Salton and Buckley, 1988). A message is cut
into n-grams once, however many stretches of it are read: a stretch has those that lie within it. An n-gram is known by
its fingerprint (Karp and Rabin, 1987), so that none is ever written out: half a million strings would take more room
than the model.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import regex
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfTransformer

from satark.phonetics import sound_key
from satark.text import ascii_digits, tokens

_DIGITS = re.compile(r"\d+")
_PICTURE = regex.compile(r"\p{Extended_Pictographic}")
_REPEATED = re.compile(r"(.)\1{2,}")
_LEAST = 2  # messages that an n-gram is met in
_WITHIN, _ACROSS = range(2, 6), range(5, 7)  # letters of the n-grams of one word, and of those of the whole sound
_MOST_OF_LETTERS = 150_000  # n-grams kept of each of these two kinds

_KINDS, _KINDS_OF_LETTERS = 4, 2
_BASE = 0x9E3779B97F4A7C15  # of the fingerprints, modulo 2**64; odd, so that it can be divided by
_ROOM = 4_096  # characters for which powers are kept

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float32]
Prints = npt.NDArray[np.uint64]
Stretch = tuple[int, int]  # of a message's words, the first and the one after the last


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Lower case, digits as one sign, drawn-out letters (`bachaooo`) short."""
    return _DIGITS.sub("0", _REPEATED.sub(r"\1\1", ascii_digits(word.lower())))


class _Grams(NamedTuple):
    """The n-grams of one kind: their fingerprints, and the first and the last word that each has something of."""

    prints: Prints
    first: Ints
    last: Ints


class _Line:
    """Parts of a message one after another, a blank between each two, with a fingerprint for every stretch of it."""

    def __init__(self, parts: Sequence[str]) -> None:
        line = " ".join(parts)
        self.codes = np.frombuffer(line.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
        lengths = np.fromiter(map(len, parts), np.int64, len(parts))
        self.ends = np.cumsum(lengths + 1) - 1
        self.starts = self.ends - lengths
        self._powers, inverses = _powers(len(line))
        self._sums = np.zeros(len(line) + 1, np.uint64)
        np.cumsum(self.codes * inverses[1 : len(line) + 1], out=self._sums[1:])

    def windows(self, sizes: Sequence[int]) -> tuple[Ints, Ints]:
        """The beginnings and ends of all stretches of so many characters."""
        starts = [np.arange(max(0, len(self.codes) - size + 1)) for size in sizes]
        return np.concatenate(starts), np.concatenate([at + size for size, at in zip(sizes, starts, strict=True)])

    def prints(self, starts: Ints, ends: Ints) -> Prints:
        """The fingerprints of the characters starts[i]..ends[i]-1: the same for the same characters on any line."""
        return (self._sums[ends] - self._sums[starts]) * self._powers[ends]


@lru_cache(maxsize=4)
def _powers_up_to(size: int) -> tuple[Prints, Prints]:
    bases = np.array([[_BASE], [pow(_BASE, -1, 2**64)]], np.uint64).repeat(size, axis=1)
    bases[:, 0] = 1
    powers, inverses = np.cumprod(bases, axis=1, dtype=np.uint64)
    return powers, inverses


def _powers(size: int) -> tuple[Prints, Prints]:
    """The powers of the base and of its inverse for a line of `size` characters, from the 0th on."""
    return _powers_up_to((size // _ROOM + 1) * _ROOM + 1)


def _grams(text: str) -> tuple[_Grams, _Grams, _Grams, _Grams]:
    """All n-grams of a message, kind by kind: letters within words and across them, words, and sounds of words. What is
    no word (pictures) stands behind the last."""
    words = [fold(token.text) for token in tokens(text)]
    sounds = [sound_key(word) for word in words]
    heard = _Line(sounds)
    return (
        _within_words(sounds),
        _across_words(heard),
        _of_words(_Line([*words, *_PICTURE.findall(text)])),
        _of_words(heard),
    )


def _within_words(sounds: Sequence[str]) -> _Grams:
    """The n-grams of each word between two blanks; nothing of a word without a sound."""
    line = _Line([f" {sound} " if sound else "" for sound in sounds])
    starts, ends = line.windows(_WITHIN)
    word = np.searchsorted(line.ends, starts, "right")
    whole = (starts >= line.starts[word]) & (ends <= line.ends[word])
    word = word[whole]
    return _Grams(line.prints(starts[whole], ends[whole]), word, word)


def _across_words(line: _Line) -> _Grams:
    starts, ends = line.windows(_ACROSS)
    first, last = np.searchsorted(line.ends, starts, "left"), np.searchsorted(line.ends, ends, "left")
    return _Grams(line.prints(starts, ends), first, last)


def _of_words(line: _Line) -> _Grams:
    """Each word, and each two one after the other."""
    at = np.arange(len(line.starts))
    starts, ends = np.concatenate([line.starts, line.starts[:-1]]), np.concatenate([line.ends, line.ends[1:]])
    return _Grams(line.prints(starts, ends), np.concatenate([at, at[:-1]]), np.concatenate([at, at[1:]]))


def _counted(texts: Sequence[str]) -> Iterator[tuple[Prints, sp.csr_matrix]]:
    """Of every kind all n-grams of `texts` in order, and how often each text has each, (n_texts, n_grams)."""
    counted: list[list[tuple[Prints, Floats]]] = [[] for _ in range(_KINDS)]
    for text in texts:
        for rows, grams in zip(counted, _grams(text), strict=True):
            found, often = np.unique(grams.prints, return_counts=True)
            rows.append((found, often.astype(np.float32)))
    while counted:  # one kind after the other is given away, for the room they take
        rows = counted.pop(0)
        known = np.unique(np.concatenate([found for found, _ in rows]))
        yield known, _matrix([(np.searchsorted(known, found), often) for found, often in rows], len(known))


def _matrix(rows: Sequence[tuple[Ints, Floats]], width: int) -> sp.csr_matrix:
    """Rows of columns and values as one matrix, (n_rows, width)."""
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns, values = (np.concatenate(parts) for parts in zip(*rows, strict=True))
    return sp.csr_matrix((values, columns, ends), shape=(len(rows), width))


class Features:
    """The n-grams met in training, a column each, and how rare they are."""

    def __init__(self, known: Sequence[Prints], rarity: Sequence[Floats]) -> None:
        """Of every kind the fingerprints of its n-grams in order, as its columns stand, and what each weighs."""
        self._given = known, rarity
        self._prints = known
        self._rarity = np.concatenate(rarity)
        self._starts = np.cumsum([0, *map(len, rarity)])

    def __reduce__(self) -> tuple[type[Features], Any]:
        return Features, self._given

    @classmethod
    def learnt(cls, texts: Sequence[str]) -> tuple[Features, sp.csr_matrix]:
        """The features that `texts` teach, and their rows under them."""
        known, rarity, rows = [], [], []
        for number, (prints, counts) in enumerate(_counted(texts)):
            met = np.bincount(counts.indices, minlength=len(prints))
            most = np.argsort(-met, kind="stable")[: _MOST_OF_LETTERS if number < _KINDS_OF_LETTERS else None]
            kept = np.sort(most[met[most] >= _LEAST])
            weighing = TfidfTransformer(sublinear_tf=True)
            rows.append(weighing.fit_transform(counts[:, kept]))
            known.append(prints[kept])
            rarity.append(weighing.idf_.astype(np.float32))
        return cls(known, rarity), sp.hstack(rows, format="csr")

    def _columns(self, kind: int, prints: Prints) -> Ints:
        """The columns of n-grams of a kind, -1 for those that were not met."""
        known = self._prints[kind]
        at = np.searchsorted(known, prints)
        met = at < len(known)
        met[met] = known[at[met]] == prints[met]
        return np.where(met, at + self._starts[kind], -1)

    def rows(self, texts: Sequence[str]) -> sp.csr_matrix:
        """A row for each whole message, (n_texts, n_features)."""
        read = [self.of(text, [(0, len(text))]) for text in texts]
        return _matrix([(columns, values[0]) for columns, values in read], self._starts[-1])

    def of(self, text: str, stretches: Sequence[Stretch]) -> tuple[Ints, Floats]:
        """The columns that a message has, and what they are in each of its stretches, (n_stretches, n_columns). What is
        no word (pictures) belongs to a stretch that ends beyond the last word."""
        kinds = _grams(text)
        numbers = np.concatenate([self._columns(kind, grams.prints) for kind, grams in enumerate(kinds)])
        known = numbers >= 0
        columns, at = np.unique(numbers[known], return_inverse=True)
        first = np.concatenate([grams.first for grams in kinds])[known]
        last = np.concatenate([grams.last for grams in kinds])[known]
        counts = [np.bincount(at[(first >= start) & (last < end)], minlength=len(columns)) for start, end in stretches]
        often = np.array(counts)
        worth = np.zeros(often.max(initial=0) + 1, np.float32)  # of what is met so often
        worth[1:] = 1 + np.log(np.arange(1, len(worth)))
        values = worth[often] * self._rarity[columns]
        for start, end in itertools.pairwise(np.searchsorted(columns, self._starts)):
            of_kind = values[:, start:end]
            length = np.sqrt(np.einsum("ij,ij->i", of_kind, of_kind))
            of_kind /= np.maximum(length, np.float32(1e-9))[:, None]
        return columns, values
