"""What people sent with their tips: cleaned, sealed, under the reference that the tip's words name."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("tip_id", sa.String(16), sa.ForeignKey("tips.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("reason", sa.String(40)),
        sa.Column("content_type", sa.String(100)),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("details", sa.LargeBinary),
        sa.Column("content", sa.LargeBinary),
        sa.Column("thumbnail", sa.LargeBinary),
        sa.Column("original_details", sa.LargeBinary),
        sa.Column("original", sa.LargeBinary),
    )


def downgrade() -> None:
    op.drop_table("evidence")
