"""Who calls: what a request's credentials prove, as every operation is told."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.clinic.roles import STAFF, Role


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody with one role. `actor` is what the log and the audit trail call them: a uid, `patient` or `public`."""

    role: Role
    actor: str
    user_id: int | None = None
    user_uid: UUID | None = None
    session_uid: UUID | None = None
    patient_uid: UUID | None = None
    """The one patient whose data a caller with the role `patient` may see."""
    device: DeviceIdentity | None = None
    """The enrolled device that called, also where somebody signed in at it by PIN."""
    location_id: int | None = None
    """The only location that they may work at; None for staff who work at all of them."""

    @property
    def is_staff(self) -> bool:
        """Whether they may see names."""
        return self.role in STAFF

    def may_work_at(self, location_id: int | None) -> bool:
        """Whether a record of that location is theirs to see and change."""
        return self.location_id is None or self.location_id == location_id


PUBLIC = Caller(Role.PUBLIC, "public")
