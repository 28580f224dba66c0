"""Messages in which somebody marked whose is what: `{...}` gives the reporter away, `<...>` only looks as if it did.

One message a line, blank lines and lines that begin with # apart: `mai {Bechan} hu, <Lallan> juaa khelata hai`;
⏎ stands for a new line in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from satark.errors import SatarkError
from satark.text import normalise

_PIECE = re.compile(r"([{}<>])")
NEW_LINE = "⏎"
_CLOSED_BY = {"{": "}", "<": ">"}


class MarkError(SatarkError):
    """A line whose marks do not pair."""


@dataclass(frozen=True)
class Marked:
    """A normalised message; `own` and `evidence` are stretches (start, end) of its `text`."""

    text: str
    own: tuple[tuple[int, int], ...] = ()
    evidence: tuple[tuple[int, int], ...] = ()

    def quotes(self, spans: tuple[tuple[int, int], ...]) -> list[str]:
        """The words of these stretches."""
        return [self.text[start:end] for start, end in spans]


def marked_files(folder: Path) -> list[Marked]:
    """The messages of every .txt file of `folder`, in the order of names and lines. Raises `MarkError`, which names
    file and line."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    found.append(marked(line))
                except MarkError as error:
                    raise MarkError(f"{file.name}, line {number}: {error}") from error
    return found


def marked(line: str) -> Marked:
    """One marked message. A mark that is not closed, or stands within another, raises `MarkError`."""
    text, spans, opened = "", {"{": [], "<": []}, ""  # type: tuple[str, dict[str, list[tuple[int, int]]], str]
    start = 0
    for piece in _PIECE.split(normalise(line.replace(NEW_LINE, "\n"))):
        if piece in _CLOSED_BY:
            if opened:
                raise MarkError(f"a mark within another at {piece!r}")
            opened, start = piece, len(text)
        elif piece in _CLOSED_BY.values():
            if not opened or _CLOSED_BY[opened] != piece or len(text) == start:
                raise MarkError(f"{piece!r} closes nothing")
            spans[opened].append((start, len(text)))
            opened = ""
        else:
            text += piece
    if opened:
        raise MarkError(f"{opened!r} is never closed")
    return Marked(text, tuple(spans["{"]), tuple(spans["<"]))
