"""The worker process: the outbox, the road to the desks and back, and what has grown too old.

`python -m channels.worker`; `<home>/run/worker` is touched at every round, which is its sign of life.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import signal
from pathlib import Path

from channels.courier import Courier
from channels.graph import Graph
from channels.queues import open_inbox, open_outbox
from channels.sender import Sender
from channels.vault import Vault
from satark.errors import SatarkError
from satark.logs import set_up_logging
from satark.settings import Settings
from satark.stores import utc_now

log = logging.getLogger("satark.worker")
SENDER_REST_SECONDS = 0.1
COURIER_REST_SECONDS = 0.5
RETENTION_REST_SECONDS = 3600.0
FAILURE_REST_SECONDS = 2.0


def sign_of_life(settings: Settings) -> Path:
    """The file that the worker touches at every round."""
    return settings.home / "run" / "worker"


async def _send(sender: Sender, life: Path) -> None:
    while True:
        try:
            sent = await sender.work()
            life.touch()
        except SatarkError as error:
            log.error("outbox.round_failed kind=%s", type(error).__name__)
            await asyncio.sleep(FAILURE_REST_SECONDS)
            continue
        if not sent:
            await asyncio.sleep(SENDER_REST_SECONDS)


async def _carry(courier: Courier) -> None:
    while True:
        try:
            carried = await asyncio.to_thread(courier.work)
        except SatarkError as error:
            log.error("courier.round_failed kind=%s", type(error).__name__)
            await asyncio.sleep(FAILURE_REST_SECONDS)
            continue
        if not carried:
            await asyncio.sleep(COURIER_REST_SECONDS)


async def _forget(settings: Settings, vault: Vault) -> None:
    while True:
        now = utc_now()
        for queue, days in (
            (open_inbox(vault, settings.limits), settings.retention.inbox),
            (open_outbox(vault, settings.limits), settings.retention.outbox),
        ):
            await asyncio.to_thread(queue.forget_before, now - dt.timedelta(days=days))
        await asyncio.sleep(RETENTION_REST_SECONDS)


async def run(settings: Settings) -> None:
    """Works until it is told to stop."""
    vault = Vault.open(settings)
    life = sign_of_life(settings)
    life.parent.mkdir(parents=True, exist_ok=True)
    async with Graph(settings) as graph:
        courier = await asyncio.to_thread(Courier, settings, vault)
        work = asyncio.gather(_send(Sender(settings, vault, graph), life), _carry(courier), _forget(settings, vault))
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, work.cancel)
        log.info("worker.started")
        try:
            await work
        except asyncio.CancelledError:
            log.info("worker.stopped")


if __name__ == "__main__":
    set_up_logging()
    asyncio.run(run(Settings.load()))
