"""What a location's past taught of its waits: one file each, learned at the centre and read by every replica."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import BigId, Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "learned_waits",
        sa.Column("location_id", BigId, primary_key=True, autoincrement=False),
        sa.Column("version", sa.String(12), nullable=True),
        sa.Column("learned_at", Moment(), nullable=True),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("tried_at", Moment(), nullable=True),
    )


def downgrade() -> None:
    op.drop_table("learned_waits")
