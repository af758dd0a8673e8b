"""When somebody with an appointment may check in (numbers: `ux.md`, defaults that a site can change)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Timing(StrEnum):
    """When somebody arrives, seen from their appointment."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class CheckInWindow:
    """How long before and after its time an appointment can be checked in as one."""

    opens_before: timedelta = timedelta(minutes=120)
    late_after: timedelta = timedelta(minutes=30)

    def opens_at(self, starts_at: datetime) -> datetime:
        """From when on the kiosk takes the check-in."""
        return starts_at - self.opens_before

    def timing(self, starts_at: datetime, now: datetime) -> Timing:
        """Both aware. Late is still welcome: it joins the queue, with a word to the desk."""
        if now < self.opens_at(starts_at):
            return Timing.EARLY
        return Timing.LATE if now > starts_at + self.late_after else Timing.ON_TIME
