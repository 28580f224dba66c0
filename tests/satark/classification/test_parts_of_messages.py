"""Passages, the digest of long messages, and messages joined for training."""

from itertools import pairwise

import pytest

from satark.classification import Example
from satark.classification.examples import joined
from satark.classification.passages import LONGEST, digest, passages


@pytest.mark.parametrize("text", ["", "🙂", "ek do teen", " ".join(["shabd"] * 14)])
def test_a_short_message_is_its_own_only_passage(text: str):
    assert passages(text) == [text]


def test_passages_overlap_and_cover_every_word():
    said = [f"shabd{number}x" for number in range(40)]
    parts = passages(" ".join(said))
    assert len(parts) > 2
    assert {word for part in parts for word in part.split()} == set(said)
    assert all(set(one.split()) & set(next_one.split()) for one, next_one in pairwise(parts))


def test_passages_of_any_length_are_few():
    assert len(passages("baat " * 10_000)) <= 24


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
