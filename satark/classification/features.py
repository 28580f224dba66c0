"""A message as numbers: character n-grams within words, word n-grams, and sound keys that fold spellings together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from satark.phonetics import sound_key
from satark.text import ascii_digits, tokens

LONGEST = 2000  # characters that are read: a longer message says what it is about within them
_DIGITS = re.compile(r"\d+")
_REPEATED = re.compile(r"(.)\1{2,}")


def fold(text: str) -> str:
    """Lower case, digits as one sign, drawn-out letters (`bachaooo`) short, tags as one word."""
    text = ascii_digits(text[:LONGEST].lower())
    return _DIGITS.sub("0", _REPEATED.sub(r"\1\1", text))


def words(text: str) -> list[str]:
    """The words of a folded text; Devanagari vowel signs stay within their word."""
    return [token.text for token in tokens(text)]


def sounds(text: str) -> list[str]:
    """The sound keys of a folded text's words: चोरी, chori and choree are one."""
    return [sound_key(word) for word in words(text)]


class Features:
    """Fitted vectorisers; `transform` gives one sparse row a message."""

    def __init__(self) -> None:
        common: dict[str, Any] = {"preprocessor": fold, "sublinear_tf": True, "dtype": np.float32}
        self._parts = [
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, max_features=120_000, **common),
            TfidfVectorizer(
                analyzer="word", tokenizer=words, token_pattern=None, ngram_range=(1, 2), min_df=2, **common
            ),
            TfidfVectorizer(
                analyzer="word", tokenizer=sounds, token_pattern=None, ngram_range=(1, 2), min_df=2, **common
            ),
        ]

    def fit_transform(self, texts: Sequence[str]) -> sp.csr_matrix:
        """Learns the vocabulary of `texts`; rows (n_texts, n_features)."""
        return sp.hstack([part.fit_transform(texts) for part in self._parts], format="csr")

    def transform(self, texts: Sequence[str]) -> sp.csr_matrix:
        """Rows (n_texts, n_features) under the learnt vocabulary."""
        return sp.hstack([part.transform(texts) for part in self._parts], format="csr")
