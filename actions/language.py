"""In which language the person is answered: the one they chose, else the one they write."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import Turn
from satark.settings import ROOT
from satark.tables import read_table
from satark.text import tokens

LANGUAGES = ("hi", "hi-Latn", "en")
TELLING_WORDS = 3  # fewer (`ok`, `status`, a place's name) do not tell the language of somebody whose language is known


class RememberLanguage(Action):
    """Runs at every message, before anything is decided."""

    def name(self) -> str:
        return "action_remember_language"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        turn = Turn(tracker)
        told = None if turn.tapped or tracker.get_slot("language_chosen") else turn.reading
        known = tracker.get_slot("language") or turn.metadata.get("language")
        telling = told is not None and (known is None or len(tokens(told["redacted_text"])) >= TELLING_WORDS)
        language = told["language"] if told is not None and telling else turn.language
        if language == tracker.get_slot("language"):
            return []
        dispatcher.utter_message(json_message={"language": language})
        return [SlotSet("language", language)]


class ChangeLanguage(Action):
    """The person asked for a language, by button or in words."""

    def name(self) -> str:
        return "action_change_language"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        turn = Turn(tracker)
        wish = turn.entity("language") or _wished(turn.reading["redacted_text"])
        if wish not in LANGUAGES:
            return [SlotSet("language_chosen", None)]
        dispatcher.utter_message(json_message={"language": wish})
        return [SlotSet("language", wish), SlotSet("language_chosen", True)]


class ConfirmLanguage(Action):
    """Says in the new language that it is in use; without a clear wish shows the buttons."""

    def name(self) -> str:
        return "action_confirm_language"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        chosen = tracker.get_slot("language_chosen")
        dispatcher.utter_message(response="utter_language_changed" if chosen else "utter_choose_language")
        return []


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = read_table(ROOT / "data/lexicon/language_names.yml")
    return names


def _wished(text: str) -> str | None:
    """The language that the words name; None where they name none or leave it open (`hindi ya english`)."""
    words = text.lower()
    named = [code for code, names in _names().items() if any(name in words for name in names)]
    if "hi-Latn" in named:  # `roman hindi` names Hindi too
        return "hi-Latn"
    return named[0] if len(named) == 1 else None
