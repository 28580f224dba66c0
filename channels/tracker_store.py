"""Rasa's tracker store at the address the settings give: pseudonyms and redacted text only, forgotten after filing."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from sqlalchemy.engine import Engine

from satark.settings import Settings
from satark.stores import open_engine

_engines: dict[str, Engine] = {}


class TrackerStore(SQLTrackerStore):
    """Rasa's own SQL store on the engine of `satark.stores` (for SQLite: WAL, deleted data overwritten)."""

    def __init__(self, domain: Domain | None = None, event_broker: EventBroker | None = None, **_: Any) -> None:
        settings = Settings.load()
        self.engine = open_engine(settings.tracker_url)
        self.Base.metadata.create_all(self.engine)
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
        super(SQLTrackerStore, self).__init__(domain, event_broker)


def forget(settings: Settings, conversation: str) -> None:
    """Deletes everything the tracker store holds of a conversation."""
    engine = _engines.setdefault(settings.tracker_url, open_engine(settings.tracker_url))
    events = SQLTrackerStore.SQLEvent.__table__
    with engine.begin() as connection:
        connection.execute(events.delete().where(events.c.sender_id == conversation))
