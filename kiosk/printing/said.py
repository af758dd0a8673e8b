"""What a template may say of a paper: each of its values as text, in the paper's own language. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.printing.content import AppointmentSlip, Content, PaperKind, PrinterPage, Receipt, Ticket
from kiosk.printing.words import PaperWords

YES = "yes"
"""How a template reads what is true; false and unknown are empty."""
_EVERYWHERE = ("clinic", "issued")
NAMES: Mapping[PaperKind, frozenset[str]] = {
    kind: frozenset((*_EVERYWHERE, *names))
    for kind, names in (
        (
            PaperKind.QUEUE_TICKET,
            (
                "token_number",
                "short_number",
                "waiting_area",
                "room",
                "doctor_name",
                "people_ahead",
                "wait",
                "late",
                "provisional",
                "follow_url",
            ),
        ),
        (PaperKind.HELP_TICKET, ("token_number", "short_number")),
        (
            PaperKind.APPOINTMENT_SLIP,
            (
                "address",
                "clinic_phone",
                "appointment_number",
                "booking_code",
                "booking_code_in_groups",
                "day",
                "time",
                "doctor_name",
                "room",
                "provisional",
            ),
        ),
        (
            PaperKind.RECEIPT,
            ("address", "receipt_number", "amount", "method", "appointment_number", "doctor_name", "reference"),
        ),
        (PaperKind.TEST_PAGE, ("machine", "printer", "paper_width")),
    )
}
"""The names that a template of each kind may use between braces."""


def said_by(content: Content, words: PaperWords, paper_width_mm: int) -> Mapping[str, str]:
    """Give the values of a paper by name; exactly those of `NAMES` for its kind."""
    everywhere = {"clinic": content.clinic, "issued": words.issued_text(content.issued_at)}
    match content:
        case Ticket():
            return everywhere | _ticket(content, words)
        case AppointmentSlip():
            return everywhere | _slip(content, words)
        case Receipt():
            return everywhere | _receipt(content, words)
        case PrinterPage():
            width = f"{paper_width_mm} mm"
            return everywhere | {"machine": content.machine, "printer": content.printer, "paper_width": width}


def _ticket(ticket: Ticket, words: PaperWords) -> dict[str, str]:
    numbers = {"token_number": ticket.token_number, "short_number": ticket.short_number}
    if ticket.kind is PaperKind.HELP_TICKET:
        return numbers
    return numbers | {
        "waiting_area": ticket.waiting_area,
        "room": ticket.room,
        "doctor_name": ticket.doctor_name,
        "people_ahead": words.ahead_text(ticket.people_ahead),
        "wait": words.wait_text(ticket.wait_min),
        "late": YES if ticket.late else "",
        "provisional": YES if ticket.provisional else "",
        "follow_url": ticket.follow_url or "",
    }


def _slip(slip: AppointmentSlip, words: PaperWords) -> dict[str, str]:
    return {
        "address": slip.address,
        "clinic_phone": slip.clinic_phone,
        "appointment_number": slip.appointment_number,
        "booking_code": slip.booking_code,
        "booking_code_in_groups": _in_groups(slip.booking_code),
        "day": words.day_text(slip.starts_at),
        "time": f"{slip.starts_at:%H:%M}",
        "doctor_name": slip.doctor_name,
        "room": slip.room,
        "provisional": YES if slip.provisional else "",
    }


def _receipt(receipt: Receipt, words: PaperWords) -> dict[str, str]:
    return {
        "address": receipt.address,
        "receipt_number": receipt.receipt_number,
        "amount": words.amount_text(receipt.amount, receipt.currency),
        "method": words.methods[receipt.method],
        "appointment_number": receipt.appointment_number,
        "doctor_name": receipt.doctor_name,
        "reference": receipt.reference,
    }


def _in_groups(digits: str) -> str:
    """Four and four, as people read them to each other."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
