"""What a worker asks of the machine around it; all of it is handed in, so that a simulation owns it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server_sync.records.disk_space import FreeBytes, unknown
from server_sync.worker.courier import nobody
from server_sync.worker.renewal import KeepKey


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The screen, the disk and the keys of the machine that a worker runs on."""

    somebody_is_there: Callable[[], bool] = nobody
    """Whether a person is at the screen: then the lock is held for a few milliseconds at a time."""
    free_bytes: FreeBytes = unknown
    """Room on the disk of the records."""
    tells_waits: bool = True
    """Whether it tells people their wait: then it asks what was learned of that."""
    keep_key: KeepKey | None = None
    """Where a new key is kept; without it a device that went back in time waits for a person."""
