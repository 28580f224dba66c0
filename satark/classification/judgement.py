"""From evidence to probabilities that mean what they say: logistic regressions fitted on messages held out.

Intents and offences look at each other: words of a report without any offence are hardly one, and an offence named in a
question about anonymity is not reported. Of an offence the lexicon is asked too: whoever names it may name it in words
that no trainer wrote. Two opinions are heard on each offence: what holds of all alike, learnt from all examples, and
what holds of this one beside the others (a blow in a robbery is told beside it, a pistol is not).
"""

from __future__ import annotations

import warnings

import numpy as np
from scipy.special import expit
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from satark.classification.evidence import Evidence

_ROUNDS = 200  # of the solver, at most
_ALIKE = 3  # every so many-th example teaches what holds of all offences alike: each tells it of every offence
_OWN_STRENGTH = 0.005  # inverse regularisation of what is learnt of one offence alone: its examples are few


class Judgement:
    """Probabilities of intents, and of each offence given the message."""

    def __init__(self, evidence: Evidence, intents: np.ndarray, offences: np.ndarray) -> None:
        """Labels as in `Wording`; every intent must occur."""
        self._intents = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=300))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            self._intents.fit(_about_intents(evidence), intents)
        known = offences[:, 0] >= 0
        about = _about_offences(evidence)
        rows = about[known]
        self._offences = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=_ROUNDS))
        with warnings.catch_warnings():  # that the solver could go on is no news
            warnings.simplefilter("ignore", ConvergenceWarning)
            some = slice(None, None, _ALIKE)
            self._offences.fit(rows[some].reshape(-1, rows.shape[2]), offences[known][some].reshape(-1))
            rows = _about_each(evidence, about)[known]
            learnt = [_own(rows[:, number], told) for number, told in enumerate(offences[known].T)]
        self._own_weights = np.stack([weights for weights, _ in learnt])
        self._own_shifts = np.array([shift for _, shift in learnt])

    def intents(self, evidence: Evidence) -> np.ndarray:
        """(n, n_intents), rows add up to 1."""
        return np.asarray(self._intents.predict_proba(_about_intents(evidence)))

    def offences(self, evidence: Evidence) -> np.ndarray:
        """(n, n_offences): the chance that each is told."""
        rows = _about_offences(evidence)
        alike = self._offences.predict_proba(rows.reshape(-1, rows.shape[2]))[:, 1].reshape(rows.shape[:2])
        own = expit(np.einsum("nok,ok->no", _about_each(evidence, rows), self._own_weights) + self._own_shifts)
        return np.asarray((alike + own) / 2)


def _own(rows: np.ndarray, told: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights (columns,) and shift of the logistic regression of one offence, for rows as they are."""
    scaler = StandardScaler().fit(rows)
    head = LogisticRegression(C=_OWN_STRENGTH, max_iter=_ROUNDS).fit(scaler.transform(rows), told)
    weights = head.coef_[0] / scaler.scale_
    return weights, float(head.intercept_[0] - scaler.mean_ @ weights)


def _about_intents(evidence: Evidence) -> np.ndarray:
    ranked = np.sort(evidence.whole, axis=1)[:, ::-1][:, :2]
    columns = [evidence.intents, evidence.whole, ranked, evidence.passage.max(axis=1)[:, None]]
    columns.append(np.log1p(evidence.words)[:, None])
    columns += [evidence.named.max(axis=1), np.log1p(evidence.named.sum(axis=1))]
    return np.hstack(columns)


def _about_offences(evidence: Evidence) -> np.ndarray:
    """(n, n_offences, columns)."""
    n, n_offences = evidence.whole.shape
    each = [evidence.whole, evidence.passage, np.maximum(evidence.whole, evidence.passage), _others(evidence.whole)]
    each += [evidence.clause, np.maximum(evidence.clause, evidence.passage)]
    terms, hints = evidence.named[:, :, 0], evidence.named[:, :, 1]
    each += [terms, hints, terms.sum(axis=1, keepdims=True) - terms]
    length = np.log1p(evidence.words)
    each += [column * length[:, None] for column in each]  # in a long message more sounds like something by chance
    shared = [*evidence.intents.T, length]
    spread = [np.repeat(column[:, None], n_offences, axis=1) for column in shared]
    own = np.broadcast_to(np.eye(n_offences), (n, n_offences, n_offences))
    return np.concatenate([np.stack([*each, *spread], axis=2), own], axis=2)


def _about_each(evidence: Evidence, about: np.ndarray) -> np.ndarray:
    """(n, n_offences, columns): `about` offences as `_about_offences` has it, without its last columns, and the scores
    of all offences."""
    n_offences = evidence.whole.shape[1]
    scores = np.hstack([evidence.whole, evidence.clause, np.maximum(evidence.passage, evidence.clause)])
    beside = np.repeat(scores[:, None], n_offences, axis=1)
    return np.concatenate([about[:, :, :-n_offences], beside], axis=2)


def _others(scores: np.ndarray) -> np.ndarray:
    """The best score among the other offences, for each."""
    ranked = np.sort(scores, axis=1)
    best, second = ranked[:, -1:], ranked[:, -2:-1]
    return np.where(scores == best, second, best)
