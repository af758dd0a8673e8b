"""A part of a transaction that may be undone by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from server_sync.records.prepared import told_as_sqlalchemy_tells


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Whatever is raised within undoes what was written within, and rises; the transaction goes on.

    On SQLite straight on the driver, where it is one of the dearer things that SQLAlchemy does.
    """
    if connection.dialect.name == "postgresql":
        with connection.begin_nested():
            yield
        return
    driver: Any = connection.connection.driver_connection
    with told_as_sqlalchemy_tells(driver, connection.dialect, _BEGIN):
        driver.execute(_BEGIN)
    try:
        yield
    except BaseException:
        if driver.in_transaction:  # a full disk undoes the whole transaction
            driver.execute("ROLLBACK TO part")
            driver.execute(_END)
        raise
    with told_as_sqlalchemy_tells(driver, connection.dialect, _END):
        driver.execute(_END)


_BEGIN, _END = "SAVEPOINT part", "RELEASE part"
