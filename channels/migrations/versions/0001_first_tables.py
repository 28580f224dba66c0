"""The first tables of the vault."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("phone", sa.LargeBinary),
        sa.Column("user_id", sa.LargeBinary),
        sa.Column("language", sa.String(8)),
        sa.Column("last_heard_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "dead_letters",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("reason", sa.String(120), nullable=False),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("content", sa.LargeBinary),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("desk", sa.String(40), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(10), nullable=False, index=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.DateTime, nullable=False),
        sa.Column("content", sa.LargeBinary),
        sa.Column("reason", sa.String(120)),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("conversation", sa.String(64), nullable=False),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.DateTime, nullable=False),
        sa.Column("lease_until", sa.DateTime),
        sa.Column("content", sa.LargeBinary),
        sa.Column("reason", sa.String(120)),
    )
    op.create_index("inbox_waiting", "inbox", ["status", "conversation", "id"])
    op.create_table(
        "media",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(10), nullable=False, index=True),
        sa.Column("content", sa.LargeBinary),
    )
    op.create_table(
        "officer_lines",
        sa.Column("conversation", sa.String(64), primary_key=True),
        sa.Column("desk", sa.String(40), nullable=False),
        sa.Column("officer_id", sa.String(36), nullable=False),
        sa.Column("writing_about", sa.String(16)),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("conversation", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.DateTime, nullable=False),
        sa.Column("lease_until", sa.DateTime),
        sa.Column("provider_name", sa.String(64), index=True),
        sa.Column("content", sa.LargeBinary),
        sa.Column("reason", sa.String(120)),
    )
    op.create_index("outbox_waiting", "outbox", ["status", "conversation", "id"])
    op.create_table(
        "reply_routes",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("tip_id", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "aliases",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("conversation", sa.String(64), sa.ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    )


def downgrade() -> None:
    for table in [
        "aliases",
        "reply_routes",
        "outbox",
        "officer_lines",
        "media",
        "inbox",
        "deliveries",
        "dead_letters",
        "conversations",
    ]:
        op.drop_table(table)
