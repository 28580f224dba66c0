"""Whole messages, as people write them: the reporter gone, the evidence whole, the language right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from satark.language import identify
from satark.redaction import identity_risks, redact
from satark.text import normalise
from satark.vehicles import vehicles

MESSAGES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("messages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["text"][:40])
def test_the_reporter_is_gone_from_everything_told_and_the_evidence_stands(message: dict[str, Any]) -> None:
    result = redact(message["text"])
    risks = [risk.text for risk in identity_risks(result.text)]
    told = " ".join([result.text, *risks, *(vehicle.text for vehicle in vehicles(result.text))])
    assert [words for words in message["gone"] if normalise(words) in told] == []
    assert [words for words in message["kept"] if normalise(words) not in result.text] == []
    assert redact(result.text).text == result.text


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["text"][:40])
def test_the_language_of_the_frame(message: dict[str, Any]) -> None:
    assert identify(message["text"]) == message["language"]
