"""Reports told in one's own words, from the first message to the tip id."""

import asyncio

import pytest

pytestmark = pytest.mark.asyncio

CATTLE = "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye"
GAMBLING = "कल शाम को केराकत बाजार में जुआ हो रहा था"
LIQUOR = "Someone is selling illegal liquor near Zamania station every evening"


@pytest.mark.parametrize(
    ("text", "send", "place"),
    [(CATTLE, "Bhejiye", "Shahganj"), (GAMBLING, "भेजिए", "केराकत"), (LIQUOR, "Send", "Zamania")],
)
async def test_a_complete_message_needs_one_tap(new_talk, text, send, place):
    async with new_talk() as talk:
        await talk.say(text)
        await talk.expect(place, choices=[send])
        await talk.tap(send)
        await talk.expect_filed()


async def test_a_missing_place_is_asked_for_and_then_only_confirmed(new_talk):
    async with new_talk() as talk:
        await talk.say("hamare yahan smack bikti hai roz shaam ko")
        await talk.expect(location=True)
        await talk.say("mungra badshahpur bazar me")
        await talk.expect("Mungra Badshahpur", choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        await talk.expect_filed()


async def test_a_place_is_corrected_in_words_without_a_tap(new_talk):
    async with new_talk() as talk:
        await talk.say(CATTLE)
        await talk.expect("Shahganj")
        await talk.say("nahi, shahganj nahi kerakat")
        await talk.expect("Kerakat", choices=["Bhejiye"])


async def test_a_time_is_corrected_in_words_without_a_tap(new_talk):
    async with new_talk() as talk:
        await talk.say(CATTLE)
        await talk.expect("11 baje")
        await talk.say("time galat hai, subah 6 baje")
        await talk.expect("6 baje", "Shahganj", choices=["Bhejiye"])


async def test_two_reports_in_one_chat_get_two_ids(new_talk):
    async with new_talk() as talk:
        ids = set()
        for text in (LIQUOR, "Gambling is going on in Kerakat bazar every night"):
            await talk.say(text)
            await talk.expect(choices=["Send"])
            await talk.tap("Send")
            ids.add(await talk.expect_filed())
            await asyncio.sleep(1)
            await talk.say("thank you")
            await talk.expect()
        assert len(ids) == 2


async def test_two_people_at_once_do_not_mix(new_talk):
    async with new_talk() as one, new_talk() as other:
        await asyncio.gather(one.say(CATTLE), other.say(GAMBLING))
        first, second = await asyncio.gather(one.expect("Shahganj"), other.expect("केराकत"))
        assert "Kerakat" not in first.text
        assert "शाहगंज" not in second.text
