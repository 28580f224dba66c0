"""Figures for operators: what waits and how long, what came of webhooks and messages. Never anything of a person.

`Figures` counts in the process; `snapshot` adds what the vault holds; `as_text` writes both in Prometheus' text format.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from channels import media
from channels.dead_letters import DeadLetters
from channels.deliveries import Deliveries
from channels.outbox import Outbox
from channels.queues import OrderedQueue
from satark.stores import utc_now

SEND_RATE_SECONDS = 60
# Upper bounds (seconds) of the time a webhook took to be stored and a message to be processed.
BOUNDS = (0.005, 0.015, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)


class Durations:
    """A histogram of durations in seconds."""

    def __init__(self) -> None:
        self.buckets = [0] * len(BOUNDS)
        self.count = 0
        self.sum = 0.0

    def note(self, seconds: float) -> None:
        self.count += 1
        self.sum += seconds
        for index, bound in enumerate(BOUNDS):
            self.buckets[index] += seconds <= bound


class Figures:
    """Counts since the process started."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.webhooks: Counter[int] = Counter()  # by HTTP status
        self.updates: Counter[str] = Counter()  # by what became of them
        self.messages: Counter[str] = Counter()  # by kind and result
        self.stored = Durations()
        self.processed = Durations()
        self.last_webhook: float | None = None  # seconds since 1970

    def webhook(self, status: int, seconds: float) -> None:
        """A webhook was answered."""
        with self._lock:
            self.webhooks[status] += 1
            if status == 200:
                self.last_webhook = time.time()
                self.stored.note(seconds)

    def updated(self, tally: Mapping[str, int]) -> None:
        """What became of a webhook's updates."""
        with self._lock:
            self.updates.update(tally)

    def message(self, result: str, seconds: float) -> None:
        """A message was processed, put off or given up."""
        with self._lock:
            self.messages[result] += 1
            self.processed.note(seconds)


def snapshot(inbox: OrderedQueue, outbox: Outbox, deliveries: Deliveries) -> dict[str, Any]:
    """What the vault's queues hold: counts by status, the age in seconds of what waits longest, errors by class."""
    now = utc_now()
    since = {"inbox": inbox.oldest(), "outbox": outbox.oldest(), "deliveries": deliveries.oldest()}
    since["media"] = media.oldest(inbox.vault)
    ages = {name: max(0.0, (now - moment).total_seconds()) if moment else 0.0 for name, moment in since.items()}
    letters = DeadLetters(inbox.vault).counts()
    return {
        "inbox": inbox.counts(),
        "outbox": outbox.counts(),
        "deliveries": deliveries.counts(),
        "media": media.counts(inbox.vault),
        "stopped": _stopped(outbox, now),
        "oldest_seconds": ages,
        "dead_letters": letters,
        "errors": outbox.failures(),
        "sent_last_minute": outbox.sent_within(SEND_RATE_SECONDS),
    }


def _stopped(outbox: Outbox, now: dt.datetime) -> dict[str, Any] | None:
    """Why and since when nothing is sent, and in how many seconds it is tried again; None while all is well."""
    with outbox.vault.reading() as connection:
        stop = outbox.stops.standing(connection)
    if stop is None:
        return None
    seconds = {
        "for_seconds": (now - stop.since).total_seconds(),
        "again_in_seconds": (stop.until - now).total_seconds(),
    }
    return {"reason": stop.reason, **{name: round(max(0.0, value), 1) for name, value in seconds.items()}}


def as_text(held: Mapping[str, Any], figures: Figures) -> str:
    """Prometheus' text format, version 0.0.4."""
    return "\n".join([*_held(held), *_counted(figures)]) + "\n"


def _held(held: Mapping[str, Any]) -> Iterator[str]:
    queued = [
        ((name, status), n) for name in ("inbox", "outbox", "deliveries", "media") for status, n in held[name].items()
    ]
    yield from _family("satark_queue_items", "gauge", "Items by queue and status", ("queue", "status"), queued)
    ages = [((name,), age) for name, age in held["oldest_seconds"].items()]
    yield from _family("satark_queue_oldest_seconds", "gauge", "Age of what waits longest", ("queue",), ages)
    letters = [((reason,), count) for reason, count in held["dead_letters"].items()]
    yield from _family("satark_dead_letters", "gauge", "Items that could not be used", ("reason",), letters)
    errors = [((reason,), count) for reason, count in held["errors"].items()]
    yield from _family("satark_send_errors", "gauge", "Unsent messages by error", ("reason",), errors)
    stopped = [((held["stopped"]["reason"] if held["stopped"] else "",), 1 if held["stopped"] else 0)]
    yield from _family("satark_channel_stopped", "gauge", "1 while nothing is sent, and why", ("reason",), stopped)
    rate = [((), held["sent_last_minute"] / SEND_RATE_SECONDS)]
    yield from _family("satark_send_rate", "gauge", "Messages sent a second, over the last minute", (), rate)


def _counted(figures: Figures) -> Iterator[str]:
    for name, counter, label, meaning in (
        ("satark_webhooks_total", figures.webhooks, "status", "Webhooks by answer"),
        ("satark_updates_total", figures.updates, "result", "Updates of webhooks by what became of them"),
        ("satark_messages_total", figures.messages, "result", "Messages by what became of them"),
    ):
        counts = [((str(key),), count) for key, count in sorted(counter.items())]
        yield from _family(name, "counter", meaning, (label,), counts)
    yield from _histogram("satark_webhook_seconds", "Time to store a webhook", figures.stored)
    yield from _histogram("satark_message_seconds", "Time to process a message", figures.processed)
    if figures.last_webhook is not None:
        last = [((), round(figures.last_webhook, 3))]
        yield from _family("satark_last_webhook_time", "gauge", "When the last webhook was stored", (), last)


def _family(
    name: str, kind: str, meaning: str, labels: tuple[str, ...], values: Iterable[tuple[tuple[str, ...], float]]
) -> Iterator[str]:
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} {kind}"
    for label_values, value in values:
        shown = ",".join(f'{label}="{_escaped(one)}"' for label, one in zip(labels, label_values, strict=True))
        yield f"{name}{{{shown}}} {value:.16g}" if shown else f"{name} {value:.16g}"


def _histogram(name: str, meaning: str, durations: Durations) -> Iterator[str]:
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} histogram"
    for bound, count in zip(BOUNDS, durations.buckets, strict=True):
        yield f'{name}_bucket{{le="{bound:g}"}} {count}'
    yield f'{name}_bucket{{le="+Inf"}} {durations.count}'
    yield f"{name}_sum {durations.sum:.6f}"
    yield f"{name}_count {durations.count}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
