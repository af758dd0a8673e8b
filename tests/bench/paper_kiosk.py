"""A kiosk that exists on paper only: it writes change sets as the desk makes them, without a database of its own.

The mix by changes: 60 % check-ins (place, appointment, audit), 20 % queue steps, 20 % edits of patients, each with its
audit entry; one set in twenty is in conflict with what the centre holds.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from uuid import UUID

import orjson

from server_sync.clinic.clocks import HybridTime, to_unix_ms
from server_sync.clinic.ids import uuid7
from server_sync.protocol.canonical import Json, digest
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.push import encode_push
from server_sync.records.tables.types import format_moment

IN_CONFLICT_EVERY = 20


@dataclass(frozen=True, slots=True)
class Known:
    """An appointment that waits for its patient, and who they are: as the centre holds them."""

    id: int
    uid: UUID
    patient_id: int
    patient_uid: UUID
    doctor_id: int
    status: str
    address: str | None


class PaperKiosk:
    """Writes sets in the order of its sequence. Everything random comes from its seed."""

    def __init__(self, uid: UUID, id_block: int, series: str, *, location_id: int = 1) -> None:
        self.uid = uid
        self._series = series
        self._location_id = location_id
        self._next_id = id_block * 2**32 + 1
        self._random = Random(id_block)
        self._sequence = 0
        self._number = 0
        self._audit = ""
        self._now = datetime.now(UTC)

    def work(self, known: Sequence[Known]) -> Iterator[ChangeSet]:
        """For every two appointments: two check-ins, a step of one place, an edit of one patient; ten changes."""
        for one, other in zip(known[::2], known[1::2], strict=False):
            place, first = self._check_in(one)
            yield first
            yield self._check_in(other)[1]
            yield self._step(place)
            yield self._edit(one)

    def _check_in(self, known: Known) -> tuple[RecordChange, ChangeSet]:
        self._number += 1
        token = f"{self._now:%Y%m%d}-{self._series}{self._number:05d}"
        uid, at = self._new_uid(), format_moment(self._now)
        place: dict[str, Json] = {
            "id": self._new_id(),
            "uid": str(uid),
            "created_at": at,
            "token_number": token,
            "patient_id": known.patient_id,
            "appointment_id": known.id,
            "doctor_id": known.doctor_id,
            "location_id": self._location_id,
            "business_date": f"{self._now:%Y-%m-%d}",
            "current_status": "waiting",
            "special_reason": None,
            "is_late": False,
            "follow_code": self._random.randbytes(16).hex(),
            "check_in_time": at,
            "clock_offset_ms": 12,
        }
        created = RecordChange("queue", Action.CREATE, uid, place)
        fields: dict[str, Json] = {"status": "confirmed", "queue_token": token}
        replaced: dict[str, Json] = {"status": known.status, "queue_token": None}
        changed = RecordChange("appointment", Action.UPDATE, known.uid, fields, replaced)
        return created, self._set("check_in", "patient", created, changed)

    def _step(self, place: RecordChange) -> ChangeSet:
        at = format_moment(self._now)
        fields: dict[str, Json] = {
            "current_status": "called",
            "called_time": at,
            "called_by": str(self.uid),
            "called_room": "Room 3",
            "step": 1,
        }
        replaced: dict[str, Json] = {
            "current_status": "waiting",
            "called_time": None,
            "called_by": None,
            "called_room": None,
            "step": 0,
        }
        return self._set("call_next", str(self.uid), RecordChange("queue", Action.UPDATE, place.uid, fields, replaced))

    def _edit(self, known: Known) -> ChangeSet:
        """Every fifth edit is based on an address that the centre does not hold: one set in twenty."""
        number = self._random.randrange(10**6)
        is_disputed = self._sequence // 4 % (IN_CONFLICT_EVERY // 4) == 0
        fields: dict[str, Json] = {
            "address": f"{number} Invented Street, Riverside",
            "emergency_contact_name": f"Given{number} Sample",
            "emergency_contact_phone": f"+44 7700 9{number % 10**5:05d}",
        }
        replaced: dict[str, Json] = {
            "address": "elsewhere" if is_disputed else known.address,
            "emergency_contact_name": None,
            "emergency_contact_phone": None,
        }
        change = RecordChange("patient", Action.UPDATE, known.patient_uid, fields, replaced)
        return self._set("change_patient", str(self.uid), change)

    def _set(self, intent: str, actor: str, *changes: RecordChange) -> ChangeSet:
        self._sequence += 1
        uid, audit_uid, at = self._new_uid(), self._new_uid(), format_moment(self._now)
        entry: dict[str, Json] = {
            "at": at,
            "writer": str(self.uid),
            "actor": actor,
            "intent": intent,
            "noun": changes[0].noun,
            "record_uid": str(changes[0].uid),
            "change_set_uid": str(uid),
            "previous_hash": self._audit,
        }
        self._audit = digest(entry)
        own: dict[str, Json] = {"id": self._new_id(), "uid": str(audit_uid), "created_at": at, "hash": self._audit}
        audit = RecordChange("audit", Action.CREATE, audit_uid, own | entry)
        made_at = HybridTime(to_unix_ms(self._now), self._sequence % 0x10000)
        return ChangeSet(uid, self.uid, self._sequence, intent, actor, str(made_at), 1, (*changes, audit))

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id

    def _new_uid(self) -> UUID:
        return uuid7(self._now, self._random.randbytes)


def bodies(kiosk: PaperKiosk, sets: Sequence[ChangeSet], most_changes: int) -> list[bytes]:
    """Compressed pushes of at most so many changes, as the worker writes them."""
    found, batch, changes = [], list[ChangeSet](), 0
    for one in [*sets, None]:
        if one is None or changes + len(one.changes) > most_changes:
            push = encode_push(kiosk.uid, [(each, each.hash()) for each in batch])
            found.append(gzip.compress(orjson.dumps(push), compresslevel=6, mtime=0))
            batch, changes = [], 0
        if one is not None:
            batch.append(one)
            changes += len(one.changes)
    return found
