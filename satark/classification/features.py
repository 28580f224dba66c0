"""A message as numbers: n-grams of its words and of its sound; what is learnt in one script serves in the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import numpy as np
import regex
import scipy.sparse as sp
from joblib import Parallel, cpu_count, delayed
from sklearn.feature_extraction.text import TfidfVectorizer

from satark.phonetics import sound_key
from satark.text import ascii_digits, tokens

_DIGITS = re.compile(r"\d+")
_PICTURE = regex.compile(r"\p{Extended_Pictographic}")
_MANY = 2000  # texts from which it pays to share them out among processes
_REPEATED = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Lower case, digits as one sign, drawn-out letters (`bachaooo`) short."""
    return _DIGITS.sub("0", _REPEATED.sub(r"\1\1", ascii_digits(text.lower())))


def words(text: str) -> list[str]:
    """The words of a text and its pictures (🙏, 👍); Devanagari vowel signs stay within their word."""
    return [token.text for token in tokens(text)] + _PICTURE.findall(text)


def sounds(text: str) -> list[str]:
    """The sound keys of a text's words: चोरी, chori and choree are one."""
    return [sound_key(token.text) for token in tokens(text)]


@lru_cache(maxsize=1024)  # two vectorisers ask one after the other
def fold_to_sound(text: str) -> str:
    """The folded text as it sounds, in Latin letters, words apart by blanks."""
    return " ".join(sounds(fold(text)))


class Features:
    """Fitted vectorisers; `transform` gives one sparse row a message."""

    def __init__(self) -> None:
        common: dict[str, Any] = {"preprocessor": fold, "sublinear_tf": True, "min_df": 2, "dtype": np.float32}
        spoken = {**common, "preprocessor": fold_to_sound, "max_features": 150_000}
        by_word = {**common, "analyzer": "word", "token_pattern": None, "ngram_range": (1, 2)}
        self._parts = [
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **spoken),
            TfidfVectorizer(analyzer="char", ngram_range=(3, 6), **spoken),
            TfidfVectorizer(tokenizer=words, **by_word),
            TfidfVectorizer(tokenizer=sounds, **by_word),
        ]
        self._known: tuple[dict[str, int], sp.csr_matrix] | None = None

    def fit(self, texts: Sequence[str]) -> None:
        """Learns the vocabulary of `texts`."""
        for part in self._parts:
            part.fit(texts)
            del part.stop_words_  # what was left out: as large as what was learnt, and read by nobody
        self._rarity = [part.idf_ for part in self._parts]

    @contextmanager
    def remembering(self, texts: Sequence[str]) -> Iterator[None]:
        """Within it the rows of `texts` are computed once, however often they are asked for."""
        numbers = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        self._known = numbers, self._rows(list(numbers))
        try:
            yield
        finally:
            self._known = None

    def transform(self, texts: Sequence[str]) -> sp.csr_matrix:
        """Rows (n_texts, n_features) under the learnt vocabulary."""
        if self._known is None:
            return self._rows(texts)
        numbers, known = self._known
        new = [text for text in dict.fromkeys(texts) if text not in numbers]
        place = {**{text: len(numbers) + number for number, text in enumerate(new)}, **numbers}
        rows = sp.vstack([known, self._rows(new)], format="csr") if new else known
        return rows[[place[text] for text in texts]]

    def _rows(self, texts: Sequence[str]) -> sp.csr_matrix:
        if len(texts) < _MANY:
            return self._computed(texts)
        share = -(-len(texts) // cpu_count())
        batches = [texts[at : at + share] for at in range(0, len(texts), share)]
        bare = Features.__new__(Features)  # what goes to the processes: not what is remembered
        bare._parts, bare._rarity = self._parts, self._rarity
        return sp.vstack(
            Parallel(n_jobs=cpu_count())(delayed(bare._computed)(batch) for batch in batches), format="csr"
        )

    def _computed(self, texts: Sequence[str]) -> sp.csr_matrix:
        """What the vectorisers' own `transform` gives, side by side: for the few texts of a message that takes most of
        its time for checks and for matrices that are thrown away."""
        analysers = [part.build_analyzer() for part in self._parts]
        columns, values, ends = [], [], [0]
        for text in texts:
            first = size = 0
            for part, analyse, rarity in zip(self._parts, analysers, self._rarity, strict=True):
                counts = Counter(map(part.vocabulary_.get, analyse(text)))
                del counts[None]  # n-grams that were not learnt
                places = np.fromiter(counts.keys(), np.int32, len(counts))
                weights = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * rarity[places]
                columns.append(places + first)
                values.append(weights / (np.sqrt(weights @ weights) or 1))
                first, size = first + len(rarity), size + len(places)
            ends.append(ends[-1] + size)
        width = sum(map(len, self._rarity))
        rows = sp.csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=(len(texts), width))
        rows.sort_indices()
        return rows
