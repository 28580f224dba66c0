"""What the tagger is told of each word: its sound, what class it is of, how it is spelt, and what stands around it."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from satark.redaction.grammar import Opinion
from satark.redaction.lexicon import SHAPES, lexicon, sound
from satark.redaction.passage import Passage
from satark.redaction.wide import NEAREST, Names, Seen, nearest, seen_wide


@functools.lru_cache(maxsize=1)
def _by_symbol() -> dict[str, frozenset[str]]:
    return {symbol: classes for classes, symbol in lexicon().symbols.items()}


@functools.lru_cache(maxsize=8192)
def described(symbol: str) -> tuple[str, ...]:
    """The inputs that a word's symbol gives: its classes, one by one and all together."""
    known = _by_symbol()[symbol]
    classes = (*sorted(known.difference(SHAPES)), *(["cap"] if "cap" in known else []))
    return (f"j={'/'.join(classes)}", *(f"c={name}" for name in classes))


def around(passage: Passage, said: Opinion) -> Iterator[Seen]:
    """What is seen of words from afar, but for the `nearest` in their sentences, and what the rules say of them."""
    yield from seen_wide(passage.symbols)
    for at, told in _proposed(passage, said).items():
        yield Seen(at, at + 1, (told,))


def around_each(passage: Passage, said: Opinion) -> list[list[Names]]:
    """Of every word what is seen from afar and what the rules say of it; the inputs of each by themselves, as they come
    again and again."""
    rows: list[list[Names]] = [[] for _ in passage.words]
    for first, last, names in around(passage, said):
        for row in rows[first:last]:
            row.append(names)
    for row, beside in zip(rows, nearest(passage.symbols).tolist(), strict=True):
        row.insert(1, tuple(NEAREST[number - 1] for number in beside if number))  # behind what the whole sentence tells
    return rows


@functools.lru_cache(maxsize=16_384)
def spelt(heard: str) -> tuple[str, ...]:
    """How a word sounds at its beginning and end: of one never met that tells something."""
    if not heard[0].isalpha():
        return ()
    word = f"^{heard}$"
    return f"b={word[:4]}", f"e={word[-4:]}", f"e={word[-3:]}"


def all_heard(passage: Passage) -> list[str]:
    """The sound of every word; numbers by how long they are, identifiers and tags as such."""
    return list(map(heard_as, passage.written))


def heard_as(written: str) -> str:
    """The sound of one word."""
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
