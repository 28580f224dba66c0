"""People who fall silent while they tell a report: a reminder after a while, and an end after hours. Who is in danger
may have told all they can: what is enough for a tip goes within minutes.

What is due is put into the inbox like a message of theirs, so that it keeps its place in the order of the talk and
survives any crash; what they write meanwhile makes it void.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.content import Content
from channels.queues import Entry, Item, open_inbox
from channels.vault import Vault
from satark.settings import Settings
from satark.stores import utc_now

# A report is being told, maybe of a danger that lasts; its silence was met by a reminder, by sending it on, by its end.
_OPEN, _URGENT, _REMINDED, _HURRIED, _OVER = "open", "urgent", "reminded", "hurried", "over"
_SAID = {_REMINDED: "remind", _HURRIED: "hurry", _OVER: "over"}  # to the dialogue
_TALKS = tables.talks
_MOST_AT_ONCE = 200


class Silence:
    """The talks in which a report is open."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        rules = settings.conversation
        self.vault = vault
        self.inbox = open_inbox(vault, settings.limits)
        minutes = {
            _REMINDED: rules.remind_after_minutes,
            _HURRIED: rules.urgent_after_minutes,
            _OVER: rules.unfinished_after_minutes,
        }
        self._after = {step: dt.timedelta(minutes=after) for step, after in minutes.items()}

    def note(self, connection: Connection, conversation: str, telling: bool, urgent: bool = False) -> None:
        """The person wrote just now, and a report is being told or is not; `urgent`: of a danger that lasts."""
        connection.execute(_TALKS.delete().where(_TALKS.c.conversation == conversation))
        if telling:
            step = _URGENT if urgent else _OPEN
            connection.execute(_TALKS.insert().values(conversation=conversation, heard_at=utc_now(), step=step))

    def telling(self, conversation: str) -> bool:
        """Whether the person is in the midst of a report."""
        with self.vault.reading() as connection:
            talk = sa.select(_TALKS.c.heard_at).where(_TALKS.c.conversation == conversation)
            return connection.execute(talk).first() is not None

    def work(self) -> int:
        """Puts what is due into the inbox; how many."""
        now, steps, heard_at = utc_now(), _TALKS.c.step, _TALKS.c.heard_at
        over = sa.and_(heard_at < now - self._after[_OVER], steps != _OVER)
        reminded = sa.and_(heard_at < now - self._after[_REMINDED], steps == _OPEN)
        hurried = sa.and_(heard_at < now - self._after[_HURRIED], steps == _URGENT)
        query = sa.select(_TALKS).where(sa.or_(over, reminded, hurried)).order_by(heard_at).limit(_MOST_AT_ONCE)
        with self.vault.reading() as connection:
            due = connection.execute(query).all()
        for talk in due:
            with self.vault.writing() as connection:
                over_now = talk.heard_at < now - self._after[_OVER]
                self._put(connection, talk, _OVER if over_now else _HURRIED if talk.step == _URGENT else _REMINDED)
        return len(due)

    def _put(self, connection: Connection, talk: Any, step: str) -> None:
        same = sa.and_(_TALKS.c.conversation == talk.conversation, _TALKS.c.heard_at == talk.heard_at)
        if not connection.execute(_TALKS.update().where(same).values(step=step)).rowcount:
            return
        heard_at = talk.heard_at.isoformat()
        name = self.vault.keys.name("silence", f"{talk.conversation}:{heard_at}:{step}")
        written_at = talk.heard_at + self._after[step]
        content = {"silence": step, "heard_at": heard_at}
        self.inbox.put_all(connection, [Entry(talk.conversation, name, content, written_at)])

    def content(self, item: Item) -> Content | None:
        """What the dialogue is to be told of a silence; None once the person has written again."""
        with self.vault.reading() as connection:
            query = sa.select(_TALKS.c.heard_at).where(_TALKS.c.conversation == item.conversation)
            heard_at = connection.execute(query).scalar()
        if heard_at is None or heard_at.isoformat() != item.content["heard_at"]:
            return None
        return Content("choice", choice=f'/inform{{"silence": "{_SAID[item.content["silence"]]}"}}')

    def ended(self, item: Item) -> bool:
        """Whether the report must be ended before this message is heard, as nobody was there to do so in time; puts the
        end into the inbox, before it."""
        with self.vault.reading() as connection:
            talk = connection.execute(sa.select(_TALKS).where(_TALKS.c.conversation == item.conversation)).first()
        late = (item.written_at or item.received_at) - self._after[_OVER]
        if talk is None or talk.step == _OVER or talk.heard_at >= late:
            return False
        with self.vault.writing() as connection:
            self._put(connection, talk, _OVER)
        return True
