"""Whose a name is: the kin of another, one who is said to do wrong, one who is grown."""

from __future__ import annotations

import re

from satark.redaction.lexicon import symbols_of
from satark.redaction.passage import Passage, rule
from satark.redaction.speaker import speaks_of_self

_FULL_AGE = 18
_CLAUSE = 14


def anothers_kin(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match begins with an "apna" that is not the speaker's."""
    if "owner" not in match.re.groupindex or passage.symbols[match.start("owner")] not in symbols_of("own&!my"):
        return False
    return not speaks_of_self(passage, match.start("owner"))


def said_to_do_wrong(passage: Passage, at: int) -> bool:
    """Whether the one named just before word `at` is said to do wrong: then the name is evidence."""
    clause = passage.symbols[at : at + _CLAUSE]
    end = re.search(f"[{symbols_of('stop|newline|if|but')}]|[{symbols_of('comma')}](?![{symbols_of('who')}])", clause)
    clause = clause[: end.start()] if end else clause
    clause = re.sub(f"^[{symbols_of('honorific|kin')}]+(?=[{symbols_of('gen')}])", "", clause)
    lives_there = f"^[{symbols_of('there|ordinary|place|open|in')}]{{0,3}}[{symbols_of('works|resident')}]"
    if re.search(lives_there, clause):  # "my son Rohit studies where it is sold"
        return False
    wrong = f"[{symbols_of('crime|sexual|dirty|suspect')}]|[{symbols_of('trouble')}][{symbols_of('habit|came|rah')}]"
    if not clause or not re.search(wrong, clause):
        return _next_tells_of_wrong(passage, at)
    if re.match(f"[{symbols_of('is')}][{symbols_of('was&!ko')}]", clause):  # "is being beaten"
        return False
    if clause[0] in symbols_of("who") and re.search(f"[{symbols_of('they&!subject&!who')}]", clause[1:]):
        return False  # "Raju jo mere jija hain unko peeta"
    if clause[0] in symbols_of("gen|saath|ko|se|on|other_mark"):
        robbed = re.search(f"[{symbols_of('stolen')}][{symbols_of('goes|habit|came')}]", clause)
        return bool(clause[0] in symbols_of("gen") and clause[1:2] in tuple(symbols_of("by_place"))) and not robbed
    another_did_it = re.search(
        f".[{symbols_of('given|surname|suspect|wala|girl|common')}][{symbols_of('honorific')}]?[{symbols_of('ne')}]",
        clause,
    )
    return (
        not another_did_it
        and not re.search(f"[{symbols_of('saw|lost')}]", clause)
        and clause[0] not in symbols_of("was&!ko")
    )


def _next_tells_of_wrong(passage: Passage, at: int) -> bool:
    """Whether the clause at word `at` only says who the person is, and the next sentence what "he" does to one."""
    told = rule(
        "<!stop&!newline&!ne&!ko&!se&!saath&!gen>{0,4} (?: <is> <stop|newline|comma>{1,2} | <comma> ) <one_subject> "
        "(?! <ne|people> ) "
        "<!stop&!newline&!ko&!saw>{0,10} <crime|sexual>"
    ).pattern.match(passage.symbols, at)
    return told is not None


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
