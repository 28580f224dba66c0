"""Names that give the reporter away: the reporter's own, the kin's (unless accused), and victims who may not be named.

Each rule finds a name by the grammar around it; a list of given names and surnames decides where grammar alone cannot.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from satark.redaction.accused import accused_again
from satark.redaction.bearers import (
    anothers_kin,
    grown,
    is_bare,
    said_to_do_wrong,
    told_of_my_kin,
    whose_kin,
    with_a_child,
)
from satark.redaction.introductions import introduced
from satark.redaction.kinsfolk import OUTRIGHT, RELATIVE
from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.mask import Cut
from satark.redaction.named import ANY, CALLED_BY, END, LISTED, NO_AGENT, NO_CASE, SPEAKER, STEADY, SURE, TITLE
from satark.redaction.passage import Passage, possible, rule
from satark.redaction.selves import REPORTER as REPORTER_IN_PASSING
from satark.redaction.speaker import quoted
from satark.redaction.victims import (
    CHILD,
    OF_A_DEED,
    OF_A_GARMENT,
    OF_A_SALE,
    OF_A_SEXUAL_OFFENCE,
    OF_AN_AGE,
    PLAINLY,
    SALE,
)

_I = "(?: <i_nom> | (?<! <hoon> ) <i_nom> <comma> )"  # "main, Ramesh"; what follows "pareshan hu main," is another's
_REPORTER = (
    f"<my> <ordinary|common|open>{{0,1}} <name> <is|colon|comma|this|open_mark>{{0,3}} {ANY} {NO_AGENT}",
    f"<my> <name> <ordinary&!not|common|please|is|to|this|colon|speaking>{{1,4}}? {LISTED} {NO_CASE}",
    (
        f"(?: ^ | <stop|newline|comma|greeting> ) {_I} (?P<name> <open> <open|surname>? ) "
        "(?= <stop|newline|comma> | $ )"
    ),
    f"(?<! <given|surname|open|tag> ) <name> <is>? <my> <is|colon|comma>{{0,2}} {ANY}",
    f"<name> {LISTED} <is> <my>",
    f"<name> {SURE} <is> <my> (?= <stop|comma|newline|but|and|hide> | $ )",
    f"{ANY} <is>? <my> <name> <is|am|stop|comma|and> ",
    f"{ANY} <name> <is>? <my>",
    (
        f"<me> <common|ordinary|number_word|people|occupation|honorific>{{0,3}} (?: <open> <honorific> )? {CALLED_BY} "
        "(?: <gen|name|on|se>{0,3} <calls_by> "
        "| <gen> <name> <se|on> <ordinary|common|number_word|people>{0,3} <knows|calls_by> )"
    ),
    f"(?: <me|i_nom> <comma>? <namely> | <me> <open_mark> ) {SURE} {NO_AGENT}",
    f"(?: ^ | <stop|newline> ) {SURE} <comma|colon>? <my> <phoneword|label>{{1,2}} <is|colon|dot>{{0,2}} <id|tag>",
    f"<call> <!stop&!newline>{{0,10}} <asks> <for> {SURE} (?= <stop|comma|newline> | $ )",
    f"{SPEAKER} <comma>? <own>? {SURE} <honorific>? (?: <and|comma> {STEADY} )? <iam>",
    f"{_I} {SURE} <honorific>? <hoon>",
    (
        f"(?: {SPEAKER} | <applicant> ) <comma|open_mark>? {ANY} <comma|open_mark>{{0,2}} (?: <son_of> | <resident> | "
        "<from> | <gen|rel_letter> <slash|dot> <oh> )"
    ),
    f"{_I} {LISTED} (?! <landmark|area_part|public_place|business|firm|workplace> <in|on|gen|se> ) {NO_CASE}",
    f"{SPEAKER} <comma>? {LISTED} (?: <place|open|common|area_part|workplace>{{1,3}} <se|in|gen> )",
    (
        f"(?: <i_en> <other_mark>? <am_en> | <im> ) (?P<name> {TITLE} <cap&given|cap&surname|cap&open> (?: "
        f"<given|surname> | <cap&open> ){{0,3}} ) (?! <given|surname> | <other_mark> <gen> )"
    ),
    (
        f"(?: <i_en> <other_mark>? <am_en> | <im> | <self_en> | <this_en> <is_en> ) {LISTED} {NO_CASE} (?! "
        "<other_mark> <gen> )"
    ),
    (
        f"(?: <i_en> <other_mark>? <am_en> | <im> | <self_en> | <this_en> <is_en> ) {SURE} (?: "
        "<from|speaking|here|son_of|resident> | <comma> <i|my|from|resident> )"
    ),
    f"(?: ^ | <stop|newline> ) {LISTED} <gen> <side> <se> (?= <stop|newline|comma> | $ )",
    f"(?: ^ | <stop|newline> ) <habit|sends> <by> {SURE} (?= <stop|comma|newline> | $ )",
    f"<sends> <wala> (?: <gen> <name> <colon|is>? | <colon|is>{{1,2}} ) {SURE} {END}",
    (
        f"<closing> (?: <honorific|comma|stop|newline|dot|colon|closing|and|own|you> | <common> ){{0,5}} {SURE} "
        f"(?: <stop|comma|newline|dot>{{0,2}} $ | <newline> | <comma|stop|phoneword|colon>{{0,3}} <id|tag> )"
    ),
    f"<applicant> (?: <gen> <name> )? <colon|comma|newline|stop|dot|this|is|slash|open_mark|close_mark>{{0,4}} {SURE}",
    f"(?: ^ | <stop|newline> ) <colon>{{1,2}} {SURE} (?: <comma> <place|open|area_part>{{1,3}} )? <stop|dot>? $",
)  # fmt: skip

_JOB = "<occupation|post|title|honorific>"
_SIGNED = (
    f"<stop|newline> <colon>? {_JOB}? (?P<name> <title>? <initials>? "
    "(?: <given&!master|surname&!master|cap&open|dev&open> | <cap&common|cap&place> (?= <surname|given> ) ) "
    "<given|surname|cap&open|dev&open>{0,3} ) "
    f"(?: {_JOB} | <from> <article|ordinary|common|place|open|area_part|business|workplace>{{1,4}} )? "
    f"(?: <comma|newline> (?: <place|open|area_part|given|cap>{{1,3}} | {_JOB} | <!stop&!newline&!is>{{1,3}} <wala> ) "
    ")? <stop|dot>? $"
)
_SOMEBODY_ELSE = "they|their|doer|does|crime|suspect|given"
_THEM = "they|their|given"
_PLEA = "please|hide|not|if"  # after which a name alone is the one who pleads
_ASKED = 5  # words before a name in which it may be asked for, as another's

_BETWEEN = "<comma|colon|newline|phoneword|label|stop|dot|close_mark|open_mark>"
_UNTOLD_NAMES = (
    (
        f"(?: ^ | <stop|newline> ) <name>? <colon|is>{{0,2}} {LISTED} {_BETWEEN}{{0,4}} (?: "
        f"<place|open|area_part>{{1,4}} {_BETWEEN}{{1,3}} ){{0,2}} (?P<phone> <tag_phone> )"
    ),
    f"(?P<phone> <tag_phone> ) <colon|comma|newline|open_mark>{{1,2}} {LISTED} <close_mark|stop>{{0,2}} $",
)


def name_cuts(passage: Passage) -> list[Cut]:
    """The names to cut from `passage`, each with its tag, and every other mention of the same names."""
    cuts: dict[tuple[int, int], str] = {}
    outright = set[tuple[int, int]]()
    if any(symbol in symbols_of("sexual|dirty") for symbol in passage.symbols):
        _find(passage, PLAINLY, "[victim name]", cuts)
        outright = set(cuts)
        _find(passage, OF_A_SEXUAL_OFFENCE, "[victim name]", cuts)
    known = set(cuts)
    aged = any(rule("<open_mark> <num> <close_mark>").finditer(passage))  # "Phoolan (12)"
    if aged or any(symbol in symbols_of("child|years|girl|schoolclass|small") for symbol in passage.symbols):
        _find(passage, OF_AN_AGE, "[victim name]", cuts)
        outright |= set(cuts) - known
        _find(passage, CHILD, "[victim name]", cuts)
    if any(rule(SALE).finditer(passage)):
        _find(passage, OF_A_SALE, "[victim name]", cuts)
    _find(passage, OF_A_DEED + OF_A_GARMENT, "[victim name]", cuts)
    told = {match.span("name") for match in introduced(passage)}
    cuts |= dict.fromkeys(told - set(cuts), "[reporter name]")
    outright |= told
    _find(passage, _REPORTER + REPORTER_IN_PASSING, "[reporter name]", cuts)
    known, doers = set(cuts), accused_again(passage)
    _find(passage, OUTRIGHT, "[relative name]", cuts, doers)
    outright |= set(cuts) - known
    _find(passage, RELATIVE, "[relative name]", cuts, doers)
    if (span := _signature(passage)) is not None:
        cuts.setdefault(span, "[reporter name]")
    for source in _UNTOLD_NAMES:
        for match in rule(source).finditer(passage):
            is_reporters = passage.symbols[match.start("phone")] in symbols_of("tag_reporter")
            cuts.setdefault(match.span("name"), "[reporter name]" if is_reporters else "[name]")
    words = other_mentions(passage, cuts)
    return [Cut(*passage.span(*span), tag, span in outright) for span, tag in {**words, **cuts}.items()]


def _find(
    passage: Passage,
    rules: tuple[str, ...],
    tag: str,
    cuts: dict[tuple[int, int], str],
    doers: AbstractSet[int] = frozenset(),
) -> None:
    """Adds what `rules` find to `cuts`, but no name that begins with one of the words `doers`."""
    taken = {index for span in cuts for index in range(*span)}
    firms = tuple(symbols_of("firm&workplace&!landmark&!works"))  # "Singh Traders" is no person
    for tried in possible(passage, rules):
        for match in tried.finditer(passage):
            first, last = match.span("name")
            if (
                first in taken
                or first in doers
                or anothers_kin(passage, match)
                or last - 1 in taken
                or (tag == "[reporter name]" and quoted(passage, match.start()))
                or (tag == "[relative name]" and not _is_my_kin(passage, match))
                or (tag == "[relative name]" and rules is not OUTRIGHT and said_to_do_wrong(passage, last))
                or (tag == "[victim name]" and (grown(passage, match) or with_a_child(passage, match)))
            ):
                continue
            is_firm = tag == "[reporter name]" and passage.symbols[last : last + 1] in firms
            last += is_firm
            cuts[first, last] = "[reporter employer]" if is_firm else tag
            taken.update(range(first, last))


def _is_my_kin(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the kin of a match that does not itself say whose they are is the reporter's by what was told before."""
    for group, at in ((name, match.start(name)) for name in match.re.groupindex):
        if group == "kin" and whose_kin(passage, at) != "reporter":
            return False
        if group == "kin" and match.start("name") == at + 1 and not is_bare(passage, at):
            return False
        if group == "of" and not told_of_my_kin(passage, min(at, match.start("name"))):
            return False
    return True


def _signature(passage: Passage) -> tuple[int, int] | None:
    """The name that stands alone at the end of a message whose writer spoke of themselves, and asked for no one
    else."""
    match = rule(_SIGNED).pattern.search(passage.symbols)
    if match is None:
        return None
    said = passage.symbols[: match.start()]
    first, last = match.span("name")
    listed = any(
        symbol in symbols_of("given&!common|surname&!common&!master") for symbol in passage.symbols[first:last]
    )
    mine = any(symbol in symbols_of("my|i_nom|i_en|me&!in|iam&!is|tag_reporter|closing") for symbol in said)
    asked = any(symbol in symbols_of("name|suspect|colon|namely|tag_name") for symbol in said[-_ASKED:])
    last_said = re.split(f"[{symbols_of('stop|newline')}]", said)[-1]
    last_clause = re.split(f"[{symbols_of('stop|newline|comma')}]", said)[-1]
    signed = passage.symbols[match.start() + 1] in symbols_of("colon")
    feared = re.search(
        f"[{symbols_of('will_be')}].?.?[{symbols_of('eng_me')}]$|[{symbols_of('me')}].*[{symbols_of('will_be')}]$",
        last_clause,
    )
    plea = re.search(f"[{symbols_of(_PLEA)}]", last_clause) and not re.search(f"[{symbols_of(_THEM)}]", last_clause)
    of_another = (
        last - first == 1 and not (signed or plea or feared) and re.search(f"[{symbols_of(_SOMEBODY_ELSE)}]", last_said)
    )
    return (first, last) if (mine or feared or plea) and listed and not of_another and not asked else None


def other_mentions(passage: Passage, cuts: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Where the full name, or its first word alone, is said again. A shared surname, or
    `daroga Ram Singh`, is no mention."""
    if not cuts:
        return {}
    words = [_heard(passage.text[word.start : word.end]) for word in passage.words]
    found: dict[tuple[int, int], str] = {}
    # the surname that was left of a name already cut ("[reporter name] Gaud") is shared by others
    tagged = symbols_of("tag_name")
    rest = {last for _, last in cuts} | {at for at, symbol in enumerate(passage.symbols, start=1) if symbol in tagged}
    names = {tuple(words[first:last]): tag for (first, last), tag in cuts.items() if first not in rest}
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, tag in names.items():
        starts.setdefault(name[0], []).append((name, tag))
    guard, more = symbols_of("title|suspect|occupation"), symbols_of("given|surname")
    for index, word in enumerate(words):
        for name, tag in starts.get(word, ()) if len(word) > 1 else ():
            whole = tuple(words[index : index + len(name)]) == name
            if whole:
                found[index, index + len(name)] = tag
            elif passage.symbols[index] in symbols_of("given|open"):
                beside = passage.symbols[index + 1 : index + 2]
                before = passage.symbols[index - 1] if index else ""
                if not (beside and beside in more) and not (before and before in guard):
                    found[index, index + 1] = tag
    return found


def _heard(word: str) -> str:
    """A word by its sound, so that a name is known again in another script; what has no letters as it stands."""
    return sound(word) if word[0].isalpha() else word.casefold()
