"""Reports that are being told, for reminders and for an end after a long silence."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "talks",
        sa.Column("conversation", sa.String(64), primary_key=True),
        sa.Column("heard_at", sa.DateTime, nullable=False, index=True),
        sa.Column("step", sa.String(8), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("talks")
