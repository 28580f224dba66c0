"""What counts as right: each figure's rule, told on readings that are right, nearly right and wrong."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from benchmarks.scoring import FIGURES, Counts, Labels, score

GOLD: dict[str, Any] = {
    "id": "t-1",
    "text": "kal raat 11 baje Shahganj me ganja bika, mera number 9000000001",
    "received_at": "2026-07-14T09:10:00+05:30",
    "gold": {
        "language": "hi-Latn",
        "intent": "report_offence",
        "offences": ["drugs"],
        "tense": "happened",
        "when": {
            "kind": "point",
            "from": "2026-07-13T23:00:00+05:30",
            "to": "2026-07-14T00:00:00+05:30",
            "grain": "hour",
        },
        "place": {"name": "Shahganj", "kind": "tehsil", "district": "jaunpur", "needs_clarification": False},
        "gone": ["9000000001"],
        "kept": ["ganja", "Shahganj"],
        "identity_risks": True,
    },
}
RIGHT: dict[str, Any] = {
    "id": "t-1",
    "language": "hi-Latn",
    "intent": {"name": "report_offence", "confidence": 0.9},
    "offences": [{"type": "drugs", "confidence": 0.9, "text": "ganja"}],
    "tense": "happened",
    "when": {
        "kind": "point",
        "from": "2026-07-13T23:00:00+05:30",
        "to": "2026-07-14T00:00:00+05:30",
        "grain": "hour",
        "rrule": None,
        "time_from": None,
        "time_to": None,
    },
    "place": {"name": "Shahganj", "district": "jaunpur", "needs_clarification": False},
    "redacted_text": "kal raat 11 baje Shahganj me ganja bika, mera number [reporter phone]",
    "identity_risks": [{"kind": "phone", "text": "[reporter phone]"}],
}


def changed(base: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of `base` with the value at a dotted path put in."""
    copied = copy.deepcopy(base)
    *parents, last = path.split(".")
    inner = copied
    for parent in parents:
        inner = inner[parent]
    inner[last] = value
    return copied


def outcomes(gold: dict[str, Any], reading: dict[str, Any]) -> dict[str, list[bool]]:
    """The yes-or-no outcomes by figure."""
    found: dict[str, list[bool]] = {}
    for figure, outcome in score(gold, reading):
        if not isinstance(outcome, Labels):
            found.setdefault(figure, []).append(outcome)
    return found


def test_a_perfect_reading_is_right_in_every_figure() -> None:
    found = outcomes(GOLD, RIGHT)
    assert set(found) == {"intent", "language", "district", "place name", "time", "tense", "gone", "kept", "risks"}
    assert all(all(rights) for rights in found.values())
    assert len(found["kept"]) == 2


@pytest.mark.parametrize(
    ("path", "value", "wrong"),
    [
        ("intent.name", "inform", "intent"),
        ("language", "en", "language"),
        ("tense", "planned", "tense"),
        ("tense", None, "tense"),
        ("when", None, "time"),
        ("when.from", "2026-07-13T22:00:00+05:30", "time"),
        ("when.to", None, "time"),
        ("when.grain", "daypart", "time"),
        ("place.district", "ghazipur", "district"),
        ("place.name", "Badlapur", "place name"),
        ("place.name", None, "place name"),
        ("identity_risks", [], "risks"),
        ("redacted_text", "Shahganj me ganja bika, mera number 9000000001", "gone"),
    ],
)
def test_one_thing_wrong_costs_its_own_figure_and_no_other(path: str, value: Any, wrong: str) -> None:
    found = outcomes(GOLD, changed(RIGHT, path, value))
    assert [figure for figure, rights in found.items() if not all(rights)] == [wrong]


def test_evidence_is_counted_piece_by_piece() -> None:
    masked = changed(RIGHT, "redacted_text", "kal raat 11 baje Shahganj me [thing] bika")
    assert outcomes(GOLD, masked)["kept"] == [False, True]


def test_an_identifier_that_stands_anywhere_in_the_reading_is_not_gone() -> None:
    leaking = changed(RIGHT, "offences", [{"type": "drugs", "confidence": 0.9, "text": "bika 9000000001"}])
    assert outcomes(GOLD, leaking)["gone"] == [False]


def test_no_place_read_is_wrong_in_district_and_name() -> None:
    found = outcomes(GOLD, changed(RIGHT, "place", None))
    assert (found["district"], found["place name"]) == ([False], [False])


@pytest.mark.parametrize("name", ["शाहगंज", "Shah Ganj", "SHAHGANJ"])
def test_a_place_is_named_by_its_sound_in_any_script(name: str) -> None:
    assert outcomes(GOLD, changed(RIGHT, "place.name", name))["place name"] == [True]


def test_the_same_moment_in_another_zone_is_the_same() -> None:
    elsewhere = changed(RIGHT, "when.from", "2026-07-13T17:30:00+00:00")
    assert outcomes(GOLD, elsewhere)["time"] == [True]


def test_either_tense_is_right_where_gold_allows_both() -> None:
    both = changed(GOLD, "gold.tense", ["happened", "recurring"])
    assert outcomes(both, changed(RIGHT, "tense", "recurring"))["tense"] == [True]
    assert outcomes(both, changed(RIGHT, "tense", "planned"))["tense"] == [False]


def test_a_namesake_is_judged_by_the_flag_and_not_by_the_district() -> None:
    namesake = changed(changed(GOLD, "gold.place.needs_clarification", True), "gold.place.district", None)
    flagged = changed(RIGHT, "place.needs_clarification", True)
    assert outcomes(namesake, flagged)["namesake"] == [True]
    assert outcomes(namesake, RIGHT)["namesake"] == [False]
    assert "district" not in outcomes(namesake, flagged)


@pytest.mark.parametrize(("part", "figure"), [("place", "no place"), ("when", "no time")])
def test_a_report_without_a_place_or_time_must_be_read_without_one(part: str, figure: str) -> None:
    without = changed(GOLD, f"gold.{part}", None)
    assert outcomes(without, RIGHT)[figure] == [False]
    assert outcomes(without, changed(RIGHT, part, None))[figure] == [True]
    assert figure not in outcomes(changed(without, "gold.intent", "greet"), RIGHT)


def test_a_recurring_time_needs_its_rule_and_its_hours_but_no_beginning() -> None:
    when = {"kind": "recurring", "from": None, "to": None, "grain": "hour", "rrule": "FREQ=WEEKLY;BYDAY=FR"}
    weekly = changed(GOLD, "gold.when", {**when, "time_from": "21:00", "time_to": "22:00"})
    read = {**when, "rrule": "RRULE:BYDAY=FR;FREQ=WEEKLY;INTERVAL=1", "time_from": "21:00", "time_to": "22:00"}
    assert outcomes(weekly, changed(RIGHT, "when", read))["time"] == [True]
    for name, value in (("time_to", None), ("rrule", "FREQ=DAILY"), ("rrule", None)):
        assert outcomes(weekly, changed(RIGHT, "when", {**read, name: value}))["time"] == [False]


def test_what_goes_on_now_needs_no_grain() -> None:
    now = {"kind": "ongoing", "from": "2026-07-14T09:10:00+05:30", "to": None, "grain": None}
    going = changed(GOLD, "gold.when", now)
    assert outcomes(going, changed(RIGHT, "when", {**now, "grain": "minute"}))["time"] == [True]


def test_only_what_is_no_report_can_be_a_false_one() -> None:
    assert "false report" not in outcomes(GOLD, RIGHT)
    greeting = changed(changed(GOLD, "gold.intent", "greet"), "gold.offences", [])
    assert outcomes(greeting, RIGHT)["false report"] == [True]
    assert outcomes(greeting, changed(RIGHT, "intent.name", "thanks"))["false report"] == [False]


def test_the_f1_of_offences_counts_hits_misses_and_inventions() -> None:
    counts = Counts()
    counts.add(Labels(frozenset({"drugs", "theft"}), frozenset({"drugs"})))
    counts.add(Labels(frozenset({"theft"}), frozenset({"theft", "murder"})))
    assert counts.micro_f1() == pytest.approx(2 * 2 / (2 * 2 + 1 + 1))
    assert counts.macro_f1() == pytest.approx((1 + 2 / 3 + 0) / 3)  # drugs, theft, murder


def test_nothing_counted_gives_no_figure() -> None:
    counts = Counts()
    assert (counts.share(), counts.micro_f1(), counts.macro_f1()) == (None, None, None)


def test_figures_are_taken_from_what_was_counted_under_their_name() -> None:
    counts = {name: Counts() for name in ("district", "gone")}
    counts["district"].add(True)
    counts["district"].add(False)
    assert FIGURES["district of the place"](counts) == 0.5
    assert FIGURES["identifiers gone"](counts) is None
