"""Records at start: opened, or refused in words that say what to do, and the file is always kept."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from kiosk.app.open_records import RecordsRefusedError, open_records, set_aside, unlock
from kiosk.app.secrets import DATABASE_KEY
from kiosk.app.settings import Settings
from server_sync.records.replica import Identity, Replica, found

DEVICE = Identity("device", UUID("01890a5d-ac96-774b-bcce-b302099a8057"), location_id=1, series="B", id_block=2)


@pytest.fixture
def enrolled(settings: Settings) -> Settings:
    database = unlock(settings)
    found(database, DEVICE)
    database.close()
    return settings


def refusal_of(settings: Settings) -> RecordsRefusedError:
    kept = settings.database.read_bytes() if settings.database.exists() else b""
    with pytest.raises(RecordsRefusedError) as refusal:
        open_records(settings)
    assert settings.database.read_bytes() == kept or not kept
    return refusal.value


def close(replica: Replica) -> None:
    replica.database.close()


def test_an_enrolled_kiosk_opens_its_records_again(enrolled: Settings) -> None:
    replica = open_records(enrolled)

    assert replica.identity == DEVICE
    close(replica)


def test_a_kiosk_that_was_never_enrolled_hears_how_to(settings: Settings) -> None:
    refusal = refusal_of(settings)

    assert refusal.code == "not_founded"
    assert "python -m kiosk enrol" in str(refusal)


def test_records_on_a_disk_without_their_key_say_nothing(enrolled: Settings) -> None:
    content = enrolled.database.read_bytes()

    assert not content.startswith(b"SQLite format 3")
    assert b"queue_management" not in content


def test_a_file_that_is_no_database_is_refused_and_kept(enrolled: Settings) -> None:
    enrolled.database.write_bytes(b"holiday pictures" * 4096)

    refusal = refusal_of(enrolled)

    assert refusal.code == "damaged_or_sealed"
    assert "enrol this kiosk again" in str(refusal)


def test_records_of_another_key_are_refused_and_kept(enrolled: Settings) -> None:
    (enrolled.database.with_name("kiosk.db.keys") / DATABASE_KEY).write_text("ab" * 32)

    assert refusal_of(enrolled).code == "damaged_or_sealed"


def test_one_damaged_page_in_the_middle_is_found_at_start(enrolled: Settings) -> None:
    content = bytearray(enrolled.database.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    enrolled.database.write_bytes(content)

    assert refusal_of(enrolled).code == "damaged_or_sealed"


def test_a_file_cut_short_is_refused_and_kept(enrolled: Settings) -> None:
    content = enrolled.database.read_bytes()
    enrolled.database.write_bytes(content[: len(content) // 2])

    assert refusal_of(enrolled).code == "damaged_or_sealed"


def test_records_without_any_key_are_refused_and_get_no_new_one(enrolled: Settings) -> None:
    shutil.rmtree(enrolled.database.with_name("kiosk.db.keys"))

    assert refusal_of(enrolled).code == "key_missing"
    assert not enrolled.database.with_name("kiosk.db.keys").exists()


def test_records_of_a_newer_version_are_refused_and_kept(enrolled: Settings) -> None:
    database = unlock(enrolled)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()

    refusal = refusal_of(enrolled)

    assert refusal.code == "newer_database"
    assert "install that version again" in str(refusal)


def test_another_programs_plain_database_is_refused_and_kept(settings: Settings) -> None:
    unlock(settings).close()
    settings.database.unlink()
    with sqlite3.connect(settings.database) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()

    assert refusal_of(settings).code == "damaged_or_sealed"


def test_what_is_set_aside_keeps_every_byte_under_its_time(tmp_path: Path) -> None:
    records = tmp_path / "kiosk.db"
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"kiosk.db{ending}").write_text(f"kept{ending}")

    kept = set_aside(records, datetime(2026, 11, 22, 16, 31, tzinfo=UTC))

    assert kept == tmp_path / "kiosk.db.kept-20261122T163100Z"
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "kiosk.db.kept-20261122T163100Z": "kept",
        "kiosk.db.kept-20261122T163100Z-wal": "kept-wal",
        "kiosk.db.kept-20261122T163100Z-shm": "kept-shm",
    }
    assert set_aside(records) is None


def test_every_refusal_reads_as_sentences(enrolled: Settings) -> None:
    shutil.rmtree(enrolled.database.with_name("kiosk.db.keys"))

    words = str(refusal_of(enrolled))

    assert words.startswith(f"The key of the records is not there. The records {enrolled.database} are here, but ")
    assert words.endswith("`python -m kiosk enrol --server ADDRESS --code CODE`.")
