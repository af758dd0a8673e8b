"""The scenes of the waiting room's board, for pictures of them and for whoever checks how they look."""

from __future__ import annotations

from server_sync.desk.queue.board import Board
from tests.screens.board_window import BoardWindow, line
from tests.screens.looked_at import Look

SIZES = {"landscape": (1920, 1080), "portrait": (1080, 1920), "small": (1024, 768)}
FEW = (line("Dr Okafor", "Room 3", 5, (15, 25)), line("Dr Lindqvist", "Room 1", 2, (5, 10)), line("", "", 8, (30, 50)))
NUMBERS = (("C 2", "Desk"), ("A 15", "Room 2"), ("A 16", "Room 3"), ("B 4", "Room 1"), ("A 17", "Room 3"))


def take(look: Look, language: str, width: int, height: int) -> None:
    """The board through its day."""
    window = BoardWindow(width, height)
    window.shell.speak(language)
    window.pass_time(1)
    look(window, "empty")
    for number, room in NUMBERS:
        window.desk.call(number, room)
        window.pass_time(10)
    window.desk.show(Board(window.desk.now.calls, FEW))
    window.pass_time(2)
    look(window, "calling")
    window.desk.show(Board(window.desk.now.calls, tuple(line(f"Dr Featherstonehaugh {n}") for n in range(12))))
    window.shell.set_connection(offline=True, pending=0)
    window.pass_time(3)
    look(window, "many")
    window.pass_time(60)
    look(window, "stale")
    window.close()
