"""The spool's real list, in an encrypted database of its own, with what a test needs beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from server_sync.clinic.clocks import SystemClock
from server_sync.desk.print_job import JOB_LIFETIME
from server_sync.desk.print_jobs import StoredPrintJobs
from server_sync.records.database import open_database
from server_sync.records.tables import print_jobs
from tests.clinics import DEVICE_KEY
from tests.current_schema import bring_to_current_schema


class KeptPrintJobs(StoredPrintJobs):
    """Jobs in SQLCipher, as a kiosk keeps them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        database = open_database(f"sqlite:///{folder / 'records.db'}", key_hex=DEVICE_KEY)
        bring_to_current_schema(database)
        super().__init__(database, SystemClock())
        self._later: list[KeptPrintJobs] = []

    def queue(self, content: Mapping[str, object], created_at: datetime, *, reprint: bool = False) -> UUID:
        """What an operation does in its own transaction."""
        uid = uuid4()
        row = {
            "uid": uid,
            "content": content,
            "is_reprint": reprint,
            "created_at": created_at,
            "expires_at": created_at + JOB_LIFETIME,
        }
        with self._database.writing() as connection:
            connection.execute(insert(print_jobs), row)
        return uid

    def state(self, uid: UUID) -> tuple[str, str]:
        """Its state and cause."""
        with self._database.reading() as connection:
            row = connection.execute(select(print_jobs).where(print_jobs.c.uid == uid)).mappings().one()
        return row["state"], row["cause"] or ""

    def reopened(self) -> KeptPrintJobs:
        """The list as a new process finds it, with no warning to this one."""
        self._later.append(type(self)(self._folder))
        return self._later[-1]

    def close(self) -> None:
        """Close the files, those of later processes too."""
        self._database.close()
        for jobs in self._later:
            jobs.close()
