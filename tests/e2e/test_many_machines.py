"""The deployment on many machines: PostgreSQL behind every store, Valkey as lock store, two assistants at work."""

import asyncio
import json

import psycopg2
import pytest

from simulator.client import Phone
from tests.e2e.servers import postgresql, valkey
from tests.e2e.stack import running

WAIT = 60
REPORTS = [
    "kal raat badlapur bazar me bike chori ho gayi",
    "कल शाम को मछलीशहर में जुआ हो रहा था",
    "Someone sells ganja near Saidpur bus stand every evening",
    "chakia me kal dopahar ko marpeet hui, ek aadmi ka sir phat gaya",
]
SEND = {"Bhejiye", "भेजिए", "Send"}


async def report(url, number, text):
    """One person's whole talk; gives the texts that came back."""
    async with Phone.create(url, number=number) as phone:
        await phone.say(text)
        summary = await phone.wait_for_reply(timeout=WAIT)
        send = next(choice.title for choice in summary.choices if choice.title in SEND)
        await phone.tap(send)
        filed = await phone.wait_for_reply(timeout=WAIT)
        return [summary.text, filed.text]


async def reports(url):
    numbers = [str(919000002000 + index) for index in range(len(REPORTS))]
    return await asyncio.gather(*(report(url, number, text) for number, text in zip(numbers, REPORTS, strict=True)))


@pytest.mark.timeout(400)
def test_people_are_served_side_by_side_on_servers(tmp_path):
    with postgresql() as stores, valkey() as locks:
        with running(tmp_path / "home", {**stores, **locks, "SANIC_WORKERS": "2"}) as stack:
            talks = asyncio.run(reports(stack.urls["simulator"]))
            assert all("-" in filed for _, filed in talks)
            filed = []
            for _ in range(WAIT * 2):
                filed = [tip for desk in ("jaunpur", "ghazipur", "chandauli") for tip in stack.tips(desk)]
                if len(filed) == len(REPORTS):
                    break
        assert sorted(tip["desk"] for tip in filed) == ["chandauli", "ghazipur", "jaunpur", "jaunpur"]
        with psycopg2.connect(stores["SATARK_TRACKER_URL"]) as connection, connection.cursor() as cursor:
            cursor.execute("select data from events")
            rows = [json.loads(row[0]) for row in cursor.fetchall()]
        assert not any(str(919000002000 + index) in str(rows) for index in range(len(REPORTS)))
        assert not list((tmp_path / "home").glob("*.db"))
