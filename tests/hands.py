"""Devices whose change sets are written by hand: what no front desk of ours would send."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from server_sync.central.sync.ingest import Offered, ingest
from server_sync.clinic.clocks import HybridTime, to_unix_ms
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.push import encode_push
from server_sync.records.reading import Row
from tests.clinics import Device, LittleClinic


class Hand:
    """Writes a device's change sets by hand, in the order of its sequence."""

    def __init__(self, device: Device, clinic: LittleClinic) -> None:
        self.device = device
        self._clinic = clinic
        self.sequence = 0

    def set(self, *changes: RecordChange, uid: int | None = None, ahead: timedelta = timedelta(0)) -> ChangeSet:
        self.sequence += 1
        made_at = HybridTime(to_unix_ms(self._clinic.clock.now() + ahead), self.sequence)
        identity = self.device.identity
        number = UUID(int=identity.id_block * 10**6 + (self.sequence if uid is None else uid))
        return ChangeSet(number, identity.uid, self.sequence, "edit", "patient", str(made_at), 1, changes)

    def patient(self, number: int, patient_number: str = "", /, **fields: Json) -> RecordChange:
        return self.new("patient", number, {"patient_number": patient_number or f"PAT-{number}", **fields})

    def place(self, number: int, /, **fields: Json) -> RecordChange:
        own: dict[str, Json] = {
            "token_number": f"20260309-{self.device.replica.identity.series}{number:03d}",
            "location_id": 1,
            "business_date": "2026-03-09",
            "check_in_time": "2026-03-09T09:00:00.000000Z",
        }
        return self.new("queue", number, own | fields)

    def id_of(self, number: int) -> int:
        return self.device.identity.id_block * 2**32 + number

    def new(self, noun: str, number: int, fields: dict[str, Json]) -> RecordChange:
        """A record with an id out of this device's own block."""
        uid = UUID(int=self.id_of(number))
        own: dict[str, Json] = {
            "id": self.id_of(number),
            "uid": str(uid),
            "created_at": "2026-03-09T09:00:00.000000Z",
        }
        return RecordChange(noun, Action.CREATE, uid, own | fields)


def offer(clinic: LittleClinic, device: Device, *sets: ChangeSet, after: UUID | None = None) -> list[str]:
    offered = [Offered(one, one.hash()) for one in sets]
    return [str(settled.outcome) for settled in ingest(clinic.centre, device.identity, offered, after=after)]


def update(noun: str, uid: Any, replaced: dict[str, Json], **fields: Json) -> RecordChange:
    return RecordChange(noun, Action.UPDATE, uid, fields, replaced)


def rows_of(clinic: LittleClinic, query: Any) -> list[Row]:
    with clinic.centre.read() as reading:
        return list(reading.all(query))


def wire(device: Device, *sets: ChangeSet) -> dict[str, Any]:
    push = encode_push(device.identity.uid, [(one, one.hash()) for one in sets])
    return json.loads(json.dumps(push))  # type: ignore[no-any-return]
