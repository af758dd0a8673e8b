"""Endpoints of the queue: who waits where, by number; with names for those who work there."""

from __future__ import annotations

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import QueryId
from server_sync.central.api.operations import endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.queue_now import queue_now
from server_sync.clinic.roles import DEVICES, STAFF
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue_view import DoctorQueue
from server_sync.protocol.canonical import Json

router = endpoints("queue")


class PlaceInQueue(BaseModel):
    """One number. `patient_name` is null for whoever may not see names."""

    token_number: str
    patient_name: str | None
    current_status: str
    queue_position: int | None
    estimated_wait_time_minutes: int | None


class QueueOfDoctor(BaseModel):
    """A doctor's open places today, in their order; `doctor_id` is null for those who wait for whoever is free."""

    doctor_id: int | None
    doctor_name: str
    total_waiting: int
    total_called: int
    total_in_consultation: int
    queue: list[PlaceInQueue]


_EXAMPLE: Json = {
    "success": True,
    "data": [
        {
            "doctor_id": 7,
            "doctor_name": "Dr Okafor",
            "total_waiting": 1,
            "total_called": 0,
            "total_in_consultation": 0,
            "queue": [
                {
                    "token_number": "20240115-001",
                    "patient_name": None,
                    "current_status": "waiting",
                    "queue_position": 1,
                    "estimated_wait_time_minutes": 14,
                }
            ],
        }
    ],
}


@router.get(
    "/api/queue/current",
    **operation(
        "Today's queue, per doctor",
        roles=STAFF | DEVICES,
        answers=list[QueueOfDoctor],
        example=_EXAMPLE,
        refuses=["unknown_place"],
    ),
)
async def current(request: Request, location_id: QueryId = 1, doctor_id: QueryId | None = None) -> Response:
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
