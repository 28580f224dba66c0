"""The reporter's address: house number, lane, the description of "my house".

Villages and towns alone stay: they are evidence too.
"""

from __future__ import annotations

from satark.redaction.dwellings import DWELLINGS
from satark.redaction.lexicon import symbols_of
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage, possible, rule

_LANE = (
    "(?: <area_part> <common&!ordinary&!crime&!suspect&!workplace>{1,2} "
    "(?= <comma|stop|newline|area_part|close_mark> | $ ) )"
)
_PART = (
    f"(?: {_LANE} | <area_part|house|place|open|given|surname|num|number_word|comma|slash|colon|dot|phoneword&!call"
    "|cap&common&!crime&!suspect|cap&rel_letter> | (?<= <num|colon> ) <cap&article> )"
)
_FIRST = "<area_part|house|place|open|given|surname|num|number_word>"
_LINK = "<is|colon|comma|this|open_mark|stop|newline>"
_DOOR = "(?: <house> | <hno> <dot|slash|stop>? <phoneword> | <area_part> <dot|stop> <area_part> )"
_NUMBER = "<num> (?: <slash|colon>? <num|cap&open> ){0,2}"
_RULES = (
    f"<my> <address> {_LINK}{{0,3}} (?P<address> {_FIRST} {_PART}{{0,17}} )",
    f"<my> <house> <phoneword|label|dot|stop|is|colon>{{0,4}} (?P<address> {_NUMBER} (?: <comma>? {_PART}{{1,10}} )? )",
    # "mere ghar, makan number 41"
    "(?: <my> <home> | <tag_address> ) <comma> "
    f"(?P<address> <house> <phoneword|label|dot|stop|is|colon>{{0,4}} {_NUMBER} )",
    (
        f"<tag_name> (?: <!stop&!newline>{{0,6}} ) <resident> (?: <gen|colon|comma|in|on|slash|oh>{{0,3}} ) "
        f"(?P<address> {_FIRST} {_PART}{{0,17}} )"
    ),
    f"<tag_name> <comma>? (?P<address> <area_part|house> {_PART}{{1,16}} )",
    # "prarthi, [reporter name], gram Barji, post [reporter address]", "mera khata [...] hai, pata B-9 Jaycees chauraha"
    "<applicant|closing> <!stop&!tag>{0,4} <tag_reporter&tag_name> <newline|comma> "
    "(?P<address> <village|area_part> <!stop&!newline&!in&!tag>{1,3} <comma>? ) (?= <newline> | <tag> | $ )",
    "<tag_reporter> <!stop&!newline&!their&!suspect>{0,6} <comma> <address> <colon|is>? "
    "(?P<address> <!stop&!newline&!comma>{2,10} ) (?= <stop|newline|comma> | $ )",
)  # fmt: skip
_HOUSE_NUMBER = f"(?P<address> {_DOOR} <phoneword|dot|stop|colon>{{0,4}} {_NUMBER} (?: <comma>? {_PART}{{1,10}} )? )"
_MINE = "my|i_nom|iam|tag_reporter|applicant"
_THEIRS = "their|they&!who|suspect|crime|given|surname"


def address_cuts(passage: Passage) -> list[Cut]:
    """The reporter's addresses in `passage`. A house number with no owner named stays: it is where the
    crime happens."""
    told = [match.span("address") for tried in possible(passage, _RULES) for match in tried.finditer(passage)]
    found = [match.span("address") for tried in possible(passage, DWELLINGS) for match in tried.finditer(passage)]
    found += [
        match.span("address")
        for match in rule(_HOUSE_NUMBER).finditer(passage)
        if _is_mine(passage, *match.span("address"))
    ]
    return [
        Cut(*passage.span(first, _trimmed(passage, first, last)), "[reporter address]", spans is told)
        for spans in (told, found)
        for first, last in spans
    ]


def _trimmed(passage: Passage, first: int, last: int) -> int:
    marks = symbols_of("comma|colon|dot|slash|phoneword")
    while last > first + 1 and passage.symbols[last - 1] in marks:
        last -= 1
    return last


def _is_mine(passage: Passage, first: int, last: int) -> bool:
    """Whether the sentence speaks of the reporter, or complains to the ward of what lies before the house."""
    start, end = passage.around(first, last, symbols_of("stop|newline"), before=12, after=8)
    around = passage.symbols[start:first] + passage.symbols[last:end]
    return any(symbol in symbols_of(f"{_MINE}|civic") for symbol in around) and not any(
        symbol in symbols_of(_THEIRS) for symbol in around
    )
