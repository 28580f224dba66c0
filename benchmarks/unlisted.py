"""Names that stand in no list, beside names that do: how many of the reporter's stay, how many of others go.

Each message is one sentence that names somebody, and mostly a report before or after it; the same sentences are read
with names from our lists and with names made of syllables, which nobody bears. No model was taught on the sentences.
"""

from __future__ import annotations

import argparse
import functools
import random
import sys
from collections.abc import Callable, Mapping, Sequence

from benchmarks.sides import aligned
from satark.redaction import redact
from satark.redaction.lexicon import lexicon

MESSAGES, SEED = 3_000, "unlisted"
_TURNED_DOWN = 20  # words tried until one is in no list
# By language: what names the reporter or theirs, what names another, what is reported beside it.
OWN: Mapping[str, Sequence[str]] = {
    "hi-Latn": (
        "mera naam {} hai", "main {} bol raha hoon", "{} naam hai mera", "hamar naam {} ba", "naam mera {} hai",
        "mera bhai {} bhi wahan tha", "meri beti {} usi raste se jaati hai", "mere pati {} bahar kamate hain",
        "meri bahan {} ko wo log tang karte hain", "mere bete {} ne sab dekha", "main {} ki patni hoon",
        "mere pita ka naam {} hai", "mere chacha {} ko dhamki di hai", "8 saal ki bachchi {} ke saath galat kaam hua",
        "{} naam ki ladki ke saath balatkar hua", "ye sandesh {} ki taraf se hai",
    ),
    "hi": (
        "मेरा नाम {} है", "मैं {} बोल रहा हूँ", "नाम {} है मेरा", "मेरे भाई {} ने देखा", "मेरी बेटी {} स्कूल जाती है",
        "मेरे पति {} बाहर रहते हैं", "मेरी बहन {} को वो लोग तंग करते हैं", "मैं {} की पत्नी हूँ",
        "मेरे पिता का नाम {} है", "मेरे चाचा {} को धमकी दी", "8 साल की बच्ची {} के साथ गलत काम हुआ",
        "{} नाम की लड़की के साथ बलात्कार हुआ",
    ),
    "en": (
        "my name is {}", "I am {} from this village", "this is {} speaking", "my brother {} saw everything",
        "my daughter {} goes to that school", "my father's name is {}", "my wife {} is afraid",
        "an 8 year old girl {} was raped", "my sister {} is harassed by them", "I, {}, am the witness",
    ),
}  # fmt: skip
ANOTHERS: Mapping[str, Sequence[str]] = {
    "hi-Latn": (
        "{} ganja bechta hai", "{} naam ka ladka katta lekar ghoomta hai", "uska naam {} hai", "{} ne mujhe mara",
        "dealer ka naam {} hai", "{} aur uske saathi bhains le gaye", "log use {} bulate hain",
        "pradhan {} paisa leta hai", "sipahi {} 500 leta hai", "{} ki dukan par nashe ki goli milti hai",
        "{} urf Kallu ganja bechta hai", "{} ke yahan jua hota hai", "mujhe {} ne mara",
        "{} se mujhe jaan ka khatra hai", "us auto wale ka naam {} hai", "naam {} hai uska",
        "usne kaha mera naam {} hai", "{} naam ki aurat ladkiyan bechti hai",
    ),
    "hi": (
        "{} गांजा बेचता है", "{} नाम का लड़का कट्टा लेकर घूमता है", "उसका नाम {} है", "{} ने मुझे मारा",
        "लोग उसे {} बुलाते हैं", "इसमें {} का हाथ है", "{} दारू बनाता है अपने घर में", "{} के घर में जुआ होता है",
        "मुझे {} ने मारा", "{} से मुझे जान का खतरा है", "सिपाही {} 500 लेता है", "आरोपी {} है",
    ),
    "en": (
        "{} sells ganja", "a man named {} carries a pistol", "his name is {}", "{} hit me with a rod",
        "gambling is going on at the house of {}", "people call him {}", "the owner is {}", "the den is run by {}",
        "constable {} takes 500 every day", "{} threatened me with a pistol", "please arrest {}, he sells ganja",
    ),
}  # fmt: skip
REPORTS: Mapping[str, Sequence[str]] = {
    "hi-Latn": ("kal raat truck se gaay le gaye", "chain chheen li aaj subah bazar me", ""),
    "hi": ("कल रात अवैध शराब उतारी गई", "आज सुबह चेन छीन ली", ""),
    "en": ("Last night a truck carried cows near the bazar", "They sell liquor behind the school", ""),
}
_ROMAN = tuple(a + b for a in "bh d g j k kh l m n p r s t v".split() for b in "a e i o u an ir un".split())
_HINDI = tuple(a + b for a in "कखगजटडतदनपबमरलवस" for b in ("", "ा", "ि", "ी", "ु", "े", "ो"))


def invented(language: str, chance: random.Random) -> str:
    """A name of two to four syllables that stands in no list; a Roman one mostly with a capital."""
    word = ""
    for _ in range(_TURNED_DOWN):
        word = "".join(chance.choices(_HINDI if language == "hi" else _ROMAN, k=chance.choice((2, 3, 3, 4))))
        if "open" in lexicon().classes(word):
            break
    return word if language == "hi" or chance.random() < 0.3 else word.capitalize()


def listed(language: str, chance: random.Random) -> str:
    """A name of our lists, in either script as it stands there."""
    return chance.choice(_listed(language == "hi"))


@functools.cache
def _listed(devanagari: bool) -> list[str]:
    known = lexicon().by_spelling
    return [
        word if devanagari else word.capitalize()
        for word, classes in known.items()
        if classes == {"given"} and word.isprintable() and ("\u0900" <= word[0] <= "\u097f") == devanagari
    ]


def failures(frames: Mapping[str, Sequence[str]], name: Callable[[str, random.Random], str], stays: bool) -> float:
    """The share of messages whose name stays where it must go, or goes where it must stay."""
    chance, wrong = random.Random(SEED), 0
    for _ in range(MESSAGES):
        language = chance.choice(tuple(frames))
        frame, who, beside = chance.choice(frames[language]), name(language, chance), chance.choice(REPORTS[language])
        parts = [part for part in chance.sample([frame.format(who), beside], 2) if part]
        text = redact(chance.choice((". ", ", ", "\n")).join(parts)).text
        wrong += (who in text) != stays
    return wrong / MESSAGES


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args(argv)
    rows = [("share of wrong ones", "names in no list", "names of our lists", "ratio")]
    for title, frames, stays in (("the reporter's stays", OWN, False), ("another's goes", ANOTHERS, True)):
        unheard, known = (failures(frames, name, stays) for name in (invented, listed))
        rows.append((title, f"{unheard:.3f}", f"{known:.3f}", f"{unheard / known:.1f}" if known else "-"))
    print(f"# Names told plainly, {MESSAGES} messages each\n\n{aligned(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
