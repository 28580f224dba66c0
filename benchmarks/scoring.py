"""How a reading is compared with gold: one outcome a figure, counted, then turned into shares and F1.

An outcome is True or False (right or wrong), or a set of label hits for the F1 figures. A figure that a message has
nothing to say about is left out.
"""

from __future__ import annotations

import collections
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from satark.phonetics import sound_key
from satark.text import normalise

REPORTS = frozenset({"report_offence", "emergency"})
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Labels:
    """Labels told and labels read, of one message."""

    told: frozenset[str]
    read: frozenset[str]


@dataclass
class Counts:
    """What was counted for one figure."""

    right: int = 0
    total: int = 0
    hits: collections.Counter[str] = field(default_factory=collections.Counter)
    missed: collections.Counter[str] = field(default_factory=collections.Counter)
    invented: collections.Counter[str] = field(default_factory=collections.Counter)

    def add(self, outcome: bool | Labels) -> None:
        """Counts one message's outcome."""
        self.total += 1
        if isinstance(outcome, Labels):
            self.hits.update(outcome.told & outcome.read)
            self.missed.update(outcome.told - outcome.read)
            self.invented.update(outcome.read - outcome.told)
        else:
            self.right += outcome

    def share(self) -> float | None:
        """Right ones among all."""
        return self.right / self.total if self.total else None

    def micro_f1(self) -> float | None:
        """F1 over all labels together."""
        return _f1(self.hits.total(), self.missed.total(), self.invented.total())

    def macro_f1(self) -> float | None:
        """The mean of the F1 of each label that was told or read."""
        labels = {*self.hits, *self.missed, *self.invented}
        values = [_f1(self.hits[label], self.missed[label], self.invented[label]) or 0.0 for label in labels]
        return sum(values) / len(values) if values else None


def _f1(hits: int, missed: int, invented: int) -> float | None:
    told = 2 * hits + missed + invented
    return 2 * hits / told if told else None


def _share(name: str) -> Callable[[Mapping[str, Counts]], float | None]:
    return lambda counts: counts[name].share()


FIGURES: Mapping[str, Callable[[Mapping[str, Counts]], float | None]] = {
    "intent accuracy": _share("intent"),
    "offences micro-F1": lambda counts: counts["offences"].micro_f1(),
    "offences macro-F1": lambda counts: counts["offences"].macro_f1(),
    "false reports (less is better)": _share("false report"),
    "district of the place": _share("district"),
    "place name": _share("place name"),
    "namesakes flagged": _share("namesake"),
    "no place where there is none": _share("no place"),
    "time": _share("time"),
    "no time where there is none": _share("no time"),
    "tense": _share("tense"),
    "identifiers gone": _share("gone"),
    "evidence kept": _share("kept"),
    "risks noticed": _share("risks"),
    "language": _share("language"),
}


def score(case: Json, reading: Json) -> list[tuple[str, bool | Labels]]:
    """The outcomes of one message: (figure, outcome) pairs, of redaction one a string."""
    gold = case["gold"]
    outcomes: list[tuple[str, bool | Labels]] = [
        ("intent", reading["intent"]["name"] == gold["intent"]),
        ("language", reading["language"] == gold["language"]),
    ]
    told, read = frozenset(gold["offences"]), frozenset(offence["type"] for offence in reading["offences"])
    if told or read:
        outcomes.append(("offences", Labels(told, read)))
    if gold["intent"] not in REPORTS:
        outcomes.append(("false report", reading["intent"]["name"] == "report_offence"))
    outcomes.extend(_place(gold.get("place"), reading["place"], gold["intent"]))
    outcomes.extend(_time(gold.get("when"), reading["when"], gold["intent"]))
    allowed = gold.get("tense")
    if allowed is not None:
        outcomes.append(("tense", reading["tense"] in (allowed if isinstance(allowed, list) else [allowed])))
    outcomes.extend(_redaction(gold, reading))
    return outcomes


def _place(gold: Json | None, read: Json | None, intent: str) -> Iterator[tuple[str, bool]]:
    if gold is None:
        if intent in REPORTS:
            yield "no place", read is None
        return
    if gold.get("needs_clarification"):
        yield "namesake", bool(read and read["needs_clarification"])
    else:
        yield "district", bool(read) and read is not None and read["district"] == gold.get("district")
    if gold.get("name"):
        yield "place name", read is not None and _same_name(gold["name"], read["name"])


def _same_name(gold: str, read: str | None) -> bool:
    return read is not None and _sound(gold) == _sound(read)


def _sound(name: str) -> str:
    return "".join(sound_key(word) for word in name.split())


def _time(gold: Json | None, read: Json | None, intent: str) -> Iterator[tuple[str, bool]]:
    if gold is None:
        if intent in REPORTS:
            yield "no time", read is None
        return
    if gold["kind"] == "recurring":
        fields = ("rrule", "time_from", "time_to")
        yield "time", read is not None and all(_rule(read[name]) == _rule(gold.get(name)) for name in fields)
        return
    same = read is not None and all(_moment(read[name]) == _moment(gold.get(name)) for name in ("from", "to"))
    yield "time", same and read is not None and (gold["kind"] == "ongoing" or read["grain"] == gold.get("grain"))


def _rule(value: str | None) -> frozenset[str] | None:
    if value is None:
        return None
    parts = value.removeprefix("RRULE:").split(";")
    return frozenset(part for part in parts if part != "INTERVAL=1")


def _moment(value: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(value) if value else None


def _redaction(gold: Json, reading: Json) -> Iterator[tuple[str, bool]]:
    text = _plain(reading["redacted_text"])
    everything = _plain(str(reading))
    for gone in gold.get("gone") or []:
        yield "gone", _plain(gone) not in text and _plain(gone) not in everything
    for kept in gold.get("kept") or []:
        yield "kept", _plain(kept) in text
    if gold.get("identity_risks") is not None and gold["intent"] in REPORTS:
        yield "risks", bool(reading["identity_risks"]) == gold["identity_risks"]


def _plain(text: str) -> str:
    return " ".join(normalise(text).casefold().split())
