"""What people sent with a tip, at its desk: sealed parts under the reference that the tip's words name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from satark.desks import tables
from satark.desks.desk import Desk
from satark.errors import StoreError, UnknownTip
from satark.stores import utc_now

Status = Literal["ready", "awaiting_transcription", "refused"]
Part = Literal["details", "content", "thumbnail", "original_details", "original"]
PARTS: tuple[Part, ...] = ("details", "content", "thumbnail", "original_details", "original")
_TABLE = tables.evidence


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence without its sealed parts; `has` names those there are. `kind`: photo, video, voice, document.

    `reason` says why one was refused.
    """

    id: str
    tip_id: str
    kind: str
    status: Status
    reason: str | None = None
    content_type: str | None = None
    has: frozenset[Part] = frozenset()


def put_evidence(desk: Desk, piece: Evidence, parts: dict[Part, bytes]) -> None:
    """Adds a piece with its sealed parts, or puts it in the place of what was there under its id.

    Raises `UnknownTip` when the desk does not have the tip (yet), `StoreError`.
    """
    now = utc_now()
    row = {"id": piece.id, "tip_id": piece.tip_id, "kind": piece.kind, "status": piece.status, "reason": piece.reason}
    try:
        with desk.engine.begin() as connection:
            tip = tables.tips.update().where(tables.tips.c.id == piece.tip_id).values(changed_at=now)
            if not connection.execute(tip).rowcount:
                raise UnknownTip(f"There is no tip {piece.tip_id} at the desk {desk.name}.")
            connection.execute(_TABLE.delete().where(_TABLE.c.id == piece.id, _TABLE.c.tip_id == piece.tip_id))
            connection.execute(_TABLE.insert().values(**row, content_type=piece.content_type, changed_at=now, **parts))
    except SQLAlchemyError as error:
        raise StoreError(f"The store of the desk {desk.name} failed: {type(error).__name__}.") from error


def evidence_of(desk: Desk, tip_id: str) -> dict[str, Evidence]:
    """A tip's evidence by reference, without the sealed parts."""
    plain = [_TABLE.c[name] for name in ("id", "tip_id", "kind", "status", "reason", "content_type")]
    there = [_TABLE.c[part].isnot(None).label(part) for part in PARTS]
    query = sa.select([*plain, *there]).where(_TABLE.c.tip_id == tip_id)
    found = {}
    with desk.engine.execution_options(sqlite_begin="DEFERRED").begin() as connection:
        for row in connection.execute(query):
            has = frozenset(part for part in PARTS if row._mapping[part])
            found[row.id] = Evidence(row.id, row.tip_id, row.kind, row.status, row.reason, row.content_type, has)
    return found


def evidence_token(desk: Desk, tip_id: str) -> str:
    """Differs after a tip's evidence has changed."""
    query = sa.select(sa.func.count(), sa.func.max(_TABLE.c.changed_at)).where(_TABLE.c.tip_id == tip_id)
    with desk.engine.execution_options(sqlite_begin="DEFERRED").begin() as connection:
        count, moment = connection.execute(query).one()
    return f"{count}@{moment}"


def sealed_part(desk: Desk, tip_id: str, evidence_id: str, part: Part) -> bytes | None:
    """One sealed part of a piece, None where there is none."""
    query = sa.select(_TABLE.c[part]).where(_TABLE.c.tip_id == tip_id, _TABLE.c.id == evidence_id)
    with desk.engine.execution_options(sqlite_begin="DEFERRED").begin() as connection:
        sealed: bytes | None = connection.execute(query).scalar()
    return bytes(sealed) if sealed is not None else None
