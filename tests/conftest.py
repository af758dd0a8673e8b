"""What every suite shares: no screen, nobody's own keyring, real services on demand, and a fixed order of suites."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgresMissingError, PostgresServer, running_postgres
from tests.secret_service import SecretServiceMissingError, running_secret_service

# From what is small and explains most to what is large.
SUITES = ("unit", "contract", "screens", "integration", "simulation", "faults", "journeys")

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# No test may reach the keyring of the person who runs it.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

MEMORY = Path("/dev/shm")  # pytest makes a folder of its own there, for this user alone
ROOM_BYTES = 4 * 2**30


def in_memory() -> bool:
    """Whether files may lie in memory here: with room for all of them, and programs among them can be run."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM_BYTES:
        return False
    return not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC


# Each COMMIT waits for the disk; measured, 40 % of the time of tests that commit much. What a disk keeps when the
# power goes is told by `tests/faults/crash_disk.py`, which has a drive of its own.
if in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Never look for garbage among what was imported, and seldom elsewhere. Measured: 10 % of what tests cost."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    folders = [Path(__file__).parent / suite for suite in SUITES]
    items.sort(
        key=lambda item: next((place for place, folder in enumerate(folders) if folder in item.path.parents), -1)
    )


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A real PostgreSQL, one for each worker of the run, started when the first test asks for it."""
    try:
        with running_postgres() as server:
            yield server
    except PostgresMissingError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database that only this test knows."""
    with postgres_server.database() as name:
        yield postgres_server.url(name)


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a D-Bus session with an unlocked, empty keyring; it is this test's session bus."""
    try:
        with running_secret_service() as address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            yield address
    except SecretServiceMissingError as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(scope="session")
def qapp_cls() -> type[object]:
    """The kiosk has no widgets; one application serves every test of a process."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication
