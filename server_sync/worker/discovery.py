"""Finding hubs on the local network by mDNS (`zeroconf`), in its own thread. What it finds proves nothing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

log = logging.getLogger(__name__)

SERVICE = "_anteroom._tcp.local."
VERSION = b"1"
RESOLVE_MS = 3_000
MOST_HUBS = 8
"""Whatever calls itself a hub beyond these is not tried."""


class HubDiscovery:
    """Knows where hubs of one location say they are. It looks from the first question on, until it is stopped."""

    def __init__(self, location_id: int) -> None:
        self._location_id = location_id
        self._lock = threading.Lock()
        self._found: dict[str, tuple[str, ...]] = {}
        self._network: Zeroconf | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """Look no more. From any thread."""
        with self._lock:
            self._is_stopped = True
            network, self._network = self._network, None
        if network is not None:
            network.close()

    def addresses(self) -> Sequence[str]:
        """https addresses, those that were heard of last first; none yet when first asked. From one thread."""
        self._look()
        with self._lock:
            return [one for found in reversed(self._found.values()) for one in found]

    def _look(self) -> None:
        """Where the network cannot be listened to nothing is found; the next question tries again."""
        if self._network is not None or self._is_stopped:
            return
        from zeroconf import ServiceBrowser, Zeroconf

        try:
            network = Zeroconf()
        except OSError as error:
            log.warning("hubs cannot be looked for on this network", extra={"code": type(error).__name__})
            return
        if not self._keeps(network):
            network.close()
            return
        ServiceBrowser(network, SERVICE, listener=self)  # type: ignore[arg-type]  # by its shape

    def _keeps(self, network: Zeroconf) -> bool:
        with self._lock:
            if not self._is_stopped:
                self._network = network
            return not self._is_stopped

    def add_service(self, network: Zeroconf, kind: str, name: str) -> None:
        """See zeroconf's ServiceListener: somebody says that a hub is there."""
        said = network.get_service_info(kind, name, RESOLVE_MS)
        if said is not None:
            self.heard(name, said)

    def update_service(self, network: Zeroconf, kind: str, name: str) -> None:
        """See zeroconf's ServiceListener."""
        self.add_service(network, kind, name)

    def remove_service(self, _network: Zeroconf, _kind: str, name: str) -> None:
        """See zeroconf's ServiceListener."""
        with self._lock:
            self._found.pop(name, None)

    def heard(self, name: str, said: ServiceInfo) -> None:
        """What a service says of itself; those of other places and versions are left out."""
        known = said.properties
        is_ours = known.get(b"location") == str(self._location_id).encode() and known.get(b"v") == VERSION
        with self._lock:
            self._found.pop(name, None)
            if is_ours and said.port and len(self._found) < MOST_HUBS:
                self._found[name] = tuple(_address(host, said.port) for host in said.parsed_addresses())


def _address(host: str, port: int) -> str:
    return f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"
