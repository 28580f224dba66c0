"""The questions of the form: what is offered for each, and what was understood said back."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.places import told, wider
from actions.turn import Turn
from satark.answers import meaning
from satark.offence_words import group_named
from satark.offences import names, offence_groups, offence_types
from satark.routing import desk_for
from satark.settings import Settings
from satark.wording import say_when

Events = list[dict[str, Any]]
MOST_NAMESAKES = 9  # of the ten rows of a list, as the last says "don't know"
DONT_KNOW = {"hi": "पता नहीं", "hi-Latn": "Pata nahi", "en": "Don't know"}


class AskOffence(Action):
    """Offers the kinds of offence as a list; a chosen group of several opens its own list."""

    def name(self) -> str:
        return "action_ask_report_form_offence"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        group = turn.entity("offence_group") or group_named(turn.words)
        if group in offence_groups():
            members = [one for one in offence_types().values() if one.group == group]
            buttons = [_choice("offence", one.key, one.name(turn.language)) for one in members]
        else:
            buttons = [_group_choice(key, group_names[turn.language]) for key, group_names in offence_groups().items()]
            buttons.insert(0, _choice("offence", "unknown", DONT_KNOW[turn.language]))
        dispatcher.utter_message(response="utter_ask_offence", buttons=buttons)
        return []


def _group_choice(group: str, title: str) -> dict[str, str]:
    members = [one.key for one in offence_types().values() if one.group == group]
    return _choice("offence", members[0], title) if len(members) == 1 else _choice("offence_group", group, title)


def _choice(entity: str, value: str, title: str) -> dict[str, str]:
    return {"title": title, "payload": f'/inform{{"{entity}": "{value}"}}'}


class AskPlace(Action):
    """Asks where; namesakes as a list that tells them apart."""

    def name(self) -> str:
        return "action_ask_report_form_place"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        place = turn.report.place or {}
        alternatives = place.get("alternatives") or []
        if not place.get("needs_clarification") or not alternatives:
            dispatcher.utter_message(response="utter_ask_place", json_message={"location_request": True})
            return []
        buttons = [
            {
                **_choice("place_choice", str(index), _told_apart(one, turn.language)),
                "description": wider(one, turn.language),
            }
            for index, one in enumerate(alternatives[:MOST_NAMESAKES])
        ]
        buttons.append(_choice("place_choice", "unknown", DONT_KNOW[turn.language]))
        dispatcher.utter_message(
            response="utter_ask_which_place", place=str(place.get("name") or place.get("text")), buttons=buttons
        )
        return []


def _told_apart(place: dict[str, Any], language: str) -> str:
    return told({**place, "relation": None}, language)


class AskDistrict(Action):
    """Asks in which district it was."""

    def name(self) -> str:
        return "action_ask_report_form_district"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        language = Turn(tracker).language
        districts = Settings.load().districts.items()
        buttons = [_choice("district", key, district.name.in_language(language)) for key, district in districts]
        buttons.append(_choice("district", "unknown", DONT_KNOW[language]))
        dispatcher.utter_message(response="utter_ask_district", buttons=buttons)
        return []


class AskStation(Action):
    """Offers the police stations of the district, for who does not know the name of the place."""

    def name(self) -> str:
        return "action_ask_report_form_station"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        district = Settings.load().districts.get(str((turn.report.place or {}).get("district")))
        stations = district.stations if district else ()
        buttons = [_choice("station", station.en, station.in_language(turn.language)) for station in stations]
        unknown = _choice("station", "unknown", DONT_KNOW[turn.language])
        dispatcher.utter_message(response="utter_ask_station", buttons=[unknown, *buttons])
        return []


class AskTime(Action):
    """Asks when it was: by buttons, or in words where none of them fits."""

    def name(self) -> str:
        return "action_ask_report_form_time"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        other = turn.entity("time") == "other" or meaning("parts", turn.words) == "other_time"
        dispatcher.utter_message(response="utter_ask_time_in_words" if other else "utter_ask_time")
        return []


class AskConfirmed(Action):
    """Says back what was understood and asks whether to send it."""

    def name(self) -> str:
        return "action_ask_report_form_confirmed"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        report, language = turn.report, turn.language
        if report.changing:
            dispatcher.utter_message(response="utter_what_to_change")
            return []
        if (
            "police_misconduct" in report.offences
            and not report.withheld
            and (desk := desk_for(report, Settings.load()))
        ):
            office = Settings.load().office(desk).in_language(language)
            dispatcher.utter_message(response="utter_not_the_station", office=office)
        dispatcher.utter_message(
            response="utter_confirm",
            offences=names(report.offences, language),
            place=told(report.place, language),
            time=say_when(report.when, report.tense, language, turn.now),
        )
        return []
