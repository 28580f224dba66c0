"""What each named place does in the message: where it happened, an end of a journey, a home, an office told."""

from __future__ import annotations

import itertools

from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spots import Spot, apart
from satark.gazetteer.stays import StayReader
from satark.phonetics import sound_key

_OF_THERE = frozenset(sound_key(word) for word in ("wala", "wale", "wali", "walo", "walon"))
_ACROSS = frozenset(sound_key(word) for word in ("paar", "पार"))
_AGENTS = frozenset(sound_key(word) for word in ("dalal", "agent", "vyapari", "thekedar", "दलाल", "एजेंट", "व्यापारी"))
_LIVES = frozenset({"lives", "resides", "stays"})
_SO_CALLED = frozenset({"is", "was", "one", "named", "called", "name"})  # before somebody's name
LONGEST_NAME = 3
_CASES = frozenset(sound_key(word) for word in ("ko", "ne", "se", "को", "ने", "से"))
NEXT_END = 7  # words from the origin's name to the destination's
NEXT_CALL = 4  # words from a place to the call that comes from it
NEXT_MENDED = 9  # words from a place that was wrong to the right one
NEXT_SPEAKER = 3  # words from "maine" to the place told
NEXT_VERB = 6  # words from a name to the verb of motion or of telling that governs it


class RoleReader:
    """Gives every spot its role: in, origin, destination, via, road, people, kin, home, work, address, office,
    denied."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._stays = StayReader(lexicon)

    def assign(self, sentence: Sentence, spots: list[Spot]) -> None:
        """Sets `role` of each spot; `spots` in order of the text."""
        for number, spot in enumerate(spots):
            following = spots[number + 1] if number + 1 < len(spots) else None
            if spot.role != "in":
                continue
            if len(spots) > 1 and (
                self._is_denied(sentence, spot, following) or self._is_mended(sentence, spot, following)
            ):
                spot.role = "denied"
            elif spot.around.matter:
                continue
            elif stay := self._stays.role(sentence, spot):
                spot.role = stay
            elif (
                self._is_somebodys(sentence, spot, following)
                or self._holds_people(sentence, spot, following)
                or self._is_their_stay(sentence, spot)
                or self._is_earlier(sentence, spot, spots)
            ):
                spot.role = "people"
            elif self._is_road(sentence, spot):
                spot.role = "road"
            elif self._is_office(sentence, spot):
                spot.role = "office"
            elif (spot.around.via and spot.around.relation is None) or self._is_crossed(sentence, spot):
                spot.role = "via"
            elif following is not None and self._starts_journey(sentence, spot, following):
                spot.role = "origin"
                following.role = "via" if following.around.via else "destination"
            elif self._is_origin(sentence, spot):
                spot.role = "origin"
            elif self._is_destination(sentence, spot, spots[:number]):
                spot.role = "destination"
        self._join_roads(sentence, spots)
        for spot, following in itertools.pairwise(spots):
            beside = following.around.relation == "towards"  # "our house in Karjara, Sakaldiha side"
            chained = spot.role in {"home", "address"} and spot.around.post is None
            chained = chained and (following.role == "in" or (beside and following.role == "destination"))
            holds = following.around.post is None or all(hit.entry.kind in WIDE_KINDS for hit in following.hits)
            holds = holds or beside
            if chained and holds and apart(spot, following) == 0:
                following.role = spot.role  # "resident of Kochari, Mariahu"
        remote = not self._lexicon["remote_words"].isdisjoint(sentence.sounds)
        signed, speaks = self._stays.signature(sentence, spots), self._stays.heading(sentence)
        for spot in spots:
            if spot.start >= signed:
                spot.role = "address"
            elif spot.end <= speaks and (remote or any(other.start >= speaks and other.hits for other in spots)):
                spot.role = "office"

    def _is_denied(self, sentence: Sentence, spot: Spot, following: Spot | None) -> bool:
        """ "Saidpur nahi, Sadat", "not Saidpur, it is Sadat", "I wrote Saidpur by mistake": taken back."""
        lexicon, sounds = self._lexicon, sentence.sounds
        at = spot.start - 1 if spot.start and sounds[spot.start - 1] in lexicon["english_in"] else spot.start
        if lexicon.denied_before.before(sounds, at) is not None and not sentence.paused[at]:
            return True
        denied = lexicon.denied_after.at(sounds, spot.end)
        if denied is None or sentence.paused[spot.end] or following is None:
            return False
        after = spot.end + denied[1]
        turned = after < len(sentence) and (sentence.paused[after] or sounds[after] in lexicon["rather_words"])
        return turned or following.start <= after or denied[1] > 1

    def _is_their_stay(self, sentence: Sentence, spot: Spot) -> bool:
        """ "he himself lives across the river in X": where somebody told of lives."""
        if spot.around.lead != "in":
            return False
        first = max(sentence.bounds(spot.start)[0], spot.start - NEXT_VERB)
        return any(sentence.words[at].lower in _LIVES for at in range(first, spot.start))

    def _is_earlier(self, sentence: Sentence, spot: Spot, spots: list[Spot]) -> bool:
        """ "last year he was caught in X too": told beside what is reported, in a sentence of its own."""
        first, last = sentence.bounds(spot.start)
        sounds = sentence.sounds[first:last]
        if self._lexicon["caught_words"].isdisjoint(sounds) or self._lexicon["earlier_words"].isdisjoint(sounds):
            return False
        return any(other.hits and not first <= other.first < last for other in spots)

    def _is_mended(self, sentence: Sentence, spot: Spot, following: Spot | None) -> bool:
        """ "maine Sujanganj bola tha, wo Sureri hai", "I said Sadat but it is Nandganj", "change Saidpur to Zamania":
        told before, and put right by the place that follows."""
        if following is None or spot.around.post == "in" or following.first - spot.last > NEXT_MENDED:
            return False
        lexicon, sounds = self._lexicon, sentence.sounds
        between = sounds[spot.last : following.first]
        if spot.first and sounds[spot.first - 1] in lexicon["mending"]:
            return len(between) == 1 and between[0] in lexicon["mended_to"]
        paused = spot.last < len(sentence) and sentence.paused[spot.last]
        told = None if paused else lexicon.retold_after.at(sounds, spot.last)
        said = lexicon.retold_before.before(sounds, spot.first) is not None
        if told is not None:
            between = between[told[1] :]
            if told[0] == "mended":
                return not between  # "Sakaldiha should be Baburi"
            said = said or not lexicon["retellers"].isdisjoint(sounds[max(0, spot.first - NEXT_SPEAKER) : spot.first])
        return said and not lexicon["mended"].isdisjoint(between)

    def _is_crossed(self, sentence: Sentence, spot: Spot) -> bool:
        """ "Karamnasa paar karke": a river on the way."""
        crossed = spot.last < len(sentence) and sentence.sounds[spot.last] in _ACROSS
        return crossed and any(hit.entry.kind == "river" for hit in spot.hits)

    def _after(self, sentence: Sentence, spot: Spot) -> int:
        return max(spot.last, spot.around.end)

    def _moves(self, sentence: Sentence, start: int, stop: int) -> bool:
        """Whether a verb of motion stands among the words [start, stop) of the same clause."""
        for position in range(start, min(stop, len(sentence))):
            if position > start and sentence.starts_sentence(position):
                return False
            if sentence.sounds[position] in self._lexicon["motion"]:
                return True
        return False

    def _starts_journey(self, sentence: Sentence, spot: Spot, following: Spot) -> bool:
        if following.first - spot.last > NEXT_END or any(
            sentence.starts_sentence(position) for position in range(spot.last, following.first)
        ):
            return False
        if self._is_road(sentence, following):
            return False
        ends = following.around
        after = self._after(sentence, following)
        to_end = ends.post in {"to", "towards"} or ends.lead == "to" or self._goes_on(sentence, after)
        if spot.around.lead == "from":
            return ends.lead == "to" or to_end
        if spot.around.post != "from" or spot.around.relation is not None:
            return ends.lead == "to" and following.first - spot.last == 1 and spot.around.lead is None
        if ends.post == "in" and ends.relation != "towards":
            return False
        adjacent = following.start - self._after(sentence, spot) <= 1 and not sentence.paused[following.start]
        return to_end or (adjacent and (ends.post in {None, "of"})) or self._moves(sentence, after, after + NEXT_VERB)

    def _goes_on(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb of motion or a word like "tak", "ke liye" follows directly."""
        lexicon, sounds = self._lexicon, sentence.sounds
        for position in range(at, min(at + 2, len(sentence))):
            if sentence.paused[position] or sentence.is_and(position) or sentence.is_article(position):
                return False
            if sounds[position] in lexicon["motion"] or sounds[position] in lexicon["onward"]:
                return True
            if sounds[position] not in lexicon["possessives"] and sounds[position] not in lexicon["to_words"]:
                return False
        return False

    def _is_origin(self, sentence: Sentence, spot: Spot) -> bool:
        sided = spot.around.relation == "towards" and spot.around.lead == "from"  # "from Chandauli side"
        if (spot.around.relation is not None and not sided) or all(hit.entry.kind == "river" for hit in spot.hits):
            return False
        come = sentence.sounds[max(0, spot.start - NEXT_VERB) : spot.start]
        if spot.around.lead == "from" and not self._lexicon["coming_words"].isdisjoint(come):
            return True  # "we had come from Jaunpur"
        if spot.around.post == "from" or spot.around.lead == "from":
            start = spot.last if spot.around.post == "from" else max(0, spot.first - NEXT_VERB)
            stop = self._after(sentence, spot) + NEXT_VERB + 2 + (0 if spot.around.post == "from" else 2)
            return self._moves(sentence, start, stop) and not self._is_robbed(sentence, spot)
        return False

    def _is_robbed(self, sentence: Sentence, spot: Spot) -> bool:
        """ "Cholapur se chori ho gayi": nothing sets out from there; not so "Cholapur se chori ka maal jata hai"."""
        at, sounds = self._after(sentence, spot), sentence.sounds
        for position in range(at, min(at + NEXT_VERB, len(sentence) - 1)):
            if position > at and sentence.starts_sentence(position):
                return False
            if sounds[position] in self._lexicon["coming_words"]:
                return False
            if sounds[position] in self._lexicon["taken_words"]:
                return sounds[position + 1] not in self._lexicon["possessives"]
        return False

    def _is_destination(self, sentence: Sentence, spot: Spot, earlier: list[Spot]) -> bool:
        around = spot.around
        after = self._after(sentence, spot)
        if around.lead in {"from", "of"}:
            return False
        if around.post == "towards" or around.lead == "to":
            first = sentence.bounds(spot.first)[0] if around.post == "towards" else max(0, spot.first - 8)
            verb = self._moves(sentence, after, after + NEXT_VERB) or self._moves(sentence, first, spot.first)
            return verb or any(other.role == "origin" for other in earlier)
        if around.relation is not None or around.post == "in" or around.lead in {"in", "from"}:
            return False
        if around.post == "from" or (after < len(sentence) and sentence.words[after].lower.endswith("ing")):
            return False  # "near the college Nandganj taking photos"
        return self._goes_on(sentence, after)

    def _is_somebodys(self, sentence: Sentence, spot: Spot, following: Spot | None) -> bool:
        """ "Ghazipur ke Raju ne", "Baburi ka [reporter post]": somebody told by the place."""
        at = self._after(sentence, spot)
        if spot.around.post != "of" or at + 1 >= len(sentence) or (following and following.start <= at + 2):
            return False
        return self._is_somebody(sentence, at + 1)

    def _holds_people(self, sentence: Sentence, spot: Spot, following: Spot | None) -> bool:
        """ "Saidpur ke do log", "Rampur ka pradhan": told by their place, the event's where no other is named."""
        if self._lexicon.people_before.before(sentence.sounds, spot.start) and not sentence.paused[spot.start]:
            return not self._moves(sentence, max(0, spot.start - NEXT_VERB), spot.start)
        at = self._after(sentence, spot) + 1
        if self._is_from_there(sentence, spot) or _is_named_by_it(sentence, spot):
            return True
        if spot.around.post in {"from", "of"} and self._calls(sentence, at, following):
            return True
        if spot.around.post != "of" or at >= len(sentence) or (following and following.start <= at + 1):
            return False
        if self._counts(sentence, at):
            at += 1
        return at < len(sentence) and sentence.sounds[at] in self._lexicon["people"]

    def _calls(self, sentence: Sentence, at: int, following: Spot | None) -> bool:
        """ "Gorakhpur se koi phone karta hai": who calls from there."""
        stop = min(at + NEXT_CALL, len(sentence), following.start if following else len(sentence))
        for position in range(at, stop):
            if sentence.starts[position] or sentence.closed[position]:
                return False
            if sentence.sounds[position] in self._lexicon["caller_words"]:
                return True
        return False

    def _is_from_there(self, sentence: Sentence, spot: Spot) -> bool:
        """ "Dilli wale ko bech diya": somebody of that place, and no "Dilli wali road"."""
        sounds, at = sentence.sounds, self._after(sentence, spot)
        if spot.around.post is not None or at + 1 >= len(sentence) or sentence.paused[at] or sentence.paused[at + 1]:
            return False
        doer = sounds[at + 1] in _CASES or sounds[at + 1] in _AGENTS  # "Dilli wala dalal"
        return doer and sounds[at] in _OF_THERE

    def _counts(self, sentence: Sentence, position: int) -> bool:
        sound = sentence.sounds[position]
        return sound in self._lexicon.numbers or sound in self._lexicon["some_words"]

    def _is_somebody(self, sentence: Sentence, position: int) -> bool:
        """ "Ghazipur ke Raju", "Rampur ka ladka", "Saidpur ke do log": a person follows the possessive."""
        lexicon, sounds = self._lexicon, sentence.sounds
        if self._counts(sentence, position):
            position += 1
        if position >= len(sentence) or sentence.paused[position]:
            return False
        sound = sounds[position]
        if sound in lexicon["officers"]:
            return False
        if sound in lexicon["people"]:
            return False
        end = position + 1
        follows = end < len(sentence) and not sentence.paused[end] and sounds[end] in lexicon["name_after"]
        known = (
            lexicon.kinds.at(sounds, position)
            or lexicon.landmarks.at(sentence.breaths, position)
            or lexicon.after.at(sounds, position)
        )
        return not known and (sentence.capital(position) or follows or sound in lexicon.given_names)

    def _is_road(self, sentence: Sentence, spot: Spot) -> bool:
        if self._leads_along(sentence, self._after(sentence, spot)):
            return True
        noun = spot.around.noun
        if (
            noun is None
            or noun not in self._lexicon["road_nouns"]
            or any(hit.entry.kind == "road" for hit in spot.hits)
        ):
            return False
        return bool(spot.hits) and sentence.sounds[spot.last] in self._lexicon["road_nouns"]

    def _leads_along(self, sentence: Sentence, at: int) -> bool:
        """ "Mau jane wali road par": the name is where the road goes."""
        lexicon, sounds = self._lexicon, sentence.sounds
        if at >= len(sentence) or sounds[at] not in lexicon["motion"]:
            return False
        return any(sound in lexicon["road_nouns"] or sound in lexicon["via_words"] for sound in sounds[at + 1 : at + 4])

    def _is_office(self, sentence: Sentence, spot: Spot) -> bool:
        """ "SP office Jaunpur ko bataya", "thane me shikayat di": told there, not happened there."""
        lexicon, sounds = self._lexicon, sentence.sounds
        if spot.around.relation is not None:
            return False
        after = self._after(sentence, spot)
        beside = {*sounds[max(0, spot.first - 2) : spot.first], *sounds[spot.last : spot.last + 2]}
        initials = {word.text for word in sentence.words[max(0, spot.first - 2) : spot.last + 2]}
        office = bool(beside & lexicon["office_words"] or initials & lexicon.office_initials)
        told = any(
            self._is_telling(sentence, position) for position in range(after, min(after + NEXT_VERB, len(sentence)))
        )
        if spot.around.lead in {"in", "to"}:
            start = max(0, spot.start - NEXT_VERB)
            told = told or any(
                self._is_telling(sentence, position)
                for position in range(start, spot.start)
                if not any(sentence.starts_sentence(later) for later in range(position + 1, spot.first))
            )
        if office:
            return told or not spot.around.placed
        is_station = spot.around.kind in {"police_station", "tehsil", "block", "district"} or bool(
            beside & lexicon["officers"]
        )
        return is_station and told

    def _is_telling(self, sentence: Sentence, position: int) -> bool:
        """Whether a word tells of a complaint; "bhatthe" (a kiln) sounds like "bataye" but for its breath."""
        told = self._lexicon.told.at(sentence.sounds, position) is not None
        return told and self._lexicon.landmarks.at(sentence.breaths, position) is None

    def _join_roads(self, sentence: Sentence, spots: list[Spot]) -> None:
        """ "Jaunpur Azamgarh road": the name before the road's last is of the road too."""
        for spot, following in itertools.pairwise(spots):
            between = following.first - spot.last
            beside = between == 0 or (between == 1 and spot.around.post == "from")
            if following.role == "road" and beside and spot.role in {"in", "origin"} and spot.around.relation is None:
                spot.role = "road"
                following.around.start = min(following.start, spot.first)


def _is_named_by_it(sentence: Sentence, spot: Spot) -> bool:
    """ "her name is Munni Devi from Buxar side", "one Raju from Mirzapur": where somebody is from."""
    if spot.around.lead != "from":
        return False
    last = at = spot.start - 1
    while at > 0 and last - at < LONGEST_NAME and sentence.capital(at - 1) and not sentence.paused[at]:
        at -= 1
    return 0 < at < last and sentence.words[at - 1].lower in _SO_CALLED
