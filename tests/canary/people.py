"""The people of the canary run: what each says and sends, and every string by which they could be known.

All of it is random and of one run; names are syllables that nobody bears, numbers begin with an unused block.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.canary.forms import Canary

SUSPECT = "UP65BT9001"  # the accused one's vehicle: it must arrive, else nothing was tested
_SYLLABLES = tuple(first + second for first in ("bh", "dr", "g", "j", "k", "kh", "l", "m", "n", "p", "r", "s", "t", "v")
                   for second in ("a", "e", "i", "o", "u", "an", "ir", "un"))  # fmt: skip
_HINDI = tuple(first + second for first in "कखगजटडतदनपबमरलवस" for second in ("ा", "ि", "ी", "ु", "े", "ो"))
_WORDS = "zero ek do teen char paanch chhah saat aath nau".split()
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")

# A complete report each; with the language's words around it.
REPORTS = {
    "hi-Latn": (
        f"kal raat 11 baje shahganj ke paas pickup {SUSPECT} me gaay bhar ke azamgarh ki taraf le gaye",
        f"kal shaam 7 baje zamania bazar me {SUSPECT} gaadi se kachchi daru bech rahe the",
        f"aaj subah 9 baje mughalsarai me {SUSPECT} bike wale ne ganja becha",
    ),
    "hi": (
        f"कल शाम को केराकत बाजार में {SUSPECT} गाड़ी वाले जुआ खिला रहे थे",
        f"कल रात 10 बजे सैदपुर में {SUSPECT} ट्रक से अवैध शराब उतारी गई",
    ),
    "en": (
        f"Yesterday at 9 pm people with the car {SUSPECT} were gambling near Chandauli market",
        f"Last night at 11 someone sold illegal liquor from the van {SUSPECT} near Zamania station",
    ),
}
SAYINGS = {
    "hi-Latn": {
        "name": "mera naam {} hai",
        "number": "mera number {} hai",
        "e-mail": "mera email {} hai",
        "aadhaar": "mera aadhaar number {} hai",
        "vehicle": "meri gaadi ka number {} hai",
    },
    "hi": {
        "name": "मेरा नाम {} है",
        "number": "मेरा नंबर {} है",
        "e-mail": "मेरा ईमेल {} है",
        "aadhaar": "मेरा आधार नंबर {} है",
        "vehicle": "मेरी गाड़ी का नंबर {} है",
    },
    "en": {
        "name": "my name is {}",
        "number": "my phone number is {}",
        "e-mail": "my email is {}",
        "aadhaar": "my Aadhaar number is {}",
        "vehicle": "my own vehicle number is {}",
    },
}
DRESSES = {
    "plain": lambda number: number,
    "spaced": lambda number: f"{number[:5]} {number[5:]}",
    "dashed": lambda number: f"{number[:4]}-{number[4:7]}-{number[7:]}",
    "with +91": lambda number: f"+91 {number[:5]} {number[5:]}",
    "with 0": lambda number: f"0{number}",
    "Devanagari": lambda number: number.translate(_DEVANAGARI),
    "Devanagari in groups": lambda number: f"{number[:5]} {number[5:]}".translate(_DEVANAGARI),
    "in words": lambda number: " ".join(_WORDS[int(digit)] for digit in number),
}
# What follows the first message, by turns; `conversations.py` knows how each is sent.
EXTRAS = ("none", "text", "photo", "contact", "voice", "location", "video", "edit", "document", "screenshot", "form")


@dataclass(frozen=True)
class Person:
    """One reporter: `first` is what they write first, `second` what goes with the extra (text, caption, edit)."""

    index: int
    number: str
    name: str
    identity: str
    first: str
    second: str
    extra: str
    tag: str  # in metadata of files
    file_name: str
    place_name: str
    canaries: tuple[Canary, ...]


def crowd(size: int, seed: str) -> Iterator[Person]:
    """People, each with everything of their own; the same for the same seed."""
    chance = random.Random(seed)
    serials = chance.sample(range(10**6), size * 2)
    for index in range(size):
        yield _person(index, serials[2 * index], serials[2 * index + 1], chance)


def _person(index: int, serial: int, other_serial: int, chance: random.Random) -> Person:
    number, other = f"9000{serial:06d}", f"7000{other_serial:06d}"
    name = f"{_spoken(chance)} {_spoken(chance)}"
    language = ("hi-Latn", "hi", "en", "hi-Latn")[index % 4]
    dress, shape = list(DRESSES.items())[index % len(DRESSES)]
    own = number if index % 2 else other
    values = {
        "name": "".join(chance.choices(_HINDI, k=5)) if language == "hi" else name,
        "number": shape(own),
        "e-mail": f"{_spoken(chance).lower()}{chance.randrange(10**6)}@example.org",
        "aadhaar": " ".join(f"{chance.randrange(2000, 9999)}" for _ in range(3)),
        "vehicle": f"UP{chance.randrange(70, 97)}{chance.choice('ABCDEFGH')}{chance.choice('JKLMNPQ')}"
        f"{chance.randrange(1000, 9999)}",
    }
    kinds = list(values)
    said = [kinds[(index + step) % len(kinds)] for step in range(3)]
    report = REPORTS[language][index // 4 % len(REPORTS[language])]
    first = f"{_say(language, said[0], values)}. {report}. {_say(language, said[1], values)}"
    second = _say(language, said[2], values)
    tag = f"tag{_spoken(chance)}{chance.randrange(10**6)}"
    file_name = f"{_spoken(chance)}_{number}"
    place_name = f"{_spoken(chance)} Niwas {number}"
    canaries = [
        *(Canary(index, f"own number ({dress})", one) for one in (number, own)),
        Canary(index, "profile name", name),
        Canary(index, "username", name.lower().replace(" ", "_")),
        Canary(index, "metadata of a file", tag),
        Canary(index, "file name", file_name),
        Canary(index, "name of a pin", place_name),
        *(_canary(index, kind, values[kind]) for kind in said if kind != "number"),
    ]
    if "number" in said and dress == "in words":
        canaries.append(Canary(index, "own number in words", values["number"]))
    identity = ("both", "phone", "id")[index % 3]
    extra = EXTRAS[index % len(EXTRAS)]
    return Person(index, f"91{number}", name, identity, first, second, extra, tag, file_name, place_name,
                  tuple(dict.fromkeys(canaries)))  # fmt: skip


def _spoken(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=5)).capitalize()


def _say(language: str, kind: str, values: dict[str, str]) -> str:
    return SAYINGS[language][kind].format(values[kind])


def _canary(index: int, kind: str, value: str) -> Canary:
    return Canary(index, kind, value.replace(" ", "") if kind == "aadhaar" else value)
