"""What the reporter must not be known by is taken out here, once, at the door; what convicts the accused stays whole.

Contract: section 6. `redact` works on the text alone, in all three scripts and dresses of Hindi and English.
`identity_risks` and `phones` read the redacted text and nothing else: what was removed cannot come back by them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from satark.reading import Phone
from satark.redaction.identifiers import Identifier, identifiers
from satark.redaction.mask import apply
from satark.redaction.passage import Passage, remember
from satark.redaction.phones import phones
from satark.redaction.risks import identity_risks
from satark.redaction.verdict import cuts
from satark.text import LONGEST_MESSAGE, normalise

__all__ = ["Redaction", "identity_risks", "phones", "redact"]

_MOST_PASSES = 8  # a tag set in one pass lets the next see more ("[reporter name], son of ..."); three is the rule
_MOST_READINGS = 4  # the text is read afresh until nothing more is found, so that redacting again changes nothing

# The last redacted text in which nothing more is found: the channel redacts what the model reads after it.
_settled: list[str] = []


@dataclass(frozen=True)
class Redaction:
    """A message without the reporter: `text` is normalised and tagged, `phones` are its numbers, `tags` those set, in
    order."""

    text: str
    phones: tuple[Phone, ...]
    tags: tuple[str, ...] = ()


def redact(text: str) -> Redaction:
    """Takes out what identifies the reporter, the kin, and victims who may not be named. Never raises on any string;
    `redact(redact(x).text).text == redact(x).text`."""
    text = _normal(text)
    if text in _settled:
        return Redaction(text, phones(text))
    tags: list[str] = []
    passage: Passage | None = None  # the last one read, where nothing was found in it any more
    for _ in range(_MOST_READINGS):
        before, items = text, identifiers(text)
        if passage is None or passage.text != text or passage.items != items:
            text, passage = _taken_out(text, items, tags)
            text = _shortened(text)
        if text == before:
            _settled[:] = [text]
            break
    if passage is not None and passage.text == text:
        remember(passage)
    return Redaction(text, phones(text), tuple(tags))


def _taken_out(text: str, items: list[Identifier], tags: list[str]) -> tuple[str, Passage | None]:
    """`text` with everything found in it cut, pass by pass, and its passage then; the tags set are added to `tags`."""
    for _ in range(_MOST_PASSES):
        passage = Passage(text, items)
        found = cuts(passage)
        if not found:
            return text, passage
        tags += [cut.tag for cut in sorted(found, key=lambda cut: cut.start)]
        text, items = apply(text, items, found)
    return text, None


def _normal(text: str) -> str:
    """`normalise` until it changes nothing: only letters that an invisible sign kept from composing, or a longer text
    than the longest, leave it something to do."""
    for _ in range(4):
        again = normalise(text)
        if again == text or (len(again) <= LONGEST_MESSAGE and unicodedata.is_normalized("NFC", again)):
            return again
        text = again
    return text


def _shortened(text: str) -> str:
    """Tags may be longer than what they replace; a tag is never cut in two at the longest message's end."""
    if len(text) <= LONGEST_MESSAGE:
        return text
    opened = text.rfind("[", LONGEST_MESSAGE - 24, LONGEST_MESSAGE)
    return text[: opened if opened > 0 and "]" not in text[opened:LONGEST_MESSAGE] else LONGEST_MESSAGE].rstrip()
