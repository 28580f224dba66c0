"""Rasa's tracker store at the address the settings give: pseudonyms and redacted text only, forgotten after filing."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from satark.settings import Settings
from satark.stores import open_engine

_engines: dict[str, Engine] = {}
_opening = threading.Lock()
_EVENTS = SQLTrackerStore.SQLEvent.__table__
_THEIRS = _EVENTS.c.sender_id == sa.bindparam("sender")
_SESSION_START = (
    sa.select(sa.func.max(_EVENTS.c.timestamp))
    .where(_THEIRS, _EVENTS.c.type_name == SessionStarted.type_name)
    .scalar_subquery()
)
_OF_THIS_SESSION = sa.and_(_THEIRS, sa.or_(_EVENTS.c.timestamp >= _SESSION_START, _SESSION_START.is_(None)))
# Built once: Rasa's own queries are built and compiled anew for each of several readings a message.
_STORED = sa.select(sa.func.count()).select_from(_EVENTS).where(_OF_THIS_SESSION)
_SAID = {
    True: sa.select(_EVENTS.c.data).where(_THEIRS).order_by(_EVENTS.c.id),
    False: sa.select(_EVENTS.c.data).where(_OF_THIS_SESSION).order_by(_EVENTS.c.id),
}
_LATEST = 5  # messages to look through for one heard before: it is the last, or nearly


class TrackerStore(SQLTrackerStore):
    """Rasa's own SQL store on the engine of `satark.stores` (for SQLite: WAL, deleted data overwritten); a message's
    events are written in one statement."""

    def __init__(self, domain: Domain | None = None, event_broker: EventBroker | None = None, **_: Any) -> None:
        settings = Settings.load()
        self.engine = open_engine(settings.tracker_url)
        self.Base.metadata.create_all(self.engine)
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
        super(SQLTrackerStore, self).__init__(domain, event_broker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Adds the events that are not stored yet."""
        await self.stream_events(tracker)
        with self.session_scope() as session:
            rows = [_row(tracker.sender_id, event) for event in self._additional_events(session, tracker)]
            if rows:
                session.execute(_EVENTS.insert(), rows)
            session.commit()

    def _additional_events(self, session: Session, tracker: DialogueStateTracker) -> Iterator[Event]:
        stored = session.connection().execute(_STORED, {"sender": tracker.sender_id}).scalar() or 0
        return itertools.islice(tracker.events, stored, len(tracker.events))

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        with self.session_scope() as session:
            said = session.connection().execute(_SAID[fetch_events_from_all_sessions], {"sender": sender_id})
            events = [json.loads(data) for data in said.scalars()]
        if not self.domain or not events:
            return None
        return DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)


def _row(conversation: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": conversation,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _events(settings: Settings) -> tuple[Engine, sa.Table]:
    with _opening:
        if settings.tracker_url not in _engines:
            engine = open_engine(settings.tracker_url)
            TrackerStore.Base.metadata.create_all(engine)
            _engines[settings.tracker_url] = engine
    return _engines[settings.tracker_url], _EVENTS


def forget(settings: Settings, conversation: str) -> None:
    """Deletes everything the tracker store holds of a conversation."""
    engine, events = _events(settings)
    with engine.begin() as connection:
        connection.execute(events.delete().where(events.c.sender_id == conversation))


def language_of(settings: Settings, conversation: str) -> str | None:
    """The language in which the dialogue answers a conversation now.

    Rasa drops what an action says while slots are filled, so the slot itself is looked up.
    """
    engine, events = _events(settings)
    latest = (
        sa.select(events.c.data)
        .where(events.c.sender_id == conversation, events.c.type_name == "slot", events.c.action_name == "language")
        .order_by(events.c.id.desc())
        .limit(1)
    )
    with engine.connect() as connection:
        data = connection.execute(latest).scalar()
    language = json.loads(data).get("value") if data else None
    return language if isinstance(language, str) else None


def report_told(settings: Settings, conversation: str) -> dict[str, Any] | None:
    """The report that is being told in a conversation, as its slot has it; None where there is none."""
    engine, events = _events(settings)
    report = sa.and_(events.c.type_name == "slot", events.c.action_name == "report")
    latest = (
        sa.select(events.c.type_name, events.c.data)
        .where(events.c.sender_id == conversation, sa.or_(report, events.c.type_name == "session_started"))
        .order_by(events.c.id.desc())
        .limit(1)
    )
    with engine.connect() as connection:
        row = connection.execute(latest).first()
    report = json.loads(row.data).get("value") if row is not None and row.type_name == "slot" else None
    return report if isinstance(report, dict) else None


def rewind(settings: Settings, conversation: str, message: str) -> int:
    """Takes out what an earlier, unfinished hearing of `message` left in the tracker; how many events.

    A message is heard again when its outcome was not written: hearing it twice on one tracker would answer it twice.
    """
    engine, events = _events(settings)
    said = sa.select(events.c.id, events.c.data).where(events.c.sender_id == conversation, events.c.type_name == "user")
    with engine.begin() as connection:
        for row in connection.execute(said.order_by(events.c.id.desc()).limit(_LATEST)):
            if json.loads(row.data).get("message_id") == message:
                since = sa.and_(events.c.sender_id == conversation, events.c.id >= row.id)
                return int(connection.execute(events.delete().where(since)).rowcount)
    return 0
