"""Playing somebody's wait before they get their place: a unit of work holds others up, and shall simulate nothing."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.clinic.queue_policy import SpecialReason, special_reason
from server_sync.desk.place import LOCATION_COLUMNS, location_in, location_of
from server_sync.desk.waits.course import Prospect
from server_sync.desk.waits.told import told_waits
from server_sync.protocol.faults import StorageFault
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, locations, patients


def foresee_check_in(replica: Replica, appointment_uid: UUID) -> None:
    """Before the holder of an appointment is checked in; of an unknown one nothing is said."""
    with replica.read() as reading:
        row = reading.first(_APPOINTMENT, {"uid": appointment_uid})
        if row is None:
            return
        location = location_in(row)
        special = special_reason(row["date_of_birth"], location.today(reading.now))
        told_waits(reading, location, [Prospect(row["doctor_id"], row["scheduled_date"], special is not None)])


def foresee_walk_in(
    replica: Replica, location_id: int, doctor_id: int | None = None, special: SpecialReason | None = None
) -> None:
    """Before a walk-in joins; without a doctor they wait for whoever is free. Nothing where the place is unknown."""
    with replica.read() as reading:
        try:
            location = location_of(reading, location_id)
        except StorageFault:
            return
        told_waits(reading, location, [Prospect(doctor_id, None, special is not None)])


_APPOINTMENT = Prepared(
    select(
        appointments.c.doctor_id,
        appointments.c.scheduled_date,
        patients.c.date_of_birth,
        *LOCATION_COLUMNS,
    )
    .join(locations, locations.c.id == appointments.c.location_id)
    .outerjoin(patients, patients.c.id == appointments.c.patient_id)
    .where(appointments.c.uid == bindparam("uid"), appointments.c.deleted_at.is_(None))
)
