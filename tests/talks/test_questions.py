"""What people fear or want to know on the way is answered, and the open question comes again."""

import pytest

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("police mere ghar to nahi aayegi puchhne?", "ghar koi nahi aayega"),
        ("agar meri khabar galat nikli to kya hoga", "jaanch karti hai"),
        ("kya isme paisa lagega", "muft"),
        ("main aap logo par bharosa kaise karu", "aapki haan ke bina"),
        ("batane ke baad kya hoga", "adhikari ko di jati hai"),
        ("isme kitna samay lagta hai", "mamle par"),
    ],
)
async def test_a_question_on_the_way_is_answered_and_the_report_goes_on(new_talk, question, answer):
    async with new_talk() as talk:
        await talk.say("hamare yahan roz shaam ko juaa hota hai log paise laga ke taash khelte hain")
        await talk.expect(location=True)
        await talk.say(question)
        await talk.expect(answer)
        await talk.expect(location=True)


async def test_who_knows_nothing_needs_six_messages(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("मुझे पुलिस को एक बात बतानी है")
        await talk.expect(choices=["सूची खोलिए"])
        await talk.tap("सूची खोलिए")
        await talk.expect(choices=["पता नहीं"])
        await talk.tap("पता नहीं")
        await talk.expect(location=True)
        await talk.say("पता नहीं")
        await talk.expect(choices=["पता नहीं"])
        await talk.tap("पता नहीं")
        await talk.expect(choices=["भेजिए"])
        await talk.tap("भेजिए")
        tip = await talk.expect_filed()
    assert stack.tip("range", tip)["offences"] == ["other_offence"]


async def test_another_time_is_written_in_words(new_talk):
    async with new_talk() as talk:
        await talk.say("kerakat bazar me ek dukan se sone ke gahne chori ho gaye")
        await talk.expect(choices=["Koi aur samay"])
        await talk.tap("Koi aur samay")
        await talk.expect("apne shabdon mein likhiye")
        await talk.say("pichhle somvar raat 9 baje")
        await talk.expect("9 baje", choices=["Bhejiye"])


async def test_namesakes_are_told_apart_in_hindi(new_talk):
    async with new_talk() as talk:
        await talk.say("गाईघाट में रोज़ रात को जुआ होता है, पैसे लगाकर ताश खेलते हैं")
        reply = await talk.expect(choices=["पता नहीं"])
        details = " ".join(choice.description or "" for choice in reply.choices)
        assert not any(letter.isascii() and letter.isalpha() for letter in details)


async def test_something_is_added_to_a_filed_tip_without_its_receipt(new_talk, stack):
    async with new_talk() as talk:
        await talk.say("badlapur bazar jaunpur me roz raat ko juaa khela jata hai, bahut log aate hain")
        await talk.expect(choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        tip = await talk.expect_filed()
        await talk.say("status")
        await talk.expect(tip)
        await talk.expect(tip, choices=["Aur batana hai"])
        await talk.tap("Aur batana hai")
        await talk.expect("ek sandesh mein likh dijiye")
        await talk.say("ab wahan satte ki parchi bhi likhi jati hai")
        await talk.expect(tip, "jod di gayi")
        await talk.say("kerakat bazar jaunpur me ganja bhi bikta hai roz")
        await talk.expect("Kerakat", choices=["Bhejiye"])
