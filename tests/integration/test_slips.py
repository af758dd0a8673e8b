"""Papers beside the ticket, on a kiosk's encrypted records: slips, receipts and a test page."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from kiosk.printing.content import AppointmentSlip, PrinterPage, Receipt, parse
from server_sync.desk.slips import print_receipt, print_slip, print_test_page
from server_sync.desk.ticket import NO_PRINTER, TicketPrinting
from server_sync.records.database import Database
from server_sync.records.tables import appointments, payments, print_jobs
from tests.clinics import CODE, MORNING, Device, LittleClinic

FRENCH = TicketPrinting("fr")


@pytest.fixture
def kiosk(centre_database: Database, tmp_path: Path) -> Iterator[Device]:
    clinic = LittleClinic(centre_database, tmp_path)
    device = clinic.enrol("B", 1)
    clinic.book(MORNING, first_name="Jane")
    clinic.pull(device)
    yield device
    device.database.close()


def booked(kiosk: Device) -> UUID:
    with kiosk.replica.read() as reading:
        (row,) = reading.all(select(appointments.c.uid).where(appointments.c.booking_code == CODE))
    uid: UUID = row["uid"]
    return uid


def pay(kiosk: Device, status: str = "paid") -> UUID:
    with kiosk.replica.work("record_payment", "staff") as work:
        (visit,) = work.all(select(appointments.c.id).where(appointments.c.booking_code == CODE))
        row = work.create(
            payments, appointment_id=visit["id"], amount=Decimal("25.00"), currency="EUR", method="cash", status=status
        )
    uid: UUID = row["uid"]
    return uid


def queued(kiosk: Device) -> list[dict[str, object]]:
    with kiosk.replica.read() as reading:
        return [row["content"] for row in reading.all(select(print_jobs.c.content).order_by(print_jobs.c.id))]


def test_who_booked_takes_home_when_where_and_their_code(kiosk: Device) -> None:
    with kiosk.replica.work("print_slip", "patient") as work:
        assert print_slip(work, booked(kiosk), FRENCH) is not None
    (job,) = queued(kiosk)
    slip = parse(job)
    assert isinstance(slip, AppointmentSlip)
    assert (slip.booking_code, slip.language, slip.reprint) == (CODE, "fr", False)
    assert slip.starts_at.tzinfo is not None
    assert slip.doctor_name
    assert not slip.provisional


def test_who_paid_gets_a_receipt_in_money_as_it_was_paid(kiosk: Device) -> None:
    paid = pay(kiosk)
    with kiosk.replica.work("print_receipt", "staff") as work:
        assert print_receipt(work, paid, FRENCH, is_reprint=True) is not None
    (job,) = queued(kiosk)
    receipt = parse(job)
    assert isinstance(receipt, Receipt)
    assert (receipt.amount, receipt.currency, receipt.method, receipt.reprint) == (
        Decimal("25.00"),
        "EUR",
        "cash",
        True,
    )


def test_nobody_gets_a_receipt_for_what_is_not_paid(kiosk: Device) -> None:
    open_payment = pay(kiosk, "pending")
    with kiosk.replica.work("print_receipt", "staff") as work:
        assert print_receipt(work, open_payment, FRENCH) is None
    assert queued(kiosk) == []


def test_staff_print_a_test_page_that_names_the_machine(kiosk: Device) -> None:
    with kiosk.replica.work("print_test_page", "staff") as work:
        assert print_test_page(work, "Lobby", "192.0.2.7:9100", FRENCH) is not None
    (job,) = queued(kiosk)
    page = parse(job)
    assert isinstance(page, PrinterPage)
    assert (page.machine, page.printer) == ("Lobby", "192.0.2.7:9100")


def test_what_is_unknown_or_cannot_be_printed_queues_nothing(kiosk: Device) -> None:
    with kiosk.replica.work("print_slip", "patient") as work:
        assert print_slip(work, uuid4(), FRENCH) is None
        assert print_receipt(work, uuid4(), FRENCH) is None
        assert print_slip(work, booked(kiosk), NO_PRINTER) is None
        assert print_test_page(work, "Lobby", "none", NO_PRINTER) is None
    assert queued(kiosk) == []


def test_no_paper_names_its_patient(kiosk: Device) -> None:
    with kiosk.replica.work("print_slip", "patient") as work:
        print_slip(work, booked(kiosk), FRENCH)
    assert "Jane" not in str(queued(kiosk))
