"""The queue board as a receptionist and a nurse work with it: by name, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.reception.queue import QueueScreen
from kiosk.screens.reception.queue_lines import LineRole
from server_sync.clinic.queue_policy import Policy
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.protocol.faults import Fault
from tests.fakes.queue_desk import HADDAD, LINDQVIST, FakeQueueDesk, someone
from tests.fakes.staff_desk import NURSE, SAM
from tests.screens.legible import illegible
from tests.screens.staff_window import StaffWindow

MEERA, PAVEL, LIAN, RANA, INES = 18, 12, 6, 5, 22


class Board:
    """A board in front of somebody who is signed in: Dr Haddad's line is F1, Dr Lindqvist's F2, Dr Okafor's F3."""

    def __init__(self, desk: FakeQueueDesk, *, size: tuple[int, int] = (1920, 1080)) -> None:
        self.desk = desk
        self.window = StaffWindow(*size, sections=lambda shell: (QueueScreen(shell, desk),))

    @property
    def screen(self) -> QueueScreen:
        screen = self.window.shell.sections[0]
        assert isinstance(screen, QueueScreen)
        return screen

    def key(self, key: Qt.Key, *, times: int = 1) -> None:
        for _ in range(times):
            self.window.press_key(key)

    def choose(self, name: str) -> None:
        """With the arrow keys, from the first line on."""
        self.key(Qt.Key.Key_Left, times=4)
        for _ in range(4):
            for _ in range(6):
                if by_name.is_shown(self.window.window, f"A {self.place(name)}  ·  {name}"):
                    return
                self.key(Qt.Key.Key_Down)
            self.key(Qt.Key.Key_Up, times=6)
            self.key(Qt.Key.Key_Right)
        raise AssertionError(f"{name} cannot be reached: {self.window.names()}")

    def place(self, name: str) -> int:
        return next(place.id for place in self.desk.places.values() if place.name == name)

    def status(self, place: int) -> QueueStatus:
        return self.desk.places[place].status

    def says(self, words: str) -> None:
        self.window.wait_for(words)


@pytest.fixture
def open_board(asyncio_on_qt: None) -> Iterator[Callable[..., Board]]:
    opened: list[Board] = []

    def open_one(role: Role = Role.NURSE, **how: object) -> Board:
        desk = FakeQueueDesk(role=role)
        desk.add(
            someone(MEERA, "Meera Iyer", 22, triage_level=3),
            someone(PAVEL, "Pavel Novak", 48, triage_level=4),
            someone(LIAN, "Lian Chen", 9),
            someone(RANA, "Rana Haddad", 3, LINDQVIST),
            someone(INES, "Ines Duarte", 2, None),
        )
        board = Board(desk, **how)  # type: ignore[arg-type]  # passed on as they come
        opened.append(board)
        board.window.sign_in(NURSE if role is Role.NURSE else SAM)
        return board

    yield open_one
    for board in opened:
        board.desk.gate.set()
        warnings = board.window.warnings
        board.window.close()
        assert warnings == []


@pytest.fixture
def board(open_board: Callable[..., Board]) -> Board:
    return open_board()


def test_one_key_calls_the_next_person_of_a_doctor_and_says_who_that_was(board: Board) -> None:
    board.key(Qt.Key.Key_F3)

    board.says("A 18 was called to Room 3")
    assert board.status(MEERA) is QueueStatus.CALLED


def test_whoever_was_called_next_is_chosen_so_that_the_next_key_is_about_them(board: Board) -> None:
    board.choose("Rana Haddad")
    board.key(Qt.Key.Key_F3)
    board.key(Qt.Key.Key_S)

    assert board.status(MEERA) is QueueStatus.IN_CONSULTATION
    board.says("A 18  ·  Meera Iyer")


def test_a_tap_on_a_doctors_button_calls_as_the_key_does(board: Board) -> None:
    board.window.tap("Call next for Dr Lindqvist")
    board.window.settle()

    assert board.status(RANA) is QueueStatus.CALLED


def test_a_visit_is_led_from_call_to_completion_by_keys_alone(board: Board) -> None:
    board.choose("Meera Iyer")
    board.key(Qt.Key.Key_Return)
    assert board.status(MEERA) is QueueStatus.CALLED
    board.key(Qt.Key.Key_S)
    assert board.status(MEERA) is QueueStatus.IN_CONSULTATION
    board.key(Qt.Key.Key_C)

    assert board.status(MEERA) is QueueStatus.COMPLETED
    board.says("A 18: visit completed")


def test_a_step_taken_by_mistake_is_taken_back_with_one_key_and_so_is_the_one_before(board: Board) -> None:
    board.choose("Meera Iyer")
    board.key(Qt.Key.Key_P)
    assert board.desk.places[MEERA].held_back is HeldBack.PARKED
    board.choose("Rana Haddad")
    board.key(Qt.Key.Key_Return)
    assert board.status(RANA) is QueueStatus.CALLED

    board.key(Qt.Key.Key_U)
    board.says("A 5: taken back")
    board.key(Qt.Key.Key_U)

    assert board.status(RANA) is QueueStatus.WAITING
    assert board.desk.places[MEERA].held_back is None


def test_who_does_not_come_is_called_again_and_then_absent(board: Board) -> None:
    board.choose("Meera Iyer")
    board.key(Qt.Key.Key_Return)
    board.key(Qt.Key.Key_R)
    board.says("A 18 was called again")
    board.key(Qt.Key.Key_A)

    board.says("A 18 did not come and waits anew")
    assert board.desk.places[MEERA].held_back is HeldBack.ABSENT


def test_the_third_absence_takes_somebody_off_the_list_in_other_words(board: Board) -> None:
    board.desk.add(someone(MEERA, "Meera Iyer", 22, status=QueueStatus.CALLED, absent_count=2))
    board.choose("Meera Iyer")

    board.key(Qt.Key.Key_A)

    board.says("A 18 did not come the third time: off the list")


def test_whoever_is_called_before_the_others_needs_a_reason_which_stands_beside_them(board: Board) -> None:
    board.choose("Lian Chen")
    board.key(Qt.Key.Key_Return)
    board.says("Why before the others?")
    assert board.status(LIAN) is QueueStatus.WAITING
    board.key(Qt.Key.Key_2)

    assert board.status(LIAN) is QueueStatus.CALLED
    assert board.desk.places[LIAN].put_first == "In great pain"
    board.says("Put first: In great pain  ·  Reception 1")


def test_a_reason_of_ones_own_is_typed_and_an_empty_one_calls_nobody(board: Board) -> None:
    board.choose("Lian Chen")
    board.key(Qt.Key.Key_Return)
    board.window.wait_for("Another reason")
    board.window.press_until_focused("Another reason")
    board.window.press_key(Qt.Key.Key_Return, "\r")
    assert board.status(LIAN) is QueueStatus.WAITING

    board.window.keys("Fainted")
    board.window.press_key(Qt.Key.Key_Return, "\r")

    assert board.desk.places[LIAN].put_first == "Fainted"


def test_escape_takes_a_question_back_and_nothing_was_done(board: Board) -> None:
    board.choose("Lian Chen")
    board.key(Qt.Key.Key_T)
    board.says("To which doctor?")
    board.key(Qt.Key.Key_Escape)

    assert not board.window.shows("To which doctor?")
    assert "transfer" not in board.desk.calls


def test_somebody_is_handed_over_by_a_letter_and_a_digit(board: Board) -> None:
    board.choose("Lian Chen")
    board.key(Qt.Key.Key_T)
    board.key(Qt.Key.Key_1)

    assert board.desk.places[LIAN].doctor_id == HADDAD.id
    board.says("A 6 was handed over")


def test_who_waits_for_whoever_is_free_is_called_by_the_doctor_that_is_chosen(board: Board) -> None:
    board.choose("Ines Duarte")
    board.key(Qt.Key.Key_Return)
    board.says("Which doctor calls?")
    board.key(Qt.Key.Key_2)

    assert (board.desk.places[INES].doctor_id, board.status(INES)) == (LINDQVIST.id, QueueStatus.CALLED)


def test_a_nurse_sets_a_level_and_level_one_raises_an_alarm_that_says_so_in_words(board: Board) -> None:
    board.choose("Lian Chen")
    board.key(Qt.Key.Key_G)
    board.key(Qt.Key.Key_1)

    board.says("A 6 is an emergency: the alarm is raised")
    board.says("Emergency: A 6  ·  Lian Chen, see at once")


def test_the_alarm_leads_to_the_person_by_one_key(board: Board) -> None:
    board.desk.add(someone(77, "Ada Berg", 1, LINDQVIST, triage_level=1, status=QueueStatus.CALLED))
    board.says("Emergency: A 77  ·  Ada Berg, see at once")

    board.key(Qt.Key.Key_E)

    board.says("A 77  ·  Ada Berg")


def test_a_receptionist_is_not_offered_what_is_a_nurses_to_judge(open_board: Callable[..., Board]) -> None:
    board = open_board(Role.RECEPTIONIST)
    board.choose("Lian Chen")

    board.key(Qt.Key.Key_G)

    assert not board.window.shows("How urgent is it?")
    assert not board.window.shows("Level")


def test_a_receptionist_judges_how_urgent_it_is_where_the_location_lets_them(open_board: Callable[..., Board]) -> None:
    board = open_board(Role.RECEPTIONIST)
    board.desk.policy = Policy(triage_by_reception=True)
    board.desk.tell()
    board.choose("Lian Chen")

    board.key(Qt.Key.Key_G)
    board.says("How urgent is it?")
    board.key(Qt.Key.Key_2)

    assert board.desk.places[LIAN].triage_level == 2


def test_a_name_of_sixty_letters_stands_whole_in_a_narrow_line(open_board: Callable[..., Board]) -> None:
    board = open_board(size=(1024, 768))
    name = "Maria de los Angeles Guadalupe Fernandez-Villanueva y Castro"
    board.desk.add(someone(33, name, 60, LINDQVIST))
    board.choose(name)

    assert not any(name in one for one in illegible(board.window.quick))


def test_why_somebody_is_next_is_said_factor_by_factor(board: Board) -> None:
    board.choose("Meera Iyer")

    board.says("Why they are next")
    board.says("Waited 22 min, × 0.24")
    board.says("Level 3: target 45, not 90 min, × 4.00")
    board.says("Score, 98, due 10:04")


def test_whoever_is_chosen_stays_chosen_wherever_the_line_takes_them(board: Board) -> None:
    board.choose("Lian Chen")

    board.desk.add(someone(90, "Bo Ek", 80, triage_level=3), someone(LIAN, "Lian Chen", 9, triage_level=2))
    board.window.settle()

    assert board.screen.property("chosenId") == str(LIAN)
    board.says("A 6  ·  Lian Chen")


def test_rows_move_and_are_not_made_anew_when_the_order_changes(board: Board) -> None:
    lines: Any = board.screen.lines  # Any: mypy sees the property's descriptor
    line = lines.data(lines.index(2), LineRole.PLACES)
    made: list[str] = []
    line.modelReset.connect(lambda: made.append("anew"))
    line.rowsMoved.connect(lambda: made.append("moved"))

    board.desk.add(someone(LIAN, "Lian Chen", 9, triage_level=2))
    board.window.settle()

    assert "anew" not in made
    assert "moved" in made


def test_a_line_that_comes_or_goes_leaves_the_others_as_they_are(board: Board) -> None:
    lines: Any = board.screen.lines  # Any: mypy sees the property's descriptor
    made: list[str] = []
    lines.modelReset.connect(lambda: made.append("anew"))
    board.choose("Ines Duarte")

    board.key(Qt.Key.Key_Return)
    board.key(Qt.Key.Key_1)

    assert lines.rowCount() == 3
    assert made == []


def test_who_was_called_at_another_desk_a_moment_before_is_said_with_by_whom_and_to_where(board: Board) -> None:
    board.choose("Meera Iyer")
    called = someone(MEERA, "Meera Iyer", 0, status=QueueStatus.CALLED, called_by="Reception 2", room="Room 3")
    board.desk.places[MEERA] = called  # the other desk; the news of it is still on its way

    board.key(Qt.Key.Key_Return)

    board.says("A 18 has just been called to Room 3 by Reception 2.")


def test_two_desks_that_were_cut_off_and_called_the_same_person_hear_which_call_stands(board: Board) -> None:
    board.key(Qt.Key.Key_F3)
    board.says("A 18 was called to Room 3")

    board.desk.add(
        someone(MEERA, "Meera Iyer", 0, LINDQVIST, status=QueueStatus.CALLED, called_by="Reception 2", room="Room 1")
    )

    board.says("Two desks called A 18. They go to Room 1, called by Reception 2.")


def test_where_nobody_waits_the_key_says_so(board: Board) -> None:
    for place in tuple(board.desk.places):
        del board.desk.places[place]

    board.key(Qt.Key.Key_F1)

    board.says("Nobody is waiting who may be called.")


def test_a_board_that_cannot_be_read_says_from_when_what_it_shows_is_and_reads_again(board: Board) -> None:
    board.desk.fault = Fault("disk_full", "no room")
    board.desk.tell()

    board.says("The queue cannot be read just now. This is how it stood at 09:41.")
    board.says("A 18, Meera Iyer")
    board.desk.fault = None
    board.window.tap("Try again")
    board.window.settle()

    assert not board.window.shows("Try again")


def test_a_step_that_the_world_broke_says_that_nothing_was_changed(board: Board) -> None:
    board.choose("Meera Iyer")
    board.desk.fault = Fault("disk_full", "no room")

    board.key(Qt.Key.Key_P)

    board.says("That could not be done. Nothing was changed. Please try again.")


def test_a_key_pressed_twice_calls_one_person(board: Board) -> None:
    board.desk.gate.clear()
    board.window.key(Qt.Key.Key_F3)
    board.window.key(Qt.Key.Key_F3)
    board.desk.gate.set()
    board.window.settle()

    assert board.desk.calls.count("call_next") == 1


def test_the_board_is_read_again_by_itself_since_waits_grow(board: Board) -> None:
    before = board.desk.calls.count("board")

    board.window.time.advance(10)
    board.window.settle()
    assert board.desk.calls.count("board") == before
    board.window.time.advance(10)
    board.window.settle()

    assert board.desk.calls.count("board") == before + 1


def test_nothing_of_a_patient_remains_when_somebody_signs_out(board: Board) -> None:
    board.choose("Meera Iyer")

    board.window.shell.lock()
    board.window.settle()

    assert not any("Meera" in name or "Novak" in name for name in board.window.names())
    person: Any = board.screen.person  # Any: mypy sees the property's descriptor
    lines: Any = board.screen.lines
    assert person.place is None
    assert lines.rowCount() == 0
    assert board.screen.property("chosenId") == ""


def test_a_ticket_is_printed_again_and_a_machine_without_a_printer_says_so(board: Board) -> None:
    board.choose("Meera Iyer")
    board.key(Qt.Key.Key_I)
    board.says("A 18: ticket sent to the printer")

    board.desk.has_printer = False
    board.key(Qt.Key.Key_I)

    board.says("This machine has no printer.")


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_forty_people_stand_in_lines_that_scroll_to_whoever_is_chosen(
    open_board: Callable[..., Board], size: tuple[int, int]
) -> None:
    board = open_board(size=size)
    board.desk.add(*(someone(100 + at, f"Guest {at}", 90 - at) for at in range(40)))
    board.window.settle()

    board.screen.pick(139)
    board.window.frame()
    card = by_name.find(board.window.window, "A 139, Guest 39")

    assert 0 < card.rect.top() < card.rect.bottom() < size[1]


def test_a_visit_is_led_through_the_accessibility_tree_alone(board: Board) -> None:
    for name in ("A 5, Rana Haddad", "Call", "Start", "Complete"):
        board.window.wait_for(name)
        by_name.press(board.window.window, name)
        board.window.settle()

    assert board.status(RANA) is QueueStatus.COMPLETED


def test_whatever_can_be_pressed_has_a_name_of_its_own(board: Board) -> None:
    board.choose("Meera Iyer")

    names = [item.name for item in by_name.shown(board.window.window) if item.pressable]

    assert len(names) == len(set(names))
