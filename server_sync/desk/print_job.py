"""A ticket to print, as the spool takes it. Light: the kiosk's printing needs it before SQL is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

JOB_LIFETIME = timedelta(seconds=60)
"""A ticket that could not be printed in this time is never printed: its holder has long read the number elsewhere."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One ticket to print. Times are aware UTC."""

    uid: UUID
    content: Mapping[str, object]
    """The payload as written with the check-in; see `kiosk.printing.content`."""
    created_at: datetime
    expires_at: datetime
    attempt: int
    """How often it was marked as sending before."""
    reprint: bool
