"""What a location's own past says of the day to come: how long consultations last, who walks in, who stays away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from server_sync.clinic.estimates.service_times import ServiceTimes, service_times
from server_sync.clinic.queue_policy import Lane
from server_sync.clinic.session_templates import USUAL_NO_SHOW

_USUAL_PUNCTUALITY_MIN = (-8.0, 14.0)
"""Mean and standard deviation of how late the booked come, until a site's own is known (the page's day clinic)."""


class WalkIns(NamedTuple):
    """How many of a lane come in an hour of the local day, on a day on which the site is open."""

    hour: int
    """0 to 23."""
    lane: Lane
    doctor_id: int | None
    expected: float


@dataclass(frozen=True)
class SiteHistory:
    """Lengths are in minutes. Nothing known is the design page's day clinic, with nobody walking in."""

    lasted_min: Mapping[int, Sequence[float]] = field(default_factory=dict)
    """By doctor: how long they were with each they called, from the call on."""
    arrivals: tuple[WalkIns, ...] = ()
    no_show: float = USUAL_NO_SHOW
    """The share of those booked who do not come."""
    punctuality_min: tuple[float, float] = _USUAL_PUNCTUALITY_MIN

    @cached_property
    def _services(self) -> dict[int, ServiceTimes]:
        return {}

    @cached_property
    def _of_all(self) -> tuple[float, ...]:
        return tuple(minutes for own in self.lasted_min.values() for minutes in own)

    def service_of(self, doctor_id: int) -> ServiceTimes:
        """How long somebody is with that doctor; of one without a history the site's, or the assumed."""
        known = self._services.get(doctor_id)
        if known is None:
            own = self.lasted_min.get(doctor_id, ())
            known = self._services[doctor_id] = service_times(own, self._of_all)
        return known


NO_HISTORY = SiteHistory()
