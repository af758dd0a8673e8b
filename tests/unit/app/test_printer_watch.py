"""Who looks after the printer: the desks hear of what needs somebody once, and of nothing that mends itself."""

from __future__ import annotations

from kiosk.app.printer_watch import PrinterWatch
from tests.fakes.printer import FakePrinter


def watch_over(printer: FakePrinter) -> tuple[PrinterWatch, list[str | None]]:
    reported: list[str | None] = []
    return PrinterWatch(printer, reported.append), reported


def look(watch: PrinterWatch, times: int = 3) -> None:
    for _ in range(times):
        watch.look()


def test_missing_paper_is_told_once_and_so_is_its_return() -> None:
    printer = FakePrinter()
    watch, reported = watch_over(printer)
    look(watch)
    printer.take_paper_away()
    look(watch)
    printer.put_paper_in()
    look(watch)
    assert reported == [None, "printer_paper_out", None]


def test_a_cover_that_is_open_for_a_moment_is_no_news() -> None:
    printer = FakePrinter()
    watch, reported = watch_over(printer)
    look(watch)
    printer.open_cover()
    look(watch, times=1)
    printer.close_cover()
    look(watch)
    assert reported == [None, None]


def test_paper_that_runs_low_is_told() -> None:
    printer = FakePrinter()
    watch, reported = watch_over(printer)
    printer.paper_gets_low()
    look(watch)
    assert reported == ["printer_paper_low"]


def test_nobody_is_sent_to_a_printer_that_never_tells_how_it_is() -> None:
    printer = FakePrinter()
    watch, reported = watch_over(printer)
    printer.fall_silent()
    look(watch)
    assert reported == []
