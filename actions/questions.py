"""Questions on the way: how it works, who sees it, what it brings, and what people fear."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from satark.answers import says


class Answer(Action):
    """Answers the particular question that `data/lexicon/questions.yml` knows by its words, else the general one that
    the intent is."""

    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        turn = Turn(tracker)
        particular = says("questions", turn.words)
        dispatcher.utter_message(response=f"utter_answer_{particular}" if particular else f"utter_{turn.intent}")
        return []
