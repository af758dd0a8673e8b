"""A disk that loses power: what was not synced may be there afterwards, or not, or half, sector by sector.

A SQLite VFS in memory. Until a file is synced each sector that was written to it stands in the drive's cache alone; a
power cut keeps a random choice of them. What `xSync` has returned for is there for good.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

import apsw

SECTOR_BYTES = 512


class PowerCutError(Exception):
    """The machine is off."""


@dataclass(slots=True)
class Stored:
    """One file: as programs see it, and as the platter holds it."""

    seen: bytearray = field(default_factory=bytearray)
    durable: bytearray = field(default_factory=bytearray)
    cached: list[tuple[int, bytes]] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is on the platter."""
        self.durable = bytearray(self.seen)
        self.cached.clear()

    def after_power_cut(self, random: Random) -> bytes:
        """What is found: the platter, and of the cache what happened to be written out, in any order."""
        found = bytearray(self.durable)
        for offset, sector in self.cached:
            if random.random() < 0.5:
                _put(found, offset, sector)
        return bytes(found)


class CrashDisk(apsw.VFS):
    """A disk with files in memory. `cut_after` is how many writes and syncs it does before the power goes."""

    def __init__(self, name: str, files: dict[str, bytes], cut_after: int | None = None) -> None:
        self.name = name
        self.files = {path: Stored(bytearray(held), bytearray(held)) for path, held in files.items()}
        self.left = cut_after
        self.steps = 0
        """Writes and syncs that were done."""
        super().__init__(name, base="")

    def step(self) -> None:
        """Count one; raises PowerCutError once the power is gone."""
        if self.left is not None and self.steps >= self.left:
            raise PowerCutError
        self.steps += 1

    def after_power_cut(self, random: Random) -> dict[str, bytes]:
        """What stands on it when the machine starts again."""
        return {path: stored.after_power_cut(random) for path, stored in self.files.items()}

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # type: ignore[override]  # noqa: N802  # apsw asks for its methods alone
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        flags[1] = flags[0]
        return _File(self, self.files.setdefault(path, Stored()))

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802
        return pathname in self.files and bool(self.files[pathname].seen or not pathname.endswith("-wal"))

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.step()
        self.files.pop(filename, None)

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name


class _File:
    """One open file."""

    def __init__(self, disk: CrashDisk, stored: Stored) -> None:
        self._disk = disk
        self._stored = stored

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._stored.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.step()
        _put(self._stored.seen, offset, data)
        for start in range(0, len(data), SECTOR_BYTES):
            self._stored.cached.append((offset + start, bytes(data[start : start + SECTOR_BYTES])))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.step()
        del self._stored.seen[newsize:]
        del self._stored.durable[newsize:]

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.step()
        self._stored.sync()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._stored.seen)

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR_BYTES

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802
        return False

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xLock(self, level: int) -> None:  # noqa: N802
        return

    def xUnlock(self, level: int) -> None:  # noqa: N802
        return

    def xClose(self) -> None:  # noqa: N802
        return


def _put(held: bytearray, offset: int, data: bytes) -> None:
    if len(held) < offset:
        held.extend(bytes(offset - len(held)))
    held[offset : offset + len(data)] = data
