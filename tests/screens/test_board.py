"""The waiting room: who is called is seen and heard, each in turn, and old news says that it is old."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from server_sync.desk.queue.board import Board
from tests.screens.board_pictures import SIZES, take
from tests.screens.board_window import BoardWindow, line
from tests.screens.legible import illegible
from tests.screens.said import said

Open = Callable[..., BoardWindow]


@pytest.fixture
def open_board(asyncio_on_qt: None) -> Iterator[Open]:
    opened: list[BoardWindow] = []

    def open_one(*size: int, **how: object) -> BoardWindow:
        opened.append(BoardWindow(*size, **how))  # type: ignore[arg-type]  # passed on as they come
        return opened[-1]

    yield open_one
    for window in opened:
        warnings = window.warnings
        window.close()
        assert warnings == []


@pytest.fixture
def board(open_board: Open) -> BoardWindow:
    return open_board()


def test_whoever_is_called_sees_their_number_with_its_room_and_hears_it(board: BoardWindow) -> None:
    board.desk.call("A 17", "Room 3")
    board.pass_time(0)
    assert {"Now calling", "A 17", "Room 3"} <= set(board.names())
    assert board.voice.said == [("chime.wav", ""), ("Number A 17, please go to Room 3.", "en")]


def test_calls_are_said_in_the_languages_of_the_clinic_one_after_the_other(open_board: Open) -> None:
    board = open_board(spoken=("fr", "ar"))
    board.desk.call("A 17", "Salle 3")
    board.pass_time(0)
    assert [language for _, language in board.voice.said] == ["", "fr", "ar"]


def test_two_who_are_called_at_once_each_stand_in_front_for_their_time(board: BoardWindow) -> None:
    board.desk.call("A 17", "Room 3")
    board.desk.call("A 18", "Room 1")
    board.pass_time(0)
    assert "A 17" in board.names()
    assert "A 18" not in board.names(), "the second is not given away before its turn"
    board.pass_time(9)
    assert board.in_front == "A 18"
    assert {"A 17", "A 18"} <= set(board.names())
    assert [words for words, language in board.voice.said if language] == [
        "Number A 17, please go to Room 3.",
        "Number A 18, please go to Room 1.",
    ]


def test_the_next_call_comes_when_the_one_before_has_been_said_to_its_end(board: BoardWindow) -> None:
    board.voice.takes_its_time = True
    board.desk.call("A 17", "Room 3")
    board.desk.call("A 18", "Room 1")
    board.pass_time(20)
    assert board.in_front == "A 17", "it is still being said"
    board.voice.end()
    board.pass_time(0)
    assert board.in_front == "A 18"


def test_a_voice_that_never_comes_to_its_end_holds_nobody_up(board: BoardWindow) -> None:
    board.voice.takes_its_time = True
    board.desk.call("A 17", "Room 3")
    board.desk.call("A 18", "Room 1")
    board.pass_time(46)
    assert board.in_front == "A 18"


def test_a_number_that_is_called_again_before_its_turn_is_said_once_with_its_last_room(board: BoardWindow) -> None:
    board.voice.takes_its_time = True
    board.desk.call("A 17", "Room 3")
    board.pass_time(0)
    board.desk.call("A 18", "Room 1")
    board.desk.call("A 18", "Room 2", recalls=1)
    board.pass_time(9)
    board.voice.end()
    board.pass_time(9)
    said = [words for words, language in board.voice.said if language]
    assert said == ["Number A 17, please go to Room 3.", "Number A 18, please go to Room 2."]


def test_a_call_that_waited_a_minute_for_others_is_shown_and_not_shouted(board: BoardWindow) -> None:
    board.voice.takes_its_time = True
    for number in ("A 17", "A 18", "A 19"):
        board.desk.call(number)
    board.pass_time(46)
    assert board.in_front == "A 18"
    board.pass_time(46)
    assert "A 19" in board.names()
    assert len([words for words, language in board.voice.said if language]) == 2


def test_a_number_that_is_called_again_is_heard_again(board: BoardWindow) -> None:
    board.desk.call("A 17")
    board.pass_time(20)
    board.desk.call("A 17", recalls=1)
    board.pass_time(0)
    assert len([words for words, language in board.voice.said if language]) == 2


def test_a_board_that_starts_in_the_middle_of_the_day_shouts_nothing_old(board: BoardWindow, open_board: Open) -> None:
    board.desk.call("A 17")
    fresh = open_board(standing=board.desk.now)
    fresh.pass_time(5)
    assert fresh.in_front == "A 17"
    assert fresh.voice.said == []


def test_a_call_that_comes_late_is_shown_and_not_shouted(board: BoardWindow) -> None:
    board.desk.call("A 17")
    board.pass_time(0)
    heard = len(board.voice.said)
    late = board.desk.now
    board.desk.now = Board((), ())
    board.pass_time(90)
    board.desk.show(late)
    board.pass_time(0)
    assert "A 17" in board.names()
    assert len(board.voice.said) == heard


def test_after_a_minute_nobody_is_being_called_any_more(board: BoardWindow) -> None:
    board.desk.call("A 17")
    board.pass_time(0)
    board.pass_time(61)
    assert "Last called" in board.names()
    assert "A 17" in board.names()


def test_below_stand_the_four_before(board: BoardWindow) -> None:
    for number in ("A 1", "A 2", "A 3", "A 4", "A 5", "A 6"):
        board.desk.call(number)
        board.pass_time(9)
    assert board.in_front == "A 6"
    assert {"A 5", "A 4", "A 3", "A 2"} <= set(board.names())
    assert "A 1" not in board.names()


def test_every_line_says_how_many_wait_and_how_long_it_may_take(board: BoardWindow) -> None:
    lines = (line("Dr Okafor", "Room 3", 5, (15, 25)), line("Dr Haddad", "Room 2", 1, None), line("", "", 2, (0, 10)))
    board.desk.show(Board((), lines))
    board.pass_time(0)
    shown = set(board.names())
    assert {"Dr Okafor", "Room 3  ·  5 waiting", "15–25 min", "not known", "Whoever is free", "up to 10 min"} <= shown


def test_more_doctors_than_fit_turn_like_pages(board: BoardWindow) -> None:
    board.desk.show(Board((), tuple(line(f"Dr {place:02}") for place in range(12))))
    board.pass_time(0)
    board.frame()
    first = {name for name in board.names() if name.startswith("Dr ")}
    assert 3 <= len(first) < 12
    assert any(" of " in name for name in board.names())


def test_a_board_that_hears_nothing_says_so_after_a_quarter_of_a_minute(board: BoardWindow) -> None:
    board.desk.call("A 17")
    board.pass_time(1)
    board.shell.set_connection(offline=True, pending=0)
    board.pass_time(14)
    assert "This board is not up to date" not in board.names()
    board.pass_time(6)
    assert "This board is not up to date" in board.names()
    board.shell.set_connection(offline=False, pending=0)
    board.pass_time(6)
    assert "This board is not up to date" not in board.names()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("number", ["A 17", "B 117"])
def test_the_newest_call_takes_at_least_15_percent_of_the_height_of_a_lying_screen(
    open_board: Open, size: tuple[int, int], number: str
) -> None:
    board = open_board(*size)
    board.desk.call(number)
    board.pass_time(0)
    board.frame()
    line_box = board.wait_for(
        number
    ).rect.height()  # 1.2 em, of which the digits are 0.68; upright, four fill the width
    assert 0.68 / 1.2 * line_box >= 0.15 * min(size)


@pytest.mark.usefixtures("asyncio_on_qt")
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_all_that_a_board_says_can_be_read(language: str, size: tuple[int, int]) -> None:
    wrong: list[str] = []
    take(lambda window, scene: wrong.extend(f"{scene}: {one}" for one in illegible(window.quick)), language, *size)
    assert not wrong


@pytest.mark.parametrize("language", ["es", "fr", "hi", "ar", "zh"])
def test_the_board_speaks_every_language(board: BoardWindow, language: str) -> None:
    board.shell.speak(language)
    board.desk.call("A 17")
    board.pass_time(0)
    assert said(language, "Now calling") in board.names()
