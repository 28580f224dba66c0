"""Words that name an offence or lean towards it, found by their sound in any script (data/lexicon).

An offence's file holds `offence`, `terms` (they name it) and `hints` (they lean towards it), each a list of spellings
by concept. The last word of a phrase, and a long single word, may go on: स्मैक बेच also finds "smack bechta".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from satark.phonetics import breath, sound_key
from satark.settings import ROOT
from satark.tables import read_table
from satark.text import Token, tokens

_FOLDER = ROOT / "data" / "lexicon"
_OPEN_WORD = 6  # letters of a single word's key from which it may be the beginning of a longer one
_OPEN_LAST = 2  # the same for the last word of a phrase
_SHORT = 4  # keys up to this length also have to agree in their breathed consonants: daka is not dhakka


@dataclass(frozen=True)
class Hit:
    """Words `first` to `last` (token positions, inclusive) speak of `offence`; a term names it, a hint leans to it."""

    offence: str
    is_term: bool
    first: int
    last: int


@dataclass(frozen=True)
class _Phrase:
    keys: tuple[str, ...]
    breaths: tuple[str, ...]
    offence: str
    is_term: bool

    def stands_at(self, at: int, sounds: Sequence[str], breaths: Sequence[str]) -> bool:
        end = at + len(self.keys)
        if end > len(sounds) or tuple(sounds[at : end - 1]) != self.keys[:-1]:
            return False
        last, key = sounds[end - 1], self.keys[-1]
        open_from = _OPEN_LAST if len(self.keys) > 1 else _OPEN_WORD
        if last != key and not (len(key) >= open_from and last.startswith(key)):
            return False
        return len(self.keys) > 1 or len(key) > _SHORT or breaths[at] == self.breaths[0]


class OffenceLexicon:
    """The words of all offences, ready to be looked up by sound."""

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        self._by_start: dict[str, list[_Phrase]] = defaultdict(list)
        self._open: dict[str, list[_Phrase]] = defaultdict(list)
        for phrase in phrases:
            self._by_start[phrase.keys[0]].append(phrase)
            if len(phrase.keys) == 1 and len(phrase.keys[0]) >= _OPEN_WORD:
                self._open[phrase.keys[0]].append(phrase)

    def hits(self, words: Sequence[Token]) -> list[Hit]:
        """Every phrase of every offence in a message, in order of its first word."""
        sounds = [sound_key(word.text) for word in words]
        breaths = [breath(word.text) for word in words]
        return [
            Hit(phrase.offence, phrase.is_term, at, at + len(phrase.keys) - 1)
            for at, sound in enumerate(sounds)
            for phrase in self._beginning_with(sound)
            if phrase.stands_at(at, sounds, breaths)
        ]

    def _beginning_with(self, sound: str) -> Iterator[_Phrase]:
        yield from self._by_start.get(sound, ())
        for end in range(_OPEN_WORD, len(sound)):
            yield from self._open.get(sound[:end], ())


def _phrases(offence: str, concepts: Mapping[str, Sequence[str]], is_term: bool) -> Iterator[_Phrase]:
    seen = set()
    for spelling in (spelling for spellings in concepts.values() for spelling in spellings):
        parts = [token.text for token in tokens(spelling)]
        keys = tuple(sound_key(part) for part in parts)
        if keys and all(keys) and keys not in seen:
            seen.add(keys)
            yield _Phrase(keys, tuple(breath(part) for part in parts), offence, is_term)


@lru_cache(maxsize=1)
def load_lexicon() -> OffenceLexicon:
    """The lexicon of all offences. Raises `OSError` when a file cannot be read."""
    phrases: list[_Phrase] = []
    for file in sorted(_FOLDER.glob("*.yml")):
        data = read_table(file)
        if "offence" in data:
            for part in ("terms", "hints"):
                phrases.extend(_phrases(data["offence"], data.get(part) or {}, part == "terms"))
    return OffenceLexicon(phrases)


def quote(text: str, words: Sequence[Token], hits: Sequence[Hit], offence: str) -> str:
    """The words of `text` that best name `offence`: the longest term, else the longest hint, else ""."""
    named = [hit for hit in hits if hit.offence == offence]
    if not named:
        return ""
    best = max(named, key=lambda hit: (hit.is_term, hit.last - hit.first, -hit.first))
    return text[words[best.first].start : words[best.last].end]
