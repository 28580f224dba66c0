"""What the words around a phrase of time say of it: whose errand it was, which day is meant, whether it names the
matter itself."""

from __future__ import annotations

from satark.when.events import COPULAS, Event
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase
from satark.when.signs import Signs

NEAR_SUBJECT = 4  # words before a phrase in which its subject may stand
BARRIERS = frozenset({"COMMA", "AND"})
THAT = frozenset({"that", "कि"})  # open the words of another


def is_today(phrase: Phrase) -> bool:
    """ "aaj", "today"."""
    return bool(phrase.day and phrase.day.kind == "rel" and phrase.day.value == 0)


def is_of_another_day(phrase: Phrase, signs: Signs) -> bool:
    """ "usi shaam", "the same night": of a day that was not told."""
    return not word_set("that_very").isdisjoint(signs.words[max(phrase.first - 1, 0) : phrase.first])


def is_silent(event: Event | None) -> bool:
    """Whether a verb tells nothing of when: none, or talk ("... ki baat hai") that asks for nothing."""
    return event is None or (event.tense is None and not event.request)


def is_matter(phrase: Phrase, signs: Signs) -> bool:
    """ "5 din pahle ki baat hai", "parson raat ki ghatna"."""
    after = signs.words[phrase.last : phrase.last + 3]
    if signs.names[phrase.last - 1] == "KE":
        after = signs.words[phrase.last - 1 : phrase.last + 2]
    if after[:1] in (["ka"], ["ki"], ["का"], ["की"]) and after[1:2] and after[1] in COPULAS:
        return True  # "raat 11 baje ka hai"
    if after[:1] in (["ke"], ["के"]) and after[1:2] in (["ह"], ["ba"], ["बा"], ["हौ"], ["hau"], ["hawe"]):
        return True  # "parson ke ba"
    of = after[:1] in (["ki"], ["ke"], ["की"], ["के"])
    return (of and not word_set("matter").isdisjoint(after[1:])) or _is_matter_of_a_place(phrase, signs)


def _is_matter_of_a_place(phrase: Phrase, signs: Signs) -> bool:
    """ "kal raat Kerakat bazar ki baat hai": between them stands where it was."""
    words = signs.words[phrase.last : phrase.last + _PLACE + 3]
    for at in range(1, len(words) - 2):
        if signs.names[phrase.last + at - 1] in ("STOP", "COMMA"):
            return False
        if words[at] in ("ki", "की") and words[at + 1] in word_set("matter") and words[at + 2] in COPULAS:
            return True
    return False


_PLACE = 4  # words that may name it


def is_errand(phrase: Phrase, event: Event, signs: Signs) -> bool:
    """Whether the reporter's own people only went about their day then: "papa subah 4 baje khet gaye the"."""
    if event.tense != "happened" or signs.words[event.first] not in word_set("errands"):
        return False
    if signs.words[event.last : event.last + 1] == ["missing"]:
        return False
    first = min(phrase.first, event.first)
    around = signs.words[max(first - NEAR_SUBJECT, 0) : event.first]
    if not word_set("doers").isdisjoint(around):
        return False
    return not (word_set("own_people") | word_set("homeward")).isdisjoint(around)
