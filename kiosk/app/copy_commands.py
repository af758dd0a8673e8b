"""`python -m kiosk backup` and `restore`: copies of the records without any screen, for a timer or a bare machine."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kiosk.app.command_line import FAILED, WRONG_USE, taken_apart
from kiosk.app.settings import Settings

Made = TypeVar("Made")

WORDS = {
    "not_opened": "The passphrase is another one, or the file is no copy of Anteroom's records. Nothing was changed.",
    "damaged": "The copy is damaged: a part of it is torn or missing. Nothing was changed.",
    "newer": "A newer version of Anteroom made this copy: install that version first. Nothing was changed.",
    "too_weak": "The passphrase is too easy to guess: take at least 12 characters, 6 of them different.",
}


def backup(arguments: Sequence[str]) -> int:
    """Keep a copy of the records in the folder that `--to` names."""
    own, settings = taken_apart(arguments, ("--to", "--passphrase-file"))
    if settings is None:
        return WRONG_USE
    if not own.get("--to"):
        sys.stderr.write("backup needs --to FOLDER\n")
        return WRONG_USE
    from kiosk.app.copies import Kept, keep_copy

    folder = Path(own["--to"])
    made = _try(
        lambda: keep_copy(settings, folder, _passphrase(own, twice=True), datetime.now().astimezone(), lambda _: None)
    )
    if not isinstance(made, Kept):
        return _say(made)
    rows = sum(made.label.rows.values())
    sys.stdout.write(f"Kept {made.file}: opened, checked, and {rows} rows counted.\n")
    return 0


def restore(arguments: Sequence[str]) -> int:
    """Put a copy back."""
    named = [one for one in arguments[:1] if not one.startswith("--")]
    own, settings = taken_apart(arguments[len(named) :], ("--passphrase-file",), joining=True)
    if settings is None:
        return WRONG_USE
    if not named:
        sys.stderr.write("restore needs the FILE of a copy\n")
        return WRONG_USE
    label = _try(lambda: _put_back(settings, Path(named[0]), own))
    if label is None or isinstance(label, str):
        return _say(label)
    sys.stdout.write(
        "The copy was opened, checked and counted. The next start takes it and keeps what stands here now, under "
        "another name; at its server this machine goes on under a new series of numbers.\n"
    )
    return 0


def _put_back(settings: Settings, file: Path, own: dict[str, str]) -> object:
    from kiosk.app.copies import make_ready

    return make_ready(settings, file, _passphrase(own, twice=False), lambda _percent: None)


def _passphrase(own: dict[str, str], *, twice: bool) -> str:
    if own.get("--passphrase-file"):
        return Path(own["--passphrase-file"]).read_text("utf-8").rstrip("\r\n")
    typed = getpass.getpass("Passphrase of the copy: ")
    if twice and getpass.getpass("Once more: ") != typed:
        raise OSError("the two passphrases differ")
    return typed


def _try(act: Callable[[], Made]) -> Made | None:
    """What came of it; None where it could not be done, which was said."""
    from kiosk.app.open_records import sentence
    from kiosk.app.secrets import KeyMissingError, NoSafeStorageError
    from server_sync.protocol.faults import Fault

    try:
        return act()
    except (Fault, KeyMissingError, NoSafeStorageError, OSError, UnicodeDecodeError) as error:
        sys.stderr.write(sentence(error.message if isinstance(error, Fault) else str(error)) + "\n")
        return None


def _say(refused: object) -> int:
    if isinstance(refused, str):
        sys.stderr.write(WORDS[refused] + "\n")
    return FAILED
