"""The benchmarks: their tables, what they count, and that they say so where a peer is missing."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import places, redaction, speed, when
from benchmarks.places import PlainNames
from benchmarks.sides import PeerMissing, Side, by_id, cases, chosen, compare, judged, measure, table
from satark.gazetteer.entry import Entry
from satark.reading import KOLKATA
from satark.settings import ROOT

FIVE = ["--messages", "5", "--ours"]


def cells(text: str) -> list[list[str]]:
    """The cells of a Markdown table's rows, the head first."""
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_gold_messages_are_of_both_parts_and_evenly_chosen() -> None:
    every, five = cases(), chosen(5)
    assert len({case["id"] for case in every}) == len(every) >= 600
    assert len(five) == 5 and five[0] == every[0]
    assert len(chosen(0)) == len(chosen(10**6)) == len(every)


@pytest.mark.parametrize(
    ("bench", "name"), [(when, "satark.when"), (redaction, "satark.redaction"), (places, "satark.gazetteer")]
)
def test_a_benchmark_prints_its_table_without_its_peer(bench: Any, name: str, capsys: Any) -> None:
    if bench is places and not places.DIRECTORY.exists():
        pytest.skip("the directory of villages is not beside the project")
    assert bench.main(FIVE) == 0
    rows = cells(capsys.readouterr().out)
    assert rows[0] == ["figure", "language", "counted", name, "no peer", "ratio"]
    shares = {(row[0], row[1]): row for row in rows[1:]}
    assert shares["median ms a message", "all"][2] == "5"
    assert float(shares["median ms a message", "all"][3]) > 0
    assert any(0 <= float(row[3]) <= 1 for figure, row in shares.items() if figure[0] in bench.FIGURES)


@pytest.mark.parametrize(
    ("bench", "module", "name"),
    [(when, "dateparser.search", "dateparser"), (redaction, "presidio_analyzer", "presidio")],
)
def test_a_missing_peer_is_named_and_fails_but_ours_is_printed(
    bench: Any, module: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setitem(sys.modules, module, None)  # as Python marks what cannot be imported
    assert bench.main(["--messages", "5"]) == 1
    said = capsys.readouterr().out
    assert f"{name} is not installed" in said and "make bench" in said
    assert cells(said)[0][4] == "no peer"


def test_a_missing_directory_of_villages_is_told_loudly(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(places, "DIRECTORY", Path("nowhere.csv"))
    assert places.main(FIVE) == 1
    assert capsys.readouterr().out.startswith("SKIPPED: ")


def test_the_ratio_is_ours_to_the_peers_and_of_times_the_peers_to_ours() -> None:
    ours, peer = Side("ours", milliseconds=[1.0]), Side("peer", milliseconds=[5.0])
    for right in (True, True, True, False):
        ours.add("en", [("time", right)])
    for right in (True, False, False, False):
        peer.add("en", [("time", right)])
    rows = {tuple(row[:2]): row for row in cells(table(ours, peer, ["time"], "Time"))}
    assert rows["time", "all"] == ["time", "all", "4", "0.750", "0.250", "3.00"]
    assert rows["median ms a message", "all"] == ["median ms a message", "all", "1", "1.00", "5.00", "5.00"]
    assert ("time", "hi") not in rows


def test_measuring_reads_every_message_and_judges_the_answer() -> None:
    gold = [{"id": str(number), "gold": {"language": "hi"}} for number in range(4)]
    numbers = by_id(gold, lambda case: int(case["id"]))
    side = measure("odd", gold, lambda case: numbers[case["id"]], lambda case, answer: [("odd", answer % 2 == 1)])
    assert (side.share("odd"), side.share("odd", "hi"), side.share("odd", "en")) == (0.5, 0.5, None)
    assert len(side.milliseconds) == 4


def test_a_comparison_without_a_peer_wanted_does_not_fail(capsys: Any) -> None:
    def missing() -> Side:
        raise PeerMissing("it")

    ours = Side("ours", milliseconds=[1.0])
    assert compare(ours, missing, [], "t", argparse.Namespace(ours=True)) == 0
    assert compare(ours, missing, [], "t", argparse.Namespace(ours=False)) == 1
    assert "it is not installed" in capsys.readouterr().out


def test_a_part_of_a_reading_is_judged_by_the_common_rules() -> None:
    case = {
        "gold": {"language": "hi", "intent": "report_offence", "offences": [], "gone": ["Ramesh"], "kept": ["katta"]}
    }
    assert list(judged(case, {"redacted_text": "[reporter name] katta"}, ("gone", "kept"))) == [
        ("gone", True),
        ("kept", True),
    ]


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=KOLKATA)


@pytest.mark.parametrize(
    ("kind", "grain", "start", "end", "window"),
    [
        ("point", "hour", "2026-07-13T23:00", "2026-07-14T00:00", ("2026-07-13T23:00", "2026-07-14T00:00")),
        ("point", "minute", "2026-07-13T23:30", "2026-07-13T23:31", ("2026-07-13T23:30", "2026-07-13T23:31")),
        ("point", "daypart", "2026-07-13T20:00", "2026-07-14T04:00", ("2026-07-13T20:00", "2026-07-14T04:00")),
        ("point", "day", "2026-07-13T00:00", "2026-07-14T00:00", ("2026-07-13T00:00", "2026-07-14T00:00")),
        ("interval", "month", "2026-04-14T09:10", "2026-07-14T09:10", ("2026-04-14T00:00", "2026-04-15T00:00")),
        ("ongoing", None, "2026-07-14T09:10", None, ("2026-07-14T00:00", "2026-07-15T00:00")),
    ],
)
def test_a_moment_is_asked_only_for_the_window_a_time_begins_with(
    kind: str, grain: str | None, start: str, end: str | None, window: tuple[str, str]
) -> None:
    gold = {"kind": kind, "grain": grain, "from": f"{start}:00+05:30", "to": f"{end}:00+05:30" if end else None}
    assert when.starting_window(gold) == (moment(window[0]), moment(window[1]))
    case = {"gold": {"when": gold}}
    first, after = moment(window[0]), moment(window[1])
    assert dict(when.moments_judged(case, [after, first]))["starting window"] is True
    assert dict(when.moments_judged(case, [after]))["starting window"] is False
    assert dict(when.moments_judged(case, []))["starting day"] is False


@pytest.mark.parametrize("gold", [None, {"kind": "recurring", "from": None}, {"kind": "interval", "from": None}])
def test_a_time_without_a_beginning_is_asked_of_nobody(gold: Any) -> None:
    assert list(when.moments_judged({"gold": {"when": gold}}, [])) == []


def test_plain_names_take_the_likest_and_weightiest_place() -> None:
    entries = [
        Entry("village", "Shahganj", district="chandauli", tehsil="Sakaldiha"),
        Entry("tehsil", "Shahganj", name_hi="शाहगंज", district="jaunpur", tehsil="Shahganj"),
        Entry("village", "Rampur Kalan", district="jaunpur", tehsil="Kerakat"),
        Entry("village", "Rampur Kalan", district="ghazipur", tehsil="Zamania"),
    ]
    names = PlainNames(entries)
    town, namesake = names.read("kal shahgnj me"), names.read("rampur kalan me juaa")
    assert town and (town.name, town.district, town.needs_clarification) == ("Shahganj", "jaunpur", False)
    assert namesake and (namesake.name, namesake.needs_clarification) == ("Rampur Kalan", True)
    assert names.read("kal raat ko bahut bura hua") is None
    assert names.read("") is None


def test_a_message_counts_as_a_whole_only_where_all_of_it_is_right() -> None:
    case = {
        "gold": {"language": "hi", "intent": "inform", "offences": [], "gone": ["Ramesh"], "kept": ["katta", "bori"]}
    }
    half = dict(redaction.judge(case, "Ramesh katta bori"))
    assert half == {"identifiers gone": False, "evidence kept": True, "both, whole message": False}
    assert all(dict(redaction.judge(case, "[x] katta bori")).values())


@pytest.mark.parametrize(("length", "words", "characters"), [("30 words", 30, None), ("4,096 characters", None, 4096)])
def test_messages_of_a_length_have_it_and_differ(length: str, words: int | None, characters: int | None) -> None:
    made = list(speed.messages(chosen(5), length, 3))
    assert len(set(made)) == 3
    assert all(words is None or len(text.split()) == words for text in made)
    assert all(characters is None or len(text) == characters for text in made)


def test_speed_stands_beside_what_is_agreed() -> None:
    ours = speed.Measured(
        7.5,
        6.0,
        {"30 words": [3.0, 30.0, 9.0], "65,536 characters": [900.0]},
        {"30 words": 8.0, "65,536 characters": 850.0},
        400.0,
    )
    assert cells(speed.table(ours))[1:] == [
        ["30 words, median", "9.0 ms", "15 ms", "0.60", "8.0 ms"],
        ["65,536 characters, median", "900.0 ms", "-", "-", "850.0 ms"],
        ["start to ready", "7.5 s", "15 s", "0.50", "6.0 s"],
        ["resident memory", "400.0 MB", "800 MB", "0.50", "-"],
    ]


def test_the_real_command_is_measured() -> None:
    if not any((ROOT / "models").glob("*.tar.gz")):
        pytest.skip("no trained model: `make train` makes one")
    ours = speed.measured(chosen(5), {speed.SIX_WORDS: 2})
    assert len(ours.milliseconds[speed.SIX_WORDS]) == 2
    assert ours.ready_processor > 0 and 50 < ours.megabytes < 4000
    assert max(ours.milliseconds[speed.SIX_WORDS]) < 1000 * ours.ready
