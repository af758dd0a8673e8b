"""Papers beside the ticket: the slip of an appointment, the receipt of a payment, and a printer's test page.

Each is a job of the durable spool, queued in the caller's transaction. As on tickets, none names its patient.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.desk.place import LOCATION_COLUMNS, Location, location_in, location_of
from server_sync.desk.print_jobs import queue_job
from server_sync.desk.ticket import TicketPrinting
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import appointments, locations, payments, users
from server_sync.records.work import Work

PAID = "paid"
"""The status of a payment that has a receipt."""


def print_slip(work: Work, appointment_uid: UUID, printing: TicketPrinting, *, is_reprint: bool = False) -> UUID | None:
    """Queue the slip of an appointment; its print job, or None where it is unknown or nothing prints here."""
    row = work.first(_APPOINTMENT, {"uid": appointment_uid})
    if row is None or not printing.has_printer or not row["booking_code"]:
        return None
    location = location_in(row)
    content = {
        **_head("appointment_slip", work, location, printing),
        "address": row["address"],
        "clinic_phone": location.phone,
        "appointment_number": row["appointment_number"],
        "booking_code": row["booking_code"],
        "starts_at": location.local(row["scheduled_date"]).isoformat(timespec="minutes"),
        "doctor_name": row["doctor_name"],
        "room": row["room"],
        "provisional": bool(row["is_provisional"]),
    }
    return queue_job(work, content, appointment_uid, is_reprint=is_reprint)


def print_receipt(work: Work, payment_uid: UUID, printing: TicketPrinting, *, is_reprint: bool = False) -> UUID | None:
    """Queue the receipt of what was paid; None where nothing was paid under that uid, or nothing prints here."""
    row = work.first(_PAYMENT, {"uid": payment_uid})
    if row is None or row["status"] != PAID or not printing.has_printer:
        return None
    content = {
        **_head("receipt", work, location_in(row), printing),
        "address": row["address"],
        "receipt_number": f"R-{row['payment_id']}",
        "amount": str(row["amount"]),
        "currency": row["currency"],
        "method": row["method"],
        "appointment_number": row["appointment_number"],
        "doctor_name": row["doctor_name"],
        "reference": row["reference"],
    }
    return queue_job(work, content, payment_uid, is_reprint=is_reprint)


def payment_of(reading: Reading, appointment_uid: UUID) -> UUID | None:
    """The payment that an appointment's receipt is about: the last that was paid; None where none was."""
    row = reading.first(_PAID, {"uid": appointment_uid})
    return None if row is None else UUID(str(row["uid"]))


def paid_among(reading: Reading, appointment_ids: Collection[int]) -> frozenset[int]:
    """Which of these appointments have a receipt."""
    paid = select(payments.c.appointment_id).where(
        payments.c.appointment_id.in_(appointment_ids), payments.c.status == PAID, payments.c.deleted_at.is_(None)
    )
    return frozenset(row["appointment_id"] for row in reading.all(paid)) if appointment_ids else frozenset()


def print_test_page(work: Work, machine: str, printer: str, printing: TicketPrinting) -> UUID | None:
    """Queue a page that shows whether a printer is set up well; `machine` and `printer` are named on it."""
    if not printing.has_printer:
        return None
    location = location_of(work, work.identity.location_id)
    content = {**_head("test_page", work, location, printing), "machine": machine, "printer": printer}
    return queue_job(work, content, None)


def _head(kind: str, work: Work, location: Location, printing: TicketPrinting) -> dict[str, object]:
    return {
        "kind": kind,
        "clinic": location.name,
        "issued_at": location.local(work.now).isoformat(timespec="seconds"),
        "language": printing.language,
    }


_COLUMNS = (
    appointments.c.appointment_number,
    users.c.display_name.label("doctor_name"),
    users.c.room,
    locations.c.address,
    *LOCATION_COLUMNS,
)
_JOINED = appointments.join(locations, locations.c.id == appointments.c.location_id).join(
    users, users.c.id == appointments.c.doctor_id, isouter=True
)
_APPOINTMENT = Prepared(
    select(appointments.c.booking_code, appointments.c.scheduled_date, appointments.c.is_provisional, *_COLUMNS)
    .select_from(_JOINED)
    .where(appointments.c.uid == bindparam("uid"))
)
_PAYMENT = Prepared(
    select(
        payments.c.id.label("payment_id"),
        payments.c.amount,
        payments.c.currency,
        payments.c.method,
        payments.c.status,
        payments.c.reference,
        *_COLUMNS,
    )
    .select_from(_JOINED.join(payments, payments.c.appointment_id == appointments.c.id))
    .where(payments.c.uid == bindparam("uid"))
)
_PAID = Prepared(
    select(payments.c.uid)
    .join(appointments, appointments.c.id == payments.c.appointment_id)
    .where(appointments.c.uid == bindparam("uid"), payments.c.status == PAID, payments.c.deleted_at.is_(None))
    .order_by(payments.c.created_at.desc(), payments.c.id.desc())
    .limit(1)
)
