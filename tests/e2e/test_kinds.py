"""Every kind of message through the whole product: a sensible answer in the person's language, nothing of it lost."""

import asyncio

import pytest

pytestmark = pytest.mark.asyncio

WAIT = 40
CATTLE = "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye"


async def test_what_cannot_be_read_is_asked_for_as_text_in_the_language_spoken(new_phone):
    async with new_phone() as phone:
        await phone.say("hello, how do I report a crime here")
        await phone.wait_for_reply(timeout=WAIT)
        await phone.send({"kind": "unsupported"})
        assert "as text" in (await phone.wait_for_reply(timeout=WAIT)).text
        await phone.send({"kind": "raw", "type": "order", "content": {"product_items": []}})
        assert "as text" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_an_edit_after_the_summary_corrects_the_report(new_phone):
    async with new_phone() as phone:
        wamid = await phone.say(CATTLE)
        assert "Shahganj" in (await phone.wait_for_reply(timeout=WAIT)).text
        await phone.send({"kind": "edit", "message": wamid, "text": CATTLE.replace("shahganj", "kerakat")})
        assert "Kerakat" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_a_message_taken_back_after_it_was_read_can_still_be_cancelled_with_one_tap(new_phone):
    async with new_phone() as phone:
        wamid = await phone.say(CATTLE)
        await phone.wait_for_reply(timeout=WAIT)
        await phone.send({"kind": "revoke", "message": wamid})
        late = await phone.wait_for_reply(timeout=WAIT)
        assert [choice.title for choice in late.choices] == ["Radd karein"]
        await phone.tap("Radd karein", message=late.wamid)
        assert "mita di gayi" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_a_named_pin_answers_where_though_its_name_says_nothing(new_phone):
    async with new_phone() as phone:
        await phone.say("kal raat jua chal raha tha, bahut log the")
        while not (await phone.wait_for_reply(timeout=WAIT)).wants_location:
            continue
        await phone.send_location(25.8907, 82.4544, name="Demo Sweets")
        assert "Badlapur" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_a_reaction_is_not_answered(new_phone):
    async with new_phone() as phone:
        await phone.say("Hi")
        greeting = await phone.wait_for_reply(timeout=WAIT)
        await phone.send({"kind": "reaction", "message": greeting.wamid, "emoji": "👍"})
        await phone.send({"kind": "reaction", "message": greeting.wamid})
        await asyncio.sleep(3)
        assert len([message for message in await phone.chat() if not message.from_phone]) == 1


@pytest.mark.parametrize("number", [None, "919000009999"])
async def test_a_changed_address_finds_its_talk_again(new_phone, number):
    async with new_phone() as phone:
        await phone.say(CATTLE)
        await phone.wait_for_reply(timeout=WAIT)
        await phone._call("POST", f"/sim/phones/{phone.id}/identity", {"number": number} if number else {})
        await phone.tap("Bhejiye")
        assert "✅" in (await phone.wait_for_reply(timeout=WAIT)).text
