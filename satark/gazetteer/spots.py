"""Finding the places a message names: names by sound, weighed by the evidence that a name of a place is meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from satark.gazetteer.entry import OUTSIDE, WEIGHT, Entry
from satark.gazetteer.index import LONGEST_NAME, Hit, NameIndex
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.surroundings import Surroundings, read_surroundings
from satark.phonetics import join_skeletons, skeleton

FLAPS = {"ड\u093c": "र", "ढ\u093c": "ढ"}  # heard and romanised as d or as r: मड़ियाहूं is Mariahu
LOOSE_KINDS = frozenset({"landmark", "railway_station", "road"})  # a slip in such a name needs more than a postposition
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
    own_name: bool = False
    strong: bool = False
    wides: list[Entry] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(self.first, self.around.start)

    @property
    def end(self) -> int:
        return max(self.last, self.around.end)

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

    def spots(self, sentence: Sentence) -> list[Spot]:
        """Every place of the gazetteer that the sentence names, in order, none overlapping."""
        found: list[Spot] = []
        position, tries = 0, 0
        flaps = any(flap in sentence.text for flap in FLAPS)
        while position < len(sentence) and len(found) < MOST_SPOTS:
            floor = found[-1].end if found else 0
            spot = self._exact_at(sentence, position, floor)
            if spot is None and flaps and any(flap in sentence.words[position].text for flap in FLAPS):
                spot = self._exact_at(sentence, position, floor, flapped=True)
            if spot is None and tries < MOST_SLIPS_LOOKED_UP:
                spot, tried = self._near_at(sentence, position, floor)
                tries += tried
            if spot is None:
                position += 1
            else:
                if not (found and self._belongs_to(found[-1], spot)):
                    found.append(spot)
                position = spot.last
        return found

    def _belongs_to(self, town: Spot, spot: Spot) -> bool:
        """Whether a landmark's everyday name right after a town is that town's own ("Sikrara polytechnic")."""
        everyday = all(hit.entry.kind == "landmark" and hit.sound in self._lexicon.shy for hit in spot.hits)
        heaviest = max(hit.entry.weight for hit in town.hits)
        return everyday and town.last == spot.first and WEIGHT["block"] <= heaviest < WEIGHT["district"]

    def _reach(self, sentence: Sentence, position: int) -> int:
        """The furthest end of a name that starts at `position`."""
        closed, joined = sentence.closed, sentence.joined
        if closed[position]:
            return position
        last = min(position + LONGEST_NAME, len(closed))
        end = position + 1
        while end < last and joined[end] and not closed[end]:
            end += 1
        return end

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
            if self._index.has(bones):
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
        tried = 0
        reach = min(self._reach(sentence, position), position + 3)
        sounds = sentence.sounds
        for end in range(position, reach):
            if len(sounds[end]) < 2 or sounds[end] in self._lexicon.function:
                reach = end
        if reach == position:
            return None, 0
        opens_ordinary = self._is_ordinary(sentence, position)
        for end in range(reach, position, -1):
            if opens_ordinary and (end - position < 2 or sum(map(len, sounds[position:end])) < LONG_NAME):
                continue
            if self._is_ordinary(sentence, end - 1):
                continue
            tried += 1
            hits = self._index.near([word.text for word in sentence.words[position:end]])
            if opens_ordinary:
                hits = [hit for hit in hits if not hit.entry.small and len(hit.sound) >= LONG_NAME]
            if self._swallows_town(sentence, position, end, hits):
                continue
            spot = self._accept(sentence, position, end, hits, floor) if hits else None
            if spot is not None:
                return spot, tried
        return None, tried

    def _swallows_town(self, sentence: Sentence, first: int, last: int, hits: list[Hit]) -> bool:
        """Whether the words are heard as misspelt villages though one of them is a town's or thana's own name."""
        if last - first < 2 or not hits or not hits[0].slips or not all(hit.entry.small for hit in hits):
            return False
        return any(
            not hit.entry.small and not hit.slips
            for position in range(first, last) if self._index.has(sentence.bones[position])
            for hit in self._index.exact([sentence.words[position].text])
        )  # fmt: skip

    def _is_ordinary(self, sentence: Sentence, position: int) -> bool:
        return self._lexicon.is_ordinary(sentence.sounds[position], sentence.breaths[position])

    def _accept(self, sentence: Sentence, first: int, last: int, hits: list[Hit], floor: int) -> Spot | None:
        """The spot, if the evidence carries the kind of name it is."""
        around = read_surroundings(sentence, self._lexicon, first, last, floor)
        if around.person:
            return None
        kept = [hit for hit in hits if self._is_meant(sentence, first, last, hit, around)]
        if not kept:
            return None
        return Spot(first, last, kept, around, strong=around.kind is not None or around.placed)

    def _is_meant(self, sentence: Sentence, first: int, last: int, hit: Hit, around: Surroundings) -> bool:
        lexicon, entry = self._lexicon, hit.entry
        ordinary = all(self._is_ordinary(sentence, position) for position in range(first, last))
        capital = all(sentence.capital(position) for position in range(first, last))
        alone = sentence.stands_alone(around.start, around.end)
        placed = around.placed or alone
        named = around.kind is not None
        if ordinary:
            return self._is_meant_though_ordinary(hit, around, last - first, capital)
        if entry.kind == "river" and (hit.slips or hit.sound in lexicon.shy):
            return hit.slips <= 1 and around.kind == "river"
        if hit.sound in lexicon.shy or len(hit.sound) <= 3:
            return hit.slips == 0 and (named or placed or around.leans or capital)
        settled = self._sounds_settled(sentence, last)
        if entry.small and hit.slips < 1 and len(hit.sound) >= 5 and self._before_holder(sentence, last, entry):
            return True
        if hit.slips and (entry.district == OUTSIDE or entry.kind in LOOSE_KINDS):
            long = len(hit.sound) >= (5 if around.kind == entry.kind else 6)
            return hit.slips <= 1 and long and (settled or named or capital)
        if entry.small:
            return self._is_small_meant(hit, around, placed, capital, settled)
        if hit.slips <= 0:
            return True
        length = len(hit.sound)
        if length >= 6 and hit.slips <= 1:
            return settled or named or placed or around.leans or capital
        return length >= 5 and (named or placed or (around.leans and length >= 6))

    def _before_holder(self, sentence: Sentence, last: int, village: Entry) -> bool:
        """Whether the village's own town, thana, tehsil or district follows: "Chorouli Chakia"."""
        for end in (last + 1, last + 2):
            if end > len(sentence) or sentence.starts_sentence(end - 1) or sentence.closed[end - 1]:
                return False
            if self._index.has("".join(sentence.bones[last:end])) and any(
                hit.slips == 0 and not hit.entry.small and hit.entry.district == village.district
                for hit in self._index.exact([word.text for word in sentence.words[last:end]])
            ):
                return True
        return False

    def _is_meant_though_ordinary(self, hit: Hit, around: Surroundings, words: int, capital: bool) -> bool:
        """A name that is also an everyday word: only with a word of kind, a village also needs a capital."""
        if hit.slips:
            return False
        if hit.entry.small:
            return (capital or words > 1) and around.kind in {"village", "gram_panchayat"}
        if hit.sound in self._lexicon.shy and hit.entry.kind == "police_station":
            return around.kind is not None or around.placed
        return words > 1 or around.kind == hit.entry.kind

    def _is_small_meant(self, hit: Hit, around: Surroundings, placed: bool, capital: bool, settled: bool) -> bool:
        """Villages and post offices are so many that a bare word, and still more a misspelt one, needs evidence."""
        named = around.kind is not None
        if hit.slips == 0 or (hit.slips < 1 and len(hit.sound) >= 7):
            return named or placed or capital or settled or (around.leans and len(hit.sound) >= 5)
        if hit.slips > 1 or len(hit.sound) < 5:
            return False
        if settled:
            return placed or around.leans or named or capital
        if hit.slips <= 0.5 and len(hit.sound) >= 6 and around.placed:
            return True
        return placed and (capital or (named and (hit.slips < 1 or len(hit.sound) >= 6)))

    def _sounds_settled(self, sentence: Sentence, last: int) -> bool:
        word = sentence.words[last - 1].text.lower()
        return len(word) >= 6 and word.endswith(self._lexicon.settled_endings)


def _flapped(word: str) -> str:
    """The word with its flaps as they are romanised less often: ड़ as r, ढ़ as d."""
    for flap, plain in FLAPS.items():
        word = word.replace(flap, plain)
    return word
