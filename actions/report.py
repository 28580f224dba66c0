"""The report: gathered from what the person says, asked for what is missing, confirmed, filed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, cast

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.identity import chosen, questioned, said_safely
from actions.misses import cleared, missed
from actions.places import gazetteer
from actions.turn import Turn
from satark.answers import meaning
from satark.desks.tips import tip_id
from satark.offence_words import group_named, offence_named
from satark.offences import offence_types, priority
from satark.report import Part, Question, Report
from satark.routing import desk_for
from satark.settings import Settings
from satark.when import read_time

Events = list[dict[str, Any]]
# Intents that may answer a question of the form; every other one is a question or wish of its own.
ANSWERS = frozenset({"report_offence", "inform", "correct", "emergency", "affirm", "deny"})
SETTLED = "settled"  # of a slot: nobody needs to be asked for it
SLOTS = ("offence", "place", "district", "station", "time", "identity", "originals", "facts", "confirmed")
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
        if asked and meaning("pauses", turn.words) == "wait":
            dispatcher.utter_message(response="utter_wait")
            return _slots(turn.report, _next_question(turn.report))
        if asked == "place" and _leaves_it(turn):
            return [*_slots(turn.report, None), SlotSet("confirmed", True)]
        if (directed := _directed(turn, asked)) is not None:
            directed = said_safely(directed, dispatcher)
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
        known = turn.report
        report = _heard(turn, known, asked)
        if asked and turn.intent == "emergency":
            dispatcher.utter_message(response="utter_emergency")
        if turn.metadata.get("evidence"):
            dispatcher.utter_message(response="utter_evidence_received")
        outside = report.outside_range()
        if outside:
            dispatcher.utter_message(response="utter_outside_range")
            report = dataclasses.replace(report, place=None, outside=True)
        report = said_safely(report, dispatcher)
        question = _next_question(report)
        if question == "confirmed":
            if asked == "confirmed" and _means_yes(turn) and known.agrees(turn.reading):
                if turn.metadata.get("files_carry_facts") and report.facts is None:
                    return _slots(report, "facts")
                return [*_slots(report, None), SlotSet("confirmed", True)]
        elif question == asked and not outside and _tells_nothing(turn) and report.facts_of() == known.facts_of():
            return [*_slots(report, question, turn), *missed(turn, dispatcher, "utter_not_understood_yet")]
        return [*_slots(report, question, turn), *cleared()]


def _rested(turn: Turn, dispatcher: CollectingDispatcher, step: str) -> Events:
    """After a silence: the open question once more, or the end, with what could give the person away said otherwise.
    Who told of danger (`hurry`) is not waited for where what they told is enough."""
    report = turn.report
    if step == "remind" or (step == "hurry" and not report.goes_unfinished()):
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
    if (said := _said_of(turn.report, asked, turn.words)) is not None:
        return said
    unknown = "unknown" in (turn.entity(asked), asked == "place" and turn.entity("place_choice"))
    if unknown or meaning("skips", turn.words) == "skip":
        report = turn.report.skipping(asked)
        return report if report != turn.report else None
    return None


def _said_of(report: Report, asked: str, words: str) -> Report | None:
    """The report after whole messages that choose or point at something: what a list offers, written instead of
    tapped; "the first one"; "the time is wrong". None for any other words."""
    part = meaning("parts", words)
    if asked == "confirmed" and part in ("offence", "place", "time"):
        return report.without(cast(Part, part))
    if asked == "confirmed" and part == "change":
        return dataclasses.replace(report, changing=True)
    if asked == "time" and part == "other_time":
        return report
    if asked == "offence" and (offence := offence_named(words)):
        return dataclasses.replace(report, offences=(offence,))
    if asked == "offence" and group_named(words):
        return report
    if asked == "place" and (number := meaning("ordinals", words)):
        chosen_one = report.with_place_chosen(int(number) - 1)
        return chosen_one if chosen_one != report else None
    return None


def _leaves_it(turn: Turn) -> bool:
    """Whether somebody who just heard that their place is outside the range has nothing to add: `ok`, `don't know`."""
    plain = turn.intent in ("affirm", "deny") and _tells_nothing(turn)
    return turn.report.outside and turn.report.place is None and (plain or meaning("skips", turn.words) == "skip")


def _means_yes(turn: Turn) -> bool:
    """Whether the person wants the report sent: by tap, or in words that are surely a yes and follow the summary."""
    sure = turn.confidence >= Settings.load().conversation.unsure_below
    return turn.intent == "affirm" and (turn.tapped or (sure and not turn.report.changing))


def _tells_nothing(turn: Turn) -> bool:
    """Whether a written answer holds no fact that a report is made of."""
    facts = any(turn.reading[fact] for fact in ("offences", "place", "when", "route", "vehicles", "phones"))
    return not turn.tapped and not facts and turn.intent in ("inform", "affirm", "deny")


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
    known = report
    report = report.heard(turn.reading, asked)
    if known.narrative != report.narrative and not known.changing and turn.intent != "correct":
        report = dataclasses.replace(report, when=_at_its_hours(known.when, turn) or report.when)
    brings = turn.metadata.get("evidence") or turn.reading["place"] or turn.reading["when"]
    changes = asked == "confirmed" and turn.intent == "deny" and not brings
    report = dataclasses.replace(report, changing=changes)
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
    if asked == "time" and turn.intent == "inform" and _tells_nothing(turn):
        report = dataclasses.replace(report, time_unknown=True)
    if pin := turn.metadata.get("pin"):
        report = report.with_pin(_pinned(*pin))
    if evidence := turn.metadata.get("evidence"):
        report = dataclasses.replace(report, evidence=(*report.evidence, evidence))
    return report


def _at_its_hours(habit: Mapping[str, Any] | None, turn: Turn) -> dict[str, Any] | None:
    """A habit told before ("har roz") at the hours told now ("shaam 6 baje"); None where these are not such."""
    told = turn.reading["when"]
    if not habit or not told or habit["kind"] != "recurring" or habit["time_from"] or told["kind"] == "recurring":
        return None
    both = read_time(f"{habit['text']} {told['text']}", turn.now).when
    return both.to_json() if both and both.time_from and both.rrule == habit["rrule"] else None


def _pinned(latitude: float, longitude: float) -> dict[str, Any]:
    """A pin as a place: called by the police station whose area it most likely lies in."""
    place = gazetteer().nearest(latitude, longitude).to_json()
    return {**place, "name": place["police_station"], "relation": "near"} if place["police_station"] else place


def _slots(report: Report, question: str | None, turn: Turn | None = None) -> Events:
    """The slots after `turn`: a question that comes while more of the person's words are on their way is not shown."""
    withheld = turn is not None and question is not None and bool(turn.metadata.get("more_to_come"))
    report = dataclasses.replace(report, withheld=withheld)
    place = report.place or {}
    told = {
        "offence": ", ".join(report.offences),
        "place": place.get("name") or place.get("text"),
        "district": place.get("district"),
        "time": (report.when or {}).get("text"),
    }
    values = {name: told.get(name) or SETTLED for name in SLOTS}
    # The question is the first empty slot, so that the form asks it again after a question of the person's own.
    values |= {"confirmed": None} if question is None else {question: None, "confirmed": None}
    return [
        SlotSet("report", report.to_json()),
        *(SlotSet(name, value) for name, value in values.items()),
        SlotSet("requested_slot", question),
    ]


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
        if report.outside and report.place is None:
            dispatcher.utter_message(response="utter_goodbye", json_message={"forget": True})
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
