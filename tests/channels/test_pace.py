"""The pace of messages: never faster than WhatsApp's own count, never slower than need be."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.pace import NOTHING, Pace
from simulator.limits import PairLimit

START = dt.datetime(2026, 3, 1, tzinfo=dt.timezone.utc)
PAIR = Pace(45, dt.timedelta(seconds=6))


class Time:
    def __init__(self):
        self.seconds = START.timestamp()

    def now(self):
        return self.seconds


def test_a_burst_goes_at_once_and_then_one_in_six_seconds():
    full_at = None
    for _ in range(45):
        assert PAIR.wait(full_at, START) == NOTHING
        full_at = PAIR.spend(full_at, START)
    assert PAIR.wait(full_at, START) == dt.timedelta(seconds=6)
    assert PAIR.wait(full_at, START + dt.timedelta(seconds=4)) == dt.timedelta(seconds=2)
    assert PAIR.wait(full_at, START + dt.timedelta(seconds=6)) == NOTHING


def test_a_rested_bucket_holds_no_more_than_its_burst():
    later = START + dt.timedelta(days=30)
    full_at = PAIR.spend(START, START)
    for _ in range(45):
        full_at = PAIR.spend(full_at, later)
    assert PAIR.wait(full_at, later) == dt.timedelta(seconds=6)


@given(st.lists(st.integers(0, 20), max_size=120), st.integers(1, 8), st.sampled_from([1, 2, 4, 8]))
def test_whoever_keeps_the_pace_is_never_refused_and_whoever_need_not_wait_does_not(rests, burst, interval):
    time = Time()
    theirs = PairLimit(time, burst, interval)
    ours = Pace(burst, dt.timedelta(seconds=interval))
    full_at = None
    for rest in rests:
        time.seconds += rest
        now = dt.datetime.fromtimestamp(time.seconds, dt.timezone.utc)
        if ours.wait(full_at, now) == NOTHING:
            assert theirs.take("someone")
            full_at = ours.spend(full_at, now)
        else:
            assert not theirs.take("someone")


def test_an_empty_bucket_waits_one_interval():
    assert PAIR.wait(PAIR.exhausted(START), START) == dt.timedelta(seconds=6)


@pytest.mark.parametrize(("burst", "seconds"), [(0, 6), (45, 0)])
def test_a_pace_that_never_moves_is_refused(burst, seconds):
    with pytest.raises(ValueError, match="pace"):
        Pace(burst, dt.timedelta(seconds=seconds))
