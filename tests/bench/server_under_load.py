"""The central server with a PostgreSQL of its own, as separate processes, for measurements."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from server_sync.central.access.secret import server_secret
from server_sync.central.access.tokens import Claims, issue
from server_sync.central.opening import open_centre
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from tests.large_clinic import grow
from tests.postgres import running_postgres


@dataclass(frozen=True, slots=True)
class LoadedServer:
    """A running server: its port, its database, and the headers of a receptionist."""

    port: int
    database: Database
    headers: dict[str, str]
    server_pid: int
    postgres_pid: int


@contextmanager
def loaded_server(appointments: int, patients: int) -> Iterator[LoadedServer]:
    """A server over a clinic that has grown (`tests.large_clinic`); every commit reaches the disk."""
    with running_postgres(durable=True, more="shared_buffers = 512MB\n") as postgres, postgres.database() as name:
        url = postgres.url(name)
        replica = open_centre(url)
        grow(replica.database, appointments, patients, datetime.now(UTC))
        claims = Claims(Role.RECEPTIONIST, UUID(int=1), None, location_id=1, user_id=1)
        token = issue(server_secret(replica, ServerSettings(database_url=url)), claims, datetime.now(UTC), _A_RUN)
        try:
            with _started([sys.executable, "-m", "tests.bench.compared_server", url]) as (port, pid):
                postmaster = int((postgres.folder / "cluster" / "postmaster.pid").read_text().split()[0])
                headers = {"Authorization": f"Bearer {token}"}
                yield LoadedServer(port, replica.database, headers, pid, postmaster)
        finally:
            replica.database.close()


@contextmanager
def side_by_side(server: LoadedServer, workers: int) -> Iterator[int]:
    """The port of several processes of the product's own server, on the database of one that runs already."""
    url = server.database.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "server_sync", "serve", "--database", url, "--port", "0"]
    with _started([*command, "--workers", str(workers)]) as (port, _pid):
        yield port


@contextmanager
def _started(command: list[str]) -> Iterator[tuple[int, int]]:
    """A server's port and process, once it says that it answers."""
    without_limits = {**os.environ, "RATE_LIMITS": "off"}
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=without_limits)
    try:
        assert server.stdout is not None
        yield int(server.stdout.readline().rpartition(":")[2]), server.pid
    finally:
        server.terminate()
        server.wait()


_A_RUN = timedelta(hours=6)
