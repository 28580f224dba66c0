"""When a message was written, addresses that were given up, and talks that are still to be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("conversations", sa.Column("forget_due", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("aliases", sa.Column("retired_at", sa.DateTime))
    op.add_column("inbox", sa.Column("written_at", sa.DateTime))
    op.execute("UPDATE inbox SET written_at = received_at")
    with op.batch_alter_table("inbox") as batch:
        batch.alter_column("written_at", existing_type=sa.DateTime, nullable=False)


def downgrade() -> None:
    for table, column in (("inbox", "written_at"), ("aliases", "retired_at"), ("conversations", "forget_due")):
        with op.batch_alter_table(table) as batch:
            batch.drop_column(column)
