"""Before a report goes out, its writer is asked about phrases that could tell who they are."""

import asyncio
import json

import pytest

from satark.demo import environment
from satark.desks import Desk
from satark.seal import PrivateBox
from satark.settings import Settings

pytestmark = pytest.mark.asyncio
WAIT = 40
STORY = "hamari gali me kerakat bazar me kal raat jua ho raha tha, mere bhai ne bhi dekha tha"


async def narrative_of(stack, desk, tip_id):
    """The words of a tip as its desk reads them."""
    settings = Settings.load(environ={"SATARK_HOME": str(stack.home)})
    for _ in range(WAIT * 4):
        if tip_id in [tip["id"] for tip in stack.tips(desk)]:
            break
        await asyncio.sleep(0.25)
    box = PrivateBox.unlock(settings.keys, desk, environment(settings)[f"SATARK_DESK_PASSPHRASE_{desk.upper()}"])
    return json.loads(box.open(Desk.open(settings, desk).tip(tip_id).content, tip_id))["narrative"]


def tip_in(text):
    return next(word.strip("*.:") for word in text.split() if word.strip("*.:").count("-") == 2)


async def reply(phone):
    return await phone.wait_for_reply(timeout=WAIT)


async def test_the_phrase_is_quoted_and_said_otherwise_or_left_out_as_chosen(stack, new_phone):
    async with new_phone() as phone:
        await phone.say(STORY)
        asked = await reply(phone)
        assert "hamari gali" in asked.text and "ek gali" in asked.text
        assert [choice.title for choice in asked.choices] == ["Badal dijiye", "Hata dijiye", "Rehne dijiye"]
        await phone.tap("Badal dijiye")
        asked = await reply(phone)
        assert "mere bhai" in asked.text
        await phone.say("hata do")
        summary = await reply(phone)
        assert "Bhejiye" in [choice.title for choice in summary.choices]
        await phone.tap("Bhejiye")
        filed = await reply(phone)
    words = await narrative_of(stack, "jaunpur", tip_in(filed.text))
    assert "ek gali" in words and "hamari" not in words and "mere" not in words and "bhai" not in words


async def test_what_is_kept_reaches_the_desk_as_it_was_written(stack, new_phone):
    async with new_phone() as phone:
        await phone.say("My brother saw them: illegal liquor was sold near Zamania station last night")
        asked = await reply(phone)
        assert "My brother" in asked.text
        await phone.say("keep it")
        await reply(phone)
        await phone.tap("Send")
        filed = await reply(phone)
    assert "My brother saw them" in await narrative_of(stack, "ghazipur", tip_in(filed.text))


async def test_a_pin_at_home_goes_out_rough_when_asked_so(stack, new_phone):
    async with new_phone() as phone:
        await phone.say("मेरे घर के बगल में गांजा बिक रहा है")
        await reply(phone)
        await phone.send_location(25.61837, 82.91642)
        asked = await reply(phone)
        for _ in range(3):
            if "लोकेशन" in asked.text and "1 किमी" in asked.text:
                break
            await phone.tap("बदल दीजिए")
            asked = await reply(phone)
        await phone.tap("बदल दीजिए")
        await reply(phone)
        await phone.tap("भेजिए")
        filed = await reply(phone)
    await narrative_of(stack, "jaunpur", tip_in(filed.text))
    tip = next(tip for tip in stack.tips("jaunpur") if tip["id"] == tip_in(filed.text))
    assert (tip["place"]["lat"], tip["place"]["lon"]) == (25.62, 82.92)
