"""Running a hub: enrolled once at its centre, its records brought up to date, its socket bound, its end a clean one.

In the folder of its database stand the key by which the centre knows it (`hub.json`) and the certificate that it
serves with.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import orjson
from sqlalchemy import make_url

from server_sync.central.live.socket_protocol import LiveSocketProtocol
from server_sync.central.serving import (
    LARGEST_SOCKET_MESSAGE_BYTES,
    SHUTDOWN_S,
    CentreConfig,
    Server,
    address_of,
    listen,
    raise_file_limit,
)
from server_sync.central.settings import SettingsError
from server_sync.hub.application import create_hub
from server_sync.hub.certificate import Certificate, certificate_in, write_secret
from server_sync.hub.http_way import HttpCentreWay
from server_sync.hub.line import CentreWay
from server_sync.hub.settings import HubSettings
from server_sync.hub.telling_where import told_in_the_lobby
from server_sync.protocol.enrolment import Enrolment, encode_enrolment, parse_enrolment
from server_sync.records.database import open_database
from server_sync.records.disk_space import free_bytes_beside
from server_sync.records.migration import migrate
from server_sync.records.replica import Replica, is_founded
from server_sync.records.upstream.passing_on import HUB
from server_sync.worker.enrolment import enrol, found_device

ENROLMENT = "hub.json"


def serve_hub(settings: HubSettings, on_ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT. `on_ready(url)` is called once requests are answered.

    Raises SettingsError, Fault where it cannot be enrolled, StorageFault, OSError.
    """
    raise_file_limit()
    folder = settings.folder
    folder.mkdir(parents=True, exist_ok=True)
    certificate = certificate_in(folder)
    replica = open_hub(settings)
    try:
        with contextlib.ExitStack() as stack:
            listening = stack.enter_context(listen(settings.server.host, settings.server.port))
            address = address_of(listening).replace("http://", "https://", 1)
            stack.enter_context(told_in_the_lobby(replica.identity, settings.server.host, listening.getsockname()[1]))
            config = hub_config(replica, settings, certificate)
            Server(config, lambda: on_ready(address)).run(sockets=[listening])
    finally:
        replica.database.close()


def open_hub(settings: HubSettings) -> Replica:
    """The hub's records, enrolled and founded where they are new. Raises as `serve_hub`."""
    database = open_database(settings.server.database_url, key_hex=settings.database_key)
    try:
        migrate(database)
        if not is_founded(database):
            found_device(database, _joined(settings))
        free = free_bytes_beside(Path(make_url(settings.server.database_url).database or "."))
        replica = Replica(database, free_bytes=free)
        _refuse_others(replica)
    except BaseException:
        database.close()
        raise
    return replica


def hub_config(replica: Replica, settings: HubSettings, certificate: Certificate) -> CentreConfig:
    """How uvicorn runs the hub: as the centre, with its own certificate."""
    return CentreConfig(
        create_hub(replica, settings.server, way_of(settings, replica), certificate.hash, keep_key_in(settings.folder)),
        ws=LiveSocketProtocol,
        ws_max_size=LARGEST_SOCKET_MESSAGE_BYTES,
        ws_per_message_deflate=False,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=SHUTDOWN_S,
        ssl_certfile=str(certificate.certificate),
        ssl_keyfile=str(certificate.key),
    )


def way_of(settings: HubSettings, replica: Replica) -> Callable[[], CentreWay]:
    """The way to the centre, as whoever this hub is by then."""
    return lambda: HttpCentreWay(
        settings.centre_url, _enrolment_in(settings.folder).device_key, replica.identity.device_uid
    )


def keep_key_in(folder: Path) -> Callable[[str], None]:
    """Keeps a new key where the old one is."""

    def keep(key: str) -> None:
        _write_enrolment(folder, replace(_enrolment_in(folder), device_key=key))

    return keep


def _joined(settings: HubSettings) -> Enrolment:
    """Who this hub is; asked of the centre once: the answer is kept before anything else."""
    if not (settings.folder / ENROLMENT).exists():
        if not settings.code:
            raise SettingsError("this hub has not joined a clinic yet: --enrol with a code from enrol-code --kind hub")
        enrolment = enrol(settings.centre_url, settings.code)
        if enrolment.kind != HUB:  # nothing of it is kept: the next code is taken as if this had never been
            words = "that code was for another kind of machine, and is used up now: revoke that machine, make it a new"
            raise SettingsError(f"{words} code, and take one from enrol-code --kind hub here")
        _write_enrolment(settings.folder, enrolment)
    return _enrolment_in(settings.folder)


def _refuse_others(replica: Replica) -> None:
    if replica.identity.kind != HUB:
        raise SettingsError("this database is another machine's: a hub keeps its records in a file of its own")


def _enrolment_in(folder: Path) -> Enrolment:
    try:
        return parse_enrolment(json.loads((folder / ENROLMENT).read_bytes()))
    except FileNotFoundError as missing:
        raise SettingsError(f"{folder / ENROLMENT} is gone: without it the centre does not know this hub") from missing


def _write_enrolment(folder: Path, enrolment: Enrolment) -> None:
    write_secret(folder / ENROLMENT, orjson.dumps(encode_enrolment(enrolment)))
