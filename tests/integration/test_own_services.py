"""The PostgreSQL and the Secret Service that other tests lean on are real, fresh, and gone afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.core import load_keyring
from sqlalchemy import create_engine, make_url, text

from tests.postgres import OLDEST_MAJOR, PostgresMissingError, PostgresServer, find_programs, running_postgres
from tests.secret_service import running_secret_service


@pytest.fixture
def anybody_wrote(postgres_url: str) -> Iterator[bool]:
    engine = create_engine(postgres_url)
    with engine.begin() as connection:
        yield bool(connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")))
        connection.execute(text("CREATE TABLE visits (id bigint)"))
    engine.dispose()


@pytest.mark.parametrize("test", ["first", "second"])
def test_each_test_gets_a_database_that_nobody_wrote_to(test: str, anybody_wrote: bool) -> None:
    assert not anybody_wrote


def test_database_is_a_postgres_that_keeps_any_name_and_utc(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.connect() as connection:
        major = int(str(connection.scalar(text("SHOW server_version_num")))) // 10_000
        settings = [connection.scalar(text(f"SHOW {name}")) for name in ("server_encoding", "timezone")]
    engine.dispose()
    assert major >= OLDEST_MAJOR
    assert settings == ["UTF8", "UTC"]


def test_database_can_be_made_from_a_prepared_one(postgres_server: PostgresServer) -> None:
    with postgres_server.database() as prepared:
        engine = create_engine(postgres_server.url(prepared))
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE visits AS SELECT 17 AS number"))
        engine.dispose()
        with postgres_server.database(template=prepared) as copied:
            engine = create_engine(postgres_server.url(copied))
            with engine.connect() as connection:
                assert connection.scalar(text("SELECT number FROM visits")) == 17
            engine.dispose()


def test_server_is_gone_even_after_a_failure() -> None:
    def failing_test() -> Path:
        with running_postgres() as server:
            folder.append(server.folder)
            raise AssertionError("a test failed")

    folder: list[Path] = []
    with pytest.raises(AssertionError, match="a test failed"):
        failing_test()
    assert not folder[0].exists()
    assert str(folder[0]) not in _command_lines()


def test_machine_without_postgres_reads_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(PostgresMissingError, match="15 or later, and this machine has none"):
        find_programs(search_path=str(tmp_path), debian_folders=tmp_path)


def test_machine_with_an_old_postgres_reads_that_it_is_too_old(tmp_path: Path) -> None:
    programs = tmp_path / "13" / "bin"
    programs.mkdir(parents=True)
    initdb = programs / "initdb"
    initdb.write_text("#!/bin/sh\necho 'initdb (PostgreSQL) 13.9'\n")
    initdb.chmod(0o755)
    with pytest.raises(PostgresMissingError, match="has only 13"):
        find_programs(search_path=str(tmp_path), debian_folders=tmp_path)


def test_secret_service_keeps_what_it_is_given(secret_service: str) -> None:
    backend = "keyring.backends.SecretService.Keyring"
    load_keyring(backend).set_password("anteroom", "database", "a key")
    assert load_keyring(backend).get_password("anteroom", "database") == "a key"


def test_secret_service_is_gone_afterwards() -> None:
    with running_secret_service() as address:
        folder = Path(address.removeprefix("unix:path=")).parent
    assert not folder.exists()
    assert str(folder) not in _command_lines()


def test_url_names_the_server_that_was_started(postgres_server: PostgresServer, postgres_url: str) -> None:
    assert make_url(postgres_url).query["host"] == str(postgres_server.folder)


def _command_lines() -> str:
    """Return the command lines of every process on this machine, as Linux shows them."""
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(entry.read_bytes().decode(errors="replace"))
        except OSError:
            continue  # it ended meanwhile
    return "\n".join(lines)
