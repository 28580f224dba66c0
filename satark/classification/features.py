"""A message as numbers: n-grams of its words and of its sound; what is learnt in one script serves in the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import regex
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from satark.phonetics import sound_key
from satark.text import ascii_digits, tokens

_DIGITS = re.compile(r"\d+")
_PICTURE = regex.compile(r"\p{Extended_Pictographic}")
_REPEATED = re.compile(r"(.)\1{2,}")


def fold(text: str) -> str:
    """Lower case, digits as one sign, drawn-out letters (`bachaooo`) short."""
    return _DIGITS.sub("0", _REPEATED.sub(r"\1\1", ascii_digits(text.lower())))


def words(text: str) -> list[str]:
    """The words of a text and its pictures (🙏, 👍); Devanagari vowel signs stay within their word."""
    return [token.text for token in tokens(text)] + _PICTURE.findall(text)


def sounds(text: str) -> list[str]:
    """The sound keys of a text's words: चोरी, chori and choree are one."""
    return [sound_key(token.text) for token in tokens(text)]


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

    def fit(self, texts: Sequence[str]) -> None:
        """Learns the vocabulary of `texts`."""
        for part in self._parts:
            part.fit(texts)

    def transform(self, texts: Sequence[str]) -> sp.csr_matrix:
        """Rows (n_texts, n_features) under the learnt vocabulary."""
        return sp.hstack([part.transform(texts) for part in self._parts], format="csr")
