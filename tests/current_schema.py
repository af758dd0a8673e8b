"""Databases at this version's schema for tests that do not ask how they came there.

Migrating a fresh database takes a fifth of a second, which a thousand tests need not each spend: on SQLite what the
first migration of this process left is written down and done again by statement (a hundredth of a second).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Row, text

from server_sync.records.database import Database, open_database
from server_sync.records.migration import migrate, revision_of


def bring_to_current_schema(database: Database) -> None:
    """As `migrate` does, for an empty SQLite database by the statements that it left elsewhere."""
    if database.engine.dialect.name != "sqlite" or revision_of(database) is not None:
        migrate(database)
        return
    with database.writing() as connection:
        for statement in _statements():
            connection.exec_driver_sql(statement)
        for table, rows in _rows():
            places = ", ".join("?" * len(rows[0]))
            connection.exec_driver_sql(f'INSERT INTO "{table}" VALUES ({places})', [tuple(row) for row in rows])


@cache
def _statements() -> tuple[str, ...]:
    return _left_by_migration()[0]


@cache
def _rows() -> tuple[tuple[str, list[Row[tuple[object, ...]]]], ...]:
    return _left_by_migration()[1]


@cache
def _left_by_migration() -> tuple[tuple[str, ...], tuple[tuple[str, list[Row[tuple[object, ...]]]], ...]]:
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'migrated.db'}")
        migrate(database)
        with database.reading() as connection:
            made = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
            tables = [name for kind, name, _ in made if kind == "table"]
            rows = [(name, list(connection.execute(text(f'SELECT * FROM "{name}"')))) for name in tables]
        database.close()
    return tuple(sql for _, _, sql in made), tuple((name, found) for name, found in rows if found)
