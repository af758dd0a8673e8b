"""The life of an appointment: which state may follow which, and in which of them it holds its place in the day."""

from __future__ import annotations

from server_sync.clinic.visits import AppointmentStatus

HOLDS_ITS_PLACE = frozenset(
    {
        AppointmentStatus.SCHEDULED,
        AppointmentStatus.CONFIRMED,
        AppointmentStatus.IN_PROGRESS,
        AppointmentStatus.COMPLETED,
    }
)
"""States in which nobody else may have the time."""

_FORWARD: dict[AppointmentStatus, frozenset[AppointmentStatus]] = {
    AppointmentStatus.SCHEDULED: frozenset(
        {
            AppointmentStatus.CONFIRMED,
            AppointmentStatus.IN_PROGRESS,
            AppointmentStatus.CANCELLED,
            AppointmentStatus.NO_SHOW,
            AppointmentStatus.RESCHEDULED,
        }
    ),
    AppointmentStatus.CONFIRMED: frozenset(
        {
            AppointmentStatus.IN_PROGRESS,
            AppointmentStatus.CANCELLED,
            AppointmentStatus.NO_SHOW,
            AppointmentStatus.RESCHEDULED,
        }
    ),
    AppointmentStatus.IN_PROGRESS: frozenset({AppointmentStatus.COMPLETED}),
    AppointmentStatus.COMPLETED: frozenset(),
    AppointmentStatus.CANCELLED: frozenset(),
    # Somebody who was given up may be given another time; who turns up after all is checked in as ever.
    AppointmentStatus.NO_SHOW: frozenset({AppointmentStatus.RESCHEDULED}),
    AppointmentStatus.RESCHEDULED: frozenset(),
}


def steps_after(status: AppointmentStatus) -> frozenset[AppointmentStatus]:
    """The states that may follow at the desk."""
    return _FORWARD[status]
