"""Opening the centre's records, brought up to date: for the server, and for the commands that do one thing beside it.

Without the web application, which takes a command longer to import than most of them take to work.
"""

from __future__ import annotations

import contextlib
import os

from server_sync.central.news.announcers import tell_running_servers
from server_sync.clinic.clocks import Clock, SystemClock
from server_sync.clinic.ids import uuid7
from server_sync.records.database import Pool, open_database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found, is_founded


def open_centre(url: str, clock: Clock | None = None, pool: Pool | None = None) -> Replica:
    """The centre's replica at `url`, migrated, and founded where the database is new. Raises StorageFault."""
    # On connections of its own: a migration may take longer than any statement of a request.
    with contextlib.closing(open_database(url, enforce_references=True)) as database:
        migrate(database)
        if not is_founded(database):
            found(database, Identity("centre", uuid7((clock or SystemClock()).now(), os.urandom)))
    database = open_database(url, enforce_references=True, pool=pool)
    replica = Replica(database, clock=clock)
    replica.on_commit = tell_running_servers(database)
    return replica
