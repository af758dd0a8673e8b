"""Who came to a desk and who was turned away, in the audit trail: also with no network, and sent up like any set."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.desk.staff_pins import must_wait
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Replica
from server_sync.records.tables import users

UNKNOWN = "system"
"""Who acts where a PIN was wrong: nobody knows who typed it."""


class Coming(StrEnum):
    """The intents: what happened with somebody's name at a desk."""

    IN = "sign_in"
    OUT = "sign_out"
    REFUSED = "sign_in_refused"
    LOCKED = "sign_in_locked"
    """Refused, and the next PIN has to wait."""
    SERVICE = "service_opened"
    """An administrator opened the service page of a machine, by their PIN alone; these three are of the machine."""
    SERVICE_REFUSED = "service_refused"
    SERVICE_LOCKED = "service_locked"


def note_sign_in(replica: Replica, user_id: int) -> None:
    """They are in. Raises StorageFault."""
    _note(replica, user_id, Coming.IN)


def note_sign_out(replica: Replica, user_id: int) -> None:
    """They went, or were away for too long. Raises StorageFault."""
    _note(replica, user_id, Coming.OUT)


def note_refusal(replica: Replica, user_id: int) -> None:
    """Somebody typed a PIN that is not theirs, or that nothing here knows; told after it was counted.

    Raises StorageFault.
    """
    _note(replica, user_id, Coming.REFUSED if must_wait(replica, user_id) is None else Coming.LOCKED)


def note_service(replica: Replica, admin_uid: UUID) -> None:
    """An administrator opened this machine's service page. Raises StorageFault."""
    _write(replica, Coming.SERVICE, str(admin_uid), "device", replica.identity.device_uid)


def note_service_refusal(replica: Replica, *, is_locked: bool) -> None:
    """Somebody typed a PIN there that is no administrator's. Raises StorageFault."""
    coming = Coming.SERVICE_LOCKED if is_locked else Coming.SERVICE_REFUSED
    _write(replica, coming, UNKNOWN, "device", replica.identity.device_uid)


def _note(replica: Replica, user_id: int, coming: Coming) -> None:
    with replica.read() as reading:
        row = reading.first(_USER, {"id": user_id})
    if row is not None:
        actor = str(row["uid"]) if coming in (Coming.IN, Coming.OUT) else UNKNOWN
        _write(replica, coming, actor, "user", row["uid"])


def _write(replica: Replica, coming: Coming, actor: str, noun: str, uid: UUID) -> None:
    with replica.work(coming, actor) as work:
        work.witness(noun, uid)


_USER = Prepared(select(users.c.uid).where(users.c.id == bindparam("id")))
