"""Conflicts on the wire: how they are told of, and what is said to settle one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, JsonValue

from server_sync.central.api.fields import Body
from server_sync.central.api.patient_answers import (
    ENTRY_EXAMPLE,
    PatientEntryAnswer,
    PersonalDocument,
    entry_json,
)
from server_sync.central.desk.conflicts import QuarantinedSet
from server_sync.desk.conflicts.listing import Conflict, Disagreement
from server_sync.desk.conflicts.settling import Decision
from server_sync.protocol.canonical import Json
from server_sync.records.values import to_wire


class DisagreementAnswer(BaseModel):
    """One field. `standing` is what the record says now, `offered` what gave way, `others` what came before that."""

    name: str
    standing: JsonValue
    offered: JsonValue
    based_on: JsonValue
    others: list[JsonValue]


class FreeSlotAnswer(BaseModel):
    """A free time that would do instead."""

    location_id: int
    starts_at: datetime
    ends_at: datetime


class ConflictAnswer(BaseModel):
    """What a person should settle. `kind` is a stable name; `words` are for people and hold no value."""

    id: int
    uid: UUID
    kind: str
    location_id: int
    type: str
    record_uid: UUID
    patient: PatientEntryAnswer | None
    other: PatientEntryAnswer | None
    words: str
    since: datetime
    fields: list[DisagreementAnswer]
    alternatives: list[FreeSlotAnswer]
    decision: Decision | None
    decided_by: str | None
    decided_at: datetime | None


class ConflictsAnswer(BaseModel):
    """Oldest first; `after` is where the next page begins, and null at the end."""

    conflicts: list[ConflictAnswer]
    after: int | None


class QuarantinedAnswer(BaseModel):
    """What a device did and nobody could apply, with its reason: a stable name, and words for people."""

    id: int
    change_set_uid: UUID
    device_id: int
    device_name: str
    location_id: int
    intent: str
    type: str
    reason: str
    words: str
    happened_at: datetime


class QuarantineAnswer(BaseModel):
    """Oldest first; `after` is where the next page begins, and null at the end."""

    quarantined: list[QuarantinedAnswer]
    after: int | None


class TriedAgainAnswer(BaseModel):
    """What became of it: `synced`, `conflict`, or `failed` again."""

    status: str
    outcome: str
    resolution: str


class SettleBody(Body):
    """`keep` what stands, `take` what was offered, `merge`: neither, but `values`; `dismissed`: nothing is to change.

    Of two records that may be of one person `keep` says that they are two people, `merge` that they are one. With
    `take` of a free time goes `starts_at`, with its offset.
    """

    decision: Decision
    values: PersonalDocument | None = None
    starts_at: Annotated[datetime, Field(json_schema_extra={"format": "date-time"})] | None = None


def conflict_json(conflict: Conflict) -> dict[str, Json]:
    """A conflict as it is told."""
    return {
        "id": conflict.id,
        "uid": str(conflict.uid),
        "kind": conflict.kind,
        "location_id": conflict.location_id,
        "type": conflict.noun,
        "record_uid": str(conflict.record_uid),
        "patient": None if conflict.patient is None else entry_json(conflict.patient),
        "other": None if conflict.other is None else entry_json(conflict.other),
        "words": conflict.words,
        "since": to_wire(conflict.since),
        "fields": [_field_json(one) for one in conflict.disagreements],
        "alternatives": list(conflict.alternatives),
        "decision": conflict.decision,
        "decided_by": conflict.decided_by,
        "decided_at": to_wire(conflict.decided_at),
    }


def quarantined_json(one: QuarantinedSet) -> dict[str, Json]:
    """A quarantined set as it is told."""
    return {name: to_wire(getattr(one, name)) for name in QuarantinedSet.__slots__}


def _field_json(one: Disagreement) -> Json:
    return {
        "name": one.name,
        "standing": one.standing,
        "offered": one.offered,
        "based_on": one.based_on,
        "others": list(one.others),
    }


CONFLICT_EXAMPLE: dict[str, Any] = {
    "id": 17,
    "uid": "018d0a2e-0c00-7000-8000-00000000c0f1",
    "kind": "left_for_the_desk",
    "location_id": 1,
    "type": "patient",
    "record_uid": ENTRY_EXAMPLE["uid"],
    "patient": ENTRY_EXAMPLE,
    "other": None,
    "words": "Two people changed date of birth. The later value stands until the desk decides.",
    "since": "2024-01-15T09:00:00.000000Z",
    "fields": [
        {
            "name": "date_of_birth",
            "standing": "1958-03-14",
            "offered": "1985-03-14",
            "based_on": None,
            "others": [],
        }
    ],
    "alternatives": [],
    "decision": None,
    "decided_by": None,
    "decided_at": None,
}
QUARANTINED_EXAMPLE: dict[str, Any] = {
    "id": 4711,
    "change_set_uid": "018d0a2e-0c00-7000-8000-00000000abcd",
    "device_id": 3,
    "device_name": "Kiosk at the door",
    "location_id": 1,
    "intent": "set_queue_status",
    "type": "queue",
    "reason": "illegal_step",
    "words": "A visit that is waiting cannot become completed.",
    "happened_at": "2024-01-15T09:00:00.000000Z",
}
