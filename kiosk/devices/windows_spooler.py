"""Windows' own print spooler (winspool.drv), as little of it as a receipt printer needs. Exists on Windows alone."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import wintypes

from kiosk.devices.spooled_printer import QueueBits

_USED_OFFLINE = 0x400
"""PRINTER_ATTRIBUTE_WORK_OFFLINE: so Windows marks a USB printer that is off."""
_DELETE, _RETAIN = 5, 8
"""Commands of SetJob: take a job out, and keep one that is printed."""
_TEXT, _NUMBER, _POINTER = wintypes.LPWSTR, ctypes.c_uint32, ctypes.c_void_p


class PrinterInfo2(ctypes.Structure):
    """PRINTER_INFO_2W."""

    _fields_ = (
        *((name, _TEXT) for name in ("server", "printer", "share", "port", "driver", "comment", "location")),
        ("device_mode", _POINTER),
        *((name, _TEXT) for name in ("separator", "processor", "data_type", "parameters")),
        ("security", _POINTER),
        *((name, _NUMBER) for name in ("attributes", "priority", "default_priority", "start", "until")),
        *((name, _NUMBER) for name in ("status", "jobs", "average_ppm")),
    )


class JobInfo1(ctypes.Structure):
    """JOB_INFO_1W."""

    _fields_ = (
        ("job_id", _NUMBER),
        *((name, _TEXT) for name in ("printer", "machine", "user", "document", "data_type", "said")),
        *((name, _NUMBER) for name in ("status", "priority", "position", "pages", "printed_pages")),
        ("submitted", wintypes.WORD * 8),
    )


class DocInfo1(ctypes.Structure):
    """DOC_INFO_1W."""

    _fields_ = (("document", _TEXT), ("output_file", _TEXT), ("data_type", _TEXT))


class WindowsSpooler:
    """Implements `kiosk.devices.spooled_printer.Spooler`. Every call opens the printer anew: it may come and go."""

    def __init__(self) -> None:
        """Raises OSError on any system but Windows."""
        self._spooler = ctypes.CDLL("winspool.drv")

    def look(self, queue: str) -> int | None:
        """See `Spooler.look`."""
        try:
            with self._opened(queue) as printer:
                room = self._read(self._spooler.GetPrinterW, printer, 2)
        except FileNotFoundError:
            return None
        info = PrinterInfo2.from_buffer(room)
        return int(info.status) | (QueueBits.OFFLINE if info.attributes & _USED_OFFLINE else 0)

    def hand_over(self, queue: str, title: str, data: bytes) -> int:
        """See `Spooler.hand_over`."""
        with self._opened(queue) as printer:
            document = DocInfo1(title, None, "RAW")
            job_id = int(self._spooler.StartDocPrinterW(printer, 1, ctypes.byref(document)))
            if job_id == 0:
                raise OSError("the spooler takes no job")
            # It cannot be over before its end is said: so it is held in time.
            self._spooler.SetJobW(printer, job_id, 0, None, _RETAIN)
            written = _NUMBER()
            whole = self._spooler.WritePrinter(printer, data, len(data), ctypes.byref(written))
            if not whole or written.value != len(data):
                self._spooler.SetJobW(printer, job_id, 0, None, _DELETE)
                self._spooler.EndDocPrinter(printer)
                raise OSError("the spooler did not take the whole job")
            self._spooler.EndDocPrinter(printer)
        return job_id

    def job(self, queue: str, job_id: int) -> int | None:
        """See `Spooler.job`."""
        with self._opened(queue) as printer:
            try:
                room = self._read(self._spooler.GetJobW, printer, job_id, 1)
            except OSError:
                return None
        return int(JobInfo1.from_buffer(room).status)

    def take_out(self, queue: str, job_id: int) -> None:
        """See `Spooler.take_out`."""
        with self._opened(queue) as printer:
            # One that is gone already cannot be taken out: that is what was wanted.
            self._spooler.SetJobW(printer, job_id, 0, None, _DELETE)

    @contextmanager
    def _opened(self, queue: str) -> Iterator[wintypes.HANDLE]:
        """Raises FileNotFoundError where Windows knows no such printer."""
        printer = wintypes.HANDLE()
        if not self._spooler.OpenPrinterW(_TEXT(queue), ctypes.byref(printer), None):
            raise FileNotFoundError("there is no such printer")
        try:
            yield printer
        finally:
            self._spooler.ClosePrinter(printer)

    def _read(self, ask: Callable[..., int], printer: wintypes.HANDLE, *which: int) -> ctypes.Array[ctypes.c_char]:
        """What Windows tells in a piece of memory whose length it tells first. Raises OSError."""
        needed = _NUMBER()
        ask(printer, *which, None, 0, ctypes.byref(needed))
        room = ctypes.create_string_buffer(needed.value)
        if not needed.value or not ask(printer, *which, room, needed, ctypes.byref(needed)):
            raise OSError("the spooler does not tell")
        return room
