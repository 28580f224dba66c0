"""Whole talks in several voices: how people really get from their first word to a filed tip, and what comes between."""

import asyncio

import pytest

pytestmark = pytest.mark.asyncio


async def filed(talk, send):
    await talk.tap(send)
    return await talk.expect_filed()


async def test_who_begins_with_a_report_hears_once_that_nobody_sees_them(new_talk):
    async with new_talk() as talk:
        await talk.say("kal raat zamania station ke paas do ladke sharab bech rahe the")
        await talk.expect("nahi dikhta", choices=["Bhejiye"])
        await talk.say("wahan satta bhi chalta hai")
        reply = await talk.expect(choices=["Bhejiye"])
        assert "nahi dikhta" not in reply.text


async def test_who_was_greeted_does_not_hear_it_again(new_talk):
    async with new_talk() as talk:
        await talk.say("namaste")
        await talk.expect(choices=["English"])
        await talk.say("zamania station ke paas roz avaidh sharab bikti hai")
        reply = await talk.expect(choices=["Bhejiye"])
        assert "nahi dikhta" not in reply.text


async def test_a_complete_first_message_takes_one_tap(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("Men gamble every night at 9 pm behind the school in Badlapur, Jaunpur")
        await talk.expect("Gambling", "Badlapur", choices=["Send"])
        tip = await filed(talk, "Send")
    assert stack.tip("jaunpur", tip)


async def test_a_place_is_corrected_in_words(new_talk):
    async with new_talk() as talk:
        await talk.say("badlapur jaunpur me roz raat ko juaa khela jata hai")
        await talk.expect("Badlapur", choices=["Bhejiye"])
        await talk.say("nahi badlapur nahi kerakat")
        await talk.expect("Kerakat", choices=["Bhejiye"])
        await filed(talk, "Bhejiye")


async def test_a_time_is_corrected_in_words(new_talk):
    async with new_talk() as talk:
        await talk.say("kal raat 10 baje kerakat bazar me dukan me chori hui")
        await talk.expect("10", choices=["Bhejiye"])
        await talk.say("time galat hai, subah 6 baje")
        reply = await talk.expect("6", choices=["Bhejiye"])
        assert "10" not in reply.text


async def test_a_tap_on_change_asks_what_is_wrong(new_talk):
    async with new_talk() as talk:
        await talk.say("kerakat bazar me roz ganja bikta hai")
        await talk.expect(choices=["Badalna hai"])
        await talk.tap("Badalna hai")
        await talk.expect("galat")
        await talk.say("badlapur jaunpur me bikta hai")
        await talk.expect(choices=["Bhejiye"])


async def test_hindi_is_answered_in_hindi_to_the_end(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("चंदौली के चकिया में नदी से रोज़ रात को बालू निकाली जा रही है")
        await talk.expect("खनन", "चकिया", choices=["भेजिए"])
        tip = await filed(talk, "भेजिए")
    assert stack.tip("chandauli", tip)


async def test_several_questions_do_not_lose_the_report(new_talk):
    async with new_talk() as talk:
        await talk.say("hamare gaon me ek ghar me katta banta hai")
        await talk.expect(location=True)
        for question in ("inaam milega kya", "ye kaun chalata hai", "meri pehchan to gupt rahegi na"):
            await talk.say(question)
            await talk.expect()
            await talk.expect(location=True)
        await talk.say("saidpur ghazipur")
        reply = await talk.expect()
        assert reply.choices


async def test_a_second_tip_in_the_same_chat_gets_its_own_number(new_talk):
    async with new_talk() as talk:
        await talk.say("zamania station ke paas roz avaidh sharab bikti hai")
        await talk.expect(choices=["Bhejiye"])
        first = await filed(talk, "Bhejiye")
        await talk.say("kerakat bazar jaunpur me roz juaa hota hai")
        reply = await talk.expect("Kerakat", choices=["Bhejiye"])
        assert "harab" not in reply.text
        second = await filed(talk, "Bhejiye")
    assert first != second


async def test_the_status_of_a_filed_tip_is_told(new_talk):
    async with new_talk() as talk:
        await talk.say("zamania station ke paas roz avaidh sharab bikti hai")
        await talk.expect(choices=["Bhejiye"])
        tip = await filed(talk, "Bhejiye")
        await talk.say("status")
        await talk.expect(tip)


async def test_a_place_outside_the_range_is_said_so(new_talk):
    async with new_talk() as talk:
        await talk.say("azamgarh shahar me kal raat ek dukan me chori hui")
        await talk.expect("112", "UPCOP")
        await talk.expect(location=True)


async def test_a_civic_complaint_hears_of_the_right_office(new_talk):
    async with new_talk() as talk:
        await talk.say("teen din se hamare gaon me bijli nahi aa rahi hai")
        await talk.expect("1076")
        await talk.expect_silence()


async def test_two_people_at_once_are_kept_apart(new_talk):
    async with new_talk() as one, new_talk() as other:
        await asyncio.gather(
            one.say("zamania station ke paas roz avaidh sharab bikti hai"),
            other.say("kerakat bazar jaunpur me roz juaa hota hai"),
        )
        first = await one.expect("Zamania", choices=["Bhejiye"])
        second = await other.expect("Kerakat", choices=["Bhejiye"])
        assert "Kerakat" not in first.text and "Zamania" not in second.text
        assert await filed(one, "Bhejiye") != await filed(other, "Bhejiye")


async def test_another_language_in_the_middle_goes_on_with_the_same_question(new_talk):
    async with new_talk() as talk:
        await talk.say("hamare yahan roz shaam ko juaa hota hai")
        await talk.expect(location=True)
        await talk.say("speak in english please")
        await talk.expect("English")
        await talk.expect("Where", location=True)


async def test_nothing_is_kept_of_a_report_that_was_dropped(new_talk):
    async with new_talk() as talk:
        await talk.say("kerakat bazar jaunpur me roz juaa hota hai")
        await talk.expect(choices=["Radd karein"])
        await talk.tap("Radd karein")
        await talk.expect("Kuchh bhi nahi bheja")
        await talk.say("ek ladka ganja bech raha hai")
        await talk.expect(location=True)


async def test_danger_goes_on_as_a_report_when_the_person_writes_on(new_talk):
    async with new_talk() as talk:
        await talk.say("help armed robbers are looting a shop right now in Kerakat bazar Jaunpur")
        await talk.expect("112")
        await talk.expect("Kerakat", choices=["Send"])
        await filed(talk, "Send")


async def test_skipping_the_time_is_enough(new_talk):
    async with new_talk() as talk:
        await talk.say("kerakat bazar jaunpur me ek aadmi ne dukan se saman chura liya")
        reply = await talk.expect()
        if "Pata nahi" in [choice.title for choice in reply.choices]:
            await talk.say("yaad nahi")
            await talk.expect(choices=["Bhejiye"])
        await filed(talk, "Bhejiye")


async def test_thanks_and_farewell_after_filing_are_short_and_open_nothing(new_talk):
    async with new_talk() as talk:
        await talk.say("zamania station ke paas roz avaidh sharab bikti hai")
        await talk.expect(choices=["Bhejiye"])
        await filed(talk, "Bhejiye")
        await talk.say("bahut dhanyavad aapka")
        await talk.expect("Dhanyavaad")
        await talk.expect_silence()


async def test_a_group_of_the_menu_opens_its_own_list(new_talk):
    async with new_talk() as talk:
        await talk.say("Hi")
        await talk.expect(choices=["English"])
        await talk.say("menu")
        await talk.expect(choices=["Gambling, prostitution"])
        await talk.tap("Gambling, prostitution")
        await talk.expect(choices=["Gambling", "Prostitution"])
        await talk.tap("Gambling")
        await talk.expect(location=True)


async def test_who_tells_of_policemen_hears_that_their_station_does_not_see_it(new_talk):
    async with new_talk() as talk:
        await talk.say("केराकत जौनपुर में एक सिपाही हर ठेले वाले से रोज़ सौ रुपये घूस लेता है")
        await talk.expect("थाने को नहीं दिखती")
        await talk.expect(choices=["भेजिए"])


async def test_a_place_outside_answers_the_question_where_only_once(new_talk):
    async with new_talk() as talk:
        await talk.say("hamare yahan ek aadmi katta bechta hai roz")
        await talk.expect(location=True)
        await talk.say("azamgarh shahar me")
        await talk.expect("UPCOP")
        await talk.expect(location=True)
        await talk.expect_silence()
