"""Nothing that was taken out of a message stands anywhere else in its reading."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.contract import reading_of
from nlu.facts import DetailReader, TimeReader
from satark.redaction import redact
from satark.text import normalise, tokens

GOLD = Path(__file__).resolve().parents[2] / "nlu"
FILES = sorted(GOLD.glob("*/*.jsonl"))
QUOTES = {"text", "number", "registration", "redacted_text", "pincode"}


def _quotes(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _quotes(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner, key)
    elif isinstance(value, str) and key in QUOTES:
        yield value


def _words(text: str) -> set[str]:
    return {token.text.casefold() for token in tokens(text)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_what_was_taken_out_is_quoted_nowhere(file: Path) -> None:
    taken = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        redacted = redact(case["text"]).text
        removed = _words(normalise(case["text"])) - _words(redacted)
        at = case.get("received_at") or dt.datetime.now(dt.timezone.utc).isoformat()
        message = Message({TEXT: redacted, "metadata": {"received_at": at}})
        for reader in (TimeReader(), DetailReader()):
            reader.process([message])
        reading = reading_of({**message.as_dict(), TEXT: redacted}, case["id"])
        told = set().union(*(_words(quote) for quote in _quotes(reading)))
        assert reading["redacted_text"] == redacted
        assert told & removed == set(), case["id"]
        taken += bool(removed)
    assert file.stem != "d" or taken > 20  # those are rich in identifiers
