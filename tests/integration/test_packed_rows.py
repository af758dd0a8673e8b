"""Columns that PostgreSQL is given packed: what a value holds is never taken for a sign of a format."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from server_sync.records.database import open_database
from server_sync.records.packed import packed_texts
from server_sync.records.prepared import run_numbered

ODD = ["plain", "", "\\N", "\\", "a\\tb", "a\tb", "one\ntwo", "one\r\ntwo", "\\.", "NULL", '{"a","b"}', "Žofie 李"]


@pytest.mark.parametrize("beside", [None, 7, "plain", "\t", b'{"said":"\\\\N"}'])
def test_packed_values_come_back_as_they_were_given(postgres_url: str, beside: str | bytes | int | None) -> None:
    database = open_database(postgres_url)
    odd = [*ODD, None]
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE packed (place SERIAL, mark INTEGER, odd TEXT, beside TEXT)"))
        sql = (
            "INSERT INTO packed (mark, odd, beside) SELECT CAST($2 AS INTEGER), odd, beside "
            "FROM unnest(CAST($1 AS TEXT[]), CAST($3 AS TEXT[])) AS given (odd, beside)"
        )
        run_numbered(connection, [(sql, [packed_texts(odd), 5, packed_texts([beside] * len(odd))])])
        found = connection.execute(text("SELECT mark, odd, beside FROM packed ORDER BY place")).all()
    database.close()
    told = beside.decode() if isinstance(beside, bytes) else None if beside is None else str(beside)
    assert [tuple(row) for row in found] == [(5, one, told) for one in odd]
