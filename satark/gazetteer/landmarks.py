"""Places that no directory holds: "Bhadaila chauraha", "shiv mandir ke peeche", "Tetarpur gaon me"."""

from __future__ import annotations

from functools import lru_cache

from satark.gazetteer.index import REMEMBERED
from satark.gazetteer.lexicon import Lexicon, breathed_key
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spots import MOST_SPOTS, Spot
from satark.gazetteer.surroundings import Surroundings, read_surroundings
from satark.phonetics import sound_key

LONGEST_OWN_NAME = 2  # unknown words before a landmark's noun that may be its name
# Relations that tell where in a named place: "Saidpur me bank ke samne".
_BESIDE = frozenset({"near", "next to", "behind", "in front of", "beside", "under", "outside"})
# Kinds that are landmarks where no name is told: "thane ke samne", "station ke peeche".
_UNNAMED = frozenset({"police_station", "block", "tehsil", "railway_station", "post_office"})


class LandmarkFinder:
    """Finds landmark nouns with the words that name or describe them, and unknown settlements."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = lru_cache(maxsize=REMEMBERED)(self._judge)
        self._nouns = lexicon.landmarks.openings()
        self._kinds = lexicon.kinds.openings()

    def spots(self, sentence: Sentence, taken: list[bool]) -> list[Spot]:
        """Spots without an entry, over words not `taken` yet (a flag a word, set here for words used)."""
        found: list[Spot] = []
        for position in range(len(sentence)):
            if len(found) >= MOST_SPOTS:
                break
            if taken[position] or sentence.closed[position]:
                continue
            spot = None
            if sentence.breaths[position] in self._nouns or sentence.sounds[position] in self._kinds:
                spot = self._landmark_at(sentence, position, taken)
            if spot is None and self._names(sentence.words[position].text):
                spot = self._settlement_at(sentence, position, taken)
            if spot is not None:
                found.append(spot)
                for used in range(spot.start, spot.end):
                    taken[used] = True
        return found

    def _landmark_at(self, sentence: Sentence, position: int, taken: list[bool]) -> Spot | None:
        lexicon, sounds = self._lexicon, sentence.sounds
        by_chance = sentence.words[position].lower in lexicon.no_landmarks
        noun = None if by_chance else lexicon.landmarks.at(sentence.breaths, position)
        kind = lexicon.kinds.at(sounds, position)
        is_village = kind is not None and kind[0] in {"village", "gram_panchayat"}
        if noun is None and kind is not None and kind[0] in _UNNAMED:
            noun = kind
        if kind is not None and noun is kind and position and sounds[position - 1] in lexicon["no_stations"]:
            return None
        if noun is None and not is_village:
            return None
        size = noun[1] if noun else kind[1] if kind else 0
        if any(taken[position : position + size]):
            return None
        first, own_name = self._reach_back(sentence, position, taken)
        if first and not sentence.paused[first] and sounds[first - 1] in lexicon["self"]:
            return None
        if noun is None and not own_name:
            return None
        if self._is_somebodys(sentence, first, position, taken):
            return None
        around = read_surroundings(sentence, lexicon, first, position + size)
        word = "".join(sounds[position : position + size])
        bare = first == position and word in lexicon["bare_nouns"]
        bare = bare and not (around.relation in _BESIDE and self._within_another(sentence, around, taken))
        bare = bare or (noun is kind and not is_village and around.relation is None)
        if bare or (
            not around.placed and not self._stands_alone(sentence, around) and not self._capital(sentence, first)
        ):
            return None
        if around.post == "in" and around.relation is None and sounds[around.end - 1] in lexicon["on_words"]:
            around.relation = "on" if word in lexicon["on_nouns"] else "at"
        listed = noun[0].replace("_", " ") if noun else None
        return Spot(first, position + size, [], around, noun=word if noun else None, listed=listed, own_name=own_name)

    def _within_another(self, sentence: Sentence, around: Surroundings, taken: list[bool]) -> bool:
        """Whether a place is named right beside: "Saidpur me bank ke samne", "behind the bank in Saidpur"."""
        before, after = around.start - 1, around.end
        if before > 0 and sentence.sounds[before] in self._lexicon["locatives"] and not sentence.paused[around.start]:
            before -= 1
        if after < len(sentence) and sentence.sounds[after] in self._lexicon["english_in"]:
            after += 1
        return (before >= 0 and taken[before] and not any(sentence.paused[before + 1 : around.start + 1])) or (
            after < len(sentence) and taken[after] and not any(sentence.paused[around.end : after + 1])
        )

    def _is_somebodys(self, sentence: Sentence, first: int, noun: int, taken: list[bool]) -> bool:
        """ "Irfan's godown", "Ashok ke godam me": premises told by their owner only."""
        lexicon = self._lexicon
        if sentence.sounds[noun] not in lexicon["private_nouns"]:
            return False
        if any(sentence.words[at].lower.endswith(("'s", "’s")) for at in range(max(0, first - 1), noun)):
            return True
        owner = first - 2
        if owner < 0 or sentence.paused[first] or sentence.sounds[first - 1] not in lexicon["possessives"]:
            return False
        is_named = sentence.capital(owner) or sentence.sounds[owner] in lexicon.given_names or sentence.closed[owner]
        return is_named and not taken[owner]

    def _stands_alone(self, sentence: Sentence, around: Surroundings) -> bool:
        return around.start == 0 and around.end >= len(sentence)

    def _capital(self, sentence: Sentence, position: int) -> bool:
        return sentence.capital(position) and self._may_name(sentence, position)

    def _reach_back(self, sentence: Sentence, position: int, taken: list[bool]) -> tuple[int, bool]:
        """(first word, whether an unknown word names it) of the phrase that a noun at `position` closes."""
        first, unknown = position, 0
        while (
            first
            and sentence.joined[first]
            and not sentence.starts[first]
            and not taken[first - 1]
            and not sentence.closed[first - 1]
        ):
            sound = sentence.sounds[first - 1]
            if sound in self._lexicon["landmark_modifiers"] and sound not in self._lexicon.function:
                first -= 1
            elif unknown < LONGEST_OWN_NAME and self._may_name(sentence, first - 1):
                first, unknown = first - 1, unknown + 1
            else:
                break
        return first, unknown > 0

    def _may_name(self, sentence: Sentence, position: int) -> bool:
        return self._names(sentence.words[position].text)

    def _judge(self, word: str) -> bool:
        """Whether a word by itself may be a name."""
        lexicon, sound = self._lexicon, sound_key(word)
        if len(sound) < 3 or sound.endswith("kar") or sound in lexicon["office_words"]:
            return False
        return not lexicon.is_ordinary(sound, breathed_key(word)) and not any(letter.isdigit() for letter in word)

    def _settlement_at(self, sentence: Sentence, position: int, taken: list[bool]) -> Spot | None:
        """An unknown word that ends like a settlement's name, or a capitalised one that the words place."""
        word = sentence.words[position].lower
        if word.endswith(("'s", "’s")) or sentence.sounds[position] in self._lexicon["no_stations"]:
            return None
        ends_so = len(word) >= 6 and word.endswith(self._lexicon.settled_endings)
        if not ends_so and not sentence.capital(position):
            return None
        around = read_surroundings(sentence, self._lexicon, position, position + 1)
        if around.person or any(taken[around.start : around.end]):
            return None
        placed = around.placed or around.lead is not None
        alone = len(sentence) <= 2
        if ends_so and (placed or around.leans or alone or sentence.capital(position)):
            return Spot(position, position + 1, [], around, own_name=True)
        is_acronym = sentence.words[position].text.isupper()  # OLX, UPI
        capital = sentence.capital(position) and not is_acronym
        if around.relation == "near" and around.lead is None and around.kind is None:
            return None  # "Bittu ke paas 3 pistol hai"
        if capital and (around.lead == "in" or around.relation is not None or around.post == "in"):
            return Spot(position, position + 1, [], around, own_name=True)
        return None


def settle_kind(spot: Spot) -> str:
    """The kind of a place that no directory holds."""
    around: Surroundings = spot.around
    if spot.noun is not None or around.noun is not None:
        return "landmark"
    return "village" if around.kind in {None, "village", "town"} else str(around.kind)
