"""Names of towns, thanas, tehsils, blocks, districts and landmarks of the range: thousands live or pass there, so they
give nobody away.

A workplace or home is cut around them ("Union Bank Badlapur"): without the town nobody would know where it happens.
Of quarters, post offices and imported villages a word that looks like a name is known to be a place.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from pathlib import Path

from satark.gazetteer.importing import IMPORTED
from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage
from satark.settings import Settings

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
_TOWNS = ("districts", "tehsils", "blocks", "police_stations", "towns")
_LONGEST = 4  # words of a name
_SHORTEST = 4  # letters of a word that may stand for a town by itself
_EVERYWHERE = frozenset(
    {"kotwali", "sadar", "nagar", "mahila", "women", "city", "line", "bazar"}
)  # said of many places
_OUTSIDE = ("outside_states", "outside_districts", "outside_towns")
# Where one studies or teaches gives one away, but where thousands do.
_SCHOOLS = frozenset(map(sound, ("college", "कॉलेज", "कालेज", "inter", "इंटर", "school", "स्कूल")))
_UNIVERSITIES = frozenset(map(sound, ("university", "विश्वविद्यालय", "vishwavidyalaya")))
_LANDMARKS = ("landmarks", "railway_stations")
_QUARTERS = ("localities", "post_offices", *_LANDMARKS, *_OUTSIDE)  # where no word is a name
_VILLAGES = frozenset({"village", "gram_panchayat"})
_SIZES = frozenset("kalan kala khurd buzurg bujurg khas कलां कला खुर्द बुजुर्ग खास".split())  # behind a village's name
_PATTI = sound("patti")  # behind a village's name, and short for a husband
_KINDS_OF_PLACES = (
    # what is left of "inside Sevakhar Kala bazar", "Manihari block"
    "public_place|area_part&landmark|area_part&!house&!place|village|in|on|gen|se|beside_en"
)
_EMPLOYER = "[reporter employer]"
_CUT_AROUND = frozenset({"[reporter address]", _EMPLOYER})


def around_towns(passage: Passage, cut: Cut) -> Iterator[Cut]:
    """`cut`, or, where it is a home's or an employer's and names a town, what stands before and after the town, without
    the particle that goes with it ("Saidpur me hamara ghar")."""
    words = passage.within(cut.start, cut.end)
    towns = list(_towns(passage, words, cut.tag == _EMPLOYER)) if cut.tag in _CUT_AROUND else []
    if not towns:
        yield cut
        return
    start, particles, kinds = words.start, symbols_of("in|on|gen|se|ko"), symbols_of(_KINDS_OF_PLACES)
    for first, last in [*towns, (words.stop, words.stop)]:
        while words.start < start < first and passage.symbols[start] in particles:
            start += 1
        told = [at for at in range(start, first) if passage.quote(at, at + 1)[0].isalnum()]
        if any(passage.symbols[at] not in kinds for at in told):
            yield Cut(passage.words[told[0]].start, passage.words[told[-1]].end, cut.tag)
        start = last


def places_in(passage: Passage) -> Iterator[tuple[int, int]]:
    """The words of every town, landmark and imported village that `passage` names."""
    return _towns(passage, range(len(passage.words)), at_work=False)


def is_of_many(heard: tuple[str, ...]) -> bool:
    """Whether words that sound so are a town, thana, block, tehsil or district, and no village or quarter."""
    return heard in _names(_TOWNS)


def is_town(passage: Passage, first: int, last: int) -> bool:
    """Whether words first..last-1 are the name of a town, a quarter, a village or another known place, and nobody's;
    of several words one may be a name ("Sheetla Chaukia")."""
    heard = tuple(sound(passage.quote(at, at + 1)) for at in range(first, last))
    if heard[-1].endswith("e"):  # as it stands before a postposition: "Jaycees chaurahe se"
        heard = heard if heard in _names(_QUARTERS) else (*heard[:-1], heard[-1][:-1] + "a")
    if len(heard) > 1 and heard in _names(_QUARTERS):
        return True
    if passage.quote(last - 1, last).casefold() in _SIZES and last > 1:
        return passage.symbols[last - 2] in symbols_of("open|place|given|surname|cap")
    return _is_nobody(passage, first, last) and (
        heard in _names(_TOWNS) or heard in _names(_QUARTERS) or heard in _imported()
    )


def is_part_of_town(passage: Passage, first: int, last: int) -> bool:
    """Whether words first..last-1 and some beside them, of which one is no name, are a place's name ("Sarai Triloki",
    "Baba Bhagwan Ram Halt")."""
    names = symbols_of("given|surname|kin|title|honorific|occupation|post")
    for start in range(max(0, last - _LONGEST), first + 1):
        for end in range(last, min(start + _LONGEST, len(passage.symbols)) + 1):
            beside = [at for at in range(start, end) if not first <= at < last]
            if all(passage.symbols[at] in names and sound(passage.quote(at, at + 1)) != _PATTI for at in beside):
                continue
            heard = tuple(sound(passage.quote(at, at + 1)) for at in range(start, end))
            if heard in _imported() or heard in _names(_QUARTERS):
                return True
    return False


def _is_nobody(passage: Passage, first: int, last: int) -> bool:
    """Whether no word is a name or an everyday word, but for a size behind a name ("Sevakhar Kala")."""
    names = symbols_of("given|surname|common")
    return not any(
        passage.symbols[at] in names and not (at > first and passage.quote(at, at + 1).casefold() in _SIZES)
        for at in range(first, last)
    )


def _towns(passage: Passage, words: range, at_work: bool) -> Iterator[tuple[int, int]]:
    """The towns and landmarks that `words` name; of those at which one may work (`at_work`) the universities alone."""
    at = words.start
    while at < words.stop:
        for last in range(min(at + _LONGEST, words.stop), at, -1):
            heard = tuple(sound(passage.quote(word, word + 1)) for word in range(at, last))
            known = heard in _names(_TOWNS) or (heard in _names(_LANDMARKS) and _is_passed(heard[-1], at_work))
            known = known or (heard in _imported() and _is_nobody(passage, at, last))
            if known:
                yield at, last
                at = last
                break
        else:
            at += 1


def _is_passed(last: str, at_work: bool) -> bool:
    return last in _UNIVERSITIES if at_work else last not in _SCHOOLS


@functools.lru_cache(maxsize=4)
def _names(files: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(heard for file in files for heard in _names_of(_FOLDER / f"{file}.csv"))


@functools.lru_cache(maxsize=1)
def _imported() -> frozenset[tuple[str, ...]]:
    """The names of the villages that were imported, none where nothing was."""
    file = Settings.load().home / IMPORTED
    return frozenset(_names_of(file, _VILLAGES)) if file.exists() else frozenset()


def _names_of(file: Path, kinds: frozenset[str] | None = None) -> Iterator[tuple[str, ...]]:
    """How the names of a directory sound, word by word: those of a few words, or of one that says enough alone; of
    villages (`kinds`), which are many, its sound has to be long enough."""
    everywhere = {sound(word) for word in _EVERYWHERE}
    with file.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if kinds and row["kind"] not in kinds:
                continue
            for name in (row["name"], row["name_hi"], *row["aliases"].split("|")):
                words = name.split()
                heard = tuple(sound(word) for word in words)
                alone = len(words) == 1 and len(heard[0] if kinds else name) >= _SHORTEST
                alone = alone and heard[0] not in everywhere
                if alone or 1 < len(words) <= _LONGEST:
                    yield heard
