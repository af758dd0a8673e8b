"""Today's appointments of a location, as its desk lists them."""

from __future__ import annotations

from datetime import time, timedelta

from server_sync.clinic.local_time import moment_of
from server_sync.desk.appointments.after_booking import AppointmentSearch, Scope, search_appointments
from server_sync.desk.appointments.outcomes import Appointment
from server_sync.desk.place import Location
from server_sync.records.reading import Reading

MOST_OF_A_DAY = 2_000


def appointments_today(reading: Reading, location: Location) -> tuple[Appointment, ...]:
    """All of the location's own day, by time, whatever became of them."""
    today = location.today(reading.now)
    search = AppointmentSearch(
        location_id=location.id,
        since=moment_of(today, time.min, location.time_zone),
        until=moment_of(today + timedelta(days=1), time.min, location.time_zone),
        limit=MOST_OF_A_DAY,
    )
    return search_appointments(reading, search, Scope(location_id=location.id)).appointments
