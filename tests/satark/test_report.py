"""A report while it is being told: gathered from any order of messages, asked only for what is missing."""

import dataclasses
import datetime as dt

import pytest

from satark.redaction import identity_risks
from satark.report import Report
from satark.routing import desk_for
from satark.settings import RANGE_DESK, Settings

NOW = dt.datetime(2026, 11, 20, 18, 0, tzinfo=dt.timezone.utc)
SHAHGANJ = {"text": "shahganj", "name": "Shahganj", "kind": "town", "district": "jaunpur", "alternatives": []}
SHAHGANJ |= {"needs_clarification": False, "relation": "near"}
KERAKAT = {**SHAHGANJ, "text": "kerakat", "name": "Kerakat", "relation": None}
LAST_NIGHT = {"kind": "point", "from": "2026-11-19T23:00:00+05:30", "to": "2026-11-20T00:00:00+05:30", "grain": "hour"}


def reading(intent="report_offence", offences=(), text="words", **facts):
    empty = {"tense": None, "when": None, "place": None, "route": None, "vehicles": [], "phones": []}
    told = [{"type": offence, "confidence": 0.9, "text": ""} for offence in offences]
    return {**empty, "intent": {"name": intent}, "offences": told, "redacted_text": text, **facts}


def begun():
    return Report.begin("report-1", NOW)


def test_a_full_first_message_leaves_nothing_to_ask():
    report = begun().heard(reading(offences=["cattle_smuggling"], place=SHAHGANJ, when=LAST_NIGHT), None)
    assert report.missing() is None


def test_what_is_missing_is_asked_in_order():
    report = begun()
    assert report.missing() == "offence"
    report = report.heard(reading(offences=["gambling"]), "offence")
    assert report.missing() == "place"
    report = report.heard(reading("inform", place={**SHAHGANJ, "district": None}), "place")
    assert report.missing() == "district"
    report = report.with_district("jaunpur")
    assert report.missing() == "time"
    assert report.heard(reading("inform", when=LAST_NIGHT), "time").missing() is None


def test_what_goes_on_now_needs_no_time():
    assert begun().heard(reading(offences=["drugs"], place=SHAHGANJ, tense="ongoing"), None).missing() is None


def test_what_was_said_first_stays_until_it_is_corrected():
    report = begun().heard(reading(offences=["gambling"], place=SHAHGANJ), None)
    assert report.heard(reading("inform", place=KERAKAT), "time").place["name"] == "Shahganj"
    corrected = report.heard(reading("correct", offences=["drugs"], place=KERAKAT), "confirmed")
    assert (corrected.place["name"], corrected.offences) == ("Kerakat", ("drugs",))


def test_offences_of_several_messages_add_up():
    report = begun().heard(reading(offences=["gambling"]), None).heard(reading(offences=["illicit_liquor"]), "place")
    assert report.offences == ("gambling", "illicit_liquor")


def test_questions_on_the_way_change_nothing():
    report = begun().heard(reading(offences=["gambling"]), None)
    assert report.heard(reading("ask_anonymity", place=KERAKAT, text="safe?"), "place") == report


def test_a_namesake_is_chosen_by_tap_or_by_a_wider_name():
    both = [{**SHAHGANJ, "name": "Rampur", "tehsil": "Mariahu"}, {**SHAHGANJ, "name": "Rampur", "tehsil": "Saidpur"}]
    asked = {**SHAHGANJ, "name": "Rampur", "district": None, "needs_clarification": True, "alternatives": both}
    report = begun().heard(reading(offences=["theft"], place=asked), None)
    assert report.missing() == "place"
    assert report.with_place_chosen(1).place["tehsil"] == "Saidpur"
    assert report.with_place_chosen(7) == report
    named = report.heard(reading("inform", place={**KERAKAT, "name": "Saidpur"}), "place")
    assert named.place["tehsil"] == "Saidpur"


def test_a_landmark_that_nobody_knows_is_settled_by_its_district():
    unknown = {**SHAHGANJ, "name": None, "text": "shiv mandir", "district": None, "needs_clarification": True}
    report = begun().heard(reading(offences=["theft"], place=unknown, when=LAST_NIGHT), None)
    assert report.missing() == "place"
    told = {**SHAHGANJ, "name": "Jaunpur", "kind": "district"}
    assert report.heard(reading("inform", place=told), "place").missing() is None


def test_a_slot_brings_back_the_same_report():
    report = begun().heard(reading(offences=["drugs"], place=SHAHGANJ, when=LAST_NIGHT), None)
    assert Report.from_json(report.to_json()) == report


def test_the_narrative_is_bounded():
    report = begun().heard(reading(text="x" * 50), None).heard(reading(text="y" * 50), None)
    assert report.text(60) == "x" * 50 + "\n" + "y" * 9


@pytest.mark.parametrize(
    ("offences", "words", "desk"),
    [
        (["drugs"], "thana prabhari ko sab pata hai", "jaunpur"),
        (["police_misconduct"], "ek sipahi hafta leta hai", "jaunpur"),
        (["police_misconduct"], "थानाध्यक्ष हर महीने पैसा लेते हैं", RANGE_DESK),
        (["police_misconduct", "gambling"], "thane ka SHO khud mila hua hai", RANGE_DESK),
        (["police_misconduct"], "the shop near the thana pays a constable", "jaunpur"),
    ],
)
def test_a_report_goes_past_the_district_when_it_names_those_in_charge(offences, words, desk):
    report = begun().heard(reading(offences=offences, place=SHAHGANJ, text=words), None)
    assert desk_for(report, Settings.load(environ={})) == desk


def test_a_place_of_no_desk_has_no_desk():
    outside = {**SHAHGANJ, "district": "outside"}
    report = begun().heard(reading(offences=["drugs"], place=outside), None)
    assert report.outside_range()
    assert desk_for(report, Settings.load(environ={})) is None


def told(text, **facts):
    risks = [{"kind": risk.kind, "text": risk.text} for risk in identity_risks(text)]
    facts = {"place": SHAHGANJ, "when": LAST_NIGHT, **facts}
    return begun().heard(reading(offences=["gambling"], text=text, identity_risks=risks, **facts), None)


def test_what_could_tell_who_wrote_is_asked_before_the_report_goes():
    report = told("mere ghar ke samne jua hota hai, mere bhai ne bhi dekha")
    assert report.missing() == "identity"
    assert [risk.text for risk in report.risks()] == ["mere ghar ke samne", "mere bhai"]


def test_each_choice_changes_what_goes_to_the_desk():
    report = told(
        "mere ghar ke samne jua hota hai, mere bhai ne bhi dekha", place={**SHAHGANJ, "text": "mere ghar ke samne"}
    )
    report = report.settled(report.risks()[:1], "safer")
    assert report.place["text"] == "ek ghar ke samne"
    report = report.settled(report.risks()[:1], "leave_out")
    assert report.text(999) == "ek ghar ke samne jua hota hai, bhi dekha"
    assert report.missing() is None


def test_what_the_person_keeps_is_not_asked_again():
    report = told("mere bhai ne dekha")
    report = report.settled(report.risks(), "keep")
    assert (report.text(999), report.missing()) == ("mere bhai ne dekha", None)


def test_a_report_whose_every_word_is_left_out_still_has_its_facts():
    report = told("meri dukan").settled(told("meri dukan").risks(), "leave_out")
    assert (report.narrative, report.offences, report.missing()) == ((), ("gambling",), None)


@pytest.mark.parametrize(
    ("choice", "point"), [("safer", (25.68, 82.69)), ("leave_out", (None, None)), ("keep", (25.68241, 82.68712))]
)
def test_a_pin_at_the_own_house_is_coarsened_on_request(choice, point):
    pin = {**SHAHGANJ, "lat": 25.68241, "lon": 82.68712}
    report = told("mere ghar ke bagal me jua hota hai").settled(
        told("mere ghar ke bagal me jua hota hai").risks(), "safer"
    )
    report = report.with_pin(pin)
    assert [risk.kind for risk in report.risks()] == ["pin"]
    report = report.settled(report.risks(), choice)
    assert (report.place["lat"], report.place["lon"]) == point
    assert report.missing() is None


def test_a_pin_elsewhere_asks_for_nothing():
    assert told("pokhre ke paas jua hota hai").with_pin(SHAHGANJ).missing() is None


@pytest.fixture
def shown():
    """A report that was said back and waits for a yes."""
    return begun().heard(reading(offences=["gambling"], place=SHAHGANJ, when=LAST_NIGHT), None)


TODAY = {**LAST_NIGHT, "from": "2026-11-20T06:00:00+05:30", "text": "subah 6 baje"}


def test_after_change_what_is_written_stands_instead_of_what_was(shown):
    changing = dataclasses.replace(shown, changing=True)
    told = changing.heard(reading("inform", place=KERAKAT, when=TODAY, text="kerakat, subah 6 baje"), "confirmed")
    assert (told.place["name"], told.when["from"]) == ("Kerakat", TODAY["from"])
    assert changing.heard(reading(offences=["drugs"]), "confirmed").offences == ("drugs",)
    both = changing.heard(reading(offences=["drugs"], text="ganja bhi bikta hai"), "confirmed")
    assert both.offences == ("gambling", "drugs")


def test_a_bare_fact_after_the_summary_corrects_it_and_a_fuller_one_adds(shown):
    assert shown.heard(reading("inform", place=KERAKAT, text="kerakat"), "confirmed").place["name"] == "Kerakat"
    assert shown.heard(reading("inform", when=TODAY, text="subah 6 baje"), "confirmed").when == TODAY
    more = shown.heard(reading("inform", place=KERAKAT, text="unka maal kerakat se aata hai"), "confirmed")
    assert more.place["name"] == "Shahganj"


@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_a_yes_or_no_that_names_another_place_corrects_it(shown, intent):
    words = reading(intent, place=KERAKAT, text="haan kerakat me")
    assert not shown.agrees(words)
    assert shown.heard(words, "confirmed").place["name"] == "Kerakat"
    assert shown.agrees(reading("affirm", text="haan"))


def test_a_denied_offence_goes_whatever_else_was_read(shown):
    words = reading("correct", offences=["gambling"], text="juaa nahi daru")
    assert shown.heard(words, "confirmed").offences == ("illicit_liquor",)
    assert shown.heard(reading("correct", text="juaa nahi hai"), "confirmed").missing() == "offence"


@pytest.mark.parametrize("part", ["offence", "place", "time"])
def test_a_part_that_is_wrong_is_asked_for_anew(shown, part):
    assert shown.without(part).missing() == part
    unknown = dataclasses.replace(shown, skipped=("place",), time_unknown=True)
    assert unknown.without(part).missing() == part


def test_a_landmark_or_what_comes_in_a_burst_corrects_nothing(shown):
    school = {**KERAKAT, "text": "school ke paas", "name": None, "district": None}
    assert shown.heard(reading("inform", place=school, text="school ke paas"), "confirmed").place == shown.place
    withheld = dataclasses.replace(shown, withheld=True)
    assert withheld.heard(reading("inform", place=KERAKAT, text="kerakat"), "confirmed").place == shown.place
