"""Keys: kept where they last, read back, and never made anew over existing records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.secrets import (
    DATABASE_KEY,
    SERVER_KEY,
    DevelopmentFile,
    KeyMissingError,
    Keyring,
    KeyringBackend,
    KeyStore,
    NoSafeStorageError,
    SystemdCredentials,
    database_key,
    keep,
    open_key_store,
)
from kiosk.app.settings import KeyStorage, Settings
from tests.fakes.keyring_backend import LockedKeyring, RememberingKeyring, SwallowingKeyring


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.db"


@pytest.fixture(params=["keyring", "development file"])
def store(request: pytest.FixtureRequest, database: Path, tmp_path: Path) -> KeyStore:
    if request.param == "keyring":
        return Keyring(RememberingKeyring(), database)
    return DevelopmentFile(tmp_path / "keys")


def test_a_new_kiosk_makes_a_key_once_and_finds_it_again(store: KeyStore, database: Path) -> None:
    key = database_key(store, database)

    assert len(bytes.fromhex(key)) == 32
    database.write_bytes(b"records")
    assert database_key(store, database) == key


def test_records_whose_key_is_gone_are_refused_and_no_new_key_is_made(store: KeyStore, database: Path) -> None:
    database.write_bytes(b"records")

    with pytest.raises(KeyMissingError, match="key is not kept on this machine any more"):
        database_key(store, database)

    assert store.read(DATABASE_KEY) is None
    assert database.read_bytes() == b"records"


def test_a_key_that_was_cut_short_is_not_used(store: KeyStore, database: Path) -> None:
    store.write(DATABASE_KEY, "abcd")

    with pytest.raises(KeyMissingError, match="not a key of 64 hex digits"):
        database_key(store, database)


def test_a_keyring_that_swallows_keys_is_found_out(database: Path) -> None:
    with pytest.raises(NoSafeStorageError, match="did not keep it; unlock the login keyring"):
        database_key(Keyring(SwallowingKeyring(), database), database)


def test_a_locked_keyring_says_what_to_do(database: Path) -> None:
    with pytest.raises(NoSafeStorageError, match=r"does not answer.*unlock the login keyring"):
        database_key(Keyring(LockedKeyring(), database), database)


def test_two_kiosks_of_one_session_do_not_share_a_key(tmp_path: Path) -> None:
    backend: KeyringBackend = RememberingKeyring()
    first, second = tmp_path / "first.db", tmp_path / "second.db"

    assert database_key(Keyring(backend, first), first) != database_key(Keyring(backend, second), second)


def test_a_development_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    store = DevelopmentFile(tmp_path / "keys")
    keep(store, SERVER_KEY, "secret")

    assert (tmp_path / "keys" / SERVER_KEY).stat().st_mode & 0o777 == 0o600
    (tmp_path / "keys" / SERVER_KEY).chmod(0o640)
    with pytest.raises(NoSafeStorageError, match="chmod 600"):
        store.read(SERVER_KEY)


def test_a_service_reads_the_key_that_systemd_hands_over(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / DATABASE_KEY).write_text("ab" * 32 + "\n")

    automatic = replace(settings, keys=KeyStorage.AUTOMATIC)
    store = open_key_store(automatic, {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert isinstance(store, SystemdCredentials)
    assert database_key(store, settings.database) == "ab" * 32
    assert store.read(SERVER_KEY) is None


def test_root_enrols_a_service_through_systemd_creds(tmp_path: Path) -> None:
    program = tmp_path / "systemd-creds"
    # Stands in for encryption with the machine's own key: encrypt --name=N - FILE, decrypt --name=N FILE -
    program.write_text('#!/bin/sh\nif [ "$1" = encrypt ]; then tr a-z n-za-m >"$4"; else tr a-z n-za-m <"$3"; fi\n')
    program.chmod(0o755)
    store = SystemdCredentials(None, tmp_path / "credstore", str(program))

    assert store.read(SERVER_KEY) is None
    keep(store, SERVER_KEY, "secret")

    assert store.read(SERVER_KEY) == "secret"
    assert (tmp_path / "credstore" / SERVER_KEY).read_text().strip() == "frperg"


def test_without_systemd_creds_the_person_enrolling_hears_what_to_do(tmp_path: Path) -> None:
    store = SystemdCredentials(None, tmp_path / "credstore", str(tmp_path / "no-such-program"))

    with pytest.raises(NoSafeStorageError, match="enrol the kiosk as root"):
        keep(store, SERVER_KEY, "secret")


@pytest.mark.parametrize("keys", [KeyStorage.AUTOMATIC, KeyStorage.KEYRING])
def test_a_machine_without_a_keyring_is_refused_with_what_to_do(
    settings: Settings, keys: KeyStorage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody-listens")

    with pytest.raises(NoSafeStorageError, match=r'keyring does not answer.*keys = "development-file"'):
        open_key_store(replace(settings, keys=keys), {})

    assert isinstance(open_key_store(settings, {}), DevelopmentFile)
