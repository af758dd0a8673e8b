"""An admin's PIN at a machine of the lobby, where nobody is asked for a name: whose it is, by what is kept here.

Anybody may stand there. So wrong PINs count against every admin at once, and after ten in a row what is kept is
forgotten (`staff_pins`). The centre takes a PIN away from whoever was guessed at ten times: so it is asked about the
first wrong ones only, and once nothing is kept here any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from server_sync.clinic.roles import Role
from server_sync.clinic.verifiers import is_pin_of
from server_sync.desk.staff_pins import (
    MISSES_FOR_FREE,
    MOST_MISSES,
    StaffMember,
    TooSoon,
    count_miss,
    forget_misses,
    keep_pin,
    kept_pin,
    must_wait,
    staff_of,
)
from server_sync.records.replica import Replica


@dataclass(frozen=True, slots=True)
class KeptAdmin:
    """An admin, and what knows their PIN here; None where nothing does."""

    member: StaffMember
    verifier: str | None


@dataclass(frozen=True, slots=True)
class AdminsHere:
    """Who may open this machine now. `waiting` where no PIN is looked at yet."""

    admins: tuple[KeptAdmin, ...]
    waiting: TooSoon | None
    centre_may_be_asked: bool


def admins_here(replica: Replica) -> AdminsHere:
    """Read who may open this machine."""
    with replica.read() as reading:
        members = [one for one in staff_of(reading, replica.identity.location_id or 0) if one.role is Role.ADMIN]
        kept = [kept_pin(reading, one.user_id) for one in members]
    waits = [waiting for one in members if (waiting := must_wait(replica, one.user_id)) is not None]
    misses = max((one.misses for one in kept), default=0)
    return AdminsHere(
        tuple(KeptAdmin(member, one.verifier) for member, one in zip(members, kept, strict=True)),
        max(waits, key=lambda waiting: waiting.wait_s, default=None),
        misses < MISSES_FOR_FREE or misses >= MOST_MISSES,
    )


def whose(admins: tuple[KeptAdmin, ...], pin: str) -> StaffMember | None:
    """Whose PIN it is, as far as is known here. Takes some 0.2 s for each admin, whatever is wrong; reads nothing."""
    known = [one.member for one in admins if is_pin_of(one.verifier, pin)]
    return known[0] if known else None


def admin_missed(replica: Replica, admins: tuple[KeptAdmin, ...]) -> None:
    """One wrong PIN more. Raises StorageFault."""
    for one in admins:
        count_miss(replica, one.member.user_id)


def admin_came(replica: Replica, admins: tuple[KeptAdmin, ...], uid: UUID, pin: str, *, vouched: bool) -> None:
    """Forget the misses, and keep the PIN where the centre `vouched` for it. Raises StorageFault."""
    for one in admins:
        forget_misses(replica, one.member.user_id)
        if vouched and one.member.uid == uid:
            keep_pin(replica, one.member.user_id, pin)
