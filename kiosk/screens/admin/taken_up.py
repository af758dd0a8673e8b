"""Settings that the admin's own window takes up as soon as they are kept; all others wait for the next start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QUrl

from kiosk.screens.surface import Surface

PRIMARY, LOGO, DEFAULT_LANGUAGE = "clinic.primary_colour", "clinic.logo", "clinic.default_language"
AT_ONCE = frozenset({PRIMARY, LOGO, DEFAULT_LANGUAGE})


def take_up(shell: Surface, name: str, value: str) -> None:
    """Let the window look and speak as the setting says, where it is one of these. Other programs go on as they are."""
    if name == PRIMARY:
        shell.look_like(replace(shell.clinic, primary_colour=value))
    elif name == LOGO:
        shell.look_like(replace(shell.clinic, logo=QUrl.fromLocalFile(value).toString() if value else ""))
    elif name == DEFAULT_LANGUAGE:
        shell.look_like(replace(shell.clinic, default_language=value))
        shell.speak(value)
