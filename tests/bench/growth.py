"""What a request costs at a clinic with 10,000 appointments and at one with 1,000,000: it should be the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from statistics import median

from tests.bench.book import booking, free_slots
from tests.bench.load import Request, request, send_all
from tests.bench.server_under_load import LoadedServer, loaded_server
from tests.bench.table import Row

SIZES = ((10_000, 10_000), (1_000_000, 200_000))
"""Appointments and patients."""
TIMES = 150


def measure() -> list[Row]:
    """A row for each kind of request: the ratio of the medians at the two sizes."""
    small, large = (_costs(*size) for size in SIZES)
    return [
        Row(
            f"{what}: 1,000,000 appointments / 10,000",
            large[what] / small[what],
            1.3,
            how=f"{large[what] * 1e3:.2f} / {small[what] * 1e3:.2f} ms, medians of {TIMES}",
        )
        for what in small
    ]


def _costs(appointments: int, patients: int) -> dict[str, float]:
    with loaded_server(appointments, patients) as server:
        return {what: _median(server, requests) for what, requests in _requests(server).items()}


def _requests(server: LoadedServer) -> dict[str, Sequence[Request]]:
    headers, day = server.headers, datetime.now(UTC).date() + timedelta(days=2)
    slots = free_slots(server)
    return {
        "book": [booking(slots.pop(), 2 * number) for number in range(TIMES)],
        "availability": [
            request("GET", f"/api/appointments/availability?doctor_id={1 + number % 50}&date={day}")
            for number in range(TIMES)
        ],
        "appointments of a day": [
            request("GET", f"/api/appointments?doctor_id={1 + n % 50}&date_from={day}&date_to={day}", headers=headers)
            for n in range(TIMES)
        ],
        "appointment": [
            request("GET", f"/api/appointments/{101 + number}", headers=headers) for number in range(TIMES)
        ],
        "patient": [request("GET", f"/api/patients/{101 + number}", headers=headers) for number in range(TIMES)],
        "queue/current": [
            request("GET", f"/api/queue/current?location_id=1&doctor_id={1 + number % 50}", headers=headers)
            for number in range(TIMES)
        ],
    }


def _median(server: LoadedServer, requests: Sequence[Request]) -> float:
    replies, _took = send_all(server.port, requests, 1)
    bad = [reply for reply in replies if reply.status not in (200, 404)]
    if bad:
        raise RuntimeError(f"refused: {bad[0].body[:300]!r}")
    return median(reply.took_s for reply in replies[20:])
