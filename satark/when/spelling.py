"""One spelling for the many ways in which people type a word of time, in Latin and in Devanagari letters."""

from __future__ import annotations

import re
from functools import lru_cache

_ROMAN_PAIRS = (("ee", "i"), ("oo", "u"), ("ph", "f"))
_ROMAN_LETTERS = str.maketrans({"w": "v", "z": "j", "q": "k", "'": None, "’": None})
_REPEATED = re.compile(r"(.)\1+")
_DEVANAGARI_LETTERS = str.maketrans(
    {"ी": "ि", "ू": "ु", "ई": "इ", "ऊ": "उ", "ँ": "ं", "\u093c": None, "ष": "श", "ः": "ह", "ऽ": None}
)
_NASAL = re.compile(r"[ङञणनम]्(?=[क-ह])")
_GLIDE = re.compile(r"(?<=.)य(?=[ेि]$|ें$|िं$)")
_GLIDES = {"े": "ए", "ि": "इ"}
_DOUBLED = re.compile(r"([क-ह])्\1")


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """The folded form of one word (no blanks): case, doubled letters, aa/ee/oo, w/v, z/j, chh/ch; in Devanagari vowel
    length of i and u, nukta, nasal signs, ये/ए."""
    if word.isascii():
        return _fold_roman(word.lower())
    if "\u0900" <= word[0] <= "\u097f":
        return _fold_devanagari(word)
    return _fold_roman(word.lower())


def _fold_roman(word: str) -> str:
    for pair, letter in _ROMAN_PAIRS:
        if pair in word:
            word = word.replace(pair, letter)
    word = _REPEATED.sub(r"\1", word.translate(_ROMAN_LETTERS))
    return word.replace("chh", "ch")


def _fold_devanagari(word: str) -> str:
    word = word.translate(_DEVANAGARI_LETTERS)
    word = _NASAL.sub("ं", word)
    word = _DOUBLED.sub(r"\1", word)
    match = _GLIDE.search(word)
    if match:
        word = word[: match.start()] + _GLIDES[word[match.end()]] + word[match.end() + 1 :]
    return word
