"""Whose a name is: kin told before and bare now, fellows, signatures and victims go; the accused beside them stay."""

from __future__ import annotations

from pathlib import Path

import yaml

from satark.redaction import redact

WAYS = yaml.safe_load(Path(__file__).with_name("names_in_passing.yml").read_text(encoding="utf-8"))


MOSTLY = 0.95  # where no rule speaks the tagger judges, and what it holds of a sentence moves a little as it is taught


def test_names_that_point_to_the_reporter_or_a_victim_are_gone() -> None:
    left = [message for name, message in WAYS["gone"] if name in redact(message).text]
    assert len(left) <= (1 - MOSTLY) * len(WAYS["gone"]), left


def test_names_told_of_another_are_kept() -> None:
    lost = [message for name, message in WAYS["kept"] if name not in redact(message).text]
    assert len(lost) <= (1 - MOSTLY) * len(WAYS["kept"]), lost
