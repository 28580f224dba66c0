"""The phone numbers of a redacted text: masked ones by their tag, those left are the evidence."""

from __future__ import annotations

from satark.reading import Phone
from satark.redaction.passage import read


def phones(redacted_text: str) -> tuple[Phone, ...]:
    """Every phone of `redacted_text` in order: a tag gives owner `reporter` or `unknown` and no number; a number left
    gives owner `other` and its ten digits (abroad: `+` and all digits; None where digits are missing), once each."""
    found: list[Phone] = []
    seen: set[str] = set()
    for item in read(redacted_text).items:
        if item.value == "[reporter phone]":
            found.append(Phone(None, "reporter", item.value))
        elif item.value == "[phone]":
            found.append(Phone(None, "unknown", item.value))
        elif item.kind == "phone" and (not item.value or item.value not in seen):
            seen.add(item.value)
            found.append(Phone(item.value or None, "other", redacted_text[item.start : item.end]))
    return tuple(found)
