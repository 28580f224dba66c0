"""Before a report goes out: phrases by which its writer could be recognised, and what is to be done about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from satark.answers import meaning
from satark.reading import IdentityRisk
from satark.redaction.safer import safer, shown
from satark.report import PIN, Choice, Report

ONE_BY_ONE = 3  # questions about single phrases; all that remain are one question
LONGEST_QUOTE = 80  # characters
_CHOICES = ("safer", "leave_out", "keep")


def questioned(report: Report) -> tuple[IdentityRisk, ...]:
    """The risks that the next question is about: one, or all that remain."""
    risks = report.risks()
    return risks if report.choices >= ONE_BY_ONE else risks[:1]


def said_safely(report: Report, dispatcher: CollectingDispatcher) -> Report:
    """In danger nobody is asked about phrases: once nothing else is missing they are said otherwise, and the person is
    told. A pin stays to be asked for: its point may be where help is needed."""
    risks = [risk for risk in report.risks() if risk.kind != PIN]
    if not report.urgent or report.missing() != "identity" or not risks:
        return report
    dispatcher.utter_message(response="utter_said_safely", phrases=_listed(risks))
    return report.settled(risks, "safer")


def chosen(turn: Turn) -> Choice | None:
    """What the person taps or writes about the phrases asked for; None where they speak of something else."""
    tapped = turn.entity("identity")
    if tapped in _CHOICES:
        return cast(Choice, tapped)
    if turn.tapped:
        return "safer" if turn.intent == "affirm" else "keep" if turn.intent == "deny" else None
    said = meaning("choices", str(turn.reading["redacted_text"]))
    if said:
        return cast(Choice, said)
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
            phrases = _listed([risk for risk in risks if risk.kind != PIN])
            dispatcher.utter_message(response="utter_ask_identity_all", phrases=phrases)
        elif risks and risks[0].kind == PIN:
            dispatcher.utter_message(response="utter_ask_identity_pin")
        elif risks and (words := safer(risks[0])):
            dispatcher.utter_message(response="utter_ask_identity", phrase=_quoted(risks[0]), safer=words)
        elif risks:
            dispatcher.utter_message(response="utter_ask_identity_only", phrase=_quoted(risks[0]))
        return []


def _listed(risks: Sequence[IdentityRisk]) -> str:
    return "\n".join(f"• “{_quoted(risk)}”" for risk in risks)


def _quoted(risk: IdentityRisk) -> str:
    text = shown(risk)
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip() + "…"
