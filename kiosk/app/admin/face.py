"""The admin's face: its sections on this machine's records, files and devices, in the staff's frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.app.admin.centre_session import CentreSession
from kiosk.app.admin.local_analytics import LocalAnalytics
from kiosk.app.admin.local_clinic import LocalClinic
from kiosk.app.admin.local_colleagues import LocalColleagues
from kiosk.app.admin.local_copies import LocalCopies
from kiosk.app.admin.local_machines import LocalMachines
from kiosk.app.admin.local_papers import LocalPapers
from kiosk.app.admin.local_policy import LocalPolicy
from kiosk.app.admin.local_settings import LocalSettings
from kiosk.app.admin.local_sync import LocalSync
from kiosk.app.admin.local_templates import LocalTemplates
from kiosk.app.command_line import BEGIN_AGAIN
from kiosk.app.settings import Settings
from kiosk.app.staff.local_staff_desk import AskCentre, LocalStaffDesk
from kiosk.app.version import version
from kiosk.screens.admin.desks import AdminDesks
from kiosk.screens.admin.sections import sections
from kiosk.screens.application import ScreenSettings
from kiosk.screens.languages import register_first_fonts
from kiosk.screens.staff import opening
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.timing import QtTime

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.app.back_office import BackOffice


class AdminFace:
    """Implements `kiosk.app.face.Face`."""

    def __init__(self, settings: Settings, back_office: Callable[[], BackOffice], screen: ScreenSettings) -> None:
        register_first_fonts()
        session = None if settings.server_url is None else CentreSession(settings.server_url)
        self.shell = StaffShell(
            LocalStaffDesk(back_office, None if session is None else asked_by(settings, session)),
            settings.clinic,
            QtTime(),
            "admin",
            pixels_per_mm=screen.pixels_per_mm,
            still=screen.still,
            alone=settings.server_url is None,
        )
        self.shell.add_sections(*sections(self.shell, desks_of(settings, back_office, self.shell, session)))
        if session is not None:
            self.shell.memberChanged.connect(lambda: None if self.shell.isIn else session.end())

    def open_window(self, engine: QQmlApplicationEngine, settings: ScreenSettings) -> QWindow:
        """See `Face.open_window`."""
        return opening.open_window(engine, self.shell, settings)

    def warm(self) -> None:
        """See `Face.warm`: everything came with the sign-in, which nobody hurries past."""


def desks_of(
    settings: Settings, back_office: Callable[[], BackOffice], shell: StaffShell, session: CentreSession | None
) -> AdminDesks:
    """What the sections ask, on this machine."""

    def made_by() -> str:
        return "" if shell.member is None else shell.member.name

    def actor() -> str:
        return "" if shell.member is None else shell.member.uid

    return AdminDesks(
        LocalSync(back_office, settings.server_url or "", made_by),
        LocalMachines(back_office, settings, lambda: shell.actor, version(), session),
        LocalSettings(settings, actor=actor),
        LocalColleagues(back_office, session),
        LocalCopies(settings, actor=actor),
        LocalPapers(settings),
        LocalPolicy(back_office, session),
        LocalAnalytics(back_office, session),
        LocalTemplates(back_office, session),
        LocalClinic(back_office, session),
        restart=lambda: QCoreApplication.exit(BEGIN_AGAIN),
    )


def asked_by(settings: Settings, session: CentreSession) -> AskCentre:
    """The question about a PIN, which opens whoever's it is their session at the centre."""

    def ask(uid: str, pin: str) -> bool:
        from kiosk.app.secrets import SERVER_KEY, open_key_store
        from server_sync.protocol.faults import RefusedFault

        key = open_key_store(settings).read(SERVER_KEY)
        if key is None:
            raise RefusedFault("no_key", "the server's key is not kept on this machine")
        return session.sign_in(key, uid, pin)

    return ask
