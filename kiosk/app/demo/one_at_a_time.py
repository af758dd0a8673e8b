"""One demo in a folder at a time: two would write the same settings and answer with the same records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kiosk.app.demo.programs import ProgramError


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder, which is made where it is missing. Raises `ProgramError` where another demo holds it.

    The operating system lets go of it with the process, however that ends: no lock is ever stale.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "in-use").open("a", encoding="ascii") as file:
        try:
            _lock(file)
        except OSError:
            raise ProgramError(
                f"another demo runs in {folder.absolute()}; end it, or name another folder with --folder"
            ) from None
        yield


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
