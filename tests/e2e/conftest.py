"""One running product for the tests of a session; a phone for each test."""

import itertools

import pytest

from simulator.client import Phone
from tests.e2e.stack import running

_numbers = itertools.count(919000001000)


@pytest.fixture(scope="session")
def stack(tmp_path_factory):
    with running(tmp_path_factory.mktemp("stack")) as started:
        yield started


@pytest.fixture
def new_phone(stack):
    """Makes phones with numbers nobody else has; used as `async with new_phone() as phone`."""

    def make(identity="both", number=None, **details):
        return Phone.create(stack.urls["simulator"], number=number or str(next(_numbers)), identity=identity, **details)

    return make
