"""From evidence to probabilities that mean what they say, learnt from messages held out.

Intents and offences look at each other: words of a report without any offence are hardly one, and an offence named in a
question about anonymity is not reported. Of an offence the lexicon is asked too: whoever names it may name it in words
that no trainer wrote. Intents are told by a logistic regression; offences by the mean of a few small networks, for what
one says of another depends on a third (a blow in a robbery is told beside it, a pistol is not).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import numpy as np
from joblib import Parallel, cpu_count, delayed
from scipy.special import expit
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from satark.classification.evidence import Evidence

_NETWORKS = 5  # what chance put into one it did not put into the others
_HIDDEN = (128, 64)  # units of a network's layers
_STRENGTH = 0.1  # of the networks' regularisation
_BATCH, _ROUNDS, _FEWEST_STEPS = 128, 15, 2_000
_STRONGEST = 3  # scores among all offences that are shown beside each one's own


class Judgement:
    """Probabilities of intents, and of each offence given the message."""

    def __init__(self, evidence: Evidence, intents: np.ndarray, offences: np.ndarray) -> None:
        """Labels as in `Wording`; every intent must occur."""
        self._intents = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=300))
        with warnings.catch_warnings():  # that the solver could go on is no news
            warnings.simplefilter("ignore", ConvergenceWarning)
            self._intents.fit(_about_intents(evidence), intents)
        known = offences[:, 0] >= 0
        self._offences = _Networks(_about_offences(evidence)[known], offences[known])

    def intents(self, evidence: Evidence) -> np.ndarray:
        """(n, n_intents), rows add up to 1."""
        return np.asarray(self._intents.predict_proba(_about_intents(evidence)))

    def offences(self, evidence: Evidence) -> np.ndarray:
        """(n, n_offences): the chance that each is told."""
        return self._offences.chances(_about_offences(evidence))


class _Networks:
    """The mean of what several networks say of rows, as chances of labels that do not exclude each other."""

    def __init__(self, rows: np.ndarray, labels: np.ndarray) -> None:
        """`rows` (n, columns), `labels` (n, n_labels) of 0 and 1."""
        self._scaler = StandardScaler().fit(rows)
        scaled = self._scaled(rows)
        self._members = Parallel(n_jobs=cpu_count())(
            delayed(_layers)(scaled, labels, number) for number in range(_NETWORKS)
        )

    def chances(self, rows: np.ndarray) -> np.ndarray:
        """(n, n_labels)."""
        scaled = self._scaled(rows)
        return np.asarray(expit(np.mean([_said(layers, scaled) for layers in self._members], axis=0)))

    def _scaled(self, rows: np.ndarray) -> np.ndarray:
        return np.asarray((rows - self._scaler.mean_) / self._scaler.scale_, dtype=np.float32)


_Layers = Sequence[tuple[np.ndarray, np.ndarray]]


def _layers(rows: np.ndarray, labels: np.ndarray, seed: int) -> _Layers:
    """Weights and shifts of a network that has learnt the labels."""
    rounds = max(_ROUNDS, _FEWEST_STEPS * _BATCH // len(rows))
    network = MLPClassifier(
        _HIDDEN, alpha=_STRENGTH, batch_size=min(_BATCH, len(rows)), max_iter=rounds, random_state=seed
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        network.fit(rows, labels)
    return list(zip(network.coefs_, network.intercepts_, strict=True))


def _said(layers: _Layers, rows: np.ndarray) -> np.ndarray:
    """The log odds of the labels, (n, n_labels)."""
    for weights, shifts in layers[:-1]:
        rows = np.maximum(rows @ weights + shifts, 0)
    weights, shifts = layers[-1]
    return np.asarray(rows @ weights + shifts)


def _about_intents(evidence: Evidence) -> np.ndarray:
    columns = [evidence.intents, evidence.whole, _strongest(evidence, 2), evidence.passage.max(axis=1)[:, None]]
    columns.append(_length(evidence))
    columns += [evidence.named.max(axis=1), np.log1p(evidence.named.sum(axis=1))]
    return np.hstack(columns)


def _about_offences(evidence: Evidence) -> np.ndarray:
    """(n, columns)."""
    part = np.maximum(evidence.passage, evidence.clause)
    columns = [evidence.whole, evidence.passage, evidence.clause, part - evidence.whole]
    columns += [evidence.intents, evidence.named.reshape(len(evidence.named), -1), _strongest(evidence, _STRONGEST)]
    # in a long message more sounds like something by chance
    return np.hstack([*columns, _length(evidence), evidence.whole * _length(evidence)])


def _strongest(evidence: Evidence, count: int) -> np.ndarray:
    return np.sort(evidence.whole, axis=1)[:, ::-1][:, :count]


def _length(evidence: Evidence) -> np.ndarray:
    return np.log1p(evidence.words)[:, None]
