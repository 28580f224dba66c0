"""Four hundred times as people tell them, each with the reading the contract asks for."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from satark.text import normalise
from satark.when import read_time

_CASES = [json.loads(line) for line in Path(__file__).with_name("told.jsonl").read_text(encoding="utf-8").splitlines()]
_FIELDS = ("kind", "from", "to", "grain", "rrule", "time_from", "time_to")


def _same(told: dict[str, Any] | None, read: dict[str, Any] | None) -> bool:
    if told is None or read is None:
        return told is None and read is None
    fields = _FIELDS if told["kind"] == "recurring" else ("from", "to", "grain")
    fields = tuple(field for field in fields if told["kind"] != "recurring" or field not in ("kind", "grain"))
    return all(told.get(field) == read[field] for field in fields)


def test_times_are_read_as_the_contract_asks() -> None:
    wrong = []
    for case in _CASES:
        reading = read_time(normalise(case["text"]), dt.datetime.fromisoformat(case["received_at"]))
        if not _same(case["when"], reading.when.to_json() if reading.when else None):
            wrong.append(case["id"])
    assert len(wrong) <= 0.05 * len(_CASES), wrong


def test_the_tense_is_read_as_told() -> None:
    wrong = []
    for case in _CASES:
        allowed = case["tense"] if isinstance(case["tense"], list) else [case["tense"]]
        reading = read_time(normalise(case["text"]), dt.datetime.fromisoformat(case["received_at"]))
        if reading.tense not in allowed:
            wrong.append(case["id"])
    assert len(wrong) <= 0.05 * len(_CASES), wrong
