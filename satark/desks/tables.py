"""The tables of one desk's store. Facts are in the clear for search and maps; words and evidence are sealed boxes."""

from __future__ import annotations

import sqlalchemy as sa

from satark.stores import UtcDateTime

metadata = sa.MetaData()

tips = sa.Table(
    "tips",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("report_id", sa.String(64), nullable=False, unique=True),
    sa.Column("filed_at", UtcDateTime, nullable=False, index=True),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("status", sa.String(16), nullable=False, index=True),
    sa.Column("priority", sa.Integer, nullable=False),
    sa.Column("offences", sa.JSON, nullable=False),
    sa.Column("tense", sa.String(16)),
    sa.Column("when", sa.JSON),
    sa.Column("place", sa.JSON),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("reply_token", sa.String(64), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("officer_id", sa.String(36), sa.ForeignKey("officers.id")),
    sa.Column("disposition", sa.String(32)),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("tip_id", sa.String(16), sa.ForeignKey("tips.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("kind", sa.String(24), nullable=False),
    sa.Column("actor", sa.String(120), nullable=False),
    sa.Column("note", sa.LargeBinary),
)

# `id` is the reference in the tip's words. Statuses: ready, awaiting_transcription, refused (with its `reason`).
# Boxes: `details`, `content`, `thumbnail` for desk and range; `original_details`, `original` for the range alone.
evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("tip_id", sa.String(16), sa.ForeignKey("tips.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("status", sa.String(24), nullable=False),
    sa.Column("reason", sa.String(40)),
    sa.Column("content_type", sa.String(100)),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("details", sa.LargeBinary),
    sa.Column("content", sa.LargeBinary),
    sa.Column("thumbnail", sa.LargeBinary),
    sa.Column("original_details", sa.LargeBinary),
    sa.Column("original", sa.LargeBinary),
)

officers = sa.Table(
    "officers",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("rank", sa.String(60), nullable=False),
    sa.Column("station", sa.String(120), nullable=False),
    sa.Column("phone", sa.String(20), nullable=False, unique=True),
    sa.Column("active", sa.Boolean, nullable=False),
)

dispatches = sa.Table(
    "dispatches",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("tip_id", sa.String(16), sa.ForeignKey("tips.id", ondelete="CASCADE"), nullable=False),
    sa.Column("recipient", sa.String(16), nullable=False),
    sa.Column("notice", sa.String(24), nullable=False),
    sa.Column("officer_id", sa.String(36)),
    sa.Column("content", sa.LargeBinary),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("taken_at", UtcDateTime, index=True),
)

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("username", sa.String(60), primary_key=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("password_hash", sa.String(200), nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("account", sa.String(60), nullable=False),
    sa.Column("action", sa.String(40), nullable=False),
    sa.Column("tip_id", sa.String(16)),
)
