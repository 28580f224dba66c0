"""Whose a name is: kin told before and bare now, fellows, signatures and victims go; the accused beside them stay."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from satark.redaction import redact

WAYS = yaml.safe_load(Path(__file__).with_name("names_in_passing.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "message"), WAYS["gone"])
def test_a_name_that_points_to_the_reporter_or_a_victim_is_gone(name: str, message: str) -> None:
    assert name not in redact(message).text


@pytest.mark.parametrize(("name", "message"), WAYS["kept"])
def test_a_name_told_of_another_is_kept(name: str, message: str) -> None:
    assert name in redact(message).text
