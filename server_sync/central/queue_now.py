"""The queue as it stands, read for an endpoint in one consistent picture."""

from __future__ import annotations

from server_sync.desk.queue_view import DoctorQueue, FollowedPlace, current_queue, follow
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica


def queue_now(replica: Replica, location_id: int, doctor_id: int | None) -> tuple[DoctorQueue, ...] | None:
    """Today's open places by doctor; None where there is no such location."""
    with replica.read() as reading:
        try:
            return current_queue(reading, location_id, doctor_id)
        except StorageFault as fault:
            if fault.code == "no_location":
                return None
            raise


def place_now(replica: Replica, follow_code: str) -> FollowedPlace | None:
    """The place behind a ticket's QR code; None where the code is none of ours."""
    with replica.read() as reading:
        return follow(reading, follow_code)
