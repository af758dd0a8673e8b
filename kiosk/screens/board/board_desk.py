"""What the board asks of this machine: the queue as everybody may see it, and a voice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from server_sync.desk.queue.board import Board


class BoardDesk(Protocol):
    """Kept by `kiosk.app.board` on the records' thread, and by a fake in tests. Called on the UI thread."""

    async def board(self) -> Board:
        """The board as it stands. Raises Fault, such as before the first records have come."""
        ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Have `changed` called on the UI thread whenever the records changed."""
        ...


class BoardVoice(Protocol):
    """As much of `kiosk.devices.speech.Voice` as the board needs."""

    def say(self, text: str, language: str) -> None:
        """Say it after all that waits."""
        ...

    def chime(self, sound: Path) -> None:
        """Play a WAV file, in its turn."""
        ...

    def tell(self, done: Callable[[], None]) -> None:
        """Have `done` called, on whatever thread, once all before it has been heard."""
        ...
