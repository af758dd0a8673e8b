"""What every suite shares: no screen, nobody's own keyring, real services on demand, and a fixed order of suites."""

from __future__ import annotations

import os
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
