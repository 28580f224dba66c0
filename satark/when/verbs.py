"""The form of a verb: by the list, else by its ending."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from satark.when.lexicon import lexicon
from satark.when.spelling import fold


class _Ending(NamedTuple):
    """What a word's ending makes of it: `rank` says which ending wins, the lowest; `before` letters stand before it."""

    rank: int
    form: str
    before: int


def _spelled(*choices: str) -> str:
    """Every way to write an ending, from the choices for each of its parts ("_" for none): "e o", "n _", "g"."""
    return " ".join("".join(parts).replace("_", "") for parts in product(*(choice.split() for choice in choices)))


# (form, letters before, folded endings) after a listed beginning of a verb; the first row that fits wins.
_STEM_ENDINGS = (
    ("PROGRESSIVE", 1, _spelled("at", "ra ate ata aru adan ani arin aren ba abate are ari tara tare tari")),
    ("PROGRESSIVE", 1, _spelled("t", "ara are ari ate ata aru adan ani arin aren abate")),
    ("HABIT", 1, "ta te ti tin ता ते ति तिं"),
    ("REQUEST", 1, "iye iyega iega िए िएगा इए इएगा"),
    ("FUTURE_SELF", 2, "ab ब"),
    ("BHOJ_PARTICIPLE", 1, "at"),
    ("BHOJ_PAST", 2, "al ali alas alan alen alis ail aili ाइल ाइलि"),
    ("BHOJ_PAST", 1, "ल लि लें लन लस लसि लिं"),
    ("BHOJ_PAST_LE", 2, "le ale ले"),
    ("BHOJ_HABIT", 1, "ela ele elan elen elin ेला ेलन ेलें ेलि ेलिन"),
    ("BHOJ_PARTICIPLE", 1, "t त"),
    ("PROGRESSIVE", 1, "ताडे तारे ताटे ताडें तबा तानि तारें"),
    ("INFINITIVE", 1, "na ne ni ना ने नि"),
    ("PERF", 2, "a i"),
    ("PERF", 1, "ा ि"),
    ("PERF_E", 2, "e"),
    ("PERF_E", 1, "े"),
)
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxyz") | {chr(code) for code in range(ord("क"), ord("ह") + 1)}
# Forms that follow a consonant only, and those that no verb has which is itself a beginning ("laga" of "laga diya").
_AFTER_CONSONANTS = frozenset({"BHOJ_PAST", "BHOJ_PAST_LE"})
_DEVANAGARI_AFTER_CONSONANTS = frozenset({"PERF", "PERF_E"})
_NO_STEMS = frozenset({"BHOJ_PARTICIPLE", "PERF", "PERF_E", "INFINITIVE"})

# The same for any word.
_ENDINGS = (
    ("REQUEST", 1, "ijiye ijiega aiye ाइए ाइएगा िजिए िजिएगा"),
    ("FUTURE_SELF", 1, _spelled("ung", "a i e") + " " + _spelled("ु उ", "ंग", "ा े ि")),
    ("FUTURE", 2, _spelled("e o", "n _", "g", "a i e", "n _")),
    ("FUTURE", 1, _spelled("े ें ो ों ए एं ऐ य", "ग", "ा े ि", "ं _")),
    ("BHOJ_FUTURE", 3, "ihe ihen iheh ihai ihain"),
    ("BHOJ_FUTURE", 2, "िहे िहें िहन िहैं इहें इहन इहैं"),
    ("BHOJ_PAST", 2, "ihlas ihlan ailas ailan aulas avlas avlan alas ulas ihin ihis लस लसि लन वलें हलें इलें उलें"),
    ("BHOJ_PAST", 1, "िहिन िहिस"),
    ("BHOJ_HABIT", 3, "elan elen ेलन ेलें"),
    ("HABIT", 2, _spelled("vat", "a e i", "n _") + " " + _spelled("वात", "ा े ि", "ं _")),
    ("HABIT_MAYBE", 2, "ta te ti tin ता ते ति तिं"),
    ("PERF", 3, "aya ayi aye"),
    ("PERF", 2, "ाया ायि ाए"),
    ("PERF", 1, "वाइ"),
    ("ENDS_AT", 3, "at"),
    ("ENDS_TA", 2, "त"),
    ("ING", 2, "ing"),
    ("PAST_ED", 3, "ed"),
    ("INFINITIVE", 2, "vana vane vani वाना वाने वानि"),
    ("INFINITIVE_MAYBE", 2, "na ne ना ने"),
)


def _table(rows: tuple[tuple[str, int, str], ...]) -> dict[str, _Ending]:
    found: dict[str, _Ending] = {}
    for rank, (form, before, endings) in enumerate(rows):
        for ending in endings.split():
            found.setdefault(ending, _Ending(rank, form, before))
    return found


_AFTER_STEM, _AFTER_ANY = _table(_STEM_ENDINGS), _table(_ENDINGS)
_LONGEST_ENDING = max(map(len, (*_AFTER_STEM, *_AFTER_ANY)))
_GIRLS = re.compile(r"...(?:mati|vati|मति|वति)$")
_DOUBLE_T = re.compile(r"tt[aei]n?$")
_LONGEST = 24
_SHORTEST_BASE = 2


@lru_cache(maxsize=16_384)
def verb_form(word: str) -> str | None:
    """The form of `word` (small letters), as data/lexicon/time.yml and the endings above name it; None if no verb."""
    if len(word) > _LONGEST:
        return None
    book = lexicon()
    listed: str | None = book.verbs.exact.get(word)
    if listed or word in book.nouns:
        return listed
    if _third_person(word):
        return "HABIT_EN"
    if _DOUBLE_T.search(word) and fold(word.rstrip("n")[:-2]) in book.stems:
        return "HABIT"  # kaatte, peetta: the stem's own t and the ending's
    if word.endswith(("in", "ng")) and _is_base(word[:-2]):
        return "ING"  # "goin on", "threatng"
    folded = fold(word)
    listed = book.verbs.folded.get(folded)
    if listed or (word.isascii() and folded in book.folded_nouns):
        return listed
    if _GIRLS.search(folded):
        return None  # Phoolmati, Kalavati
    form = _by_stem(folded) or _by_ending(folded)
    return None if form and form.startswith("HABIT") and _DOUBLE_T.search(word) else form


def _by_stem(word: str) -> str | None:
    best: _Ending | None = None
    for length in range(1, min(_LONGEST_ENDING, len(word) - 1) + 1):
        ending, stem = _AFTER_STEM.get(word[-length:]), word[:-length]
        if ending and (best is None or ending.rank < best.rank) and _is_stem(stem) and _fits(ending, stem, word):
            best = ending
    return best and best.form


def _fits(ending: _Ending, stem: str, word: str) -> bool:
    """Whether a stem may carry an ending."""
    consonants = ending.form in _AFTER_CONSONANTS or (
        ending.form in _DEVANAGARI_AFTER_CONSONANTS and not word.isascii()
    )
    if len(stem) < ending.before or (consonants and stem[-1] not in _CONSONANTS):
        return False
    return ending.form not in _NO_STEMS or word not in lexicon().stems


def _is_stem(word: str) -> bool:
    """Whether `word` begins a listed verb; Bhojpuri may add v: lagav-ela, banav-at."""
    stems = lexicon().stems
    return word in stems or (word.endswith(("v", "व")) and word[:-1] in stems)


def _by_ending(word: str) -> str | None:
    best: _Ending | None = None
    for length in range(1, min(_LONGEST_ENDING, len(word) - 1) + 1):
        ending = _AFTER_ANY.get(word[-length:])
        if ending and len(word) - length >= ending.before and (best is None or ending.rank < best.rank):
            best = ending
    return best and best.form


def _is_base(stem: str) -> bool:
    """Whether an English verb of the list is left where -ing, or its last letters, is taken off."""
    if len(stem) < _SHORTEST_BASE or not stem.isascii():
        return False
    whole = (stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem)
    return any(lexicon().verbs.exact.get(one) == "BASE_EN" for one in whole)


def _third_person(word: str) -> bool:
    """Whether an English verb of the list carries the -s of a habit: asks, carries, pushes."""
    if not word.endswith("s") or not word.isascii():
        return False
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else "")
    return any(lexicon().verbs.exact.get(stem) == "BASE_EN" for stem in stems if stem)
