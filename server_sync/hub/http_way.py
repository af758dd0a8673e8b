"""A hub's real way to its centre: HTTP with the hub's own key, for itself and for those whose sets it forwards."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from server_sync.hub.place import parse_site
from server_sync.protocol.push import SetAnswer, parse_answers
from server_sync.worker.http_transport import HttpTransport

GZIP_LEVEL = 6


class HttpCentreWay(HttpTransport):
    """Implements `CentreWay`."""

    def __init__(self, server_url: str, device_key: str, device_uid: UUID) -> None:
        """See HttpTransport; each page says what is settled of all."""
        super().__init__(server_url, device_key, device_uid, of_all=True)

    async def forward(self, device_uid: UUID, body: bytes) -> tuple[SetAnswer, ...]:
        """See Forwards."""
        headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        packed = gzip.compress(body, compresslevel=GZIP_LEVEL, mtime=0)
        return parse_answers(await self._ask("POST", "/api/appointments/offline-sync", headers=headers, content=packed))

    async def site(self) -> Sequence[dict[str, Any]]:
        """See CentreWay."""
        return parse_site(await self._ask("GET", "/api/sync/site"))
