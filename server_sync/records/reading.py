"""Reading records: what queries are asked of, so that desk code sees rows and never a connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Executable

from server_sync.records.database import UnguardedWriteError
from server_sync.records.prepared import Prepared

if TYPE_CHECKING:
    from server_sync.records.replica import Replica

Row = Mapping[Any, Any]
"""A row by column name; values are as the columns' types give them: aware UTC moments, dates, UUIDs, Decimals.

Any for the key: SQLAlchemy's own rows are keyed by name and by column.
"""


class Reading:
    """Queries within one transaction, and the moment at which it began (aware UTC).

    `replica` is whose records these are, for what a process remembers of them; None where nobody said.
    """

    replica: Replica | None

    def __init__(self, connection: Connection, now: datetime, replica: Replica | None = None) -> None:
        self._connection = connection
        self.now = now
        self.replica = replica

    @property
    def connection(self) -> Connection:
        """For the few who need more than queries: it sees all that was written so far."""
        return self._connection

    def all(self, query: Executable | Prepared, parameters: Mapping[str, Any] | None = None) -> Sequence[Row]:
        """Every row of `query`."""
        if isinstance(query, Prepared):
            return _reading(query).rows(self.connection, parameters or {})
        return self.connection.execute(query, dict(parameters or {})).mappings().all()

    def first(self, query: Executable | Prepared, parameters: Mapping[str, Any] | None = None) -> Row | None:
        """The first row of `query`, or None."""
        if isinstance(query, Prepared):
            return _reading(query).first(self.connection, parameters or {})
        return self.connection.execute(query, dict(parameters or {})).mappings().first()

    def scalar(self, query: Executable, parameters: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row of `query`, or None."""
        return self.connection.execute(query, dict(parameters or {})).scalar()


def _reading(query: Prepared) -> Prepared:
    """A prepared statement goes past the guard at the synced tables, so that here it may only read."""
    if not query.only_reads:
        raise UnguardedWriteError("a prepared write belongs to the doors")
    return query
