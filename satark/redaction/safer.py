"""Other words for a phrase by which the reporter could be recognised, and the text without it.

Rules only: what is said in place of a phrase says less than it, and never anything else.
"""

from __future__ import annotations

import regex

from satark.reading import IdentityRisk
from satark.redaction.lexicon import symbols_of
from satark.redaction.passage import Passage
from satark.redaction.risks import identity_risks

_PERSON = {"hi": "एक व्यक्ति", "hi-Latn": "ek vyakti", "en": "a person"}
_ONE = {"hi": "एक", "hi-Latn": "ek", "en": "a"}
_NEARBY = {"hi": "आसपास", "hi-Latn": "aas-paas", "en": "nearby"}
_TO = {"hi": "को", "hi-Latn": "ko", "en": ""}
_OF = {"hi": "के", "hi-Latn": "ke", "en": ""}
_PEOPLE = frozenset({"kinship", "family_member_of_accused", "neighbour"})
_THINGS = frozenset({"own_place", "own_property", "occupation"})
_AROUND = regex.compile(r"(?:pad[ao]s|paros|pad?aus|पड़ोस|neighbou?rhood)", flags=regex.IGNORECASE)
_ENGLISH = regex.compile(r"\b(?:my|our|us|i|of|the|am)\b", flags=regex.IGNORECASE)
_TAG = regex.compile(r"(?:\[[a-z ]+\][\s,]*)+")
_LOOSE_BLANKS = regex.compile(r"\s+(?=[,.;!?।])|(?<=\s)\s+")
_LOOSE_COMMA = regex.compile(r"^[\s,;]+|(?<=[,;])\s*,")


def is_left(risk: IdentityRisk) -> bool:
    """Whether words of the risk still stand: a tag alone stands for what is gone already."""
    return not _TAG.fullmatch(risk.text)


def shown(risk: IdentityRisk) -> str:
    """The words of a risk for whoever wrote them: an ellipsis for what is gone already."""
    return _TAG.sub("… ", risk.text).strip()


def tells_of_home(risks: tuple[IdentityRisk, ...]) -> bool:
    """Whether one of `risks` speaks of the house that the reporter lives in."""
    houses = symbols_of("house|tag_address")
    return any(
        risk.kind in ("own_place", "address") and any(symbol in houses for symbol in Passage(risk.text).symbols)
        for risk in risks
    )


def safer(risk: IdentityRisk) -> str | None:
    """What may be said in place of `risk.text`, in its own language and script: "mere ghar ke samne" becomes "ek ghar
    ke samne". None where only leaving it out helps."""
    passage = Passage(risk.text)
    words = _reworded(risk, passage, _language(risk.text))
    if words is None or words == risk.text or any(is_left(one) for one in identity_risks(words)):
        return None
    return words


def _language(text: str) -> str:
    if any("\u0900" <= letter <= "\u097f" for letter in text):
        return "hi"
    return "en" if _ENGLISH.search(text) else "hi-Latn"


def _reworded(risk: IdentityRisk, passage: Passage, language: str) -> str | None:
    first, symbols = passage.symbols[:1], passage.symbols
    mine = bool(first) and first in symbols_of("my|own")
    if risk.kind in _PEOPLE:
        around = any(_AROUND.fullmatch(passage.quote(index, index + 1)) for index in range(len(symbols)))
        persons = symbols_of("my|own|kin|near_kin|neighbour|tag|honorific")
        last = max((index for index, symbol in enumerate(symbols) if symbol in persons), default=None)
        if last is None or (not mine and first not in persons):
            return None
        return _joined(_NEARBY[language] if around else _PERSON[language], passage, last + 1)
    if risk.kind in _THINGS and mine:
        return _joined(_ONE[language], passage, 1)
    if risk.kind == "victim" and mine:
        return _joined(f"{_PERSON[language]} {_OF[language]}".strip(), passage, 1)
    if risk.kind == "victim" and first in symbols_of("me|eng_me"):
        return _joined(f"{_PERSON[language]} {_TO[language]}".strip(), passage, 1)
    return None


def _joined(beginning: str, passage: Passage, rest: int) -> str:
    return " ".join([beginning, *([passage.quote(rest, len(passage.words))] if rest < len(passage.words) else [])])


def replaced(text: str, phrase: str, words: str | None) -> str:
    """`text` with `words` wherever `phrase` stands; None leaves it out, with the case ending that hung on it."""
    if words is not None:
        return text.replace(phrase, words)
    while (start := text.find(phrase)) >= 0:
        end = start + len(phrase)
        rest = Passage(text[end:])
        hanging = 0
        while hanging < len(rest.symbols) and rest.symbols[hanging] in symbols_of("ko|ne|se|gen|in|on|saath"):
            hanging += 1
        end += rest.words[hanging - 1].end if hanging else 0
        text = text[:start] + " " + text[end:]
    return _LOOSE_COMMA.sub("", _LOOSE_BLANKS.sub("", text)).strip()
