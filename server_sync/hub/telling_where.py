"""Telling the machines of a lobby where their hub is, by multicast DNS. It is only a hint: the proof decides."""

from __future__ import annotations

import ipaddress
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from server_sync.records.replica import Identity

log = logging.getLogger(__name__)

SERVICE = "_anteroom._tcp.local."
VERSION = "1"


@contextmanager
def told_in_the_lobby(identity: Identity, host: str, port: int) -> Iterator[None]:
    """Announce this hub for as long as the block runs; not where only this machine could reach it.

    Where the network allows no multicast it is found by its configured address alone; that is logged.
    """
    address = _address_of(host)
    if address is None:
        yield
        return
    from zeroconf import ServiceInfo, Zeroconf

    uid = str(identity.device_uid)
    said = ServiceInfo(
        SERVICE,
        f"hub-{uid}.{SERVICE}",
        addresses=[address],
        port=port,
        properties={"location": str(identity.location_id), "hub": uid, "v": VERSION},
    )
    try:
        zeroconf = Zeroconf()
    except OSError as error:
        log.warning("the lobby cannot be told where the hub is", extra={"cause": type(error).__name__})
        yield
        return
    try:
        zeroconf.register_service(said, cooperating_responders=True)
        yield
    finally:
        zeroconf.close()


def _address_of(host: str) -> bytes | None:
    """Where machines in the lobby reach this one; None where they do not."""
    try:
        given = ipaddress.ip_address(host)
    except ValueError:
        return None
    if given.is_loopback:
        return None
    return _own_address() if given.is_unspecified else given.packed


def _own_address() -> bytes | None:
    """Of the interface by which this machine speaks to its network; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address that is kept for documentation
            return socket.inet_aton(asking.getsockname()[0])
        except OSError:
            return None
