"""Files people sent: fetched in time, whole, sealed, of a type their own bytes show; else the person is told."""

import base64
import datetime as dt
import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels import tables
from channels.fetcher import _agrees
from channels.graph import GraphError, verdict_of
from channels.media import Media
from channels.media_types import ACCEPTED, type_of
from channels.sealed_file import CHUNK_BYTES, SealedWriter, read_sealed
from satark.errors import SealError
from satark.seal import KeyRing
from satark.stores import utc_now
from tests.channels.outbound import NUMBER, outbound

PNG = b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(range(256)) * 40)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 2000


async def sent(out, phone, tmp_path, content, kind="image", name="photo.jpg"):
    """A person sends a file; its row's id."""
    path = tmp_path / name
    path.write_bytes(content)
    wamid = await phone.send_file(kind, path)
    await out.until(lambda: wamid in out.taken)
    name, conversation, part = out.vault.keys.name("message", wamid), out.conversation(), out.media_part(wamid)
    kinds = {"image": "photo", "audio": "voice", "video": "video", "document": "document"}
    with out.vault.writing() as connection:
        assert out.fetcher.media.note(connection, conversation, name, kinds[kind], part)
        assert not out.fetcher.media.note(connection, conversation, name, kinds[kind], part)
    return name


def row(out, media_id):
    with out.vault.reading() as connection:
        return connection.execute(tables.media.select().where(tables.media.c.id == media_id)).one()


def due_now(out):
    with out.vault.writing() as connection:
        connection.execute(tables.media.update().values(not_before=utc_now()))


@pytest.fixture
def phone_of():
    from simulator.client import Phone

    return lambda out: Phone.create(out.url, number=NUMBER, name="Reporter")


@pytest.mark.asyncio
async def test_a_photo_is_fetched_through_the_address_of_its_webhook_and_sealed(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        assert await out.fetcher.work() == 1
        found = row(out, media_id)
        assert (found.status, found.content_type, found.size) == ("fetched", "image/jpeg", len(JPEG))
        assert b"".join(out.fetcher.media.read(media_id)) == JPEG
        assert b"JFIF" not in out.fetcher.media.path(media_id).read_bytes()
        assert out.fetcher.media.path(media_id).stat().st_mode & 0o777 == 0o600
        assert [entry["action"] for entry in await out.network.log("media")] == ["download"]
        assert await out.fetcher.work() == 0


@pytest.mark.asyncio
async def test_a_lapsed_address_is_asked_for_anew_by_the_files_id(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        await out.network.advance(400)
        await out.fetcher.work()
        assert row(out, media_id).status == "fetched"
        assert [entry["action"] for entry in await out.network.log("media")] == ["download", "describe", "download"]


@pytest.mark.asyncio
async def test_an_address_known_to_be_old_is_not_even_tried(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        with out.vault.writing() as connection:
            connection.execute(tables.media.update().values(created_at=utc_now() - dt.timedelta(minutes=6)))
        await out.fetcher.work()
        assert row(out, media_id).status == "fetched"
        assert [entry["action"] for entry in await out.network.log("media")] == ["describe", "download"]


@pytest.mark.asyncio
async def test_a_file_gone_from_whatsapp_is_asked_for_again_in_the_persons_language(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        conversation = out.conversation()
        with out.vault.writing() as connection:
            out.vault.set_language(connection, conversation, "en")
        await out.network.advance(8 * 86400)
        await out.fetcher.work()
        assert (row(out, media_id).status, row(out, media_id).reason) == ("failed", "expired")
        told = await told_to(out)
        assert len(told) == 1
        assert "gone from WhatsApp" in told[0]
        assert "send it again" in told[0]


async def told_to(out):
    import json

    with out.vault.reading() as connection:
        rows = connection.execute(tables.outbox.select()).all()
    opened = [json.loads(out.vault.keys.open("outbox", one.content, one.name)) for one in rows]
    return [one["body"]["text"]["body"] for one in opened]


@pytest.mark.parametrize(
    ("content", "kind", "limits", "problem", "word"),
    [
        (JPEG, "image", {"photo": 100_000, "voice": 1, "video": 1, "document": 1}, "too_large", "बहुत बड़ी"),
        (b"MZ\x90\x00" + bytes(500), "document", None, "unsupported", "फ़ोटो, वीडियो"),
        (b"%PDF-1.7 " + bytes(500), "image", None, "unsupported", "फ़ोटो, वीडियो"),
        (b"<svg onload=alert(1)>", "document", None, "unsupported", "फ़ोटो, वीडियो"),
    ],
    ids=["too large", "a program", "a paper as a photo", "markup"],
)
@pytest.mark.asyncio
async def test_what_cannot_be_taken_is_told_at_once_and_leaves_no_file(
    tmp_path, phone_of, content, kind, limits, problem, word
):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        if limits:
            from satark.settings import MediaBytes

            object.__setattr__(
                out.fetcher, "limits", out.settings.limits.copy(update={"media_bytes": MediaBytes(**limits)})
            )
        media_id = await sent(out, phone, tmp_path, content, kind)
        await out.fetcher.work()
        assert (row(out, media_id).status, row(out, media_id).reason) == ("failed", problem)
        (told,) = await told_to(out)
        assert word in told
        assert [path for path in out.fetcher.media.folder.glob("*") if path.is_file()] == []


@pytest.mark.asyncio
async def test_half_a_file_is_fetched_again(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        await out.network.fault("corrupt")
        await out.fetcher.work()
        assert (row(out, media_id).status, row(out, media_id).reason) == ("new", "not whole")
        due_now(out)
        await out.fetcher.work()
        assert b"".join(out.fetcher.media.read(media_id)) == JPEG


@pytest.mark.asyncio
async def test_a_file_that_never_comes_whole_is_asked_for_again(tmp_path, phone_of):
    async with outbound(tmp_path / "home", {"media_attempts": 2}) as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        await out.network.fault("corrupt", count=2)
        for _ in range(2):
            await out.fetcher.work()
            due_now(out)
        assert (row(out, media_id).status, row(out, media_id).reason) == ("failed", "broken")
        assert "फिर भेजिए" in (await told_to(out))[0]


@pytest.mark.parametrize("fault", ["http_500", "drop"])
@pytest.mark.asyncio
async def test_whatsapps_trouble_only_delays(tmp_path, phone_of, fault):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        await out.network.fault(fault, place="media")
        await out.fetcher.work()
        assert row(out, media_id).status == "new"
        due_now(out)
        await out.fetcher.work()
        assert row(out, media_id).status == "fetched"


@pytest.mark.asyncio
async def test_after_a_crash_the_file_is_fetched_again_and_no_part_of_it_stays(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        media = out.fetcher.media
        (item,) = media.claim(1)
        media.folder.mkdir(parents=True)
        (media.folder / f"{item.id}.part").write_bytes(b"half")
        assert media.claim(1) == []  # the dead worker's lease
        with out.vault.writing() as connection:
            connection.execute(tables.media.update().values(lease_until=utc_now() - dt.timedelta(seconds=1)))
        await out.fetcher.work()
        assert [path.name for path in media.folder.iterdir()] == [media_id]
        assert b"".join(media.read(media_id)) == JPEG


@pytest.mark.asyncio
async def test_a_file_that_was_taken_back_is_gone(tmp_path, phone_of):
    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        await out.fetcher.work()
        with out.vault.writing() as connection:
            out.fetcher.media.withdraw(connection, media_id)
        assert out.fetcher.media.forget_before(utc_now() - dt.timedelta(days=1)) == 1
        assert not out.fetcher.media.path(media_id).exists()


@pytest.mark.asyncio
async def test_the_token_goes_to_meta_only(tmp_path):
    async with outbound(tmp_path / "home") as out:
        for url in (
            "https://example.org/x",
            "http://lookaside.fbsbx.com/x",
            "https://fbsbx.com.example.org/",
            "file:///x",
            "x",
        ):
            with pytest.raises(GraphError) as raised:
                async with out.graph.download(url):
                    raise AssertionError("opened")
            assert raised.value.verdict == "never"
        assert out.graph._is_metas("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1")


def test_old_rows_and_their_files_are_forgotten(settings, vault):
    media = Media(settings, vault)
    with vault.writing() as connection:
        media.note(connection, "a", "1", "photo", {"id": "7"})
    keep(media, vault, "1")
    keep(media, vault, "stranger")
    assert media.forget_before(utc_now() - dt.timedelta(days=1)) == 1
    assert [path.name for path in media.folder.iterdir()] == ["1"]
    assert media.forget_before(utc_now()) == 1
    assert media.counts() == {}


def keep(media, vault, name):
    with SealedWriter(media.folder, name, vault.keys) as writer:
        writer.write(b"content")
        writer.finish()


# The sealed file


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    return KeyRing.load_or_create(tmp_path_factory.mktemp("keys") / "vault.json")


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
def test_any_size_comes_back_whole(tmp_path, keys, size):
    content = bytes(range(251)) * (size // 251 + 1)
    with SealedWriter(tmp_path, "one", keys) as writer:
        for start in range(0, size, 70_001):
            writer.write(content[:size][start : start + 70_001])
        writer.finish()
    assert b"".join(read_sealed(tmp_path / "one", keys)) == content[:size]


def test_a_file_cut_off_swapped_or_renamed_does_not_open(tmp_path, keys):
    with SealedWriter(tmp_path, "one", keys) as writer:
        writer.write(bytes(2 * CHUNK_BYTES + 5))
        writer.finish()
    whole = (tmp_path / "one").read_bytes()
    first = 4 + int.from_bytes(whole[:4], "big")
    second = first + 4 + int.from_bytes(whole[first : first + 4], "big")
    broken = {
        "cut within": whole[:-3],
        "last chunk missing": whole[:second],
        "order changed": whole[first:second] + whole[:first] + whole[second:],
        "a bit turned": whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
        "empty": b"",
        "no length": whole[:2],
    }
    for content in broken.values():
        (tmp_path / "one").write_bytes(content)
        with pytest.raises(SealError):
            list(read_sealed(tmp_path / "one", keys))
    (tmp_path / "two").write_bytes(whole)
    with pytest.raises(SealError):
        list(read_sealed(tmp_path / "two", keys))


def test_nothing_is_left_of_a_file_that_was_not_finished(tmp_path, keys):
    with pytest.raises(RuntimeError), SealedWriter(tmp_path, "one", keys) as writer:
        writer.write(b"x")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


# Types and checksums

MP4 = b"\x00\x00\x00\x20ftyp"
ZIP = b"PK\x03\x04\x14\x00" + b"[Content_Types].xml" + bytes(40)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (JPEG, "image/jpeg"),
        (PNG, "image/png"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", None),
        (MP4 + b"isom", "video/mp4"),
        (MP4 + b"3gp4", "video/3gpp"),
        (MP4 + b"M4A ", "audio/mp4"),
        (MP4 + b"heic", "image/heic"),
        (MP4 + b"avif", None),
        (b"GIF89a\x01\x00", "image/gif"),
        (b"OggS\x00\x02OpusHead", "audio/ogg"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"#!AMR\n", "audio/amr"),
        (b"%PDF-1.4", "application/pdf"),
        (ZIP + b"word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (ZIP + b"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"PK\x03\x04\x14\x00AndroidManifest.xml", None),
        ("कल रात चोरी हुई\u200d।\n".encode(), "text/plain"),
        (("क" * 40_000).encode(), "text/plain"),
        ("चोरी".encode("utf-16"), None),
        (b"<html><script>", None),
        (b"#!/bin/sh\nrm", None),
        (b"\x7fELF\x02\x01", None),
        (b"MZ\x90\x00\x03", None),
        (b"", None),
        (b"   \n", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "bytes",
)
def test_the_bytes_say_what_a_file_is(head, found):
    assert type_of(head[: 1 << 16]) == found


@given(st.binary(max_size=400))
def test_any_bytes_have_a_type_we_know_or_none(head):
    assert type_of(head) in {None, *ACCEPTED["document"]}


@given(st.binary(min_size=1, max_size=64))
def test_a_checksum_is_read_in_either_coding(content):
    digest = hashlib.sha256(content).digest()
    for told in (digest.hex(), digest.hex().upper(), base64.b64encode(digest).decode(), None):
        assert _agrees(told, digest)
    assert _agrees(base64.urlsafe_b64encode(digest).decode().rstrip("="), digest)
    wrong = hashlib.sha256(content + b"!").digest()
    for told in (wrong.hex(), base64.b64encode(wrong).decode(), "not a sum", "äöü"):
        assert not _agrees(told, digest)


@pytest.mark.parametrize("code", [4, 80007, 131031])
@pytest.mark.asyncio
async def test_haste_and_a_locked_account_are_not_taken_for_a_file_that_is_gone(tmp_path, phone_of, code):
    async def refuses(_media_id):
        raise GraphError(code, 400, verdict_of(code, 400))

    async with outbound(tmp_path / "home") as out, phone_of(out) as phone:
        media_id = await sent(out, phone, tmp_path, JPEG)
        await out.network.advance(400)
        looks_up, out.graph.media_place = out.graph.media_place, refuses
        await out.fetcher.work()
        assert (row(out, media_id).status, row(out, media_id).attempts) == ("new", 0)
        assert await told_to(out) == []
        out.graph.media_place = looks_up
        due_now(out)
        await out.fetcher.work()
        assert row(out, media_id).status == "fetched"


@pytest.mark.parametrize("change", [{"sha256": 7}, {"url": "https://user:pass@lookaside.fbsbx.com:1/x"}])
@pytest.mark.asyncio
async def test_a_description_that_makes_no_sense_ends_like_a_broken_file(tmp_path, phone_of, change):
    async with outbound(tmp_path / "home", {"media_attempts": 1}) as out, phone_of(out) as phone:
        path = tmp_path / "photo.jpg"
        path.write_bytes(JPEG)
        wamid = await phone.send_file("image", path)
        await out.until(lambda: wamid in out.taken)
        part, conversation = {**out.media_part(wamid), **change}, out.conversation()
        with out.vault.writing() as connection:
            out.fetcher.media.note(connection, conversation, "name", "photo", part)
        await out.fetcher.work()
        assert (row(out, "name").status, row(out, "name").reason) == ("failed", "broken")
        assert len(await told_to(out)) == 1
