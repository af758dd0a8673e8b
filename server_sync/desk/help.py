"""Calling a person: staff are told, and whoever called gets a number that will be called."""

from __future__ import annotations

from server_sync.clinic.numbers import SeriesFullError
from server_sync.desk.outcomes import HelpCalled, HelpOutcome, NoNumbersLeft
from server_sync.desk.place import location_of
from server_sync.desk.print_jobs import queue_job
from server_sync.desk.ticket import TicketPrinting, next_token
from server_sync.records.tables import help_calls
from server_sync.records.work import Work

INTENT = "call_for_help"


def call_for_help(work: Work, printing: TicketPrinting) -> HelpOutcome:
    """Record the call with a number of this device's series, and queue a help ticket. The caller's work commits."""
    location = location_of(work, work.identity.location_id)
    try:
        number = next_token(work, location)
    except SeriesFullError:
        return NoNumbersLeft(location.opening_hours, location.phone)
    call = work.create(
        help_calls,
        location_id=location.id,
        device_uid=str(work.identity.device_uid),
        token_number=str(number),
        business_date=number.day,
        language=printing.language,
    )
    if not printing.has_printer:
        return HelpCalled(call["uid"], number.short, None)
    content = {
        "kind": "help_ticket",
        "clinic": location.name,
        "token_number": str(number),
        "short_number": number.short,
        "waiting_area": "",
        "room": "",
        "doctor_name": "",
        "people_ahead": 0,
        "wait_min": None,
        "late": False,
        "issued_at": location.local(work.now).isoformat(timespec="seconds"),
        "follow_url": None,
        "language": printing.language,
    }
    return HelpCalled(call["uid"], number.short, queue_job(work, content, call["uid"]))
