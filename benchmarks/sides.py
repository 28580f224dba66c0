"""Two readers side by side: the same gold messages, the same rules of what is right, one table.

The peers are no part of the product; `scripts/bench` installs them from `requirements-bench.txt`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.scoring import Counts, Labels, score
from satark.errors import SatarkError
from satark.settings import ROOT

LANGUAGES = ("all", "hi", "hi-Latn", "en")
PARTS = ("dev", "test")
Case = Mapping[str, Any]
Outcomes = Iterable[tuple[str, bool]]
# A reading of which nothing is known: a part is laid over it, so that `score` judges the part by the common rules.
_NOTHING: Mapping[str, Any] = {
    "intent": {"name": None},
    "language": None,
    "offences": [],
    "place": None,
    "when": None,
    "tense": None,
    "redacted_text": "",
    "identity_risks": [],
}


class PeerMissing(SatarkError):
    """What we compare ourselves with is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not installed, so ours stands alone: `make bench` installs the peers.")


@dataclass
class Side:
    """One of the two: its name, its outcomes by language and figure, and its time for each message."""

    name: str
    counts: dict[str, dict[str, Counts]] = field(default_factory=lambda: {name: {} for name in LANGUAGES})
    milliseconds: list[float] = field(default_factory=list)

    def add(self, language: str, outcomes: Outcomes) -> None:
        """Counts one message's outcomes, for its language and for all."""
        for figure, right in outcomes:
            for group in ("all", language):
                self.counts[group].setdefault(figure, Counts()).add(right)

    def share(self, figure: str, language: str = "all") -> float | None:
        """The share of right ones, None where nothing was counted."""
        counts = self.counts[language].get(figure)
        return counts.share() if counts else None

    def total(self, figure: str, language: str = "all") -> int:
        """How many were counted."""
        counts = self.counts[language].get(figure)
        return counts.total if counts else 0


def cases() -> list[Case]:
    """All gold messages, `dev` and `test`."""
    files = [file for part in PARTS for file in sorted((ROOT / "tests" / "nlu" / part).glob("*.jsonl"))]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


def judged(case: Case, part: Mapping[str, Any], figures: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The outcomes of a reading that has only `part` (say, `place`), by the rules of `benchmarks.scoring`."""
    for figure, outcome in score(case, {**_NOTHING, **part}):
        if figure in figures and not isinstance(outcome, Labels):
            yield figure, outcome


def measure(
    name: str, gold: Sequence[Case], read: Callable[[Case], Any], judge: Callable[[Case, Any], Outcomes]
) -> Side:
    """Reads every message, timing `read` alone, and judges it. The first message is read once more, untimed, before
    all others: it loads tables."""
    side = Side(name)
    for case in gold[:1]:
        read(case)
    for case in gold:
        begun = time.perf_counter()
        answer = read(case)
        side.milliseconds.append(1000 * (time.perf_counter() - begun))
        side.add(case["gold"]["language"], judge(case, answer))
    return side


def table(ours: Side, peer: Side | None, figures: Sequence[str], title: str) -> str:
    """A Markdown table: a row a figure and language with something to count, then the time a message takes.

    The ratio is ours to the peer's; of times it tells how many of our readings fit into one of the peer's.
    """
    name = peer.name if peer else "no peer"
    rows = [("figure", "language", "counted", ours.name, name, "ratio")]
    for figure in figures:
        for language in LANGUAGES:
            if total := ours.total(figure, language):
                one, other = ours.share(figure, language), peer.share(figure, language) if peer else None
                rows.append((figure, language, str(total), _number(one, 3), _number(other, 3), _ratio(one, other)))
    for label, pick in (("median ms a message", statistics.median), ("longest ms", max)):
        one = pick(ours.milliseconds)
        other = pick(peer.milliseconds) if peer else None
        count = str(len(ours.milliseconds))
        rows.append((label, "all", count, _number(one, 2), _number(other, 2), _ratio(other, one)))
    return f"# {title}\n\n{aligned(rows)}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table whose columns also stand straight in a terminal; the first row is the head."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])


def _number(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _ratio(above: float | None, below: float | None) -> str:
    if above is None or below is None:
        return "-"
    return f"{above / below:.2f}" if below else "peer has none"


def options(description: str | None, argv: Sequence[str] | None) -> argparse.Namespace:
    """`--messages N`: only so many, evenly taken from all; `--ours`: leave the peer out."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=0, metavar="N", help="only N messages, evenly taken from all")
    parser.add_argument("--ours", action="store_true", help="measure ours alone")
    return parser.parse_args(argv)


def chosen(count: int) -> list[Case]:
    """`count` of the gold messages, evenly taken; all where it is 0 or more than there are."""
    gold = cases()
    return gold if not 0 < count < len(gold) else [gold[number * len(gold) // count] for number in range(count)]


def compare(ours: Side, peer: Callable[[], Side], figures: Sequence[str], title: str, given: argparse.Namespace) -> int:
    """Prints the table. Gives the exit status: 1 where the peer was asked for and is missing."""
    other, status = None, 0
    if not given.ours:
        try:
            other = peer()
        except PeerMissing as missing:
            print(missing)
            status = 1
    print(table(ours, other, figures, title))
    return status


def by_id(gold: Iterable[Case], make: Callable[[Case], Any]) -> dict[str, Any]:
    """What is made of each message before the clock starts, by the message's id."""
    return {case["id"]: make(case) for case in gold}
