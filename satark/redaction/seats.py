"""The village in which the reporter holds a post, where the crime is told of another place: "gaon Pipri ki asha hoon,
Ghazipur bus adde par ..." tells who writes, and not where it happened.

A post is held by one or two people of a village; by many of a town, tehsil or thana, which stays, as it may also tell
which village of that name is meant. Where no other place of the range is told, or "here" points back, the village is
where it happened.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.mask import Cut
from satark.redaction.passage import Passage, rule
from satark.redaction.towns import is_of_many, places_in

_SEAT = "[reporter address]"
_NAME = "<open&!yahan|given&!yahan|surname|place|cap&!common&!yahan>{1,2}"
_VILLAGE = f"(?P<seat> <village>? {_NAME} <village>? )"
_IN_ENGLISH = "(?P<seat> <village>? <gen>? <cap|open|given|surname>{1,2} <village>? )"
_SEATED = tuple(
    map(
        rule,
        (
            f"(?: ^ | <stop|newline|comma|i_nom|iam|we_nom|tag_name> ) {_VILLAGE} <gen|in> <ordinary|common|open>? "
            "(?: <tag_post> <tag>? <comma>? <rah|speaking>{0,2} <iam|hoon|is> | <tag_reporter&tag_name> <iam> )",
            f"<tag_post> <tag>? <comma>? <iam|hoon> {_VILLAGE} <gen|se|in>",
            f"<am|am_en> <article>? <tag_post> <gen|in|from> <article>? {_IN_ENGLISH} "
            "(?= <stop|comma|newline|and|but> | $ )",
        ),
    )
)
_A_VILLAGE = rule("<open|given|surname|place&!ordinary> <village> <gen|in|on|se>")
_HERE = rule("(?: <yahan> | <this|own|my> <!stop>{0,1} <village> | <stop|newline|comma> <village> <in|gen> )")


def seats(passage: Passage) -> Iterator[Cut]:
    """The villages of the reporter's post that are not where it happened."""
    for told in _SEATED:
        for match in told.finditer(passage):
            first, last = match.span("seat")
            if _tells_who(passage, first, last):
                yield Cut(*passage.span(first, last), _SEAT)


def _tells_who(passage: Passage, first: int, last: int) -> bool:
    heard = tuple(
        sound(passage.quote(at, at + 1))
        for at in range(first, last)
        if passage.symbols[at] not in symbols_of("village|gen")
    )
    if is_of_many(heard) or _HERE.pattern.search(passage.symbols, last):
        return False
    again = any(sound(passage.quote(at, at + 1)) in heard for at in range(len(passage.words)) if not first <= at < last)
    elsewhere = itertools.chain(places_in(passage), (match.span() for match in _A_VILLAGE.finditer(passage)))
    return not again and any(end <= first or start >= last for start, end in elsewhere)
