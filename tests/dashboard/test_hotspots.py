"""Counts in time and place."""

import dataclasses
import datetime as dt

import pytest
import seeding

from satark.hotspots import by_hour_of_week, by_month, by_week, top_places
from satark.reading import KOLKATA


def moment(day, hour=12, month=11):
    return dt.datetime(2026, month, day, hour, tzinfo=KOLKATA)


@pytest.fixture
def tip(deployment):
    model = seeding.sealed_tip(deployment[0], story=2)
    return lambda **changes: dataclasses.replace(model, **changes)


def test_weeks_begin_on_monday_in_india_and_empty_ones_count(tip):
    # 22:00 UTC on Sunday the 1st is Monday in India
    tips = [
        tip(filed_at=dt.datetime(2026, 11, 1, 22, tzinfo=dt.timezone.utc)),
        tip(filed_at=moment(20), offences=("murder",)),
    ]
    weeks = by_week(tips)
    assert [(week.start, week.total) for week in weeks] == [
        (dt.date(2026, 11, 2), 1),
        (dt.date(2026, 11, 9), 0),
        (dt.date(2026, 11, 16), 1),
    ]
    assert (weeks[0].counts, weeks[2].counts) == ({"intoxicants": 1}, {"violence": 1})


def test_months_run_over_the_turn_of_the_year(tip):
    tips = [tip(filed_at=moment(30)), tip(filed_at=moment(2, month=1).replace(year=2027))]
    assert [month.start for month in by_month(tips)] == [
        dt.date(2026, 11, 1),
        dt.date(2026, 12, 1),
        dt.date(2027, 1, 1),
    ]
    assert by_month([]) == by_week([]) == []


def test_a_window_is_spread_over_its_hours(tip):
    night = {"kind": "point", "from": moment(20, 22).isoformat(), "to": moment(21, 2).isoformat()}
    hours = by_hour_of_week([tip(when=night)])
    friday, saturday = hours.weights[4], hours.weights[5]
    assert (friday[22], friday[23], saturday[0], saturday[1]) == (0.25, 0.25, 0.25, 0.25)
    assert (hours.counted, hours.left_out) == (1, 0)


def test_an_evening_every_week_counts_on_its_days(tip):
    weekly = {
        "kind": "recurring",
        "from": None,
        "to": None,
        "rrule": "FREQ=WEEKLY;BYDAY=FR,SA",
        "time_from": "23:00",
        "time_to": "01:00",
    }
    hours = by_hour_of_week([tip(when=weekly)])
    assert hours.weights[4][23] == hours.weights[5][0] == hours.weights[5][23] == hours.weights[6][0] == 0.25


def test_times_that_tell_no_hour_are_left_out(tip):
    week = {"kind": "interval", "from": moment(10).isoformat(), "to": moment(17).isoformat()}
    open_ended = {"kind": "interval", "from": None, "to": moment(17).isoformat()}
    hours = by_hour_of_week([tip(when=week), tip(when=open_ended), tip(when=None)])
    assert (hours.counted, hours.left_out, sum(map(sum, hours.weights))) == (0, 3, 0)


def test_weights_sum_to_the_tips_counted(tip):
    tips = [tip(when=seeding.point(moment(20, hour), hours=hours)) for hour in (0, 9, 23) for hours in (1, 5, 24)]
    hours = by_hour_of_week(tips)
    assert sum(map(sum, hours.weights)) == pytest.approx(hours.counted) == pytest.approx(9)


def test_namesakes_in_two_districts_are_two_places(tip):
    tips = [tip(place={"name": "Rampur", "district": district}) for district in ("jaunpur", "jaunpur", "ghazipur")]
    assert [(place.name, place.district, place.count) for place in top_places([*tips, tip(place=None)])] == [
        ("Rampur", "jaunpur", 2),
        ("Rampur", "ghazipur", 1),
    ]
