"""Tags in place of identifiers: what is cut out, and by what it is replaced."""

from __future__ import annotations

from dataclasses import dataclass

from satark.reading import Owner

_KIND_TAGS = {
    "phone": "phone", "digits": "id", "email": "email", "upi": "upi", "handle": "id", "account": "bank account", "ifsc": "bank account",
    "aadhaar": "aadhaar", "pan": "pan", "voter": "voter id", "licence": "id", "plate": "vehicle",
}  # fmt: skip


@dataclass(frozen=True)
class Cut:
    """text[start:end] gives way to `tag`."""

    start: int
    end: int
    tag: str


def tag_of(kind: str, owner: Owner) -> str:
    """The tag for an identifier: `[reporter phone]`, or `[phone]` where the owner is not known."""
    return f"[reporter {_KIND_TAGS[kind]}]" if owner == "reporter" else f"[{_KIND_TAGS[kind]}]"


def apply(text: str, cuts: list[Cut]) -> str:
    """`text` with every cut made; of two that overlap, the one that begins first (then the longer) is made."""
    pieces: list[str] = []
    position = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if cut.start < position:
            continue
        pieces += [text[position : cut.start], cut.tag]
        position = cut.end
    pieces.append(text[position:])
    return "".join(pieces)
