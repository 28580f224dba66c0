"""What the tagger is told of each word: its sound, what class it is of, how it is spelt, and what stands around it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from satark.redaction.grammar import Opinion
from satark.redaction.lexicon import lexicon, sound
from satark.redaction.passage import Passage
from satark.redaction.wide import Names, seen_wide

_SHAPES = frozenset({"cap", "low", "dev"})


@functools.lru_cache(maxsize=1)
def _by_symbol() -> dict[str, frozenset[str]]:
    return {symbol: classes for classes, symbol in lexicon().symbols.items()}


@functools.lru_cache(maxsize=8192)
def described(symbol: str) -> tuple[str, ...]:
    """The inputs that a word's symbol gives: its classes, one by one and all together."""
    known = _by_symbol()[symbol]
    classes = (*sorted(known - _SHAPES), *(["cap"] if "cap" in known else []))
    return (f"j={'/'.join(classes)}", *(f"c={name}" for name in classes))


def around(passage: Passage, said: Opinion) -> Iterator[list[Names]]:
    """Of each word what is seen from afar, and what the rules say of it."""
    told = _proposed(passage, said)
    for at, seen in enumerate(seen_wide(passage.symbols)):
        yield [*seen, (told[at],)] if at in told else seen


@functools.lru_cache(maxsize=16_384)
def spelt(heard: str) -> tuple[str, ...]:
    """How a word sounds at its beginning and end: of one never met that tells something."""
    if not heard[0].isalpha():
        return ()
    word = f"^{heard}$"
    return f"b={word[:4]}", f"e={word[-4:]}", f"e={word[-3:]}"


def all_heard(passage: Passage) -> list[str]:
    """The sound of every word; numbers by how long they are, identifiers and tags as such."""
    text = passage.text
    return ["#" if word.item is not None else _heard(text[word.start : word.end]) for word in passage.words]


def _heard(written: str) -> str:
    if written[0].isalpha():
        return sound(written)
    return "9" * min(len(written), 3) if written[0].isdigit() else written


def _proposed(passage: Passage, said: Opinion) -> dict[int, str]:
    """What the rules say of words, by word index; of most they say nothing."""
    told = {}
    for cut in said.cuts:
        for at in passage.within(cut.start, cut.end):
            told[at] = f"r={cut.tag}" if passage.words[at].start <= cut.start else f"r=in{cut.tag}"
    for at, owned in said.owned.items():
        told[at] = f"r={owned.owner}{owned.told:d}"
    return told
