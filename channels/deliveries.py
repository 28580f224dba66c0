"""What is on its way to a desk: filed reports and officers' answers, sealed in the vault until the desk has them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from channels import tables
from channels.vault import Vault
from satark.errors import SealError
from satark.settings import Limits
from satark.stores import utc_now

_TABLE = tables.deliveries


@dataclass(frozen=True)
class Delivery:
    """Something for a desk: `content` is {"report": ...} or {"step": ...}; `created_at` in UTC."""

    id: str
    desk: str
    created_at: dt.datetime
    attempts: int
    content: dict[str, Any]


class Deliveries:
    """The durable road from the vault to the desks; one worker walks it."""

    def __init__(self, vault: Vault, limits: Limits) -> None:
        self.vault = vault
        self.limits = limits

    def put(self, connection: Connection, delivery_id: str, desk: str, content: dict[str, Any]) -> bool:
        """Adds a delivery; False when it is known (on its way or there)."""
        if connection.execute(sa.select(_TABLE.c.id).where(_TABLE.c.id == delivery_id)).first():
            return False
        sealed = self.vault.keys.seal("delivery", json.dumps(content, ensure_ascii=False).encode(), delivery_id)
        now = utc_now()
        values = {"id": delivery_id, "desk": desk, "created_at": now, "not_before": now, "content": sealed}
        connection.execute(_TABLE.insert().values(status="new", attempts=0, **values))
        return True

    def waiting(self, limit: int = 50) -> list[Delivery]:
        """What is due, oldest first."""
        query = (
            sa.select(_TABLE)
            .where(_TABLE.c.status == "new", _TABLE.c.not_before <= utc_now())
            .order_by(_TABLE.c.created_at)
            .limit(limit)
        )
        with self.vault.reading() as connection:
            rows = connection.execute(query).all()
        return [delivery for row in rows if (delivery := self._open(row))]

    def _open(self, row: Any) -> Delivery | None:
        """The delivery; None where it cannot be opened: it is given up, so that it does not hold up the others."""
        delivery = Delivery(row.id, row.desk, row.created_at, row.attempts, {})
        try:
            content = json.loads(self.vault.keys.open("delivery", row.content or b"", row.id))
        except SealError:
            self._set(delivery, status="dead", reason="cannot be opened")
            return None
        return dataclasses.replace(delivery, content=content)

    def done(self, delivery: Delivery) -> None:
        """The desk has it: the content goes, the id stays."""
        self._set(delivery, status="done", content=None)

    def put_back(self, delivery: Delivery, reason: str) -> bool:
        """Another try later; True when an operator must look (its tries are used up; the content stays)."""
        attempts = delivery.attempts + 1
        spent = attempts >= self.limits.delivery_attempts
        later = utc_now() + dt.timedelta(seconds=self.limits.retry_after(delivery.attempts))
        self._set(delivery, attempts=attempts, not_before=later, reason=reason[:120], status="dead" if spent else "new")
        return spent

    def _set(self, delivery: Delivery, **values: Any) -> None:
        with self.vault.writing() as connection:
            connection.execute(_TABLE.update().where(_TABLE.c.id == delivery.id).values(**values))

    def oldest(self) -> dt.datetime | None:
        """Since when the oldest that a desk does not have has been waiting."""
        query = sa.select(sa.func.min(_TABLE.c.created_at)).where(_TABLE.c.status == "new")
        with self.vault.reading() as connection:
            moment: dt.datetime | None = connection.execute(query).scalar()
        return moment

    def counts(self) -> dict[str, int]:
        """How many deliveries there are by status."""
        query = sa.select(_TABLE.c.status, sa.func.count()).group_by(_TABLE.c.status)
        with self.vault.reading() as connection:
            return {status: count for status, count in connection.execute(query)}
