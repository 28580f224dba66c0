"""Photos, voices, pins and stickers at any moment of a talk, and danger in the midst of a burst."""

import pytest

from tests.satark.evidence import files

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


async def test_a_photo_after_filing_reaches_the_person_with_a_word(new_talk, tmp_path):
    async with new_talk() as talk:
        await talk.say("kerakat bazar jaunpur me roz ganja bikta hai")
        await talk.expect(choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        await talk.expect_filed()
        await talk.send_photo(files.picture(tmp_path / "late.jpg", "JPEG"))
        await talk.expect()
