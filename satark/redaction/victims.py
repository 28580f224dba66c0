"""Names of victims who may not be named by law: of sexual offences, and children."""

from __future__ import annotations

from satark.redaction.named import AFTER_NAME, ANY, CALLED, LISTED, SURE, WHOEVER

_W = "<!stop&!newline&!comma&!ne&!and&!together&!tag>"
_THERE = "<!stop&!newline&!comma&!ne&!and&!together&!tag&!by_place&!house&!in>"
_NO_DOER = "(?! <given|surname> | <is|comma>{0,2} <who>? <!stop&!newline>{0,6} <doer> )"
OF_A_SEXUAL_OFFENCE = (
    f"{SURE} <honorific>? <gen>? <saath> {_W}{{0,6}} (?: <and> {_W}{{1,2}} )? (?: <ne> {_W}{{0,3}} )? <sexual|dirty>",
    f"(?<! <saath> ) (?<! <saath> <given|surname|open> ) {SURE} <honorific>? <ko|se> {_THERE}{{0,4}} <sexual|dirty>",
    f"(?<! <saath> ) (?<! <saath> <given|surname|open> ) {SURE} <honorific>? <gen> {_THERE}{{0,1}} <sexual|dirty>",
    "<sexual> <article|girl|child|num|years>{0,5} (?P<name> <cap&open> <surname>? ) "
    "(?! <surname> | <honorific>? <ne|and> )",
    f"<sexual> (?: <gen|article|saath|girl|child|num|years|colon>{{0,5}} ) {LISTED}",
    f"<sexual> <article> <common&!suspect&!crime> {LISTED} (?! <ne|and> )",
    f"{LISTED} <was>{{1,2}} {_W}{{0,2}} <sexual>",
    f"<girl> <honorific|comma|called|colon|open_mark>{{0,2}} {LISTED} (?! <given|surname> | <ne> )",
    (
        "(?<! <who> <my> ) <girl> (?: <gen|who> | <!stop&!newline&!suspect>{0,10} <their> ) <name> "
        f"<is|colon|this|comma>{{0,2}} {ANY} {_NO_DOER}"
    ),
    f"(?: ^ | <stop|newline|comma> ) {LISTED} <name> <gen> <girl|child>{{1,2}} <ko|gen|saath|se>",
    f"<girl> <other_mark>? <gen>? <name> <is|colon>{{0,2}} {ANY} {_NO_DOER}",
    f"(?<! <is> <number_word> ) {LISTED} <name|called> <gen> (?: <num|number_word|years|gen|ordinary> ){{0,4}} <girl>",
    f"{LISTED} <comma|open_mark>{{0,2}} <num|number_word> <years> (?! <gen>? <suspect>? <ne> )",
    f"<girl> <!stop&!newline&!suspect&!given&!they>{{0,12}} <stop> <their> <name> <is|colon>{{0,2}} {ANY} {_NO_DOER}",
    f"<their> <name> <is> <tag_victim> <comma|and>{{1,2}} {LISTED} {_NO_DOER}",
    f"<she> <comma> {LISTED} <comma>",
    f"<she> <is> {LISTED} <comma>? (?= <num|number_word|schoolclass|years> )",
)  # fmt: skip
# In so many words, whatever name it is: "Munni naam ki ladki ke saath balatkar hua", "a girl Munni was raped".
PLAINLY = (
    f"(?<! <is> <number_word> ) {WHOEVER} <name|called> <gen> (?: <num|number_word|years|gen|ordinary|colon> ){{0,5}} "
    f"<child>? <girl|child> <honorific>? (?: <gen>? <saath> | <ko|se> ) {_W}{{0,6}} <sexual|dirty>",
    # "Pooja ke saath dushkarm hua": a name that is an everyday word as well
    "(?: ^ | <stop|newline|comma> ) (?P<name> <given> <surname>? ) <honorific>? <gen> <saath> "
    "<!stop&!newline&!comma&!ne&!ko&!and&!together&!tag&!given>{0,3} <sexual>",
    f"<years> <common|gen|colon>{{0,2}} <girl|child>{{1,2}} <called>? {WHOEVER} (?: <was|gen|saath|ko|se>{{1,2}} ) "
    f"{_W}{{0,6}} <sexual|dirty>",
)
# Whose clothes were pulled at: "Pooja ka dupatta kheencha".
OF_A_GARMENT = (f"{ANY} <honorific>? <gen> <womens> <!stop&!newline&!comma>{{0,2}} <pulls>",)
# With whom it happened, whatever it was: "jis ladki ke saath hua uska naam ..."
OF_A_DEED = (
    # "Vicky Mamta se jabran dhandha karwata hai"
    "<given|suspect> (?P<name> <given> <surname>? ) <se> <harm|dirty|sexual>{1,2} <crime|sexual|dirty>? "
    "<doer|had_sent>",
    "(?: <jis|that|girl> <girl|child>? <gen>? <saath> | <who> <saath> ) <is|goes|common>{1,2} <comma>? "
    f"<their> <name> <is|colon>? {ANY} {_NO_DOER}",
    f"<girl> <!stop&!newline&!given>{{0,3}} <sexual> <!stop&!newline&!given>{{0,3}} <comma> {LISTED} <name> <is>",
)
# Girls and children who are sold: where the whole message tells it.
SALE = "<girl|child> <!stop&!newline>{0,14} <sold|sale>"
OF_A_SALE = (
    # "Guddi naam ki larki ko ... bech diya"
    f"(?<! <is> <number_word> ) {LISTED} <name|called> <gen> <num|years|gen>{{0,3}} <girl|child> <ko> "
    "<!stop&!newline>{0,10} <sold|sale>",
    f"<girl> <ne>? <said> <me|eng_me|that|gen>{{0,2}} <their> <name> <is|colon>{{0,2}} {ANY}",
)
# Children whose age stands beside their name, in so many words.
OF_AN_AGE = (
    # "Munni naam ki 14 saal ki ladki", "Kishan aur Golu naam ke 13-14 saal ke bachche", "Phoolan (12), Basanti (13)"
    f"{ANY} <name|called> <gen> (?P<age> <num> ) <years> <gen|ordinary>{{1,2}} <girl|man|offspring> (?! <ne> )",
    f"{ANY} <and|comma> <given|open>{{1,2}} <name|called> <gen> "
    "(?: <num|number_word|years|gen|ordinary|colon> ){0,6} <child>",
    f"{LISTED} <open_mark> (?P<age> <num> ) <years>? <close_mark>",
    "(?P<name> <cap&open> ) <open_mark> (?P<age> <num> ) <years>? <close_mark>",
    # "Chhotu bartan dhota hai 11 saal ka hai"
    "(?P<name> <given|cap&open|dev&open> ) <!stop&!newline&!crime&!doer&!ne&!given&!gen>{1,4} <is> <comma>? "
    "(?P<age> <num> ) <years> <gen> <is>",
)  # fmt: skip
CHILD = (
    f"<child> (?! <surname&!given> ) <girl|child>{{0,2}} <honorific|comma|called|colon|open_mark>{{0,2}} {CALLED}",
    "<child> (?P<name> <cap&open> )",
    f"<child> <girl>? (?P<name> <open> ) {AFTER_NAME}",
    "<child> <girl>? (?P<name> <cap&open> )",
    f"<small> <girl|man|child|offspring>{{1,2}} {LISTED}",
    "<small> <girl|man|child|offspring>{1,2} (?P<name> <cap&open> )",
    f"<num|number_word> <years> <gen|colon|years|ordinary>{{0,2}} <girl|child>{{0,2}} (?P<name> <open> ) {AFTER_NAME}",
    "<num|number_word> <years> <ordinary>? <girl|child>{0,2} (?P<name> <cap&open> )",
    "(?P<name> <open> <surname>? ) <comma|open_mark>{0,2} <num|number_word> <years> <gen|close_mark|comma|is>",
    f"(?<! <number_word|article> ) {SURE} <ko> <!stop&!newline&!crime&!comma>{{0,6}} <sold>",
    f"{SURE} <was>{{1,2}} <sold>",
    (
        f"<child> (?: <gen|who|other_mark>{{1,2}} <common|open>? | <!stop&!newline&!suspect>{{0,10}} "
        f"(?:<stop|newline>)? <their> ) "
        f"<name> <is|colon|this|comma>{{0,2}} {ANY}"
    ),
    f"{ANY} <name|called> <gen> (?: <num|number_word|years|gen|ordinary|common|colon> ){{0,6}} <child> "
    "(?! <my|me|ne> )",
    "(?P<name> <child> ) <name|called> <gen> (?: <num|number_word|years|gen|ordinary|common> ){0,4} <child>",
    f"<child> <called> {ANY}",
    # "14 saal ki bachchi hai Pinki, uska mama ...", "touches Ananya of class 4"
    f"<child|girl> <is> {SURE} (?= <comma|stop|newline> | $ )",
    f"<girl|bride> {SURE} <is> <num|number_word> (?= <and|comma|stop|newline|years> | $ )",
    f"(?<! <my|i_en> ) {SURE} <gen> <schoolclass> <num|number_word|ordinal>",
    "<num|number_word> <years> <gen> (?P<name> <cap&given|dev&given> <surname>? ) "
    "(?= <ko|saath|gen|and|comma> )",
    f"<girl|child> {LISTED} <open_mark> <years>? (?P<age> <num> ) <years>? <close_mark>",
    (
        "(?: (?P<age> <num> ) <years>? | <number_word> <years> ) <gen> "
        "<common|is|goes|ordinary|please|habit|girl>{0,3} <comma|stop>? <name> "
        f"<is|colon>? {ANY} {_NO_DOER}"
    ),
    (
        "(?: (?P<age> <num> ) <years|common>{0,2} | <number_word> <years> <common>? ) <and|comma> <their> <name> "
        f"<is|colon>{{0,2}} {ANY}"
    ),
    f"{LISTED} <open_mark> <years> <colon>? <num> <years>? <close_mark>",
    f"<num|number_word> <years> <man|offspring|child> <!newline>{{0,16}}? <stop> <offspring|man|child> <name> "
    f"<is|colon>? {ANY}",
    # "apni bitiya Kajal ko ... maar diya, 17 saal ki thi"
    (
        f"<girl|child|offspring|young_kin> {LISTED} <!stop&!newline&!given>{{1,14}} <comma|stop> <she|they>? "
        "(?: (?P<age> <num> ) <years>? | <number_word> <years> ) <gen> <was|is|was_hi>"
    ),
    f"<schoolclass> <num|number_word> <open&low|ordinal>? <gen|in> <girl|child>{{0,2}} {SURE}",
    (
        f"<num|number_word> <years> <gen|colon|years|ordinary>{{0,2}} <child|girl|kin>? <child|girl|kin>? "
        f"<comma|called|colon>{{0,1}} {CALLED}"
    ),
    f"{CALLED} <comma|open_mark>{{0,2}} <years|colon>{{0,2}} <num|number_word> <years> "
    "(?! <gen> <girl|child>{1,2} <given|open> )",  # "beta Arvind 14 saal ki bachchi Gudiya ko ...": she is 14
)  # fmt: skip
