"""Stories that begin outside the range, and the part of them that lies in it."""

import pytest

pytestmark = pytest.mark.asyncio


async def test_the_part_in_the_range_of_a_story_from_outside_is_filed(new_talk):
    async with new_talk() as talk:
        await talk.say("azamgarh me roz raat ko ganja bikta hai")
        await talk.expect("112")
        await talk.expect(location=True)
        await talk.say("wahi maal shahganj bazar me bhi har sham bikta hai")
        await talk.expect("Shahganj", choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        await talk.expect_filed()


async def test_a_route_from_outside_into_the_range_is_filed_there(new_talk):
    async with new_talk() as talk:
        await talk.say("kal raat mau se pickup me gaay bhar ke kasimabad ghazipur me utari gayi")
        reply = await talk.expect("Kasimabad", choices=["Bhejiye"])
        assert "UPCOP" not in reply.text
        await talk.tap("Bhejiye")
        assert (await talk.expect_filed()).startswith("GZ-")


async def test_one_message_that_tells_of_both_is_filed_for_the_part_in_the_range(new_talk):
    async with new_talk() as talk:
        await talk.say("आजमगढ़ से शराब लाकर शाहगंज बाजार में रोज रात को बेचते हैं")
        await talk.expect("शाहगंज", choices=["भेजिए"])
        await talk.tap("भेजिए")
        assert (await talk.expect_filed()).startswith("JP-")


async def test_all_of_it_outside_is_told_where_to_go(new_talk):
    async with new_talk() as talk:
        await talk.say("buxar bihar me mere samne kal chori hui")
        await talk.expect("112", "UPCOP")
