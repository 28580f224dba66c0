"""How often somebody may try a password: a bounded count per key over a sliding window, kept in this process."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence

WINDOW_SECONDS = 15 * 60
_MOST_KEYS = 10_000  # the longest silent key goes first; a flood of names cannot fill the memory

# Failures within the window after which a key waits: one name from one address, one name from anywhere, one address.
PAIR, NAME, ADDRESS = 5, 30, 30


class Attempts:
    """Failed tries by key. `clock` gives seconds and only ever rises."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def blocked(self, username: str, address: str) -> bool:
        """Whether this name or address must wait before another try is looked at."""
        with self._lock:
            return any(len(self._recent(key)) >= most for key, most in _keys(username, address))

    def failed(self, username: str, address: str) -> None:
        """Counts a failure."""
        with self._lock:
            for key, most in _keys(username, address):
                self._failures[key] = [*self._recent(key), self._clock()][-most:]
                self._failures.move_to_end(key)
            while len(self._failures) > _MOST_KEYS:
                self._failures.popitem(last=False)

    def succeeded(self, username: str, address: str) -> None:
        """Forgets the failures of this name from this address."""
        with self._lock:
            self._failures.pop(_keys(username, address)[0][0], None)

    def _recent(self, key: str) -> list[float]:
        since = self._clock() - WINDOW_SECONDS
        return [moment for moment in self._failures.get(key, ()) if moment > since]


def _keys(username: str, address: str) -> Sequence[tuple[str, int]]:
    name = username.strip().lower()[:60]
    return (f"pair:{name}@{address}", PAIR), (f"name:{name}", NAME), (f"address:{address}", ADDRESS)
