"""A doctor's queue as it goes over the line: the shape that `GET /api/queue/current` gives."""

from __future__ import annotations

from collections.abc import Mapping

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue_view import DoctorQueue
from server_sync.protocol.canonical import Json


def queue_shape(queue: DoctorQueue, names: Mapping[str, str] | None) -> dict[str, Json]:
    """One doctor's open places; `names` by token number, None for whoever may see numbers only."""
    return {
        "doctor_id": queue.doctor_id,
        "doctor_name": queue.doctor_name,
        "total_waiting": queue.count(QueueStatus.WAITING),
        "total_called": queue.count(QueueStatus.CALLED),
        "total_in_consultation": queue.count(QueueStatus.IN_CONSULTATION),
        "queue": [
            {
                "token_number": place.token_number,
                "patient_name": None if names is None else names.get(place.token_number),
                "current_status": place.status.value,
                "queue_position": place.position,
                "estimated_wait_time_minutes": place.estimated_wait_min,
            }
            for place in queue.places
        ],
    }
