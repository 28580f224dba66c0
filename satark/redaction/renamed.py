"""Marked messages with invented names of people in place of known ones: so that the tagger learns to know a name by
what stands around it, as most of those that people bear are in no list."""

from __future__ import annotations

import random
import zlib

from satark.redaction.lexicon import SHAPES, lexicon, sound
from satark.redaction.marked import Marked
from satark.redaction.passage import Passage

_EVERY = 8  # so many-th message is renamed
_NOTHING_ELSE = frozenset({"given", "surname", *SHAPES})
_TRIES = 8
_CONSONANTS = "b bh ch chh d dh g gh h j jh k kh l m n p ph r s sh t th v".split()
_VOWELS = "a a a aa i i ee u u oo e o ai".split()
_CLOSES = "n r l m t d s k".split()
_ENDINGS = ("", *"u a i an ua esh oo al ai in wa iya o ne ti ar it".split())
_MATRAS = ("", "", "ा", "ि", "ी", "ु", "े", "ो", "ै")
_LETTERS = "कखगघचछजझटठडतथदधनपफबभमयरलवशसह"
_HINDI_ENDINGS = ("ू", "ा", "ी", "वा", "ई", "ेश", "न", "ो", "िया", "ुआ", "ने", "ती", "र", "")


def renamed(message: Marked) -> Marked:
    """The same message, or, of every eighth, one in which those named in its marks bear invented names; the same one
    each time."""
    chance = random.Random(zlib.crc32(message.text.encode()))
    if chance.randrange(_EVERY):
        return message
    passage = Passage(message.text)
    names: dict[str, str] = {}
    known = lexicon()
    for start, end in (*message.own, *message.evidence):
        for at in passage.within(start, end):
            word = passage.quote(at, at + 1)
            if passage.words[at].item is None and word[0].isalpha() and _is_name(known.classes(word)):
                names.setdefault(sound(word), _invented(word, chance))
    return _with_names(message, passage, names) if names else message


def _is_name(classes: frozenset[str]) -> bool:
    return "given" in classes and classes <= _NOTHING_ELSE


def _is_devanagari(word: str) -> bool:
    return "\u0904" <= word[0] <= "\u0939"


def _invented(like: str, chance: random.Random) -> str:
    """A word in no list, in the script and with the capitals of another."""
    word = like
    for _ in range(_TRIES):
        word = _hindi(chance) if _is_devanagari(like) else _roman(chance)
        if like.isupper():
            word = word.upper()
        elif like[0].isupper():
            word = word.capitalize()
        if "open" in lexicon().classes(word):
            return word
    return word


def _roman(chance: random.Random) -> str:
    syllables = [chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.choice((1, 1, 1, 2)))]
    return "".join(syllables) + chance.choice(_CLOSES) + chance.choice(_ENDINGS)


def _hindi(chance: random.Random) -> str:
    letters = [chance.choice(_LETTERS) + chance.choice(_MATRAS) for _ in range(chance.choice((1, 1, 1, 2)))]
    return "".join(letters) + chance.choice("नरलमटडसक") + chance.choice(_HINDI_ENDINGS)


def _with_names(message: Marked, passage: Passage, names: dict[str, str]) -> Marked:
    """The message with other words for those of these sounds; its marks stand where they stood."""
    pieces: list[str] = []
    moves: list[tuple[int, int]] = []  # from where in the text on, and by how much
    position = shift = 0
    for word in passage.words:
        written = message.text[word.start : word.end]
        new = names.get(sound(written)) if word.item is None and written[0].isalpha() else None
        if new is not None:
            pieces += [message.text[position : word.start], new]
            position = word.end
            shift += len(new) - len(written)
            moves.append((word.end, shift))
    pieces.append(message.text[position:])

    def moved(at: int) -> int:
        return at + next((by for since, by in reversed(moves) if since <= at), 0)

    def spans(given: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((moved(start), moved(end)) for start, end in given)

    return Marked("".join(pieces), spans(message.own), spans(message.evidence))
