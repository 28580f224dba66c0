"""Adding officers, refusing what cannot be one, retiring and taking back."""

import json

import pytest
from flask_login import login_user

from dashboard.auth import SessionUser
from dashboard.pages.officers import change_service
from satark.desks import Desk
from satark.desks.accounts import audit_trail, find_account


@pytest.fixture
def desk(deployment):
    return Desk.open(deployment[0], "jaunpur")


def add(office, name="Demo Officer Z", rank="Inspector", station="Kerakat", phone="+91 90000 00199"):
    office.client.get("/officers")
    fields = {"name": name, "rank": rank, "station": station, "phone": phone}
    values = {f"officer-{field}.value": value for field, value in fields.items()}
    answer = office.fire(
        "officer-add.n_clicks", "officer-phone", {**values, "officer-add.n_clicks": 1, "officer-desk.value": "jaunpur"}
    )
    return json.dumps(answer.json, ensure_ascii=False)


@pytest.mark.parametrize("phone", ["+91 90000 00199", "9000000199", "09000000199", "९०००००० १९९"])
def test_an_officer_is_added_with_the_number_in_one_form(sp, desk, phone):
    assert "can be given tips" in add(sp, phone=phone)
    added = next(officer for officer in desk.officers() if officer.name == "Demo Officer Z")
    assert (added.phone, added.station) == ("919000000199", "Kerakat")
    assert audit_trail(desk)[0].action == "officer_added"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"phone": "12345"}, "mobile number"),
        ({"phone": "+1 202 555 0100"}, "mobile number"),
        ({"name": "  "}, "are all needed"),
        ({"station": "Nowhere"}, "from the list"),
        ({"name": "x" * 200}, "too long"),
    ],
)
def test_what_cannot_be_an_officer_is_refused_with_a_sentence(sp, desk, wrong, sentence):
    before = desk.officers(active=False)
    assert sentence in add(sp, **wrong)
    assert desk.officers(active=False) == before


def test_an_sp_adds_officers_to_the_own_desk_whatever_desk_is_named(sp, deployment):
    sp.client.get("/officers")
    before = Desk.open(deployment[0], "ghazipur").officers()
    values = {
        "officer-name.value": "Demo Officer Z", "officer-rank.value": "Inspector", "officer-station.value": "Kerakat",
        "officer-phone.value": "9000000199", "officer-add.n_clicks": 1, "officer-desk.value": "ghazipur",
    }  # fmt: skip
    sp.fire("officer-add.n_clicks", "officer-phone", values)
    assert Desk.open(deployment[0], "ghazipur").officers() == before


def test_retiring_and_taking_back(desk, app):
    officer = desk.officers()[0]
    with app.server.test_request_context("/"):
        login_user(SessionUser(find_account(desk, "sp-jaunpur")))
        assert "no more tips" in change_service(desk, officer.id, "retire")
        assert officer not in desk.officers()
        assert "can be given tips" in change_service(desk, officer.id, "take-back")
        assert officer in desk.officers()
    assert [entry.action for entry in audit_trail(desk)] == ["officer_added", "officer_retired"]
