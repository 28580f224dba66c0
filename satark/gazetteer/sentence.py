"""A message as the reader of places sees it: words with their sounds, and which of them may not be part of a place."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from satark.gazetteer.lexicon import breathed_key
from satark.phonetics import skeleton, sound_key
from satark.text import Token, is_devanagari, tokens

MOST_WORDS = 2_500  # words read for places; longer messages are cut here so that reading time stays bounded
LONGEST_WORD = 40  # letters; longer runs are no words and would cost time
_TAG = re.compile(r"\[[^\[\]\n]{1,40}\]")
_CHUNK = re.compile(r"\S+")
_LINK = re.compile(r"https?://|www\.|@")
_JOINING = re.compile(r"[ \-.'’/_]{0,2}")
_PAUSE = re.compile(r"[.,;:!?।|()\n]")


@dataclass(frozen=True)
class Sentence:
    """Words of a text in order. `sounds` and `bones` (skeletons) run parallel to `words`; `closed[i]` marks a word that
    belongs to a tag, a link or a time; `joined[i]` says that nothing but a blank or hyphen stands before word i."""

    text: str
    words: list[Token]
    sounds: list[str]
    bones: list[str]
    breaths: list[str]
    closed: list[bool]
    joined: list[bool]
    paused: list[bool]
    all_caps: bool

    def __len__(self) -> int:
        return len(self.words)

    def starts_sentence(self, position: int) -> bool:
        """Whether the word opens the message or a sentence of it."""
        return position == 0 or any(mark in ".!?।\n" for mark in self._gap(position))

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether the words [first, last) are a whole sentence: "naam pata nahi. Baburi"."""
        return self.starts_sentence(first) and (last >= len(self.words) or self.starts_sentence(last))

    def capital(self, position: int) -> bool:
        """Whether a capital letter inside a sentence marks the word as a name."""
        word = self.words[position].text
        return (
            not self.all_caps and word[:1].isupper() and not self.starts_sentence(position) and not is_devanagari(word)
        )

    def is_reporter(self, position: int) -> bool:
        """Whether the word opens a tag that stands for the reporter: "Baburi ka [reporter post] hoon"."""
        word = self.words[position]
        return self.closed[position] and self.text.startswith("[reporter", word.start - 1)

    def span(self, first: int, last: int) -> str:
        """The text from word `first` to before word `last`."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def _gap(self, position: int) -> str:
        return self.text[self.words[position - 1].end : self.words[position].start]


def read_sentence(text: str, time_spans: Sequence[tuple[int, int]] = ()) -> Sentence:
    """Splits `text` and marks the words of tags, links and times as closed."""
    words = [word for word in tokens(text[: MOST_WORDS * 12]) if len(word.text) <= LONGEST_WORD][:MOST_WORDS]
    text_read = text[: MOST_WORDS * 12]
    shut = [match.span() for match in _TAG.finditer(text_read)]
    shut.extend(match.span() for match in _CHUNK.finditer(text_read) if _LINK.search(match.group()))
    shut.extend((int(start), int(end)) for start, end in time_spans)
    closed = [False] * len(words)
    for start, end in shut:
        for position in _covered(words, start, end):
            closed[position] = True
    gaps = [""] + [text[a.end : b.start] for a, b in itertools.pairwise(words)]
    return Sentence(
        text=text,
        words=words,
        sounds=[sound_key(word.text) for word in words],
        bones=[skeleton(word.text) for word in words],
        breaths=[breathed_key(word.text) for word in words],
        closed=closed,
        joined=[False, *(_JOINING.fullmatch(gap) is not None for gap in gaps[1:])] if words else [],
        paused=[_PAUSE.search(gap) is not None for gap in gaps[: len(words)]],
        all_caps=_is_shouted(words),
    )


def _covered(words: list[Token], start: int, end: int) -> range:
    """Positions of the words that lie within [start, end), by halving."""
    first = bisect.bisect_left(words, start, key=lambda word: word.start)
    last = bisect.bisect_left(words, end, key=lambda word: word.start)
    return range(first, last)


def _is_shouted(words: list[Token]) -> bool:
    """Whether capitals say nothing: most longer Latin words of the message begin with one."""
    latin = [word.text for word in words if len(word.text) > 1 and word.text[0].isascii() and word.text[0].isalpha()]
    return len(latin) >= 3 and sum(word[0].isupper() for word in latin) > 0.6 * len(latin)
