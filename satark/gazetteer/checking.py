"""Checking a directory of places: what a person should look at before trusting it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from satark.gazetteer.directory import Rejection, read_directory
from satark.gazetteer.entry import RANGE, SMALL, Entry
from satark.gazetteer.gazetteer import Gazetteer
from satark.gazetteer.points import Points
from satark.phonetics import sound_key

FARTHEST_FROM_OWN_KM = (
    3.0  # a point is doubted when its own district's nearest known place is this much farther than another's
)


@dataclass(frozen=True)
class CheckReport:
    """What was found: rows refused, doubles, points that seem to lie elsewhere, places without a police station."""

    places: int
    rejected: tuple[Rejection, ...]
    duplicates: tuple[str, ...]
    misplaced: tuple[str, ...]
    stationless: tuple[str, ...]

    def lines(self) -> list[str]:
        """The report for a person, the summary first."""
        summary = (
            f"{self.places} places: {len(self.rejected)} rejected, {len(self.duplicates)} duplicates, "
            f"{len(self.misplaced)} points in doubt, {len(self.stationless)} without a police station"
        )
        found = [summary]
        for heading, rows in (
            ("rejected", [str(rejection) for rejection in self.rejected]),
            ("duplicate", list(self.duplicates)),
            ("point in doubt", list(self.misplaced)),
            ("no police station", list(self.stationless)),
        ):
            found.extend(f"  {heading}: {row}" for row in rows)
        return found


def check_directory(source: Path | str | Gazetteer, known: Gazetteer | None = None) -> CheckReport:
    """Checks a CSV directory, or a loaded gazetteer. Points are judged by the trusted points of `known` (default: the
    project's own places). Raises `DirectoryError` where the file cannot be read."""
    if isinstance(source, Gazetteer):
        entries: Sequence[Entry] = source.entries
        rejected: tuple[Rejection, ...] = ()
    else:
        rows = read_directory(Path(source))
        entries, rejected = rows.entries, tuple(rows.rejected)
    points = Points((known or Gazetteer.load()).entries)
    return CheckReport(
        places=len(entries),
        rejected=rejected,
        duplicates=tuple(_duplicates(entries)),
        misplaced=tuple(_misplaced(entries, points)),
        stationless=tuple(_label(e) for e in entries if e.kind in SMALL | {"town", "landmark"} and e.district in RANGE
                          and not e.police_station),
    )  # fmt: skip


def _label(entry: Entry) -> str:
    wider = ", ".join(part for part in (entry.block, entry.tehsil, entry.district) if part)
    return f"{entry.kind} {entry.name} ({wider})"


def _duplicates(entries: Sequence[Entry]) -> list[str]:
    seen: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        seen[(entry.kind, sound_key(entry.name), entry.district, entry.tehsil, entry.block, entry.pincode)].append(
            entry
        )
    return [f"{_label(same[0])} x{len(same)}" for same in seen.values() if len(same) > 1]


def _misplaced(entries: Sequence[Entry], points: Points) -> list[str]:
    doubted = []
    for entry in entries:
        if entry.lat is None or entry.lon is None or entry.district not in RANGE:
            continue
        other = points.nearest_entry(entry.lat, entry.lon, other_than=entry)
        own = points.nearest_entry(entry.lat, entry.lon, other_than=entry, district=entry.district)
        if other is None or own is None or other[0].district == entry.district:
            continue
        if own[1] - other[1] > FARTHEST_FROM_OWN_KM:
            doubted.append(
                f"{_label(entry)}: nearest known place is {other[0].name} ({other[0].district}), {other[1]:.1f} km"
            )
    return doubted
