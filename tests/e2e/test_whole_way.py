"""From a message on the phone to the tip on the desk, to the officer, and back to the reporter."""

import asyncio
import json
import sqlite3

import pytest

pytestmark = pytest.mark.asyncio

CATTLE = "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye"
GAMBLING = "कल शाम को केराकत बाजार में जुआ हो रहा था"
LIQUOR = "Someone is selling illegal liquor near Zamania station every evening"
WAIT = 40


async def until(condition, seconds=WAIT):
    """Waits for something to become true and gives it."""
    for _ in range(seconds * 4):
        if value := condition():
            return value
        await asyncio.sleep(0.25)
    raise AssertionError("it did not come true in time")


async def file_tip(phone, text, send):
    await phone.say(text)
    summary = await phone.wait_for_reply(timeout=WAIT)
    await phone.tap(send)
    filed = await phone.wait_for_reply(timeout=WAIT)
    tip_id = next(
        word.strip("*.") for word in filed.text.replace("\n", " ").split() if word.strip("*.").count("-") == 2
    )
    return summary, filed, tip_id


@pytest.mark.parametrize(
    ("text", "send", "offence", "place", "desk"),
    [
        (CATTLE, "Bhejiye", "cattle_smuggling", "Shahganj", "jaunpur"),
        (GAMBLING, "भेजिए", "gambling", "Kerakat", "jaunpur"),
        (LIQUOR, "Send", "illicit_liquor", "Zamania", "ghazipur"),
    ],
)
async def test_a_free_message_becomes_a_tip_at_its_desk(stack, new_phone, text, send, offence, place, desk):
    async with new_phone() as phone:
        summary, _, tip_id = await file_tip(phone, text, send)
        assert send in [choice.title for choice in summary.choices]
        tip = await until(lambda: next((tip for tip in stack.tips(desk) if tip["id"] == tip_id), None))
    assert tip["offences"] == [offence]
    assert tip["place"]["name"].startswith(place)
    assert tip["place"]["district"] == desk
    others = {"jaunpur", "ghazipur", "chandauli", "range"} - {desk}
    assert all(tip_id not in [one["id"] for one in stack.tips(other)] for other in others)


async def test_the_summary_says_what_was_understood_in_the_same_language(new_phone):
    async with new_phone() as phone:
        await phone.say(CATTLE)
        summary = await phone.wait_for_reply(timeout=WAIT)
    assert "Pashu taskari" in summary.text
    assert "Shahganj" in summary.text
    assert "11 baje" in summary.text
    assert "beeta kal" in summary.text
    assert "photo" in summary.text.lower()


async def test_a_greeting_brings_the_languages_and_how_to_report(new_phone):
    async with new_phone() as phone:
        await phone.say("Hi")
        greeting = await phone.wait_for_reply(timeout=WAIT)
        assert [choice.title for choice in greeting.choices] == ["हिंदी", "Hinglish", "English"]
        assert "your own words" in greeting.text
        await phone.tap("हिंदी")
        assert "हिंदी" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_only_what_is_missing_is_asked(new_phone):
    async with new_phone() as phone:
        await phone.say("hamare yahan smack bikti hai roz shaam ko")
        assert (await phone.wait_for_reply(timeout=WAIT)).wants_location
        await phone.say("mungra badshahpur bazar me")
        summary = await phone.wait_for_reply(timeout=WAIT)
        assert "Mungra Badshahpur" in summary.text
        assert "Bhejiye" in [choice.title for choice in summary.choices]


async def test_questions_on_the_way_are_answered_and_the_report_goes_on(new_phone):
    async with new_phone() as phone:
        await phone.say("hamare yahan roz shaam ko juaa hota hai")
        assert (await phone.wait_for_reply(timeout=WAIT)).wants_location
        await phone.say("mera naam to nahi bataoge kisi ko")
        assert "nahi dikhta" in (await phone.wait_for_reply(timeout=WAIT)).text
        assert (await phone.wait_for_reply(timeout=WAIT)).wants_location
        await phone.say("chandauli ke babur bazar me")
        await phone.wait_for_reply(timeout=WAIT)


async def test_a_slip_is_corrected_in_words(new_phone):
    async with new_phone() as phone:
        await phone.say(CATTLE)
        await phone.wait_for_reply(timeout=WAIT)
        await phone.tap("Badalna hai")
        assert "galat" in (await phone.wait_for_reply(timeout=WAIT)).text
        await phone.say("shahganj nahi, kerakat ke paas tha")
        assert "Kerakat" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_a_pin_answers_where(new_phone):
    async with new_phone() as phone:
        await phone.say("yahan har roz jua khela jata hai")
        assert (await phone.wait_for_reply(timeout=WAIT)).wants_location
        await phone.send_location(25.8907, 82.4544)
        assert "Badlapur" in (await phone.wait_for_reply(timeout=WAIT)).text


async def test_a_dropped_report_leaves_nothing(stack, new_phone):
    before = {desk: len(stack.tips(desk)) for desk in ("jaunpur", "ghazipur", "chandauli", "range")}
    async with new_phone() as phone:
        await phone.say("kal zamania bazar me mobile ki chori hui")
        await phone.wait_for_reply(timeout=WAIT)
        await phone.tap("Radd karein")
        assert "mita di gayi" in (await phone.wait_for_reply(timeout=WAIT)).text
    assert before == {desk: len(stack.tips(desk)) for desk in before}


async def test_the_way_back_from_the_officer_to_the_reporter(stack, new_phone):
    from satark.desks import Desk, new_dispatch_id
    from satark.seal import Recipient, seal_to
    from satark.settings import Settings

    settings = Settings.load(environ=stack.environment)
    async with new_phone() as reporter, new_phone(number="919000000101", name="Officer") as officer_phone:
        _, _, tip_id = await file_tip(reporter, CATTLE, "Bhejiye")
        await until(lambda: any(tip["id"] == tip_id for tip in stack.tips("jaunpur")))
        desk = Desk.open(settings, "jaunpur")
        officer = next(one for one in desk.officers() if one.phone == "919000000101")
        tip = desk.tip(tip_id)
        dispatch_id = new_dispatch_id()
        briefing = {"tip_id": tip_id, "offences": list(tip.offences), "place": tip.place, "when": tip.when}
        briefing |= {
            "tense": tip.tense,
            "text": "pickup me gaay",
            "vehicles": [],
            "phones": [],
            "officer": officer.name,
        }
        box = seal_to([Recipient.load(settings.keys, "courier")], json.dumps(briefing).encode(), dispatch_id)
        desk.assign(tip_id, officer.id, "sp-jaunpur", (dispatch_id, box))

        assignment = await officer_phone.wait_for_reply(contains=tip_id, timeout=WAIT)
        assert "pickup me gaay" in assignment.text
        assert tip_id in (await reporter.wait_for_reply(contains="adhikari ko saunpi", timeout=WAIT)).text
        await officer_phone.tap("Accept")
        await officer_phone.wait_for_reply(contains=tip_id, timeout=WAIT)
        await officer_phone.tap("Action taken")
        await officer_phone.wait_for_reply(contains=tip_id, timeout=WAIT)
        await officer_phone.say("Gaadi pakdi gayi, teen log hirasat mein")
        await officer_phone.wait_for_reply(contains=tip_id, timeout=WAIT)
        assert tip_id in (await reporter.wait_for_reply(contains="karwai ki gayi", timeout=WAIT)).text
    kinds = [event.kind for event in desk.timeline(tip_id)]
    assert kinds == ["filed", "assigned", "accepted", "action_taken"]


async def test_the_desks_and_the_tracker_hold_no_number(stack, new_phone):
    number = "919812345670"
    async with new_phone(number=number, name="Canary Naam") as phone:
        await phone.say("mera number 98123 45670 hai. kal raat shahganj me daru bik rahi thi")
        await phone.wait_for_reply(timeout=WAIT)
        rows = await until(lambda: tracker_rows(stack.home))
        assert not any("9812345670" in row or "98123 45670" in row or "Canary" in row for row in rows)
        await phone.tap("Bhejiye")
        await phone.wait_for_reply(timeout=WAIT)
        await until(lambda: any(tip["offences"] == ["illicit_liquor"] for tip in stack.tips("jaunpur")))
    for path in [*(stack.home / "desks").iterdir(), *stack.home.glob("tracker.db*"), *stack.home.glob("*.log")]:
        assert b"9812345670" not in path.read_bytes(), path.name
    for path in stack.home.glob("vault.db*"):
        assert b"9812345670" not in path.read_bytes(), path.name


def tracker_rows(home):
    with sqlite3.connect(home / "tracker.db") as connection:
        return [row[0] for row in connection.execute("select data from events")]
