"""Endpoints of reports: as rows, as a spreadsheet, as pictures, and all of them on one paper."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import LARGEST_ID, Day
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.desk.analytics import NotReported, Reported, Wish, reports
from server_sync.clinic.roles import Role
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.shown import headings, shown_rows
from server_sync.desk.analytics.spreadsheet import as_csv
from server_sync.desk.analytics.table import Cell, Table
from server_sync.desk.analytics.words import Words
from server_sync.protocol.canonical import Json

router = endpoints("analytics")

ADMIN = frozenset({Role.ADMIN})
Language = Literal["en", "es", "fr", "hi", "ar", "zh"]
_REFUSES = ("unknown_place", "unknown_doctor", "span_too_long")
_TYPES = {"csv": "text/csv; charset=utf-8", "png": "image/png", "svg": "image/svg+xml"}


class ColumnAnswer(BaseModel):
    """A column: its stable name, what its cells are, and what it is called in the asked language."""

    key: str
    kind: str
    heading: str


class ReportAnswer(BaseModel):
    """One report. `rows` hold numbers (money as text), `shown` the same cells as people read them.

    A cell that is null is not known, or in a column of names, lanes or codes stands for all of them together.
    """

    report: str
    title: str
    note: str
    first: str = Field(alias="from")
    last: str = Field(alias="to")
    place: str
    doctor: str
    columns: list[ColumnAnswer]
    rows: list[list[Any]]  # Any: numbers, texts and nulls
    shown: list[list[str]]


class Range(BaseModel):
    """Days are each location's own, both included; the last 28 by default, at most three years."""

    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")
    location_id: Annotated[int, Field(ge=1, le=LARGEST_ID)] | None = None
    doctor_id: Annotated[int, Field(ge=1, le=LARGEST_ID)] | None = None
    lang: Language = "en"

    @property
    def wish(self) -> Wish:
        """As the desk understands it."""
        return Wish(self.since, self.until, self.location_id, self.doctor_id)


class FileRange(Range):
    """And as what kind of file."""

    kind: Literal["csv", "png", "svg"] = Field(alias="format")


# Any: canonical JSON, which is hashed, knows no floats; what people read does.
_EXAMPLE: Any = {
    "success": True,
    "data": {
        "report": "waits",
        "title": "Waiting times",
        "note": "Minutes until called.",
        "from": "2024-01-01",
        "to": "2024-01-28",
        "place": "Riverside Clinic",
        "doctor": "",
        "columns": [
            {"key": "doctor", "kind": "name", "heading": "Doctor"},
            {"key": "lane", "kind": "lane", "heading": "Line"},
            {"key": "seen", "kind": "count", "heading": "Seen"},
            {"key": "median", "kind": "minutes", "heading": "Median"},
            {"key": "p90", "kind": "minutes", "heading": "9 of 10"},
            {"key": "target", "kind": "minutes", "heading": "Target"},
            {"key": "in_target", "kind": "share", "heading": "In target"},
        ],
        "rows": [[None, "appointment", 212, 6, 19, 20.0, 0.91]],
        "shown": [["All doctors", "Appointment", "212", "6 min", "19 min", "20 min", "91 %"]],
    },
}


def _file(summary: str, *types: str) -> dict[str, Any]:
    """`operation` for a file."""
    declared = dict(
        operation(summary, roles=ADMIN, answers=None, example=None, refuses=_REFUSES, limit=Kind.SEARCH)
    )  # fmt: skip
    content = {one.partition(";")[0]: {"schema": {"type": "string", "format": "binary"}} for one in types}
    declared["responses"] = {**declared["responses"], 200: {"description": "The file.", "content": content}}
    return declared | {"response_class": Response}


@router.get(
    "/api/analytics/{report}",
    **operation(
        "A report as rows",
        roles=ADMIN,
        answers=ReportAnswer,
        example=_EXAMPLE,
        refuses=_REFUSES,
        limit=Kind.SEARCH,
    ),
)
async def read_report(request: Request, report: ReportName, wanted: Annotated[Range, Query()]) -> Response:
    """Waits, flow, busiest hours, doctors' time, popular times, attendance, revenue or satisfaction.

    An admin of one location is told of it alone. Nothing in it names a patient.
    """
    told = await _told(request, wanted, [report])
    return answer({"success": True, "data": _json(told, told.tables[0], Words(wanted.lang))})


@router.get("/api/analytics/{report}/export", **_file("A report as a file", *_TYPES.values()))
async def export_report(request: Request, report: ReportName, wanted: Annotated[FileRange, Query()]) -> Response:
    """CSV (RFC 4180, stable names, plain numbers), or its picture as PNG or SVG."""
    told, words = await _told(request, wanted, [report]), Words(wanted.lang)
    body = await centre_of(request).run(_written, told, words, wanted.kind)
    return _sent(body, f"{report}-{told.first}-{told.last}.{wanted.kind}", _TYPES[wanted.kind])


@router.get("/api/analytics-report", **_file("Every report on one paper", "application/pdf"))
async def print_reports(request: Request, wanted: Annotated[Range, Query()]) -> Response:
    """A PDF: what matters at a glance, then each report's picture and its table. In Hindi its words are English."""
    told = await _told(request, wanted, list(ReportName))
    body = await centre_of(request).run(_printed, told, Words(wanted.lang))
    return _sent(body, f"clinic-report-{told.first}-{told.last}.pdf", "application/pdf")


async def _told(request: Request, wanted: Range, names: list[ReportName]) -> Reported:
    centre = centre_of(request)
    told = await centre.run(reports, centre.replica, caller_of(request), wanted.wish, names)
    if isinstance(told, NotReported):
        raise Refused(told.code, told.words)
    return told


def _written(told: Reported, words: Words, kind: str) -> bytes:
    if kind == "csv":
        return as_csv(told.tables[0])
    # matplotlib is large: only who wants a picture reads it.
    from server_sync.central.reports.drawing import Image
    from server_sync.central.reports.pictures import picture

    return picture(told.tables[0], words, _about(told, words), Image(kind))


def _printed(told: Reported, words: Words) -> bytes:
    from server_sync.central.reports.paper import Heading, as_pdf

    place = " · ".join(filter(None, (told.place or words("all_locations"), told.doctor)))
    return as_pdf(told.tables, Heading(place, f"{told.first} – {told.last}", told.made_at, told.made_by), words)


def _about(told: Reported, words: Words) -> str:
    place = told.place or words("all_locations")
    return " · ".join(filter(None, (f"{told.first} – {told.last}", place, told.doctor)))


def _sent(body: bytes, name: str, media_type: str) -> Response:
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=headers)


def _json(told: Reported, table: Table, words: Words) -> dict[str, Json]:
    columns = zip(table.columns, headings(table, words), strict=True)
    rows: list[Any] = [[_cell(cell) for cell in row] for row in table.rows]
    shown: list[Json] = [list(row) for row in shown_rows(table, words)]
    return {
        "report": table.report,
        "title": words(table.report),
        "note": words(f"{table.report}_note"),
        "from": told.first.isoformat(),
        "to": told.last.isoformat(),
        "place": told.place,
        "doctor": told.doctor,
        "columns": [{"key": column.key, "kind": column.kind.value, "heading": heading} for column, heading in columns],
        "rows": rows,
        "shown": shown,
    }


def _cell(cell: Cell) -> Any:
    return str(cell) if isinstance(cell, Decimal) else cell
