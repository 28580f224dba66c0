"""A name told outright, "mera naam ... hai", "my name is ...": whatever word stands there is the speaker's.

The names of the world are in no list, and one may sound like a verb: here the grammar alone decides, and what is learnt
from other messages does not overrule it. In another's mouth ("usne kaha mera naam ... hai") the name is evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from satark.redaction.named import ANY_WORD, TITLE, WHOEVER
from satark.redaction.passage import Passage, possible
from satark.redaction.speaker import quoted

_SAID = f"(?P<name> {TITLE} {ANY_WORD} <given|surname>{{0,2}} )"
_END = (
    "(?= <comma|stop|newline|dot|colon|close_mark|and|but|hide|please|honorific|id|tag|my&!own|son_of|rel_letter|from"
    "|resident|years|village> | $ )"
)
_IS = "<other_mark>? <is>"  # the name may stand in quotes
_LINK = "<to|this|colon|comma|open_mark|other_mark>{0,3}"
_FIRST = "(?: <i_nom> | (?: ^ | <stop|newline|comma|greeting> ) <imaybe> )"
_I_AM = "(?: <i_en> <other_mark>? <am_en> | <im> )"

_INTRODUCTIONS = (
    f"<my> <name> {_LINK} {WHOEVER} <other_mark>? (?: <is|am> | {_END} )",
    f"<my> <name> {_LINK} {_SAID} {_IS} {_END}",
    f"<my> <ordinary|common> <name> {_LINK} {WHOEVER} <other_mark>? <is|am>",
    f"<my> <name> {_LINK} <is> <colon|other_mark>? {WHOEVER} <other_mark>? {_END}",
    f"(?<! <gen|their> ) <name> <is>? <my> {_LINK} {WHOEVER} (?: {_IS} | {_END} )",
    f"{WHOEVER} <name> <is>? <my> {_END}",
    f"{_FIRST} {WHOEVER} <honorific>? (?: <speaks|speaking> <rah>{{0,2}} <hoon|iam> | <speaks> <rah>{{1,2}} <is> )",
    f"{_FIRST} {WHOEVER} <honorific>? <says_i>",
    f"(?: ^ | <stop|newline|comma|greeting> ) <self_en> {WHOEVER} {_END}",
    f"<this_en> <is_en> {WHOEVER} (?= <speaking|here> )",
    f"{_I_AM} (?P<name> <given|surname|open|verbal> <given|surname>{{0,2}} ) "
    "(?= <from|here|speaking> | <comma|and> <i|my> )",
    f"(?: ^ | <stop|newline|comma|dot> ) (?P<name> {ANY_WORD}{{1,3}} ) <this_en> <side> {_END}",
    "<this|my> <info|call|speaking|slip> (?P<name> <given|surname|open|verbal>{1,3} ) <gen> <side> <se> <is>",
    f"{_I_AM} (?P<name> <cap&given|cap&open> <given|surname>{{0,2}} ) {_END}",
)


def introduced(passage: Passage, of_another: bool = False) -> Iterator[re.Match[str]]:
    """The names (group `name`) that the one who speaks is said to bear: of the reporter, or where another is quoted."""
    for tried in possible(passage, _INTRODUCTIONS):
        for match in tried.finditer(passage):
            if quoted(passage, match.start()) == of_another:
                yield match
