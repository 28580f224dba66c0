"""What the parts of the model say about messages, before a judgement is made of it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import scipy.sparse as sp
from joblib import Parallel, cpu_count, delayed
from sklearn.svm import LinearSVC

from satark.classification.features import Features, Stretch
from satark.classification.lexicon import load_lexicon
from satark.classification.passages import clauses, passages
from satark.cores import shared_out
from satark.text import Token, tokens

_STRENGTH = 0.3  # inverse regularisation of the margins
_CLOSE_ENOUGH = 0.01  # where the solver stops: a margin then is off by a thousandth at most
_MANY = 2000  # texts from which it pays to share them out among processes
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
        if len(texts) < _MANY:
            return self._evidence(texts)
        return stacked(shared_out(self._evidence, texts))

    def _evidence(self, texts: Sequence[str]) -> Evidence:
        words = [tokens(text) for text in texts]
        read = [self._scores(text, len(said)) for text, said in zip(texts, words, strict=True)]
        whole, passage, clause, known = (np.stack(parts) for parts in zip(*read, strict=True))
        return Evidence(
            intents=whole[:, : self._n_intents],
            whole=whole[:, self._n_intents :],
            passage=passage[:, self._n_intents :],
            clause=clause[:, self._n_intents :],
            named=self._named(words),
            words=np.array([len(several) for several in words], dtype=np.float32),
            known=known,
        )

    def _scores(self, text: str, size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, bool]:
        """Of a message of `size` words the margins (n_intents + n_offences,) of the whole, the highest of it and its
        passages, and of its clauses; and whether there is anything in it that was met in training."""
        several = passages(size)
        columns, values = self._features.of(text, [(0, len(text)), *several, *clauses(size)])
        scores = self._shifts + values @ self._weights[columns].astype(np.float32, copy=False)
        middle = 1 + len(several)
        return scores[0], scores[:middle].max(axis=0), scores[middle:].max(axis=0), len(columns) > 0

    def _named(self, messages: Sequence[Sequence[Token]]) -> np.ndarray:
        counts = np.zeros((len(messages), len(self._names), 2), dtype=np.float32)
        lexicon = load_lexicon()
        for number, words in enumerate(messages):
            for hit in lexicon.hits(words):
                if hit.offence in self._names:
                    counts[number, self._names[hit.offence], 0 if hit.is_term else 1] += 1
        return np.minimum(counts, _MOST_NAMED)

    def strongest(self, text: str, stretches: Sequence[Stretch], offence: int) -> int:
        """Which of the stretches of a message speaks most for an offence."""
        columns, values = self._features.of(text, stretches)
        weights = self._weights[columns, self._n_intents + offence].astype(np.float32)
        return int((values @ weights).argmax())


def stacked(parts: Sequence[Evidence]) -> Evidence:
    """The evidence of the messages of all parts, one after another."""
    names = [field.name for field in fields(Evidence)]
    return Evidence(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


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
