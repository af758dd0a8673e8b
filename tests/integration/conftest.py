"""The three kinds of database that one model and one history serve, each fresh for a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server_sync.records.database import Database, open_database
from server_sync.records.migration import migrate
from tests.clinics import DEVICE_KEY
from tests.postgres import PostgresServer


@pytest.fixture(params=["sqlite", "sqlcipher", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind, closed at the end."""
    yield from _opened(request.param, request, tmp_path, enforce_references=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def centre_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A fresh database of each kind that a centre runs on, with references enforced."""
    yield from _opened(request.param, request, tmp_path, enforce_references=True)


def _opened(kind: str, request: pytest.FixtureRequest, folder: Path, *, enforce_references: bool) -> Iterator[Database]:
    if kind == "postgresql":
        url = request.getfixturevalue("current_postgres_url" if enforce_references else "postgres_url")
        database = open_database(url)
    else:
        key = DEVICE_KEY if kind == "sqlcipher" else None
        url = f"sqlite:///{folder / 'records.db'}"
        database = open_database(url, key_hex=key, enforce_references=enforce_references)
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    """The name of a database at this version's schema, with nothing in it."""
    with postgres_server.database() as name:
        database = open_database(postgres_server.url(name))
        migrate(database)
        database.close()
        yield name


@pytest.fixture
def current_postgres_url(postgres_server: PostgresServer, postgres_template: str) -> Iterator[str]:
    """The SQLAlchemy URL of a database at this version's schema that only this test knows."""
    with postgres_server.database(postgres_template) as name:
        yield postgres_server.url(name)
