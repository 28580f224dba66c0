"""Keys: what one side seals only the right side opens, in the right place."""

import stat

import pytest

from satark.errors import SealError
from satark.seal import (
    KeyRing,
    PrivateBox,
    Recipient,
    new_key,
    new_key_pair,
    open_under,
    seal_to,
    seal_under,
)


def test_a_key_ring_is_made_once_and_private(tmp_path):
    path = tmp_path / "keys" / "vault.json"
    first = KeyRing.load_or_create(path)
    assert KeyRing.load_or_create(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_names_are_keyed_and_differ_by_purpose(tmp_path):
    one, other = KeyRing.load_or_create(tmp_path / "a.json"), KeyRing.load_or_create(tmp_path / "b.json")
    assert one.name("sender", "919000000001") == one.name("sender", "919000000001")
    assert one.name("sender", "919000000001") != one.name("message", "919000000001")
    assert one.name("sender", "919000000001") != other.name("sender", "919000000001")


def test_a_sealed_value_opens_only_in_its_own_row(tmp_path):
    ring = KeyRing.load_or_create(tmp_path / "a.json")
    sealed = ring.seal("inbox", b"words", "row-1")
    assert b"words" not in sealed
    assert ring.open("inbox", sealed, "row-1") == b"words"
    for purpose, content, row in [
        ("inbox", sealed, "row-2"),
        ("outbox", sealed, "row-1"),
        ("inbox", sealed[:-1], "row-1"),
    ]:
        with pytest.raises(SealError):
            ring.open(purpose, content, row)


def test_old_data_stays_readable_after_a_new_key(tmp_path):
    ring = KeyRing.load_or_create(tmp_path / "a.json")
    sealed = ring.seal("inbox", b"words", "row")
    rotated = KeyRing({**ring.keys, "k2": b"2" * 32}, "k2", ring.pepper)
    assert rotated.open("inbox", sealed, "row") == b"words"
    assert rotated.seal("inbox", b"words", "row").startswith(b"k2:")


def test_after_a_rotation_a_running_process_seals_with_the_new_key_and_reads_the_old(tmp_path):
    path = tmp_path / "keys" / "vault.json"
    running, another = KeyRing.load_or_create(path), KeyRing.load_or_create(path)
    old = running.seal("inbox", b"words", "row")
    rotated = KeyRing.rotate(path)
    assert (rotated.current, sorted(rotated.keys), rotated.pepper) == ("k2", ["k1", "k2"], running.pepper)
    new = running.seal("inbox", b"words", "row")
    assert (old.split(b":")[0], new.split(b":")[0]) == (b"k1", b"k2")
    for sealed in (old, new):
        assert another.open("inbox", sealed, "row") == b"words"
    assert running.name("sender", "919000000001") == another.name("sender", "919000000001")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert KeyRing.rotate(path).current == "k3"


def test_a_key_file_away_for_a_moment_stops_nobody_who_runs(tmp_path):
    path = tmp_path / "vault.json"
    ring = KeyRing.load_or_create(path)
    path.unlink()
    assert ring.open("inbox", ring.seal("inbox", b"words", "row"), "row") == b"words"
    path.write_text("half a fi", encoding="utf-8")
    assert ring.seal("inbox", b"words", "row").startswith(b"k1:")
    with pytest.raises(SealError):
        KeyRing.rotate(path)


def test_a_value_under_one_key_opens_under_no_other_and_in_no_other_row():
    key, other = new_key(), new_key()
    sealed = seal_under(key, b"words", "row-1")
    assert open_under(key, sealed, "row-1") == b"words"
    for opener, content, row in [(other, sealed, "row-1"), (key, sealed, "row-2"), (key, b"short", "row-1")]:
        with pytest.raises(SealError):
            open_under(opener, content, row)


def test_a_box_opens_for_each_recipient_and_nobody_else(tmp_path):
    recipients = [new_key_pair(tmp_path, name, "a long passphrase") for name in ("jaunpur", "range")]
    new_key_pair(tmp_path, "ghazipur", "a long passphrase")
    box = seal_to(recipients, "कथन".encode(), "JP-1")
    for name in ("jaunpur", "range"):
        assert PrivateBox.unlock(tmp_path, name, "a long passphrase").open(box, "JP-1").decode() == "कथन"
    with pytest.raises(SealError):
        PrivateBox.unlock(tmp_path, "ghazipur", "a long passphrase").open(box, "JP-1")
    with pytest.raises(SealError):
        PrivateBox.unlock(tmp_path, "jaunpur", "a long passphrase").open(box, "JP-2")


def test_a_private_key_needs_its_passphrase_and_is_never_replaced(tmp_path):
    new_key_pair(tmp_path, "jaunpur", "a long passphrase")
    with pytest.raises(SealError, match="passphrase"):
        PrivateBox.unlock(tmp_path, "jaunpur", "another one")
    with pytest.raises(SealError, match="already"):
        new_key_pair(tmp_path, "jaunpur", "another one")


def test_a_missing_public_key_says_how_to_make_it(tmp_path):
    with pytest.raises(SealError, match="satark admin keys new jaunpur"):
        Recipient.load(tmp_path, "jaunpur")
