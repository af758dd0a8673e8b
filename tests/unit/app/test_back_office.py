"""The back office at start: what it cannot do is said once, in words for people and with a code for the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from queue import Queue
from uuid import UUID

import pytest

from kiosk.app.back_office import BackOffice
from kiosk.app.logs import JsonLines
from kiosk.app.open_records import RecordsRefusedError, unlock
from kiosk.app.settings import Settings
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import help_calls

DEVICE = Identity("device", UUID("01890a5d-ac96-774b-bcce-b302099a8057"), location_id=1, series="B", id_block=2)
PATIENCE_S = 10.0


@contextmanager
def opened(settings: Settings) -> Iterator[BackOffice]:
    office = BackOffice(settings)
    office.start(lambda _error: None)
    try:
        office.submit(lambda replica: replica.identity).result(PATIENCE_S)
        yield office
    finally:
        office.stop()


def codes(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [str(vars(record)["code"]) for record in caplog.records if "code" in vars(record)]


def test_a_kiosk_whose_server_is_named_nowhere_says_in_its_log_that_it_works_alone(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    database = unlock(settings)
    found(database, DEVICE)
    database.close()

    with caplog.at_level(logging.WARNING), opened(settings):
        pass

    assert codes(caplog) == ["no_server"]


def test_a_machine_that_is_not_enrolled_says_how_on_its_terminal_and_one_code_in_its_log(
    settings: Settings, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    refused: Queue[Exception] = Queue()
    office = BackOffice(settings)
    with caplog.at_level(logging.WARNING):
        office.start(refused.put)
        assert isinstance(refused.get(timeout=PATIENCE_S), RecordsRefusedError)
    office.stop()

    assert capsys.readouterr().err == (
        "This kiosk has not been enrolled yet. Run `python -m kiosk enrol --server ADDRESS --code CODE`.\n"
    )
    assert codes(caplog) == ["not_founded"]
    assert "places" not in JsonLines().format(caplog.records[0])


def test_a_folder_that_cannot_be_written_is_said_once_and_tried_again_until_it_can(
    settings: Settings, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = settings.database.parent
    elsewhere = replace(settings, database=folder / "inner" / "kiosk.db")
    folder.mkdir()
    (folder / "inner").write_text("a file where a folder should be")
    refused: Queue[Exception] = Queue()
    office = BackOffice(elsewhere, open_again_after_s=0.01)
    with caplog.at_level(logging.WARNING):
        office.start(refused.put)
        failures: set[BaseException | None] = set()
        while len(failures) < 3:
            # Each try to open them leaves an error of its own.
            failures.add(office.submit(lambda _replica: None).exception(PATIENCE_S))
        (folder / "inner").unlink()
        # It can be opened from now on, and is refused for want of a clinic.
        assert isinstance(refused.get(timeout=PATIENCE_S), RecordsRefusedError)
    office.stop()

    assert capsys.readouterr().err.splitlines()[0] == f"The folder {folder / 'inner'} cannot be written: File exists."
    assert codes(caplog) == ["folder_not_writable", "not_founded"]


def test_whoever_listens_hears_of_what_is_committed_here_and_of_nothing_that_was_only_read(settings: Settings) -> None:
    database = unlock(settings)
    found(database, DEVICE)
    database.close()
    heard: list[str] = []

    def note_nothing(replica: Replica) -> None:
        with replica.work("look", "system"):
            pass

    def call_somebody(replica: Replica) -> None:
        with replica.work("call_for_help", "patient") as work:
            today = work.now.date()
            work.create(help_calls, location_id=1, device_uid="", token_number="20260309-B001", business_date=today)

    with opened(settings) as office:
        office.listen(lambda: heard.append("changed"))
        office.submit(note_nothing).result(PATIENCE_S)
        assert heard == []
        office.submit(call_somebody).result(PATIENCE_S)

    assert heard == ["changed"]
