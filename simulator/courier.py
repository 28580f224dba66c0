"""Carries webhooks to the product: signed, repeated until they are taken, in batches or twice where asked."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

import aiohttp

from .config import SimulatorConfig
from .events import Events
from .faults import FaultPlan
from .journal import Journal
from .payloads import Payload, Payloads, encode, sign

UNREACHABLE = (aiohttp.ClientError, asyncio.TimeoutError, OSError)


@dataclass
class Update:
    """One webhook value on its way. `lane` keeps one phone's updates in order; `taken` runs after a 200."""

    value: Payload
    lane: str
    taken: Callable[[], object] | None = None


class Courier:
    """The sending end of the webhook. `state` is one of off, waiting, verified, refused."""

    def __init__(self, config: SimulatorConfig, payloads: Payloads, plan: FaultPlan, journal: Journal, events: Events):
        self._config = config
        self._payloads = payloads
        self._plan = plan
        self._journal = journal
        self._events = events
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._verified = asyncio.Event()
        self._held: list[Update] = []
        self._batch: tuple[int, str] | None = None
        self._deliveries: dict[str, Payload] = {}
        self.pending = 0
        self.state = "waiting" if config.webhook_url else "off"

    async def start(self) -> None:
        timeout = aiohttp.ClientTimeout(total=self._config.webhook_timeout)
        connector = aiohttp.TCPConnector(limit=64)
        headers = {"User-Agent": "facebookexternalua", "Accept": "*/*"}
        self._session = aiohttp.ClientSession(timeout=timeout, connector=connector, headers=headers)
        if self._config.webhook_url:
            self._spawn(self._verify())

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def carry(self, update: Update) -> None:
        """Sends an update soon; batches and duplicates are made here when they were asked for."""
        wamid = self._wamid(update.value)
        if "messages" in update.value and wamid:
            self._deliveries[wamid] = update.value
        if self._batch is None:
            fault = self._plan.take("webhook", "batch")
            if fault is not None:
                self._batch = (fault.size, fault.shape)
        if self._batch is None:
            self._spawn(self._deliver([update]))
            return
        self._held.append(update)
        if len(self._held) >= self._batch[0]:
            self.flush()

    def flush(self) -> int:
        """Sends the updates held back for a batch in one POST; returns how many there were."""
        held, self._held = self._held, []
        shape = self._batch[1] if self._batch else "changes"
        self._batch = None
        if held:
            self._spawn(self._deliver(held, shape))
        return len(held)

    def repeat(self, wamid: str, times: int = 1) -> bool:
        """Delivers a message once more, in other bytes; False when it was never sent."""
        value = self._deliveries.get(wamid)
        if value is None:
            return False
        for number in range(times):
            self._spawn(self._attempts(self._payloads.envelope([value]), wamid, variant=number + 1))
        return True

    async def post_raw(self, body: bytes, signature: str | None = None) -> int | None:
        """One POST of any bytes, signed unless a signature is given; the HTTP status, None when unreachable."""
        return await self._post(body, signature or sign(self._config.app_secret, body), "raw", 1)

    def _spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @staticmethod
    def _wamid(value: Payload) -> str:
        items = value.get("messages") or value.get("statuses") or [{}]
        return str(items[0].get("id", ""))

    async def _deliver(self, updates: list[Update], shape: str = "changes") -> None:
        values = [update.value for update in updates]
        if self._plan.take("webhook", "bad_item"):
            values = [{"messaging_product": "whatsapp", "messages": [{"type": "text", "text": None}]}, *values]
        payload = self._payloads.envelope(values, shape)
        wamid = ",".join(self._wamid(update.value) for update in updates)
        self.pending += 1
        try:
            # The lane orders first attempts alone: one that fails must not hold up its successors for hours.
            lane = self._lanes.setdefault(updates[0].lane, asyncio.Lock())
            async with lane:
                taken = await self._attempt(payload, wamid, 0, 1)
            taken = taken or await self._try_again(payload, wamid)
        finally:
            self.pending -= 1
            self._events.publish("webhook", **self.view())
        if not taken:
            return
        for update in updates:
            if update.taken is not None:
                update.taken()
        if self._plan.take("webhook", "duplicate"):
            await self._attempts(payload, wamid, variant=1)

    async def _attempts(self, payload: Payload, wamid: str, variant: int) -> bool:
        """A first try, and more where it fails, all in the same bytes."""
        return await self._attempt(payload, wamid, variant, 1) or await self._try_again(payload, wamid, variant)

    async def _try_again(self, payload: Payload, wamid: str, variant: int = 0) -> bool:
        """Tries from the second on, until a 200 or until WhatsApp's time for a webhook is over; without a `variant`
        each is in bytes of its own."""
        for number, pause in enumerate(self._config.pauses(), 2):
            await self._pause(pause / self._config.retry_speed)
            if await self._attempt(payload, wamid, variant or number - 1, number):
                return True
        self._journal.note("webhook", wamid=wamid, status=None, gave_up=True)
        return False

    async def _pause(self, seconds: float) -> None:
        """Waits before the next try; a webhook that comes up for the first time ends the wait."""
        if self._verified.is_set():
            await asyncio.sleep(seconds)
            return
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._verified.wait(), seconds)

    async def _attempt(self, payload: Payload, wamid: str, variant: int, number: int) -> bool:
        body = encode(payload, variant)
        signature = sign(self._config.app_secret, body)
        if self._plan.take("webhook", "bad_signature"):
            signature = sign(self._config.app_secret + "?", body)
        return await self._post(body, signature, wamid, number) == 200

    async def _post(self, body: bytes, signature: str, wamid: str, number: int) -> int | None:
        if not self._config.webhook_url or self._session is None:
            return None
        headers = {"Content-Type": "application/json", "X-Hub-Signature-256": signature}
        status: int | None = None
        started = asyncio.get_running_loop().time()
        with suppress(*UNREACHABLE):
            async with self._session.post(self._config.webhook_url, data=body, headers=headers) as answer:
                await answer.read()
                status = answer.status
        took = round((asyncio.get_running_loop().time() - started) * 1000)
        self._journal.note(
            "webhook", wamid=wamid, status=status, attempt=number, took_ms=took, signature=signature, body=body.decode()
        )
        if status != 200:
            self._events.publish("webhook", **self.view())
        return status

    async def _verify(self) -> None:
        """Asks the webhook for its challenge, again and again until it gives the right answer."""
        while self.state != "verified":
            challenge = str(secrets.randbelow(10**10))
            self.state = await self._challenge(challenge)
            self._journal.note("verify", state=self.state)
            self._events.publish("webhook", **self.view())
            if self.state != "verified":
                await asyncio.sleep(self._config.verify_interval / self._config.retry_speed)
        self._verified.set()

    async def _challenge(self, challenge: str) -> str:
        assert self._session is not None and self._config.webhook_url
        query = {"hub.mode": "subscribe", "hub.challenge": challenge, "hub.verify_token": self._config.verify_token}
        with suppress(*UNREACHABLE):
            async with self._session.get(self._config.webhook_url, params=query) as answer:
                return "verified" if answer.status == 200 and await answer.text() == challenge else "refused"
        return "waiting"

    def view(self) -> dict[str, object]:
        return {"state": self.state, "url": self._config.webhook_url, "pending": self.pending}
