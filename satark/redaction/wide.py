"""What the tagger sees of a word from further off: whom the sentence speaks of, and what its fragment is made of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from satark.redaction.lexicon import FIRST_SYMBOL, lexicon, symbols_of

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

# Inputs: of each person, on either side, each distance.
NEAREST = tuple(f"{side}{name}{far}" for name, _ in _WHO for side in "<>" for far in range(len(_FAR) + 1))

Ints = npt.NDArray[np.int64]
Names = tuple[str, ...]  # inputs


class Seen(NamedTuple):
    """What is seen of words first..last-1, of each the same."""

    first: int
    last: int
    names: Names


def seen_wide(symbols: str) -> Iterator[Seen]:
    """Of the words of a passage's `symbols` what is told of their sentences, then of their fragments."""
    sentences = list(_pieces(symbols, _SENTENCE_ENDS))
    spoken = [_people(symbols[first:last]) for first, last in sentences]
    for number, (first, last) in enumerate(sentences):
        place = _place(number, len(sentences))
        before = spoken[number - 1] if number else "^"
        after = spoken[number + 1] if number + 1 < len(sentences) else "$"
        of_all = (f"s={place}", f"S={spoken[number]}", f"S<={before}", f"S>={after}")
        yield Seen(first, last, of_all)
    fragments = list(_pieces(symbols, _FRAGMENT_ENDS))
    for number, (first, last) in enumerate(fragments):
        shape, people = _shape(symbols[first:last]), _people(symbols[first:last])
        yield Seen(first, last, (f"f={shape}", f"f={shape}|{_place(number, len(fragments))}", f"F={people}"))


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


def nearest(symbols: str) -> Ints:
    """(n, 2 persons): to either side of every word how far off the nearest of each person stands in its sentence, as a
    row of `NEAREST` and one more; nought where there is none."""
    codes = np.frombuffer(symbols.encode("utf-32-le"), np.uint32) - ord(FIRST_SYMBOL)
    *who, ends = _whom()[:, codes]
    kinds = np.array(who).T
    back = np.stack([_behind(kinds, ends), _behind(kinds[::-1], ends[::-1])[::-1]], axis=2).reshape(len(symbols), -1)
    rows = np.searchsorted(_FAR, back) + 1 + np.arange(back.shape[1]) * (len(_FAR) + 1)
    return np.where(back > 0, rows, 0)


def _behind(kinds: npt.NDArray[np.bool_], ends: npt.NDArray[np.bool_]) -> Ints:
    """(n, kinds): how many words back in its sentence the nearest word of a kind stands; nought where none does."""
    at = np.arange(len(kinds))
    last = np.maximum.accumulate(np.where(kinds, at[:, None], -1), axis=0)
    last = np.concatenate([np.full((1, kinds.shape[1]), -1), last[:-1]])
    begun = np.maximum.accumulate(np.where(ends, at + 1, 0))
    within = (last >= begun[:, None]) & ~ends[:, None]
    return np.where(within, at[:, None] - last, 0)


@functools.cache
def _whom() -> npt.NDArray[np.bool_]:
    """(persons and one, symbols): which symbols point to each person; in the last row those that end a sentence."""
    asked = [*(classes for _, classes in _WHO), _SENTENCE_ENDS]
    return np.array(
        [[symbol in frozenset(symbols_of(classes)) for symbol in lexicon().symbols.values()] for classes in asked]
    )
