"""The kiosk's commands: wrong use is said in words, and enrolling never costs a code or a record in vain."""

from __future__ import annotations

from uuid import UUID

import pytest

from kiosk.__main__ import main
from kiosk.app.enrolment import AlreadyEnrolledError, enrol
from kiosk.app.open_records import open_records
from kiosk.app.secrets import SERVER_KEY, open_key_store
from kiosk.app.settings import Settings
from server_sync.protocol.faults import RefusedFault
from server_sync.protocol.messages import Enrolment

LOBBY = Enrolment(
    device_uid=UUID("01890a5d-ac96-774b-bcce-b302099a8057"),
    device_key="a key",
    location_id=1,
    series="B",
    id_block=2,
    location={"name": "Riverside Clinic"},
)


def never_asked() -> Enrolment:
    raise AssertionError("a one-time code was spent in vain")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dance"], "dance is no command of the kiosk"),
        (["patient", "--settings", "/nowhere.toml"], "there is no settings file at /nowhere.toml"),
        (["--colour", "blue"], "--colour is not an option"),
        (["demo", "--loud"], "python -m kiosk demo [--folder FOLDER] [--headless]"),
    ],
)
def test_wrong_use_is_said_in_words_with_the_exit_code_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert words in capsys.readouterr().err


def test_a_machine_that_enrols_has_records_and_a_key_of_its_own(settings: Settings) -> None:
    enrolment, kept = enrol(settings, lambda: LOBBY)

    replica = open_records(settings)
    assert (enrolment, kept) == (LOBBY, None)
    assert (replica.identity.device_uid, replica.identity.series) == (LOBBY.device_uid, "B")
    assert open_key_store(settings).read(SERVER_KEY) == "a key"
    replica.database.close()


def test_a_machine_that_is_enrolled_keeps_its_records_and_spends_no_code(settings: Settings) -> None:
    enrol(settings, lambda: LOBBY)

    with pytest.raises(AlreadyEnrolledError, match="nothing was changed"):
        enrol(settings, never_asked)


def test_damaged_records_make_room_for_fresh_ones_and_are_kept(settings: Settings) -> None:
    enrol(settings, lambda: LOBBY)
    settings.database.write_bytes(b"spoiled" * 1000)

    _enrolment, kept = enrol(settings, lambda: LOBBY)

    assert kept is not None
    assert kept.read_bytes() == b"spoiled" * 1000
    open_records(settings).database.close()


def test_a_code_that_the_server_refuses_leaves_a_machine_that_can_try_again(settings: Settings) -> None:
    def refuse() -> Enrolment:
        raise RefusedFault("code_refused", "this code is not valid (any more): ask for a new one")

    with pytest.raises(RefusedFault):
        enrol(settings, refuse)

    assert enrol(settings, lambda: LOBBY)[0] == LOBBY
