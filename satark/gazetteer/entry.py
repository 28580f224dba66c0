"""One place of the gazetteer, and what its kind weighs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from satark.reading import Place

RANGE = ("jaunpur", "ghazipur", "chandauli")
OUTSIDE = "outside"

# Contract section 5: with one name for several kinds, the weightier is meant.
WEIGHT = {
    "state": 9,
    "district": 9,
    "tehsil": 8,
    "town": 7,
    "police_station": 7,
    "block": 6,
    "railway_station": 5,
    "landmark": 5,
    "road": 5,
    "river": 5,
    "pincode": 5,
    "post_office": 4,
    "village": 3,
    "gram_panchayat": 3,
}
# How narrow a place of the kind is: the narrowest that contains the event is the incident place.
NARROW = {
    "landmark": 9,
    "village": 8,
    "gram_panchayat": 8,
    "post_office": 8,
    "railway_station": 7,
    "town": 6,
    "police_station": 6,
    "block": 5,
    "pincode": 5,
    "tehsil": 4,
    "river": 3,
    "road": 3,
    "district": 2,
    "state": 1,
}
SMALL = frozenset({"village", "gram_panchayat", "post_office"})
KINDS = frozenset(WEIGHT)
_STATION_WORDS = frozenset({"jn", "junction", "halt", "railway", "station", "जंक्शन", "स्टेशन", "हाल्ट"})


@dataclass(frozen=True)
class Entry:
    """A named place as the directories give it. `district` is a district of the range or "outside", "" where it lies
    in several; `lat`/`lon` WGS 84 degrees, only where trustworthy."""

    kind: str
    name: str
    name_hi: str = ""
    aliases: tuple[str, ...] = ()
    district: str = ""
    tehsil: str = ""
    block: str = ""
    police_station: str = ""
    pincode: str = ""
    lat: float | None = None
    lon: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        names = (self.name, *(part for part in self.name_hi.split("|") if part), *self.aliases)
        if self.kind != "railway_station":
            return names
        return (*names, *(plain for name in names if (plain := plain_station(name)) and plain != name))

    @property
    def blocks(self) -> frozenset[str]:
        """The blocks it may lie in: directories give several ("Badlapur|Sikrara") where villages share a name."""
        return frozenset(part for part in self.block.split("|") if part)

    @property
    def weight(self) -> int:
        return WEIGHT[self.kind]

    @property
    def small(self) -> bool:
        return self.kind in SMALL

    def filled_from(self, other: Entry) -> Entry:
        """This entry with its empty fields taken from another record of the same place."""
        fields = ("name_hi", "tehsil", "block", "police_station", "pincode", "lat", "lon")
        return replace(self, **{f: getattr(self, f) or getattr(other, f) for f in fields})

    def also_called(self, name: str) -> Entry:
        """This entry with one more spelling of its name, where it is another."""
        known = {spelling.lower() for spelling in self.names}
        return self if name.lower() in known else replace(self, aliases=(*self.aliases, name))

    def place(self, text: str, confidence: float, relation: str | None = None) -> Place:
        """The entry as an answer to `text`."""
        return Place(
            text=text,
            name=self.name,
            kind=None if self.kind == "state" else self.kind,
            district=self.district or None,
            police_station=self.police_station or None,
            tehsil=self.tehsil or None,
            pincode=self.pincode or None,
            lat=self.lat,
            lon=self.lon,
            relation=relation,
            confidence=confidence,
        )


def plain_station(name: str) -> str:
    """A railway station's name without the words that only say it is one ("Shahganj Jn" -> "Shahganj")."""
    return " ".join(word for word in name.split() if word.lower() not in _STATION_WORDS)
