"""Where in a message a rule can match at all: around the words that every match of it must hold.

Most rules speak of words that most messages do not have. From a rule's own expression follow the sets of symbols of
which each match has one, and how far from such a symbol a match can reach. A rule of whose sets one is not met is not
tried at all; in a long message only the stretches around the rarest set are searched. What is found stays the same.
"""

from __future__ import annotations

import itertools
import sre_constants as codes
import sre_parse
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_MOST_SETS = 3
_FEW = 6  # places: so few that a rarer set is not looked for
_WIDEST_SET = 200  # symbols; a set wider than this is met everywhere and tells nothing
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_LOOKS = (codes.ASSERT, codes.ASSERT_NOT)

_numbers: dict[frozenset[str], int] = {}  # every set of any rule, numbered as rules are compiled
_met_by: dict[str, int] = {}  # a symbol and the sets it belongs to, one bit a set


class Need(NamedTuple):
    """What a match must hold: one symbol of each of `sets`, whose numbers are the bits of `mask`. What it takes and
    looks ahead to is at most `reach` words."""

    mask: int
    sets: tuple[frozenset[str], ...]
    reach: int


class Whereabouts:
    """Where each symbol stands in a string of symbols."""

    def __init__(self, symbols: str) -> None:
        """Nothing is counted until it is asked for."""
        self._symbols = symbols
        self._met = 0
        self._known = -1
        self._places: dict[str, list[int]] = {}
        self._present: frozenset[str] = frozenset()
        self._of_set: dict[int, list[int]] = {}

    def lacking(self) -> int:
        """The sets of which no symbol stands here, one bit a set: a need with one of them is not met."""
        if self._known != len(_numbers):
            self._met, self._known = 0, len(_numbers)
            for symbol in set(self._symbols):
                self._met |= _met_by.get(symbol, 0)
        return ~self._met

    def stretches(self, need: Need) -> Iterator[tuple[int, int]]:
        """The stretches (start, end) outside which no match can lie, left to right, apart from each other. Only for a
        need that is not lacking."""
        if not need.sets:
            yield 0, len(self._symbols)
            return
        rarest = self._places_of(need.sets[0])
        for needed in need.sets[1:]:
            if len(rarest) <= _FEW:
                break
            places = self._places_of(needed)
            rarest = places if len(places) < len(rarest) else rarest
        # Two words beyond the reach, so that a stretch's end is never taken for the end of the message.
        start, end = rarest[0] - need.reach, rarest[0] + need.reach + 2
        for place in rarest:
            if place - need.reach > end:
                yield max(0, start), end
                start = place - need.reach
            end = place + need.reach + 2
        yield max(0, start), min(end, len(self._symbols))

    def _places_of(self, needed: frozenset[str]) -> list[int]:
        if not self._places:
            for index, symbol in enumerate(self._symbols):
                self._places.setdefault(symbol, []).append(index)
            self._present = frozenset(self._places)
        number = _numbers[needed]
        places = self._of_set.get(number)
        if places is None:
            here = [self._places[symbol] for symbol in self._present & needed]
            places = here[0] if len(here) == 1 else sorted(itertools.chain.from_iterable(here))
            self._of_set[number] = places
        return places


def need_of(source: str) -> Need:
    """The need of a regular expression over symbols, read from its parse (bounded repeats only, as all rules have)."""
    parsed: Any = sre_parse.parse(source)
    sets = sorted({found for found in _sets(parsed) if len(found) <= _WIDEST_SET}, key=len)[:_MOST_SETS]
    mask = 0
    for needed in sets:
        mask |= 1 << _number(needed)
    return Need(mask, tuple(sets), int(parsed.getwidth()[1]) + _ahead(parsed))


def _number(needed: frozenset[str]) -> int:
    number = _numbers.get(needed)
    if number is None:
        number = len(_numbers)
        for symbol in needed:
            _met_by[symbol] = _met_by.get(symbol, 0) | 1 << number
        _numbers[needed] = number
    return number


def _sets(parsed: Iterable[Any]) -> Iterator[frozenset[str]]:
    """Sets of which every match takes a symbol."""
    for code, value in parsed:
        if code is codes.LITERAL:
            yield frozenset({chr(value)})
        elif code is codes.IN:
            if all(kind is codes.LITERAL for kind, _ in value):
                yield frozenset(chr(symbol) for _, symbol in value)
        elif code is codes.SUBPATTERN:
            yield from _sets(value[-1])
        elif code in _REPEATS and value[0] >= 1:
            yield from _sets(value[2])
        elif code is codes.BRANCH:
            narrowest = [min(_sets(branch), key=len, default=None) for branch in value[1]]
            if all(narrowest):
                yield frozenset[str]().union(*(found for found in narrowest if found))


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
