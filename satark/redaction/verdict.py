"""What is cut: what the rules propose, and what the tagger, who knows their proposals, adds where they are silent."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from satark.reading import Owner
from satark.redaction.accused import accused
from satark.redaction.anothers import anothers
from satark.redaction.bearers import said_to_do_wrong
from satark.redaction.grammar import Opinion, opinion
from satark.redaction.lexicon import symbols_of
from satark.redaction.mask import Cut, tag_of
from satark.redaction.moments import moments
from satark.redaction.names import other_mentions
from satark.redaction.owners import PAPERS
from satark.redaction.passage import Passage, rule
from satark.redaction.scene import is_anothers, names_in, outside, without_scene
from satark.redaction.seats import seats
from satark.redaction.tagger import shares
from satark.redaction.towns import around_towns, is_town

_SENTENCE = 40  # words to either side that are looked through for what speaks of the reporter
_MOST_WORDS = 3_000  # of a longer text, and no message of WhatsApp is, the rules alone speak
_WITHIN = frozenset("me mein mai men में मे मा ma".split())
_HOME = "[reporter address]"
_NAME = "[reporter name]"
_POST = "[reporter post]"
_PLAIN_TRADE = "occupation&!post"  # told of thousands
_FEWEST_WORDS = 2  # one word alone says nothing of anybody
_ANSWER = 5  # words of a bare answer, which says whose it is only where it speaks of the reporter
_BIRTH = 6  # words from "born" to the month
_AMOUNT = re.compile(r"(?<![\w,])\d{1,3}(?:,\d{2,3})*,\d{3}(?![\w,])")
_DATE = re.compile(r"(?<![\w/.-])(?:[0-2]?\d|3[01])([/.-])(?:0?\d|1[0-2])\1(?:20)?\d\d(?![\w/-])")
_COLOURS = frozenset(
    "hari hara hare piyari piyar lal laal neel neela neeli हरी हरा हरे पियरी पियर लाल नील नीला नीली".split()
)  # names as well
_RITES = frozenset("pooja puja aarti arti archana vandana prarthna seva पूजा आरती अर्चना वंदना प्रार्थना सेवा".split())
_READ = re.compile("[A-Za-z\u0900-\u097f]")  # letters that the tagger was taught
_UNFORESEEN = 0.37  # how sure the tagger has to be of words that no rule would cut
# Of some words less is enough: trades seldom convict anybody, and kin are named beside a word for them.
_TRADE, _KIN_NAME = 0.22, 0.25
# Below which share what the rules would cut stays: the rest of the message says that it is another's.
_DOUBTED = {"[relative name]": 0.15, "[victim name]": 0.03}
_DOUBTED_ELSE = 0.02
_HARDLY = 0.2  # below which share a number of which nobody tells whose it is convicts another
# Of a number that the rules give to each owner, told by grammar or only by what stands near: from which share it is the
# reporter's, and from which it is masked as of unknown owner.
_NUMBERS: dict[tuple[Owner, bool], tuple[float, float]] = {
    ("reporter", True): (0.0, 0.0),
    ("reporter", False): (0.4, 0.0),
    ("unknown", True): (0.7, 0.0),
    ("unknown", False): (0.7, _HARDLY),
    ("other", True): (0.8, 0.8),
    ("other", False): (0.6, 0.5),
}
_EVIDENCE = ("digits", "plate")  # digits that are no phone, and plates: evidence where no owner is told
_NO_EVIDENCE = 0.5  # from which share these, too, are the reporter's
_APART = "stop|newline|tag|id|crime|suspect|sexual|threat|colon|hiding"  # never in what is cut
_EDGE = (
    "gen|is|in|on|se|ko|ne|comma|slash|dot|and|iam|hoon|am|am_en|my|i|me|this|rah|ordinary|open_mark|close_mark|"
    "other_mark|daytime|final"
)
# What says that a sentence speaks of the reporter: whose a number in it is, is asked only then.
_OWN_CUES = "my|me|own|i_nom|i_en|we_nom|iam|hoon|am_en|kin|near_kin|tag_reporter|closing|applicant|resident|namely"
_HOME_CUES = (
    "home|house|own_spot&!place|business|resident|firm|address|works|tag_reporter|applicant|closing|schoolclass"
)
_TRADES = "occupation|post|coworker|schoolclass|plies|workplace|firm|org"
_NO_NAME = "common&!given&!surname&!cap"  # everyday words that no list of names has
_LONGEST_NAME = 3  # words of what may be said again as a name
_CERTAIN = 0.78  # how sure the tagger has to be of an address where nothing near it speaks of a home
_WHOEVER = 0.8  # and of what stands where another's would
_NEAR = 6  # words to either side of an address
_SAYS_NOTHING = "phoneword|label|place|area_part|ordinary|number_word"  # a stretch of these alone stays
_SAYS_LITTLE = f"{_SAYS_NOTHING}|num|common&!occupation&!kin"  # a stretch of these goes only
_SURE = 0.7  # where the tagger is this sure
_HELD = rule("<open_mark> <place>{1,2} <close_mark>")  # "Manjhauli (Sikrara) me": a village of that thana
_BEHIND_OWN = rule("<tag_reporter> <is|comma|colon|dot>{0,2} (?P<id> <id> )")  # "mera naam [reporter name] hai 98..."
_SPOKE = rule("<speaking> <rah> <was_hi>")  # "Chhotu bol raha tha": another, who was heard
# The tag of a stretch: the first row of which it has a word.
_KINDS = (
    ("address", "landmark|house|home|own_spot|beside|beside_en|num|area_part"),
    ("employer", "workplace|firm|org|business"),
    ("post", "occupation|post|coworker|schoolclass|plies"),
)


def cuts(passage: Passage) -> list[Cut]:
    """What is to be cut from `passage` as it stands: words first, those the rules know before those the tagger finds,
    with the numbers that grammar says are the reporter's; all other numbers where no word is left to cut, as the tags
    of those tell whose the numbers are."""
    said = opinion(passage)
    short = len(passage.words) <= _MOST_WORDS
    sure = shares(passage, said) if short else [_HARDLY] * len(passage.words)
    others = anothers(passage)
    known = _possible(passage, said.cuts, sure, others) if short else list(said.cuts)
    pieces = [piece for cut in known for piece in _sized(passage, cut)]
    if _says_whose(passage):
        pieces += [
            piece for cut in _words(passage, sure, others) for piece in _sized(passage, cut) if _is_apart(piece, pieces)
        ]
    pieces += [seat for seat in seats(passage) if _is_apart(seat, pieces)]
    numbers = _numbers(passage, said, sure, plain=bool(pieces))
    return pieces + [number for number in numbers if _is_apart(number, pieces)]


def _is_apart(cut: Cut, others: Sequence[Cut]) -> bool:
    return not any(cut.start < other.end and other.start < cut.end for other in others)


def _says_whose(passage: Passage) -> bool:
    """Whether a message says of anything whose it is: "Verma clinic" is an answer, to a question after the place."""
    said = sum(bool(_READ.match(passage.text, word.start)) for word in passage.words)
    return said > _ANSWER or (said >= _FEWEST_WORDS and _is_told(passage, 0, len(passage.words)))


def _possible(passage: Passage, proposed: Sequence[Cut], sure: Sequence[float], others: set[int]) -> list[Cut]:
    """Of what the rules would cut what the tagger holds possible, and no name that grammar gives to another (the words
    `others`); of one name all mentions or none."""
    likely = [
        cut
        for cut in proposed
        if _may_be(passage, cut, sure)
        and (cut.outright or cut.tag != _NAME or not others.issuperset(passage.within(cut.start, cut.end)))
    ]
    named = {_named(passage, cut) for cut in likely if cut.tag.endswith(" name]")}
    return [cut for cut in proposed if cut in likely or _named(passage, cut) in named]


def _named(passage: Passage, cut: Cut) -> str:
    return passage.text[cut.start : cut.end].casefold()


def _may_be(passage: Passage, cut: Cut, sure: Sequence[float]) -> bool:
    """Whether the tagger, too, holds it possible that what the rules would cut is the reporter's."""
    least = _DOUBTED.get(cut.tag, _DOUBTED_ELSE)
    return cut.outright or max((sure[at] for at in passage.within(cut.start, cut.end)), default=1.0) >= least


def _sized(passage: Passage, cut: Cut) -> list[Cut]:
    """The parts of a cut that are neither the scene nor a town, nor the postposition of what stands before them."""
    pieces = [piece for rest in without_scene(passage, cut) for piece in around_towns(passage, rest)]
    return [_without_postposition(passage, piece) for piece in pieces]


def _without_postposition(passage: Passage, cut: Cut) -> Cut:
    """ "Papraul me hamare tubewell se": the "me" is the village's."""
    words = passage.within(cut.start, cut.end)
    if cut.tag != _HOME or len(words) < _FEWEST_WORDS or not words.start:
        return cut
    within = passage.quote(words.start, words.start + 1).lower() in _WITHIN
    return Cut(passage.words[words.start + 1].start, cut.end, cut.tag, cut.outright) if within else cut


def _numbers(passage: Passage, said: Opinion, sure: Sequence[float], plain: bool) -> Iterator[Cut]:
    """The numbers that give the reporter away, or of which nobody says that they do not; of papers, all that are not
    plainly another's. Where `plain`, those alone that grammar says are the reporter's."""
    behind_own = {match.start("id") for match in _BEHIND_OWN.finditer(passage)}
    for at, owned in said.owned.items():
        if plain and not (owned.told and owned.owner == "reporter"):
            continue
        item = passage.words[at].item
        assert item is not None
        mine, masked = _NUMBERS[owned.owner, owned.told]
        if owned.owner == "other" and (owned.outright or (item.kind == "digits" and owned.told)):
            continue
        if owned.owner == "other" and not owned.told and item.kind in _EVIDENCE:
            mine = masked = _NO_EVIDENCE if _is_told(passage, at, at + 1) else _CERTAIN
        if owned.owner == "unknown" and not _is_told(passage, at, at + 1):
            mine = 2.0  # nothing says whose it is: the person is asked
        plainly_theirs = owned.owner == "other" and owned.told
        if (item.kind in PAPERS and not plainly_theirs) or (item.kind == "email" and owned.owner == "unknown"):
            masked = 0.0
        if not masked and at in behind_own:
            mine = 0.0  # masked in any case, and the name before it says as whose
        if sure[at] >= mine:
            yield Cut(item.start, item.end, tag_of(item.kind, "reporter"))
        elif sure[at] >= masked:
            yield Cut(item.start, item.end, tag_of(item.kind, "unknown"))


def _words(passage: Passage, sure: Sequence[float], others: set[int]) -> list[Cut]:
    """What the tagger finds, and every other mention of a name it is certain of."""
    found: list[Cut] = []
    named: dict[tuple[int, int], str] = {}
    for first, last in _stretches(passage, sure, others):
        tag = _tag(passage, first, last)
        found.append(Cut(*passage.span(first, last), tag))
        is_name = tag.endswith(" name]") and (
            passage.symbols[first] in symbols_of("given&!common")
            or (passage.symbols[first] in symbols_of("open&cap") and passage.quote(first, first + 1).istitle())
        )
        if is_name and last - first <= _LONGEST_NAME and max(sure[first:last]) > _CERTAIN:
            named[first, last] = tag
    again = other_mentions(passage, named).items() if named else ()
    return found + [Cut(*passage.span(*span), tag) for span, tag in again if span not in named]


def _stretches(passage: Passage, sure: Sequence[float], named: set[int]) -> Iterator[tuple[int, int]]:
    apart, edge = symbols_of(_APART), symbols_of(_EDGE)
    symbols = passage.symbols
    others = named | accused(passage) | _dates(passage) | _amounts(passage) | _worn(passage)
    others |= _no_names(passage)
    bounds = _bounds(symbols)
    ours = [
        share > bound and symbol not in apart and at not in others
        for at, (share, bound, symbol) in enumerate(zip(sure, bounds, symbols, strict=True))
    ]
    for words in _runs(ours):
        for at in moments(passage, words[0], words[-1] + 1):
            ours[at] = False
            others.add(at)
    for words in _runs(ours):
        whole = words[0], words[-1] + 1
        parts = names_in if _tag(passage, *whole).endswith(" name]") else outside
        for start, end in parts(passage, *whole):
            while start < end and symbols[start] in edge:
                start += 1
            while start < end and symbols[end - 1] in edge:
                end -= 1
            said = symbols_of(_SAYS_NOTHING if max(sure[start:end], default=0.0) > _SURE else _SAYS_LITTLE)
            if all(symbol in said for symbol in symbols[start:end]):
                continue
            if _tag(passage, start, end).endswith(" name]"):
                start, end = _whole_name(passage, start, end, others)
                if _is_rest(passage, start, others):
                    continue
            stretch = _mine(passage, sure, start, end)
            if stretch is not None:
                yield stretch


def _runs(ours: Sequence[bool]) -> list[list[int]]:
    """The indices of the words that are ours, those beside each other together."""
    groups = itertools.groupby(range(len(ours)), key=ours.__getitem__)
    return [list(group) for is_ours, group in groups if is_ours]


def _bounds(symbols: str) -> list[float]:
    """Of every word how sure the tagger has to be of it."""
    names, kin, trades = symbols_of("given|surname|open"), symbols_of("kin"), symbols_of(_TRADES)
    bounds = []
    for before, symbol in zip(" " + symbols[:-1], symbols, strict=True):
        if symbol in trades and before not in names:
            bounds.append(_TRADE)
        else:
            bounds.append(_KIN_NAME if before in kin and symbol in names else _UNFORESEEN)
    return bounds


def _whole_name(passage: Passage, first: int, last: int, others: set[int]) -> tuple[int, int]:
    """Words first..last-1 of a name with all the rest of it: nobody is hidden by half a name."""
    names, unlisted = symbols_of("given|surname"), symbols_of("open|verbal")
    while first and passage.symbols[first - 1] in names and first - 1 not in others:
        first -= 1
    behind = passage.symbols[first] in symbols_of("surname&!given")  # "Bhato Singh": nobody is called Singh alone
    if behind and first and passage.symbols[first - 1] in unlisted and first - 1 not in others:
        first -= 1
    while last < len(passage.symbols) and passage.symbols[last] in names and last not in others:
        last += 1
    return first, last


def _is_rest(passage: Passage, first: int, others: set[int]) -> bool:
    """Whether the surname at word `first` goes with the name before it, which is another's."""
    symbols, named = passage.symbols, symbols_of("given|surname")
    return first - 1 in others and symbols[first - 1] in named and symbols[first] in symbols_of("surname")


def _dates(passage: Passage) -> set[int]:
    """The words of dates ("on 1 October", "24/02/2026"), but of birthdays: a date is when it happened."""
    found = {at for match in _DATE.finditer(passage.text) for at in passage.within(*match.span())}
    for match in rule("<num|ordinal|gen> <month>").finditer(passage):
        before = passage.symbols[max(0, match.start() + 1 - _BIRTH) : match.start() + 1]
        found |= set() if any(symbol in symbols_of("birth") for symbol in before) else set(range(*match.span()))
    return found


def _worn(passage: Passage) -> set[int]:
    """The words of what somebody wears ("hari saree", "nile check ki shirt"): the colour is no name."""
    found: set[int] = set()
    for match in rule("(?: <given|surname|open|common> | <open>? <common> <gen> ) <garment>").finditer(passage):
        named = passage.symbols[match.start()] in symbols_of("given|surname")  # "Pooja suit pahne thi"
        if not named or passage.quote(match.start(), match.start() + 1).casefold() in _COLOURS:
            found.update(range(*match.span()))
    return found


def _no_names(passage: Passage) -> set[int]:
    """ "isai bano to paisa milega": become, and no surname; "log puja karte hain": what is done, and nobody."""
    named = symbols_of("given|cap")
    found = {
        at
        for at, written in enumerate(passage.written)
        if written == "bano" and not (at and passage.symbols[at - 1] in named)
    }
    done = symbols_of("habit&came")
    after = zip(passage.written, passage.symbols[1:], strict=False)
    people = tuple(symbols_of("kin|offspring|girl|child|my"))
    rites = {
        at
        for at, (said, then) in enumerate(after)
        if said.casefold() in _RITES and then in done and not passage.symbols[:at].endswith(people)
    }
    return found | rites


def _amounts(passage: Passage) -> set[int]:
    """The words of numbers that are written with commas: "49,999" is what was paid, and nobody's."""
    return {
        at
        for match in _AMOUNT.finditer(passage.text)
        for at in passage.within(*match.span())
        if passage.words[at].item is None
    }


def _mine(passage: Passage, sure: Sequence[float], first: int, last: int) -> tuple[int, int] | None:
    """The words of first..last-1 that give the reporter away, if they do: not a place, nor what another is."""
    symbols = passage.symbols
    tag = _tag(passage, first, last)
    if tag == _HOME:
        first = _from_mine(passage, first, last)
    named = tag.endswith(" name]")
    if named and symbols[first - 1 : first] in _place_words() and symbols[first] not in symbols_of("given|surname"):
        first += 1  # "village Tulsipur"
        if not any(symbol in symbols_of("given|surname") for symbol in symbols[first:last]):
            return None
    if tag == _POST and all(symbol in symbols_of(_PLAIN_TRADE) for symbol in symbols[first:last]):
        return None  # "mazdoor"
    if named and last - first > 2 and symbols[last - 1] in symbols_of("public_place"):
        last -= 2  # "... chalata tha, Balua ghat"
    if named and (symbols[last : last + 1] in _place_words() or _HELD.pattern.match(symbols, last)):
        return None
    while last > first + 1 and symbols[last - 1] in symbols_of(_EDGE):
        last -= 1
    if tag == _NAME and is_town(passage, first, last):
        return None
    if named and all(symbol in symbols_of(_NO_NAME) for symbol in symbols[first:last]):
        return None  # "hamar marad mati ke tel chhidak ke"
    if max(sure[first:last]) < _UNFORESEEN and named and said_to_do_wrong(passage, last):
        return None  # "hamar dewar Kanhai hamra ke marat ba"
    if max(sure[first:last]) < _WHOEVER and is_anothers(passage, first, last, tag):
        return None
    if named and _SPOKE.pattern.match(symbols, last):
        return None
    certain = max(sure[first:last]) > _CERTAIN and symbols[last - 1] not in symbols_of("area_part&!house")
    certain = certain or tag != _HOME or _is_home(passage, first, last)
    return (first, last) if named or certain else None


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
    areas = "area_part&!beside_en&!given&!crime|home&!house"  # सट्टे is spelt like सटे
    return frozenset(symbols_of(f"{areas}|landmark&!given&!crime|temple&!given|public_place|place_label"))


def _is_told(passage: Passage, first: int, last: int) -> bool:
    """Whether the reporter speaks of themselves in the sentence of these words."""
    start, end = passage.around(first, last, symbols_of("stop|newline"), _SENTENCE)
    return any(symbol in symbols_of(_OWN_CUES) for symbol in passage.symbols[start:end])


def _tag(passage: Passage, first: int, last: int) -> str:
    symbols = passage.symbols[first:last]
    if last - first > 1 and symbols[-1] in symbols_of("post|occupation"):
        return "[reporter post]"  # "tehsil me computer operator"
    for kind, classes in _KINDS:
        if any(symbol in symbols_of(classes) for symbol in symbols):
            return f"[reporter {kind}]"
    is_kins = first > 0 and passage.symbols[first - 1] in symbols_of("kin")
    return "[relative name]" if is_kins else _NAME
