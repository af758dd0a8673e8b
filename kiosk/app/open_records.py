"""Opening this machine's records, or refusing to in words that say what to do; nothing is ever deleted.

Runs on the desk's thread: everything here is slow to import or to do.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.secrets import (
    SERVER_KEY,
    KeyMissingError,
    KeyStore,
    NoSafeStorageError,
    database_key,
    keep,
    open_key_store,
)
from kiosk.app.settings import Settings
from server_sync.protocol.faults import Fault, StorageFault
from server_sync.records.database import Database, open_database
from server_sync.records.disk_space import free_bytes_beside
from server_sync.records.kept_copy import is_open_elsewhere
from server_sync.records.migration import migrate
from server_sync.records.replica import Replica, is_founded
from server_sync.records.upstream.incarnations import key_of_restored, mark_restored

log = logging.getLogger(__name__)

WHAT_TO_DO = {
    "damaged_or_sealed": (
        "The records are damaged, are no records of Anteroom, or belong to another key. The file stays where it is. "
        "Restore it from a backup, or enrol this kiosk again: `python -m kiosk enrol --server ADDRESS --code CODE` "
        "keeps the file under another name and fetches fresh records from the server."
    ),
    "unknown_database": (
        "The file that the settings name as `database` belongs to another program. It stays untouched: name another "
        "file in the settings."
    ),
    "newer_database": (
        "A newer version of Anteroom wrote these records. They stay untouched: install that version again, "
        "or a newer one."
    ),
    "not_founded": "This kiosk has not been enrolled yet. Run `python -m kiosk enrol --server ADDRESS --code CODE`.",
    "no_key_storage": "Nowhere safe was found to keep the key of the records.",
    "key_missing": "The key of the records is not there.",
}
"""What a person can do about each refusal, by its code. Anything else is retried."""
FOLDER_NOT_WRITABLE = "folder_not_writable"
"""Code of the fault where a disk is mounted for reading only, or the folder belongs to somebody else."""


def sentence(words: str) -> str:
    """Give words that stand alone a capital and a full stop; those of a Fault stand behind its code otherwise."""
    return words[:1].upper() + words[1:] + ("" if words[-1:] in {"", ".", "!", "?", "`"} else ".")


class RecordsRefusedError(Exception):
    """This machine's records cannot be used, and waiting will not mend it; the message says what to do."""

    def __init__(self, code: str, details: str = "") -> None:
        super().__init__(" ".join(filter(None, (WHAT_TO_DO[code], sentence(details)))))
        self.code = code


def open_records(settings: Settings) -> Replica:
    """Open, check and migrate the records. Raises `RecordsRefusedError`, or `StorageFault` where waiting may help."""
    database = unlock(settings)
    try:
        return Replica(database, free_bytes=free_bytes_beside(settings.database.absolute()))
    except StorageFault as fault:
        database.close()
        raise _refusal(fault) from fault


def unlock(settings: Settings) -> Database:
    """Open, check and migrate the database, whoever it belongs to. Raises as `open_records` does."""
    _see_that_it_can_be_written(settings.database.parent)
    _take_restored(settings.database)
    try:
        store = open_key_store(settings)
        key = database_key(store, settings.database)
        database = open_database(f"sqlite:///{settings.database.absolute()}", key_hex=key)
    except NoSafeStorageError as error:
        raise RecordsRefusedError("no_key_storage", str(error)) from error
    except KeyMissingError as error:
        raise RecordsRefusedError("key_missing", str(error)) from error
    except Fault as fault:
        raise _refusal(fault) from fault
    try:
        _check_every_page(database)
        migrate(database)
        _keep_key_of_restored(database, store)
    except Fault as fault:
        database.close()
        raise _refusal(fault) from fault
    except NoSafeStorageError as error:
        database.close()
        raise RecordsRefusedError("no_key_storage", str(error)) from error
    return database


def set_aside(path: Path, now: datetime | None = None) -> Path | None:
    """Move a database and what SQLite keeps beside it out of the way, under its name and the time; where it went."""
    if not path.exists():
        return None
    stamp = f"{now or datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    kept = path.with_name(f"{path.name}.kept-{stamp}")
    # The file itself last: whoever dies in between finds it, and begins again.
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(kept.with_name(kept.name + ending))
    log.warning("records set aside", extra={"file": kept.name})
    return kept


def restored_beside(database: Path) -> Path:
    """Where records wait that were put back from a copy, until the next start takes them."""
    return database.with_name(database.name + ".restored")


def _take_restored(database: Path) -> None:
    """Let records that were put back take the place of those that stand, which are kept; killed anywhere, go on.

    Raises StorageFault where another window still works with those: what it does must not go into a file set aside.
    """
    waiting = restored_beside(database)
    if not waiting.exists():
        return
    if database.exists() and is_open_elsewhere(database):
        raise StorageFault(
            "storage_busy", "another window of this machine uses the records: close it", retry_helps=True
        )
    # Named after what replaces it, so that a second try gives the parts that are left the same name.
    set_aside(database, datetime.fromtimestamp(waiting.stat().st_mtime, UTC))
    waiting.replace(database)
    log.warning("restored records taken", extra={"file": database.name})


def _keep_key_of_restored(database: Database, store: KeyStore) -> None:
    """What the server knew the copy by goes where keys are kept, and out of the records."""
    key = key_of_restored(database) if is_founded(database) else None
    if key:
        if store.read(SERVER_KEY) != key:
            keep(store, SERVER_KEY, key)
        mark_restored(database)


def _see_that_it_can_be_written(folder: Path) -> None:
    """SQLite would only say that it cannot open the file."""
    reason = "it belongs to somebody else, or its disk can only be read"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK | os.X_OK):
            return
    except OSError as error:
        reason = error.strerror or reason
    raise StorageFault(FOLDER_NOT_WRITABLE, f"The folder {folder} cannot be written: {reason}", retry_helps=True)


def _check_every_page(database: Database) -> None:
    """Read all of it once: a page whose seal is broken must be found now and not by a patient.

    A kiosk holds what its appointments need: some 300 patients take 1 MB and under 10 ms.
    """
    with database.reading() as connection:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if verdict != "ok":
        raise StorageFault("damaged_or_sealed", "a page of the database is damaged")


def _refusal(fault: Fault) -> Exception:
    return RecordsRefusedError(fault.code) if fault.code in WHAT_TO_DO else fault
