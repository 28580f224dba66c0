"""The parts of a message that are read one by one: a second offence told in passing is not drowned by the first."""

from __future__ import annotations

from satark.text import tokens

_WORDS = 14  # in a passage
_STEP = 7
_MOST = 24  # passages of one message: what a sender can write in a normal message, and a bound on time

LONGEST = 2000  # characters that are read
_HEAD = 1400  # of them from the beginning, the rest from the end


def digest(text: str) -> str:
    """`text`, or the beginning and the end of a very long one: there it says what it is about."""
    return text if len(text) <= LONGEST else text[:_HEAD] + "\n" + text[_HEAD - LONGEST :]


def passages(text: str) -> list[str]:
    """Overlapping stretches of words; a short message is its own only passage."""
    words = tokens(text)
    if len(words) <= _WORDS:
        return [text]
    starts = range(0, len(words) - _WORDS + _STEP, _STEP)
    stretches = [text[words[at].start : words[min(len(words), at + _WORDS) - 1].end] for at in starts]
    return stretches[:_MOST]
