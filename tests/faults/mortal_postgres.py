"""A PostgreSQL that can be killed and started again; every commit of it reaches the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import PostgresServer, find_programs, running_postgres

LOUDER = "max_connections = 100\n"


class MortalPostgres:
    """One cluster with one database of ours."""

    def __init__(self, server: PostgresServer, name: str) -> None:
        self.url = server.url(name)
        self._cluster = server.folder / "cluster"
        self._log = server.folder / "log"
        self._heard = 0

    @property
    def pid(self) -> int:
        """The postmaster's."""
        return int((self._cluster / "postmaster.pid").read_text().splitlines()[0])

    def said(self) -> str:
        """What stands in its log since it was forgotten last."""
        return self._log.read_text("utf-8", "replace")[self._heard :]

    def forget_what_it_said(self) -> None:
        """Begin anew with listening."""
        self._heard += len(self.said())

    def kill(self) -> None:
        """Kill -9 the postmaster and all its processes, as the kernel does when memory is short."""
        family = [self.pid, *_children_of(self.pid)]
        for pid in family:
            _kill(pid)
        until = time.monotonic() + 10
        while any(_stands(pid) for pid in family) and time.monotonic() < until:
            time.sleep(0.01)

    def start(self) -> None:
        """Start it again; it recovers from its log. What it left in shared memory may take a moment to go."""
        for _ in range(50):
            if self._control("start"):
                return
            time.sleep(0.1)
        raise RuntimeError(self._log.read_text()[-2000:])

    def _control(self, *command: str) -> bool:
        owner = "postgres" if os.geteuid() == 0 else None
        done = subprocess.run(
            [find_programs() / "pg_ctl", "-D", self._cluster, "-l", self._log, "-w", *command],
            user=owner,
            group=owner,
            extra_groups=[] if owner else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode == 0


def _children_of(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in told.read_text().split()] if told.exists() else []


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _stands(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@contextmanager
def mortal_postgres() -> Iterator[MortalPostgres]:
    """One that is alive at the beginning, and must be at the end."""
    with running_postgres(durable=True, more=LOUDER) as server, server.database() as name:
        yield MortalPostgres(server, name)
