"""The announcer that a database calls for: psycopg is imported only where one is PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable

from server_sync.central.news.announcer import Announcer
from server_sync.central.news.on_sqlite import SqliteAnnouncer
from server_sync.records.database import Database


def announcer_for(database: Database) -> Announcer:
    """One that hears every process on this database; not started."""
    if database.is_postgres:
        from server_sync.central.news.on_postgres import PostgresAnnouncer, connect_to

        return PostgresAnnouncer(connect_to(database.engine))
    return SqliteAnnouncer(database)


def tell_running_servers(database: Database) -> Callable[[frozenset[int]], None]:
    """For `Replica.on_commit` in a command: servers on PostgreSQL are told; one on SQLite looks by itself."""
    if database.is_postgres:
        from server_sync.central.news.on_postgres import tell

        return lambda places: tell(database, places)
    return lambda _places: None
