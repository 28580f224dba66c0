"""An SP's office sees its own desk, the DIG's all; words open only with the key."""

import json

import pytest
import seeding
from conftest import Office

from dashboard.app import create_app
from dashboard.keys import unlock_boxes
from satark.desks import Desk
from satark.desks.accounts import audit_trail
from satark.errors import SealError


@pytest.fixture
def tips(deployment):
    """A tip at each desk, by desk."""
    settings = deployment[0]
    filed = {}
    for number, name in enumerate(settings.desks):
        filed[name] = seeding.sealed_tip(settings, name, story=number)
        Desk.open(settings, name).file(filed[name])
    return filed


def shown(answer):
    return json.dumps(answer.json, ensure_ascii=False)


def test_the_sp_sees_the_tips_of_the_own_desk_alone(sp, tips):
    page = shown(sp.page("/"))
    assert tips["jaunpur"].id in page
    assert not [desk for desk in ("ghazipur", "chandauli", "range") if tips[desk].id in page]


def test_the_dig_sees_the_tips_of_every_desk(dig, tips):
    page = shown(dig.page("/"))
    assert all(tip.id in page for tip in tips.values())


@pytest.mark.parametrize("desk", ["ghazipur", "range"])
def test_another_desks_tip_is_not_found(sp, tips, desk):
    path = f"/tip/{tips[desk].id}"
    assert sp.client.get(path).status_code == 404
    page = shown(sp.page(path))
    assert "not-found" in page and seeding.STORIES[list(tips).index(desk)][1] not in page


def test_a_tip_that_does_not_exist_looks_the_same(sp):
    assert sp.client.get("/tip/GZ-0000-0000").status_code == 404
    assert "not-found" in shown(sp.page("/tip/GZ-0000-0000"))


def test_another_desks_tip_cannot_be_assigned(sp, tips, deployment):
    desk = Desk.open(deployment[0], "ghazipur")
    sp.client.get("/")
    officer = desk.officers()[0]
    values = {"assign-button.n_clicks": 1, "tip-id.data": tips["ghazipur"].id, "assign-officer.value": officer.id}
    answer = sp.fire("assign-button.n_clicks", "tip-steps", values)
    assert "There is no tip" in shown(answer)
    assert desk.tip(tips["ghazipur"].id).status == "new"


def test_another_desks_officers_and_audit_stay_closed_to_an_sp(sp, deployment):
    Desk.open(deployment[0], "ghazipur").add_officer("Demo Officer Z", "Inspector", "Zamania", "919000000199")
    sp.client.get("/officers")
    lists = sp.fire("officer-desk.value", "officer-station", {"officer-desk.value": "ghazipur"})
    assert "Demo Officer A" in shown(lists) and "Demo Officer Z" not in shown(lists)
    trail = sp.fire("audit-desk.value", "audit-trail", {"audit-desk.value": "range"})
    assert "sp-jaunpur" in shown(trail)


def test_the_narrative_is_read_with_the_desks_key(sp, tips):
    path = f"/tip/{tips['jaunpur'].id}"
    assert sp.client.get(path).status_code == 200
    assert seeding.STORIES[0][1] in shown(sp.page(path))


def test_the_dig_reads_with_the_key_of_the_range(dig, tips):
    for number, tip in enumerate(tips.values()):
        assert seeding.STORIES[number][1] in shown(dig.page(f"/tip/{tip.id}"))


def test_a_dashboard_without_a_desks_passphrase_does_not_open_its_tips(deployment, tips):
    settings, logins, environ = deployment
    only_ghazipur = {"SATARK_DESK_PASSPHRASE_GHAZIPUR": environ["SATARK_DESK_PASSPHRASE_GHAZIPUR"]}
    app = create_app(settings, only_ghazipur)
    jaunpur, ghazipur = Office(app, logins["jaunpur"]), Office(app, logins["ghazipur"])
    jaunpur.sign_in(), ghazipur.sign_in()
    page = shown(jaunpur.page(f"/tip/{tips['jaunpur'].id}"))
    assert "cannot be opened here" in page and seeding.STORIES[0][1] not in page
    assert seeding.STORIES[1][1] in shown(ghazipur.page(f"/tip/{tips['ghazipur'].id}"))


def test_a_wrong_passphrase_stops_the_start(deployment):
    with pytest.raises(SealError, match="does not open"):
        create_app(deployment[0], {"SATARK_DESK_PASSPHRASE_JAUNPUR": "wrong"})


def test_a_passphrase_may_lie_in_a_file(deployment, tmp_path):
    settings, _, environ = deployment
    path = tmp_path / "phrase"
    path.write_text(environ["SATARK_DESK_PASSPHRASE_RANGE"] + "\n", encoding="utf-8")
    assert set(unlock_boxes(settings, {"SATARK_DESK_PASSPHRASE_FILE_RANGE": str(path)})) == {"range"}
    with pytest.raises(SealError):
        unlock_boxes(settings, {"SATARK_DESK_PASSPHRASE_FILE_RANGE": str(tmp_path / "none")})


def test_opening_a_tip_is_noted_at_its_desk(dig, tips, deployment):
    dig.page(f"/tip/{tips['jaunpur'].id}")
    newest = audit_trail(Desk.open(deployment[0], "jaunpur"))[0]
    assert (newest.account, newest.action, newest.tip_id) == ("dig-varanasi", "opened", tips["jaunpur"].id)
