"""Where the reporter and the kin earn their bread, told in other orders than `employment` and `firms` read."""

from __future__ import annotations

_NAME = "<org|cap&open|dev&open|given|surname|place|workplace|cap&common|cap&landmark|cap&firm|open|cap&kin>"
_SAINT = "(?: <abbreviation|title|initials> <dot|stop>? )?"
_PLACE_OF_WORK = (
    f"(?P<employer> {_SAINT} {_NAME} (?: {_NAME} | <num|firm|learning|landmark> | <other_mark> <gen> ){{0,5}} )"
)
_SHORT = f"(?P<employer> {_SAINT} {_NAME} (?: {_NAME} | <num|firm|learning|landmark> ){{0,5}}? )"
_POST = "(?P<post> <open|common|girl|workplace>{0,2} <occupation|post|rank_letters> <occupation|post|post_tail>{0,2} )"
_KIN = (
    "(?: <my> <ordinary|common|own>{0,2} <kin>{1,2} | <kin> <my> | (?: ^ | <stop|newline> ) <near_kin> ) "
    "<tag|honorific|comma>{0,2}"
)
_SIGN = "(?P<employer> <cap|dev&open|given|surname|org|open>{1,5}? <firm|business|workplace|phoneword>{1,2} )"

# Each names the employer so that it goes whatever its words are: the reporter says it is the place of work.
OWN = (
    (
        f"<i_nom|imaybe|we_nom> <people|own>{{0,2}} {_SIGN} <gen|on|in>? <business>? <runs|works> <habit|rah>{{0,2}} "
        "<iam|hoon>"
    ),
    (
        "<my> <own|ordinary|common|number_word|open&low>{0,4} <business> <is|comma>{0,2} (?: <name> <is|colon>{0,2} )? "
        "(?P<employer> <cap|dev&open|given|surname|org>{1,4}? <firm> <firm>? )"
    ),
)
# Work told by nothing but "there": whoever reads it beside the place knows the reporter.
_THERE = (
    "(?: <there>{1,2} | <that> <open|common>{1,2} <in|on> "
    "| <that>{1,2} <workplace|firm|business|landmark|own_spot|home>{1,2} <in|on|gen|se|ko>? )"
)
_DOES = "<!stop&!newline&!comma&!they&!their&!i_nom&!me&!iam&!hoon&!ne&!tag&!seen>"
_BARE = "<there>{1,2} <works> <habit|earns>{0,2} <rah>? <iam|hoon>"
THERE = (
    # "main wahi kaam karta hoon" alone is asked about as a risk and stays
    f"<i_nom|imaybe|we_nom> <emphatic>? (?! {_BARE} ) (?P<post> {_THERE} <emphatic>? {_DOES}{{0,6}}? "
    f"<earns|occupation|post|coworker>{{1,3}} ) "
    "<habit|rah|ordinary>{0,2} <iam|hoon|is>",
    f"<i_nom|imaybe|we_nom> {_DOES}{{0,2}} (?! {_BARE} ) (?P<post> <there>{{1,2}} {_DOES}{{0,4}} <earns> )",
    f"(?: ^ | <comma|stop|newline|and> ) (?P<post> {_DOES}{{0,3}} <earns> <iam> <there> )",
    f"<i_nom|imaybe|we_nom> (?P<post> <beside> <emphatic>? {_DOES}{{0,3}} <earns> )",
    "<i_en|we_nom> (?: <am_en> | <was> )? <ordinary>? (?P<post> <earns|plies|runs> <!stop&!newline&!comma>{0,7} "
    "(?: <there> | <that> <ordinary>? <!stop&!newline&!comma>{0,2} "
    "<workplace|firm|business|landmark|own_spot|home> ) )",
    "<i_en> <am_en> <their|that> (?P<post> <open|common>{0,2} <post|occupation|coworker>{1,2} )",
    "<i_nom|imaybe> (?P<post> <property|vehicle_word|their|that> <emphatic>? <gen>? <common|open>{0,2} "
    "<occupation|post|coworker>{1,2} ) <rah>? <iam|is>",
    f"<my> <kin>{{1,2}} <tag|honorific>{{0,2}} (?P<post> (?: <there> | <that|their> <gen|emphatic>{{0,2}} "
    f"<home|workplace|firm|business|landmark> <on|in|gen>? ) {_DOES}{{0,4}}? <earns|post|occupation> ) <rah>? <is>",
    "<tag_relative> <comma>? <who> (?P<post> <earns|plies|runs|works> <!stop&!newline&!comma&!crime>{1,6} ) "
    "(?= <comma|stop> )",
)
# Where one earns, at a stall or in a works that is called by its own name.
NAMED = (
    "<tag_reporter&tag_name> <gen|from|on> <article>? (?P<employer> <!stop&!newline&!comma&!place>{1,4}? "
    "<workplace|firm|business> ) (?= <comma|stop|newline> | $ )",
    f"<we_nom|i_nom|imaybe> <!stop&!newline&!they&!their&!ne>{{0,9}} <there|ordinary|comma> {_SHORT} <in|on> <works> "
    "<habit|rah>{0,2} <iam|hoon|is>",
)
OWN_POSTS = (
    # "I write this as constable of the same thana"
    "<i_en> <!stop&!newline&!comma>{1,6} <as_en> <article|ordinary>? (?P<post> <occupation|post|kept_post>{1,2} ) "
    "(?= <gen|in|on|stop|comma|newline|here> | $ )",
    (f"<i_nom|imaybe> {_POST} <iam|hoon> <place|open|given|area_part|workplace>{{1,4}} <in|on|gen>"),
    f"<i_nom|imaybe> <place|open|given|area_part>{{1,3}} <gen> {_POST} <speaking|speaks> <rah>{{0,2}} <iam|hoon>",
)
KIN = (
    (
        f"{_KIN} <comma>? <article> (?P<post> <master|post|occupation> ) <gen|on|in|from> <article>? "
        f"{_PLACE_OF_WORK} (?= <comma|stop|newline|to> | $ )"
    ),
)
