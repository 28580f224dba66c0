"""How the name of a person looks: given names, surnames, titles, initials, and words in no list.

The rules of `names`, `kinsfolk` and `victims` speak of these; a list decides where grammar alone cannot.
"""

from __future__ import annotations

TITLE = "(?: <title>{1,2} <stop|dot>? )? <initials>?"
END = (
    "(?= "
    "<is|am|iam|stop|comma|newline|close_mark|open_mark|son_of|resident|and|but|i|my|from|"
    "phoneword|label|id|tag|colon|years|gen&!ko> "
    "| $ )"
)
NAMEABLE = "(?: <given|surname|open> | <place> (?= <given|surname> ) | <common&!ordinary> (?= <surname&!common> ) )"
# A name even where any noun could stand.
STEADY = "<given&!common&!occupation|given&cap&!occupation|surname&!common&!occupation|open>"
KNOWN = (
    "(?: <given&!common&!occupation|surname&!common&!occupation> "
    "| <given|open> (?= <surname&!common> ) | <cap&open|dev&open> (?= <given&!common> ) )"
)
_INITIAL = "<cap&initial> <dot|stop>?"
_MIDDLE = f"<dot>? (?: <open> | {_INITIAL} )?"
# A given name behind a surname is another's: "main Ramsurat Yadav Kallu ...".
_TAIL = f"(?: {_MIDDLE} <given> ){{0,2}} (?: {_MIDDLE} <surname> ){{0,3}} (?: (?: {_INITIAL} )? <open> {END} )?"


def _named(first: str) -> str:
    return f"(?P<name> {TITLE} {first} {_TAIL} )"


CALLED = f"(?P<name> {TITLE} {KNOWN} <surname>{{0,2}} )"  # where two given names in a row are two people
ANY, SURE, LISTED = _named(NAMEABLE), _named(STEADY), _named(KNOWN)
CALLED_BY = (
    f"(?P<name> {TITLE} {NAMEABLE} <given|surname|open|occupation|post|near_kin>{{0,2}} )"  # bynames: Pappu Painter
)
# Where grammar leaves no doubt that a name stands: any word, but for those no name can be.
ANY_WORD = (
    "<!stop&!newline&!comma&!colon&!dot&!num&!id&!tag&!other_mark&!open_mark&!close_mark&!slash&!ordinary&!hide&!not"
    "&!name&!my&!own&!gen&!ko&!ne&!se&!in&!on&!is&!am&!and&!who&!if&!kin&!please&!call&!occupation&!money&!daytime"
    "&!number_word&!honorific&!people&!emphatic&!reporting&!speaking&!resident&!info&!crime&!sexual>"
)
_CAPITAL = ANY_WORD.replace("<", "<cap&")
WHOEVER = (
    f"(?P<name> {TITLE} (?: <given|surname|open|verbal> | {_CAPITAL} | {ANY_WORD} (?= <surname&!common> ) ) "
    "<given|surname|open|verbal>{0,2} )"
)
NO_AGENT = "(?! <given|surname> | <honorific>? <ne> )"
NO_CASE = "(?! <given|surname> | <honorific>? (?: <gen|ko|ne|se|saath|on|in|who> | <and> <!my&!phoneword&!label> ) )"
SPEAKER = "(?: <i_nom> | (?: ^ | <stop|newline|comma|greeting> ) <imaybe> )"
AFTER_NAME = "(?= <honorific>? <ko|ne|gen|saath|who|comma|stop|close_mark> | $ )"
