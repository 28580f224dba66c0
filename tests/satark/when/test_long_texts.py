"""Reading stays quick on text that no person writes: one endless word, digits or signs alone."""

from __future__ import annotations

import pytest

from satark.when import read_time
from tests.satark.when.telling import WEDNESDAY_MORNING, window
from tests.work import calls

_ENDLESS = {
    "one Hindi letter": "न" * 5_000,
    "one Latin letter": "x" * 65_536,
    "digits": "9" * 65_536,
    "a word of time without blanks": "kal" * 20_000,
    "bare conjuncts": "क्" * 8_000,
    "halves of clocks": "1:" * 20_000,
    "dashes": "-" * 60_000,
}


@pytest.mark.parametrize("text", _ENDLESS.values(), ids=_ENDLESS.keys())
def test_endless_text_tells_no_day_and_costs_no_more_than_its_length(text: str) -> None:
    read_time("kal raat", WEDNESDAY_MORNING)  # the tables are read once, before anything is counted
    assert read_time(text, WEDNESDAY_MORNING).when is None
    assert calls(read_time, text, WEDNESDAY_MORNING) < 10 * len(text) + 50_000


def test_an_endless_word_hides_no_time_beside_it() -> None:
    assert window("न" * 3_000 + " kal raat 2 baje chori hui") == "09-23 02:00/09-23 03:00 hour"
