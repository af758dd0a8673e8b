"""How much room is left for the records: who acknowledges must know before it fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

FreeBytes = Callable[[], int | None]
"""Bytes that may still be written; None where nobody can tell. Handed in, so that a test can fill a disk."""

LEAST_FREE_BYTES = 32 * 2**20
"""Below it nothing new is acknowledged: what was begun, its log and a checkpoint of it still have room."""

LEAST_FREE_TO_PULL_BYTES = 2 * LEAST_FREE_BYTES
"""Below it a device takes no more rows: what is left is for what people do at it."""


def free_bytes_beside(path: Path) -> FreeBytes:
    """Ask the disk that holds `path`; costs microseconds."""

    def free() -> int | None:
        try:
            disk = os.statvfs(path.parent)
        except (OSError, AttributeError):  # gone for a moment, or a system without it
            return None
        return disk.f_bavail * disk.f_frsize

    return free


def unknown() -> None:
    """Where there is no disk to ask."""
    return
