"""Before a report goes out: phrases by which its writer could be recognised, and what is to be done about them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

import yaml
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from satark.reading import IdentityRisk
from satark.redaction.lexicon import spelling
from satark.redaction.safer import safer
from satark.report import PIN, Choice, Report
from satark.settings import ROOT
from satark.text import normalise, tokens

ONE_BY_ONE = 3  # questions about single phrases; all that remain are one question
LONGEST_QUOTE = 80  # characters
_CHOICES = ("safer", "leave_out", "keep")


def questioned(report: Report) -> tuple[IdentityRisk, ...]:
    """The risks that the next question is about: one, or all at once where there is no time for more."""
    risks = report.risks()
    return risks if report.urgent or report.choices >= ONE_BY_ONE else risks[:1]


@lru_cache(maxsize=1)
def _answers() -> dict[str, Choice]:
    """Words -> the choice they stand for."""
    words = yaml.safe_load((ROOT / "data" / "lexicon" / "choices.yml").read_text(encoding="utf-8"))
    return {_spelt(said): cast(Choice, choice) for choice, answers in words.items() for said in answers}


def _spelt(text: str) -> str:
    return " ".join(spelling(token.text) for token in tokens(normalise(text)))


def chosen(turn: Turn) -> Choice | None:
    """What the person taps or writes about the phrases asked for; None where they speak of something else."""
    tapped = turn.entity("identity")
    if tapped in _CHOICES:
        return cast(Choice, tapped)
    if turn.tapped:
        return "safer" if turn.intent == "affirm" else "keep" if turn.intent == "deny" else None
    said = _answers().get(_spelt(str(turn.reading["redacted_text"])))
    if said:
        return said
    has_facts = turn.reading["offences"] or turn.reading["place"] or turn.reading["when"]
    if has_facts or turn.intent not in ("affirm", "deny"):
        return None
    return "safer" if turn.intent == "affirm" else "keep"


class AskIdentity(Action):
    """Quotes what could tell who the reporter is and offers other words, to leave it out, or to keep it."""

    def name(self) -> str:
        return "action_ask_report_form_identity"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        risks = questioned(Turn(tracker).report)
        if len(risks) > 1:
            phrases = "\n".join(f"• “{_quoted(risk)}”" for risk in risks if risk.kind != PIN)
            dispatcher.utter_message(response="utter_ask_identity_all", phrases=phrases)
        elif risks and risks[0].kind == PIN:
            dispatcher.utter_message(response="utter_ask_identity_pin")
        elif risks and (words := safer(risks[0])):
            dispatcher.utter_message(response="utter_ask_identity", phrase=_quoted(risks[0]), safer=words)
        elif risks:
            dispatcher.utter_message(response="utter_ask_identity_only", phrase=_quoted(risks[0]))
        return []


def _quoted(risk: IdentityRisk) -> str:
    return risk.text if len(risk.text) <= LONGEST_QUOTE else risk.text[:LONGEST_QUOTE].rstrip() + "…"
