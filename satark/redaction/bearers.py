"""Whose a name is: the kin of another, one who is said to do wrong, one who is grown."""

from __future__ import annotations

import re

from satark.reading import Owner
from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.passage import Passage, rule
from satark.redaction.speaker import speaks_of_self

_FULL_AGE = 18
_CLAUSE = 14
_OF_KIN = "kin|offspring|man|girl|neighbour"  # ladka is a boy, and a son where he is mine
_BEFORE_KIN = 6  # words in which it is told whose kin one is
_SHORTEST_STEM = 3
_OF_ANOTHER = 2  # words from "ka" to the kin: "Raju ka chhota bhai"
_TOLD = 40  # words back in which it was told of whom a name is given
# What is put between a name and what its bearer does: ", jo ... hai,", "aur uska sala".
_ASIDE = (
    "(?: <comma>? <who> <!stop&!newline&!comma&!crime&!sexual&!suspect&!threat>{1,8} <comma> "
    "| (?: <comma|and> <their>? <kin> <given|surname|open&cap|open&dev>{0,2} )+ "
    "| <comma> <num|number_word> <years|gen>{1,3} <comma> )"
)


def whose_kin(passage: Passage, at: int) -> Owner:
    """Whose the kin at word `at` is: told by the words before it, else where the same word was last told with an
    owner ("meri behan ..., behan Swati")."""
    stem = _stem(passage, at)
    for index in range(at, -1, -1):
        if passage.symbols[index] in symbols_of(_OF_KIN) and _stem(passage, index) == stem:
            owner = _told_owner(passage, index)
            if owner == "reporter" and index < at and _did_wrong(passage, index):
                return "other"
            if owner != "unknown":
                return owner
    return "unknown"


def is_bare(passage: Passage, at: int) -> bool:
    """Whether nothing just before the kin at word `at` says whose they are."""
    return _told_owner(passage, at) == "unknown"


def told_of_my_kin(passage: Passage, at: int) -> bool:
    """Whether the one whose name is given at word `at`, with nothing beside it that says whose, is the reporter's kin:
    the last one spoken of, and no doer of wrong."""
    people = symbols_of(f"{_OF_KIN}|suspect|given&!landmark&!common|child|tag_name|title|people|tag_victim")
    for index in range(at - 1, max(-1, at - _TOLD), -1):
        symbol = passage.symbols[index]
        if symbol not in people:
            continue
        after = passage.symbols[index + 1 : index + 2]
        told_between = passage.symbols[index + 1 : at]
        he, she = (passage.symbols[at - 1] in symbols_of(word) for word in ("his", "her"))
        female = symbol in symbols_of("girl|female_kin")
        if (he and female) or (she and not female):
            return False
        respected = passage.symbols[at - 1] in symbols_of("unka")
        return (
            symbol in symbols_of(_OF_KIN)
            and (respected or after not in tuple(symbols_of("ko|gen|se|saath|ne|on|other_mark|who")))
            and not re.search(
                f"[{symbols_of('they&!subject&!unka&!him|who|suspect|does|doer|money')}]"
                f"|(?<![{symbols_of('gen|was_en|him')}])[{symbols_of('crime|sexual|dirty')}](?![{symbols_of('goes')}])",
                told_between,
            )
            and (whose_kin(passage, index) == "reporter" or (respected and _papa(passage, index)))
        )
    return False


def _did_wrong(passage: Passage, at: int) -> bool:
    """Whether the kin at word `at` is the doer of a wrong: "mere devar ne haath uthaya"."""
    return passage.symbols[at + 1 : at + 2] in tuple(symbols_of("ne")) and said_to_do_wrong(passage, at + 1)


def _papa(passage: Passage, at: int) -> bool:
    """Whether word `at` is a name for one's own elders, with nobody before it whose they would be."""
    bare = passage.symbols[at - 1 : at] not in tuple(symbols_of("given|surname|their|gen"))
    return passage.symbols[at] in symbols_of("near_kin") and bare


def _stem(passage: Passage, at: int) -> str:
    """A word without what its case and gender change: beta and bete are one."""
    word = passage.words[at]
    heard = sound(passage.text[word.start : word.end])
    stem = heard.rstrip("ae")
    return stem if len(stem) >= _SHORTEST_STEM else heard


def _told_owner(passage: Passage, at: int) -> Owner:
    """Whose kin the word at `at` is, by the words just before it alone."""
    ends = symbols_of("stop|newline")
    between = symbols_of("num|years|ordinary|common|number_word|open|kin|emphatic")
    for index in range(at - 1, max(-1, at - 1 - _BEFORE_KIN), -1):
        symbol = passage.symbols[index]
        if symbol in symbols_of("my|your"):
            return "reporter"
        if symbol in symbols_of("own"):
            return "reporter" if speaks_of_self(passage, index) else "other"
        if symbol in symbols_of("gen|colon") and passage.symbols[index - 1] in symbols_of("years"):
            continue  # "meri 12 saal ki natin"
        if symbol in symbols_of("gen|other_mark") and at - index <= _OF_ANOTHER:
            of = index - 2 if passage.symbols[index - 1] in symbols_of("other_mark") else index - 1
            if passage.symbols[of] in symbols_of("kin"):
                return "unknown"  # "my wife's sister"
            told = symbols_of("applicant|tag|i_nom|we_nom|iam&!is")
            mine = re.search(f"[{told}][^{ends}]*$", passage.symbols[:index])
            return "unknown" if mine else "other"  # "ham peshkar ke bhai hain"
        if symbol in symbols_of("their"):
            return "other"
        if symbol in symbols_of("number_word|article") and passage.symbols[at] in symbols_of("man"):
            return "reporter" if passage.symbols[index - 1] in symbols_of("my") else "other"
        if symbol not in between:
            break
    return "unknown"


def anothers_kin(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match begins with an "apna" that is not the speaker's."""
    if "owner" not in match.re.groupindex or passage.symbols[match.start("owner")] not in symbols_of("own&!my"):
        return False
    return not speaks_of_self(passage, match.start("owner"))


def said_to_do_wrong(passage: Passage, at: int) -> bool:
    """Whether the one named just before word `at` is said to do wrong: then the name is evidence."""
    aside = rule(_ASIDE).pattern.match(passage.symbols, at)
    if aside is not None:
        at = aside.end()
    clause = passage.symbols[at : at + _CLAUSE]
    end = re.search(f"[{symbols_of('stop|newline|if|but')}]|[{symbols_of('comma')}](?![{symbols_of('who')}])", clause)
    clause = clause[: end.start()] if end else clause
    clause = re.sub(f"^[{symbols_of('honorific|kin')}]+(?=[{symbols_of('gen')}])", "", clause)
    more = f"^(?:[{symbols_of('and')}][{symbols_of('given|surname')}]{{1,2}})+(?=[{symbols_of('ko')}])"
    clause = re.sub(more, "", clause)  # "Aman aur Rohit ko peeta"
    by_a_den = f"[{symbols_of('crime')}][{symbols_of('gen')}].{{1,2}}[{symbols_of('gen')}][{symbols_of('beside')}]"
    clause = re.sub(by_a_den, "", clause)  # "sharab ke theke ke bahar behosh mila"
    if any(symbol in symbols_of("suffers") for symbol in clause):
        return False
    sellers = f"[{symbols_of('crime')}][{symbols_of('common|doer|does|sale|gen|crime')}]{{0,2}}[{symbols_of('wala')}]"
    of_others = f"{sellers}[{symbols_of('ko|se')}]|[{symbols_of('opposes')}]"
    if re.search(of_others, clause) or re.search(f"[{symbols_of('jis')}].*[{symbols_of('they')}]", clause):
        return False  # "mere bhai Raju ganja bechne walon ko rokte hain", "jis ladke ke saath padhta hai wo ..."
    indulges = f"^.?[{symbols_of('crime')}][{symbols_of('in')}]?[{symbols_of('num')}]?[{symbols_of('indulges')}]"
    drinks = re.search(indulges, clause)
    if drinks and not re.search(f"[{symbols_of('strike|me|my|gen|sold|crime|harm')}]", clause[drinks.end() :]):
        return False  # "mera bhai Mangru smack pita hai", which another sells
    if clause[:1] in tuple(symbols_of("him")):  # "mera beta hai Aman, usko ..."
        return False
    lives_there = f"^[{symbols_of('there|ordinary|place|open|in')}]{{0,3}}[{symbols_of('works|resident')}]"
    if re.search(lives_there, clause):  # "my son Rohit studies where it is sold"
        return False
    wrong = f"[{symbols_of('crime|sexual|dirty|suspect')}]|[{symbols_of('trouble')}][{symbols_of('habit|came|rah')}]"
    wrong += f"|[{symbols_of('hurts')}][{symbols_of('has_done|eng_me|my')}]"
    wrong += f"|[{symbols_of('strike')}][{symbols_of('rah&!hoon|has_done|gen')}]"
    # as the subject: "ne meri zameen jot li", "poured kerosene on me", "comes in my bed"
    has = f"[{symbols_of('perfect')}](?![{symbols_of('was')}])"  # "has stolen", and not "has been beaten"
    doing = f"^(?:{has}|[^{symbols_of('gen|ko|se|saath|on|other_mark|who|was&!ko|in&!i')}])"
    if not re.search(f"[{symbols_of('saw|said|helped|info')}]", clause):
        alone = f"[^{symbols_of('they|their|given|surname|suspect|man|gen&!ko')}]*"  # and no one else between
        wrong += f"|{doing}{alone}(?:[{symbols_of('harm')}]|[{symbols_of('strike|undo')}][{symbols_of('has_done')}])"
        wrong += f"|^[{symbols_of('goes|came|common')}].?[{symbols_of('in')}].?[{symbols_of('bedroom')}]"
        named = symbols_of("given|surname")
        whose = f"(?:[^{named}{symbols_of('they|their|suspect|man|ne|ko')}]|[{named}]+[{symbols_of('gen')}])*"
        wrong += f"|{doing}{whose}[{symbols_of('harm')}].?$"  # "Gyanti ki dukan se battery chura laya"
    if not clause or not re.search(wrong, clause):
        return _next_tells_of_wrong(passage, at)
    if re.match(f"[{symbols_of('is')}][{symbols_of('was&!ko')}]", clause):  # "is being beaten"
        return False
    if re.match(f"[{symbols_of('is_en|was_en')}].{{0,2}}[{symbols_of('by')}]", clause):  # "is harassed by them"
        return False
    if clause[0] in symbols_of("who") and re.search(f"[{symbols_of('they&!subject&!who')}]", clause[1:]):
        return False  # "Raju jo mere jija hain unko peeta"
    if clause[0] in symbols_of("gen|saath|ko|se|on|other_mark"):
        robbed = re.search(f"[{symbols_of('stolen')}].?[{symbols_of('goes|habit|came')}]", clause)
        near = re.match(f".[{symbols_of('by_place')}][{symbols_of('gen')}]?[{symbols_of('beside')}]", clause)
        there = clause[0] in symbols_of("gen") and clause[1:2] in tuple(symbols_of("by_place"))
        return there and not robbed and not near  # "Suresh ki dukan me daru", and not "ki dukan ke samne"
    another_did_it = re.search(
        f".[{symbols_of('given|surname|suspect|wala|girl|common')}][{symbols_of('honorific')}]?[{symbols_of('ne')}]",
        clause,
    )
    return (
        not another_did_it
        and not re.search(f"[{symbols_of('saw|lost')}]", clause)
        and (
            clause[0] not in symbols_of("was&!ko")
            or re.match(has, clause) is not None
            or re.match(f".[{symbols_of('crime|hurts')}][{symbols_of('eng_me|my')}]", clause) is not None
        )
    )


def _next_tells_of_wrong(passage: Passage, at: int) -> bool:
    """Whether the clause at word `at` only says who the person is, and the next sentence what "he" does to one."""
    told = rule(
        "<!stop&!newline&!ne&!ko&!se&!saath&!gen>{0,4} (?: <is> <stop|newline|comma>{1,2} | <comma> ) <one_subject> "
        "(?! <ne|people> ) "
        "<!stop&!newline&!ko&!saw>{0,10} <crime|sexual>"
    ).pattern.match(passage.symbols, at)
    return told is not None


def with_a_child(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match speaks of a child and, after it, of one in whose company the child is: "bachchi Mohan ke saath
    khadi hai"."""
    first, last = match.span("name")
    beside = rule("<gen> <saath> <!stop&!newline&!sexual&!dirty>{1,12} (?: <stop|newline> | $ )")
    child = symbols_of("child|girl|years")
    return any(symbol in child for symbol in passage.symbols[match.start() : first]) and (
        beside.pattern.match(passage.symbols, last) is not None
    )


def grown(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match states an age of eighteen or more and is not about an offence against the person named."""
    if "age" in match.re.groupindex and match.start("age") >= 0:
        age = passage.quote(*match.span("age"))
        return not (age.isdecimal() and int(age) < _FULL_AGE)
    for index in range(*match.span()):
        if passage.symbols[index] in symbols_of("num"):
            word = passage.words[index]
            age = passage.text[word.start : word.end]
            return (
                age.isdecimal()
                and _FULL_AGE <= int(age) < 100
                and passage.symbols[match.end() - 1 : match.end()] in symbols_of("years")
            )
    return False
