"""The model of messages: what their words say of every intent and offence, and a judgement that is made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.model_selection import StratifiedKFold

from satark.classification.evidence import Evidence, Wording, mean, stacked
from satark.classification.examples import Example, joined
from satark.classification.features import Features
from satark.classification.judgement import Judgement
from satark.classification.lexicon import load_lexicon, quote
from satark.classification.passages import digest, passages
from satark.text import tokens

# Intents in which an offence may be told; in all others the words of an offence are about something else.
REPORTING = frozenset({"report_offence", "emergency", "inform", "correct"})
_NOTHING = "out_of_scope"  # what a message is for that holds nothing known
_PAYLOAD = re.compile(r"/*\w+\s*\{.*\}\s*$", flags=re.S)  # a command dressed as words
OFFENCE_THRESHOLD = 0.6  # from here on as many are missed as are read in vain
# What looks like an answer is a report where so many words tell an offence, and it may well be one.
_WORDS_OF_A_REPORT, _MAY_BE_A_REPORT = 6, 0.15
_NAMED_OFFENCE = 0.35  # how likely the offence has to be that a word of the message names
# From which the likeliest offence is told though it is below the threshold: a report has one, danger need not.
_LEAST_OFFENCE = {"report_offence": 0.1, "emergency": 0.4}
_FOLDS = 3  # each learns from what the others do not; the mean of what they learnt reads
_FEWEST = 3  # examples of an intent
_SHARE_JOINED = 0.6  # of joined messages beside those written as one
_SHARE_JUDGED = 0.3  # of them among those that the judgement is learnt from


@dataclass(frozen=True)
class Told:
    """An offence, its probability, and the words of the message that speak of it."""

    offence: str
    chance: float
    text: str


@dataclass(frozen=True)
class Verdict:
    """(intent, probability) pairs, all of them, best first; and the offences that are told, best first."""

    intents: tuple[tuple[str, float], ...]
    offences: tuple[Told, ...]


class MessageModel:
    """Learns from examples, then reads messages. Plain pickling persists it."""

    def fit(self, examples: Sequence[Example], seed: int = 0) -> None:
        """Trains on `examples`; the same seed gives the same chances, to the hundredth. Raises `ValueError` where an
        intent has fewer than three, or `out_of_scope` none."""
        counts = Counter(example.intent for example in examples)
        if min(counts.values()) < _FEWEST or _NOTHING not in counts:
            raise ValueError(f"Every intent needs {_FEWEST} examples, and there must be {_NOTHING}.")
        self._intents = sorted(counts)
        self._offences = sorted(frozenset().union(*(example.offences or () for example in examples)))
        self._features, rows = Features.learnt([example.text for example in examples])
        self._wording = mean(self._judge(examples, rows, seed))

    def read(self, text: str) -> Verdict:
        """The verdict on one message (normalised, redacted). Never raises."""
        text = digest(text)
        evidence = None if _PAYLOAD.match(text) else self._wording.evidence([text])
        if evidence is None or not evidence.known[0]:
            return Verdict(self._ranking(np.eye(len(self._intents))[self._intents.index(_NOTHING)]), ())
        intents, offences = self._judgement.intents(evidence)[0], self._judgement.offences(evidence)[0]
        ranking = self._ranking(intents)
        if ranking[0][0] == "inform" and self._is_report(text, intents, offences, evidence):
            first = intents.copy()
            first[self._intents.index("report_offence")] = intents.max() + 0.0001
            ranking = self._ranking(first / first.sum())
        return Verdict(ranking, self._told(text, ranking[0][0], offences))

    def _is_report(self, text: str, intents: np.ndarray, offences: np.ndarray, evidence: Evidence) -> bool:
        """Whether what looks like an answer is a short report: of time, place and names, and one crime, which a word
        names outright or all of them tell."""
        if evidence.words[0] < _WORDS_OF_A_REPORT or intents[self._intents.index("report_offence")] < _MAY_BE_A_REPORT:
            return False
        likely = int(offences.argmax())
        if offences[likely] >= OFFENCE_THRESHOLD:
            return True
        named = {hit.offence for hit in load_lexicon().hits(tokens(text)) if hit.is_term}
        return bool(offences[likely] >= _NAMED_OFFENCE) and self._offences[likely] in named

    def _ranking(self, chances: np.ndarray) -> tuple[tuple[str, float], ...]:
        return tuple((self._intents[index], float(chances[index])) for index in np.argsort(-chances))

    def _told(self, text: str, intent: str, chances: np.ndarray) -> tuple[Told, ...]:
        if intent not in REPORTING:
            return ()
        order = [int(index) for index in np.argsort(-chances)]
        told = [index for index in order if chances[index] >= OFFENCE_THRESHOLD]
        if not told and chances[order[0]] >= _LEAST_OFFENCE.get(intent, OFFENCE_THRESHOLD):
            told = order[:1]
        words = tokens(text)
        hits = load_lexicon().hits(words) if told else []
        return tuple(
            Told(
                self._offences[index],
                float(chances[index]),
                quote(text, words, hits, self._offences[index]) or self._strongest(text, index),
            )
            for index in told
        )

    def _strongest(self, text: str, offence: int) -> str:
        words = tokens(text)
        if not words:
            return ""
        parts = passages(len(words))
        first, end = parts[self._wording.strongest(text, parts, offence)]
        return text[words[first].start : words[end - 1].end]

    def _judge(self, examples: Sequence[Example], rows: sp.csr_matrix, seed: int) -> list[Wording]:
        """Learns the judgement from messages that the margins it judges were not learnt from; gives the wordings whose
        margins those are. `rows` are those of `examples`."""
        numbers = self._numbers(examples)
        judged: list[Example] = []
        parts: list[Evidence] = []
        wordings: list[Wording] = []
        for learnt, held in StratifiedKFold(_FOLDS, shuffle=True, random_state=seed).split(numbers, numbers):
            taught = [examples[index] for index in learnt]
            wording = self._learn_wording(taught, rows[learnt], seed + len(wordings))
            wordings.append(wording)
            unread = [examples[index] for index in held]
            messages = [*unread, *joined(unread, _SHARE_JUDGED, seed)]
            parts.append(wording.evidence([example.text for example in messages]))
            judged += messages
        self._judgement = Judgement(stacked(parts), self._numbers(judged), self._marks(judged))
        return wordings

    def _learn_wording(self, examples: Sequence[Example], rows: sp.csr_matrix, seed: int) -> Wording:
        """`rows` are those of `examples`."""
        added = joined(examples, _SHARE_JOINED, seed)
        taught = [*examples, *added]
        rows = sp.vstack([rows, self._features.rows([example.text for example in added])], format="csr")
        return Wording(self._features, self._offences, rows, self._numbers(taught), self._marks(taught))

    def _numbers(self, examples: Sequence[Example]) -> np.ndarray:
        """(n,) intents by their place in the list."""
        place = {intent: index for index, intent in enumerate(self._intents)}
        return np.array([place[example.intent] for example in examples])

    def _marks(self, examples: Sequence[Example]) -> np.ndarray:
        """(n, n_offences): 1 told, 0 not told, -1 unknown."""
        return np.array(
            [
                [-1 if example.offences is None else int(offence in example.offences) for offence in self._offences]
                for example in examples
            ]
        )
