"""One message's places put together: the incident place, the route, and everything named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from satark.gazetteer.entry import NARROW, OUTSIDE, RANGE, SMALL, WEIGHT, Entry
from satark.gazetteer.index import NameIndex
from satark.gazetteer.landmarks import LandmarkFinder, settle_kind
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS, Resolver, answer, sureness
from satark.gazetteer.roles import RoleReader
from satark.gazetteer.sentence import Sentence, read_sentence
from satark.gazetteer.spots import Spot, Spotter
from satark.reading import Place, Route

BESIDE = 3  # words between a place and the wider one that holds it
NEXT_GOODS = 4  # words from an origin to the goods that come from it
MOST_WIDES = 8  # wider places weighed against one name
_FALLBACKS = ("origin", "destination", "via", "road", "people")


@dataclass(frozen=True)
class Mention:
    """A place named in the message: characters [start, end) of the text, and its role
    (in, origin, destination, via, road, people, home, office, denied)."""

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
        self._spotter = Spotter(index, lexicon)
        self._landmarks = LandmarkFinder(lexicon)
        self._roles = RoleReader(lexicon)
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
        chosen = self._incident(sentence, spots, places)
        incident = self._with_landmark(sentence, spots, places, chosen) if chosen is not None else None
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
        taken = [False] * len(sentence)
        for spot in named:
            for position in range(spot.start, spot.end):
                taken[position] = True
        found = [*named, *self._landmarks.spots(sentence, taken)]
        return sorted((spot for spot in found if spot.role), key=lambda spot: spot.first)

    def _wide_entries(self, spots: list[Spot], context: Sequence[Entry]) -> list[tuple[Spot, Entry]]:
        """Wider places of the message that are certain: they decide between namesakes."""
        wides = []
        for spot in spots:
            if not spot.hits or spot.role in {"origin", "destination", "road", "via", "home"}:
                continue
            entries = self._resolver.settle(spot.hits, spot.around.kind, (), context)
            if len(entries) == 1 and entries[0].kind in WIDE_KINDS and entries[0].district in RANGE:
                wides.append((spot, entries[0]))
        return wides

    def _place(
        self,
        sentence: Sentence,
        spots: list[Spot],
        number: int,
        certain: list[tuple[Spot, Entry]],
        context: Sequence[Entry],
    ) -> Place:
        spot = spots[number]
        text, relation = sentence.span(spot.start, spot.end), spot.around.relation
        wides = list({id(entry): entry for other, entry in certain if other is not spot}.values())[:MOST_WIDES]
        beside = [entry for other, entry in certain if other is not spot and _apart(spot, other) <= BESIDE]
        holder = self._abroad(spots, number)
        if not spot.hits:
            found = self._unlisted(spot, text, wides or list(context))
            return _abroad_at(holder, text, spot) if holder and not wides else found
        if spot.role in {"origin", "destination"} and any(hit.entry.weight == WEIGHT["state"] for hit in spot.hits):
            wides = []
        entries = self._resolver.settle(spot.hits, spot.around.kind, wides, context)
        if holder and all(entry.district != OUTSIDE for entry in entries):
            return _abroad_at(holder, text, spot)
        if self._resolver.contradicts(entries, beside):
            return self._unlisted(spot, text, beside)
        sure = sureness(entries, spot.slips, spot.around.placed, spot.around.kind is not None)
        if spot.role == "road":
            return self._road(spots, spot, text)
        return answer(entries, text, sure, relation)

    def _road(self, spots: list[Spot], spot: Spot, text: str) -> Place:
        """A road named after the towns it joins: told by the first of them within the range."""
        named = [other.hits for other in spots if spot.start <= other.first < spot.last and other.hits]
        towns = [entry for hits in named for entry in self._resolver.settle(hits, None, (), ())]
        towns = [town for town in towns if not town.small and town.district in RANGE]
        relation = spot.around.relation or "on"
        if not towns or _only({town.district for town in towns}) is None:
            return Place(text=text, kind="road", relation=relation, confidence=0.4, needs_clarification=True)
        return towns[0].place(text, 0.5, relation)

    def _abroad(self, spots: list[Spot], number: int) -> Entry | None:
        """The district or state outside the range that holds the place: "Varanasi ke Ramnagar", "Rampur, Bihar"."""
        spot = spots[number]
        for other in spots[max(0, number - 1) : number + 2]:
            if other is spot or other.role not in {"in", "home"} or not other.hits or _apart(spot, other) > 1:
                continue
            holds = other.first > spot.first or other.around.post == "of" or _apart(spot, other) == 0
            bound = spot.around.post in {"in", None} if other.first < spot.first else spot.around.post is None
            outer = all(hit.entry.district == OUTSIDE and hit.entry.kind in {"district", "state"} for hit in other.hits)
            if holds and bound and outer and other.around.relation is None:
                heavy = any(hit.entry.district and hit.entry.kind in {"district", "tehsil"} for hit in spot.hits)
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

    def _incident(self, sentence: Sentence, spots: list[Spot], places: list[Place]) -> int | None:
        """The spot the event is at: the narrowest that is no end, home or office; else an end within the range;
        the station complained to where it is itself accused of taking money; a home where it happens "there"."""
        inside = [number for number, spot in enumerate(spots) if spot.role == "in"]
        if inside:
            best = max(inside, key=lambda number: (self._claim(spots, places, number), -number))
            return best - 1 if _says_where_it_ends(spots, places, best) else best
        for role in _FALLBACKS:
            of_role = [number for number, spot in enumerate(spots) if spot.role == role]
            of_role = [number for number in of_role if places[number].district != OUTSIDE]
            if of_role:
                return max(of_role, key=lambda number: len(places[number].text)) if role == "road" else of_role[0]
        ends = {spot.role: number for number, spot in reversed([*enumerate(spots)])}
        if "origin" in ends and "destination" in ends:
            return ends["origin"]
        if "office" in ends and not self._lexicon["bribe_words"].isdisjoint(sentence.sounds):
            return ends["office"]
        if not any(self._lexicon.there.at(sentence.sounds, at) for at in range(len(sentence))):
            return None
        homes = [number for number, spot in enumerate(spots) if spot.role == "home"]
        return next((number for number in reversed(homes) if places[number].district != OUTSIDE), ends.get("home"))

    def _claim(self, spots: list[Spot], places: list[Place], number: int) -> float:
        """How strongly a spot claims to be where it happened: narrow kind, words that place it, sure spelling."""
        spot, place = spots[number], places[number]
        narrow = _narrow(spot, place)
        claim = narrow + 1.0 * (spot.around.relation is not None) + 1.0 * (spot.around.kind is not None)
        placed = spot.around.post == "in" or spot.around.lead == "in"
        if not placed and number + 1 < len(spots) and spot.around.post in {None, "of"}:
            following = spots[number + 1]
            placed = _apart(spot, following) <= 1 and narrow > _narrow(following, places[number + 1])
            placed = placed and (following.around.post == "in" or following.around.lead == "in")
            placed = placed or self._within_next(spots, places, number)
        if not placed and number and spot.around.kind == "village":
            placed = spots[number - 1].around.post == "in" and _apart(spot, spots[number - 1]) <= 1
        if place.kind in SMALL and spot.around.kind is None and not placed:
            claim -= 3.0
        return claim + 3.0 * placed - 2.0 * spot.slips - 4.0 * (place.district == OUTSIDE)

    def _within_next(self, spots: list[Spot], places: list[Place], number: int) -> bool:
        """Whether the wider place that follows holds it: "Hariharpur, thana Kerakat"."""
        spot, following, holder = spots[number], spots[number + 1], places[number + 1]
        wider = following.around.kind in WIDE_KINDS or holder.kind in WIDE_KINDS
        held = bool(places[number].district) and places[number].district == holder.district
        return spot.small and wider and held and following.role == "in" and _apart(spot, following) <= 1

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
            return replace(place, text=sentence.span(first, last), relation=place.relation or other.around.relation)
        return place

    def _holder(self, sentence: Sentence, spots: list[Spot], places: list[Place], chosen: int) -> Place:
        """A landmark no directory holds is told by the named place it lies in ("Jangipur, Sanjeevani Nursing Home"),
        with the landmark's words and relation; by itself where none is named."""
        spot, place = spots[chosen], places[chosen]
        named = [
            number for number, other in enumerate(spots)
            if places[number].name and other.role in {"in", "people", "road", "via"}
            and (place.district is None or places[number].district in {place.district, None})
        ]  # fmt: skip
        if not named:
            return place
        best = max(named, key=lambda number: (self._claim(spots, places, number), -_apart(spot, spots[number])))
        first, last = min(spot.start, spots[best].start), max(spot.end, spots[best].end)
        text = sentence.span(first, last) if _apart(spot, spots[best]) <= BESIDE else place.text
        return replace(places[best], text=text, relation=place.relation or places[best].relation)

    def _route(self, sentence: Sentence, spots: list[Spot], places: list[Place], chosen: int | None) -> Route | None:
        """The ends of the journey. An origin alone is one only where goods or people are carried from it; what leaves
        the incident place ("Saiyadraja toll se") starts there."""
        ends: dict[str, int] = {}
        for number, spot in enumerate(spots):
            if spot.role in {"origin", "destination"}:
                ends.setdefault(spot.role, number)
        if "destination" not in ends:
            origin = ends.get("origin")
            if origin is None or places[origin].district != OUTSIDE or not self._carried(sentence, spots[origin]):
                return None
        elif "origin" not in ends and chosen is not None and places[chosen].name:
            around = spots[chosen].around
            if (around.post == "from" or around.lead == "from") and not around.via and around.relation is None:
                ends["origin"] = chosen
        goal = places[ends["destination"]] if "destination" in ends else None
        if "origin" not in ends and chosen is None and goal is not None and goal.district is None and not goal.name:
            return None
        return Route(places[ends["origin"]] if "origin" in ends else None, goal)

    def _carried(self, sentence: Sentence, origin: Spot) -> bool:
        """Whether goods or people are brought from there, and not only somebody comes: "Mirzapur se ganja lakar"."""
        next_words = sentence.sounds[origin.end : origin.end + NEXT_GOODS]
        lexicon = self._lexicon
        return not (
            lexicon["carry_words"].isdisjoint(sentence.sounds) and lexicon["goods_words"].isdisjoint(next_words)
        )


def _abroad_at(holder: Entry, text: str, spot: Spot) -> Place:
    """A place in another district, which no directory here holds: told by that district."""
    return holder.place(text, 0.6, spot.around.relation)


def _says_where_it_ends(spots: list[Spot], places: list[Place], number: int) -> bool:
    """Whether a district only says where the journey before it ends: "mau se lakar kasimabad ghazipur me"."""
    if not number or places[number].kind != "district" or spots[number - 1].role != "destination":
        return False
    end, district = places[number - 1], places[number].district
    return bool(end.name) and end.district == district and _apart(spots[number - 1], spots[number]) <= 1


def _only(values: set[str]) -> str | None:
    return next(iter(values)) or None if len(values) == 1 else None


def _apart(spot: Spot, other: Spot) -> int:
    """Words between two spots; 0 where they touch."""
    return max(0, max(spot.start, other.start) - min(spot.end, other.end))


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
