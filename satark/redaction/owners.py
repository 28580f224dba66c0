"""Whose an identifier is: the reporter's, someone else's, or not to be told.

First the grammar of possession and address ("mera number ...", "... se call aaya"), rule by rule, the surest first; a
rule binds what no earlier one has bound. What remains goes to the nearest cue in its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from satark.reading import Owner
from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.passage import Passage, Rule, possible_of, rule
from satark.redaction.possession import OUTRIGHT, PLATE_RULES, RULES
from satark.redaction.speaker import owner_of_own

# What an identifier is taken for when nothing tells whose it is: a plate or a bank's branch code is evidence.
_UNTOLD: dict[str, Owner] = {"plate": "other", "ifsc": "other", "digits": "other"}
PAPERS = frozenset({"aadhaar", "pan", "voter", "licence"})  # kept only where they are plainly another's
_CLAUSE_BREAK = 4  # words a comma or conjunction is worth when cues are compared by distance
_REACH = 14
_TIE = 2
_DOES_WRONG = (
    "<given|surname|open|honorific|tag>{0,3} (?! <gen|ko|saath|se> ) <who|!stop&!newline&!i_nom&!they&!their>{0,16} "
    "<crime|threat|strike|trouble|doer> <habit|rah|came|goes|is>"
)
_NAME_REACH = 5  # words between a name and its number
_SHORT_SENTENCE = 12  # a number further into its sentence has nothing to do with the one before


@dataclass(frozen=True)
class Owned:
    """Identifier `words[index]` of a passage and its owner: `told` by a rule, `outright` by one beyond doubt."""

    index: int
    owner: Owner
    told: bool
    outright: bool = False


def owners(passage: Passage) -> list[Owned]:
    """The owner of every identifier (not of tags), in order."""
    indices = [index for index, word in enumerate(passage.words) if word.item and word.item.kind != "tag"]
    if not indices:
        return []
    verdicts: dict[int, Owner] = {}
    for verdict, tried in possible_of(passage, OUTRIGHT):
        for of_plates in (False, True):
            _bind(passage, tried, verdict, verdicts, of_plates)
    outright = set(verdicts)
    for rules, of_plates in ((PLATE_RULES, True), (RULES, False)):
        for verdict, tried in possible_of(passage, rules):
            _bind(passage, tried, verdict, verdicts, of_plates)
    told = set(verdicts)
    for index in indices:
        if index not in verdicts:
            heir = _inherited(passage, index, verdicts, told)
            verdicts[index] = heir[0] if heir else _untold(passage, index)
            if heir and heir[1]:
                told.add(index)
    return [Owned(index, verdicts[index], index in told, index in outright) for index in indices]


def _bind(passage: Passage, tried: Rule, verdict: Owner, verdicts: dict[int, Owner], of_plates: bool) -> None:
    for match in tried.finditer(passage):
        index = match.start("id")
        if "same" in match.re.groupindex and not _same_word(passage, match.start("same"), match.start("again")):
            continue
        if index in verdicts or (of_plates != (passage.symbols[index] in symbols_of("plate"))):
            continue
        if verdict == "reporter" and _by_kin_who_does_wrong(passage, match.start(), index):
            verdict_here: Owner = "other"
        else:
            verdict_here = verdict
        owns = passage.symbols[match.start()] in symbols_of("own&!my")
        verdicts[index] = "other" if owns and owner_of_own(passage, match.start()) == "other" else verdict_here


def _by_kin_who_does_wrong(passage: Passage, first: int, index: int) -> bool:
    """Whether the number at word `index` is of the kin who is named between word `first` and it, and is elsewhere said
    to do wrong, or another's kin: "jija mujhe maarta hai ... jija ka number 98..."."""
    kins = [at for at in range(first, index) if passage.symbols[at] in symbols_of("kin&!my")]
    if not kins:
        return False
    return any(
        _same_kin(passage, kins[-1], at)
        and (
            passage.symbols[at - 1 : at]
            in tuple(symbols_of("their|article&!my|number_word"))  # "uska mausa ... mausa ka number"
            or rule(_DOES_WRONG).pattern.match(passage.symbols, at + 1) is not None
        )
        for at, symbol in enumerate(passage.symbols[:first])
        if symbol in symbols_of("kin&!my")
    )


def _same_kin(passage: Passage, one: int, other: int) -> bool:
    """Whether both words name the same kin, in whatever case: "uska sala ... sale ka number"."""
    first, second = (sound(passage.quote(at, at + 1)).rstrip("aei") for at in (one, other))
    return first == second


def _same_word(passage: Passage, one: int, other: int) -> bool:
    return passage.quote(one, one + 1).casefold() == passage.quote(other, other + 1).casefold()


def _inherited(passage: Passage, index: int, verdicts: dict[int, Owner], told: set[int]) -> tuple[Owner, bool] | None:
    """The owner of the number it is listed with, and whether a rule told that one's: "98... aur 97...", "98.../97...";
    an IFSC code goes with its account."""
    item = passage.words[index].item
    assert item is not None
    joiners = symbols_of("and|comma|slash|colon|newline|phoneword|label|is|stop|number_word")
    if item.kind == "ifsc":
        return _of_account_beside(passage, index, verdicts, told)
    before = index - 1
    while before >= 0 and index - before <= 4 and passage.symbols[before] in joiners:
        before -= 1
    neighbour = passage.words[before].item if before >= 0 else None
    if neighbour is None:
        return None
    if item.kind == "plate" or neighbour.kind == "plate":  # "meri do bike UP62... aur UP62..."
        listed = all(symbol in symbols_of("and|comma|slash") for symbol in passage.symbols[before + 1 : index])
        alike = neighbour.kind == item.kind or neighbour.value == "[reporter vehicle]"
        if not (listed and alike):
            return None
    if neighbour.kind == "tag":
        return ("reporter", False) if neighbour.value.startswith("[reporter") else None
    owner = verdicts.get(before) if neighbour.kind == item.kind or neighbour.kind == "ifsc" else None
    return (owner, before in told) if owner else None


def _of_account_beside(
    passage: Passage, index: int, verdicts: dict[int, Owner], told: set[int]
) -> tuple[Owner, bool] | None:
    """Whose the account nearest to the branch code at word `index` is, and whether grammar told it; None where no
    account stands near."""
    near = sorted(
        range(max(0, index - _REACH), min(len(passage.words), index + _REACH)), key=lambda at: abs(at - index)
    )
    for at in near:
        neighbour = passage.words[at].item
        if neighbour is not None and neighbour.kind == "account":
            return (verdicts[at], at in told) if at in verdicts else None
        if neighbour is not None and neighbour.value in ("[reporter bank account]", "[bank account]"):
            return "reporter" if neighbour.value.startswith("[reporter") else "unknown", False
    return None


def _untold(passage: Passage, index: int) -> Owner:
    item = passage.words[index].item
    assert item is not None
    if item.kind in _UNTOLD or _named_as_accused(passage, index):
        return _UNTOLD.get(item.kind, "other")
    if item.kind not in PAPERS and _follows_a_name(passage, index):
        return "other"
    others = _other_cues(passage, index)
    mine = min(_distances(passage, index, _reporter_cues()), default=None)
    theirs = min(_distances(passage, index, others), default=None)
    if mine is None and theirs is None:
        return _by_previous_sentence(passage, index)
    if theirs is None or (mine is not None and mine + _TIE < theirs):
        return "reporter"
    if item.kind in PAPERS:
        return "unknown"
    if mine is None or theirs + _TIE < mine:
        return "other"
    return "unknown"


def _reporter_cues() -> str:
    return symbols_of("my|me|iam|tag_reporter|applicant|closing|i_nom")


def _other_cues(passage: Passage, index: int) -> str:
    """A name is a cue only where its sentence, or a next one that begins with "ye", "they", tells of an offence."""
    cues = "their|they&!who|suspect|crime|threat|money|jis"
    ends, told = symbols_of("stop|newline"), symbols_of("crime|suspect|sexual|threat")
    symbols = passage.symbols
    start, end = passage.around(index, index, ends, _REACH)
    pointed_at = next(
        (
            symbol in symbols_of("they|this|their")
            for symbol in symbols[end : end + 24]
            if symbol in symbols_of("they|this|their|my|i")
        ),
        False,
    )
    if any(symbol in told for symbol in symbols[start:end]) or (
        pointed_at and any(symbol in told for symbol in symbols[end : end + 24])
    ):
        cues += "|given|surname"
    return symbols_of(cues)


def _distances(passage: Passage, index: int, cues: str) -> list[int]:
    """Distances in words to the cues of the same sentence; one beyond a clause break counts as further."""
    breaks = symbols_of("comma|but|and")
    ends = symbols_of("stop|newline")
    symbols, found = passage.symbols, []
    for step in (-1, 1):
        distance, at = 0, index + step
        while 0 <= at < len(symbols) and distance < _REACH and symbols[at] not in ends:
            distance += 1 + (_CLAUSE_BREAK if symbols[at] in breaks else 0)
            if symbols[at] in cues and not _owns_a_place(passage, at):
                found.append(distance)
            at += step
    return found


def _named_as_accused(passage: Passage, index: int) -> bool:
    """Whether the name right before the number at word `index` is said elsewhere to do wrong: "Raju bechta hai ... Raju
    98..."."""
    at, links = index - 1, symbols_of("phoneword|label|is|colon|comma|stop|honorific|occupation|open_mark")
    while at >= 0 and index - at <= 5 and passage.symbols[at] in links:
        at -= 1
    if at < 0 or passage.symbols[at] not in symbols_of("given|surname|open"):
        return False
    while at > 0 and passage.symbols[at - 1] in symbols_of("given|open"):
        at -= 1
    wrong = re.compile(
        f"[{symbols_of('honorific|surname')}]?(?:[{symbols_of('ne')}]|[^{symbols_of('stop|newline')}]{{0,4}}"
        f"[{symbols_of('doer')}])"
    )
    return any(
        _same_word(passage, at, other) and wrong.match(passage.symbols, other + 1)
        for other in range(len(passage.words))
        if passage.symbols[other] == passage.symbols[at] and other != at
    )


def _follows_a_name(passage: Passage, index: int) -> bool:
    """Whether right before the number at word `index` stands a name. Names are cut before numbers are: one that is left
    is not the reporter's."""
    at, links = index - 1, symbols_of("phoneword|label|is|colon|comma|honorific|open_mark|on|dot")
    while at >= 0 and index - at <= _NAME_REACH and passage.symbols[at] in links:
        at -= 1
    alone = (
        f"(?:^|[{symbols_of('stop|newline')}])[{symbols_of('phoneword|label|name|colon|is|call|common')}]{{0,4}}"
        f"[{symbols_of('given|surname|open|title|initials|dot')}]{{1,5}}$"
    )
    if re.search(alone, passage.symbols[: at + 1]):
        return False  # a name and a number alone may be a signature, or a card from the person's own address book
    return at >= 0 and passage.symbols[at] in symbols_of("given&!common&!place|surname&!common|cap&open|title&!common")


def _owns_a_place(passage: Passage, at: int) -> bool:
    """`mere gaon me`, `hamari gali`: the possessive speaks of a place, not of the number."""
    return passage.symbols[at] in symbols_of("my") and passage.symbols[at + 1 : at + 2] not in symbols_of(
        "phoneword|label|name|kin|id|is|tag"
    )


def _by_previous_sentence(passage: Passage, index: int) -> Owner:
    """A number in a sentence of its own follows the sentence before, if that speaks of one person only."""
    ends = symbols_of("stop|newline")
    at = index - 1
    while at >= 0 and passage.symbols[at] not in ends and index - at < _SHORT_SENTENCE:
        at -= 1
    if at < 0 or passage.symbols[at] not in ends:
        return "unknown"
    while at >= 0 and passage.symbols[at] in ends and index - at < 2 * _SHORT_SENTENCE:
        at -= 1
    start = at
    while start >= 0 and passage.symbols[start] not in ends and at - start < 40:
        start -= 1
    sentence = passage.symbols[start + 1 : at + 1]
    mine = any(symbol in _reporter_cues() for symbol in sentence)
    if mine == any(symbol in _other_cues(passage, at) for symbol in sentence):
        return "unknown"
    if mine:
        return "reporter"
    labels = symbols_of("phoneword|label")
    labelled = any(symbol in labels for symbol in passage.symbols[max(0, index - 3) : index])
    return "other" if labelled else "unknown"
