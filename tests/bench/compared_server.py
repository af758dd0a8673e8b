"""The real server with two endpoints beside its own, to measure those against: `compared_server DATABASE_URL`.

`POST /bench/insert` takes the body of a booking and does one bare INSERT with it: same server, same pool, same commit.
`PUT /bench/kept` keeps an object in memory, and `GET /bench/kept` encodes it.
"""

from __future__ import annotations

import sys
from typing import Any

import uvicorn
from fastapi import Request, Response
from sqlalchemy import text

from server_sync.central.api.answers import answer
from server_sync.central.api.appointments import BookingBody
from server_sync.central.api.operations import endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.opening import open_centre
from server_sync.central.serving import Server, address_of, collect_seldom, listen, server_config
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import EVERYONE
from server_sync.records.replica import Replica

router = endpoints("bench")
_kept: dict[str, Any] = {}


def _insert(replica: Replica, booking: BookingBody) -> None:
    with replica.database.writing() as connection:
        connection.execute(_INSERT, {"doctor": booking.doctor_id, "at": str(booking.scheduled_date), "why": "bench"})


@router.post(
    "/bench/insert", **operation("Insert", roles=EVERYONE, answers=dict[str, int], example={}, request_example={})
)
async def insert(request: Request, booking: BookingBody) -> Response:
    """One row of four columns, committed."""
    centre = centre_of(request)
    await centre.run(_insert, centre.replica, booking)
    return answer({"success": True, "data": {"id": 1}})


@router.put("/bench/kept", **operation("Keep", roles=EVERYONE, answers=dict[str, int], example={}, request_example={}))
async def keep(request: Request, kept: dict[str, Any]) -> Response:
    """Keep an object."""
    _kept.clear()
    _kept.update(kept)
    return answer({"success": True, "data": {}})


@router.get("/bench/kept", **operation("Show", roles=EVERYONE, answers=dict[str, int], example={}))
async def kept() -> Response:
    """Encode it."""
    return answer(_kept)


_INSERT = text("INSERT INTO bare (doctor, at, why) VALUES (:doctor, :at, :why)")


def main(database_url: str) -> None:
    """Serve until SIGTERM; one line with the port once requests are answered."""
    replica = open_centre(database_url)
    with replica.database.writing() as connection:
        connection.execute(text("CREATE TABLE bare (id BIGSERIAL PRIMARY KEY, doctor BIGINT, at TEXT, why TEXT)"))
    config: uvicorn.Config = server_config(replica, ServerSettings(database_url=database_url, rate_limits={}))
    app: Any = config.app
    app.include_router(router)
    collect_seldom()
    listening = listen("127.0.0.1", 0)
    Server(config, lambda: print(address_of(listening), flush=True)).run(sockets=[listening])


if __name__ == "__main__":
    main(sys.argv[1])
