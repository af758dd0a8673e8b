"""The server's logs: what happened and where, never the words that an error or a library put into it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from server_sync.central.logs import JsonLines

ROOT = Path(__file__).parents[2]


def line(error: BaseException | None = None, **said: object) -> str:
    kind = (type(error), error, error.__traceback__) if error is not None else None
    record = logging.LogRecord("server_sync.x", logging.ERROR, __file__, 1, "it broke", (), kind)
    vars(record).update(said)
    return JsonLines().format(record)


def test_ids_and_codes_are_written_and_words_are_not() -> None:
    told = json.loads(line(device=UUID(int=5), code="disk_full", patient="Jane Sample", seconds=2))
    assert (told["event"], told["device"], told["code"]) == ("it broke", str(UUID(int=5)), "disk_full")
    assert told["seconds"] == 2
    assert "patient" not in told


def test_error_of_the_database_is_told_without_the_row_that_it_refused() -> None:
    with create_engine("sqlite://").connect() as connection, pytest.raises(IntegrityError) as caught:
        connection.execute(text("CREATE TABLE people (name TEXT CHECK (name <> 'Jane Sample'))"))
        connection.execute(text("INSERT INTO people VALUES (:name)"), {"name": "Jane Sample"})
    written = line(caught.value)
    assert '"IntegrityError"' in written
    assert "test_server_logs.py" in written
    assert "Jane" not in written


def test_what_nobody_caught_is_one_line_without_its_words() -> None:
    program = (
        "import threading\n"
        "from server_sync.central.logs import write_logs_to_stderr\n"
        "write_logs_to_stderr()\n"
        "def fail(): raise ValueError('Jane Sample')\n"
        "thread = threading.Thread(target=fail)\n"
        "thread.start(); thread.join()\n"
        "fail()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    told = [json.loads(one) for one in done.stderr.splitlines()]
    assert [one["exception"][0]["type"] for one in told] == ["ValueError", "ValueError"]
    assert "Jane" not in done.stderr
