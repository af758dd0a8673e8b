"""The sync log exported at the server's console: onto a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from server_sync.central.desk.sync_log import CONSOLE, Asked, begin_export
from server_sync.desk.sync_log.export import Format, watched
from server_sync.records.replica import Replica


class ExportRefusedError(Exception):
    """It cannot be exported so; the message says why."""


class CancelledExportError(Exception):
    """Whoever watches it wanted no more of it; no file was left."""


def export_to_file(
    replica: Replica, asked: Asked, kind: Format, path: Path, on_progress: Callable[[int, int], bool]
) -> int:
    """Write the export beside `path` and move it there once it is durable; how many entries it has.

    `on_progress(done, of)` is called after every few thousand; whoever answers False cancels: CancelledExportError.
    Whatever ends it early (that, Ctrl-C, a full disk, StorageFault) leaves no file, and an older one as it was.
    """
    if asked.with_bodies and kind is Format.PDF:
        raise ExportRefusedError("bodies come as CSV or JSON Lines")
    export = begin_export(replica, CONSOLE, asked, kind)
    if export is None:
        raise ExportRefusedError("there is no such location")
    written = 0

    def watch(done: int) -> None:
        nonlocal written
        written = done
        if not on_progress(done, export.count):
            raise CancelledExportError

    pieces = replace(export, entries=watched(export.entries, watch)).written(kind)
    with _appearing_at(path) as file:
        for piece in pieces:
            file.write(piece)
    return written


@contextlib.contextmanager
def _appearing_at(path: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the place of `path` at the end, for its owner's eyes only; gone where that never comes.

    A link's file is replaced, never the link. What is no file stays: raises ExportRefusedError.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise ExportRefusedError("that is no file")
    file = tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False)  # noqa: SIM115
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except BaseException:  # Ctrl-C too
        Path(file.name).unlink(missing_ok=True)
        raise
