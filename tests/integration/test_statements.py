"""Values by the list in one text of SQL, one statement for many rows, and a part of a transaction undone alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from server_sync.records.among import among
from server_sync.records.database import Database
from server_sync.records.migration import migrate
from server_sync.records.prepared import Prepared
from server_sync.records.savepoints import savepoint
from server_sync.records.tables import base_images, conflicts, counters, patients, users

_ADD = Prepared(insert(counters).values(name=bindparam("name"), last=bindparam("last")))
_COUNTERS = Prepared(select(counters.c.name, counters.c.last).order_by(counters.c.name))
_BASES = Prepared(insert(base_images).values(noun="patient", record_uid=bindparam("uid"), image=bindparam("image")))


@pytest.fixture
def database(empty_database: Database) -> Database:
    """With every table, and nothing in them."""
    migrate(empty_database)
    return empty_database


def _names(connection: Connection) -> list[str]:
    return [row["name"] for row in _COUNTERS.rows(connection, {})]


@pytest.mark.parametrize(("wanted", "found"), [([], []), (["b"], ["b"]), (["c", "a", "z"], ["a", "c"])])
def test_any_number_of_values_is_looked_for_by_the_same_text(
    database: Database, wanted: Sequence[str], found: Sequence[str]
) -> None:
    query = Prepared(select(counters.c.name).where(among(counters.c.name, "names")).order_by(counters.c.name))
    with database.writing() as connection:
        _ADD.many(connection, [{"name": name, "last": 1} for name in "abc"])
        assert [row["name"] for row in query.rows(connection, {"names": wanted})] == found


def test_uids_are_looked_for_as_they_are_stored(database: Database) -> None:
    one, other = UUID(int=1 << 80), UUID(int=2 << 80)
    query = Prepared(select(base_images.c.record_uid).where(among(base_images.c.record_uid, "uids")))
    with database.writing() as connection:
        _BASES.many(connection, [{"uid": uid, "image": {"id": 7}} for uid in (one, other)])
        assert [row["record_uid"] for row in query.rows(connection, {"uids": [other, UUID(int=3)]})] == [other]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (patients.c.id, [1, 2**40]),
        (patients.c.date_of_birth, [date(1980, 3, 14)]),
        (users.c.location_id, [1]),
        (conflicts.c.kind, ["same_person"]),
    ],
)
def test_every_kind_of_column_that_is_looked_for_by_the_list_takes_one(
    database: Database, column: Column[Any], values: Sequence[Any]
) -> None:
    with database.reading() as connection:
        assert Prepared(select(column).where(among(column, "values"))).rows(connection, {"values": values}) == []


def test_what_fails_within_a_savepoint_is_undone_and_the_rest_of_the_work_stands(database: Database) -> None:
    with database.writing() as connection:
        _ADD.rows(connection, {"name": "before", "last": 1})
        with pytest.raises(IntegrityError), savepoint(connection):
            _ADD.rows(connection, {"name": "within", "last": 1})
            _ADD.rows(connection, {"name": "before", "last": 2})
        with savepoint(connection), savepoint(connection):
            _ADD.rows(connection, {"name": "after", "last": 1})
    with database.reading() as connection:
        assert _names(connection) == ["after", "before"]


def test_a_savepoint_goes_with_the_work_around_it(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        with savepoint(connection):
            _ADD.rows(connection, {"name": "within", "last": 1})
        raise ZeroDivisionError
    with database.reading() as connection:
        assert _names(connection) == []
