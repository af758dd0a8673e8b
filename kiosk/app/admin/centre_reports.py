"""Reports as the centre answers them. All of it blocks on the network: for threads that may wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlencode

from kiosk.app.admin.centre_session import CentreSession, refusal_code
from kiosk.app.admin.local_colleagues import OVER, SIGN_IN_AGAIN
from kiosk.screens.admin.analytics_desk import ReportChoices, ReportColumn, ToldReport, WantedReport
from kiosk.screens.admin.desks import Refused
from server_sync.desk.analytics.table import TEXT_KINDS, Kind
from server_sync.protocol.faults import Fault, ProtocolFault

Answer = TypeVar("Answer")


def path_of(wanted: WantedReport, kind: str = "") -> str:
    """Where the centre has a report: as rows, as a file of a kind, or as `pdf` with all the others."""
    asked = {
        "from": wanted.first,
        "to": wanted.last,
        "location_id": wanted.place_id,
        "doctor_id": wanted.doctor_id,
        "lang": wanted.language,
        "format": kind if kind not in ("", "pdf") else None,
    }
    place = "/api/analytics-report" if kind == "pdf" else f"/api/analytics/{wanted.name}{'/export' if kind else ''}"
    return f"{place}?{urlencode({key: value for key, value in asked.items() if value is not None})}"


def fetched_choices(session: CentreSession, known: ReportChoices) -> ReportChoices:
    """The clinic's places and doctors, of those too who left; what is known here where the centre does not say."""
    places = _answered(lambda: session.ask("GET", "/api/locations", {}))
    doctors = _answered(lambda: session.ask("GET", "/api/staff?role=doctor&only_active=false", {}))
    if isinstance(places, Refused) or isinstance(doctors, Refused):
        return known
    return replace(
        known,
        places=tuple((row["id"], row["name"]) for row in places),
        doctors=tuple((row["id"], row["display_name"]) for row in doctors),
    )


def fetched_report(session: CentreSession, wanted: WantedReport) -> ToldReport | Refused:
    """A report in words."""

    def ask() -> ToldReport:
        return _told(session.ask("GET", path_of(wanted), {}))

    return _answered(ask)


def fetched_file(session: CentreSession, path: str) -> bytes | Refused:
    """A file that the centre makes."""
    return _answered(lambda: session.fetch(path))


def _answered(ask: Callable[[], Answer]) -> Answer | Refused:
    try:
        return ask()
    except LookupError:
        return Refused(SIGN_IN_AGAIN)
    except Fault as fault:
        code = refusal_code(fault)
        return Refused(SIGN_IN_AGAIN if code in OVER else code, fault.message)


def _told(said: Any) -> ToldReport:
    try:
        names = [place for place, one in enumerate(said["columns"]) if one["kind"] == Kind.NAME]
        return ToldReport(
            said["title"],
            said["note"],
            tuple(ReportColumn(one["heading"], one["kind"] in TEXT_KINDS) for one in said["columns"]),
            tuple(tuple(row) for row in said["shown"]),
            frozenset(number for number, row in enumerate(said["rows"]) if any(row[place] is None for place in names)),
            said["place"],
            from_centre=True,
        )
    except (KeyError, TypeError, IndexError) as error:
        raise ProtocolFault("not_our_server", "something answered in the server's place") from error
