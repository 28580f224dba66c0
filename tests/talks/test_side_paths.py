"""Danger, questions, another language and a change of mind in the middle of a talk."""

import pytest

pytestmark = pytest.mark.asyncio


async def test_danger_brings_the_emergency_number_in_the_first_line(new_talk):
    async with new_talk() as talk:
        await talk.say("bachao abhi goli chal rahi hai hamare ghar ke bahar log mar jayenge")
        reply = await talk.expect("112", "1090", "1098")
        assert "112" in reply.text.splitlines()[0]


async def test_in_danger_nobody_is_asked_about_phrases_that_could_tell_who_they_are(new_talk):
    async with new_talk() as talk:
        await talk.say("bachao mere padosi abhi saidpur bus stand ghazipur par chaku le kar ek ladke ko maar rahe hain")
        await talk.expect("112")
        told = await talk.expect("doosre shabdon", "mere padosi")
        assert not told.choices
        await talk.expect(choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        await talk.expect_filed()


async def test_nor_after_they_could_not_say_where(new_talk):
    async with new_talk() as talk:
        await talk.say("bachao mere padosi aur mere chacha chaku le kar abhi ek ladke ko maar rahe hain, mar jayega")
        await talk.expect("112")
        await talk.expect(location=True)
        await talk.say("pata nahi")
        await talk.expect(choices=["Jaunpur"])
        await talk.tap("Jaunpur")
        await talk.expect(choices=["Pata nahi"])
        await talk.tap("Pata nahi")
        await talk.expect("doosre shabdon", "mere padosi")
        await talk.expect(choices=["Bhejiye"])


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


@pytest.mark.parametrize(
    "words",
    [
        "tum sab police walo ko dekh lunga ek ek karke, meri pahunch upar tak hai",
        "pappu ne master se poocha bina kiye saza milti hai kya, bola nahi, to bola sir homework nahi kiya hahaha",
        "ghar baithe kamaye 5000 roz, link pe click kare aur 10 dosto ko forward kare",
        "क्या बकवास बनाया है, बेकार लोग हो तुम सब",
        "lorem ipsum dolor sit amet",
    ],
)
async def test_what_is_no_report_gets_a_short_civil_answer_and_no_loop(new_talk, words):
    async with new_talk() as talk:
        await talk.say("namaste")
        await talk.expect()
        for _ in range(3):
            await talk.say(words)
            reply = await talk.expect()
            assert len(reply.text) < 700
            assert "Bhejiye" not in [choice.title for choice in reply.choices]
        await talk.expect_silence()


async def test_who_files_is_told_by_when_somebody_looks_at_it(new_talk):
    async with new_talk() as talk:
        await talk.say("kerakat bazar jaunpur me roz ganja bikta hai")
        await talk.expect(choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        await talk.expect("24 ghante ke andar", "112", "status")
