"""Windows' spooler with one printer, in memory, with the troubles of a real one."""

from __future__ import annotations

from kiosk.devices.printer import Delivery, PrinterStatus
from kiosk.devices.spooled_printer import JobBits, QueueBits, SpooledPrinter


class FakeSpooler:
    """Implements `kiosk.devices.spooled_printer.Spooler`: a job is printed, or stops, before it is asked after."""

    def __init__(self) -> None:
        self.queue = QueueBits(0)
        self.queue_after: QueueBits | None = None
        """How the printer is once the next job was handed over."""
        self.printed: list[bytes] = []
        self.jobs: dict[int, JobBits] = {}
        self.stops_next: JobBits | None = None
        self.answers = True
        self.installed = True
        self.holds = False
        """Whether jobs neither come out nor stop."""

    def look(self, queue: str) -> int | None:
        self._break()
        return int(self.queue) if self.installed else None

    def hand_over(self, queue: str, title: str, data: bytes) -> int:
        job_id = len(self.jobs) + 1
        self.queue, self.queue_after = self.queue if self.queue_after is None else self.queue_after, None
        stopped, self.stops_next = self.stops_next, None
        self.jobs[job_id] = JobBits(0) if self.holds else stopped or JobBits.PRINTED
        if self.jobs[job_id] is JobBits.PRINTED:
            self.printed.append(data)
        return job_id

    def job(self, queue: str, job_id: int) -> int | None:
        self._break()
        bits = self.jobs.get(job_id)
        return None if bits is None else int(bits)

    def take_out(self, queue: str, job_id: int) -> None:
        self._break()
        self.jobs.pop(job_id, None)

    def _break(self) -> None:
        if not self.answers:
            raise OSError("the spooler does not answer")


class SpooledOnTheBench(FakeSpooler):
    """That spooler with a `SpooledPrinter` before it, for the contract suite of printers."""

    def __init__(self) -> None:
        super().__init__()
        self._printer = SpooledPrinter("Receipts", self)

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        return self._printer.send(job, deadline_s)

    def status(self) -> PrinterStatus:
        return self._printer.status()

    def count_tickets(self) -> int:
        return len(self.printed)

    def power_off(self) -> None:
        self.queue = QueueBits.OFFLINE

    def power_on(self) -> None:
        self.queue = QueueBits(0)

    def take_paper_away(self) -> None:
        self.queue = QueueBits.PAPER_OUT

    def put_paper_in(self) -> None:
        self.queue = QueueBits(0)

    def paper_gets_low(self) -> None:
        """Nothing changes: Windows has no word for it."""

    def open_cover(self) -> None:
        self.queue = QueueBits.DOOR_OPEN

    def close_cover(self) -> None:
        self.queue = QueueBits(0)

    def fall_silent(self) -> None:
        self.answers = False

    def tell_by_itself(self) -> None:
        """Nothing changes: whatever a printer says by itself, the spooler keeps."""

    def run_out_of_paper_in_the_middle(self) -> None:
        self.stops_next = JobBits.PAPER_OUT

    def open_cover_in_the_middle(self) -> None:
        self.stops_next, self.queue_after = JobBits.ERROR, QueueBits.DOOR_OPEN

    def lose_power_in_the_middle(self) -> None:
        self.stops_next = JobBits.OFFLINE
