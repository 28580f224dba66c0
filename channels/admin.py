"""For operators: the vault's queues in figures, and what failed (`python -m channels.admin`, `satark admin inbox`).

Nothing of a person is ever printed: ids, moments, counts and short codes only.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from channels.dead_letters import DeadLetters
from channels.deliveries import Deliveries
from channels.intake import Intake
from channels.outbox import open_outbox_of
from channels.payloads import Rejected, Update, read_updates
from channels.queues import open_inbox
from channels.vault import Vault
from satark.errors import SatarkError
from satark.settings import Settings

MESSAGE, LETTER = "message", "letter"


class Operator:
    """The operator's hands on the inbox. `which` is what `list` prints first: message:ID, letter:ID, or all."""

    def __init__(self, settings: Settings) -> None:
        self.vault = Vault.open(settings)
        self.inbox = open_inbox(self.vault, settings.limits)
        self.outbox = open_outbox_of(settings, self.vault)
        self.deliveries = Deliveries(self.vault, settings.limits)
        self.letters = DeadLetters(self.vault)

    def counts(self) -> Iterator[str]:
        """One line a queue: how many items by status."""
        for name, counts in (
            ("inbox", self.inbox.counts()),
            ("outbox", self.outbox.counts()),
            ("deliveries", self.deliveries.counts()),
            ("set aside", self.letters.counts()),
        ):
            yield f"{name:<12} {_told(counts)}"

    def failed(self) -> Iterator[str]:
        """One line each of what failed: messages of the inbox, then items that could not be used."""
        for one in self.inbox.troubled():
            name = f"{MESSAGE}:{one.id}"
            tries = f"tries {one.attempts}"
            yield f"{name:<16} {one.at:%Y-%m-%d %H:%M:%S} UTC  {one.status:<6} {tries:<8} {one.reason or '-'}"
        for letter in self.letters.waiting():
            name = f"{LETTER}:{letter.id}"
            yield f"{name:<16} {letter.at:%Y-%m-%d %H:%M:%S} UTC  {'aside':<15} {letter.reason}"

    def replay(self, which: Sequence[str]) -> Iterator[str]:
        """Processes again what was given up or set aside."""
        yield from self._each(which, {MESSAGE: self.inbox.replay, LETTER: self._read_again}, "will be processed again")

    def drop(self, which: Sequence[str]) -> Iterator[str]:
        """Throws away what was given up or set aside."""
        yield from self._each(which, {MESSAGE: self.inbox.drop, LETTER: self.letters.drop}, "dropped")

    def _each(self, which: Sequence[str], verbs: dict[str, Callable[[int], bool]], done: str) -> Iterator[str]:
        for name in self._all() if list(which) == ["all"] else which:
            kind, _, number = name.partition(":")
            worked = kind in verbs and number.isdigit() and verbs[kind](int(number))
            yield f"{name}: {done}" if worked else f"{name}: not possible"

    def _all(self) -> list[str]:
        messages = [f"{MESSAGE}:{one.id}" for one in self.inbox.troubled() if one.status == "dead"]
        return messages + [f"{LETTER}:{letter.id}" for letter in self.letters.waiting()]

    def _read_again(self, letter: int) -> bool:
        """Puts an item that was set aside into the inbox, where it can be read now; a bad timestamp is done without."""
        intake = Intake(self.vault, self.inbox, self.outbox)
        try:
            with self.vault.writing(alone=self.inbox.purpose) as connection:
                found = self.letters.take(connection, letter)
                if found is None:
                    return False
                updates = _readable(found[1])
                if not updates:
                    raise _StillUnusable
                intake.store_in(connection, updates)
        except _StillUnusable:  # it goes back to where it lay
            return False
        return True


class _StillUnusable(Exception):
    """Ends the transaction of a replay that cannot be."""


def _readable(item: Any) -> list[Update]:
    undated = {key: value for key, value in item.items() if key != "timestamp"} if isinstance(item, dict) else item
    for one in (item, undated):
        updates = list(read_updates({"entry": [{"changes": [{"field": "messages", "value": {"messages": [one]}}]}]}))
        if not any(isinstance(update, Rejected) for update in updates):
            return updates
    return []


def _told(counts: dict[str, int]) -> str:
    return ", ".join(f"{status} {count}" for status, count in sorted(counts.items())) or "empty"


def main(line: Sequence[str] | None = None) -> int:
    """The exit status: 1 when something could not be done."""
    arguments = argparse.ArgumentParser(prog="satark admin inbox", description=__doc__)
    arguments.add_argument("verb", nargs="?", default="counts", choices=["counts", "list", "replay", "drop"])
    arguments.add_argument("which", nargs="*", help="message:ID, letter:ID, or all (replay and drop)")
    asked = arguments.parse_args(line)
    if asked.verb in ("replay", "drop") and not asked.which:
        arguments.error(f"{asked.verb} what? Give message:ID or letter:ID as `list` prints them, or all.")
    try:
        operator = Operator(Settings.load())
        shown = {"counts": operator.counts, "list": operator.failed}
        done = {"replay": operator.replay, "drop": operator.drop}
        printed = list(shown[asked.verb]() if asked.verb in shown else done[asked.verb](asked.which))
    except SatarkError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(printed) or "Nothing failed.")
    return int(any(line.endswith("not possible") for line in printed))


if __name__ == "__main__":
    sys.exit(main())
