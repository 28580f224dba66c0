"""Verb forms that only their neighbours decide: Bhojpuri pasts that look like Hindi, habits that look like nouns."""

from __future__ import annotations

import re

from satark.when.lexicon import lexicon, word_set
from satark.when.spelling import fold

# Words that Hindi does not have: their text is Bhojpuri, and "rahe" after a noun means "was" there.
_BHOJPURI = re.compile("[BLA7m]")


def _is_passive(place: int, words: list[str], line: str) -> bool:
    """Whether "jala" is the Bhojpuri "is" of "katal jala", and not "burnt" ("fasal jala di")."""
    passive = words[place] == "jala" and place > 0 and words[place - 1].endswith("al")
    return passive and line[place + 1 : place + 2] not in ("P", "R", "4")


_HE = re.compile("H(?=n?[hgD4uwvsqibz])")  # the English "he", elsewhere a Hindi "is"
_RAHAL = re.compile("L(?=[BH])")
_DOUBTFUL = frozenset("5R796G")
_AFTER_STEM = frozenset("PJSGLmr23cCOA56l")


def settled(line: str, words: list[str]) -> str:
    """`line` (one letter a word of `words`, see `tense`) with the letters of doubtful forms decided or taken out."""
    if "6" in line or "8" in line:
        line = re.sub("6(?=n?[HTEBRZF])", "G", line)
        line = re.sub("8(?=n?W)", "c", line).replace("8", ".")
    if "0" in line:
        line = _TALKED_OF.sub(lambda match: "ckx" if words[match.start() + 1] in _OF else match.group(), line)
    if "jala" in words:
        line = "".join("A" if _is_passive(place, words, line) else letter for place, letter in enumerate(line))
    if "L" in line:
        line = _RAHAL.sub(lambda match: "R" if words[match.start()] in word_set("rahal") else "L", line)
    if "he" in words:
        line = _HE.sub(lambda match: "U" if words[match.start()] == "he" else "H", line)
    if "r" in words:
        line = _R.sub(lambda match: "b" if words[match.start()] == "r" else ".", line)
    if "to" in words:
        line = _TO_DO.sub(lambda match: "q" if _is_verb(match.start(), words) else ".", line)
    if "Eg" in line:
        line = re.sub("(?<=E)g(?=[zD4w])", ".", line)  # "the beating stopped"
    if "they" in words:
        line = _THEY.sub(lambda match: _said_of_them(match, words), line)
    if "q" in line and not _EACH.isdisjoint(words):
        line = "".join(
            "h" if letter == "q" and words[place + 1 : place + 2] and words[place + 1] in _EACH else letter
            for place, letter in enumerate(line)
        )
    if "q" in line:
        line = _PLURALS.sub(lambda match: _subject(match, words), line)
        line = _GOES_ON.sub(r"\1h", line)
        line = _SECOND.sub(lambda match: _second_subject(match, words), line)
    if "0" in line:
        line = re.sub("0(?=W)", "c", line)  # "kaate wala ba"
        line = _PERF_E.sub(lambda match: _perfect(match, words), line)
    if _DOUBTFUL.isdisjoint(line):
        return line
    if not (_BHOJPURI.search(line) or not word_set("bhojpuri").isdisjoint(words)):
        return line.replace("5", ".").replace("7", ".").replace("6", ".").replace("9", "P")
    line = re.sub("9(?!J?[HTERZ])", "F", line).replace("9", "P")
    line = re.sub("[6G](?=[|,&]|$)", "r", line)  # "jaata", is going
    line = re.sub("2(?=R(?!H))", "m", line)
    line = re.sub("5(?!7)", "L", line)
    return _was(line, words).replace("6", ".")


_TALKED_OF = re.compile(r"0[.k&]x")  # "lute ke baat": of robbing, as "lootne ki baat"
_OF = frozenset({"ke", "ka", "ki", "के", "का", "की"})
_EACH = frozenset({"every", "each"})  # "two constables stop every truck"
_TO_DO = re.compile(r"(?<=o)\.(?=\.)")
_WHOM = frozenset(
    "a an the his her him them their my our me us someone somebody people one two three each some".split()
)


def _is_verb(place: int, words: list[str]) -> bool:
    """Whether an unlisted word after "to" is a verb, as whom it is done to follows: "to eliminate a witness"."""
    return words[place - 1] == "to" and words[place] not in _WHOM and words[place + 1] in _WHOM


_R = re.compile(r"\.(?=n?[gpzD])")  # "they r planning", "kids r locked"
_THEY = re.compile(r"(?<=U)\.")


def _said_of_them(match: re.Match[str], words: list[str]) -> str:
    """A word that follows "they" and is no adverb is what they do: "they scoop earth"."""
    place = match.start()
    word = words[place]
    verb = words[place - 1] == "they" and word.isascii() and word.isalpha() and len(word) > 2
    return "q" if verb and word not in word_set("no_verbs") and not word.endswith("ly") else "."


_PLURALS = re.compile(r"(?<![ou])\.(?=n?q)")
_GOES_ON = re.compile(r"(U[.mcx]{0,3}q[^|,&]{0,40}&)q")  # "men drink at the culvert and grab at women"
_SECOND = re.compile(r"(?<=\.&)\.(?=q)")


def _subject(match: re.Match[str], words: list[str]) -> str:
    """An English plural before a bare verb is its subject: "bookies accept bets"."""
    word = words[match.start()]
    plural = len(word) > 3 and word.isascii() and word.endswith("s") and not word.endswith(("ss", "as", "is", "us"))
    return "U" if plural and word not in word_set("no_plurals") else "."


def _second_subject(match: re.Match[str], words: list[str]) -> str:
    """ "home guard and constable take money": two that do it together."""
    word = words[match.start()]
    plain = word.isascii() and word.isalpha() and not word.endswith("ly") and word not in word_set("no_verbs")
    return "U" if plain and words[match.start() - 1] == "and" else "."


_PERF_E = re.compile(r"[^|,]{0,12}?0")


def _perfect(match: re.Match[str], words: list[str]) -> str:
    """ "paise thage": a past beside "ne", before "hain" or at a clause's end; elsewhere a wish ("koi roke")."""
    clause = match.group()[:-1]
    follows = match.string[match.end() : match.end() + 1]
    agent = not word_set("agents").isdisjoint(words[match.start() : match.end()])
    if words[match.end() - 1].endswith(("ve", "we", "वे")):
        return clause + "."  # "lagawe", to set up
    past = (
        agent or (follows and follows in "HTERBP") or (follows in ("", "|", ",", "&") and not set("YIn") & set(clause))
    )
    return clause + ("P" if past else ".")


def _was(line: str, words: list[str]) -> str:
    """Bhojpuri "rahe", "rahi" that stand after no verb: "aamne-saamne rahe" is a past."""
    found = list(line)
    for place, letter in enumerate(line):
        if letter != "R" or line[place + 1 : place + 2] in ("H", "B", "F", "Z"):
            continue
        before = words[place - 1].rsplit(" ", 1)[-1] if place else ""
        if not place or (line[place - 1] not in _AFTER_STEM and fold(before) not in lexicon().stems):
            found[place] = "L"
    return "".join(found)
