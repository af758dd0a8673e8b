"""The back office at start: what it cannot do is said once, in words for people and with a code for the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest

from kiosk.app.back_office import BackOffice
from kiosk.app.open_records import unlock
from kiosk.app.settings import Settings
from server_sync.records.replica import Identity, found

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
