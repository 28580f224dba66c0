"""What a verb tells: its tense, and how much it counts."""

from __future__ import annotations

from dataclasses import dataclass

from satark.reading import Tense

STRONG, MIDDLE, WEAK = 3, 2, 1
COPULAS = frozenset({"hai", "hain", "h", "hn", "ba", "baa", "hau", "है", "हैं", "बा", "हौ"})


@dataclass(frozen=True)
class Event:
    """A clause's verb: words `first`..`last` (exclusive) of the signs, its tense, and how much it counts (`STRONG`..0).
    `request`: something asked of the police, to be done yet. `quoted`: told as someone's words ("kehta hai ... denge").
    `state`: how things lie, not what is done ("rakha hai", "band hai"). `english`: its times come after it."""

    first: int
    last: int
    tense: Tense | None
    weight: int
    request: bool = False
    quoted: bool = False
    state: bool = False
    english: bool = False
