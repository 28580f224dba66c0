"""How well messages are understood: the figures of the contract, per language, on messages apart from the training.

`python -m benchmarks.evaluate` reads `tests/nlu/dev` and `tests/nlu/test`, prints the tables and writes
`docs/evaluation.md`; `--check` fails (exit status 1) where a figure of the test part lies under its agreed floor in
`benchmarks/floors.yml`.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import datetime as dt
import json
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rasa.utils.log_utils import configure_structlog

from benchmarks import talks
from benchmarks.scoring import FIGURES, Counts, score
from nlu.batch import load_agent, read_message
from satark.gazetteer import import_directory
from satark.settings import ROOT

GOLD = ROOT / "tests" / "nlu"
DIRECTORY = ROOT.parent / "shared" / "gazetteer" / "places.csv"
LANGUAGES = ("all", "hi", "hi-Latn", "en")
Case = Mapping[str, Any]


@dataclass
class Evaluation:
    """Counts by language and figure, the confusions met, and the time each message took (milliseconds)."""

    counts: dict[str, dict[str, Counts]]
    confusions: collections.Counter[str]
    milliseconds: list[float]

    def figure(self, name: str, language: str = "all") -> float | None:
        """A figure between 0 and 1, None where nothing was counted."""
        return FIGURES[name](self.counts[language])


def cases(part: str) -> list[Case]:
    """The gold messages of `dev` or `test`, all authors'."""
    files = sorted((GOLD / part).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


def use_directory(folder: str) -> None:
    """Imports the directory of villages that lies beside the project, if any, into a home of its own."""
    os.environ["SATARK_HOME"] = folder
    if DIRECTORY.exists():
        import_directory(DIRECTORY, Path(folder))
    else:
        print(f"{DIRECTORY.name} is not there: villages are not known, figures of places are lower.", file=sys.stderr)


async def evaluate(gold: Iterable[Case]) -> Evaluation:
    """Reads every message with the trained model and scores it."""
    agent = load_agent()
    await read_message(agent, "namaste", dt.datetime.now(dt.timezone.utc), None)  # the first one loads the word tables
    counts: dict[str, dict[str, Counts]] = {language: collections.defaultdict(Counts) for language in LANGUAGES}
    confusions: collections.Counter[str] = collections.Counter()
    milliseconds: list[float] = []
    for case in gold:
        begun = time.perf_counter()
        reading = await read_message(agent, case["text"], dt.datetime.fromisoformat(case["received_at"]), case["id"])
        milliseconds.append(1000 * (time.perf_counter() - begun))
        for name, outcome in score(case, reading):
            counts["all"][name].add(outcome)
            counts[case["gold"]["language"]][name].add(outcome)
        if reading["intent"]["name"] != case["gold"]["intent"]:
            confusions[f"intent {case['gold']['intent']} read as {reading['intent']['name']}"] += 1
        told, read = set(case["gold"]["offences"]), {offence["type"] for offence in reading["offences"]}
        confusions.update(f"offence {missed} missed" for missed in told - read)
        confusions.update(f"offence {invented} read in vain" for invented in read - told)
    return Evaluation(counts, confusions, milliseconds)


def table(evaluation: Evaluation) -> str:
    """The figures as Markdown, a column a language."""
    lines = ["| figure | " + " | ".join(LANGUAGES) + " |", "|---|" + "---|" * len(LANGUAGES)]
    for name in FIGURES:
        values = [evaluation.figure(name, language) for language in LANGUAGES]
        lines.append(f"| {name} | " + " | ".join("-" if value is None else f"{value:.3f}" for value in values) + " |")
    median = statistics.median(evaluation.milliseconds)
    worst = max(evaluation.milliseconds)
    return "\n".join([*lines, "", f"One message: median {median:.1f} ms, longest {worst:.1f} ms."])


def report(parts: Mapping[str, Evaluation], sizes: Mapping[str, int], talks: str) -> str:
    """The whole of `docs/evaluation.md`; `talks` is the table of whole talks."""
    lines = ["# How well messages are understood", ""]
    lines.append(
        "Written by `make evaluate` on messages that were written apart from the training data, by other hands."
    )
    for part, evaluation in parts.items():
        lines += ["", f"## {part}: {sizes[part]} messages", "", table(evaluation)]
    lines += ["", "## Worst confusions (dev)", ""]
    lines += [f"* {count} x {what}" for what, count in parts["dev"].confusions.most_common(20)]
    lines += ["", "## Whole talks", ""]
    lines.append("Messages of the person, taps among them, until a tip is filed (`python -m benchmarks.talks`).")
    lines += ["", talks]
    return "\n".join(lines) + "\n"


def under_floors(evaluation: Evaluation) -> list[str]:
    """What lies under its agreed floor, a line each."""
    floors: dict[str, float] = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))
    found = []
    for name, floor in floors.items():
        value = evaluation.figure(name)
        ceiling = name.startswith("false reports")
        if value is not None and (value > floor if ceiling else value < floor):
            found.append(f"{name}: {value:.3f}, agreed {'at most' if ceiling else 'at least'} {floor}")
    return found


def main() -> int:
    """Prints and writes the report; with `--check` the exit status tells whether the floors hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail under the floors; write nothing")
    options = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    configure_structlog(logging.WARNING)
    gold = {part: cases(part) for part in ("dev", "test")}
    with tempfile.TemporaryDirectory() as folder:
        use_directory(folder)
        parts = {part: asyncio.run(evaluate(messages)) for part, messages in gold.items()}
        if not options.check:
            told = asyncio.run(talks.measure([*talks.reporters(gold["test"]), *talks.know_nothing()]))
            sizes = {part: len(messages) for part, messages in gold.items()}
            text = report(parts, sizes, talks.table(told))
            print(text)
            (ROOT / "docs" / "evaluation.md").write_text(text, encoding="utf-8")
            return 0
    print(table(parts["test"]))
    found = under_floors(parts["test"])
    print("\n".join(found) or "All figures are above their floors.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
