"""Other ways to tell a time: each class of telling with sentences of its own, and the reading the contract asks for."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from satark.text import normalise
from satark.when import read_time

_CASES = [
    json.loads(line) for line in Path(__file__).with_name("other_ways.jsonl").read_text(encoding="utf-8").splitlines()
]
_POINT, _HABIT = ("from", "to", "grain"), ("rrule", "time_from", "time_to")
_ALLOWED = 0.03


def _same(told: dict[str, Any] | None, read: dict[str, Any] | None) -> bool:
    if told is None or read is None:
        return told is read
    return all(told[name] == read[name] for name in (_HABIT if told["kind"] == "recurring" else _POINT))


def test_the_time_is_the_offence_s_and_not_another_clause_s() -> None:
    wrong = []
    for case in _CASES:
        when = read_time(normalise(case["text"]), dt.datetime.fromisoformat(case["received_at"])).when
        if not _same(case["when"], when.to_json() if when else None):
            wrong.append(case["id"])
    assert len(wrong) <= _ALLOWED * len(_CASES), wrong


def test_the_tense_is_the_offence_s_and_not_another_clause_s() -> None:
    wrong = []
    for case in _CASES:
        allowed = case["tense"] if isinstance(case["tense"], list) else [case["tense"]]
        if read_time(normalise(case["text"]), dt.datetime.fromisoformat(case["received_at"])).tense not in allowed:
            wrong.append(case["id"])
    assert len(wrong) <= _ALLOWED * len(_CASES), wrong
