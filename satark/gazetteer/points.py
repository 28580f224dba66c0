"""Places by point: great-circle distances to the few points that are trustworthy."""

from __future__ import annotations

import math
from collections.abc import Sequence

from satark.gazetteer.entry import OUTSIDE, Entry
from satark.reading import Place

EARTH_KM = 6371.0088
FARTHEST_KM = 30.0  # no point of the range is so far from every known town or station
_TRUSTED = frozenset({"district", "tehsil", "town", "police_station", "railway_station", "block"})


def distance_km(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance in kilometres between two points in WGS 84 degrees (haversine)."""
    half_lat = math.radians(to_lat - lat) / 2
    half_lon = math.radians(to_lon - lon) / 2
    chord = (
        math.sin(half_lat) ** 2 + math.cos(math.radians(lat)) * math.cos(math.radians(to_lat)) * math.sin(half_lon) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


class Points:
    """The entries whose points are trusted."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._known = [
            e for e in entries if e.lat is not None and e.lon is not None and e.district and e.kind in _TRUSTED
        ]
        self._stations = [e for e in self._known if e.kind == "police_station" and not e.name.startswith("Mahila")]

    def nearest_entry(
        self, lat: float, lon: float, other_than: Entry | None = None, district: str | None = None
    ) -> tuple[Entry, float] | None:
        """The nearest known place and its distance in kilometres: not one of the name or point of `other_than`, of one
        district if given."""
        found = [
            (distance_km(lat, lon, e.lat or 0.0, e.lon or 0.0), number)
            for number, e in enumerate(self._known)
            if (district is None or e.district == district)
            and (
                other_than is None or (e.name != other_than.name and (e.lat, e.lon) != (other_than.lat, other_than.lon))
            )
        ]
        if not found:
            return None
        distance, number = min(found)
        return self._known[number], distance

    def nearest(self, lat: float, lon: float) -> Place:
        """The place of a pin; see `Gazetteer.nearest`."""
        text = f"{lat:.5f}, {lon:.5f}"
        found = self.nearest_entry(lat, lon) if math.isfinite(lat) and math.isfinite(lon) else None
        if found is None or found[1] > FARTHEST_KM or found[0].district == OUTSIDE:
            return Place(text=text, district=OUTSIDE, lat=lat, lon=lon, confidence=0.8)
        district = found[0].district
        stations = [e for e in self._stations if e.district == district]
        station = min(stations, key=lambda e: distance_km(lat, lon, e.lat or 0.0, e.lon or 0.0), default=None)
        return Place(
            text=text,
            district=district,
            police_station=station.name if station else None,
            tehsil=(station.tehsil or None) if station else None,
            lat=lat,
            lon=lon,
            relation="at",
            confidence=0.8 if found[1] < 8 else 0.6,
        )
