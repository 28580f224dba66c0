"""Phrases of lengths of time (ago, later, since), of recurrence and of now."""

from __future__ import annotations

from dataclasses import replace

from satark.when.builders import Found, builds, quantity, span, unit_of, vague
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Period, Phrase, Recurrence, Span
from satark.when.verbs import verb_form

_FREQUENCIES = {
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
_SHORT = ("minute", "hour")
_A_DAY_LONG = frozenset({"24", "chaubis", "चौबीस"})  # "24 ghante" is always, "24 ghante me" a length
_COUNTED = frozenset({"PREP", "WITHIN", "AGO", "SE", "LATER", "KE"})


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
    first, second = found.signs.words[found.match.start()], found.signs.names[found.match.start() + 1]
    only_long = first in ("for", "over") and second not in ("LAST", "PAST", "KE")
    return found.phrase(span=length, since=True, whole=only_long, approximate=vague(found))


@builds("since_now")
def since_now(found: Found) -> Phrase | None:
    """ "several weeks now"."""
    return since_counted(found) if found.signs.words[found.match.end() - 1] == "now" else None


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


@builds("every_counted")
def every_counted(found: Found) -> Phrase | None:
    """ "har 2 din", "every few days"."""
    low, _, rough = quantity(found)
    frequency = _FREQUENCIES.get(unit_of(found))
    if frequency == "HOURLY" and low and low != int(low):
        return found.phrase(recur=Recurrence("MINUTELY", round(low * 60), grain="minute"))
    if rough or low is None or low != int(low) or frequency is None:
        return found.phrase(recur=Recurrence(None, grain=unit_of(found)), approximate=rough)
    return found.phrase(recur=Recurrence(frequency, int(low), grain=unit_of(found)))


@builds("every_nth")
def every_nth(found: Found) -> Phrase | None:
    """ "har dusre din", "every alternate Friday"."""
    interval = found.value("nth")
    if not isinstance(interval, int):
        return None
    if found.has("part"):
        return found.phrase(recur=Recurrence("DAILY", interval, grain="daypart"), part=found.value("part"))
    if found.has("wd"):
        return found.phrase(recur=Recurrence("WEEKLY", interval, byday=(found.value("wd"),)))
    return found.phrase(recur=Recurrence(_FREQUENCIES.get(unit_of(found)), interval, grain=unit_of(found)))


@builds("alternate")
def alternate(found: Found) -> Phrase | None:
    """ "on alternate days"."""
    return every_nth(found) if found.signs.words[found.match.start()] == "alternate" else None


@builds("every_other")
def every_other(found: Found) -> Phrase | None:
    """ "ek din chhod ke", "do do din chhod kar": one more than is left out."""
    left_out = found.value("one") if found.has("one") else 1
    frequency = _FREQUENCIES.get(unit_of(found))
    if not isinstance(left_out, int) or frequency is None:
        return None
    return found.phrase(recur=Recurrence(frequency, left_out + 1, grain=unit_of(found)))


@builds("every_weekday")
def every_weekday(found: Found) -> Phrase:
    """ "har shukravar", "every Tuesday and Saturday"."""
    names, values = found.signs.names, found.signs.values
    days = {values[i] for i in range(*found.match.span()) if names[i] in ("WEEKDAY", "WEEKDAYISH")}
    return found.phrase(recur=Recurrence("WEEKLY", byday=tuple(sorted(days))))


@builds("every_same")
def every_same(found: Found) -> Phrase | None:
    """ "budh ke budh", "itwar ke itwar"."""
    day = found.value("first")
    return found.phrase(recur=Recurrence("WEEKLY", byday=(day,))) if day == found.value("last") else None


@builds("weekday_span")
def weekday_span(found: Found) -> Phrase:
    """ "every Monday to Friday", "har somvar se shanivar tak"."""
    first, last = found.value("first"), found.value("last")
    days = {day % 7 for day in range(first, first + (last - first) % 7 + 1)}
    return found.phrase(recur=Recurrence("WEEKLY", byday=tuple(sorted(days))))


@builds("event_part")
def event_part(found: Found) -> Phrase:
    """ "match ki raat": on such nights, by no rule."""
    return found.phrase(recur=Recurrence(None, grain="event"), part=found.value("part"))


@builds("event_day")
def event_day(found: Found) -> Phrase | None:
    """ "on every match day", "match ke din", "jis din match hota hai"."""
    first = found.signs.names[found.match.start()]
    if first == "KAL_PARTS" and found.signs.words[found.match.start()] not in word_set("on_which_days"):
        return None
    if first == "EVENT" and found.signs.words[found.match.end() - 1] not in (
        "day",
        "days",
        "din",
        "दिन",
        "dino",
        "दिनों",
    ):
        return None
    return found.phrase(recur=Recurrence(None, grain="event"))


@builds("every_festival")
def every_festival(found: Found) -> Phrase:
    """ "har Diwali", "every Holi"."""
    return found.phrase(recur=Recurrence("YEARLY", grain="year"))


@builds("every_part")
def every_part(found: Found) -> Phrase:
    """ "har raat", "every evening"."""
    return found.phrase(recur=Recurrence("DAILY", grain="daypart"), part=found.value("part"))


@builds("part_after_part")
def part_after_part(found: Found) -> Phrase | None:
    """ "night after night"."""
    same = found.value("part") == found.value("again") and found.signs.words[found.match.start() + 1] == "after"
    return every_part(found) if same else None


@builds("every_but")
def every_but(found: Found) -> Phrase | None:
    """ "every day except Tuesday", "mangal ko chhod ke roz", "Saturday and Sunday excepted"; not "somvar ko chhod ke
    bhaga", who left her on Monday."""
    names, values = found.signs.names, found.signs.values
    last = found.match.end() - 1
    leaves = names[last] == "SKIPPING" and found.signs.words[last].startswith(("ch", "छ"))
    if leaves and found.around(1) not in ("COMMA", "PART", "PLURAL_PART", "NUM", "FRAC"):
        return None
    left_out = {values[i] for i in range(*found.match.span()) if names[i] in ("WEEKDAY", "WEEKDAYISH")}
    days = tuple(day for day in range(7) if day not in left_out)
    return found.phrase(recur=Recurrence("WEEKLY", byday=days), part=found.value("part"))


@builds("every_unit")
def every_unit(found: Found) -> Phrase | None:
    """ "har hafte", "every month"."""
    unit = unit_of(found)
    return None if unit == "time" else found.phrase(recur=Recurrence(_FREQUENCIES.get(unit), grain=unit))


@builds("times_a_unit")
def times_a_unit(found: Found) -> Phrase | None:
    """ "hafte me do baar", "once a month": a rule can be written for once only."""
    unit = unit_of(found)
    times = found.value("n0") or 1 if found.has("a0") else quantity(found)[0]
    word = found.signs.words[found.match.end() - 1]
    if unit not in ("day", "week", "month", "year"):
        return None
    if times == 1 and "twice" not in found.signs.words[found.match.start() : found.match.end()] and word != "twice":
        return found.phrase(recur=Recurrence(_FREQUENCIES[unit], grain=unit))
    return found.phrase(recur=Recurrence(None, grain=unit))


@builds("daily")
def daily(found: Found) -> Phrase | None:
    """ "roz", "pratidin", "weekly"."""
    unit = str(found.value("roz"))
    if _A_DAY_LONG & set(found.signs.words[found.match.start()].split()) and found.around(1) in _COUNTED:
        return None
    if _is_periodical(found):
        return None
    part = "night" if found.signs.words[found.match.start()] == "nightly" else None
    return found.phrase(recur=Recurrence(_FREQUENCIES[unit], grain=unit), part=part)


def _is_periodical(found: Found) -> bool:
    """ "the weekly market": an adjective, where a noun follows."""
    if found.around(1) not in ("X", "COUNT") or found.signs.words[found.match.start()] not in word_set("periodicals"):
        return False
    return verb_form(found.signs.words[found.match.end()]) is None


@builds("often")
def often(found: Found) -> Phrase:
    """ "aksar", "hamesha", "often": recurring, by no rule."""
    return found.phrase(recur=Recurrence(None))


@builds("plural_part")
def plural_part(found: Found) -> Phrase:
    """ "raaton ko", "in the evenings"."""
    return found.phrase(recur=Recurrence("DAILY", grain="daypart"), part=found.value("part"))


@builds("weekday_list")
def weekday_list(found: Found) -> Phrase | None:
    """ "mangal aur shanivar ko": the days of a weekly rule. A single dash is a range ("Mon-Fri")."""
    names, values = found.signs.names, found.signs.values
    days = [values[i] for i in range(*found.match.span()) if names[i] in ("WEEKDAY", "WEEKDAYISH")]
    listed = [names[i] for i in range(*found.match.span())]
    if ("WEEKDAY" not in listed and len(days) < 3 and not set(days) <= {1, 2, 4, 5}) or found.around(1) == "SURNAME":
        return None
    night = found.around(1) == "KE" and found.around(2) == "PART"
    if listed.count("DASH") and len(days) == 2 and night and (days[1] - days[0]) % 7 == 1:
        return found.phrase(day=Day("weekday", days[0]))  # "shanivar-ravivar ki raat", one night
    if listed.count("DASH") and len(days) == 2:
        days = [day % 7 for day in range(days[0], days[0] + (days[1] - days[0]) % 7 + 1)]
    return found.phrase(recur=Recurrence("WEEKLY", byday=tuple(sorted(set(days))), grain="list"))


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


@builds("recent")
def recent(found: Found) -> Phrase | None:
    """ "haal hi me", "recently"; not "hall me", in a room."""
    if found.signs.words[found.match.start()].startswith("hall"):
        return None
    return found.phrase(now="recent", approximate=True)
