"""A training message with its labels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """`offences` is None where the labels do not say which there are: such a message teaches the intent only."""

    text: str
    intent: str
    offences: frozenset[str] | None
