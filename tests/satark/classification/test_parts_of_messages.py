"""Passages, the digest of long messages, and messages joined for training."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from satark.classification import Example
from satark.classification.examples import joined
from satark.classification.passages import LONGEST, clauses, digest, passages


@pytest.mark.parametrize("size", [0, 1, 3, 14])
def test_a_short_message_is_its_own_only_passage(size: int):
    assert passages(size) == [(0, size)]


@pytest.mark.parametrize("parts_of", [passages, clauses])
def test_passages_overlap_and_cover_every_word(parts_of: Callable[[int], list[tuple[int, int]]]):
    parts = parts_of(40)
    assert len(parts) > 2
    assert {word for part in parts for word in range(*part)} == set(range(40))
    assert all(set(range(*one)) & set(range(*next_one)) for one, next_one in pairwise(parts))


def test_passages_of_any_length_are_few():
    assert len(passages(10_000)) <= 24 and len(clauses(10_000)) <= 40


def test_a_digest_keeps_beginning_and_end():
    text = "shuru " + "beech " * 1000 + "ant"
    short = digest(text)
    assert len(short) <= LONGEST + 1
    assert short.startswith("shuru") and short.endswith("ant")
    assert digest("chhota") == "chhota"


REPORTS = [
    Example("juaa khela ja raha hai roz", "report_offence", frozenset({"gambling"})),
    Example("daru bik rahi hai khule aam", "report_offence", frozenset({"illicit_liquor"})),
]


def test_joined_messages_tell_all_offences_of_their_parts():
    made = joined(REPORTS * 50, seed=3)
    assert made
    assert {example.intent for example in made} == {"report_offence"}
    together = [example for example in made if example.offences == {"gambling", "illicit_liquor"}]
    assert together
    for example in together:
        assert "juaa" in example.text and "daru" in example.text


def test_joining_unknown_to_unknown_is_unknown():
    answers = [Example("kal shaam ko wahan par", "inform", None), Example("mandir ke paas hai", "inform", None)]
    made = joined(answers * 40, seed=1)
    assert made and all(example.offences is None for example in made)


def test_the_same_seed_joins_the_same():
    assert joined(REPORTS * 30, seed=5) == joined(REPORTS * 30, seed=5)
    assert joined(REPORTS * 30, seed=5) != joined(REPORTS * 30, seed=6)
    assert len(joined(REPORTS * 50, 0.5)) < len(joined(REPORTS * 50, 1.0))
