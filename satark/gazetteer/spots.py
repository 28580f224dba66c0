"""Finding the places a message names: names by sound, weighed by the evidence that a name of a place is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from satark.gazetteer.entry import OUTSIDE, WEIGHT, Entry
from satark.gazetteer.evidence import Evidence
from satark.gazetteer.holders import OF_THERE
from satark.gazetteer.index import LONGEST_NAME, REMEMBERED, Hit, NameIndex
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spelling import NASAL_SIGNS
from satark.gazetteer.surroundings import Surroundings, read_surroundings
from satark.phonetics import join_skeletons, skeleton

FLAPS = {"ड\u093c": "र", "ढ\u093c": "ढ"}  # heard and romanised as d or as r: मड़ियाहूं is Mariahu
_TIMES = frozenset({"baar", "bar", "बार"})
_IS_THERE = frozenset({"ba", "बा"})  # Bhojpuri "is": opens no name
LONG_NAME = 9  # sounds of a name that may be misspelt though it opens with an everyday word (Gaura Badshahpur)
MOST_SPOTS = 40  # places read in one message: no tip names more, and each is weighed against the others
MOST_SLIPS_LOOKED_UP = 300  # misspelt candidates tried in one message


@dataclass
class Spot:
    """A place named by the words [first, last) of a sentence, with what stands around it."""

    first: int
    last: int
    hits: list[Hit]
    around: Surroundings
    role: str = "in"
    noun: str | None = None
    listed: str | None = None  # the noun as the word list spells it
    own_name: bool = False
    strong: bool = False
    of_holder: bool = False  # "wala" stands before it
    wides: list[Entry] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(self.first, self.around.start)

    @property
    def end(self) -> int:
        return max(self.last, self.around.end)

    @property
    def relation(self) -> str | None:
        """How the event lies to a landmark that has no place of its own: "behind school", in no words of the teller."""
        relation = self.around.relation
        return f"{relation} {self.listed}" if relation and self.listed else relation

    @property
    def small(self) -> bool:
        """Whether only villages and post offices are called so."""
        return all(hit.entry.small for hit in self.hits)

    @property
    def slips(self) -> float:
        return self.hits[0].slips if self.hits else 0.0


class Spotter:
    """Finds the gazetteer's names in sentences."""

    def __init__(self, index: NameIndex, lexicon: Lexicon) -> None:
        self._index = index
        self._lexicon = lexicon
        self._evidence = Evidence(index, lexicon)
        self._may_open = lru_cache(maxsize=REMEMBERED)(self._opens_name)

    def spots(self, sentence: Sentence) -> list[Spot]:
        """Every place of the gazetteer that the sentence names, in order, none overlapping."""
        found: list[Spot] = []
        tries = floor = past = 0
        for position, may_exact, may_near, flapped in self._openings(sentence):
            if position < past or (position < floor and self._says_kind(sentence, position, found[-1])):
                continue
            if sentence.words[position].lower in _IS_THERE:
                continue  # "goli chalat ba Bharsar gaon me"
            if self._is_times(sentence, position):
                continue
            spot = self._exact_at(sentence, position, floor) if may_exact else None
            if spot is None and flapped:
                spot = self._exact_at(sentence, position, floor, flapped=True)
            if spot is None and may_near and tries < MOST_SLIPS_LOOKED_UP:
                spot, tried = self._near_at(sentence, position, floor)
                tries += tried
            if spot is None:
                continue
            past = spot.last
            if spot.slips and found and _is_elsewhere(found[-1], spot):
                continue
            if not (found and self._belongs_to(sentence, found[-1], spot)):
                found.append(spot)
                floor = spot.end
                if len(found) >= MOST_SPOTS:
                    break
        return found

    def _is_times(self, sentence: Sentence, position: int) -> bool:
        """ "teen baar call aaya": how often."""
        if not position or sentence.paused[position] or sentence.words[position].lower not in _TIMES:
            return False
        return sentence.sounds[position - 1] in self._lexicon.numbers or sentence.words[position - 1].text.isdigit()

    def _says_kind(self, sentence: Sentence, position: int, before: Spot) -> bool:
        """Whether the word only says which kind of place the one before is: "Badlapur kotwali"."""
        kind = self._lexicon.kinds.at(sentence.sounds, position)
        return kind is not None and any(hit.entry.kind == kind[0] for hit in before.hits)

    def _openings(self, sentence: Sentence) -> Iterator[tuple[int, bool, bool, bool]]:
        """(position, may be a name, may be a misspelt one, has a flap) of the words that a name may begin with."""
        size, joined, closed = len(sentence), sentence.joined, sentence.closed
        texts = [word.text for word in sentence.words]
        strange = [not self._evidence.is_ordinary(sentence, at) for at in range(size)]
        goes_on = [*(joined[at] and not closed[at] for at in range(1, size)), False, False]
        exact = [*map(self._may_open, texts, (texts[at + 1] if goes_on[at] else "" for at in range(size)))]
        flaps = [_has_flap(text) for text in texts] if _has_flap(sentence.text) else [False] * size
        strange += [False, False]
        for at in range(size):
            near = strange[at] or (goes_on[at] and (strange[at + 1] or (goes_on[at + 1] and strange[at + 2])))
            if (exact[at] or near or flaps[at]) and not closed[at]:
                yield at, exact[at] or flaps[at], near, flaps[at]

    def _opens_name(self, word: str, following: str) -> bool:
        """The quick test before `_exact_at`: the word's skeleton is a name's, or begins one with the next word's."""
        bones = skeleton(word)
        if self._index.has(bones) or word.endswith(NASAL_SIGNS):
            return True
        return bool(following) and self._index.begins(join_skeletons(bones, skeleton(following)))

    def _belongs_to(self, sentence: Sentence, town: Spot, spot: Spot) -> bool:
        """Whether a landmark's everyday name right after a town is that town's own ("Sikrara polytechnic")."""
        stations = {hit.entry.name for hit in town.hits}
        everyday = all(
            hit.entry.kind == "landmark"
            and hit.sound in self._lexicon.shy
            and hit.entry.police_station not in stations  # "Mughalsarai Padao"
            for hit in spot.hits
        )
        offices = all(hit.entry.kind == "post_office" for hit in spot.hits)  # one of them is called "Degree College"
        everyday = everyday or (offices and self._lexicon.landmarks.before(sentence.breaths, spot.last) is not None)
        heaviest = max(hit.entry.weight for hit in town.hits)
        return everyday and town.last == spot.first and WEIGHT["block"] <= heaviest < WEIGHT["district"]

    def _reach(self, sentence: Sentence, position: int) -> int:
        """The furthest end of a name that starts at `position`."""
        return min(sentence.runs[position], position + LONGEST_NAME)

    def _exact_at(self, sentence: Sentence, position: int, floor: int, flapped: bool = False) -> Spot | None:
        reach = self._reach(sentence, position)
        heard = sentence.bones[position:reach]
        if flapped:
            heard = [skeleton(_flapped(word.text)) for word in sentence.words[position:reach]]
        bones, ends = "", []
        for end, bone in enumerate(heard, position + 1):
            bones = join_skeletons(bones, bone)
            if bones and not self._index.begins(bones):
                break
            nasal = sentence.words[end - 1].text.endswith(NASAL_SIGNS)
            if self._index.has(bones) or (nasal and self._index.has(bones + "n")):
                ends.append(end)
        if not ends:
            return None
        words = [_flapped(word.text) if flapped else word.text for word in sentence.words[position:reach]]
        for end in reversed(ends):
            if self._is_chance(sentence, position, end):
                continue
            hits = self._index.exact(words[: end - position])
            if self._swallows_town(sentence, position, end, hits):
                continue
            spot = self._accept(sentence, position, end, hits, floor) if hits else None
            if spot is not None:
                shorter = self._town_within(sentence, position, end, ends, floor) if spot.small else None
                return shorter or spot
        return None

    def _town_within(self, sentence: Sentence, first: int, last: int, ends: list[int], floor: int) -> Spot | None:
        """The town of "Saidpur bazar", where a post office is called so but the town is meant."""
        for end in reversed(ends):
            nouns = self._lexicon.landmarks.at(sentence.breaths[:last], end)
            if end < last and (nouns or self._lexicon.kinds.at(sentence.sounds[:last], end)):
                hits = self._index.exact([word.text for word in sentence.words[first:end]])
                spot = self._accept(sentence, first, end, hits, floor) if hits else None
                if spot is not None and not spot.small and not spot.slips:
                    return spot
        return None

    def _is_chance(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a run of words sounds like a name only because a particle was run into it ("us ka" is no Uska);
        not so a river that is spelt as it is called ("sai nadi")."""
        if last - first == 1 and self._is_river(sentence, first):
            return False
        for sound in (sentence.sounds[first], sentence.sounds[last - 1]):
            if sound in self._lexicon.function or (
                last - first > 1 and len(sound) <= 3 and sound in self._lexicon.particles
            ):
                return True
        return False

    def _is_river(self, sentence: Sentence, position: int) -> bool:
        """Whether the word is a river's name to the letter, and says that it is one."""
        kind = self._lexicon.kinds.at(sentence.sounds, position + 1)
        if kind is None or kind[0] != "river":
            return False
        word = sentence.words[position].text.lower()
        hits = self._index.exact([word])
        return any(hit.entry.kind == "river" and word in map(str.lower, hit.entry.names) for hit in hits)

    def _near_at(self, sentence: Sentence, position: int, floor: int) -> tuple[Spot | None, int]:
        """A misspelt name of three words to one; and how many were looked up."""
        tried, sounds, function = 0, sentence.sounds, self._lexicon.function
        reach = position
        while reach < min(sentence.runs[position], position + 3):
            if len(sounds[reach]) < 2 or sounds[reach] in function:
                break
            reach += 1
        if reach == position:
            return None, 0
        opens_ordinary = self._evidence.is_ordinary(sentence, position)
        for end in range(reach, position, -1):
            if opens_ordinary and (end - position < 2 or sum(map(len, sounds[position:end])) < LONG_NAME):
                continue
            if end > position + 1 and (sounds[end - 1].isdigit() or self._evidence.is_ordinary(sentence, end - 1)):
                continue
            tried += 1
            hits = self._index.near([word.text for word in sentence.words[position:end]])
            if hits and opens_ordinary:
                hits = [hit for hit in hits if not hit.entry.small and len(hit.sound) >= LONG_NAME]
            if not hits or self._swallows_town(sentence, position, end, hits):
                continue
            spot = self._accept(sentence, position, end, hits, floor)
            if spot is not None:
                return self._with_noun(sentence, spot, floor), tried
        return None, tried

    def _with_noun(self, sentence: Sentence, spot: Spot, floor: int) -> Spot:
        """ "Wajitpur Tiraha": the landmark that is called so with its noun, where the misspelt word is one as well."""
        if spot.hits[0].entry.kind != "landmark" or spot.last >= len(sentence) or not sentence.joined[spot.last]:
            return spot
        if self._lexicon.landmarks.at(sentence.breaths, spot.last) is None:
            return spot
        called = self._index.exact([*spot.hits[0].entry.name.split(), sentence.words[spot.last].text])
        hits = [replace(hit, slips=spot.slips) for hit in called if not hit.slips and hit.entry.kind == "landmark"]
        return (self._accept(sentence, spot.first, spot.last + 1, hits, floor) if hits else None) or spot

    def _swallows_town(self, sentence: Sentence, first: int, last: int, hits: list[Hit]) -> bool:
        """Whether the words are heard as misspelt villages though one of them is a town's or thana's own name."""
        if last - first < 2 or not hits or not hits[0].slips or not all(hit.entry.small for hit in hits):
            return False
        return any(
            not hit.entry.small and not hit.slips
            for position in range(first, last) if self._index.has(sentence.bones[position])
            for hit in self._index.exact([sentence.words[position].text])
        )  # fmt: skip

    def _accept(self, sentence: Sentence, first: int, last: int, hits: list[Hit], floor: int) -> Spot | None:
        """The spot, if the evidence carries the kind of name it is."""
        if last - first == 1 and self._evidence.is_surely_not(sentence, first, hits):
            return None
        around = read_surroundings(sentence, self._lexicon, first, last, floor)
        if around.person:
            return None
        if around.kind == "railway_station" and not any(hit.entry.kind == around.kind for hit in hits):
            words = [word.text for word in sentence.words[first:last]]
            hits = self._index.of_kind(words, around.kind) or hits
        judged: dict[tuple[object, ...], bool] = {}
        kept = []
        for hit in hits:
            key = (hit.entry.kind, hit.entry.district, hit.slips, hit.sound, hit.entry.name)
            if key not in judged:
                judged[key] = self._evidence.is_meant(sentence, first, last, hit, around)
            if judged[key]:
                kept.append(hit)
        if not kept:
            return None
        spot = Spot(first, last, kept, around, strong=around.kind is not None or around.placed)
        spot.of_holder = first > 1 and sentence.sounds[first - 1] in OF_THERE and not sentence.paused[first]
        return spot


def _is_elsewhere(holder: Spot, spot: Spot) -> bool:
    """ "Mirzapur ke Ahraura me": what lies in a place outside the range sounds like one of it by chance."""
    heaviest = max((hit.entry for hit in holder.hits), key=lambda entry: entry.weight)
    return heaviest.district == OUTSIDE and holder.around.post == "of" and apart(holder, spot) <= 1


def apart(spot: Spot, other: Spot) -> int:
    """Words between two spots; 0 where they touch."""
    return max(0, max(spot.start, other.start) - min(spot.end, other.end))


def _has_flap(text: str) -> bool:
    return any(flap in text for flap in FLAPS)


def _flapped(word: str) -> str:
    """The word with its flaps as they are romanised less often: ड़ as r, ढ़ as d."""
    for flap, plain in FLAPS.items():
        word = word.replace(flap, plain)
    return word
