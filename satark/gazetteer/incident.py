"""One message's places put together: the incident place, the route, and everything named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from satark.gazetteer.choosing import Chooser, is_state
from satark.gazetteer.entry import OUTSIDE, RANGE, WEIGHT, Entry
from satark.gazetteer.index import Hit, NameIndex
from satark.gazetteer.landmarks import LandmarkFinder, settle_kind
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS, Resolver, answer, sureness
from satark.gazetteer.roles import RoleReader
from satark.gazetteer.sentence import Sentence, read_sentence
from satark.gazetteer.spots import Spot, Spotter, apart
from satark.phonetics import sound_key
from satark.reading import Place, Route

BESIDE = 3  # words between a place and the wider one that holds it
_BANKS = frozenset(sound_key(word) for word in ("kinare", "kinara", "किनारे"))
_STATION_ENDS = ("khas", "road", "city")  # "Usia station" is Usia Khas
SAME_NAME = 0.75  # slips within which a name is the same spelt otherwise
NEXT_KIN = 6  # words from a landmark to the place of the kin whose it is
NEXT_GOODS = 4  # words from an origin to the goods that come from it
_HOLDERS = frozenset({"in", "people", "road", "via", "origin", "home", "work"})  # of a landmark without a name
_NO_HOLDERS = frozenset({"origin", "destination", "road", "via", "kin", "home", "work", "address", "denied"})
_STATIONS = frozenset({"railway_station", "police_station"})
MOST_WIDES = 8  # wider places weighed against one name


@dataclass(frozen=True)
class Mention:
    """A place named in the message: characters [start, end) of the text, and its role
    (in, origin, destination, via, road, people, kin, home, work, address, office, denied)."""

    text: str
    start: int
    end: int
    role: str
    place: Place


@dataclass(frozen=True)
class PlaceReading:
    """What a message says of places."""

    place: Place | None = None
    route: Route | None = None
    mentions: tuple[Mention, ...] = ()


class IncidentReader:
    """Reads the places of messages."""

    def __init__(self, index: NameIndex, lexicon: Lexicon, resolver: Resolver) -> None:
        self._index = index
        self._spotter = Spotter(index, lexicon)
        self._landmarks = LandmarkFinder(lexicon)
        self._roles = RoleReader(lexicon)
        self._chooser = Chooser(lexicon)
        self._resolver = resolver
        self._lexicon = lexicon

    def read(self, text: str, context: Sequence[Entry], time_spans: Sequence[tuple[int, int]]) -> PlaceReading:
        """See `Gazetteer.read`."""
        sentence = read_sentence(text, time_spans)
        spots = self._spots(sentence)
        if not spots:
            return PlaceReading()
        self._roles.assign(sentence, spots)
        wides = self._wide_entries(spots, context)
        places = [self._place(sentence, spots, number, wides, context) for number in range(len(spots))]
        chosen = self._chooser.choose(sentence, spots, places)
        incident = self._with_landmark(sentence, spots, places, chosen) if chosen is not None else None
        if incident is not None and incident.kind == "river" and incident.district is None:
            incident = _river_within(incident, places)
        mentions = tuple(
            Mention(
                sentence.span(spot.start, spot.end), sentence.words[spot.start].start, sentence.words[spot.end - 1].end,
                spot.role, place,
            )
            for spot, place in zip(spots, places, strict=True)
        )  # fmt: skip
        return PlaceReading(incident, self._route(sentence, spots, places, chosen), mentions)

    def _spots(self, sentence: Sentence) -> list[Spot]:
        named = self._spotter.spots(sentence)
        for spot in named:
            spot.hits = self._of_kind_said(sentence, spot)
        taken = [False] * len(sentence)
        for spot in named:
            for position in range(spot.start, spot.end):
                taken[position] = True
        found = [*named, *self._landmarks.spots(sentence, taken)]
        return sorted((spot for spot in found if spot.role), key=lambda spot: spot.first)

    def _of_kind_said(self, sentence: Sentence, spot: Spot) -> list[Hit]:
        """The hits, or the station of nearly that name beside them where the words ask for one: "Aurihar station"."""
        kind = spot.around.kind
        if not _BANKS.isdisjoint(sentence.sounds[spot.last : spot.around.end]):
            return [hit for hit in spot.hits if hit.entry.kind == "river"] or spot.hits  # "Karmanasa ke kinare"
        if kind not in _STATIONS or any(hit.entry.kind == kind for hit in spot.hits):
            return spot.hits
        districts = {hit.entry.district for hit in spot.hits}
        words = [word.text for word in sentence.words[spot.first : spot.last]]
        near = [*self._index.near(words), *(hit for more in _STATION_ENDS for hit in self._index.exact([*words, more]))]
        found = [hit for hit in near if hit.entry.kind == kind and hit.entry.district in districts]
        return [replace(hit, slips=spot.slips) for hit in found if hit.slips <= SAME_NAME] or spot.hits

    def _wide_entries(self, spots: list[Spot], context: Sequence[Entry]) -> list[tuple[int, Entry]]:
        """Wider places of the message that are certain: they decide between namesakes."""
        wides = []
        for number, spot in enumerate(spots):
            if not spot.hits or spot.role in _NO_HOLDERS:
                continue
            entries = self._resolver.settle(spot.hits, spot.around.kind, (), context)
            if len(entries) == 1 and entries[0].kind in WIDE_KINDS and entries[0].district in RANGE:
                wides.append((number, entries[0]))
        return wides

    def _place(
        self,
        sentence: Sentence,
        spots: list[Spot],
        number: int,
        certain: list[tuple[int, Entry]],
        context: Sequence[Entry],
    ) -> Place:
        spot = spots[number]
        text, relation = sentence.span(spot.start, spot.end), spot.around.relation
        certain = [(other, entry) for other, entry in certain if not _is_namesake(spot, spots[other])]
        wides = list({id(entry): entry for other, entry in certain if other != number}.values())[:MOST_WIDES]
        beside = [
            entry for other, entry in certain
            if other != number and abs(other - number) <= BESIDE and apart(spot, spots[other]) <= BESIDE
        ]  # fmt: skip
        holder = self._abroad(sentence, spots, number)
        if not spot.hits:
            found = self._unlisted(spot, text, wides or list(context))
            return _abroad_at(holder, text, spot) if holder and not wides else found
        if spot.role in {"origin", "destination"} and any(hit.entry.weight == WEIGHT["state"] for hit in spot.hits):
            wides = []
        entries = self._resolver.settle(spot.hits, spot.around.kind, wides, context)
        if holder and all(entry.district != OUTSIDE for entry in entries):
            return _abroad_at(holder, text, spot)
        if len(entries) > 1:
            entries = self._by_neighbour(spots, number, entries)
        if self._resolver.contradicts(entries, beside):
            entries = self._spelt_otherwise(sentence, spot, beside)
            if not entries:
                return self._unlisted(spot, text, beside)
        sure = sureness(entries, spot.slips, spot.around.placed, spot.around.kind is not None)
        if spot.role == "road":
            return self._road(spots, spot, text)
        return answer(entries, text, sure, relation)

    def _by_neighbour(self, spots: list[Spot], number: int, entries: list[Entry]) -> list[Entry]:
        """Of namesakes those in the district of the place they are told to lie near: "Marufpur (Tanda Kalan ke paas
        wala)"."""
        for other in spots[max(0, number - 1) : number + 2]:
            if other is spots[number] or not other.hits or other.around.relation is None:
                continue
            if apart(spots[number], other) > BESIDE:
                continue
            districts = {entry.district for entry in self._resolver.settle(other.hits, other.around.kind, (), ())}
            held = [entry for entry in entries if {entry.district} == districts]
            if held:
                return held
        return entries

    def _spelt_otherwise(self, sentence: Sentence, spot: Spot, wides: Sequence[Entry]) -> list[Entry]:
        """The place of nearly that name in the district that the message names: Shankerpur for Shankarpur."""
        districts = {wide.district for wide in wides}
        near = self._index.near([word.text for word in sentence.words[spot.first : spot.last]])
        hits = [hit for hit in near if hit.slips <= SAME_NAME and hit.entry.district in districts]
        return self._resolver.settle(hits, spot.around.kind, wides, ()) if hits else []

    def _road(self, spots: list[Spot], spot: Spot, text: str) -> Place:
        """A road named after the towns it joins: told by the first of them within the range."""
        named = [other.hits for other in spots if spot.start <= other.first < spot.last and other.hits]
        towns = [entry for hits in named for entry in self._resolver.settle(hits, None, (), ())]
        towns = [town for town in towns if not town.small and town.district in RANGE]
        relation = spot.around.relation or "on"
        if not towns or _only({town.district for town in towns}) is None:
            return Place(text=text, kind="road", relation=relation, confidence=0.4, needs_clarification=True)
        return towns[0].place(text, 0.5, relation)

    def _abroad(self, sentence: Sentence, spots: list[Spot], number: int) -> Entry | None:
        """The district or state outside the range that holds the place: "Varanasi ke Ramnagar", "Rampur, Bihar"."""
        spot = spots[number]
        for other in spots[max(0, number - 1) : number + 2]:
            if other is spot or other.role not in {"in", "home"} or not other.hits or apart(spot, other) > 1:
                continue
            if sentence.starts_sentence(max(spot.start, other.start)):
                continue
            holds = other.first > spot.first or other.around.post == "of" or apart(spot, other) == 0
            bound = spot.around.post in {"in", None} if other.first < spot.first else spot.around.post is None
            outer = all(hit.entry.district == OUTSIDE for hit in other.hits)
            outer = outer and any(hit.entry.kind in {"district", "state"} for hit in other.hits)
            if holds and bound and outer and other.around.relation is None:
                heavy = any(hit.entry.district and hit.entry.kind in {"district", "tehsil"} for hit in spot.hits)
                of_state = other.hits[0].entry.kind == "state" or other.around.lead == "in"
                known = not spot.small and not all(hit.entry.kind == "landmark" for hit in spot.hits)
                heavy = heavy or (of_state and known and not spot.slips)
                return None if heavy else other.hits[0].entry
        return None

    def _unlisted(self, spot: Spot, text: str, wides: Sequence[Entry]) -> Place:
        """A place no directory holds, with what the wider places named beside it say."""
        stations = {wide.police_station for wide in wides if wide.kind == "police_station"}
        tehsils = {wide.tehsil for wide in wides if wide.tehsil}
        district = _only({wide.district for wide in wides if wide.district})
        return Place(
            text=text,
            kind=settle_kind(spot),
            district=district,
            police_station=_only(stations),
            tehsil=_only(tehsils),
            relation=spot.around.relation,
            confidence=0.5 if spot.own_name else 0.35,
            needs_clarification=district is None,
        )

    def _with_landmark(self, sentence: Sentence, spots: list[Spot], places: list[Place], chosen: int) -> Place:
        """The chosen place; where a landmark without a name of its own stands by, its words and relation are added."""
        spot, place = spots[chosen], places[chosen]
        if not spot.hits:
            return self._holder(sentence, spots, places, chosen) if settle_kind(spot) == "landmark" else place
        for number in (chosen + 1, chosen - 1):
            if not 0 <= number < len(spots):
                continue
            other = spots[number]
            first, last = min(spot.start, other.start), max(spot.end, other.end)
            gap = max(spot.start, other.start) - min(spot.end, other.end)
            if other.hits or other.own_name or other.role != "in" or gap > 2:
                continue
            return replace(place, text=sentence.span(first, last), relation=place.relation or other.relation)
        return place

    def _holder(self, sentence: Sentence, spots: list[Spot], places: list[Place], chosen: int) -> Place:
        """A landmark no directory holds is told by the named place it lies in ("Jangipur, Sanjeevani Nursing Home"),
        with the landmark's words and relation; by itself where none is named."""
        spot, place = spots[chosen], places[chosen]
        named = [
            number for number, other in enumerate(spots)
            if places[number].name
            and not (is_state(other) and other.around.post != "in")  # "bhatthe par Jharkhand ke majdoor"
            and (
                other.role in _HOLDERS
                or (other.role == "address" and apart(spot, other) == 0)
                or (other.role == "kin" and _follows_within(sentence, spot, other))
            )
            and (place.district is None or places[number].district in {place.district, None})
        ]  # fmt: skip
        if not named:
            return place
        named = [number for number in named if spots[number].role not in {"home", "work"}] or named
        best = max(named, key=lambda number: (self._chooser.claim(spots, places, number), -apart(spot, spots[number])))
        first, last = min(spot.start, spots[best].start), max(spot.end, spots[best].end)
        text = sentence.span(first, last) if apart(spot, spots[best]) <= BESIDE else place.text
        return replace(places[best], text=text, relation=spot.relation or places[best].relation)

    def _route(self, sentence: Sentence, spots: list[Spot], places: list[Place], chosen: int | None) -> Route | None:
        """The ends of the journey. An origin alone is one only where goods or people are carried from it; what leaves
        the incident place ("Saiyadraja toll se") starts there, and what is carried to a place elsewhere or sold in
        one ends there."""
        ends: dict[str, int] = {}
        for number, spot in enumerate(spots):
            if spot.role in {"origin", "destination"}:
                ends.setdefault(spot.role, number)
        within = chosen is not None and bool(places[chosen].name) and places[chosen].district != OUTSIDE
        if "destination" not in ends and within and (sold := self._sold_at(sentence, spots, places, ends)) is not None:
            ends["destination"] = sold
        if "destination" not in ends and within and chosen is not None and self._arrives(sentence, spots, ends, chosen):
            ends["destination"] = chosen
        if "destination" not in ends:
            origin = ends.get("origin")
            if origin is None or places[origin].district != OUTSIDE or not self._carried(sentence, spots[origin]):
                return None
        elif (
            "origin" not in ends
            and within
            and chosen is not None
            and self._leaves(sentence, spots[chosen], places[ends["destination"]])
        ):
            ends["origin"] = chosen
        goal = places[ends["destination"]] if "destination" in ends else None
        if "origin" not in ends and chosen is None and goal is not None and goal.district is None and not goal.name:
            return None
        return Route(places[ends["origin"]] if "origin" in ends else None, goal)

    def _leaves(self, sentence: Sentence, spot: Spot, goal: Place) -> bool:
        """Whether what is carried to the goal sets out from the incident place."""
        around = spot.around
        if around.via or around.relation is not None:
            return False
        is_start = around.post == "from" or around.lead == "from"
        goods = self._lexicon["goods_words"] | self._lexicon["carry_words"]
        return is_start or (spot.role == "in" and not goods.isdisjoint(sentence.sounds))

    def _arrives(self, sentence: Sentence, spots: list[Spot], ends: dict[str, int], chosen: int) -> bool:
        """Whether what is brought from the origin comes to the incident place in one breath: "orissa se saidpur me
        ganja utarta hai"."""
        origin, spot = ends.get("origin"), spots[chosen]
        if origin is None or origin >= chosen or spot.around.relation is not None:
            return False
        between = range(spots[origin].end, spot.start + 1)
        if not self._lexicon["sale_words"].isdisjoint(sentence.sounds[spot.end :]):
            return False
        return self._carried(sentence, spots[origin]) and not any(sentence.paused[at] for at in between)

    def _sold_at(self, sentence: Sentence, spots: list[Spot], places: list[Place], ends: dict[str, int]) -> int | None:
        """The place elsewhere where people or goods of the incident place are sold: "Gahmar se ... Delhi me becha"."""
        from_range = "origin" in ends and places[ends["origin"]].district != OUTSIDE
        sold = not self._lexicon["sale_words"].isdisjoint(sentence.sounds)
        if not (from_range or sold):
            return None
        elsewhere = [n for n, spot in enumerate(spots) if spot.role == "in" and places[n].district == OUTSIDE]
        return elsewhere[0] if elsewhere else None

    def _carried(self, sentence: Sentence, origin: Spot) -> bool:
        """Whether goods or people are brought from there, and not only somebody comes: "Mirzapur se ganja lakar"."""
        next_words = sentence.sounds[origin.end : origin.end + NEXT_GOODS]
        lexicon = self._lexicon
        return not (
            lexicon["carry_words"].isdisjoint(sentence.sounds) and lexicon["goods_words"].isdisjoint(next_words)
        )


def _river_within(river: Place, places: Sequence[Place]) -> Place:
    """A river of several districts: in the one that the message names by other places."""
    district = _only({place.district for place in places if place.name and place.district in RANGE})
    return replace(river, district=district, needs_clarification=False) if district else river


def _follows_within(sentence: Sentence, spot: Spot, other: Spot) -> bool:
    """ "the brick kiln of my uncle at Birno": it stands in the place of those it belongs to."""
    near = 0 < other.start - spot.end <= NEXT_KIN
    return near and not any(sentence.paused[spot.end : other.start + 1])


def _abroad_at(holder: Entry, text: str, spot: Spot) -> Place:
    """A place in another district, which no directory here holds: told by that district."""
    return holder.place(text, 0.6, spot.around.relation)


def _is_namesake(spot: Spot, other: Spot) -> bool:
    """Whether another place of the same name is told elsewhere in the message, which does not hold this one."""
    same = spot is not other and bool(spot.hits and other.hits) and spot.hits[0].sound == other.hits[0].sound
    return same and apart(spot, other) > 1


def _only(values: Collection[str | None]) -> str | None:
    return next(iter(values)) or None if len(values) == 1 else None
