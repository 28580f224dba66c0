"""The worker process: the outbox, files people sent, their cleaning, the road to the desks and back, what is too old.

`python -m channels.worker`; `<home>/run/worker` is touched at every round, which is its sign of life.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from channels.cleaning import Cleaning
from channels.courier import Courier
from channels.fetcher import Fetcher
from channels.forgetting import forget_farewells
from channels.graph import Graph
from channels.handover import Handover
from channels.nudge import Ear, listen
from channels.presence import Presence
from channels.retention import forget_old
from channels.sender import Sender
from channels.silence import Silence
from channels.vault import Vault
from satark.desks import Desk
from satark.logs import quiet_loop, set_up_logging
from satark.retention import forget_at_desk, overwrite_log
from satark.settings import Settings
from satark.stores import utc_now

log = logging.getLogger("satark.worker")
COURIER_REST_SECONDS = 0.5
FETCHER_REST_SECONDS = 0.5
CLEANING_REST_SECONDS = 0.5
RETENTION_REST_SECONDS = 3600.0
FAREWELL_REST_SECONDS = 5.0
SILENCE_REST_SECONDS = 2.0
FAILURE_REST_SECONDS = 2.0


def sign_of_life(settings: Settings) -> Path:
    """The file that the worker touches at every round."""
    return settings.home / "run" / "worker"


async def _repeat(name: str, work: Callable[[], Awaitable[int]], rest_seconds: float) -> None:
    """Rounds of `work` for good, without a rest while there is something to do; no failure ends them."""
    while True:
        try:
            done = await work()
        except Exception as error:
            log.error("%s.round_failed kind=%s", name, type(error).__name__)
            await asyncio.sleep(FAILURE_REST_SECONDS)
            continue
        if not done:
            await asyncio.sleep(rest_seconds)


def forget(settings: Settings, vault: Vault, desks: Iterable[Desk]) -> None:
    """Deletes what is older than the settings' retention, in the vault, in the tracker and at the desks."""
    now = utc_now()
    forget_old(settings, vault, now)
    for desk in desks:
        forget_at_desk(desk, settings.retention, now)
        overwrite_log(desk.engine)
    overwrite_log(vault.engine)


async def run(settings: Settings) -> None:
    """Works until it is told to stop."""
    quiet_loop(asyncio.get_running_loop())
    vault = await asyncio.to_thread(Vault.open, settings)
    life = sign_of_life(settings)
    life.parent.mkdir(parents=True, exist_ok=True)
    async with Graph(settings) as graph:
        courier = await asyncio.to_thread(Courier, settings, vault)
        cleaning = await asyncio.to_thread(Cleaning, settings, vault)
        handover = await asyncio.to_thread(Handover, settings, vault)
        sender, fetcher = Sender(settings, vault, graph), Fetcher(settings, vault, graph)
        ear = await listen(settings, Ear(sender.wake, Presence(graph).reading))

        async def carry() -> int:
            carried = await asyncio.to_thread(courier.work)
            if carried:
                sender.wake()
            return carried

        async def hand_over() -> int:
            return await asyncio.to_thread(handover.work)

        async def keep_house() -> int:
            await asyncio.to_thread(forget, settings, vault, courier.desks.values())
            return 0

        async def forget_last_answers() -> int:
            return await asyncio.to_thread(forget_farewells, vault)

        silence = await asyncio.to_thread(Silence, settings, vault)

        async def look_for_silence() -> int:
            return await asyncio.to_thread(silence.work)

        work = asyncio.gather(
            sender.run(life.touch),
            _repeat("courier", carry, COURIER_REST_SECONDS),
            _repeat("fetcher", fetcher.work, FETCHER_REST_SECONDS),
            _repeat("cleaning", cleaning.work, CLEANING_REST_SECONDS),
            _repeat("handover", hand_over, COURIER_REST_SECONDS),
            _repeat("silence", look_for_silence, SILENCE_REST_SECONDS),
            _repeat("forgetting", forget_last_answers, FAREWELL_REST_SECONDS),
            _repeat("retention", keep_house, RETENTION_REST_SECONDS),
        )
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, work.cancel)
        log.info("worker.started")
        with contextlib.suppress(asyncio.CancelledError):
            await work
        await sender.settle()
        if ear:
            ear.close()
        log.info("worker.stopped")


if __name__ == "__main__":
    set_up_logging()
    asyncio.run(run(Settings.load()))
