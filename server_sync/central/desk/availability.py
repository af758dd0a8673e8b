"""Free slots as an endpoint tells them: written out once for each day's hours, and put together for each answer.

A fortnight of fifty doctors has ten thousand slots. Which of them are free is asked of the database each time; their
words depend on the hours alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

from server_sync.clinic.slots import Slot, SlotDay
from server_sync.desk.appointments.availability import DoctorSlots, FreeDay, SlotWish, free_slots
from server_sync.desk.appointments.outcomes import Reason
from server_sync.protocol.canonical import Json
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Replica
from server_sync.records.tables import locations

LOCAL = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class NothingToTell:
    """Why there is no answer: `unknown_doctor`, `unknown_place` or `not_public`."""

    reason: Reason


def availability_text(replica: Replica, wish: SlotWish) -> bytes | NothingToTell:
    """The whole body of the answer, in UTF-8."""
    with replica.read() as reading:
        if wish.location_id is not None:
            place = reading.first(_LOCATION, {"id": wish.location_id})
            if place is None:
                return NothingToTell(Reason.UNKNOWN_PLACE)
            if wish.public_only and not place["public_booking"]:
                return NothingToTell(Reason.NOT_PUBLIC)
        doctors = free_slots(reading, wish)
    if wish.doctor_id is not None and not doctors:
        return NothingToTell(Reason.UNKNOWN_DOCTOR)
    told = [doctor for doctor in doctors if doctor.is_public or not wish.public_only]
    if wish.doctor_id is not None and not told:
        return NothingToTell(Reason.NOT_PUBLIC)
    return f'{{"success":true,"data":[{",".join(map(_doctor_text, told))}]}}'.encode()


def slot_json(slot: Slot, time_zone: str, location_id: int) -> dict[str, Json]:
    """A slot in the location's local time, as written, with its moments beside it."""
    starts_at, ends_at = (local_time(moment, time_zone) for moment in (slot.starts_at, slot.ends_at))
    return {
        "start_time": starts_at.strftime(LOCAL),
        "end_time": ends_at.strftime(LOCAL),
        "duration_minutes": int((slot.ends_at - slot.starts_at).total_seconds()) // 60,
        "starts_at": starts_at.isoformat(),
        "ends_at": ends_at.isoformat(),
        "location_id": location_id,
    }


def local_time(moment: datetime, time_zone: str) -> datetime:
    """An aware moment on the clocks of `time_zone` (IANA)."""
    return moment.astimezone(ZoneInfo(time_zone))


def _doctor_text(doctor: DoctorSlots) -> str:
    head = {"doctor_id": doctor.doctor_id, "doctor_name": doctor.doctor_name, "specialty": doctor.specialty}
    slots = ",".join(_free_texts(doctor.days))
    return f'{json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]},"available_slots":[{slots}]}}'


def _free_texts(days: Iterable[FreeDay]) -> Iterable[str]:
    for free in days:
        texts, whole = _texts(free.day, free.location_id)
        yield whole if free.free is None else ",".join([texts[place] for place in free.free])


@lru_cache(maxsize=4096)
def _texts(day: SlotDay, location_id: int) -> tuple[tuple[str, ...], str]:
    """Each slot of a day, and all of them."""
    told = (slot_json(slot, day.time_zone, location_id) for slot in day.slots)
    texts = tuple(json.dumps(slot, separators=(",", ":")) for slot in told)
    return texts, ",".join(texts)


_LOCATION = Prepared(
    select(locations.c.public_booking).where(locations.c.id == bindparam("id"), locations.c.deleted_at.is_(None))
)
