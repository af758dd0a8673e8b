"""How a hub joins the clinic: once, by its own code, and without leaving anything behind where that was not it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from server_sync.central.settings import ServerSettings, SettingsError
from server_sync.central.sync.enrolment import invite_device
from server_sync.hub.serving import ENROLMENT, open_hub
from server_sync.hub.settings import HubSettings, read_hub_settings
from server_sync.protocol.faults import RefusedFault
from server_sync.records.database import open_database
from tests.clinics import LittleClinic
from tests.sites import RunningServer


class Place:
    """A centre that answers, and a folder where a hub is to be."""

    def __init__(self, folder: Path) -> None:
        self.clinic = LittleClinic(open_database(f"sqlite:///{folder / 'centre.db'}", enforce_references=True), folder)
        self.server = RunningServer(self.clinic.centre)
        self.server.start()
        self.folder = folder / "hub"
        self.folder.mkdir()

    def settings(self, code: str = "") -> HubSettings:
        server = ServerSettings(database_url=f"sqlite:///{self.folder / 'hub.db'}")
        return HubSettings(server, self.server.url, code, database_key="5e" * 32)

    def code(self, kind: str) -> str:
        return invite_device(self.clinic.centre, kind.capitalize(), kind).code

    def close(self) -> None:
        self.server.stop()
        self.clinic.centre.database.close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.close()


def test_a_hub_joins_once_and_is_the_same_hub_after_that(place: Place) -> None:
    first = open_hub(place.settings(place.code("hub")))
    first.database.close()
    again = open_hub(place.settings())
    assert again.identity == first.identity
    assert (place.folder / ENROLMENT).stat().st_mode & 0o077 == 0  # it holds the key
    again.database.close()


def test_a_kiosks_code_is_refused_with_words_and_the_right_one_is_taken_after_it(place: Place) -> None:
    with pytest.raises(SettingsError, match="another kind of machine"):
        open_hub(place.settings(place.code("kiosk")))
    assert not (place.folder / ENROLMENT).exists()
    hub = open_hub(place.settings(place.code("hub")))
    assert hub.identity.kind == "hub"
    hub.database.close()


def test_without_a_code_it_says_what_it_needs(place: Place) -> None:
    with pytest.raises(SettingsError, match="enrol-code --kind hub"):
        open_hub(place.settings())
    with pytest.raises(RefusedFault):
        open_hub(place.settings("ABCDEFGHJK"))


def test_settings_that_cannot_be_meant_are_refused_with_words(place: Place) -> None:
    elsewhere = replace(place.settings().server, database_url="postgresql+psycopg://localhost/centre")
    with pytest.raises(SettingsError, match="file of its own"):
        _ = HubSettings(elsewhere, place.server.url).folder
    with pytest.raises(SettingsError, match="--centre"):
        read_hub_settings(environment={})
    with pytest.raises(SettingsError, match="HUB_DATABASE_KEY"):
        read_hub_settings(centre="http://centre", environment={"HUB_DATABASE_KEY": "short"})
