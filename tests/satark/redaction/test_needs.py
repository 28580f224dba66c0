"""A rule tried only where its needs are met finds what it finds when tried everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.redaction import addresses, employment, firms, names, owners, risks, verdict
from satark.redaction.marked import marked_files
from satark.redaction.needs import Need, Whereabouts, need_of
from satark.redaction.passage import Passage, rule

MODULES = (addresses, employment, firms, names, owners, risks, verdict)
MESSAGES = [message.text for message in marked_files(Path(__file__).resolve().parents[3] / "data" / "whose")]


def _texts(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, (tuple, list, frozenset)):
        for line in table:
            yield from _texts(line)


def _sources() -> list[str]:
    tables = [value for module in MODULES for value in vars(module).values() if isinstance(value, tuple)]
    return sorted({text for text in _texts(tables) if "<" in text})


def test_all_rules_are_under_test() -> None:
    assert len(_sources()) > 150


@pytest.mark.parametrize("step", [1, 40])
def test_every_rule_finds_the_same_in_short_and_long_messages(step: int) -> None:
    joined = ["\n".join(MESSAGES[at : at + step]) for at in range(0, len(MESSAGES), step * 8)]
    for passage in map(Passage, joined):
        for source in _sources():
            tried = [match.span() for match in rule(source).finditer(passage)]
            assert tried == [match.span() for match in rule(source).pattern.finditer(passage.symbols)], source


_PATTERNS = (
    "ab?c",
    "(?:a|bc)d{0,2}",
    "^a.{0,3}b$",
    "(?=c{0,2}$)b",
    "a{1,2}(?!b{0,3}c)",
    "(?<=c)d(?:e|$)",
    ".{0,2}e",
    "[a-c]{2,9}d",
)


def _found(pattern: re.Pattern[str], symbols: str, need: Need) -> list[tuple[int, int]]:
    where = Whereabouts(symbols)
    if need.mask & where.lacking():
        return []
    return [match.span() for match in where.matches(pattern, need)]


@given(st.sampled_from(_PATTERNS), st.text("abcdex", max_size=60))
@settings(max_examples=500, deadline=None)
def test_what_is_found_block_by_block_is_what_is_found_at_all(source: str, symbols: str) -> None:
    pattern = re.compile(source)
    assert _found(pattern, symbols, need_of(source)) == [match.span() for match in pattern.finditer(symbols)]
