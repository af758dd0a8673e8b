"""What reports are called: for screens too, which know no SQL."""

from __future__ import annotations

from enum import StrEnum


class ReportName(StrEnum):
    """What can be asked for, in the order in which a director reads it."""

    WAITS = "waits"
    FLOW = "flow"
    PEAKS = "peaks"
    EFFICIENCY = "efficiency"
    SLOTS = "slots"
    ATTENDANCE = "attendance"
    REVENUE = "revenue"
    SATISFACTION = "satisfaction"
