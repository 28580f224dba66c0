"""The parts of a message that are read one by one: a second offence told in passing is not drowned by the first."""

from __future__ import annotations

from satark.text import tokens

_WORDS = 14  # in a passage
_STEP = 7
_LONG = 70  # words from which passages no longer overlap, for the sake of time
_MOST = 24  # passages of one message: a bound on time too

LONGEST = 1500  # characters that are read
_HEAD = 1000  # of them from the beginning, the rest from the end


def digest(text: str) -> str:
    """`text`, or the beginning and the end of a very long one: there it says what it is about."""
    return text if len(text) <= LONGEST else text[:_HEAD] + "\n" + text[_HEAD - LONGEST :]


def passages(text: str) -> list[str]:
    """Stretches of words that overlap and cover the message; a short message is its own only passage."""
    words = tokens(text)
    if len(words) <= _WORDS:
        return [text]
    step = _STEP if len(words) <= _LONG else _WORDS
    starts = range(0, len(words) - _WORDS + step, step)
    stretches = [text[words[at].start : words[min(len(words), at + _WORDS) - 1].end] for at in starts]
    return stretches[:_MOST]
