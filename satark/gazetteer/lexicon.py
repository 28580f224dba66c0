"""The words by which places are told (data/lexicon/places.yml), keyed by their sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from satark.errors import DirectoryError
from satark.gazetteer.spelling import QUARTER, strain
from satark.phonetics import breath, skeleton, sound_key, spelling_key
from satark.tables import read_table, read_words
from satark.text import is_devanagari, tokens

Phrase = tuple[str, ...]

_SETS = (
    "locatives", "on_words", "english_in", "possessives", "from_words", "to_words", "via_words", "english_from",
    "english_to", "english_via", "on_nouns", "bare_nouns", "road_nouns", "landmark_modifiers", "motion", "onward",
    "particles", "some_words", "nearly_words", "away_words", "ahead_words", "side_words", "people", "office_words",
    "officers", "bribe_words", "name_before", "name_after", "self", "place_words", "rather_words", "carry_words",
    "premise_words", "locality_words", "goods_words", "kin", "house_crimes",
    "field_nouns",
    "house_words", "parents_houses", "caught_words", "earlier_words",
    "stay_words", "work_stays", "finite_stays", "trades", "copulas", "neighbour_words", "work_words",
    "rescue_words", "taking_words", "taken_words", "money_words", "domestic_words", "remote_words", "coming_words",
    "private_nouns",
    "presence_words", "sale_words", "name_ends", "opens_village", "villages_too",
    "matter_words", "happened_words", "promise_words", "fraud_words", "caller_words",
    "after_name", "retellers", "writing_words", "mended", "mending", "mended_to", "right_words", "no_stations",
)  # fmt: skip

# Beside the file of places: "black Passion", "waganar se aaye" name no village.
_VEHICLES, _OF_VEHICLES = "vehicles.yml", ("types", "only_beside", "colours")
_LEAST_VEHICLE = 4  # letters of such a word
# Sets told by their letters, as their sounds are those of other words ("main" and "me").
_SPELT = (
    "no_landmarks", "subjects", "theirs", "clause_breaks", "english_fillers", "english_work", "english_lives",
    "own_copulas", "calls",
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

    def openings(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._longest_from)

    def closings(self) -> frozenset[str]:
        """The last words of all phrases."""
        return frozenset(self._longest_to)

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
    address: Phrases
    closing: Phrases
    opening: Phrases
    denied_after: Phrases
    denied_before: Phrases
    retold_after: Phrases
    retold_before: Phrases
    numbers: dict[str, float]
    settled_endings: tuple[str, ...]
    office_initials: frozenset[str]
    no_landmarks: frozenset[str]
    subjects: frozenset[str]
    theirs: frozenset[str]
    own_copulas: frozenset[str]
    calls: frozenset[str]
    clause_breaks: frozenset[str]
    english_fillers: frozenset[str]
    english_work: frozenset[str]
    english_lives: frozenset[str]
    shy: frozenset[str]
    common: frozenset[str]
    given_names: frozenset[str]
    plurals: frozenset[str]
    common_breaths: dict[str, frozenset[str]]
    common_skeletons: dict[str, tuple[str, ...]]
    younger_tehsils: dict[str, str]
    function: frozenset[str]
    ordinary: frozenset[str]
    ordinary_breathed: frozenset[str]
    open_sounds: frozenset[str]  # of words that are written with an a at the end
    written: dict[str, frozenset[str]]  # by sound, all words of the file as they stand
    governing: frozenset[str]  # what may open the words after a place's name
    leading: frozenset[str]  # what may close those before it

    def is_ordinary(self, sound: str, breathed: str) -> bool:
        """Whether a word is one of the language and no name: function words, common words, nouns and kinds of place."""
        return sound in self.ordinary or breathed in self.ordinary_breathed

    def strangeness(self, word: str) -> int:
        """Letters by which the word is spelt otherwise than every word of the language that sounds like it."""
        heard, alike = spelling_key(word), self.written.get(sound_key(word), ())
        return min((OSA.distance(heard, spelling_key(known)) for known in alike), default=len(heard))

    def ends_otherwise(self, word: str, sound: str) -> bool:
        """Whether no word of the language with that sound is written with the vowel at the end that `word` has: Nokara
        is no naukar."""
        return word.endswith(("a", "ा")) and sound not in self.open_sounds

    def is_nearly_ordinary(self, sound: str, slips: float) -> bool:
        """Whether an everyday word lies as near to the sound as a name that is `slips` away."""
        near = self.common_skeletons.get(skeleton(sound), ())
        return any(strain(sound, word, slips + QUARTER) <= slips + QUARTER for word in near)

    def breathes_otherwise(self, word: str, sound: str) -> bool:
        """Whether no everyday word of the sound has the word's aspirates; in Roman letters they are often left out."""
        heard = breath(word)
        if f"{sound}:{heard}" in self.ordinary_breathed:
            return False
        known = self.common_breaths.get(sound)
        return known is not None and heard not in known and (bool(heard) or is_devanagari(word))

    @property
    def particles(self) -> frozenset[str]:
        return self.sets["particles"]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


def _pairs(raw: dict[str, Any], part: str | None = None) -> list[tuple[str, str]]:
    return [(str(word), name) for name, words in raw.items() for word in (words[part] if part else words)]


def _words(raw: Any) -> Iterator[str]:
    """Every word of the file, whatever it stands under."""
    if isinstance(raw, dict):
        raw = [*raw, *raw.values()]
    if isinstance(raw, list):
        for part in raw:
            yield from _words(part)
    else:
        yield from str(raw).split()


def _sounds(words: Iterable[Any]) -> frozenset[str]:
    return frozenset(key for word in words if (key := "".join(keys_of(str(word)))))


def _with_oblique(noun: str) -> tuple[str, ...]:
    """A noun and the form it takes before a postposition: pokhra, "pokhre ke peeche"."""
    for ending, oblique in (("a", "e"), ("ा", "े")):
        if noun.endswith(ending):
            return noun, noun.removesuffix(ending) + oblique
    return (noun,)


def _plural(sound: str) -> str:
    """The sound of an everyday word's plural before a postposition: mard, "mardon ke saath"."""
    return (sound.removesuffix("a") if len(sound) > 2 else sound) + "o"


def _by_sound(words: Iterable[str], told: Callable[[str], str] = str) -> dict[str, frozenset[str]]:
    """What is `told` of the words of each sound."""
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(sound_key(word), set()).add(told(word))
    return {sound: frozenset(of_sound) for sound, of_sound in found.items()}


def _by_skeleton(sounds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for sound in sorted(sounds):
        found.setdefault(skeleton(sound), []).append(sound)
    return {bones: tuple(words) for bones, words in found.items()}


@lru_cache(maxsize=4)
def load_lexicon(path: Path) -> Lexicon:
    """Reads the word file. Raises `DirectoryError` where it is missing or does not hold what the reader needs,
    `TableError` where it is no table."""
    try:
        vehicles = path.with_name(_VEHICLES)
        told = read_words(vehicles) if vehicles.exists() else {}
        return _lexicon(read_table(path), [word for name in _OF_VEHICLES for word in _words(told.get(name, []))])
    except (OSError, KeyError, TypeError) as problem:
        raise DirectoryError(
            f"{path.name}: the words of places cannot be read ({problem.__class__.__name__})"
        ) from problem


def _lexicon(raw: dict[str, Any], vehicles: Sequence[str]) -> Lexicon:
    """The lexicon of the file of places; `vehicles` are words of vehicles, which are everyday words here."""
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
    prepositions = Phrases(_pairs(raw["relations"], "before"))
    numbers = {sound_key(str(word)): float(value) for word, value in raw["number_words"].items()}
    landmarks = Phrases.breathed(form for word in raw["landmarks"] for form in _with_oblique(str(word)))
    given_names = _sounds(str(raw["given_names"]).split())
    everyday = [*str(raw["common_words"]).split(), *(word for word in vehicles if len(word) >= _LEAST_VEHICLE)]
    common = _sounds(everyday) | given_names
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
        prepositions=prepositions,
        kinds=kinds,
        landmarks=landmarks,
        units=Phrases(_pairs(raw["distance_units"])),
        home_after=Phrases((str(word), "home") for word in raw["home_after"]),
        people_before=Phrases((str(word), "people") for word in raw["people_before"]),
        home_before=Phrases((str(word), "home") for word in raw["home_before"]),
        told=Phrases((str(word), "told") for word in raw["told"]),
        there=Phrases((str(word), "there") for word in raw["there_words"]),
        address=Phrases((str(word), "address") for word in raw["address_words"]),
        opening=Phrases((str(word), "opening") for word in raw["opening_words"]),
        closing=Phrases((str(word), "closing") for word in raw["closing_words"]),
        denied_after=Phrases((str(word), "denied") for word in raw["denied_after"]),
        denied_before=Phrases((str(word), "denied") for word in raw["denied_before"]),
        retold_after=Phrases(_pairs({"told": raw["retold_after"], "mended": raw["should_be"]})),
        retold_before=Phrases((str(word), "told") for word in raw["retold_before"]),
        numbers=numbers,
        settled_endings=tuple(str(word) for word in [*raw["strong_endings"], *raw["devanagari_endings"]]),
        shy=_sounds(raw["shy_names"]),
        common=common,
        given_names=given_names,
        common_skeletons=_by_skeleton(common),
        plurals=frozenset(map(_plural, common)),
        common_breaths=_by_sound([*everyday, *str(raw["given_names"]).split()], breath),
        younger_tehsils={str(new): str(old) for new, old in raw["younger_tehsils"].items()},
        office_initials=frozenset(str(word) for word in raw["office_initials"]),
        **{name: frozenset(str(word) for word in raw[name]) for name in _SPELT},
        function=function,
        ordinary=ordinary | kinds.single_words() | after.single_words(),
        ordinary_breathed=landmarks.single_words(),
        written=_by_sound(_words(raw)),
        open_sounds=frozenset(sound_key(word) for word in _words(raw) if word.lower().endswith(("a", "ा"))),
        governing=frozenset().union(
            function,
            *(sets[name] for name in ("via_words", "motion", "nearly_words", "copulas", "landmark_modifiers")),
            numbers,
            after.openings(),
            kinds.openings(),
            (key.partition(":")[0] for key in landmarks.openings()),
        ),
        leading=frozenset().union(
            function,
            *(sets[name] for name in ("place_words", "locality_words", "house_words")),
            ("nam",),
            prepositions.closings(),
            kinds.closings(),
        ),
    )
