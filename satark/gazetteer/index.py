"""Finding names by sound: exact, by skeleton, and with a slip of spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from satark.gazetteer.entry import Entry
from satark.gazetteer.spelling import HALF, NASAL_SIGNS, blur, ends_long, opens_alike, strain
from satark.phonetics import breath, join_skeletons, skeleton, sound_key
from satark.text import is_devanagari, tokens

LONGEST_NAME = 6  # words of the longest name looked for at once
LONG_ENOUGH = 6  # letters of a village that is told from one of like sound by how it is spelt
MOST_CHANGES = 3  # letters of a sound that may differ
REMEMBERED = 32_768  # words whose hits are kept for the next message
_OBLIQUE = re.compile(r"(?:a|ा)(?=$)")
_R_AND_H = re.compile(r"(?<=[aeiou])rh(?=[aeiou])")  # ढ़, or र and ह as in Narhan
# The nasal is heard before the v or behind it: Urgawan is उरगांवा, Usaon उसांव, Kariyanwa करियावन.
_NASAL_ENDS = (
    (re.compile(r"a[vw]an$"), "anwa"),
    (re.compile(r"aon$"), "anw"),
    (re.compile(r"an[vw]a$"), "awan"),
)
_BREATHED_TWICE = re.compile(r"(.)h+\1")  # Machhlishahr: the h gone, one sound
_BETWEEN = re.compile(r"(?<=[^aeiou])a(?=[^aeiou])")
_LEAST_BONES = 3  # consonants of a name that is found by them alone
_UNHEARD = 0.75  # slips of a name whose h is missing or misplaced: Dullapur for Dullahpur, Jangahi for Janghai


@dataclass(frozen=True)
class Hit:
    """An entry whose name was heard; `slips` is 0 for the same sound, else how many sounds differ (a vowel counts half
    where the consonants are all there)."""

    entry: Entry
    slips: float
    sound: str
    loose: bool = False  # more than vowels differ
    spelt: bool = False  # the words are its name letter for letter


@dataclass(frozen=True, order=True)
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
            for sound in {_sounds(form) for form in _forms(entry)}:
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
        self._by_blur: dict[str, list[_Name]] = defaultdict(list)
        for name in self._names:
            if len(name.sound) >= 5 and len(blurred := blur(name.sound)) >= 3 and not blurred.isdigit():
                self._by_blur[blurred].append(name)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for bones in self._by_skeleton:
            if len(bones) >= 4 and not bones.isdigit():
                for shorter in {bones[:i] + bones[i + 1 :] for i in range(1, len(bones))}:
                    self._by_deletion[shorter].append(bones)

        self._exactly = lru_cache(maxsize=REMEMBERED)(self._exact)
        self._nearly = lru_cache(maxsize=REMEMBERED)(self._near)

    def has(self, bones: str) -> bool:
        """Whether a name of this skeleton exists: the quick test before `exact`."""
        return bones in self._by_skeleton

    def begins(self, bones: str) -> bool:
        """Whether the skeleton of a name begins so: where not, no further word can complete one."""
        return bones in self._beginnings

    def exact(self, words: Sequence[str]) -> list[Hit]:
        """Entries called by `words`, the same sound or one that differs only in its vowels; nearest sound only."""
        return self._exactly(tuple(words))

    def of_kind(self, words: Sequence[str], kind: str) -> list[Hit]:
        """Entries of a kind that sound like `words` but for a vowel, though one of another kind may sound nearer."""
        found = [
            (distance, name)
            for ending in (_sounds_of(tuple(words)), _nasal_sounds_of(tuple(words)))
            if ending is not None
            for distance, name in self._of_skeleton(*ending, 1.0)
            if any(self.entries[number].kind == kind for number in name.entries)
        ]
        return [hit for hit in self._hits(found) if hit.entry.kind == kind]

    def near(self, words: Sequence[str]) -> list[Hit]:
        """Entries whose name differs from `words` by a slip: one sound of the skeleton, or what is heard either way;
        the first sound being the same."""
        return self._nearly(tuple(words))

    def _exact(self, words: tuple[str, ...]) -> list[Hit]:
        sound, bones = _sounds_of(words)
        limit = 0.0 if len(bones) <= 3 else HALF if len(bones) <= 5 else 1.0
        found = self._of_skeleton(sound, bones, limit)
        if (ending := _nasal_sounds_of(words)) is not None:
            nasal = self._of_skeleton(*ending, limit)
            found = nasal if nasal and min(nasal)[0] <= min(found, default=(9.0,))[0] else found
        hits = self._hits(found or self._unvowelled(sound, bones, words))
        if all(map(is_devanagari, words)):  # which writes no a, spoken or not: खलसहा is Khalasaha to the letter
            hits = [replace(hit, slips=0.0) if _is_unvowelled(hit, sound, len(words)) else hit for hit in hits]
        hits = _as_ended(_as_breathed(hits, "".join(breath(word) for word in words)), words[-1]) if hits else []
        letters = "".join(words).lower()
        hits = [replace(hit, spelt=True) if _is_spelt(hit.entry, letters) else hit for hit in hits]
        if len(letters) >= LONG_ENOUGH and all(hit.entry.small for hit in hits):
            return [hit for hit in hits if hit.spelt] or hits  # Kateysar is no Katesar
        return hits

    def _unvowelled(self, sound: str, bones: str, words: tuple[str, ...]) -> list[tuple[float, _Name]]:
        """Names that differ by where an a stands that Devanagari does not write: अमदहा is Amdaha."""
        if not all(map(is_devanagari, words)) or len(bones) < _LEAST_BONES:
            return []
        plain = _BETWEEN.sub("", sound)
        return [
            (0.0, name)
            for name in self._by_skeleton.get(bones, ())
            if sorted(name.sound) == sorted(sound) and _BETWEEN.sub("", name.sound) == plain
        ]

    def _of_skeleton(self, sound: str, bones: str, limit: float) -> list[tuple[float, _Name]]:
        """Names of a skeleton whose vowels lie within `limit`, each with how far."""
        found = [(strain(sound, name.sound, limit), name) for name in self._by_skeleton.get(bones, ())]
        return [(distance, name) for distance, name in found if distance <= limit and opens_alike(sound, name.sound)]

    def _near(self, words: tuple[str, ...]) -> list[Hit]:
        sound, bones = _sounds_of(words)
        if len(sound) < 5 or len(bones) < 3 or bones.isdigit():
            return []
        plain = self._by_breathless.get(_breathless(bones), ()) if len(bones) >= 4 else ()
        alike = [name for name in plain if opens_alike(sound, name.sound)]
        if unheard := [name for name in alike if 0 < OSA.distance(sound, name.sound) <= 3]:
            return self._hits([(_UNHEARD, name) for name in unheard], loose=True)
        limit = 1.0 if len(sound) <= 6 else 1.5
        found: dict[str, tuple[float, _Name]] = {}
        nasal = self._by_skeleton.get(bones[:-1] if bones.endswith("n") else bones + "n", ())
        for name in (*self._by_blur.get(blur(sound), ()), *nasal):
            if OSA.distance(sound, name.sound, score_cutoff=MOST_CHANGES) > MOST_CHANGES:
                continue
            if opens_alike(sound, name.sound) and 0 < (distance := strain(sound, name.sound, limit)) <= limit:
                found[name.sound] = (distance, name)
        for name in self._one_slip_away(bones) if len(bones) >= 4 else ():
            if name.sound in found or OSA.distance(sound, name.sound, score_cutoff=MOST_CHANGES) > MOST_CHANGES:
                continue
            if 0 < (distance := strain(sound, name.sound, limit + HALF)) <= limit + HALF:
                found[name.sound] = (distance, name)
        hits = self._hits(found.values(), loose=True)
        ends = {name.sound for name in nasal if name.sound in found}
        return [replace(hit, loose=False) if hit.sound in ends else hit for hit in hits]

    def _one_slip_away(self, bones: str) -> Iterable[_Name]:
        """Names whose skeleton differs by one sound, not the first."""
        candidates = set(self._by_deletion.get(bones, ()))
        for position in range(1, len(bones)):
            shorter = bones[:position] + bones[position + 1 :]
            candidates.update(self._by_deletion.get(shorter, ()))
            if shorter in self._by_skeleton:
                candidates.add(shorter)
        for candidate in sorted(candidates):  # the order of a set is not that of the next run
            if candidate[0] == bones[0] and len(candidate) >= 4 and OSA.distance(candidate, bones) <= 1:
                yield from self._by_skeleton[candidate]

    def _hits(self, found: Iterable[tuple[float, _Name]], loose: bool = False) -> list[Hit]:
        found = list(found)
        if not found:
            return []
        nearest = min(distance for distance, _ in found)
        numbers: dict[int, str] = {}
        for distance, name in found:
            if distance == nearest:
                for number in name.entries:
                    numbers.setdefault(number, name.sound)
        return [Hit(self.entries[number], nearest, sound, loose) for number, sound in numbers.items()]


def _is_unvowelled(hit: Hit, sound: str, words: int) -> bool:
    """Whether a name of so many words is the sound but for an a between two consonants."""
    if _BETWEEN.sub("", sound) != _BETWEEN.sub("", hit.sound):
        return False
    return any(_sounds(name)[0] == hit.sound and len(name.split()) == words for name in hit.entry.names)


def _is_spelt(entry: Entry, letters: str) -> bool:
    """Whether a name of the entry has these letters; ph and f, w and v are written as one likes."""
    wanted = _plain(letters)
    return any(_plain(name.replace(" ", "").lower()) == wanted for name in entry.names)


def _plain(letters: str) -> str:
    return letters.replace("ph", "f").replace("w", "v")


def _as_breathed(hits: list[Hit], breathed: str) -> list[Hit]:
    """Of several entries of one sound those that also have the aspirates of the words, where any has."""
    if len(hits) < 2:
        return hits
    same = [hit for hit in hits if any(breath(name.replace(" ", "")) == breathed for name in hit.entry.names)]
    return same or hits


def _as_ended(hits: list[Hit], word: str) -> list[Hit]:
    """Of several entries of one sound those that end as the word does, where any does: Saidpura is no Saidpur. Without
    a long a at the end only the small places are told apart, as it is often swallowed."""
    if len(hits) < 2:
        return hits
    long = ends_long(word)
    same = [hit for hit in hits if any(ends_long(name) == long for name in hit.entry.names)]
    if not same or long:
        return same or hits
    return [hit for hit in hits if not hit.entry.small or hit in same]


def _breathless(bones: str) -> str:
    """A skeleton without its h, which is written and left out by chance."""
    return _BREATHED_TWICE.sub(r"\1", bones).replace("h", "")


def _forms(entry: Entry) -> set[str]:
    """The entry's names, and those of a landmark as they stand before a postposition: "Wajidpur Tirahe par"."""
    names = set(entry.names)
    names.update(_R_AND_H.sub("rah", name) for name in entry.names)
    names.update(form for name in entry.names for pattern, to in _NASAL_ENDS if (form := pattern.sub(to, name)) != name)
    for name in entry.names if entry.kind == "landmark" else ():
        names.add(_OBLIQUE.sub(lambda long: "e" if long.group() == "a" else "े", name))
    return names


def _sounds_of(words: Sequence[str]) -> tuple[str, str]:
    """(sound, skeleton) of words run together."""
    sound, bones = "", ""
    for word in words:
        sound = join_skeletons(sound, sound_key(word))
        bones = join_skeletons(bones, skeleton(word))
    return sound, bones


def _nasal_sounds_of(words: tuple[str, ...]) -> tuple[str, str] | None:
    """How words sound whose last sign is nasal, where that is said as an n: मेहरावां; None where it is not."""
    return _sounds_of((*words[:-1], words[-1][:-1] + "न")) if words and words[-1].endswith(NASAL_SIGNS) else None


def _sounds(name: str) -> tuple[str, str]:
    return _sounds_of([token.text for token in tokens(name)])
