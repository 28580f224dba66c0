"""The vehicles of an offence: registrations joined with the kind of vehicle named beside them, and kinds named alone.

The reporter's own vehicle is never listed: its plate has gone in redaction, and "meri bike" is left out here.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from satark.reading import Vehicle
from satark.redaction.lexicon import spelling, symbols_of
from satark.redaction.passage import Passage, read
from satark.redaction.speaker import speaks_of_self
from satark.tables import read_words

_FILE = Path(__file__).resolve().parents[1] / "data" / "lexicon" / "vehicles.yml"
_MOST_WORDS = 3  # the longest names: "tata 407", "bolero pick up"
_NEAR = 6  # words between a plate and its vehicle's kind, at most
_QUOTED_TOGETHER = 2


@dataclass(frozen=True)
class _Lexicon:
    types: dict[tuple[str, ...], str]
    only_beside: dict[str, str]
    generic: frozenset[str]
    number: frozenset[str]
    company: frozenset[str]  # colours and words for riding, beside which an ambiguous word is a vehicle


@dataclass(frozen=True)
class _Mention:
    """A kind (or plate) named by words first..last-1."""

    first: int
    last: int
    type: str | None
    registration: str | None = None


@functools.lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    data = read_words(_FILE)
    keys = {name: frozenset(map(spelling, data[name])) for name in ("generic", "number", "colours", "riding")}
    return _Lexicon(
        types={
            tuple(map(spelling, words.split())): name for name, entries in data["types"].items() for words in entries
        },
        only_beside={spelling(word): name for name, words in data["only_beside"].items() for word in words},
        generic=keys["generic"],
        number=keys["number"],
        company=keys["colours"] | keys["riding"],
    )


def vehicles(redacted_text: str) -> tuple[Vehicle, ...]:
    """The vehicles in `redacted_text` in order. `type` is the canonical name of `data/lexicon/vehicles.yml`; `text`
    quotes the words. A kind named again without a plate is the same vehicle; a plate with no kind beside
    it has type None."""
    passage = read(redacted_text)
    keys = [spelling(redacted_text[word.start : word.end]) if word.item is None else "" for word in passage.words]
    kinds = _kinds(passage, keys)
    plates = _plates(passage) + _partial_numbers(passage, keys, kinds)
    found: list[tuple[int, Vehicle]] = []
    joined: set[_Mention] = set()
    for plate in plates:
        kind = _nearest(passage, plate, [kind for kind in kinds if kind not in joined], plates)
        if kind is not None:
            joined.add(kind)
        found.append((plate.first, _vehicle(passage, plate, kind)))
    named = {vehicle.type for _, vehicle in found}
    for kind in kinds:
        if kind not in joined and kind.type not in named and not _is_own(passage, kind):
            named.add(kind.type)
            found.append((kind.first, Vehicle(None, kind.type, passage.quote(kind.first, kind.last))))
    return tuple(vehicle for _, vehicle in sorted(found, key=lambda entry: entry[0]))


def _kinds(passage: Passage, keys: list[str]) -> list[_Mention]:
    lex = _lexicon()
    found: list[_Mention] = []
    at = 0
    while at < len(keys):
        mention = None
        for length in range(_MOST_WORDS, 0, -1):
            kind = lex.types.get(tuple(keys[at : at + length]))
            if kind is not None and at + length <= len(keys):
                mention = _Mention(at, at + length, kind)
                break
        if mention is None and keys[at] in lex.only_beside and _in_company(passage, keys, at):
            mention = _Mention(at, at + 1, lex.only_beside[keys[at]])
        if mention is not None:
            same_vehicle = found and found[-1].last == mention.first
            found = (
                [*found[:-1], _Mention(found[-1].first, mention.last, found[-1].type)]
                if same_vehicle
                else [*found, mention]
            )
        at = mention.last if mention else at + 1
    return found


def _in_company(passage: Passage, keys: list[str], at: int) -> bool:
    company = _lexicon().company
    beside = [index for index in (at - 1, at + 1) if 0 <= index < len(keys)]
    plate = symbols_of("plate")
    return any(
        keys[index] in company or passage.symbols[index] in plate or (keys[index],) in _lexicon().types
        for index in beside
    )


def _plates(passage: Passage) -> list[_Mention]:
    return [
        _Mention(index, index + 1, None, word.item.value or None)
        for index, word in enumerate(passage.words)
        if word.item is not None and word.item.kind == "plate"
    ]


def _partial_numbers(passage: Passage, keys: list[str], kinds: list[_Mention]) -> list[_Mention]:
    """`gaadi number 4521`, `bolero ka aakhri 4 ank 4521`: a vehicle word, a word for its number, then four digits."""
    lex = _lexicon()
    kind_words = {index for kind in kinds for index in range(kind.first, kind.last)}
    found: list[_Mention] = []
    for index, word in enumerate(passage.words):
        text = passage.text[word.start : word.end]
        if word.item is not None or len(text) != 4 or not text.isdecimal():
            continue
        window = range(max(0, index - _NEAR), index)
        numbered = any(keys[at] in lex.number for at in window)
        vehicle = [at for at in window if keys[at] in lex.generic or at in kind_words]
        if numbered and vehicle and not _own_word(passage, vehicle[0]):
            found.append(_Mention(index, index + 1, None))
    return found


def _nearest(passage: Passage, plate: _Mention, kinds: list[_Mention], plates: list[_Mention]) -> _Mention | None:
    """The kind named closest to a plate in its sentence, with no other plate between."""
    ends = symbols_of("stop|newline")
    best: tuple[int, _Mention] | None = None
    for kind in kinds:
        low, high = (kind.last, plate.first) if kind.first < plate.first else (plate.last, kind.first)
        between = passage.symbols[low:high]
        if (
            high - low > _NEAR
            or any(symbol in ends for symbol in between)
            or any(low <= other.first < high for other in plates)
        ):
            continue
        if best is None or high - low < best[0]:
            best = (high - low, kind)
    return best[1] if best else None


def _vehicle(passage: Passage, plate: _Mention, kind: _Mention | None) -> Vehicle:
    if kind is None:
        return Vehicle(plate.registration, None, passage.quote(plate.first, plate.last))
    first, last = min(plate.first, kind.first), max(plate.last, kind.last)
    together = last - first - (plate.last - plate.first) - (kind.last - kind.first) <= _QUOTED_TOGETHER
    return Vehicle(
        plate.registration,
        kind.type,
        passage.quote(first, last) if together else passage.quote(plate.first, plate.last),
    )


def _is_own(passage: Passage, kind: _Mention) -> bool:
    """Whether a kind named alone is the reporter's: "meri bike", "apni car se ja raha tha main", or beside its masked
    plate."""
    around = passage.symbols[max(0, kind.first - 3) : kind.last + 3]
    return _own_word(passage, kind.first) or any(symbol in symbols_of("tag_reporter&tag_vehicle") for symbol in around)


def _own_word(passage: Passage, at: int) -> bool:
    symbols = passage.symbols
    before = symbols[max(0, at - 3) : at]
    if not before:
        return False
    between = symbols_of("open|common|gen&!ko|number_word|num")
    for back in range(1, len(before) + 1):
        symbol = before[-back]
        if symbol in symbols_of("my"):
            return True
        if symbol in symbols_of("kin") and before[-back - 1 : len(before) - back] in tuple(symbols_of("my")):
            return True
        if symbol in symbols_of("own"):
            return speaks_of_self(passage, at - back)
        if symbol not in between:
            return False
    return False
