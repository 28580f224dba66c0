"""The words by which places are told (data/lexicon/places.yml), keyed by their sound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from satark.errors import DirectoryError
from satark.phonetics import breath, sound_key
from satark.text import tokens

Phrase = tuple[str, ...]

_SETS = (
    "locatives", "on_words", "english_in", "possessives", "from_words", "to_words", "via_words", "english_from",
    "english_to", "english_via", "on_nouns", "bare_nouns", "road_nouns", "landmark_modifiers", "motion", "onward",
    "particles", "some_words", "nearly_words", "away_words", "ahead_words", "side_words", "people", "office_words",
    "officers", "bribe_words", "name_before", "name_after", "self", "place_words", "rather_words", "carry_words",
    "premise_words", "locality_words", "goods_words", "kin",
)  # fmt: skip


def keys_of(phrase: str) -> Phrase:
    """The sounds of a phrase's words, in order."""
    return tuple(key for token in tokens(phrase) if (key := sound_key(token.text)))


def breathed_key(word: str) -> str:
    """The sound of a word with its aspirates."""
    return f"{sound_key(word)}:{breath(word)}"


class Phrases:
    """Phrases with a meaning each, found longest first from a position forwards, or backwards ending before it."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._meaning: dict[Phrase, str] = {}
        self._longest_from: dict[str, int] = {}  # by its first word, and its last: words of the longest phrase
        self._longest_to: dict[str, int] = {}
        for phrase, meaning in meanings:
            self._add(keys_of(phrase), meaning)

    @classmethod
    def breathed(cls, phrases: Iterable[str]) -> Phrases:
        """Phrases told apart by their aspirates too ("that" is no "tat"): look them up by `breathed_key`."""
        made = cls(())
        for phrase in phrases:
            made._add(tuple(breathed_key(token.text) for token in tokens(phrase)), phrase)
        return made

    def _add(self, keys: Phrase, meaning: str) -> None:
        if not keys:
            return
        self._meaning.setdefault(keys, meaning)
        self._longest_from[keys[0]] = max(self._longest_from.get(keys[0], 0), len(keys))
        self._longest_to[keys[-1]] = max(self._longest_to.get(keys[-1], 0), len(keys))

    def single_words(self) -> frozenset[str]:
        """The phrases of one word."""
        return frozenset(keys[0] for keys in self._meaning if len(keys) == 1)

    def at(self, keys: list[str], start: int) -> tuple[str, int] | None:
        """(meaning, words) of the longest phrase that starts at `start`."""
        longest = self._longest_from.get(keys[start]) if start < len(keys) else None
        if longest is None:
            return None
        for size in range(min(longest, len(keys) - start), 0, -1):
            meaning = self._meaning.get(tuple(keys[start : start + size]))
            if meaning is not None:
                return meaning, size
        return None

    def before(self, keys: list[str], end: int) -> tuple[str, int] | None:
        """(meaning, words) of the longest phrase that ends just before `end`."""
        longest = self._longest_to.get(keys[end - 1], 0) if end else 0
        for size in range(min(longest, end), 0, -1):
            meaning = self._meaning.get(tuple(keys[end - size : end]))
            if meaning is not None:
                return meaning, size
        return None


@dataclass
class Lexicon:
    """Everything the reader of places knows of language; sets hold sounds of words."""

    sets: dict[str, frozenset[str]]
    after: Phrases
    prepositions: Phrases
    kinds: Phrases
    landmarks: Phrases
    units: Phrases
    home_after: Phrases
    home_before: Phrases
    people_before: Phrases
    told: Phrases
    there: Phrases
    denied_after: Phrases
    denied_before: Phrases
    numbers: dict[str, float]
    settled_endings: tuple[str, ...]
    office_initials: frozenset[str]
    no_landmarks: frozenset[str]
    shy: frozenset[str]
    common: frozenset[str]
    given_names: frozenset[str]
    younger_tehsils: dict[str, str]
    function: frozenset[str]
    ordinary: frozenset[str]
    ordinary_breathed: frozenset[str]

    def is_ordinary(self, sound: str, breathed: str) -> bool:
        """Whether a word is one of the language and no name: function words, common words, nouns and kinds of place."""
        return sound in self.ordinary or breathed in self.ordinary_breathed

    @property
    def particles(self) -> frozenset[str]:
        return self.sets["particles"]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


def _pairs(raw: dict[str, Any], part: str | None = None) -> list[tuple[str, str]]:
    return [(str(word), name) for name, words in raw.items() for word in (words[part] if part else words)]


def _sounds(words: Iterable[Any]) -> frozenset[str]:
    return frozenset(key for word in words if (key := "".join(keys_of(str(word)))))


@lru_cache(maxsize=4)
def load_lexicon(path: Path) -> Lexicon:
    """Reads the word file. Raises `DirectoryError` where it is missing or does not hold what the reader needs."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return _lexicon(raw)
    except (OSError, yaml.YAMLError, KeyError, TypeError) as problem:
        raise DirectoryError(
            f"{path.name}: the words of places cannot be read ({problem.__class__.__name__})"
        ) from problem


def _lexicon(raw: dict[str, Any]) -> Lexicon:
    sets = {name: _sounds(raw[name]) for name in _SETS}
    function = frozenset().union(
        *(
            sets[name]
            for name in (
                "locatives",
                "possessives",
                "from_words",
                "to_words",
                "english_in",
                "english_from",
                "english_to",
                "english_via",
            )
        )
    )
    after, kinds = Phrases(_pairs(raw["relations"], "after")), Phrases(_pairs(raw["kinds"]))
    landmarks = Phrases.breathed(str(word) for word in raw["landmarks"])
    given_names = _sounds(str(raw["given_names"]).split())
    common = _sounds(str(raw["common_words"]).split()) | given_names
    ordinary = function | common
    for name in (
        "motion",
        "self",
        "landmark_modifiers",
        "people",
        "officers",
        "name_after",
        "place_words",
        "via_words",
    ):
        ordinary |= sets[name]
    return Lexicon(
        sets=sets,
        after=after,
        prepositions=Phrases(_pairs(raw["relations"], "before")),
        kinds=kinds,
        landmarks=landmarks,
        units=Phrases(_pairs(raw["distance_units"])),
        home_after=Phrases((str(word), "home") for word in raw["home_after"]),
        people_before=Phrases((str(word), "people") for word in raw["people_before"]),
        home_before=Phrases((str(word), "home") for word in raw["home_before"]),
        told=Phrases((str(word), "told") for word in raw["told"]),
        there=Phrases((str(word), "there") for word in raw["there_words"]),
        denied_after=Phrases((str(word), "denied") for word in raw["denied_after"]),
        denied_before=Phrases((str(word), "denied") for word in raw["denied_before"]),
        numbers={sound_key(str(word)): float(value) for word, value in raw["number_words"].items()},
        settled_endings=tuple(str(word) for word in [*raw["strong_endings"], *raw["devanagari_endings"]]),
        shy=_sounds(raw["shy_names"]),
        common=common,
        given_names=given_names,
        younger_tehsils={str(new): str(old) for new, old in raw["younger_tehsils"].items()},
        office_initials=frozenset(str(word) for word in raw["office_initials"]),
        no_landmarks=frozenset(str(word) for word in raw["no_landmarks"]),
        function=function,
        ordinary=ordinary | kinds.single_words() | after.single_words(),
        ordinary_breathed=landmarks.single_words(),
    )
