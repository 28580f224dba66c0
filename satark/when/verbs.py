"""The form of a verb: by the list, else by its ending."""

from __future__ import annotations

import re
from functools import lru_cache

from satark.when.lexicon import lexicon
from satark.when.spelling import fold

# Endings of folded words -> form; the first that fits wins. Futures: karega, jayenge, karunga, करेगा, जाएंगे.
_ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("REQUEST", re.compile(r".(?:iye|iyega|iega)$|.(?:िए|िये|िएगा|ाइए|िजिए)$")),
    ("FUTURE_SELF", re.compile(r"(?:.ung[aie]|.[ूुऊउ]ंग[ाेि])$")),
    ("FUTURE", re.compile(r"..(?:[eo]n?g[aie]|[ai]yeg[aie])n?$|.(?:े|ें|ो|ों|ए|एं|ऐ|य)ग[ाेि]ं?$")),
    ("BHOJ_FUTURE", re.compile(r"...(?:ihe|ihen|ihan|iheh|ihai|ihain)$|..(?:िहे|िहें|िहन|िहैं|इहें|इहन|इहैं)$")),
    (
        "BHOJ_PAST",
        re.compile(
            r"..(?:ihlas|ihlan|ailas|ailan|aulas|avlas|avlan|alas|ulas|ihin|ihis)$|..(?:लस|लसि|लन)$|..[वहइउ]लें$|.(?:िहिन|िहिस)$"
        ),
    ),
    ("BHOJ_HABIT", re.compile(r"..(?:ela|elan|ele|elen|elin)$|..(?:ेला|ेलन|ेलें|ेलि|ेलिन)$")),
    ("HABIT", re.compile(r"..t(?:a|e|i|in)$|..त(?:ा|े|ि|िं)$")),
    ("PERF", re.compile(r"..[a-z]a(?:ya|yi|ye)$|.[क-ह](?:ाया|ायि|ाए)$|.वाइ$")),
    ("ENDS_AT", re.compile(r"..[a-z]at$")),
    ("ENDS_TA", re.compile(r"..त$")),
    ("ING", re.compile(r"^[a-z]{2,}ing$")),
    ("PAST_ED", re.compile(r"^[a-z]{3,}ed$")),
    ("INFINITIVE", re.compile(r"..n[ae]$|..न[ेा]$")),
)
_STEM_ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("PROGRESSIVE", re.compile(r"^(.+)at(?:a?r[aei]|ate|ata|aru|adan|ani|arin|aren|ba|abate)$")),
    ("PROGRESSIVE", re.compile(r"^(.+)t(?:ar[aei]|ate|ata|aru|adan|ani|arin|aren|abate)$")),
    ("HABIT", re.compile(r"^(.+?)t(?:a|e|i|in)$")),
    ("HABIT", re.compile(r"^(.+?)त(?:ा|े|ि|िं)$")),
    ("BHOJ_PARTICIPLE", re.compile(r"^(.+)at$")),
    ("BHOJ_PAST", re.compile(r"^(.+[b-df-hj-np-tv-z])al$|^(.+[क-ह])ल$")),
    ("BHOJ_PARTICIPLE", re.compile(r"^(.+)t$")),
    ("BHOJ_PARTICIPLE", re.compile(r"^(.+?)त$")),
    ("PROGRESSIVE", re.compile(r"^(.+?)त(?:ाड़?े|ारे|ाटे|ाड़ें|बा|ानी|ारें)$")),
)
_DOUBLE_T = re.compile(r"tt[aei]n?$")
_LONGEST = 24


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
    folded = fold(word)
    listed = book.verbs.folded.get(folded)
    if listed or (word.isascii() and folded in book.folded_nouns):
        return listed
    for form, ending in _STEM_ENDINGS:
        match = ending.match(folded)
        if (
            match
            and match.group(match.lastindex or 1) in book.stems
            and (form != "BHOJ_PARTICIPLE" or folded not in book.stems)
        ):
            return form
    for form, ending in _ENDINGS:
        if ending.search(folded):
            return None if form == "HABIT" and _DOUBLE_T.search(word) else form
    return None


def _third_person(word: str) -> bool:
    """Whether an English verb of the list carries the -s of a habit: asks, carries, pushes."""
    if not word.endswith("s") or not word.isascii():
        return False
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else "")
    return any(lexicon().verbs.exact.get(stem) == "BASE_EN" for stem in stems if stem)
