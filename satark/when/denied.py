"""Times that are taken back or told of nothing: "shanivar ko nahi itwar ko", "aaj tak", "usi shaam"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from satark.when.asides import is_matter, is_of_another_day, is_today
from satark.when.lexicon import word_set
from satark.when.phrase import Phrase, Recurrence
from satark.when.signs import Signs

_WRONG = frozenset({"galat", "galti", "गलत", "गलती", "wrong", "wrongly", "mistake"})  # "mangal galat likh gaya, budh"
_SO_FAR = (" tak", " tk", "abtak", " तक", "अबतक")
_PAUSES = re.compile(r"[.,!?।;…\n-]+$")
_NOT, _SLIP = 3, 5  # words between a time taken back and the right one


def drop_denied(phrases: list[Phrase], signs: Signs) -> list[Phrase]:
    """`phrases` without one that is taken back: "shanivar ko nahi itwar ko", "not Saturday. ... Thursday"."""
    kept, negations = [], word_set("negations")
    for phrase, follower in zip_longest(phrases, phrases[1:]):
        if signs.words[phrase.first - 1 : phrase.first] == ["not"] and _has_rival(phrase, phrases):
            continue  # "it is not Holi, it is every Tuesday"
        after = signs.words[phrase.last : phrase.last + 2]
        if (
            after[:1]
            and after[0] in word_set("negations")
            and after[1:] == [","]
            and phrase.day
            and _has_other_day(phrase, phrases)
        ):
            continue  # "pichhle mangal nahi, usse pehle wale ko"
        if phrase.said == {"now"} and len(phrases) > 1 and _is_no_longer(phrase, signs):
            continue
        if phrase.said == {"day", "bound"} and phrase.bound == "until" and is_today(phrase):
            continue  # "aaj tak paisa nahi mila"
        if phrase.said == {"now"} and _is_of_age(phrase, signs):
            continue
        if phrase.now == "soon" and signs.names[phrase.last : phrase.last + 1] == ["LATER"]:
            continue  # "soon after the flag hoisting"
        if phrase.said == {"part"} and is_of_another_day(phrase, signs) and not _has_other_day(phrase, phrases):
            continue
        relative = signs.words[max(phrase.first - 1, 0) : phrase.first] in (["jis"], ["जिस"])
        if phrase.said <= {"part", "since"} and (
            relative or ("since" in phrase.said and is_of_another_day(phrase, signs))
        ):
            continue  # "aaj haath dikha ... usi raat se nahi dikha jis raat jhagda hua"
        if phrase.said == {"now"} and len(phrases) > 1 and signs.words[phrase.first].endswith(_SO_FAR):
            continue  # "ab tak wapas nahi aayi. agle mahine ..."
        if (
            is_matter(phrase, signs)
            and word_set("negations") & set(signs.words[phrase.last : phrase.last + 4])
            and len(phrases) > 1
        ):
            continue  # "kal ki baat nahi hai"
        between = signs.words[phrase.last : follower.first] if follower else []
        told = [word for word in between if not _PAUSES.match(word)]  # "kal raat... nahi nahi, parson raat"
        denied = negations & set(told) if len(told) <= _NOT else frozenset()
        mended = denied or _WRONG & set(between[:_NOT])
        if not (mended and len(between) <= _SLIP and follower and _alike(phrase, follower)):
            kept.append(_rested(phrase, signs))
    return kept


def _rested(phrase: Phrase, signs: Signs) -> Phrase:
    """ "roz shaam 4 se 6, itwar ko nahi": daily but on that day."""
    day, recur = phrase.day, phrase.recur
    if recur is None or recur.freq != "DAILY" or day is None or day.kind != "weekday":
        return phrase
    if word_set("shut").isdisjoint(signs.words[phrase.last : phrase.last + 2]):
        return phrase
    others = tuple(one for one in range(7) if one != day.value)
    return replace(phrase, day=None, recur=Recurrence("WEEKLY", byday=others))


def _is_of_age(phrase: Phrase, signs: Signs) -> bool:
    """ "abhi 12 ki hai": how old one is by now; not "abhi 5 saal ki bachchi ko le gaya"."""
    after = signs.words[phrase.last : phrase.last + 6]
    aged = signs.names[phrase.last : phrase.last + 1] == ["NUM"] and not _AGED.isdisjoint(after[1:3])
    return aged and word_set("object_mark").isdisjoint(after[3:])


_AGED = frozenset({"ki", "ka", "ke", "की", "का", "के", "saal", "sal", "साल", "baras", "baris", "बरिस", "बरस"})


def _has_rival(phrase: Phrase, phrases: list[Phrase]) -> bool:
    """Whether another phrase tells a time of the same kind, or a habit where this one is a day."""
    others = [one for one in phrases if one is not phrase]
    return any(_alike(phrase, one) or (phrase.said == {"day"} and one.recur) for one in others)


def _has_other_day(phrase: Phrase, phrases: list[Phrase]) -> bool:
    return any(one.day for one in phrases if one is not phrase)


def _is_no_longer(phrase: Phrase, signs: Signs) -> bool:
    """ "abhi nahi chal raha, kal ki baat hai", "it's not happening now"."""
    before, after = signs.words[max(phrase.first - 2, 0) : phrase.first], signs.words[phrase.last : phrase.last + 1]
    return "not" in before or bool(word_set("negations") & set(after))


def _alike(one: Phrase, other: Phrase) -> bool:
    """Whether both name a time of one kind: a day, week or month; or the same slots."""
    return one.said == other.said or one.said | other.said == {"day", "period"}
