"""The printer that the settings name, and what makes papers for it. Imported behind the first frame."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.app.settings import PrinterKind, PrinterSettings
from kiosk.printing.templates import Templates

if TYPE_CHECKING:
    from kiosk.devices.printer import Printer
    from kiosk.printing.spool import TicketRenderer


ON_WINDOWS = os.name == "nt"


def printer_of(settings: PrinterSettings) -> Printer:
    """Make the printer; nothing is asked of it yet. Raises ValueError where the settings name none."""
    match settings.kind:
        case PrinterKind.NETWORK:
            # Python looks every host up through this codec: 3 ms that the first ticket need not wait for.
            import encodings.idna  # noqa: F401

            from kiosk.devices.network_printer import NetworkPrinter

            return NetworkPrinter(settings.host, settings.port)
        case PrinterKind.USB:
            from kiosk.devices.wired_printer import UsbPrinter

            return UsbPrinter(settings.device)
        case PrinterKind.SERIAL:
            from kiosk.devices.wired_printer import SerialPrinter

            return SerialPrinter(settings.device, settings.baud)
        case PrinterKind.SYSTEM if ON_WINDOWS:
            from kiosk.devices.spooled_printer import SpooledPrinter
            from kiosk.devices.windows_spooler import WindowsSpooler

            return SpooledPrinter(settings.device, WindowsSpooler())
        case PrinterKind.SYSTEM:
            from kiosk.devices.system_printer import SystemPrinter

            return SystemPrinter(settings.device)
        case PrinterKind.NONE:
            raise ValueError("no printer is named")


def renderer_for(settings: PrinterSettings) -> TicketRenderer:
    """Make what turns jobs into bytes: PDF for CUPS' printers, ESC/POS for all others, also behind Windows' spooler."""
    templates = Templates(settings.templates)
    if settings.kind is PrinterKind.SYSTEM and not ON_WINDOWS:
        from kiosk.printing.pdf import PdfPapers

        return PdfPapers(settings.width_mm, templates=templates, logo=settings.logo)
    from kiosk.printing.encode import TicketEncoder

    return TicketEncoder(settings.width_mm, templates=templates, logo=settings.logo)
