"""One running product for all talks of a session; a person with a new number for each talk."""

import itertools

import pytest

from simulator.client import Phone
from tests.e2e.stack import running
from tests.talks.chat import Talk

_numbers = itertools.count(919000051000)


@pytest.fixture(scope="session")
def stack(tmp_path_factory):
    with running(tmp_path_factory.mktemp("talks")) as started:
        yield started


@pytest.fixture
def new_talk(stack):
    """Begins talks, used as `async with new_talk() as talk`."""
    return lambda: Talk(Phone.create(stack.urls["simulator"], number=str(next(_numbers))))
