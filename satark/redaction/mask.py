"""Tags in place of identifiers: what is cut out, and by what it is replaced."""

from __future__ import annotations

from dataclasses import dataclass

from satark.reading import Owner
from satark.redaction.identifiers import Identifier

_KIND_TAGS = {
    "phone": "phone", "digits": "id", "email": "email", "upi": "upi", "handle": "id", "account": "bank account",
    "ifsc": "bank account", "aadhaar": "aadhaar", "pan": "pan", "voter": "voter id", "licence": "id",
    "plate": "vehicle",
}  # fmt: skip


@dataclass(frozen=True)
class Cut:
    """text[start:end] gives way to `tag`; `outright` where the words themselves tell whose it is, beyond doubt."""

    start: int
    end: int
    tag: str
    outright: bool = False


def tag_of(kind: str, owner: Owner) -> str:
    """The tag for an identifier: `[reporter phone]`, or `[phone]` where the owner is not known."""
    return f"[reporter {_KIND_TAGS[kind]}]" if owner == "reporter" else f"[{_KIND_TAGS[kind]}]"


def apply(text: str, items: list[Identifier], cuts: list[Cut]) -> tuple[str, list[Identifier]]:
    """`text` with every cut made, and its identifiers where they stand then, the new tags among them. Of two cuts that
    overlap, the one that begins first (then the longer) is made."""
    pieces: list[str] = []
    kept: list[Identifier] = []
    position, shift = 0, 0
    rest = iter([*items, None])
    item = next(rest)
    for cut in [*sorted(cuts, key=lambda cut: (cut.start, -cut.end)), Cut(len(text), len(text), "")]:
        if cut.start < position:
            continue
        while item is not None and item.start < cut.end:
            if item.end <= cut.start:
                kept.append(Identifier(item.kind, item.start + shift, item.end + shift, item.value))
            item = next(rest)
        pieces += [text[position : cut.start], cut.tag]
        position = cut.end
        if cut.tag:
            kept.append(Identifier("tag", cut.start + shift, cut.start + shift + len(cut.tag), cut.tag))
        shift += len(cut.tag) - (cut.end - cut.start)
    return "".join(pieces), kept
