"""What builders of phrases share: the registry that ties them to the rules, and reading a rule's named words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from satark.when.lexicon import word_set
from satark.when.phrase import Clock, Phrase, Span
from satark.when.signs import Signs


@dataclass(frozen=True)
class Found:
    """A rule's match in the signs of a text."""

    match: re.Match[str]
    signs: Signs

    def has(self, name: str) -> bool:
        """Whether the pattern's group `name` exists and matched."""
        return name in self.match.re.groupindex and self.match.group(name) is not None

    def value(self, name: str) -> Any:
        """The value of the word that group `name` matched (its first word); None where it did not match."""
        return self.signs.values[self.match.start(name)] if self.has(name) else None

    def sign(self, name: str) -> str:
        """The sign's name of the word that group `name` matched; "" where it did not match."""
        return self.signs.names[self.match.start(name)] if self.has(name) else ""

    def around(self, offset: int) -> str:
        """The sign's name of the word `offset` words before (-1) or after (1, the next) the match; "" outside."""
        index = self.match.start() + offset if offset < 0 else self.match.end() + offset - 1
        return self.signs.names[index] if 0 <= index < len(self.signs.names) else ""

    def phrase(self, **slots: Any) -> Phrase:
        """A phrase over the words of this match."""
        first, last = self.match.span()
        return Phrase(first, last, spans=((first, last),), **slots)


Builder = Callable[[Found], "Phrase | None"]
BUILDERS: dict[str, Builder] = {}


def builds(name: str) -> Callable[[Builder], Builder]:
    """Registers a function as the builder of the rules called `name`. It gives None to refuse a match."""

    def register(builder: Builder) -> Builder:
        BUILDERS[name] = builder
        return builder

    return register


# Units that are so many of a smaller one.
_MULTIPLES = {"fortnight": ("week", 2), "half_month": ("day", 15), "decade": ("year", 10)}


def quantity(found: Found) -> tuple[float | None, float | None, bool]:
    """(lowest, highest, vague) of a QUANTITY: "do" 2, 2; "2-3" 2, 3; "saadhe teen" 3.5; "kai" None, None, vague.
    Fortnights are counted in weeks, decades in years."""
    low, high, rough = _amount(found)
    times = _MULTIPLES.get(str(found.value("unit")), ("", 1))[1]
    return low and low * times, high and high * times, rough


def _amount(found: Found) -> tuple[float | None, float | None, bool]:
    if found.has("frac"):
        amount = float(found.value("n") or 0) + float(found.value("frac"))
        return amount, amount, False
    if found.has("sole"):
        return 1 + float(found.value("sole")), 1 + float(found.value("sole")), False
    if found.has("more"):
        return float(found.value("more") or 0) + 0.5, float(found.value("more") or 0) + 0.5, False
    for name in ("half", "half2", "mixed", "one", "a"):
        if found.has(name):
            amount = float(found.value(name) or 0)
            return amount, amount, False
    if found.match.re.groupindex.get("one") is None:
        return 1, 1, False
    if found.has("low"):
        low, high = float(found.value("low") or 0), float(found.value("high") or 0)
        return min(low, high), max(low, high), True
    return None, None, True


_ENGLISH_UNITS = frozenset(
    {
        "minute",
        "min",
        "hour",
        "hr",
        "day",
        "week",
        "month",
        "year",
        "while",
        "mint",
        "sec",
        "time",
        "long time",
        "fortnight",
        "decade",
    }
)


def unit_of(found: Found) -> str:
    """The unit's name: minute, hour, day, week, month, year or time (a while)."""
    unit = str(found.value("unit"))
    return _MULTIPLES[unit][0] if unit in _MULTIPLES else unit


def span(found: Found, *, back: bool) -> Span | None:
    """The length of time a QUANTITY and UNITS name; None for amounts no one counts in."""
    low, high, _ = quantity(found)
    if found.has("a") and found.signs.words[found.match.start("unit")] not in _ENGLISH_UNITS:
        return None  # "in a salon", "in a saal grove"
    if low is not None and (low > 2000 or low < 0):
        return None
    return Span(unit_of(found), low, high, back)


def names_a_thing(found: Found) -> bool:
    """Whether the words of a match are part of a name: "March 8 brand", "Sunday Market", "Savera Lodge"."""
    last = found.match.end()
    after = found.signs.words[last : last + 1]
    if not after:
        return False
    if after[0] in word_set("brands"):
        return True
    if after[0] not in word_set("venues") or found.around(-1) in _TIME_BEFORE:
        return False
    word = found.signs.words[last - 1]
    return word in word_set("like_names") or (word.isascii() and word.endswith("day") and found.sign("wd") != "")


_TIME_BEFORE = frozenset({"REL", "WEEKDAY", "HAR", "LAST", "NEXT", "THIS", "ROZ", "TARIKH", "MONTH", "OFTEN"})


def is_title(found: Found) -> bool:
    """Whether English words of time open a capitalised name: "the Sunday Times", "near the Evening Star club"."""
    signs, first, last = found.signs, found.match.start(), found.match.end()
    if (
        found.around(1) not in ("X", "BAAR", "COUNT")
        or signs.words[first - 1 : first] != ["the"]
        or found.around(-2) == "PREP"
    ):
        return False
    if signs.text.isupper() or not signs.words[first].isascii():
        return False
    return all(signs.text[signs.starts[index]].isupper() for index in (first, last))


def vague(found: Found) -> bool:
    """Whether a QUANTITY is only roughly known ("2-3", "kuch")."""
    return quantity(found)[2]


def bare_clock(found: Found, number: str, mark: str) -> Clock | None:
    """The clock of BARE1 or BARE2 (`number` "1" or "2") with its mark; None where it cannot be a time of day."""
    meridiem = str(found.value(mark)) if found.sign(mark) == "MERIDIEM" else None
    if found.has(f"hm{number}"):
        hour, minute = found.value(f"hm{number}")
        clock = _clock(hour, minute, meridiem, "minute")
        return clock and with_zero(clock, found.signs.words[found.match.start(f"hm{number}")])
    if found.has(f"frac{number}"):
        minutes = round((float(found.value(f"n{number}") or 0) + float(found.value(f"frac{number}"))) * 60)
        return _clock(minutes // 60, minutes % 60, meridiem, "minute")
    if found.has(f"mixed{number}"):
        minutes = round(float(found.value(f"mixed{number}")) * 60)
        return _clock(minutes // 60, minutes % 60, meridiem, "minute") if minutes > 30 else None
    value = found.value(f"num{number}")
    return _clock(value, 0, meridiem, "hour") if isinstance(value, int) else None


def with_zero(clock: Clock, word: str) -> Clock:
    """`clock` as its digits say: "03:30" is written by the 24-hour clock, unless a part of the day is named."""
    return replace(clock, meridiem="0") if word.startswith(("0", "०")) and clock.meridiem is None else clock


def _clock(hour: int, minute: int, meridiem: str | None, grain: str) -> Clock | None:
    if not 0 <= hour <= 24 or (meridiem and hour > 23):
        return None
    if meridiem and hour <= 12:
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
        return Clock(hour, minute, meridiem, "minute" if grain == "minute" else "hour")
    certain = "24" if hour > 12 or hour == 0 else None
    return Clock(hour, minute, certain, "minute" if grain == "minute" else "hour")
