"""The reporter's employer and post, where they narrow: a named employer, a post at a named place.

A plain trade stays.
"""

from __future__ import annotations

import re

from satark.redaction.duties import DUTIES, KIN_DUTIES, SEATS, SIGNS
from satark.redaction.lexicon import symbols_of
from satark.redaction.livelihoods import KIN, NAMED, OWN, OWN_POSTS, THERE
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage, possible, rule
from satark.redaction.speaker import quoted

_PART = (
    "<rank_letters&cap|workplace|org|open|given|surname|place|area_part|num|common&!ordinary|occupation|gen|dot"
    "|phoneword>"
)
_FIRST = "<rank_letters&cap|workplace|org|cap&common|open|given|surname|place|area_part|occupation|title>"
_EMPLOYER = f"(?P<employer> {_FIRST} {_PART}{{0,6}}? )"
_POST = "(?P<post> <open|common|title|workplace|firm>{0,2} <occupation|post> <occupation|post|open|common>{0,2}? )"
_PLACED = "(?P<employer> <place|open|given> <area_part|place|open|workplace|common&!ordinary>{0,3}? )"
_OFFICE = (
    "(?: <open|workplace|area_part|common&!ordinary>? <post>{1,2} <post_tail>? | <workplace|area_part> <post_tail> )"
)
_AFTER_FIRST = (
    "<workplace|org|open|given|surname|place|area_part|num|cap&common>{0,5} "
    "(?: <common&!ordinary>{0,2} <workplace|firm> )?"
)
_AM = "(?: <tag_name>? <ordinary|number_word>{0,2} <iam> | <common|ordinary|habit>{0,2} <rah>{0,2} <iam> )"
_RULES = (
    (
        f"(?: <i> | <imaybe> | ^ | <stop|newline|comma> ) <comma|own>? {_EMPLOYER} <in|on|gen> "
        f"<number_word|ordinary>? {_POST} <gen>? <in|on|works|ordinary>{{0,3}} {_AM}"
    ),
    f"(?: <i> | <imaybe> | ^ | <stop|newline|comma> ) <comma|own>? {_EMPLOYER} <in|on|gen> <works> {_AM}",
    (
        f"<i> <other_mark>? <am|am_en>? <ordinary>? {_POST} <works>? <on|in|from|saath|for|ordinary|gen>{{1,3}} "
        "(?P<employer> "
        f"{_FIRST} {_AFTER_FIRST} )"
    ),
    (
        f"<i> <works> (?: <ordinary>{{1,3}} {_POST} )? <on|in|for|saath|ordinary>{{1,3}} (?P<employer> {_FIRST} "
        f"{_AFTER_FIRST} )"
    ),
    (
        "<i> <am|was|am_en|ordinary|other_mark>{0,3} <works> <as_en|ordinary>{0,2} "
        f"{_POST}? <on|in|for|saath|ordinary>{{1,3}} "
        f"(?P<employer> {_FIRST} <workplace|org|open|given|surname|place|area_part|num>{{0,5}} )"
    ),
    f"<i_nom|imaybe> (?P<post> {_OFFICE} ) <iam> <area_part>? {_PLACED} <gen> (?! <beside|beside_word> )",
    f"<i_nom|imaybe> {_PLACED} <gen|in|on>? (?P<post> {_OFFICE} ) <iam>",
)  # fmt: skip
_KIN = (
    "<my> <kin>{1,2} <tag|honorific>{0,2} (?P<employer> <workplace|org|open|place|area_part>{1,4} ) <in|on|gen> "
    "(?P<post> <post|occupation>{1,3} ) <is|am>"
)
_PAPERS_END = 4  # digits of a card's or account's number by which people tell it
_ENGLISH_SPECIFIC = "rank_letters|cap&common|open|given|surname|place|num|org"


def employment_cuts(passage: Passage) -> list[Cut]:
    """The reporter's employer and post in `passage`. At a place that is no employer only the post goes: the place
    is evidence."""
    found: list[Cut] = []
    of_kin = rule(_KIN)
    for tried in possible(passage, (*_RULES, _KIN)):
        for match in tried.finditer(passage):
            if quoted(passage, match.start()) or (tried is of_kin and _tells_of_a_crime(passage, match.end())):
                continue
            found += _cuts_of(passage, match)
    for sources, kins in ((OWN, False), (NAMED, False), (OWN_POSTS, False), (KIN, True)):
        for tried in possible(passage, sources):
            for match in tried.finditer(passage):
                if not quoted(passage, match.start()) and not (kins and _does_wrong(passage, match.end())):
                    found += _told_cuts(passage, match)
    for tried in possible(passage, THERE):
        for match in tried.finditer(passage):
            if quoted(passage, match.start()):
                continue
            found.append(Cut(*passage.span(*match.span("post")), "[reporter post]"))
    return found + _duty_cuts(passage)


def _duty_cuts(passage: Passage) -> list[Cut]:
    """What `duties` reads, whatever the words of it are."""
    found: list[Cut] = []
    for sources, kins in ((DUTIES, False), (SEATS, False), (SIGNS, False), (KIN_DUTIES, True)):
        for tried in possible(passage, sources):
            for match in tried.finditer(passage):
                if quoted(passage, match.start()) or (kins and _does_wrong(passage, match.end())):
                    continue
                found += [
                    Cut(*passage.span(*match.span(group)), f"[reporter {group}]")
                    for group in match.re.groupindex
                    if match.start(group) >= 0
                    and not (group == "id" and _is_short(passage, match.start(group), match.end(group)))
                ]
    return found


def _is_short(passage: Passage, first: int, last: int) -> bool:
    """Whether these words are a bare number too short to be part of a paper's."""
    return last - first == 1 and len(passage.quote(first, last)) < _PAPERS_END


def _told_cuts(passage: Passage, match: re.Match[str]) -> list[Cut]:
    """The employer and post that the words themselves call the place and manner of work. A bare place stays."""
    cuts: list[Cut] = []
    groups = match.re.groupindex
    if "employer" in groups:
        first, last = match.span("employer")
        if any(
            symbol not in symbols_of("place|area_part|common&!cap|ordinary") for symbol in passage.symbols[first:last]
        ):
            cuts.append(Cut(*passage.span(first, last), "[reporter employer]"))
    if "post" in groups:
        first, last = match.span("post")
        if any(symbol in symbols_of("post|rank_letters") for symbol in passage.symbols[first:last]):
            cuts.append(Cut(*passage.span(first, last), "[reporter post]"))
    return cuts


def _does_wrong(passage: Passage, at: int) -> bool:
    """Whether the clause that goes on at word `at` tells of a crime with no other doer: then the kin is the accused."""
    told = rule("<!stop&!newline&!comma&!and&!but&!jahan>{0,8} <crime|sexual>").pattern.match(passage.symbols, at)
    return told is not None


def _cuts_of(passage: Passage, match: re.Match[str]) -> list[Cut]:
    groups = match.re.groupindex
    first, last = match.span("employer")
    employer = passage.symbols[first:last]
    post = match.span("post") if "post" in groups else (-1, -1)
    named = any(symbol in symbols_of("org") for symbol in employer) or (
        any(symbol in symbols_of("workplace") for symbol in employer)
        and any(symbol in symbols_of(_ENGLISH_SPECIFIC) for symbol in employer)
    )
    cuts: list[Cut] = []
    if named:
        cuts.append(Cut(*passage.span(first, last), "[reporter employer]"))
    specific = named or any(symbol in symbols_of("open|place|given|surname|num") for symbol in employer)
    narrows = named or any(symbol in symbols_of("post") for symbol in passage.symbols[slice(*post)])
    if post[0] >= 0 and specific and narrows:
        cuts.append(Cut(*passage.span(*post), "[reporter post]"))
    return cuts


def _tells_of_a_crime(passage: Passage, at: int) -> bool:
    return any(symbol in symbols_of("crime|sexual") for symbol in passage.symbols[at : at + 12])
