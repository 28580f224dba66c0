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
_E = f"(?: <article> | {_D} )"  # "the" is written like the verb थे
_AT = "<landmark|workplace|firm|num|title>"
_ENGLISH_END = "(?= (?: <in|on|gen> <place> )? (?: <comma|stop|newline|and|but|jahan> | $ ) )"
_DESCRIBED = f"{_FIRST} {_D}{{0,5}}? {_NEXT} {_REST}?"
_SEAT = "<home&!area_part|house&!area_part|business&!area_part|own_spot&!area_part&!place>"
DWELLINGS = (
    f"{_HOME} <colon|comma>? (?P<address> {_DESCRIBED} ) <is>",
    (
        f"{_HOME} (?: <is> | <common|open> )? <ordinary|common|article>{{0,2}} "
        f"(?P<address> <beside_en> <to>? {_E}{{1,9}}? ) {_ENGLISH_END}"
    ),
    (
        "<i|imaybe> <am>? <resident> <!stop&!newline&!they&!beside_en>{0,5} "
        f"(?P<address> <beside_en> <to>? (?= {_E}{{0,6}} {_AT} ) {_E}{{1,8}}? ) {_ENGLISH_END}"
    ),
    # where it happens is told by the reporter's own house or shop: "mere ghar ke samne", "behind our shop"
    (
        f"(?P<address> <my> <own|ordinary|common|open&low>{{0,2}} {_SEAT} <gen|se> "
        f"<ordinary|emphatic|open|common>{{0,2}} "
        "<beside>{1,2} )"
    ),
    f"(?P<address> <beside_en|on|in> <to|article|beside|common&!daytime&!girl&!man&!people>{{0,3}} <gen|to>? <my> "
    f"<open|common>? {_SEAT} )",
)
