"""Directories of places as CSV: the project's own columns, or the Local Government Directory's village export.

A row that cannot be used is named with its line number and the reason; the rest goes on.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from satark.errors import DirectoryError
from satark.gazetteer.entry import KINDS, OUTSIDE, RANGE, Entry
from satark.phonetics import sound_key

COLUMNS = (
    "kind", "name", "name_hi", "aliases", "district", "tehsil", "block", "police_station", "pincode", "lat", "lon",
)  # fmt: skip

# Heading (letters only, lower case) -> column. The Local Government Directory has changed its headings over the years.
_HEADINGS = {
    "villagenameinenglish": "name",
    "villagenameenglish": "name",
    "villagename": "name",
    "villagenameinlocal": "name_hi",
    "villagenamelocal": "name_hi",
    "villagenameinlocallanguage": "name_hi",
    "localname": "name_hi",
    "namehindi": "name_hi",
    "subdistrictname": "tehsil",
    "subdistrictnameinenglish": "tehsil",
    "tehsilname": "tehsil",
    "districtname": "district",
    "districtnameinenglish": "district",
    "blockname": "block",
    "developmentblockname": "block",
    "localbodyname": "gram_panchayat",
    "grampanchayatname": "gram_panchayat",
    "policestation": "police_station",
    "thana": "police_station",
    "pin": "pincode",
    "latitude": "lat",
    "longitude": "lon",
    "long": "lon",
}
_KINDS = {"highway": "road", "expressway": "road", "gp": "gram_panchayat", "thana": "police_station"}
_PIN = re.compile(r"[1-9]\d{5}")


@dataclass(frozen=True)
class Rejection:
    """A row that could not be used: its line in the file (the heading is line 1) and why."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


@dataclass
class DirectoryRows:
    """What a directory file gave."""

    entries: list[Entry] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)


def read_directory(path: Path) -> DirectoryRows:
    """Reads a CSV directory. Raises `DirectoryError` where the file cannot be read or has no column of names."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as source:
            return _read(csv.reader(source), path)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise DirectoryError(
            f"{path.name}: cannot be read as a CSV directory ({problem.__class__.__name__})"
        ) from problem


def _read(reader: Iterable[list[str]], path: Path) -> DirectoryRows:
    rows: Iterator[list[str]] = iter(reader)
    heading, line = _heading(rows)
    if "name" not in heading:
        raise DirectoryError(f"{path.name}: no column of place names among its headings")
    is_villages = "kind" not in heading
    found = DirectoryRows()
    for number, values in enumerate(rows, line + 1):
        if not any(value.strip() for value in values):
            continue
        row = {column: value.strip() for column, value in zip(heading, values, strict=False) if column}
        if is_villages:
            row.setdefault("kind", "village")
        entry = _entry(row)
        if isinstance(entry, Entry):
            found.entries.append(entry)
            found.lines.append(number)
        else:
            found.rejected.append(Rejection(number, entry))
    return found


def _heading(rows: Iterator[list[str]]) -> tuple[list[str], int]:
    """The heading's columns and its line: the first row that names a column (exports carry title rows above it)."""
    for number, values in enumerate(rows, 1):
        columns = []
        for value in values:
            plain = re.sub(r"[^a-z]", "", value.lower())
            column = _HEADINGS.get(plain) or (value.strip().lower() if value.strip().lower() in COLUMNS else "")
            columns.append(column if column not in columns else "")
        if "name" in columns:
            return columns, number
        if number >= 10:
            break
    return [], 0


def _entry(row: dict[str, str]) -> Entry | str:
    """The row as an entry, or the reason why it cannot be one."""
    kind = _KINDS.get(row.get("kind", "").lower(), row.get("kind", "").lower())
    if kind not in KINDS:
        return f"unknown kind {kind!r}"
    name = row.get("name", "")
    if not sound_key(name):
        return "no name"
    district = _district(row.get("district", ""))
    if district is None:
        return f"district {row.get('district', '')!r} is not of this range"
    pincode = row.get("pincode", "")
    if pincode and not _PIN.fullmatch(pincode):
        return f"PIN code {pincode!r} is not six digits"
    point = _point(row.get("lat", ""), row.get("lon", ""))
    if isinstance(point, str):
        return point
    return Entry(
        kind=kind,
        name=name,
        name_hi=row.get("name_hi", ""),
        aliases=tuple(part for part in row.get("aliases", "").split("|") if part),
        district=district,
        tehsil=row.get("tehsil", ""),
        block=row.get("block", ""),
        police_station=row.get("police_station", ""),
        pincode=pincode,
        lat=point[0],
        lon=point[1],
    )


def _district(text: str) -> str | None:
    """A district of the range, "outside", "" where several are named, None where it is none of them."""
    plain = re.sub(r"\(.*", "", text).strip()
    keys = {district: sound_key(district) for district in RANGE}
    found = {district for part in re.split(r"[;/|]", plain) for district in RANGE
             if keys[district] in {sound_key(part), sound_key(part.split(" ")[0])}}  # fmt: skip
    if len(found) == 1:
        return found.pop()
    if found or not plain:
        return ""
    return OUTSIDE if plain.lower() == OUTSIDE else None


def _point(lat: str, lon: str) -> tuple[float | None, float | None] | str:
    if not lat and not lon:
        return None, None
    try:
        point = float(lat), float(lon)
    except ValueError:
        return f"point {lat!r}, {lon!r} is not two numbers"
    if not (6 <= point[0] <= 38 and 68 <= point[1] <= 98):
        return f"point {lat}, {lon} lies outside India"
    return point
