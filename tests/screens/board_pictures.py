"""Write pictures of the board, for people who judge how it looks.

python -m tests.screens.board_pictures FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from server_sync.desk.queue.board import Board
from tests.screens.board_window import BoardWindow, line
from tests.screens.kiosk_window import run_on_qt

SIZES = {"wide": (1920, 1080), "tall": (1080, 1920), "small": (1024, 768)}
FEW = (line("Dr Okafor", "Room 3", 5, (15, 25)), line("Dr Lindqvist", "Room 1", 2, (5, 10)), line("", "", 8, (30, 50)))
NUMBERS = (("C 2", "Desk"), ("A 15", "Room 2"), ("A 16", "Room 3"), ("B 4", "Room 1"), ("A 17", "Room 3"))


os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"


def main() -> None:
    """Every state in English, the full board in every language."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        for language in ("en", "fr", "ar", "hi", "zh", "es") if size == "wide" else ("en", "ar"):
            take(folder, size, language)


def take(folder: Path, size: str, language: str) -> None:
    """The board through its day."""
    window = BoardWindow(*SIZES[size])
    window.shell.speak(language)
    window.pass_time(1)
    window.save(folder, f"{size}-{language}-empty")
    for number, room in NUMBERS:
        window.desk.call(number, room)
        window.pass_time(10)
    window.desk.show(Board(window.desk.now.calls, FEW))
    window.pass_time(2)
    window.save(folder, f"{size}-{language}-calling")
    window.desk.show(Board(window.desk.now.calls, tuple(line(f"Dr Featherstonehaugh {n}") for n in range(12))))
    window.shell.set_connection(offline=True, pending=0)
    window.pass_time(3)
    window.save(folder, f"{size}-{language}-many")
    window.pass_time(60)
    window.save(folder, f"{size}-{language}-stale")
    window.close()


if __name__ == "__main__":
    run_on_qt(main)
