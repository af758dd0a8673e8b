"""A machine keeps a copy of its records, and another machine, or the same, goes on from it; nothing is ever lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.app import copy_commands, open_records
from kiosk.app.copies import Kept, copy_name, keep_copy, make_ready
from kiosk.app.open_records import restored_beside, set_aside, unlock
from kiosk.app.secrets import DATABASE_KEY, SERVER_KEY, DevelopmentFile, keep, open_key_store
from kiosk.app.settings import Settings, told_by_server
from server_sync.protocol.faults import StorageFault
from server_sync.records.kept_copy import Label, WhyNot
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.upstream.incarnations import is_restored, key_of_restored

DEVICE = Identity("device", UUID("01890a5d-ac96-774b-bcce-b302099a8057"), location_id=1, series="B", id_block=2)
WORDS = "correct horse battery staple"
NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


def quietly(_percent: int) -> None:
    """Nobody looks at how far it is."""


def note(settings: Settings, word: str) -> None:
    """Leave something in the records that can be found again."""
    database = unlock(settings)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO counters (name, last) VALUES (?, 1)", (word,))
    database.close()


def noted(settings: Settings) -> set[str]:
    database = unlock(settings)
    with database.reading() as connection:
        words = set(connection.exec_driver_sql("SELECT name FROM counters").scalars())
    database.close()
    return words


@pytest.fixture
def enrolled(settings: Settings) -> Settings:
    database = unlock(settings)
    found(database, DEVICE)
    database.close()
    keep(open_key_store(settings), SERVER_KEY, "first key")
    told_by_server(settings.database).write_text('server_url = "https://clinic.example"\n', "utf-8")
    note(settings, "before the copy")
    return settings


@pytest.fixture
def kept(enrolled: Settings, tmp_path: Path) -> Path:
    made = keep_copy(enrolled, tmp_path, WORDS, NOW, quietly)
    assert isinstance(made, Kept)
    return made.file


def test_a_copy_is_named_after_its_clinic_and_its_time() -> None:
    assert copy_name("Praxis Dr. Øre & Söhne", NOW) == "anteroom-praxis-dr-re-s-hne-20260309-090000.backup"
    assert copy_name("诊所", NOW) == "anteroom-20260309-090000.backup"


def test_this_machine_goes_back_to_its_copy_and_keeps_what_stood(enrolled: Settings, kept: Path) -> None:
    note(enrolled, "after the copy")

    assert isinstance(make_ready(enrolled, kept, WORDS, quietly), Label)
    assert restored_beside(enrolled.database).exists()
    assert noted(enrolled) == {"before the copy"}

    (old,) = enrolled.database.parent.glob("kiosk.db.kept-*")
    shutil.copy(old, enrolled.database)
    assert noted(enrolled) == {"before the copy", "after the copy"}


def test_another_machine_goes_on_from_the_copy_with_the_key_that_its_server_knows(
    enrolled: Settings, kept: Path, tmp_path: Path
) -> None:
    other = replace(enrolled, database=tmp_path / "other" / "kiosk.db")

    assert isinstance(make_ready(other, kept, WORDS, quietly), Label)
    database = unlock(other)

    assert Replica(database).identity == DEVICE
    assert open_key_store(other).read(SERVER_KEY) == "first key"
    assert key_of_restored(database) == ""
    assert is_restored(database)
    assert "clinic.example" in told_by_server(other.database).read_text("utf-8")
    database.close()


def test_a_wrong_passphrase_changes_nothing(enrolled: Settings, kept: Path) -> None:
    assert make_ready(enrolled, kept, "another passphrase", quietly) is WhyNot.NOT_OPENED
    assert not restored_beside(enrolled.database).exists()


@pytest.mark.parametrize("renames_before", range(4))
def test_whoever_dies_while_records_change_places_loses_neither(
    enrolled: Settings, kept: Path, monkeypatch: pytest.MonkeyPatch, renames_before: int
) -> None:
    make_ready(enrolled, kept, WORDS, quietly)
    for ending in ("", "-wal", "-shm"):  # records that nobody can open are kept with all that stands beside them
        enrolled.database.with_name("kiosk.db" + ending).write_bytes(b"spoilt" * 4096)
    left = [renames_before]

    def dies(path: Path, target: Path) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        os.rename(path, target)  # noqa: PTH104 - it is Path's own that dies

    with monkeypatch.context() as short_of_breath:
        short_of_breath.setattr(Path, "rename", dies)
        short_of_breath.setattr(Path, "replace", dies)
        with pytest.raises(KeyboardInterrupt):
            open_records._take_restored(enrolled.database)

    assert noted(enrolled) == {"before the copy"}
    kept_parts = sorted(file.name for file in enrolled.database.parent.glob("kiosk.db.kept-*"))
    (name,) = {part.removesuffix("-wal").removesuffix("-shm") for part in kept_parts}
    assert kept_parts == [name, f"{name}-shm", f"{name}-wal"]


WORKS_WITH_THEM = """
import sys
from server_sync.records.database import open_database
database = open_database("sqlite:///" + sys.argv[1], key_hex=sys.argv[2])
with database.writing() as connection:
    connection.exec_driver_sql("INSERT INTO counters (name, last) VALUES ('of the other window', 1)")
print("open", flush=True)
sys.stdin.read()
"""


def test_records_that_another_window_works_with_stay_where_they_are(enrolled: Settings, kept: Path) -> None:
    make_ready(enrolled, kept, WORDS, quietly)
    key = open_key_store(enrolled).read(DATABASE_KEY) or ""
    words = [sys.executable, "-c", WORKS_WITH_THEM, str(enrolled.database), key]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StorageFault, match="close it") as busy:
            unlock(enrolled)
        other.communicate()

    assert busy.value.retry_helps
    assert noted(enrolled) == {"before the copy"}


def test_records_that_are_set_aside_go_whole(enrolled: Settings) -> None:
    kept = set_aside(enrolled.database, NOW)

    assert kept is not None
    assert kept.name == "kiosk.db.kept-20260309T090000Z"
    assert not enrolled.database.exists()


def command(settings: Settings, *words: str) -> list[str]:
    named = ["--database", str(settings.database), "--keys", "development-file"]
    return [*words, *named, "--clinic-name", "Riverside", "--clinic-time-zone", "Europe/Berlin"]


def test_a_timer_keeps_a_copy_by_a_command(
    enrolled: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words").write_text(WORDS + "\n", "utf-8")
    options = ("--passphrase-file", str(tmp_path / "words"))

    assert copy_commands.backup(command(enrolled, "--to", str(tmp_path), *options)) == 0
    (file,) = tmp_path.glob("*.backup")
    assert f"Kept {file}: opened, checked" in capsys.readouterr().out
    assert copy_commands.restore(command(enrolled, str(file), *options)) == 0
    assert restored_beside(enrolled.database).exists()


def test_a_command_says_why_nothing_was_put_back(
    enrolled: Settings, kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words").write_text("another passphrase", "utf-8")
    options = ("--passphrase-file", str(tmp_path / "words"))

    assert copy_commands.restore(command(enrolled, str(kept), *options)) == 1
    assert copy_commands.restore(command(enrolled, str(tmp_path / "gone"), *options)) == 1
    assert copy_commands.restore(command(enrolled)) == 2
    said = capsys.readouterr().err
    assert "The passphrase is another one" in said
    assert "there is no file" in said.lower()


def test_keys_of_a_copy_are_kept_by_the_machine_alone(enrolled: Settings, kept: Path) -> None:
    keep(DevelopmentFile(enrolled.database.with_name("kiosk.db.keys")), SERVER_KEY, "second key")
    make_ready(enrolled, kept, WORDS, quietly)
    assert open_key_store(enrolled).read(SERVER_KEY) == "second key"

    unlock(enrolled).close()

    assert open_key_store(enrolled).read(SERVER_KEY) == "first key"
