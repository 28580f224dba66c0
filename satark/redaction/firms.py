"""The reporter's own shop, firm, society, school or paper, called by its name, and the post held "there".

`employment` reads who works where in one breath; here the name stands apart from the words that make it the
reporter's: "my shop ...", "I keep a shop, its name is ...", "I am on the staff there".
"""

from __future__ import annotations

from satark.redaction.mask import Cut
from satark.redaction.passage import Passage, possible

_PROPER = "<given|surname|cap&open|dev&open|cap&org|dev&org|cap&firm|dev&firm|cap&common|cap&workplace|open&!cap&!dev>"
_FIRM = (
    "(?P<employer> (?: <abbreviation|title> <dot|stop>? | <cap&ordinary> )? "
    f"{_PROPER} (?: {_PROPER} | <and|firm> ){{0,4}}? "
    "(?: <firm> <firm>? | <learning> <temple> ) )"
)
_NAMED = f"(?: {_FIRM} | (?P<called> <given|surname|open|cap&common|org>{{1,2}} ) )"
_IS = "<is|colon|comma|called|open_mark|this|other_mark>{0,2}"
_W = "<!stop&!newline>"
_EMPLOYERS = (
    f"<my> {_FIRM} <is|on|in|gen|se|ko>",
    "<my> (?P<employer> <given|surname|cap&open|dev&open>{1,2} <common>? <workplace&!place&!firm> ) <on|in> ",
    "<applicant> <gen> <business> (?P<employer> <given|surname|open|org|common>{1,4}? <firm> )",
    # "they stop at Annapurna, which is my dhaba"
    "(?P<called> <cap&open|given>{1,3} ) <comma> <which> <is> <my> <business>",
    # "'Shivam Mobile' naam se meri dukan hai"
    "<other_mark> (?P<called> <!stop&!newline&!comma&!other_mark>{1,4} ) <other_mark> <name> <se|gen> <my> "
    "<ordinary|common>? <business>",
    # "Jeevan Medical apni hi hai", "jo Ganga Filling pump hai wo apna hai"
    f"{_FIRM} <common|landmark|jis|who|is|that|they|this>{{0,4}} <own|my> <emphatic|ordinary>{{0,2}} <is|iam|hoon> "
    "(?= <stop|comma|newline> | $ )",
    f"{_FIRM} <my> <emphatic> <is>",
    f"<my> <name> <tag_name> <!stop&!newline&!tag&!they&!their&!suspect&!crime>{{1,14}} <comma> <business> "
    f"<gen> <name> {_IS} {_NAMED}",
    "<my> <open&low|common|occupation>{0,2} <gen>? <business> <other_mark>{1,2} "
    "(?P<called> <given|surname|open|cap&common>{1,3} ) <other_mark>",
    f"<i|imaybe> {_W}{{0,8}} <iam> <comma|stop|and>? <business> <gen> <name> {_IS} {_NAMED}",
    f"(?: <i&!imaybe> | (?: ^ | <stop|newline|comma> ) <imaybe> ) <!stop&!newline&!crime&!wala>{{0,6}} <business> "
    f"<!stop&!newline&!crime&!wala>{{0,3}} <runs|is|iam> {_W}{{0,2}} <name|called> {_IS} {_NAMED}",
    f"<i|imaybe> <am|is|am_en>? <runs|from|works> <for|on|in>? {_FIRM}",
    # "I do accounts for Shri Ganesh Rice Mill", "Owner of Hotel Blue Moon writing"
    "<i_en> <number_word|plies|works> <common|open>{1,2} <for|on|in> <article>? "
    "(?P<employer> <title>? <cap>{1,4}? <firm|workplace> )",
    "(?: ^ | <stop|newline> ) <master|occupation|post>{1,2} <gen> <article>? "
    "(?P<employer> <cap&!place|abbreviation|landmark>{1,5}? ) <place>? <here|reporting|speaking> "
    "(?= <comma|stop|newline> | $ )",
    # an employer said letter by letter: "एस बी आई"
    "<i_nom|imaybe> (?P<employer> <spelt>{2,5} ) <in|on|gen>? (?= <occupation|post|works> )",
    # "I do job in Zudio", "Working in Wipro since 2015"
    "(?: <i_en> <number_word>? | (?: ^ | <stop|newline> ) ) <works> <in|on|for> "
    "(?P<employer> <cap&org|cap&open> <cap&open|cap&org|cap&firm>{0,2} )",
    # "I am ..., manager of Hotel Ganga View", "main ..., dukan Annapurna Trading Co."
    "<tag_name> <comma> <article|retired|ordinary>{0,2} <occupation|post>{1,2} <gen|in|on|from> <article>? "
    "(?P<called> <cap&firm> <cap&given|cap&open|cap&surname|cap&common|cap&place>{1,3} )",
    f"<tag_reporter> <comma> <business> <gen>? <name>? {_IS} {_FIRM}",
    (
        f"{_FIRM} <!newline&!tag>{{0,24}} <i> <other_mark>? <am|am_en|works> {_W}{{0,4}} "
        "<occupation|post|works|tag_post> (?: <on|in>? <there> | <on|in> <that> <firm|workplace|business|org> )"
    ),
    # "Munna Mishthan Bhandar chalana hai to ... dukan hamari hai"
    f"{_FIRM} <!newline&!tag>{{0,24}} <stop|comma|newline> <business> <my> <emphatic|too>? <is|am>",
)  # fmt: skip
_POSTS = (
    "<i> <ordinary>? <there> <in|on|gen>? <ordinary>? (?P<post> <occupation|post>{1,2} ) <ordinary>? <rah>{0,2} <iam>",
    (
        "<i_en> <was_en> <article|ordinary|common>{0,2}? (?P<post> <workplace|open|common>? <occupation|post>{1,2} ) "
        "(?= <there|gen|in|on> )"
    ),
    # "As kotedar I was told ...", "..., being lineman of this feeder"
    "(?: ^ | <stop|newline> ) <as_en> <article>? (?P<post> <post>{1,2} ) <i_en>",
    "<comma> <as_en> <article|ordinary>{0,2} (?P<post> <post>{1,2} ) (?= <gen|in|on|there> )",
    # signed "- [reporter name], bagiche ka rakhwar"
    (
        "<tag_name> <comma> (?P<post> <open|common|place|workplace|landmark|firm>{1,3} <gen>? <occupation|post>{1,2} ) "
        "(?= <stop|dot|newline> | $ )"
    ),
    (
        "<open|place|given|area_part|workplace> <on|in> (?P<post> <common|open> "
        "<suspect|common|open|habit|ordinary>? <wala> ) <i_nom>"
    ),
)  # fmt: skip


def firm_cuts(passage: Passage) -> list[Cut]:
    """The names of the reporter's own firms in `passage`, and the posts held at a place named before."""
    found: list[Cut] = []
    for tried in possible(passage, _EMPLOYERS):
        for match in tried.finditer(passage):
            for group in ("employer", "called"):
                if group in match.re.groupindex and match.start(group) >= 0:
                    found.append(Cut(*passage.span(*match.span(group)), "[reporter employer]"))
    for tried in possible(passage, _POSTS):
        for match in tried.finditer(passage):
            found.append(Cut(*passage.span(*match.span("post")), "[reporter post]"))
    return found
