"""What a machine made and its server did not take: who begins anew with the rows as they stand must hear of it, too.

The feed told it when the set was settled, but a machine that reads the tables first begins after that place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, bindparam, select

from server_sync.protocol.pages import Reference
from server_sync.records.outbox import SyncStatus
from server_sync.records.prepared import Prepared
from server_sync.records.tables import offline_sync_logs


def not_taken(connection: Connection, device_uid: UUID) -> list[Reference]:
    """The records that a device's quarantined sets were to make; some may stand by now, made by another set."""
    rows = _QUARANTINED.rows(connection, {"device": str(device_uid)})
    return list(dict.fromkeys(made for row in rows for made in _made(row["data"])))


def _made(body: Any) -> Iterator[Reference]:  # Any: whatever a device has sent; of nonsense nothing is known
    changes = body.get("sync_data") if isinstance(body, dict) else None
    for change in changes if isinstance(changes, list) else ():
        if isinstance(change, dict) and change.get("action") == "create":
            try:
                yield str(change.get("type")), UUID(str(change.get("uid")))
            except ValueError:
                continue


_QUARANTINED = Prepared(
    select(offline_sync_logs.c.data)
    .where(
        offline_sync_logs.c.device_id == bindparam("device", type_=String),
        offline_sync_logs.c.sync_status == SyncStatus.FAILED.value,
    )
    .order_by(offline_sync_logs.c.sequence)
)
