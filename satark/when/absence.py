"""What was done while nobody was there: from when one left to when one came back and found it."""

from __future__ import annotations

from dataclasses import replace

from satark.when.events import Event
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase
from satark.when.signs import Signs

_CLAUSE = 6  # words from a time to the verb that tells who left or came


def while_away(choices: list[tuple[Phrase, Event | None]], signs: Signs) -> list[tuple[Phrase, Event | None]]:
    """`choices` with the first two made one where they tell when a place was left and when the loss was seen: "raat 10
    baje lock karke gaya, subah 9 baje aaya to tala kata mila"."""
    if len(choices) < 2 or word_set("missed").isdisjoint(signs.words):
        return choices
    (left, one), (right, other), *rest = choices
    moments = _is_moment(left) and _is_moment(right)
    if not (moments and _tells(left, one, "leaving", signs) and _tells(right, other, "returning", signs)):
        return choices
    until = replace(right, day=None) if right.day == left.day else right
    away = replace(left, last=right.last, until=until, spans=left.spans + right.spans)
    return [(away, one), *rest]


def _is_moment(phrase: Phrase) -> bool:
    """Whether a phrase tells an hour or a part of one day."""
    once = not (phrase.recur or phrase.since or phrase.now or phrase.until or phrase.bound)
    return once and bool(phrase.clock or phrase.part)


def _tells(phrase: Phrase, event: Event | None, words: str, signs: Signs) -> bool:
    """Whether the verb of a phrase, or what stands just after the phrase, is one of the named words."""
    last = min(phrase.last + _CLAUSE, max(phrase.last, event.last if event else 0))
    first = min(phrase.last, event.first - 1) if event else phrase.last
    return not word_set(words).isdisjoint(signs.words[max(first, 0) : last])
