"""Rows that PostgreSQL is given by COPY: what a value holds is never taken for a sign of the format."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from server_sync.central.sync.settling.copying import copy_rows
from server_sync.records.database import open_database

ODD = ["plain", "", "\\N", "\\", "a\\tb", "a\tb", "one\ntwo", "one\r\ntwo", "\\.", "Žofie 李"]


@pytest.mark.parametrize("beside", [None, 7, "plain", "\t", b'{"said":"\\\\N"}'])
def test_copied_values_come_back_as_they_were_given(postgres_url: str, beside: str | bytes | int | None) -> None:
    database = open_database(postgres_url)
    rows = [{"place": place, "odd": odd, "beside": beside} for place, odd in enumerate([*ODD, None])]
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE copied (place INTEGER, odd TEXT, beside TEXT)"))
        copy_rows(connection, "copied", ("place", "odd", "beside"), rows)
        found = connection.execute(text("SELECT odd, beside FROM copied ORDER BY place")).all()
    database.close()
    told = beside.decode() if isinstance(beside, bytes) else None if beside is None else str(beside)
    assert [tuple(row) for row in found] == [(odd, told) for odd in [*ODD, None]]
