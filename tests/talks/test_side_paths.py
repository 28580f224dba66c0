"""Danger, questions, another language and a change of mind in the middle of a talk."""

import pytest

pytestmark = pytest.mark.asyncio


async def test_danger_brings_the_emergency_number_in_the_first_line(new_talk):
    async with new_talk() as talk:
        await talk.say("bachao abhi goli chal rahi hai hamare ghar ke bahar log mar jayenge")
        reply = await talk.expect("112", "1090", "1098")
        assert "112" in reply.text.splitlines()[0]


async def test_a_question_is_answered_and_the_place_asked_again(new_talk):
    async with new_talk() as talk:
        await talk.say("hamare yahan roz shaam ko juaa hota hai")
        await talk.expect(location=True)
        await talk.say("mera naam to nahi bataoge kisi ko")
        await talk.expect("nahi dikhta")
        await talk.expect(location=True)


async def test_a_greeting_offers_the_languages_and_keeps_the_chosen_one(new_talk):
    async with new_talk() as talk:
        await talk.say("Hi")
        await talk.expect("your own words", choices=["हिंदी", "Hinglish", "English"])
        await talk.tap("हिंदी")
        await talk.expect("हिंदी")


async def test_a_report_can_be_cancelled_by_tap(new_talk):
    async with new_talk() as talk:
        await talk.say("Someone is selling illegal liquor near Zamania station every evening")
        await talk.expect(choices=["Cancel"])
        await talk.tap("Cancel")
        await talk.expect()
        await talk.expect_silence()
