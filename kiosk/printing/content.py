"""What a paper says: a print job's payload, parsed at the edge into a frozen value; never a patient's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from kiosk.printing import payload as read
from kiosk.printing.payload import LONGEST_NUMBER, BadPayload

__all__ = [
    "AppointmentSlip",
    "BadPayload",
    "Content",
    "Method",
    "PaperKind",
    "PrinterPage",
    "Receipt",
    "Ticket",
    "parse",
]

Payload: TypeAlias = Mapping[str, object]


class PaperKind(StrEnum):
    """Which paper it is; each has a template of its name."""

    QUEUE_TICKET = "queue_ticket"
    HELP_TICKET = "help_ticket"
    APPOINTMENT_SLIP = "appointment_slip"
    RECEIPT = "receipt"
    TEST_PAGE = "test_page"


class Method(StrEnum):
    """How something was paid (`payments.method`)."""

    CARD = "card"
    UPI = "upi"
    BANK_TRANSFER = "bank_transfer"
    CASH = "cash"
    DESK = "desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """What every paper says, free of control characters."""

    kind: PaperKind
    clinic: str
    issued_at: datetime
    """Aware, in the clinic's own time zone."""
    language: str
    reprint: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket(_Paper):
    """A place in the queue, or a number for somebody who asked for a person."""

    token_number: str
    short_number: str
    waiting_area: str
    room: str
    doctor_name: str
    people_ahead: int
    wait_min: tuple[int, int] | None
    """Lower and upper end in minutes, lower <= upper; None where nothing honest can be said."""
    late: bool
    provisional: bool
    """The time that they booked is not confirmed yet."""
    follow_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentSlip(_Paper):
    """An appointment that was booked here, to take home."""

    address: str
    clinic_phone: str
    appointment_number: str
    booking_code: str
    """Eight digits, with which its holder checks in; also the QR code's content."""
    starts_at: datetime
    """Aware, in the clinic's own time zone."""
    doctor_name: str
    room: str
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(_Paper):
    """Something that was paid."""

    address: str
    receipt_number: str
    amount: Decimal
    currency: str
    """ISO 4217."""
    method: Method
    appointment_number: str
    doctor_name: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterPage(_Paper):
    """What staff print to see whether a printer is set up well."""

    machine: str
    printer: str


Content: TypeAlias = Ticket | AppointmentSlip | Receipt | PrinterPage


def parse(payload: Payload) -> Content:
    """Read a print job's payload. Raises `BadPayload`; keys that no paper knows are ignored, never printed."""
    match read.word(payload, "kind", PaperKind):
        case PaperKind.QUEUE_TICKET | PaperKind.HELP_TICKET as kind:
            return _ticket(kind, payload)
        case PaperKind.APPOINTMENT_SLIP:
            return _slip(payload)
        case PaperKind.RECEIPT:
            return _receipt(payload)
        case PaperKind.TEST_PAGE:
            return _test_page(payload)


def _ticket(kind: PaperKind, payload: Payload) -> Ticket:
    return Ticket(
        kind=kind,
        clinic=read.text(payload, "clinic"),
        token_number=read.text(payload, "token_number", longest=LONGEST_NUMBER),
        short_number=read.number(payload, "short_number"),
        waiting_area=read.text(payload, "waiting_area"),
        room=read.text(payload, "room"),
        doctor_name=read.text(payload, "doctor_name"),
        people_ahead=read.count(payload.get("people_ahead"), "people_ahead"),
        wait_min=read.wait(payload.get("wait_min")),
        late=read.flag(payload, "late"),
        provisional=read.flag_if_any(payload, "provisional"),
        issued_at=read.instant(payload, "issued_at"),
        follow_url=read.address(payload, "follow_url"),
        language=read.text(payload, "language"),
        reprint=read.flag(payload, "reprint"),
    )


def _slip(payload: Payload) -> AppointmentSlip:
    return AppointmentSlip(
        kind=PaperKind.APPOINTMENT_SLIP,
        clinic=read.text(payload, "clinic"),
        address=read.text_if_any(payload, "address", longest=160),
        clinic_phone=read.text_if_any(payload, "clinic_phone"),
        appointment_number=read.text_if_any(payload, "appointment_number", longest=32),
        booking_code=read.number(payload, "booking_code"),
        starts_at=read.instant(payload, "starts_at"),
        doctor_name=read.text_if_any(payload, "doctor_name"),
        room=read.text_if_any(payload, "room"),
        provisional=read.flag(payload, "provisional"),
        issued_at=read.instant(payload, "issued_at"),
        language=read.text(payload, "language"),
        reprint=read.flag(payload, "reprint"),
    )


def _receipt(payload: Payload) -> Receipt:
    return Receipt(
        kind=PaperKind.RECEIPT,
        clinic=read.text(payload, "clinic"),
        address=read.text_if_any(payload, "address", longest=160),
        receipt_number=read.text(payload, "receipt_number", longest=40),
        amount=read.amount(payload, "amount"),
        currency=read.text(payload, "currency", longest=3),
        method=read.word(payload, "method", Method),
        appointment_number=read.text_if_any(payload, "appointment_number", longest=32),
        doctor_name=read.text_if_any(payload, "doctor_name"),
        reference=read.text_if_any(payload, "reference"),
        issued_at=read.instant(payload, "issued_at"),
        language=read.text(payload, "language"),
        reprint=read.flag(payload, "reprint"),
    )


def _test_page(payload: Payload) -> PrinterPage:
    return PrinterPage(
        kind=PaperKind.TEST_PAGE,
        clinic=read.text(payload, "clinic"),
        machine=read.text(payload, "machine"),
        printer=read.text(payload, "printer"),
        issued_at=read.instant(payload, "issued_at"),
        language=read.text(payload, "language"),
        reprint=read.flag(payload, "reprint"),
    )
