"""Words that tell when it was stay, but for what may be a name, a birthday or the number of a house."""

import pytest

from satark.redaction.identifiers import identifiers
from satark.redaction.moments import moments
from satark.redaction.passage import Passage


def found(text: str) -> str:
    passage = Passage(text, identifiers(text))
    return "".join(passage.quote(at, at + 1) for at in sorted(moments(passage, 0, len(passage.words))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("he shot a man near Usia village last night", "last night"),
        ("Yesterday at quarter to nine in the night", "Yesterday at quarter to nine night"),
        ("pichle mangal ko bazar gaya tha", "pichle mangal"),
        ("kal sanjhi ke bitiya khet se aavat rahli", "kal sanjhi"),
        ("mangalsutra jhapta mon 7am stn par", "mon 7am"),
        ("chain snatched 2day mrng arnd 7.30", "2day mrng arnd 7.30"),
        ("ladki le gaya basant panchami ke din", "basant panchami ke din"),
    ],
)
def test_stay(text: str, told: str) -> None:
    assert found(text) == told.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mai Mangal kal raat aa raha tha", "Mangal"),
        ("meri bahu Sandhya ko maara", "Sandhya"),
        ("chacha Mangal ko kal shaam 5 baje maara", "Mangal"),
        ("Etwari ke ghar chori", "Etwari"),
        ("janm 12/03/2007 hai mera", "12/03/2007"),
        ("makan 23/7 ke samne", "23/7"),
    ],
)
def test_may_go(text: str, name: str) -> None:
    assert name not in found(text)
