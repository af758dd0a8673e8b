"""The sound with which a call for help comes to a desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.screens.resource_files import RESOURCES

if TYPE_CHECKING:
    from kiosk.devices.speech import Voice

SOUND = RESOURCES / "sounds" / "attention.wav"


def quiet_sound() -> Callable[[], None]:
    """What plays it, on this machine's own player; nothing is heard where there is none. For the UI thread."""
    found: list[Voice | None] = []

    def play() -> None:
        if not found:
            from kiosk.devices.speech import voice_here

            found.append(voice_here())
        if found[0] is not None:
            found[0].chime(SOUND)

    return play
