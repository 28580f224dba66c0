"""How much work a call is, as a count on which the machine's load has no say."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from typing import Any


def calls(function: Callable[..., Any], *arguments: Any) -> int:
    """How many functions are called while `function` runs."""
    profile = cProfile.Profile()
    profile.runcall(function, *arguments)
    return sum(entry.callcount for entry in profile.getstats())
