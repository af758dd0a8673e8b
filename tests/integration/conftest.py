"""The three kinds of database that one model and one history serve, each fresh for a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server_sync.records.database import Database, open_database
from tests.clinics import DEVICE_KEY


@pytest.fixture(params=["sqlite", "sqlcipher", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind, closed at the end."""
    yield from _opened(request.param, request, tmp_path, enforce_references=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def centre_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind that a centre runs on, with references enforced."""
    yield from _opened(request.param, request, tmp_path, enforce_references=True)


def _opened(kind: str, request: pytest.FixtureRequest, folder: Path, *, enforce_references: bool) -> Iterator[Database]:
    if kind == "postgresql":
        url = request.getfixturevalue("postgres_url")
        database = open_database(url)
    else:
        key = DEVICE_KEY if kind == "sqlcipher" else None
        url = f"sqlite:///{folder / 'records.db'}"
        database = open_database(url, key_hex=key, enforce_references=enforce_references)
    yield database
    database.close()
