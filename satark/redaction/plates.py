"""Indian vehicle registrations in any dress: UP62AT1234, up 62 at-1234, यूपी 62 एटी 1234, 22 BH 1234 AA, UP 62.

Forms: Central Motor Vehicles Rules 1989, rule 50 (state, district, series, number); G.S.R. 594(E) of 2021 (BH series).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import regex

from satark.redaction.numbers import plain_digits

STATES = (
    "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY "
    "RJ SK TN TR TS UK UA UP WB"
).split()

# How the letters of a plate are spelt out in Devanagari; longer names first, so that एच is not read as ए + च.
_LETTER_NAMES = {
    "डब्ल्यू": "W", "डब्लू": "W", "क्यू": "Q", "एक्स": "X", "जेड": "Z", "जैड": "Z", "वाई": "Y", "वाय": "Y", "एच": "H",
    "एफ": "F", "एल": "L", "एम": "M", "एन": "N", "एस": "S", "आई": "I", "आइ": "I", "आर": "R", "बी": "B",
    "सी": "C", "डी": "D", "जी": "G", "जे": "J", "के": "K", "पी": "P", "टी": "T", "यू": "U", "वी": "V",
    "ए": "A", "ई": "E", "ओ": "O",
}  # fmt: skip
_NAME = "|".join(_LETTER_NAMES)
_DEV_LETTERS = rf"(?:(?:{_NAME})[ .\-]?)"
_GAP = r"[ \n.\-_/]{0,3}"
_LATIN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?P<state>{'|'.join(f'{s[0]}[ .]?{s[1]}' for s in STATES)})"
    rf"{_GAP}(?P<rto>[0-9][0-9O]|O[0-9]|[0-9])"
    rf"(?:{_GAP}(?P<series>[A-Z](?:[ .]?[A-Z]){{0,2}}))?(?:{_GAP}(?P<number>[0-9O]{{1,4}}))?(?![\p{{N}}])(?![A-Z0-9])",
    flags=regex.IGNORECASE,
)
_BHARAT = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?P<year>2[0-9]){_GAP}B[ .]?H{_GAP}(?P<number>[0-9]{{4}})"
    rf"{_GAP}(?P<series>[A-Z]{{1,2}})(?![\p{{L}}\p{{N}}])",
    flags=regex.IGNORECASE,
)
_DEVANAGARI = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?P<state>{_DEV_LETTERS}{{2}}){_GAP}(?P<rto>[0-9]{{1,2}})"
    rf"(?:{_GAP}(?P<series>{_DEV_LETTERS}{{1,3}}))?(?:{_GAP}(?P<number>[0-9]{{1,4}}))?(?![\p{{L}}\p{{M}}\p{{N}}])"
)
_DEV_LETTER = regex.compile(_NAME)
_NOT_SERIES = frozenset("ka ki ke se me ko ne pe ho hai no is in at to by wa na".upper().split())


@dataclass(frozen=True)
class Plate:
    """A registration at text[start:end]; `registration` is None where only a part was given."""

    start: int
    end: int
    registration: str | None


def plates(text: str) -> list[Plate]:
    """The registrations of `text` from left to right, none overlapping. Linear in the length of `text`."""
    digits = plain_digits(text)
    found = [plate for match in _LATIN.finditer(digits) if (plate := _latin(match)) is not None]
    found += [_bharat(match) for match in _BHARAT.finditer(digits)]
    found += [plate for match in _DEVANAGARI.finditer(digits) if (plate := _devanagari(match)) is not None]
    found.sort(key=lambda plate: (plate.start, -plate.end))
    kept: list[Plate] = []
    for plate in found:
        if not kept or plate.start >= kept[-1].end:
            kept.append(plate)
    return kept


def _letters(written: str | None) -> str:
    return "" if written is None else "".join(character for character in written if character.isalpha()).upper()


def _latin(match: regex.Match[str]) -> Plate | None:
    state, rto = _letters(match["state"]), match["rto"].upper().replace("O", "0")
    series, number = _letters(match["series"]), match["number"]
    end = match.end()
    spaced_word = match["series"] is not None and match["series"].islower() and series in _NOT_SERIES
    if spaced_word and not (number and len(number) == 4):
        series, number, end = "", None, match.end("rto")
    if number is None:
        return _partial(match, state, series, end)
    number = number.upper().replace("O", "0")
    if not series and len(number) < 4 and match["state"].islower():
        return None
    return Plate(match.start(), end, _whole(state, rto, series, number))


def _partial(match: regex.Match[str], state: str, series: str, end: int) -> Plate | None:
    """`UP 62` or `UP62AT`: a part of a registration. Bare `up 62` in small letters would be too bold."""
    two_digits = len(match["rto"]) == 2
    if not two_digits or (match["state"].islower() and not series):
        return None if not two_digits or match["state"] != "up" else Plate(match.start(), end, None)
    return Plate(match.start(), end if not series or match["series"].isupper() else match.end("rto"), None)


def _bharat(match: regex.Match[str]) -> Plate:
    return Plate(match.start(), match.end(), f"{match['year']}BH{match['number']}{_letters(match['series'])}")


def _devanagari(match: regex.Match[str]) -> Plate | None:
    state = _spelt(match["state"])
    if state not in STATES:
        return None
    end = match.end() if match["number"] or match["series"] is None else match.end("rto")
    if match["number"] is None:
        return Plate(match.start(), end, None)
    return Plate(match.start(), end, _whole(state, match["rto"], _spelt(match["series"] or ""), match["number"]))


@functools.lru_cache(maxsize=1_024)
def _spelt(written: str) -> str:
    return "".join(_LETTER_NAMES[name] for name in _DEV_LETTER.findall(written))


def _whole(state: str, rto: str, series: str, number: str) -> str:
    return f"{state}{int(rto):02d}{series}{int(number):04d}"
