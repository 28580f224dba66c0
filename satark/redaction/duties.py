"""What the reporter and the kin do and where they sit, told without any word for employment.

"Isi lodge me main safai ka kaam karta hoon", "I do the night shift at ...", "uske yahan munim hoon", "billa no 17",
"second machine from the door". The group of a rule says what goes: `post`, `employer`, `address` or `id`.
"""

from __future__ import annotations

_W = "<!stop&!newline&!comma>"
_CALLING = "<occupation|post|coworker>"
_AT = "<tag_employer|tag_address|workplace|firm|landmark|place|area_part|beside|temple|open|common>"
_ANCHOR = f"(?: {_AT} <in|on|gen> | <beside> )"
_TASK = "<!stop&!newline&!comma&!in&!on&!gen&!iam&!hoon&!i_nom&!they&!their&!tag&!id&!is&!ne&!ko|home>"
_MINE = "<i_nom|imaybe|we_nom>"
_AM = "<rah>{0,2} <iam>"
_KIN = "(?: <my> <ordinary|common|own>{0,2} <kin>{1,2} | (?: ^ | <stop|newline> ) <near_kin> ) <tag|honorific>{0,2}"
_NO_OTHER = "<!newline&!id&!they&!their&!given&!surname&!suspect&!crime&!ne>"
_SIGN = "(?: <cap|dev&open|given|surname|org|open|title>{1,4}? <firm|business|workplace> )"
_NUMBER = "<phoneword|dot|label|is|stop|colon>{0,3} (?: <cap|low> <other_mark|colon|slash> )? <num>"

DUTIES = (
    f"<we_nom> <!stop&!newline&!comma&!they>{{0,6}} {_AT} <in|on|gen> (?P<post> {_TASK}{{1,4}} <gen> "
    f"<works|business> ) "
    "<habit|runs|earns> <rah>{0,2} <hoon>",
    f"{_ANCHOR} {_MINE}? (?P<post> {_TASK}{{1,4}} <gen> <works|business> ) <habit|runs|earns> {_AM}",
    f"{_MINE} <given|surname|suspect|open|master|their|that|honorific>{{1,3}} <gen> <yahan> <ordinary&!yahan>? "
    f"(?P<post> <open>? {_CALLING}{{1,2}} ) <rah>{{0,2}} <iam|hoon|is>",
    (
        "<i_en> <other_mark>? <am_en|am> <article>? (?P<post> (?: <common|open|workplace>{0,2} | "
        f"{_CALLING} <other_mark|colon|slash> ) <post|coworker>{{1,2}} ) <in|on|gen> "
        f"<article|this|that|ordinary>{{0,2}} "
        "<!stop&!newline&!comma&!they>{0,3}? "
        "<workplace|firm|landmark|business|property|vehicle_word|own_spot|org|common>"
    ),
    (
        "<i_en> <!stop&!newline&!comma&!they&!not&!is> (?P<post> <article>? <common|open|home|business|ordinary>{0,3} "
        "<shift> (?: <to|for> <their|that> <number_word|num|common>? <child|kin|common|open> | "
        "(?= <on|in|from|for|and|comma|stop|newline|common> ) ) )"
    ),
    f"<i_nom> (?P<post> <their> <home|workplace|firm|business> <in|on>? {_TASK}{{1,4}} ) {_AM}",
    (
        "<i_en> <other_mark>? <am_en|am> <article>? (?P<post> <common|open|workplace|area_part> <young_kin|man|wala> ) "
        "(?: <there> | <in|on> <article|this|that|ordinary>{0,2} <!stop&!newline&!comma&!they>{0,3}? "
        "<workplace|firm|landmark|business|org> )"
    ),
    "(?P<post> <i_en> <earns&plies> ) <for> <given|surname|cap&open>{1,2} <honorific|kin|title>",
    # the name under which the business is run
    f"(?: <i_en> <other_mark>? <am_en>? | {_MINE} ) <!stop&!newline&!they>{{0,6}} <stop|comma>? "
    f"(?P<employer> {_SIGN} ) <gen> <name> <se> <!stop&!newline&!they&!their>{{0,3}} <business> <is>",
)
SEATS = (
    f"(?: <iam|tag_post> | <i_en> <am|am_en> ) <!stop&!newline&!they&!their&!suspect>{{0,8}}? (?P<id> <badge> "
    f"{_NUMBER} )",
    f"<my|tag_reporter> <!stop&!newline&!they&!their>{{0,2}} (?P<id> <badge> {_NUMBER} )",
    (
        "<i_en|i_nom|my> <!stop&!newline&!they&!their&!suspect&!given>{0,10}? "
        "(?P<address> <phoneword>? <num|number_word|common|open> "
        "<common|open|business|property|badge|home>{0,2} <from> "
        "<article>? <counted_from> )"
    ),
    (
        "<my> <own|ordinary>{0,2} <business|home> <!stop&!newline&!comma&!is&!they>{0,4}? <is> "
        "(?P<address> <ordinary|common>? <beside_en> <to|article>{0,2} <own_spot|landmark|area_part|business> ) "
        "(?! <gen> )"
    ),
    "(?P<id> <field_no> <phoneword>? <num> (?: <slash> <num> )? ) <!stop&!newline&!they&!their>{0,3} <my>",
    f"<i_nom|we_nom> <people>? (?P<address> {_W}{{1,4}}? <wala> <area_part&!village|own_spot&!village> ) <in|on> "
    "<resident> <iam|hoon|is>",
    "<my> <business> (?P<address> <phoneword> <dot|stop>? <num> )",
    f"<my> {_W}{{0,2}} <label> {_W}{{0,3}} <final> {_W}{{0,3}}? (?P<id> <num> )",
    # the last digits of a card or a number of one's own
    "<my> <kin>{0,2} <gen>? <open|common|org>{0,2}? <label> <gen>? <common|ordinary|num>{0,3}? <phoneword> "
    "<is|colon>{0,2} (?P<id> <num> ) "
    "(?= <is|stop|comma|newline> | $ )",
)
SIGNS = (
    f"<business|firm> <is> <my> <comma|colon|this>? (?P<employer> {_SIGN} ) (?= <comma|stop|newline> | $ )",
    (
        "<i_en> <works> <saath|for|in|on> <article>? <business|firm> <here|common>? <called|name> "
        "(?P<employer> <cap|open|given|surname|dev|common>{1,4}? <firm> )"
    ),
)
KIN_DUTIES = (
    "<my> <kin>{1,2} <tag>? <is> <in|on|saath> (?P<employer> <org> <org|workplace|cap&open>{0,2} )",
    (
        f"{_KIN} <who>? (?P<post> (?: <this|that|their> <workplace|landmark|own_spot|firm|common>{{1,2}} <gen|in|on> "
        "| <area_part|own_spot&!workplace&!firm> <gen> ) <ordinary|retired>? <occupation|post|kept_post>{1,2} ) <is>"
    ),
    f"{_KIN} <who>? (?P<employer> <common|open|org|place>{{0,2}} <department> ) <in|on> <is|works>",
    (
        f"<my> <own|ordinary>? <kin> {_NO_OTHER}{{0,14}} <stop|comma|and> <they> (?P<employer> "
        f"<org|workplace>{{1,2}} ) <in|on> "
        "(?P<post> <occupation|post>{1,2} ) <is>"
    ),
    (
        f"<my> <own|ordinary>? <kin> (?: <is> <crime|stolen|strike> )? {_NO_OTHER}{{0,10}} <stop|comma|and> "
        f"<they> <is> (?P<post> <article> <common|open>? "
        "<occupation|post>{1,2} <in|on|gen> <article>? <org|workplace|firm>{1,2} )"
    ),
)
