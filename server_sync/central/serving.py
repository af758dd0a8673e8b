"""Running the central server: its records opened and brought up to date, its sockets bound, its end a clean one."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn

from server_sync.central.announcers import tell_running_servers
from server_sync.central.application import create_app
from server_sync.central.live.socket_protocol import LiveSocketProtocol
from server_sync.central.settings import ServerSettings
from server_sync.clinic.clocks import Clock, SystemClock
from server_sync.clinic.ids import uuid7
from server_sync.records.database import open_database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found, is_founded

SHUTDOWN_S = 5
"""How long requests that are under way may take after SIGTERM; what was acknowledged is durable in any case."""

LARGEST_SOCKET_MESSAGE_BYTES = 16_384


def open_centre(url: str, clock: Clock | None = None) -> Replica:
    """The centre's replica at `url`, migrated, and founded where the database is new. Raises StorageFault."""
    database = open_database(url, enforce_references=True)
    migrate(database)
    if not is_founded(database):
        found(database, Identity("centre", uuid7((clock or SystemClock()).now(), os.urandom)))
    replica = Replica(database, clock=clock)
    replica.on_commit = tell_running_servers(database)
    return replica


class Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and say so."""
        await super().startup(sockets)
        if not self.should_exit:
            self._on_ready()


def serve(settings: ServerSettings, on_ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT. `on_ready(url)` is called once requests are answered.

    Raises StorageFault where the records cannot be used, OSError where the port cannot.
    """
    replica = open_centre(settings.database_url)
    listening = listen(settings.host, settings.port)
    try:
        with listening:
            address = address_of(listening)
            Server(server_config(replica, settings), lambda: on_ready(address)).run(sockets=[listening])
    finally:
        replica.database.close()


def server_config(replica: Replica, settings: ServerSettings) -> uvicorn.Config:
    """How uvicorn runs the application; wsproto, since it is the one of its two that passes the Autobahn suite."""
    return uvicorn.Config(
        create_app(replica, settings),
        ws=LiveSocketProtocol,
        ws_max_size=LARGEST_SOCKET_MESSAGE_BYTES,
        # Frames are encoded once for everybody; and 1,000 sockets need no compressor each.
        ws_per_message_deflate=False,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_graceful_shutdown=SHUTDOWN_S,
    )


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; port 0 takes a free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP: asyncio sends small answers at once (TCP_NODELAY) only on sockets that say so, else after 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    return listening


def address_of(listening: socket.socket) -> str:
    """The address to reach a bound socket at, on this machine where it listens on every interface."""
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
