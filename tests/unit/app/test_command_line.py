"""The kiosk's commands: wrong use is said in words, and enrolling never costs a code or a record in vain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.__main__ import main
from kiosk.app.command_line import FAILED, WRONG_USE
from kiosk.app.enrolment import AlreadyEnrolledError, OtherPlaceError, enrol, enrol_again
from kiosk.app.open_records import open_records
from kiosk.app.paths import Places
from kiosk.app.secrets import SERVER_KEY, open_key_store
from kiosk.app.settings import Settings, read_settings
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.faults import RefusedFault
from server_sync.records.statements import insert_into
from server_sync.records.tables import locations
from tests.clinics import MORNING

LOBBY = Enrolment(
    device_uid=UUID("01890a5d-ac96-774b-bcce-b302099a8057"),
    device_key="a key",
    location_id=1,
    series="B",
    id_block=2,
    location={
        "name": "Riverside Clinic",
        "time_zone": "America/New_York",
        "opening_hours": "Mon-Fri 8-17",
        "phone": None,
    },
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


def test_a_machine_that_was_enrolled_knows_its_server_and_its_clinic_without_a_settings_file(
    settings: Settings,
) -> None:
    enrol(replace(settings, server_url="http://192.0.2.1:8080"), lambda: LOBBY)

    folder = settings.database.parent.parent
    found = read_settings({}, {}, Places(folder / "none.toml", settings.database.parent, folder / "logs"))

    assert found.server_url == "http://192.0.2.1:8080"
    assert (found.clinic.name, found.clinic.time_zone) == ("Riverside Clinic", "America/New_York")
    assert (found.clinic.opening_hours, found.clinic.phone) == ("Mon-Fri 8-17", "")


def test_what_a_clinic_writes_itself_wins_over_what_the_server_told(settings: Settings) -> None:
    enrol(replace(settings, server_url="http://192.0.2.1:8080"), lambda: LOBBY)
    file = settings.database.parent.parent / "kiosk.toml"
    file.write_text('server_url = "https://clinic.example"\n[clinic]\nname = "Hillside"\n', "utf-8")

    found = read_settings({}, {}, Places(file, settings.database.parent, file.parent))

    assert (found.server_url, found.clinic.name) == ("https://clinic.example", "Hillside")
    assert found.clinic.time_zone == "America/New_York"


def test_a_machine_without_any_settings_may_ask_to_be_enrolled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))

    # Nobody listens at port 9, so that the server, and not the settings, is what is complained about.
    assert main(["enrol", "--server", "http://127.0.0.1:9", "--code", "ABC", "--keys", "development-file"]) == 1
    assert "The server could not be reached" in capsys.readouterr().err


def test_a_machine_that_is_enrolled_keeps_its_records_and_spends_no_code(settings: Settings) -> None:
    enrol(settings, lambda: LOBBY)

    with pytest.raises(AlreadyEnrolledError, match="nothing was changed"):
        enrol(settings, never_asked)


def test_a_machine_that_its_server_knows_no_more_joins_again_with_its_records(settings: Settings) -> None:
    enrol(settings, lambda: LOBBY)
    asked: list[UUID] = []

    def known_no_more(was: UUID) -> Enrolment:
        asked.append(was)
        return replace(LOBBY, device_uid=UUID(int=7), device_key="another key", series="E", id_block=20)

    _enrolment, offered = enrol_again(settings, known_no_more)

    replica = open_records(settings)
    assert (asked, offered) == ([LOBBY.device_uid], 0)
    assert (replica.identity.device_uid, replica.identity.series) == (UUID(int=7), "E")
    assert open_key_store(settings).read(SERVER_KEY) == "another key"
    replica.database.close()


def test_a_code_of_another_place_changes_nothing(settings: Settings) -> None:
    enrol(settings, lambda: LOBBY)
    here = open_records(settings)
    with here.database.writing() as connection:
        place: dict[str, object] = {"id": 1, "uid": UUID(int=1), "version": 1, "name": "Riverside Clinic"}
        place |= {"time_zone": "Europe/London", "created_at": MORNING}
        connection.execute(insert_into(locations, tuple(place)), place)
    here.database.close()

    with pytest.raises(OtherPlaceError):
        enrol_again(settings, lambda _was: replace(LOBBY, device_key="another", location={"uid": str(UUID(int=2))}))

    replica = open_records(settings)
    assert replica.identity.device_uid == LOBBY.device_uid
    assert open_key_store(settings).read(SERVER_KEY) == "a key"
    replica.database.close()


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


def test_a_clinic_sees_what_its_template_makes_and_what_is_wrong_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "--begin", str(tmp_path / "papers")]) == 0
    assert len(list((tmp_path / "papers").iterdir())) == 5
    own = tmp_path / "papers" / "receipt.toml"
    drawn = ["preview", "receipt", "--out", str(tmp_path / "receipt.png"), "--printer-templates", str(own.parent)]
    assert main(drawn) == 0
    assert (tmp_path / "receipt.png").read_bytes().startswith(b"\x89PNG")
    own.write_text("[[block]]\ntext = '{patient}'", "utf-8")
    assert main(drawn) == FAILED
    assert "{patient} is unknown" in capsys.readouterr().err


def test_a_preview_of_nothing_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "love_letter", "--out", "x.png"]) == WRONG_USE
    assert "queue_ticket, help_ticket" in capsys.readouterr().err


def test_what_a_clinic_changed_is_not_overwritten_by_ours(tmp_path: Path) -> None:
    (tmp_path / "receipt.toml").write_text("# ours no more", "utf-8")
    assert main(["preview", "--begin", str(tmp_path)]) == 0
    assert (tmp_path / "receipt.toml").read_text("utf-8") == "# ours no more"
