"""Reception's face: the queue, today, people and what is to be settled, on this machine's records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.app.reception.local_people import LocalPeopleDesk
from kiosk.app.reception.local_queue import LocalQueueDesk
from kiosk.app.reception.local_settling import LocalSettlingDesk
from kiosk.app.reception.quiet_sound import quiet_sound
from kiosk.app.settings import Settings
from kiosk.app.staff.centre_of import centre_of
from kiosk.app.staff.local_staff_desk import LocalStaffDesk
from kiosk.screens.application import ScreenSettings
from kiosk.screens.languages import register_first_fonts
from kiosk.screens.reception.alerts import AlertsScreen
from kiosk.screens.reception.doctor import DoctorScreen
from kiosk.screens.reception.people import PeopleScreen
from kiosk.screens.reception.queue import QueueScreen
from kiosk.screens.reception.settle import SettleScreen
from kiosk.screens.reception.today import TodayScreen
from kiosk.screens.staff import opening
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.timing import QtTime

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.app.back_office import BackOffice


class ReceptionFace:
    """Implements `kiosk.app.face.Face`."""

    def __init__(self, settings: Settings, back_office: Callable[[], BackOffice], screen: ScreenSettings) -> None:
        register_first_fonts()
        self.shell = StaffShell(
            LocalStaffDesk(back_office, centre_of(settings)),
            settings.clinic,
            QtTime(),
            "reception",
            pixels_per_mm=screen.pixels_per_mm,
            still=screen.still,
            alone=settings.server_url is None,
        )
        queue = LocalQueueDesk(back_office, self.shell.signed_in)
        people = LocalPeopleDesk(back_office, self.shell.signed_in)
        settling = LocalSettlingDesk(back_office, self.shell.signed_in)
        self.shell.add_sections(
            QueueScreen(self.shell, queue),
            DoctorScreen(self.shell, queue),
            TodayScreen(self.shell, people),
            PeopleScreen(self.shell, people),
            SettleScreen(self.shell, settling),
            strip=AlertsScreen(self.shell, settling, quiet_sound()),
        )

    def open_window(self, engine: QQmlApplicationEngine, settings: ScreenSettings) -> QWindow:
        """See `Face.open_window`."""
        return opening.open_window(engine, self.shell, settings)

    def warm(self) -> None:
        """See `Face.warm`: everything came with the sign-in, which nobody hurries past."""
