"""The reports by name: each an operation that returns a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from server_sync.desk.analytics.bookings import attendance, revenue, slots
from server_sync.desk.analytics.doctors import efficiency, satisfaction
from server_sync.desk.analytics.flow import flow, peaks
from server_sync.desk.analytics.period import Period
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.table import Table
from server_sync.desk.analytics.waits import waits
from server_sync.records.reading import Reading

REPORTS: Mapping[ReportName, Callable[[Reading, Period], Table]] = MappingProxyType(
    {
        ReportName.WAITS: waits,
        ReportName.FLOW: flow,
        ReportName.PEAKS: peaks,
        ReportName.EFFICIENCY: efficiency,
        ReportName.SLOTS: slots,
        ReportName.ATTENDANCE: attendance,
        ReportName.REVENUE: revenue,
        ReportName.SATISFACTION: satisfaction,
    }
)
