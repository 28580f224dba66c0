"""The searcher finds a leak in every form and every kind of store, and takes nothing else for one."""

import base64
import gzip
import hashlib
import io
import json
import random
import sqlite3
import urllib.parse
import zlib

import pytest
from PIL import Image, PngImagePlugin

from tests.canary.forms import Canary, forms
from tests.canary.searcher import Searcher

NUMBER = "9000461737"
NAME = "Bhavrunesh Kolthimar"
HINDI = "भवरुणेश कोल्थिमार"
VEHICLE = "UP99ZQ4617"
CANARIES = (
    Canary(1, "number", NUMBER),
    Canary(2, "name", NAME),
    Canary(3, "name", HINDI),
    Canary(4, "vehicle", VEHICLE),
    Canary(5, "receipt", "4821900733615062"),
)
SEARCHER = Searcher(CANARIES)


def found(data):
    return {hit.canary.person for hit in SEARCHER.search(data, "somewhere")}


LEAKS = {
    "plain": (1, f"from {NUMBER} came"),
    "with the country code": (1, f"wa_id=91{NUMBER}"),
    "spaced": (1, "call 90004 61737 now"),
    "dashed": (1, "call 9000-461-737."),
    "with +91": (1, "+91 90004 61737"),
    "in brackets": (1, "(+91) 9000 461 737"),
    "digit by digit": (1, "9 0 0 0 4 6 1 7 3 7"),
    "after another number": (1, "item 2 90004 61737"),
    "Devanagari digits": (1, "९०००४६१७३७"),
    "Devanagari digits in groups": (1, "९०००४ ६१७३७"),
    "hex": (1, NUMBER.encode().hex()),
    "utf-16": (1, NUMBER.encode("utf-16")),
    "reversed": (1, f"<{NUMBER[::-1]}>"),
    "sha256": (1, hashlib.sha256(f"91{NUMBER}".encode()).hexdigest()),
    "md5 bytes": (1, hashlib.md5(NUMBER.encode()).digest()),
    "a name in capitals": (2, NAME.upper()),
    "a name in an address": (2, "?name=" + urllib.parse.quote_plus(NAME)),
    "a name as percent signs": (2, "".join(f"%{byte:02X}" for byte in NAME.encode())),
    "a name in utf-16, big end first": (2, NAME.encode("utf-16-be")),
    "a name reversed": (2, NAME[::-1]),
    "Devanagari": (3, HINDI),
    "Devanagari in JSON": (3, json.dumps({"name": HINDI})),
    "Devanagari in JSON in JSON": (3, json.dumps(json.dumps({"name": HINDI}))),
    "Devanagari in an address": (3, urllib.parse.quote(HINDI)),
    "a receipt in groups": (5, "Receipt: 4821 9007 3361 5062"),
    "a receipt in Devanagari": (5, "४८२१-९००७-३३६१-५०६२"),
    "a vehicle spaced": (4, "gaadi UP 99 ZQ 4617"),
    "a vehicle dashed": (4, "up-99-zq-4617"),
}


@pytest.mark.parametrize("dress", LEAKS)
def test_a_leak_is_found_in_every_dress(dress):
    person, leak = LEAKS[dress]
    data = leak if isinstance(leak, bytes) else leak.encode()
    for padding in range(9):  # at every alignment
        assert found(b"\x01" * padding + data + b"\xff tail") == {person}


@pytest.mark.parametrize("text", [NUMBER, NAME, HINDI, VEHICLE])
@pytest.mark.parametrize("alphabet", [base64.b64encode, base64.urlsafe_b64encode])
def test_base64_is_found_wherever_the_text_begins_in_it(text, alphabet):
    for before in range(7):
        packed = alphabet(b'{"phone": "'[:before] + text.encode() + b'", "language": "hi"}')
        assert len(found(packed)) == 1, before


STORES = ("database", "database in use", "free page", "log", "JSON", "gzip", "zlib", "PNG text", "EXIF")


def store(kind, leak, folder):
    """The bytes of a store that holds the leak."""
    if kind in ("database", "database in use", "free page"):
        path = folder / "store.db"
        connection = sqlite3.connect(path)
        if kind == "database in use":
            connection.execute("pragma journal_mode=wal")
        connection.execute("pragma secure_delete=off")
        connection.execute("create table events (data text)")
        connection.execute("insert into events values (?)", (json.dumps({"text": leak}),))
        connection.commit()
        if kind == "free page":
            connection.execute("delete from events")
            connection.commit()
        data = b"".join(one.read_bytes() for one in sorted(folder.glob("store.db*")))
        connection.close()
        return data
    image, out = Image.new("RGB", (8, 8)), io.BytesIO()
    if kind == "PNG text":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", leak, zip=True)
        image.save(out, "png", pnginfo=notes)
        return out.getvalue()
    if kind == "EXIF":
        exif = image.getexif()
        exif[0x010E] = leak
        image.save(out, "jpeg", exif=exif)
        return out.getvalue()
    plain = {"log": f"ERROR failed for {leak}\n", "JSON": json.dumps({"tracker": {"sender": leak}})}.get(kind, leak)
    packer = {"gzip": gzip.compress, "zlib": zlib.compress}.get(kind, bytes)
    return packer(plain.encode())


@pytest.mark.parametrize("kind", STORES)
@pytest.mark.parametrize(("person", "leak"), [(1, NUMBER), (2, NAME)])
def test_a_leak_is_found_in_every_kind_of_store(kind, person, leak, tmp_path):
    assert found(store(kind, leak, tmp_path)) == {person}


def test_a_hit_names_its_place_its_form_and_its_owner():
    (hit,) = SEARCHER.search(f"sender {NUMBER} failed".encode(), "assistant.out")
    assert (hit.canary.person, hit.canary.kind, hit.form, hit.place) == (1, "number", "plain", "assistant.out")
    assert "assistant.out: person 1: number '9000461737' (plain)" in str(hit)


@pytest.mark.parametrize(
    "innocent",
    [
        f"0.{NUMBER}123456",  # a figure with many places
        f"17639{NUMBER}",
        "9000461738",
        "90004 61738 and 61737",
        "Bhavrunesh Kolthimax",
        "",
        "short",
    ],
)
def test_what_is_no_canary_is_no_hit(innocent):
    assert found(innocent.encode()) == set()


def test_noise_holds_no_canary():
    noise = random.Random("noise").randbytes(4 << 20)
    assert found(noise) == set()
    assert found(noise.hex().encode()) == set()


def test_forms_too_short_to_be_told_from_chance_are_refused():
    with pytest.raises(ValueError, match="too short"):
        Canary(1, "name", "Ramesh")
    assert all(len(form) >= 8 for canary in CANARIES for _, form in forms(canary))
