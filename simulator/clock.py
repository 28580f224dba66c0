"""The simulator's time of day, which a test may move forward."""

from __future__ import annotations

import time


class Clock:
    """Seconds since 1970, plus what `advance` was told. Time never runs backwards."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("time only moves forward")
        self._ahead += seconds
