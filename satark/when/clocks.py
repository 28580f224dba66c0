"""Phrases of the clock and of the parts of the day."""

from __future__ import annotations

from dataclasses import replace

from satark.when.builders import Found, bare_clock, builds, is_title, names_a_thing, with_zero
from satark.when.hours import NIGHTS
from satark.when.lexicon import word_set
from satark.when.phrase import TONIGHT, Clock, Day, Phrase, Recurrence
from satark.when.verbs import verb_form

# Words beside which a bare number may be an hour.
_DAY_WORDS = frozenset(
    {"PART", "PARTISH", "ROZ", "REL", "NIGHT_REL", "WEEKDAY", "FROM", "BETWEEN", "OFTEN", "PREP", "BIHAN"}
)
_PHRASE_ENDS = frozenset({"", "STOP", "COMMA", "TAK", "BICH", "KE", "APPROX"})


@builds("clock_range")
def clock_range(found: Found) -> Phrase | None:
    """ "9 se 11", "10-11 baje", "raat 10 baje se subah 4 tak", "between 8 and 10 pm"."""
    start, end = bare_clock(found, "1", "mark1"), bare_clock(found, "2", "mark2")
    if start is None or end is None:
        return None
    link, tail = found.sign("link"), found.has("tail")
    marked = found.has("mark1") or found.has("mark2")
    if not _is_range(found, start, end, link, marked, tail):
        return None
    written = found.value("num2") if found.has("num1") and found.has("num2") else None
    if link == "DASH" and written is not None and written >= 13 and not tail and marked:
        return None
    if found.sign("mark2") == "MERIDIEM" and found.sign("mark1") != "MERIDIEM" and start.meridiem in (None, "0"):
        start = _before(start, end)
    between = link in ("DASH", "YA", "", "AND") and not found.has("from") and not tail
    if between or (link == "DASH" and marked):
        link = "DASH"
    first, last = found.match.span()
    until = Phrase(first, last, clock=end, part=found.value("part2") or found.value("part3"))
    return found.phrase(
        clock=start, part=found.value("part1"), until=until, approximate=between and not found.has("from")
    )


def _is_range(found: Found, start: Clock, end: Clock, link: str, marked: bool, tail: bool) -> bool:
    if found.around(-1) in ("NUMBERED", "DASH", "NUM"):
        return False
    hours = link == "SE" and found.around(-1) == "PART"  # "shaam 5 se 8 ladke aate hain"
    if (
        not tail
        and not hours
        and not found.has("mark2")
        and found.around(1) in ("COUNT", "UNIT", "DIN", "BAAR", "MONTH")
    ):
        return False
    between = found.has("tail") and found.signs.names[found.match.end() - 1] == "BICH"
    if link == "" and between and (found.has("frac1") or found.has("frac2")):
        return True  # "saadhe nau paune das ke bich"
    if link in ("", "YA", "TAK") and not (marked or found.has("from")):
        return False
    if link == "" and (found.has("hm1") or found.has("mark1") or found.has("part2")):
        return False
    if link == "AND" and not (found.has("from") or found.has("mark2") or between):
        return False
    if marked or (found.has("hm1") and found.has("hm2")):
        return True
    if tail and not found.has("from") and found.around(1) == "KE" and found.around(2) in ("BHAR", "X", "COUNT"):
        return False  # "dumper number 1 se 9 tak ke saare"
    if tail or hours or found.has("from"):
        return max(start.hour, end.hour) <= 24 and link != ""
    if link == "DASH" and found.around(1) == "X" and verb_form(found.signs.words[found.match.end()]) is None:
        return False  # "bhor me teen-chaar pickup"
    if found.around(1) == "KE" and found.around(2) in ("", "STOP", "COMMA"):
        return False  # "ladke barah se solah ke"
    beside = found.around(-1) in _DAY_WORDS or (found.around(-1) in ("PREP", "KE") and found.around(-2) in _DAY_WORDS)
    return beside or (link in ("SE", "TO") and found.around(1) in _PHRASE_ENDS)


def _before(start: Clock, end: Clock) -> Clock:
    """A bare first hour takes the reading that comes before the second: "8 to 10 pm" 20:00, "11 to 2 am" 23:00."""
    hour = start.hour % 12
    same = hour + (12 if end.meridiem == "pm" else 0)
    earlier = (same, start.minute) < (end.hour, end.minute)
    return replace(start, hour=same if earlier else (same + 12) % 24, meridiem=end.meridiem)


@builds("clock_past")
def clock_past(found: Found) -> Phrase | None:
    """ "half past nine", "quarter to 8", "20 minutes past 2"."""
    hour = found.value("hour")
    minutes = 30 if found.has("half") else 15 if found.has("quarter") else found.value("minutes")
    bare = found.has("minutes") and found.match.end("minutes") == found.match.start("way")
    if bare and found.sign("way") != "PAST" and not (found.has("at") and minutes in (5, 10, 20, 25)):
        return None
    if not isinstance(hour, int) or not isinstance(minutes, int) or not (1 <= hour <= 12 and 0 < minutes < 60):
        return None
    if found.sign("way") == "TO":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    mark = found.signs.names[found.match.end() - 1]
    meridiem = found.signs.values[found.match.end() - 1] if mark == "MERIDIEM" else None
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    return found.phrase(clock=Clock(hour, minutes, meridiem, "minute"))


@builds("clock_past_range")
def clock_past_range(found: Found) -> Phrase | None:
    """ "between half past eleven and two", "from quarter to 9 to half past ten"."""
    start = _spelled_out(found, "first") if found.has("first") else bare_clock(found, "1", "mark1")
    end = _spelled_out(found, "last") or bare_clock(found, "1", "mark1")
    if start is None or end is None:
        return None
    if end.meridiem and not start.meridiem:
        start = _before(start, end)
    first, last = found.match.span()
    return found.phrase(clock=start, until=Phrase(first, last, clock=end))


def _spelled_out(found: Found, name: str) -> Clock | None:
    """The clock of "half past eleven" that group `name` matched; None where it matched a bare hour."""
    first, last = found.match.span(name)
    names, values = found.signs.names[first:last], found.signs.values[first:last]
    way = next((place for place, sign in enumerate(names) if sign in ("PAST", "TO")), None)
    if way is None:
        return None
    amount = next(place for place in range(way) if names[place] in ("HALF", "QUARTER", "NUM"))
    minutes = {"HALF": 30, "QUARTER": 15}.get(names[amount], values[amount])
    hour, meridiem = values[way + 1], values[-1] if names[-1] == "MERIDIEM" else None
    if not isinstance(hour, int) or not isinstance(minutes, int) or not (1 <= hour <= 12 and 0 < minutes < 60):
        return None
    if names[way] == "TO":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    return Clock(hour, minutes, meridiem, "minute")


@builds("clock_bajke")
def clock_bajke(found: Found) -> Phrase | None:
    """ "2 baj ke 20 minute"."""
    hour, minutes = found.value("hour"), found.value("minutes")
    if found.value("unit") != "minute" or not isinstance(hour, int) or not isinstance(minutes, int):
        return None
    if not (1 <= hour <= 24 and 0 <= minutes < 60):
        return None
    return found.phrase(clock=Clock(hour, minutes, "24" if hour > 12 else None, "minute"))


@builds("clock_mark")
def clock_mark(found: Found) -> Phrase | None:
    """ "11 baje", "saadhe nau baje", "7 pm", "11.30 bje"; "11-30 baje"."""
    clock = bare_clock(found, "1", "mark2" if found.has("mark2") else "mark1")
    if clock is None and found.has("num1") and found.around(-1) == "DASH":
        return None
    if clock is None or (found.sign("mark1") == "MERIDIEM" and clock.hour > 23):
        return None
    return found.phrase(clock=clock)


@builds("clock_baj")
def clock_baj(found: Found) -> Phrase | None:
    """ "9 baj gaye the", "das baj"."""
    clock = bare_clock(found, "1", "mark1")
    return found.phrase(clock=clock) if clock else None


@builds("clock_hours")
def clock_hours(found: Found) -> Phrase | None:
    """ "1930 hrs", "0930 hours"."""
    word = found.signs.words[found.match.start("num")]
    if found.value("unit") != "hour" or len(word) != 4 or not word.isdigit():
        return None
    hour, minute = int(word[:2]), int(word[2:])
    if hour > 23 or minute > 59:
        return None
    return found.phrase(clock=Clock(hour, minute, "24", "minute"))


@builds("clock_colon")
def clock_colon(found: Found) -> Phrase | None:
    """ "23:00" alone; "11.30" only beside "at" or a part of the day, for it may be a price."""
    hour, minute = found.value("hm")
    colon = ":" in found.signs.words[found.match.start()]
    beside = found.around(-1) in ("AT", "APPROX", "PART", "REL") or found.around(1) in ("PART", "APPROX")
    hours = found.value("hours")
    if not (colon or beside or hours) or found.around(1) == "COUNT" or hours not in (None, "hour"):
        return None
    clock = Clock(hour, minute, "24" if hour > 12 or hour == 0 else None, "minute")
    return found.phrase(clock=with_zero(clock, found.signs.words[found.match.start("hm")]))


@builds("clock_part")
def clock_part(found: Found) -> Phrase | None:
    """ "raat saadhe nau", "shaam ko 7 ke aaspaas": an hour without "baje", where nothing counted follows."""
    clock = bare_clock(found, "1", "mark1")
    rough = found.has("rough") or found.sign("prep") == "APPROX"
    certain = any(found.has(name) for name in ("frac1", "mixed1", "hm1", "mark1"))
    follows = found.around(1) in ("", "STOP", "COMMA", "APPROX") or (
        found.around(1) == "KE" and found.around(2) in ("APPROX", "LATER", "AGO")
    )
    if found.signs.words[found.match.end() : found.match.end() + 1] in _TELLS:
        follows = True  # "sahi samay shaam saat hai"
    if (rough or found.sign("prep") == "AT") and found.around(1) in ("X", "KE", "COUNT", "NUM"):
        follows = True  # "at night around 2 they came"
    if clock is None or found.around(1) in ("UNIT", "DIN", "BAAR") or not (certain or follows):
        return None
    if clock.hour > 12 and not certain:
        return None
    return found.phrase(part=found.value("part"), clock=clock, approximate=rough)


_TELLS = tuple([word] for word in "hai hain h tha thi the है हैं था थी थे".split())


@builds("clock_in_part")
def clock_in_part(found: Found) -> Phrase | None:
    """ "five in the morning", "ten at night"."""
    clock = bare_clock(found, "1", "mark1")
    words = found.signs.words[found.match.start() : found.match.end()]
    english = words[-3] == "in" or words[-2] == "at"
    return found.phrase(part=found.value("part"), clock=clock) if clock and clock.hour <= 12 and english else None


@builds("clock_of_night")
def clock_of_night(found: Found) -> Phrase | None:
    """ "at 1 night": hurried English, without the word between."""
    clock, words = bare_clock(found, "1", "mark1"), found.signs.words[found.match.start() : found.match.end()]
    spoken = words[0] in ("at", "@") and words[-1] in ("night", "nite", "evening", "morning")
    return found.phrase(part=found.value("part"), clock=clock) if clock and clock.hour <= 12 and spoken else None


@builds("clock_range_in_part")
def clock_range_in_part(found: Found) -> Phrase | None:
    """ "7 to 9 in the morning", "between 10 and 2 at night": both hours are of the part where they may be."""
    start, end = bare_clock(found, "1", "mark1"), bare_clock(found, "2", "mark2")
    words = found.signs.words[found.match.start() : found.match.end()]
    english = words[-3] == "in" or words[-2] == "at"
    if start is None or end is None or max(start.hour + 1, end.hour) > 12 or not english:
        return None
    if found.sign("link") == "AND" and not found.has("from"):
        return None
    first, last = found.match.span()
    part = found.value("part")
    overnight = part in ("morning", "early_morning") and start.hour > end.hour  # "10 to 4 in the morning"
    told = found.around(-1) in ("PART", "PARTISH", "PLURAL_PART", "NIGHT_REL")  # "every night 1 to 3 in the morning"
    told = told or found.sign("mark1") == "MERIDIEM"  # "6 am to 10 at night"
    begins = None if overnight or told else part
    until = Phrase(first, last, clock=end, part=None if begins in NIGHTS else part)  # a night's end follows its start
    return found.phrase(clock=start, part=begins, until=until)


@builds("clock_rough")
def clock_rough(found: Found) -> Phrase | None:
    """ "this morning around 6": a bare hour, beside a word of the day only."""
    clock = bare_clock(found, "1", "mark1")
    days = {"PART", "REL", "NIGHT_REL", "WEEKDAY", "ROZ"}
    beside = found.around(-1) in days or found.around(1) in days | {"HAR"}
    beside = beside or (found.around(1), found.around(2)) == ("THIS", "PART")  # "at about 6 this morning"
    opens = found.signs.names[found.match.start()] == "AT" and found.around(1) in ("COMMA", "STOP", "")
    dated = found.around(1) == "PREP" and found.around(2) in days  # "at roughly four on Monday afternoon"
    beside = beside or opens or dated  # "..., at around seven, they came"
    if clock is None or clock.hour > 12 or not beside:
        return None
    return found.phrase(clock=clock, approximate=True)


_SIDES = {"at": None, "@": None, "after": "after", "before": "before"}


@builds("clock_at")
def clock_at(found: Found) -> Phrase | None:
    """ "at 9", "after 10": English, where nothing counted follows."""
    hour = found.value("num")
    word = found.signs.words[found.match.start("at")]
    if not isinstance(hour, int) or not 1 <= hour <= 12 or found.around(-1) == "NUM":
        return None
    after = found.signs.words[found.match.end() : found.match.end() + 1]
    if after == ["men"] or (word == "by" and found.around(1) not in ("", "STOP", "COMMA", "REL", "NIGHT_REL", "THIS")):
        return None  # "by three men"
    follows = [found.around(1), found.around(2), found.around(3)]
    if word != "at" and (follows == ["PREP", "KE", "PART"] or follows[:2] == ["AT", "PART"]):
        return None  # "till four in the morning", "till 1 at night" are bounded as a whole
    if found.around(1) == "X" and (
        word not in ("at", "@") or found.around(-1) not in _DAY_WORDS | {"HAR", "PLURAL_PART", "ORD", "MONTH", "DMY"}
    ):
        return None  # "at 9 places", but "every night at 9 they come"
    bounds = _SIDES | {"till": "until", "until": "until", "by": "until"}
    if word == "past":
        return found.phrase(clock=Clock(hour), approximate=True)  # "a little past eleven"
    if word not in bounds:
        return None
    return found.phrase(clock=Clock(hour), bound=bounds[word])


@builds("every_part_clock")
def every_part_clock(found: Found) -> Phrase | None:
    """ "every night after 11 two machines dig"."""
    clock, word = bare_clock(found, "1", "mark1"), found.signs.words[found.match.start("at")]
    if clock is None or clock.hour > 12 or word not in _SIDES:
        return None
    recur = Recurrence("DAILY", grain="daypart")
    return found.phrase(recur=recur, part=found.value("part"), clock=clock, bound=_SIDES[word])


@builds("night_clock")
def night_clock(found: Found) -> Phrase | None:
    """ "last night at 2", "tonight 11:30"."""
    hour = clock_part(found)
    return hour and replace(hour, day=_of_night(found), part="night")


def _of_night(found: Found) -> Day:
    """The day of "last night", "tonight"."""
    value = found.value("value")
    return Day("rel", value) if value else TONIGHT


@builds("between_part")
def between_part(found: Found) -> Phrase | None:
    """ "between midnight and four this morning": midnight and noon are hours there."""
    hour, end = _TURNS.get(found.value("part")), bare_clock(found, "1", "mark1")
    if hour is None or end is None:
        return None
    first, last = found.match.span()
    day = Day("rel", 0) if "THIS" in found.signs.names[first:last] else None
    return found.phrase(clock=Clock(hour, meridiem="24"), until=Phrase(first, last, clock=end), day=day)


@builds("until_part")
def until_part(found: Found) -> Phrase | None:
    """ "between ten and midnight", "from nine to noon"."""
    start, end = bare_clock(found, "1", "mark1"), _TURNS.get(found.value("part"))
    if start is None or end is None:
        return None
    first, last = found.match.span()
    if start.meridiem is None and start.hour <= 12:
        start = replace(start, hour=start.hour % 12 + 12 * (end == 0), meridiem="pm" if end == 0 else "am")
    return found.phrase(clock=start, until=Phrase(first, last, clock=Clock(end, meridiem="24")))


_TURNS = {"midnight": 0, "noon": 12}


@builds("night_between")
def night_between(found: Found) -> Phrase:
    """ "the night between Saturday and Sunday"."""
    return found.phrase(day=Day("weekday", found.value("first")), part=found.value("part"))


@builds("night_day")
def night_day(found: Found) -> Phrase:
    """ "tonight", "last night", "late last night"."""
    late = found.signs.words[found.match.start()].startswith("late ")
    return found.phrase(day=_of_night(found), part="late_night" if late else "night")


@builds("whole_day")
def whole_day(found: Found) -> Phrase | None:
    """ "din bhar"; not "do din bhar"."""
    earned = found.around(1) == "KE"  # "din bhar ki kamai"
    return None if earned or found.around(-1) in ("NUM", "KAI") else found.phrase(part="daytime", whole=True)


@builds("whole_part")
def whole_part(found: Found) -> Phrase | None:
    """ "raat bhar", "poori raat"; not "3000 full night", a price."""
    before = found.match.start() - 1
    amount = found.signs.values[before] if found.around(-1) == "NUM" else None
    if isinstance(amount, int) and amount > _NIGHTS:
        return None
    return found.phrase(part=found.value("part") or found.value("part2"), whole=True)


_NIGHTS = 60  # more are no nights, but a price


@builds("this_part")
def this_part(found: Found) -> Phrase | None:
    """ "this morning", "is raat", "pichhli shaam"; not "paise ud gaye subah"."""
    if found.sign("which") == "PASTQ" and found.around(-1) == "X":
        return None
    shift = {"LAST": -1, "LAST2": -2, "PASTQ": -1, "NEXT": 0, "THIS": 0}[found.sign("which")]
    return found.phrase(day=Day("rel", shift), part=found.value("part"))


@builds("part")
def part(found: Found) -> Phrase | None:
    """ "raat", "subah", "aadhi raat"; not a person called Sham."""
    hour = found.signs.words[found.match.end() - 1] in word_set("plain_parts")  # "subah Ram Surat aaya"
    if (found.around(1) == "SURNAME" and not hour) or found.around(-1) == "NAME":
        return None
    after = found.signs.words[found.match.end() : found.match.end() + 1]
    if after and after[0] in _BY_NIGHT:
        return None  # "raat birat": at any hour
    dark = found.signs.words[found.match.end() - 1] in word_set("darks")
    if dark and found.around(1) == "PREP" and found.signs.words[found.match.end() + 1 :][:1] in _IS:
        return None  # "poora tola andhere me hai"
    if after in (["se"], ["से"]) and found.signs.words[found.match.end() - 1] in word_set("darks"):
        return None  # "andhere se log aaye"
    if found.around(-1) == "A" and found.signs.words[found.match.start() - 2 : found.match.start() - 1] == ["in"]:
        return None  # "thirty tractors in a night"
    if _is_priced(found) or _is_duty(found) or names_a_thing(found) or is_title(found):
        return None
    rides = found.signs.words[found.match.end() + 1 : found.match.end() + 2]
    ridden = bool(rides) and rides[0] in word_set("rides")  # "raat wali train se le gaye"
    if after and after[0] in word_set("attributes") and found.around(-1) in ("", "X", "STOP", "COMMA", "AND"):
        return found.phrase(part=found.value("part")) if ridden else None  # "raat wala chowkidar"
    return found.phrase(part=found.value("part"))


_BY_NIGHT = frozenset({"birat", "birate", "biraat", "virat", "बिरात", "विरात"})
_IS: tuple[list[str], ...] = ([], ["hai"], ["hain"], ["है"], ["हैं"], ["ba"], ["बा"], ["पड़ा"], ["डूबा"], ["।"], ["."])


def _is_priced(found: Found) -> bool:
    """ "2000 for one night", "500 a night"."""
    whole = found.around(-1) == "A" or found.signs.words[found.match.start() - 1] in ("full", "whole", "per")
    counted = found.around(-1) == "NUM" or (whole and found.around(-2) == "NUM")
    after = found.signs.words[found.match.end() : found.match.end() + 2]
    if counted and after[:1] in (["ke"], ["के"]) and after[1:] in (["liye"], ["lie"], ["लिए"], ["लिये"]):
        return True  # "ek raat ke liye"
    return counted and found.signs.words[found.match.start()] == "night"


def _is_duty(found: Found) -> bool:
    """ "morning walk", "raat ki duty": whose habit it is, not when it was."""
    last = found.match.end()
    if found.signs.words[found.match.start() - 1 : found.match.start()] in (["duty"], ["shift"], ["ड्यूटी"], ["शिफ्ट"]):
        return True  # "meri duty raat ki hai"
    after = found.signs.words[last : last + 2]
    if after[1:] and found.around(1) == "KE" and after[0] in ("ki", "की"):
        after = after[1:]
    if after[:1] == ["school"] and (found.around(2) in ("PREP", "KE") or "".join(after[1:]).startswith(_GOING)):
        return False  # "subah school me", "subah school jaate waqt"
    return bool(after) and after[0] in word_set("duties")


_GOING = ("ja", "जा")


@builds("part_by_context")
def part_by_context(found: Found) -> Phrase | None:
    """ "saam ko", "kal sandhya": words that may also be names."""
    beside = found.around(-1) in ("REL", "WEEKDAY", "ROZ", "APPROX", "NUM", "BAJE", "SE")
    if found.around(-1) == "NAME" or found.around(1) == "SURNAME" or not (found.has("prep") or beside):
        return None
    return found.phrase(part=found.value("part"))


@builds("daytime")
def daytime(found: Found) -> Phrase | None:
    """ "din me": not "do din me", "kis din ko"."""
    if found.around(-1) in (
        "NUM",
        "KAI",
        "MIXED",
        "FRAC",
        "HAR",
        "THIS",
        "LAST",
        "NEXT",
        "KE",
        "WEEKDAY",
        "WEEKDAYISH",
        "FESTIVAL",
    ):
        return None
    if found.signs.words[found.match.start()] == "day":
        return None
    return found.phrase(part="daytime")
