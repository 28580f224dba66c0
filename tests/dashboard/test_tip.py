"""The steps of a tip: assigning, closing, reopening, and seeing what the officer answered."""

import json
import uuid

import pytest
import seeding

from satark.desks import Desk
from satark.desks.accounts import audit_trail
from satark.errors import SealError
from satark.seal import PrivateBox, Recipient, seal_to


@pytest.fixture
def desk(deployment):
    return Desk.open(deployment[0], "jaunpur")


@pytest.fixture
def tip(deployment, desk):
    filed = seeding.sealed_tip(deployment[0], "jaunpur", story=0)
    desk.file(filed)
    return filed


def shown(answer):
    return json.dumps(answer.json, ensure_ascii=False)


def press_assign(office, tip, officer_id):
    office.client.get(f"/tip/{tip.id}")
    values = {"assign-button.n_clicks": 1, "tip-id.data": tip.id, "assign-officer.value": officer_id}
    return office.fire("assign-button.n_clicks", "tip-steps", values)


def press_close(office, tip, disposition):
    office.client.get(f"/tip/{tip.id}")
    values = {"close-confirm.n_clicks": 1, "tip-id.data": tip.id, "close-disposition.value": disposition}
    return office.fire("close-confirm.n_clicks", "tip-steps", values)


def test_assigning_writes_a_briefing_that_the_courier_opens_and_the_desk_does_not(sp, tip, desk, courier, deployment):
    officer = desk.officers()[0]
    answer = press_assign(sp, tip, officer.id)
    assert f"{tip.id} is with {officer.name}" in shown(answer)
    assert (desk.tip(tip.id).status, desk.tip(tip.id).officer_id) == ("assigned", officer.id)
    briefing = next(one for one in desk.pending_dispatches() if one.recipient == "officer")
    told = json.loads(courier.open(briefing.content, briefing.id))
    assert set(told) == {"tip_id", "offences", "place", "when", "tense", "text", "vehicles", "phones", "officer"}
    assert (told["tip_id"], told["text"], told["officer"]) == (tip.id, seeding.STORIES[0][1], officer.name)
    assert told["vehicles"][0]["registration"] == "UP62AT1234"
    settings, _, environ = deployment
    own = PrivateBox.unlock(settings.keys, "jaunpur", environ["SATARK_DESK_PASSPHRASE_JAUNPUR"])
    with pytest.raises(SealError):
        own.open(briefing.content, briefing.id)
    assert audit_trail(desk)[0].action == "assigned"


def test_the_dig_assigns_at_any_desk(dig, tip, desk):
    press_assign(dig, tip, desk.officers()[0].id)
    assert desk.tip(tip.id).status == "assigned"
    assert desk.timeline(tip.id)[-1].actor.startswith("dig-varanasi > ")


def test_an_officer_of_another_desk_is_refused(sp, tip, desk, deployment):
    stranger = Desk.open(deployment[0], "ghazipur").officers()[0]
    assert "Choose an officer" in shown(press_assign(sp, tip, stranger.id))
    assert desk.tip(tip.id).status == "new"


def test_without_the_couriers_key_nothing_is_assigned_and_the_page_says_so(sp, tip, desk, deployment):
    (deployment[0].keys / "courier.pub").unlink()
    assert "There is no public key for courier" in shown(press_assign(sp, tip, desk.officers()[0].id))
    assert desk.tip(tip.id).status == "new"
    assert desk.pending_dispatches() == []


def test_closing_and_taking_it_back(sp, tip, desk):
    assert "closed" in shown(press_close(sp, tip, "duplicate"))
    assert (desk.tip(tip.id).status, desk.tip(tip.id).disposition) == ("closed", "duplicate")
    values = {"reopen-button.n_clicks": 1, "tip-id.data": tip.id}
    assert "is open again" in shown(sp.fire("reopen-button.n_clicks", "tip-steps", values))
    assert (desk.tip(tip.id).status, desk.tip(tip.id).disposition) == ("new", None)
    assert [entry.action for entry in audit_trail(desk)][:2] == ["reopened", "closed"]


def test_an_outcome_that_does_not_exist_closes_nothing(sp, tip, desk):
    assert "Choose an outcome" in shown(press_close(sp, tip, "made_up"))
    assert desk.tip(tip.id).status == "new"


def test_a_button_that_has_only_appeared_does_nothing(sp, tip, desk):
    sp.client.get("/")
    values = {"assign-button.n_clicks": None, "tip-id.data": tip.id, "assign-officer.value": desk.officers()[0].id}
    assert sp.fire("assign-button.n_clicks", "tip-steps", values).status_code == 204
    assert desk.tip(tip.id).status == "new"


def test_the_officers_answer_comes_to_the_open_page(sp, tip, desk, deployment):
    officer = desk.officers()[0]
    press_assign(sp, tip, officer.id)
    seen = json.loads(
        shown(sp.fire("tip-clock.n_intervals", "timeline", {"tip-id.data": tip.id, "tip-token.data": ""}))
    )
    token = seen["response"]["tip-token"]["data"]
    values = {"tip-id.data": tip.id, "tip-token.data": token}
    assert sp.fire("tip-clock.n_intervals", "timeline", values).status_code == 204
    event = str(uuid.uuid4())
    recipients = [Recipient.load(deployment[0].keys, name) for name in ("jaunpur", "range")]
    desk.record_action(tip.id, officer.id, event, seal_to(recipients, "दबिश दी गई".encode(), context=event))
    fresh = shown(sp.fire("tip-clock.n_intervals", "timeline", values))
    assert "दबिश दी गई" in fresh and "reported action" in fresh
