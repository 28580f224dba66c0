"""Turns at random through the whole dialogue: no silence, no loop, no exception, nothing left behind.

`SATARK_WALKERS` walkers of 500 turns each; 10 of them take some minutes.
"""

import asyncio
import os

import pytest

from benchmarks.dialogue import Dialogue
from tests.walker.walk import Walker

WALKERS = int(os.environ.get("SATARK_WALKERS", "5"))
TURNS = 500


@pytest.fixture(scope="module")
def dialogue():
    return Dialogue()


@pytest.mark.parametrize("seed", range(WALKERS))
def test_however_people_walk_they_are_answered_and_come_to_an_end(dialogue, seed):
    walker = Walker(dialogue, seed)
    asyncio.run(walker.walk(TURNS))
    assert walker.filed > 3
