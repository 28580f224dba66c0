"""Bounds of a webhook: depth, and how often one source may come with a bad signature."""

import pytest

from channels.guard import Strikes, is_deeper, is_local, source_of


def nested(levels):
    value = 1
    for number in range(levels):
        value = [value] if number % 2 else {"a": value}
    return value


def test_depth_is_counted_in_levels_of_lists_and_objects():
    assert not is_deeper(nested(5), 5)
    assert is_deeper(nested(6), 5)
    assert is_deeper(nested(100_000))
    assert not is_deeper("text")


def test_a_source_that_strikes_too_often_is_out_until_its_allowance_is_back():
    strikes = Strikes(allowed=3, refill=10)
    for second in range(3):
        assert not strikes.is_out("192.0.2.1", now=second)
        strikes.strike("192.0.2.1", now=second)
    assert strikes.is_out("192.0.2.1", now=3)
    assert not strikes.is_out("192.0.2.2", now=3)
    assert not strikes.is_out("192.0.2.1", now=12)
    strikes.strike("192.0.2.1", now=12)
    assert strikes.is_out("192.0.2.1", now=13)
    assert not strikes.is_out("192.0.2.1", now=60)


def test_memory_is_bounded_and_the_quietest_source_is_forgotten():
    strikes = Strikes(allowed=1, refill=1000, most=3)
    for number in range(5):
        strikes.strike(f"192.0.2.{number}", now=number)
    assert [strikes.is_out(f"192.0.2.{number}", now=5) for number in range(5)] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("peer", "forwarded", "source"),
    [
        ("192.0.2.7", None, "192.0.2.7"),
        ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
        ("127.0.0.1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", None, None),
        ("127.0.0.1", "nonsense", None),
        ("::1", "2001:db8::1", "2001:db8::/64"),
        ("2001:db8::7", None, "2001:db8::/64"),
        ("fe80::1%eth0", None, "fe80::/64"),
    ],
)
def test_only_a_proxy_on_this_machine_is_believed(peer, forwarded, source):
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert source_of(peer, headers) == source
    assert is_local(peer, headers) == (peer in ("127.0.0.1", "::1") and not forwarded)
