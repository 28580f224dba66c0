"""What the tests of names and owners share: a passage with its identifiers found, and found words put back as text."""

from __future__ import annotations

from satark.redaction.identifiers import identifiers
from satark.redaction.passage import Passage


def passage(text: str) -> Passage:
    """Reads `text` with the numbers and addresses that stand in it."""
    return Passage(text, identifiers(text))


def words(passage: Passage, found: set[int]) -> str:
    """The words of `passage` at the indices `found`, in their order, with a space between."""
    return " ".join(passage.quote(at, at + 1) for at in sorted(found))
