"""Tries that failed: after a few in a row the person is offered the menu, or to leave their words for the desk."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from satark.answers import says
from satark.language import is_in_another_script

TRIES = 3
MOST_WORDS = 8  # of a question about this service; the phrases it is known by also stand in longer advertisements
Events = list[dict[str, Any]]


def missed(turn: Turn, dispatcher: CollectingDispatcher, otherwise: str) -> Events:
    """Answers a message that was not understood, `otherwise` until it is the third in a row; keeps its words."""
    words = turn.reading["redacted_text"]
    if is_in_another_script(turn.words):  # a name in it would not have been found: nothing of it is kept
        otherwise, words = "utter_other_script", ""
    unread = [*(turn.tracker.get_slot("unread") or ()), words][-TRIES:]
    dispatcher.utter_message(response="utter_offer_help" if len(unread) == TRIES else otherwise)
    return [SlotSet("unread", unread)]


def cleared() -> Events:
    """Something was understood: the count begins anew."""
    return [SlotSet("unread", None)]


class NotUnderstood(Action):
    """Says that a message was not understood, unless `data/lexicon/questions.yml` knows it for a question."""

    def name(self) -> str:
        return "action_not_understood"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        asked = says("questions", turn.words) if len(turn.words.split()) <= MOST_WORDS else None
        if asked:
            dispatcher.utter_message(response=f"utter_answer_{asked}")
            return cleared()
        return missed(turn, dispatcher, "utter_out_of_scope")
