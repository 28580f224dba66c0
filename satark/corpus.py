"""The messages that teach what others are for and which offences they tell of (`data/nlu`): read and checked in one
place for all who learn from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from satark.errors import SatarkError
from satark.offences import offence_types
from satark.settings import ROOT
from satark.tables import TableError, named, read_table

_KEYS = frozenset({"intent", "metadata", "examples"})


class CorpusError(SatarkError):
    """A file of training messages cannot be used; names the file and what is wrong with it."""


class Block(NamedTuple):
    """Messages of one intent; `metadata` is said of all of them, its `offences` are those that they report."""

    intent: str
    metadata: Mapping[str, Any] | None
    messages: list[str]


def blocks() -> list[Block]:
    """All blocks, file by file. Raises `CorpusError`."""
    return [block for file in _files() for block in blocks_of(file)]


def check() -> None:
    """The slips that would be learnt in silence or stop the training half way: an intent or an offence that nobody
    knows, a list of words that cannot be read or says a thing twice. Raises `CorpusError` and `TableError`."""
    for table in sorted((ROOT / "data" / "lexicon").glob("*.yml")):
        read_table(table)
    entries = _read(ROOT / "domain.yml")["intents"]  # a name, or a name with what Rasa is to do with it
    intents = {name for entry in entries for name in ([entry] if isinstance(entry, str) else entry)}
    for file in _files():
        for block in blocks_of(file):
            if block.intent not in intents:
                raise _error(file, f"domain.yml has no intent {block.intent!r}")


def blocks_of(file: Path) -> list[Block]:
    """The blocks of a file, none where it holds stories or rules alone. Raises `CorpusError`."""
    return [_block(file, entry) for entry in _read(file).get("nlu") or []]


def _block(file: Path, entry: Any) -> Block:
    if not isinstance(entry, dict) or not {"intent", "examples"} <= entry.keys() <= _KEYS:
        raise _error(file, f"a block has an intent, examples and perhaps metadata, not {str(entry)[:80]!r}")
    intent, metadata, lines = entry["intent"], entry.get("metadata"), entry["examples"]
    if not isinstance(intent, str) or not isinstance(lines, str) or not isinstance(metadata or {}, dict):
        raise _error(
            file, f"the block of {intent!r} has a name, a text of examples (after `|`) and a table of metadata"
        )
    for offence in (metadata or {}).get("offences") or []:
        if offence not in offence_types():
            raise _error(file, f"data/offences.yml has no offence {offence!r}")
    return Block(intent, metadata, list(_messages(file, lines)))


def _messages(file: Path, lines: str) -> Iterator[str]:
    for line in lines.splitlines():
        message = line[1:].strip()
        if not line.startswith("-") or not message:
            raise _error(file, f"a message stands after a dash, in a line of its own, not as {line[:80]!r}")
        yield message


def _files() -> list[Path]:
    return sorted((ROOT / "data" / "nlu").rglob("*.yml"))


def _read(file: Path) -> dict[str, Any]:
    try:
        data = read_table(file)
    except TableError as error:
        raise CorpusError(str(error)) from error
    if not isinstance(data, dict):
        raise _error(file, "this is no training data")
    return data


def _error(file: Path, slip: str) -> CorpusError:
    return CorpusError(f"{named(file)}: {slip}.")
