"""The system's own printers, before stand-ins for CUPS' commands that answer as CUPS 2.4 does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.devices.printer import Delivery, PrinterState
from kiosk.devices.system_printer import SystemPrinter

STAND_IN = """#!{python}
import pathlib, sys
queue = pathlib.Path({queue!r})
command, given = pathlib.Path(sys.argv[0]).name, sys.argv[1:]
said = lambda name: (queue / name).read_text() if (queue / name).exists() else ""
if said("broken") == command:
    sys.exit(1)
if command == "lp":
    (queue / "job").write_bytes(sys.stdin.buffer.read())
    print(said("answer") or "request id is ticket-7 (1 file(s))")
elif command == "cancel":
    (queue / "cancelled").write_text(given[0])
elif "-p" in given:
    print(said("printer") or "printer ticket is idle.  enabled since Mon")
elif "not-completed" in given:
    print("ticket-7 root 1024" if said("stuck") else "")
else:
    print("ticket-7 root 1024\\n\\tStatus:\\n\\tAlerts: " + (said("ending") or "job-completed-successfully"))
"""


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the stand-ins look how things are."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("lp", "lpstat", "cancel"):
        (programs / name).write_text(STAND_IN.format(python=sys.executable, queue=str(tmp_path)), "utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    return tmp_path


def test_a_paper_is_handed_over_whole_and_known_to_be_printed(queue: Path) -> None:
    assert SystemPrinter("ticket").send(b"%PDF-1.4 paper", 5) == Delivery("delivered")
    assert (queue / "job").read_bytes() == b"%PDF-1.4 paper"
    assert SystemPrinter("ticket").status().state is PrinterState.READY


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("printer ticket disabled since Mon -\n\treason unknown", PrinterState.OFFLINE),
        ("printer ticket is idle.\n\tAlerts: media-empty-error", PrinterState.PAPER_OUT),
        ("printer ticket is idle.\n\tAlerts: cover-open-report", PrinterState.COVER_OPEN),
        ("printer ticket now printing.\n\tAlerts: connecting-to-device", PrinterState.UNREACHABLE),
    ],
)
def test_a_printer_that_cannot_print_is_handed_nothing(queue: Path, said: str, state: PrinterState) -> None:
    (queue / "printer").write_text(said)
    assert SystemPrinter("ticket").send(b"paper", 5) == Delivery("not_delivered", state.value)
    assert not (queue / "job").exists()


def test_paper_that_runs_low_is_told_and_stops_nobody(queue: Path) -> None:
    (queue / "printer").write_text("printer ticket is idle.\n\tAlerts: media-low-warning")
    assert SystemPrinter("ticket").status().state is PrinterState.PAPER_LOW
    assert SystemPrinter("ticket").send(b"paper", 5).outcome == "delivered"


def test_a_paper_that_does_not_come_out_in_time_is_taken_back(queue: Path) -> None:
    (queue / "stuck").write_text("yes")
    assert SystemPrinter("ticket").send(b"paper", 0.1) == Delivery("interrupted", "too_slow")
    assert (queue / "cancelled").read_text() == "ticket-7"


@pytest.mark.parametrize("ending", ["job-canceled-by-user", "job-aborted-by-system", "aborted-by-system"])
def test_a_job_that_somebody_else_ended_is_not_taken_for_printed(queue: Path, ending: str) -> None:
    (queue / "ending").write_text(ending)
    assert SystemPrinter("ticket").send(b"paper", 5) == Delivery("interrupted", ending)


def test_a_queue_that_refuses_is_not_asked_again_with_the_same_paper(queue: Path) -> None:
    (queue / "answer").write_text("lp: unsupported format")
    assert SystemPrinter("ticket").send(b"paper", 5) == Delivery("not_delivered", "refused", retry_helps=False)


def test_where_lp_fails_nothing_was_delivered(queue: Path) -> None:
    (queue / "broken").write_text("lp")
    assert SystemPrinter("ticket").send(b"paper", 5) == Delivery("not_delivered", "unreachable")


def test_a_queue_that_says_nothing_is_unknown_and_never_out_of_paper(queue: Path) -> None:
    (queue / "broken").write_text("lpstat")
    assert SystemPrinter("ticket").status().state is PrinterState.UNKNOWN


def test_a_machine_without_cups_has_no_such_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert SystemPrinter("ticket").status().state is PrinterState.UNREACHABLE
    assert SystemPrinter("ticket").send(b"paper", 5) == Delivery("not_delivered", "unreachable")
