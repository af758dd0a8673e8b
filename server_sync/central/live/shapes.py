"""A doctor's queue as it goes over the line: the shape that `GET /api/queue/current` gives."""

from __future__ import annotations

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue_view import DoctorQueue
from server_sync.protocol.canonical import Json


def queue_shape(queue: DoctorQueue) -> dict[str, Json]:
    """One doctor's open places; with names where the queue was read for staff."""
    return {
        "doctor_id": queue.doctor_id,
        "doctor_name": queue.doctor_name,
        "total_waiting": queue.count(QueueStatus.WAITING),
        "total_called": queue.count(QueueStatus.CALLED),
        "total_in_consultation": queue.count(QueueStatus.IN_CONSULTATION),
        "queue": [
            {
                "token_number": place.token_number,
                "patient_name": None if place.details is None else place.details.patient_name,
                "current_status": place.status.value,
                "queue_position": place.position,
                "estimated_wait_time_minutes": place.estimated_wait_min,
            }
            for place in queue.places
        ],
    }
