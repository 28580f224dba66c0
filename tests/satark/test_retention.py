"""A desk's memory as time passes."""

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa

from satark.desks import Desk, Tip, tables, tip_id
from satark.desks.accounts import note_in_audit
from satark.retention import Forgotten, forget_at_desk, overwrite_log
from satark.settings import Settings
from satark.stores import open_store, utc_now

MIGRATIONS = Path("satark/desks/migrations")
DAY, SOON = dt.timedelta(days=1), dt.timedelta(minutes=5)
AGES = Settings.load(environ={}).retention
NOTHING = Forgotten(0, 0, 0)


@pytest.fixture
def desk(tmp_path):
    made = Desk("jaunpur", open_store(f"sqlite:///{tmp_path}/jaunpur.db", MIGRATIONS))
    for report in ("open", "closed"):
        made.file(a_tip(report))
        with made.engine.begin() as connection:
            values = {"id": report, "tip_id": tip_id("JP", report), "kind": "photo", "status": "ready"}
            connection.execute(tables.evidence.insert().values(changed_at=utc_now(), content=b"PHOTO-CANARY", **values))
        made.add(tip_id("JP", report), f"more {report}", b"NOTE-CANARY")
    made.close(tip_id("JP", "closed"), "sp-jaunpur", "duplicate")
    return made


def a_tip(report):
    facts = {"priority": 2, "offences": ("murder",), "tense": "happened", "when": {"kind": "point"}, "status": "new"}
    place = {"name": "PLACE-CANARY", "district": "jaunpur", "lat": 25.9}
    sealed = {"language": "hi", "reply_token": "TOKEN-CANARY", "content": b"WORDS-CANARY " + report.encode()}
    return Tip(id=tip_id("JP", report), report_id=report, filed_at=utc_now(), place=place, **facts, **sealed)


def test_a_closed_tip_becomes_a_tombstone_once_it_is_old_and_an_open_one_never(desk):
    closed, still_open = tip_id("JP", "closed"), tip_id("JP", "open")
    assert forget_at_desk(desk, AGES, utc_now() + AGES.closed_tips * DAY - SOON) == NOTHING
    gone = forget_at_desk(desk, AGES, utc_now() + AGES.closed_tips * DAY + SOON)
    assert (gone.tips, gone.files) == (1, 1)
    stone = desk.tip(closed)
    assert (stone.content, stone.reply_token, stone.when, stone.officer_id) == (b"", "", None, None)
    assert (stone.offences, stone.status, stone.disposition) == (("murder",), "closed", "duplicate")
    assert stone.place == {"district": "jaunpur", "name": None, "text": ""}
    events = desk.timeline(closed)
    assert [(event.kind, event.note, event.actor) for event in events] == [
        ("filed", None, ""),
        ("added", None, ""),
        ("closed", None, ""),
    ]
    assert desk.tip(still_open).content == b"WORDS-CANARY open"
    with desk.engine.begin() as connection:
        assert connection.execute(sa.select(tables.evidence.c.id)).scalars().all() == ["open"]
    assert not desk.file(a_tip("closed"))
    assert forget_at_desk(desk, AGES, utc_now() + 2 * AGES.closed_tips * DAY).tips == 0


def test_nothing_of_what_was_deleted_is_left_in_the_file(desk, tmp_path):
    desk.close(tip_id("JP", "open"), "sp-jaunpur", "duplicate")
    forget_at_desk(desk, AGES, utc_now() + AGES.closed_tips * DAY + SOON)
    with desk.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1
    assert overwrite_log(desk.engine)
    left = b"".join(path.read_bytes() for path in tmp_path.glob("jaunpur.db*"))
    assert b"CANARY" not in left


def test_a_log_that_is_being_read_waits_for_the_next_time(desk):
    with desk.engine.connect() as reader:
        reader.execution_options(sqlite_begin="DEFERRED").execute(sa.select(tables.tips.c.id)).all()
        desk.add(tip_id("JP", "open"), "event", b"x")
        assert not overwrite_log(desk.engine)
    assert overwrite_log(desk.engine)
    with desk.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000


def test_files_may_go_before_the_words(desk):
    ages = AGES.copy(update={"evidence": 10})
    assert forget_at_desk(desk, ages, utc_now() + 10 * DAY - SOON).files == 0
    gone = forget_at_desk(desk, ages, utc_now() + 10 * DAY + SOON)
    assert (gone.tips, gone.files) == (0, 1)
    assert desk.tip(tip_id("JP", "closed")).content == b"WORDS-CANARY closed"


def test_old_entries_of_the_audit_and_sent_notices_go(desk):
    note_in_audit(desk, "sp-jaunpur", "opened")
    for dispatch in desk.pending_dispatches():
        desk.dispatch_taken(dispatch.id)
    assert forget_at_desk(desk, AGES, utc_now() + AGES.audit * DAY - SOON).audit == 0
    assert forget_at_desk(desk, AGES, utc_now() + AGES.audit * DAY + SOON).audit == 1
    with desk.engine.begin() as connection:
        assert connection.execute(sa.select(tables.dispatches)).all() == []
