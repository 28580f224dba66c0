"""How the reporter's own house lies, told without a number: "ghar mera mandir ke piche hai", "I live above the bank".

"Mere ghar ke samne" goes as well. A village alone stays: it is evidence too.
"""

from __future__ import annotations

_D = "<!stop&!newline&!comma&!is&!iam&!hoon&!crime&!suspect&!sexual&!ne&!tag&!they&!their&!i_nom&!my&!resident>"
_FIRST = (
    "<!stop&!newline&!comma&!is&!iam&!hoon&!crime&!suspect&!sexual&!ne&!tag&!they&!gen&!in&!on&!se&!ko&!my&!doer"
    "&!their>"
)
_HOME = (
    "(?: <my> <own|ordinary|common|number_word>? <home> | <my> <open|common>? <business> | <home> <my> | <own> <home> )"
)
_NEXT = "<gen|se> <ordinary|emphatic|open|common>{0,2} <beside>"
_REST = "<in|on|gen|wala|home|area_part|own_spot|number_word|common|open|ordinary&!is>{0,5}"
_IN_VILLAGE = "(?: <place|open|given>{1,2} <area_part|own_spot>? <in|gen> )?"
_E = f"(?: <article> | {_D} )"  # "the" is written like the verb थे
_AT = "<landmark|workplace|firm|num|title>"
_ENGLISH_END = "(?= (?: <in|on|gen> <place> )? (?: <comma|stop|newline|and|but|jahan> | $ ) )"
_DESCRIBED = f"{_FIRST} {_D}{{0,5}}? {_NEXT} {_REST}?"
_SEAT = "<home&!area_part|house&!area_part|business&!area_part|own_spot&!area_part&!place>"
DWELLINGS = (
    f"{_HOME} <colon|comma>? (?P<address> {_DESCRIBED} ) <is>",
    f"{_HOME} <is> <ordinary|article>{{0,2}} (?P<address> {_DESCRIBED} ) (?= <comma|stop|newline> | $ )",
    f"{_HOME} <colon>? (?P<address> {_FIRST} {_D}{{0,6}}? {_NEXT} {_D}{{0,4}}? <home|own_spot> <in>? ) <is>",
    (
        f"{_HOME} (?: <is> | <common|open> )? <ordinary|common|article>{{0,2}} "
        f"(?P<address> <beside_en> <to>? {_E}{{1,9}}? ) {_ENGLISH_END}"
    ),
    (f"<i_nom|imaybe|we_nom> <people|own>? {_IN_VILLAGE} (?P<address> {_DESCRIBED} ) <in|on> <resident> <iam|hoon|is>"),
    (
        f"<i_nom|imaybe|we_nom> <people|own>? {_IN_VILLAGE} (?P<address> {_FIRST} {_D}{{0,5}}? {_NEXT} ) <resident> "
        "<iam|hoon|is>"
    ),
    (
        f"<i_nom|imaybe> <resident> <iam|hoon|is> <gen>? (?P<address> (?= {_D}{{0,9}} <num|beside> ) {_D}{{1,10}} ) "
        "(?= <comma|stop|newline> | $ )"
    ),
    (
        "<i_nom|imaybe> <!stop&!newline&!they>{0,5} <resident> <iam|hoon|is> <jahan> "
        f"(?P<address> (?= {_D}{{0,6}} {_AT} ) {_D}{{1,8}} ) <is>"
    ),
    (
        "<i|imaybe> <am>? <resident> <!stop&!newline&!they&!beside_en>{0,5} "
        f"(?P<address> <beside_en> <to>? (?= {_E}{{0,6}} {_AT} ) {_E}{{1,8}}? ) {_ENGLISH_END}"
    ),
    # more of it once the first of it is out: "mera ghar [reporter address] hai, lal deewar wala"
    f"<home|resident> <!stop&!newline>{{0,3}} <tag_address> <is|hoon>? <comma> "
    f"(?P<address> {_FIRST} {_D}{{0,3}}? <wala> ) (?= <stop|comma|newline> | $ )",
    f"<tag_address> <in|on>? <resident> <iam|hoon|is> <comma> (?P<address> {_FIRST} {_D}{{0,4}}? <gen> <beside> ) "
    "(?= <stop|comma|newline> | $ )",
    "<i_en> <runs> (?P<address> <article> <!stop&!newline&!comma>{1,2} <on|in> <num> )",
    # where it happens is told by the reporter's own house or shop: "mere ghar ke samne", "behind our shop"
    (
        f"(?P<address> <my> <own|ordinary|common|open&low>{{0,2}} {_SEAT} <gen|se> "
        f"<ordinary|emphatic|open|common>{{0,2}} "
        "<beside>{1,2} )"
    ),
    "(?P<address> <my> <open|common|property>? <gen>? <business> <their|that> <gen>? <beside> <in>? <is> )",
    "(?P<address> <my> <open|own_spot&!area_part|home|business|firm> <ordinary>? <there>{1,2} ) "
    "<!stop&!newline&!comma>{0,3} <is>",
    "(?P<address> <my> <ordinary>? <door> <on> )",
    "<i_nom|we_nom> (?P<address> <beside> <gen> <home|business> ) <in|on> <resident|hoon|iam>",
    "(?P<address> <my> <home|business> <ordinary|emphatic|their>{0,2} <beside>{1,2} <in|on>? ) <is>",
    (
        "<i_en|we_nom> <am|am_en>? <earns|resident|plies|runs> <!stop&!newline&!comma&!they>{0,4} "
        "(?P<address> <common|ordinary>? <beside_en> <to>? <they|their|that> "
        "<workplace|home|firm|business|common>{0,2} )"
    ),
    f"(?P<address> <beside_en|on|in> <to|article|beside|common&!daytime&!girl&!man&!people>{{0,3}} <gen|to>? <my> "
    f"<open|common>? {_SEAT} )",
    f"(?: ^ | <stop|newline> ) <home|address> <colon> (?P<address> <num> {_D}{{0,8}} ) (?= <stop|newline> | $ )",
)
