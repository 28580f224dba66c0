"""Receipts: digits that notice slips of the hand, and of which nothing usable is kept."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.receipts import Receipt, ReceiptError, find
from satark.seal import KeyRing


@pytest.fixture
def keys(tmp_path):
    return KeyRing.load_or_create(tmp_path / "vault.json")


def test_a_receipt_is_sixteen_digits_in_groups_of_four_and_always_another():
    receipts = [Receipt.new() for _ in range(200)]
    assert len({receipt.digits for receipt in receipts}) == 200
    assert all([len(group) for group in str(receipt).split(" ")] == [4, 4, 4, 4] for receipt in receipts)
    assert all(Receipt.parse(str(receipt)) == receipt for receipt in receipts)


def test_every_single_wrong_digit_and_every_swap_of_neighbours_is_noticed():
    digits = Receipt.new().digits
    slips = {digits[:at] + one + digits[at + 1 :] for at, one in itertools.product(range(16), "0123456789")}
    slips |= {digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(15)}
    for slip in slips - {digits}:
        with pytest.raises(ReceiptError):
            Receipt.parse(slip)


@given(st.text(max_size=40))
def test_what_is_no_receipt_is_refused_in_one_way(text):
    try:
        assert len(Receipt.parse(text).digits) == 16
    except ReceiptError as error:
        assert "digits" in str(error)


def test_any_script_and_grouping_reads_the_same():
    receipt = Receipt.new()
    hindi = str(receipt).translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    for written in (receipt.digits, str(receipt).replace(" ", "-"), hindi, f" {receipt} \n"):
        assert Receipt.parse(written) == receipt


def test_only_the_same_receipt_under_the_same_pepper_fits_what_is_kept(keys, tmp_path):
    receipt, other = Receipt.new(), Receipt.new()
    kept = receipt.hash(keys)
    assert kept.startswith("$argon2id$") and receipt.digits not in kept
    assert receipt.hash(keys) != kept
    assert receipt.fits(kept, keys)
    assert not other.fits(kept, keys)
    assert not receipt.fits(kept, KeyRing.load_or_create(tmp_path / "another.json"))
    assert not receipt.fits("not a hash", keys)


def test_a_drawer_is_shared_by_many_receipts(keys):
    drawers = {Receipt.new().drawer(keys) for _ in range(300)}
    assert all(len(drawer) == 4 for drawer in drawers)
    assert len(drawers) > 250


def test_nothing_prints_a_receipt_by_mistake():
    receipt = Receipt.new()
    assert receipt.digits not in repr(receipt) + repr([receipt])


def told(text):
    return [(one.receipt is not None, one.grouped, one.labelled, one.alone) for one in find(text)]


def test_receipts_in_a_message_are_found_with_what_they_look_like():
    receipt = Receipt.new()
    assert told(str(receipt)) == [(True, True, False, True)]
    assert told(f"meri raseed {receipt.digits} ka status kya hai") == [(True, False, True, True)]
    assert told(f"रसीद {receipt}") == [(True, True, True, True)]
    assert told(f"kal raat daru bik rahi thi {receipt} shahganj me") == [(True, True, False, False)]
    assert told(receipt.digits) == [(True, False, False, True)]


def test_longer_and_shorter_numbers_are_no_receipts():
    assert told("9000000001 ko 98765 43210 par") == []
    assert told(Receipt.new().digits + "1") == []
    assert told("2345 2346 2347") == []
