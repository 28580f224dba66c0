"""Work shared out among all cores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from joblib import Parallel, cpu_count, delayed

Item = TypeVar("Item")
Made = TypeVar("Made")


def shared_out(work: Callable[[Sequence[Item]], Made], items: Sequence[Item]) -> list[Made]:
    """What `work` makes of each core's share of `items`, in their order: one process a core. Empty of no items."""
    share = max(1, -(-len(items) // cpu_count()))
    shares = [items[at : at + share] for at in range(0, len(items), share)]
    made: list[Made] = Parallel(n_jobs=cpu_count())(delayed(work)(some) for some in shares)
    return made
