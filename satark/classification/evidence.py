"""What the parts of the model say about messages, before a judgement is made of it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from joblib import Parallel, cpu_count, delayed
from sklearn.svm import LinearSVC

from satark.classification.features import Features
from satark.classification.lexicon import load_lexicon
from satark.classification.passages import clauses, passages
from satark.text import Token, tokens

_STRENGTH = 0.3  # inverse regularisation of the margins
_CLOSE_ENOUGH = 0.01  # where the solver stops: a margin then is off by a thousandth at most
_MOST_NAMED = 2  # more words of one offence say no more


@dataclass(frozen=True)
class Evidence:
    """Scores of n messages: `intents` (n, n_intents); `whole`, `passage` and `clause` (n, n_offences), of the whole
    message and of its strongest passage and clause; `named` (n, n_offences, 2), how many terms and hints of the lexicon
    stand in it; `words` (n,) their lengths; `known` (n,) whether there is anything in it that was met in training."""

    intents: np.ndarray
    whole: np.ndarray
    passage: np.ndarray
    clause: np.ndarray
    named: np.ndarray
    words: np.ndarray
    known: np.ndarray


class Wording:
    """Linear margins of intents and offences over the words of messages."""

    def __init__(
        self,
        features: Features,
        names: Sequence[str],
        rows: sp.csr_matrix,
        intents: np.ndarray,
        offences: np.ndarray,
    ) -> None:
        """`rows` of `features`; `intents` (n,) numbers from 0; `offences` (n, n_offences): 1, 0, or -1 unknown;
        `names` of the offences, as the lexicon has them."""
        self._features = features
        self._names = {name: place for place, name in enumerate(names)}
        self._n_intents = int(intents.max()) + 1
        known = offences[:, 0] >= 0
        rows = rows.astype(np.float64)  # once, instead of at every head
        known_rows = rows[known]
        tasks = [(rows, intents == intent) for intent in range(self._n_intents)]
        tasks += [(known_rows, column == 1) for column in offences[known].T]
        # The solver lets go of the interpreter's lock, so threads share its work without copies of the rows.
        heads = Parallel(n_jobs=cpu_count(), prefer="threads")(delayed(_margin)(*task) for task in tasks)
        self._weights = np.stack([weights for weights, _ in heads], axis=1)
        self._shifts = np.array([shift for _, shift in heads], dtype=np.float32)

    def evidence(self, texts: Sequence[str]) -> Evidence:
        """What the words of `texts` say."""
        parts = [[text, *passages(text), *clauses(text)] for text in texts]
        sizes = [(1 + len(passages(text)), len(several)) for text, several in zip(texts, parts, strict=True)]
        read = list(dict.fromkeys(part for several in parts for part in several))
        place = {part: number for number, part in enumerate(read)}
        features = self._features.transform(read)
        known = features.getnnz(axis=1) > 0
        scores = self._margins(features) + self._shifts
        rows = [scores[[place[part] for part in several]] for several in parts]
        about = [row[:, self._n_intents :] for row in rows]
        words = [tokens(text) for text in texts]
        return Evidence(
            intents=np.stack([row[0, : self._n_intents] for row in rows]),
            whole=np.stack([row[0] for row in about]),
            passage=np.stack([row[:middle].max(axis=0) for row, (middle, _) in zip(about, sizes, strict=True)]),
            clause=np.stack([row[middle:].max(axis=0) for row, (middle, _) in zip(about, sizes, strict=True)]),
            named=self._named(words),
            words=np.array([len(several) for several in words], dtype=np.float32),
            known=known[[place[text] for text in texts]],
        )

    def _margins(self, features: sp.csr_matrix) -> np.ndarray:
        """(n, n_intents + n_offences), without the shifts."""
        if self._weights.dtype == np.float32:
            return np.asarray(features @ self._weights)
        used, places = np.unique(features.indices, return_inverse=True)
        narrow = sp.csr_matrix((features.data, places, features.indptr), shape=(features.shape[0], len(used)))
        return np.asarray(narrow @ self._weights[used].astype(np.float32))

    def _named(self, messages: Sequence[Sequence[Token]]) -> np.ndarray:
        counts = np.zeros((len(messages), len(self._names), 2), dtype=np.float32)
        lexicon = load_lexicon()
        for number, words in enumerate(messages):
            for hit in lexicon.hits(words):
                if hit.offence in self._names:
                    counts[number, self._names[hit.offence], 0 if hit.is_term else 1] += 1
        return np.minimum(counts, _MOST_NAMED)

    def weight_of(self, offence: int, texts: Sequence[str]) -> np.ndarray:
        """How much each of `texts` speaks for an offence, (n,)."""
        return self._margins(self._features.transform(texts))[:, self._n_intents + offence]


def mean(wordings: Sequence[Wording]) -> Wording:
    """The mean of wordings with the same features, its weights in half the room: a margin is off by a thousandth at
    most. It is surer than each of them, for what chance put into the one it did not put into the others."""
    found = copy.copy(wordings[0])
    found._weights = np.mean([wording._weights for wording in wordings], axis=0, dtype=np.float32).astype(np.float16)
    found._shifts = np.mean([wording._shifts for wording in wordings], axis=0)
    return found


def _margin(rows: sp.csr_matrix, holds: np.ndarray) -> tuple[np.ndarray, float]:
    head = LinearSVC(C=_STRENGTH, tol=_CLOSE_ENOUGH, random_state=0).fit(rows, holds)
    return head.coef_[0].astype(np.float32), float(head.intercept_[0])
