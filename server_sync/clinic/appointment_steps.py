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


_WITH_A_VISIT = frozenset(AppointmentStatus) - {AppointmentStatus.RESCHEDULED}
"""States between which an appointment goes to and fro with its visit: what was moved to another time has none."""


def may_become(was: AppointmentStatus, wanted: AppointmentStatus, *, with_its_visit: bool) -> bool:
    """Whether that step is one: at the desk by `steps_after`, and as its place in the queue takes it along."""
    if was is wanted or wanted in _FORWARD[was]:
        return True
    return with_its_visit and was in _WITH_A_VISIT and wanted in _WITH_A_VISIT


_HOW_FAR: dict[AppointmentStatus, int] = {
    AppointmentStatus.SCHEDULED: 0,
    AppointmentStatus.CONFIRMED: 1,
    AppointmentStatus.NO_SHOW: 2,
    AppointmentStatus.CANCELLED: 3,
    AppointmentStatus.RESCHEDULED: 4,
    AppointmentStatus.IN_PROGRESS: 6,
    AppointmentStatus.COMPLETED: 7,
}
_HAS_ARRIVED = 5


def how_far(status: AppointmentStatus, *, has_arrived: bool) -> int:
    """The further of two concurrent states stands; nobody who has arrived is sent away by a cancellation."""
    far = _HOW_FAR[status]
    return _HAS_ARRIVED if has_arrived and status is AppointmentStatus.CONFIRMED else far
