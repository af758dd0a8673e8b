"""A sync log as it stands after years: receipts of many devices, made by the database itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from server_sync.records.database import Database

FIRST = datetime(2025, 1, 1, tzinfo=UTC)
SMALL_DEVICE = "01890a5d-ac96-774b-bcce-000000000000"
"""The device of the first hundredth of the log; the others share the rest."""


def write_log(database: Database, entries: int) -> None:
    """That many receipts, half a minute apart: one in a hundred failed or in conflict, bodies of some 600 bytes."""
    statement = _POSTGRES if database.is_postgres else _SQLITE
    step = timedelta(seconds=30)
    with database.writing() as connection:
        if database.is_postgres:
            values = {"entries": entries, "first": FIRST, "step": step, "small": SMALL_DEVICE}
        else:
            values = {
                "entries": entries,
                "first": FIRST.timestamp(),
                "step": step.total_seconds(),
                "small": SMALL_DEVICE,
            }
        connection.execute(text(statement), values)
    if database.is_postgres:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE offline_sync_logs"))


_COLUMNS = """INSERT INTO offline_sync_logs (change_set_uid, device_id, sequence, intent, sync_type, record_id, action,
    data, hash, sync_status, outcome, conflict_resolution, sync_timestamp, server_timestamp)"""
_VALUES = """
    CASE i % 50 WHEN 0 THEN 'erase' WHEN 1 THEN 'register' WHEN 2 THEN 'walk_in' WHEN 3 THEN 'call_next'
        ELSE 'check_in' END,
    CASE i % 50 WHEN 0 THEN 'patient' WHEN 1 THEN 'patient' ELSE 'queue' END,
    1099511627776 + i, 'create', {body}, '{hash}',
    CASE i % 200 WHEN 0 THEN 'failed' WHEN 1 THEN 'conflict' ELSE 'synced' END,
    CASE i % 200 WHEN 0 THEN 'broken_rule' WHEN 1 THEN 'left_for_the_desk' ELSE 'applied' END,
    NULL,"""
_BODY = '{"sync_data": [{"data": {"notes": "' + "invented " * 60 + '"}, "type": "queue"}]}'
_POSTGRES = (
    _COLUMNS
    + """ SELECT gen_random_uuid(),
    CASE WHEN i <= :entries / 100 THEN :small
        ELSE '01890a5d-ac96-774b-bcce-' || lpad((i % 20 + 1)::text, 12, '0') END,
    i,"""
    + _VALUES.format(body=f"'{_BODY}'", hash="0" * 64).replace(":", r"\:")
    + """
    CAST(:first AS timestamptz) + i * CAST(:step AS interval),
    CAST(:first AS timestamptz) + i * CAST(:step AS interval) + interval '1 second'
    FROM generate_series(CAST(1 AS bigint), :entries) i"""
)
_SQLITE = (
    "WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < :entries) "
    + _COLUMNS
    + """ SELECT lower(hex(randomblob(16))),
    CASE WHEN i <= :entries / 100 THEN :small
        ELSE '01890a5d-ac96-774b-bcce-' || substr('000000000000' || (i % 20 + 1), -12) END,
    i,"""
    + _VALUES.format(body=f"'{_BODY}'", hash="0" * 64).replace(":", r"\:")
    + r"""
    strftime('%Y-%m-%dT%H\:%M\:%f000Z', :first + i * :step, 'unixepoch'),
    strftime('%Y-%m-%dT%H\:%M\:%f000Z', :first + i * :step + 1, 'unixepoch')
    FROM numbers"""
)
