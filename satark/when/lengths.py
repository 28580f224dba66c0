"""Phrases of lengths of time (ago, later, since), of recurrence and of now."""

from __future__ import annotations

from dataclasses import replace

from satark.when.builders import Found, builds, quantity, span, unit_of, vague
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Period, Phrase, Span

_SHORT = ("minute", "hour")


def _distance(found: Found, *, back: bool) -> Phrase | None:
    """A point so far away: hours and minutes from the minute of the message, longer units from its day."""
    length = span(found, back=back)
    if length is None or found.around(-1) == "NUMBERED":
        return None
    if length.unit == "time":
        return found.phrase(now="just" if back else "soon")
    if length.unit in _SHORT or length.low is None or length.low != int(length.low) or vague(found):
        return found.phrase(shift=length, approximate=vague(found))
    sign = -1 if back else 1
    return found.phrase(day=Day("ago", sign * length.low, unit=length.unit))


@builds("ago")
def ago(found: Found) -> Phrase | None:
    """ "3 din pehle", "aadha ghanta pehle", "10 min ago", "4 din ho gaye"; not "pehle ek hafta", at first."""
    opening = found.signs.words[found.match.start()]
    if found.signs.names[found.match.start()] == "AGO" and opening not in ("before", "back"):
        return None
    return _distance(found, back=True)


@builds("ago_or")
def ago_or(found: Found) -> Phrase | None:
    """ "an hour or two ago"."""
    low, high = found.value("low"), found.value("high")
    if not isinstance(low, int) or not isinstance(high, int) or not low < high <= 60 or unit_of(found) == "time":
        return None
    return found.phrase(shift=Span(unit_of(found), low, high), approximate=True)


@builds("ago_today")
def ago_today(found: Found) -> Phrase | None:
    """ "aaj se theek ek saal pehle"."""
    return _distance(found, back=True) if found.value("rel") == "0" else None


@builds("half_more")
def half_more(found: Found) -> Phrase | None:
    """ "an hour and a half ago"."""
    number = found.signs.values[found.match.start()]
    if not isinstance(number, int) or unit_of(found) not in ("minute", "hour"):
        return None
    return found.phrase(shift=Span(unit_of(found), number + 0.5, number + 0.5, found.sign("way") == "AGO"))


@builds("nights_ago")
def nights_ago(found: Found) -> Phrase | None:
    """ "two nights ago", "do raat pehle"."""
    low, _, rough = quantity(found)
    if low is None or low != int(low) or low > 60:
        return None
    return found.phrase(day=Day("ago", -low), part=found.value("part"), approximate=rough)


@builds("nights_since")
def nights_since(found: Found) -> Phrase | None:
    """ "for the past three nights", "teen raat se"."""
    names = found.signs.names[found.match.start() : found.match.end()]
    low, high, rough = quantity(found)
    opened = names[0] in ("FROM", "SINCE", "FOR") and {"LAST", "PASTQ", "PAST"} & set(names)
    lasted = names[0] == "FOR" and not opened and found.sign("part") == "PLURAL_PART"  # "for two nights"
    if not (opened or lasted or found.has("se")) or found.has("a") or (high or 0) > _MOST_NIGHTS:
        return None
    return found.phrase(span=Span("day", low, high), since=True, whole=lasted, approximate=rough)


_MOST_NIGHTS = 60


@builds("nights_in")
def nights_in(found: Found) -> Phrase | None:
    """ "teen raat me paanch gaayen"."""
    low, high, rough = quantity(found)
    if low is None or low < 2 or low != int(low) or (high or 0) > _MOST_NIGHTS or found.value("part") != "night":
        return None
    if found.signs.words[found.match.start("me")] not in ("me", "mein", "में", "मे", "in"):
        return None
    return found.phrase(span=Span("day", low, high, None), approximate=rough)


@builds("just_counted")
def just_counted(found: Found) -> Phrase | None:
    """ "ho gaye 4 din"."""
    return _distance(found, back=True)


@builds("later")
def later(found: Found) -> Phrase | None:
    """ "2 din baad", "in an hour"; Hindi "2 din me" too, but not "raat me 2 ghante"."""
    word = found.signs.words[found.match.start()]
    if found.signs.names[found.match.start()] == "PREP" and word != "in":
        return None
    if found.has("kai") and unit_of(found) == "time" and found.signs.names[found.match.start()] == "PREP":
        return None
    return _distance(found, back=False)


@builds("counted_in")
def counted_in(found: Found) -> Phrase | None:
    """ "do ghante me": within them, ahead or back by the verb's tense."""
    length = span(found, back=False)
    word = found.signs.words[found.match.start("me")]
    if (
        length is None
        or length.unit == "time"
        or length.low is None
        or word not in ("me", "mein", "में", "मे", "mei", "m")
    ):
        return None
    return found.phrase(span=replace(length, back=None), approximate=vague(found))


@builds("within")
def within(found: Found) -> Phrase | None:
    """ "2 din ke andar"."""
    length = span(found, back=False)
    return found.phrase(span=length) if length else None


@builds("within_counted")
def within_counted(found: Found) -> Phrase | None:
    """ "within 2 days"."""
    return within(found)


@builds("next_counted")
def next_counted(found: Found) -> Phrase | None:
    """ "agle 2 din me"."""
    return within(found)


@builds("since_counted")
def since_counted(found: Found) -> Phrase | None:
    """ "3 mahine se", "kai din se", "for two weeks", "from last 3 days"."""
    length = span(found, back=True)
    if length is None or found.around(-1) == "NUMBERED":
        return None
    if found.signs.words[found.match.end() : found.match.end() + 1] in (["each"], ["apiece"]):
        return None  # "for half hour each"
    if _is_age(found, length):
        return None
    first, second = found.signs.words[found.match.start()], found.signs.names[found.match.start() + 1]
    only_long = first in ("for", "over") and second not in ("LAST", "PAST", "KE")
    return found.phrase(span=length, since=True, whole=only_long, approximate=vague(found))


def _is_age(found: Found, length: Span) -> bool:
    """ "solah satrah saal se zyada ki nahi lagti", "umar 12 saal se kam": how old somebody is."""
    words, after = found.signs.words, found.match.end()
    if length.unit != "year" or not word_set("more") & set(words[after : after + 1]):
        return False
    return not word_set("of_age").isdisjoint(words[max(found.match.start() - 6, 0) : after + 5])


@builds("since_now")
def since_now(found: Found) -> Phrase | None:
    """ "several weeks now"."""
    return since_counted(found) if found.signs.words[found.match.end() - 1] == "now" else None


@builds("since_been")
def since_been(found: Found) -> Phrase | None:
    """ "it has been four months"."""
    words, at = found.signs.words, found.match.start()
    return since_counted(found) if words[at] == "been" and words[at - 1] in ("has", "its", "it's", "s") else None


@builds("since_loose")
def since_loose(found: Found) -> Phrase | None:
    """ "mahino se", "saalon se"; a single "mahine se" is no plural."""
    plurals = ("on", "o", "ों", "o̱n", "s")
    if found.has("plural"):
        word = found.signs.words[found.match.start("plural")]
        if not word.endswith(plurals) and found.value("plural") != "time":
            return None
        unit = str(found.value("plural"))
    else:
        unit = str(found.value("loose"))
    return found.phrase(span=Span(unit, None, None), since=True, approximate=True)


@builds("since_period")
def since_period(found: Found) -> Phrase | None:
    """ "since last week"."""
    if unit_of(found) not in ("week", "month", "year"):
        return None
    return found.phrase(period=Period(unit_of(found), -1), since=True)


@builds("last_counted")
def last_counted(found: Found) -> Phrase | None:
    """ "pichhle 3 din me", "last two weeks"."""
    length = span(found, back=True)
    return found.phrase(span=length, approximate=vague(found)) if length else None


@builds("now")
def now(found: Found) -> Phrase | None:
    """ "abhi", "right now"; not "the still", where liquor is made."""
    if found.signs.words[found.match.start()] == "still" and not word_set("determiners").isdisjoint(
        found.signs.words[found.match.start() - 1 : found.match.start()]
    ):
        return None
    return found.phrase(now="now")


@builds("just")
def just(found: Found) -> Phrase:
    """ "abhi abhi", "thodi der pehle"."""
    return found.phrase(now="just", approximate=True)


@builds("soon")
def soon(found: Found) -> Phrase:
    """ "thodi der me"."""
    return found.phrase(now="soon", approximate=True)


@builds("nowadays")
def nowadays(found: Found) -> Phrase:
    """ "aajkal", "these days"."""
    return found.phrase(now="nowadays", approximate=True)


_HALLS = frozenset({"hal me", "hal mein", "hal mei", "haal me", "हाल में", "हाल मे"})


@builds("recent")
def recent(found: Found) -> Phrase | None:
    """ "haal hi me", "recently"; not "hall me", "mandir wale hal me", in a room."""
    words = found.signs.words[found.match.start()]
    if words.startswith("hall") or (words in _HALLS and found.around(-1) == "KE"):
        return None
    return found.phrase(now="recent", approximate=True)
