"""Names the reporter gives in passing: what others call one, what to write down, who writes again, whose kin one is.

`names` reads plain introductions; here the name hangs on another verb: to call, to know, to write, to report.
"""

from __future__ import annotations

KNOWN = (
    "(?: <given&!common&!occupation|given&cap|surname&!common&!occupation> "
    "| <given|open> (?= <surname&!common> ) | <cap&open|dev&open> (?= <given&!common> ) )"
)
STEADY = "<given&!common&!occupation|given&cap|surname&!common&!occupation|open>"
_TITLE = "(?: <title> <stop|dot>? | <occupation|post> )? <initials>?"
_TAIL = "<given|surname>{0,3} (?: <cap&open> | <open> (?= <comma|stop|newline> | $ ) )?"
_LISTED = f"(?P<name> {_TITLE} {KNOWN} {_TAIL} )"
_SURE = f"(?P<name> {_TITLE} {STEADY} {_TAIL} )"
_NO_CASE = "(?! <given|surname> | <honorific>? (?: <gen|ko|ne|se|saath|on|in|who> ) )"
_HEAD = "(?: ^ | <stop|newline> )"
_NOBODY = "<!stop&!newline&!their&!they&!suspect&!crime&!kin&!girl&!child&!that&!ne>"
_FILL = "<common|ordinary|number_word|people|occupation|place|in|gen|name|se|workplace|comma|emphatic|business>"
_LINKS = "<gen|name|se|on|emphatic|ordinary|honorific>{0,4}"
# Whose kin the reporter is is no secret to be kept where that one is the accused.
THEY_DO_WRONG = "<!tag>{0,3} <they> <!tag>{0,6} <crime|sexual|dirty>"
_I = f"(?: <i_nom> | {_HEAD} <imaybe> | <comma> <imaybe> )"

REPORTER = (
    # what to write where a name is asked for
    f"{_HEAD} {_NOBODY}{{0,6}} <if|for|my|i|me|asks|hide|info> {_NOBODY}{{0,8}} <name> {_NOBODY}{{0,6}}? "
    f"{_LISTED} <name|se|emphatic|gen|honorific>{{0,3}} <put_down>",
    f"{_HEAD} {_NOBODY}{{0,3}} <name> {_NOBODY}{{0,6}} <if|for|to|asks> {_NOBODY}{{0,4}}? {_SURE} "
    "<name|se|emphatic|gen|honorific>{0,3} <put_down>",
    f"^ {_NOBODY}{{0,3}} <name> <gen|for|in|to>{{0,3}} {_SURE} <name|se|emphatic|honorific>{{0,2}} <put_down>",
    f"<name> {_LISTED} <emphatic>? <put_down> <please|ordinary|habit>{{0,3}} <my>",
    f"{_LISTED} <name>? <se|gen>? <put_down|said|calls_by|common|ordinary&!gen> <came|habit|gen|se> "
    "<put_down> (?! <crime|suspect> )",
    # what people call one
    f"<me|my> <ko|se>? {_FILL}{{0,5}} {_SURE} {_LINKS} <calls_by|put_down> (?! <is>? <gen&!rah> )",
    (
        f"<me|my> <ko|se>? {_FILL}{{0,5}} {_LISTED} <gen>? <name> <se|on|emphatic>{{1,2}} <!ne&!they>{{0,3}} "
        "<knows|calls_by>"
    ),
    f"{_LISTED} <honorific|kin>? <gen>? <name> <se> <known|knows|calls_by|common> <goes>{{0,2}} <iam>",
    f"<my> <identity> <is|colon|gen|name|se|comma>{{0,3}} {_LISTED}",
    f"<i_en> <other_mark>? <am_en>? <goes|known|called>{{1,2}} <as_en|by|name|to>{{0,3}} {_SURE}",
    f"<knows|calls_by|call> <eng_me> <as_en|by>? {_SURE}",
    f"<my> <phoneword|label>{{1,2}} <on|in|gen>{{1,2}} <my>? <name> <is|colon>? {_LISTED}",
    # who writes
    f"{_HEAD} {_LISTED} <honorific>? <reporting> (?= <comma|stop|newline|from> | $ )",
    f"{_HEAD} <greeting|honorific|comma>{{0,3}} <pronoun_it> <other_mark>? <is_en|gen>? <eng_me>? <comma>? {_SURE} "
    "(?= <comma> <from|i|my> | <from|reporting> | <stop|newline> | $ )",
    f"{_HEAD} <pronoun_it> <other_mark>? <is_en|gen>? <eng_me> <comma>? {_SURE} (?= <comma|stop|newline|from|here> )",
    f"{_HEAD} <am_en> {_SURE} (?= <comma|stop|newline|from|here> | <speaks> )",
    f"{_I} <to|that|emphatic|ordinary|comma>{{1,3}} {_SURE} <honorific>? <iam|hoon>",
    f"{_I} <hoon|iam> <!stop&!newline&!they&!their&!suspect&!comma&!crime>{{0,5}} <kin|occupation|post|girl|own_spot> "
    f"{_SURE} (?= <comma|stop|newline> | $ )",
    f"{_HEAD} <this> {_LISTED} <is> <comma>? <place|open|area_part|own_spot|se|on>{{0,4}} <speaking> <rah>{{0,2}} "
    "<iam|hoon>",
    f"<info> <ordinary|habit|please|common|sends>{{1,3}} <wala> {_LISTED} <is|stop|comma>",
    f"{_HEAD} {_LISTED} <gen> <ordinary|side> <se> <info|greeting|closing|speaking>",
    f"<hide> <please|habit|ordinary|is>{{0,3}} <open_mark> {_LISTED} <close_mark>",
    f"<i> <comma|open_mark>? <namely> <comma>? {_LISTED}",
    f"<i&!i_nom> <comma> {_LISTED} <ne>? <comma>",
    f"<closing&!greeting&!you> <comma|dot>? {_LISTED} (?= <comma|stop|dot> )",
    f"{_SURE} <honorific>? <calls_by> <is|rah>{{0,2}} <me> (?= <people|stop|comma|newline> | $ )",
    "<me> <people|common>? (?P<name> <given|open|cap&common> "
    "<honorific|occupation|kin|common&cap|given|surname|open>{0,2} ) "
    "<calls_by> <is|rah>{0,2} (?= <comma|stop|newline> | $ )",
    f"<tag_name> <calls_by> <is>? <comma> <common|open>{{0,2}} <name> <is|colon>? {_SURE}",
    f"<call> {_LISTED} <comma|colon|open_mark>? <phoneword>? <id|tag_phone>",
    f"<info> <!stop&!newline&!they&!their>{{0,8}} <by> {_LISTED} (?! <ne> )",
    f"<i_nom|imaybe> <their> <kin> (?P<name> {KNOWN} <surname>? ) (?= <hoon|iam|stop|comma|newline> | $ )",
    f"<pronoun_it> <is|was> <i|eng_me|me> <comma>? {_LISTED}",
    f"<my> <home|open|common> <gen>? <name> <is|colon>? {_LISTED} {_NO_CASE}",
    # by which one is threatened: 'bola "Suraj, tu ..."'
    "(?: <me> <!stop&!newline>{0,6} <said|threat> | <threat> <!stop&!newline>{0,4} <came> ) <colon|comma|that>{0,2} "
    "<other_mark>{1,2} (?P<name> <given> <surname>? ) (?! <given> | <ne|se|gen|ko> )",
    # at the very end, after a request or after one's own number
    f"(?: <please> | <closing> | <info> ) <!stop&!newline&!they&!their>{{0,4}} <comma|stop|newline|colon> {_SURE} "
    "<stop|dot>? $",
    f"<tag_reporter> <!newline&!they&!their&!suspect&!crime&!tag>{{0,14}} <comma|stop|newline> <name> <is|colon>? "
    f"{_LISTED} <stop|dot>? $",
    f"(?: <stop|newline> ) {_LISTED} <comma|open_mark>? (?: <son_of> | <rel_letter> <slash|dot> <oh> ) "
    "<title|common|given|surname|open>{1,5} <stop|dot>? $",
    # "... son of late [reporter name]" after it
    f"{_LISTED} <comma>? (?: <son_of> | <rel_letter> <slash|dot> <oh> ) <title|common>{{0,2}} <tag_name> <stop|dot>? $",
    # a name of several words that was cut short
    "<tag_reporter&tag_name> (?P<name> <cap&given&!common|cap&surname&!common|cap&open>{1,2} ) "
    "(?= <stop|comma|newline|gen|from> | $ )",
    f"<my|iam|tag_reporter> <!newline&!their&!they&!suspect>{{0,40}} <stop|newline> <name> <is|colon>? "
    f"{_LISTED} (?= <son_of> )",
    f"<tag_employer> <gen> <post|occupation|coworker> {_SURE} (?= <stop|comma|newline> | $ )",
    # several who write together
    f"<we_nom> <number_word|people|kin|comma|own_spot|gen|wala>{{1,5}} {_LISTED} {_NO_CASE}",
    f"<we_nom> <!stop&!newline>{{0,8}} <tag_name> <comma|and>{{1,2}} {_SURE} {_NO_CASE}",
    f"<we_nom> <!stop&!newline>{{0,6}} <comma|is> <i_nom> <comma|and>{{1,2}} {_LISTED} {_NO_CASE}",
)
_NO_OTHER = "<!tag&!given&!surname&!suspect&!ne&!wala&!people&!man&!girl&!who&!my>"  # nobody else is spoken of
_ELDER = f"(?P<name> <title>{{0,2}} {KNOWN} <given|surname>{{0,3}} )"
_PUPIL = "(?P<name> <given|cap&open|dev&open> <surname>? )"
RELATIVE = (
    # kin of whom more is told before the name: "papa retired hain, Shri ...", "mere jija ka case hai, unka naam ..."
    f"(?: {_HEAD} <near_kin> | <my> <common|ordinary>{{0,2}} <kin> ) <honorific>? "
    f"<!stop&!newline&!kin&!they&!ne>{{0,9}} <is> "
    f"<comma> {_ELDER} (?= <stop|comma|newline> | $ )",
    f"<my> <common|ordinary>{{0,2}} <kin>{{1,2}} <honorific>? <ko|gen|saath> <!tag&!my>{{0,34}}? <unka> <name> "
    f"{_ELDER} "
    "(?! <honorific>? <ne> )",
    # "... behan se bhi 1500 liya, behan ka naam ...": the kin once more, bare
    f"<my> <common|ordinary>{{0,2}} <kin>{{1,2}} <!tag>{{0,40}}? (?<! <their|gen|other_mark|given|surname|wala|name> ) "
    f"<kin>{{1,2}} <gen|other_mark>{{1,2}} <name> <is|colon|comma>{{0,2}} {_ELDER} (?! <honorific>? <ne> )",
    # "hamari poti school jati thi, naam ...", "mera beta teen din se gayab hai uska naam ..."
    f"<my> <common|ordinary>{{0,2}} <kin>{{1,2}} {_NO_OTHER}{{1,14}}? <name> <is|colon>{{0,2}} {_ELDER} "
    "(?! <honorific>? <ne> )",
    # "my mother ... her name is", whatever a man did meanwhile; "my husband ... his name is", where no other man was
    f"<my> <common|ordinary>{{0,2}} <female_kin> <!tag&!girl>{{0,34}}? <her> <name> <is>{{1,2}} {_ELDER}",
    f"<my> <common|ordinary>{{0,2}} <kin&!female_kin> <!tag&!given&!suspect&!man>{{0,34}}? <his> <name> "
    f"<is>{{1,2}} {_ELDER}",
    f"(?: <girl|child|tag_victim> ) <honorific>? <gen> <kin> <comma|honorific|title>{{0,2}} (?P<name> {KNOWN} "
    f"<surname>? )",
    "<my> <common|ordinary|open&low>{0,2} <kin>{1,2} <comma|called>? (?P<name> <cap&given|dev&given> <surname>? ) "
    "(?! <given|surname> | <honorific>? <se|in|on|goes> | <area_part> )",
    f"(?: {_HEAD} | <comma> ) <common|ordinary>? <near_kin> <honorific>? (?P<name> <given&!common|dev&open> "
    f"<surname>? ) "
    "(?! <given|surname> | <honorific>? <ne|se|in|on|goes|gen|is> )",
    f"<my> <number_word|common>{{1,2}} <kin> <tag_name> <and|comma> (?P<name> {KNOWN} <surname>? )",
    f"{_HEAD} <kin> <honorific>? (?P<name> {KNOWN} <surname>? ) (?= <and> (?: <i_nom|imaybe> | <tag_reporter> ) )",
    f"{_HEAD} <young_kin> <honorific>? (?P<name> {KNOWN} <surname>? ) (?! <honorific>? <ne> )",
    f"<tag_victim> <!tag&!newline>{{0,40}}? (?<! <wala> ) <their> <kin> <honorific|title>? (?P<name> {KNOWN} "
    f"<surname>? )",
    f"<they|and> <near_kin> <honorific>? (?P<name> {KNOWN} <surname>? ) (?= <honorific>? <ko|gen|saath|se> )",
    f"(?: {_HEAD} | <comma|ordinary> ) <common>? <kin> (?P<name> {KNOWN} <surname>? ) <gen> <phoneword|label> <se>",
    f"<my> <!stop&!newline&!comma&!they&!tag&!kin>{{0,4}} <pupil> <comma>? {_PUPIL} "
    "(?! <given|surname> | <common>? <is> <gen> )",
    f"{_I} (?P<name> {STEADY} <surname>{{0,2}} ) <gen> <kin|offspring>{{1,2}} "
    f"(?= <tag_name|comma|speaking|my|i> | <iam> (?! {THEY_DO_WRONG} ) )",
    "<tag_name> <comma>? <gen>? <kin> <gen> (?P<name> <given> <surname>{0,2} ) (?= <hoon|iam|speaking> )",
)
