"""The report: gathered from what the person says, asked for what is missing, confirmed, filed."""

from __future__ import annotations

import dataclasses
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.identity import chosen, questioned
from actions.misses import cleared, missed
from actions.places import gazetteer, told, wider
from actions.turn import Turn
from satark.answers import meaning
from satark.desks.tips import tip_id
from satark.offences import names, offence_groups, offence_types, priority
from satark.report import Question, Report
from satark.routing import desk_for
from satark.settings import Settings
from satark.when import read_time
from satark.wording import say_when

Events = list[dict[str, Any]]
# Intents that may answer a question of the form; every other one is a question or wish of its own.
ANSWERS = frozenset({"report_offence", "inform", "correct", "emergency", "affirm", "deny"})
SLOTS = ("offence", "place", "district", "station", "time", "identity", "originals", "facts", "confirmed")
MOST_NAMESAKES = 9  # of the ten rows of a list, as the last says "don't know"
DONT_KNOW = {"hi": "पता नहीं", "hi-Latn": "Pata nahi", "en": "Don't know"}
# What a tapped time stands for, in words that the grammar of time reads.
_TAPPED_TIMES = {"now": "right now", "today": "today", "yesterday": "yesterday", "daily": "every day"}


class ValidateReportForm(Action):
    """Runs at each message while a report is told: adds what was said and chooses the next question."""

    def name(self) -> str:
        return "validate_report_form"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        asked = tracker.get_slot("requested_slot")
        if step := turn.entity("silence"):
            return _rested(turn, dispatcher, step)
        if (directed := _directed(turn, asked)) is not None:
            return [*_slots(directed, _next_question(directed)), *cleared()]
        if asked and turn.intent not in ANSWERS:
            return []  # the form then rejects the message, and the rules answer it
        if asked and turn.report.withheld and turn.intent in ("affirm", "deny") and not turn.tapped:
            return _slots(turn.report, _next_question(turn.report), turn)  # a yes to a question that nobody saw
        if asked == "identity" and (choice := chosen(turn)):
            report = turn.report.settled(questioned(turn.report), choice)
            return _slots(report, _next_question(report), turn)
        if asked == "originals" and turn.intent in ("affirm", "deny"):
            report = dataclasses.replace(turn.report, originals=turn.intent == "affirm")
            return _slots(report, _next_question(report), turn)
        if asked == "facts" and (told := _facts_told(turn)) is not None:
            return [*_slots(dataclasses.replace(turn.report, facts=told), None), SlotSet("confirmed", True)]
        report = _heard(turn, turn.report, asked)
        if asked and turn.intent == "emergency":
            dispatcher.utter_message(response="utter_emergency")
        if turn.metadata.get("evidence"):
            dispatcher.utter_message(response="utter_evidence_received")
        outside = report.outside_range()
        if outside:
            dispatcher.utter_message(response="utter_outside_range")
            report = dataclasses.replace(report, place=None)
        question = _next_question(report)
        if question == "confirmed":
            if asked == "confirmed" and turn.intent == "affirm":
                if turn.metadata.get("files_carry_facts") and report.facts is None:
                    return _slots(report, "facts")
                return [*_slots(report, None), SlotSet("confirmed", True)]
        elif question == asked and turn.intent == "inform" and not (turn.tapped or outside):
            return [*_slots(report, question, turn), *missed(turn, dispatcher, "utter_not_understood_yet")]
        return [*_slots(report, question, turn), *cleared()]


def _rested(turn: Turn, dispatcher: CollectingDispatcher, step: str) -> Events:
    """After a long silence: the open question once more, or the end, with what could give the person away said
    otherwise."""
    report = turn.report
    if step == "remind":
        dispatcher.utter_message(response="utter_reminder")
        return _slots(report, _next_question(report))
    ended = dataclasses.replace(report.settled(report.risks(), "safer"), unfinished=True)
    return [*_slots(ended, None), SlotSet("confirmed", True)]


def _directed(turn: Turn, asked: str | None) -> Report | None:
    """The report after a word about the talk itself: the menu, "I don't know", or "leave it as a message"; None where
    the message is none of these."""
    if turn.entity("menu"):
        return dataclasses.replace(turn.report, offences=(), withheld=False)
    if turn.entity("leave"):
        return turn.report.left_as_message(turn.tracker.get_slot("unread") or ())
    if asked is None or turn.report.withheld:
        return None
    unknown = "unknown" in (turn.entity(asked), asked == "place" and turn.entity("place_choice"))
    if unknown or (not turn.tapped and meaning("skips", str(turn.reading["redacted_text"])) == "skip"):
        report = turn.report.skipping(asked)
        return report if report != turn.report else None
    return None


def _facts_told(turn: Turn) -> tuple[str, ...] | None:
    """Which of time and place, as the files carried them, the person lets us tell; None where they speak of something
    else."""
    tapped = turn.entity("facts")
    if tapped == "time":
        return ("time",)
    if tapped == "both" or turn.intent == "affirm":
        return ("time", "place")
    return () if turn.intent == "deny" else None


def _next_question(report: Report) -> Question:
    """What is asked next; `confirmed` once nothing is missing."""
    question = report.missing()
    if question is None and report.may_keep(Settings.load().evidence.keep_original_for):
        return "originals"
    return question or "confirmed"


def _heard(turn: Turn, report: Report, asked: str | None) -> Report:
    """The report with this turn's words, taps, pin and evidence in it."""
    report = report.heard(turn.reading, asked)
    if (offence := turn.entity("offence")) in offence_types():
        report = dataclasses.replace(report, offences=(offence,))
    if (choice := turn.entity("place_choice")) is not None and str(choice).isdigit():
        report = report.with_place_chosen(int(choice))
    if (district := turn.entity("district")) in (*Settings.load().districts, "outside"):
        report = report.with_district(district)
    if station := turn.entity("station"):
        found = gazetteer().lookup(str(station), "police_station", (report.place or {}).get("district"))
        report = report.with_station(found[0].to_json()) if found else report
    if (tapped := turn.entity("time")) in _TAPPED_TIMES:
        reading = read_time(_TAPPED_TIMES[tapped], turn.now)
        report = dataclasses.replace(report, when=reading.when.to_json() if reading.when else None)
    if asked == "time" and turn.intent == "deny":
        report = dataclasses.replace(report, time_unknown=True)
    if asked == "time" and turn.intent == "inform" and not turn.tapped and not turn.reading["when"]:
        report = dataclasses.replace(report, time_unknown=True)
    if pin := turn.metadata.get("pin"):
        report = report.with_pin(_pinned(*pin))
    if evidence := turn.metadata.get("evidence"):
        report = dataclasses.replace(report, evidence=(*report.evidence, evidence))
    return report


def _pinned(latitude: float, longitude: float) -> dict[str, Any]:
    """A pin as a place: called by the police station whose area it most likely lies in."""
    place = gazetteer().nearest(latitude, longitude).to_json()
    return {**place, "name": place["police_station"], "relation": "near"} if place["police_station"] else place


def _slots(report: Report, question: str | None, turn: Turn | None = None) -> Events:
    """The slots after `turn`: a question that comes while more of the person's words are on their way is not shown."""
    withheld = turn is not None and question is not None and bool(turn.metadata.get("more_to_come"))
    report = dataclasses.replace(report, withheld=withheld)
    values = {
        "report": report.to_json(),
        "offence": ", ".join(report.offences) or None,
        "place": (report.place or {}).get("name") or (report.place or {}).get("text") or _unknown(report, "place"),
        "district": (report.place or {}).get("district") or _unknown(report, "district"),
        "time": (report.when or {}).get("text") or ("unknown" if report.when or report.time_unknown else None),
        "station": None if question == "station" else "settled",
        "identity": None if question == "identity" else "settled",
        "originals": None if question == "originals" else "settled",
        "facts": None if question == "facts" else "settled",
        "requested_slot": question,
    }
    return [SlotSet(name, value) for name, value in values.items()]


def _unknown(report: Report, question: str) -> str | None:
    return "unknown" if question in report.skipped else None


class AskOffence(Action):
    """Offers the kinds of offence as a list; a chosen group of several opens its own list."""

    def name(self) -> str:
        return "action_ask_report_form_offence"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        group = turn.entity("offence_group")
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
        other = Turn(tracker).entity("time") == "other"
        dispatcher.utter_message(response="utter_ask_time_in_words" if other else "utter_ask_time")
        return []


class AskConfirmed(Action):
    """Says back what was understood and asks whether to send it."""

    def name(self) -> str:
        return "action_ask_report_form_confirmed"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        report, language = turn.report, turn.language
        if turn.intent == "deny" and not turn.metadata.get("evidence"):
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


class FileReport(Action):
    """Hands the confirmed report to the channel and gives the person its tip id."""

    def name(self) -> str:
        return "action_file_report"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        settings = Settings.load()
        report = turn.report
        if report.unfinished and not report.goes_unfinished():
            dispatcher.utter_message(response="utter_lapsed", json_message={"forget": True})
            return _emptied()
        desk = desk_for(report, settings)
        if desk is None:
            dispatcher.utter_message(response="utter_outside_range")
            return _emptied()
        tip = tip_id(settings.desk_code(desk), report.id)
        dispatcher.utter_message(
            response="utter_filed_unfinished" if report.unfinished else "utter_filed",
            tip_id=tip,
            office=settings.office(desk).in_language(turn.language),
            hours=settings.conversation.assigned_within_hours,
            json_message={"file": _filed(report, tip, desk, turn.language, settings), "forget": True},
        )
        return _emptied()


def _filed(report: Report, tip: str, desk: str, language: str, settings: Settings) -> dict[str, Any]:
    """What the channel hands on: facts in the clear, and under `sealed` what only the desk may read."""
    return {
        "report_id": report.id,
        "tip_id": tip,
        "desk": desk,
        "priority": 1 if report.urgent else priority(report.offences),
        "offences": list(report.offences),
        "tense": report.tense,
        "when": _without_words(report.when),
        "place": _without_words(report.place),
        "language": language,
        "facts": list(report.facts or ()),
        "keep_originals": list(report.pictures()) if report.originals else [],
        "sealed": {
            "narrative": report.text(settings.limits.narrative_characters),
            "route": report.route,
            "vehicles": list(report.vehicles),
            "phones": list(report.phones),
            "evidence": list(report.evidence),
            "place_text": (report.place or {}).get("text"),
            "when_text": (report.when or {}).get("text"),
            "unfinished": report.unfinished,
        },
    }


def _without_words(fact: Any) -> dict[str, Any] | None:
    if fact is None:
        return None
    kept = {key: value for key, value in fact.items() if key not in ("text", "alternatives")}
    return {**kept, "name": kept.get("name") or fact.get("text")} if "name" in kept else kept


def _emptied() -> Events:
    return [SlotSet(name, None) for name in ("report", *SLOTS, "requested_slot", "unread")]


class CancelReport(Action):
    """Drops what was told."""

    def name(self) -> str:
        return "action_cancel_report"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        turn = Turn(tracker)
        if tracker.get_slot("requested_slot") == "identity" and (choice := chosen(turn)):
            report = turn.report.settled(questioned(turn.report), choice)  # "hata do" here is said of the phrase
            return [*_slots(report, _next_question(report)), FollowupAction("report_form")]
        dispatcher.utter_message(response="utter_cancelled", json_message={"forget": True})
        return [*_emptied(), ActiveLoop(None)]
