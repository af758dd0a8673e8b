"""The disk of a simulated machine: a real SQLite database in memory, which fills up, is copied, or loses power.

What is committed stays; a power cut inside a transaction leaves what was committed before it. That is so because the
engine has its commits wait for the disk (`synchronous=FULL`): where they do not, a power cut takes the last of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import event

from server_sync.records.database import Database, open_database
from server_sync.records.tables import metadata

Image = Mapping[str, Sequence[tuple[Any, ...]]]
"""What stood on a disk: the rows of each table that had any, those that others refer to first."""


class PowerCutError(BaseException):
    """The machine is off: nothing that runs on it goes on. No Exception, for nobody may catch it."""


class Disk:
    """One machine's database. Kept for the life of the process and filled anew for each seed: engines are dear.

    Only rows are ever replaced, never the schema, so that SQLite's prepared statements outlive a seed as well.
    """

    def __init__(self, *, enforce_references: bool) -> None:
        self._driver = sqlite3.connect(":memory:", check_same_thread=False, factory=_Driver, cached_statements=2048)
        self._run("PRAGMA auto_vacuum=INCREMENTAL")  # before the first table
        self.database: Database = open_database("sqlite://", enforce_references=enforce_references)
        driver = self._driver

        def connected(*_arguments: Any) -> sqlite3.Connection:
            return driver

        event.listen(self.database.engine, "do_connect", connected)
        self.database.engine.dispose()  # it was opened on a memory of its own
        with self.database.engine.connect():
            self._synchronous = int(self._run("PRAGMA synchronous")[0][0])
        self._synced: tuple[Image, ...] = ()
        self.power_on()

    @property
    def synchronous(self) -> int:
        """How long its commits wait, as the engine opened it (SQLite's PRAGMA of that name)."""
        return self._synchronous

    @property
    def is_off(self) -> bool:
        """Whether the power is gone."""
        return self._driver.off

    def fill(self, image: Image) -> None:
        """Put an image in the place of all that stands there; whatever stood there before, the same pages are used."""
        self.power_on()
        self.be_full(False)
        self._run("BEGIN")
        for name in reversed(self._names()):
            self._run(f"DELETE FROM {name}")
        self._run("COMMIT")
        self._driver.executescript("PRAGMA incremental_vacuum")  # `execute` would take its first step only
        self._run("BEGIN")
        for name, rows in image.items():
            places = ", ".join("?" * len(rows[0]))
            sqlite3.Connection.executemany(self._driver, f"INSERT INTO {name} VALUES ({places})", rows)
        self._run("COMMIT")

    def image(self) -> Image:
        """A copy of all that is committed."""
        rows = {name: self._run(f"SELECT * FROM {name}") for name in self._names()}
        return {name: found for name, found in rows.items() if found}

    def _names(self) -> Sequence[str]:
        """Those that others refer to first."""
        there = {name for (name,) in self._run("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ours = [table.name for table in metadata.sorted_tables if table.name in there]
        return [*ours, *sorted(there - set(ours))]

    def power_on(self) -> None:
        """After a power cut, as a new process finds it: no connection remembers anything."""
        self._driver.off = False
        self._driver.fuse = None
        self._driver.on_written = None
        if self._synced:
            (last, *_), self._synced = self._synced, ()
            self.fill(last)
        self._run(f"PRAGMA synchronous={self.synchronous}")
        if self.synchronous < _FULL:
            self._driver.on_written = self._sync_the_one_before
        with self.database.engine.connect() as connection:
            connection.info.clear()

    def _sync_the_one_before(self) -> None:
        self._synced = (*self._synced[-1:], self.image())

    def power_off(self) -> None:
        """Whatever is under way is rolled back, and every statement from now on raises PowerCutError."""
        self._driver.off = True
        if self._driver.in_transaction:
            self._driver.rollback()

    def cut_at(self, statement: int, then: Callable[[], None]) -> None:
        """Cut the power at the statement so many from now on; `then` is called at that moment."""
        self._driver.fuse = _Fuse(statement, then, is_commit=False)

    def cut_at_commit(self, then: Callable[[], None], *, after: bool) -> None:
        """Cut the power at the next COMMIT of a write: just before it, or when it has just returned."""
        self._driver.fuse = _Fuse(int(after), then, is_commit=True)

    def unfuse(self) -> None:
        """No power cut is due any more."""
        self._driver.fuse = None

    def be_full(self, is_full: bool) -> None:
        """Leave no page free, or as many as anybody may want."""
        ((pages,),) = self._run("PRAGMA page_count")
        self._run(f"PRAGMA max_page_count={pages if is_full else 1073741823}")

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Look at the records past the engine, as the harness does."""
        return sqlite3.Connection.execute(self._driver, sql, parameters).fetchall()

    def _run(self, sql: str) -> list[tuple[Any, ...]]:
        """Past the fuse."""
        return sqlite3.Connection.execute(self._driver, sql).fetchall()


_FULL = 2
"""SQLite's number for commits that wait until the disk has them, log included."""


class _Fuse:
    """Where the power will go."""

    def __init__(self, count: int, then: Callable[[], None], *, is_commit: bool) -> None:
        self.count = count
        self.then = then
        self.is_commit = is_commit


class _Driver(sqlite3.Connection):
    """SQLite's own connection, but that it can lose power."""

    off = False
    fuse: _Fuse | None = None
    written_before = 0
    on_written: Callable[[], None] | None = None

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if self.off or self.fuse is not None:
            self._burn()
        return super().execute(sql, parameters)

    def cursor(self, factory: Any = None) -> Any:
        if self.off or self.fuse is not None:
            self._burn()
        return super().cursor()

    def commit(self) -> None:
        if self.off:
            raise PowerCutError
        fuse, is_write = self.fuse, self.total_changes > self.written_before
        self.written_before = self.total_changes
        if fuse is None or not fuse.is_commit or not is_write or fuse.count:
            super().commit()
            if is_write and self.on_written is not None:
                self.on_written()
        if fuse is not None and fuse.is_commit and is_write:
            self._cut(fuse)

    def close(self) -> None:
        """It stays: the memory is the disk."""

    def _burn(self) -> None:
        if self.off:
            raise PowerCutError
        fuse = self.fuse
        if fuse is None or fuse.is_commit:
            return
        fuse.count -= 1
        if fuse.count <= 0:
            self._cut(fuse)

    def _cut(self, fuse: _Fuse) -> None:
        self.fuse = None
        self.off = True
        if self.in_transaction:
            super().rollback()
        fuse.then()
        raise PowerCutError
