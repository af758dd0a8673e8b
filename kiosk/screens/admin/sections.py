"""The admin's sections, in the rail's order."""

from __future__ import annotations

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.analytics import AnalyticsSection
from kiosk.screens.admin.clinic import ClinicSection
from kiosk.screens.admin.colleagues import ColleaguesSection
from kiosk.screens.admin.copies import CopiesSection
from kiosk.screens.admin.desks import AdminDesks
from kiosk.screens.admin.look import LookSection
from kiosk.screens.admin.machines import MachinesSection
from kiosk.screens.admin.papers import PapersSection
from kiosk.screens.admin.policy import PolicySection
from kiosk.screens.admin.settings import SettingsSection
from kiosk.screens.admin.sync import SyncSection
from kiosk.screens.admin.templates import TemplatesSection
from kiosk.screens.staff.shell import StaffShell


def sections(shell: StaffShell, desks: AdminDesks) -> list[AdminSection]:
    """One of each."""
    return [
        SyncSection(shell, desks.sync, desks.copies),
        MachinesSection(shell, desks.machines),
        ColleaguesSection(shell, desks.colleagues),
        CopiesSection(shell, desks.copies, desks.restart),
        SettingsSection(shell, desks.settings, desks.restart),
        LookSection(shell, desks.settings),
        PapersSection(shell, desks.papers, desks.restart),
        PolicySection(shell, desks.policy),
        TemplatesSection(shell, desks.templates),
        AnalyticsSection(shell, desks.analytics, desks.copies),
        ClinicSection(shell, desks.clinic),
    ]
