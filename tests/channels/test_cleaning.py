"""From the phone to the desk: fetched, made anew, sealed to desk and range, the original gone, the person told."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import hashlib
import json
import secrets
import shutil
import threading

import pytest

from channels import tables, worker
from channels.cleaning import Cleaning
from channels.dispatcher import Dispatcher
from channels.handover import Handover
from channels.intake import Intake
from channels.payloads import read_updates
from channels.vault import Vault
from satark.desks import Desk, Tip
from satark.desks.evidence import evidence_of, sealed_part
from satark.errors import SealError, SettingsError, StoreError
from satark.evidence.boxes import context_of, open_file
from satark.seal import PrivateBox, new_key_pair
from satark.settings import Settings
from satark.stores import utc_now
from tests.channels.outbound import NUMBER, outbound, someone
from tests.channels.serving import text, webhook
from tests.channels.test_media import row, sent, told_to
from tests.satark.evidence import files
from tests.satark.evidence.files import CANARY

pytestmark = pytest.mark.asyncio
PHRASE = "a phrase for tests"
TIP = "JP-AAAA-0001"


def cleaning(out, transcriber=None, **rules):
    """The cleaning and the hand-over of a deployment whose desks have keys."""
    for name in ("jaunpur", "range"):
        if not (out.settings.keys / f"{name}.pub").exists():
            new_key_pair(out.settings.keys, name, PHRASE)
    settings = out.settings.copy(update={"evidence": out.settings.evidence.copy(update=rules)})
    return Cleaning(settings, out.vault, transcriber), Handover(settings, out.vault)


def box(out, desk="jaunpur"):
    return PrivateBox.unlock(out.settings.keys, desk, PHRASE)


def file_tip(out, *media_ids, offences=("illegal_mining",), arrived=True):
    """A report that names these files is filed; with `arrived` the tip is at its desk."""
    conversation = out.conversation()
    with out.vault.writing() as connection:
        out.fetcher.media.filed(connection, conversation, media_ids, TIP, "jaunpur")
    if arrived:
        Desk.open(out.settings, "jaunpur").file(a_tip(offences))


def a_tip(offences):
    return Tip(
        id=TIP, report_id="r1", filed_at=utc_now(), status="new", priority=2, offences=offences, tense=None, when=None,
        place=None, language="hi", reply_token=secrets.token_hex(8), content=b"sealed",
    )  # fmt: skip


def due_now(out):
    with out.vault.writing() as connection:
        connection.execute(tables.media.update().values(not_before=utc_now() - dt.timedelta(seconds=1)))


def at_desk(out, media_id, part, opener="jaunpur"):
    desk = Desk.open(out.settings, "jaunpur")
    return open_file(box(out, opener), sealed_part(desk, TIP, media_id, part), context_of(TIP, media_id, part))


def lying(out):
    folder = out.fetcher.media.folder
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def photo(tmp_path, name="made.jpg"):
    return files.picture(tmp_path / name, "JPEG").read_bytes()


async def test_a_photo_reaches_the_desk_clean_and_its_original_is_gone(tmp_path):
    original = photo(tmp_path)
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, original)
        await out.fetcher.work()
        cleaner, handover = cleaning(out)
        assert await cleaner.work() == 1
        assert row(out, media_id).status == "cleaned"
        assert lying(out) == [media_id, f"{media_id}.file", f"{media_id}.thumbnail"]
        assert handover.work() == 0  # of a draft nothing leaves the vault
        file_tip(out, media_id)
        assert handover.work() == 1
        assert handover.work() == 0
        piece = evidence_of(Desk.open(out.settings, "jaunpur"), TIP)[media_id]
        assert (piece.kind, piece.status, piece.content_type) == ("photo", "ready", "image/jpeg")
        content = at_desk(out, media_id, "content")
        assert content[:3] == b"\xff\xd8\xff" and CANARY.encode() not in content and b"Exif" not in content
        assert at_desk(out, media_id, "content", "range") == content
        assert at_desk(out, media_id, "thumbnail")[:3] == b"\xff\xd8\xff"
        told = json.loads(at_desk(out, media_id, "details"))
        assert told["sha256"] == hashlib.sha256(content).hexdigest()
        assert lying(out) == [] and row(out, media_id).found is None


async def test_the_originals_checksum_is_for_the_range_alone(tmp_path):
    original = photo(tmp_path)
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await cleaned_and_filed(out, phone, tmp_path, original)
        told = json.loads(at_desk(out, media_id, "original_details", "range"))
        assert told == {"sha256": hashlib.sha256(original).hexdigest(), "bytes": len(original),
                        "content_type": "image/jpeg", "kept": False}  # fmt: skip
        with pytest.raises(SealError):
            at_desk(out, media_id, "original_details", "jaunpur")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((), {}),
        (("time",), {"taken_at": "2026-11-20T22:15:00+05:30"}),
        (("time", "place"), {"taken_at": "2026-11-20T22:15:00+05:30", "latitude": 26.04965, "longitude": 82.684228}),
    ],
)
async def test_of_what_a_file_carried_only_what_the_person_agrees_to_is_told(tmp_path, parts, told):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        cleaner, handover = cleaning(out)
        media, conversation = out.fetcher.media, out.conversation()
        assert not media.offers_facts(conversation)  # nobody has looked into the file yet
        await cleaner.work()
        assert media.offers_facts(conversation) and not media.offers_facts("someone else")
        file_tip(out, media_id)
        with out.vault.writing() as connection:
            media.facts_agreed(connection, "someone else", [media_id], ("time", "place"))
            media.facts_agreed(connection, conversation, [media_id], parts)
        assert not media.offers_facts(conversation)  # of a filed report nothing is asked any more
        assert handover.work() == 1
        details = json.loads(at_desk(out, media_id, "details"))
        assert {name: details[name] for name in ("taken_at", "latitude", "longitude") if name in details} == told


async def cleaned_and_filed(out, phone, tmp_path, content, kind="image", agreed=False, **more):
    media_id = await sent(out, phone, tmp_path, content, kind, {"image": "p.jpg", "audio": "v.ogg"}[kind])
    await out.fetcher.work()
    if agreed:
        conversation = out.conversation()
        with out.vault.writing() as connection:
            out.fetcher.media.agreed(connection, conversation, [media_id])
    cleaner, handover = cleaning(out)
    await cleaner.work()
    file_tip(out, media_id, **more)
    assert handover.work() == 1
    return media_id


@pytest.mark.parametrize(
    ("agreed", "offence", "kept"), [(True, "murder", True), (True, "theft", False), (False, "murder", False)]
)
async def test_the_original_is_kept_for_a_grave_crime_and_only_if_the_person_agreed(tmp_path, agreed, offence, kept):
    original = photo(tmp_path)
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await cleaned_and_filed(out, phone, tmp_path, original, agreed=agreed, offences=(offence,))
        desk = Desk.open(out.settings, "jaunpur")
        assert ("original" in evidence_of(desk, TIP)[media_id].has) is kept
        if kept:
            assert at_desk(out, media_id, "original", "range") == original
            with pytest.raises(SealError):
                at_desk(out, media_id, "original", "jaunpur")
        assert lying(out) == []


@pytest.mark.parametrize(
    ("name", "make", "reason", "word"),
    [
        ("bomb.png", files.png_bomb, "bomb", "बहुत बड़ी"),
        ("cut.jpg", lambda path: cut(files.picture(path, "JPEG")), "broken", "ठीक से नहीं पहुँची"),
        ("words.txt", lambda path: path.write_text("कल रात चोरी हुई") and path, "unsupported", "फ़ोटो, वीडियो"),
    ],
)
async def test_what_cannot_be_used_is_told_and_the_worker_goes_on(tmp_path, name, make, reason, word):
    content = make(tmp_path / f"made-{name}").read_bytes()
    kind = "document" if name.endswith("txt") else "image"
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        bad = await sent(out, phone, tmp_path, content, kind, name)
        good = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        cleaner, handover = cleaning(out)
        assert [await cleaner.work() for _ in range(3)] == [1, 1, 0]
        assert (row(out, bad).status, row(out, bad).reason) == ("failed", reason)
        assert row(out, good).status == "cleaned"
        (told,) = await told_to(out)
        assert word in told
        file_tip(out, bad, good)
        assert handover.work() == 2
        found = evidence_of(Desk.open(out.settings, "jaunpur"), TIP)
        assert (found[bad].status, found[bad].reason, found[bad].has) == ("refused", reason, frozenset())
        assert found[good].status == "ready"
        assert lying(out) == []


def cut(path):
    path.write_bytes(path.read_bytes()[:4000])
    return path


async def test_a_cleaner_that_died_leaves_the_file_to_be_cleaned_again(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        cleaner, _ = cleaning(out)
        (item,) = cleaner.media.claim_fetched(1, voices=False)
        assert await cleaner.work() == 0  # the dead worker's lease
        with out.vault.writing() as connection:
            connection.execute(tables.media.update().values(lease_until=utc_now() - dt.timedelta(seconds=1)))
        assert await cleaner.work() == 1
        assert (row(out, media_id).status, row(out, media_id).attempts) == ("cleaned", 2)
        cleaner._finish(item, "cleaned", {"late": True})  # the dead one comes back: too late
        assert cleaner.media.for_desks() == []
        assert "late" not in cleaner.media._open_found(row(out, media_id))


async def test_a_slow_cleaning_keeps_its_lease(tmp_path, monkeypatch):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        limits = out.settings.limits.copy(update={"lease_seconds": 1})
        cleaner = Cleaning(out.settings.copy(update={"limits": limits}), out.vault)
        work, going_on = cleaner._work_on, threading.Event()
        monkeypatch.setattr(cleaner, "_work_on", lambda item: going_on.wait(60) and work(item))
        round_ = asyncio.create_task(cleaner.work())
        while row(out, media_id).status != "cleaning":
            await asyncio.sleep(0.05)
        first = row(out, media_id).lease_until
        while row(out, media_id).lease_until <= first + dt.timedelta(seconds=1):
            await asyncio.sleep(0.05)
        assert cleaner.media.claim_fetched(1, voices=False) == []
        going_on.set()
        await round_
        assert (row(out, media_id).status, row(out, media_id).attempts) == ("cleaned", 1)


async def test_what_was_found_and_cannot_be_opened_holds_up_no_other(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        bad = await sent(out, phone, tmp_path, photo(tmp_path, "bad.jpg"))
        good = await sent(out, phone, tmp_path, photo(tmp_path, "good.jpg"))
        cleaner, handover = cleaning(out)
        while await out.fetcher.work() or await cleaner.work():
            pass
        with out.vault.writing() as connection:
            connection.execute(tables.media.update().where(tables.media.c.id == bad).values(found=b"of another key"))
        file_tip(out, bad, good)
        while handover.work():
            pass
        found = evidence_of(Desk.open(out.settings, "jaunpur"), TIP)
        assert (found[bad].status, found[bad].reason) == ("refused", "cannot be opened")
        assert found[good].status == "ready"


async def test_evidence_that_was_taken_back_while_it_was_cleaned_leaves_nothing(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        cleaner, handover = cleaning(out)
        (item,) = cleaner.media.claim_fetched(1, voices=False)
        with out.vault.writing() as connection:
            out.fetcher.media.withdraw(connection, media_id)
        cleaner._work_on(item)
        assert lying(out) == [] and handover.work() == 0


async def test_trouble_of_the_disk_is_no_fault_of_the_file(tmp_path, monkeypatch):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        cleaner, _ = cleaning(out)
        away = out.fetcher.media.folder.rename(tmp_path / "away")
        await cleaner.work()
        assert (row(out, media_id).status, row(out, media_id).reason) == ("fetched", "FileNotFoundError")
        out.fetcher.media.folder.exists() and shutil.rmtree(out.fetcher.media.folder)
        away.rename(out.fetcher.media.folder)
        due_now(out)
        await cleaner.work()
        assert row(out, media_id).status == "cleaned"


async def test_evidence_waits_for_its_tip_and_for_the_desks_key(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        cleaner, handover = cleaning(out)
        await cleaner.work()
        file_tip(out, media_id, arrived=False)
        assert handover.work() == 0
        Desk.open(out.settings, "jaunpur").file(a_tip(("theft",)))
        key = out.settings.keys / "range.pub"
        text = key.read_text()
        key.unlink()
        due_now(out)
        assert handover.work() == 0
        assert len(lying(out)) == 3
        key.write_text(text)
        due_now(out)
        assert handover.work() == 1


async def test_somebody_elses_evidence_cannot_be_named(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        with out.vault.writing() as connection:
            out.fetcher.media.filed(connection, "another conversation", [media_id], TIP, "jaunpur")
        assert row(out, media_id).tip_id is None


# Voices


@dataclasses.dataclass
class Scribe:
    """Writes down every voice in the same words, or fails; keeps what it was given."""

    words: str = "मेरा नंबर 9876543210 है, शाहगंज में कच्ची शराब बिकती है"
    error: Exception | None = None
    heard: list = dataclasses.field(default_factory=list)

    def transcribe(self, recording):
        self.heard.append(recording.read_bytes())
        if self.error:
            raise self.error
        return self.words


async def a_voice(out, phone, tmp_path):
    content = files.sound(tmp_path / "made.ogg", 2).read_bytes()
    media_id = await sent(out, phone, tmp_path, content, "audio", "v.ogg")
    await out.fetcher.work()
    return media_id


async def test_without_a_transcriber_a_voice_waits_and_does_not_reach_the_desk(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await a_voice(out, phone, tmp_path)
        cleaner, handover = cleaning(out)
        await cleaner.work()
        assert await cleaner.work() == 0
        file_tip(out, media_id)
        assert handover.work() == 1
        piece = evidence_of(Desk.open(out.settings, "jaunpur"), TIP)[media_id]
        assert piece.status == "awaiting_transcription"
        assert piece.has == {"details"}
        assert lying(out) == [f"{media_id}.file"]  # clean, sealed under the vault's own key


async def test_a_voice_is_written_down_once_there_is_a_transcriber_and_read_by_a_machine(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await a_voice(out, phone, tmp_path)
        cleaner, handover = cleaning(out)
        await cleaner.work()
        file_tip(out, media_id)
        handover.work()
        scribe = Scribe()
        later, handover = cleaning(out, scribe)
        assert await later.work() == 1
        assert handover.work() == 1
        piece = evidence_of(Desk.open(out.settings, "jaunpur"), TIP)[media_id]
        assert piece.status == "ready"
        told = json.loads(at_desk(out, media_id, "details"))
        assert "शाहगंज" in told["transcript"] and "9876543210" not in told["transcript"]
        if shutil.which("espeak-ng"):
            read = at_desk(out, media_id, "content")
            assert read[4:8] == b"ftyp" and read != scribe.heard[0]
            assert hashlib.sha256(read).hexdigest() == told["sha256"]
        else:
            assert "content" not in piece.has
        assert CANARY.encode() not in scribe.heard[0]
        assert lying(out) == []


@pytest.mark.parametrize("scribe", [Scribe(error=StoreError("no")), Scribe(words="  ")], ids=["fails", "hears nothing"])
async def test_a_voice_that_cannot_be_written_down_waits_and_is_tried_a_few_times_only(tmp_path, scribe):
    async with outbound(tmp_path / "home", {"media_attempts": 3}) as out, someone(out) as phone:
        media_id = await a_voice(out, phone, tmp_path)
        cleaner, _ = cleaning(out, scribe)
        for _ in range(6):
            due_now(out)
            await cleaner.work()
        assert row(out, media_id).status == "awaiting"
        assert lying(out) == [f"{media_id}.file"]
        assert await told_to(out) == []


async def test_the_named_desk_alone_may_hear_a_voice(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await a_voice(out, phone, tmp_path)
        cleaner, handover = cleaning(out, voice_heard_by="range")
        await cleaner.work()
        file_tip(out, media_id)
        assert handover.work() == 1
        assert at_desk(out, media_id, "content", "range")[4:8] == b"ftyp"
        with pytest.raises(SealError):
            at_desk(out, media_id, "content", "jaunpur")


async def test_a_folder_without_a_model_is_said_and_voices_wait(tmp_path, caplog):
    from satark.evidence.voices import open_transcriber

    async with outbound(tmp_path / "home") as out, someone(out):
        with pytest.raises(SettingsError, match="no faster-whisper model"):
            open_transcriber(tmp_path, out.settings.evidence.limits)
        cleaner, _ = cleaning(out, speech_model=tmp_path)
        assert cleaner.transcriber is None
        assert "voices.model_unusable" in caplog.text


async def test_the_row_of_a_file_says_nothing_in_the_clear(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path), name="MyHolidayNearHome.jpg")
        await out.fetcher.work()
        assert row(out, media_id).content is None
        await cleaning(out)[0].work()
        with out.vault.reading() as connection:
            told = repr(connection.execute(tables.media.select()).all())
        for word in (NUMBER, "MyHolidayNearHome", "26.04", "2026-11-20T22:15"):
            assert word not in told


# The whole way in the worker


async def test_the_worker_fetches_cleans_and_hands_over_by_itself(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        cleaning(out)
        task = asyncio.create_task(worker.run(out.settings))
        try:
            bomb = await sent(out, phone, tmp_path, files.png_bomb(tmp_path / "b.png").read_bytes(), name="b.png")
            media_id = await sent(out, phone, tmp_path, photo(tmp_path))
            file_tip(out, bomb, media_id)
            desk = Desk.open(out.settings, "jaunpur")
            for _ in range(400):
                found = evidence_of(desk, TIP)
                if len(found) == 2:
                    break
                await asyncio.sleep(0.05)
            assert {name: piece.status for name, piece in found.items()} == {bomb: "refused", media_id: "ready"}
            assert not task.done()
            for _ in range(100):
                if any("बहुत बड़ी" in text for text in await out.heard(phone)):
                    break
                await asyncio.sleep(0.05)
            assert len([text for text in await out.heard(phone) if "बहुत बड़ी" in text]) == 1
            assert lying(out) == []
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def test_filing_a_report_sends_its_evidence_and_no_other_on_its_way(tmp_path):
    async def files_it(message):
        named = {"narrative": "x", "evidence": [{"id": message.metadata["message"], "kind": "photo"}]}
        report = {"report_id": "r1", "tip_id": TIP, "desk": "jaunpur", "language": "hi", "sealed": named}
        if "bhejo" in message.text:
            await message.output_channel.send_response(message.sender_id, {"custom": {"file": report}})

    settings = Settings.load(environ={"SATARK_HOME": str(tmp_path), "WHATSAPP_APP_SECRET": "s"})
    vault = Vault.open(settings)
    dispatcher = Dispatcher(settings, vault, files_it, reading_of)
    dispatcher.start()
    try:
        intake = Intake(vault, dispatcher.inbox, dispatcher.outbox)
        for wamid, caption in (("wamid.1", "dekhiye"), ("wamid.2", "bhejo")):
            image = {"id": wamid, "mime_type": "image/jpeg", "caption": caption}
            intake.store(list(read_updates(webhook(text(wamid, "") | {"type": "image", "image": image}))))
        dispatcher.wake()
        for _ in range(300):
            if dispatcher.inbox.counts() == {"done": 2}:
                break
            await asyncio.sleep(0.02)
    finally:
        await dispatcher.stop()
    with vault.reading() as connection:
        rows = {one.id: (one.tip_id, one.desk) for one in connection.execute(tables.media.select())}
    names = [vault.keys.name("message", wamid) for wamid in ("wamid.1", "wamid.2")]
    assert rows == {names[0]: (None, None), names[1]: (TIP, "jaunpur")}


async def reading_of(message):
    return {"text": message.text, "intent": {"name": "inform", "confidence": 1.0}, "intent_ranking": [], "entities": []}


async def test_what_was_made_of_evidence_that_is_forgotten_is_swept(tmp_path):
    async with outbound(tmp_path / "home") as out, someone(out) as phone:
        media_id = await sent(out, phone, tmp_path, photo(tmp_path))
        await out.fetcher.work()
        await cleaning(out)[0].work()
        assert out.fetcher.media.forget_before(utc_now() - dt.timedelta(days=1)) == 0
        assert lying(out) == [media_id, f"{media_id}.file", f"{media_id}.thumbnail"]
        assert out.fetcher.media.forget_before(utc_now()) == 3
        assert lying(out) == []
