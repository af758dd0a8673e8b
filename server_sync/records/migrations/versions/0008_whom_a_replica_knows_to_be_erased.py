"""Whom a replica knows to be erased: should its server go back to before that, it must be told again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("known_erasures", sa.Column("patient_uid", sa.Uuid, primary_key=True))
    op.execute("INSERT INTO known_erasures (patient_uid) SELECT uid FROM patients WHERE erased_at IS NOT NULL")


def downgrade() -> None:
    op.drop_table("known_erasures")
