"""Training messages with their labels, and longer ones made by putting two together."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from satark.language import identify


@dataclass(frozen=True)
class Example:
    """`offences` is None where the labels do not say which there are: such a message teaches the intent only."""

    text: str
    intent: str
    offences: frozenset[str] | None


_language = lru_cache(maxsize=65_536)(identify)  # an example is joined to others several times

# Of two reports put together, how many tell of the same offences: a long message need not tell of more than one.
_SAME_MATTER = 0.5

# What two messages sent as one are for: first, second, both together, and how many to make of a thousand examples.
_TOGETHER = (
    ("report_offence", "report_offence", "report_offence", 180),
    ("report_offence", "inform", "report_offence", 45),
    ("inform", "report_offence", "report_offence", 25),
    ("greet", "report_offence", "report_offence", 20),
    ("report_offence", "ask_anonymity", "report_offence", 25),
    ("ask_anonymity", "report_offence", "report_offence", 8),
    ("report_offence", "thanks", "report_offence", 5),
    ("inform", "inform", "inform", 35),
    ("emergency", "inform", "emergency", 12),
    ("inform", "emergency", "emergency", 5),
    ("greet", "emergency", "emergency", 4),
    ("correct", "inform", "correct", 8),
    ("civic_complaint", "inform", "civic_complaint", 5),
    ("greet", "civic_complaint", "civic_complaint", 4),
    ("greet", "ask_how", "ask_how", 3),
    ("greet", "check_status", "check_status", 2),
    ("greet", "ask_anonymity", "ask_anonymity", 2),
    ("thanks", "goodbye", "thanks", 2),
)
_LINKS = {
    "hi": ("। ", ", ", " ", " और ", "\n", " साथ में "),
    "hi-Latn": (". ", ", ", " ", " aur ", "\n", " sath me "),
    "en": (". ", ", ", " and ", "\n", " also "),
}


def joined(examples: Sequence[Example], share: float = 1.0, seed: int = 0) -> list[Example]:
    """Pairs of one language as one message. People tell more at once than trainers write in a line: two offences, an
    offence with its place and time, a greeting first. `share` scales the number made; the same seed gives the same."""
    chance = random.Random(seed)
    drawers: dict[tuple[str, str], list[Example]] = defaultdict(list)
    matters: dict[tuple[frozenset[str], str], list[Example]] = defaultdict(list)  # reports by what they tell of
    languages = []
    for example in examples:
        language = _language(example.text)
        languages.append(language)
        drawers[example.intent, language].append(example)
        if example.intent == "report_offence" and example.offences:
            matters[example.offences, language].append(example)
    made = []
    for first, second, together, each_thousand in _TOGETHER:
        for _ in range(round(share * each_thousand * len(examples) / 1000)):
            language = chance.choice(languages)
            one, other = drawers.get((first, language)), drawers.get((second, language))
            if not one or not other:
                continue
            begun = chance.choice(one)
            if begun.offences and first == second and chance.random() < _SAME_MATTER:
                other = matters[begun.offences, language]
            made.append(_join(begun, chance.choice(other), together, chance.choice(_LINKS[language])))
    return made


def _join(one: Example, other: Example, intent: str, link: str) -> Example:
    offences = (one.offences or frozenset()) | (other.offences or frozenset())
    unknown = not offences and (one.offences is None or other.offences is None)
    return Example(one.text + link + other.text, intent, None if unknown else offences)
