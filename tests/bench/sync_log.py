"""The sync log of a million entries: looked at as the administrators' page does, and exported by the command itself.

Looking is milliseconds of a processor. Of an export seconds and peak memory in each format, a process of its own for
each, from a SQLite and a PostgreSQL centre; beside each the memory that 10,000 entries take: a stream needs no more for
a hundred times as many.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.screens.admin.desks import MOST_COUNTED
from server_sync.central.opening import open_centre
from server_sync.desk.sync_log.entries import Wanted, count, in_the_log, read_page
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Reading
from tests.bench.table import Row
from tests.long_log import SMALL_DEVICE, write_log
from tests.postgres import running_postgres

ENTRIES = 1_000_000
FORMATS = ("csv", "jsonl", "pdf")


def measure() -> list[Row]:
    """What looking costs on each database; then two rows for each format."""
    rows: list[Row] = []
    for name, url in _centres():
        rows += _looked_at(name, url)
        for kind in FORMATS:
            few_s, _few_cpu_s, few_mib = _exported(url, kind, ["--device", SMALL_DEVICE])
            took_s, cpu_s, mib = _exported(url, kind, [])
            how = f"{cpu_s:.1f} s of a processor; {ENTRIES / 100:,.0f} entries: {few_s:.1f} s, {few_mib:.0f} MiB"
            rows.append(Row(f"export of 1,000,000 entries, {kind}, {name}", took_s * 1e3, 120_000, "ms", how))
            rows.append(
                Row(f"its memory beside that of 10,000, {kind}, {name}", mib / few_mib, 1.2, how=f"{mib:.0f} MiB")
            )
    return rows


def _looked_at(name: str, url: str) -> Iterator[Row]:
    replica = open_centre(url)
    looks: Mapping[str, Callable[[Reading], object]] = {
        "newest page": lambda reading: read_page(reading, Wanted(), None, 60),
        "a kind's page": lambda reading: read_page(reading, Wanted(intent="erase"), None, 60),
        "what there is to filter by": in_the_log,
        "all counted": lambda reading: count(reading, Wanted(), MOST_COUNTED),
        "what the server has counted": lambda reading: count(reading, Wanted(status=SyncStatus.SYNCED), MOST_COUNTED),
    }
    with replica.read() as reading:
        for what, look in looks.items():
            began, began_cpu = time.perf_counter(), time.process_time()
            look(reading)
            took_s, cpu_s = time.perf_counter() - began, time.process_time() - began_cpu
            how = f"{cpu_s * 1e3:.1f} ms of this process's processor"
            yield Row(f"sync log of 1,000,000, {what}, {name}", took_s * 1e3, 100, "ms", how)
    replica.database.close()


def _centres() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        with _grown(f"sqlite:///{folder}/centre.db") as url:
            yield "SQLite", url
    with running_postgres(durable=True) as postgres, postgres.database() as name:
        with _grown(postgres.url(name)) as url:
            yield "PostgreSQL", url


@contextmanager
def _grown(url: str) -> Iterator[str]:
    replica = open_centre(url)
    write_log(replica.database, ENTRIES)
    replica.database.close()
    yield url


def _exported(url: str, kind: str, which: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of a processor, and peak MiB of one run of the command."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "server_sync", "export-log", "--database", url, "--format", kind]
        command += ["--out", str(Path(folder) / f"log.{kind}"), *which]
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"export-log ended with {process.returncode}")
        return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
