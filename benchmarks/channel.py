"""How fast the channel is, beside its peers, on this machine and in one run: `python -m benchmarks.channel`.

* webhooks: answer times at 200 a second and CPU, beside a bare Sanic handler that checks the signature only;
* end to end: from a person's message to the reply that WhatsApp (the simulator) has taken, at 5 a second and as many as
  go, beside Rasa's own REST channel in the same process with the same model.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp

from benchmarks.processes import cpu_seconds, free_port, memory_megabytes, running
from channels.signature import signature
from satark import demo
from satark.cli.processes import command_of, environment_of
from satark.settings import Settings
from simulator.client import Network, Phone

WEBHOOKS_A_SECOND = 200
MESSAGES_A_SECOND = 5
AT_ONCE = 8  # REST calls side by side: as many as the channel's senders
PEOPLE_AT_ONCE = 100  # who wait for their reply at the same time
PARTS = 4  # of the bulk, between which memory is looked at
MESSAGES = (
    "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke le gaye",
    "कल शाम को केराकत बाजार में जुआ हो रहा था",
    "Someone is selling illegal liquor near Zamania station every evening",
    "नमस्ते",
)
Processes = Mapping[str, subprocess.Popen[bytes]]
SECRET = "app secret of a measurement"  # noqa: S105
_numbers = itertools.count(919000010000)


@dataclass(frozen=True)
class Receiver:
    """A server that takes webhooks."""

    kind: str
    url: str
    process: subprocess.Popen[bytes]


@dataclass(frozen=True)
class Times:
    """Durations in seconds."""

    values: Sequence[float]

    def __str__(self) -> str:
        ordered = sorted(self.values)
        last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
        return f"median {statistics.median(ordered) * 1000:7.1f} ms   99th percentile {last * 1000:7.1f} ms"


async def at_pace(rate: float, count: int, call: Callable[[], Coroutine[Any, Any, float]]) -> Times:
    """`call` begun `rate` times a second whether or not earlier ones have come back."""
    begun, tasks = time.perf_counter(), []
    for number in range(count):
        await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(call()))
    return Times(await asyncio.gather(*tasks))


async def side_by_side(count: int, width: int, call: Callable[[], Coroutine[Any, Any, Any]]) -> float:
    """Calls a second with `width` of them under way at any time."""
    gate = asyncio.Semaphore(width)

    async def one() -> None:
        async with gate:
            await call()

    begun = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(count)))
    return count / (time.perf_counter() - begun)


# Webhooks


def a_webhook() -> bytes:
    """A webhook around one text message of one of eight people."""
    sender = f"91900002000{secrets.randbelow(8)}"
    message = {
        "from": sender,
        "id": f"wamid.{secrets.token_hex(20)}",
        "timestamp": str(int(time.time())),
        "type": "text",
        "text": {"body": secrets.choice(MESSAGES)},
    }
    metadata = {"display_phone_number": "919000000000", "phone_number_id": "100000000000001"}
    contacts = [{"profile": {"name": "Phone"}, "wa_id": sender}]
    value = {"messaging_product": "whatsapp", "metadata": metadata, "contacts": contacts, "messages": [message]}
    changes = [{"value": value, "field": "messages"}]
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": changes}]}).encode()


@contextlib.contextmanager
def receiver(kind: str, home: Path) -> Iterator[Receiver]:
    """One of the two servers, with a home of its own."""
    port = free_port()
    environment = {**os.environ, "SATARK_HOME": str(home / kind), "WHATSAPP_APP_SECRET": SECRET}
    url = f"http://127.0.0.1:{port}/webhooks/whatsapp"
    command = [sys.executable, "-m", "benchmarks.webhook_server", kind, str(port)]
    with running(command, environment, home / f"{kind}.log", f"{url}/health") as process:
        yield Receiver(kind, f"{url}/webhook", process)


async def post(session: aiohttp.ClientSession, url: str) -> float:
    """Posts a webhook; the seconds until its 200."""
    body = a_webhook()
    headers = {"X-Hub-Signature-256": signature(SECRET, body)}
    begun = time.perf_counter()
    async with session.post(url, data=body, headers=headers) as answer:
        if answer.status != 200:
            raise RuntimeError(f"answered {answer.status}")
    return time.perf_counter() - begun


async def webhooks(receivers: Sequence[Receiver], rounds: int) -> None:
    """Measures both in turns of a second, so that whatever else the machine does falls on both alike."""
    times: dict[str, list[float]] = {one.kind: [] for one in receivers}
    cpu = dict.fromkeys(times, 0.0)
    async with aiohttp.ClientSession() as session:
        for number in range(rounds + 1):
            for one in receivers:
                before = cpu_seconds(one.process)
                taken = await at_pace(WEBHOOKS_A_SECOND, WEBHOOKS_A_SECOND, partial(post, session, one.url))
                if number:  # the first round only warms up
                    times[one.kind] += taken.values
                    cpu[one.kind] += cpu_seconds(one.process) - before
    each = {kind: seconds / (rounds * WEBHOOKS_A_SECOND) for kind, seconds in cpu.items()}
    for kind, taken_all in times.items():
        print(f"  {kind:<8} {Times(taken_all)}   CPU {each[kind] * 1000:5.2f} ms a webhook")
    print(f"  {each['channel'] / each['bare']:.1f} times the CPU of the bare handler", flush=True)


# End to end


@contextlib.contextmanager
def product(home: Path, model: Path | None) -> Iterator[tuple[Settings, Processes]]:
    """All processes on free ports, with Rasa's REST channel beside ours; the settings and the processes by name."""
    ports = {f"SATARK_{name}_PORT": str(free_port()) for name in ("ASSISTANT", "ACTIONS", "DASHBOARD", "SIMULATOR")}
    plain = {**os.environ, "SATARK_HOME": str(home), **ports}
    settings = Settings.load(environ=plain)
    environment = {**plain, **environment_of(settings, demo=True)}
    os.environ.update({name: environment[name] for name in environment if name.startswith(("SATARK_", "WHATSAPP_"))})
    settings = Settings.load()
    demo.prepare(settings)
    credentials = home / "credentials.yml"
    credentials.write_text("channels.whatsapp.WhatsAppInput: {}\nrest: {}\n", encoding="utf-8")
    assistant = command_of("assistant", settings)
    assistant[assistant.index("--credentials") + 1] = str(credentials)
    if model:
        assistant[assistant.index("--model") + 1] = str(model.resolve())
    urls = {name: settings.addresses[name].url for name in ("assistant", "actions", "simulator")}
    commands = (
        ("simulator", command_of("simulator", settings), f"{urls['simulator']}/health"),
        ("actions", command_of("actions", settings), f"{urls['actions']}/health"),
        ("worker", command_of("worker", settings), None),
        ("assistant", assistant, f"{urls['assistant']}/webhooks/whatsapp/health"),
    )
    with contextlib.ExitStack() as stack:
        yield (
            settings,
            {
                name: stack.enter_context(running(command, environment, home / f"{name}.log", url))
                for name, command, url in commands
            },
        )


class Replies:
    """When WhatsApp took the first reply to each number, from the simulator's log."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self._seen = 0

    def expect(self, number: str) -> asyncio.Future[float]:
        """Comes true with the moment (seconds since 1970) of the next message to a number."""
        self._waiting[number] = asyncio.get_running_loop().create_future()
        return self._waiting[number]

    async def watch(self) -> None:
        """Reads the log for good."""
        while True:
            for entry in await self._network._call("GET", "/sim/log", query={"kind": "send", "after": str(self._seen)}):
                self._seen = entry["seq"]
                waiting = self._waiting.pop(str(entry["request"].get("to")), None)
                if waiting and entry["status"] == 200:
                    waiting.set_result(entry["at"] / 1000)
            await asyncio.sleep(0.02)


@contextlib.asynccontextmanager
async def watched(url: str) -> AsyncIterator[Replies]:
    """The replies of a running simulator."""
    async with Network(url) as network:
        replies = Replies(network)
        watching = asyncio.create_task(replies.watch())
        try:
            yield replies
        finally:
            watching.cancel()


def used(processes: Processes) -> float:
    """CPU seconds of the product so far, the simulator's aside."""
    return sum(cpu_seconds(process) for name, process in processes.items() if name != "simulator")


async def end_to_end(settings: Settings, paced: int, bulk: int, processes: Processes) -> None:
    """Measures both channels of a running assistant."""
    simulator, rest = (settings.addresses[name].url for name in ("simulator", "assistant"))
    words = itertools.cycle(MESSAGES)
    async with watched(simulator) as replies, aiohttp.ClientSession() as session:

        async def whatsapp() -> float:
            number = str(next(_numbers))
            async with Phone.create(simulator, number=number, name="Phone", identity="phone") as phone:
                replied, begun = replies.expect(number), time.time()
                await phone.say(next(words))
                return await asyncio.wait_for(replied, 120) - begun

        async def rests() -> float:
            said, begun = {"sender": secrets.token_hex(8), "message": next(words)}, time.perf_counter()
            async with session.post(f"{rest}/webhooks/rest/webhook", json=said) as answer:
                if answer.status != 200 or not await answer.json():
                    raise RuntimeError(f"REST answered {answer.status}")
            return time.perf_counter() - begun

        for name, call in (("whatsapp", whatsapp), ("rest", rests)):
            await at_pace(2, 8, call)
            print(f"  {name:<8} {await at_pace(MESSAGES_A_SECOND, paced, call)}", flush=True)
        for name, call, width in (("whatsapp", whatsapp, PEOPLE_AT_ONCE), ("rest", rests, AT_ONCE)):
            await in_bulk(name, call, width, bulk, processes)


async def in_bulk(
    name: str, call: Callable[[], Coroutine[Any, Any, Any]], width: int, count: int, processes: Processes
) -> None:
    """How many messages a second go, the CPU of each, and the assistant's memory on the way."""
    before, begun = used(processes), time.perf_counter()
    memory = [memory_megabytes(processes["assistant"])]
    for _ in range(PARTS):
        await side_by_side(count // PARTS, width, call)
        memory.append(memory_megabytes(processes["assistant"]))
    done = count // PARTS * PARTS
    rate, each = done / (time.perf_counter() - begun), (used(processes) - before) / done
    grown = " ".join(f"{one:.0f}" for one in memory)
    print(f"  {name:<8} {rate:7.1f} messages a second of {done}, {width} at once   CPU {each * 1000:5.1f} ms a message")
    print(
        f"  {'':<8} {os.cpu_count()} processors carry {(os.cpu_count() or 1) / each:.0f} a second   MB {grown}",
        flush=True,
    )


def main() -> None:
    """Prints every figure beside its peer's."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=int, default=10, help="of webhooks")
    options.add_argument("--messages", type=int, default=100, help="end to end, at the pace")
    options.add_argument("--bulk", type=int, default=200, help="end to end, as fast as they go (20000 shows memory)")
    options.add_argument("--model", type=Path, help="of the assistant, default the trained one that fits the data")
    options.add_argument("--only", choices=("webhooks", "end-to-end"))
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if chosen.only != "end-to-end":
            print(f"Webhooks at {WEBHOOKS_A_SECOND} a second, {chosen.seconds} s each in turns", flush=True)
            with receiver("bare", home) as bare, receiver("channel", home) as ours:
                asyncio.run(webhooks((bare, ours), chosen.seconds))
        if chosen.only != "webhooks":
            print(
                f"Message to reply: {chosen.messages} at {MESSAGES_A_SECOND} a second, then {chosen.bulk}", flush=True
            )
            with product(home / "product", chosen.model) as (settings, processes):
                asyncio.run(end_to_end(settings, chosen.messages, chosen.bulk, processes))


if __name__ == "__main__":
    main()
