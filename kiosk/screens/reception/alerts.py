"""Calls for help and machines that need somebody, above every section until somebody saw to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.settling_desk import Alert, AlertKind, SettlingDesk
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AlertsScreen(StaffSection):
    """The most urgent of them in words, and how many more there are."""

    kind = "alerts"
    page_file = "reception/alerts/Alerts.qml"
    alertsChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SettlingDesk, chime: Callable[[], None] = lambda: None) -> None:
        """`chime` is called when somebody or something new calls."""
        super().__init__(shell)
        self._desk = desk
        self._chime = chime
        self._alerts: tuple[Alert, ...] = ()
        shell.minuteChanged.connect(self.refresh)

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """See `StaffSection.refresh`."""
        if not self.shell.is_at_rest:
            self.shell.ask(self, self._desk.alerts(), self._show, lambda: None)

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._alerts = ()
        self.alertsChanged.emit()

    @Property(bool, notify=alertsChanged)
    def any(self) -> bool:
        """Whether anything calls."""
        return bool(self._alerts)

    @Property(int, notify=alertsChanged)
    def more(self) -> int:
        """How many besides the one that is shown."""
        return max(0, len(self._alerts) - 1)

    @Property(str, notify=alertsChanged)
    def alertKind(self) -> str:
        """Who or what calls: `emergency`, `person`, `machine` or `word`; empty for nothing."""
        return self._alerts[0].kind.value if self._alerts else ""

    @Property(str, notify=alertsChanged)
    def machine(self) -> str:
        """Where."""
        return self._alerts[0].machine if self._alerts else ""

    @Property(str, notify=alertsChanged)
    def number(self) -> str:
        """Under which number."""
        return self._alerts[0].number if self._alerts else ""

    @Property(str, notify=alertsChanged)
    def cause(self) -> str:
        """What a machine needs somebody for, such as `printer_paper_out`, or what somebody said at a kiosk."""
        return self._alerts[0].cause if self._alerts else ""

    @Property(str, notify=alertsChanged)
    def since(self) -> str:
        """Since when, as a clock shows it."""
        return clock_time(self._alerts[0].since) if self._alerts else ""

    @Slot()
    def seen(self) -> None:
        """Somebody saw to the one that is shown."""
        if self._alerts:
            self.shell.ask(self, self._desk.answer(self._alerts[0].uid), lambda _was_open: self.refresh())

    def _show(self, alerts: tuple[Alert, ...]) -> None:
        known = {one.uid for one in self._alerts}
        self._alerts = alerts
        self.alertsChanged.emit()
        if any(one.uid not in known and one.kind is not AlertKind.WORD for one in alerts):
            self._chime()
