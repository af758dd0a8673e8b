"""What can be looked at: any face's window while one of its scenes stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow


class Shown(Protocol):
    """A window of any face."""

    @property
    def quick(self) -> QQuickWindow:
        """The window with its items."""
        ...

    def picture(self) -> QImage:
        """What it shows."""
        ...


Look = Callable[[Shown, str], None]
"""Told of each scene by its name, while it stands."""
