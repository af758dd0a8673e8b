"""Joining this machine to its clinic: a one-time code becomes an identity, a key, and empty records of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from kiosk.app.clinic_told import keep_what_was_told
from kiosk.app.open_records import RecordsRefusedError, open_records, set_aside, unlock
from kiosk.app.secrets import SERVER_KEY, keep, open_key_store
from kiosk.app.settings import Settings
from server_sync.protocol.enrolment import Enrolment
from server_sync.records.database import Database
from server_sync.records.replica import is_founded
from server_sync.worker.enrolment import found_device, is_of_the_same_place, rejoin_device

REPLACED = frozenset({"damaged_or_sealed", "key_missing"})
"""Records that cannot be read any more make room for fresh ones. They are moved aside, never deleted."""


class AlreadyEnrolledError(Exception):
    """This machine's records belong to a clinic already, and can be read."""


class OtherPlaceError(Exception):
    """The records on this machine are of another place: those of two must not mix."""


def enrol_again(settings: Settings, ask_server: Callable[[UUID], Enrolment]) -> tuple[Enrolment, int]:
    """Let this machine, which its server no longer knows, go on with its records; how many works it offers once more.

    `ask_server` is told what the machine was called so far. Raises OtherPlaceError, and as `enrol` does.
    """
    replica = open_records(settings)
    try:
        enrolment = ask_server(replica.identity.device_uid)
        if not is_of_the_same_place(replica, enrolment):
            raise OtherPlaceError("The code is of another place than the records on this machine; nothing was changed.")
        keep(open_key_store(settings), SERVER_KEY, enrolment.device_key)
        keep_what_was_told(settings.database, settings.server_url or "", enrolment.location)
        return enrolment, rejoin_device(replica, enrolment)
    finally:
        replica.database.close()


def enrol(settings: Settings, ask_server: Callable[[], Enrolment]) -> tuple[Enrolment, Path | None]:
    """Make this machine a device of the clinic; what it became, and where unreadable records were moved to.

    `ask_server` spends the one-time code; it is called once all that can fail on this machine has been tried.
    Raises AlreadyEnrolledError, RecordsRefusedError, NoSafeStorageError, and Fault as `ask_server` does.
    """
    database, kept = _empty_records(settings)
    try:
        enrolment = ask_server()
        keep(open_key_store(settings), SERVER_KEY, enrolment.device_key)
        keep_what_was_told(settings.database, settings.server_url or "", enrolment.location)
        found_device(database, enrolment)
    finally:
        database.close()
    return enrolment, kept


def _empty_records(settings: Settings) -> tuple[Database, Path | None]:
    kept = None
    try:
        database = unlock(settings)
    except RecordsRefusedError as refusal:
        if refusal.code not in REPLACED:
            raise
        kept = set_aside(settings.database)
        database = unlock(settings)
    if is_founded(database):
        database.close()
        raise AlreadyEnrolledError(
            f"The records {settings.database} belong to a clinic already; nothing was changed. If its server no longer "
            "knows this machine, `--again` lets it go on with them."
        )
    return database, kept
