"""Trouble on demand: what should go wrong, where, and how many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from .errors import CODES

# place: the faults that can be asked for there
PLACES: dict[str, frozenset[str]] = {
    "send": frozenset({"http_500", "http_429", "slow", "drop", "drop_after", "error", "fail_status"}),
    "media": frozenset({"http_500", "http_429", "slow", "drop", "error", "corrupt"}),
    "webhook": frozenset({"duplicate", "batch", "bad_signature", "bad_item"}),
}

BATCH_SHAPES = ("changes", "entries", "messages")


@dataclass
class Fault:
    """One kind of trouble, `count` times. `seconds` is for slow, `code` for error and fail_status,
    `size` and `shape` (changes, entries, messages) for batch."""

    kind: str
    place: str = "send"
    count: int = 1
    seconds: float = 1.0
    code: int = 131000
    size: int = 2
    shape: str = "changes"

    def __post_init__(self) -> None:
        if self.place not in PLACES or self.kind not in PLACES[self.place]:
            known = "; ".join(f"{place}: {', '.join(sorted(kinds))}" for place, kinds in PLACES.items())
            raise ValueError(f"no fault {self.kind!r} at {self.place!r} (known: {known})")
        if self.count < 1 or self.size < 1 or self.seconds < 0:
            raise ValueError("count and size are at least 1, seconds at least 0")
        if self.code not in CODES:
            raise ValueError(f"unknown error code {self.code}")
        if self.shape not in BATCH_SHAPES:
            raise ValueError(f"shape must be one of {', '.join(BATCH_SHAPES)}")

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Fault:
        """Reads the body of POST /sim/faults. Raises ValueError or TypeError."""
        place = asked.get("place")
        if place is None:
            place = next((name for name, kinds in PLACES.items() if asked.get("kind") in kinds), "send")
        return cls(**{**asked, "place": place})


class FaultPlan:
    """The faults still to come, each used up in the order in which it was asked for."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def take(self, place: str, *kinds: str) -> Fault | None:
        """The next fault due at a place (of these kinds, if any are named), counted down by one."""
        for fault in self._faults:
            if fault.place == place and (not kinds or fault.kind in kinds):
                fault.count -= 1
                if fault.count == 0:
                    self._faults.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self._faults.clear()

    def view(self) -> list[dict[str, Any]]:
        return [asdict(fault) for fault in self._faults]
