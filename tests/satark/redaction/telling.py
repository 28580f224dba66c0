"""What the tests of names and owners share: a passage with its identifiers found, found words put back as text, and
the names that the rules would cut."""

from __future__ import annotations

from satark.redaction.identifiers import identifiers
from satark.redaction.names import name_cuts
from satark.redaction.passage import Passage


def passage(text: str) -> Passage:
    """Reads `text` with the numbers and addresses that stand in it."""
    return Passage(text, identifiers(text))


def words(passage: Passage, found: set[int]) -> str:
    """The words of `passage` at the indices `found`, in their order, with a space between."""
    return " ".join(passage.quote(at, at + 1) for at in sorted(found))


def names(text: str) -> list[str]:
    """The names that the rules alone would cut from `text`, as they stand in it."""
    return [text[cut.start : cut.end] for cut in name_cuts(passage(text))]
