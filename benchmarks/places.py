"""Places: our gazetteer beside plain rapidfuzz over the place names, on the same messages and the same directory.

The peer is what one would write first: every run of one to three words of a message, compared by rapidfuzz's ratio
with every name and alias of every place in both scripts; the best match at or above the cutoff is the place, of equal
ones the longer run of words. To be fair to it, of places with one name it takes the weightiest kind, as the contract
says, and flags a namesake where several of that weight lie apart. Its cutoff is, of 80, 85, 90 and 95, the one that
served it best on these messages.

Both read what comes through the door (normalised, redacted); ours is also told which words are time, as in the
pipeline. The directory of villages beside the project is imported for both; without it the benchmark tells so and
fails.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from benchmarks.sides import Case, Side, by_id, chosen, compare, judged, measure, options
from benchmarks.when import received
from satark.gazetteer import Gazetteer, import_directory
from satark.gazetteer.entry import Entry
from satark.reading import Place
from satark.redaction import redact
from satark.settings import ROOT
from satark.text import tokens
from satark.when import read_time

DIRECTORY = ROOT.parent / "shared" / "gazetteer" / "places.csv"
FIGURES = ("district", "place name", "namesake", "no place")
CUTOFF = 90.0
LONGEST_RUN = 3  # words
SHORTEST_NAME = 4  # characters: shorter runs of words are like too many names


def judge(case: Case, place: Place | None) -> Iterator[tuple[str, bool]]:
    """The outcomes of a place, by the common rules."""
    return judged(case, {"place": place.to_json() if place else None}, FIGURES)


def ours(gold: Sequence[Case], gazetteer: Gazetteer) -> Side:
    """Our gazetteer's figures."""

    def prepared(case: Case) -> tuple[str, tuple[tuple[int, int], ...]]:
        text = redact(case["text"]).text
        return text, read_time(text, received(case)).spans

    ready = by_id(gold, prepared)

    def read(case: Case) -> Place | None:
        text, spans = ready[case["id"]]
        return gazetteer.read(text, time_spans=spans).place

    return measure("satark.gazetteer", gold, read, judge)


class PlainNames:
    """The places by name alone, found by rapidfuzz."""

    def __init__(self, entries: Sequence[Entry], cutoff: float = CUTOFF) -> None:
        by_name: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for name in {name.casefold() for name in entry.names}:
                by_name[name].append(entry)
        self._by_name: Mapping[str, list[Entry]] = by_name
        self._names = list(by_name)
        self._cutoff = cutoff

    def read(self, text: str) -> Place | None:
        """The place whose name is most like some words of `text`; None where none is like enough."""
        words = [token.lower for token in tokens(text)]
        best: tuple[float, int, str] = (0.0, 0, "")
        for first in range(len(words)):
            for last in range(first + 1, min(first + LONGEST_RUN, len(words)) + 1):
                run = " ".join(words[first:last])
                if len(run) < SHORTEST_NAME:
                    continue
                found = process.extractOne(run, self._names, scorer=fuzz.ratio, score_cutoff=self._cutoff)
                if found:
                    best = max(best, (found[1], last - first, found[0]))
        return self._place(best[2]) if best[2] else None

    def _place(self, name: str) -> Place:
        entries = self._by_name[name]
        weight = max(entry.weight for entry in entries)
        equal = [entry for entry in entries if entry.weight == weight]
        place: dict[str, Any] = {"text": name, "name": equal[0].name, "district": equal[0].district or None}
        return Place(**place, needs_clarification=len({(entry.district, entry.tehsil) for entry in equal}) > 1)


def rapidfuzz(gold: Sequence[Case], entries: Sequence[Entry], cutoff: float = CUTOFF) -> Side:
    """The figures of plain rapidfuzz."""
    names = PlainNames(entries, cutoff)
    texts = by_id(gold, lambda case: redact(case["text"]).text)
    return measure("plain rapidfuzz", gold, lambda case: names.read(texts[case["id"]]), judge)


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; exit status 1 where the directory of villages is missing."""
    given = options(__doc__, argv)
    if not DIRECTORY.exists():
        print(
            f"SKIPPED: {DIRECTORY.name}, the directory of villages, is not in ../shared/gazetteer beside the project."
        )
        return 1
    with tempfile.TemporaryDirectory() as home:
        import_directory(DIRECTORY, home)
        gazetteer = Gazetteer.load(home)
    gold = chosen(given.messages)
    title = f"Places, beside plain rapidfuzz ({len(gazetteer.entries)} places)"
    return compare(ours(gold, gazetteer), lambda: rapidfuzz(gold, gazetteer.entries), FIGURES, title, given)


if __name__ == "__main__":
    sys.exit(main())
