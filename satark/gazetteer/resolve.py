"""From a name to the place meant: words of kind, wider places and weight decide; else the person is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from satark.gazetteer.entry import OUTSIDE, SMALL, WEIGHT, Entry
from satark.gazetteer.index import Hit
from satark.phonetics import sound_key
from satark.reading import Place

WIDE_KINDS = frozenset({"district", "tehsil", "block", "police_station", "town", "pincode"})
# What a word of kind asks for, the first that the name has; "gaon" means a village though a post office is called so.
_VILLAGES = frozenset({"village", "gram_panchayat"})
_HINTED = {
    "village": (_VILLAGES, SMALL),
    "gram_panchayat": (_VILLAGES, SMALL),
    "town": (frozenset({"town", "police_station", "tehsil", "block"}),),
}
_MOST_SURE, _LEAST_SURE = 0.97, 0.05


class Resolver:
    """Decides between the entries of a name."""

    def __init__(self, younger_tehsils: dict[str, str]) -> None:
        self._older = younger_tehsils

    def settle(
        self, hits: Sequence[Hit], kind: str | None, wides: Sequence[Entry], context: Sequence[Entry]
    ) -> list[Entry]:
        """The entries that may be meant, weightiest kind only; one where the words or the wider places decide."""
        entries = _known_from_afar(self._of_kind([hit.entry for hit in hits], kind))
        for around in (wides, context):
            entries = self._within(entries, around, finest=4)
        spelt = {id(hit.entry) for hit in hits if hit.spelt}
        entries = _heaviest(entries, spelt)
        for around in (wides, context):
            entries = self._within(entries, around, finest=6)
        entries = [entry for entry in entries if id(entry) in spelt] or entries
        return self._distinct(entries, [hit.entry for hit in hits])

    def _of_kind(self, entries: list[Entry], kind: str | None) -> list[Entry]:
        for wanted in _HINTED.get(kind, (frozenset({kind}),)) if kind else ():
            if chosen := [entry for entry in entries if entry.kind in wanted]:
                return chosen
        return entries

    def contradicts(self, entries: Sequence[Entry], wides: Sequence[Entry]) -> bool:
        """Whether every entry is a small place that lies outside the districts the message names."""
        districts = {wide.district for wide in wides if wide.district}
        return bool(districts) and all(
            entry.kind in SMALL and entry.district and entry.district not in districts for entry in entries
        )

    def _within(self, entries: list[Entry], wides: Sequence[Entry], finest: int) -> list[Entry]:
        """The entries that lie best within the wider places; fits above `finest` count as that."""
        if not wides or len(entries) < 2:
            return entries
        fits = [sum(min(finest, self._fit(entry, wide)) for wide in wides) for entry in entries]
        best = max(fits)
        return [entry for entry, fit in zip(entries, fits, strict=True) if fit == best] if best > 0 else entries

    def _fit(self, entry: Entry, wide: Entry) -> int:
        """How well `entry` lies within `wide`: 0 not, 1 in its district, more in its block, tehsil or station."""
        if wide.kind == "pincode" and entry.pincode == wide.pincode:
            return 6
        if not entry.district or entry.district != wide.district:
            return 0
        if wide.kind == "district":
            return 1
        tehsils = {self.old_tehsil(entry.tehsil), self.old_tehsil(wide.tehsil)} - {""}
        if wide.kind != "tehsil" and wide.name in entry.blocks and len(tehsils) <= 1:
            return 5
        if "" != entry.police_station == wide.name:
            return 5
        if entry.tehsil and len(tehsils) == 1 and wide.tehsil:
            return 4
        return 1

    def old_tehsil(self, tehsil: str) -> str:
        """The tehsil by the Census of 2011, as many directories still list villages."""
        return self._older.get(tehsil, tehsil)

    def _distinct(self, entries: list[Entry], every: Sequence[Entry]) -> list[Entry]:
        """Records of one place made one: town and station of a name, a village and its gram panchayat."""
        places: list[Entry] = []
        for entry in entries:
            for number, place in enumerate(places):
                if self._same(entry, place):
                    places[number] = place.filled_from(entry)
                    break
            else:
                places.append(entry)
        return [self._filled(place, every) for place in places]

    def _same(self, entry: Entry, place: Entry) -> bool:
        if entry.district != place.district:
            return False
        if {entry.kind, place.kind} == {"police_station", "town"} or (
            entry.kind == place.kind and entry.kind not in SMALL
        ):
            return entry.kind != "police_station" or entry.name == place.name or place.kind == "town"
        if entry.kind in SMALL and place.kind in SMALL:
            tehsils = {self.old_tehsil(entry.tehsil), self.old_tehsil(place.tehsil)} - {""}
            return len(tehsils) <= 1 and (not entry.block or not place.block or bool(entry.blocks & place.blocks))
        return entry.name == place.name

    def _filled(self, place: Entry, every: Sequence[Entry]) -> Entry:
        """Details from lighter records of the same name, where only one such place exists in the district."""
        others = [other for other in every if other.district == place.district and other is not place]
        if place.kind in SMALL:
            others = [other for other in others if other.kind in SMALL]
            if len({self.old_tehsil(other.tehsil) for other in [*others, place]} - {""}) > 1:
                return place
        elif place.kind in {"tehsil", "town", "police_station", "block"}:
            others = [other for other in others if other.kind in {"tehsil", "town", "police_station", "block"}]
            others = [other for other in others if sound_key(other.name) == sound_key(place.name)]
        else:
            return place
        for other in others:
            place = place.filled_from(other)
        return place


def _heaviest(entries: list[Entry], spelt: set[int]) -> list[Entry]:
    """The entries of the weightiest kind; a village called so to the letter (its id is in `spelt`) outweighs a post
    office that only sounds like it."""
    heaviest = max((entry.weight for entry in entries), default=0)
    found = [entry for entry in entries if entry.weight == heaviest]
    letters = [entry for entry in entries if id(entry) in spelt]
    if letters and all(entry.small and id(entry) not in spelt for entry in found):
        return _heaviest(letters, set())
    return found


def _known_from_afar(entries: list[Entry]) -> list[Entry]:
    """Without the villages called like a state, a district or a city elsewhere: "Patna me bech diya"."""
    return [entry for entry in entries if entry.weight == WEIGHT["state"]] or entries


def answer(entries: Sequence[Entry], text: str, confidence: float, relation: str | None) -> Place:
    """One place for the entries that may be meant: what they share, and all as alternatives where several remain."""
    if len(entries) == 1:
        place = entries[0].place(text, confidence, relation)
        return replace(place, needs_clarification=place.district is None)
    places = tuple(entry.place(text, round(confidence / len(entries), 4), relation) for entry in entries)
    first = places[0]

    def shared(field: str) -> str | None:
        values = {getattr(place, field) for place in places}
        return values.pop() if len(values) == 1 else None

    return replace(
        first,
        kind=shared("kind"),
        district=shared("district"),
        tehsil=shared("tehsil"),
        police_station=shared("police_station"),
        pincode=shared("pincode"),
        lat=None,
        lon=None,
        confidence=confidence,
        alternatives=places,
        needs_clarification=True,
    )


def sureness(entries: Sequence[Entry], slips: float, placed: bool, named: bool) -> float:
    """Confidence 0..1 by the evidence: weight of kind, slips of spelling, words that place or name it, namesakes."""
    sure = 0.9 if entries[0].kind not in SMALL else 0.72
    sure += 0.05 * placed + (0.08 if entries[0].kind in SMALL else 0.03) * named
    sure -= 0.13 * slips
    if len(entries) > 1:
        sure *= 0.5
    if entries[0].district == OUTSIDE:
        sure -= 0.03
    return round(min(_MOST_SURE, max(_LEAST_SURE, sure)), 4)
