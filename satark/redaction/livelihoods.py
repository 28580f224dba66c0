"""Where the reporter and the kin earn their bread, told in other orders than `employment` and `firms` read."""

from __future__ import annotations

from satark.redaction.kinsfolk import THEY_DO_WRONG

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
_IS = "<is|am|hoon>"
_BETWEEN = "<ordinary&!is|common&!org|num|number_word|schoolclass|years|in>{0,4}?"
_SEAT = "<firm|business|workplace|landmark>"
_SIGN = "(?P<employer> <cap|dev&open|given|surname|org|open>{1,5}? <firm|business|workplace|phoneword>{1,2} )"

# Each names the employer so that it goes whatever its words are: the reporter says it is the place of work.
OWN = (
    (
        "<post|occupation|coworker|earns|works> <iam> (?P<employer> "
        "<org|cap|dev&open|given|surname|workplace|landmark|firm>{1,5}? "
        "<org|workplace|landmark|firm|honorific>? ) (?: <gen> )? (?= <in|on|there|ordinary> <ordinary|is>? (?: "
        "<stop|comma|newline> | $ ) )"
    ),
    f"<i_nom|imaybe> <own>? {_SHORT} <in|on> (?P<post> <rank_letters> ) <iam>",
    (
        f"<i_nom|imaybe> <is|common|num|number_word|years|ordinary>{{1,4}} {_SHORT} <in|on> <works|common> "
        "<rah>{0,2} <iam>"
    ),
    (
        "<i> <other_mark>? <am|am_en>? <in|article|ordinary>{0,2} <schoolclass> <num|open|number_word|ordinal>{1,2} "
        f"<occupation|post>? <on|in|gen|from> {_PLACE_OF_WORK}"
    ),
    f"<i> <other_mark>? <am|am_en> <article|ordinary|common>{{0,2}} <occupation|post> <gen|on|from> {_PLACE_OF_WORK} "
    f"(?! {THEY_DO_WRONG} )",
    (
        "<i> <other_mark>? <am|am_en> <article|alone|ordinary>{1,3} "
        "(?P<post> <girl|common|open>? <post|occupation>{1,2} ) "
        "<in|on|gen|for|to|from> (?P<employer> <title|abbreviation>? <dot|stop>? "
        "<place|open|given|surname|org|cap&common> <workplace|org|place|open|surname>{0,3} )"
        f" (?! {THEY_DO_WRONG} )"
    ),
    (
        "<i> <other_mark>? <am|am_en> <article>? (?P<post> <post|occupation>{1,2} ) <to> "
        "(?P<employer> <title> <dot|stop>? <given|surname|open>{1,2} )"
    ),
    (
        "<i_en> <plies|works> <!stop&!newline&!tag&!they>{0,4} <for> "
        "(?P<employer> <org|cap&open|cap&given> <cap&open|cap&org|firm>{0,3} ) (?! <surname|honorific|kin|title> )"
    ),
    f"(?: <my> <works> | <works> <my> ) {_PLACE_OF_WORK} <in|on> <is>",
    f"<works> <habit> <hoon|iam> {_PLACE_OF_WORK} <in|on>",
    (
        "<i_nom|imaybe|we_nom> <people|own>{0,2} (?P<employer> <org|cap&open> ) <gen> <business|firm> "
        "<runs|works> <iam|hoon>"
    ),
    (
        f"<i_nom|imaybe|we_nom> <people|own>{{0,2}} {_SIGN} <gen|on|in>? <business>? <runs|works> <habit|rah>{{0,2}} "
        "<iam|hoon>"
    ),
    "<i|imaybe> <am>? <runs> <article>? (?P<employer> <cap>{1,4} <firm> )",
    (
        "<i> <other_mark>? <am|am_en> <article|ordinary>{0,2} <master> <gen|on> <article>? "
        f"(?P<employer> <cap|given|surname|open>{{1,4}}? {_SEAT} )"
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
    f"(?: ^ | <comma|stop|newline|and> ) (?P<post> {_DOES}{{0,3}} <earns> ) <rah>? <iam> <there>",
    f"(?: ^ | <comma|stop|newline|and> ) (?P<post> {_DOES}{{0,3}} <earns> <iam> <there> )",
    "<i_nom|imaybe> <place|open|area_part|landmark|given|workplace>{1,3} <on|in> (?P<post> "
    "<open|common&!works|property|firm> <earns&!works> ) <rah>? <iam>",
    "<tag_reporter&tag_name> <here|speaking>? <comma|newline>{1,2} (?P<post> <common|open|retired>{0,1} "
    "<post|occupation>{1,2} ) (?= <comma|stop|newline> | $ )",
    f"<i_nom|imaybe|we_nom> (?P<post> <beside> <emphatic>? {_DOES}{{0,3}} <earns> )",
    "<i_en|we_nom> (?: <am_en> | <was> )? <ordinary>? (?P<post> <earns|plies|runs> <!stop&!newline&!comma>{0,7} "
    "(?: <there> | <that> <ordinary>? <!stop&!newline&!comma>{0,2} "
    "<workplace|firm|business|landmark|own_spot|home> ) )",
    "<i_en> (?: <was> | <am_en> ) <article> (?P<post> <open|common|post|occupation|coworker>{0,2} "
    "<post|occupation|coworker> ) <there> ",
    "<i_en> <am_en> <their|that> (?P<post> <open|common>{0,2} <post|occupation|coworker>{1,2} )",
    "<i_nom|imaybe> (?P<post> <property|vehicle_word|their|that> <emphatic>? <gen>? <common|open>{0,2} "
    "<occupation|post|coworker>{1,2} ) <rah>? <iam|is>",
    f"<my> <kin>{{1,2}} <tag|honorific>{{0,2}} (?P<post> (?: <there> | <that|their> <gen|emphatic>{{0,2}} "
    f"<home|workplace|firm|business|landmark> <on|in|gen>? ) {_DOES}{{0,4}}? <earns|post|occupation> ) <rah>? <is>",
    "<tag_relative> <comma>? <who> (?P<post> <earns|plies|runs|works> <!stop&!newline&!comma&!crime>{1,6} ) "
    "(?= <comma|stop> )",
    "<i_nom|imaybe> <!stop&!newline&!comma&!they>{0,3} (?P<post> <their|that> <property|vehicle_word> <runs|earns> ) "
    "<rah>? <is|iam>",
    "(?: <tag_relative> | <i_en> ) <am>? <works> (?P<post> <in|on> <their> <!stop&!newline&!comma&!they>{1,3} ) "
    "(?= <stop|comma|newline|and> | $ )",
    "<by> (?P<post> <my> <ordinary|common|open>{0,1} <business|firm|open> ) (?= <stop|comma|newline|and> | $ )",
)
# Where one earns, at a stall or in a works that is called by its own name.
NAMED = (
    "<tag_reporter&tag_name> <gen|from|on> <article>? (?P<employer> <!stop&!newline&!comma&!place>{1,4}? "
    "<workplace|firm|business> ) (?= <comma|stop|newline> | $ )",
    "<tag_post> <comma|newline>? (?P<employer> (?= <!stop&!newline>{0,5} <workplace|firm|org|num> ) "
    "<workplace|firm|org|num|cap|dev&open|place|phoneword|dot|comma>{1,8} ) <stop|dot>? (?= <newline|tag> | $ )",
    f"<we_nom|i_nom|imaybe> <!stop&!newline&!they&!their&!ne>{{0,9}} <there|ordinary|comma> {_SHORT} <in|on> <works> "
    "<habit|rah>{0,2} <iam|hoon|is>",
    "<i_en> <am|am_en>? <works|plies> <in|on> <!stop&!newline&!comma&!saath>{1,3} <saath|for> (?P<employer> "
    "<cap>{1,4} )",
    "<business|firm> <my> <is> <comma|colon>? (?P<employer> "
    "<cap|dev&open|given|surname|org|workplace|firm|property>{1,4}? <firm|business|workplace> ) "
    "<comma|stop|newline|in|on>",
    "<my> <business|firm|workplace> <comma|colon> (?P<employer> <cap|dev&open|given|surname|org>{1,4}? "
    "<firm|business|workplace> ) "
    "<comma|stop|newline>",
)
OWN_POSTS = (
    # "I write this as constable of the same thana", "cannot give name being the lekhpal"
    "<i_en> <!stop&!newline&!comma>{1,6} <as_en> <article|ordinary>? (?P<post> <occupation|post|kept_post>{1,2} ) "
    "(?= <gen|in|on|stop|comma|newline|here> | $ )",
    (f"<i_nom|imaybe> {_POST} <iam|hoon> <place|open|given|area_part|workplace>{{1,4}} <in|on|gen>"),
    f"<i_nom|imaybe> <place|open|given|area_part>{{1,3}} <gen> {_POST} <speaking|speaks> <rah>{{0,2}} <iam|hoon>",
    (
        "(?: ^ | <stop|newline> ) (?P<post> <common|open>? <post|occupation>{1,2} ) <iam> "
        "<place|open|given|area_part|workplace>{1,4} <in|on|gen>"
    ),
)
KIN = (
    (
        f"{_KIN} <comma>? <article> (?P<post> <master|post|occupation> ) <gen|on|in|from> <article>? "
        f"{_PLACE_OF_WORK} (?= <comma|stop|newline|to> | $ )"
    ),
    f"{_KIN} <place|in>{{0,2}} {_SHORT} <in|on|gen> (?P<post> <occupation|post|rank_letters>{{1,3}} ) {_IS}",
    f"{_KIN} <place|in>{{0,2}} {_BETWEEN} {_SHORT} <in|on> {_BETWEEN} <works> <habit|rah|ordinary>{{0,3}} {_IS}?",
    f"{_KIN} (?P<employer> <org> <org|workplace|cap&open>{{0,2}} ) <in|on> {_IS}",
    f"{_KIN} <works> <as_en|article|ordinary|occupation|post>{{0,4}} <in|on|for|saath> <article>? {_PLACE_OF_WORK}",
    (
        f"{_KIN} <is|was> <article|ordinary|common>{{0,2}} (?P<post> <occupation|post>{{1,2}} ) <in|on|for|saath|gen> "
        f"<article>? {_PLACE_OF_WORK}"
    ),
)
