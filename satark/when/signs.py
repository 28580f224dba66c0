"""A text as a string of signs, one letter a word: what the grammar's rules are matched against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from satark.text import ascii_digits
from satark.when.lexicon import Sign, lexicon, word_set
from satark.when.spelling import fold

# Signs that no word list gives: clock 11:30, dates 12/10/2026 and 12/10, ordinal 12th, stops, and any other word.
_SHAPES = ("HM", "DMY", "DM", "ORD", "STOP", "COMMA", "DASH", "X")


def _letters() -> str:
    """One class of all letters of the Basic Multilingual Plane and the signs of Devanagari: a class is read at once,
    an alternation letter by letter."""
    is_letter = re.compile(r"[\u0900-\u0963\u0970-\u097f]|[^\W\d_]").match
    found = [code for code in range(0x10000) if is_letter(chr(code))]
    starts = [code for code, before in zip(found, [-2, *found], strict=False) if code != before + 1]
    ends = [code for code, after in zip(found, [*found[1:], -2], strict=True) if code != after - 1]
    return "[" + "".join(f"\\u{a:04x}-\\u{b:04x}" for a, b in zip(starts, ends, strict=True)) + "]"


_LETTER = _letters()
_STATES = "up|br|dl|mp|hr|jh|wb|cg|rj|uk|uk|pb|gj|mh|bh|ap|ka|tn|kl|od|as|यूपी"
_SCAN = re.compile(
    rf"""(?![ ])(?:
    (?P<vehicle>(?<!\w)(?=\w\w[ .-]?\d|यूपी)(?:{_STATES})[ .-]?\d{{1,2}}[ .-]?[a-z]{{1,3}}[ .-]?\d{{3,4}}(?!\d))
  | (?=\d)(?:
    (?P<iso>(?<![\w/.-])\d{{4}}-\d{{1,2}}-\d{{1,2}}(?![\w-]))
  | (?P<dmy>(?<![\w/.:-])\d{{1,2}}([/.-])\d{{1,2}}\4(?:\d{{4}}|\d{{2}})(?![\w/]|-\d))
  | (?P<hm>(?:(?<![\w/.:-])|(?<=[:.]\d\d[-–]))\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?!\d|[/:.]\d))
  | (?P<dm>(?<![\w/.-])\d{{1,2}}/\d{{1,2}}(?![\w/]))
  | (?P<amount>(?<![\d,])\d{{1,3}}(?:,\d{{2}})*,\d{{3}}(?![\d,]))
  | (?P<number>\d+(?:\.\d+)?)
    )
  | (?P<meridiem>[ap]\.[ ]?m\.?(?!\w))
  | (?P<link>(?<=\d)(?:se|to|से)(?=\d))
  | (?P<word>{_LETTER}+(?:['’]{_LETTER}+)*(?!{_LETTER}|\d))
  | (?P<mixed>{_LETTER}+\d\w*)
  | (?P<stop>[.!?।|;…\n]+)
  | (?P<comma>[,،]|:(?=\s))
  | (?P<approx>~(?=\d))
  | (?P<dash>[-–—~])
  | (?P<at>@)
  | (?P<and>&)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_WORD = 24  # letters; longer runs are no word of time, and folding them would cost for nothing
# Characters read of a longer text: WhatsApp sends at most 4,096, and people say when at the start or at the end.
_HEAD, _TAIL = 4_096, 1_024
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "वीं", "वें", "वी"})
_AFTER_DIGITS = frozenset(
    {"BAJE", "BAJKE", "MERIDIEM", "UNIT", "DIN", "SE", "TAK", "TO", "MONTH", "MONTHISH", "TARIKH", "KE", "PREP"}
)
# Postpositions written on to the word before them: raatko, kalse, dinbhar.
_ENDINGS = ("bhar", "mein", "ko", "se", "me", "tak", "ke", "ki", "को", "से", "में", "मे", "तक", "भर", "के", "की")
_CARRIERS = frozenset({"REL", "PART", "WEEKDAY", "BAJE", "UNIT", "DIN", "MONTH", "FESTIVAL", "TARIKH", "NOW", "BIHAN"})


@lru_cache(maxsize=1)
def alphabet() -> dict[str, str]:
    """Sign name -> the one letter that stands for it."""
    table = lexicon().signs
    names = {sign.name for sign in table.exact.values()} | {run[1].name for runs in table.runs.values() for run in runs}
    return {name: chr(0xE000 + place) for place, name in enumerate(sorted(names | set(_SHAPES)))}


@dataclass
class Signs:
    """The words of a text in order: `letters[i]` is the sign of word i, `values[i]` its number or key,
    `starts[i]`/`ends[i]` its place in the text, `words[i]` its small letters."""

    text: str
    letters: str
    values: list[Any]
    starts: list[int]
    ends: list[int]
    words: list[str]
    names: list[str]


class _Builder:
    def __init__(self) -> None:
        self.names: list[str] = []
        self.values: list[Any] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []

    def add(self, name: str, value: Any, start: int, end: int, word: str) -> None:
        self.names.append(name)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)


def read_signs(text: str) -> Signs:
    """Reads `text` into signs: words looked up singly, then runs of words, glued digits and endings taken apart.
    Of a text longer than `_HEAD` + `_TAIL` characters only its head and tail are read."""
    built = _Builder()
    digits = ascii_digits(text)
    if len(text) <= _HEAD + _TAIL:
        matches = _SCAN.finditer(digits)
    else:
        matches = chain(_SCAN.finditer(digits, 0, _HEAD), _SCAN.finditer(digits, len(text) - _TAIL))
    for match in matches:
        kind = match.lastgroup
        if kind == "word":
            _add_word(built, match.group().lower(), match.start(), match.end())
        elif kind is not None:
            _add_shape(built, kind, match.group(), match.start(), match.end())
    _join_minutes(built)
    _join_runs(built)
    _count_days(built)
    _expand(built)
    letters = alphabet()
    return Signs(
        text,
        "".join(map(letters.__getitem__, built.names)),
        built.values,
        built.starts,
        built.ends,
        built.words,
        built.names,
    )


def _add_word(built: _Builder, word: str, start: int, end: int) -> None:
    if built.ends and built.ends[-1] == start and built.names[-1] in ("NUM", "HM") and _add_unit(built, word, end):
        return
    parts = _parts(word)
    if len(parts) == 1:
        part, sign = parts[0]
        built.names.append(sign.name)
        built.values.append(sign.value)
        built.starts.append(start)
        built.ends.append(end)
        built.words.append(part)
        return
    for part, sign in parts:
        last = end if part is parts[-1][0] else start + len(part)
        built.add(sign.name, sign.value, start, last, part)
        start = last


def _add_unit(built: _Builder, word: str, end: int) -> bool:
    """Reads a word glued to a number: "5th", "3rd"; false for one that stands for itself ("10baje")."""
    if word in _ORDINAL_ENDINGS and built.names[-1] == "NUM":
        built.names[-1], built.ends[-1] = "ORD", end
        return True
    if word == "ish":  # "8ish"
        built.ends[-1] = end
        return True
    sign, whole = _meaning(word), _meaning(built.words[-1] + word)
    today = whole is not None and whole.name == "REL"  # "2day"
    if sign is not None and sign.name in _AFTER_DIGITS and not today:
        return False
    built.names[-1], built.ends[-1] = "X", end
    if whole is not None:
        built.names[-1], built.values[-1] = whole
    return True


_OTHER = Sign("X", None)


@lru_cache(maxsize=16_384)
def _parts(word: str) -> tuple[tuple[str, Sign], ...]:
    """A word with its sign; two where a postposition is written on to a word of time ("raatko")."""
    sign = _meaning(word)
    if sign is not None and sign.name == "UNIT" and word[-2:] in ("'s", "’s"):
        sign = None  # "last month's dues"
    if sign is None and word.endswith(_ENDINGS):
        for ending in _ENDINGS:
            stem = _meaning(word[: -len(ending)]) if word.endswith(ending) and len(word) > len(ending) + 1 else None
            if stem is not None and stem.name in _CARRIERS:
                return (word[: -len(ending)], stem), (ending, _meaning(ending) or _OTHER)
    return ((word, sign or _OTHER),)


@lru_cache(maxsize=16_384)
def _meaning(word: str) -> Sign | None:
    found: Sign | None = lexicon().signs.meaning(word) if len(word) <= _LONGEST_WORD else None
    return found


def _add_shape(built: _Builder, kind: str, text: str, start: int, end: int) -> None:
    if kind == "mixed" and _add_glued(built, text, start, end):
        return
    if kind == "amount":  # "20,000", "2,85,000"
        built.add("NUM", int(text.replace(",", "")), start, end, text)
    elif kind == "number":
        short = len(text.split(".")[0]) <= 4
        value = float(text) if "." in text else int(text) if short else None
        built.add("NUM" if short else "X", value, start, end, text)
    elif kind == "hm":
        hour, minute = (int(part) for part in re.split(r"[:.]", text)[:2])
        built.add("HM" if hour <= 24 and minute < 60 else "X", (hour, minute), start, end, text)
    elif kind == "dmy":
        day, month, year = (int(part) for part in re.split(r"[/.-]", text))
        _add_date(built, "DMY", (day, month, year + 2000 if year < 100 else year), start, end, text)
    elif kind == "iso":
        year, month, day = (int(part) for part in text.split("-"))
        _add_date(built, "DMY", (day, month, year), start, end, text)
    elif kind == "dm":
        day, month = (int(part) for part in text.split("/"))
        _add_date(built, "DM", (day, month, None), start, end, text)
    elif kind == "meridiem":
        built.add("MERIDIEM", text[0].lower() + "m", start, end, text)
    else:
        name = {"link": "SE", "vehicle": "X", "mixed": "X", "approx": "APPROX", "and": "AND"}.get(kind, kind.upper())
        built.add(name, None, start, end, text)


def _add_glued(built: _Builder, text: str, start: int, end: int) -> bool:
    """Takes apart a word of time and a number written on to it ("raat10", "kal2baje"); false for any other word."""
    glued = _GLUED.match(text)
    sign = _meaning(glued[1].lower()) if glued else None
    if glued is None or sign is None or sign.name not in _CARRIERS:
        return False
    middle, last = start + glued.end(1), start + glued.end(2)
    _add_word(built, glued[1].lower(), start, middle)
    _add_shape(built, "number", glued[2], middle, last)
    if glued[3]:
        _add_word(built, glued[3].lower(), last, end)
    return True


_GLUED = re.compile(rf"({_LETTER}+)(\d{{1,2}})({_LETTER}*)$")


def _add_date(built: _Builder, name: str, date: tuple[int, int, int | None], start: int, end: int, text: str) -> None:
    day, month, year = date
    if month > 12 >= day:
        day, month = month, day
    valid = 1 <= day <= 31 and 1 <= month <= 12 and (year is None or 1990 <= year < 2100)
    built.add(name if valid else "X", (day, month, year), start, end, text)


def _expand(built: _Builder) -> None:
    """Reads letters that only their neighbours make a word: the "n" of "btw 12 n 1" and "Wed n Sat", the "aa" of
    "somaar aa biphe", the "hr" of "hr somvar"; and the English "is", elsewhere a Hindi "this"."""
    for at in range(len(built.words) - 1):
        before, after = built.names[at - 1] if at else "", built.names[at + 1]
        listed = (before in _COUNTED and after == "NUM") or before == after == "WEEKDAY"
        if built.words[at] in ("n", "aa") and listed:
            built.names[at] = "AND"
        elif built.words[at] == "is" and after == "WEEKDAY" and at and built.words[at - 1] in _ENGLISH_SUBJECTS:
            built.names[at] = "X"  # "on every haat day, that is Wednesday"
        elif (
            built.words[at] == "2"
            and before in _COUNTED
            and after == "NUM"
            and _ENDS.intersection(built.names[at + 2 : at + 3])
        ):
            built.names[at], built.values[at] = "TO", None  # "2pm 2 5pm"
        elif built.words[at] == "eve" and before == "LAST":
            built.names[at], built.values[at] = "PART", "evening"
        elif (
            before == "BAJE" and built.words[at] in word_set("upto") and built.words[at + 1] not in word_set("taken_on")
        ):
            built.names[at] = "TAK"  # "bhor ke 3 baje le balu ladail"
        elif built.words[at] == "hr" and before not in _COUNTED and after in _REPEATED:
            built.names[at] = "HAR"


_ENDS = frozenset({"MERIDIEM", "PART", "BAJE"})


def _join_minutes(built: _Builder) -> None:
    """Reads an hour and its minutes written apart: "erly mrnin 3 30", "9 30 pm", "at nine fifty"."""
    for at in range(len(built.words) - 2, -1, -1):
        hour, minute = built.values[at], _MINUTES.get(built.words[at + 1])
        if minute is None or built.names[at] != "NUM" or hour not in _TWELVE:
            continue
        before, after = built.names[max(at - 1, 0) : at], built.names[at + 2 : at + 3]
        beside = {*before, *after}
        spelt = built.words[at + 1].isalpha() and before != ["AT"]
        if spelt or built.ends[at] + 1 != built.starts[at + 1] or beside.isdisjoint(_CLOCKS) or beside & _THINGS:
            continue
        written = f"{built.words[at]} {built.words[at + 1]}"
        built.names[at], built.values[at], built.words[at] = "HM", (int(hour), minute), written
        built.ends[at] = built.ends[at + 1]
        for row in (built.names, built.values, built.starts, built.ends, built.words):
            del row[at + 1]


_MINUTES = {
    **{"00": 0, "15": 15, "30": 30, "45": 45},
    **{"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
}
_TWELVE = frozenset(range(1, 13))
_THINGS = frozenset({"COUNT", "UNIT", "DASH", "NUMBERED"})
_CLOCKS = frozenset({"PART", "MERIDIEM", "BAJE", "AT"})
_ENGLISH_SUBJECTS = frozenset({"that", "it", "this", "day", "date", "which"})
_REPEATED = frozenset({"WEEKDAY", "PART", "UNIT", "DIN"})
_COUNTED = frozenset({"NUM", "HM", "BAJE", "MERIDIEM"})


def _join_runs(built: _Builder) -> None:
    """Replaces runs of words that mean one thing ("aadhi raat", "right now") by one sign."""
    table = lexicon().signs
    folded = [*map(_folded, built.words)]
    if table.runs.keys().isdisjoint(folded):
        return
    found: list[tuple[int, int, Sign]] = []
    past = 0
    for place in [index for index, word in enumerate(folded) if word in table.runs]:
        if place < past:
            continue
        run = _run_at(folded, place)
        if run is not None and (
            _is_from_one(built, place, run)
            or _is_counted_day(built, place)
            or _is_about_to(built, place, run)
            or _is_length(built, place, run)
        ):
            run = None
        if run is not None:
            past = place + run[0]
            found.append((place, past, run[1]))
    for first, last, sign in reversed(found):
        built.names[first:last], built.values[first:last] = [sign.name], [sign.value]
        built.starts[first:last], built.ends[first:last] = [built.starts[first]], [built.ends[last - 1]]
        built.words[first:last] = [" ".join(built.words[first:last])]


def _is_counted_day(built: _Builder, place: int) -> bool:
    """Whether the day that begins a run belongs to what counts or names it: "har doosre din raat ko" and "dasahra wale
    din raat ko" are not "day and night"."""
    if not place or built.names[place] != "DIN":
        return False
    named = built.names[place - 1] == "KE" and built.names[max(place - 2, 0)] in ("FESTIVAL", "WEEKDAY")
    return named or built.names[place - 1] in _COUNTERS or built.words[place - 1] in word_set("all_of")


def _is_from_one(built: _Builder, place: int, run: tuple[int, Sign]) -> bool:
    """Whether "ek se", elsewhere no time, opens hours: "raat ek se teen ke beech"."""
    follows = built.names[place + run[0] : place + run[0] + 1]
    return run[1].name == "KAL_PARTS" and run[0] == 2 and built.names[place] == "NUM" and follows == ["NUM"]


def _is_length(built: _Builder, place: int, run: tuple[int, Sign]) -> bool:
    """Whether a run that elsewhere means always is a length: "in the last 24 hours"."""
    counted = (
        built.words[place].isdigit() and place > 0 and built.names[place - 1] in ("LAST", "NEXT", "PAST", "WITHIN")
    )
    return run[1].name == "ROZ" and counted


def _is_about_to(built: _Builder, place: int, run: tuple[int, Sign]) -> bool:
    """Whether "aane wali" is a verb ("khep aane wali hai") and not "next": a copula or the end follows."""
    after = built.words[place + run[0] : place + run[0] + 1]
    return run[1].name == "NEXT" and run[0] > 1 and (not after or after[0] in _COPULAS)


_COPULAS = frozenset(
    {
        "hai",
        "hain",
        "h",
        "hn",
        "ba",
        "baa",
        "baadan",
        "tha",
        "the",
        "thi",
        ".",
        ",",
        "।",
        "है",
        "हैं",
        "बा",
        "था",
        "थी",
        "थे",
    }
)
_COUNTERS = frozenset({"ORDINAL2", "ORD", "NUM", "LAST", "NEXT", "THIS"})
_DAILY = frozenset({"roz", "roj", "roje", "roze", "रोज", "रोज़"})
_RECOUNTED = frozenset({"ROZ", "NUM"})
_COUNTING = frozenset({"AGO", "LATER", "SE", "HUE", "KE", "WITHIN"})


def _count_days(built: _Builder) -> None:
    """Beside a number "roz" counts days and tells no habit: "do roz pehle", "दस रोज से"."""
    names = built.names
    for place in range(1, len(names)):
        if names[place] not in _RECOUNTED:
            continue
        after = names[place + 1] if place + 1 < len(names) else ""
        counted = names[place - 1] in ("NUM", "KAI") and after in _COUNTING
        if built.words[place] == "sat" and _is_saturday(names, place, built.words):
            names[place], built.values[place] = "WEEKDAY", 5
        if names[place] == "ROZ" and built.words[place] in _DAILY and counted:
            names[place], built.values[place] = "UNIT", "day"


_LISTS = frozenset({"AND", "DASH", "COMMA", "TO", "YA"})
_WEEK = frozenset({"WEEKDAY", "WEEKDAYISH"})


def _is_saturday(names: list[str], place: int, words: list[str]) -> bool:
    """Whether "sat", elsewhere seven, is a day of the week: in a list of days, or after "every", "last", "on"."""
    after, before = names[place + 1 : place + 3], names[max(place - 2, 0) : place]
    if after[:1] in (["BAJE"], ["UNIT"], ["DIN"], ["MERIDIEM"], ["COUNT"]):
        return False
    if before[-1:] in (["HAR"], ["LAST"], ["NEXT"]) or words[place - 1] == "on":
        return True
    if not (_LISTS.intersection(after[:1]) or words[place + 1 : place + 2] == ["n"]):
        after = after[:1]
    if not (_LISTS.intersection(before[-1:]) or words[place - 1] == "n"):
        before = before[-1:]
    return bool(_WEEK & {*after, *before})


def _run_at(folded: list[str], place: int) -> tuple[int, Sign] | None:
    """The run of words that begins at `place`, hyphens between them not counting ("abhi-abhi"): its length and sign."""
    table = lexicon().signs
    if folded[place] not in table.runs:
        return None
    if folded[place + 1 : place + 2] != ["-"]:
        return table.run(folded, place)
    nearby = folded[place : place + 8]
    plain = [index for index, word in enumerate(nearby) if word != "-"]
    found = table.run([nearby[index] for index in plain], 0)
    return found and (plain[found[0] - 1] + 1, found[1])


@lru_cache(maxsize=16_384)
def _folded(word: str) -> str:
    return fold(word) if len(word) <= _LONGEST_WORD else word
