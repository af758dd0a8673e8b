"""A real PostgreSQL of the tests' own: the one installed here, on a socket in a folder that goes away with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

OLDEST_MAJOR = 15
DEBIAN_FOLDERS = Path("/usr/lib/postgresql")

# A power cut is no subject here, speed is. The socket alone is listened on, so its folder is all that must be unique.
NOT_DURABLE = """
fsync = off
full_page_writes = off
synchronous_commit = off
"""
CONFIGURATION = """
listen_addresses = ''
unix_socket_directories = '{folder}'
max_connections = 50
shared_buffers = 32MB
timezone = 'UTC'
"""


class PostgresMissingError(RuntimeError):
    """No PostgreSQL that is new enough stands on this machine; the message says what to install."""


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server that trusts everybody who reaches its socket."""

    folder: Path

    def url(self, database: str) -> str:
        """Return the SQLAlchemy URL of `database`."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """Lend the name of a new database made from `template`, which nobody may be connected to meanwhile."""
        name = f"anteroom_{uuid4().hex}"
        self._administer(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        try:
            yield name
        finally:
            self._administer(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _administer(self, statement: sql.Composed) -> None:
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)


def find_programs(search_path: str | None = None, debian_folders: Path = DEBIAN_FOLDERS) -> Path:
    """Return the folder that holds initdb and pg_ctl of the newest PostgreSQL here, OLDEST_MAJOR or later.

    Looks along `search_path` (None: this process's PATH) and where Debian keeps them; raises PostgresMissingError.
    """
    on_path = shutil.which("initdb", path=search_path)
    found = [Path(on_path).resolve().parent] if on_path else []
    found += [initdb.parent for initdb in debian_folders.glob("*/bin/initdb")]
    majors = {folder: _major(folder / "initdb") for folder in found}
    newest = max(majors, key=lambda folder: majors[folder], default=None)
    if newest is None or majors[newest] < OLDEST_MAJOR:
        has = "none" if newest is None else f"only {majors[newest]}"
        raise PostgresMissingError(
            f"These tests start a PostgreSQL of their own, {OLDEST_MAJOR} or later, and this machine has {has}. "
            '"sh installers/setup test" installs it where apt can; elsewhere, put its initdb on the PATH.'
        )
    return newest


def _major(initdb: Path) -> int:
    answer = subprocess.run([initdb, "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"\d+", answer)
    return int(number.group()) if number else 0


@contextmanager
def running_postgres(*, durable: bool = False, more: str = "") -> Iterator[PostgresServer]:
    """Start a server with an empty cluster of its own, and leave nothing of it behind, whatever happens meanwhile.

    `durable` is for measurements: every commit reaches the disk. `more` are lines for its postgresql.conf.
    """
    programs = find_programs()
    # Not where pytest keeps its folders: a socket's path may have 107 characters, and user postgres must get there.
    folder = Path(tempfile.mkdtemp(prefix="anteroom-postgres-", dir="/tmp"))
    cluster = folder / "cluster"
    try:
        # PostgreSQL refuses to run as root.
        owner = "postgres" if os.geteuid() == 0 else None
        if owner:
            shutil.chown(folder, owner)
        _run(
            owner,
            programs / "initdb",
            "-D",
            cluster,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
        )
        with (cluster / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(CONFIGURATION.format(folder=folder) + ("" if durable else NOT_DURABLE) + more)
        _run(owner, programs / "pg_ctl", "-D", cluster, "-l", folder / "log", "-w", "start")
        try:
            yield PostgresServer(folder)
        finally:
            _run(owner, programs / "pg_ctl", "-D", cluster, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


def _run(owner: str | None, *command: str | Path) -> None:
    # No pipes: the server that pg_ctl leaves behind would hold them open. Nor may it stand where it can't read.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            command,
            user=owner,
            group=owner,
            extra_groups=[] if owner else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{Path(command[0]).name} failed: {said.read()}")
