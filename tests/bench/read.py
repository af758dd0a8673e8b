"""`availability` and `queue/current` beside an endpoint that encodes the same object from memory, at one server."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from statistics import median, quantiles

from tests.bench.load import Request, request, send_all
from tests.bench.server_under_load import LoadedServer, loaded_server
from tests.bench.table import Row

TIMES = 60


def measure() -> list[Row]:
    """Two rows: the ratios of the medians."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    days = f"/api/appointments/availability?location_id=1&date={tomorrow}&days=14"
    with loaded_server(appointments=50_000, patients=10_000) as server:
        return [
            _beside(server, "availability, 50 doctors x 14 days", days),
            _beside(server, "queue/current", "/api/queue/current?location_id=1"),
        ]


def _beside(server: LoadedServer, what: str, path: str) -> Row:
    asked = request("GET", path, headers=server.headers)
    ((reply,), _took) = send_all(server.port, [asked], 1)
    send_all(server.port, [request("PUT", "/bench/kept", json.loads(reply.body), server.headers)], 1)
    kept = request("GET", "/bench/kept", headers=server.headers)
    real, encoded = _turns(server, asked, kept)
    ratio = median(real) / median(encoded)
    how = (
        f"p50 {median(real) * 1e3:.1f} ms (p95 {quantiles(real, n=20)[-1] * 1e3:.1f}), "
        f"from memory {median(encoded) * 1e3:.1f} ms, {len(reply.body) / 1024:.0f} KiB, {TIMES} turns"
    )
    return Row(f"{what} / the same object from memory", ratio, 3, how=how)


def _turns(server: LoadedServer, asked: Request, kept: Request) -> tuple[list[float], list[float]]:
    real, encoded = [], []
    for turn in range(TIMES + 3):
        replies, _took = send_all(server.port, [asked, kept], 1)
        if turn >= 3:
            real.append(replies[0].took_s)
            encoded.append(replies[1].took_s)
    return real, encoded
