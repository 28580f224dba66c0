"""Words that tell when it was: "last night", "quarter to nine" give nobody away, whatever stands beside them."""

from __future__ import annotations

from satark.redaction.lexicon import symbols_of
from satark.redaction.passage import Passage
from satark.when.grammar import read_phrases
from satark.when.signs import Signs, read_signs

_NEAR = 8  # words to either side that may belong to the same time
_BIRTH = 6  # words from "born" to the day
_NUMBERED = 3  # words from "house no" to what only looks like a date
_DAYS = ("day", "war", "vaar", "waar", "var", "वार")  # ends of weekdays that nobody is called by
# Signs of words that people are called by as well: Mangal, Sandhya.
_CALLED = frozenset({"WEEKDAY", "WEEKDAYISH", "FESTIVALISH", "MONTHISH", "PART", "PARTISH"})


def moments(passage: Passage, first: int, last: int) -> set[int]:
    """Those of words first..last-1 that tell a time, but of a birthday, and but for what may be a name."""
    begin, end = max(0, first - _NEAR), min(len(passage.words), last + _NEAR)
    offset = passage.words[begin].start
    signs = read_signs(passage.text[offset : passage.words[end - 1].end])
    found: set[int] = set()
    for phrase in read_phrases(signs):
        for start, stop in phrase.spans:
            start += _may_be_a_name(signs, start)
            if start < stop:
                words = passage.within(offset + signs.starts[start], offset + signs.ends[stop - 1])
                found.update(words if _is_when(passage, words.start) else ())
    return found & set(range(first, last))


def _may_be_a_name(signs: Signs, at: int) -> bool:
    """Whether the first word of a time is one that people are called by: "Mangal kal raat ...", "bahu Sandhya"."""
    word, dated = signs.words[at], at > 0 and signs.names[at - 1] == "REL"  # "kal sanjhi"
    return not dated and signs.names[at] in _CALLED and not word.endswith(_DAYS) and word not in _PLAIN


# Parts of the day, and days written short, that are no names.
_PLAIN = frozenset(
    "night nite evening morning mrng noon afternoon raat rat subah dopahar dopaher dupahar shaam sham bhor midnight "
    "रात सुबह दोपहर शाम भोर दुपहर mon tue wed thu fri sat sun".split()
)


def _is_when(passage: Passage, at: int) -> bool:
    """Whether nothing before word `at` makes it a birthday or the number of a house."""
    before = passage.symbols[max(0, at - _BIRTH) : at]
    born = any(symbol in symbols_of("birth") for symbol in before)
    return not born and not any(symbol in symbols_of("house|home") for symbol in before[-_NUMBERED:])
