"""The judgement: probabilities from evidence, in which intents and offences look at each other."""

import numpy as np
import pytest

from satark.classification.evidence import Evidence
from satark.classification.judgement import Judgement

INTENTS, OFFENCES = 3, 2


def evidence_of(intents: np.ndarray, offences: np.ndarray, noise: np.random.Generator) -> Evidence:
    """Margins about +1 for what holds and -1 for the rest, with noise."""
    margins = np.eye(INTENTS)[intents] * 2 - 1 + noise.normal(0, 0.3, (len(intents), INTENTS))
    whole = offences * 2.0 - 1 + noise.normal(0, 0.3, offences.shape)
    words = noise.integers(2, 30, len(intents)).astype(float)
    named = np.zeros((*offences.shape, 2))
    return Evidence(margins, whole, whole + 0.1, whole + 0.2, named, words, words > 0)


@pytest.fixture(scope="module")
def learnt() -> tuple[Judgement, Evidence, np.ndarray, np.ndarray]:
    noise = np.random.default_rng(0)
    intents = noise.integers(0, INTENTS, 300)
    offences = np.where((intents == 0)[:, None], noise.integers(0, 2, (300, OFFENCES)), 0)
    evidence = evidence_of(intents, offences, noise)
    return Judgement(evidence, intents, offences), evidence, intents, offences


def test_chances_of_intents_add_up_and_are_right(learnt):
    judgement, evidence, intents, _ = learnt
    chances = judgement.intents(evidence)
    assert chances.shape == (300, INTENTS)
    assert np.allclose(chances.sum(axis=1), 1)
    assert (chances.argmax(axis=1) == intents).mean() > 0.97


def test_each_offence_has_a_chance_of_its_own(learnt):
    judgement, evidence, _, offences = learnt
    chances = judgement.offences(evidence)
    assert chances.shape == (300, OFFENCES)
    assert ((chances >= 0) & (chances <= 1)).all()
    assert ((chances > 0.5) == (offences > 0)).mean() > 0.97


def test_words_of_an_offence_weigh_less_where_nothing_is_reported(learnt):
    judgement, _, _, _ = learnt
    said = np.array([[0.2, -1.0], [0.2, -1.0]])
    intents = np.array([[1.0, -1.0, -1.0], [-1.0, 1.0, -1.0]])
    words = np.array([8.0, 8.0])
    evidence = Evidence(intents, said, said, said, np.zeros((2, OFFENCES, 2)), words, words > 0)
    reported, asked = judgement.offences(evidence)[:, 0]
    assert reported > asked


def test_messages_whose_offences_are_unknown_teach_the_intent_alone():
    noise = np.random.default_rng(1)
    intents = noise.integers(0, INTENTS, 200)
    offences = noise.integers(0, 2, (200, OFFENCES))
    evidence = evidence_of(intents, offences, noise)
    unknown = offences.copy()
    unknown[::2] = -1
    wrong = offences.copy()
    wrong[::2] = 1 - wrong[::2]
    right = (Judgement(evidence, intents, unknown).offences(evidence) > 0.5) == (offences > 0)
    misled = (Judgement(evidence, intents, wrong).offences(evidence) > 0.5) == (offences > 0)
    assert right.mean() > 0.95 > misled.mean()
