"""A copy of the records is sealed, tried before it counts, whole or not there, and opens on any machine."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from server_sync.protocol.faults import StorageFault
from server_sync.records import kept_copy
from server_sync.records.database import open_database
from server_sync.records.kept_copy import Cancelled, Label, WhyNot, check_copy, lay_out, write_copy
from server_sync.records.replica import Replica
from server_sync.records.tables import counters, patients
from tests.clinics import DEVICE_KEY, MORNING, HandClock, LittleClinic, count_rows

WORDS = "correct horse battery's staple"
OTHER_KEY = "a7" * 32


def quietly(_percent: int) -> None:
    """Nobody looks at how far it is."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Those of a kiosk that knows one patient, as they stand on its disk."""
    folder = tmp_path_factory.mktemp("clinic")
    database = open_database(f"sqlite:///{folder / 'centre.db'}")
    clinic = LittleClinic(database, folder, HandClock())
    clinic.book(MORNING + timedelta(hours=1))
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    device.database.close()
    database.close()
    return folder / "kiosk-B.db"


@pytest.fixture(scope="module")
def made(records: Path) -> Path:
    """A copy of them; to seal one takes a while."""
    write_copy(records, DEVICE_KEY, records.with_name("copy"), WORDS, {"key": "server's secret"}, quietly)
    return records.with_name("copy")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def copy(made: Path, stick: Path) -> Path:
    """The copy on a stick of its own."""
    shutil.copy(made, stick / "copy")
    return stick / "copy"


def test_a_copy_says_whose_it_is_and_what_is_in_it(records: Path, stick: Path) -> None:
    told = write_copy(records, DEVICE_KEY, stick / "copy", WORDS, {"key": "secret"}, quietly)

    assert isinstance(told, Label)
    assert told.place == "Riverside Clinic"
    assert told.rows["patients"] == 1
    assert check_copy(stick / "copy", WORDS) == told


def test_a_copy_is_sealed_and_nobody_else_may_even_read_the_file(made: Path) -> None:
    written = made.read_bytes()
    assert b"SQLite format 3" not in written
    assert b"Sample" not in written
    assert b"server's secret" not in written
    assert made.stat().st_mode & 0o077 == 0


def test_another_passphrase_opens_nothing(copy: Path) -> None:
    assert check_copy(copy, WORDS + "!") is WhyNot.NOT_OPENED


def test_the_same_words_from_another_keyboard_are_the_same_passphrase(records: Path, stick: Path) -> None:
    write_copy(records, DEVICE_KEY, stick / "copy", "caf\u00e9 au lait demain", {}, quietly)

    assert isinstance(check_copy(stick / "copy", "cafe\u0301 au lait demain"), Label)


@pytest.mark.parametrize("passphrase", ["", "short", "aaaaaaaaaaaaaaaa"])
def test_a_passphrase_that_can_be_guessed_is_refused_before_anything_is_written(
    records: Path, stick: Path, passphrase: str
) -> None:
    assert write_copy(records, DEVICE_KEY, stick / "copy", passphrase, {}, quietly) is WhyNot.TOO_WEAK
    assert list(stick.iterdir()) == []


def tear_off_the_end(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2048 // 2 * 2048)


def spoil_a_page(file: Path) -> None:
    with file.open("r+b") as written:
        written.seek(file.stat().st_size // 2)
        written.write(b"\xff" * 64)


def leave_out_a_patient(file: Path) -> None:
    copy = dbapi2.connect(str(file), isolation_level=None)
    copy.execute("PRAGMA key='" + WORDS.replace("'", "''") + "'")
    copy.execute("PRAGMA cipher_page_size=2048")
    copy.execute("DELETE FROM patient_terms")
    copy.execute("DELETE FROM patients")
    copy.close()


@pytest.mark.parametrize("spoil", [tear_off_the_end, spoil_a_page, leave_out_a_patient])
def test_a_torn_copy_is_found_out_before_anything_is_touched(
    copy: Path, stick: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(copy)

    assert lay_out(copy, WORDS, stick / "laid", OTHER_KEY, quietly) is WhyNot.DAMAGED
    assert [file.name for file in stick.iterdir()] == ["copy"]


def test_records_are_no_copy_and_nor_is_a_letter(records: Path, stick: Path) -> None:
    (stick / "letter").write_text("Dear clinic, " * 400, "utf-8")

    assert check_copy(stick / "letter", WORDS) is WhyNot.NOT_OPENED
    assert check_copy(records, WORDS) is WhyNot.NOT_OPENED
    with pytest.raises(StorageFault, match="no file"):
        check_copy(stick / "gone", WORDS)


def test_a_copy_of_a_newer_version_is_left_for_that_version(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_copy, "KNOWN", frozenset({"0001"}))

    assert check_copy(copy, WORDS) is WhyNot.NEWER


def test_what_is_put_back_holds_the_same_under_this_machines_own_key(copy: Path, stick: Path) -> None:
    assert isinstance(lay_out(copy, WORDS, stick / "laid.db", OTHER_KEY, quietly), Label)

    database = open_database(f"sqlite:///{stick / 'laid.db'}", key_hex=OTHER_KEY)
    replica = Replica(database)
    assert count_rows(replica, patients) == 1
    assert replica.identity.series == "B"
    with database.reading() as connection:
        assert "kept_copy" not in connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    database.close()


def test_whoever_works_meanwhile_is_neither_held_up_nor_half_copied(records: Path, stick: Path) -> None:
    database = open_database(f"sqlite:///{records}", key_hex=DEVICE_KEY)
    heard: list[int] = []

    def work_on(percent: int) -> None:
        if not heard:
            with database.writing() as connection:
                connection.exec_driver_sql("INSERT INTO counters (name, last) VALUES ('meanwhile', 1)")
        heard.append(percent)

    told = write_copy(records, DEVICE_KEY, stick / "copy", WORDS, {}, work_on)

    assert isinstance(told, Label)
    assert told.rows["counters"] == count_rows(Replica(database), counters) - 1
    assert heard == sorted(heard)
    assert heard[-1] == 100
    database.close()


def test_whoever_gives_up_leaves_nothing_behind(records: Path, stick: Path) -> None:
    def give_up(percent: int) -> None:
        if percent >= 70:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_copy(records, DEVICE_KEY, stick / "copy", WORDS, {}, give_up)
    assert list(stick.iterdir()) == []


def test_a_full_disk_costs_neither_the_old_copy_nor_the_records(records: Path, stick: Path) -> None:
    (stick / "copy").write_bytes(b"yesterday's")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(StorageFault) as failed:
            write_copy(records, DEVICE_KEY, stick / "copy", WORDS, {}, quietly)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)

    assert failed.value.retry_helps
    assert [file.name for file in stick.iterdir()] == ["copy"]
    assert (stick / "copy").read_bytes() == b"yesterday's"


def test_a_disk_that_has_too_little_room_is_refused_before_it_is_filled(
    records: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_copy, "free_bytes_beside", lambda _path: lambda: 1_000_000)

    with pytest.raises(StorageFault) as failed:
        write_copy(records, DEVICE_KEY, stick / "copy", WORDS, {}, quietly)
    assert failed.value.code == "disk_full"


KILLED_HALF_WAY = """
import os, signal, sys
from pathlib import Path
from server_sync.records.kept_copy import write_copy
def die(percent):
    if percent >= 70:
        os.kill(os.getpid(), signal.SIGKILL)
write_copy(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4], {}, die)
"""


def test_whoever_is_killed_half_way_has_the_copy_of_yesterday(records: Path, copy: Path, stick: Path) -> None:
    yesterdays = copy.read_bytes()

    died = subprocess.run(
        [sys.executable, "-c", KILLED_HALF_WAY, str(records), DEVICE_KEY, str(stick / "copy"), WORDS], check=False
    )

    assert died.returncode == -signal.SIGKILL
    assert (stick / "copy").read_bytes() == yesterdays
    assert isinstance(write_copy(records, DEVICE_KEY, stick / "copy", WORDS, {}, quietly), Label)
    assert [file.name for file in stick.iterdir()] == ["copy"]
