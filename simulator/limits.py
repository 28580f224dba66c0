"""How fast a business may write to one person."""

from __future__ import annotations

from .clock import Clock


class PairLimit:
    """A burst of `burst` messages to one person, then one every `interval` seconds (Meta: 45, 6 s; code 131056)."""

    def __init__(self, clock: Clock, burst: int, interval: float) -> None:
        self._clock = clock
        self._burst = burst
        self._interval = interval
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, handset_id: str) -> bool:
        """Uses up one message; False when none is left."""
        now = self._clock.now()
        left, since = self._left.get(handset_id, (float(self._burst), now))
        if self._interval > 0:
            left = min(float(self._burst), left + (now - since) / self._interval)
        if left < 1:
            self._left[handset_id] = (left, now)
            return False
        self._left[handset_id] = (left - 1, now)
        return True
