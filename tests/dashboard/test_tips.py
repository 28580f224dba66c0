"""The list: what it counts, filters and says, and that it fills by itself."""

import datetime as dt
import json

import pytest
import seeding
from conftest import Office

from dashboard.app import create_app
from dashboard.rows import Choice, tile_counts
from satark.desks import Desk
from satark.stores import utc_now


@pytest.fixture
def desk(deployment):
    return Desk.open(deployment[0], "jaunpur")


def shown(answer):
    return json.dumps(answer.json, ensure_ascii=False)


def refresh(office, changed="tips-clock.n_intervals", **values):
    office.client.get("/")
    filters = {f"tip-{name}-filter.value": "all" for name in ("status", "offence", "period", "desk")}
    return office.fire(changed, "tip-list", {**filters, "tip-search.value": "", **values})


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/", "No tips yet"),
        ("/map", "No tips in this choice"),
        ("/patterns", "Nothing to show yet"),
    ],
)
def test_an_empty_desk_says_so(sp, path, sentence):
    assert sentence in shown(sp.page(path))


def test_officers_page_of_a_desk_without_officers_invites_to_add_one(sp, desk, deployment):
    for officer in desk.officers():
        desk.retire_officer(officer.id)
    assert "No officer can be given tips" in shown(sp.page("/officers"))


def test_a_new_tip_comes_by_itself_and_nothing_comes_twice(sp, desk, deployment):
    sp.page("/")
    first = refresh(sp, **{"tips-seen.data": {"token": "", "count": 0}}).json["response"]
    seen = first["tips-seen"]["data"]
    assert refresh(sp, **{"tips-seen.data": seen}).status_code == 204
    tip = seeding.sealed_tip(deployment[0])
    desk.file(tip)
    fresh = refresh(sp, **{"tips-seen.data": seen}).json["response"]
    assert [row["id"] for row in fresh["tip-list"]["rowData"]] == [tip.id]
    assert fresh["tip-news"]["children"] == "A new tip has come in."
    assert fresh["tips-seen"]["data"]["count"] == 1


def test_rows_hold_facts_in_words_and_no_narrative(sp, desk, deployment):
    filed = dt.datetime(2026, 11, 20, 20, 0, tzinfo=dt.timezone.utc)
    desk.file(seeding.sealed_tip(deployment[0], story=0, filed_at=filed))
    answer = refresh(sp, **{"tips-seen.data": {"token": "", "count": 0}})
    row = answer.json["response"]["tip-list"]["rowData"][0]
    assert (row["filed_text"], row["offences"], row["station"]) == (
        "21 Nov 2026, 01:30",
        "Cattle smuggling",
        "Shahganj",
    )
    assert "पिकअप" not in shown(answer)


def test_hindi_pages_say_it_in_hindi(sp, desk, deployment):
    desk.file(seeding.sealed_tip(deployment[0], story=0))
    sp.client.get("/")
    assert sp.fire("language.value", "language-set", {"language.value": "hi"}).status_code == 200
    page = shown(sp.page("/"))
    assert "पशु तस्करी" in page and "शाहगंज" in page and "सूचनाएँ" in page


def tip(settings, hours_ago, **more):
    return seeding.sealed_tip(settings, filed_at=utc_now() - dt.timedelta(hours=hours_ago), **more)


def test_filters_choose_by_offence_group_period_and_id(deployment):
    settings = deployment[0]
    drugs, arms = tip(settings, 2, story=2), tip(settings, 50, story=3)
    tips, now = [drugs, arms], utc_now()
    assert Choice(offence="drugs").chosen(tips, now) == [drugs]
    assert Choice(offence="group:violence").chosen(tips, now) == [arms]
    assert Choice(period="day").chosen(tips, now) == [drugs]
    assert Choice(search=arms.id[3:7].lower()).chosen(tips, now) == [arms]
    assert Choice(search=arms.id.replace("-", "")).chosen(tips, now) == [arms]
    assert Choice(status="closed").chosen(tips, now) == []
    assert Choice().chosen(tips, now) == tips


def test_tiles_count_open_urgent_and_waiting_tips(deployment):
    settings = deployment[0]
    counts = tile_counts([tip(settings, 2, story=3), tip(settings, 25, story=4)], utc_now())
    assert counts == {"new": 2, "assigned": 0, "action_taken": 0, "closed": 0, "urgent": 1, "waiting": 1}


def test_the_map_counts_tips_without_coordinates(sp, desk, deployment):
    settings = deployment[0]
    here, nowhere = tip(settings, 1, story=0), tip(settings, 1, place=seeding.place_of("jaunpur", 4))
    desk.file(here), desk.file(nowhere)
    page = shown(sp.page("/map"))
    assert "Tips on the map: 1" in page and "Without coordinates: 1" in page
    assert here.id in page and nowhere.id in page


def test_tiles_of_a_map_server_come_only_when_the_operator_names_one(deployment):
    settings, logins, environ = deployment
    tiles = "https://tiles.example.org/{z}/{x}/{y}.png"
    office = Office(create_app(settings, {**environ, "SATARK_MAP_TILES": tiles}), logins["jaunpur"])
    office.sign_in()
    assert tiles in shown(office.page("/map"))
    assert "img-src 'self' data: https://tiles.example.org" in office.client.get("/").headers["Content-Security-Policy"]
    plain = Office(create_app(settings, environ), logins["jaunpur"])
    plain.sign_in()
    assert "TileLayer" not in shown(plain.page("/map"))
