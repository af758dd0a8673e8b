"""From the last tap to the ticket's last byte at the printer, beside what its parts take when measured alone."""

from __future__ import annotations

import re
import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from kiosk.app.demo.stage import Stage
from kiosk.app.demo.tour import Walk
from kiosk.devices.network_printer import NetworkPrinter
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.encode import TicketEncoder
from server_sync.desk.check_in import TicketPrinting, check_in, rehearse
from server_sync.records.database import open_database
from tests.bench.processes import drawing_environment
from tests.bench.table import Row
from tests.clinics import MORNING, LittleClinic

ROUNDS = 20
ON_TOP_MS = 10.0
WARM_S = 5.0
PAGE_S = 0.25
"""By then after the last byte the page of the ticket has been made and has slid in; absences count until then."""
TICKET = {
    "kind": "queue_ticket",
    "clinic": "Riverside Clinic",
    "token_number": "20260309-A001",
    "short_number": "A 1",
    "waiting_area": "Waiting area A",
    "room": "Room 1",
    "doctor_name": "Dr. Amara Inkwell",
    "people_ahead": 2,
    "wait_min": [20, 40],
    "late": False,
    "issued_at": "2026-03-09T09:00:00+00:00",
    "follow_url": "http://127.0.0.1:8080/t/AAAAAAAAAAAAAAAAAAAAAA",
    "language": "en",
    "reprint": False,
}


def measure() -> list[Row]:
    """Two rows: the 95th percentile of the whole beside its parts, and the longest absence of the UI thread."""
    alone_ms = _commit_ms() + _layout_and_transfer_ms()
    whole_ms, away_ms = _whole_ms()
    return [
        Row(
            "last tap to the ticket's last byte, p95", whole_ms, alone_ms + ON_TOP_MS, "ms", f"parts {alone_ms:.1f} ms"
        ),
        Row("longest absence of the UI thread until the page stands", away_ms, 50, "ms"),
    ]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _commit_ms() -> float:
    times = []
    with tempfile.TemporaryDirectory() as folder:
        clinic = LittleClinic(open_database(f"sqlite:///{folder}/centre.db"), Path(folder))
        booked = [
            clinic.book(MORNING + timedelta(minutes=10), code=f"{n:08}", phone=f"55501{n:02}") for n in range(ROUNDS)
        ]
        device = clinic.enrol("A", 1)
        clinic.pull(device)
        rehearse(device.replica)  # as the kiosk does
        for row in booked:
            begun = perf_counter()
            with device.replica.work("check_in", "patient") as work:
                check_in(work, row["uid"], TicketPrinting("en"))
            times.append((perf_counter() - begun) * 1000)
        device.database.close()
        clinic.centre.database.close()
    return _p95(times)


def _layout_and_transfer_ms() -> float:
    printer = VirtualPrinter(width_mm=80).start()
    encoder, sender = TicketEncoder(80), NetworkPrinter("127.0.0.1", printer.port)
    encoder.render(TICKET)
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        sender.send(encoder.render(TICKET), 5.0)
        times.append((perf_counter() - begun) * 1000)
    printer.stop()
    return _p95(times)


def _whole_ms() -> tuple[float, float]:
    came_ns: list[int] = []
    printer = VirtualPrinter(width_mm=80, on_ticket=lambda _ticket: came_ns.append(time.monotonic_ns())).start()
    # The simulated printer learns to draw before it is timed; the kiosk's own first ticket counts.
    NetworkPrinter("127.0.0.1", printer.port).send(TicketEncoder(80).render(TICKET), 5.0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stage = Stage(folder, drawing_environment(), printer_port=printer.port)
        try:
            stage.set_up()
            kiosk = stage.kiosk("bench", talks=True, hands="tests.bench.watched_kiosk")
            kiosk.start()
            spans = _check_everybody_in(Walk(kiosk, folder), _codes(folder), came_ns)
            kiosk.stop()
            log = (folder / "logs" / "bench.log").read_text("utf-8")
        finally:
            stage.tear_down()
            printer.stop()
    away = [(int(begun), int(ended)) for begun, ended in re.findall(r"^away (\d+) (\d+)$", log, re.MULTILINE)]
    on_the_way = [
        ended - begun
        for begun, ended in away
        if any(begun < came + PAGE_S * 1e9 and ended > tapped for tapped, came in spans)
    ]
    return _p95([(came - tapped) / 1e6 for tapped, came in spans]), max(on_the_way, default=0) / 1e6


def _check_everybody_in(walk: Walk, codes: list[str], came_ns: list[int]) -> list[tuple[int, int]]:
    spans = []
    walk.see("I have an appointment")
    time.sleep(WARM_S)
    for code in codes[:ROUNDS]:
        walk.tap("I have an appointment")
        walk.see("What is your booking code?")
        walk.type_digits(code)
        walk.tap("Continue")
        walk.see("Is this you?")
        before = len(came_ns)
        tapped_ns = walk.tap("Yes, that's me")
        # Looking at the screen by name is work on the UI thread: not before the ticket is there.
        while len(came_ns) == before:
            time.sleep(0.01)
        time.sleep(PAGE_S)
        walk.see("Your number")
        spans.append((tapped_ns, came_ns[-1]))
        walk.tap("Done")
        walk.see("I have an appointment")
    return spans


def _codes(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "server" / "centre.db")) as centre:
        rows = centre.execute(
            "SELECT booking_code FROM appointments WHERE status = 'scheduled'"
            " ORDER BY abs(julianday(scheduled_date) - julianday('now', '+45 minutes'))"
        ).fetchall()
    return [str(row[0]) for row in rows]
