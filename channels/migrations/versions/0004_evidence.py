"""Evidence on its way to a desk: which tip a file belongs to, what was found in it, whether the desk has it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
COLUMNS = (
    sa.Column("tip_id", sa.String(16)),
    sa.Column("desk", sa.String(40)),
    sa.Column("keep_original", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("desk_has", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("found", sa.LargeBinary),
)


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("media", column.copy())


def downgrade() -> None:
    with op.batch_alter_table("media") as batch:
        for column in reversed(COLUMNS):
            batch.drop_column(column.name)
