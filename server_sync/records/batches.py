"""Several statements in one round trip, where that costs anything: on PostgreSQL, through its pipeline mode.

A statement sent alone waits for its answer, and under load each wait is a turn of Python's threads. INSERTs that follow
each other become one statement, since psycopg's own work is by the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Dialect

from server_sync.records.prepared import Compiled, Prepared, run_numbered, told_as_sqlalchemy_tells

Call = tuple[Prepared, Mapping[str, Any]]
"""A statement with its parameters."""

Rows = Sequence[Mapping[Any, Any]]

MOST_PARAMETERS = 10_000
"""Of one statement; PostgreSQL takes 65,535."""

_PARAMETER = re.compile(r"\$(\d+)")


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
    runs = list(_runs(calls, dialect))
    statements = [_statement(run, dialect) for run in runs]
    with told_as_sqlalchemy_tells(driver, dialect, "several statements"):
        given = run_numbered(connection, statements, then_commit=then_commit)
    answers: list[Rows] = []
    for run, rows in zip(runs, given, strict=True):
        compiled = run[0][0].compiled_for(dialect)
        answers += [()] * len(run) if len(run) > 1 else [[compiled.row(row) for row in rows]]
    return answers


def _runs(calls: Iterable[Call], dialect: Dialect) -> Iterator[Sequence[Call]]:
    """INSERTs that follow each other, as many as one statement takes; everything else alone."""
    for only_inserts, group in groupby(calls, key=lambda call: call[0].only_inserts):
        run: list[Call] = []
        parameters = 0
        for call in group:
            parameters += call[0].compiled_for(dialect).parameters
            if run and (not only_inserts or parameters > MOST_PARAMETERS):
                yield run
                run, parameters = [], call[0].compiled_for(dialect).parameters
            run.append(call)
        yield run


def _statement(run: Sequence[Call], dialect: Dialect) -> tuple[str, list[Any]]:
    """One statement for a run; references between the rows of several INSERTs are checked at its end."""
    parts = tuple(statement.compiled_for(dialect) for statement, _ in run)
    values = [value for compiled, (_, given) in zip(parts, run, strict=True) for value in compiled.bound(given)]
    return (_merged(parts) if len(parts) > 1 else parts[0].sql), values


@lru_cache(maxsize=256)
def _merged(parts: tuple[Compiled, ...]) -> str:
    texts, before = [], 0
    for compiled in parts:
        texts.append(_PARAMETER.sub(partial(_moved, before), compiled.sql))
        before += compiled.parameters
    inner = ", ".join(f"i{place} AS ({text})" for place, text in enumerate(texts[:-1]))
    return f"WITH {inner} {texts[-1]}"


def _moved(before: int, match: re.Match[str]) -> str:
    return f"${before + int(match.group(1))}"
