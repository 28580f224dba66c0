"""Phrases by which the reporter could be recognised although no identifier is left: told to the reporter before filing."""

from __future__ import annotations

from satark.reading import IdentityRisk
from satark.redaction.passage import Passage, rule

_W = "<!stop&!newline>"
_TAG_KINDS = (
    ("name", "tag_reporter&tag_name|tag_unknown&tag_name"),
    ("phone", "tag_phone"),
    ("email", "tag_email"),
    ("id_number", "tag_aadhaar|tag_pan|tag_voter_id|tag_id"),
    ("vehicle", "tag_vehicle"),
    ("bank", "tag_bank_account|tag_upi"),
    ("address", "tag_address"),
    ("employer", "tag_employer"),
    ("occupation", "tag_post"),
    ("kinship", "tag_relative"),
)
_RULES = (
    ("kinship", "<my> <ordinary|common|number_word|own|open>{0,2} <kin>{1,2} <tag>?"),
    ("neighbour", "(?: <my|own> <ordinary|common|number_word>{0,2} | <i|me> <gen> ) <neighbour>"),
    ("neighbour", "<neighbour> <common|ordinary>{0,2} <hoon>"),
    ("own_place", "<my|own> <ordinary|common|number_word|open|gen>{0,2} (?: <house|area_part|workplace|works|common&!kin> | <ordinary> ) <gen>? <ordinary>{0,1}"),
    ("occupation", "(?: <i|imaybe> ) <number_word|ordinary|common|open|in|gen>{0,5} <occupation>{1,2} <iam|hoon>"),
    ("occupation", "<i> <am|am_en> <ordinary>{0,2} <common|open>{0,1} <occupation>{1,2}"),
    ("workplace", "<i|imaybe> <!stop&!newline&!is&!am>{0,5} <works> <!stop&!newline>{0,3} <iam|hoon>"),
    ("workplace", "<i> <works> <on|in|for|saath|there|ordinary>{1,3} <!stop&!newline>{1,4}".replace("there|", "")),
    ("address", "<i|imaybe> <!stop&!newline&!they>{0,6} <resident> <!stop&!newline>{0,2} <iam|hoon>"),
    ("address", "<i> <resident> <on|in|ordinary>{1,2} <!stop&!newline>{1,4}"),
)  # fmt: skip


def identity_risks(redacted_text: str) -> tuple[IdentityRisk, ...]:
    """Everything in `redacted_text` that narrows down who the reporter is, in the order it stands, once each: tags stand
    for what was removed, other phrases are quoted as they stand."""
    passage = Passage(redacted_text)
    found: list[tuple[int, int, str]] = []
    for kind, classes in _TAG_KINDS:
        found += [(match.start(), match.end(), kind) for match in rule(f"<{classes}>").finditer(passage)]
    for kind, source in _RULES:
        found += [(match.start(), match.end(), kind) for match in rule(source).finditer(passage)]
    risks = [IdentityRisk(kind, passage.quote(first, last)) for first, last, kind in sorted(found)]
    return tuple(dict.fromkeys(risks))
