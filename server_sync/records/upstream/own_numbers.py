"""A device that was put back from a copy while its centre is away hears from its hub what it did since: it counts on.

Who it is from now on it may ask at the centre only. Until then it must give no id and no number a second time, or the
person who stands before it cannot be served.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import sqlite

from server_sync.clinic.ids import block_range
from server_sync.clinic.numbers import Token
from server_sync.protocol.canonical import Json
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Row
from server_sync.records.tables import counters, replica
from server_sync.records.upstream.base_images import NUMBERS

_YEARLY = frozenset({"appointment", "patient"})
_DAILY = frozenset({"queue", "help_call"})
_YEAR_AND_COUNT = re.compile(r"(?:APT|PAT)-(\d{4})-([A-Z]{0,3})(\d+)")

Groups = Mapping[str, Sequence[tuple[Sequence[str], Sequence[Sequence[Json]]]]]
"""Rows that came, by noun: with the same columns together, their names first."""


def count_on(connection: Connection, groups: Groups) -> None:
    """Take as given what these rows carry under ids of this device's own block.

    Each number for itself, whatever the last id is: one page may bring an appointment, the next a place of before. Of
    two that are copies of each other, one may also give more ids than the other, and fewer numbers.
    """
    (own,) = _OWN.rows(connection, {})
    block = block_range(own["id_block"])
    last, given = own["last_id"], dict[str, int]()
    for noun, some in groups.items():
        for names, rows in some:
            id_at = names.index("id")
            number_at = names.index(NUMBERS[noun]) if noun in _YEARLY | _DAILY and NUMBERS[noun] in names else None
            for row in rows:
                if not isinstance(one := row[id_at], int) or one not in block:
                    continue
                last = max(last, one)
                if number_at is not None:
                    for name, count in _count(noun, row[number_at], own):
                        given[name] = max(given.get(name, 0), count)
    if last > own["last_id"]:
        connection.execute(update(replica).values(last_id=last))
    if given:
        _count_through(connection, given)


def _count_through(connection: Connection, given: Mapping[str, int]) -> None:
    known = select(counters.c.name, counters.c.last).where(counters.c.name.in_(given))
    counted = {row.name: row.last for row in connection.execute(known)}
    for name, count in sorted(given.items()):
        if counted.get(name, 0) < count:
            statement = sqlite.insert(counters).values(name=name, last=count)
            highest = func.max(counters.c.last, statement.excluded.last)
            connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"last": highest}))


def _count(noun: str, number: Json, own: Row) -> Iterator[tuple[str, int]]:
    """The counter of which this number was taken, and how far that had counted."""
    if not isinstance(number, str):
        return
    if noun in _YEARLY:
        match = _YEAR_AND_COUNT.fullmatch(number)
        if match is not None and match[2] == own["series"]:
            yield f"{noun}_number:{match[1]}", int(match[3])
        return
    try:
        token = Token.parse(number)
    except ValueError:  # it has stepped aside for another
        return
    if token.series == own["series"]:
        yield f"token:{token.day:%Y%m%d}:{own['location_id']}:{token.series}", token.count


_OWN = Prepared(select(replica.c.last_id, replica.c.id_block, replica.c.series, replica.c.location_id))
