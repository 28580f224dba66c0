"""The language of a message: that of its sentence frame (verbs, postpositions, pronouns), not of its nouns.

Function words vote, each for the language and script it is written in; "कल मेरे area में robbery हुई" is Hindi,
"kal mere area me robbery hui" Hindi in Roman letters. Contract: section 1.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import regex

from satark.reading import Language
from satark.redaction.lexicon import spelling
from satark.tables import read_words
from satark.text import is_devanagari, normalise, tokens

_FILE = Path(__file__).resolve().parents[1] / "data" / "lexicon" / "language.yml"
_WEIGHTS = {"strong": 3.0, "weak": 1.0, "nouns": 1.0, "vocabulary": 0.4}
_PHRASE = 4.0
_SCRIPT = 0.5  # what a Devanagari word outside the list adds: nouns and names, hardly any frame
_LETTER = regex.compile(r"\p{L}")
_READABLE = regex.compile(r"[\p{Latin}\p{Devanagari}&&\p{L}]", flags=regex.V1)
_MOST_WORDS = 400  # more would not change the vote


@dataclass(frozen=True)
class _Votes:
    latin: dict[str, tuple[float, float]]  # a Latin word's votes for hi-Latn and for en
    phrases: dict[tuple[str, str], tuple[float, float]]  # the same for two words in a row
    devanagari: dict[str, float]


@functools.lru_cache(maxsize=1)
def _votes() -> _Votes:
    data = read_words(_FILE)
    latin: dict[str, tuple[float, float]] = {}
    phrases: dict[tuple[str, str], tuple[float, float]] = {}
    for column, name in enumerate(("hi-Latn", "en")):
        for strength, weight in _WEIGHTS.items():
            for word in data[name].get(strength, ()):
                votes = list(latin.get(spelling(word), (0.0, 0.0)))
                votes[column] = max(votes[column], weight)
                latin[spelling(word)] = (votes[0], votes[1])
        for phrase in data[name]["phrases"]:
            first, second = map(spelling, phrase.split())
            phrases[first, second] = (_PHRASE, 0.0) if column == 0 else (0.0, _PHRASE)
    return _Votes(latin, phrases, {spelling(word): _WEIGHTS["strong"] for word in data["hi"]["strong"]})


def is_in_another_script(text: str) -> bool:
    """Whether most letters of a text are neither Latin nor Devanagari: nothing in it can be read."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and 2 * len(_READABLE.findall(text)) < letters


def identify(text: str) -> Language:
    """`hi`, `hi-Latn` or `en` for any string. Names, digits or nothing at all are `en` unless in Devanagari.
    Never raises."""
    votes = _votes()
    roman = english = hindi = 0.0
    before = ""
    for token in tokens(normalise(text))[:_MOST_WORDS]:
        key = spelling(token.text)
        if is_devanagari(token.text):
            hindi += votes.devanagari.get(key, _SCRIPT)
        else:
            for_roman, for_english = votes.latin.get(key, (0.0, 0.0))
            together = votes.phrases.get((before, key), (0.0, 0.0))
            roman += for_roman + together[0]
            english += for_english + together[1]
        before = key
    if hindi and hindi >= max(roman, english):
        return "hi"
    return "hi-Latn" if roman > english else "en"
