"""Names of the reporter's kin, neighbours, masters and fellow workers: they point to the one who writes."""

from __future__ import annotations

from satark.redaction.named import (
    AFTER_NAME,
    ANY,
    ANY_WORD,
    CALLED,
    END,
    LISTED,
    NO_AGENT,
    SPEAKER,
    SURE,
    WHOEVER,
)
from satark.redaction.selves import HEAD
from satark.redaction.selves import KNOWN as FREE
from satark.redaction.selves import SPEAKER as SELF
from satark.redaction.selves import STEADY as FREELY

# Whose kin the reporter is is no secret to be kept where that one is the accused.
THEY_DO_WRONG = (
    "<comma|stop|newline|and>{0,2} "
    "(?: <my> <name> <is|colon>{0,2} <given|surname|open|tag_name>{1,3} <is>? <comma|stop|newline|and>{0,2} )? "
    "<!tag>{0,6} <they> <!tag>{0,9} <crime|sexual|dirty|harm|strike>"
)
# Said of somebody just told: "Suresh mera jija hai, smack bechta hai".
ACCUSED_NEXT = "<comma|stop> <ordinary|daytime|they&!him>{0,3} <crime> <common>{0,2} <doer|does|strike>"
NOT_ACCUSED = f"(?! {ACCUSED_NEXT} | <comma|stop> <ordinary|daytime|they&!him>{{0,3}} <crime>{{1,2}} <is>? $ )"
_KIN = (
    "(?P<owner> <my|own> ) <ordinary|common|number_word|own|open&low>{0,2} <kin>{1,2} "
    "(?: <colon>? <in> <colon>? <law_en> )? (?: <gen> <ordinary>? <kin|girl|suspect> )?"
)
_MASTER = "<ordinary>? (?: <house|business|workplace|own_spot>? <gen>? <master> )"  # landlord, employer
_IS_MY_KIN = "<subject> <my> <kin>{1,2} <is>"
_UNLIKELY = ANY_WORD.replace(">", "&!given&!surname&!open&!suspect&!harm>")  # a word no list calls a name
_NO_PLACE = "(?! <given|surname> | <honorific>? <se|in|on|goes> | <area_part> <in|se|gen|on> )"
_PLAIN = (
    f"{_KIN} <comma|honorific|called|colon|open_mark|title|stop>{{0,3}} {LISTED} (?! <in&!i> )",
    (
        f"{_KIN} <comma|called>? (?P<name> <open> (?: <given|surname> ){{0,2}} ) {_NO_PLACE}"
    ),
    # "mera beta jiska naam Aman hai"
    f"{_KIN} (?: <other_mark> )? <who|gen>{{1,2}} <name> <is|colon|comma>{{0,2}} {ANY}",
    # whatever they are called: "mere pita ka naam Naadan hai", "mere bhai Kida ne dekha"
    f"{_KIN} <other_mark>? <gen>? <name> <is|colon>{{0,2}} {WHOEVER} {END}",
    f"{_KIN} <gen> <name> (?P<name> {ANY_WORD} <given|surname>{{0,2}} ) <is> {END}",
    f"{_KIN} <comma|called>? (?P<name> {_UNLIKELY.replace('<', '<cap&')} <surname>? ) {_NO_PLACE}",
    f"{_KIN} <title>? (?P<name> {_UNLIKELY} <surname&!common>{{1,2}} )",
    f"{_KIN} (?P<name> {_UNLIKELY} ) <honorific>? <ne>",
    "<my> <kin|man>{1,2} (?P<name> <given|open|occupation|common&!ordinary> ) <calls_by> <is>",
    "<my> (?P<name> <given&!common> ) (?= <ko|saath> )",  # "hamre Pappu ke kaatat ba"
    f"{LISTED} <comma|who|is>{{0,2}} <my> <kin>{{1,2}} (?: <colon>? <in> <colon>? <law_en> )? "
    "(?= <is|iam|am|comma|stop|newline|and|wished|on|in> | $ )",
    f"(?P<owner> <my|own> ) {_MASTER} <comma|honorific|called|colon|title|stop>{{0,3}} {LISTED}",
    (
        f"(?P<owner> <my|own> ) {_MASTER} <comma|honorific|called|colon|title|stop>{{0,3}} "
        f"(?P<name> <open> <given|surname>{{0,2}} ) {AFTER_NAME}"
    ),
    (
        f"<i|imaybe> <!stop&!newline&!they>{{0,8}} <resident> <!stop&!newline>{{0,3}} <iam|hoon> "
        f"<comma|stop|newline> {_MASTER} <gen>? <name>? <is|colon|honorific|comma>{{0,2}} {LISTED}"
    ),
    f"(?P<owner> <my|own> ) <ordinary|number_word>? <coworker>{{1,2}} <comma|honorific|called>? {LISTED}",
    f"(?P<owner> <my|own> ) <ordinary|number_word>? <coworker> (?P<name> <open> <surname>? ) {AFTER_NAME}",
    f"{SPEAKER} {CALLED} <gen> <kin> <iam> (?! {THEY_DO_WRONG} )",
    f"{SPEAKER} {CALLED} <gen> <kin|offspring> <iam|hoon|is> (?! {THEY_DO_WRONG} )",
    f"<i> <am|am_en> <article>? <kin> (?: <colon>? <in> <colon>? <law_en> )? <gen> <post|occupation>? {CALLED} "
    f"(?! <surname> | {THEY_DO_WRONG} )",
    (
        "<tag_name> <is>? <comma|open_mark>{0,2} "
        "(?: <gen|rel_letter> <slash|dot> <oh> <dot|stop>? | <son_of&!subject&!number_word&!ordinary> ) "
        f"<colon|title|stop|dot|num>{{0,4}} {ANY}"
    ),
)  # fmt: skip
_NOBODY = "<!tag&!newline&!stop&!given&!surname>"
_THEIR_KIN = f"<their> <kin> <honorific|title>? (?P<name> {FREE} <surname>? )"
_NO_OTHER = "<!tag&!given&!surname&!suspect&!ne&!wala&!people&!man&!girl&!who&!my>"  # nobody else is spoken of
_ELDER = f"(?P<name> <title>{{0,2}} {FREE} <given|surname>{{0,3}} )"
_MY_KIN = "<my> <common|ordinary>{0,2} <kin>{1,2}"
_HURT_MY_KIN = (
    f"(?: <given|surname|suspect|open> <honorific>? <ne> {_MY_KIN} <ko|saath|se> "
    f"| {_MY_KIN} <ko|saath|se> <given|surname|suspect|cap&open>{{1,2}} <ne>? ) "
    "<!tag&!stop&!newline&!comma>{1,8}"
)
_PUPIL = "(?P<name> <given|cap&open|dev&open> <surname>? )"
_IN_PASSING = (
    # "my mother in law Phoolmati and her nephew Sandeep"
    f"{_MY_KIN} (?: <in> <law_en> )? <tag_name> <and> <their> <kin> {SURE}",
    # kin of whom more is told before the name: "papa retired hain, Shri ...", "mere jija ka case hai, unka naam ..."
    f"{_MY_KIN} <honorific>? <ko|gen|saath> <!tag&!my>{{0,34}}? <unka> <name> {_ELDER} (?! <honorific>? <ne> )",
    # "... behan se bhi 1500 liya, behan ka naam ...": the kin once more, bare
    f"{_MY_KIN} <!tag>{{0,40}}? (?<! <their|gen|other_mark|given|surname|wala|name> ) "
    f"<kin>{{1,2}} <gen|other_mark>{{1,2}} <name> <is|colon|comma>{{0,2}} {_ELDER} (?! <honorific>? <ne> )",
    # "hamari poti school jati thi, naam ...", "mera beta teen din se gayab hai uska naam ..."
    f"{_MY_KIN} {_NO_OTHER}{{1,14}}? (?<! <my|gen|other_mark> ) (?P<of> <name> ) "
    f"<is|colon>{{0,2}} {_ELDER} "
    "(?! <honorific>? <ne> )",
    # "my mother ... her name is", whatever a man did meanwhile; "my husband ... his name is", where no other man was
    f"<my> <common|ordinary>{{0,2}} <female_kin> <!tag&!girl>{{0,34}}? <her> <name> <is>{{1,2}} {_ELDER}",
    f"(?: <girl|child|tag_victim> ) <honorific>? <gen> <kin> <comma|honorific|title>{{0,2}} (?P<name> {FREE} "
    f"<surname>? )",
    "<my> <common|ordinary|open&low>{0,2} <kin>{1,2} <comma|called>? (?P<name> <cap&given|dev&given> <surname>? ) "
    "(?! <given|surname> | <honorific>? <se|in|on|goes> | <area_part> )",
    f"(?: {HEAD} | <comma> ) <common|ordinary>? <near_kin> <honorific>? (?P<name> <given&!common|dev&open> "
    f"<surname>? ) "
    "(?! <given|surname> | <honorific>? <ne|se|in|on|goes|gen|is> )",
    # "ghar me budhi maa Shanti Devi aur bachche hain"
    f"(?: {HEAD} | <comma|and> ) <my>? <home> <in|on> <common|ordinary|my>{{0,2}} <kin>{{1,2}} "
    f"(?P<name> {FREE} <surname>? ) (?! <given|surname> | <honorific>? <ne> )",
    f"<tag_victim> <!tag&!newline>{{0,40}}? <stop> {_NOBODY}{{1,20}} <stop> {_NOBODY}{{0,5}} (?<! <wala> ) "
    f"{_THEIR_KIN}",
    f"<my> <!stop&!newline&!comma&!they&!tag&!kin>{{0,4}} <pupil> <comma>? {_PUPIL} "
    "(?! <given|surname> | <common>? <is> <gen> )",
    f"{SELF} (?P<name> {FREELY} <surname>{{0,2}} ) <gen> <kin|offspring>{{1,2}} "
    f"(?= <tag_name|comma|speaking|my|i> | <iam> (?! {THEY_DO_WRONG} ) )",
)

# Kin told as mine before and bare now; `kin` and `of` are looked up in what was told ("meri behan ... behan Swati").
_BARE = "(?<! <wala> ) (?P<kin> <kin&!neighbour|offspring|man|girl&!common> ) <honorific>?"
_BESIDE = "(?= <honorific|tag_name>? <stop|comma|newline|too|is|and> | $ )"
_TOLD_BEFORE = (
    f"{_BARE} <comma>? <namely> {ANY}",
    f"{_BARE} <gen|other_mark>{{1,2}} <name> <is|colon|comma>{{0,2}} {ANY} {NO_AGENT}",
    f"{_BARE} <gen|other_mark>{{1,2}} <name> <!stop&!newline&!comma&!they&!their>{{1,4}}? {LISTED} (?= <is> )",
    f"(?<! <my|own|ordinary> ) {_BARE} <is> {LISTED} (?= <stop|comma|newline> | $ )",
    f"{_BARE} (?P<name> {FREE} <given|surname>{{0,2}} ) (?! <given|surname> )",
    "(?P<kin> <kin&low|offspring&low|girl&low> ) <honorific>? (?P<name> <cap&open> <surname>? )",
    f"{_BARE} <is>? <called> {ANY}",
    f"{_BARE} (?P<name> <cap&open|dev&open> ) (?= <honorific>? <ko|ne|gen|saath> )",
    f"(?<! <my|gen|other_mark|own> ) (?P<of> <name> ) <is|their|colon|rah>{{0,3}} {ANY} {NO_AGENT}",
    f"(?<! <my|gen|other_mark|own> ) (?P<of> <name> ) <!stop&!newline&!comma>{{1,3}} <to> {ANY} (?= <is> )",
    f"(?: <stop|comma|newline> ) {ANY} (?P<of> <name> ) <is> (?= <stop|comma|newline> | $ )",
)
_SEEN = "<!stop&!newline&!they&!suspect>{0,14} <seen|if>"  # what they saw together
_FELLOWS = (
    f"<my> <ordinary>? <fellow> (?: <occupation|post|coworker|tag_post> ){{1,2}} {LISTED}",
    f"<i|we_nom|i_en> <and> <my> <neighbour> <honorific>? {ANY} (?! <ne> )",
    # "mere saath Ramesh bhi tha", "Ramesh was with me"
    f"<my> <saath> <my|ordinary|occupation|post|coworker>{{0,2}} {ANY} {_BESIDE}",
    f"{LISTED} <was_en> <too|ordinary>? <saath> <eng_me>",
    f"{SPEAKER} <and> {LISTED} (?! <honorific>? <ne|gen> ) (?= {_SEEN} )",
    f"{HEAD} <eng_me> <and> {LISTED} (?! <ne|gen> ) (?= {_SEEN} )",
    f"<we_nom|i_nom> <!stop&!newline&!they&!suspect>{{1,15}} <comma> <saath> <in>? <my|occupation|coworker>{{0,2}} "
    f"{ANY} <too>? <is>",
    # the teacher of one's child
    f"<my> <kin> <!tag_name>{{1,70}} <schoolclass> <occupation|post> {LISTED}",
    f"<we_nom|i_nom> <is|am|am_en> <article>? <kin> <gen> {SURE} (?! {THEY_DO_WRONG} )",
    "<my> <young_kin> (?P<name> <given> ) (?! <surname|given|in|se|habit|goes|rah|speaking|please|came> )",
)

# In so many words, whatever else is told of the one named.
OUTRIGHT = (
    # what the reporter was told: "paanch lakh do nahi to tumhare bete Aman ko utha lenge"
    f"<your> <ordinary|number_word>? <kin|offspring|man>{{1,2}} {LISTED} (?! <ne> )",
    # "maine apne jija Ashok se udhar lekar"
    f"<i|i_nom> <ne>? <own> <kin>{{1,2}} <honorific>? {SURE} (?= <ko|se|saath> )",
    f"{LISTED} <comma>? <who> <my> <kin>{{1,2}} <wished|is>",
    # who stands against those who do wrong: "mere bhai Ganesh ganja bechne walon ko rokte hain"
    f"<my|own> <ordinary|common>? <kin>{{1,2}} <honorific>? {SURE} <honorific|ne>? "
    "<!stop&!newline&!given&!me&!wala>{0,3} "
    "(?: <wala> <ko|gen|se> <!stop&!newline&!crime>{0,2} <opposes|saw|neighbour|fear|recognises> | <gen> <against> )",
    # who drinks, smokes or plays what another sells: "mera bhai Mangru smack pita hai, Guddu deta hai"
    f"<my|own> <ordinary|common>? <kin>{{1,2}} <honorific>? {SURE} <ordinary>? <crime> <in>? <num>? <indulges> "
    "(?! <!stop&!newline&!given>{0,3} <crime> | <!stop&!newline>{0,8} <strike|me|my> )",
    f"<my|own> <ordinary|common>? <kin>{{1,2}} <honorific>? {SURE} <opposes> <!stop&!newline>{{0,4}} <crime|suspect>",
    # "took 7,200 from my cousin Rakesh"
    f"<from> <my> <ordinary|common>? <kin>{{1,2}} (?: <in> <law_en> )? {SURE} (?! <gen|other_mark> )",
    # "Kallu ne Ramavtar ko peeta, wo mere pita hain"
    f"{SURE} <ko|gen|saath> <!stop&!newline&!tag&!given>{{1,8}} <comma|stop|newline>{{0,2}} {_IS_MY_KIN}",
    f"{SURE} {_IS_MY_KIN}",
    f"(?: ^ | <stop|newline|comma> ) {SURE} <my> <kin>{{1,2}} <is> (?= <stop|newline|comma> | $ ) {NOT_ACCUSED}",
    # "they have beaten my father ... his name is Mahesh"
    f"<hurts|strike> {_MY_KIN} <!tag&!given&!suspect&!man>{{0,24}}? <his|her> <name> <is>{{1,2}} {_ELDER}",
    # one who hurt them is named: who is named after is the kin hurt
    f"{_HURT_MY_KIN} <stop|comma|newline> <their|unka> <name> <is>? {_ELDER} (?! <honorific>? <ne> )",
    f"{_HURT_MY_KIN} <stop|comma|newline> {_ELDER} <name> <is> <their|unka>",
)
RELATIVE = _PLAIN + _IN_PASSING + _TOLD_BEFORE + _FELLOWS
