"""A desk's store: filing once, the steps of a tip, what is queued for people."""

import datetime as dt
from pathlib import Path

import pytest

from satark.desks import Desk, Tip, new_dispatch_id, tip_id
from satark.desks.accounts import audit_trail, find_account, note_in_audit, set_account, sign_in
from satark.errors import NotAllowed, StoreError, UnknownOfficer, UnknownTip
from satark.stores import open_store

MIGRATIONS = Path("satark/desks/migrations")
FILED = dt.datetime(2026, 11, 20, 17, 30, tzinfo=dt.timezone.utc)


@pytest.fixture
def desk(tmp_path):
    return Desk("jaunpur", open_store(f"sqlite:///{tmp_path}/jaunpur.db", MIGRATIONS))


def a_tip(report_id="report-1", **changes):
    values = {
        "id": tip_id("JP", report_id),
        "report_id": report_id,
        "filed_at": FILED,
        "status": "new",
        "priority": 2,
        "offences": ("cattle_smuggling",),
        "tense": "happened",
        "when": {"kind": "point"},
        "place": {"name": "Shahganj", "district": "jaunpur"},
        "language": "hi-Latn",
        "reply_token": "token-" + report_id,
        "content": b"sealed",
    }
    return Tip(**{**values, **changes})


def test_a_tip_comes_back_as_it_was_filed(desk):
    assert desk.file(a_tip())
    tip = desk.tip(a_tip().id)
    assert (tip.filed_at, tip.offences, tip.place["name"], tip.desk) == (
        FILED,
        ("cattle_smuggling",),
        "Shahganj",
        "jaunpur",
    )
    assert [event.kind for event in desk.timeline(tip.id)] == ["filed"]


def test_filing_a_report_again_changes_nothing(desk):
    desk.file(a_tip())
    before = desk.latest_change()
    assert not desk.file(a_tip(priority=1))
    assert desk.tip(a_tip().id).priority == 2
    assert desk.latest_change() == before
    assert len(desk.timeline(a_tip().id)) == 1


def test_two_reports_never_share_a_tip_id(desk):
    desk.file(a_tip())
    with pytest.raises(StoreError):
        desk.file(a_tip("report-2", id=a_tip().id))


def test_tip_ids_are_short_and_follow_from_the_report_alone():
    first = tip_id("JP", "report-1")
    assert first == tip_id("JP", "report-1") != tip_id("JP", "report-2")
    assert len(first) == len("JP-7K3F-9QXM")


def test_assigning_tells_the_officer_and_the_reporter(desk):
    desk.file(a_tip())
    officer = desk.add_officer("Demo Officer A", "Inspector", "Shahganj", "+91 90000 00101")
    desk.assign(a_tip().id, officer.id, "sp", (new_dispatch_id(), b"briefing"))
    tip = desk.tip(a_tip().id)
    assert (tip.status, tip.officer_id) == ("assigned", officer.id)
    owed = desk.pending_dispatches()
    assert [(one.recipient, one.notice) for one in owed] == [("officer", "assignment"), ("reporter", "assigned")]
    assert owed[0].content == b"briefing"
    assert owed[1].reply_token == "token-report-1"
    desk.dispatch_taken(owed[0].id)
    assert [one.recipient for one in desk.pending_dispatches()] == ["reporter"]


def test_the_officers_steps_are_recorded_once(desk):
    desk.file(a_tip())
    officer = desk.add_officer("Demo Officer A", "Inspector", "Shahganj", "919000000101")
    desk.assign(a_tip().id, officer.id, "sp", (new_dispatch_id(), b"briefing"))
    assert desk.accept(a_tip().id, officer.id, "event-1")
    assert not desk.accept(a_tip().id, officer.id, "event-1")
    assert desk.record_action(a_tip().id, officer.id, "event-2", b"note")
    assert [event.kind for event in desk.timeline(a_tip().id)] == ["filed", "assigned", "accepted", "action_taken"]
    assert desk.tip(a_tip().id).status == "action_taken"


def test_another_officer_cannot_answer_for_a_tip(desk):
    desk.file(a_tip())
    first = desk.add_officer("Demo Officer A", "Inspector", "Shahganj", "919000000101")
    second = desk.add_officer("Demo Officer B", "Inspector", "Kerakat", "919000000102")
    desk.assign(a_tip().id, first.id, "sp", (new_dispatch_id(), b"briefing"))
    with pytest.raises(NotAllowed):
        desk.accept(a_tip().id, second.id, "event-1")
    assert desk.tip(a_tip().id).status == "assigned"


def test_a_closed_tip_can_be_reopened_but_not_assigned(desk):
    desk.file(a_tip())
    officer = desk.add_officer("Demo Officer A", "Inspector", "Shahganj", "919000000101")
    desk.close(a_tip().id, "sp", "duplicate")
    with pytest.raises(NotAllowed):
        desk.assign(a_tip().id, officer.id, "sp", (new_dispatch_id(), b"briefing"))
    desk.reopen(a_tip().id, "sp")
    assert (desk.tip(a_tip().id).status, desk.tip(a_tip().id).disposition) == ("new", None)


def test_what_is_not_there_is_named_in_a_sentence(desk):
    with pytest.raises(UnknownTip, match="JP-0000-0000"):
        desk.tip("JP-0000-0000")
    desk.file(a_tip())
    with pytest.raises(UnknownOfficer):
        desk.assign(a_tip().id, "nobody", "sp", (new_dispatch_id(), b""))


def test_facts_for_operators_hold_no_words_and_no_way_back(desk):
    desk.file(a_tip())
    facts = desk.tips()[0].facts()
    assert set(facts) == {"id", "desk", "offences", "place", "when", "tense", "status", "filed_at", "priority"}


def test_accounts_open_with_their_password_only(desk):
    set_account(desk, "sp-jaunpur", "SP Jaunpur", "correct horse battery")
    assert sign_in(desk, "sp-jaunpur", "correct horse battery").desk == "jaunpur"
    assert sign_in(desk, "sp-jaunpur", "wrong horse battery") is None
    assert sign_in(desk, "nobody", "nobody") is None
    with pytest.raises(NotAllowed):
        set_account(desk, "sp-jaunpur", "SP Jaunpur", "short")


def test_the_audit_keeps_who_did_what(desk):
    note_in_audit(desk, "sp-jaunpur", "opened", "JP-7K3F-9QXM")
    assert [(entry.account, entry.action) for entry in audit_trail(desk)] == [("sp-jaunpur", "opened")]


def test_a_list_of_tips_carries_no_sealed_words(desk):
    desk.file(a_tip())
    desk.file(a_tip("report-2", filed_at=FILED + dt.timedelta(hours=1)))
    assert [(tip.id, tip.content) for tip in desk.listed()] == [(tip_id("JP", "report-2"), b""), (a_tip().id, b"")]
    assert desk.listed()[1].offences == ("cattle_smuggling",)


def test_the_stamp_of_an_account_changes_with_its_password(desk):
    first = set_account(desk, "sp", "SP office", "a long password")
    assert find_account(desk, "sp") == sign_in(desk, "sp", "a long password") == first
    assert set_account(desk, "sp", "SP office", "another long password").stamp != first.stamp
