"""The model of messages: one softmax over intents, one yes-or-no an offence, on the same features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import regex
from sklearn.linear_model import LogisticRegression

from satark.classification.examples import Example
from satark.classification.features import Features, words

# Intents in which an offence may be told; in all others the words of an offence are about something else.
REPORTING = frozenset({"report_offence", "emergency", "inform", "correct"})
OFFENCE_THRESHOLD = 0.5
BESIDE_BEST = 0.8  # a further offence must be nearly as sure as the surest: neighbours share words (cattle, liquor)
CLAUSE_WORDS = 7  # so many words that tell an offence are a report, however much they sound like an answer
NOTHING_SAID = (("out_of_scope", 1.0),)  # nothing in a script people here write in
_READABLE = regex.compile(r"[\p{Latin}\p{Devanagari}\p{N}\p{Extended_Pictographic}]")
_PAYLOAD = regex.compile(r"/*\w+\s*\{.*\}\s*$", flags=regex.S)  # a command dressed as words


@dataclass(frozen=True)
class Verdict:
    """(name, probability) pairs, best first: all intents, and the offences that are told."""

    intents: tuple[tuple[str, float], ...]
    offences: tuple[tuple[str, float], ...]


class MessageModel:
    """Learns from examples, then reads messages. Plain pickling persists it."""

    def __init__(self, strength: float = 10.0) -> None:
        """`strength` is the inverse regularisation of the logistic regressions."""
        self._strength = strength
        self._features = Features()
        self._intents = LogisticRegression(C=strength, solver="liblinear", multi_class="ovr", class_weight="balanced")
        self._offences: dict[str, LogisticRegression] = {}

    def fit(self, examples: Sequence[Example]) -> None:
        """Trains both heads. Raises `ValueError` when there are fewer than two intents."""
        rows = self._features.fit_transform([example.text for example in examples])
        self._intents.fit(rows, [example.intent for example in examples])
        known = [index for index, example in enumerate(examples) if example.offences is not None]
        told = [examples[index].offences or frozenset() for index in known]
        for offence in sorted(frozenset().union(*told)):
            head = LogisticRegression(C=self._strength, solver="liblinear", class_weight="balanced")
            self._offences[offence] = head.fit(rows[known], [offence in offences for offences in told])

    def read(self, text: str) -> Verdict:
        """The verdict on one message (normalised, redacted)."""
        if not _READABLE.search(text) or _PAYLOAD.match(text):
            return Verdict(NOTHING_SAID, ())
        row = self._features.transform([text])
        chances = self._intents.predict_proba(row)[0]
        order = np.argsort(-chances)
        intents = tuple((str(self._intents.classes_[index]), float(chances[index])) for index in order)
        if intents[0][0] not in REPORTING:
            return Verdict(intents, ())
        scored = [(offence, float(head.predict_proba(row)[0, 1])) for offence, head in self._offences.items()]
        scored.sort(key=lambda pair: -pair[1])
        if intents[0][0] == "inform" and len(words(text)) >= CLAUSE_WORDS and scored[0][1] >= OFFENCE_THRESHOLD:
            intents = tuple(sorted(intents, key=lambda pair: pair[0] != "report_offence"))
        least = max(OFFENCE_THRESHOLD, BESIDE_BEST * scored[0][1]) if scored else OFFENCE_THRESHOLD
        told = tuple(pair for pair in scored if pair[1] >= least)
        if not told and intents[0][0] == "report_offence":
            told = tuple(scored[:1])
        return Verdict(intents, told)
