"""Photos, voices, pins and stickers at any moment of a talk, and danger in the midst of a burst."""

import asyncio

import pytest

from satark.desks import Desk
from satark.desks.evidence import evidence_of
from satark.settings import Settings
from tests.satark.evidence import files
from tests.talks.chat import WAIT

pytestmark = pytest.mark.asyncio


async def expect_all(talk, *parts):
    """All `parts` come within a few replies, in any order."""
    missing = list(parts)
    for _ in range(6):
        reply = await talk.expect()
        missing = [part for part in missing if part.casefold() not in reply.text.casefold()]
        if not missing:
            return reply
    raise AssertionError(f"{missing} never came")


async def test_a_sticker_is_greeted(new_talk):
    async with new_talk() as talk:
        await talk.send({"kind": "raw", "type": "sticker", "content": {"id": "1", "mime_type": "image/webp"}})
        await talk.expect("सतर्क मित्र", choices=["English"])


async def test_a_photo_before_the_first_word_begins_a_report(new_talk, tmp_path):
    async with new_talk() as talk:
        await talk.send_photo(files.picture(tmp_path / "a.jpg", "JPEG"))
        await expect_all(talk, "अपराध")
        await talk.say("badlapur bazar jaunpur me roz raat ko juaa khela jata hai")
        await expect_all(talk, "Badlapur")


async def test_several_files_at_once_are_all_taken(new_talk, tmp_path):
    async with new_talk() as talk:
        await talk.say("kerakat bazar jaunpur me roz ganja bikta hai")
        await talk.expect(choices=["Bhejiye"])
        for number in range(3):
            await talk.send_photo(files.picture(tmp_path / f"{number}.jpg", "JPEG"))
        await expect_all(talk, "Kerakat")


async def test_a_pin_answers_where(new_talk):
    async with new_talk() as talk:
        await talk.say("yahan har roz jua khela jata hai paise laga ke")
        await talk.expect(location=True)
        await talk.send_location(25.8907, 82.4544)
        await talk.expect("Badlapur", choices=["Bhejiye"])


async def test_danger_in_the_midst_of_a_burst_brings_112(new_talk):
    async with new_talk() as talk:
        await talk.say("suniye", "badlapur chauraha", "goli chal rahi hai abhi", "jaldi aao", "do log gire hain")
        await expect_all(talk, "112")


async def expect_evidence(stack, tip, count):
    """Evidence of a tip at its desk, as soon as `count` pieces are there."""
    desk = Desk.open(Settings.load(environ={"SATARK_HOME": str(stack.home)}), "jaunpur")
    for _ in range(int(WAIT) * 4):
        found = evidence_of(desk, tip)
        if len(found) == count and all(piece.status == "ready" for piece in found.values()):
            return
        await asyncio.sleep(0.25)
    raise AssertionError(found)


async def filed(talk):
    """The id of a tip that is filed."""
    await talk.say("kerakat bazar jaunpur me roz ganja bikta hai")
    await talk.expect(choices=["Bhejiye"])
    await talk.tap("Bhejiye")
    return await talk.expect_filed()


async def test_files_after_filing_join_the_tip_and_are_answered(new_talk, stack, tmp_path):
    async with new_talk() as talk:
        tip = await filed(talk)
        for number in range(2):
            await talk.send_photo(files.picture(tmp_path / f"late{number}.jpg", "JPEG"))
        await talk.expect(tip, "jodi ja rahi hai")
        await expect_evidence(stack, tip, 2)


async def test_a_photo_with_words_after_filing_begins_its_own_report(new_talk, stack, tmp_path):
    async with new_talk() as talk:
        tip = await filed(talk)
        picture = files.picture(tmp_path / "other.jpg", "JPEG")
        await talk.send_photo(picture, caption="badlapur bazar me juaa khela ja raha hai roz raat")
        await expect_all(talk, "Badlapur")
        await expect_evidence(stack, tip, 0)


async def test_a_photo_joins_the_tip_somebody_is_adding_to(new_talk, stack, tmp_path):
    async with new_talk() as talk:
        tip = await filed(talk)
        await talk.say("status")
        await talk.expect(tip)
        await talk.expect(tip, choices=["Aur batana hai"])
        await talk.tap("Aur batana hai")
        await talk.expect("ek sandesh mein likh dijiye")
        await talk.send_photo(files.picture(tmp_path / "more.jpg", "JPEG"), caption="ye wahi dukan hai")
        await talk.expect(tip, "jodi ja rahi hai")
        await expect_evidence(stack, tip, 1)
