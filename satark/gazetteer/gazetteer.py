"""The gazetteer: all places known, and the reading of a message's places (contract section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from satark.errors import DirectoryError
from satark.gazetteer.directory import read_directory
from satark.gazetteer.entry import OUTSIDE, SMALL, Entry, plain_station
from satark.gazetteer.importing import IMPORTED
from satark.gazetteer.incident import IncidentReader, Mention, PlaceReading
from satark.gazetteer.index import NameIndex
from satark.gazetteer.lexicon import load_lexicon
from satark.gazetteer.points import Points
from satark.gazetteer.resolve import Resolver
from satark.phonetics import sound_key
from satark.reading import Place

PROJECT_DATA = Path(__file__).parents[2] / "data"

__all__ = ["Gazetteer", "Mention", "PlaceReading"]


@dataclass(frozen=True)
class _Parts:
    index: NameIndex
    reader: IncidentReader
    points: Points


class Gazetteer:
    """Places by name, by sound and by point. Immutable once loaded; safe to share between threads."""

    def __init__(self, entries: Iterable[Entry], lexicon_file: Path = PROJECT_DATA / "lexicon" / "places.yml") -> None:
        self.entries = tuple(_merged([*entries]))
        lexicon = load_lexicon(lexicon_file)
        index = NameIndex(self.entries)
        resolver = Resolver(lexicon.younger_tehsils)
        self._resolver = resolver
        self._parts = _Parts(index, IncidentReader(index, lexicon, resolver), Points(self.entries))
        self._hindi = {(e.kind, e.district, e.name): e.name_hi.split("|")[0] for e in self.entries if e.name_hi}

    @classmethod
    def load(cls, home: Path | str | None = None, data: Path | str = PROJECT_DATA / "gazetteer") -> Gazetteer:
        """The project's own places, and those imported under `home/gazetteer`.

        Raises `DirectoryError` where the project's directory is missing or unreadable.
        """
        files = sorted(Path(data).glob("*.csv"))
        if not files:
            raise DirectoryError(f"{Path(data).name}: no directory of places there")
        if home is not None and (imported := Path(home) / IMPORTED).exists():
            files.append(imported)
        return cls(entry for file in files for entry in read_directory(file).entries)

    def read(self, text: str, context: Sequence[str] = (), time_spans: Sequence[tuple[int, int]] = ()) -> PlaceReading:
        """Reads the places of a normalised, redacted message; never raises.

        `context`: names said earlier in the session, which decide between namesakes; `time_spans`: [start, end)
        characters already understood as time.
        """
        wides = [entry for name in context for entry in self._context_entries(name)]
        return self._parts.reader.read(text, wides, time_spans)

    def lookup(self, name: str, kind: str | None = None, district: str | None = None) -> list[Place]:
        """All places called `name` in any spelling or script, weightiest first; of one kind or district if given."""
        words = name.split()
        hits = self._parts.index.exact(words) or self._parts.index.near(words) if words else []
        found = [
            hit.entry
            for hit in hits
            if (kind is None or hit.entry.kind == kind) and (district is None or hit.entry.district == district)
        ]
        found.sort(key=lambda entry: -entry.weight)
        return [entry.place(name, 1.0) for entry in found]

    def name_in_hindi(self, name: str, kind: str | None, district: str | None) -> str | None:
        """How the place with this canonical name is written in Devanagari; None where no directory says so."""
        return self._hindi.get((kind or "", district or "", name))

    def nearest(self, lat: float, lon: float) -> Place:
        """The place of a location pin: district and nearest police station, by the nearest trusted points.

        An approximation: the district is that of the nearest known town or station, so that a pin within a few
        kilometres of a border may be given to the neighbour; a pin nearest to a place of another district, or far
        from all, is "outside".
        """
        return self._parts.points.nearest(lat, lon)

    def _context_entries(self, name: str) -> list[Entry]:
        words = name.split()
        if not words or len(words) > 8:
            return []
        hits = [hit for hit in self._parts.index.exact(words) if hit.entry.district != OUTSIDE and hit.entry.district]
        heavy = [hit for hit in hits if hit.entry.kind not in SMALL]
        settled = self._resolver.settle(heavy or hits, None, (), ()) if hits else []
        return settled if len(settled) == 1 else []


def _merged(entries: Sequence[Entry]) -> list[Entry]:
    """Records of one place from several directories made one (the first keeps its spelling), and the PIN codes."""
    kept: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        fine = (entry.tehsil, entry.block) if entry.small else ("", "")
        office = entry.pincode if entry.kind == "post_office" else ""
        district = "" if entry.kind == "river" else entry.district
        key = (entry.kind, district, _merging_name(entry), *fine, office)
        kept[key] = kept[key].filled_from(entry).also_called(entry.name) if key in kept else entry
    tehsil_of = {(e.district, e.name): e.tehsil for e in kept.values() if e.kind == "block" and e.tehsil}
    places = [
        replace(entry, tehsil=tehsil_of.get((entry.district, entry.block), ""))
        if entry.kind == "gram_panchayat" and not entry.tehsil
        else entry
        for entry in kept.values()
    ]
    offices: dict[str, set[str]] = defaultdict(set)
    for entry in places:
        if entry.pincode and entry.kind == "post_office":
            offices[entry.pincode].add(entry.district)
    pins = [
        Entry("pincode", pin, district=next(iter(found)) if len(found) == 1 else "", pincode=pin)
        for pin, found in offices.items()
    ]
    return [*places, *pins]


def _merging_name(entry: Entry) -> str:
    name = plain_station(entry.name) if entry.kind == "railway_station" else ""
    return sound_key(name or entry.name)
