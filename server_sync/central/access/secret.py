"""The key with which the centre signs: configured, or made up at the first start and kept with its records."""

from __future__ import annotations

import contextlib
import secrets

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from server_sync.central.settings import ServerSettings
from server_sync.records.replica import Replica
from server_sync.records.tables import server_secrets

NAME = "signing_key"


def server_secret(replica: Replica, settings: ServerSettings) -> str:
    """The same key for every process on one database. Raises StorageFault."""
    if settings.secret_key:
        return settings.secret_key
    kept = _kept(replica)
    if kept:
        return kept
    with contextlib.suppress(IntegrityError), replica.database.writing() as connection:  # another may be quicker
        connection.execute(insert(server_secrets), {"name": NAME, "value": secrets.token_urlsafe(48)})
    return _kept(replica)


def _kept(replica: Replica) -> str:
    """An empty string where there is none yet."""
    query = select(server_secrets.c.value).where(server_secrets.c.name == NAME)
    with replica.database.reading() as connection:
        return connection.execute(query).scalar() or ""
