"""The grammar's rules: a name and a pattern of signs each. Builders of the same name are in `grammar`.

A pattern is written in sign names (data/lexicon/time.yml and `signs`), abbreviations (below) and regex operators;
blanks mean nothing. Rules are tried in this order at each word; the first whose builder accepts wins.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from satark.when.signs import alphabet

_CLASSES = {
    "UNITS": "UNIT DIN",
    "WD": "WEEKDAY WEEKDAYISH",
    "MON": "MONTH MONTHISH",
    "NTH": "NUM ORD",
    "MARK": "BAJE MERIDIEM",
    "LINK": "SE TO DASH TAK",
    "OR": "YA DASH TO SE AND",
    "WHICH": "LAST LAST2 NEXT THIS PASTQ",
    "GAP": "KE AND COMMA PREP",
    "DAYPART": "PART PARTISH DIN",
    "FEAST": "FESTIVAL FESTIVALISH",
}
_ABBREVIATIONS = {
    "QUANTITY": "(?: (?P<frac>FRAC) (?P<n>NUM) | (?P<sole>FRAC) (?=UNIT) | (?P<more>NUM) AND A? HALF"
    " | (?P<half>HALF) A? | A (?P<half2>HALF) | (?P<mixed>MIXED)"
    " | (?P<low>NUM) OR? (?P<high>NUM) | (?P<one>NUM) | (?P<kai>KAI) | (?P<a>A) )",
    "BARE1": "(?: (?P<frac1>FRAC) (?P<n1>NUM) | (?P<mixed1>MIXED) | (?P<hm1>HM) | (?P<num1>NUM) )",
    "BARE2": "(?: (?P<frac2>FRAC) (?P<n2>NUM) | (?P<mixed2>MIXED) | (?P<hm2>HM) | (?P<num2>NUM) )",
}

_ABBREVIATIONS["PASTCLOCK"] = "(?: A? (?:HALF|QUARTER|NUM UNIT?) (?:PAST|TO) NUM MERIDIEM? )"

_RULES: tuple[tuple[str, str], ...] = (
    # dates
    ("full_date", "TARIKH? DMY TARIKH?"),
    ("date_range", "(?P<d1>NTH) OR (?P<d2>NTH) KE? (?P<month>MON) (?P<year>NUM)? (?:BICH|TAK)?"),
    ("date_range_of_month", "(?:FROM|BETWEEN)? (?P<d1>NTH) OR KE? (?P<d2>ORD) KE (?P<which>WHICH) (?P<unit>UNIT)"),
    ("date_pair", "(?P<pair>DM) KE? (?P<month>MON) (?P<year>NUM)?"),
    ("date_range_number", "(?P<d1>NTH) (?:SE|DASH|TO|YA) (?P<d2>NTH) TARIKH (?:BICH|TAK)?"),
    ("day_month", "TARIKH? (?P<day>NTH) TARIKH? KE? (?P<month>MON) (?: COMMA? (?P<year>NUM) )?"),
    ("day_month", "TARIKH? (?P<day>NTH) TARIKH? KE? (?P<month>MON)"),
    ("day_month", "(?P<day>ORDINAL2) KE (?P<month>MON) (?: COMMA? (?P<year>NUM) )?"),
    ("day_month", "(?P<day>ORDINAL2) KE (?P<month>MON)"),
    (
        "month_day",
        "(?P<month>MON) KE? (?P<day>NTH) (?:TARIKH|(?! COUNT|UNIT|BAJE|MERIDIEM|DIN|BAAR)) (?: COMMA? (?P<year>NUM))?",
    ),
    ("weekday_date", "THIS? WD COMMA? KE? (?P<day>ORD) (?: KE? (?P<month>MON) (?P<year>NUM)? )?"),
    ("day_of_period", "(?P<which>WHICH) (?P<unit>UNIT) KE? (?P<day>NTH) (?:TARIKH|PREP)"),
    ("day_of_period", "(?P<which>WHICH) (?P<unit>UNIT) PREP? KE? (?P<day>ORD)"),
    ("last_day", "LAST (?P<unit>UNIT) KE (?P<month>MON)"),
    ("last_day", "(?P<month>MON) KE (?P<nth>ORD|LAST) DIN"),
    ("week_of_month", "(?P<month>MON) KE (?P<nth>AGO|ORD|ORDINAL2|LAST) (?P<unit>UNIT)"),
    ("week_of_month", "(?:PREP|KE)* (?P<nth>ORD|ORDINAL2|LAST) (?P<unit>UNIT) KE (?P<month>MON)"),
    ("week_of_period", "(?P<which>WHICH) (?P<unit>UNIT) KE (?P<nth>AGO|ORD|ORDINAL2|LAST) (?P<week>UNIT)"),
    ("week_of_period", "(?P<nth>ORD|ORDINAL2|LAST) (?P<week>UNIT) KE (?P<which>WHICH) (?P<unit>UNIT)"),
    ("weekday_of_month", "HAR? (?P<unit>UNIT) KE (?P<nth>AGO|ORD|ORDINAL2|LAST) (?P<wd>WD)"),
    ("weekday_of_month", "(?:HAR|PREP|KE)* (?P<nth>ORD|ORDINAL2|LAST) (?P<wd>WD) KE* HAR? (?P<unit>UNIT)"),
    ("monthly_date", "HAR (?P<unit>UNIT) KE? (?P<day>NTH) (?: TARIKH? (?:AND|COMMA|YA) NTH )* TARIKH"),
    (
        "monthly_date",
        "(?:PREP KE?)? (?P<day>NTH) (?: TARIKH? (?:AND|COMMA|YA) KE? NTH )* TARIKH? KE? HAR (?P<unit>UNIT)",
    ),
    ("date_corrected", "TARIKH (?P<no>NTH) X (?P<day>NTH)"),
    ("date_number", "(?P<day>NTH) TARIKH"),
    ("date_number", "(?P<day>NUM) KE (?=PART)"),
    ("date_of_part", "(?P<day>NUM) PREP (?=PART)"),
    ("date_it_was", "(?P<day>NUM) PREP (?=HUE|X)"),
    ("date_number", "TARIKH (?P<day>NTH) (?! BAJE|UNIT)"),
    ("date_number", "(?: PREP KE | KE | (?=ORD PREP|ORD KE) ) (?P<day>ORD) TARIKH? (?! KE? MON)"),
    ("on_date", "PREP (?P<day>ORD) (?! KE|MON|UNIT|BAAR)"),
    ("slash_date", "(?P<before>PREP|TARIKH)? (?P<dm>DM) (?P<after>PREP|KE|TARIKH)?"),
    # festivals and days counted from another
    (
        "since_counted_from",
        "(?P<base>FESTIVAL) (?:KE|SE)? QUANTITY (?P<unit>UNITS) (?: (?P<way>AGO|LATER) SE | LOOSE )",
    ),
    (
        "counted_from",
        "(?P<base>FEAST|REL) (?:KE|SE)? (?P<just>X)? QUANTITY (?P<unit>UNITS) (?:KE|SE)? (?P<way>AGO|LATER)",
    ),
    ("part_before", "(?P<base>FESTIVAL|REL|WEEKDAY) (?:KE|SE) AGO KE (?P<part>PART)"),
    ("part_before", "(?P<part>PART) (?P<way>AGO) (?P<base>FESTIVAL|REL|WEEKDAY)"),
    ("part_after", "(?P<base>FEAST|WEEKDAY) KE NEXT (?P<part>PART)"),
    ("part_after", "(?P<part>PART) (?P<way>LATER) (?P<base>FESTIVAL)"),
    ("eve", "(?P<base>FESTIVAL) KE? EVE | EVE KE (?P<base2>FESTIVAL)"),
    ("counted_before", "QUANTITY (?P<unit>UNITS) (?P<way>AGO|LATER) (?P<base>FESTIVAL)"),
    ("counted_before", "(?P<unit>UNITS) (?P<way>AGO|LATER) (?P<base>FESTIVAL)"),
    ("day_after_festival", "NEXT (?P<unit>UNITS) (?:KE|LATER) (?P<base>FESTIVAL)"),
    ("day_after_festival", "(?P<base>FEAST) KE? (?:(?P<nth>ORDINAL2)|NEXT) DIN"),
    ("festival", "(?P<which>WHICH)? (?P<base>FESTIVAL) KE? (?:AGO|ORD) DIN"),
    ("around_festival", "(?P<way>AGO|LATER) (?P<base>FESTIVAL)"),
    ("since_festival", "(?P<base>FESTIVAL) KE? LATER SE"),
    ("around_festival", "(?P<base>FESTIVAL) (?:KE|SE)? (?P<way>AGO|LATER)"),
    ("festival", "(?P<which>WHICH)? (?P<base>FESTIVAL) (?:KE? DIN (?!BHAR))?"),
    # recurrence
    ("every_counted", "HAR QUANTITY (?P<unit>UNITS) (?! SKIPPING)"),
    ("every_other", "HAR? (?: NUM (?=NUM) )? (?P<one>NUM)? (?P<unit>UNITS) SKIPPING"),
    ("every_nth", "HAR (?P<nth>ORDINAL2|ORD) (?P<part>PART)"),
    ("every_nth", "HAR (?P<nth>ORDINAL2|ORD) (?:(?P<unit>UNITS)|(?P<wd>WD))"),
    ("alternate", "(?P<nth>ORDINAL2) (?P<unit>UNITS)"),
    ("weekday_span", "HAR (?P<first>WD) (?:SE|TO|DASH) (?P<last>WD) TAK?"),
    ("every_weekday", "ANY (?P<wd>WEEKDAY)"),
    ("every_weekday", "HAR (?P<wd>WD) (?: (?:AND|COMMA|YA|HAR){0,2} WD )*"),
    ("every_festival", "HAR FESTIVAL"),
    ("event_day", "HAR? EVENT KE? UNITS | HAR EVENT | KAL_PARTS EVENT"),
    ("every_but", "(?:HAR UNITS|HAR (?P<part>PART)|ROZ) COMMA? EXCEPT KE? PREP? WD (?: (?:AND|COMMA|YA|KE){1,2} WD )*"),
    ("every_but", "(?:HAR|BHAR) EXCEPT KE? PREP? WD (?: (?:AND|COMMA|YA|KE){1,2} WD )*"),
    ("every_but", "EXCEPT KE? PREP? WD (?: (?:AND|COMMA|YA|KE){1,2} WD )*"),
    ("every_part_clock", "HAR (?P<part>PART) (?P<at>LATER|AGO|AT) BARE1 (?! BAJE|UNIT|DIN|MERIDIEM|LINK)"),
    ("every_part", "HAR (?P<part>PART|PARTISH)"),
    ("part_after_part", "(?P<part>PART) LATER (?P<again>PART)"),
    (
        "every_but",
        "WD (?: (?:AND|COMMA|YA){1,2} WD )* (?:PREP|KE)? SKIPPING COMMA?"
        " (?: HAR UNITS | HAR (?P<part>PART) | ROZ | (?:UNIT KE)? KE? (?:REST|ORDINAL2) X? NUM? (?:HAR? UNITS|ROZ) )?",
    ),
    ("every_unit", "HAR (?P<unit>UNITS)"),
    ("times_a_unit", "(?P<unit>UNITS) (?:PREP|KE)? QUANTITY (?:OR? NUM)? (?:BAAR|DIN)"),
    ("times_a_unit", "(?P<n0>NUM)? BAAR (?P<a0>A|HAR) (?P<unit>UNITS)"),
    ("event_part", "EVENT KE? (?P<part>PART|PLURAL_PART)"),
    ("daily", "(?P<roz>ROZ)"),
    ("often", "OFTEN"),
    ("weekdays", "WEEKDAYS"),
    ("weekend", "(?P<which>WHICH|HAR)? WEEKEND"),
    ("plural_part", "(?P<part>PLURAL_PART)"),
    ("weekday_list", "(?P<first>WD) (?: (?:AND|COMMA|YA|DASH){0,2} WD )+ (?! TAK)"),
    # lengths of time
    ("just_counted", "HUE QUANTITY (?P<unit>UNITS) (?! AGO)"),
    ("since_counted", "(?:FROM|SINCE|FOR) (?:KE|APPROX)? (?:LAST|PASTQ|PAST)? QUANTITY (?P<unit>UNITS) (?P<se>SE)?"),
    ("since_counted", "(?:LAST|PASTQ|PAST) QUANTITY (?P<unit>UNITS) KE? (?:SE|SINCE)"),
    ("last_counted", "(?:LAST|PASTQ|PAST) QUANTITY (?P<unit>UNITS) (?! AGO) (?P<me>PREP|KE)?"),
    ("next_counted", "NEXT QUANTITY (?P<unit>UNITS) (?:PREP|WITHIN|KE)?"),
    ("within_counted", "WITHIN KE? (?:NEXT)? QUANTITY (?P<unit>UNITS)"),
    ("since_counted", "QUANTITY (?P<unit>UNITS) KE? (?:SE|SINCE)"),
    ("since_counted", "(?P<unit>UNITS) BHAR (?P<se>SE)"),
    ("since_counted", "BHAR (?P<unit>UNITS) (?P<se>SE)"),
    ("since_counted", "(?P<unit>UNIT) DIN (?P<se>SE)"),
    ("ago", "(?P<unit>UNITS) BHAR AGO"),
    ("since_counted", "(?:FROM|SINCE|FOR) KE? (?:LAST|PAST) (?P<unit>UNIT)"),
    ("since_now", "QUANTITY (?P<unit>UNITS) NOW"),
    ("since_been", "(?P<been>X) QUANTITY (?P<unit>UNITS) (?= STOP | COMMA | AND | $ )"),
    ("since_loose", "(?P<loose>LOOSE) SE?"),
    ("since_loose", "(?P<plural>UNIT) SE"),
    ("since_period", "(?:SINCE|FROM) (?P<which>LAST) (?P<unit>UNIT)"),
    ("ago_today", "(?P<rel>REL) SE X? QUANTITY (?P<unit>UNITS) (?:KE|SE)? AGO"),
    ("ago", "QUANTITY (?P<unit>UNITS) (?:KE|SE)? AGO"),
    ("ago_or", "(?P<low>A|NUM) (?P<unit>UNITS) YA (?P<high>NUM) (?P<way>AGO)"),
    ("ago", "AGO QUANTITY (?P<unit>UNITS)"),
    ("half_more", "(?:A|NUM) (?P<unit>UNITS) AND A? (?P<half>HALF) (?P<way>AGO|LATER)"),
    ("nights_since", "(?:FROM|SINCE|FOR)? KE? (?:LAST|PASTQ|PAST)? QUANTITY (?P<part>PLURAL_PART|PART) (?P<se>SE)?"),
    ("nights_in", "QUANTITY (?P<part>PLURAL_PART|PART) (?P<me>PREP)"),
    ("nights_ago", "QUANTITY (?P<part>PLURAL_PART|PART) (?:KE|SE)? AGO"),
    ("ago", "QUANTITY (?P<unit>UNITS) HUE"),
    ("within", "QUANTITY (?P<unit>UNITS) KE? WITHIN"),
    ("later", "QUANTITY (?P<unit>UNITS) KE? LATER"),
    ("later", "QUANTITY (?P<unit>UNITS) FROM NOW"),
    ("counted_in", "QUANTITY (?P<unit>UNITS) (?P<me>PREP) (?! BAAR)"),
    ("later", "PREP QUANTITY (?P<unit>UNITS)"),
    ("later", "LATER QUANTITY (?P<unit>UNITS)"),
    # clock
    (
        "clock_range_in_part",
        "(?P<from>FROM|BETWEEN)? BARE1 (?P<mark1>MARK)? (?P<link>TO|TAK|DASH|AND) BARE2 (?P<mark2>MARK)?"
        " (?:PREP KE|AT) (?P<part>PART)",
    ),
    ("clock_in_part", "BARE1 (?:PREP KE|AT) (?P<part>PART)"),
    ("clock_of_night", "AT BARE1 (?P<part>PART)"),
    (
        "clock_range",
        "(?: (?P<from>FROM|BETWEEN) APPROX? | LATER )? BARE1 (?P<mark1>MARK)? (?P<part1>PART)? (?P<link>LINK|YA|AND)?"
        " (?P<part2>PART)? PREP? BARE2 (?P<mark2>MARK)? (?: KE? (?P<part3>PART) (?=TAK) )? (?P<tail>TAK|KE? BICH)?",
    ),
    (
        "clock_range",
        "(?P<part1>PART) (?:PREP|KE)? BARE1 (?P<mark1>MARK)? (?P<link>AND|SE|TO|DASH) (?P<part2>PART) PREP? BARE2"
        " (?P<mark2>MARK)? (?P<tail>TAK|KE? BICH)",
    ),
    (
        "clock_past_range",
        "(?:FROM|BETWEEN) (?P<first>PASTCLOCK) (?:AND|TO|TAK) (?P<last>PASTCLOCK|BARE1) (?P<mark1>MARK)?",
    ),
    ("clock_past_range", "(?P<first>A? (?:HALF|QUARTER) (?:PAST|TO) NUM) (?:TO|TAK|DASH) (?P<last>PASTCLOCK|BARE1)"),
    ("until_part", "(?:FROM|BETWEEN) BARE1 (?P<mark1>MARK)? (?:AND|TO|TAK) (?P<part>PART)"),
    ("between_part", "BETWEEN (?P<part>PART) AND BARE1 (?P<mark1>MARK)? (?:THIS|KE|PREP)* PART?"),
    ("clock_past_range", "(?:FROM|BETWEEN) BARE1 (?P<mark1>MARK)? (?:AND|TO|TAK) (?P<last>PASTCLOCK)"),
    (
        "clock_past",
        "AT? APPROX? (?:(?P<half>HALF)|(?P<quarter>QUARTER)|(?P<minutes>NUM) UNIT?) (?P<way>PAST|TO|LATER)"
        " (?P<hour>NUM) MARK?",
    ),
    ("clock_bajke", "(?P<hour>NUM) (?:BAJKE|BAJE) KE? (?P<minutes>NUM) (?P<unit>UNIT)"),
    ("clock_mark", "BARE1 (?P<mark1>MARK) (?P<mark2>MERIDIEM)?"),
    ("clock_baj", "BARE1 BAJKE"),
    ("clock_hours", "(?P<num>NUM) (?P<unit>UNIT)"),
    ("clock_colon", "(?P<hm>HM) (?P<hours>UNIT)?"),
    (
        "clock_part",
        "(?P<part>PART|PARTISH) (?P<prep>PREP|KE|AT|APPROX)? (?P<rough>APPROX)? BARE1 (?P<mark1>MARK)?"
        " (?! (?:SE|DASH|TO) (?:FRAC? NUM|MIXED|HM) (?:BAJE|TAK|KE? BICH) )"
        " (?! (?:FRAC NUM|MIXED) BAJE? KE? BICH )",
    ),
    ("clock_rough", "(?:AT|PREP)? APPROX BARE1 (?! COUNT|UNIT|DIN|MARK)"),
    ("clock_past", "(?P<at>AT) APPROX? (?P<minutes>NUM) (?P<way>TO) (?P<hour>NUM) MARK?"),
    (
        "clock_at",
        "(?P<at>AT|LATER|AGO|TAK|PAST) (?P<num>NUM) (?! COUNT|UNIT|DIN|NUM|BAJE|BAJKE|MERIDIEM|MONTH|MONTHISH|PAST)",
    ),
    # days
    ("night_clock", "(?P<value>NIGHT_REL) (?P<prep>AT|APPROX|KE)? (?P<rough>APPROX)? BARE1 (?P<mark1>MARK)?"),
    ("night_day", "(?P<value>NIGHT_REL)"),
    ("relative", "(?P<which>LAST|NEXT|PASTQ)? (?P<rel>REL)"),
    ("bihan", "BIHAN"),
    ("weekday_roz", "(?P<wd>WD) KE ROZ"),
    ("every_same", "(?P<first>WD) KE (?P<last>WD)"),
    ("weekday_before", "LAST? (?P<wd>WD) SE AGO KE (?P<again>WD)"),
    ("weekdays_ago", "(?P<count>NUM) (?P<wd>WD) (?P<way>AGO)"),
    ("weekdays_ago", "(?P<wd>WD) (?P<way>AGO) (?P<last>LAST)"),
    ("weekday_range", "FROM? (?P<first>WD) (?:SE|TO|DASH) (?P<last>WD) TAK?"),
    ("saturday", "(?P<sat>NUM) (?=PART)"),
    ("weekday_of_meeting", "(?P<which>NEXT) X (?:KE|PREP)? (?P<wd>WEEKDAY)"),
    ("weekday", "(?P<which>WHICH)? (?P<wd>WEEKDAY)"),
    ("weekday", "(?P<which>WHICH) (?P<wd>WEEKDAYISH)"),
    ("weekday", "(?P<wd>WEEKDAYISH) (?= KE DIN | KE PART | PREP | PART | NUM MERIDIEM | HM MERIDIEM )"),
    # parts of the day
    ("whole_day", "BHAR DIN | DIN BHAR"),
    ("whole_part", "BHAR (?P<part>PART) | (?P<part2>PART) BHAR"),
    ("night_between", "(?P<part>PART) BETWEEN (?P<first>WEEKDAY) AND WEEKDAY"),
    ("this_part", "(?P<which>WHICH) (?P<part>PART|PARTISH)"),
    ("part", "(?P<part>PART)"),
    ("part_by_context", "(?P<part>PARTISH) (?P<prep>PREP|KE)?"),
    ("daytime", "DIN (?P<prep>PREP|KE (?=FRAC? NUM BAJE|HM))"),
    # periods
    ("period", "(?P<which>WHICH) (?P<unit>UNIT)"),
    ("months_together", "(?P<month>MON) AND (?P<last>MON) (?P<both>X)? (?P<unit>UNIT)?"),
    ("month", "(?:LAST|THIS)? (?P<month>MONTH) (?:KE? UNIT)? (?P<year>NUM)?"),
    ("monthish", "(?P<before>LAST|PREP|SINCE)? (?P<month>MONTHISH) (?: KE? (?P<unit>UNIT) )?"),
    ("year", "(?:UNIT|PREP) (?P<year>NUM) (?:KE|PREP)?"),
    ("year", "(?P<year>NUM) (?:KE|PREP)"),
    ("year_since", "(?P<year>NUM) (?=SE)"),
    # now
    ("now", "NOW"),
    ("just", "JUST"),
    ("soon", "SOON"),
    ("nowadays", "NOWADAYS"),
    ("recent", "RECENT"),
)


class Rule(NamedTuple):
    """A rule ready to match: `builder` names its function in `grammar`."""

    builder: str
    pattern: re.Pattern[str]
    probe: Any  # the same for the regex module, which can match the beginning of a longer text

    def may_begin(self, pair: str) -> bool:
        """Whether the rule can match at a word of the first sign of `pair` with one of the second after it."""
        whole = self.pattern.match(pair) is not None or self.probe.fullmatch(pair, partial=True) is not None
        return whole or _AHEAD in self.pattern.pattern


_AHEAD = "(?="  # a rule that looks ahead is tried in any case


class Rules(NamedTuple):
    """`start` finds the next word where a rule may begin; `by_sign` lists for a sign the rules that begin with it."""

    start: re.Pattern[str]
    by_sign: dict[str, list[Rule]]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """All rules, compiled over the alphabet of signs and indexed by the sign they may begin with."""
    letters = alphabet()
    by_sign: dict[str, list[Rule]] = {letter: [] for letter in letters.values()}
    for name, pattern in _RULES:
        source = _translate(pattern, letters)
        rule = Rule(name, re.compile(source), regex.compile(source))
        for letter, found in by_sign.items():
            if rule.probe.fullmatch(letter, partial=True):
                found.append(rule)
    starters = "".join(letter for letter, found in by_sign.items() if found)
    return Rules(re.compile(f"[{starters}]"), by_sign)


@lru_cache(maxsize=8_192)
def fitting(pair: str) -> tuple[Rule, ...]:
    """The rules that may match at a word, in order; `pair`: its sign's letter and the next word's (none at the end)."""
    found = rules().by_sign[pair[0]]
    return tuple(found) if len(pair) == 1 else tuple(rule for rule in found if rule.may_begin(pair))


def _translate(pattern: str, letters: dict[str, str]) -> str:
    for name, body in _ABBREVIATIONS.items():
        pattern = re.sub(rf"\b{name}\b", body, pattern)

    def letter(match: re.Match[str]) -> str:
        names = _CLASSES.get(match.group(), match.group()).split()
        found = "".join(letters[name] for name in names)
        return found if len(found) == 1 else f"[{found}]"

    return re.sub(r"(?<!\?)\b[A-Z][A-Z_0-9]*\b", letter, pattern).replace(" ", "")
