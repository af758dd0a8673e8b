"""What is told of a location's queue: worked out once from two pictures of it, written once for each kind of reader."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from server_sync.central.api.queue_answers import doctor_json
from server_sync.central.live.frames import text_frame
from server_sync.central.live.pictures import ChangedAppointment, ChangedPlace, Picture
from server_sync.clinic.numbers import short_number
from server_sync.desk.queue.view import DoctorQueue, PlaceDetails, QueuePlace
from server_sync.protocol.canonical import Json
from server_sync.records.feed.publishing import Cursor
from server_sync.records.values import to_wire

Doctors = frozenset[int | None] | None
"""The doctors whose queues somebody watches; None: the whole location."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who reads: staff see names, a patient hears of their own appointments only, all others see numbers."""

    is_staff: bool = False
    patient_uid: UUID | None = None


EVERYBODY = Audience()
STAFF = Audience(is_staff=True)


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `for_staff` is what staff read instead, where that differs; without `content` it is theirs alone.

    `about` is the patient that it is about; such a message goes to staff and to that patient.
    """

    kind: str
    cursor: Cursor
    doctor_id: int | None
    content: Json
    for_staff: Json = None
    about: UUID | None = None
    is_snapshot: bool = False

    def is_for(self, audience: Audience, doctors: Doctors) -> bool:
        """Whether somebody who watches these doctors may hear it, and wants to."""
        if audience.patient_uid is not None:
            return self.about == audience.patient_uid
        if (self.about is not None or self.content is None) and not audience.is_staff:
            return False
        return doctors is None or self.doctor_id in doctors

    def frame(self, audience: Audience) -> bytes:
        """The message as it goes over the line."""
        content = self.for_staff if audience.is_staff and self.for_staff is not None else self.content
        told: dict[str, Json] = {
            "type": self.kind,
            "cursor": str(self.cursor),
            "location_id": self.cursor.location_id,
            "doctor_id": self.doctor_id,
            "data": content,
        }
        if self.is_snapshot:
            told["snapshot"] = True
        return frame_of(told)


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages in their order, written together at most once for each kind of reader."""

    messages: tuple[Message, ...]
    _written: dict[tuple[Audience, Doctors], bytes] = field(default_factory=dict)

    def frames(self, audience: Audience, doctors: Doctors) -> bytes:
        """All that such a reader gets of it, ready for the line; empty where it is nothing to them."""
        key = (audience, doctors)
        if key not in self._written:
            told = (message.frame(audience) for message in self.messages if message.is_for(audience, doctors))
            self._written[key] = b"".join(told)
        return self._written[key]


def urgent_first(batch: Batch) -> tuple[Batch, ...]:
    """The same in one or two parts: a call is short, and everybody has it before the first is told of whole queues."""
    events = tuple(message for message in batch.messages if message.kind in _EVENTS)
    rest = batch.messages[len(events) :]
    return tuple(Batch(part) for part in (events, rest) if part)


_EVENTS = ("patient_called", "appointment_update")


def frame_of(message: dict[str, Json]) -> bytes:
    """One message as a WebSocket frame."""
    return text_frame(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode())


def news_between(before: Picture, after: Picture) -> Batch:
    """What happened from one picture to the next, for those who saw the first.

    Each event carries its own cursor, and what the queues look like now comes last, with the cursor of the whole: who
    is cut off in the middle comes back with the cursor of what they have heard, and hears the rest.
    """
    events = _events(after, before.cursor, known=before)
    return Batch((*events, *_moves(before, after), *_changed_queues(before, after)))


def catching_up(after: Picture, since: Cursor | None, doctors: Doctors) -> Batch:
    """What they missed, for those who come with a cursor; then, for everybody, every queue as it stands."""
    events = _events(after, since, known=None) if since is not None and after.follows(since) else ()
    return Batch((*events, *_snapshot(after, doctors)))


def _events(after: Picture, since: Cursor, known: Picture | None) -> Iterator[Message]:
    for change in after.changes:
        if change.position <= since.position:
            continue
        cursor = replace(after.cursor, position=change.position)
        if isinstance(change, ChangedAppointment):
            yield _appointment(change, cursor)
        elif change.call is not None and (known is None or known.calls.get(change.uid) != change.call):
            yield _called(change, change.call.recall_count, cursor)


def _called(place: ChangedPlace, recall_count: int, cursor: Cursor) -> Message:
    content: Json = {
        "token_number": place.token_number,
        "short_number": short_number(place.token_number),
        "room": place.room,
        "doctor_id": place.doctor_id,
        "doctor_name": place.doctor_name,
        "called_at": None if place.call is None else to_wire(place.call.called_at),
        "recall_count": recall_count,
    }
    return Message("patient_called", cursor, place.doctor_id, content)


def _appointment(changed: ChangedAppointment, cursor: Cursor) -> Message:
    content: Json = {
        "id": changed.id,
        "appointment_number": changed.appointment_number,
        "status": changed.status,
        "scheduled_date": to_wire(changed.scheduled_date),
        "doctor_id": changed.doctor_id,
        "doctor_name": changed.doctor_name,
    }
    return Message("appointment_update", cursor, changed.doctor_id, content, about=changed.patient_uid)


def _moves(before: Picture, after: Picture) -> Iterator[Message]:
    old, new = _positions(before.queues), _positions(after.queues)
    for token, (doctor_id, place) in {**old, **new}.items():
        was = old[token][1].position if token in old else None
        now = new[token][1].position if token in new else None
        if was != now:
            content: Json = {
                "token_number": token,
                "short_number": short_number(token),
                "old_position": was,
                "new_position": now,
                "estimated_wait_time_minutes": place.estimated_wait_min if token in new else None,
            }
            yield Message("queue_position_change", after.cursor, doctor_id, content)


def _positions(queues: Iterable[DoctorQueue]) -> dict[str, tuple[int | None, QueuePlace]]:
    return {place.token_number: (queue.doctor_id, place) for queue in queues for place in queue.places}


def _changed_queues(before: Picture, after: Picture) -> Iterator[Message]:
    old = {queue.doctor_id: queue for queue in before.queues}
    new = {queue.doctor_id: queue for queue in after.queues}
    for doctor_id in {**old, **new}:
        queue = new.get(doctor_id) or replace(old[doctor_id], places=())
        if queue != old.get(doctor_id):
            yield _queue(queue, after)
        elif _has_other_details(before, after, doctor_id):
            yield replace(_queue(queue, after), content=None)


def _has_other_details(before: Picture, after: Picture, doctor_id: int | None) -> bool:
    """Something that only staff see has changed: a name was put right, somebody was triaged."""
    old, new = before.staff_queue(doctor_id), after.staff_queue(doctor_id)
    return old is not None and new is not None and _details(old) != _details(new)


def _details(queue: DoctorQueue) -> list[PlaceDetails]:
    """Without the score, which grows by the second."""
    return [replace(place.details, priority_score=None) for place in queue.places if place.details is not None]


def _snapshot(picture: Picture, doctors: Doctors) -> Iterator[Message]:
    queues = {queue.doctor_id: queue for queue in picture.queues}
    for doctor_id in sorted(doctors or (), key=lambda one: one or 0):
        name = picture.doctors.get(doctor_id, "") if doctor_id is not None else ""
        queues.setdefault(doctor_id, DoctorQueue(doctor_id, name, ()))
    for queue in queues.values():
        yield replace(_queue(queue, picture), is_snapshot=True)


def _queue(queue: DoctorQueue, picture: Picture) -> Message:
    with_details = picture.staff_queue(queue.doctor_id)
    for_staff = None if with_details is None else doctor_json(with_details)
    return Message("queue_update", picture.cursor, queue.doctor_id, doctor_json(queue), for_staff)
