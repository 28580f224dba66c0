"""Ordinary words, names of people and offences never become villages, however many villages are known."""

import pytest

from satark.classification.model import REPORTING
from satark.corpus import blocks
from satark.gazetteer import Gazetteer
from satark.gazetteer.entry import SMALL
from satark.text import normalise

MOST_CHANCE_FINDS = 0.02  # share of training messages that report nothing, in which a village may be found at all

WORDS = (
    "raat aana paas bhai gaon bazar kala pura baat maal mera police daroga gaay sharab ganja chori maar paisa ladka "
    "jua hatya balu mitti katta truck pickup wala admi aurat bachha khet nadi pul mandir school road village night "
    "money girl रात बात माल गांव भाई पास दरोगा गाय शराब चोरी मिट्टी बालू लड़का पैसा जमीन घर खेत सड़क"
).split()


@pytest.mark.parametrize("word", WORDS)
def test_a_common_word_with_a_postposition_names_no_gazetteer_place(imported: Gazetteer, word: str) -> None:
    for text in (f"wahan {word} me kuch hua", f"kal {word} par dekha", f"{word} ke paas tha wo", f"us {word} se"):
        assert [m.place.name for m in imported.read(normalise(text)).mentions if m.place.name] == []


@pytest.mark.parametrize(
    "text",
    [
        "jaan se marne ki dhamki de raha hai",
        "kanpatti par katta lagaya",
        "वीडियो कॉल पर धमकाया",
        "counter pe paisa leke jua khilata hai",
        "mangru pe shak hai",
        "बाल मजदूर खूंटे से बांधे गए, कंधे पर चोट",
    ],
)
def test_a_word_that_sounds_nearly_like_a_village_is_none(imported: Gazetteer, text: str) -> None:
    assert [m.place.name for m in imported.read(normalise(text)).mentions if m.place.name] == []


def _talk() -> list[str]:
    """What people say who report nothing: of the villages found in it few are meant."""
    talk = [block for block in blocks() if block.intent not in REPORTING]
    return [normalise(message) for block in talk for message in block.messages]


def test_talk_is_not_full_of_villages(imported: Gazetteer) -> None:
    examples = _talk()
    assert len(examples) > 5_000
    chance = [
        text for text in examples if any(m.place.kind in SMALL and m.place.name for m in imported.read(text).mentions)
    ]
    assert len(chance) <= MOST_CHANCE_FINDS * len(examples), chance[:20]
