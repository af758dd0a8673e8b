"""Logs: events and ids, never a person, whatever was handed to them."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.app.logs import catch_the_uncaught, on_loop_exception, write_logs_to
from server_sync.desk.outcomes import PrintOutcome
from server_sync.protocol.faults import StorageFault

CANARIES = ("Adaline", "5550123", "11223344", "1987-03-02")
PLACE = UUID("01890a5d-ac96-774b-bcce-b302099a8057")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before = (root.level, logging.raiseExceptions, sys.excepthook, threading.excepthook)
    handler = write_logs_to(tmp_path / "logs")
    yield tmp_path / "logs"
    root.removeHandler(handler)
    handler.close()
    root.setLevel(before[0])
    logging.raiseExceptions, sys.excepthook, threading.excepthook = before[1:]


def lines(folder: Path) -> list[dict[str, object]]:
    text = (folder / "kiosk.jsonl").read_text("utf-8")
    assert not [canary for canary in CANARIES if canary in text]
    return [json.loads(line) for line in text.splitlines()]


def test_an_event_is_written_with_its_ids_and_its_own_words(folder: Path) -> None:
    logging.getLogger("kiosk.app").info(
        "checked in", extra={"queue_uid": PLACE, "took_ms": 4.5, "outcome": PrintOutcome.PRINTED, "state": "online"}
    )

    (line,) = lines(folder)
    assert line["event"] == "checked in"
    assert (line["queue_uid"], line["took_ms"], line["outcome"], line["state"]) == (
        str(PLACE),
        4.5,
        "printed",
        "online",
    )
    assert str(line["at"]).endswith("+00:00")


def test_what_a_person_said_is_left_out_even_where_the_code_hands_it_over(folder: Path) -> None:
    log = logging.getLogger("kiosk.screens")
    log.warning("looked up %s", "Adaline", extra={"phone": "5550123", "found": ["11223344"], "born": "1987-03-02"})

    (line,) = lines(folder)
    assert line["event"] == "looked up %s"
    assert line.keys() == {"at", "level", "logger", "event"}


def test_a_library_that_quotes_what_it_was_given_is_cut_to_the_place_in_its_code(folder: Path) -> None:
    logging.getLogger("httpx").error("GET /patients?phone=5550123")

    (line,) = lines(folder)
    assert str(line["event"]).startswith("test_logs:")


def test_an_exception_keeps_its_places_and_its_cause_but_not_its_words(folder: Path) -> None:
    def fill_the_disk() -> None:
        raise StorageFault("disk-full", "no room for Adaline")

    def look_up() -> None:
        try:
            fill_the_disk()
        except StorageFault as fault:
            raise KeyError("11223344") from fault

    try:
        look_up()
    except KeyError:
        logging.getLogger("kiosk").exception("failed")

    (line,) = lines(folder)
    exception = line["exception"]
    assert isinstance(exception, list)
    assert [one["type"] for one in exception] == ["builtins.KeyError", "server_sync.protocol.faults.StorageFault"]
    assert exception[1]["code"] == "disk-full"
    assert "test_logs.py" in exception[0]["places"][-1]


def test_a_bug_on_any_thread_is_logged_and_sends_the_screen_home(folder: Path) -> None:
    sent_home: list[str] = []
    catch_the_uncaught(lambda: sent_home.append(threading.current_thread().name))

    def fail() -> None:
        raise ValueError("Adaline")

    thread = threading.Thread(target=fail, name="desk")
    thread.start()
    thread.join()
    error = ValueError("5550123")
    sys.excepthook(ValueError, error, None)
    on_loop_exception(lambda: sent_home.append("loop"))(None, {"message": "Task of Adaline", "exception": error})

    assert sent_home == ["desk", "MainThread", "loop"]
    assert [line["event"] for line in lines(folder)] == [
        "uncaught on another thread",
        "uncaught on the main thread",
        "uncaught in a task",
    ]


def test_a_folder_that_cannot_be_written_leaves_the_logs_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file")
    root = logging.getLogger()
    before = (root.level, logging.raiseExceptions)

    handler = write_logs_to(tmp_path / "taken")
    root.removeHandler(handler)
    root.setLevel(before[0])
    logging.raiseExceptions = before[1]

    assert "logs go to stderr" in capsys.readouterr().err
