"""The guided way, "I don't know", tries that fail, and many short messages in a row."""

import pytest

pytestmark = pytest.mark.asyncio


async def test_the_menu_leads_through_a_whole_report_without_a_word(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("Hi")
        await talk.expect(choices=["English"])
        await talk.say("menu")
        await talk.expect(choices=["Illegal mining"])
        await talk.tap("Illegal mining")
        await talk.expect(location=True)
        await talk.say("don't know")
        await talk.expect(choices=["Jaunpur", "Ghazipur", "Chandauli"])
        await talk.tap("Chandauli")
        await talk.expect("police station")
        await talk.tap("Don't know")
        await talk.expect(choices=["Don't know"])
        await talk.tap("Don't know")
        await talk.expect("Chandauli", choices=["Send"])
        await talk.tap("Send")
        tip = await talk.expect_filed()
    assert stack.tip("chandauli", tip)["offences"] == ["illegal_mining"]


async def test_a_station_is_chosen_from_the_list_of_the_district(new_talk):
    async with new_talk() as talk:
        await talk.say("hamare yahan roz shaam ko juaa hota hai log taash khelte hain")
        await talk.expect(location=True)
        await talk.say("pata nahi")
        await talk.expect(choices=["Ghazipur"])
        await talk.tap("Ghazipur")
        reply = await talk.expect("thane")
        station = reply.choices[1].title
        await talk.tap(station)
        await talk.expect(station, choices=["Bhejiye"])


async def test_who_knows_not_even_the_district_is_heard_by_the_range(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("ek aadmi chori ki motorcycle bechta hai kal raat bhi do lekar aaya tha")
        await talk.expect(location=True)
        await talk.say("malum nahi")
        await talk.expect(choices=["Pata nahi"])
        await talk.tap("Pata nahi")
        await talk.expect(choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        tip = await talk.expect_filed()
    assert stack.tip("range", tip)


async def test_the_third_try_that_fails_offers_the_menu_or_the_desk(new_talk, stack):
    async with new_talk() as talk:
        for words in ("qwrt plmk zzxv hgfd", "bnmv trtr wqwq lklk"):
            await talk.say(words)
            await talk.expect()
        await talk.say("zxcv mnbb qqpp ttrr")
        reply = await talk.expect()
        assert len(reply.choices) == 2
        await talk.tap(reply.choices[1].title)
        reply = await talk.expect()
        await talk.tap(reply.choices[0].title)
        reply = await talk.expect()
        await talk.tap(reply.choices[0].title)
        tip = await talk.expect_filed()
    assert stack.tip("jaunpur", tip)


async def test_five_short_messages_are_answered_once(new_talk):
    async with new_talk() as talk:
        await talk.say("suniye", "gaanja bikta hai", "roz shaam ko", "badlapur jaunpur me", "school ke paas")
        reply = await talk.expect(choices=["Bhejiye"])
        assert "Badlapur" in reply.text
        await talk.expect_silence()


async def test_who_speaks_of_ending_their_life_hears_of_the_help_line_first(new_talk):
    async with new_talk() as talk:
        await talk.say("ab jeena nahi chahti hu main bahut pareshan hu")
        reply = await talk.expect("14416")
        assert "14416" in reply.text.splitlines()[0]
