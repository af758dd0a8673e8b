"""Bringing a database to the schema of this version, on PostgreSQL, SQLite and SQLCipher alike.

Alembic is imported only where something is to be done: a kiosk that is current starts without it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from server_sync.protocol.faults import StorageFault
from server_sync.records.database import Database

HEAD = "0011"
"""The newest revision in `migrations/versions`; a test holds it to the folder."""

KNOWN = frozenset({"0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011"})
"""Every revision that this version can start from."""

MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(database: Database) -> str | None:
    """The revision that the database stands at; None for an empty one.

    Raises StorageFault `unknown_database` where it holds tables that are not ours.
    """
    with database.reading() as connection:
        return _revision(connection)


def migrate(database: Database, target: str = HEAD) -> None:
    """Bring the database to `target`, up or down, in one transaction.

    Raises StorageFault `newer_database` where a newer version has written it, `unknown_database` where it is not ours.
    """
    standing = revision_of(database)
    if standing == target:
        return
    if standing is not None and standing not in KNOWN:
        raise StorageFault("newer_database", f"a newer version wrote this database (revision {standing}): update first")
    _run_alembic(database, target, standing, upwards=target != "base" and (standing is None or standing < target))


def _revision(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StorageFault("unknown_database", "the database holds tables that are not Anteroom's")
    return None


def _run_alembic(database: Database, target: str, standing: str | None, *, upwards: bool) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        (command.upgrade if upwards else command.downgrade)(config, target)
        if upwards and standing == "0001":
            # The tables of later revisions are imported with the model, so only where they stand.
            from server_sync.records.terms import refill_terms

            refill_terms(connection)
