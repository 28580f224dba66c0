"""What people call the offences when they name one and nothing else: the titles of our own lists and the words of
`data/lexicon`; and which offence they deny: `ganja nahi daru`, `not liquor, ganja`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from satark.answers import meaning, spelt
from satark.offences import offence_groups, offence_types
from satark.settings import ROOT
from satark.tables import read_table

_LONGEST = 12  # words of a message that only puts the offence right


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, str]:
    types = offence_types().values()
    return {spelt(name): one.key for one in types for name in one.names.values()}


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, str]:
    return {spelt(name): key for key, names in offence_groups().items() for name in names.values()}


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    """Single words that the lexicon of one offence lists and that of no other."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "data" / "lexicon").glob("*.yml")):
        entries = read_table(path)
        if offence := entries.get("offence"):
            for phrase in _phrases(entries):
                found.setdefault(spelt(phrase), set()).add(offence)
    return {word: next(iter(keys)) for word, keys in found.items() if len(keys) == 1 and " " not in word}


def _phrases(entries: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    for kind in ("terms", "hints"):
        for phrases in (entries.get(kind) or {}).values():
            yield from phrases


def offence_named(text: str) -> str | None:
    """The offence that the whole of `text` is a name or word of."""
    said = spelt(text)
    return _titles().get(said) or _words().get(said)


def group_named(text: str) -> str | None:
    """The group of offences that the whole of `text` is the title of."""
    return _groups().get(spelt(text))


def denied(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The offences that a short correction says it was not, and those it says it was."""
    words = spelt(text).split()
    gone: list[str] = []
    instead: list[str] = []
    if len(words) > _LONGEST:
        return (), ()
    for at, word in enumerate(words):
        if offence := _words().get(word):
            after, before = words[at + 1 : at + 2], words[max(0, at - 2) : at]
            before = [] if any(one in _words() for one in before) else before  # their "not", not this one's
            negated = _is(after, "no_after") or _is(before, "no_before")
            (gone if negated else instead).append(offence)
    return tuple(gone), tuple(one for one in instead if one not in gone)


def _is(words: list[str], kind: str) -> bool:
    return any(meaning("negations", word) == kind for word in words)
