"""What a clinic asks of those who come: its consent, its own reasons to come; and what people said to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import Document

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("locations", sa.Column("consent", Document))
    op.add_column("locations", sa.Column("visit_reasons", Document))
    op.add_column("patients", sa.Column("consent", Document))
    op.add_column("appointments", sa.Column("reason_code", sa.String(32)))


def downgrade() -> None:
    # Not Alembic's copy of the whole table, which would lose its checks.
    op.execute("ALTER TABLE appointments DROP COLUMN reason_code")
    op.execute("ALTER TABLE patients DROP COLUMN consent")
    op.execute("ALTER TABLE locations DROP COLUMN visit_reasons")
    op.execute("ALTER TABLE locations DROP COLUMN consent")
