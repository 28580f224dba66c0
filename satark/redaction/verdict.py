"""What is cut: what the rules propose, and what the tagger, who knows their proposals, adds where they are silent."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from satark.reading import Owner
from satark.redaction.grammar import Opinion, opinion
from satark.redaction.lexicon import symbols_of
from satark.redaction.mask import Cut, tag_of
from satark.redaction.names import said_to_do_wrong
from satark.redaction.owners import PAPERS
from satark.redaction.passage import Passage, rule
from satark.redaction.tagger import shares
from satark.redaction.towns import around_towns

_SENTENCE = 40  # words to either side that are looked through for what speaks of the reporter
_MOST_WORDS = 3_000  # of a longer text, and no message of WhatsApp is, the rules alone speak
_UNFORESEEN = 0.43  # how sure the tagger has to be of words that no rule would cut
# Of a number that the rules give to each owner, told by grammar or only by what stands near: from which share it is the
# reporter's, and from which it is masked as of unknown owner.
_NUMBERS: dict[tuple[Owner, bool], tuple[float, float]] = {
    ("reporter", True): (0.0, 0.0),
    ("reporter", False): (0.4, 0.0),
    ("unknown", True): (0.7, 0.0),
    ("unknown", False): (0.7, 0.0),
    ("other", True): (0.75, 0.75),
    ("other", False): (0.45, 0.35),
}
# Of digits that are no phone, and of plates, told without owner: from which share they are the reporter's.
_EVIDENCE = {"digits": 0.5, "plate": 0.7}
_APART = "stop|newline|tag|id|crime|suspect|sexual|threat|colon|hiding"  # never in what is cut
_EDGE = (
    "gen|is|in|on|se|ko|ne|comma|and|iam|hoon|am|am_en|ordinary|this|rah|open_mark|close_mark|other_mark|dot|my|i|me"
)
# A home, a workplace or a post is the reporter's only where the sentence speaks of them.
_OWN_CUES = "my|me|own|i_nom|i_en|we_nom|iam|hoon|am_en|kin|near_kin|tag_reporter|closing|applicant|resident|namely"
_HOME_CUES = (
    "home|house|own_spot&!place|business|resident|firm|address|works|tag_reporter|applicant|closing|schoolclass"
)
_KIN_REACH = 5  # words before a name in which its kinship is told
_CERTAIN = 0.85  # how sure the tagger has to be of an address where nothing near it speaks of a home
_NEAR = 6  # words to either side of an address
_SAYS_NOTHING = (
    "phoneword|label|place|area_part|common&!occupation&!kin|ordinary|num|number_word"  # a stretch of these alone stays
)
# Names that grammar itself gives to another, whatever the tagger holds.
_ANOTHERS = (
    "(?P<name> <given|surname|open&cap|open&dev>{1,3} ) <honorific>? <gen> <against>",
    "<against> <title|occupation|post|honorific>{0,2} (?P<name> <given|surname>{1,3} )",
    "(?P<name> <given|surname>{1,3} ) <and> <their>",
    # what a caller gives himself out for: "apne ko CBI ka Rathore bolta hai", "calling himself Captain Sethi"
    "<own|emphatic> <ko> (?P<name> <!stop&!newline&!comma&!i_nom&!my>{1,5}? ) <said|speaking|calls_by|habit>",
    "<himself> <as_en|article|to|be>{0,2} (?P<name> <!stop&!newline&!comma&!i_nom&!my>{1,4} )",
    "<said> <gen|comma|colon|other_mark|that|to|is|rah>{0,3} <i_nom|imaybe> (?P<name> "
    "<!stop&!newline&!comma&!my>{1,5}? ) "
    "<hoon|iam|speaks|speaking>",
    "<own> <name> (?P<name> <given|surname|open>{1,3} ) <said|habit>",
    # one whom nobody knew until then: "pushed by a woman, her name is Kamla", "ek aadmi aaya, uska naam Kallu hai"
    "<by> <article> <girl|man> <comma|stop>? <their> <name> <is|colon>? (?P<name> <given|surname|open>{1,3} )",
    "<number_word> <man&!offspring> <!stop&!newline&!comma&!kin&!my>{0,4} <comma|stop>? <their> <name> <is|colon>? "
    "(?P<name> <given|surname|open>{1,3} )",
)
# The tag of a stretch: the first row of which it has a word.
_KINDS = (
    ("address", "landmark|house|home|own_spot|beside|beside_en|num|area_part"),
    ("employer", "workplace|firm|org|business"),
    ("post", "occupation|post|coworker|schoolclass"),
)


def cuts(passage: Passage) -> list[Cut]:
    """What is to be cut from `passage` as it stands: words first, those the rules know before those the tagger finds;
    and numbers where no word is left to cut, as the tags of those tell whose the numbers are."""
    said = opinion(passage)
    if known := [piece for cut in said.cuts for piece in around_towns(passage, cut)]:
        return known
    sure = shares(passage, said) if len(passage.words) <= _MOST_WORDS else [0.0] * len(passage.words)
    found = [Cut(*passage.span(*stretch), _tag(passage, *stretch)) for stretch in _stretches(passage, sure)]
    words = [piece for cut in found for piece in around_towns(passage, cut)]
    return words or list(_numbers(passage, said, sure))


def _numbers(passage: Passage, said: Opinion, sure: Sequence[float]) -> Iterator[Cut]:
    """The numbers that give the reporter away, or of which nobody says that they do not; of papers, all that are not
    plainly another's."""
    for at, owned in said.owned.items():
        item = passage.words[at].item
        assert item is not None
        mine, masked = _NUMBERS[owned.owner, owned.told]
        if item.kind == "digits" and owned.owner == "other" and owned.told:
            continue
        if owned.owner == "other" and not owned.told and item.kind in _EVIDENCE:
            mine = masked = _EVIDENCE[item.kind] if _is_told(passage, at, at + 1) else _CERTAIN
        if owned.owner == "unknown" and not _is_told(passage, at, at + 1):
            mine = 2.0  # nothing says whose it is: the person is asked
        plainly_theirs = owned.owner == "other" and owned.told
        if item.kind in PAPERS and not plainly_theirs:
            masked = 0.0
        if sure[at] >= mine:
            yield Cut(item.start, item.end, tag_of(item.kind, "reporter"))
        elif sure[at] >= masked:
            yield Cut(item.start, item.end, tag_of(item.kind, "unknown"))


def _stretches(passage: Passage, sure: Sequence[float]) -> Iterator[tuple[int, int]]:
    apart, edge, says_nothing = symbols_of(_APART), symbols_of(_EDGE), symbols_of(_SAYS_NOTHING)
    symbols = passage.symbols
    others = {
        at for source in _ANOTHERS for match in rule(source).finditer(passage) for at in range(*match.span("name"))
    }
    ours = [
        share > _UNFORESEEN and symbol not in apart and at not in others
        for at, (share, symbol) in enumerate(zip(sure, symbols, strict=True))
    ]
    for is_ours, group in itertools.groupby(range(len(symbols)), key=ours.__getitem__):
        words = list(group)
        while is_ours and words and symbols[words[0]] in edge:
            del words[0]
        while is_ours and words and symbols[words[-1]] in edge:
            del words[-1]
        if not is_ours or all(symbols[word] in says_nothing for word in words):
            continue
        first, last = words[0], words[-1] + 1
        tag = _tag(passage, first, last)
        if tag == "[reporter address]":
            first = _from_mine(passage, first, last)
        named = tag.endswith(" name]")
        if (
            named
            and last - first == 1
            and symbols[first - 1 : first] in _place_words()
            and symbols[first] not in _names()
        ):
            continue  # "village Tulsipur"
        if _is_anothers_kin(passage, first, last) or (named and symbols[last : last + 1] in _place_words()):
            continue
        certain = max(sure[first:last]) > _CERTAIN and symbols[last - 1] not in symbols_of("area_part&!house")
        certain = certain or tag != "[reporter address]" or _is_home(passage, first, last)
        if named or (certain and _is_told(passage, first, last)):
            yield first, last


def _from_mine(passage: Passage, first: int, last: int) -> int:
    """Where "my shop" begins in a stretch such as "Birahi bazar me meri dukan": the place before it is evidence."""
    mine, links = symbols_of("my|own"), symbols_of("in|on|gen|comma|beside_en")
    for at in range(last - 1, first, -1):
        if passage.symbols[at] in mine and passage.symbols[at - 1] in links and passage.symbols[at - 1] not in mine:
            return at if passage.symbols[at - 1] in symbols_of("in|on|comma") else first
    return first


def _is_home(passage: Passage, first: int, last: int) -> bool:
    """Whether something in or close to a stretch says that it is where the reporter lives or works."""
    near = passage.symbols[max(0, first - _NEAR) : last + _NEAR]
    return any(symbol in symbols_of(_HOME_CUES) for symbol in near)


@functools.lru_cache(maxsize=1)
def _place_words() -> frozenset[str]:
    """What after a word says that it names a place: "gaon", "bazar"."""
    return frozenset(symbols_of("area_part&!beside_en&!given|landmark&!given|temple&!given"))


@functools.lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(symbols_of("given|surname"))


def _is_told(passage: Passage, first: int, last: int) -> bool:
    """Whether the reporter speaks of themselves in the sentence of these words."""
    ends, cues, symbols = symbols_of("stop|newline"), symbols_of(_OWN_CUES), passage.symbols
    start, end = first, last
    while start and symbols[start - 1] not in ends and first - start < _SENTENCE:
        start -= 1
    while end < len(symbols) and symbols[end] not in ends and end - last < _SENTENCE:
        end += 1
    return any(symbol in cues for symbol in symbols[start:end])


def _is_anothers_kin(passage: Passage, first: int, last: int) -> bool:
    """Whether the stretch names kin who are the accused, or the kin of one spoken of: "uske sasur Jokhan"."""
    if not first or passage.symbols[first - 1] not in symbols_of("kin"):
        return False
    before = passage.symbols[max(0, first - _KIN_REACH) : first]
    theirs = any(symbol in symbols_of("their") for symbol in before)
    return said_to_do_wrong(passage, last) or (theirs and not any(symbol in symbols_of("my") for symbol in before))


def _tag(passage: Passage, first: int, last: int) -> str:
    symbols = passage.symbols[first:last]
    for kind, classes in _KINDS:
        if any(symbol in symbols_of(classes) for symbol in symbols):
            return f"[reporter {kind}]"
    is_kins = first > 0 and passage.symbols[first - 1] in symbols_of("kin")
    return "[relative name]" if is_kins else "[reporter name]"
