"""A location's reasons to come without an appointment, as a kiosk offers them and as they are written down."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from server_sync.clinic.visit_reasons import VisitReason, reason_of, reasons_in_force
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import locations


@dataclass(frozen=True, slots=True)
class Said:
    """Why somebody came, as it is stored; `urgency_level` is a claim."""

    words: str
    code: str | None
    urgency_level: str


def reasons_at(reading: Reading, location_id: int) -> tuple[VisitReason, ...] | None:
    """What a location set up; None where it set up nothing."""
    row = reading.first(_REASONS, {"id": location_id})
    return None if row is None or row["visit_reasons"] is None else reasons_in_force(row["visit_reasons"])


def reason_said(reading: Reading, location_id: int, code: str, words: str) -> Said:
    """A reason as it is stored: its code beside its words in the clinic's language; else `words` as they are."""
    row = reading.first(_REASONS, {"id": location_id})
    reason = reason_of(code, None if row is None else row["visit_reasons"])
    if row is None or reason is None:
        return Said(words, None, "routine")
    return Said(reason.said_in(row["default_language"]), reason.code, "urgent" if reason.urgent else "routine")


def reason_in(reading: Reading, location_id: int, code: str | None) -> dict[str, str]:
    """The words of a code by language, for a desk that reads it in its own; empty where nobody knows the code."""
    row = reading.first(_REASONS, {"id": location_id})
    reason = None if code is None else reason_of(code, None if row is None else row["visit_reasons"])
    return {} if reason is None else dict(reason.words)


_REASONS = Prepared(
    select(locations.c.visit_reasons, locations.c.default_language).where(locations.c.id == bindparam("id"))
)
