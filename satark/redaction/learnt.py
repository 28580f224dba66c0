"""What no rule foresaw: words that the tagger holds for the reporter's, cut where the rules are silent."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from satark.redaction.lexicon import symbols_of
from satark.redaction.mask import Cut, tag_of
from satark.redaction.names import said_to_do_wrong
from satark.redaction.owners import owners
from satark.redaction.passage import Passage, rule
from satark.redaction.tagger import shares

_WORD, _NUMBER = 0.4, 0.9  # how sure the tagger has to be; grammar has looked at numbers already
_APART = "stop|newline|tag|id|crime|suspect|sexual|threat|colon|hiding"  # never in what is cut
_EDGE = (
    "gen|is|in|on|se|ko|ne|comma|and|iam|hoon|am|am_en|ordinary|this|rah|open_mark|close_mark|other_mark|dot|my|i|me"
)
_SAYS_NOTHING = "place|area_part|common&!occupation&!kin|ordinary|num|number_word"  # a stretch of these alone stays
# Names that grammar itself gives to another, whatever the tagger holds.
_ANOTHERS = (
    "(?P<name> <given|surname|open&cap|open&dev>{1,3} ) <honorific>? <gen> <against>",
    "<against> <title|occupation|post|honorific>{0,2} (?P<name> <given|surname>{1,3} )",
    "(?P<name> <given|surname>{1,3} ) <and> <their>",
)
# The tag of a stretch: the first row of which it has a word.
_KINDS = (
    ("address", "landmark|house|home|own_spot|beside|beside_en|num|area_part"),
    ("employer", "workplace|firm|org|business"),
    ("post", "occupation|post|coworker|schoolclass"),
)


def learnt_cuts(passage: Passage) -> list[Cut]:
    """The cuts the tagger asks for in `passage`, as the rules left it."""
    sure = shares(passage)
    found = [Cut(*passage.span(first, last), _tag(passage, first, last)) for first, last in _stretches(passage, sure)]
    for owned in owners(passage):
        item = passage.words[owned.index].item
        if item is not None and not owned.told and owned.owner == "other" and sure[owned.index] > _NUMBER:
            found.append(Cut(item.start, item.end, tag_of(item.kind, "reporter")))
    return found


def _stretches(passage: Passage, sure: list[float]) -> Iterator[tuple[int, int]]:
    apart, edge, says_nothing = symbols_of(_APART), symbols_of(_EDGE), symbols_of(_SAYS_NOTHING)
    symbols = passage.symbols
    others = {
        at for source in _ANOTHERS for match in rule(source).finditer(passage) for at in range(*match.span("name"))
    }
    ours = [
        share > _WORD and symbol not in apart and at not in others
        for at, (share, symbol) in enumerate(zip(sure, symbols, strict=True))
    ]
    for is_ours, group in itertools.groupby(range(len(symbols)), key=ours.__getitem__):
        words = list(group)
        while is_ours and words and symbols[words[0]] in edge:
            del words[0]
        while is_ours and words and symbols[words[-1]] in edge:
            del words[-1]
        plain = all(symbols[word] in says_nothing for word in words)
        if is_ours and not plain and not _is_accused_kin(passage, words[0], words[-1] + 1):
            yield words[0], words[-1] + 1


def _is_accused_kin(passage: Passage, first: int, last: int) -> bool:
    return first > 0 and passage.symbols[first - 1] in symbols_of("kin") and said_to_do_wrong(passage, last)


def _tag(passage: Passage, first: int, last: int) -> str:
    symbols = passage.symbols[first:last]
    for kind, classes in _KINDS:
        if any(symbol in symbols_of(classes) for symbol in symbols):
            return f"[reporter {kind}]"
    is_kins = first > 0 and passage.symbols[first - 1] in symbols_of("kin")
    return "[relative name]" if is_kins else "[reporter name]"
