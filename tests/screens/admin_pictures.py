"""The scenes of an admin's sections, for pictures of them and for whoever checks how they look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtQuick import QQuickItem

from kiosk.screens.admin.analytics import AnalyticsSection
from kiosk.screens.admin.clinic import ClinicSection
from kiosk.screens.admin.colleagues import ColleaguesSection
from kiosk.screens.admin.copies import CopiesSection
from kiosk.screens.admin.desks import Printer, SyncState
from kiosk.screens.admin.look import LookSection
from kiosk.screens.admin.machines import MachinesSection
from kiosk.screens.admin.sections import sections
from kiosk.screens.admin.settings import SettingsSection
from kiosk.screens.admin.sync import SyncSection
from kiosk.screens.admin.templates import TemplatesSection
from kiosk.screens.admin.templates_desk import NotPlanned, PlannedDay
from kiosk.screens.staff.shell import section_of
from tests.fakes.admin_desks import NOW, PASSPHRASE, FakeAdmin
from tests.fakes.staff_desk import ADMIN
from tests.screens.looked_at import Look
from tests.screens.staff_window import StaffWindow

SIZES = {"landscape": (1920, 1080), "small": (1024, 768)}


def take(look: Look, language: str, width: int, height: int) -> None:
    """Every screen in one language and size."""
    admin = FakeAdmin()
    window = StaffWindow(width, height, sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.shell.speak(language)
    window.settle()
    window.shell.enter(ADMIN)
    window.settle()
    try:
        for name in scenes(window, admin):
            window.settle()
            look(window, name)
    finally:
        window.close()


def scenes(window: StaffWindow, admin: FakeAdmin) -> Iterator[str]:
    """Lead the window through what it can show; yields each scene's name while it stands."""
    shell = window.shell
    sync = section_of(shell.sections, "sync")
    assert isinstance(sync, SyncSection)
    yield "sync"
    sync.choose(117)
    window.settle()
    sync.chooseStatus("conflict")
    sync.choose(116)
    yield "sync-conflict"
    sync.typeFirstDay("2030-01-01")
    admin.sync.current = SyncState("offline", pending=14, held=2, since=NOW, cause="unreachable", server="x")
    sync.refresh()
    yield "sync-nothing-offline"
    shell.open("machines")
    yield "machines"
    admin.machines.printer = Printer("paper_out", NOW, "192.0.2.7:9100")
    admin.machines.outcome = "failed"
    admin.machines.free_bytes = 120_000_000
    shell.open("sync")
    shell.open("machines")
    window.settle()
    machines = section_of(shell.sections, "machines")
    assert isinstance(machines, MachinesSection)
    machines.printTestPage()
    yield "machines-unwell"
    staff = section_of(shell.sections, "staff")
    assert isinstance(staff, ColleaguesSection)
    shell.open("staff")
    yield "staff"
    staff.choose(1)
    staff.invite()
    yield "staff-changed"
    staff.askToDeactivate()
    yield "staff-asked"
    staff.close()
    copies = section_of(shell.sections, "copies")
    assert isinstance(copies, CopiesSection)
    shell.open("copies")
    window.settle()
    copies.invent()
    yield "copies"
    copies.keep()
    yield "copies-kept"
    copies.choose(str(admin.copies.files[-1].file))
    copies.typeOpening(PASSPHRASE)
    copies.tryOut()
    yield "copies-tried"
    settings = section_of(shell.sections, "settings")
    assert isinstance(settings, SettingsSection)
    shell.open("settings")
    yield "settings"
    settings.choose("printer.port")
    settings.type("99999")
    settings.save()
    yield "settings-wrong"
    settings.choose("find_hub")
    settings.type("false")
    settings.save()
    yield "settings-waiting"
    look = section_of(shell.sections, "look")
    assert isinstance(look, LookSection)
    shell.open("look")
    window.settle()
    look.typeColour("#5B1E5A")
    yield "look"
    look.typeColour("#C08A3E")
    yield "look-refused"
    yield from clinic(window)
    yield from templates(window, admin)
    yield from analytics(window, admin)


def clinic(window: StaffWindow) -> Iterator[str]:
    """The place, what is asked of people there, and why they may come."""
    clinic = section_of(window.shell.sections, "clinic")
    assert isinstance(clinic, ClinicSection)
    window.shell.open("clinic")
    window.settle()
    clinic.type("phone", "call us")
    yield "clinic-wrong"
    clinic.open("consent")
    yield "clinic-consent"
    clinic.open("reasons")
    clinic.choose("pregnancy")
    clinic.makeUrgent(True)
    yield "clinic-reasons"
    clinic.add()
    yield "clinic-reason-added"
    clinic.undo()


def templates(window: StaffWindow, admin: FakeAdmin) -> Iterator[str]:
    """A session's template that is typed, looked at, and refused."""
    templates = section_of(window.shell.sections, "templates")
    assert isinstance(templates, TemplatesSection)
    window.shell.open("templates")
    yield "templates"
    templates.type("ends", "07:00")
    templates.type("mean", "200")
    templates.preview()
    yield "templates-wrong"
    templates.type("ends", "12:00")
    templates.type("mean", "")
    templates.chooseDoctor("7")
    for number, why in enumerate(("other_hours", "leave", "", "recurring_hours")):
        day = date(2026, 11, 30 - number)
        admin.templates.days[day] = PlannedDay(day, why, removed=0 if why else 1, booked=4, kept=0 if why else 2)
    templates.type("first", "2026-11-20")
    templates.toggleWeekday(5)
    templates.preview()
    yield "templates-plan"
    admin.templates.refusal = NotPlanned("needs_server")
    templates.apply()
    yield "templates-offline"


def analytics(window: StaffWindow, admin: FakeAdmin) -> Iterator[str]:
    """The clinic's reports."""
    shell = window.shell
    analytics = section_of(shell.sections, "analytics")
    assert isinstance(analytics, AnalyticsSection)
    shell.open("analytics")
    yield "analytics"
    analytics.chooseReport("satisfaction")
    analytics.chooseRange("own")
    analytics.typeLastDay("2026-02-31")
    yield "analytics-widest"
    analytics.chooseRange("week")
    analytics.draw(wanted=True)
    window.settle()
    drawing = window.quick.findChild(QQuickItem, "drawing")
    assert drawing is not None
    window.wait_until(drawing.isVisible)
    yield "analytics-drawn"
    admin.analytics.is_away = True
    analytics.draw(wanted=False)
    window.settle()
    yield "analytics-needs-server"
    analytics.chooseReport("attendance")
    window.settle()
    analytics.export("csv", "/media/kim/ANTEROOM")
    yield "analytics-here"
    admin.analytics.is_empty = True
    analytics.chooseReport("slots")
    yield "analytics-nothing"
