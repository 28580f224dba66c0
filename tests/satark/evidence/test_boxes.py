"""A file in a box opens for those it was sealed to, in its place, unchanged; for nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satark.errors import SealError
from satark.evidence.boxes import open_file, seal_file
from satark.seal import PrivateBox, new_key_pair


@pytest.fixture(scope="module")
def boxes(tmp_path_factory):
    """(recipients, private boxes) of three desks."""
    folder = tmp_path_factory.mktemp("keys")
    names = ("jaunpur", "range", "ghazipur")
    recipients = {name: new_key_pair(folder, name, "a phrase") for name in names}
    return recipients, {name: PrivateBox.unlock(folder, name, "a phrase") for name in names}


@given(content=st.binary(max_size=5000))
def test_any_content_opens_for_each_recipient_only(boxes, content):
    recipients, private = boxes
    sealed = seal_file([recipients["jaunpur"], recipients["range"]], content, "tip:1:content")
    assert open_file(private["jaunpur"], sealed, "tip:1:content") == content
    assert open_file(private["range"], sealed, "tip:1:content") == content
    with pytest.raises(SealError):
        open_file(private["ghazipur"], sealed, "tip:1:content")
    with pytest.raises(SealError):
        open_file(private["jaunpur"], sealed, "tip:2:content")


@given(place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_a_changed_box_does_not_open(boxes, place, bit):
    recipients, private = boxes
    sealed = bytearray(seal_file([recipients["jaunpur"]], b"evidence", "tip:1:content"))
    sealed[place % len(sealed)] ^= 1 << bit
    try:
        opened = open_file(private["jaunpur"], bytes(sealed), "tip:1:content")
    except SealError:
        return
    assert opened == b"evidence"  # a bit of JSON that says nothing, such as the version


@pytest.mark.parametrize("sealed", [b"", b"\x00\x00", b"\xff\xff\xff\xff", b"\x00\x00\x00\x02{}"])
def test_no_box_at_all_does_not_open(boxes, sealed):
    with pytest.raises(SealError):
        open_file(boxes[1]["jaunpur"], sealed, "tip:1:content")


def test_a_large_file_grows_by_little(boxes):
    sealed = seal_file([boxes[0]["jaunpur"], boxes[0]["range"]], bytes(1 << 20), "tip:1:content")
    assert len(sealed) < (1 << 20) + 1000
