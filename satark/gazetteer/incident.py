"""One message's places put together: the incident place, the route, and everything named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from satark.gazetteer.entry import NARROW, OUTSIDE, RANGE, SMALL, Entry
from satark.gazetteer.index import NameIndex
from satark.gazetteer.landmarks import LandmarkFinder, settle_kind
from satark.gazetteer.lexicon import Lexicon
from satark.gazetteer.resolve import WIDE_KINDS, Resolver, answer, sureness
from satark.gazetteer.roles import RoleReader
from satark.gazetteer.sentence import Sentence, read_sentence
from satark.gazetteer.spots import Spot, Spotter
from satark.reading import Place, Route

_FALLBACKS = ("origin", "destination", "via", "road")


@dataclass(frozen=True)
class Mention:
    """A place named in the message: characters [start, end) of the text, and its role
    (in, origin, destination, via, road, home, office)."""

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
        places = [self._place(sentence, spot, self._others(wides, spot), context) for spot in spots]
        chosen = self._incident(spots, places)
        incident = self._with_landmark(sentence, spots, places, chosen) if chosen is not None else None
        mentions = tuple(
            Mention(
                sentence.span(spot.start, spot.end), sentence.words[spot.start].start, sentence.words[spot.end - 1].end,
                spot.role, place,
            )
            for spot, place in zip(spots, places, strict=True)
        )  # fmt: skip
        return PlaceReading(incident, self._route(spots, places), mentions)

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
            if not spot.hits or spot.role in {"origin", "destination", "road", "via"}:
                continue
            entries = self._resolver.settle(spot.hits, spot.around.kind, (), context)
            if len(entries) == 1 and entries[0].kind in WIDE_KINDS and entries[0].district in RANGE:
                wides.append((spot, entries[0]))
        return wides

    def _others(self, wides: list[tuple[Spot, Entry]], spot: Spot) -> list[Entry]:
        return [entry for other, entry in wides if other is not spot]

    def _place(self, sentence: Sentence, spot: Spot, wides: list[Entry], context: Sequence[Entry]) -> Place:
        text = sentence.span(spot.start, spot.end)
        relation = spot.around.relation
        if not spot.hits:
            return self._unlisted(spot, text, wides or list(context))
        entries = self._resolver.settle(spot.hits, spot.around.kind, wides, context)
        if self._resolver.contradicts(entries, wides):
            return self._unlisted(spot, text, wides)
        sure = sureness(entries, spot.slips, spot.around.placed, spot.around.kind is not None)
        if spot.role == "road":
            districts = {entry.district for entry in entries} & set(RANGE)
            return Place(text=text, kind="road", district=_only(districts), relation=relation, confidence=0.4)
        return answer(entries, text, sure, relation)

    def _unlisted(self, spot: Spot, text: str, wides: Sequence[Entry]) -> Place:
        """A place no directory holds, with what the wider places named beside it say."""
        stations = {wide.police_station for wide in wides if wide.kind == "police_station"}
        tehsils = {wide.tehsil for wide in wides if wide.tehsil}
        return Place(
            text=text,
            kind=settle_kind(spot),
            district=_only({wide.district for wide in wides if wide.district}),
            police_station=_only(stations),
            tehsil=_only(tehsils),
            relation=spot.around.relation,
            confidence=0.5 if spot.own_name else 0.35,
        )

    def _incident(self, spots: list[Spot], places: list[Place]) -> int | None:
        """The spot the event is at: the narrowest that is not an end, a home or an office; else an end within the range."""
        inside = [number for number, spot in enumerate(spots) if spot.role == "in"]
        if inside:
            return max(inside, key=lambda number: (self._claim(spots[number], places[number]), -number))
        for role in _FALLBACKS:
            of_role = [number for number, spot in enumerate(spots) if spot.role == role]
            for number in of_role:
                if places[number].district != OUTSIDE:
                    return number
        for role in _FALLBACKS:
            for number, spot in enumerate(spots):
                if spot.role == role and role != "destination":
                    return number
        return None

    def _claim(self, spot: Spot, place: Place) -> float:
        narrow = NARROW.get(place.kind or "", 1)
        if not spot.hits and not spot.own_name:
            narrow = 3
        if not spot.hits and spot.noun is None and spot.around.kind is None:
            narrow = 4
        claim = float(narrow)
        claim += 3.0 * (spot.around.post == "in" or spot.around.lead == "in") + 1.0 * (spot.around.relation is not None)
        claim += 1.0 * (spot.around.kind is not None) - 2.0 * spot.slips
        if place.kind in SMALL and spot.around.kind is None and not spot.around.placed:
            claim -= 3.0
        return claim - 4.0 * (place.district == OUTSIDE)

    def _with_landmark(self, sentence: Sentence, spots: list[Spot], places: list[Place], chosen: int) -> Place:
        """The chosen place; where a landmark without a name of its own stands by, its words and relation are added."""
        spot, place = spots[chosen], places[chosen]
        if not spot.hits:
            return place
        for number in (chosen + 1, chosen - 1):
            if not 0 <= number < len(spots):
                continue
            other = spots[number]
            first, last = min(spot.start, other.start), max(spot.end, other.end)
            gap = max(spot.start, other.start) - min(spot.end, other.end)
            if other.hits or other.own_name or other.role != "in" or gap > 2:
                continue
            return replace(place, text=sentence.span(first, last), relation=other.around.relation or place.relation)
        return place

    def _route(self, spots: list[Spot], places: list[Place]) -> Route | None:
        ends: dict[str, Place] = {}
        for spot, place in zip(spots, places, strict=True):
            if spot.role in {"origin", "destination"}:
                ends.setdefault(spot.role, place)
        if not ends:
            return None
        if "destination" in ends and "origin" not in ends:
            started = [number for number, spot in enumerate(spots) if spot.role == "in"]
            if not started and ends["destination"].district is None and ends["destination"].name is None:
                return None
        return Route(ends.get("origin"), ends.get("destination"))


def _only(values: set[str]) -> str | None:
    return next(iter(values)) or None if len(values) == 1 else None
