"""The server's console: how the first people get in, and how the audit trail is checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import PUBLIC
from server_sync.records.database import DOOR, open_database
from server_sync.records.replica import Replica

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'centre.db'}"
    else:
        yield request.getfixturevalue("postgres_url")


def run(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "server_sync", *arguments],
        cwd=ROOT,
        env=dict(os.environ),
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_first_admin_gets_a_one_time_code(url: str) -> None:
    person = ("--name", "Ada Admin", "--role", "admin", "--login", "Ada@clinic.example")
    added = told(run("staff", "--database", url, *person))
    assert (added["login"], added["role"]) == ("ada@clinic.example", "admin")
    assert len(added["code"]) > 50
    again = run("staff", "--database", url, *person)
    assert (again.returncode, again.stderr) == (1, "anteroom: somebody else signs in with that\n")


def test_password_can_be_set_without_anybody_typing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'centre.db'}"
    person = ("--name", "Ada Admin", "--role", "admin", "--login", "ada@clinic.example", "--password-stdin")
    short = run("staff", "--database", url, *person, said="too short\n")
    assert (short.returncode, short.stderr) == (1, "anteroom: a password has at least 15 characters\n")
    assert told(run("staff", "--database", url, *person, said="four plain words here\n"))["code"] is None


def test_location_that_is_not_there_is_named(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'centre.db'}"
    person = ("--name", "Sam", "--role", "nurse", "--login", "sam@clinic.example", "--location", "N9")
    done = run("staff", "--database", url, *person)
    assert (done.returncode, done.stderr) == (1, "anteroom: there is no location with the code 'N9'\n")


def test_verify_ends_with_1_where_somebody_altered_the_trail(url: str) -> None:
    told(run("staff", "--database", url, "--name", "Ada", "--role", "admin", "--login", "ada@clinic.example"))
    sound = told(run("verify", "--database", url))
    assert sound["findings"] == []
    assert sound["entries"] >= 1
    database = open_database(url)
    record_reading(Replica(database), PUBLIC, "read_patient", [Replica(database).new_uid()])
    with database.writing() as connection:
        connection.execute(text("UPDATE audit_trail SET actor = 'somebody else'"), execution_options=DOOR)
    database.close()
    done = run("verify", "--database", url)
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["findings"]) >= 2


@pytest.mark.parametrize("days", [("--to", "9999-12-31"), ("--from", "0001-01-01")])
def test_log_is_exported_from_the_first_day_or_until_the_last_of_all(tmp_path: Path, days: tuple[str, str]) -> None:
    where = ("--database", f"sqlite:///{tmp_path / 'centre.db'}")
    told(run("location", *where, "--name", "Riverside", "--time-zone", "Pacific/Kiritimati"))
    log = tmp_path / "log.csv"
    assert told(run("export-log", *where, "--format", "csv", "--out", str(log), *days))["file"] == str(log)


def test_number_that_no_location_can_have_is_refused_in_words(tmp_path: Path) -> None:
    where = ("--database", f"sqlite:///{tmp_path / 'centre.db'}", "--out", str(tmp_path / "log.csv"))
    done = run("export-log", *where, "--format", "csv", "--location", "9" * 23)
    assert done.returncode == 2
    assert "--location" in done.stderr


def test_export_takes_the_place_of_files_only(tmp_path: Path) -> None:
    where = ("--database", f"sqlite:///{tmp_path / 'centre.db'}")
    told(run("location", *where, "--name", "Riverside", "--time-zone", "Europe/London"))
    pipe, link = tmp_path / "pipe", tmp_path / "link.csv"
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "log.csv")
    refused = run("export-log", *where, "--format", "csv", "--out", str(pipe))
    assert (refused.returncode, refused.stderr) == (1, "anteroom: that is no file\n")
    assert pipe.is_fifo()
    told(run("export-log", *where, "--format", "csv", "--out", str(link)))
    assert link.is_symlink()
    assert (tmp_path / "log.csv").is_file()
