"""Safer words for a phrase by which the reporter could be recognised. They say less than the phrase, never more."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import regex
import yaml

from satark.reading import IdentityRisk
from satark.redaction.passage import Passage, rule

_FILE = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "safer.yml"
_PERSONS = frozenset({"family_member_of_accused", "kinship", "neighbour"})
_THINGS = frozenset({"own_place", "own_property"})
_MINE = "(?P<mine> <my|own> )"
_NAMED = f"{_MINE} <!stop>{{0,3}} <kin|neighbour> (?P<name> <given|surname|open>{{1,3}} ) $"
_COUNTED = f"{_MINE} <number_word|num>"
_PLURAL = re.compile(r"[a-z]{2,}[^s\W]s$", re.IGNORECASE)


@functools.cache
def _words() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return table


def reworded(text: str, risk: IdentityRisk) -> str | None:
    """`text` with every occurrence of the risk's phrase in safer words of its own language and script, or None where
    no rule makes the phrase safer: then it can only be left out or kept."""
    safer = _safer(risk)
    if safer is None:
        return None
    if risk.kind == "own_place":
        some = _words()["some"][_language(risk.text)]
        text = _standing(risk.text, rf"\s+(?:{'|'.join(_words()['those_by_it'])})").sub(lambda _: some, text)
    return _standing(risk.text).sub(lambda _: safer, text)


def left_out(text: str, risk: IdentityRisk) -> str:
    """`text` without the risk's phrase; empty where nothing else was said."""
    rest = re.sub(r"[ \t]{2,}", " ", _standing(risk.text).sub("", text))
    rest = re.sub(r"\s+(?=[,.!?।])", "", rest)
    return regex.sub(r"^[\s,.!?।]+|[\s,]+$", "", rest)


def _safer(risk: IdentityRisk) -> str | None:
    passage = Passage(risk.text)
    mine = rule(_MINE).pattern.match(passage.symbols)
    if mine is None or risk.kind not in _PERSONS | _THINGS:
        return None
    language = _language(risk.text)
    if risk.kind in _PERSONS:
        named = rule(_NAMED).pattern.match(passage.symbols)
        return passage.quote(*named.span("name")) if named else str(_words()["somebody"][language])
    rest = passage.quote(1, len(passage.words)) if len(passage.words) > 1 else ""
    if not rest:
        return None
    if rule(_COUNTED).pattern.match(passage.symbols) or (language == "en" and _PLURAL.search(rest)):
        return rest
    some = _words()["some"][language]
    return f"{'an' if language == 'en' and rest[0].lower() in 'aeiou' else some} {rest}"


def _language(phrase: str) -> str:
    if regex.search(r"\p{Devanagari}", phrase):
        return "hi"
    return "en" if phrase.split()[0].lower() in _words()["english_possessives"] else "hi-Latn"


def _standing(phrase: str, then: str = "") -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}]){regex.escape(phrase)}{then}(?![\p{{L}}\p{{M}}\p{{N}}])")
