"""What the board's web page announces and shows, in which order: its own script, run by Qt's JavaScript."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine

from server_sync.central.board_page import board_words


class ScriptedBoard:
    """The page's own board, in Qt's JavaScript: calls are told at seconds of a minute, by the server's clock."""

    def __init__(self) -> None:
        self._engine = QJSEngine()
        self.run((files("resources") / "board_page" / "board.js").read_text("utf-8"))
        self.run("var board = new Board();")

    def run(self, code: str) -> Any:
        """What an expression comes to; nothing for a statement, which ends with a semicolon."""
        is_statement = code.rstrip().endswith(("}", ";"))
        result: Any = self._engine.evaluate(code if is_statement else f"JSON.stringify({code})")
        assert not result.isError(), result.toString()
        return None if is_statement else json.loads(result.toString())

    def told(self, *calls: dict[str, Any], at_s: int) -> None:
        self.run(f"board.told({json.dumps({'now': moment(at_s), 'calls': calls, 'lines': []})});")

    def called(self, call: dict[str, Any], at_s: int) -> None:
        self.run(f"board.called({json.dumps(call)}, Date.parse({moment(at_s)!r}));")

    def announcements(self) -> list[str]:
        """All that is announced now, one after the other."""
        numbers = []
        while (call := self.run("(board.announced(), board.next())")) is not None:
            numbers.append(call["short_number"])
        return numbers

    @property
    def shown(self) -> list[str]:
        return [call["short_number"] for call in self.run("board.shown")]


def moment(second: int) -> str:
    return f"2026-03-09T09:{second // 60:02d}:{second % 60:02d}.000000Z"


def call_of(number: str, at_s: int, *, again: int = 0, is_missed: bool = False) -> dict[str, Any]:
    return {
        "short_number": number,
        "room": "Room 3",
        "called_at": moment(at_s),
        "recall_count": again,
        "is_missed": is_missed,
    }


@pytest.fixture
def board(qapp: QCoreApplication) -> ScriptedBoard:
    """Switched on while B 1 and B 2 stand there."""
    board = ScriptedBoard()
    board.told(call_of("B 2", 20), call_of("B 1", 10), at_s=25)
    return board


def test_what_stood_there_before_is_shown_and_not_announced(board: ScriptedBoard) -> None:
    assert (board.shown, board.announcements()) == (["B 2", "B 1"], [])


def test_calls_are_announced_one_after_the_other_in_their_order(board: ScriptedBoard) -> None:
    for number in ("B 3", "B 4", "B 5"):
        board.called(call_of(number, 30), at_s=31)
    assert board.run("board.next().short_number") == "B 3"
    assert board.run("board.next()") is None
    assert board.shown == ["B 3", "B 2", "B 1"]
    assert board.announcements() == ["B 4", "B 5"]
    assert board.shown == ["B 5", "B 4", "B 3", "B 2", "B 1"]


def test_call_that_is_told_twice_is_announced_once_and_a_recall_again(board: ScriptedBoard) -> None:
    board.called(call_of("B 3", 30), at_s=31)
    board.told(call_of("B 3", 30), call_of("B 2", 20), call_of("B 1", 10), at_s=32)
    assert board.announcements() == ["B 3"]
    board.called(call_of("B 1", 50, again=1), at_s=50)
    assert board.announcements() == ["B 1"]
    assert board.shown == ["B 1", "B 3", "B 2"]


def test_calls_of_a_while_ago_are_shown_and_not_shouted(board: ScriptedBoard) -> None:
    board.told(call_of("B 4", 170), call_of("B 3", 100), call_of("B 2", 20), at_s=200)
    assert board.announcements() == ["B 4"]
    assert board.shown == ["B 4", "B 3", "B 2"]


def test_call_that_was_undone_leaves_the_board_before_and_after_it_is_announced(board: ScriptedBoard) -> None:
    board.called(call_of("B 3", 30), at_s=31)
    board.told(call_of("B 2", 20), at_s=33)
    assert (board.announcements(), board.shown) == ([], ["B 2"])


def test_who_did_not_come_is_asked_to_the_desk_without_a_word_aloud(board: ScriptedBoard) -> None:
    board.told(call_of("B 3", 35, again=3, is_missed=True), call_of("B 2", 20), call_of("B 1", 10), at_s=40)
    assert board.announcements() == []
    assert board.run("board.shown[0].is_missed") is True


def test_board_is_stale_from_fifteen_seconds_after_the_last_word_on(board: ScriptedBoard) -> None:
    assert board.run("board.isStale(0)") is True
    board.run("board.heard(1000);")
    assert board.run("[board.isStale(16000), board.isStale(16001), board.secondsAgo(16001)]") == [False, True, 15]


def test_call_is_spoken_in_each_language_with_its_room_or_to_the_desk(board: ScriptedBoard) -> None:
    words = json.dumps(board_words())
    there, nowhere = json.dumps(call_of("B 17", 0)), json.dumps(call_of("B 17", 0) | {"room": ""})
    assert board.run(f"spoken({there}, ['en', 'fr'], {words})")[0] == {
        "language": "en",
        "text": "Number B 17, please go to Room 3.",
    }
    assert board.run(f"spoken({nowhere}, ['en'], {words})")[0]["text"] == "Number B 17, please come to the desk."
