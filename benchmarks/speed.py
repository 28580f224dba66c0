"""Speed: how soon `satark understand` is ready, how long a message takes on one thread, how much memory it holds.

The command itself runs, in a process of its own with one thread for every library, with the directory of villages
imported where it lies beside the project. Messages go through its pipe one by one, so that the times hold reading and
writing JSON too. "Ready" is the answer to a first message, from the start of the process. The messages are gold ones,
run together from a new beginning each time and cut to length. Beside ours stand the figures agreed for the project.

The clock on the wall is what is agreed on; on a machine that does other work as well it runs ahead of what the reading
costs, so the processor time of the process stands beside it (a mean: the system counts it in hundredths of a second).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import DIRECTORY
from benchmarks.sides import Case, aligned, chosen, options
from satark.errors import SatarkError
from satark.gazetteer import import_directory
from satark.settings import ROOT

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
SIX_WORDS, THIRTY_WORDS, LONGEST_SENT, LONGEST_READ = "6 words", "30 words", "4,096 characters", "65,536 characters"
ROUNDS: Mapping[str, int] = {SIX_WORDS: 60, THIRTY_WORDS: 60, LONGEST_SENT: 10, LONGEST_READ: 3}
# Agreed: milliseconds by length of message (none for 65,536 characters), seconds to ready, megabytes when serving.
AGREED: Mapping[str, float] = {SIX_WORDS: 15, THIRTY_WORDS: 15, LONGEST_SENT: 60}
AGREED_SECONDS, AGREED_MEGABYTES = 15.0, 800.0


@dataclass(frozen=True)
class Measured:
    """Seconds from start to ready (by the clock, of the processor), by length of message the milliseconds of each and
    the mean processor milliseconds, resident megabytes at the end."""

    ready: float
    ready_processor: float
    milliseconds: Mapping[str, list[float]]
    processor: Mapping[str, float]
    megabytes: float


def messages(gold: Sequence[Case], length: str, count: int) -> Iterator[str]:
    """`count` texts of a length, each beginning with another gold message."""
    texts = [case["text"] for case in gold if case["text"].strip()]
    amount = int(length.split()[0].replace(",", ""))
    for number in range(count):
        start = number * len(texts) // count % len(texts)
        text = ""
        for at in range(start, start + amount):  # each gives a word at least
            if (len(text.split()) if length.endswith("words") else len(text)) >= amount:
                break
            text += texts[at % len(texts)] + " "
        yield " ".join(text.split()[:amount]) if length.endswith("words") else text[:amount]


class Understanding:
    """`satark understand` in a process of its own, asked message by message."""

    def __init__(self, home: str) -> None:
        self.complaints = Path(home) / "complaints"
        single = dict.fromkeys(THREADS, "1")
        quiet = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}
        with self.complaints.open("w") as complaints:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "nlu.batch"],
                cwd=ROOT,
                env={**os.environ, **single, **quiet, "SATARK_HOME": home},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
                encoding="utf-8",
            )

    def ask(self, text: str) -> float:
        """Has one message read; gives the milliseconds it took. Raises `SatarkError` where no answer comes."""
        assert self.process.stdin and self.process.stdout
        line = json.dumps({"id": "1", "text": text}) + "\n"
        begun = time.perf_counter()
        try:
            self.process.stdin.write(line)
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        took = 1000 * (time.perf_counter() - begun)
        if not answer.startswith("{"):
            said = self.complaints.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise SatarkError(f"`satark understand` gave no reading. {said[-1] if said else ''}".rstrip())
        return took

    def processor(self) -> float:
        """Milliseconds of processor time so far, its own and the system's for it, from /proc (Linux)."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        fields = stat.rpartition(")")[2].split()  # from the third field on; user and system time are the 14th and 15th
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Resident memory, from /proc (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def close(self) -> None:
        """Ends the process."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(60)


@contextmanager
def understanding() -> Iterator[tuple[Understanding, float]]:
    """A running `satark understand`, and the moment (perf_counter) at which it was started."""
    with tempfile.TemporaryDirectory() as home:
        if DIRECTORY.exists():
            import_directory(DIRECTORY, home)
        begun = time.perf_counter()
        process = Understanding(home)
        try:
            yield process, begun
        finally:
            process.close()


def measured(gold: Sequence[Case], rounds: Mapping[str, int] = ROUNDS) -> Measured:
    """Runs the command over the messages of each length. Raises `SatarkError` without a trained model."""
    with understanding() as (command, begun):
        command.ask("namaste")
        ready, ready_processor = time.perf_counter() - begun, command.processor() / 1000
        took: dict[str, list[float]] = {}
        processor: dict[str, float] = {}
        for length, count in rounds.items():
            before = command.processor()
            took[length] = [command.ask(text) for text in messages(gold, length, count)]
            processor[length] = (command.processor() - before) / count
        return Measured(ready, ready_processor, took, processor, command.megabytes())


def table(ours: Measured) -> str:
    """A row a figure: ours, what is agreed, and the share of it that we use."""
    rows = [("figure", "ours", "agreed, at most", "ours / agreed", "of the processor")]

    def row(name: str, value: float, agreed: float | None, unit: str, processor: float | None = None) -> None:
        limit, share = (f"{agreed:.0f} {unit}", f"{value / agreed:.2f}") if agreed else ("-", "-")
        used = "-" if processor is None else f"{processor:.1f} {unit}"
        rows.append((name, f"{value:.1f} {unit}", limit, share, used))

    for length, took in ours.milliseconds.items():
        row(f"{length}, median", statistics.median(took), AGREED.get(length), "ms", ours.processor[length])
    row("start to ready", ours.ready, AGREED_SECONDS, "s", ours.ready_processor)
    row("resident memory", ours.megabytes, AGREED_MEGABYTES, "MB")
    return f"# Speed of `satark understand`, one thread\n\n{aligned(rows)}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table; exit status 1 without a trained model."""
    given = options(__doc__, argv)
    if not DIRECTORY.exists():
        print("No directory of villages beside the project: measured with the built-in places alone.")
    try:
        print(table(measured(chosen(given.messages))))
    except SatarkError as problem:
        print(problem)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
