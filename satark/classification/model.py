"""The model of messages: words are asked first, meaning where they leave a doubt, and a judgement is made of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from sklearn.model_selection import StratifiedKFold

from satark.classification.embedding import Embedding
from satark.classification.evidence import Evidence, Wording
from satark.classification.examples import Example, joined
from satark.classification.features import Features
from satark.classification.judgement import Judgement
from satark.classification.lexicon import load_lexicon, quote
from satark.classification.likeness import Likeness
from satark.classification.passages import digest, passages
from satark.text import tokens

# Intents in which an offence may be told; in all others the words of an offence are about something else.
REPORTING = frozenset({"report_offence", "emergency", "inform", "correct"})
_NOTHING = "out_of_scope"  # what a message is for that holds nothing known
_PAYLOAD = re.compile(r"/*\w+\s*\{.*\}\s*$", flags=re.S)  # a command dressed as words
OFFENCE_THRESHOLD = 0.6  # an offence read in vain sends a tip astray; one missed is mostly told beside another
_OUTRIGHT, _WORDS_OF_A_REPORT = 0.9, 8  # an offence told so surely in so many words is reported, and no mere answer
_LEAST_OFFENCE = 0.1  # from which a report's likeliest offence is told though it is below the threshold
_MOST_WORDS_EMBEDDED = 70  # of a longer message the embedding would know the beginning alone
_MOST_EMBEDDED = 6_000  # examples, evenly taken: all of them would take longer than all else
_FOLDS = 2
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

    def __init__(self, with_meaning: bool = True, sure: float = 0.8, sure_of_offences: float = 0.7) -> None:
        """`with_meaning` trains the second opinion, asked where the intent, or in a report that an offence is told or
        is not, is less `sure` (a probability) than this."""
        self._with_meaning = with_meaning
        self._sure = sure
        self._sure_of_offences = sure_of_offences

    def fit(self, examples: Sequence[Example], seed: int = 0) -> None:
        """Trains on `examples`. Raises `ValueError` where an intent has fewer than three, or `out_of_scope` none."""
        counts = Counter(example.intent for example in examples)
        if min(counts.values()) < _FEWEST or _NOTHING not in counts:
            raise ValueError(f"Every intent needs {_FEWEST} examples, and there must be {_NOTHING}.")
        self._intents = sorted(counts)
        self._offences = sorted(frozenset().union(*(example.offences or () for example in examples)))
        self._features = Features()
        self._features.fit([example.text for example in examples])
        self._embedding = Embedding()
        texts = [example.text for example in examples]
        embedded = list(range(0, len(examples), -(-len(examples) // _MOST_EMBEDDED))) if self._with_meaning else []
        meaning = self._embedding.fit([texts[index] for index in embedded]) if embedded else None
        with self._features.remembering(texts):
            self._judge(examples, embedded, meaning, seed)
            self._wording = self._learn_wording([*examples, *joined(examples, _SHARE_JOINED, seed)])
            self._wording.halve()
        known = [examples[index] for index in embedded]
        self._likeness = None if meaning is None else Likeness(meaning, self._targets(known))

    def read(self, text: str) -> Verdict:
        """The verdict on one message (normalised, redacted). Never raises."""
        text = digest(text)
        evidence = None if _PAYLOAD.match(text) else self._wording.evidence([text])
        if evidence is None or not evidence.known[0]:
            return Verdict(self._ranking(np.eye(len(self._intents))[self._intents.index(_NOTHING)]), ())
        intents, offences = self._first.intents(evidence)[0], self._first.offences(evidence)[0]
        few = evidence.words[0] <= _MOST_WORDS_EMBEDDED
        if few and self._likeness is not None and self._second is not None and self._in_doubt(intents, offences):
            evidence = replace(evidence, likeness=self._likeness.scores(self._embedding.rows([text])))
            intents, offences = self._second.intents(evidence)[0], self._second.offences(evidence)[0]
        ranking = self._ranking(intents)
        if ranking[0][0] == "inform" and offences.max() >= _OUTRIGHT and evidence.words[0] >= _WORDS_OF_A_REPORT:
            first = intents.copy()
            first[self._intents.index("report_offence")] = intents.max() + 0.0001
            ranking = self._ranking(first / first.sum())
        return Verdict(ranking, self._told(text, ranking[0][0], offences))

    def _ranking(self, chances: np.ndarray) -> tuple[tuple[str, float], ...]:
        return tuple((self._intents[index], float(chances[index])) for index in np.argsort(-chances))

    def _in_doubt(self, intents: np.ndarray, offences: np.ndarray) -> bool:
        if intents.max() < self._sure:
            return True
        if self._intents[int(intents.argmax())] not in REPORTING:
            return False
        sure = self._sure_of_offences
        return bool((np.abs(offences - 0.5) < sure - 0.5).any()) or bool(offences.max() < sure)

    def _told(self, text: str, intent: str, chances: np.ndarray) -> tuple[Told, ...]:
        if intent not in REPORTING:
            return ()
        order = [int(index) for index in np.argsort(-chances)]
        told = [index for index in order if chances[index] >= OFFENCE_THRESHOLD]
        if not told and intent == "report_offence" and chances[order[0]] >= _LEAST_OFFENCE:
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
        parts = passages(text)
        return parts[int(self._wording.weight_of(offence, parts).argmax())] if tokens(text) else ""

    def _judge(
        self, examples: Sequence[Example], embedded: Sequence[int], meaning: np.ndarray | None, seed: int
    ) -> None:
        """Learns the judgement from messages that the margins it judges were not learnt from; the second opinion's
        from those of them that were `embedded` (numbers of examples; `meaning` their rows)."""
        numbers, row = self._numbers(examples), {index: at for at, index in enumerate(embedded)}
        held_out = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed).split(numbers, numbers)
        first: list[tuple[Evidence, list[Example]]] = []
        second: list[tuple[Evidence, list[Example]]] = []
        for learnt, held in held_out:
            learnt_from = [examples[index] for index in learnt]
            extra = joined([examples[index] for index in held], _SHARE_JUDGED, seed)
            messages = [*(examples[index] for index in held), *extra]
            wording = self._learn_wording([*learnt_from, *joined(learnt_from, _SHARE_JOINED, seed)])
            evidence = wording.evidence([example.text for example in messages])
            first.append((evidence, messages))
            if meaning is None:
                continue
            step = len(examples) // len(embedded) + 1
            chosen = [at for at, index in enumerate(held) if index in row] + [*range(len(held), len(messages), step)]
            known = [index for index in learnt if index in row]
            likeness = Likeness(
                meaning[[row[index] for index in known]], self._targets([examples[index] for index in known])
            )
            rows = np.vstack(
                [
                    meaning[[row[index] for index in held if index in row]],
                    self._embedding.rows([example.text for example in extra[::step]]),
                ]
            )
            asked = replace(_taken(evidence, chosen), likeness=likeness.scores(rows))
            second.append((asked, [messages[at] for at in chosen]))
        self._first = self._judgement(first)
        self._second = self._judgement(second) if second else None

    def _judgement(self, parts: Sequence[tuple[Evidence, list[Example]]]) -> Judgement:
        judged = [example for _, messages in parts for example in messages]
        return Judgement(_stack([evidence for evidence, _ in parts]), self._numbers(judged), self._marks(judged))

    def _learn_wording(self, examples: Sequence[Example]) -> Wording:
        rows = self._features.transform([example.text for example in examples])
        return Wording(self._features, self._offences, rows, self._numbers(examples), self._marks(examples))

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

    def _targets(self, examples: Sequence[Example]) -> np.ndarray:
        """(n, n_intents + n_offences): 1 or -1; an unknown offence counts as not told."""
        intents = np.eye(len(self._intents))[self._numbers(examples)]
        return np.hstack([intents, self._marks(examples) > 0]) * 2.0 - 1.0


def _taken(evidence: Evidence, rows: Sequence[int]) -> Evidence:
    given = [field.name for field in fields(Evidence) if getattr(evidence, field.name) is not None]
    return Evidence(**{name: getattr(evidence, name)[rows] for name in given})


def _stack(parts: Sequence[Evidence]) -> Evidence:
    def together(name: str) -> np.ndarray:
        return np.concatenate([getattr(part, name) for part in parts])

    given = [field.name for field in fields(Evidence) if getattr(parts[0], field.name) is not None]
    return Evidence(**{name: together(name) for name in given})
