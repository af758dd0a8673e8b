"""Endpoints of the queue: who waits where, by number and never by name for whoever has not signed in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.requests import centre_of
from server_sync.central.queue_now import queue_now
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue_view import DoctorQueue
from server_sync.protocol.canonical import Json

LARGEST_ID = 2**53

router = APIRouter()

Id = Annotated[int, Query(ge=1, le=LARGEST_ID)]


@router.get("/api/queue/current")
async def current(request: Request, location_id: Id = 1, doctor_id: Id | None = None) -> Response:
    """Today's open places of a location, per doctor."""
    centre = centre_of(request)
    queues = await centre.run(queue_now, centre.replica, location_id, doctor_id)
    if queues is None:
        raise Refused("unknown_place", "there is no such location")
    doctors: list[Json] = [_doctor(queue) for queue in queues]
    return answer({"success": True, "data": doctors})


def _doctor(queue: DoctorQueue) -> dict[str, Json]:
    return {
        "doctor_id": queue.doctor_id,
        "doctor_name": queue.doctor_name,
        "total_waiting": queue.count(QueueStatus.WAITING),
        "total_called": queue.count(QueueStatus.CALLED),
        "total_in_consultation": queue.count(QueueStatus.IN_CONSULTATION),
        "queue": [
            {
                "token_number": place.token_number,
                "patient_name": None,
                "current_status": place.status.value,
                "queue_position": place.position,
                "estimated_wait_time_minutes": place.estimated_wait_min,
            }
            for place in queue.places
        ],
    }
