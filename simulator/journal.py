"""The simulator's log: every call in and out, newest last, for tests and the page."""

from __future__ import annotations

from collections import deque
from typing import Any

from .clock import Clock


class Journal:
    """The last `size` entries. Kinds: webhook, send, media, read, verify."""

    def __init__(self, clock: Clock, size: int) -> None:
        self._clock = clock
        self._entries: deque[dict[str, Any]] = deque(maxlen=size)
        self._last = 0

    def note(self, kind: str, **facts: Any) -> None:
        self._last += 1
        self._entries.append({"seq": self._last, "at": round(self._clock.now() * 1000), "kind": kind, **facts})

    def entries(self, kind: str | None = None, after: int = 0) -> list[dict[str, Any]]:
        return [entry for entry in self._entries if entry["seq"] > after and kind in (None, entry["kind"])]
