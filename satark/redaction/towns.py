"""Names of towns, thanas, tehsils, blocks and districts of the range: thousands live there, so they give nobody away.

A workplace or home is cut around them ("Union Bank Badlapur"): without the town nobody would know where it happens.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from pathlib import Path

from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
_TOWNS = ("districts", "tehsils", "blocks", "police_stations", "towns")
_LONGEST = 2  # words of a name
_SHORTEST = 4  # letters of a word that may stand for a town by itself
_EVERYWHERE = frozenset(
    {"kotwali", "sadar", "nagar", "mahila", "women", "city", "line", "bazar"}
)  # said of many places
_QUARTERS = ("localities", "landmarks", "railway_stations", "post_offices")  # known places, where no word is a name
_CUT_AROUND = frozenset({"[reporter address]", "[reporter employer]"})


def around_towns(passage: Passage, cut: Cut) -> Iterator[Cut]:
    """`cut`, or, where it is a home's or an employer's and names a town, what stands before and after the town."""
    words = passage.within(cut.start, cut.end)
    towns = list(_towns(passage, words)) if cut.tag in _CUT_AROUND else []
    if not towns:
        yield cut
        return
    start = words.start
    for first, last in [*towns, (words.stop, words.stop)]:
        told = [at for at in range(start, first) if passage.quote(at, at + 1)[0].isalnum()]
        if told:
            yield Cut(passage.words[told[0]].start, passage.words[told[-1]].end, cut.tag)
        start = last


def is_town(passage: Passage, first: int, last: int) -> bool:
    """Whether words first..last-1 are the name of a town, a quarter or another known place, and nobody's."""
    if any(symbol in symbols_of("given|surname") for symbol in passage.symbols[first:last]):
        return False
    heard = tuple(sound(passage.quote(at, at + 1)) for at in range(first, last))
    return heard in _names(_TOWNS) or heard in _names(_QUARTERS)


def _towns(passage: Passage, words: range) -> Iterator[tuple[int, int]]:
    at = words.start
    while at < words.stop:
        for last in range(min(at + _LONGEST, words.stop), at, -1):
            heard = tuple(sound(passage.quote(word, word + 1)) for word in range(at, last))
            if heard in _names(_TOWNS):
                yield at, last
                at = last
                break
        else:
            at += 1


@functools.lru_cache(maxsize=2)
def _names(files: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    names, everywhere = set(), {sound(word) for word in _EVERYWHERE}
    for file in files:
        with (_FOLDER / f"{file}.csv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                for name in (row["name"], row["name_hi"], *row["aliases"].split("|")):
                    words = name.split()
                    heard = tuple(sound(word) for word in words)
                    alone = len(words) == 1 and len(name) >= _SHORTEST and heard[0] not in everywhere
                    if alone or len(words) == _LONGEST:
                        names.add(heard)
    return frozenset(names)
