"""Which classes a word belongs to, whatever its script or spelling. Reads `data/lexicon/identity.yml`.

A class is a name such as `my`, `kin` or `given` that the rules of this package speak of. Every distinct set of
classes is one symbol (one character), so that a rule over classes is an ordinary regular expression over symbols.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

import regex

from satark.tables import TableError, read_words

_EVERYDAY = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "everyday.yml"
_FILE = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "identity.yml"
_VEHICLES = Path(__file__).resolve().parents[2] / "data" / "lexicon" / "vehicles.yml"
_SHORTEST_SOUND = 3  # shorter sounds would make one word of many: kam, kaam and kham
_SILENT_A = ("dra", "tra", "sna", "vra", "sra", "kla", "ria", "tva", "nia", "dia", "lia", "tia")
SHAPES = ("cap", "low", "dev")
FIRST_SYMBOL = "\ue000"  # the private-use area: no symbol can be mistaken for a letter of a pattern

_SPELLING = str.maketrans(
    {"ी": "ि", "ू": "ु", "ं": None, "ँ": None, "़": None, "ः": None, "ऽ": None, "ई": "इ", "ऊ": "उ", "'": None, "’": None}
)
_DOUBLED = regex.compile(r"(\p{L})\1+")
_LONG_VOWELS = (("ee", "i"), ("oo", "u"))

# A letter's usual Roman spelling; the inherent vowel is left out, as `sound` drops every a within a word.
_LETTERS = {
    **dict(zip("कखगघङचछजझञ", ("k", "kh", "g", "gh", "n", "ch", "ch", "j", "jh", "n"), strict=True)),
    **dict(zip("टठडढणतथदधन", ("t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n"), strict=True)),
    **dict(zip("पफबभमयरलवशषसह", ("p", "f", "b", "bh", "m", "y", "r", "l", "v", "s", "s", "s", "h"), strict=True)),
    **dict(zip("अआइईउऊऋएऐओऔऑऍ", ("a", "a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"), strict=True)),
    **dict(zip("ािीुूृेैोौॉॅ", ("a", "i", "i", "u", "u", "ri", "e", "ai", "o", "au", "o", "e"), strict=True)),
    **{"ं": "n", "ँ": "n", "्": "", "़": "", "ः": "", "ळ": "l"},
}
_LETTER_TABLE = str.maketrans(_LETTERS)
_SPOKEN_Y = re.compile(r"(?<=[क-ह])य(?![\u093c-\u094d])")  # संजय ends like Sanjay
_ASPIRATE = re.compile(r"([bcdgjkptsw])h+")
_SOUND_STEPS: tuple[tuple[str, str], ...] = (
    ("chh", "C"), ("ch", "C"), ("ck", "k"), ("ph", "f"), ("sh", "s"), ("ee", "i"), ("oo", "u"), ("ai", "e"),
    ("ei", "e"), ("ay", "e"), ("ey", "e"), ("au", "o"), ("ou", "o"), ("aw", "o"), ("w", "v"), ("z", "j"),
    ("q", "k"), ("c", "k"), ("x", "ks"), ("gy", "jn"), ("ny", "n"), ("y", "i"),
)  # fmt: skip


@functools.lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """The key by which two spellings of one function word meet: case, doubled letters, nasal dots, vowel length."""
    key = word.lower().translate(_SPELLING)
    for long, short in _LONG_VOWELS:
        if long in key:
            key = key.replace(long, short)
    return _DOUBLED.sub(r"\1", key)


@functools.lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The key by which one name or noun is found in both scripts: सुरेश, Suresh and suresh are `sures`."""
    key = _SPOKEN_Y.sub("े", word).lower().translate(_LETTER_TABLE)
    for written, heard in _SOUND_STEPS:
        if written in key:
            key = key.replace(written, heard)
    key = _ASPIRATE.sub(r"\1", key)
    key = key[:1] + key[1:-1].replace("a", "") + key[1:][-1:]
    return _DOUBLED.sub(r"\1", key)


@dataclass(frozen=True)
class Lexicon:
    """Word classes by spelling and by sound, and the symbol of every set of classes."""

    by_spelling: dict[str, frozenset[str]]
    by_sound: dict[str, frozenset[str]]
    symbols: dict[frozenset[str], str]

    def classes(self, word: str) -> frozenset[str]:
        """The classes of `word` with its shape (`cap`, `low`, `dev`); a word in no class is `open`."""
        shape = "dev" if "\u0900" <= word[0] <= "\u097f" else "cap" if word[0].isupper() else "low"
        found = self.by_spelling.get(spelling(word))
        if found is None:
            key = sound(word)
            found = self.by_sound.get(key) if len(key) >= _SHORTEST_SOUND else None
        if found is None and (_NAME_ENDING.fullmatch(sound(word)) or _WRITTEN_NAME_ENDING.fullmatch(word.lower())):
            found = frozenset({"given"})
        if found is None and _TRADE_ENDING.fullmatch(word):
            found = _TRADE
        if found is None:
            found = _LIKE_VERBS if shape != "cap" and _VERBAL.fullmatch(word) else _OPEN
        return found | {shape}

    def symbol(self, classes: frozenset[str]) -> str:
        """The one character that stands for this set of classes in a passage's symbol string."""
        return self.symbols[classes]

    def select(self, expression: str) -> str:
        """All symbols whose classes satisfy `expression`: terms joined by `|`, each of classes joined by `&`,
        a class negated by `!`: `given|open&!low`. Raises ValueError for a class that nothing bears."""
        terms = [term.split("&") for term in expression.split("|")]
        unknown = {part.lstrip("!") for term in terms for part in term} - self._bearing.keys()
        if unknown:
            raise ValueError(f"no such word class: {', '.join(sorted(unknown))}")
        return "".join(sorted(set[str]().union(*map(self._of_term, terms))))

    def _of_term(self, term: list[str]) -> set[str]:
        wanted = [self._bearing[part] for part in term if not part.startswith("!")]
        found = set(wanted[0] if wanted else self.symbols.values()).intersection(*wanted)
        return found.difference(*(self._bearing[part[1:]] for part in term if part.startswith("!")))

    @functools.cached_property
    def _bearing(self) -> dict[str, set[str]]:
        """The symbols whose classes a name is among."""
        bearing: dict[str, set[str]] = {}
        for classes, symbol in self.symbols.items():
            for name in classes:
                bearing.setdefault(name, set()).add(symbol)
        return bearing


_OPEN = frozenset({"open"})
_NAMES = frozenset({"given", "surname"})
_COMMON = frozenset({"common"})
_LIKE_VERBS = frozenset({"common", "verbal"})  # in no list, common by its ending alone
_TRADE = frozenset({"occupation", "post"})
_VEHICLE = frozenset({"vehicle_word"})
_NO_VEHICLE = frozenset({"property", "name"})  # told of already; "naav" is a name as well as a boat
_STILL_EVERYDAY = frozenset(  # beside these, common as well
    "firm business coworker retired schoolclass put_down reporting beside beside_en home landmark said "
    "recognises will_be hurts has_done sale written off picks reached makes_me garment daytime numbers "
    "counted_from badge civic yahan month birth shift department went public_place crew final wrote_in "
    "motoring had_sent pays_in notes small absconds your bride you_fam pulls womens booklet formerly opposes".split()
)
# Endings (by sound) of given names beyond any list: Jitendra, Sarfuddin, Phoolwati, Kuldeep, Baijnath, Ramkesh.
_NAME_ENDING = re.compile(
    r"..+(?:endra?|udin|ul+a|v[aei]?ti|dip|jit|prsd|kes|isvr|snkr|dulri|dev|krn|rtn|mni|brn|dr?bn|rjbn|ybn)"
)
# Endings whose sound alone is too short to tell: Baijnath, दूधनाथ, Hiralal, मिठाईलाल.
_WRITTEN_NAME_ENDING = re.compile(r".{2,}(?:nath|lal|deen|नाथ|लाल|दीन)")
# Endings by which an unlisted word is somebody's post: प्वाइंट्समैन, स्वास्थ्यकर्मी, vanrakshak.
_TRADE_ENDING = re.compile(r".{2,}(?:मैन|कर्मी|रक्षक|निरीक्षक|karmi|rakshak|nirikshak)")
# Endings by which an unlisted word is a verb or an English adjective, not a name: batane, karenge; watching; bechela.
_VERBAL = re.compile(
    r".{3,}(?:(?<!ee)(?<!v)ed|ing|ful|less|ness|tion|ment|ous|able|ly|ne|iye|iyega|enge|ega|egi|unga|ungi|ata|ate|ati|wala|wale|wali)"
    r"|.{2,}(?:(?<!e)elan?|(?<!i)las|wele)"
    r"|.{2,}(?:awe|awat|aawat|avat|ावत|ाइल|ने|िए|िये|िएगा|ेगा|ेगी|ेंगे|ूंगा|ूंगी|ाता|ाते|ाती|वाला|वाले|वाली|ेला|ेले|ेलन|ेलें|(?<!ा)लस)"
)
IDENTIFIER_KINDS = (
    "phone",
    "digits",
    "email",
    "upi",
    "handle",
    "account",
    "ifsc",
    "aadhaar",
    "pan",
    "voter",
    "licence",
    "plate",
)
TAG_OWNERS = ("reporter", "relative", "victim", "unknown")
TAG_KINDS = (
    "name",
    "phone",
    "email",
    "aadhaar",
    "pan",
    "voter id",
    "id",
    "vehicle",
    "bank account",
    "upi",
    "address",
    "employer",
    "post",
)
_MARKS = (
    "stop",
    "newline",
    "comma",
    "colon",
    "open_mark",
    "close_mark",
    "dot",
    "slash",
    "num",
    "other_mark",
    "ordinal",
    "initials",
)


def _gather(table: dict[str, list[str]], key_of: object) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in table.items():
        for word in words:
            found.setdefault(key_of(word), set()).add(name)  # type: ignore[operator]
    return {key: frozenset(names) for key, names in found.items()}


def _all_class_sets(word_sets: set[frozenset[str]]) -> list[frozenset[str]]:
    sets = [
        classes | {shape}
        for classes in sorted(word_sets | {_OPEN, _TRADE, _LIKE_VERBS}, key=sorted)
        for shape in SHAPES
    ]
    sets += [frozenset({mark}) for mark in _MARKS]
    sets += [frozenset({"id", kind}) for kind in IDENTIFIER_KINDS]
    sets += [tag_classes(owner, kind) for owner in TAG_OWNERS for kind in TAG_KINDS]
    return list(dict.fromkeys(sets))


def tag_classes(owner: str, kind: str) -> frozenset[str]:
    """The classes of a tag such as `[reporter phone]`: `tag`, `tag_reporter`, `tag_phone`."""
    return frozenset({"tag", f"tag_{owner}", "tag_" + kind.replace(" ", "_")})


@functools.lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of `data/lexicon/identity.yml`, with the vehicles of `vehicles.yml`, read once a process. `no` and
    `on` are words there, not booleans. Raises `TableError` where a word is short for one that stands in no list."""
    data = read_words(_FILE)
    by_spelling = _gather(data["words"], spelling)
    sounds = {**data["sounds"], "given": data["given"], "surname": data["surname"]}
    by_sound = _gather(sounds, sound)
    # Devanagari does not write the last a of Chandra or Krishna; Roman letters do.
    by_sound |= {
        key[:-1]: names for key, names in by_sound.items() if key.endswith(_SILENT_A) and key[:-1] not in by_sound
    }
    for word in (word for words in sounds.values() for word in words):
        key = spelling(word)
        heard = by_sound[sound(word)] if len(sound(word)) >= _SHORTEST_SOUND else frozenset()
        by_spelling[key] = by_spelling.get(key, frozenset()) | heard
    for key, names in _gather(sounds, spelling).items():
        by_spelling[key] = by_spelling[key] | names
    everyday = read_words(_EVERYDAY)
    for word in (*everyday["latin"], *everyday["devanagari"]):
        key = spelling(word)
        if by_spelling.get(key, frozenset()) <= _STILL_EVERYDAY:
            by_spelling[key] = by_spelling.get(key, frozenset()) | by_sound.get(sound(word), frozenset()) | _COMMON
    for word in everyday["no_names"]:
        key = spelling(word)
        others = (by_spelling.get(key) or by_sound.get(sound(word), frozenset())) - _NAMES
        by_spelling[key] = others | _COMMON if others <= _STILL_EVERYDAY else others
    for word in (word for words in read_words(_VEHICLES)["types"].values() for word in words if " " not in word):
        key = spelling(word)
        said = by_spelling.get(key) or by_sound.get(sound(word), frozenset())
        if not said & _NO_VEHICLE:
            by_spelling[key] = said - _NAMES | _VEHICLE
    for typed, meant in data["short"].items():
        known = by_spelling.get(spelling(meant)) or by_sound.get(sound(meant))
        if known is None:
            raise TableError(f"identity.yml: {typed} is short for {meant}, which stands in no list.")
        by_spelling[spelling(typed)] = known
    sets = _all_class_sets(set(by_spelling.values()) | set(by_sound.values()))
    return Lexicon(
        by_spelling, by_sound, {classes: chr(ord(FIRST_SYMBOL) + index) for index, classes in enumerate(sets)}
    )


@functools.cache  # the expressions are constants: some two thousand
def symbols_of(expression: str) -> str:
    """`Lexicon.select` of the one lexicon, remembered."""
    return lexicon().select(expression)
