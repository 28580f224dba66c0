"""Importing a directory of places: what is new goes into the home's own directory and holds from the next load on."""

from __future__ import annotations

import csv
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from satark.errors import DirectoryError
from satark.gazetteer.directory import COLUMNS, Rejection, read_directory
from satark.gazetteer.entry import Entry

IMPORTED = Path("gazetteer") / "imported.csv"


@dataclass(frozen=True)
class ImportReport:
    """What an import did: rows added, rows there already, rows whose details changed, rows refused and why."""

    source: str
    added: int
    unchanged: int
    updated: int
    rejected: tuple[Rejection, ...]

    def lines(self) -> list[str]:
        """The report for a person, the summary first."""
        summary = (
            f"{self.source}: {self.added} added, {self.updated} updated, {self.unchanged} unchanged, "
            f"{len(self.rejected)} rejected"
        )
        return [summary, *(f"  {rejection}" for rejection in self.rejected)]


def identity(entry: Entry) -> tuple[str, ...]:
    """What makes a row the same row at the next import."""
    return (entry.kind, entry.name, entry.district, entry.tehsil, entry.block, entry.pincode)


def import_directory(path: Path | str, home: Path | str) -> ImportReport:
    """Adds the places of a CSV directory to `home/gazetteer/imported.csv`; importing a file again changes nothing.

    Raises `DirectoryError` where the file cannot be read or the home not written.
    """
    path, target = Path(path), Path(home) / IMPORTED
    rows = read_directory(path)
    known = {identity(entry): entry for entry in read_directory(target).entries} if target.exists() else {}
    added = unchanged = updated = 0
    seen: set[tuple[str, ...]] = set()
    for entry in rows.entries:
        key = identity(entry)
        before = known.get(key)
        if before is None:
            added += 1
        elif before == entry or key in seen:
            unchanged += 1
            continue
        else:
            updated += 1
        seen.add(key)
        known[key] = entry
    if added or updated:
        _write(target, list(known.values()))
    return ImportReport(path.name, added, unchanged, updated, tuple(rows.rejected))


def _write(target: Path, entries: list[Entry]) -> None:
    """Writes the whole file beside its place and moves it there, so that a reader sees the old one or the new one."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".csv.part")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as sink:
            writer = csv.writer(sink, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows(_row(entry) for entry in entries)
            sink.flush()
            os.fsync(sink.fileno())
        os.replace(name, target)
    except OSError as problem:
        raise DirectoryError(f"the imported directory cannot be written ({problem.__class__.__name__})") from problem


def _row(entry: Entry) -> list[str]:
    values = {column: getattr(entry, column) for column in COLUMNS}
    values["aliases"] = "|".join(entry.aliases)
    return ["" if value is None else str(value) for value in values.values()]
