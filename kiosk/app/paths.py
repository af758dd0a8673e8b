"""Where this machine keeps settings, records and logs: XDG on Linux, the platform's own folders elsewhere.

By hand rather than through `platformdirs`: four folders on three systems are fewer lines than one more locked package.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER_NAME = "anteroom"


@dataclass(frozen=True, slots=True)
class Places:
    """The default places of one user on one machine; settings may name others. Nothing is created here."""

    settings_file: Path
    records: Path
    """Folder of the database and of what is kept beside it."""
    logs: Path


def default_places(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> Places:
    """Name the folders; a relative XDG path is ignored, as its specification says."""
    home = home or Path.home()
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData/Local") / FOLDER_NAME
        return Places(local / "kiosk.toml", local / "records", local / "logs")
    if platform == "darwin":
        support = home / "Library/Application Support" / FOLDER_NAME
        return Places(support / "kiosk.toml", support / "records", home / "Library/Logs" / FOLDER_NAME)
    return Places(
        _xdg(environment, "XDG_CONFIG_HOME", home / ".config") / "kiosk.toml",
        _xdg(environment, "XDG_DATA_HOME", home / ".local/share"),
        _xdg(environment, "XDG_STATE_HOME", home / ".local/state") / "logs",
    )


def _xdg(environment: Mapping[str, str], variable: str, fallback: Path) -> Path:
    named = Path(environment.get(variable, ""))
    return (named if named.is_absolute() else fallback) / FOLDER_NAME
