"""The judgement: probabilities from evidence, in which intents and offences look at each other."""

import pickle

import numpy as np
import pytest

from satark.classification.evidence import Evidence
from satark.classification.judgement import Judgement
from satark.classification.likeness import Likeness

INTENTS, OFFENCES = 3, 2


def evidence_of(intents: np.ndarray, offences: np.ndarray, noise: np.random.Generator, likeness: bool) -> Evidence:
    """Margins about +1 for what holds and -1 for the rest, with noise."""
    margins = np.eye(INTENTS)[intents] * 2 - 1 + noise.normal(0, 0.3, (len(intents), INTENTS))
    whole = offences * 2.0 - 1 + noise.normal(0, 0.3, offences.shape)
    words = noise.integers(2, 30, len(intents)).astype(float)
    named = np.zeros((*offences.shape, 2))
    asked = np.hstack([margins, whole]) if likeness else None
    return Evidence(margins, whole, whole + 0.1, whole + 0.2, named, words, words > 0, asked)


@pytest.fixture(scope="module", params=[False, True], ids=["words", "meaning"])
def learnt(request: pytest.FixtureRequest) -> tuple[Judgement, Evidence, np.ndarray, np.ndarray]:
    noise = np.random.default_rng(0)
    intents = noise.integers(0, INTENTS, 300)
    offences = np.where((intents == 0)[:, None], noise.integers(0, 2, (300, OFFENCES)), 0)
    evidence = evidence_of(intents, offences, noise, request.param)
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
    likeness = np.hstack([intents, said])
    given = None if judgement_reads_words_alone(judgement) else likeness
    words = np.array([8.0, 8.0])
    evidence = Evidence(intents, said, said, said, np.zeros((2, OFFENCES, 2)), words, words > 0, given)
    reported, asked = judgement.offences(evidence)[:, 0]
    assert reported > asked


def judgement_reads_words_alone(judgement: Judgement) -> bool:
    whole = np.zeros((1, OFFENCES))
    known = np.ones(1, dtype=bool)
    probe = Evidence(np.zeros((1, INTENTS)), whole, whole, whole, np.zeros((1, OFFENCES, 2)), np.ones(1), known)
    try:
        judgement.intents(probe)
    except ValueError:
        return False
    return True


def test_messages_whose_offences_are_unknown_teach_the_intent_alone():
    noise = np.random.default_rng(1)
    intents = noise.integers(0, INTENTS, 200)
    offences = noise.integers(0, 2, (200, OFFENCES))
    evidence = evidence_of(intents, offences, noise, False)
    unknown = offences.copy()
    unknown[::2] = -1
    wrong = offences.copy()
    wrong[::2] = 1 - wrong[::2]
    right = (Judgement(evidence, intents, unknown).offences(evidence) > 0.5) == (offences > 0)
    misled = (Judgement(evidence, intents, wrong).offences(evidence) > 0.5) == (offences > 0)
    assert right.mean() > 0.95 > misled.mean()


def test_likeness_is_highest_for_the_label_of_the_nearest():
    noise = np.random.default_rng(2)
    centres = noise.normal(0, 3, (4, 16)).astype(np.float32)
    labels = noise.integers(0, 4, 80)
    rows = centres[labels] + noise.normal(0, 0.2, (80, 16)).astype(np.float32)
    likeness = Likeness(rows, np.eye(4)[labels] * 2 - 1)
    assert (likeness.scores(centres).argmax(axis=1) == np.arange(4)).all()


def test_likeness_is_kept_in_half_the_size():
    noise = np.random.default_rng(3)
    rows = noise.normal(size=(50, 8)).astype(np.float32)
    likeness = Likeness(rows, np.sign(noise.normal(size=(50, 2))))
    kept = pickle.loads(pickle.dumps(likeness))
    assert np.allclose(kept.scores(rows), likeness.scores(rows), atol=0.05)
    assert len(pickle.dumps(likeness)) < 50 * 8 * 4
