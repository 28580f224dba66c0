"""Whole messages that have one fixed meaning, as the files of `data/lexicon` list them: case, doubled letters and the
length of vowels do not matter."""

from __future__ import annotations

from functools import lru_cache

from satark.phonetics import skeleton
from satark.redaction.lexicon import spelling
from satark.settings import ROOT
from satark.tables import read_table
from satark.text import normalise, tokens

_MOST_AROUND = 200  # characters beside a place in a message that says nothing else


def meaning(lexicon: str, text: str) -> str | None:
    """The key of `data/lexicon/<lexicon>.yml` under which the whole of `text` is listed; None for any other text."""
    return _listed(lexicon).get(spelt(text))


def says(lexicon: str, text: str) -> str | None:
    """The key under which a phrase is listed that `text` holds, word for word, somewhere; None where it holds none."""
    words = f" {spelt(text)} "
    return next((key for phrase, key in _listed(lexicon).items() if f" {phrase} " in words), None)


@lru_cache(maxsize=16)
def _listed(lexicon: str) -> dict[str, str]:
    entries = read_table(ROOT / "data" / "lexicon" / f"{lexicon}.yml")
    return {spelt(said): key for key, phrases in entries.items() for said in phrases}


def spelt(text: str) -> str:
    """The words of a message in one spelling, with a space between each two."""
    return " ".join(spelling(token.text) for token in tokens(normalise(text)))


def is_only(part: str, text: str, district: str | None = None) -> bool:
    """Whether a message says nothing besides `part` of it, a place, and the `district` it lies in: what else it holds
    are words of `data/lexicon/bare.yml`."""
    if len(text) > len(part) + _MOST_AROUND:
        return False
    said, name = f" {spelt(text)} ", f" {spelt(part)} "
    around = said.replace(name, " ", 1).split()
    known = skeleton(district) if district else None
    return (
        bool(part)
        and name in said
        and all(_listed("bare").get(word) == "fillers" or skeleton(word) == known for word in around)
    )
