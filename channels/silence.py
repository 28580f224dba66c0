"""People who fall silent while they tell a report: a reminder after a while, and an end after hours.

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

_OPEN, _REMINDED, _OVER = "open", "reminded", "over"
_TALKS = tables.talks
_MOST_AT_ONCE = 200


class Silence:
    """The talks in which a report is open."""

    def __init__(self, settings: Settings, vault: Vault) -> None:
        rules = settings.conversation
        self.vault = vault
        self.inbox = open_inbox(vault, settings.limits)
        self.remind_after = dt.timedelta(minutes=rules.remind_after_minutes)
        self.over_after = dt.timedelta(minutes=rules.unfinished_after_minutes)

    def note(self, connection: Connection, conversation: str, telling: bool) -> None:
        """The person wrote just now, and a report is being told or is not."""
        connection.execute(_TALKS.delete().where(_TALKS.c.conversation == conversation))
        if telling:
            connection.execute(_TALKS.insert().values(conversation=conversation, heard_at=utc_now(), step=_OPEN))

    def telling(self, conversation: str) -> bool:
        """Whether the person is in the midst of a report."""
        with self.vault.reading() as connection:
            talk = sa.select(_TALKS.c.heard_at).where(_TALKS.c.conversation == conversation)
            return connection.execute(talk).first() is not None

    def work(self) -> int:
        """Puts what is due into the inbox; how many."""
        now, steps = utc_now(), _TALKS.c.step
        over = sa.and_(_TALKS.c.heard_at < now - self.over_after, steps != _OVER)
        reminded = sa.and_(_TALKS.c.heard_at < now - self.remind_after, steps == _OPEN)
        query = sa.select(_TALKS).where(sa.or_(over, reminded)).order_by(_TALKS.c.heard_at).limit(_MOST_AT_ONCE)
        with self.vault.reading() as connection:
            due = connection.execute(query).all()
        for talk in due:
            with self.vault.writing() as connection:
                self._put(connection, talk, _OVER if talk.heard_at < now - self.over_after else _REMINDED)
        return len(due)

    def _put(self, connection: Connection, talk: Any, step: str) -> None:
        same = sa.and_(_TALKS.c.conversation == talk.conversation, _TALKS.c.heard_at == talk.heard_at)
        if not connection.execute(_TALKS.update().where(same).values(step=step)).rowcount:
            return
        heard_at = talk.heard_at.isoformat()
        name = self.vault.keys.name("silence", f"{talk.conversation}:{heard_at}:{step}")
        written_at = talk.heard_at + (self.over_after if step == _OVER else self.remind_after)
        content = {"silence": step, "heard_at": heard_at}
        self.inbox.put_all(connection, [Entry(talk.conversation, name, content, written_at)])

    def content(self, item: Item) -> Content | None:
        """What the dialogue is to be told of a silence; None once the person has written again."""
        with self.vault.reading() as connection:
            query = sa.select(_TALKS.c.heard_at).where(_TALKS.c.conversation == item.conversation)
            heard_at = connection.execute(query).scalar()
        if heard_at is None or heard_at.isoformat() != item.content["heard_at"]:
            return None
        step = "over" if item.content["silence"] == _OVER else "remind"
        return Content("choice", choice=f'/inform{{"silence": "{step}"}}')

    def ended(self, item: Item) -> bool:
        """Whether the report must be ended before this message is heard, as nobody was there to do so in time; puts the
        end into the inbox, before it."""
        with self.vault.reading() as connection:
            talk = connection.execute(sa.select(_TALKS).where(_TALKS.c.conversation == item.conversation)).first()
        late = (item.written_at or item.received_at) - self.over_after
        if talk is None or talk.step == _OVER or talk.heard_at >= late:
            return False
        with self.vault.writing() as connection:
            self._put(connection, talk, _OVER)
        return True
