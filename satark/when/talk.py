"""What is only told, felt or suffered around an offence: talk to the police, reactions, what goes on after it."""

from __future__ import annotations

from satark.when.events import Event
from satark.when.lexicon import word_set
from satark.when.signs import Signs

LONGEST_CLAUSE = 40  # words before a verb that are looked at for its subject


def is_complained(event: Event, line: str, begin: int, signs: Signs) -> bool:
    """Whether a complaint is what was done; a photo or a number only where the verb is its own ("photo bheja")."""
    calls = word_set("calls")
    things = [
        at
        for at in range(begin, event.last)
        if line[at] == "t"
        and not calls & set(signs.words[at + 1 : at + 2])
        and signs.words[max(at - 1, 0)] not in ("without", "no")  # "a dumper without number dug our bund"
    ]
    return any(signs.words[place] not in word_set("evidence") or event.first - place <= _NEXT_TO for place in things)


_NEXT_TO = 2  # words between a thing and the verb of it


def is_telling(event: Event, signs: Signs) -> bool:
    """Whether what is to come is only told: "naam nahi batayenge", "they will tell you", "shikayat karni hai"."""
    words = signs.words[event.first : event.last]
    if signs.words[max(event.first - 1, 0)] in word_set("filings"):
        return True
    return any(word.startswith(("bata", "बता")) for word in words) or not word_set("telling").isdisjoint(words)


def is_reaction(event: Event, clause: str, verb: str, signs: Signs) -> bool:
    """Whether a present tells how people take what was done: "ghar me sab ro rahe hain", "log shak karte hain"."""
    words = signs.words[max(event.first - 2, 0) : event.last]
    if set("giqhbU") & set(verb):
        return not word_set("reactions_en").isdisjoint(signs.words[event.first : event.last])
    own = "M" in clause and not word_set("own_acts").isdisjoint(words)
    return own or not word_set("reactions").isdisjoint(words)


def is_aftermath(event: Event, begin: int, signs: Signs) -> bool:
    """Whether a present tells what follows on an offence ("ab dhamka rahe hain", "khule aam ghoom rahe hain"), or where
    someone lives."""
    words = signs.words[max(event.first - 1, 0) : event.last]
    if not (word_set("aftermath").isdisjoint(words) and word_set("vanished").isdisjoint(words)):
        return True
    rings = signs.words[event.first] in word_set("ringing") and signs.words[event.first - 1] in word_set("calls")
    living = not word_set("living").isdisjoint(signs.words[event.first : event.last])
    if rings or living or not word_set("pickups").isdisjoint(words):
        return True
    before = signs.words[max(begin - LONGEST_CLAUSE, 0) : begin]
    now = not word_set("by_now").isdisjoint(signs.words[begin : begin + 3])
    return bool(before) and now and word_set("formerly").isdisjoint(before)


def is_noise(event: Event, signs: Signs) -> bool:
    """Whether what was heard was the crime itself: "I heard a shot", "goli ki awaaz suni"."""
    if event.tense != "happened" or word_set("hearing").isdisjoint(signs.words[event.first : event.last]):
        return False
    return not word_set("noises").isdisjoint(signs.words[max(event.first - 3, 0) : event.last + 3])
