"""Safer words for what could identify the reporter: less is said, nothing is made up."""

from __future__ import annotations

import pytest

from satark.reading import IdentityRisk
from satark.redaction import identity_risks, redact
from satark.redaction.safer import left_out, reworded


@pytest.mark.parametrize(
    ("message", "kind", "safer"),
    [
        ("mere ghar ke samne wali dukan me ganja bikta hai", "own_place", "ek dukan me ganja bikta hai"),
        ("mere ghar ke samne juaa hota hai", "own_place", "ek ghar ke samne juaa hota hai"),
        ("हमारी गली में शराब बिकती है", "own_place", "एक गली में शराब बिकती है"),
        ("meri bhains chori ho gayi", "own_property", "ek bhains chori ho gayi"),
        ("mere chacha ki zameen par kabza", "kinship", "ek vyakti ki zameen par kabza"),
        ("मेरे चाचा की जमीन पर कब्जा", "kinship", "एक व्यक्ति की जमीन पर कब्जा"),
        ("mera bhai Suresh ganja bechta hai", "family_member_of_accused", "Suresh ganja bechta hai"),
        ("my brother sells ganja", "family_member_of_accused", "someone sells ganja"),
    ],
)
def test_a_phrase_is_said_more_safely_in_its_own_language(message: str, kind: str, safer: str) -> None:
    text = redact(message).text
    (risk,) = [risk for risk in identity_risks(text) if risk.kind == kind]
    assert reworded(text, risk) == safer


@pytest.mark.parametrize("message", ["sirf maine dekha hai", "main kisan hoon"])
def test_where_no_rule_says_it_more_safely_it_can_be_left_out(message: str) -> None:
    text = redact(message).text
    risk = identity_risks(text)[0]
    assert reworded(text, risk) is None
    assert risk.text not in left_out(f"{text}, Raju ganja bechta hai", risk)


def test_leaving_out_keeps_the_rest_and_touches_no_longer_word() -> None:
    risk = IdentityRisk("occupation", "main kisan hoon")
    assert left_out("sir main kisan hoon, Raju ganja bechta hai", risk) == "sir, Raju ganja bechta hai"
    assert left_out("main kisan hoonga", risk) == "main kisan hoonga"
