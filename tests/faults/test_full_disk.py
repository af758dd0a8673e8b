"""The disk is full: nothing is acknowledged that was not kept, people are told, and all goes on when there is room.

Where this user may mount, a small file system is filled to its last byte; everywhere, strace answers each write of the
process with ENOSPC. What cannot be mounted is left out and not skipped: the traced case says the same.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.faults.lobby import Lobby, eventually, lobby
from tests.faults.tracing import full_disk

PATIENCE_S = 30.0
SMALL_DISK = "12m"


def may_mount() -> bool:
    """Whether this user may mount a file system here; a container's root often may not."""
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Not a byte is free there for a while."""
    ballast = disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"\0" * 65_536):
            continue
    with contextlib.suppress(OSError), ballast.open("ab", buffering=0) as file:
        while file.write(b"\0"):
            continue
    yield
    ballast.unlink()


Filling = Callable[[Lobby], AbstractContextManager[None]]


@pytest.fixture(params=["traced", *(["mounted"] if may_mount() else [])])
def of_kiosk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Lobby, Filling]]:
    """A kiosk whose disk can be full."""
    with contextlib.ExitStack() as stack:
        stand = stack.enter_context(lobby(tmp_path, f"sqlite:///{tmp_path}/centre.db", 1))
        (kiosk,) = stand.kiosks
        if request.param == "mounted":
            disk = stack.enter_context(small_disk(tmp_path / "disk"))
            moved = disk / "kiosk.db"
            moved.write_bytes(kiosk.folder.records.read_bytes())
            kiosk.folder.records.unlink()
            kiosk.folder.records.symlink_to(moved)
            yield stand, lambda _stand: filled(disk)
        else:
            yield stand, lambda stand: full_disk(stand.kiosks[0].pid)


def test_kiosk_with_a_full_disk_says_so_and_goes_on_when_there_is_room(of_kiosk: tuple[Lobby, Filling]) -> None:
    stand, fill = of_kiosk
    (kiosk,) = stand.kiosks
    stand.open_to_people()
    with fill(stand):
        eventually(lambda: kiosk.folder.faults.exists(), PATIENCE_S)
        eventually(lambda: len(kiosk.folder.faults.read_text().split()) >= 5, PATIENCE_S)
        told = len(kiosk.acknowledged())
        eventually(lambda: len(kiosk.folder.faults.read_text().split()) >= 10, PATIENCE_S)
        assert len(kiosk.acknowledged()) == told, "acknowledged on a full disk"
        assert stand.nursery.is_running(kiosk.pid)
    eventually(lambda: len(kiosk.acknowledged()) >= told + 10, PATIENCE_S)
    stand.rest()
    found = stand.findings(PATIENCE_S)
    assert not found.all, found
    assert set(kiosk.folder.faults.read_text().split()) == {"disk_full"}


def test_server_with_a_full_disk_takes_nothing_and_loses_nothing(tmp_path: Path) -> None:
    with lobby(tmp_path, f"sqlite:///{tmp_path}/centre.db", 2) as stand:
        stand.open_to_people()
        with full_disk(stand.server_pid):
            before = sum(len(kiosk.acknowledged()) for kiosk in stand.kiosks)
            eventually(lambda: sum(len(kiosk.acknowledged()) for kiosk in stand.kiosks) >= before + 20, PATIENCE_S)
            assert stand.waiting() >= 20
        stand.rest()
        found = stand.findings(PATIENCE_S)
        assert not found.all, found
