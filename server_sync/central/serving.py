"""Running the central server: its records opened, its sockets bound, its end a clean one."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import sys
from collections.abc import Callable, Sequence
from typing import Any

import uvicorn
from fastapi import FastAPI

from server_sync.central.application import create_app
from server_sync.central.live.socket_protocol import LiveSocketProtocol
from server_sync.central.opening import open_centre
from server_sync.central.places.unplaced import place_appointments
from server_sync.central.settings import ServerSettings
from server_sync.central.sync.ingest import retry_all_quarantined
from server_sync.records.database import Pool
from server_sync.records.replica import Replica

SHUTDOWN_S = 5
"""How long requests that are under way may take after SIGTERM; what was acknowledged is durable in any case."""

ACCEPTING_TURNS = 4
"""Of the event loop, from a connection that the listening socket gives to one that the server knows."""

LARGEST_SOCKET_MESSAGE_BYTES = 16_384


class CentreConfig(uvicorn.Config):
    """How uvicorn runs the application, and what it calls when the end begins."""

    def __init__(self, app: FastAPI, **options: Any) -> None:  # Any: uvicorn's own
        super().__init__(app, **options)
        self.ending: Callable[[], None] = app.state.followers.end


class Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go of the pages that are kept open, and then of all else."""
        if isinstance(self.config, CentreConfig):
            self.config.ending()
        await self._accept_nobody_more()
        await super().shutdown(sockets)

    async def _accept_nobody_more(self) -> None:
        """Whoever is being accepted becomes a connection that is told of the end like all others.

        Else asyncio leaves their socket to the garbage collector, or uvicorn waits for them for `SHUTDOWN_S`.
        """
        with contextlib.suppress(NotImplementedError):  # Windows' loop does not watch sockets in this way
            for listening in (one for server in self.servers for one in server.sockets):
                asyncio.get_running_loop().remove_reader(listening.fileno())
        for _ in range(ACCEPTING_TURNS):
            await asyncio.sleep(0)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and say so."""
        await super().startup(sockets)
        if not self.should_exit:
            self._on_ready()


def serve(settings: ServerSettings, on_ready: Callable[[str], None], *, shares_port: bool = False) -> None:
    """Serve until SIGTERM or SIGINT. `on_ready(url)` is called once requests are answered.

    `shares_port`: other processes listen at the same port, and the system deals connections out among them.
    Raises StorageFault where the records cannot be used, OSError where the port cannot.
    """
    raise_file_limit()
    pool = Pool(settings.pool_size, statement_timeout_s=settings.statement_timeout_s)
    replica = open_centre(settings.database_url, pool=pool)
    place_appointments(replica)
    retry_all_quarantined(replica)
    collect_seldom()
    try:
        with contextlib.ExitStack() as stack:
            sockets = [stack.enter_context(one) for one in listen_at(settings, shares_port=shares_port)]
            address = address_of(sockets[0])
            Server(server_config(replica, settings), lambda: on_ready(address)).run(sockets=sockets)
    finally:
        replica.database.close()


def collect_seldom() -> None:
    """Let Python look for circles less often: a batch of a thousand changes makes fifty thousand values and no circle.

    Measured: a fifth of what settling a batch cost.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def raise_file_limit() -> None:
    """Let this process hold as many sockets as it may: the usual limit is 1,024, and each board has one."""
    if sys.platform == "win32":
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):  # more than the kernel gives
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def listen_at(settings: ServerSettings, *, shares_port: bool = False) -> Sequence[socket.socket]:
    """Bound sockets for the settings' port, and for the one for sockets where it has another. Raises OSError."""
    others = (settings.ws_port, settings.metrics_port)
    ports = [settings.port, *dict.fromkeys(port for port in others if port not in (None, settings.port))]
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(listen(settings.host, port or 0, shares_port=shares_port)) for port in ports]
        stack.pop_all()
    return sockets


def server_config(replica: Replica, settings: ServerSettings) -> CentreConfig:
    """How uvicorn runs the application; wsproto, since it is the one of its two that passes the Autobahn suite."""
    return CentreConfig(
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


def listen(host: str, port: int, *, shares_port: bool = False) -> socket.socket:
    """A bound socket; port 0 takes a free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP: asyncio sends small answers at once (TCP_NODELAY) only on sockets that say so, else after 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shares_port:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
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
