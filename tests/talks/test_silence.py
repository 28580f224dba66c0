"""Who falls silent in the middle of a report: reminded, then filed or deleted. Minutes are seconds here."""

import asyncio
import itertools
from pathlib import Path

import pytest
import yaml

from simulator.client import Phone
from tests.e2e.stack import running
from tests.talks.chat import Talk

pytestmark = pytest.mark.asyncio
HURRIED, REMINDED, OVER = 2, 4, 9  # seconds
_numbers = itertools.count(919000061000)


@pytest.fixture(scope="module")
def quick(tmp_path_factory):
    home = tmp_path_factory.mktemp("silence")
    rules = yaml.safe_load(Path("range.yml").read_text(encoding="utf-8"))
    seconds = {"urgent_after_minutes": HURRIED, "remind_after_minutes": REMINDED, "unfinished_after_minutes": OVER}
    rules["conversation"] |= {name: value / 60 for name, value in seconds.items()}
    path = home / "range.yml"
    path.write_text(yaml.safe_dump(rules, allow_unicode=True), encoding="utf-8")
    with running(home, {"SATARK_RANGE_FILE": str(path)}) as started:
        yield started


def talk(stack):
    return Talk(Phone.create(stack.urls["simulator"], number=str(next(_numbers))))


async def test_an_open_report_is_reminded_of_and_then_filed_as_unfinished(quick):
    async with talk(quick) as someone:
        await someone.say("badlapur bazar jaunpur me roz raat ko juaa khela jata hai, bahut log aate hain")
        await someone.expect(choices=["Bhejiye"])
        await someone.expect("abhi police ko nahi bheji")
        await someone.expect(choices=["Bhejiye"])
        await someone.expect("adhoori", "Raseed")
        await someone.expect_silence()
    assert [tip["offences"] for tip in quick.tips("jaunpur")] == [["gambling"]]


async def test_a_report_without_a_place_is_deleted_and_carries_nothing_over(quick):
    async with talk(quick) as someone:
        await someone.say("hamare yahan ek aadmi smack aur ganja bechta hai roz")
        await someone.expect(location=True)
        await someone.expect("abhi police ko nahi bheji")
        await someone.expect(location=True)
        await someone.expect("mita diya gaya")
        await someone.say("kal raat dukan ka tala tod kar chori hui, chor bhag gaye")
        await someone.expect(location=True)
        await someone.say("badlapur bazar jaunpur")
        reply = await someone.expect("Chori", choices=["Bhejiye"])
        assert "Nasheele" not in reply.text


async def test_danger_is_not_waited_for_once_its_place_is_known(quick):
    async with talk(quick) as someone:
        await someone.say("bachao abhi saidpur bus stand ghazipur par goli chal rahi hai log mar jayenge jaldi aao")
        await someone.expect("112", "jawab na de paayen")
        await someone.expect(choices=["Bhejiye"])
        tip = await someone.expect_filed()
        await someone.expect_silence()
    assert quick.tip("ghazipur", tip)["priority"] == 1


async def test_danger_without_a_place_is_asked_for_it_again_soon_and_can_still_be_told(quick):
    async with talk(quick) as someone:
        await someone.say("bachao kuch log ek ladke ko lathi se maar rahe hain abhi, mar jayega woh")
        await someone.expect("112")
        await someone.expect(location=True)
        await someone.expect("abhi police ko nahi bheji")
        await someone.expect(location=True)
        await someone.say("badlapur bazar jaunpur")
        await someone.expect(choices=["Bhejiye"])
        await someone.expect("adhoori", "Raseed")


async def test_who_goes_on_writing_is_not_reminded(quick):
    async with talk(quick) as someone:
        await someone.say("hamare yahan ek aadmi smack aur ganja bechta hai roz")
        await someone.expect(location=True)
        await asyncio.sleep(REMINDED - 2)
        await someone.say("badlapur bazar jaunpur")
        await someone.expect(choices=["Radd karein"])
        await someone.tap("Radd karein")
        await someone.expect("mita di gayi")
        await asyncio.sleep(REMINDED)
        await someone.expect_silence()
