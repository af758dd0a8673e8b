"""This machine's place: the location whose desk it is, read once for each operation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

from server_sync.clinic.clocks import business_date
from server_sync.clinic.numbers import series_at_place
from server_sync.clinic.policy_documents import policy_in_force
from server_sync.clinic.queue_policy import Policy
from server_sync.protocol.faults import StorageFault
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import locations
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class Location:
    """A location as its desk needs it."""

    id: int
    name: str
    code: str
    time_zone: str
    waiting_area: str
    opening_hours: str
    phone: str
    public_url: str | None
    queue_policy: object = None
    """What differs from the day clinic's order (`clinic.queue_policy`), as stored."""

    @property
    def policy(self) -> Policy:
        """By which its queue is ordered."""
        return policy_in_force(self.queue_policy)

    def today(self, now: datetime) -> date:
        """The business date at `now` (aware): the clinic's own local day."""
        return business_date(now, self.time_zone)

    def local(self, moment: datetime) -> datetime:
        """An aware moment in the clinic's own time."""
        return moment.astimezone(ZoneInfo(self.time_zone))

    def follow_url(self, follow_code: str | None) -> str | None:
        """Where a ticket's QR code leads; None where the clinic publishes no queue."""
        if self.public_url is None or follow_code is None:
            return None
        return f"{self.public_url.rstrip('/')}/t/{follow_code}"


LOCATION_COLUMNS = tuple(
    locations.c[name].label(f"location_{name}")
    for name in (
        "id",
        "name",
        "code",
        "time_zone",
        "waiting_area",
        "opening_hours",
        "phone",
        "public_url",
        "queue_policy",
    )
)
"""For queries that bring their location along; `location_in` reads them back."""


def location_in(row: Row) -> Location:
    """The location that a row brought along."""
    return Location(
        id=row["location_id"],
        name=row["location_name"],
        code=row["location_code"],
        time_zone=row["location_time_zone"],
        waiting_area=row["location_waiting_area"] or "",
        opening_hours=row["location_opening_hours"] or "",
        phone=row["location_phone"] or "",
        public_url=row["location_public_url"],
        queue_policy=row["location_queue_policy"],
    )


def location_of(reading: Reading, location_id: int | None) -> Location:
    """Raises StorageFault `no_location` on a device that has not pulled its first page yet."""
    row = reading.first(_LOCATION, {"id": location_id})
    if row is None:
        raise StorageFault("no_location", "this device has not received its clinic yet", retry_helps=True)
    return location_in(row)


def clinic_series(work: Work) -> str:
    """The series in which this replica numbers appointments and patients. Raises StorageFault `no_location`."""
    identity = work.identity
    if identity.is_centre:
        return identity.series
    return series_at_place(location_of(work, identity.location_id).code, identity.series)


_LOCATION = Prepared(select(*LOCATION_COLUMNS).where(locations.c.id == bindparam("id")))
