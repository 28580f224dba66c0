"""What is counted by the day, week or month: prices, wages, tributes, trips. It tells no time of the offence."""

from __future__ import annotations

from satark.when.lexicon import word_set
from satark.when.phrase import Phrase
from satark.when.signs import Signs

_LEAST_SUM = 20  # a smaller number after "ka" is an hour or a count: "raat ka 2"
_LEAST_PRICE = 100  # of one night: "ek raat 12 baje" is an hour
_REACH = 5  # words from "pratidin" to "ke hisab se"
_OF = frozenset({"ka", "ke", "ki", "का", "के", "की"})
_WITHIN = frozenset({"me", "mein", "main", "में", "मे"})


def is_rate(phrase: Phrase, signs: Signs) -> bool:
    """Whether `phrase` only says by what something is counted: "500 per week", "mahine ka 8 hazar", "din me das
    chakkar", "Rs 3000 monthly"; not "roz 500 leta hai", which tells of every day."""
    if not phrase.said or not phrase.said <= {"recur", "part"} or len(phrase.spans) > 1:
        return False
    recur = phrase.recur
    if recur is not None and (recur.byday or recur.monthdays or recur.month or recur.grain == "event"):
        return False
    first, last, words = phrase.first, phrase.last, signs.words
    if words[last : last + 1] and words[last] in _OF and _is_sum(last + 1, signs):
        return True  # "hafte ka do hazar", "raat ka 3000"
    if recur is None:
        return _is_count(phrase, signs) or _is_each(phrase, signs)
    opening = words[first].split()[0]
    if opening == "per":
        return True
    if opening in word_set("pro_rata"):
        by_it = not word_set("by_rate").isdisjoint(words[last : last + _REACH])
        return by_it or _ends_sum(first, signs)
    return words[last - 1] in word_set("instalments") and _ends_sum(first, signs)


def _is_each(phrase: Phrase, signs: Signs) -> bool:
    """ "ek raat 2500", "2000 a night": what one of them costs."""
    first = phrase.first
    if phrase.last - first > 1 or not first:
        return False
    if signs.words[first - 1] in ("a", "per"):
        return _ends_sum(first - 1, signs)
    return signs.values[first - 1] == 1 and _is_sum(phrase.last, signs, _LEAST_PRICE)


def _is_count(phrase: Phrase, signs: Signs) -> bool:
    """ "din me pandrah chakkar", "din bhar me pachas pudiya": how much in a day."""
    words, names, last = signs.words, signs.names, phrase.last
    if names[phrase.first] not in ("DIN", "BHAR"):
        return False
    within = words[last - 1] in _WITHIN
    if not within and words[last : last + 1] and words[last] in _WITHIN:
        last, within = last + 1, True
    if not within or names[last : last + 1] != ["NUM"]:
        return False
    if "BHAR" in names[phrase.first : phrase.last]:
        return True
    while last < len(names) and names[last] in ("NUM", "DASH", "FRAC", "YA", "SE"):
        last += 1
    return last < len(words) and words[last] in word_set("trips")


def _is_sum(at: int, signs: Signs, least: int = _LEAST_SUM) -> bool:
    """Whether an amount of money begins at word `at`: "do hazar", "3000", "paanch sau"."""
    begin = at
    if _is_money(at, signs):
        return True  # "roz ka sau rupaya"
    while at < len(signs.names) and signs.names[at] in ("NUM", "FRAC"):
        at += 1
    if at == begin:
        return False
    return _is_money(at, signs) or _is_large(at - 1, signs, least)


def _ends_sum(at: int, signs: Signs) -> bool:
    """Whether an amount of money ends just before word `at`: "paanch sau rupaye", "Rs 3000"."""
    return at > 0 and (_is_money(at - 1, signs) or _is_large(at - 1, signs))


def _is_money(at: int, signs: Signs) -> bool:
    return at < len(signs.words) and signs.words[at] in word_set("sums")


def _is_large(at: int, signs: Signs, least: int = _LEAST_SUM) -> bool:
    value = signs.values[at]
    return signs.names[at] == "NUM" and isinstance(value, int | float) and value >= least
