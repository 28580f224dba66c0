"""What people do once all was said back: change a part, in one word, by yes and no, or without saying what is right."""

import pytest

pytestmark = pytest.mark.asyncio


async def test_after_change_a_bare_time_and_a_bare_place_stand(new_talk):
    async with new_talk() as talk:
        await talk.say("juaa hota hai kerakat me roz")
        await talk.expect(choices=["Badalna hai"])
        await talk.tap("Badalna hai")
        await talk.expect("subah 6 baje", "radd")
        await talk.say("subah 6 baje")
        reply = await talk.expect("Kerakat", "6 baje", choices=["Badalna hai"])
        assert "har roz" not in reply.text
        await talk.tap("Badalna hai")
        await talk.expect("galat")
        await talk.say("shahganj")
        reply = await talk.expect("Shahganj", "6 baje", choices=["Bhejiye"])
        assert "Kerakat" not in reply.text
        await talk.tap("Bhejiye")
        await talk.expect_filed()


async def test_change_is_written_and_the_wrong_part_named(new_talk):
    async with new_talk() as talk:
        await talk.say("जुआ होता है केराकत में रोज़")
        await talk.expect("केराकत", choices=["भेजिए"])
        await talk.say("बदलना है")
        await talk.expect("क्या ग़लत है")
        await talk.say("जगह गलत है")
        await talk.expect(location=True)
        await talk.say("शाहगंज")
        await talk.expect("शाहगंज", choices=["भेजिए"])
        await talk.say("अपराध गलत है")
        await talk.expect(choices=["पता नहीं"])
        await talk.say("दारू")
        await talk.expect("शराब", "शाहगंज", choices=["भेजिए"])


async def test_one_offence_is_denied_and_another_named(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("kal raat badlapur jaunpur me ganja bik raha tha")
        await talk.expect("Nasheele", choices=["Bhejiye"])
        await talk.say("ganja nahi daru")
        reply = await talk.expect("sharab", choices=["Bhejiye"])
        assert "Nasheele" not in reply.text
        await talk.tap("Bhejiye")
        tip = await talk.expect_filed()
    assert stack.tip("jaunpur", tip)["offences"] == ["illicit_liquor"]


async def test_a_yes_with_another_place_sends_nothing_yet(new_talk):
    async with new_talk() as talk:
        await talk.say("juaa hota hai kerakat me roz")
        await talk.expect("Kerakat", choices=["Bhejiye"])
        await talk.say("haan shahganj me")
        await talk.expect("Shahganj", choices=["Bhejiye"])


async def test_a_word_that_may_not_be_a_yes_sends_nothing(new_talk):
    async with new_talk() as talk:
        await talk.say("juaa hota hai kerakat me roz")
        await talk.expect(choices=["Bhejiye"])
        await talk.say("daru")
        await talk.expect(choices=["Bhejiye"])


async def test_an_ok_after_what_is_wrong_shows_the_summary_again(new_talk):
    async with new_talk() as talk:
        await talk.say("Gambling in Kerakat every day")
        await talk.expect(choices=["Send"])
        await talk.say("Edit")
        await talk.expect("What is wrong")
        await talk.say("ok")
        await talk.expect("Kerakat", choices=["Send"])
        await talk.say("yes send")
        await talk.expect_filed()


async def test_small_talk_brings_back_the_very_question_that_was_open(new_talk):
    async with new_talk() as talk:
        await talk.say("juaa hota hai kerakat me")
        await talk.expect(choices=["Bhejiye"])
        await talk.say("joke sunao")
        await talk.expect()
        await talk.expect("Kerakat", choices=["Bhejiye"])


async def test_namesakes_outlast_a_question_and_are_chosen_by_number(new_talk):
    async with new_talk() as talk:
        await talk.say("Gaighat me juaa hota hai roz")
        reply = await talk.expect(choices=["Pata nahi"])
        second = reply.choices[1].title
        await talk.say("mera naam to nahi aayega")
        await talk.expect("nahi dikhta")
        await talk.expect(choices=[second])
        await talk.say("2")
        await talk.expect(second, choices=["Bhejiye"])


async def test_yes_is_no_answer_to_where_and_the_third_brings_help(new_talk):
    async with new_talk() as talk:
        await talk.say("ghar pe chori ho gayi")
        await talk.expect(location=True)
        for words in ("haan", "nahi"):
            await talk.say(words)
            await talk.expect("samajh nahi paya")
            await talk.expect(location=True)
        await talk.say("haan")
        await talk.expect(choices=["Menu kholiye", "Daftar ko bhejiye"])


async def test_another_fact_than_asked_for_is_no_failure(new_talk):
    async with new_talk() as talk:
        await talk.say("ek dukan me chori hui")
        await talk.expect(location=True)
        await talk.say("kal raat")
        reply = await talk.expect(location=True)
        assert "samajh" not in reply.text
        await talk.say("kerakat jaunpur")
        await talk.expect("raat", "Kerakat", choices=["Bhejiye"])


async def test_what_a_list_offers_may_be_written(new_talk):
    async with new_talk() as talk:
        await talk.say("menu")
        await talk.expect()
        await talk.say("Nasha aur sharab")
        await talk.expect(choices=["Nasheele padarth", "Avaidh sharab"])
        await talk.say("Nasheele padarth")
        await talk.expect(location=True)
        await talk.say("kerakat jaunpur")
        await talk.expect(choices=["Koi aur samay"])
        await talk.say("koi aur samay")
        await talk.expect("apne shabdon mein")
        await talk.say("samay shaam 6 baje")
        await talk.expect("6 baje", choices=["Bhejiye"])
        await talk.say("samay subah 7 baje")
        await talk.expect("7 baje", choices=["Bhejiye"])


async def test_an_ok_after_a_place_outside_ends_it(new_talk):
    async with new_talk() as talk:
        await talk.say("azamgarh me chori hui")
        await talk.expect("112", "UPCOP")
        await talk.expect(location=True)
        await talk.say("theek hai")
        await talk.expect("Namaste")
        await talk.expect_silence()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("कितना समय लगेगा", "एक-दो मिनट"),
        ("kitne din lagenge", "ek-do minute"),
        ("agar jhooth nikla to", "jaanch karti hai"),
        ("what is punishment for false report", "honest mistake"),
        ("will the police come to me", "nobody comes"),
        ("dar lagta hai", "Dar swabhavik hai"),
    ],
)
async def test_a_worry_is_answered_whatever_it_was_taken_for(new_talk, question, answer):
    async with new_talk() as talk:
        await talk.say(question)
        await talk.expect(answer)


async def test_who_only_says_that_something_is_wrong_is_led_on_by_one_tap(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("hamare yahan kuch galat kaam ho raha hai")
        await talk.expect(choices=["Menu kholiye"])
        await talk.tap("Menu kholiye")
        await talk.expect(choices=["Pata nahi"])
        await talk.tap("Pata nahi")
        await talk.expect(location=True)
        await talk.say("pata nahi")
        await talk.expect(choices=["Pata nahi"])
        await talk.tap("Pata nahi")
        await talk.expect(choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        assert stack.tip("range", await talk.expect_filed())


@pytest.mark.parametrize("words", ["I want to kill myself", "main zinda nahi rehna chahta", "life is not worth living"])
async def test_who_is_in_despair_hears_of_the_help_line_and_nothing_cold(new_talk, words):
    async with new_talk() as talk:
        await talk.say(words)
        await talk.expect("14416")
        await talk.expect_silence()


async def test_danger_in_a_burst_still_has_the_number_in_its_first_line(new_talk):
    async with new_talk() as talk:
        await talk.say("bachao abhi goli chal rahi hai", "badlapur jaunpur me")
        reply = await talk.expect("112")
        assert "112" in reply.text.splitlines()[0]
        await talk.expect("nahi dikhta")


async def test_a_yes_before_a_report_in_one_burst_is_answered_once(new_talk):
    async with new_talk() as talk:
        await talk.say("haan", "ganja bikta hai roz", "kerakat jaunpur me")
        await talk.expect("Kerakat", choices=["Bhejiye"])
        await talk.expect_silence()


@pytest.mark.parametrize("words", ["ek minute ruko", "ruko", "wait"])
async def test_who_needs_a_moment_loses_nothing(new_talk, words):
    async with new_talk() as talk:
        await talk.say("juaa hota hai kerakat me roz")
        await talk.expect(choices=["Bhejiye"])
        await talk.say(words)
        await talk.expect("jo bataya wah yahin hai")
        await talk.expect("Kerakat", choices=["Bhejiye"])


async def test_a_pin_is_called_by_its_station_in_hindi_too(new_talk):
    async with new_talk() as talk:
        await talk.say("यहाँ रोज़ जुआ होता है")
        await talk.expect(location=True)
        await talk.send_location(25.62, 82.92)
        await talk.expect("केराकत के पास", choices=["भेजिए"])


async def test_hours_told_after_a_habit_belong_to_it(new_talk):
    async with new_talk() as talk:
        await talk.say("kerakat me roz juaa khela jata hai")
        await talk.expect("har roz", choices=["Bhejiye"])
        await talk.say("shaam 6 baje")
        await talk.expect("har roz", "6 baje", choices=["Bhejiye"])


@pytest.mark.parametrize("words", ["جوا ہوتا ہے بازار میں", "এখানে জুয়া খেলা হয়"])
async def test_a_script_that_nobody_reads_here_is_told_so(new_talk, words):
    async with new_talk() as talk:
        await talk.say(words)
        await talk.expect("Hindi", "English", "ہندی", "112")
