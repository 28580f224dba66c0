"""The worker as a process: sends what is owed at once when nudged, marks messages read, ends when told."""

import asyncio
import contextlib
import dataclasses

import pytest

from channels import worker
from channels.nudge import Ear, Nudge, listen, socket_of
from channels.presence import AT_ONCE, Presence
from tests.channels.outbound import outbound, someone

pytestmark = pytest.mark.asyncio


@contextlib.asynccontextmanager
async def working(out):
    task = asyncio.create_task(worker.run(out.settings))
    await out.until(lambda: worker.sign_of_life(out.settings).exists() and socket_of(out.settings).exists())
    try:
        yield task
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def test_the_worker_sends_fetches_and_marks_read(tmp_path):
    async with outbound(tmp_path) as out, someone(out) as phone, working(out):
        nudge = Nudge(out.settings)
        out.owe("1", "2")
        nudge.outbox()
        (wamid,) = out.taken
        nudge.working_on(wamid)
        await out.until(lambda: out.outbox.counts() == {"done": 2})
        assert await out.heard(phone) == ["1", "2"]
        for _ in range(100):
            if await out.network.log("read"):
                break
            await asyncio.sleep(0.02)
        assert (await phone.chat())[0].ticks == "read"
        nudge.close()


async def test_a_nudge_without_a_worker_is_no_trouble(settings):
    nudge = Nudge(settings)
    nudge.outbox()
    nudge.working_on("wamid.1")
    nudge.close()


async def test_the_ear_hears_what_was_said_and_nothing_else(settings):
    heard = []
    transport = await listen(settings, Ear(lambda: heard.append("outbox"), heard.append))
    assert socket_of(settings).stat().st_mode & 0o077 == 0
    nudge = Nudge(settings)
    nudge.outbox()
    nudge.working_on("wamid.HBg=")
    nudge._say(b"nonsense")
    await asyncio.sleep(0.05)
    assert heard == ["outbox", "wamid.HBg="]
    transport.close()
    nudge.close()


async def test_a_home_too_deep_for_a_socket_only_costs_the_nudge(settings, tmp_path):
    deep = settings.copy(update={"home": tmp_path / ("x" * 120)})
    assert await listen(deep, Ear(lambda: None, lambda _: None)) is None
    Nudge(deep).outbox()


@dataclasses.dataclass
class Slow:
    """A Graph API that takes its time."""

    marked: list[str] = dataclasses.field(default_factory=list)

    async def mark_read(self, wamid):
        await asyncio.sleep(0.05)
        self.marked.append(wamid)


async def test_read_marks_never_pile_up():
    graph = Slow()
    presence = Presence(graph)
    for number in range(20):
        presence.reading(str(number))
    await presence.settle()
    assert graph.marked == [str(number) for number in range(AT_ONCE)]


async def test_a_read_mark_that_fails_is_not_tried_again(tmp_path):
    async with outbound(tmp_path) as out:
        presence = Presence(out.graph)
        presence.reading("wamid.unknown")
        await presence.settle()
        assert [entry["status"] for entry in await out.network.log("send")] == [400]
