"""Several statements in one round trip, where that costs anything: on PostgreSQL, through its pipeline mode.

A statement sent alone waits for its answer, and under load each wait is a turn of Python's threads. INSERTs that follow
each other become one statement, since psycopg's own work is by the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect

from server_sync.records.prepared import Compiled, Prepared, told_as_sqlalchemy_tells

Call = tuple[Prepared, Mapping[str, Any]]
"""A statement with its parameters."""

Rows = Sequence[Mapping[Any, Any]]

MOST_PARAMETERS = 50
"""In one statement: psycopg reads a longer one anew each time (its `MAX_CACHED_STATEMENT_PARAMS`)."""

_PARAMETER = re.compile(r"%\((\w+)\)s")


def run_together(connection: Connection, calls: Sequence[Call], *, then_commit: bool = False) -> list[Rows]:
    """The rows that each statement gives, in their order. `then_commit` commits in the same breath.

    Raises what the first that fails raises; then none of them happened, as the transaction is broken.
    """
    if connection.dialect.name == "sqlite":
        return [statement.rows(connection, parameters) for statement, parameters in calls]
    if len(calls) == 1 and not then_commit:
        ((statement, parameters),) = calls
        return [statement.rows(connection, parameters)]
    return _run_in_pipeline(connection, calls, then_commit=then_commit)


def _run_in_pipeline(connection: Connection, calls: Sequence[Call], *, then_commit: bool) -> list[Rows]:
    driver: Any = connection.connection.driver_connection
    dialect = connection.dialect
    cursors: list[tuple[Any, Compiled | None]] = []
    with told_as_sqlalchemy_tells(driver, dialect, "several statements"), driver.pipeline():
        for run in _runs(calls, dialect):
            if len(run) > 1:
                cursors += [(_run_merged(driver, dialect, run), None)] * len(run)
            else:
                ((statement, parameters),) = run
                compiled = statement.compiled_for(dialect)
                cursors.append((compiled.run(connection, parameters), compiled))
        if then_commit:
            driver.commit()
    return [_rows(cursor, compiled) for cursor, compiled in cursors]


def _rows(cursor: Any, compiled: Compiled | None) -> Rows:
    if compiled is None or not cursor.description:
        return ()
    return [compiled.row(values) for values in cursor.fetchall()]


def _runs(calls: Iterable[Call], dialect: Dialect) -> Iterable[Sequence[Call]]:
    """INSERTs that follow each other, as many as fit into one statement; everything else alone."""
    run: list[Call] = []
    size = 0
    for call in calls:
        parameters = call[0].compiled_for(dialect).parameters if call[0].only_inserts else MOST_PARAMETERS + 1
        if run and size + parameters > MOST_PARAMETERS:
            yield run
            run, size = [], 0
        run.append(call)
        size += parameters
    if run:
        yield run


def _run_merged(driver: Any, dialect: Dialect, run: Sequence[Call]) -> Any:
    """One statement for several INSERTs; references between their rows are checked at its end."""
    parts = tuple(statement.compiled_for(dialect) for statement, _ in run)
    parameters = {
        f"p{place}_{name}": value
        for place, (compiled, (_, given)) in enumerate(zip(parts, run, strict=True))
        for name, value in compiled.bound(given).items()
    }
    return driver.execute(_merged(parts), parameters, prepare=True)


@lru_cache(maxsize=256)
def _merged(parts: tuple[Compiled, ...]) -> str:
    texts = [_PARAMETER.sub(rf"%(p{place}_\1)s", compiled.sql) for place, compiled in enumerate(parts)]
    inner = ", ".join(f"i{place} AS ({text})" for place, text in enumerate(texts[:-1]))
    return f"WITH {inner} {texts[-1]}"
