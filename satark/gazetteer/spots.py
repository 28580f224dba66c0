"""Finding the places a message names: names by sound, weighed by the evidence that a name of a place is meant."""

from __future__ import annotations

from dataclasses import dataclass, field

from satark.gazetteer.entry import Entry
from satark.gazetteer.index import LONGEST_NAME, Hit, NameIndex
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.surroundings import Surroundings, read_surroundings
from satark.phonetics import join_skeletons

MOST_SLIPS_LOOKED_UP = 300  # misspelt candidates tried in one message
SHORT_ANSWER = 4  # words: a message this short may be nothing but a place


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
        while position < len(sentence):
            spot = self._exact_at(sentence, position)
            if spot is None and tries < MOST_SLIPS_LOOKED_UP:
                spot, tried = self._near_at(sentence, position)
                tries += tried
            if spot is None:
                position += 1
            else:
                found.append(spot)
                position = spot.last
        return found

    def _reach(self, sentence: Sentence, position: int) -> int:
        """The furthest end of a name that starts at `position`."""
        end = position
        while end < len(sentence) and end - position < LONGEST_NAME and not sentence.closed[end]:
            if end > position and not sentence.joined[end]:
                break
            end += 1
        return end

    def _exact_at(self, sentence: Sentence, position: int) -> Spot | None:
        reach = self._reach(sentence, position)
        bones, ends = "", []
        for end in range(position, reach):
            bones = join_skeletons(bones, sentence.bones[end])
            if self._index.has(bones):
                ends.append(end + 1)
        for end in reversed(ends):
            if end - position > 1 and self._is_chance(sentence, position, end):
                continue
            hits = self._index.exact([word.text for word in sentence.words[position:end]])
            spot = self._accept(sentence, position, end, hits) if hits else None
            if spot is not None:
                return spot
        return None

    def _is_chance(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a run of words sounds like a name only because a particle was run into it ("us ka" is no Uska)."""
        function = self._lexicon.function
        return sentence.sounds[first] in function or sentence.sounds[last - 1] in function

    def _near_at(self, sentence: Sentence, position: int) -> tuple[Spot | None, int]:
        """A misspelt name of three words to one; and how many were looked up."""
        tried = 0
        reach = min(self._reach(sentence, position), position + 3)
        for end in range(reach, position, -1):
            sounds = sentence.sounds[position:end]
            if any(sound in self._lexicon.function or len(sound) < 2 for sound in sounds):
                continue
            if all(self._is_ordinary(sound) for sound in sounds):
                continue
            tried += 1
            hits = self._index.near([word.text for word in sentence.words[position:end]])
            spot = self._accept(sentence, position, end, hits) if hits else None
            if spot is not None:
                return spot, tried
        return None, tried

    def _is_ordinary(self, sound: str) -> bool:
        lexicon = self._lexicon
        return (
            sound in lexicon.common
            or sound in lexicon.function
            or sound in lexicon["motion"]
            or sound in lexicon["self"]
            or sound in lexicon["landmark_modifiers"]
            or sound in lexicon["people"]
            or sound in lexicon["officers"]
            or sound in lexicon["name_after"]
            or sound in lexicon["place_words"]
            or lexicon.landmarks.at([sound], 0) is not None
            or lexicon.kinds.at([sound], 0) is not None
            or lexicon.after.at([sound], 0) is not None
        )

    def _accept(self, sentence: Sentence, first: int, last: int, hits: list[Hit]) -> Spot | None:
        """The spot, if the evidence carries the kind of name it is."""
        around = read_surroundings(sentence, self._lexicon, first, last)
        if around.person:
            return None
        kept = [hit for hit in hits if self._is_meant(sentence, first, last, hit, around)]
        if not kept:
            return None
        return Spot(first, last, kept, around, strong=around.kind is not None or around.placed)

    def _is_meant(self, sentence: Sentence, first: int, last: int, hit: Hit, around: Surroundings) -> bool:
        lexicon, entry = self._lexicon, hit.entry
        sounds = sentence.sounds[first:last]
        ordinary = all(self._is_ordinary(sound) for sound in sounds)
        named = around.kind is not None and not around.kind_is_landmark
        capital = all(sentence.capital(position) for position in range(first, last))
        short = len(sentence) <= SHORT_ANSWER
        if entry.kind == "river" and hit.slips == 0 and not ordinary:
            return around.kind == "river" or around.placed or hit.sound not in lexicon.shy
        if ordinary:
            if entry.small:
                return named and hit.slips == 0 and last - first == 1 and around.kind in {"village", "gram_panchayat"}
            if hit.sound in lexicon.shy and entry.kind == "police_station":
                return hit.slips == 0 and (named or around.placed)
            return hit.slips == 0 and (last - first > 1 or (named and entry.kind != "railway_station"))
        if hit.sound in lexicon.shy or len(hit.sound) <= 3:
            return hit.slips == 0 and (named or around.placed or around.leans or capital or short)
        settled = self._sounds_settled(sentence, last)
        if not entry.small:
            if hit.slips <= 0:
                return True
            length = len(hit.sound)
            if length >= 6 and hit.slips <= 1:
                return settled or named or around.placed or around.leans or capital or short
            return length >= 5 and (named or around.placed or (around.leans and length >= 6) or (short and length >= 6))
        if hit.slips == 0:
            return named or around.placed or capital or short or settled or (around.leans and len(hit.sound) >= 4)
        return len(hit.sound) >= 5 and (named or (around.placed and len(hit.sound) >= 6) or (settled and around.leans))

    def _sounds_settled(self, sentence: Sentence, last: int) -> bool:
        word = sentence.words[last - 1].text.lower()
        return len(word) >= 6 and word.endswith(self._lexicon.strong_endings)
