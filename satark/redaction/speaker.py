"""Whose `apna` is: the word means "own" and belongs to the subject of its sentence, the speaker or someone else."""

from __future__ import annotations

from satark.reading import Owner
from satark.redaction.lexicon import symbols_of
from satark.redaction.passage import Passage, rule

# Another's words: "usne kaha main daroga Ramesh hoon" tells who he says he is.
_QUOTED = (
    "<said> <gen|comma|colon|other_mark|that|to|me|is|rah>{0,3} "
    "<i_nom|imaybe>? <place|workplace|org|se|gen|open|common|occupation|post>{0,4} $"
)
_CLAUSE = 14  # words before a sentence in which another may be said to speak it
_LEFT, _RIGHT = 10, 12  # words in which the subject, or the verb that agrees with it, stands


def owner_of_own(passage: Passage, at: int) -> Owner:
    """Whom the own-word at word `at` points to: the nearest subject before it, else a first-person word after it."""
    ends, self_words = symbols_of("stop|newline"), symbols_of("i_nom|i&!in|iam|my&!own|me|tag_reporter")
    others = symbols_of("they&!who|their|given|surname|suspect|kin|girl")
    for index in range(at - 1, max(-1, at - _LEFT), -1):
        symbol = passage.symbols[index]
        if symbol in ends:
            break
        if symbol in self_words:
            return "reporter"
        if symbol in others:
            return "other"
    for index in range(at + 1, min(len(passage.symbols), at + _RIGHT)):
        symbol = passage.symbols[index]
        if symbol in ends:
            break
        if symbol in self_words:
            return "reporter"
    return "unknown"


def speaks_of_self(passage: Passage, at: int) -> bool:
    """Whether the own-word at word `at` plainly points to the speaker."""
    return owner_of_own(passage, at) == "reporter"


def quoted(passage: Passage, at: int) -> bool:
    """Whether what begins at word `at` is told as another's words: "usne kaha main daroga Ramesh hoon"."""
    before = passage.symbols[max(0, at - _CLAUSE) : at]
    if passage.symbols[at : at + 1] in tuple(symbols_of("my")) and before[-1:] in tuple(symbols_of("makes_me")):
        return False  # "he told my uncle"
    heard = rule(_QUOTED).pattern.search(before)
    mine = symbols_of("i|me|you|my")
    return heard is not None and not any(symbol in mine for symbol in before[max(0, heard.start() - 3) : heard.start()])
