"""What an estimated wait was told from: its range, the method, who was ahead, and which model."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import Document

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("queue_management", sa.Column("wait_estimate", Document, nullable=True))


def downgrade() -> None:
    op.drop_column("queue_management", "wait_estimate")
