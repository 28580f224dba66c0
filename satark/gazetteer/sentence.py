"""A message as the reader of places sees it: words with their sounds, and which of them may not be part of a place."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from satark.gazetteer.lexicon import breathed_key
from satark.phonetics import skeleton, sound_key
from satark.text import Token, is_devanagari, tokens

MOST_WORDS = 2_500  # words read for places; longer messages are cut here so that reading time stays bounded
LONGEST_WORD = 40  # letters; longer runs are no words and would cost time
_TAG = re.compile(r"\[[^\[\]\n]{1,40}\]")
_CHUNK = re.compile(r"\S+")
_LINK = re.compile(r"https?://|www\.|@")
_JOINING = re.compile(r"[ \-.'’/_]{0,2}")
_ABBREVIATED = frozenset(
    "dr mr mrs ms smt sh md mohd adv ps po teh tah dist distt vill th st rd nr opp जि तह ग्रा पो था डॉ श्री मो".split()
)
_COMES = ("ra", "rh", "ga", "gy", "ja")  # how "raha", "gaya", "jata" begin
_PAUSE = re.compile(r"[.,;:!?।|()\n–—*~]|\s-+\s")


@dataclass(frozen=True)
class Sentence:
    """Words of a text in order. `sounds` and `bones` (skeletons) run parallel to `words`; `closed[i]` marks a word that
    belongs to a tag, a link or a time, `timed[i]` one of a time; `joined[i]` says that nothing but a blank or hyphen
    stands before word i; `paused[i]` a pause before it, `starts[i]` that it opens a sentence; words i to before
    `runs[i]` are joined and none is closed."""

    text: str
    words: list[Token]
    sounds: list[str]
    bones: list[str]
    breaths: list[str]
    closed: list[bool]
    timed: list[bool]
    joined: list[bool]
    paused: list[bool]
    starts: list[bool]
    runs: list[int]
    all_caps: bool
    everyday: dict[int, bool] = field(default_factory=dict)  # of words that were asked for, whether they are ordinary

    def __len__(self) -> int:
        return len(self.words)

    def starts_sentence(self, position: int) -> bool:
        """Whether the word opens the message or a sentence of it."""
        return self.starts[position]

    def bounds(self, position: int) -> tuple[int, int]:
        """First word of the sentence that holds the word, and the first after it."""
        first = position
        while not self.starts_sentence(first):
            first -= 1
        last = position + 1
        while last < len(self.words) and not self.starts_sentence(last):
            last += 1
        return first, last

    def stands_alone(self, first: int, last: int) -> bool:
        """Whether the words [first, last) are a whole sentence: "naam pata nahi. Baburi"."""
        return self.starts_sentence(first) and (last >= len(self.words) or self.starts_sentence(last))

    def is_fragment(self, first: int, last: int) -> bool:
        """Whether the words [first, last) stand between pauses: ", Nainkol, "."""
        return (first == 0 or self.paused[first]) and (last >= len(self.words) or self.paused[last])

    def beside_time(self, first: int, last: int) -> bool:
        """Whether a time is told right before or after the words [first, last): "nawali, 15 august ki raat"."""
        return (first > 0 and self.timed[first - 1]) or (last < len(self.words) and self.timed[last])

    def capital(self, position: int) -> bool:
        """Whether a capital letter inside a sentence marks the word as a name."""
        word = self.words[position].text
        return (
            not self.all_caps and word[:1].isupper() and not self.starts_sentence(position) and not is_devanagari(word)
        )

    def is_and(self, position: int) -> bool:
        """Whether the word is "aur", which sounds like "or" (side)."""
        return self.words[position].lower in {"aur", "और", "औ"}

    def is_article(self, position: int) -> bool:
        """Whether the word is the English "a", which sounds like "aa" (come): "Jaunpur a man", but "Jaunpur a rahe"."""
        if self.words[position].lower != "a":
            return False
        after = self.words[position + 1].lower if position + 1 < len(self.words) else ""
        return not after.startswith(_COMES)

    def is_reporter(self, position: int, kind: str = "") -> bool:
        """Whether the word opens a tag that stands for the reporter, of a `kind` ("post") if one is given: "Baburi ka
        [reporter post] hoon"."""
        word = self.words[position]
        return self.closed[position] and self.text.startswith(f"[reporter {kind}", word.start - 1)

    def span(self, first: int, last: int) -> str:
        """The text from word `first` to before word `last`."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def read_sentence(text: str, time_spans: Sequence[tuple[int, int]] = ()) -> Sentence:
    """Splits `text` and marks the words of tags, links and times as closed."""
    words = [word for word in tokens(text[: MOST_WORDS * 12]) if len(word.text) <= LONGEST_WORD][:MOST_WORDS]
    text_read = text[: MOST_WORDS * 12]
    shut = [match.span() for match in _TAG.finditer(text_read)]
    shut.extend(match.span() for match in _CHUNK.finditer(text_read) if _LINK.search(match.group()))
    timed = _within(words, [(int(start), int(end)) for start, end in time_spans])
    closed = [shut or time for shut, time in zip(_within(words, shut), timed, strict=True)]
    gaps = [_gap(_unabbreviated(a.text, text[a.end : b.start])) for a, b in itertools.pairwise(words)]
    heard = [_heard(word.text) for word in words]
    joined = [False, *(joined for joined, _, _ in gaps)] if words else []
    return Sentence(
        text=text,
        words=words,
        sounds=[sound for sound, _, _ in heard],
        bones=[bones for _, bones, _ in heard],
        breaths=[breathed for _, _, breathed in heard],
        closed=closed,
        timed=timed,
        joined=joined,
        paused=[False, *(paused for _, paused, _ in gaps)] if words else [],
        starts=[True, *(starts for _, _, starts in gaps)] if words else [],
        runs=_runs(joined, closed),
        all_caps=_is_shouted(words),
    )


def _runs(joined: list[bool], closed: list[bool]) -> list[int]:
    """For each word the end of the run of joined open words that it opens."""
    runs = [*range(1, len(joined) + 1)]
    for position in range(len(joined) - 2, -1, -1):
        if joined[position + 1] and not closed[position + 1]:
            runs[position] = runs[position + 1]
    return runs


_HEARD_AS = {"go": "goes", "will": "willing"}


@lru_cache(maxsize=32_768)
def _heard(word: str) -> tuple[str, str, str]:
    """(sound, skeleton, sound with its aspirates) of a word; "go" is heard as "goes", for it sounds like gaon,
    and "will" as "willing", for it sounds like vill."""
    word = _HEARD_AS.get(word.lower(), word)
    return sound_key(word), skeleton(word), breathed_key(word)


def _unabbreviated(word: str, between: str) -> str:
    """What stands after a word, without the stop of an abbreviation ("P.S. Khutahan", "Distt. Ghazipur")."""
    short = (len(word) == 1 and word.isalpha()) or word.lower() in _ABBREVIATED
    return between.replace(".", "", 1) if short and between.startswith(".") and "\n" not in between else between


@lru_cache(maxsize=4_096)
def _gap(between: str) -> tuple[bool, bool, bool]:
    """(joined, paused, a sentence starts) of what stands between two words."""
    joined, paused = _JOINING.fullmatch(between) is not None, _PAUSE.search(between) is not None
    return joined, paused, any(mark in ".!?।\n" for mark in between)


def _within(words: list[Token], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which of the words lie within the spans."""
    within = [False] * len(words)
    for start, end in spans:
        for position in _covered(words, start, end):
            within[position] = True
    return within


def _covered(words: list[Token], start: int, end: int) -> range:
    """Positions of the words that lie within [start, end), by halving."""
    first = bisect.bisect_left(words, start, key=lambda word: word.start)
    last = bisect.bisect_left(words, end, key=lambda word: word.start)
    return range(first, last)


def _is_shouted(words: list[Token]) -> bool:
    """Whether capitals say nothing: most longer Latin words of the message begin with one."""
    latin = [word.text for word in words if len(word.text) > 1 and word.text[0].isascii() and word.text[0].isalpha()]
    return len(latin) >= 3 and sum(word[0].isupper() for word in latin) > 0.6 * len(latin)
