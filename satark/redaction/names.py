"""Names that give the reporter away: the reporter's own, the kin's (unless accused), and victims who may not be named.

Each rule finds a name by the grammar around it; a list of given names and surnames decides where grammar alone cannot.
"""

from __future__ import annotations

import re

from satark.redaction.lexicon import symbols_of
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage, rule
from satark.redaction.selves import RELATIVE as RELATIVE_IN_PASSING
from satark.redaction.selves import REPORTER as REPORTER_IN_PASSING
from satark.redaction.selves import THEY_DO_WRONG
from satark.redaction.speaker import quoted, speaks_of_self

_TITLE = "(?: <title>{1,2} <stop|dot>? )? <initials>?"
_END = (
    "(?= "
    "<is|am|iam|stop|comma|newline|close_mark|open_mark|son_of|resident|and|but|i|my|from|"
    "phoneword|label|id|tag|colon|years|gen&!ko> "
    "| $ )"
)
_NAMEABLE = "(?: <given|surname|open> | <place> (?= <given|surname> ) )"
_STEADY = "<given&!common&!occupation|surname&!common&!occupation|open>"  # a name even where any noun could stand
_KNOWN = (
    "(?: <given&!common&!occupation|surname&!common&!occupation> "
    "| <given|open> (?= <surname&!common> ) | <cap&open|dev&open> (?= <given&!common> ) )"
)
_INITIAL = "<cap&initial> <dot|stop>?"
_TAIL = f"(?: <dot>? (?: <open> | {_INITIAL} )? <given|surname> ){{0,3}} (?: (?: {_INITIAL} )? <open> {_END} )?"


def _named(first: str) -> str:
    return f"(?P<name> {_TITLE} {first} {_TAIL} )"


_CALLED = f"(?P<name> {_TITLE} {_KNOWN} <surname>{{0,2}} )"  # where two given names in a row are two people
_ANY, _SURE, _LISTED = _named(_NAMEABLE), _named(_STEADY), _named(_KNOWN)
_CALLED_BY = (
    f"(?P<name> {_TITLE} {_NAMEABLE} <given|surname|open|occupation|post|near_kin>{{0,2}} )"  # bynames: Pappu Painter
)
_NO_AGENT = "(?! <given|surname> | <honorific>? <ne> )"
_NO_CASE = "(?! <given|surname> | <honorific>? (?: <gen|ko|ne|se|saath|on|in|who> | <and> <!my&!phoneword&!label> ) )"

_POST_HELD = (
    "(?: <retired>? <post|occupation>{1,2} )? (?: <open_mark|comma>? <retired> <close_mark|comma>? )? "
    "<post|occupation>?"
)
_I = "(?: <i_nom> | (?: ^ | <stop|newline|comma|greeting> ) <imaybe> )"
_NOBODY_ELSE = "<!stop&!newline&!they&!their&!suspect&!crime>"
_REPORTER = (
    f"<my> <ordinary|common|open>{{0,1}} <name> <is|colon|comma|this|open_mark|stop>{{0,3}} {_ANY} {_NO_AGENT}",
    f"<my> <name> <ordinary&!not|common|please|is|to|this|colon|speaking>{{1,4}}? {_LISTED} {_NO_CASE}",
    (
        "(?: ^ | <stop|newline|comma|greeting> ) <i_nom> <comma>? (?P<name> <open> <surname>? ) "
        "(?= <stop|newline|comma> | $ )"
    ),
    "<this_en> <is_en> (?P<name> <cap&open> <cap&open>? ) (?= <stop|comma|from|here|speaking> | $ )",
    "<my> <name> (?P<name> <common&!ordinary&!hide&!not&!occupation> ) <is> (?= <stop|comma|newline|dot> | $ )",
    f"<name> <is>? <my> <is|colon|comma>{{0,2}} {_ANY}",
    f"<name> {_LISTED} <is> <my>",
    f"<my> <name> <other_mark> <gen> {_ANY}",
    "<i_nom> <comma>? (?P<name> <given> <surname>? ) <honorific>? <speaks> <rah>{1,2} (?: <hoon|is> )",
    f"(?: ^ | <stop|newline|greeting> ) <this> {_LISTED} <honorific>? <speaks> <rah>{{1,2}} <hoon|is> "
    "(?= <honorific|stop|comma|newline|place> | $ )",
    f"(?: ^ | <stop|newline> ) <name> <colon|is>{{1,2}} {_ANY} (?= <comma|newline|stop> <area_part|years|resident> )",
    f"<we_nom> <people> <comma>? {_LISTED} (?= (?: <comma> <!ne&!ko&!gen> | <and> ) )",
    f"<we_nom> <people> <comma>? <!stop&!newline&!ne&!ko&!gen&!crime>{{1,5}} <and> {_LISTED} {_NO_CASE}",
    f"{_ANY} <is>? <my> <name> <is|am|stop|comma> ",
    f"{_ANY} <name> <is>? <my>",
    f"{_SURE} <name> <is> <own> (?= <stop|comma|newline> | $ )",
    f"(?: ^ | <stop|newline> ) <name> {_SURE} <years>",
    f"(?: ^ | <stop|newline> ) {_LISTED} <gen> <side> <se> (?= <stop|newline|comma> | $ )",
    f"(?: ^ | <stop|newline|greeting> ) <speaks> <rah>{{1,2}} <hoon> {_SURE} (?= <stop|comma|newline|place> | $ )",
    (
        f"<me> <common|ordinary|number_word|people|occupation|honorific>{{0,3}} (?: <open> <honorific> )? {_CALLED_BY} "
        "(?: <gen|name|on|se>{0,3} <calls_by> "
        "| <gen> <name> <se|on> <ordinary|common|number_word|people>{0,3} <knows|calls_by> )"
    ),
    f"<my> <ko> {_CALLED_BY} <calls_by>",
    f"(?: ^ | <stop|newline> ) <habit|sends> <by> {_SURE} (?= <stop|comma|newline> | $ )",
    f"<people> <calls_by> <eng_me> <by|as_en>? {_ANY}",
    f"<i_en> <am_en>? <known|called> <as_en|by|name|to>{{0,4}} {_ANY}",
    f"(?: <me|i_nom> <comma>? <namely> | <me> <open_mark> ) {_SURE} {_NO_AGENT}",
    (
        f"<my|i> {_NOBODY_ELSE}{{0,3}} <info> {_NOBODY_ELSE}{{0,8}} <comma|stop|newline>{{1,2}} <name> "
        f"<is|colon>{{0,2}} {_ANY} {_NO_CASE}"
    ),
    f"<call> <eng_me> {_LISTED} (?= <stop|comma|newline> | $ )",
    f"<i_nom> <emphatic>? <hoon> {_LISTED} (?! <honorific>? (?: <gen|ko|ne|se|saath> | <and> <!my&!i&!own> ) )",
    (
        f"<hide> <please|habit|ordinary|is>{{0,3}} <stop|comma|newline>{{1,2}} {_LISTED} "
        "(?= <stop|comma|newline|open_mark> | $ )"
    ),
    f"{_SURE} <open_mark> (?: <applicant> | <info> <please|habit|ordinary|common|sends> <wala> )",
    f"^ <colon>{{1,2}} {_LISTED} (?: <comma> <place|open|area_part>{{1,3}} )? <newline> (?! <colon> )",
    f"^ <name> <colon|is>{{1,2}} {_ANY} <comma|newline|stop>? (?= <!stop&!newline>{{1,3}} <colon> )",
    f"<my> <label>{{1,2}} <on|gen|is|label>{{1,3}} <name>? <is|colon>{{0,2}} {_LISTED} (?! <given|surname> | <ne> )",
    f"<i_nom> <open_mark> {_SURE} <close_mark>",
    f"<my|own> <name> <speaking|please|habit|ordinary|goes>{{1,4}} <iam|hoon> {_SURE} (?= <stop|comma|newline> | $ )",
    f"<closing> {_LISTED} <comma> <place|open|area_part>{{1,3}} <se>? (?= <stop|newline> | $ )",
    f"<call> <!stop&!newline>{{0,10}} <asks> <for> {_SURE} (?= <stop|comma|newline> | $ )",
    f"<asks> <for> {_LISTED} {_NO_CASE}",
    f"{_I} <comma>? <own>? {_SURE} <honorific>? (?: <and|comma> {_STEADY} )? <iam>",
    f"<i_nom> <comma>? {_SURE} <honorific>? <hoon>",
    (
        f"(?: {_I} | <applicant> ) <comma|open_mark>? {_ANY} <comma|open_mark>{{0,2}} (?: <son_of> | <resident> | "
        "<from> | <gen|rel_letter> <slash|dot> <oh> )"
    ),
    f"<i_nom> <comma>? {_LISTED} {_NO_CASE}",
    f"<i_nom> <comma>? {_LISTED} <and> (?= <my|own|i> )",
    f"<name> <!stop&!newline>{{1,8}} <my> {_LISTED} {_END}",
    f"<closing> <!stop&!tag>{{0,5}} <newline> {_SURE} (?: <stop|comma|newline|dot>{{0,2}} $ | <newline> )",
    f"{_I} <comma>? {_LISTED} (?: <place|open|common|area_part|workplace>{{1,3}} <se|in|gen> )",
    (
        f"{_I} <comma>? {_SURE} <honorific>? (?: <place|open|common|area_part|workplace|given>{{1,3}} "
        f"<se> )? <speaking> <rah>{{1,3}}"
    ),
    f"{_SURE} <honorific>? <speaking> <rah&!iam>{{0,2}} <iam>",
    (
        f"(?: ^ | <stop|newline|comma|greeting|honorific> ) {_POST_HELD} {_SURE} <honorific>? <speaks> <rah>{{1,2}} "
        "<hoon> (?: <stop|comma|newline> | $ )"
    ),
    (
        f"(?: ^ | <stop|newline|comma|greeting|gen> ) <i>? {_POST_HELD} (?<= <post|occupation> ) {_SURE} "
        "<honorific>? <iam>"
    ),
    (
        f"(?: <i_en> <other_mark>? <am_en> | <im> ) (?P<name> {_TITLE} <cap&given|cap&surname|cap&open> (?: "
        f"<given|surname> | <cap&open> ){{0,3}} ) (?! <given|surname> | <other_mark> <gen> )"
    ),
    (
        f"(?: <i_en> <other_mark>? <am_en> | <im> | <self_en> | <this_en> <is_en> ) {_LISTED} {_NO_CASE} (?! "
        "<other_mark> <gen> )"
    ),
    (
        f"(?: <i_en> <other_mark>? <am_en> | <im> | <self_en> | <this_en> <is_en> ) {_SURE} (?: "
        "<from|speaking|here|son_of|resident> | <comma> <i|my|from|resident> )"
    ),
    f"<self_en> {_SURE}",
    f"<this> <speaking|label|call> {_LISTED} <came|sends|speaking|habit|common>{{1,2}} <rah>{{1,2}}",
    f"<my> <name> {_NOBODY_ELSE}{{1,8}} <comma> {_LISTED} {_END}",
    "<i_nom> <!stop&!newline&!comma&!they&!ne&!ko&!crime&!suspect&!their>{1,6} "
    "(?<= <occupation|schoolclass|girl|gen> ) (?P<name> <given> <surname>? ) <hoon&iam>",
    "<i_nom> (?P<name> <given> <surname>? ) <schoolclass>",
    (
        f"(?: ^ | <stop|newline|greeting> ) <!stop&!newline&!comma>{{1,3}} <se> {_LISTED} <comma|stop|colon> "
        "(?= <my|i|own> )"
    ),
    f"<tag_aadhaar|tag_pan|tag_voter_id> <comma|stop|is|newline>{{0,2}} <name> <is|colon>{{0,2}} {_ANY}",
    (
        f"<i_nom> <open|common|org|workplace|place>{{0,2}} <occupation|post>{{1,2}} {_LISTED} "
        "(?= <stop|comma|newline|iam> | $ )"
    ),
    f"(?: ^ | <stop|newline|greeting> ) <post|occupation>{{1,2}} <num>? {_LISTED} <speaking|speaks> "
    "(?= <rah>{0,2} (?: <stop|comma|newline|from> | $ ) | <from> )",
    f"(?: ^ | <newline> ) <from> <colon> {_SURE} <gen|rel_letter>? (?: <newline|comma|stop> | $ )",
    (
        f"<greeting> <honorific|comma|stop|greeting>{{0,3}} {_LISTED} <comma>? (?: <from> <place|open>{{1,2}} | "
        f"<place|open>{{1,2}} <se> ) (?: <stop|comma|newline> | $ )"
    ),
    f"(?: ^ | <stop|newline|comma|greeting> ) {_LISTED} <honorific>? <iam>",
    f"{_LISTED} <honorific>? <iam> <i_nom>",
    f"<tag_reporter&tag_name> <!stop&!newline&!suspect&!their&!crime&!honorific>{{1,6}} <name> {_LISTED}",
    f"<info> <ordinary|habit|please|common> <wala> (?: <gen> <name> )? <colon|is>{{1,2}} {_SURE}",
    f"<sends> <wala> (?: <gen> <name> <colon|is>? | <colon|is>{{1,2}} ) {_SURE} {_END}",
    f"(?: ^ | <stop|newline|comma> ) {_SURE} <comma>? (?: <here> | <this_en> <side> )",
    (
        f"<closing> (?: <honorific|comma|stop|newline|dot|colon|closing|and|own|you> | <common> ){{0,5}} {_SURE} "
        f"(?: <stop|comma|newline|dot>{{0,2}} $ | <newline> | <comma|stop|phoneword|colon>{{0,3}} <id|tag> )"
    ),
    f"<applicant> (?: <gen> <name> )? <colon|comma|newline|stop|dot|this|is|slash|open_mark|close_mark>{{0,4}} {_SURE}",
    (
        f"<stop|please|ordinary|common|habit> <newline> {_LISTED} "
        "(?: <newline|comma> <place|open|area_part>{1,3} )? <stop>? $"
    ),
    f"(?: ^ | <stop|newline> ) <colon>{{1,2}} {_SURE} (?: <comma> <place|open|area_part>{{1,3}} )? <stop|dot>? $",
)  # fmt: skip

_KIN = (
    "(?P<owner> <my|own> ) <ordinary|common|number_word|own|open&low>{0,2} <kin>{1,2} "
    "(?: <colon>? <in> <colon>? <law_en> )? (?: <gen> <ordinary>? <kin|girl|suspect> )?"
)
_MASTER = "<ordinary>? (?: <house|business|workplace|own_spot>? <gen>? <master> )"  # landlord, employer
_AFTER_NAME = "(?= <honorific>? <ko|ne|gen|saath|who|comma|stop|close_mark> | $ )"
_RELATIVE = (
    f"{_KIN} <comma|honorific|called|colon|open_mark|title|stop>{{0,3}} {_LISTED}",
    (
        f"{_KIN} <comma|honorific|called|colon|open_mark|title|stop>{{0,3}} (?P<name> <open> "
        f"(?: <given|surname> ){{0,2}} ) {_AFTER_NAME}"
    ),
    (
        f"{_KIN} <comma|called>? (?P<name> <open> (?: <given|surname> ){{0,2}} ) "
        "(?! <given|surname> | <honorific>? <se|in|on|goes> | <area_part> <in|se|gen|on> )"
    ),
    f"(?: ^ | <stop|newline|greeting|honorific> ) {_CALLED} <gen> <kin> <speaking> <rah>{{0,2}} <hoon>",
    (
        f"{_KIN} <comma|honorific|title>{{0,2}} (?P<name> <open> <surname>? ) "
        "(?= <se> <ordinary>{0,2} <threat|crime|money> )"
    ),
    f"(?: ^ | <stop|newline|comma> ) <near_kin> {_CALLED} (?= <ko|gen|saath|se> )",
    f"{_KIN} (?: <other_mark> )? <who|gen>{{1,2}} <name> <is|colon|comma>{{0,2}} {_ANY}",
    f"{_LISTED} <comma|who|is>{{0,2}} <my> <kin>{{1,2}} (?= <is|iam|am|comma|stop|newline|and|wished> | $ )",
    f"(?P<owner> <my|own> ) {_MASTER} <comma|honorific|called|colon|title|stop>{{0,3}} {_LISTED}",
    (
        f"(?P<owner> <my|own> ) {_MASTER} <comma|honorific|called|colon|title|stop>{{0,3}} "
        f"(?P<name> <open> <given|surname>{{0,2}} ) {_AFTER_NAME}"
    ),
    f"(?P<owner> <my|own> ) {_MASTER} <gen|who> <name> <is|colon|comma>{{0,2}} {_ANY}",
    (
        f"<i|imaybe> <!stop&!newline&!they>{{0,8}} <resident> <!stop&!newline>{{0,3}} <iam|hoon> "
        f"<comma|stop|newline> {_MASTER} <gen>? <name>? <is|colon|honorific|comma>{{0,2}} {_LISTED}"
    ),
    f"(?P<owner> <my|own> ) <ordinary|number_word>? <coworker>{{1,2}} <comma|honorific|called>? {_LISTED}",
    f"(?P<owner> <my|own> ) <ordinary|number_word>? <coworker> (?P<name> <open> <surname>? ) {_AFTER_NAME}",
    f"{_I} {_CALLED} <gen> <kin> <iam> (?! {THEY_DO_WRONG} )",
    f"{_I} {_CALLED} <gen> <kin|offspring> <iam|hoon|is> (?! {THEY_DO_WRONG} )",
    f"(?: <i_en> <other_mark>? <am_en> | <im> ) {_CALLED} <other_mark> <gen> <kin>",
    f"<i> <am|am_en> <article>? <kin> <gen> {_CALLED} (?! <surname> | {THEY_DO_WRONG} )",
    f"(?: ^ | <stop|newline> ) <kin> <gen> <name> <is|colon>{{0,2}} {_ANY}",
    f"<tag_name> <!stop&!newline>{{1,4}} <kin> <gen> {_LISTED} {_END}",
    (
        f"<tag_name> <comma|open_mark>{{0,2}} (?: <gen|rel_letter> <slash|dot> <oh> <dot|stop>? | <son_of> ) "
        f"<colon|title|stop|dot>{{0,3}} {_ANY}"
    ),
)  # fmt: skip

_W = "<!stop&!newline&!comma&!ne&!and&!together&!tag>"
_THERE = "<!stop&!newline&!comma&!ne&!and&!together&!tag&!by_place&!house&!in>"
_NO_DOER = "(?! <given|surname> | <is|comma>{0,2} <who>? <!stop&!newline>{0,6} <doer> )"
_VICTIM_OF_SEX = (
    f"{_SURE} <honorific>? <gen>? <saath> {_W}{{0,6}} (?: <ne> {_W}{{0,3}} )? <sexual|dirty>",
    f"{_SURE} <honorific>? <ko|se> {_THERE}{{0,4}} <sexual|dirty>",
    f"{_SURE} <honorific>? <gen> {_THERE}{{0,1}} <sexual|dirty>",
    "<sexual> <article|girl|child|num|years>{0,5} (?P<name> <cap&open> <surname>? ) "
    "(?! <surname> | <honorific>? <ne|and> )",
    f"<sexual> (?: <gen|article|saath|girl|child|num|years|colon>{{0,5}} ) {_LISTED}",
    f"{_LISTED} <was>{{1,2}} {_W}{{0,2}} <sexual>",
    f"<girl> <honorific|comma|called|colon|open_mark>{{0,2}} {_LISTED} (?! <given|surname> | <ne> )",
    (
        "<girl> (?: <gen|who> | <!stop&!newline&!suspect>{0,10} <their> ) <name> <is|colon|this|comma>{0,2} "
        f"{_ANY} {_NO_DOER}"
    ),
    f"(?: ^ | <stop|newline|comma> ) {_LISTED} <name> <gen> <girl|child>{{1,2}} <ko|gen|saath|se>",
    f"<girl> <other_mark>? <gen>? <name> <is|colon>{{0,2}} {_ANY} {_NO_DOER}",
    f"{_LISTED} <name|called> <gen> (?: <num|number_word|years|gen|ordinary> ){{0,4}} <girl>",
    f"{_LISTED} <comma|open_mark>{{0,2}} <num|number_word> <years> (?! <gen>? <suspect>? <ne> )",
    f"<she> <comma> {_LISTED} <comma>",
    f"<she> <is> {_LISTED} <comma>? (?= <num|number_word|schoolclass|years> )",
)  # fmt: skip
_CHILD = (
    f"<child> (?! <surname&!given> ) <girl|child>{{0,2}} <honorific|comma|called|colon|open_mark>{{0,2}} {_CALLED}",
    "<child> (?P<name> <cap&open> )",
    f"<child> <girl>? (?P<name> <open> ) {_AFTER_NAME}",
    "<child> <girl>? (?P<name> <cap&open> )",
    f"<num|number_word> <years> <gen|colon|years|ordinary>{{0,2}} <girl|child>{{0,2}} (?P<name> <open> ) {_AFTER_NAME}",
    "<num|number_word> <years> <ordinary>? <girl|child>{0,2} (?P<name> <cap&open> )",
    "(?P<name> <open> <surname>? ) <comma|open_mark>{0,2} <num|number_word> <years> <gen|close_mark|comma|is>",
    f"{_SURE} <ko> <!stop&!newline&!crime&!comma>{{0,6}} <sold>",
    f"{_SURE} <was>{{1,2}} <sold>",
    (
        f"<child> (?: <gen|who|other_mark>{{1,2}} <common|open>? | <!stop&!newline&!suspect>{{0,10}} "
        f"(?:<stop|newline>)? <their> ) "
        f"<name> <is|colon|this|comma>{{0,2}} {_ANY}"
    ),
    f"{_ANY} <name|called> <gen> (?: <num|number_word|years|gen|ordinary|common> ){{0,4}} <child>",
    "(?P<name> <child> ) <name|called> <gen> (?: <num|number_word|years|gen|ordinary|common> ){0,4} <child>",
    f"<child> <called> {_ANY}",
    f"<girl|child> {_LISTED} <open_mark> <years>? (?P<age> <num> ) <years>? <close_mark>",
    (
        "(?: (?P<age> <num> ) <years>? | <number_word> <years> ) <gen> "
        "<common|is|goes|ordinary|please|habit|girl>{0,3} <comma|stop>? <name> "
        f"<is|colon>? {_ANY} {_NO_DOER}"
    ),
    (
        "(?: (?P<age> <num> ) <years|common>{0,2} | <number_word> <years> <common>? ) <and|comma> <their> <name> "
        f"<is|colon>{{0,2}} {_ANY}"
    ),
    f"{_LISTED} <open_mark> <years> <colon>? <num> <years>? <close_mark>",
    f"<schoolclass> <num|number_word> <open&low|ordinal>? <gen|in> <girl|child>{{0,2}} {_SURE}",
    (
        f"<num|number_word> <years> <gen|colon|years|ordinary>{{0,2}} <child|girl|kin>? <child|girl|kin>? "
        f"<comma|called|colon>{{0,1}} {_CALLED}"
    ),
    f"{_CALLED} <comma|open_mark>{{0,2}} <years|colon>{{0,2}} <num|number_word> <years>",
)  # fmt: skip
_SIGNED = (
    "<stop|newline> (?P<name> <title>? <initials>? (?: <given&!master|surname&!master|cap&open|dev&open> "
    "| <cap&common|cap&place> (?= <surname|given> ) ) <given|surname|cap&open|dev&open>{0,3} ) "
    "(?: <comma|newline> <place|open|area_part|given|cap>{1,3} )? <stop|dot>? $"
)
_ASKED = 5  # words before a name in which it may be asked for, as another's
_FULL_AGE = 18
_CLAUSE = 14

_BETWEEN = "<comma|colon|newline|phoneword|label|stop|dot|close_mark|open_mark>"
_UNTOLD_NAMES = (
    (
        f"(?: ^ | <stop|newline> ) <name>? <colon|is>{{0,2}} {_LISTED} {_BETWEEN}{{0,4}} (?: "
        f"<place|open|area_part>{{1,4}} {_BETWEEN}{{1,3}} ){{0,2}} (?P<phone> <tag_phone> )"
    ),
    f"(?P<phone> <tag_phone> ) <colon|comma|newline|open_mark>{{1,2}} {_LISTED} <close_mark|stop>{{0,2}} $",
)


def name_cuts(passage: Passage) -> list[Cut]:
    """The names to cut from `passage`, each with its tag, and every other mention of the same names."""
    cuts: dict[tuple[int, int], str] = {}
    if any(symbol in symbols_of("sexual|dirty") for symbol in passage.symbols):
        _find(passage, _VICTIM_OF_SEX, "[victim name]", cuts)
    if any(symbol in symbols_of("child|years|girl|schoolclass") for symbol in passage.symbols):
        _find(passage, _CHILD, "[victim name]", cuts)
    _find(passage, _REPORTER + REPORTER_IN_PASSING, "[reporter name]", cuts)
    _find(passage, _RELATIVE + RELATIVE_IN_PASSING, "[relative name]", cuts)
    if (span := _signature(passage)) is not None:
        cuts.setdefault(span, "[reporter name]")
    for source in _UNTOLD_NAMES:
        for match in rule(source).finditer(passage):
            is_reporters = passage.symbols[match.start("phone")] in symbols_of("tag_reporter")
            cuts.setdefault(match.span("name"), "[reporter name]" if is_reporters else "[name]")
    words = _other_mentions(passage, cuts)
    return [Cut(*passage.span(first, last), tag) for (first, last), tag in {**words, **cuts}.items()]


def _find(passage: Passage, rules: tuple[str, ...], tag: str, cuts: dict[tuple[int, int], str]) -> None:
    taken = {index for span in cuts for index in range(*span)}
    firms = tuple(symbols_of("firm&workplace&!landmark&!works"))  # "Singh Traders" is no person
    for source in rules:
        for match in rule(source).finditer(passage):
            first, last = match.span("name")
            if (
                first in taken
                or _anothers_kin(passage, match)
                or last - 1 in taken
                or (tag == "[reporter name]" and quoted(passage, match.start()))
                or (tag == "[relative name]" and said_to_do_wrong(passage, last))
                or (tag == "[victim name]" and _grown(passage, match))
            ):
                continue
            is_firm = tag == "[reporter name]" and passage.symbols[last : last + 1] in firms
            last += is_firm
            cuts[first, last] = "[reporter employer]" if is_firm else tag
            taken.update(range(first, last))


def _signature(passage: Passage) -> tuple[int, int] | None:
    """The name that stands alone at the end of a message whose writer spoke of themselves, and asked for no one
    else."""
    match = rule(_SIGNED).pattern.search(passage.symbols)
    if match is None:
        return None
    said = passage.symbols[: match.start()]
    first, last = match.span("name")
    listed = any(
        symbol in symbols_of("given&!common|surname&!common&!master") for symbol in passage.symbols[first:last]
    )
    mine = any(symbol in symbols_of("my|i_nom|i_en|me&!in|iam&!is|tag_reporter") for symbol in said)
    asked = any(symbol in symbols_of("name|suspect|colon|namely|tag_name") for symbol in said[-_ASKED:])
    last_said = re.split(f"[{symbols_of('stop|newline')}]", said)[-1]
    of_another = last - first == 1 and re.search(
        f"[{symbols_of('they|their|doer|does|crime|suspect|given')}]", last_said
    )
    return (first, last) if mine and listed and not of_another and not asked else None


def _anothers_kin(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match begins with an "apna" that is not the speaker's."""
    if "owner" not in match.re.groupindex or passage.symbols[match.start("owner")] not in symbols_of("own&!my"):
        return False
    return not speaks_of_self(passage, match.start("owner"))


def said_to_do_wrong(passage: Passage, at: int) -> bool:
    """Whether the one named just before word `at` is said to do wrong: then the name is evidence."""
    clause = passage.symbols[at : at + _CLAUSE]
    end = re.search(f"[{symbols_of('stop|newline|if|but')}]|[{symbols_of('comma')}](?![{symbols_of('who')}])", clause)
    clause = clause[: end.start()] if end else clause
    clause = re.sub(f"^[{symbols_of('honorific|kin')}]+(?=[{symbols_of('gen')}])", "", clause)
    lives_there = f"^[{symbols_of('there|ordinary|place|open|in')}]{{0,3}}[{symbols_of('works|resident')}]"
    if re.search(lives_there, clause):  # "my son Rohit studies where it is sold"
        return False
    wrong = f"[{symbols_of('crime|sexual|dirty|suspect')}]|[{symbols_of('trouble')}][{symbols_of('habit|came|rah')}]"
    if not clause or not re.search(wrong, clause):
        return _next_tells_of_wrong(passage, at)
    if re.match(f"[{symbols_of('is')}][{symbols_of('was&!ko')}]", clause):  # "is being beaten"
        return False
    if clause[0] in symbols_of("who") and re.search(f"[{symbols_of('they&!subject&!who')}]", clause[1:]):
        return False  # "Raju jo mere jija hain unko peeta"
    if clause[0] in symbols_of("gen|saath|ko|se|on|other_mark"):
        robbed = re.search(f"[{symbols_of('stolen')}][{symbols_of('goes|habit|came')}]", clause)
        return bool(clause[0] in symbols_of("gen") and clause[1:2] in tuple(symbols_of("by_place"))) and not robbed
    another_did_it = re.search(
        f".[{symbols_of('given|surname|suspect|wala|girl|common')}][{symbols_of('honorific')}]?[{symbols_of('ne')}]",
        clause,
    )
    return (
        not another_did_it
        and not re.search(f"[{symbols_of('saw|lost')}]", clause)
        and clause[0] not in symbols_of("was&!ko")
    )


def _next_tells_of_wrong(passage: Passage, at: int) -> bool:
    """Whether the clause at word `at` only says who the person is, and the next sentence what "he" does to one."""
    told = rule(
        "<!stop&!newline&!ne&!ko&!se&!saath&!gen>{0,4} (?: <is> <stop|newline|comma>{1,2} | <comma> ) <one_subject> "
        "(?! <ne|people> ) "
        "<!stop&!newline&!ko&!saw>{0,10} <crime|sexual>"
    ).pattern.match(passage.symbols, at)
    return told is not None


def _grown(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match states an age of eighteen or more and is not about an offence against the person named."""
    if "age" in match.re.groupindex and match.start("age") >= 0:
        age = passage.quote(*match.span("age"))
        return not (age.isdecimal() and int(age) < _FULL_AGE)
    for index in range(*match.span()):
        if passage.symbols[index] in symbols_of("num"):
            word = passage.words[index]
            age = passage.text[word.start : word.end]
            return (
                age.isdecimal()
                and _FULL_AGE <= int(age) < 100
                and passage.symbols[match.end() - 1 : match.end()] in symbols_of("years")
            )
    return False


def _other_mentions(passage: Passage, cuts: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Where the full name, or its first word alone, is said again. A shared surname, or
    `daroga Ram Singh`, is no mention."""
    words = [passage.text[word.start : word.end].casefold() for word in passage.words]
    found: dict[tuple[int, int], str] = {}
    names = {tuple(words[first:last]): tag for (first, last), tag in cuts.items()}
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, tag in names.items():
        starts.setdefault(name[0], []).append((name, tag))
    guard, more = symbols_of("title|suspect|occupation"), symbols_of("given|surname")
    for index, word in enumerate(words):
        for name, tag in starts.get(word, ()):
            whole = tuple(words[index : index + len(name)]) == name
            if whole:
                found[index, index + len(name)] = tag
            elif passage.symbols[index] in symbols_of("given|open"):
                beside = passage.symbols[index + 1 : index + 2]
                before = passage.symbols[index - 1] if index else ""
                if not (beside and beside in more) and not (before and before in guard):
                    found[index, index + 1] = tag
    return found
