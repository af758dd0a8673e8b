"""What the server said of the clinic, kept beside the records: screens need it before any record is read."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app import setting_values as read
from kiosk.app.settings import CLINIC_NAME, OPENING_HOURS, PHONE, TIME_ZONE, told_by_server

if TYPE_CHECKING:
    from server_sync.records.replica import Replica


def keep_what_was_told(database: Path, server_url: str, location: Mapping[str, object]) -> None:
    """Write the server's address and the clinic's words where `read_settings` finds them, whole or not at all."""
    lines = ["# Written when this machine was enrolled. The settings file and the environment win over it."]
    lines += [f"server_url = {json.dumps(server_url)}", "[clinic]"]
    for key in (CLINIC_NAME, TIME_ZONE, OPENING_HOURS, PHONE):
        name = key.name.removeprefix("clinic.")
        try:
            # JSON's strings are TOML's as well.
            lines.append(f"{name} = {json.dumps(key.read(location.get(name)), ensure_ascii=False)}")
        except read.WrongValueError:
            # A clinic may have no phone, and this machine may not know its time zone: the settings say it then.
            continue
    file, words = told_by_server(database), "\n".join(lines) + "\n"
    if file.is_file() and file.read_text("utf-8") == words:
        return
    fresh = file.with_name(file.name + ".fresh")
    fresh.write_text(words, "utf-8")
    fresh.replace(file)


def keep_up_with_the_records(database: Path, replica: Replica) -> None:
    """Bring the file up to what the records say of this location now; screens take it when the program starts again.

    A machine that was not enrolled has no such file, and gets none. Raises OSError where it cannot be written.
    """
    from server_sync.desk.clinic_setup import location_row

    file = told_by_server(database)
    if not file.is_file():
        return
    with replica.read() as reading:
        location = location_row(reading, replica.identity.location_id or 0)
    if location is not None:
        said = tomllib.loads(file.read_text("utf-8")).get("server_url")
        keep_what_was_told(database, said if isinstance(said, str) else "", location)
