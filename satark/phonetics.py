"""The sound of an Indian name or word, whichever script and spelling it came in.

`sound_key` gives one form for the spellings people use for one sound: aspirates, nasals, v/b, s/sh, j/z, ee/i, oo/u,
doubled letters, unspoken `a`. `skeleton` is coarser still and joins: the skeleton of two words written together is the
two skeletons joined, so that "shah ganj" and "shahganj" meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# ISO 15919 values without aspirates' and retroflexes' marks: those differences are lost in everyday Roman spelling.
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरऱलळवशषसह",
        "k k g g n c c j j n t t d d n t t d d n p p b b m y r r l l b s s s h".split(),
        strict=True,
    )
)
_NUKTA = {"ड": "d", "ढ": "r", "फ": "p", "ज": "j", "क": "k", "ख": "k", "ग": "g", "य": "y"}
_INDEPENDENT = dict(zip("अआइईउऊएऐओऔऑऍऋॐ", "a a i i u u e e o o o e ri om".split(), strict=True))
_SIGNS = dict(zip("ािीुूेैोौॉॅृ", "a i i u u e e o o o e ri".split(), strict=True))
_VIRAMA, _NUKTA_SIGN, _NASAL_SIGNS = "\u094d", "\u093c", "\u0902\u0901"
_LABIALS = frozenset("पफबभम")
_BREATHED = dict(zip("खघझठढथधभ", "kgjtdtdb", strict=True))
_BREATH = re.compile(r"([kgjtdb])h")
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")

# Applied in order to Roman letters; each row is a habit of Roman Hindi spelling.
_ROMAN = (
    (re.compile(r"[^a-z0-9]"), ""),
    (re.compile(r"ksh|x"), "ks"),
    (re.compile(r"chh|ch"), "C"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"C"), "c"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"ph|f"), "p"),
    (re.compile(r"([kgjtdbr])h"), r"\1"),
    (re.compile(r"z"), "j"),
    (re.compile(r"aw(?![aeiou])"), "au"),
    (re.compile(r"[vw]"), "b"),
    (re.compile(r"ee|ii"), "i"),
    (re.compile(r"oo|uu"), "u"),
)
# Applied to both scripts: what the ear does not tell apart.
_COMMON = (
    (re.compile(r"aa+"), "a"),
    (re.compile(r"aiy(?=[aeiou])|ayy?(?=[aei])"), "e"),
    (re.compile(r"ai|ay|ei|ey"), "e"),
    (re.compile(r"au|ou|ow"), "o"),
    (re.compile(r"e[aie]+(?=.)"), "e"),
    (re.compile(r"iy(?=[aeiou])|y"), "i"),
    (re.compile(r"ub(?=a)"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aeiou]h)a(?=[rln])"), ""),
    (re.compile(r"(?<=.[uo])n$|(?<=i[aeo])n$|(?<=..i)n$"), ""),
    (re.compile(r"(?<=kala)n$"), ""),
    (re.compile(r"(?<=..)er$"), "ar"),
    (re.compile(r"(?<=....[^aeiou])a$"), ""),
)
_UNSPOKEN = re.compile(r"([aeiou][bcdghijklmnprst])a(?=[bcdghjklmnprst][aeiou])")
# In Devanagari the inherent vowel (written A here) is told from a long one: it falls silent between two spoken
# syllables, the last first (हसनपुर is Hasanpur and मटसा Matsa).
_INHERENT_UNSPOKEN = re.compile(r"(.*[Aaeiou][nm]?[bcdghijklmnprst])A(?=\|?[bcdghjklmnprst][Aaeiou])")
_SECOND_PART = re.compile(r"(?<=..)(nAgAr|sAray|sAhAr|kAla|kAli|mAhAl|gAri)$")  # of दिलदारनगर: spoken as by itself
_COARSE = str.maketrans({"a": "", "e": "i", "o": "u"})
_DOUBLED = re.compile(r"([iu])\1+")


def _roman_of_devanagari(word: str) -> str:
    """Letter by letter, with the inherent `a` where it is spoken; nasal signs as `n`, dropped at the end of a word."""
    out: list[str] = []
    inherent = False
    for position, letter in enumerate(word):
        if letter in _CONSONANTS:
            out.append("A" if inherent else "")
            out.append(_CONSONANTS[letter])
            inherent = True
        elif letter == _NUKTA_SIGN and position:
            if out and word[position - 1] in _NUKTA:
                out[-1] = _NUKTA[word[position - 1]]
        elif letter in _SIGNS:
            out.append(_SIGNS[letter])
            inherent = False
        elif letter == _VIRAMA:
            inherent = False
        elif letter in _NASAL_SIGNS:
            out.append("A" if inherent else "")
            out.append("" if position + 1 == len(word) else "m" if word[position + 1] in _LABIALS else "n")
            inherent = False
        else:
            out.append("A" if inherent else "")
            out.append(_INDEPENDENT.get(letter, letter if letter.isascii() and letter.isalnum() else ""))
            inherent = False
    roman, silenced = _SECOND_PART.sub(r"|\1", "".join(out)), 1
    while silenced:
        roman, silenced = _INHERENT_UNSPOKEN.subn(r"\1", roman, count=1)
    return roman.replace("|", "").lower()


def _latin_of(word: str) -> str:
    """Lower-case ASCII: diacritics (Shāhganj) off, compatibility forms folded."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=65_536)
def sound_key(word: str) -> str:
    """One form for the ways `word` (Roman or Devanagari, blanks ignored) is spelt; "" where it has no letter or digit.

    शाहगंज, Shahganj, sahganj and SHAHGANJ share a key; digits stay digits. Never raises.
    """
    folded = spelling_key(word)
    if folded.isdigit():
        return folded
    for pattern, to in _COMMON:
        folded = pattern.sub(to, folded)
    return _UNSPOKEN.sub(r"\1", folded)


def spelling_key(word: str) -> str:
    """The letters of `word` in Roman, with what is written either way as one: more than is heard. Never raises."""
    word = word.translate(_DIGITS)
    if any("\u0900" <= letter <= "\u097f" for letter in word):
        return _roman_of_devanagari(word.replace("\u200d", "").lower())
    folded = _latin_of(word)
    for pattern, to in _ROMAN:
        folded = pattern.sub(to, folded)
    return folded


@lru_cache(maxsize=65_536)
def breath(word: str) -> str:
    """The breathed consonants of a word in order (Dharauli -> "d", Darauli -> ""); tells names of one sound apart."""
    if any("\u0900" <= letter <= "\u097f" for letter in word):
        return "".join(_BREATHED.get(letter, "") for letter in word)
    return "".join(_BREATH.findall(word.lower()))


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The key with every `a` gone, e/i and o/u as one: names are found by it before their keys are compared."""
    key = sound_key(word)
    return _DOUBLED.sub(r"\1", key.translate(_COARSE)) or key


def join_skeletons(first: str, second: str) -> str:
    """The skeleton of two words run together."""
    if first and second and first[-1] == second[0] and not first[-1].isdigit():
        return first + second[1:]
    return first + second
