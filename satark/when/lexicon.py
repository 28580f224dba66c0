"""The words of time and tense: data/lexicon/time.yml, folded and indexed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from satark.reading import Tense
from satark.tables import read_words
from satark.when.spelling import fold

_SOURCE = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "time.yml"
_NUMERIC = frozenset({"NUM", "NUMQ", "FRAC", "MIXED", "HALF", "QUARTER", "A", "KAI", "ORD", "ORDINAL2"})
_WHOLE = frozenset({"MONTH", "MONTHISH", "WEEKDAY", "WEEKDAYISH", "NIGHT_REL"})


class Sign(NamedTuple):
    """What a word stands for: `name` as the grammar's rules write it, `value` its number or key."""

    name: str
    value: Any


class Table(NamedTuple):
    """Words with what they stand for. A spelling listed as it is typed wins over one that folds to the same letters.

    `exact`: word in small letters -> meaning; `folded`: folded word -> meaning;
    `runs`: folded first word of several -> (folded words, meaning), longest first."""

    exact: dict[str, Any]
    folded: dict[str, Any]
    runs: dict[str, list[tuple[tuple[str, ...], Any]]]

    def meaning(self, word: str) -> Any:
        """What one word (in small letters) stands for; None where it is not listed."""
        return self.exact.get(word) or self.folded.get(fold(word))

    def run(self, words: list[str], at: int) -> tuple[int, Any] | None:
        """The longest listed run of folded `words` that begins at index `at`: its length and meaning."""
        for run, meaning in self.runs.get(words[at], ()):
            if tuple(words[at : at + len(run)]) == run:
                return len(run), meaning
        return None


class Lexicon(NamedTuple):
    """`signs`: words of time -> Sign; `verbs`: words of a clause -> form; `nouns`: words that only look like verbs, as
    typed and folded; `stems`: folded beginnings of verbs; `words`: sets of words by name; `headlines`: folded nouns ->
    the tense they tell where no verb does; `festivals`: key -> days by year; `fixed`: key -> month, day."""

    signs: Table
    verbs: Table
    nouns: frozenset[str]
    folded_nouns: frozenset[str]
    stems: frozenset[str]
    words: dict[str, frozenset[str]]
    headlines: dict[str, Tense]
    festivals: dict[str, dict[int, dt.date]]
    fixed: dict[str, tuple[int, int]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once. Raises ValueError where one spelling stands under two signs or forms."""
    data = read_words(_SOURCE)
    return Lexicon(
        _table(_signs(data["signs"])),
        _table((form.removesuffix("_DEVA"), spellings) for form, spellings in data["verbs"].items()),
        frozenset(word for row in data["nouns"] for word in row),
        frozenset(fold(word) for row in data["nouns"] for word in row),
        frozenset(fold(word) for row in data["stems"] for word in row),
        {name: frozenset(row) for name, row in data["clauses"].items()},
        {fold(word): tense for tense, row in data["headlines"].items() for word in row},
        {key: {day.year: day for day in map(dt.date.fromisoformat, days)} for key, days in data["festivals"].items()},
        {key: (int(day[:2]), int(day[3:])) for key, day in data["fixed_festivals"].items()},
    )


def word_set(name: str) -> frozenset[str]:
    """The words that data/lexicon/time.yml lists under `clauses` by that name, as typed, in small letters."""
    return lexicon().words[name]


def _signs(signs: dict[str, dict[str, list[str]]]) -> Iterator[tuple[Sign, list[str]]]:
    for name, values in signs.items():
        for value, spellings in values.items():
            yield Sign(name, _value(name, value)), spellings


def _value(name: str, value: str) -> Any:
    if name in _NUMERIC:
        return float(value) if "." in value else int(value)
    return int(value) if name in _WHOLE else value


def _table(entries: Iterable[tuple[Any, list[str]]]) -> Table:
    table = Table({}, {}, {})
    for meaning, spellings in entries:
        for spelling in spellings:
            parts = spelling.lower().removeprefix("=").split()
            folded = tuple(fold(part) for part in parts)
            if len(parts) > 1:
                table.runs.setdefault(folded[0], []).append((folded, meaning))
                continue
            if table.exact.setdefault(parts[0], meaning) != meaning:
                raise ValueError(f"{spelling!r} stands for {table.exact[parts[0]]} and for {meaning}")
            if not spelling.startswith("="):
                table.folded.setdefault(folded[0], meaning)
    for found in table.runs.values():
        found.sort(key=lambda run: -len(run[0]))
    return table
