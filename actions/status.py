"""What became of a tip."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from satark.answers import says


class CheckStatus(Action):
    """Says what was last known of the person's own tips, which the channel gives along with the message."""

    def name(self) -> str:
        return "action_check_status"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        turn = Turn(tracker)
        tips = turn.metadata.get("tips") or []
        particular = None if tips else says("questions", turn.words)
        if particular:  # "how long does it take" of somebody who has given no tip yet
            dispatcher.utter_message(response=f"utter_answer_{particular}")
        elif not tips:
            dispatcher.utter_message(response="utter_no_tips")
        for tip in tips:
            dispatcher.utter_message(response=f"utter_status_{tip['status']}", tip_id=tip["tip_id"])
        if tips and not tracker.active_loop_name:
            dispatcher.utter_message(response="utter_status_more", tip_id=tips[0]["tip_id"])
        return []
