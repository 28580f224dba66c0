"""Reports that are being told, for reminders and an end after a long silence; who heard the promise of anonymity."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    promised = sa.Column("promised", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("conversations", promised)
    op.create_table(
        "talks",
        sa.Column("conversation", sa.String(64), primary_key=True),
        sa.Column("heard_at", sa.DateTime, nullable=False, index=True),
        sa.Column("step", sa.String(8), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("talks")
    with op.batch_alter_table("conversations") as batch:
        batch.drop_column("promised")
