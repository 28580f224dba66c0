"""The outbox with what becomes of its messages: accepted, told by a status, put off, given up.

Two processes write it: the worker that sends, and the assistant that hears WhatsApp's statuses. A status may come
before the answer to the very call that sent the message, or instead of it; so every change of the worker holds only
while the message is still the one it took, and a status finds its message by the name we gave it as callback data.

The content of a sent message stays (sealed) until its first status: a refusal told by webhook may ask for a template.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.graph import verdict_of
from channels.queues import Item, OrderedQueue
from channels.rendering import Body, template, words_of
from channels.stops import Stops
from channels.vault import Vault
from satark.settings import Limits, Settings, Templates
from satark.stores import utc_now

_TABLE = tables.outbox
# How far a message has come; a status that is not further than the last one came late and changes nothing.
_ORDER = {"sent": 1, "failed": 2, "delivered": 3, "read": 4, "played": 5, "deleted": 6}
_UNSETTLED = ("new", "taken")
_LONGEST_WITHOUT_STATUS = dt.timedelta(hours=1)  # after which a sent message's content goes anyway


def late_body(content: Mapping[str, Any], templates: Templates) -> Body | None:
    """What stands for a message once the person has not written for a day: its own template, else its words in the
    template of notices; None where the message only makes sense beside others."""
    if "late" in content:
        late: Body | None = content["late"]
        return late
    body: Body = content["body"]
    return body if body["type"] == "template" else template(templates.notice, [words_of(body)])


class Outbox(OrderedQueue):
    """Messages owed: `put` and `claim` are those of every queue."""

    def __init__(self, vault: Vault, limits: Limits, templates: Templates) -> None:
        super().__init__(vault, _TABLE, "outbox", limits, limits.outbox_attempts)
        self.templates = templates
        self.stops = Stops(limits)

    # What the worker finds

    def accepted(self, connection: Connection, item: Item, wamid: str) -> None:
        """WhatsApp took it; nothing changes for one that a status has settled meanwhile."""
        name = self.vault.keys.name("sent", wamid)
        sent = {"provider_name": name, "sent_at": utc_now(), "delivery": None}
        connection.execute(self._still(item).values(status="done", lease_until=None, reason=None, **sent))

    def put_off(self, item: Item, reason: str, seconds: float) -> None:
        """Later, through no fault of the message: the try does not count."""
        later = utc_now() + dt.timedelta(seconds=seconds)
        values = {"status": "new", "lease_until": None, "not_before": later, "attempts": item.attempts - 1}
        self._change(item, reason=reason, **values)

    def try_again(self, item: Item, reason: str, seconds: float | None = None) -> None:
        """Another try after `seconds` (default: growing waits), or given up when its tries are used up."""
        if item.attempts >= self.most_attempts:
            self.give_up(item, reason)
            return
        wait = self.limits.retry_after(item.attempts - 1) if seconds is None else seconds
        later = utc_now() + dt.timedelta(seconds=wait)
        self._change(item, reason=reason, status="new", lease_until=None, not_before=later)

    def give_up(self, item: Item, reason: str) -> None:
        """It will never be sent; the content stays for an operator until retention."""
        self._change(item, reason=reason, status="dead", lease_until=None)

    def send_late(self, item: Item) -> None:
        """The day has passed: its template instead, or given up where there is none or that was it."""
        late = late_body(item.content, self.templates)
        if late is None or late == item.content["body"]:
            self.give_up(item, "outside 24 hours")
            return
        sealed = self._seal(item.name, {"body": late, "late": late})
        self._change(item, status="new", lease_until=None, not_before=utc_now(), content=sealed)

    def _still(self, item: Item) -> Any:
        ours = sa.and_(_TABLE.c.id == item.id, _TABLE.c.status == "taken", _TABLE.c.attempts == item.attempts)
        return _TABLE.update().where(ours)

    def _change(self, item: Item, **values: Any) -> None:
        with self.vault.writing() as connection:
            connection.execute(self._still(item).values(**values))

    # What WhatsApp tells by webhook

    def note_status(
        self, connection: Connection, wamid: str, status: str, tracking: str | None = None, code: int | None = None
    ) -> bool:
        """A status of a message we sent: `tracking` is its callback data, `code` the error of a failed one. False when
        the message is unknown (or long forgotten). Any order, any number of times."""
        provider = self.vault.keys.name("sent", wamid)
        found = _TABLE.c.provider_name == provider
        if tracking:  # the answer that would have told us the wamid has not come, or never will
            unanswered = sa.or_(_TABLE.c.provider_name.is_(None), _TABLE.c.status.in_(_UNSETTLED))
            found = sa.or_(found, sa.and_(_TABLE.c.name == tracking, unanswered))
        row = connection.execute(sa.select(_TABLE).where(found)).first()
        if row is None:
            return False
        reached = _ORDER.get(row.delivery, 0) if row.provider_name == provider else 0
        if _ORDER.get(status, 0) <= reached:
            return True
        if status == "failed":
            values = self._after_failure(connection, row, code or 0)
        else:
            values = {"status": "done", "reason": None, "content": None, "sent_at": row.sent_at or utc_now()}
        settled = _TABLE.update().where(_TABLE.c.id == row.id)
        connection.execute(settled.values(delivery=status, provider_name=provider, lease_until=None, **values))
        return True

    def _after_failure(self, connection: Connection, row: Any, code: int) -> dict[str, Any]:
        """What becomes of a message that was accepted and then refused: as of a refused call, while we hold it."""
        reason = f"status {code}"
        verdict = verdict_of(code) if code else "never"
        if verdict == "stop":
            self.stops.stop(connection, reason)
        if row.content is not None and verdict == "template":
            content = json.loads(self.vault.keys.open(self.purpose, row.content, row.name))
            late = late_body(content, self.templates)
            if late is not None and late != content["body"]:
                sealed = self._seal(row.name, {"body": late, "late": late})
                return {"status": "new", "not_before": utc_now(), "content": sealed, "reason": reason}
        elif row.content is not None and verdict != "never" and row.attempts < self.most_attempts:
            later = utc_now() + dt.timedelta(seconds=self.limits.retry_after(max(row.attempts - 1, 0)))
            return {"status": "new", "not_before": later, "reason": reason}
        return {"status": "dead", "reason": reason}

    # Figures and forgetting

    def forget_contents(self) -> int:
        """Drops the content of messages sent long ago that no status ever came for; how many."""
        old = sa.and_(
            _TABLE.c.status == "done",
            _TABLE.c.content.is_not(None),
            _TABLE.c.sent_at < utc_now() - _LONGEST_WITHOUT_STATUS,
        )
        with self.vault.writing() as connection:
            return int(connection.execute(_TABLE.update().where(old).values(content=None)).rowcount)

    def failures(self) -> dict[str, int]:
        """How many messages wait or were given up after an error, by its class (a short code)."""
        troubled = sa.and_(_TABLE.c.reason.is_not(None), _TABLE.c.status != "done")
        query = sa.select(_TABLE.c.reason, sa.func.count()).where(troubled).group_by(_TABLE.c.reason)
        with self.vault.reading() as connection:
            return {reason: count for reason, count in connection.execute(query)}

    def sent_within(self, seconds: float) -> int:
        """How many messages WhatsApp took in the last `seconds`."""
        query = sa.select(sa.func.count()).where(_TABLE.c.sent_at >= utc_now() - dt.timedelta(seconds=seconds))
        with self.vault.reading() as connection:
            return int(connection.execute(query).scalar() or 0)


def open_outbox_of(settings: Settings, vault: Vault) -> Outbox:
    """The outbox of a deployment."""
    return Outbox(vault, settings.limits, settings.templates)
