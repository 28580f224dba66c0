"""Receipts, ways back under keys of their own, and talks that lapse."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("conversations", sa.Column("lapses_at", sa.DateTime))
    for column in (
        sa.Column("day", sa.String(10)),
        sa.Column("holder", sa.String(64)),
        sa.Column("tip_key", sa.LargeBinary),
        sa.Column("content", sa.LargeBinary),
    ):
        op.add_column("reply_routes", column)
    op.create_index("ix_reply_routes_holder", "reply_routes", ["holder"])
    with op.batch_alter_table("reply_routes") as batch:
        batch.alter_column("conversation", existing_type=sa.String(64), nullable=True)
    op.create_table(
        "day_keys",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "receipts",
        sa.Column("tip", sa.String(64), primary_key=True),
        sa.Column("drawer", sa.String(4), nullable=False, index=True),
        sa.Column("hash", sa.String(200), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "receipt_lines",
        sa.Column("conversation", sa.String(64), primary_key=True),
        sa.Column("waiting", sa.String(10)),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "guesses",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("full_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    for table in ("guesses", "receipt_lines", "receipts", "day_keys"):
        op.drop_table(table)
    op.execute("DELETE FROM reply_routes WHERE conversation IS NULL")
    op.drop_index("ix_reply_routes_holder", "reply_routes")
    with op.batch_alter_table("reply_routes") as batch:
        for column in ("content", "tip_key", "holder", "day"):
            batch.drop_column(column)
        batch.alter_column("conversation", existing_type=sa.String(64), nullable=False)
    with op.batch_alter_table("conversations") as batch:
        batch.drop_column("lapses_at")
