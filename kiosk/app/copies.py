"""Copies of this machine's records: keeping one, looking into one, and putting one back at the next start.

Slow, all of it: never on the UI thread, and never on the records' own, which must serve people meanwhile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from kiosk.app.open_records import restored_beside
from kiosk.app.secrets import SERVER_KEY, database_key, open_key_store
from kiosk.app.settings import Settings, told_by_server
from server_sync.records.database import open_database
from server_sync.records.kept_copy import Label, Progress, WhyNot, lay_out, write_copy
from server_sync.records.migration import migrate
from server_sync.records.upstream.incarnations import mark_restored

ENDING = ".backup"
_KEY, _TOLD = "server_key", "told"


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy that was tried and counts."""

    file: Path
    label: Label


KeepOutcome: TypeAlias = Kept | WhyNot


def keep_copy(settings: Settings, folder: Path, passphrase: str, now: datetime, progress: Progress) -> KeepOutcome:
    """Keep a copy in `folder`. With the records go the server's key and what the server told of the clinic.

    Raises StorageFault, NoSafeStorageError, KeyMissingError, and Cancelled as `progress` does.
    """
    store = open_key_store(settings)
    told = told_by_server(settings.database)
    extras = {_KEY: store.read(SERVER_KEY) or "", _TOLD: told.read_text("utf-8") if told.exists() else ""}
    target = folder / copy_name(settings.clinic.name, now)
    key = database_key(store, settings.database)
    label = write_copy(settings.database, key, target, passphrase, extras, progress)
    return Kept(target, label) if isinstance(label, Label) else label


def copy_name(clinic: str, now: datetime) -> str:
    """A file's name that sorts by time and that every disk takes."""
    plain = re.sub(r"[^a-z0-9]+", "-", clinic.lower()).strip("-")[:40]
    return "-".join(filter(None, ("anteroom", plain, f"{now:%Y%m%d-%H%M%S}"))) + ENDING


def make_ready(settings: Settings, file: Path, passphrase: str, progress: Progress) -> Label | WhyNot:
    """Check a copy and lay it beside the records: the next start takes it, and keeps the old ones.

    Until then nothing has changed. The restored records become another device as soon as the server can be asked.
    Raises as `keep_copy` does.
    """
    waiting = restored_beside(settings.database)
    laid = waiting.with_name(waiting.name + ".laid")
    settings.database.parent.mkdir(parents=True, exist_ok=True)
    key = database_key(open_key_store(settings), settings.database)
    label = lay_out(file, passphrase, laid, key, progress)
    if not isinstance(label, Label):
        return label
    database = open_database(f"sqlite:///{laid.absolute()}", key_hex=key)
    try:
        migrate(database)
        mark_restored(database, label.extras.get(_KEY, ""))
    finally:
        database.close()
    told = told_by_server(settings.database)
    if label.extras.get(_TOLD) and not told.exists():
        told.write_text(label.extras[_TOLD], "utf-8")
    laid.replace(waiting)
    return label
