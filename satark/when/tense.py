"""The tense of each clause: runs of verb forms read as happened, ongoing, planned or recurring, with their weight."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from satark.reading import Tense
from satark.when.clauses import as_told, in_context, is_aside, judged
from satark.when.dialect import settled
from satark.when.events import COPULAS, MIDDLE, STRONG, WEAK, Event
from satark.when.lexicon import lexicon, word_set
from satark.when.signs import Signs
from satark.when.spelling import fold
from satark.when.verbs import verb_form

# Form -> the letter that stands for it in a clause; every other word is ".", a stop "|", a comma ",".
_LETTERS = {
    "THA": "T", "THE": "E", "RAHA": "R", "HAI": "H", "BA": "B", "PERF": "P", "BHOJ_PAST": "L",
    "BHOJ_HABIT": "A", "BHOJ_FUTURE": "F", "FUTURE": "F", "FUTURE_SELF": "f", "HABIT": "G", "HOTA": "O",
    "SAKTA": "K", "VALA": "W", "JA": "J", "KI": "k", "STATIVE": "C", "PLAN": "p", "NEUTRAL_HABIT": "N",
    "SAY": "S", "TELL": "t", "ACTION": "a", "YOU": "Y", "SELF": "M", "WH": "Q", "IF": "I", "NOT": "n",
    "NO_EVENT": "x", "WAS": "w", "BE": "b", "IS": "i", "HAVE": "v", "BEEN": "e", "DID": "d", "WILL": "u",
    "PAST_EN": "D", "PAST_ED": "z", "SAID_EN": "s", "HABIT_EN": "h", "BASE_EN": "q", "SUBJECT_EN": "U",
    "TO_EN": "o", "AND": "&", "ING": "g", "INFINITIVE": "c", "PROGRESSIVE": "r", "BHOJ_PARTICIPLE": "m",
    "GOING_TO": "y", "PRESUME": "Z", "SEEM": "l", "AM": "1", "ENDS_AT": "2", "ENDS_TA": "3", "REQUEST": "!",
    "BHOJ_PAST_LE": "5", "BHOJ_PLURAL": "7", "WENT": "4",
    "HABIT_MAYBE": "6", "INFINITIVE_MAYBE": "8", "AAI": "9", "PERF_E": "0",
}  # fmt: skip

# (pattern over the letters, tense, weight); the first that matches at a place wins. tense None: no event is told.
_PATTERNS: tuple[tuple[str, Tense | None, int], ...] = (
    # Hindi: happened
    (r"SP?[GRPL]{0,2}n?[TE]|[SN]L7?(?!H)", "happened", WEAK),
    (r"5(?:7|n?[BR])", "happened", STRONG),
    (r"L7?G(?!H)", "ongoing", STRONG),
    (r"[GOPLmRACcJ]{1,3}n?T|[GOPLRACcJ]{1,3}n?E|E(?=[|,&]|$)", "happened", STRONG),
    (r"T", "happened", STRONG),
    (r"[mLP3]R(?!H)|mRH", "happened", STRONG),  # "chalat rahal ha" was going on till now
    # planned
    (r"ckx[.J]?[PRmL]+[HB]?", "planned", STRONG),
    (r"c[W]n?[HB]", "planned", STRONG),
    (r"c[W](?=[|,]|$)", "planned", MIDDLE),
    (r"cn?H(?!n)", "planned", MIDDLE),  # "delivery karni hai"
    (r"R[HB]?[FZ]", "ongoing", STRONG),
    (r"[GO]Z|CP?Z", "ongoing", MIDDLE),
    (r"[PL]+Z", "happened", MIDDLE),
    (r"[GO]F", "ongoing", MIDDLE),
    (r"[PLC]{1,2}F", "planned", STRONG),
    (r"f", None, 0),
    (r"!", None, 0),
    (r"[FZ]+", "planned", STRONG),
    # ongoing and recurring
    (r"p[.cCJPmk]{0,3}R[HB]?", "planned", STRONG),
    (r"p[.cC]{0,1}[Pk]+[HB]?(?![TE])", "planned", STRONG),
    (r"S[R][HB]?", "ongoing", WEAK),
    (r"N[HB]?|S[G][HB]?", None, 0),
    (r"l[R][HB]?", None, 0),
    (r"[GRPCxOJ]{0,2}1", None, 0),
    (r"GR(?![HB])", "happened", STRONG),
    (r"[23]n?B", "ongoing", STRONG),
    (r"P?J?R[HB]?", "ongoing", STRONG),
    (r"mn?H", "recurring", STRONG),
    (r"(?:[mO]n?B|r)[BH]?", "ongoing", STRONG),
    (r"O(?=[|,]|$)", "ongoing", STRONG),
    (r"P?[GO]+[R]?[HB]", "recurring", STRONG),
    (r"P?G(?=[|,&]|$)", "recurring", MIDDLE),
    (r"[PL]?A+", "recurring", STRONG),
    (r"K[HB]", "planned", WEAK),
    (r"G", "recurring", WEAK),
    (r"xC[HB]?", None, 0),
    (r"PC[HB]", "ongoing", STRONG),
    (r"CP?[HB]", "ongoing", STRONG),
    (r"C(?=[|,&]|$)", "ongoing", WEAK),
    # perfect
    (r"[SxNt]P*[PL][HB]?", "happened", MIDDLE),
    (r"S[HB]?", None, 0),
    (r"P(?=o)", None, 0),
    (r"c[P][HB]?", "happened", MIDDLE),
    (r"[PL]+[HB]?", "happened", STRONG),
    (r"k(?=H|[|,]|$)H?", "happened", MIDDLE),
    # English
    (r"(?:u|w)[n.]{0,2}pc?", "planned", STRONG),
    (r"v[n.]{0,1}e[n.]?g[zD]?", "ongoing", STRONG),
    (r"v[n.]{0,1}e[n.]?[zDs]", "happened", STRONG),
    (r"v[n.]?g", "ongoing", STRONG),
    (r"w[n.]{0,2}[gzDsqy]?[zD]?", "happened", STRONG),
    (r"v[n.]{0,1}[zD4q]", "happened", STRONG),
    (r"d[n.]{0,1}[q.]?", "happened", MIDDLE),
    (r"u[n.U]?[qc]?[n.]?[zDg]?", "planned", STRONG),
    (r"[bHi]?[nU.]{0,2}y(?=oq)", "planned", STRONG),
    (r"[bi]n?oq[zD]?", "planned", STRONG),
    (r"[bHi][nU.]{0,2}y", "ongoing", STRONG),
    (r"o[n.]?q?[zD]?(?<=[qzD])", None, 0),
    (r"[bi][nU.]{0,2}[zD]", "recurring", MIDDLE),
    (r"[bi][nU.]{0,2}p", "planned", STRONG),
    (r"[bHi][nU.]{0,2}g[zD]?", "ongoing", STRONG),
    (r"Ug[zD]?", "ongoing", MIDDLE),
    (r"U[.mcx]{0,3}[qh]", "recurring", MIDDLE),
    (r"h", "recurring", MIDDLE),
    (r"[Dz](?=[^|,&]{1,4}[bi]n?[zD])", None, 0),  # "turtles caught in the river are kept"
    (r"[D4]", "happened", STRONG),
    (r"s", "happened", WEAK),
    (r"z", "happened", MIDDLE),
    (r"g(?=[^|,]{0,1}[4w])", None, 0),  # "digging went on"
    (r"g[zD]", "ongoing", MIDDLE),
    (r"g(?=[^|,&g]{2,14}[D4w])", None, 0),  # "children playing near the mill found ..."
    (r"g", "ongoing", WEAK),
    (r"p[HB]?", "planned", MIDDLE),
    # a bare "is"
    (r"x[HB]", None, 0),
    (r"[HB]", "ongoing", WEAK),
    (r"[b]", "ongoing", WEAK),
)


@lru_cache(maxsize=1)
def _by_letter() -> dict[str, list[tuple[re.Pattern[str], Tense | None, int]]]:
    """Letter -> the patterns that may begin with it."""
    found: dict[str, list[tuple[re.Pattern[str], Tense | None, int]]] = {}
    for pattern, tense, weight in _PATTERNS:
        probe, row = regex.compile(pattern), (re.compile(pattern), tense, weight)
        for letter in _LETTERS.values():
            if probe.fullmatch(letter, partial=True):
                found.setdefault(letter, []).append(row)
    return found


_TELLING = re.compile(r"[^.]")  # a word of a clause that may tell something, or a stop


def read_events(signs: Signs, skipped: list[tuple[int, int]]) -> list[Event]:
    """The events of a text's clauses in order, told by their verbs; events of weight 0 are talk, not an offence.

    `skipped`: word ranges that are phrases of time."""
    line = letters(signs, skipped)
    table = _by_letter()
    events: list[Event] = []
    place = begin = 0
    while word := _TELLING.search(line, place):
        place = word.start()
        letter = line[place]
        if letter in "|,":
            begin = place + 1
        for pattern, tense, weight in table.get(letter, ()):
            match = pattern.match(line, place)
            if match and match.end() > place:
                event = judged(Event(place, match.end(), tense, weight), line, begin, signs)
                if not is_aside(event, line, begin, signs):
                    events.append(in_context(event, events, line, signs))
                place = begin = match.end()
                break
        else:
            place += 1
    return as_told(events, line, signs)


def letters(signs: Signs, skipped: list[tuple[int, int]]) -> str:
    """One letter a word of `signs`: its verb form. Words of time phrases (`skipped`) count as other words."""
    hidden = {index for first, last in skipped for index in range(first, last)}
    found: list[str] = []
    for index, (name, word) in enumerate(zip(signs.names, signs.words, strict=True)):
        if name in _MARKS:
            found.append(_MARKS[name])
            continue
        letter, runs = _known(word)
        before = signs.words[index - 1] if index else ""
        if word in word_set("coming") and before in word_set("soon"):
            letter = _LETTERS["REQUEST"]  # "jaldi aava"
        if word == "wanted" and verb_form(before) == "SUBJECT_EN":
            letter = _LETTERS["WENT"]  # "they wanted to sell him", and no "wanted criminal"
        if word in word_set("giving") and fold(before) in lexicon().stems:
            letter = _LETTERS["BHOJ_FUTURE"]  # "bech dei"
        if index in hidden or (letter != "." and _is_other(letter, word, index, hidden, signs)):
            letter = "."
        if letter == _LETTERS["RAHA"] and before in word_set("awadhi_pasts"):
            letter = _LETTERS["THA"]  # "pakda gawa raha"
        if (
            letter == _LETTERS["RAHA"]
            and before in word_set("stood")
            and COPULAS.isdisjoint(signs.words[index + 1 : index + 2])
        ):
            letter = _LETTERS["THA"]  # "din bhar khada raha"
        if word == "preparing" and letter != "." and signs.words[index + 1 : index + 2] not in (["to"], ["for"]):
            letter = "g"  # "has been preparing false certificates"
        if letter in _PASTS and _may_be_a_stem(word) and _goes_on(index, signs):
            letter = _LETTERS["JA"]  # "goli chala rahe": a stem
        found.append(letter)
        if runs and index not in hidden:
            _mark_run(signs, index, runs, found)
    return settled("".join(found), signs.words)


# Signs that are no words of a clause.
_MARKS = {"STOP": "|", "COMMA": ",", **dict.fromkeys(("KAL_PARTS", "NUM", "HM", "DMY", "DM", "DASH"), ".")}


@lru_cache(maxsize=16_384)
def _known(word: str) -> tuple[str, list[tuple[tuple[str, ...], str]]]:
    """The letter of a word by itself, and the listed runs of words that begin with it."""
    first = fold(word) if len(word) < 12 else word
    return _letter(word.rsplit(" ", 1)[-1]), lexicon().verbs.runs.get(first, [])


def _may_be_a_stem(word: str) -> bool:
    """Whether a past may be a verb's stem as well: listed, or of what is made to be done ("dharm badalwa rahe")."""
    return word in word_set("stems_too") or word.endswith(_MADE)


_MADE = ("वा", "wa", "va")


def _goes_on(index: int, signs: Signs) -> bool:
    """Whether "rahe" follows a word."""
    return any(_known(word)[0] == _LETTERS["RAHA"] for word in signs.words[index + 1 : index + 2])


def _is_other(letter: str, word: str, index: int, hidden: set[int], signs: Signs) -> bool:
    """Whether a word that looks like a verb is none where it stands."""
    if word in _FOR_SAKE and index and signs.words[index - 1] in _OF:
        return True  # "dahej ke liye"
    if word == "called" and signs.words[max(index - 2, 0) : index - 1] in _ARTICLES:
        return True  # "a woman called Munni"
    if letter in "P0" and signs.words[index + 1 : index + 2] in _MARKED:
        return True  # "Bunty ko", a name
    if letter == _LETTERS["BHOJ_FUTURE"] and signs.words[index + 1 : index + 2] in _CASES:
        return True  # "bartihan se", of the wedding guests
    if letter == "k" and index - 1 in hidden:
        return True  # "22 tarikh ki hai"
    return letter in _FINITE and _is_named(signs, index)


_ARTICLES = (["a"], ["an"], ["one"], ["some"], ["the"], ["this"], ["that"])
_PASTS = frozenset({_LETTERS["PERF"], _LETTERS["BHOJ_PAST"]})
_MARKED = (["ko"], ["को"], ["ne"], ["ने"])
_CASES = (["se"], ["से"], *_MARKED)
_FOR_SAKE = frozenset({"liye", "lie", "liya", "लिए", "लिये"})
_OF = frozenset({"ke", "k", "के", "iske", "uske", "इसके", "उसके", "mere", "मेरे", "apne", "अपने"})
_FINITE = frozenset({_LETTERS["BHOJ_HABIT"], _LETTERS["BHOJ_PAST"]})
_PLACED = frozenset(
    {"me", "mein", "में", "मे", "gaon", "gaanv", "gav", "gaw", "ganv", "gram", "गांव", "गाँव", "village", "thana", "थाना"}
)


def _is_named(signs: Signs, index: int) -> bool:
    """Whether a place word follows ("Aurela gaon", "Barela me"): a name that only ends like a finite verb."""
    follows = signs.words[index + 1 : index + 2]
    return bool(follows) and follows[0] in _PLACED


def _mark_run(signs: Signs, index: int, runs: list[tuple[tuple[str, ...], str]], found: list[str]) -> None:
    words = tuple(fold(word) for word in signs.words[index : index + 3] if len(word) < 16)
    for run, form in runs:
        if words[: len(run)] == run:
            found[-1] = _LETTERS[form]
            return


def _letter(word: str) -> str:
    form = verb_form(word)
    return _LETTERS.get(form, ".") if form else "."
