"""A message as numbers: n-grams of its words and of its sound; what is learnt in one script serves in the other.

Rare ones weigh more, and each kind of n-gram as much as any other (tf-idf: Salton and Buckley, 1988). A message is cut
into n-grams once, however many stretches of it are read: a stretch has those that lie within it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
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
_REMEMBERED = 16_384  # words whose columns are kept

Ints = npt.NDArray[np.integer[Any]]
Floats = npt.NDArray[np.float32]
Stretch = tuple[int, int]  # of a message's words, the first and the one after the last


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Lower case, digits as one sign, drawn-out letters (`bachaooo`) short."""
    return _DIGITS.sub("0", _REPEATED.sub(r"\1\1", ascii_digits(word.lower())))


class _Said(NamedTuple):
    """A message's words and pictures, folded, and what the words sound like."""

    words: list[str]
    sounds: list[str]
    pictures: list[str]

    @classmethod
    def of(cls, text: str) -> _Said:
        words = [fold(token.text) for token in tokens(text)]
        return cls(words, [sound_key(word) for word in words], _PICTURE.findall(text))


class _Grams(NamedTuple):
    """The n-grams of one kind: what each is, and the first and the last word that it has something of."""

    names: list[str]
    first: Ints
    last: Ints


def _letters(sound: str) -> list[str]:
    """The n-grams of a word between two blanks; nothing of a word without a sound."""
    word = f" {sound} "
    return [word[at : at + n] for n in _WITHIN for at in range(len(word) - n + 1)] if sound else []


def _beyond_letters(said: _Said) -> tuple[_Grams, _Grams, _Grams]:
    """All n-grams of a message but those within its words, kind by kind."""
    return _across_words(said.sounds), _of_words([*said.words, *said.pictures]), _of_words(said.sounds)


def _across_words(sounds: Sequence[str]) -> _Grams:
    line = " ".join(sounds)
    ends = np.cumsum([len(sound) + 1 for sound in sounds], dtype=np.int64) - 1
    starts = [np.arange(max(0, len(line) - n + 1)) for n in _ACROSS]
    names = [line[at : at + n] for n, of_size in zip(_ACROSS, starts, strict=True) for at in range(len(of_size))]
    first = np.searchsorted(ends, np.concatenate(starts), "left")
    last = np.searchsorted(ends, np.concatenate([at + n for n, at in zip(_ACROSS, starts, strict=True)]), "left")
    return _Grams(names, first, last)


def _of_words(words: Sequence[str]) -> _Grams:
    """Each word, and each two one after the other."""
    at = np.arange(len(words))
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(words)]
    return _Grams([*words, *pairs], np.concatenate([at, at[:-1]]), np.concatenate([at, at[1:]]))


def _counted(texts: Sequence[str]) -> Iterator[tuple[list[str], sp.csr_matrix]]:
    """Of every kind all n-grams of `texts`, and how often each text has each, (n_texts, n_grams)."""
    numbers: list[defaultdict[str, int]] = [defaultdict(itertools.count().__next__) for _ in range(_KINDS)]
    counted: list[list[tuple[Ints, Floats]]] = [[] for _ in range(_KINDS)]
    for text in texts:
        said = _Said.of(text)
        within = list(itertools.chain.from_iterable(map(_letters, said.sounds)))
        kinds = (within, *(grams.names for grams in _beyond_letters(said)))
        for number_of, rows, names in zip(numbers, counted, kinds, strict=True):
            met = np.fromiter(map(number_of.__getitem__, names), np.int32, len(names))
            found, often = np.unique(met, return_counts=True)
            rows.append((found, often.astype(np.float32)))
    while numbers:  # one kind after the other is given away, for the room they take
        names, rows = list(numbers.pop(0)), counted.pop(0)
        yield names, _matrix(rows, len(names))


def _matrix(rows: Sequence[tuple[Ints, Floats]], width: int) -> sp.csr_matrix:
    """Rows of columns and values as one matrix, (n_rows, width)."""
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns, values = (np.concatenate(parts) for parts in zip(*rows, strict=True))
    return sp.csr_matrix((values, columns, ends), shape=(len(rows), width))


class Features:
    """The n-grams met in training, a column each, and how rare they are."""

    def __init__(self, columns: Sequence[dict[str, int]], rarity: Sequence[npt.NDArray[np.float32]]) -> None:
        """Of every kind the n-grams with their numbers among all, kind after kind, and what each weighs."""
        self._given = columns, rarity
        self._columns = columns
        self._rarity = np.concatenate(rarity)
        self._starts = np.cumsum([0, *map(len, rarity)])
        self._within = lru_cache(_REMEMBERED)(lambda sound: self._known(0, _letters(sound)))

    def __reduce__(self) -> tuple[type[Features], Any]:
        return Features, self._given  # what it remembers of words stays behind

    @classmethod
    def learnt(cls, texts: Sequence[str]) -> tuple[Features, sp.csr_matrix]:
        """The features that `texts` teach, and their rows under them."""
        columns, rarity, rows, begun = [], [], [], 0
        for number, (names, counts) in enumerate(_counted(texts)):
            met = np.bincount(counts.indices, minlength=len(names))
            order = np.argsort(-met, kind="stable")[: _MOST_OF_LETTERS if number < _KINDS_OF_LETTERS else None]
            kept = order[met[order] >= _LEAST]
            weighing = TfidfTransformer(sublinear_tf=True)
            rows.append(weighing.fit_transform(counts[:, kept]))
            columns.append({names[at]: place for place, at in enumerate(kept, begun)})
            rarity.append(weighing.idf_.astype(np.float32))
            begun += len(kept)
        return cls(columns, rarity), sp.hstack(rows, format="csr")

    def _known(self, kind: int, names: Sequence[str]) -> Ints:
        """The columns of n-grams of a kind, -1 for those that were not met."""
        return np.fromiter(map(self._columns[kind].get, names, itertools.repeat(-1)), np.int64, len(names))

    def rows(self, texts: Sequence[str]) -> sp.csr_matrix:
        """A row for each whole message, (n_texts, n_features)."""
        read = [self.of(text, [(0, len(text))]) for text in texts]
        return _matrix([(columns, values[0]) for columns, values in read], self._starts[-1])

    def of(self, text: str, stretches: Sequence[Stretch]) -> tuple[Ints, Floats]:
        """The columns that a message has, and what they are in each of its stretches, (n_stretches, n_columns). What is
        no word (pictures) belongs to a stretch that ends beyond the last word."""
        said = _Said.of(text)
        within = [self._within(sound) for sound in said.sounds]
        word = np.repeat(np.arange(len(within)), list(map(len, within)))
        beyond = _beyond_letters(said)
        of_names = [self._known(kind, grams.names) for kind, grams in enumerate(beyond, 1)]
        numbers = np.concatenate([*within, *of_names])
        known = numbers >= 0
        columns, at = np.unique(numbers[known], return_inverse=True)
        first = np.concatenate([word, *(grams.first for grams in beyond)])[known]
        last = np.concatenate([word, *(grams.last for grams in beyond)])[known]
        counts = [np.bincount(at[(first >= start) & (last < end)], minlength=len(columns)) for start, end in stretches]
        values = np.array(counts, np.float32)
        held = values > 0
        values[held] = 1 + np.log(values[held])
        values *= self._rarity[columns]
        for start, end in itertools.pairwise(np.searchsorted(columns, self._starts)):
            of_kind = values[:, start:end]
            of_kind /= np.maximum(np.sqrt((of_kind * of_kind).sum(axis=1, keepdims=True)), np.float32(1e-9))
        return columns, values
