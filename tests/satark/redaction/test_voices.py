"""What narrows down who writes, and what does not, in many voices."""

from __future__ import annotations

import pytest

from satark.redaction import identity_risks, redact

RISKS = [
    ("main truck par khalasi hu, malik 3 gadi balu roz nikalta hai", "occupation"),
    ("मास्टर हूँ, स्कूल में चपरासी बच्चियों को छूता है", "occupation"),
    ("That dhaba keeps women for us drivers", "occupation"),
    ("I supply coal to the kilns where they sell pistols", "occupation"),
    ("didi ke gale se chain kheench li", "kinship"),
    ("pati daru pee ke mujhe marta hai", "kinship"),
    ("hamni ke gaon se janwar gayab ho rahe", "own_place"),
    ("I am hiding on the roof, dacoits are here", "presence"),
]
NO_RISKS = [
    "गेस्ट हाउस में गलत काम हो रहा है",
    "Kallu ka number 9000660007 hai, kisi ko pata na chale",
    "do bachche bolte hai ki ghar se utha laya",
    "bachcha Singh ne supari di",
]


@pytest.mark.parametrize(("text", "kind"), RISKS)
def test_what_narrows_down_the_reporter_is_told(text: str, kind: str) -> None:
    assert kind in {risk.kind for risk in identity_risks(redact(text).text)}


@pytest.mark.parametrize("text", NO_RISKS)
def test_what_says_nothing_of_the_reporter_is_no_risk(text: str) -> None:
    assert identity_risks(redact(text).text) == ()
