"""Who may do what: one row for each operation of the central server, and what of other people's each role may touch.

A new operation fails `test_roles.py` until it has a row here. Most rows say the roles and from whom others' records are
hidden; the request is the document's own example, with the ids of a little clinic put in by their names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from server_sync.clinic.roles import CLINICAL, DESK, DEVICES, EVERYONE, STAFF, Role

ADMIN = frozenset({Role.ADMIN})
KNOWN = EVERYONE - {Role.PUBLIC}

LOCAL, PATIENT, DEVICE = "local", "patient", "device"
"""Whom others' records may be hidden from: staff of another location, another patient, a device elsewhere."""


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the little clinic: a location with its doctor, a patient there and what belongs to both."""

    location_id: int
    doctor_id: int
    patient_id: int
    appointment_id: int
    queue_id: int
    user_id: int
    device_id: int
    hours_id: int
    lease_id: int
    conflict_id: int
    code: str
    device_uid: str
    uid: str
    """Of a session of that half's member of staff."""
    into_id: int
    """Another patient."""


Words = Callable[[Side], Mapping[str, Any]]


def nothing(_side: Side) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Row:
    """Who may do it; from whom others' records are hidden; and what the sample request says beside the example.

    `lists`: the answer is a list, in which those from whom others' records are hidden find no such id of others.
    `shut`: callers of these kinds may not do it at all. `harmless`: refusals after the gate that look like the gate's.
    """

    roles: frozenset[Role]
    hidden: frozenset[str] = frozenset()
    lists: str = ""
    shut: frozenset[str] = frozenset()
    query: Words = nothing
    body: Words = nothing
    path: Words = nothing
    harmless: frozenset[str] = field(default_factory=frozenset)


def row(
    roles: frozenset[Role] | set[Role],
    *hidden: str,
    lists: str = "",
    shut: tuple[str, ...] = (),
    harmless: tuple[str, ...] = (),
    **words: Words,
) -> Row:
    return Row(frozenset(roles), frozenset(hidden), lists, frozenset(shut), harmless=frozenset(harmless), **words)


def _somebody_new(_side: Side) -> Mapping[str, Any]:
    return {"first_name": "Nia", "last_name": "Newcomer", "phone": "+44 7700 900777", "email": "nia@mail.example"}


def _on_monday(_side: Side) -> Mapping[str, Any]:
    return {"date": "2026-03-16", "recurrence_pattern": None, "is_recurring": False}


def _at_noon(_side: Side) -> Mapping[str, Any]:
    return {"scheduled_date": "2026-03-09 12:00:00"}


def _booking(side: Side) -> Mapping[str, Any]:
    return {"scheduled_date": "2026-03-09 12:00:00", "patient_details": _somebody_new(side), "payment_method": "desk"}


def _to_own_doctor(side: Side) -> Mapping[str, Any]:
    return {"doctor_id": side.doctor_id}


def _of_location(side: Side) -> Mapping[str, Any]:
    return {"location_id": side.location_id}


def _a_report(_side: Side) -> Mapping[str, Any]:
    return {"report": "waits"}


_THEIRS = STAFF | {Role.PATIENT}

TABLE: Mapping[tuple[str, str], Row] = {
    # Who one is.
    ("POST", "/api/auth/sign-in"): row(EVERYONE),
    ("POST", "/api/auth/refresh"): row(EVERYONE),
    ("POST", "/api/auth/set-up"): row(EVERYONE),
    ("POST", "/api/auth/patient-link"): row(EVERYONE),
    ("POST", "/api/auth/patient-session"): row(EVERYONE),
    ("POST", "/api/devices/enrol"): row(EVERYONE),
    ("POST", "/api/devices/renew"): row(DEVICES),
    ("POST", "/api/auth/pin"): row({Role.KIOSK}),
    ("PUT", "/api/auth/pin"): row(STAFF),
    ("POST", "/api/auth/sign-out"): row(STAFF),
    ("GET", "/api/auth/sessions"): row(STAFF),
    ("DELETE", "/api/auth/sessions"): row(STAFF),
    ("DELETE", "/api/auth/sessions/{uid}"): row(STAFF, harmless=("unknown_session",)),
    ("GET", "/api/auth/me"): row(KNOWN),
    ("POST", "/api/auth/password"): row(STAFF),
    ("POST", "/api/auth/second-factor"): row(STAFF),
    ("POST", "/api/auth/second-factor/confirm"): row(STAFF),
    ("POST", "/api/auth/second-factor/remove"): row(STAFF),
    ("POST", "/api/staff/{user_id}/credentials"): row(ADMIN, LOCAL),
    ("PUT", "/api/staff/{user_id}/pin"): row(ADMIN, LOCAL),
    ("GET", "/api/audit"): row(ADMIN),
    # Patients belong to the clinic, not to one of its locations.
    ("POST", "/api/patients"): row(STAFF, body=_somebody_new),
    ("GET", "/api/patients"): row(STAFF, query=lambda _side: {"q": "sample"}),
    ("GET", "/api/patients/duplicates"): row(DESK),
    ("GET", "/api/patients/{patient_id}"): row(_THEIRS, PATIENT),
    ("PUT", "/api/patients/{patient_id}"): row(_THEIRS, PATIENT),
    ("GET", "/api/patients/{patient_id}/history"): row(STAFF),
    ("POST", "/api/patients/{patient_id}/merge"): row(DESK),
    ("POST", "/api/patients/{patient_id}/unmerge"): row(DESK),
    ("GET", "/api/patients/{patient_id}/export"): row(ADMIN | {Role.PATIENT}, PATIENT),
    ("POST", "/api/patients/{patient_id}/erase"): row(ADMIN),
    ("POST", "/api/patients/{patient_id}/link"): row(DESK),
    # The house and who works in it.
    ("GET", "/api/doctors"): row(EVERYONE),
    ("GET", "/api/staff"): row(STAFF, LOCAL, lists="user_id"),
    ("POST", "/api/staff"): row(ADMIN, LOCAL, body=lambda side: {"location_id": side.location_id}),
    ("GET", "/api/staff/{user_id}"): row(STAFF, LOCAL),
    ("PUT", "/api/staff/{user_id}"): row(ADMIN, LOCAL),
    ("POST", "/api/staff/{user_id}/deactivate"): row(ADMIN, LOCAL),
    ("GET", "/api/locations"): row(EVERYONE),
    ("POST", "/api/locations"): row(ADMIN, shut=(LOCAL,), body=lambda _side: {"code": "Z9"}),
    ("GET", "/api/locations/{location_id}"): row(EVERYONE),
    ("PUT", "/api/locations/{location_id}"): row(ADMIN, LOCAL),
    ("GET", "/api/queue/policies"): row(STAFF),
    ("GET", "/api/locations/{location_id}/queue-policy"): row(STAFF, LOCAL),
    ("PUT", "/api/locations/{location_id}/queue-policy"): row(ADMIN, LOCAL),
    ("GET", "/api/devices"): row(ADMIN, LOCAL, lists="device_id"),
    ("POST", "/api/devices"): row(ADMIN, LOCAL),
    ("PUT", "/api/devices/{device_id}"): row(ADMIN, LOCAL),
    ("POST", "/api/devices/{device_id}/revoke"): row(ADMIN, LOCAL),
    ("POST", "/api/devices/{device_id}/write-off"): row(ADMIN, LOCAL),
    ("GET", "/api/leases"): row(DESK, LOCAL, lists="lease_id"),
    ("POST", "/api/feedback"): row({Role.PUBLIC, Role.PATIENT, Role.KIOSK}, body=lambda s: {"follow_code": s.code}),
    ("GET", "/api/feedback"): row(ADMIN),
    ("GET", "/api/availability"): row(STAFF),
    ("POST", "/api/availability"): row(ADMIN, LOCAL, body=_on_monday),
    ("PUT", "/api/availability/{hours_id}"): row(ADMIN, LOCAL, body=_on_monday),
    ("DELETE", "/api/availability/{hours_id}"): row(ADMIN, LOCAL),
    ("POST", "/api/availability/template/preview"): row(ADMIN, LOCAL),
    ("POST", "/api/availability/template/apply"): row(ADMIN, LOCAL),
    # Appointments.
    ("GET", "/api/appointments/availability"): row(EVERYONE),
    ("POST", "/api/appointments/book"): row(EVERYONE - {Role.DISPLAY}, LOCAL, DEVICE, body=_booking),
    ("GET", "/api/appointments"): row(_THEIRS, LOCAL, PATIENT, lists="appointment_id"),
    ("GET", "/api/appointments/{appointment_id}"): row(_THEIRS, LOCAL, PATIENT),
    ("POST", "/api/appointments/{appointment_id}/reschedule"): row(_THEIRS, LOCAL, PATIENT, body=_at_noon),
    ("POST", "/api/appointments/{appointment_id}/cancel"): row(_THEIRS, LOCAL, PATIENT),
    ("POST", "/api/appointments/{appointment_id}/confirm"): row(_THEIRS, LOCAL, PATIENT),
    ("POST", "/api/appointments/{appointment_id}/no-show"): row(STAFF, LOCAL),
    # The queue.
    ("GET", "/api/queue/current"): row(STAFF | DEVICES, LOCAL, DEVICE, query=lambda s: {"location_id": s.location_id}),
    ("GET", "/api/queue/board"): row(STAFF | DEVICES, LOCAL, DEVICE, query=lambda s: {"location_id": s.location_id}),
    ("POST", "/api/queue/join"): row(STAFF | {Role.KIOSK}, LOCAL, DEVICE),
    ("POST", "/api/queue/prioritize"): row(STAFF, LOCAL),
    # A doctor calls their own patients only.
    ("POST", "/api/queue/call-next"): row(STAFF, LOCAL, harmless=("not_allowed",)),
    ("GET", "/api/queue/{queue_id}"): row(STAFF | DEVICES | {Role.PATIENT}, LOCAL, DEVICE, PATIENT),
    ("PUT", "/api/queue/{queue_id}/status"): row(STAFF, LOCAL, body=lambda _side: {"status": "cancelled"}),
    ("POST", "/api/queue/{queue_id}/recall"): row(STAFF, LOCAL),
    ("POST", "/api/queue/{queue_id}/absent"): row(STAFF, LOCAL),
    ("POST", "/api/queue/{queue_id}/park"): row(STAFF, LOCAL),
    ("POST", "/api/queue/{queue_id}/unpark"): row(STAFF, LOCAL),
    ("POST", "/api/queue/{queue_id}/undo"): row(STAFF, LOCAL),
    ("POST", "/api/queue/{queue_id}/transfer"): row(STAFF, LOCAL, body=_to_own_doctor),
    ("POST", "/api/queue/{queue_id}/triage"): row(CLINICAL | {Role.RECEPTIONIST}, LOCAL),
    ("POST", "/api/queue/{queue_id}/override"): row(DESK, LOCAL),
    # What people should settle.
    ("GET", "/api/conflicts"): row(STAFF, LOCAL, lists="conflict_id"),
    ("GET", "/api/conflicts/{conflict_id}"): row(STAFF, LOCAL),
    ("POST", "/api/conflicts/{conflict_id}/settle"): row(STAFF, LOCAL, body=lambda _side: {"decision": "dismissed"}),
    ("GET", "/api/conflicts/quarantine"): row(STAFF, LOCAL, query=lambda side: {"location_id": side.location_id}),
    ("POST", "/api/conflicts/quarantine/{log_id}/retry"): row(
        STAFF, path=lambda _side: {"log_id": 1}, harmless=("unknown_change_set",)
    ),
    # Synchronisation, the ticket's page, supervisors.
    ("POST", "/api/appointments/offline-sync"): row(
        {Role.KIOSK}, DEVICE, body=lambda side: {"device_id": side.device_uid}
    ),
    ("GET", "/api/sync/feed"): row(DEVICES),
    ("GET", "/api/sync/snapshot"): row(DEVICES),
    ("GET", "/api/sync/site"): row({Role.KIOSK}, harmless=("not_a_hub",)),
    ("POST", "/api/sync/digests"): row(DEVICES),
    ("POST", "/api/sync/images"): row(DEVICES),
    ("POST", "/api/sync/rows"): row(DEVICES),
    ("POST", "/api/sync/erasures"): row(DEVICES),
    ("GET", "/api/sync/waits"): row(DEVICES),
    ("GET", "/api/sync/log"): row(ADMIN, LOCAL, query=_of_location),
    ("GET", "/api/sync/log/export"): row(ADMIN, LOCAL, query=lambda side: {"format": "csv", **_of_location(side)}),
    # Reports name no patient; an admin of one location is told of it alone.
    ("GET", "/api/analytics/{report}"): row(ADMIN, LOCAL, path=_a_report, query=_of_location),
    ("GET", "/api/analytics/{report}/export"): row(
        ADMIN, LOCAL, path=_a_report, query=lambda side: {"format": "csv", **_of_location(side)}
    ),
    ("GET", "/api/analytics-report"): row(ADMIN, LOCAL, query=_of_location),
    ("GET", "/board"): row(EVERYONE),
    ("GET", "/t/{code}"): row(EVERYONE),
    ("GET", "/t/{code}/place"): row(EVERYONE),
    # It never ends: that nobody has such a number is answered at once.
    ("GET", "/t/{code}/events"): row(
        EVERYONE, path=lambda _side: {"code": "no-such-number"}, harmless=("unknown_number",)
    ),
    ("GET", "/health/live"): row(EVERYONE),
    ("GET", "/health/ready"): row(EVERYONE),
}
