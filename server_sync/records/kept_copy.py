"""An encrypted copy of a device's records in one file, which opens on any machine with its passphrase.

The file is an ordinary SQLCipher database whose key SQLCipher itself derives from the passphrase (PBKDF2-HMAC-SHA512,
256,000 rounds, the salt in its first 16 bytes): no format of ours, and any SQLCipher can read it. It is copied page by
page from one consistent picture, so that whoever works meanwhile waits for nothing, and it counts only once it was
opened with its passphrase, every page of it was checked, and its rows were counted against the original's.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from server_sync.protocol.faults import StorageFault
from server_sync.records.disk_space import LEAST_FREE_BYTES, free_bytes_beside
from server_sync.records.migration import KNOWN
from server_sync.records.sqlite import CIPHER_PAGE_BYTES

LEAST_CHARACTERS = 12
"""Of a passphrase."""
PAGES_AT_ONCE = 512
"""Between two looks at whether somebody has given up: 1 MB."""
OFTEN = 200_000
"""Instructions of SQLite between two looks, while it checks and counts."""
FIRST_SHARED_BYTE, SHARED_BYTES = 0x40000002, 510
UNFINISHED = ".part"
"""The ending of a file that does not count yet."""

Progress: TypeAlias = Callable[[int], None]
"""Is told per cent, 0 to 100, on the thread that copies; raises Cancelled to give up."""

Connection: TypeAlias = Any
"""sqlcipher3 has no types."""


class Cancelled(Exception):
    """Somebody gave up; nothing is left of what was begun."""


class WhyNot(StrEnum):
    """Why a copy is not used. Stable."""

    NOT_OPENED = "not_opened"
    """The passphrase is another one, or this is no copy of records."""
    DAMAGED = "damaged"
    """It opens, and a page is torn or missing, or rows are."""
    NEWER = "newer"
    """A newer version has made it."""
    TOO_WEAK = "too_weak"


@dataclass(frozen=True, slots=True)
class Label:
    """What a copy says of itself, inside its seal."""

    made_at: datetime
    place: str
    device: str
    device_uid: str
    revision: str
    rows: Mapping[str, int]
    """How many rows each table has."""
    extras: Mapping[str, str]
    """What its maker wants back with it."""

    def to_json(self) -> str:
        """As it stands in the copy."""
        return json.dumps(asdict(self) | {"made_at": self.made_at.isoformat()}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, written: str) -> Label:
        """Raises ValueError, KeyError or TypeError where it is none."""
        told = json.loads(written)
        return cls(**told | {"made_at": datetime.fromisoformat(told["made_at"])})


CopyOutcome: TypeAlias = Label | WhyNot


def is_strong_enough(passphrase: str) -> bool:
    """At least twelve characters, six of them different."""
    return len(passphrase) >= LEAST_CHARACTERS and len(set(passphrase)) >= LEAST_CHARACTERS // 2


def write_copy(
    records: Path, key_hex: str, target: Path, passphrase: str, extras: Mapping[str, str], progress: Progress
) -> CopyOutcome:
    """Copy the records to `target`, try the copy, and only then give it its name.

    Raises Cancelled, and StorageFault `disk_full` or `storage_broken`: then nothing is left of it.
    """
    if not is_strong_enough(passphrase):
        return WhyNot.TOO_WEAK
    unfinished = target.with_name(target.name + UNFINISHED)
    with _faults(), _or_nothing(unfinished):
        _see_that_there_is_room(target, records)
        with _opened(records, _raw(key_hex)) as source, _in_one_picture(source):
            label = _label(source, extras)
            with _opened(unfinished, _derived(passphrase), is_new=True) as copy:
                _copy_pages(source, copy, lambda percent: progress(percent * 7 // 10))
                copy.execute("CREATE TABLE kept_copy (label TEXT NOT NULL)")
                copy.execute("INSERT INTO kept_copy VALUES (?)", (label.to_json(),))
                copy.execute("PRAGMA journal_mode=DELETE")
        _sync(unfinished)
        tried = check_copy(unfinished, passphrase, lambda percent: progress(70 + percent * 3 // 10))
        if isinstance(tried, Label):
            unfinished.replace(target)
            _sync(target.parent)
    return tried


def check_copy(file: Path, passphrase: str, progress: Progress = lambda _percent: None) -> CopyOutcome:
    """Open a copy, check each of its pages, and count its rows. Raises StorageFault, and Cancelled as `progress` does.

    A wrong passphrase and a torn first page cannot be told apart: both say `NOT_OPENED`.
    """
    progress(0)
    with _faults(), _opened(file, _derived(passphrase)) as copy:
        label = _read_label(copy)
        if isinstance(label, Label):
            copy.set_progress_handler(_asking(lambda: progress(10)), OFTEN)
            if not _is_whole(copy):
                return WhyNot.DAMAGED
            copy.set_progress_handler(_asking(lambda: progress(70)), OFTEN)
            if _rows(copy, label.rows) != label.rows:
                return WhyNot.DAMAGED
            progress(100)
        return label


def lay_out(file: Path, passphrase: str, target: Path, key_hex: str, progress: Progress) -> CopyOutcome:
    """Write the records of a copy that was checked to `target`, sealed with this machine's own key.

    Whole or not at all. Raises as `write_copy` does.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    with _faults(), _or_nothing(unfinished):
        checked = check_copy(file, passphrase, lambda percent: progress(percent // 2))
        if not isinstance(checked, Label):
            return checked
        _see_that_there_is_room(target, file)
        with _opened(file, _derived(passphrase)) as source, _opened(unfinished, _raw(key_hex), is_new=True) as laid:
            _copy_pages(source, laid, lambda percent: progress(50 + percent * 4 // 10))
            laid.execute("DROP TABLE kept_copy")
            laid.execute("PRAGMA journal_mode=DELETE")
            if not _is_whole(laid) or _rows(laid, checked.rows) != checked.rows:
                return WhyNot.DAMAGED
        _sync(unfinished)
        unfinished.replace(target)
        _sync(target.parent)
        progress(100)
    return checked


def is_open_elsewhere(records: Path) -> bool:
    """Whether another process has these records open: then they may not be moved. Changes nothing, opens nothing.

    With SQLite's log, an open connection keeps a share of the file's lock bytes (SQLite's os.h). Windows itself moves
    no file that is open.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    with records.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, SHARED_BYTES, FIRST_SHARED_BYTE)
        except OSError:
            return True
    return False


def _copy_pages(source: Connection, target: Connection, progress: Progress) -> None:
    source.backup(
        target,
        pages=PAGES_AT_ONCE,
        progress=lambda _status, left, of: progress(100 * (of - left) // max(1, of)),
        sleep=0,
    )


def _label(source: Connection, extras: Mapping[str, str]) -> Label:
    tables = [row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    (uid, place, device) = source.execute(
        "SELECT lower(r.device_uid), coalesce(l.name, ''), coalesce(d.name, '') FROM replica r "
        "LEFT JOIN locations l ON l.id = r.location_id LEFT JOIN devices d ON d.uid = r.device_uid"
    ).fetchone()
    (revision,) = source.execute("SELECT version_num FROM alembic_version").fetchone()
    return Label(
        datetime.now(UTC),
        place,
        device,
        str(uid),
        revision,
        _rows(source, dict.fromkeys(tables, 0)),
        dict(extras),
    )


def _rows(connection: Connection, tables: Mapping[str, int]) -> dict[str, int]:
    # Their names come from SQLite's own list, or were sealed with the copy.
    quoted = {name: '"' + name.replace('"', '""') + '"' for name in tables}
    count = "SELECT count(*) FROM {}".format
    return {name: connection.execute(count(quoted[name])).fetchone()[0] for name in tables}


def _read_label(copy: Connection) -> CopyOutcome:
    try:
        row = copy.execute("SELECT label FROM kept_copy").fetchone()
    except _driver().DatabaseError as error:
        # NOTADB where the key is another one, an ordinary error where these are records and no copy of them.
        if "malformed" in str(error).lower():
            return WhyNot.DAMAGED
        return WhyNot.NOT_OPENED
    try:
        label = Label.from_json(row[0])
    except (TypeError, ValueError, KeyError):
        return WhyNot.DAMAGED
    return label if label.revision in KNOWN else WhyNot.NEWER


def _is_whole(connection: Connection) -> bool:
    """Every page has its seal, and is where it belongs."""
    try:
        torn = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        return not torn and connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except _driver().OperationalError:
        raise
    except _driver().DatabaseError:
        return False


def _asking(may_go_on: Callable[[], None]) -> Callable[[], int]:
    """SQLite asks now and then whether to go on; what is raised there would be lost on its way."""

    def ask() -> int:
        try:
            may_go_on()
        except Cancelled:
            return 1
        return 0

    return ask


@contextmanager
def _opened(file: Path, key: str, *, is_new: bool = False) -> Iterator[Connection]:
    if is_new:
        file.unlink(missing_ok=True)
        # Nobody but its owner may read what it will hold.
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    elif not file.is_file():
        raise StorageFault("no_such_file", f"there is no file {file}")
    connection = _driver().connect(str(file), isolation_level=None, timeout=10.0)
    try:
        connection.execute(f"PRAGMA key={key}")
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA cipher_page_size={CIPHER_PAGE_BYTES}")
        yield connection
    finally:
        connection.close()


@contextmanager
def _in_one_picture(connection: Connection) -> Iterator[None]:
    """What others commit meanwhile is not seen, so the copy need not begin anew for it."""
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    try:
        yield
    finally:
        connection.execute("COMMIT")


@contextmanager
def _or_nothing(unfinished: Path) -> Iterator[None]:
    """Whatever happens, no half of a file stays behind."""
    try:
        yield
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


@contextmanager
def _faults() -> Iterator[None]:
    driver = _driver()
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno in _NO_ROOM else "storage_broken"
        raise StorageFault(code, f"the copy could not be written ({error.strerror})", retry_helps=True) from error
    except driver.Error as error:
        reason = str(error).lower()
        if "interrupted" in reason:
            raise Cancelled from error
        code = "disk_full" if "full" in reason else "storage_broken"
        raise StorageFault(code, f"the copy could not be made ({reason})", retry_helps=True) from error


def _see_that_there_is_room(target: Path, source: Path) -> None:
    free = free_bytes_beside(target.absolute())()
    if free is not None and free < source.stat().st_size + LEAST_FREE_BYTES:
        raise StorageFault("disk_full", f"there is not enough room in {target.parent}", retry_helps=True)


def _sync(path: Path) -> None:
    """Have the disk keep it; a folder has to be told as well (where the system lets one)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(descriptor)


def _raw(key_hex: str) -> str:
    return f"\"x'{key_hex}'\""


def _derived(passphrase: str) -> str:
    """The same words from any keyboard are the same passphrase; quoted as SQL wants it."""
    same = unicodedata.normalize("NFKC", passphrase).replace("\0", "")
    return "'" + same.replace("'", "''") + "'"


def _driver() -> Any:
    from sqlcipher3 import dbapi2

    return dbapi2


_NO_ROOM = frozenset({28, 122, 27})
"""ENOSPC, EDQUOT and EFBIG."""
