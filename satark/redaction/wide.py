"""What the tagger sees of a word from further off: whom the sentence speaks of, and what its fragment is made of."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator

from satark.redaction.lexicon import symbols_of

# Whom a word points to; of a word in several, the first.
_WHO = (
    ("me", "my|i_nom|iam|me|eng_me|i_en|we_nom|tag_reporter|applicant|closing|imaybe&!in"),
    ("kin", "kin|near_kin|tag_relative"),
    ("they", "their|they|that|jis|who"),
    ("wrong", "suspect|doer|crime|threat|sexual|stolen|slip"),
    ("name", "given|surname|title"),
    ("agent", "ne"),
)
_SENTENCE_ENDS, _FRAGMENT_ENDS = "stop|newline", "stop|newline|comma|but|open_mark|close_mark"
_NAME = "given|surname|title|initials|honorific|cap&open"
_VERB = "is|am|iam|hoon|habit|came|goes|rah|calls_by|works|resident|doer"
_FAR = (1, 2, 6)  # distances in words that are told apart, and all beyond
_READ_AGAIN = 1_024  # sentences, as classes of words: a message is read in several passes

Names = tuple[str, ...]  # inputs


def seen_wide(symbols: str) -> list[list[Names]]:
    """For every word of a passage's `symbols`: its sentence, the nearest persons to either side, and its fragment; the
    inputs of each by themselves, as they come again and again."""
    rows: list[list[Names]] = [[] for _ in symbols]
    sentences = list(_pieces(symbols, _SENTENCE_ENDS))
    spoken = [_people(symbols[first:last]) for first, last in sentences]
    for number, (first, last) in enumerate(sentences):
        place = _place(number, len(sentences))
        before = spoken[number - 1] if number else "^"
        after = spoken[number + 1] if number + 1 < len(sentences) else "$"
        of_all = (f"s={place}", f"S={spoken[number]}", f"S<={before}", f"S>={after}")
        for row, nearest in zip(rows[first:last], _nearest(symbols[first:last]), strict=True):
            row += of_all, nearest
    fragments = list(_pieces(symbols, _FRAGMENT_ENDS))
    for number, (first, last) in enumerate(fragments):
        shape, people = _shape(symbols[first:last]), _people(symbols[first:last])
        made = (f"f={shape}", f"f={shape}|{_place(number, len(fragments))}", f"F={people}")
        for row in rows[first:last]:
            row.append(made)
    return rows


def _place(number: int, of: int) -> str:
    if of == 1:
        return "only"
    return "first" if number == 0 else "last" if number == of - 1 else "mid"


def _pieces(symbols: str, ends: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(f"[^{symbols_of(ends)}]+", symbols):
        yield match.span()


@functools.lru_cache(_READ_AGAIN)
def _people(piece: str) -> str:
    """Which persons a stretch speaks of, as one word."""
    return "".join(name[0] for name, classes in _WHO if re.search(f"[{symbols_of(classes)}]", piece)) or "0"


@functools.lru_cache(_READ_AGAIN)
def _shape(piece: str) -> str:
    names = len(re.findall(f"[{symbols_of(_NAME)}]", piece))
    verb = "v" if re.search(f"[{symbols_of(_VERB)}]", piece) else "n"
    made = "all" if names == len(piece) else "some" if names else "none"
    size = len(piece) if len(piece) <= 4 else 6 if len(piece) <= 6 else 9 if len(piece) <= 9 else 20
    return f"{made}{verb}{size}"


@functools.lru_cache(_READ_AGAIN)
def _nearest(piece: str) -> list[Names]:
    """For every word of a sentence how far off the nearest of each person stands, on either side."""
    rows: list[list[str]] = [[] for _ in piece]
    for name, classes in _WHO:
        kind = symbols_of(classes)
        for side, order in (("<", range(len(piece))), (">", range(len(piece) - 1, -1, -1))):
            seen = None
            for at in order:
                if seen is not None:
                    rows[at].append(f"{side}{name}{bisect.bisect_left(_FAR, abs(at - seen))}")
                if piece[at] in kind:
                    seen = at
    return [tuple(row) for row in rows]
