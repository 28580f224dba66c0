"""Phrases that name a day, a week, a month or a year."""

from __future__ import annotations

from satark.when.builders import Found, builds, is_title, names_a_thing, unit_of
from satark.when.events import COPULAS
from satark.when.lexicon import word_set
from satark.when.phrase import Day, Period, Phrase, Recurrence

SHIFTS = {"LAST": -1, "LAST2": -2, "PASTQ": -1, "NEXT": 1, "THIS": 0}


def _number(found: Found, name: str) -> int | None:
    """A day of the month, from a number or an ordinal."""
    value = found.value(name)
    return value if isinstance(value, int) and 1 <= value <= 31 else None


def _year(found: Found) -> int | None:
    value = found.value("year")
    return value if isinstance(value, int) and 1990 <= value < 2100 else None


def shift_of(found: Found) -> int | None:
    return SHIFTS[found.sign("which")] if found.has("which") else None


@builds("full_date")
def full_date(found: Found) -> Phrase | None:
    """ "12/10/2026", "12-10-26", "2026-10-12"; not a day of birth."""
    first = found.match.start()
    if not word_set("births").isdisjoint(found.signs.words[max(first - _BIRTH, 0) : first]):
        return None
    index = next(i for i in range(*found.match.span()) if found.signs.names[i] == "DMY")
    day, month, year = found.signs.values[index]
    return found.phrase(day=Day("date", day, month=month, year=year))


_BIRTH = 4  # words from "date of birth" to the date


@builds("date_range")
def date_range(found: Found) -> Phrase | None:
    """ "12 se 15 October", "12-13 अगस्त"."""
    start, end = _number(found, "d1"), _number(found, "d2")
    if start is None or end is None:
        return None
    month, year = found.value("month"), _year(found)
    first, last = found.match.span()
    until = Phrase(first, last, day=Day("date", end, month=month, year=year))
    return found.phrase(day=Day("date", start, month=month, year=year), until=until)


@builds("date_pair")
def date_pair(found: Found) -> Phrase | None:
    """ "12/13 July ki raat"."""
    start, end = (int(part) for part in found.signs.words[found.match.start("pair")].split("/"))
    if not start < end <= 31:
        return None
    month, year = found.value("month"), _year(found)
    first, last = found.match.span()
    until = Phrase(first, last, day=Day("date", end, month=month, year=year))
    return found.phrase(day=Day("date", start, month=month, year=year), until=until)


@builds("date_range_number")
def date_range_number(found: Found) -> Phrase | None:
    """ "10 se 12 tarikh"."""
    start, end = _number(found, "d1"), _number(found, "d2")
    if start is None or end is None or start >= end:
        return None
    first, last = found.match.span()
    return found.phrase(day=Day("date", start), until=Phrase(first, last, day=Day("date", end)))


@builds("date_range_of_month")
def date_range_of_month(found: Found) -> Phrase | None:
    """ "from 10th to 13th of this month"."""
    start, end = _number(found, "d1"), _number(found, "d2")
    if start is None or end is None or start >= end or unit_of(found) != "month":
        return None
    first, last = found.match.span()
    until = Phrase(first, last, day=Day("date", end, which=shift_of(found)))
    return found.phrase(day=Day("date", start, which=shift_of(found)), until=until)


@builds("day_month")
def day_month(found: Found) -> Phrase | None:
    """ "12 October", "15 अगस्त 2026", "3rd of May", "the second of May"."""
    day = _number(found, "day")
    if found.sign("day") == "ORDINAL2" and found.signs.words[found.match.start("day")] not in word_set("ordinals"):
        return None  # "every other ...", "dusre ke ..."
    if day is None or names_a_thing(found):
        return None
    if found.has("year") and _year(found) is None:
        return None
    dead = found.has("month") and found.signs.words[found.match.start("month")] == "mar"
    if dead and not word_set("died").isdisjoint(found.signs.words[found.match.end() : found.match.end() + 1]):
        return None  # "5 mar gaye"
    month = found.signs.words[found.match.start("month")] if found.has("month") else ""
    if month == "mai" and found.sign("day") == "NUM" and not found.signs.words[found.match.start("day")].isdigit():
        return None  # "mai ek garib aadmi hu"
    people = found.sign("month") == "MONTHISH" and found.signs.words[found.match.start("month")] in ("jan", "mar")
    if people and found.sign("day") == "NUM" and not found.signs.words[found.match.start("day")].isdigit():
        return None  # "chaar jan", four people
    return found.phrase(day=Day("date", day, month=found.value("month"), year=_year(found)))


@builds("weekday_date")
def weekday_date(found: Found) -> Phrase | None:
    """ "Monday the 13th", "Thursday, 11th of June": the date tells which one."""
    day = _number(found, "day")
    word = found.signs.words[found.match.start("day")]
    if day is None or word.endswith(_HINDI_NTH) or word in ("first", "last") or found.around(1) == "UNIT":
        return None
    return found.phrase(day=Day("date", day, month=found.value("month"), year=_year(found)))


@builds("month_day")
def month_day(found: Found) -> Phrase | None:
    """ "Oct 12", "October ki 5 tarikh", "October 12, 2026"."""
    return day_month(found)


@builds("day_of_period")
def day_of_period(found: Found) -> Phrase | None:
    """ "pichhle mahine ki 5 tarikh"."""
    day = _number(found, "day")
    tail = found.signs.names[found.match.end() - 1]
    word = found.signs.words[found.match.end() - 1]
    told = tail == "TARIKH" or word in ("ko", "को") or (tail == "ORD" and word[0].isdigit())  # "last month on 14th"
    if day is None or unit_of(found) != "month" or not told:
        return None
    return found.phrase(day=Day("date", day, which=shift_of(found)))


def _nth(found: Found) -> int | None:
    """Which one of a month: "pehle" 1, "dusre" 2, "last" -1."""
    sign = found.sign("nth")
    value = {"AGO": 1, "LAST": -1}.get(sign, found.value("nth"))
    return value if value in (-1, 1, 2, 3, 4) else None


@builds("last_day")
def last_day(found: Found) -> Phrase | None:
    """ "the last day of October", "march ke aakhri din": the one before the first of the next month."""
    if found.has("unit") and unit_of(found) != "day":
        return None
    if found.sign("nth") == "ORD" and found.value("nth") != -1:
        return None
    return found.phrase(day=Day("date", 1, month=int(found.value("month")) % 12 + 1, plus=-1))


@builds("week_of_month")
def week_of_month(found: Found) -> Phrase | None:
    """ "first week of November", "march ke dusre hafte"."""
    nth = _nth(found)
    if unit_of(found) != "week" or nth is None:
        return None
    return found.phrase(period=Period("week", month=found.value("month"), nth=nth))


@builds("week_of_period")
def week_of_period(found: Found) -> Phrase | None:
    """ "pichhle mahine ke aakhri hafte", "the first week of this month"."""
    nth = _nth(found)
    if unit_of(found) != "month" or found.value("week") != "week" or nth is None:
        return None
    return found.phrase(period=Period("week", shift_of(found), nth=nth))


@builds("weekday_of_month")
def weekday_of_month(found: Found) -> Phrase | None:
    """ "mahine ke pehle itwar ko", "every first Sunday of the month"."""
    nth = _nth(found)
    if unit_of(found) != "month" or nth is None:
        return None
    return found.phrase(recur=Recurrence("MONTHLY", byday=(found.value("wd"),), nth=nth))


@builds("monthly_date")
def monthly_date(found: Found) -> Phrase | None:
    """ "har mahine ki 5 tarikh", "the 1st and 15th of each month"."""
    names, values = found.signs.names, found.signs.values
    days = [values[i] for i in range(*found.match.span()) if names[i] in ("NUM", "ORD")]
    if unit_of(found) != "month" or not all(isinstance(day, int) and 1 <= day <= 31 for day in days):
        return None
    return found.phrase(recur=Recurrence("MONTHLY", monthdays=tuple(days)))


@builds("date_number")
def date_number(found: Found) -> Phrase | None:
    """ "12 tarikh", "on the 12th", "27 ki raat"."""
    day = _number(found, "day")
    names = found.signs.names[found.match.start() : found.match.end()]
    word = found.signs.words[found.match.start("day")]
    if "TARIKH" not in names and (word.endswith(_HINDI_NTH) or word in _OTHERS):
        return None  # a school class, "dusri me", in the other one
    after = found.signs.words[found.match.end() : found.match.end() + 2]
    if after[:1] and after[0] in _IN and after[1:] and (after[1] in COPULAS or after[1] in word_set("am")):
        return None  # "main 10th me hu"
    if found.signs.names[found.match.end() - 1] == "KE" and found.sign("day") == "NUM":
        first, of = found.signs.words[found.match.start() : found.match.end()][-2:]
        if not first.isdigit() or of not in ("ki", "की", "ke", "के") or found.around(-1) in ("NUMBERED", "NUM", "DASH"):
            return None
    before = found.around(-2) if found.around(-1) == "KE" else found.around(-1)  # "the night of the 6th"
    if day is None or (found.signs.names[found.match.start()] == "KE" and before not in ("PART", "TARIKH")):
        return None
    return found.phrase(day=Day("date", day))


@builds("on_date")
def on_date(found: Found) -> Phrase | None:
    """ "on 14th they came": not "on 4th floor", "in 9th class"."""
    word, after = (found.signs.words[at : at + 1] for at in (found.match.end() - 1, found.match.end()))
    day = _number(found, "day")
    if found.signs.words[found.match.start()] != "on" or not word[0][0].isdigit() or day is None or day > 31:
        return None
    return None if after and after[0] in word_set("counted_nouns") else found.phrase(day=Day("date", day))


@builds("date_corrected")
def date_corrected(found: Found) -> Phrase | None:
    """ "tarikh 12 nahi 21 thi"."""
    denied = found.signs.words[found.match.end("no")] in word_set("negations") | {"not"}
    day = _number(found, "day")
    return found.phrase(day=Day("date", day)) if denied and day else None


@builds("date_of_part")
def date_of_part(found: Found) -> Phrase | None:
    """ "15 ko shaam 7 baje"."""
    number, of = found.signs.words[found.match.start() : found.match.end()]
    day = _number(found, "day")
    if day is None or not number.isdigit() or of not in ("ko", "को") or found.around(-1) in ("NUMBERED", "NUM", "DASH"):
        return None
    return found.phrase(day=Day("date", day))


@builds("date_it_was")
def date_it_was(found: Found) -> Phrase | None:
    """ "21 ko hua": where what was, was on that day; "12 sitambar ko ..., 13 ko ...", where another date was told."""
    after = found.signs.words[found.match.end()]
    told = {"MONTH", "DMY"}.intersection(found.signs.names[max(found.match.start() - _TOLD, 0) : found.match.start()])
    opened = found.around(-1) in ("STOP", "COMMA", "AND")
    dated = after in word_set("occurred") and found.around(-1) in _OPENS
    return date_of_part(found) if dated or (told and opened) else None


_TOLD = 12  # words back in which another date makes one of "13 ko"


_OPENS = frozenset({"", "STOP", "COMMA", "X", "MONTH", "THIS"})


_OTHERS = frozenset({"dusri", "doosri", "दूसरी", "दुसरी", "chauthi", "tisri", "teesri", "तीसरी"})
_HINDI_NTH = ("vin", "वीं", "थी")


@builds("slash_date")
def slash_date(found: Found) -> Phrase | None:
    """ "12/10 ko": beside a word of time only, for house numbers look the same."""
    before = found.around(-1) if not found.has("before") else ""
    if before in ("NUMBERED", "NUM", "X") and not found.has("after"):
        return None
    if before == "NUMBERED" or not (found.has("before") or found.has("after")):
        return None
    day, month, _ = found.value("dm")
    return found.phrase(day=Day("date", day, month=month))


@builds("relative")
def relative(found: Found) -> Phrase | None:
    """ "kal", "aaj", "parson", "beete kal"; not someone's "kal" after "naam"."""
    if found.around(-1) == "NAME" and found.around(1) == "SURNAME":
        return None
    value = str(found.value("rel"))
    days, both = int(value.lstrip("±")), "±" in value
    if found.has("which") and both:
        days, both = days * (1 if found.sign("which") == "NEXT" else -1), False
    return found.phrase(day=Day("rel", days, both))


@builds("bihan")
def bihan(found: Found) -> Phrase | None:
    """ "bihan": tomorrow; beside another word of the day, its morning; not "barat ke bihan", the day after it."""
    if found.around(-1) == "KE":
        return None
    if found.around(-1) in ("REL", "WEEKDAY", "TARIKH", "MONTH", "ROZ", "HAR"):
        return found.phrase(part="morning")
    return found.phrase(day=Day("rel", 1))


@builds("weekday_of_meeting")
def weekday_of_meeting(found: Found) -> Phrase | None:
    """ "next meeting Sunday", "agli khep shukravar ko"."""
    if found.signs.words[found.match.start() + 1] not in word_set("meetings"):
        return None
    return found.phrase(day=Day("weekday", found.value("wd"), which=1))


@builds("weekday")
def weekday(found: Found) -> Phrase | None:
    """ "somvar", "pichhle mangal ko", "next Friday"."""
    strict = found.sign("wd") == "WEEKDAYISH" and found.value("wd") in (0, 3, 6)
    strict = strict and not (found.signs.words[found.match.end() - 1] == "sun" and _is_dated(found))
    if found.around(1) == "SURNAME" or found.around(-1) == "NAME":
        return None
    if names_a_thing(found) or is_title(found):
        return None
    if strict and not found.has("which") and not (found.around(1) == "KE" and found.around(2) == "DIN"):
        return None
    if found.signs.words[found.match.end() - 1].endswith("days"):
        return found.phrase(recur=Recurrence("WEEKLY", byday=(found.value("wd"),)))
    return found.phrase(day=Day("weekday", found.value("wd"), which=shift_of(found)))


def _is_dated(found: Found) -> bool:
    """ "on sun 3ish", "sun 5am", "sun nite": English, and no Hindi "listen"."""
    clock = (found.around(1), found.around(2)) in (("NUM", "MERIDIEM"), ("HM", "MERIDIEM"))
    return found.signs.words[found.match.start() - 1] == "on" or clock or found.around(1) == "PART"


@builds("weekdays_ago")
def weekdays_ago(found: Found) -> Phrase | None:
    """ "do shukravar pehle", "the Saturday before last"."""
    if found.has("last"):
        tail = found.signs.words[found.match.start("way") : found.match.end()]
        return found.phrase(day=Day("weekday", found.value("wd"), which=-2)) if tail == ["before", "last"] else None
    count = found.value("count")
    if not isinstance(count, int) or not 1 <= count <= _MOST_WEEKS:
        return None
    return found.phrase(day=Day("weekday", found.value("wd"), which=-1, plus=-7 * (count - 1)))


@builds("weekday_before")
def weekday_before(found: Found) -> Phrase | None:
    """ "pichhle itwar se pehle wale itwar"."""
    same = found.value("wd") == found.value("again")
    return found.phrase(day=Day("weekday", found.value("wd"), which=-2)) if same else None


_MOST_WEEKS = 8


@builds("weekday_roz")
def weekday_roz(found: Found) -> Phrase | None:
    """ "shukkar ke roz": on that day."""
    of, roz = found.signs.words[found.match.end() - 2 : found.match.end()]
    if of not in ("ke", "के") or roz not in ("roz", "roj", "रोज", "रोज़"):
        return None
    return found.phrase(day=Day("weekday", found.value("wd")))


@builds("saturday")
def saturday(found: Found) -> Phrase | None:
    """ "sat night": elsewhere "sat" is seven."""
    english = found.signs.words[found.match.end() : found.match.end() + 1] in (["night"], ["morning"], ["evening"])
    return found.phrase(day=Day("weekday", 5)) if english and found.value("sat") == 7 else None


@builds("weekday_range")
def weekday_range(found: Found) -> Phrase | None:
    """ "Monday to Friday", "somvar se budhvar tak"; "mangal" and the like, names too, only where more tells a day."""
    first, last = found.match.span()
    certain = found.sign("first") == found.sign("last") == "WEEKDAY"
    if not certain and "TAK" not in found.signs.names[first:last] and found.around(1) not in ("ROZ", "HAR"):
        return None
    until = Phrase(first, last, day=Day("weekday", found.value("last")))
    return found.phrase(day=Day("weekday", found.value("first")), until=until)


@builds("weekdays")
def weekdays(found: Found) -> Phrase:
    """ "on weekdays"."""
    return found.phrase(recur=Recurrence("WEEKLY", byday=(0, 1, 2, 3, 4)))


@builds("weekend")
def weekend(found: Found) -> Phrase:
    """ "weekend", "last weekend", "har weekend"."""
    if found.sign("which") == "HAR" or found.signs.words[found.match.end() - 1] == "weekends":
        return found.phrase(recur=Recurrence("WEEKLY", byday=(5, 6)))
    return found.phrase(period=Period("weekend", shift_of(found)))


@builds("period")
def period(found: Found) -> Phrase | None:
    """ "pichhle hafte", "this month", "agle saal", "pichhle din"."""
    unit, shift = unit_of(found), shift_of(found)
    if unit not in ("week", "month", "year") or (found.sign("which") == "PASTQ" and found.around(-1) == "X"):
        return None
    return found.phrase(period=Period(unit, shift))


@builds("month")
def month(found: Found) -> Phrase | None:
    """ "October me", "अगस्त 2025", "last March": the latest one."""
    if (found.has("year") and _year(found) is None) or names_a_thing(found):
        return None
    return found.phrase(period=Period("month", month=found.value("month"), year=_year(found)))


@builds("months_together")
def months_together(found: Found) -> Phrase | None:
    """ "july aur august dono mahine", "May and June": one month after the other."""
    first, last = int(found.value("month")), int(found.value("last"))
    both = found.has("both") and found.signs.words[found.match.start("both")] in word_set("both")
    if last != first % 12 + 1 or (found.has("both") and not both) or (found.has("unit") and unit_of(found) != "month"):
        return None
    if "MONTHISH" in (found.sign("month"), found.sign("last")) and not both:
        return None
    start, end = found.match.span()
    until = Phrase(start, end, period=Period("month", month=last))
    return found.phrase(period=Period("month", month=first), until=until)


@builds("monthish")
def monthish(found: Found) -> Phrase | None:
    """ "in May", "last May", "मई में", "mai ke mahine": a month's name that is also another word."""
    word, after = found.signs.words[found.match.start("month")], found.signs.words[found.match.end() :][:1]
    before = found.signs.words[found.match.start()]
    led = before in word_set("before_months") or _in_part(found)
    if not (found.value("unit") == "month" or (word in word_set("months") and (led or set(after) & _IN))):
        return None
    return found.phrase(period=Period("month", month=found.value("month")))


def _in_part(found: Found) -> bool:
    """ "mid May", "mid-May"."""
    place = found.match.start("month") - 1
    if place > 0 and found.signs.names[place] == "DASH":
        place -= 1
    return place >= 0 and found.signs.words[place] in word_set("month_parts")


@builds("year")
def year(found: Found) -> Phrase | None:
    """ "2025 me", "saal 2024", "in 2025"."""
    value = _year(found)
    if value is None or found.around(1) in ("COUNT", "UNIT") or found.around(-1) in ("NUM", "NUMBERED", "DASH"):
        return None
    first = found.signs.names[found.match.start()]
    last = found.signs.values[found.match.end() - 1], found.signs.words[found.match.end() - 1]
    if first == "UNIT" and found.signs.values[found.match.start()] != "year":
        return None
    if first == "NUM" and last[1] not in _IN:
        return None
    if first == "PREP" and found.signs.words[found.match.start()] not in _IN:
        return None  # "pasport ke naam pe 2000 leta hai"
    return found.phrase(period=Period("year", year=value))


@builds("year_since")
def year_since(found: Found) -> Phrase | None:
    """ "2024 se": not an amount ("2000 se zyada", "2000 se 3000")."""
    value = _year(found)
    after = found.signs.words[found.match.end() + 1 : found.match.end() + 2]
    if (
        value is None
        or not 2005 <= value <= 2040
        or found.around(2) in ("NUM", "COUNT")
        or word_set("more") & set(after)
    ):
        return None
    return None if found.around(-1) in ("NUM", "NUMBERED", "DASH") else found.phrase(period=Period("year", year=value))


_IN = frozenset({"me", "mein", "mei", "in", "में", "मे", "m", "ke", "के", "se", "से"})
