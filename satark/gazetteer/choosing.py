"""Which of the places named is the one it happened at."""

from __future__ import annotations

from satark.gazetteer.entry import NARROW, OUTSIDE, RANGE, SMALL
from satark.gazetteer.evidence import WHICH
from satark.gazetteer.holders import OF_THERE
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS
from satark.gazetteer.sentence import Sentence
from satark.gazetteer.spots import Spot, apart
from satark.reading import Place

FALLBACKS = ("origin", "via", "road", "destination", "people", "kin")
_HELD_ENDS = {(role, kind) for role in ("destination", "origin") for kind in ("district", "block", "tehsil")}
_THERE = frozenset({"wahan", "vahan", "waha", "vaha", "uhan", "there", "वहां", "वहाँ", "उहां", "ओहिजा"})
_FINER = frozenset({"village", "gram_panchayat", "post_office", "landmark", "town", "river", "railway_station"})
_ENGLISH_SELVES = frozenset({"i", "we"})
NEAR_WALA = 4  # words from a place to "ka rehne wala"
_ASIDE = 5.0  # what a place loses that only tells a namesake
NEAR_HOLDER = 2  # words between a village and the tehsil that holds it: "jo Togapur hai na Saidpur tehsil me"
NEAR_PROMISE = 3  # words between a place elsewhere and the job or the visa promised
NEAR_TAKEN = 10  # words between a place and what was taken from it
NEAR_MONEY = 4  # words from an amount to the verb of taking


class Chooser:
    """Chooses the incident place among a message's spots (contract section 5)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def choose(self, sentence: Sentence, spots: list[Spot], places: list[Place]) -> int | None:
        """The spot the event is at: the narrowest that is no end, home or office; else an end within the range; the
        office whose own people are accused; a home or workplace where the words say that it happens there."""
        inside = self._candidates(sentence, spots, places)
        if inside and not any(spots[number].hits or spots[number].own_name for number in inside):
            home = self._at_home(sentence, spots, places)
            gone = _went_there(sentence, spots, places, inside[0])
            if gone is not None:
                return gone
            if home is not None and places[home].name and places[home].district in RANGE:
                return home  # "sarkari aspatal me patti hui ... sasural Dedhwaliya ba"
        if any(spot.role in FALLBACKS and places[n].district in RANGE for n, spot in enumerate(spots)):
            inside = [number for number in inside if not is_state(spots[number])]
        if inside and not _only_lies_at(spots, places, inside):
            inside = _without_matter_around(spots, places, inside)
            taken = {number for number in inside if self._is_taken_from(sentence, spots[number])}
            best = max(inside, key=lambda number: (self.claim(spots, places, number, number in taken), -number))
            if _is_right_behind(sentence, spots, places, best):
                return best + 1
            if (begun := _begins_within(spots, places, best)) is not None:
                return begun
            if _is_beside_the_one(sentence, spots, best) or _is_of_water(spots, places, best):
                return best + 1
            told_before = _says_where_it_ends(spots, places, best) or _is_between(sentence, spots, best)
            return best - 1 if told_before or _only_holds_people(spots, places, best) else best
        border = next((n for n, spot in enumerate(spots) if spot.role == "via" and _is_border(places[n])), None)
        if border is not None:
            return border  # "Saiyadraja se Naubatpur border hote hue Bihar"
        for role in FALLBACKS:
            of_role = [n for n, spot in enumerate(spots) if spot.role == role and places[n].district != OUTSIDE]
            if of_role:
                return max(of_role, key=lambda number: len(places[number].text)) if role == "road" else of_role[0]
        ends = {spot.role: number for number, spot in reversed([*enumerate(spots)])}
        if "origin" in ends and "destination" in ends:
            return ends["origin"]
        if "office" in ends and self._is_accused(sentence, spots[ends["office"]]):
            return ends["office"]
        home = self._at_home(sentence, spots, places)
        return self._only_one(sentence, spots, places) if home is None else home

    def _is_taken_from(self, sentence: Sentence, spot: Spot) -> bool:
        """ "Karauti bazar se ... gayab ho gayi", "stolen from Cholapur": where something was taken is where it was."""
        around, taken = spot.around, self._lexicon["taken_words"]
        if around.relation is not None or "from" not in {around.post, around.lead}:
            return False
        if not self._lexicon["coming_words"].isdisjoint(sentence.sounds[spot.end : spot.end + NEAR_PROMISE]):
            return False  # "Shahganj se aakar Varanasi me chori karte hain"
        first, last = sentence.bounds(spot.first)
        before = sentence.sounds[max(first, spot.start - NEAR_TAKEN) : spot.start]
        after = sentence.sounds[spot.end : min(last, spot.end + NEAR_TAKEN)] if around.post == "from" else []
        return not taken.isdisjoint((*before, *after))

    def _only_one(self, sentence: Sentence, spots: list[Spot], places: list[Place]) -> int | None:
        """The one place told of, though it is where the teller lives or works, unless it is done from afar: "we are the
        only house with a view of it in Reotipur"."""
        lexicon, sounds = self._lexicon, sentence.sounds
        if not lexicon["remote_words"].isdisjoint(sounds):
            return None
        if any(lexicon.address.at(sounds, at) and not sentence.closed[at] for at in range(len(sentence))):
            return None  # "mera pata: ..."
        told = [
            number for number in self._known(spots, places)
            if places[number].district in RANGE and self._is_the_tellers(sentence, spots[number])
        ]  # fmt: skip
        return told[0] if len(told) == 1 else None

    def _is_the_tellers(self, sentence: Sentence, spot: Spot) -> bool:
        """Whether it is where the teller lives or works, and not "Rampur ka rehne wala Raju"."""
        if spot.role != "home":
            return spot.role in {"work", "address"}
        of_one = not OF_THERE.isdisjoint(sentence.sounds[spot.last : spot.last + NEAR_WALA])
        if not of_one and self._lexicon.home_before.before(sentence.sounds, spot.first) is None:
            return True
        first, last = sentence.bounds(spot.first)
        speaks = any(word.lower in self._lexicon.subjects | _ENGLISH_SELVES for word in sentence.words[first:last])
        return speaks or not self._lexicon["self"].isdisjoint(sentence.sounds[first:last])

    def _candidates(self, sentence: Sentence, spots: list[Spot], places: list[Place]) -> list[int]:
        """The spots told as where something is, without those that a better known place of the message overrules."""
        inside = [
            number for number, spot in enumerate(spots)
            if spot.role == "in" and not _only_locates(sentence, spots, places, number)
        ]  # fmt: skip
        known = [n for n in self._known(spots, places) if spots[n].role in {"in", *FALLBACKS}]
        if known:
            inside = [number for number in inside if not _is_guess(spots[number])]
        inside = [n for n in inside if not self._is_of_officers(sentence, spots, places, n, known)]
        districts = {places[number].district for number in known if not spots[number].slips}
        inside = [number for number in inside if not _is_astray(spots[number], places[number], districts)]
        if self._carried(sentence, spots, known) and not any(number in inside for number in known):
            inside = [number for number in inside if places[number].district != OUTSIDE]
        if any(_is_beside_water(spots[number], places[number]) for number in known):
            inside = [number for number in inside if not _is_river(places[number])]
        return [
            number for number in inside
            if places[number].district != OUTSIDE or not self._is_afar(sentence, spots[number], places[number])
        ]  # fmt: skip

    def _is_of_officers(
        self, sentence: Sentence, spots: list[Spot], places: list[Place], number: int, known: list[int]
    ) -> bool:
        """ "balua ghat se balu nikli, balua thane ka daroga 300 le raha tha", "police of Chandwak thana came to
        Kakrapar": whose officers did it, where another place of the district tells where."""
        spot, officers = spots[number], self._lexicon["officers"]
        theirs = spot.around.post == "of" and not officers.isdisjoint(sentence.sounds[spot.end : spot.end + 2])
        theirs = theirs or (
            spot.around.lead == "of" and not officers.isdisjoint(sentence.sounds[max(0, spot.start - 2) : spot.start])
        )
        return theirs and any(
            places[other].kind in _FINER and places[other].district == places[number].district
            for other in known
            if other != number and spots[other].role in {"in", "origin", "destination"}
        )

    def _carried(self, sentence: Sentence, spots: list[Spot], known: list[int]) -> bool:
        """Whether goods or people leave a place of the range: one comes from it otherwise than on foot ("aakar"), or
        people of it are carried off."""
        for number in known:
            spot = spots[number]
            english = spot.around.lead == "from"  # "we had gone for darshan from Jaunpur"
            near = slice(max(0, spot.start - NEAR_MONEY), spot.start) if english else slice(spot.end, spot.end + 3)
            if spot.role == "origin" and self._lexicon["coming_words"].isdisjoint(sentence.sounds[near]):
                return True
            if spot.role == "people" and not self._lexicon["carry_words"].isdisjoint(sentence.sounds):
                return True
        return False

    def _is_afar(self, sentence: Sentence, spot: Spot, place: Place) -> bool:
        """Whether a place elsewhere is told, and nothing happens there."""
        stated = is_state(spot) and spot.around.post != "in" and spot.around.lead != "in"  # "Bihar ke majdoor"
        return stated or self._is_remote(sentence, spot, place) or self._is_source(sentence, spot)

    def _is_source(self, sentence: Sentence, spot: Spot) -> bool:
        """Whether what is named elsewhere only tells where goods are from: "Odisha ka ganja hai"."""
        around = spot.around
        if around.post not in {"of", "from"} or around.relation is not None:
            return False
        return not self._lexicon["goods_words"].isdisjoint(sentence.sounds[spot.end : spot.end + NEAR_PROMISE])

    def _is_remote(self, sentence: Sentence, spot: Spot, place: Place) -> bool:
        """Whether what is named elsewhere only tells who calls or writes, or what is promised: "Mumbai crime branch
        bolkar video call", "Dubai me naukri dilane ke naam par"."""
        around = spot.around
        near = sentence.sounds[max(0, spot.start - NEAR_PROMISE) : spot.end + NEAR_PROMISE]
        if not self._lexicon["promise_words"].isdisjoint(near):
            return True
        if place.kind is None and not self._lexicon["remote_words"].isdisjoint(sentence.sounds):
            return True
        placed = around.post == "in" or around.lead == "in" or around.relation is not None
        if placed:
            return False
        spelt = any(word.lower in self._lexicon.calls for word in sentence.words)
        return spelt or not self._lexicon["remote_words"].isdisjoint(sentence.sounds)

    def _known(self, spots: list[Spot], places: list[Place]) -> list[int]:
        return [n for n, spot in enumerate(spots) if spot.hits and places[n].name and places[n].district != OUTSIDE]

    def claim(self, spots: list[Spot], places: list[Place], number: int, taken: bool = False) -> float:
        """How strongly a spot claims to be where it happened: narrow kind, words that place it (`taken`: something was
        taken from it), sure spelling."""
        spot, place = spots[number], places[number]
        narrow = _narrow(spot, place)
        claim = narrow + 1.0 * (spot.around.relation is not None) + 1.0 * (spot.around.kind is not None)
        placed = taken or spot.around.post == "in" or spot.around.lead == "in"
        if not placed and number + 1 < len(spots) and spot.around.post in {None, "of"}:
            following = spots[number + 1]
            placed = apart(spot, following) <= 1 and narrow > _narrow(following, places[number + 1])
            placed = placed and (following.around.post == "in" or following.around.lead == "in")
            placed = placed or self._within(spots, places, number, number + 1)
        if not placed and number and spot.around.kind == "village":
            placed = spots[number - 1].around.post == "in" and apart(spot, spots[number - 1]) <= 1
        placed = placed or (number > 0 and self._within(spots, places, number, number - 1))
        placed = placed or (number > 0 and self._of_holder(spots, places, number))
        placed = placed or _is_of_told_thana(spots, places, number)
        if place.kind in SMALL and spot.around.kind is None and not placed:
            claim -= 3.0
        if _only_tells_beside(spots, number):
            claim -= 2.0
        if _tells_which(spots, number):
            claim -= _ASIDE
        held = number + 1 < len(spots) and self._within(spots, places, number, number + 1)
        matter = spot.around.matter or (held and spots[number + 1].around.matter)
        return claim + 3.0 * placed + 4.0 * matter - 2.0 * spot.slips - 4.0 * (place.district == OUTSIDE)

    def _within(self, spots: list[Spot], places: list[Place], number: int, other: int) -> bool:
        """Whether the wider place beside holds it: "Hariharpur, thana Kerakat", "Chakia tehsil, Mansapur"."""
        spot, beside, holder = spots[number], spots[other], places[other]
        wider = beside.around.kind in WIDE_KINDS or (other > number and holder.kind in WIDE_KINDS)
        held = bool(places[number].district) and places[number].district == holder.district
        small = spot.small or (
            places[number].kind == "town" and holder.kind == "police_station" and not spot.around.post
        )
        return small and wider and held and beside.role == "in" and apart(spot, beside) <= NEAR_HOLDER

    def _of_holder(self, spots: list[Spot], places: list[Place], number: int) -> bool:
        """ "Mohammadabad wala Gyanpur": told apart by the wider place before it."""
        spot, before = spots[number], spots[number - 1]
        same = places[number].district == places[number - 1].district
        return spot.of_holder and same and spot.first - before.last == 1 and not before.small

    def _is_accused(self, sentence: Sentence, office: Spot) -> bool:
        """Whether the people of the office take money: a word of bribes, or an amount that changes hands in a sentence
        that names the office or its officers."""
        lexicon = self._lexicon
        if not lexicon["fraud_words"].isdisjoint(sentence.sounds) and lexicon["officers"].isdisjoint(sentence.sounds):
            return False
        if not lexicon["bribe_words"].isdisjoint(sentence.sounds):
            return True
        for at in range(len(sentence)):
            if not self._is_amount(sentence, at):
                continue
            near = sentence.sounds[max(0, at - NEAR_MONEY) : at + NEAR_MONEY + 1]
            first, last = sentence.bounds(at)
            named = first <= office.first < last or not lexicon["officers"].isdisjoint(sentence.sounds[first:last])
            if named and not lexicon["taking_words"].isdisjoint(near):
                return True
        return False

    def _is_amount(self, sentence: Sentence, at: int) -> bool:
        sound = sentence.sounds[at]
        if sound in self._lexicon["money_words"]:
            return True
        return sound.isdigit() and 3 <= len(sound) <= 6 and not sentence.closed[at]

    def _at_home(self, sentence: Sentence, spots: list[Spot], places: list[Place]) -> int | None:
        """The home or workplace told of where the words say that it happens there, at a neighbour's or at work."""
        lexicon, sounds = self._lexicon, sentence.sounds
        if not lexicon["rescue_words"].isdisjoint(sounds):
            stays = [number for number, spot in enumerate(spots) if spot.role in {"home", "work", "address"}]
        else:
            there = any(lexicon.there.at(sounds, at) for at in range(len(sentence)) if not _is_sister(sentence, at))
            there = there or not lexicon["neighbour_words"].isdisjoint(sounds)
            robbed = not lexicon["house_crimes"].isdisjoint(sounds) and lexicon["fraud_words"].isdisjoint(sounds)
            own = {"home", "work", "address"} if robbed else {"home", "work"}
            stays = [
                number for number, spot in enumerate(spots)
                if spot.role in own and (there or robbed or self._happens_at(sentence, spot, places[number]))
            ]  # fmt: skip
        within = [number for number in stays if places[number].district != OUTSIDE]
        if within:
            return max(within, key=lambda number: (_narrow(spots[number], places[number]), number))
        return stays[0] if stays else None

    def _happens_at(self, sentence: Sentence, spot: Spot, place: Place) -> bool:
        """Whether the offence is one of the home, or one told by somebody who works there and not done from afar."""
        lexicon, sounds = self._lexicon, sentence.sounds
        if spot.role == "home":
            within = place.district != OUTSIDE  # "mera pati Surat me rehta hai, devar marta hai"
            return within and not lexicon["domestic_words"].isdisjoint(sounds) and not spot.around.lead
        if not lexicon["fraud_words"].isdisjoint(sounds):
            return False
        told = spot.end
        while (
            told < len(sentence) and not sentence.paused[told] and sentence.words[told].lower not in lexicon.own_copulas
        ):
            told += 1
        return lexicon["remote_words"].isdisjoint(sounds) or not lexicon["work_words"].isdisjoint(sounds[told:])


def _without_matter_around(spots: list[Spot], places: list[Place], inside: list[int]) -> list[int]:
    """`inside` without a town that the whole is only said to be about, where a landmark of it is told: "Polytechnic
    chauraha par ... Jaunpur shahar ki baat hai"."""
    placed = [n for n in inside if spots[n].hits and spots[n].around.placed and not spots[n].around.matter]
    return [
        number for number in inside
        if not spots[number].around.matter
        or not any(
            places[n].district == places[number].district
            and _narrow(spots[n], places[n]) > _narrow(spots[number], places[number])
            for n in placed
        )
    ]  # fmt: skip


def _is_sister(sentence: Sentence, at: int) -> bool:
    """Whether the word is "bahan", which sounds like "wahan"."""
    return sentence.sounds[at] == "bahn" and sentence.words[at].lower.startswith(("b", "ब"))


def _is_of_told_thana(spots: list[Spot], places: list[Place], number: int) -> bool:
    """ "Dhananjaipur ke taal ke us paar ... thana Rampur": whose thana, tehsil or block is told by itself elsewhere."""
    spot, place = spots[number], places[number]
    if not spot.small or spot.slips or not spot.hits or not (spot.around.noun or spot.around.kind):
        return False
    entries = [hit.entry for hit in spot.hits]
    holders = {name for entry in entries for name in (entry.police_station, entry.tehsil, *entry.blocks)}
    return any(
        other.around.kind in WIDE_KINDS
        and not (other.around.post or other.around.lead or other.around.relation)
        and places[n].district == place.district
        and places[n].name in holders
        for n, other in enumerate(spots)
    )


def _only_tells_beside(spots: list[Spot], number: int) -> bool:
    """ "Mughalsarai se sate Alinagar me": it says where the place right after it lies."""
    if spots[number].around.relation is None or number + 1 >= len(spots):
        return False
    following = spots[number + 1]
    holds = following.around.kind in {"district", "tehsil", "block"}  # "Basuhi nadi ke kinare Jaunpur jile me"
    return bool(following.hits) and following.around.post == "in" and not holds and apart(spots[number], following) == 0


def _tells_which(spots: list[Spot], number: int) -> bool:
    """ "Marufpur gaon (Tanda Kalan ke paas wala)": it says which village of that name is meant."""
    if not number or spots[number].around.relation is None:
        return False
    before = spots[number - 1]
    return bool(before.hits) and before.around.kind == "village" and apart(before, spots[number]) == 0


def is_state(spot: Spot) -> bool:
    """Whether it is a state of India or another country."""
    return any(hit.entry.kind == "state" for hit in spot.hits)


def _is_river(place: Place) -> bool:
    return place.kind == "river"


def _is_beside_water(spot: Spot, place: Place) -> bool:
    """Whether the place tells where on a river it is: its ghat or village, or where a cargo sets out."""
    if spot.role == "origin":
        return not _is_river(place)
    if spot.role != "in" or spot.slips or place.kind in {"river", "district", "road"}:
        return False
    return place.kind not in SMALL or spot.around.placed or spot.around.kind is not None


def _is_guess(spot: Spot) -> bool:
    """Whether only its capital or its place in the sentence makes a word the name of a place."""
    return not spot.hits and spot.noun is None and spot.around.kind is None and spot.around.noun is None


def _is_astray(spot: Spot, place: Place, districts: set[str | None]) -> bool:
    """Whether a small place is heard in a misspelt word only, and lies in none of the districts surely named."""
    unsure = spot.small and spot.slips > 0 and spot.around.kind is None and bool(spot.hits)
    return unsure and bool(districts) and place.district not in districts


def _only_locates(sentence: Sentence, spots: list[Spot], places: list[Place], number: int) -> bool:
    """Whether a wide place only says where the end of a journey after it lies: "Chandauli ke Sakaldiha se"."""
    if number + 1 >= len(spots):
        return False
    spot, following = spots[number], spots[number + 1]
    place, end = places[number], places[number + 1]
    if following.role not in {"origin", "via", "people"} or spot.around.relation is not None:
        return False
    beside = apart(spot, following) <= 1 and not sentence.starts_sentence(following.start)
    within = bool(end.name) and end.district == place.district
    return beside and within and _narrow(following, end) > _narrow(spot, place) and spot.around.post in {"of", None}


def _says_where_it_ends(spots: list[Spot], places: list[Place], number: int) -> bool:
    """Whether a district only says where the journey before it ends, or a block where it begins: "mau se lakar
    kasimabad ghazipur me", "Amaura gaon ke ghat se, Bhadaura block"."""
    if not number or (spots[number - 1].role, places[number].kind) not in _HELD_ENDS:
        return False
    end, district = places[number - 1], places[number].district
    return bool(end.name) and end.district == district and apart(spots[number - 1], spots[number]) <= 1


def _is_beside_the_one(sentence: Sentence, spots: list[Spot], number: int) -> bool:
    """ "Alimapur ke bagal me jo Amuwara hai": what the first only tells the way to."""
    if number + 1 >= len(spots) or spots[number].around.relation is None or spots[number + 1].role != "in":
        return False
    following = spots[number + 1]
    return following.start == spots[number].end + 1 and sentence.words[following.start - 1].lower in WHICH


def _is_of_water(spots: list[Spot], places: list[Place], number: int) -> bool:
    """ "Gomti kinare Jamaitha ghat": where on the river it is."""
    if number + 1 >= len(spots) or not _is_river(places[number]):
        return False
    following = spots[number + 1]
    ghat = following.role == "in" and bool(following.hits) and not following.slips
    ghat = ghat and places[number + 1].kind != "district"
    return ghat and places[number + 1].district in RANGE and apart(spots[number], following) == 0


def _went_there(sentence: Sentence, spots: list[Spot], places: list[Place], number: int) -> int | None:
    """ "bazar karne Sureri gaya tha. Wahan petrol pump par ...": where one had gone, told of with a landmark there."""
    for other in range(number - 1, -1, -1):
        if spots[other].role == "destination" and places[other].name and places[other].district in RANGE:
            between = range(spots[other].end, spots[number].start)
            return other if any(sentence.words[at].lower in _THERE for at in between) else None
    return None


def _begins_within(spots: list[Spot], places: list[Place], number: int) -> int | None:
    """ "Lathaura se le gaya. ... Thana Chakia": the village that somebody was taken from, of the thana told by
    itself."""
    around = spots[number].around
    if places[number].kind not in WIDE_KINDS or around.post or around.lead or around.relation or around.matter:
        return None
    begun = [
        n for n, spot in enumerate(spots)
        if spot.role in {"origin", "people"}
        and spot.small
        and spot.hits
        and places[n].district == places[number].district
    ]  # fmt: skip
    return begun[0] if len(begun) == 1 and places[begun[0]].name else None


def _narrow(spot: Spot, place: Place) -> float:
    """How narrow the place is; a name without a word of kind is a town before it is a tehsil."""
    if not spot.hits and not spot.own_name:
        return 3.0
    if not spot.hits and not (spot.noun or spot.around.noun or spot.around.kind):
        return 4.0
    if place.kind == "tehsil" and spot.around.kind != "tehsil":
        return NARROW["town"] - 0.5
    if place.kind == "district" and spot.around.relation is not None:
        return NARROW["town"]  # one is beyond, near or outside a town
    kinds = [other.kind or "" for other in place.alternatives] or [place.kind or ""]
    return float(min(NARROW.get(kind, 1) for kind in kinds))


def _is_border(place: Place) -> bool:
    """Whether a place is a named crossing on the way, and no town passed."""
    return place.kind == "landmark" and place.district in RANGE


def _is_between(sentence: Sentence, spots: list[Spot], number: int) -> bool:
    """ "Pikaura aur Bhadkhari ke bich": of two places the first, with the other what lies beyond."""
    spot = spots[number]
    if not number or spot.around.relation != "between":
        return False
    before = spots[number - 1]
    joined = spot.first - before.last == 1 and sentence.is_and(before.last)
    return joined and before.role == "in" and bool(before.hits)


def _only_lies_at(spots: list[Spot], places: list[Place], inside: list[int]) -> bool:
    """Whether nothing but landmarks without a name are told, of the place that goods go to: "to Singramau. They unload
    in the cold storage"."""
    if any(spots[number].hits for number in inside):
        return False
    return any(spot.role == "destination" and places[n].district in RANGE for n, spot in enumerate(spots))


def _only_holds_people(spots: list[Spot], places: list[Place], number: int) -> bool:
    """ "the boys of Barangi, Shahganj": the wider place only tells where that of the people lies."""
    spot = spots[number]
    if not number or spot.around.post or spot.around.relation:
        return False
    before = spots[number - 1]
    if spot.around.lead and before.around.kind != "village":
        return False  # "women of Naraindih village in Jaunpur" are no more than women of that village
    same = places[number - 1].district == places[number].district and places[number].kind in WIDE_KINDS
    beside = apart(before, spot) <= (spot.around.lead is not None)
    return same and before.role == "people" and before.small and beside


def _is_right_behind(sentence: Sentence, spots: list[Spot], places: list[Place], number: int) -> bool:
    """ "in the mango grove Kukurmadhi": right behind a landmark without a name stands the place it belongs to."""
    if spots[number].hits or number + 1 >= len(spots):
        return False
    following = spots[number + 1]
    here = following.role == "in" and following.small and places[number + 1].district in RANGE
    return here and not sentence.paused[following.start] and apart(spots[number], following) == 0
