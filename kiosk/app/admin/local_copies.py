"""Copies of this machine's records on its disks and sticks."""

from __future__ import annotations

import logging
import os
import secrets
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from kiosk.app.admin.errands import Step, on_a_thread, run_errand
from kiosk.app.settings import Settings
from kiosk.screens.admin.desks import Errand, Found, GivenUp, KeptCopy, Refused

Answer = TypeVar("Answer")

log = logging.getLogger(__name__)

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""No two signs that look alike."""
GROUPS, GROUP = 6, 4
"""119 bits."""
STICKS = ("/media", "/run/media", "/mnt", "/Volumes")


class LocalCopies:
    """Implements `kiosk.screens.admin.desks.CopiesDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(self, settings: Settings, home: Path | None = None, *, actor: Callable[[], str] = lambda: "") -> None:
        """`home` is where copies go without a stick; `actor` is whoever is signed in."""
        self._actor = actor
        self._settings = settings
        self._home = home or Path.home()

    async def folders(self) -> tuple[Path, ...]:
        """See `CopiesDesk.folders`."""
        return await on_a_thread(lambda: (*_sticks(), self._home))

    async def found(self, folder: str) -> tuple[Found, ...]:
        """See `CopiesDesk.found`."""
        return await on_a_thread(lambda: _found(Path(folder)))

    async def keep(self, folder: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        """See `CopiesDesk.keep`."""

        def keep(step: Step) -> KeptCopy | Refused:
            from kiosk.app.copies import Kept, keep_copy

            now = datetime.now().astimezone()
            made = keep_copy(self._settings, Path(folder), passphrase, now, lambda percent: step(percent, 0))
            return _told(made.file, made.label) if isinstance(made, Kept) else Refused(made.value)

        actor = self._actor()
        answer = await run_errand(errand, lambda step: _try(lambda: keep(step)))
        return _noted("a copy of the records was kept", actor, answer)

    async def try_out(self, file: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        """See `CopiesDesk.try_out`."""

        def look(step: Step) -> KeptCopy | Refused:
            from server_sync.records.kept_copy import check_copy

            return _told(Path(file), check_copy(Path(file), passphrase, lambda percent: step(percent, 0)))

        return await run_errand(errand, lambda step: _try(lambda: look(step)))

    async def put_back(self, file: str, passphrase: str, errand: Errand) -> KeptCopy | Refused | GivenUp:
        """See `CopiesDesk.put_back`."""

        def put_back(step: Step) -> KeptCopy | Refused:
            from kiosk.app.copies import make_ready

            made = make_ready(self._settings, Path(file), passphrase, lambda percent: step(percent, 0))
            return _told(Path(file), made)

        actor = self._actor()
        answer = await run_errand(errand, lambda step: _try(lambda: put_back(step)))
        return _noted("a copy of the records was made ready to be put back", actor, answer)

    def invent_passphrase(self) -> str:
        """See `CopiesDesk.invent_passphrase`."""
        groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
        return "-".join(groups)


def _noted(what: str, actor: str, answer: Answer) -> Answer:
    """On record with who did it; the file's name names nobody."""
    if isinstance(answer, KeptCopy):
        log.warning(what, extra={"file": answer.file.name, "actor": actor})
    return answer


def _try(act: Callable[[], Answer]) -> Answer | Refused:
    from kiosk.app.secrets import KeyMissingError, NoSafeStorageError
    from server_sync.protocol.faults import StorageFault

    try:
        return act()
    except StorageFault as fault:
        return Refused(fault.code, fault.message)
    except (KeyMissingError, NoSafeStorageError) as error:
        return Refused("no_key", str(error))


def _told(file: Path, label: object) -> KeptCopy | Refused:
    from server_sync.records.kept_copy import Label, WhyNot

    if isinstance(label, WhyNot):
        return Refused(label.value)
    if not isinstance(label, Label):
        raise TypeError("a copy is told by its label")
    rows = label.rows
    return KeptCopy(
        file,
        label.made_at,
        label.place,
        label.device,
        rows.get("patients", 0),
        rows.get("appointments", 0),
        sum(rows.values()),
        file.stat().st_size,
    )


def _found(folder: Path) -> tuple[Found, ...]:
    from kiosk.app.copies import ENDING

    found = []
    try:
        for file in folder.glob(f"*{ENDING}"):
            stands = file.stat()
            found.append(Found(file, stands.st_size, datetime.fromtimestamp(stands.st_mtime, UTC)))
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda one: one.changed_at, reverse=True))


def _sticks() -> list[Path]:
    """Disks that somebody has put in, as far as they may be written."""
    if sys.platform == "win32":
        drives = [Path(f"{letter}:/") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
        return [drive for drive in drives if drive.exists()]
    tops = [Path(top) for top in STICKS]
    inside = [folder for top in tops if top.is_dir() for folder in (*top.iterdir(), *_next(top))]
    return sorted({folder for folder in inside if folder.is_mount() and os.access(folder, os.W_OK)})


def _next(top: Path) -> list[Path]:
    """`/media/USER/STICK` is one deeper than `/mnt/STICK`."""
    found: list[Path] = []
    for folder in top.iterdir():
        try:
            found += [one for one in folder.iterdir() if one.is_dir()]
        except OSError:
            continue
    return found
