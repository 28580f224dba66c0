"""What became of sent messages, how fast each person may be written to, when the channel rests, offers, media."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("outbox", sa.Column("sent_at", sa.DateTime))
    op.add_column("outbox", sa.Column("delivery", sa.String(10)))
    op.create_table(
        "paces",
        sa.Column("conversation", sa.String(64), primary_key=True),
        sa.Column("full_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "stops",
        sa.Column("name", sa.String(20), primary_key=True),
        sa.Column("reason", sa.String(120), nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
    )
    op.create_table(
        "offers",
        sa.Column("name", sa.String(24), primary_key=True),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("content", sa.LargeBinary),
    )
    op.drop_table("media")
    op.create_table(
        "media",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(10), nullable=False, index=True),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.DateTime, nullable=False),
        sa.Column("lease_until", sa.DateTime),
        sa.Column("content_type", sa.String(100)),
        sa.Column("size", sa.Integer),
        sa.Column("content", sa.LargeBinary),
        sa.Column("reason", sa.String(120)),
    )


def downgrade() -> None:
    for table in ("media", "offers", "stops", "paces"):
        op.drop_table(table)
    for column in ("delivery", "sent_at"):
        with op.batch_alter_table("outbox") as batch:
            batch.drop_column(column)
    op.create_table(
        "media",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("conversation", sa.String(64), nullable=False, index=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(10), nullable=False, index=True),
        sa.Column("content", sa.LargeBinary),
    )
