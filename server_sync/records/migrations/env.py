"""Alembic's entry: runs on the connection it is handed, inside the caller's transaction."""

from __future__ import annotations

from alembic import context

from server_sync.records.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter a column: Alembic copies the table instead.
    render_as_batch=True,
    transactional_ddl=False,
    compare_type=True,
)
context.run_migrations()
