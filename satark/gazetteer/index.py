"""Finding names by sound: exact, by skeleton, and with a slip of spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from satark.gazetteer.entry import Entry
from satark.phonetics import breath, join_skeletons, skeleton, sound_key
from satark.text import tokens

LONGEST_NAME = 6  # words of the longest name looked for at once
_UNHEARD = 0.75  # slips of a name whose h is missing or misplaced: Dullapur for Dullahpur, Jangahi for Janghai


@dataclass(frozen=True)
class Hit:
    """An entry whose name was heard; `slips` is 0 for the same sound, else how many sounds differ (a vowel counts half
    where the consonants are all there)."""

    entry: Entry
    slips: float
    sound: str


@dataclass(frozen=True)
class _Name:
    sound: str
    skeleton: str
    entries: tuple[int, ...]


class NameIndex:
    """The names of all entries by their sound. Built once; reading changes nothing."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        by_sound: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for sound in {_sounds(form) for name in entry.names for form in (name, _oblique(name))}:
                if sound[0]:
                    by_sound[sound].append(number)
        self._names = [_Name(sound, bones, tuple(numbers)) for (sound, bones), numbers in by_sound.items()]
        self._by_skeleton: dict[str, list[_Name]] = defaultdict(list)
        for name in self._names:
            self._by_skeleton[name.skeleton].append(name)
        self._beginnings = {bones[:size] for bones in self._by_skeleton for size in range(1, len(bones) + 1)}
        self._by_breathless: dict[str, list[_Name]] = defaultdict(list)
        for name in self._names:
            if len(plain := _breathless(name.skeleton)) >= 4 and not plain.isdigit():
                self._by_breathless[plain].append(name)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for bones in self._by_skeleton:
            if len(bones) >= 4 and not bones.isdigit():
                for shorter in {bones[:i] + bones[i + 1 :] for i in range(1, len(bones))}:
                    self._by_deletion[shorter].append(bones)

    def has(self, bones: str) -> bool:
        """Whether a name of this skeleton exists: the quick test before `exact`."""
        return bones in self._by_skeleton

    def begins(self, bones: str) -> bool:
        """Whether the skeleton of a name begins so: where not, no further word can complete one."""
        return bones in self._beginnings

    def exact(self, words: Sequence[str]) -> list[Hit]:
        """Entries called by `words`, the same sound or one that differs only in its vowels; nearest sound only."""
        sound, bones = _sounds_of(words)
        found = [(OSA.distance(sound, name.sound), name) for name in self._by_skeleton.get(bones, ())]
        limit = 0 if len(bones) <= 3 else 1 if len(bones) <= 5 else 2
        hits = self._hits([(distance / 2, name) for distance, name in found if distance <= limit])
        return _as_breathed(hits, "".join(breath(word) for word in words))

    def near(self, words: Sequence[str]) -> list[Hit]:
        """Entries whose name differs from `words` by a slip: one sound of the skeleton, the first being the same."""
        sound, bones = _sounds_of(words)
        if len(bones) < 4 or bones.isdigit():
            return []
        candidates = set(self._by_deletion.get(bones, ()))
        for position in range(1, len(bones)):
            shorter = bones[:position] + bones[position + 1 :]
            candidates.update(self._by_deletion.get(shorter, ()))
            if shorter in self._by_skeleton:
                candidates.add(shorter)
        limit = 1 if len(sound) <= 6 else 2
        plain = self._by_breathless.get(_breathless(bones), ())
        if unheard := [name for name in plain if 0 < OSA.distance(sound, name.sound) <= 3]:
            return self._hits([(_UNHEARD, name) for name in unheard])
        found = []
        for candidate in sorted(candidates):  # the order of a set is not that of the next run
            if candidate[0] == bones[0] and len(candidate) >= 4 and OSA.distance(candidate, bones) <= 1:
                for name in self._by_skeleton[candidate]:
                    distance = OSA.distance(sound, name.sound)
                    if 0 < distance <= limit and abs(len(sound) - len(name.sound)) <= 2:
                        found.append((distance, name))
        return self._hits(found)

    def _hits(self, found: Iterable[tuple[float, _Name]]) -> list[Hit]:
        found = list(found)
        if not found:
            return []
        nearest = min(distance for distance, _ in found)
        numbers: dict[int, str] = {}
        for distance, name in found:
            if distance == nearest:
                for number in name.entries:
                    numbers.setdefault(number, name.sound)
        return [Hit(self.entries[number], nearest, sound) for number, sound in numbers.items()]


def _as_breathed(hits: list[Hit], breathed: str) -> list[Hit]:
    """Of several entries of one sound those that also have the aspirates of the words, where any has."""
    if len(hits) < 2:
        return hits
    same = [hit for hit in hits if any(breath(name.replace(" ", "")) == breathed for name in hit.entry.names)]
    return same or hits


def _breathless(bones: str) -> str:
    """A skeleton without its h, which is written and left out by chance."""
    without = bones.replace("h", "")
    return "".join(letter for at, letter in enumerate(without) if not at or letter != without[at - 1])


def _oblique(name: str) -> str:
    """The name as it stands before a postposition: "Wajidpur Tirahe par"."""
    for ending, oblique in (("raha", "rahe"), ("राहा", "राहे")):
        if name.endswith(ending):
            return name.removesuffix(ending) + oblique
    return name


def _sounds_of(words: Sequence[str]) -> tuple[str, str]:
    """(sound, skeleton) of words run together."""
    sound, bones = "", ""
    for word in words:
        sound = join_skeletons(sound, sound_key(word))
        bones = join_skeletons(bones, skeleton(word))
    return sound, bones


def _sounds(name: str) -> tuple[str, str]:
    return _sounds_of([token.text for token in tokens(name)])
