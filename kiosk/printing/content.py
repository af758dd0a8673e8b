"""What a ticket says: a print job's payload, parsed at the edge into a frozen value; never a patient's name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_TEXT = 80
"""Characters. A longer name of a room or a doctor is cut: the ticket matters more than its end."""
LONGEST_ADDRESS = 300
"""Characters of a follow address: a QR code of them still has modules of 3 dots on 58 mm paper."""
LONGEST_NUMBER = 24


class TicketKind(StrEnum):
    """Which of the two tickets it is."""

    QUEUE = "queue_ticket"
    HELP = "help_ticket"


class BadTicket(ValueError):
    """The payload is no ticket; the message names the key that is wrong and never its value."""


@dataclass(frozen=True, slots=True)
class TicketContent:
    """All that may stand on a ticket, free of control characters."""

    kind: TicketKind
    clinic: str
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
    issued_at: datetime
    """Aware, in the clinic's own time zone."""
    follow_url: str | None
    language: str
    reprint: bool


def parse_ticket(payload: Mapping[str, object]) -> TicketContent:
    """Read a print job's payload. Raises `BadTicket`; keys that no ticket knows are ignored, never printed."""
    return TicketContent(
        kind=_kind(payload),
        clinic=_text(payload, "clinic"),
        token_number=_text(payload, "token_number", longest=LONGEST_NUMBER),
        short_number=_number(payload, "short_number"),
        waiting_area=_text(payload, "waiting_area"),
        room=_text(payload, "room"),
        doctor_name=_text(payload, "doctor_name"),
        people_ahead=_count(payload.get("people_ahead"), "people_ahead"),
        wait_min=_wait(payload.get("wait_min")),
        late=_flag(payload, "late"),
        # A job that was queued before an upgrade says nothing of it.
        provisional="provisional" in payload and _flag(payload, "provisional"),
        issued_at=_instant(payload, "issued_at"),
        follow_url=_address(payload),
        language=_text(payload, "language"),
        reprint=_flag(payload, "reprint"),
    )


def _kind(payload: Mapping[str, object]) -> TicketKind:
    try:
        return TicketKind(_text(payload, "kind"))
    except ValueError as error:
        raise BadTicket("kind: neither a queue ticket nor a help ticket") from error


def _text(payload: Mapping[str, object], key: str, *, longest: int = LONGEST_TEXT) -> str:
    value = payload.get(key)
    if not isinstance(value, str):
        raise BadTicket(f"{key}: text is missing")
    printable = _printable(value)
    return printable if len(printable) <= longest else printable[: longest - 1].rstrip() + "…"


def _printable(text: str) -> str:
    # A control character in a room's name would be a command to the printer; a lone surrogate has no bytes at all.
    kept = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} else letter for letter in text)
    return " ".join(kept.split())


def _number(payload: Mapping[str, object], key: str) -> str:
    value = _text(payload, key, longest=LONGEST_NUMBER)
    if not value:
        raise BadTicket(f"{key}: a ticket without a number")
    return value


def _count(value: object, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 100_000:
        raise BadTicket(f"{key}: not a whole number from 0")
    return value


def _flag(payload: Mapping[str, object], key: str) -> bool:
    value = payload.get(key)
    if not isinstance(value, bool):
        raise BadTicket(f"{key}: neither true nor false")
    return value


def _wait(value: object) -> tuple[int, int] | None:
    if value is None:
        return None
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise BadTicket("wait_min: neither null nor two ends of a range")
    lower, upper = (_count(end, "wait_min") for end in value)
    if lower > upper:
        raise BadTicket("wait_min: the ends stand in the wrong order")
    return lower, upper


def _instant(payload: Mapping[str, object], key: str) -> datetime:
    try:
        instant = datetime.fromisoformat(_text(payload, key))
    except ValueError as error:
        raise BadTicket(f"{key}: not a time") from error
    if instant.tzinfo is None:
        raise BadTicket(f"{key}: a time without its zone")
    return instant


def _address(payload: Mapping[str, object]) -> str | None:
    value = payload.get("follow_url")
    if value is None:
        return None
    # Unlike a name, an address must be whole: half of it leads somewhere else.
    if not isinstance(value, str) or not value or len(value) > LONGEST_ADDRESS or _printable(value) != value:
        raise BadTicket("follow_url: neither null nor an address that fits a QR code")
    return value
