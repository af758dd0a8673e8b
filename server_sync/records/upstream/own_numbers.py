"""A device that was put back from a copy while its centre is away hears from its hub what it did since: it counts on.

Who it is from now on it may ask at the centre only. Until then it must give no id and no number a second time, or the
person who stands before it cannot be served.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sqlalchemy import Column, ColumnElement, Connection, bindparam, func, select, update
from sqlalchemy.dialects import sqlite

from server_sync.clinic.ids import block_range
from server_sync.clinic.numbers import Token
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Row
from server_sync.records.tables import BY_NOUN, appointments, counters, help_calls, patients, queue_management, replica

_YEARLY = {"appointment": appointments.c.appointment_number, "patient": patients.c.patient_number}
_DAILY = {"queue": queue_management.c.token_number, "help_call": help_calls.c.token_number}
_YEAR_AND_COUNT = re.compile(r"(?:APT|PAT)-(\d{4})-([A-Z]{0,3})(\d+)")


def count_on(connection: Connection, nouns: Iterable[str]) -> None:
    """Take as given what stands under this device's own ids beyond the last that it knows; of these nouns only."""
    (own,) = _OWN.rows(connection, {})
    block = block_range(own["id_block"])
    known = max(own["last_id"], block.start - 1)
    beyond = {"known": known, "end": block.stop}
    seen = frozenset(nouns)
    last = max((_last(noun).rows(connection, beyond)[0]["last"] or 0 for noun in seen), default=0)
    if last <= known:
        return
    connection.execute(update(replica).values(last_id=last))
    for name, count in _counts(connection, seen, beyond, own):
        statement = sqlite.insert(counters).values(name=name, last=count)
        highest = func.max(counters.c.last, statement.excluded.last)
        connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"last": highest}))


def _counts(
    connection: Connection, nouns: frozenset[str], beyond: dict[str, int], own: Row
) -> Iterator[tuple[str, int]]:
    for noun in nouns & _YEARLY.keys():
        for row in _numbers(noun).rows(connection, beyond):
            match = _YEAR_AND_COUNT.fullmatch(row["number"])
            if match is not None and match[2] == own["series"]:
                yield f"{noun}_number:{match[1]}", int(match[3])
    for noun in nouns & _DAILY.keys():
        for row in _numbers(noun).rows(connection, beyond):
            try:
                token = Token.parse(row["number"])
            except ValueError:  # it has stepped aside for another
                continue
            if token.series == own["series"]:
                yield f"token:{token.day:%Y%m%d}:{own['location_id']}:{token.series}", token.count


@cache
def _last(noun: str) -> Prepared:
    column = BY_NOUN[noun].c.id
    return Prepared(select(func.max(column).label("last")).where(*_beyond(column)))


@cache
def _numbers(noun: str) -> Prepared:
    column = (_YEARLY | _DAILY)[noun]
    return Prepared(select(column.label("number")).where(*_beyond(BY_NOUN[noun].c.id), column.is_not(None)))


def _beyond(column: Column[int]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column > bindparam("known"), column < bindparam("end")


_OWN = Prepared(select(replica.c.last_id, replica.c.id_block, replica.c.series, replica.c.location_id))
