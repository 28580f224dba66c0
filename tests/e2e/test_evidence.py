"""Evidence through the whole product: a photo with the tip, clean at the desk, nothing of its maker left anywhere."""

import asyncio
import hashlib
import json

import pytest
import regex

from satark.demo import environment
from satark.desks import Desk
from satark.desks.evidence import evidence_of, sealed_part
from satark.evidence.boxes import context_of, open_file
from satark.seal import PrivateBox
from satark.settings import Settings
from tests.satark.evidence import files
from tests.satark.evidence.files import CANARY

pytestmark = pytest.mark.asyncio

WAIT = 60
CATTLE = "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye"


async def told_tip(phone):
    """The tip id in the chat, as soon as it stands there."""
    for _ in range(WAIT * 4):
        said = " ".join(message.text for message in await phone.chat() if not message.from_phone)
        if match := regex.search(r"\b[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", said):
            return match.group()
        await asyncio.sleep(0.25)
    raise AssertionError(said)


async def sent_without_facts(phone):
    """Sends the report; if the file is clean by then, its own time and place stay untold."""
    await phone.tap("Bhejiye")
    reply = await phone.wait_for_reply(timeout=WAIT)
    if any(choice.title == "Kuchh na bataiye" for choice in reply.choices):
        await phone.tap("Kuchh na bataiye")
    return await told_tip(phone)


async def test_a_photo_and_a_voice_come_to_the_desk_of_their_tip(stack, new_phone, tmp_path):
    photo = files.picture(tmp_path / f"{CANARY}.jpg", "JPEG")
    voice = files.sound(tmp_path / "voice.ogg")
    async with new_phone() as phone:
        await phone.say(CATTLE)
        await phone.wait_for_reply(timeout=WAIT)
        for kind, path in (("image", photo), ("audio", voice)):
            await phone.send_file(kind, path)
            await phone.wait_for_reply(timeout=WAIT)
        tip_id = await sent_without_facts(phone)
    settings = Settings.load(environ={"SATARK_HOME": str(stack.home)})
    desk = Desk.open(settings, "jaunpur")
    found = {}
    for _ in range(WAIT * 4):
        found = evidence_of(desk, tip_id)
        if len(found) == 2:
            break
        await asyncio.sleep(0.25)
    assert {piece.kind: piece.status for piece in found.values()} == {
        "photo": "ready",
        "voice": "awaiting_transcription",
    }
    box = PrivateBox.unlock(settings.keys, "jaunpur", environment(settings)["SATARK_DESK_PASSPHRASE_JAUNPUR"])
    words = json.loads(box.open(desk.tip(tip_id).content, tip_id))
    assert {one["id"] for one in words["evidence"]} == set(found)
    picture = next(name for name, piece in found.items() if piece.kind == "photo")
    content = open_file(box, sealed_part(desk, tip_id, picture, "content"), context_of(tip_id, picture, "content"))
    assert content.startswith(b"\xff\xd8\xff") and CANARY.encode() not in content and b"Exif" not in content
    whatsapps = ("phones.db", "simulator")  # what the stand-in for WhatsApp keeps of its own
    ours = [path for path in stack.home.rglob("*") if path.is_file() and not path.name.startswith(whatsapps)]
    told = [path.name for path in ours if CANARY.encode() in path.read_bytes()]
    assert told == []


@pytest.mark.parametrize(("answer", "told"), [("Sirf samay", "2026-11-20T22:15:00+05:30"), ("Kuchh na bataiye", None)])
async def test_when_a_photo_was_taken_is_told_only_by_the_persons_word(stack, new_phone, tmp_path, answer, told):
    photo = files.picture(tmp_path / "photo.jpg", "JPEG")
    settings = Settings.load(environ={"SATARK_HOME": str(stack.home)})
    async with new_phone() as phone:
        await phone.say(CATTLE)
        await phone.wait_for_reply(timeout=WAIT)
        before = set((stack.home / "media").glob("*.thumbnail"))
        await phone.send_file("image", photo)
        await phone.wait_for_reply(timeout=WAIT)
        for _ in range(WAIT * 4):
            if set((stack.home / "media").glob("*.thumbnail")) - before:
                break
            await asyncio.sleep(0.25)
        await asyncio.sleep(1)  # the row is written right after the files
        await phone.tap("Bhejiye")
        await phone.wait_for_reply(contains="chhipa", timeout=WAIT)
        await phone.tap(answer)
        tip_id = await told_tip(phone)
    desk = Desk.open(settings, "jaunpur")
    for _ in range(WAIT * 4):
        if [piece.status for piece in evidence_of(desk, tip_id).values()] == ["ready"]:
            break
        await asyncio.sleep(0.25)
    (name,) = evidence_of(desk, tip_id)
    box = PrivateBox.unlock(settings.keys, "jaunpur", environment(settings)["SATARK_DESK_PASSPHRASE_JAUNPUR"])
    details = json.loads(
        open_file(box, sealed_part(desk, tip_id, name, "details"), context_of(tip_id, name, "details"))
    )
    assert details.get("taken_at") == told
    assert "latitude" not in details


ROBBERY = "kal raat 9 baje badlapur chauraha par kirana dukan me tamancha dikha kar galla loot liya"


@pytest.mark.parametrize(("answer", "kept"), [("Mool bhi rakhiye", True), ("Mool mita dijiye", False)])
async def test_the_original_of_a_grave_crime_is_kept_only_by_the_persons_word(stack, new_phone, tmp_path, answer, kept):
    photo = files.picture(tmp_path / "photo.jpg", "JPEG")
    async with new_phone() as phone:
        await phone.say(ROBBERY)
        await phone.wait_for_reply(timeout=WAIT)
        await phone.send_file("image", photo)
        await phone.wait_for_reply(contains="DIG", timeout=WAIT)
        await phone.tap(answer)
        await phone.wait_for_reply(timeout=WAIT)
        tip_id = await sent_without_facts(phone)
    settings = Settings.load(environ={"SATARK_HOME": str(stack.home)})
    desk = Desk.open(settings, "jaunpur")
    for _ in range(WAIT * 4):
        if [piece.status for piece in evidence_of(desk, tip_id).values()] == ["ready"]:
            break
        await asyncio.sleep(0.25)
    (name,) = evidence_of(desk, tip_id)
    dig = PrivateBox.unlock(settings.keys, "range", environment(settings)["SATARK_DESK_PASSPHRASE_RANGE"])
    sealed = sealed_part(desk, tip_id, name, "original_details")
    told = json.loads(open_file(dig, sealed, context_of(tip_id, name, "original_details")))
    assert (told["kept"], told["sha256"]) == (kept, hashlib.sha256(photo.read_bytes()).hexdigest())
    original = sealed_part(desk, tip_id, name, "original")
    assert (original is not None) == kept
    if original:
        assert open_file(dig, original, context_of(tip_id, name, "original")) == photo.read_bytes()
    assert not list((stack.home / "media").glob(f"{name}*"))
