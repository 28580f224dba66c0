"""Writes data/gazetteer/post_offices.csv: names and PIN codes of the range's post offices, from the bharatpin package.

Run by hand when the package changes: `python -m satark.gazetteer.build`. The package's points are left out: most of
those for these districts lie elsewhere.
"""

from __future__ import annotations

import csv
import importlib.util
import re
from pathlib import Path

from satark.errors import DirectoryError
from satark.gazetteer.directory import COLUMNS
from satark.gazetteer.entry import RANGE

POST_OFFICES = "post_offices.csv"
_OFFICE_TYPE = re.compile(r"\s*\b(?:[BSH]\.?\s?O\.?|GPO)(?=\s|$)\.?", re.IGNORECASE)


def post_offices() -> list[tuple[str, str, str]]:
    """(district, name, PIN code) of the range's post offices, sorted. Raises `DirectoryError` without the package."""
    package = importlib.util.find_spec("bharatpin")
    if package is None or not package.submodule_search_locations:
        raise DirectoryError("the bharatpin package is not installed")
    source = Path(next(iter(package.submodule_search_locations))) / "data" / "pincodes.csv"
    found = set()
    with source.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            district = row["district"].strip().lower()
            if district in RANGE and row["state"].strip().lower() == "uttar pradesh":
                found.add((district, _name(row["officename"], district), row["pincode"].strip()))
    return sorted(entry for entry in found if entry[1])


def _name(office: str, district: str) -> str:
    """The place's name in an office's: without its type, and without the district that only tells namesakes apart."""
    name = re.sub(r"\s+", " ", _OFFICE_TYPE.sub("", office)).strip(" .-")
    words = name.split(" ")
    if len(words) > 1 and words[-1].lower() == district:
        words.pop()
    name = " ".join(words)
    return name.title() if name.isupper() else name


def main(data: Path = Path(__file__).parents[2] / "data" / "gazetteer") -> None:
    """Writes the file into `data`."""
    with (data / POST_OFFICES).open("w", encoding="utf-8", newline="") as sink:
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(COLUMNS)
        for district, name, pincode in post_offices():
            filled = {"kind": "post_office", "name": name, "district": district, "pincode": pincode}
            writer.writerow([filled.get(column, "") for column in COLUMNS])


if __name__ == "__main__":
    main()
