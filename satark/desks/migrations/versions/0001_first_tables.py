"""The first tables of a desk: tips, their events, officers, what goes out, accounts, audit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "officers",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("rank", sa.String(60), nullable=False),
        sa.Column("station", sa.String(120), nullable=False),
        sa.Column("phone", sa.String(20), nullable=False, unique=True),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "tips",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("report_id", sa.String(64), nullable=False, unique=True),
        sa.Column("filed_at", sa.DateTime, nullable=False, index=True),
        sa.Column("changed_at", sa.DateTime, nullable=False),
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
    op.create_table(
        "events",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("tip_id", sa.String(16), sa.ForeignKey("tips.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("actor", sa.String(120), nullable=False),
        sa.Column("note", sa.LargeBinary),
    )
    op.create_table(
        "dispatches",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("tip_id", sa.String(16), sa.ForeignKey("tips.id", ondelete="CASCADE"), nullable=False),
        sa.Column("recipient", sa.String(16), nullable=False),
        sa.Column("notice", sa.String(24), nullable=False),
        sa.Column("officer_id", sa.String(36)),
        sa.Column("content", sa.LargeBinary),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("taken_at", sa.DateTime, index=True),
    )
    op.create_table(
        "accounts",
        sa.Column("username", sa.String(60), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("account", sa.String(60), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("tip_id", sa.String(16)),
    )


def downgrade() -> None:
    for table in ("audit", "accounts", "dispatches", "events", "tips", "officers"):
        op.drop_table(table)
