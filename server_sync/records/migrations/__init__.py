"""The one Alembic history of SQLite, SQLCipher and PostgreSQL."""
