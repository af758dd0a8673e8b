"""A call for help says why where no person made it: a machine whose printer needs somebody."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("help_calls", sa.Column("reason", sa.String(32)))


def downgrade() -> None:
    # Not Alembic's copy of the whole table, which would lose its checks.
    op.execute("ALTER TABLE help_calls DROP COLUMN reason")
