"""Sending: once, in order, at the pace WhatsApp allows; every kind of refusal has its own way out."""

import asyncio
import datetime as dt

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from channels import tables
from channels.graph import Graph, GraphError, verdict_of
from channels.rendering import template
from channels.sender import OUTAGE_AFTER, Sender
from satark.stores import utc_now
from tests.channels.outbound import SAID, outbound, someone

pytestmark = pytest.mark.asyncio


async def test_messages_arrive_in_order_and_are_settled_by_their_status(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1", "2", "3")
        await out.send()
        assert await out.heard(phone) == ["1", "2", "3"]
        await out.until(lambda: all(out.row(name).delivery == "delivered" for name in "123"))
        assert [out.row(name).content for name in "123"] == [None] * 3
        assert out.outbox.sent_within(60) == 3


async def test_a_person_without_a_number_is_reached_by_id(tmp_path):
    async with outbound(tmp_path) as out, someone(out, identity="id") as phone:
        (incoming,) = out.taken.values()
        with out.vault.writing() as connection:
            conversation = out.vault.conversation_of(connection, incoming.sender, utc_now())
            out.outbox.put(connection, conversation, "1", {"body": SAID})
        await out.send()
        assert await out.heard(phone) == ["नमस्ते"]


async def test_a_burst_of_45_goes_at_once_and_the_next_waits_without_being_refused(tmp_path):
    slow = {"sends_per_second": 1000, "pair_seconds": 600}  # so that the machine's own pace does not matter
    async with outbound(tmp_path, slow, pair_interval=600) as out, someone(out) as phone:
        out.owe(*(str(number) for number in range(47)))
        await out.send(100)
        assert len(await out.heard(phone)) == 45
        waiting = out.row("45")
        assert (waiting.status, waiting.reason, waiting.attempts) == ("new", "pair rate", 0)
        assert 500 < (waiting.not_before - utc_now()).total_seconds() <= 600
        assert [entry["status"] for entry in await out.network.log("send")] == [200] * 45


async def test_the_pace_outlives_the_worker(tmp_path):
    async with outbound(tmp_path, {"pair_burst": 2}, pair_burst=2) as out, someone(out) as phone:
        out.owe("1", "2", "3")
        await out.send()
        out.due_now()
        restarted = Sender(out.settings, out.vault, out.graph)
        assert await restarted.work() == 1
        await restarted.settle()
        assert await out.heard(phone) == ["1", "2"]
        assert out.row("3").reason == "pair rate"


async def test_whatsapps_own_count_has_the_last_word(tmp_path):
    async with outbound(tmp_path, pair_burst=1, pair_interval=3600) as out, someone(out) as phone:
        conversation = out.owe("1", "2")
        await out.send()
        assert await out.heard(phone) == ["1"]
        row = out.row("2")
        assert (row.status, row.reason, row.attempts) == ("new", "graph 131056", 0)
        with out.vault.reading() as connection:
            assert out.sender._full_at(connection, conversation) > utc_now() + dt.timedelta(minutes=4)


async def test_no_more_than_the_cap_go_in_a_second(tmp_path):
    async with outbound(tmp_path, {"sends_per_second": 8}) as out:  # noqa: SIM117
        async with someone(out), someone(out, "919000000002"), someone(out, "919000000003"):
            for number in ("919000000001", "919000000002", "919000000003"):
                out.owe(f"{number} 1", f"{number} 2", number=number)
            began = utc_now()
            while out.outbox.counts().get("done", 0) < 6:
                await out.sender.work()
                await out.sender.settle()
                await asyncio.sleep(0.005)
            assert 0.5 <= (utc_now() - began).total_seconds() < 3  # two at once, then one in an eighth of a second


@pytest.mark.parametrize(("fault", "reason"), [("http_500", "graph 131000"), ("error", "graph 131016")])
async def test_a_passing_failure_is_tried_again_and_nothing_overtakes(tmp_path, fault, reason):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1", "2")
        await out.network.fault(fault, **({"code": 131016} if fault == "error" else {}))
        await out.send()
        assert await out.heard(phone) == []
        assert (out.row("1").status, out.row("1").reason, out.row("1").attempts) == ("new", reason, 1)
        out.due_now()
        await out.send()
        assert await out.heard(phone) == ["1", "2"]


async def test_a_message_that_keeps_failing_is_given_up_and_lets_the_next_through(tmp_path):
    async with outbound(tmp_path, {"outbox_attempts": 2}) as out, someone(out) as phone:
        out.owe("1", "2")
        await out.network.fault("http_500", count=2)
        for _ in range(2):
            await out.send()
            out.due_now()
        await out.send()
        assert await out.heard(phone) == ["2"]
        assert (out.row("1").status, out.outbox.failures()) == ("dead", {"graph 131000": 1})


async def test_what_is_final_for_a_message_is_final_at_once(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1", body={"type": "text", "text": {"body": "x" * 5000}})
        out.owe("2")
        await out.send()
        assert await out.heard(phone) == ["2"]
        assert (out.row("1").status, out.row("1").reason) == ("dead", "graph 131009")


@pytest.mark.parametrize("code", [190, 368, 131031, 131042])
async def test_an_error_of_the_account_stops_the_channel_until_a_probe_succeeds(tmp_path, code, caplog):
    async with outbound(tmp_path) as out, someone(out) as phone, someone(out, "919000000002") as other:
        await out.network.fault("error", code=code, count=2)
        out.owe("1")
        await out.send()
        stop = out.stop()
        assert (stop.reason, stop.times) == (f"graph {code}", 1)
        assert f"channel.stopped reason=graph {code}" in caplog.text
        out.owe("2", number="919000000002")
        assert await out.sender.work() == 0
        out.due_now()
        assert await out.sender.work() == 1  # one goes ahead, alone
        await out.sender.settle()
        assert out.stop().times == 2
        assert (out.stop().until - utc_now()).total_seconds() > out.settings.limits.stop_first_seconds
        out.due_now()
        await out.send()
        assert out.stop() is None
        assert (await out.heard(phone), await out.heard(other)) == (["1"], ["2"])
        assert out.row("1").attempts == 1  # the channel's trouble cost the message nothing


async def test_many_failures_in_a_row_are_taken_for_an_outage(tmp_path):
    numbers = [f"91900000010{digit}" for digit in range(OUTAGE_AFTER + 2)]
    async with outbound(tmp_path) as out:
        for number in numbers:
            async with someone(out, number):
                out.owe(number, number=number)
        await out.network.fault("http_500", count=len(numbers))
        await out.send()
        await out.network.calm()
        assert out.stop().reason == "outage, graph 131000"
        out.due_now()
        await out.send()
        out.due_now()
        await out.send()
        assert (out.stop(), out.outbox.counts()) == (None, {"done": len(numbers)})


async def test_nobody_there_costs_no_message_a_try(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1")
        gone = out.settings.whatsapp.copy(update={"graph_url": "http://127.0.0.1:9"})
        async with Graph(out.settings.copy(update={"whatsapp": gone})) as nowhere:
            deaf = Sender(out.settings, out.vault, nowhere)
            await deaf.work()
            await deaf.settle()
        assert (out.stop().reason, out.row("1").attempts) == ("unreachable, graph 131000", 0)
        out.due_now()
        await out.send()
        assert (await out.heard(phone), out.stop()) == (["1"], None)


async def test_too_fast_an_account_takes_a_breath(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        await out.network.fault("http_429")
        out.owe("1")
        await out.send()
        assert (out.row("1").attempts, out.row("1").reason) == (0, "graph 130429")
        out.due_now()
        assert await out.sender.work() == 0
        await asyncio.sleep(1.05)
        await out.send()
        assert (await out.heard(phone), out.stop()) == (["1"], None)


@pytest.mark.parametrize(("status", "reason"), [(404, "graph 404"), (407, "graph 407")])
@pytest.mark.parametrize("page", [b"<html>", b"{}"])
async def test_a_refusal_of_something_between_us_and_whatsapp_costs_no_message(tmp_path, status, reason, page):
    async def refuse(_request):
        return web.Response(status=status, body=page)

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", refuse)
    async with outbound(tmp_path) as out, someone(out) as phone, TestServer(app) as gateway:
        out.owe("1")
        gone = out.settings.whatsapp.copy(update={"graph_url": str(gateway.make_url("/"))})
        async with Graph(out.settings.copy(update={"whatsapp": gone})) as nowhere:
            astray = Sender(out.settings, out.vault, nowhere)
            await astray.work()
            await astray.settle()
        assert (out.stop().reason, out.row("1").status, out.row("1").attempts) == (reason, "new", 0)
        out.due_now()
        await out.send()
        assert (await out.heard(phone), out.stop()) == (["1"], None)


async def test_a_token_that_no_header_can_hold_stops_nothing_for_good(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1")
        broken = out.settings.whatsapp.copy(update={"access_token": "access\ntoken"})
        async with Graph(out.settings.copy(update={"whatsapp": broken})) as graph:
            sender = Sender(out.settings, out.vault, graph)
            await sender.work()
            await sender.settle()
        assert out.row("1").status == "new"
        out.due_now()
        await out.send()
        assert await out.heard(phone) == ["1"]


# An answer that never came


async def test_a_message_whose_answer_was_lost_is_known_by_its_status_and_not_sent_again(tmp_path):
    async with outbound(tmp_path, status_delay=0.2) as out, someone(out) as phone:
        await out.network.fault("drop_after")
        out.owe("1", "2")
        await out.sender.work()
        await out.sender.settle()
        assert out.row("1").reason == "no answer, graph 131000"
        assert (out.row("1").not_before - utc_now()).total_seconds() > 25
        assert await out.sender.work() == 0  # "2" must not overtake it
        await out.until(lambda: out.row("1").status == "done")
        await out.send()
        assert await out.heard(phone) == ["1", "2"]


async def test_a_status_that_overtakes_the_answer_settles_the_message(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1")
        (item,) = out.outbox.claim(1)
        with out.vault.writing() as connection:
            out.outbox.note_status(connection, "wamid.A", "sent", "1")
        with out.vault.writing() as connection:
            out.outbox.accepted(connection, item, "wamid.A")
        assert (out.row("1").status, out.row("1").delivery, out.row("1").content) == ("done", "sent", None)
        await out.send()
        assert await out.heard(phone) == []


async def test_an_answer_lost_without_a_status_is_sent_again_after_its_grace(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        await out.network.fault("drop")
        out.owe("1")
        await out.send()
        assert out.row("1").status == "new"
        out.due_now()
        await out.send()
        assert await out.heard(phone) == ["1"]


async def test_what_a_killed_worker_sent_is_known_by_its_status(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        out.owe("1")
        (item,) = out.outbox.claim(1)  # and the worker dies between the call and its note
        with out.vault.reading() as connection:
            address = out.vault.address_of(connection, item.conversation)
        await out.graph.send(address, item.content["body"], item.name)
        await out.until(lambda: out.row("1").status == "done")
        with out.vault.writing() as connection:
            connection.execute(tables.outbox.update().values(lease_until=utc_now()))
        await out.send()
        assert await out.heard(phone) == ["1"]


# Once the day has passed


async def test_after_a_day_the_template_goes_instead(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        late = template(out.settings.templates.notice, ["आपकी सूचना पर कार्रवाई हुई"])
        conversation = out.owe("1", late=late)
        yesterday = utc_now() - dt.timedelta(hours=25)
        with out.vault.writing() as connection:
            dated = tables.conversations.update().where(tables.conversations.c.id == conversation)
            connection.execute(dated.values(last_heard_at=yesterday))
        await out.network.advance(25 * 3600)
        await out.send()
        assert await out.heard(phone) == ["सतर्क मित्र: आपकी सूचना पर कार्रवाई हुई"]


@pytest.mark.parametrize("told_late", [False, True])
async def test_whatsapps_clock_decides_and_any_words_have_a_template(tmp_path, told_late):
    async with outbound(tmp_path, late_refusals=told_late) as out, someone(out) as phone:
        await out.network.advance(25 * 3600)
        out.owe("1", body={"type": "text", "text": {"body": "*दर्ज* हो गई"}})
        await out.send()
        for _ in range(100):  # the refusal may come by webhook, after the message was taken
            if out.row("1").delivery in ("sent", "delivered"):
                break
            await asyncio.sleep(0.02)
            await out.send()
        assert await out.heard(phone) == ["सतर्क मित्र: दर्ज हो गई"]


async def test_a_part_without_a_template_of_its_own_is_not_sent_after_a_day(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        await out.network.advance(25 * 3600)
        out.owe("1", late=None)
        await out.send()
        assert (await out.heard(phone), out.row("1").reason) == ([], "outside 24 hours")


async def test_a_refusal_told_by_webhook_is_acted_on_once(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        await out.network.fault("fail_status", code=131000)
        out.owe("1")
        await out.send()
        await out.until(lambda: out.row("1").status == "new")
        with out.vault.writing() as connection:  # the webhook comes twice
            row = out.row("1")
            connection.execute(tables.outbox.update().values(not_before=utc_now()))
        await out.send()
        await out.until(lambda: out.row("1").delivery == "delivered")
        assert row.reason == "status 131000"
        assert await out.heard(phone) == ["1"]


# What each error asks for


async def test_every_code_of_the_findings_has_its_class():
    classes = {
        "again": [1, 2, 131000, 131016, 131057, 133004],
        "slower": [4, 80007, 130429],
        "pair": [131056],
        "stop": [0, 3, 10, 190, 200, 250, 299, 368, 131005, 131031, 131042, 131048, 133010],
        "template": [131047],
        "never": [
            33,
            100,
            131008,
            131009,
            131021,
            131026,
            131030,
            131051,
            131062,
            132000,
            132001,
            130472,
            131049,
            131050,
        ],
    }
    for verdict, codes in classes.items():
        assert {code: verdict_of(code) for code in codes} == dict.fromkeys(codes, verdict)
    assert verdict_of(99, 503) == "again"
    assert verdict_of(429, 429) == "slower"
    assert verdict_of(100, 400, 33) == "stop"  # our own number's id is wrong: no message is to blame


async def test_an_error_says_nothing_of_the_message_or_the_person(tmp_path):
    async with outbound(tmp_path) as out, someone(out):
        await out.network.fault("error", code=131026)
        with out.vault.reading() as connection:
            address = out.vault.address_of(connection, out.conversation())
        with pytest.raises(GraphError) as raised:
            await out.graph.send(address, SAID, "1")
        assert str(raised.value) == "graph error 131026 (http 400)"


async def test_blue_ticks_and_typing_for_the_message_being_worked_on(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone:
        (wamid,) = out.taken
        await out.graph.mark_read(wamid)
        (call,) = await out.network.log("read")
        assert (call["request"]["message_id"], call["request"]["typing_indicator"]) == (wamid, {"type": "text"})
        assert (await phone.chat())[0].ticks == "read"
