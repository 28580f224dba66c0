"""Phrases of recurrence: how often, on which days, and which days are left out."""

from __future__ import annotations

from satark.when.builders import Found, builds, quantity, unit_of
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Phrase, Recurrence
from satark.when.verbs import verb_form

_FREQUENCIES = {
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
_A_DAY_LONG = frozenset({"24", "chaubis", "चौबीस"})  # "24 ghante" is always, "24 ghante me" a length
_COUNTED = frozenset({"PREP", "WITHIN", "AGO", "SE", "LATER", "KE"})


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
