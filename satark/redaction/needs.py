"""Where in a message a rule can match at all: near the words that every match of it must hold.

Most rules speak of words that most messages do not have. From a rule's own expression follow the sets of symbols of
which each match has one, and how far from its beginning such a symbol can be. A rule of whose sets one is not met is
not tried at all; a long message is looked at in blocks of words, and a match is looked for only from blocks within
whose reach all of the sets are met. What is found stays the same.
"""

from __future__ import annotations

import re
import sre_constants as codes
import sre_parse
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_MOST_SETS = 5
_BLOCK = 8  # words
_WIDEST_SET = 600  # symbols; a set wider than this is met everywhere and tells nothing
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_LOOKS = (codes.ASSERT, codes.ASSERT_NOT)

_numbers: dict[frozenset[str], int] = {}  # every set of any rule, numbered as rules are compiled
_sets_of: dict[str, list[int]] = {}  # a symbol and the numbers of the sets it belongs to
_met_by: dict[str, int] = {}  # the same, one bit a set


class Need(NamedTuple):
    """What a match must hold: one symbol of each of the sets with these `numbers`, which are the bits of `mask`. What
    it takes and looks ahead to is at most `reach` words."""

    mask: int
    numbers: tuple[int, ...]
    reach: int


class Whereabouts:
    """Which symbols stand in a string of symbols, and in which blocks of it."""

    def __init__(self, symbols: str) -> None:
        """Nothing is counted until it is asked for."""
        self._symbols = symbols
        self._met = 0
        self._known = -1
        self._near: list[list[int]] = []  # of how many blocks, by number of the set: from which on it is met in them

    def lacking(self) -> int:
        """The sets of which no symbol stands here, one bit a set: a need with one of them is not met."""
        if self._known != len(_numbers):
            self._met, self._known = 0, len(_numbers)
            for symbol in set(self._symbols):
                self._met |= _met_by.get(symbol, 0)
        return ~self._met

    def matches(self, pattern: re.Pattern[str], need: Need) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` finds in the symbols, for a pattern with this need."""
        near = self._met_within(1 + (need.reach + _BLOCK - 2) // _BLOCK)
        blocks = (1 << (len(self._symbols) + _BLOCK) // _BLOCK) - 1
        for number in need.numbers:
            blocks &= near[number]
        return self._matches_from(blocks, pattern, need.reach) if blocks else iter(())

    def _matches_from(self, blocks: int, pattern: re.Pattern[str], reach: int) -> Iterator[re.Match[str]]:
        symbols, reached = self._symbols, 0
        for first, last in _stretches(blocks):
            # Two words beyond the reach, so that where a search ends is never taken for the end of the message.
            for match in pattern.finditer(symbols, max(first, reached), last + reach + 2):
                if match.start() >= last:
                    break
                reached = match.end()
                yield match

    def _met_within(self, many: int) -> list[int]:
        """Of every set from which blocks on it is met in so many, one bit a block: whatever begins in a block and
        reaches no further than they do has it there or not at all."""
        if not self._near or len(self._near[0]) != len(_numbers):
            self._near = [self._met_in()]
        met = self._near[0]
        while len(self._near) < many:
            further = len(self._near)
            self._near.append([near | one >> further for near, one in zip(self._near[-1], met, strict=True)])
        return self._near[many - 1]

    def _met_in(self) -> list[int]:
        standing: dict[str, int] = {}
        for index, symbol in enumerate(self._symbols):
            standing[symbol] = standing.get(symbol, 0) | 1 << index // _BLOCK
        met = [0] * len(_numbers)
        for symbol, blocks in standing.items():
            for number in _sets_of.get(symbol, ()):
                met[number] |= blocks
        return met


def _stretches(blocks: int) -> Iterator[tuple[int, int]]:
    """The words (start, end) of blocks that lie together, or but for one; `blocks` has one bit a block."""
    blocks |= blocks << 1 & blocks >> 1
    while blocks:
        first = (blocks & -blocks).bit_length() - 1
        rest = blocks >> first
        run = (~rest & rest + 1).bit_length() - 1
        yield first * _BLOCK, (first + run) * _BLOCK
        blocks = rest >> run << run + first


def need_of(source: str) -> Need:
    """The need of a regular expression over symbols, read from its parse (bounded repeats only, as all rules have)."""
    parsed: Any = sre_parse.parse(source)
    sets = sorted({found for found in _sets(parsed) if len(found) <= _WIDEST_SET}, key=len)[:_MOST_SETS]
    numbers = tuple(map(_number, sets))
    return Need(sum(1 << number for number in numbers), numbers, int(parsed.getwidth()[1]) + _ahead(parsed))


def _number(needed: frozenset[str]) -> int:
    number = _numbers.get(needed)
    if number is None:
        number = _numbers[needed] = len(_numbers)
        for symbol in needed:
            _sets_of.setdefault(symbol, []).append(number)
            _met_by[symbol] = _met_by.get(symbol, 0) | 1 << number
    return number


def _sets(parsed: Iterable[Any]) -> Iterator[frozenset[str]]:
    """Sets of which every match takes a symbol."""
    for code, value in parsed:
        if code is codes.LITERAL:
            yield frozenset({chr(value)})
        elif code is codes.IN:
            if all(kind in (codes.LITERAL, codes.RANGE) for kind, _ in value):
                yield frozenset(chr(symbol) for kind, one in value for symbol in _ordinals(kind, one))
        elif code is codes.SUBPATTERN:
            yield from _sets(value[-1])
        elif code in _REPEATS and value[0] >= 1:
            yield from _sets(value[2])
        elif code is codes.BRANCH:
            narrowest = [min(_sets(branch), key=len, default=None) for branch in value[1]]
            if all(narrowest):
                yield frozenset[str]().union(*(found for found in narrowest if found))


def _ordinals(kind: Any, value: Any) -> Iterable[int]:
    return range(value[0], value[1] + 1) if kind is codes.RANGE else (value,)


def _ahead(parsed: Iterable[Any]) -> int:
    """How many words beyond its end a match may look, at most (behind its start as well, which does no harm)."""
    words = 0
    for code, value in parsed:
        if code in _LOOKS:
            words += int(value[1].getwidth()[1]) + _ahead(value[1])
        elif code is codes.SUBPATTERN:
            words += _ahead(value[-1])
        elif code in _REPEATS:
            words += value[1] * _ahead(value[2])
        elif code is codes.BRANCH:
            words += sum(_ahead(branch) for branch in value[1])
    return words
