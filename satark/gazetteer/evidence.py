"""The evidence that a name heard is meant as a place: everyday words, first names and misspelt villages need more."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from satark.gazetteer.entry import OUTSIDE, SMALL
from satark.gazetteer.holders import OF_THERE, VILLAGES, Holders
from satark.gazetteer.index import REMEMBERED, Hit, NameIndex
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spelling import HALF
from satark.gazetteer.surroundings import WITHIN, Surroundings
from satark.phonetics import breath, spelling_key
from satark.text import is_devanagari

LOOSE_KINDS = frozenset({"landmark", "railway_station", "road"})  # a slip in such a name needs more than a postposition
LONG_NAME = 9  # sounds of a name that a slip leaves as it is: "petrol pump karimuddinpr"
BESIDE_PAIR = 6  # words from "aur" to "ke bich"
SHORT_TELLING = 4  # words that end with where it is: "kachchi daru Fesura"
SHORT_ANSWER = 3  # words of an answer that is only a place: "Kundi", "Kundi, thana Kerakat"
WHICH = frozenset({"jo", "jaun", "जो", "जौन", "जवन"})
_ONE = frozenset({"ek", "एक", "ego", "एगो", "a", "an"})


def _unlike(word: str, name: str) -> int:
    """Letters by which the word is spelt otherwise than the name."""
    return OSA.distance(spelling_key(word), spelling_key(name))


class Evidence:
    """Weighs what stands around a name, and what else its words may mean."""

    def __init__(self, index: NameIndex, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._holders = Holders(index, lexicon)
        self._ordinary = lru_cache(maxsize=REMEMBERED)(lexicon.is_ordinary)

    def is_ordinary(self, sentence: Sentence, position: int) -> bool:
        """Whether the word is one of the language or a first name."""
        known = sentence.everyday.get(position)
        if known is None:
            sound = sentence.sounds[position]
            known = self._ordinary(sound, sentence.breaths[position])
            known = known and not self._lexicon.ends_otherwise(sentence.words[position].lower, sound)
            sentence.everyday[position] = known
        return known

    def is_surely_not(self, sentence: Sentence, position: int, hits: list[Hit]) -> bool:
        """The quick test before the surroundings are read: an everyday word that only villages are called by or that
        only sounds nearly like a name, and a misspelt village that no word beside it places."""
        small, slips = all(hit.entry.small for hit in hits), hits[0].slips > 0
        if not (small or slips) or sentence.capital(position):
            return False
        word, sound = sentence.words[position].text, sentence.sounds[position]
        if self.is_ordinary(sentence, position) and not self._is_spelt_as(sentence, position, position + 1, hits[0]):
            if position and sentence.sounds[position - 1] in self._lexicon["opens_village"]:
                return slips
            if self._is_village_too(sentence, position) or self._is_person_within(sentence, position):
                return slips
            if small and not slips and self._holders.makes_address(sentence, position, position + 1, hits[0].entry):
                return False
            return slips or not self._lexicon.breathes_otherwise(word, sound)
        if small and not hits[0].spelt and self._is_any(sentence, position):
            return True
        if not (slips and small) or self._sounds_settled(sentence, position + 1):
            return False
        following, sounds = position + 1, sentence.sounds
        ends = following >= len(sounds) or sentence.paused[following]
        governed = not ends and sounds[following] in self._lexicon.governing
        led = position > 0 and sounds[position - 1] in self._lexicon.leading
        return not (governed or led or (sentence.starts[position] and ends))

    def _is_any(self, sentence: Sentence, position: int) -> bool:
        """ "ek tatthar ka baada": what is counted is no village, but where its kind is told."""
        if not position or sentence.paused[position] or sentence.words[position - 1].lower not in _ONE:
            return False
        following = position + 1
        return following >= len(sentence) or self._lexicon.kinds.at(sentence.sounds, following) is None

    def is_meant(self, sentence: Sentence, first: int, last: int, hit: Hit, around: Surroundings) -> bool:
        """Whether the words [first, last) are meant as the place heard in them."""
        lexicon, entry = self._lexicon, hit.entry
        ordinary = all(self.is_ordinary(sentence, position) for position in range(first, last))
        ordinary = ordinary and not self._is_spelt_as(sentence, first, last, hit)
        capital = all(sentence.capital(position) for position in range(first, last))
        alone = self._stands_alone(sentence, around)
        placed = around.placed or alone
        named = around.kind is not None or self._after_house(sentence, first, last)
        if (
            ordinary
            and not entry.small
            and not hit.slips
            and len(hit.sound) > 3
            and self._holders.is_before(sentence, last, entry)
        ):
            return True
        if not ordinary and not hit.slips and self._holders.is_after(sentence, first, entry):
            return True
        if not ordinary and not hit.slips and self._is_put_right(sentence, first, last):
            return True
        if not ordinary and not hit.slips and self._is_one_side(sentence, last):
            return True
        if (
            not ordinary
            and not hit.slips
            and (self._tells_landmark(sentence, last) or self._ends_so(sentence, first, last))
        ):
            return True
        if not ordinary and not hit.slips and len(hit.sound) >= 5 and self._is_called_from(sentence, first, last):
            return True
        if entry.small and around.kind is None and self._is_listed(sentence, first, last):
            return False
        known = not hit.slips and len(hit.sound) >= 5
        known = known or (hit.slips <= HALF and not entry.small and len(hit.sound) >= LONG_NAME)
        if not ordinary and known and self._follows_landmark(sentence, first):
            return True
        if not ordinary and known and last >= len(sentence) <= SHORT_TELLING:
            return True
        if not ordinary and known and self._is_the_one(sentence, first, last):
            return True
        told = capital or around.lead == "in" or around.post == "in"
        if ordinary and last - first > 1 and hit.spelt and told and entry.district != OUTSIDE:
            return True
        if ordinary and not hit.slips and first and sentence.sounds[first - 1] in lexicon["opens_village"]:
            told = around.start < first or self._holders.is_before(sentence, last, entry)  # "gram Kundi Kerakat"
            told = told or self._holders.is_told_before(sentence, first, entry)
            return entry.kind in SMALL and told and not self._is_weighed(sentence, first - 1)
        if ordinary and not hit.slips and last - first == 1 and self._is_village_too(sentence, first):
            answered = len(sentence) == 1 or self._holders.is_before(sentence, max(last, around.end), entry)
            return entry.kind in SMALL and (around.kind in VILLAGES or answered)
        if ordinary and not hit.slips and last - first == 1 and self._is_person_within(sentence, first):
            return True
        if (
            ordinary
            and not hit.slips
            and entry.kind in SMALL
            and self._holders.makes_address(sentence, first, last, entry)
        ):
            return True
        held = not ordinary and entry.kind in SMALL and hit.slips <= HALF and last - first == 1
        if held and self._holders.is_told_before(sentence, first, entry):
            return True
        if ordinary and capital and hit.spelt and last - first == 1 and self._is_village_at(sentence, first, around):
            return True
        if ordinary and not self._breathes_otherwise(sentence, first, last, hit):
            ends_so = sentence.sounds[last - 1] in lexicon["name_ends"]
            return self._is_meant_though_ordinary(hit, around, last - first, capital, ends_so)
        if entry.kind == "river" and (hit.slips or hit.sound in lexicon.shy):
            return hit.slips <= 1 and around.kind == "river"
        if hit.sound in lexicon.shy or len(hit.sound) <= 3:
            leans = around.leans and not (entry.small and len(hit.sound) <= 3)
            held = len(hit.sound) > 3 and self._holders.is_before(sentence, last, entry)
            told = last >= len(sentence) or sentence.beside_time(around.start, last)
            told = told or (not first and hit.spelt)  # "*Mirganj* parchoon ki dukan"
            held = held or (told and len(hit.sound) > 3 and sentence.is_fragment(around.start, last))
            held = held or (len(hit.sound) > 3 and (around.noun is not None or self._leads_there(sentence, last)))
            return hit.slips == 0 and (named or placed or leans or capital or held)
        if hit.slips and entry.small and around.noun in lexicon["locality_words"]:
            return False  # "Shivpuri colony" is not in the village Shivpur
        settled = self._sounds_settled(sentence, last)
        outer = around.start == 0 or around.end >= len(sentence)  # the first or the last thing told
        least = 4 if sentence.beside_time(around.start, around.end) else 5 if outer else 6
        fragment = len(hit.sound) >= least and sentence.is_fragment(around.start, around.end)
        if entry.small and hit.slips == 0 and fragment:
            return True
        if entry.small and hit.slips < 1 and len(hit.sound) >= 5 and self._holders.is_before(sentence, last, entry):
            return True
        if hit.slips and (entry.district == OUTSIDE or entry.kind in LOOSE_KINDS):
            long = len(hit.sound) >= (5 if around.kind == entry.kind else 6)
            return hit.slips <= 1 and long and (settled or named or capital)
        if hit.slips and last - first == 1 and not named and sentence.sounds[first] in lexicon.plurals:
            return False
        unsure = hit.slips and entry.small and last - first == 1 and not named
        if unsure and lexicon.is_nearly_ordinary(sentence.sounds[first], hit.slips):
            return False
        if entry.small:
            return self._is_small_meant(hit, named, around, placed, capital, settled)
        if hit.slips <= 0:
            return True
        length = len(hit.sound)
        if length >= 6 and hit.slips <= 1:
            return settled or named or placed or around.leans or capital
        return length >= 5 and (named or placed or (around.leans and length >= 6))

    def _is_placed(self, sentence: Sentence, last: int) -> bool:
        """Whether something is within what ends there, or within a landmark of it: "kurawan ke kuan me"."""
        if last >= len(sentence) or not sentence.joined[last]:
            return False
        if sentence.sounds[last] not in self._lexicon["possessives"]:
            return sentence.words[last].lower in WITHIN
        noun = self._lexicon.landmarks.at(sentence.breaths, last + 1)
        after = last + 1 + noun[1] if noun else len(sentence)
        return after < len(sentence) and sentence.words[after].lower in WITHIN

    def _is_spelt_as(self, sentence: Sentence, first: int, last: int, hit: Hit) -> bool:
        """Whether words that sound like everyday ones are spelt as the name is, and not as those are: "kurawan me" is
        no कुर्बान, "Katyan" no khatiya."""
        words = [word.text for word in sentence.words[first:last]]
        if hit.slips or any(map(is_devanagari, words)):
            return False
        least = 1 if self._is_placed(sentence, last) else 2
        return any(
            all(
                self._lexicon.strangeness(word) >= least + _unlike(word, part)
                for word, part in zip(words, parts, strict=True)
            )
            for name in hit.entry.names
            if len(parts := name.split()) == len(words)
        )

    def _leads_there(self, sentence: Sentence, last: int) -> bool:
        """ "Rajdari wale raste pe": the road that is called by where it leads."""
        if last + 1 >= len(sentence) or sentence.paused[last] or sentence.sounds[last] not in OF_THERE:
            return False
        return bool({sentence.sounds[last + 1]} & (self._lexicon["road_nouns"] | self._lexicon["via_words"]))

    def _tells_landmark(self, sentence: Sentence, last: int) -> bool:
        """ "Khuruhuja wale girls hostel me": which of them is told by its place."""
        if last + 1 >= len(sentence) or sentence.paused[last] or sentence.sounds[last] not in OF_THERE:
            return False
        near = range(last + 1, min(last + 3, len(sentence)))
        return any(self._lexicon.landmarks.at(sentence.breaths, at) for at in near)

    def _is_the_one(self, sentence: Sentence, first: int, last: int) -> bool:
        """ "bagal me jo Amuwara hai"."""
        if not first or last >= len(sentence) or sentence.words[first - 1].lower not in WHICH:
            return False
        return sentence.sounds[last] in self._lexicon["copulas"]

    def _ends_so(self, sentence: Sentence, first: int, last: int) -> bool:
        """ "Hinaut Ghat": a name of two words or more, the last of them a landmark's."""
        return last - first > 1 and self._lexicon.landmarks.before(sentence.breaths, last) is not None

    def _is_called_from(self, sentence: Sentence, first: int, last: int) -> bool:
        """ "Dodhiya jaldi aao", "Begua come fast": where help is called to, first of all."""
        near = sentence.sounds[last : last + 2]
        return not first and bool(near) and not self._lexicon["rescue_words"].isdisjoint(near)

    def _is_one_side(self, sentence: Sentence, last: int) -> bool:
        """ "Pikaura aur Loharakhor ke bich": the first of two between which it lies."""
        if last >= len(sentence) or not sentence.is_and(last):
            return False
        near = range(last + 2, min(last + BESIDE_PAIR, len(sentence)))
        found = ((at, self._lexicon.after.at(sentence.sounds, at)) for at in near)
        between = next((at for at, relation in found if relation and relation[0] == "between"), None)
        return between is not None and not any(sentence.starts_sentence(at) for at in range(last, between))

    def _follows_landmark(self, sentence: Sentence, first: int) -> bool:
        """ "behind brick kiln Hardaspatti", "mango grove Kukurmadhi": the landmark's village, right behind it."""
        if not first or sentence.paused[first] or not sentence.joined[first]:
            return False
        return self._lexicon.landmarks.before(sentence.breaths, first) is not None

    def _is_listed(self, sentence: Sentence, first: int, last: int) -> bool:
        """ "three boys Chandan, Pulli and one Nepali": one of those who are named one after another."""
        if not first or last >= len(sentence) or not sentence.paused[first] or sentence.starts_sentence(first):
            return False
        named = sentence.sounds[first - 1] in self._lexicon.given_names
        return named and (sentence.is_and(last) or sentence.words[last].lower == "and")

    def _is_weighed(self, sentence: Sentence, at: int) -> bool:
        """ "400 gram sona": a weight, and no village."""
        return at > 0 and (sentence.words[at - 1].text.isdigit() or sentence.sounds[at - 1] in self._lexicon.numbers)

    def _stands_alone(self, sentence: Sentence, around: Surroundings) -> bool:
        """Whether the place is a whole sentence: "naam pata nahi. Baburi", "Baburi h"."""
        end = around.end
        while end < len(sentence) and not sentence.starts[end] and sentence.sounds[end] in self._lexicon["copulas"]:
            end += 1
        return sentence.stands_alone(around.start, end)

    def _is_put_right(self, sentence: Sentence, first: int, last: int) -> bool:
        """ "Hetampur nahi, Nonar likhiye": what is to be written in place of what was denied just before."""
        lexicon, sounds = self._lexicon, sentence.sounds
        near = range(first - 1, max(0, first - 4), -1)
        denied = next((at for at in near if lexicon.denied_after.at(sounds, at)), None)
        if denied is None or lexicon.is_ordinary(sounds[denied - 1], ""):
            return False
        return last >= len(sentence) or sentence.paused[last] or sounds[last] in lexicon["writing_words"]

    def _is_village_too(self, sentence: Sentence, position: int) -> bool:
        """ "kundi gaon me", "gaon kundi, thana Kerakat", "Kundi": an everyday word that describes no village, or a
        person's name, beside the word for one or as a short answer."""
        lexicon, following = self._lexicon, position + 1
        sound = sentence.sounds[position]
        if self._holders.is_told_behind(sentence, following):
            return True
        if sound not in lexicon["villages_too"] and (sound not in lexicon.given_names or len(sound) < 5):
            return False
        if len(sentence) <= SHORT_ANSWER and not position and sound not in lexicon.given_names:
            return True
        ends = following >= len(sentence) or sentence.paused[following]
        after = None if ends or not sentence.joined[following] else lexicon.kinds.at(sentence.sounds, following)
        before = lexicon.kinds.before(sentence.sounds, position) if position and not sentence.paused[position] else None
        closed = ends or sentence.sounds[following] in lexicon.function or self._holders.is_town(sentence, following)
        led = before is not None and before[0] in VILLAGES and closed
        return led or (after is not None and after[0] in VILLAGES)

    def _is_village_at(self, sentence: Sentence, position: int, around: Surroundings) -> bool:
        """ "in the canal at Daurha", "the rice mill of Daurha": a capital, spelt as the village is, after an English
        preposition and nobody's name."""
        if around.lead not in {"in", "of"} or sentence.sounds[position] in self._lexicon.given_names:
            return False
        following = position + 1
        return following >= len(sentence) or sentence.paused[following] or not sentence.capital(following)

    def _is_person_within(self, sentence: Sentence, position: int) -> bool:
        """ "Sikandra me": nothing happens within a person, so that the village called so is meant."""
        if sentence.sounds[position] not in self._lexicon.given_names or len(sentence.sounds[position]) < 5:
            return False
        following = position + 1
        return following < len(sentence) and sentence.joined[following] and sentence.words[following].lower in WITHIN

    def _is_meant_though_ordinary(
        self, hit: Hit, around: Surroundings, words: int, capital: bool, ends_so: bool
    ) -> bool:
        """A name that is also an everyday word: only with a word of kind, a village also needs a capital."""
        if hit.slips:
            return False
        if hit.entry.small:
            named = around.kind in VILLAGES
            return (words > 1 and (named or (around.placed and ends_so))) or (capital and named)
        if hit.sound in self._lexicon.shy and hit.entry.kind == "police_station":
            return around.kind is not None or around.placed
        crossing = hit.entry.kind == "landmark" and around.noun is not None  # "Rauza chauraha"
        return words > 1 or around.kind == hit.entry.kind or crossing

    def _after_house(self, sentence: Sentence, first: int, last: int) -> bool:
        """ "ghar Bezhari hai": what follows a word of home is a place where a copula or a pause closes it."""
        if not first or sentence.paused[first] or sentence.sounds[first - 1] not in self._lexicon["house_words"]:
            return False
        return last >= len(sentence) or sentence.paused[last] or sentence.sounds[last] in self._lexicon["copulas"]

    def _breathes_otherwise(self, sentence: Sentence, first: int, last: int, hit: Hit) -> bool:
        """Whether the aspirates tell the name from the everyday words of its sound: बरठी is no भरती."""
        if hit.slips:
            return False
        heard = "".join(breath(word.text) for word in sentence.words[first:last])
        if all(breath(name.replace(" ", "")) != heard for name in hit.entry.names):
            return False
        return any(
            self._lexicon.breathes_otherwise(sentence.words[at].text, sentence.sounds[at]) for at in range(first, last)
        )

    def _is_small_meant(
        self, hit: Hit, named: bool, around: Surroundings, placed: bool, capital: bool, settled: bool
    ) -> bool:
        """Villages and post offices are so many that a bare word, and still more a misspelt one, needs evidence."""
        if hit.slips == 0 or (hit.slips < 1 and len(hit.sound) >= (8 if hit.loose else 7)):
            leans = around.leans and len(hit.sound) >= (4 if hit.spelt else 5) and not hit.loose
            return named or placed or capital or settled or leans
        if hit.slips > 1 or len(hit.sound) < 5:
            return False
        villages = named and around.kind in VILLAGES
        if settled:
            return placed or around.leans or named or capital
        if hit.slips <= 0.5 and len(hit.sound) >= (6 if hit.loose else 5) and (around.placed or villages):
            return True
        if hit.slips < 1 and len(hit.sound) >= 6 and villages:
            return True
        return placed and (capital or (named and (hit.slips < 1 or len(hit.sound) >= 6)))

    def _sounds_settled(self, sentence: Sentence, last: int) -> bool:
        word = sentence.words[last - 1].text.lower()
        return len(word) >= 6 and word.endswith(self._lexicon.settled_endings)
