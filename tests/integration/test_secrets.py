"""Keys in a real Secret Service, as a kiosk with a desktop keyring keeps them."""

from __future__ import annotations

import pytest

from kiosk.app.paths import Places
from kiosk.app.secrets import SERVER_KEY, KeyMissingError, Keyring, database_key, keep, open_key_store
from kiosk.app.settings import Settings, read_settings


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("kiosk")
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/Berlin"}
    return read_settings({}, environment, Places(folder / "none.toml", folder, folder))


@pytest.mark.usefixtures("secret_service")
def test_a_kiosk_finds_its_keys_again_in_the_keyring_of_its_session(settings: Settings) -> None:
    store = open_key_store(settings, {})
    key = database_key(store, settings.database)
    keep(store, SERVER_KEY, "a device's key")
    settings.database.write_bytes(b"records")

    after_restart = open_key_store(settings, {})

    assert isinstance(after_restart, Keyring)
    assert database_key(after_restart, settings.database) == key
    assert after_restart.read(SERVER_KEY) == "a device's key"


@pytest.mark.usefixtures("secret_service")
def test_records_that_this_keyring_does_not_know_are_refused(settings: Settings) -> None:
    settings.database.write_bytes(b"records")

    with pytest.raises(KeyMissingError, match="Sign in as the user"):
        database_key(open_key_store(settings, {}), settings.database)
