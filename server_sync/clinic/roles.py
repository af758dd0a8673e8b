"""Who somebody is to the clinic; what each may do stands at each operation."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A caller's role. One caller has one; nothing is inherited, every operation names all roles that it is open to."""

    PUBLIC = "public"
    """Has not said who they are."""
    PATIENT = "patient"
    """Came by a short-lived link; their own data only."""
    KIOSK = "kiosk"
    """An enrolled device that patients or staff work at."""
    DISPLAY = "display"
    """An enrolled waiting-room board: reads numbers, never names."""
    RECEPTIONIST = "receptionist"
    NURSE = "nurse"
    """Sets triage."""
    DOCTOR = "doctor"
    ADMIN = "admin"


DESK = frozenset({Role.RECEPTIONIST, Role.NURSE, Role.ADMIN})
"""Those who run the front desk."""

STAFF = DESK | {Role.DOCTOR}
"""People who work at the clinic: they see names."""

CLINICAL = frozenset({Role.NURSE, Role.DOCTOR})
"""Those who may judge how ill somebody is."""

DEVICES = frozenset({Role.KIOSK, Role.DISPLAY})

EVERYONE = frozenset(Role)
