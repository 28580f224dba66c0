"""A process dies in the middle of a talk: the person notices nothing but a wait."""

import asyncio
import itertools

import pytest

from simulator.client import Phone
from tests.e2e.company import running
from tests.talks.chat import Talk

pytestmark = pytest.mark.asyncio
_numbers = itertools.count(919000061000)


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    with running(tmp_path_factory.mktemp("restarts"), {}) as started:
        yield started


def talk_with(company):
    return Talk(Phone.create(company.simulator, number=str(next(_numbers))))


@pytest.mark.parametrize("name", ["assistant", "actions", "worker"])
async def test_a_report_goes_on_where_it_was(company, name):
    async with talk_with(company) as talk:
        await talk.say("hamare yahan roz shaam ko juaa hota hai log taash khelte hain")
        await talk.expect(location=True)
        await asyncio.to_thread(company.wait_sent)
        company.kill(name)
        await talk.say("kerakat bazar jaunpur")
        await asyncio.to_thread(company.wait_ready)
        await talk.expect("Kerakat", choices=["Bhejiye"])
        await talk.tap("Bhejiye")
        await talk.expect_filed()


async def test_what_was_sent_while_all_were_down_is_answered(company):
    async with talk_with(company) as talk:
        await talk.say("kal raat badlapur bazar jaunpur me dukan ka tala tod kar chori hui")
        await talk.expect(choices=["Bhejiye"])
        await asyncio.to_thread(company.wait_sent)
        for name in ("worker", "assistant", "actions"):
            company.kill(name)
        await talk.tap("Bhejiye")
        await asyncio.to_thread(company.wait_ready)
        await talk.expect_filed()
