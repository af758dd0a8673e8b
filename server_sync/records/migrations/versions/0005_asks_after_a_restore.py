"""An ask for leases names the epoch of which its machine knew: after a restore, old asks are offered again as well."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import BigId

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("lease_asks", sa.Column("epoch", BigId))


def downgrade() -> None:
    # Not Alembic's copy of the whole table, which would lose its checks.
    op.execute("ALTER TABLE lease_asks DROP COLUMN epoch")
