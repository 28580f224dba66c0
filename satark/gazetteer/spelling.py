"""How far two sounds of a name lie apart, by the slips people make when they spell places of the plain.

Costs are by hand: an unspoken a, a nasal at the end or a flap costs a quarter; a vowel, a breath, a nasal before a
consonant and a glide beside a vowel are heard either way and cost half; any other letter costs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

HALF, QUARTER = 0.5, 0.25
_MUCH = 99.0
_VOWELS = frozenset("aeiou")
_LIGHT = frozenset("aeiouh")
_GLIDES = frozenset("bi")  # v/w and y, as `sound_key` writes them
_CLOSE_VOWELS = frozenset({frozenset("ie"), frozenset("uo")})
_SHORT = frozenset("ae")  # Shankerpur, Shankarpur
_FLAP = frozenset("rd")
_ALIKE = frozenset({frozenset("mn"), frozenset("bu"), frozenset("bo"), frozenset("jg")})
_BLURRED = (
    (re.compile(r"(?<=[aeiou])b(?=[aeiou]|$)"), ""),
    (re.compile(r"[nm](?=[^aeiou]|$)"), ""),
    (re.compile(r"(?<=.)[aeiouh]"), ""),
)
_ALIKE_LETTERS = str.maketrans("rm", "dn")
_LONG_A = ("a", "A", "ा", "आ")
NASAL_SIGNS = ("ं", "ँ")


def blur(sound: str) -> str:
    """What is left of a sound when all that is heard either way is gone: names are looked up by it, then compared."""
    for pattern, to in _BLURRED:
        sound = pattern.sub(to, sound)
    plain = sound.translate(_ALIKE_LETTERS)
    return "".join(letter for at, letter in enumerate(plain) if not at or letter != plain[at - 1])


@lru_cache(maxsize=65_536)
def strain(heard: str, name: str, limit: float = 2.0) -> float:
    """The cheapest way from one sound to the other; `limit` + 1 as soon as it cannot be within `limit`.

    A distance of Damerau's kind (letters changed, dropped, added, two neighbours swapped) with the costs above.
    """
    dropped = [_drop(name, at) for at in range(len(name))]
    last: list[float] = []
    before: list[float] = []
    row = [0.0]
    for cost in dropped:
        row.append(row[-1] + cost)
    for i, letter in enumerate(heard):
        left_out, ending = _drop(heard, i), i + 1 == len(heard)
        last, before, row = before, row, [row[0] + left_out]
        for j, other in enumerate(name):
            cost = before[j] if letter == other else before[j] + _change(letter, other, ending)
            cost = min(cost, before[j + 1] + left_out, row[j] + dropped[j])
            if i and j and letter != other:
                cost = min(cost, *_together(heard, name, i, j, last, before))
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _together(heard: str, name: str, i: int, j: int, last: list[float], before: list[float]) -> Iterator[float]:
    """The costs of what takes two letters: neighbours swapped, and "aw" written for o."""
    yield _MUCH
    if heard[i] == name[j - 1] and name[j] == heard[i - 1]:
        yield last[j - 1] + (HALF if heard[i] in _VOWELS or name[j] in _VOWELS else 1.0)
    if name[j] == "o" and heard[i - 1 : i + 1] == "ab":
        yield last[j] + HALF
    if heard[i] == "o" and name[j - 1 : j + 1] == "ab":
        yield before[j - 1] + HALF


@lru_cache(maxsize=2_048)
def _change(letter: str, other: str, last: bool) -> float:
    """What it costs to write `other` for `letter`; the vowel a name ends in is heard."""
    pair = frozenset((letter, other))
    if pair <= _VOWELS:
        return 1.0 if last and pair not in _CLOSE_VOWELS else QUARTER if pair == _SHORT else HALF
    return QUARTER if pair == _FLAP else HALF if pair in _ALIKE else 1.0


def _drop(sound: str, at: int) -> float:
    """What it costs to leave out the letter at `at`."""
    letter = sound[at]
    following = sound[at + 1 : at + 2]
    if letter == "a" and at > 0 and following and following not in _VOWELS and sound[at - 1] not in _VOWELS:
        return QUARTER
    if letter in _LIGHT:
        return HALF
    if letter in "nm" and following not in _VOWELS:
        return HALF if following else QUARTER
    if letter in _GLIDES and (sound[at - 1 : at] in _VOWELS or following in _VOWELS):
        return HALF
    return 1.0


def opens_alike(heard: str, name: str) -> bool:
    """Whether both begin with one consonant or each with a vowel: the first sound of a name is not misheard."""
    return heard[:1] == name[:1] or (heard[:1] in _VOWELS and name[:1] in _VOWELS)


def ends_long(word: str) -> bool:
    """Whether the word ends in a spoken long a, by which Saidpura is told from Saidpur."""
    return word.endswith(_LONG_A)
