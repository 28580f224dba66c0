"""The parts of a message that are read one by one: a second offence told in passing is not drowned by the first."""

from __future__ import annotations

from satark.classification.features import Stretch
from satark.text import tokens

_WORDS = 14  # in a passage
_STEP = 7
_CLAUSE_WORDS, _CLAUSE_STEP = 7, 3
_MOST_CLAUSES = 40
_LONG = 70  # words from which passages no longer overlap, for the sake of time
_REPEATS = 3  # of the same words in a row
_PERIOD = 6  # words of such a repeat at most
_MOST = 24  # passages of one message: a bound on time too

LONGEST = 1500  # characters that are read
_HEAD = 1000  # of them from the beginning, the rest from the end


def digest(text: str) -> str:
    """`text`, or the beginning and the end of a very long one: there it says what it is about; what it says over and
    over is kept as often as people repeat themselves to be heard."""
    text = _without_repeats(text)
    return text if len(text) <= LONGEST else text[:_HEAD] + "\n" + text[_HEAD - LONGEST :]


def _without_repeats(text: str) -> str:
    """A few words said in a row more often than `_REPEATS` times, said that often."""
    words = tokens(text)
    spoken = [word.text.lower() for word in words]
    if len(set(spoken)) * _REPEATS >= len(spoken):
        return text
    kept, end = "", 0
    for at, word in enumerate(words):
        if not any(_said_enough(spoken, at, period) for period in range(1, _PERIOD + 1)):
            kept += text[end : word.end]
        end = word.end
    return kept + text[end:]


def _said_enough(spoken: list[str], at: int, period: int) -> bool:
    """Whether the word at `at` repeats, at this distance, what was already said `_REPEATS` times."""
    back = period * _REPEATS
    said = spoken[max(0, at - back) : at + 1]
    return len(said) > back and said[period:] == said[:-period]


def passages(size: int) -> list[Stretch]:
    """Stretches of words that overlap and cover a message of `size` words; a short one is its own only passage."""
    return _stretches(size, _WORDS, _STEP, _MOST)


def clauses(size: int) -> list[Stretch]:
    """As `passages`, but so short that what is told in a few words ("ek ka sir phod diya") stands nearly alone."""
    return _stretches(size, _CLAUSE_WORDS, _CLAUSE_STEP, _MOST_CLAUSES)


def _stretches(size: int, words: int, step: int, most: int) -> list[Stretch]:
    if size <= words:
        return [(0, size)]
    step = step if size <= _LONG else words
    return [(at, min(size, at + words)) for at in range(0, size - words + step, step)][:most]
