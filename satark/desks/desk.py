"""One desk's store: filing, reading, and the steps that move a tip from new to closed.

Every step writes the tip, its event and what must be sent in one transaction, and does nothing a second time.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import SQLAlchemyError

from satark.desks import tables
from satark.desks.tips import DISPOSITIONS, WITHDRAWN, Dispatch, EventKind, Officer, Status, Tip, TipEvent
from satark.errors import NotAllowed, StoreError, UnknownOfficer, UnknownTip
from satark.settings import Settings
from satark.stores import open_store, utc_now

_TIP_COLUMNS = [column for column in tables.tips.c if column.name != "changed_at"]


class Desk:
    """A desk by name. All moments are UTC; methods raise `StoreError` when the store fails."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self.engine = engine
        self._reader = engine.execution_options(sqlite_begin="DEFERRED")

    @classmethod
    def open(cls, settings: Settings, name: str) -> Desk:
        """Opens (and migrates) the store of the desk `name`. Raises `UnknownDesk`, `StoreError`."""
        return cls(name, open_store(settings.desk_url(name), Path(__file__).parent / "migrations"))

    @contextmanager
    def _connected(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(f"The store of the desk {self.name} failed: {type(error).__name__}.") from error

    # Reading

    def tips(self, status: Status | None = None, limit: int | None = None) -> list[Tip]:
        """Tips, newest first."""
        query = sa.select(_TIP_COLUMNS).order_by(tables.tips.c.filed_at.desc(), tables.tips.c.id).limit(limit)
        if status:
            query = query.where(tables.tips.c.status == status)
        with self._connected(self._reader) as connection:
            return [self._tip(row) for row in connection.execute(query)]

    def listed(self) -> list[Tip]:
        """All tips, newest first, without their sealed words (`content` is empty): for lists, maps and counts."""
        columns = [column for column in _TIP_COLUMNS if column.name != "content"]
        query = sa.select(columns).order_by(tables.tips.c.filed_at.desc(), tables.tips.c.id)
        with self._connected(self._reader) as connection:
            return [self._tip(row, content=b"") for row in connection.execute(query)]

    def tip(self, tip_id: str) -> Tip:
        """Raises `UnknownTip`."""
        with self._connected(self._reader) as connection:
            return self._require_tip(connection, tip_id)

    def timeline(self, tip_id: str) -> list[TipEvent]:
        """A tip's events, oldest first. Raises `UnknownTip`."""
        query = sa.select(tables.events).where(tables.events.c.tip_id == tip_id).order_by(tables.events.c.at)
        with self._connected(self._reader) as connection:
            self._require_tip(connection, tip_id)
            return [TipEvent(**row._mapping) for row in connection.execute(query)]

    def latest_change(self) -> str:
        """A token that differs after anything about any tip has changed: for pages that refresh themselves."""
        query = sa.select(sa.func.count(), sa.func.max(tables.tips.c.changed_at)).select_from(tables.tips)
        with self._connected(self._reader) as connection:
            count, moment = connection.execute(query).one()
        return f"{count}@{moment}"

    def officers(self, active: bool = True) -> list[Officer]:
        """Officers by name; with `active` only those who can be assigned."""
        query = sa.select(tables.officers).order_by(tables.officers.c.name)
        if active:
            query = query.where(tables.officers.c.active.is_(True))
        with self._connected(self._reader) as connection:
            return [Officer(**row._mapping) for row in connection.execute(query)]

    # Filing and the steps of a tip

    def file(self, tip: Tip) -> bool:
        """Writes a new tip and its first event; True when it was not there before.

        Raises `StoreError` when another report has the same tip id.
        """
        values = {column.name: getattr(tip, column.name) for column in _TIP_COLUMNS}
        with self._connected(self.engine) as connection:
            known = connection.execute(
                sa.select(tables.tips.c.report_id).where(
                    sa.or_(tables.tips.c.id == tip.id, tables.tips.c.report_id == tip.report_id)
                )
            ).scalar()
            if known == tip.report_id:
                return False
            if known is not None:
                raise StoreError(f"Another report at the desk {self.name} has the id {tip.id}.")
            values["offences"] = list(tip.offences)
            connection.execute(tables.tips.insert().values(changed_at=utc_now(), **values))
            self._record(connection, f"{tip.id}:filed", tip.id, "filed", "reporter", None, tip.filed_at)
        return True

    def assign(self, tip_id: str, officer_id: str, by: str, briefing: tuple[str, bytes]) -> None:
        """Gives the tip to an officer: status `assigned`, the officer's message and the reporter's notice queued.

        `briefing` is (dispatch id, box sealed to the courier with that id as context); see `new_dispatch_id`.
        Raises `UnknownTip`, `UnknownOfficer`, and `NotAllowed` for a closed tip or the officer who has it already.
        """
        dispatch_id, content = briefing
        with self._connected(self.engine) as connection:
            tip = self._require_tip(connection, tip_id)
            officer = self._require_officer(connection, officer_id)
            if tip.status == "closed":
                raise NotAllowed(f"{tip_id} is closed.")
            if tip.officer_id == officer_id:
                raise NotAllowed(f"{tip_id} is with {officer.name} already.")
            self._change(connection, tip_id, status="assigned", officer_id=officer_id)
            self._record(connection, str(uuid.uuid4()), tip_id, "assigned", f"{by} > {officer.rank} {officer.name}")
            self._dispatch(connection, dispatch_id, tip_id, "officer", "assignment", officer_id, content)
            self._dispatch(connection, new_dispatch_id(), tip_id, "reporter", "assigned")

    def accept(self, tip_id: str, officer_id: str, event_id: str) -> bool:
        """The officer takes the tip on; False when this event was recorded before. Raises as `_officers_step`."""
        return self._officers_step(tip_id, officer_id, event_id, "accepted", ("assigned",), None)

    def record_action(self, tip_id: str, officer_id: str, event_id: str, note: bytes) -> bool:
        """The officer reports what was done; `note` is sealed to the desk and the range, context `event_id`."""
        return self._officers_step(
            tip_id, officer_id, event_id, "action_taken", ("assigned", "accepted", "action_taken"), note
        )

    def _officers_step(
        self, tip_id: str, officer_id: str, event_id: str, kind: Status, allowed: Sequence[Status], note: bytes | None
    ) -> bool:
        """Raises `UnknownTip`, and `NotAllowed` when the tip is not this officer's or its status does not allow it."""
        with self._connected(self.engine) as connection:
            tip = self._require_tip(connection, tip_id)
            known = connection.execute(sa.select(tables.events.c.id).where(tables.events.c.id == event_id)).first()
            if known:
                return False
            officer = self._require_officer(connection, officer_id)
            if tip.officer_id != officer_id or tip.status not in allowed:
                raise NotAllowed(f"{tip_id} is {tip.status} and cannot become {kind} by this officer.")
            self._change(connection, tip_id, status=kind)
            event: EventKind = "accepted" if kind == "accepted" else "action_taken"
            self._record(connection, event_id, tip_id, event, f"{officer.rank} {officer.name}", note)
            self._dispatch(connection, f"{event_id}:reporter", tip_id, "reporter", kind)
        return True

    def close(self, tip_id: str, by: str, disposition: str) -> None:
        """Ends the work on a tip. Raises `UnknownTip`, `NotAllowed` (unknown disposition, closed already)."""
        if disposition not in DISPOSITIONS:
            raise NotAllowed(f"{disposition} is not a disposition; there are {', '.join(DISPOSITIONS)}.")
        with self._connected(self.engine) as connection:
            if self._require_tip(connection, tip_id).status == "closed":
                raise NotAllowed(f"{tip_id} is closed already.")
            self._change(connection, tip_id, status="closed", disposition=disposition)
            self._record(connection, str(uuid.uuid4()), tip_id, "closed", by)
            self._dispatch(connection, new_dispatch_id(), tip_id, "reporter", "closed")

    def add(self, tip_id: str, event_id: str, note: bytes) -> bool:
        """The reporter tells more; `note` is sealed to the desk and the range, context `event_id`. False when this
        event was recorded before. Raises `UnknownTip`."""
        return self._reporters_step(tip_id, event_id, "added", note)

    def withdraw(self, tip_id: str, event_id: str) -> bool:
        """The reporter takes the tip back: it is closed, what was told so far stays. False when that was recorded
        before. Raises `UnknownTip`."""
        return self._reporters_step(tip_id, event_id, "withdrawn", None)

    def _reporters_step(self, tip_id: str, event_id: str, kind: EventKind, note: bytes | None) -> bool:
        with self._connected(self.engine) as connection:
            self._require_tip(connection, tip_id)
            if connection.execute(sa.select(tables.events.c.id).where(tables.events.c.id == event_id)).first():
                return False
            closing = {"status": "closed", "disposition": WITHDRAWN} if kind == "withdrawn" else {}
            self._change(connection, tip_id, **closing)
            self._record(connection, event_id, tip_id, kind, "reporter", note)
        return True

    def reopen(self, tip_id: str, by: str) -> None:
        """Takes a closing back: the tip is as it was before. Raises `UnknownTip`, `NotAllowed`."""
        with self._connected(self.engine) as connection:
            tip = self._require_tip(connection, tip_id)
            if tip.status != "closed":
                raise NotAllowed(f"{tip_id} is not closed.")
            self._change(connection, tip_id, status="assigned" if tip.officer_id else "new", disposition=None)
            self._record(connection, str(uuid.uuid4()), tip_id, "reopened", by)

    # Officers and what is to be sent

    def add_officer(self, name: str, rank: str, station: str, phone: str) -> Officer:
        """Adds an officer, or gives back the one with that phone, active and with the details renewed."""
        digits = "".join(character for character in phone if character.isdigit())
        details = {"name": name, "rank": rank, "station": station, "active": True}
        with self._connected(self.engine) as connection:
            known = connection.execute(
                sa.select(tables.officers.c.id).where(tables.officers.c.phone == digits)
            ).scalar()
            officer_id: str = known or str(uuid.uuid4())
            if known:
                connection.execute(tables.officers.update().where(tables.officers.c.id == known).values(**details))
            else:
                connection.execute(tables.officers.insert().values(id=officer_id, phone=digits, **details))
            return self._require_officer(connection, officer_id)

    def retire_officer(self, officer_id: str) -> None:
        """The officer can be assigned no more. Raises `UnknownOfficer`."""
        with self._connected(self.engine) as connection:
            self._require_officer(connection, officer_id)
            query = tables.officers.update().where(tables.officers.c.id == officer_id).values(active=False)
            connection.execute(query)

    def pending_dispatches(self, limit: int = 100) -> list[Dispatch]:
        """What has not been taken for sending, oldest first."""
        query = (
            sa.select(tables.dispatches, tables.tips.c.reply_token)
            .join(tables.tips)
            .where(tables.dispatches.c.taken_at.is_(None))
            .order_by(tables.dispatches.c.created_at)
            .limit(limit)
        )
        with self._connected(self._reader) as connection:
            return [
                Dispatch(**{key: value for key, value in row._mapping.items() if key not in {"created_at", "taken_at"}})
                for row in connection.execute(query)
            ]

    def dispatch_taken(self, dispatch_id: str) -> None:
        """The courier has it on disk; its content is dropped here."""
        query = tables.dispatches.update().where(tables.dispatches.c.id == dispatch_id)
        with self._connected(self.engine) as connection:
            connection.execute(query.values(taken_at=utc_now(), content=None))

    # Pieces

    def _tip(self, row: Row, **more: Any) -> Tip:
        values: dict[str, Any] = {**row._mapping, **more}
        values["offences"] = tuple(values["offences"])
        return Tip(desk=self.name, **values)

    def _require_tip(self, connection: Connection, tip_id: str) -> Tip:
        row = connection.execute(sa.select(_TIP_COLUMNS).where(tables.tips.c.id == tip_id)).first()
        if row is None:
            raise UnknownTip(f"There is no tip {tip_id} at the desk {self.name}.")
        return self._tip(row)

    def _require_officer(self, connection: Connection, officer_id: str) -> Officer:
        row = connection.execute(sa.select(tables.officers).where(tables.officers.c.id == officer_id)).first()
        if row is None:
            raise UnknownOfficer(f"There is no such officer at the desk {self.name}.")
        return Officer(**row._mapping)

    @staticmethod
    def _change(connection: Connection, tip_id: str, **values: Any) -> None:
        query = tables.tips.update().where(tables.tips.c.id == tip_id)
        connection.execute(query.values(changed_at=utc_now(), **values))

    @staticmethod
    def _record(
        connection: Connection,
        event_id: str,
        tip_id: str,
        kind: EventKind,
        actor: str,
        note: bytes | None = None,
        at: dt.datetime | None = None,
    ) -> None:
        values = {"id": event_id, "tip_id": tip_id, "at": at or utc_now(), "kind": kind, "actor": actor, "note": note}
        connection.execute(tables.events.insert().values(**values))

    @staticmethod
    def _dispatch(
        connection: Connection,
        dispatch_id: str,
        tip_id: str,
        recipient: str,
        notice: str,
        officer_id: str | None = None,
        content: bytes | None = None,
    ) -> None:
        values = {"id": dispatch_id, "tip_id": tip_id, "recipient": recipient, "notice": notice}
        connection.execute(
            tables.dispatches.insert().values(officer_id=officer_id, content=content, created_at=utc_now(), **values)
        )


def new_dispatch_id() -> str:
    """A random id for something to be sent."""
    return str(uuid.uuid4())
