"""The queue behind a desk's screens: the one in memory and the one on encrypted records answer alike."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from kiosk.app.back_office import BackOffice
from kiosk.app.paths import Places
from kiosk.app.reception.local_queue import LocalQueueDesk
from kiosk.app.secrets import DATABASE_KEY, DevelopmentFile
from kiosk.app.settings import KeyStorage, PrinterKind, read_settings
from kiosk.screens.reception.queue_desk import QueueDesk, Step
from server_sync.clinic.policy_documents import policy_document
from server_sync.clinic.queue_policy import Policy
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.desk.queue.at_desk import Alarmed, DeskPlace, Refused, StepAnswer, Taken, Why
from server_sync.desk.queue.location_policy import set_location_policy
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.database import open_database
from server_sync.records.replica import Replica
from server_sync.records.tables import availability, patients
from tests.clinics import DEVICE_KEY, HandClock, LittleClinic
from tests.fakes.printing_office import PrintingOffice
from tests.fakes.queue_desk import OKAFOR, FakeQueueDesk, someone

PEOPLE = ("Meera Iyer", "Otis Novak", "Lian Chen")
NOWHERE = 999_999


@dataclass
class Clinic:
    """A desk with three people who wait for one doctor, in the order of `PEOPLE`."""

    desk: QueueDesk
    doctor: int
    become: Callable[[Role], None]
    plug_in: Callable[[bool], None]
    """Give the machine a printer, or take it away."""
    order_by: Callable[[Policy], None]
    """Give the location another policy."""

    def ask(self, question: Callable[[QueueDesk], object]) -> object:
        return asyncio.run(question(self.desk))  # type: ignore[arg-type]  # a coroutine of whichever method

    def places(self) -> tuple[DeskPlace, ...]:
        board = asyncio.run(self.desk.board())
        return next(line.places for line in board.lines if line.doctor and line.doctor.id == self.doctor)

    def named(self, name: str) -> DeskPlace:
        return next(place for place in self.places() if place.name == name)

    def taken(self, answer: StepAnswer) -> DeskPlace:
        assert isinstance(answer, Taken), answer
        return answer.place

    def take(self, step: Step, name: str) -> DeskPlace:
        return self.taken(asyncio.run(self.desk.take(step, self.named(name).id)))

    def call_next(self) -> DeskPlace:
        return self.taken(asyncio.run(self.desk.call_next(self.doctor)))


@pytest.fixture(params=["in memory", "on encrypted records"])
def clinic(request: pytest.FixtureRequest) -> Clinic:
    name = "remembered" if request.param == "in memory" else "recorded"
    made: Clinic = request.getfixturevalue(name)
    return made


@pytest.fixture
def remembered() -> Clinic:
    desk = FakeQueueDesk()
    desk.add(*(someone(number, name, 30 - number) for number, name in enumerate(PEOPLE, start=1)))

    def become(role: Role) -> None:
        desk.role = role

    def plug_in(is_there: bool) -> None:
        desk.has_printer = is_there

    def order_by(policy: Policy) -> None:
        desk.policy = policy

    return Clinic(desk, OKAFOR.id, become, plug_in, order_by)


@pytest.fixture
def recorded(tmp_path: Path, qapp: QCoreApplication) -> Iterator[Clinic]:
    assert qapp, "news of the records comes as its events"
    doctor = enrol_a_desk(tmp_path)
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London"}
    usual = read_settings({}, environment, Places(tmp_path / "none.toml", tmp_path, tmp_path))
    settings = replace(
        usual,
        keys=KeyStorage.DEVELOPMENT_FILE,
        database=tmp_path / "kiosk-B.db",
        printer=replace(usual.printer, kind=PrinterKind.NONE),
    )
    office = BackOffice(settings)
    office.start(lambda _error: None)
    role = [Role.NURSE]

    def become(another: Role) -> None:
        role[0] = another

    here: list[Any] = [office]

    def plug_in(is_there: bool) -> None:
        here.append(PrintingOffice(office) if is_there else office)

    def order_by(policy: Policy) -> None:
        def change(replica: Replica) -> None:
            with replica.work("change_location", "system") as work:
                set_location_policy(work, replica.identity.location_id or 0, policy_document(policy))

        office.submit(change).result()

    yield Clinic(LocalQueueDesk(lambda: here[-1], lambda: ("desk", role[0])), doctor, become, plug_in, order_by)
    office.stop()


def enrol_a_desk(folder: Path) -> int:
    database = open_database(f"sqlite:///{folder / 'centre.db'}")
    clock = HandClock(datetime.now(UTC))
    clinic = LittleClinic(database, folder, clock)
    today = clinic.clock.now().date()
    with clinic.centre.work("roster", "system") as work:
        work.create(
            availability,
            doctor_id=clinic.doctor["id"],
            location_id=clinic.location["id"],
            date=today,
            start_time=time(0),
            end_time=time(23, 59),
        )
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    for name in PEOPLE:
        let_in(device.replica, clinic, name)
    device.database.close()
    database.close()
    DevelopmentFile(folder / "kiosk-B.db.keys").write(DATABASE_KEY, DEVICE_KEY)
    return int(clinic.doctor["id"])


def let_in(replica: Replica, clinic: LittleClinic, name: str) -> None:
    first, last = name.split()
    with replica.work("join_queue", "desk") as work:
        count = work.next_count("patient_number:2026")
        row = work.create(patients, patient_number=f"PAT-2026-B{count:05d}", first_name=first, last_name=last)
        join(work, Joining(row["id"], clinic.location["id"], clinic.doctor["id"]))


def test_the_board_shows_who_waits_in_their_order(clinic: Clinic) -> None:
    assert [place.name for place in clinic.places()] == list(PEOPLE)
    assert [place.position for place in clinic.places()] == [1, 2, 3]


def test_whoever_comes_first_is_called_to_the_doctors_room(clinic: Clinic) -> None:
    called = clinic.call_next()

    assert (called.name, called.status, called.room) == ("Meera Iyer", QueueStatus.CALLED, "Room 3")
    assert clinic.places()[0].name == "Meera Iyer"


def test_nobody_is_called_where_nobody_waits(clinic: Clinic) -> None:
    for _ in PEOPLE:
        clinic.call_next()

    assert clinic.ask(lambda desk: desk.call_next(clinic.doctor)) == Refused(Why.NOBODY_WAITS)


def test_one_who_is_called_before_the_others_is_called_with_the_reason(clinic: Clinic) -> None:
    third = clinic.named("Lian Chen")

    answer = asyncio.run(clinic.desk.call(third.id, clinic.doctor, "Fainted"))

    assert clinic.taken(answer).put_first == "Fainted"
    assert clinic.named("Lian Chen").status is QueueStatus.CALLED


def test_who_was_called_at_another_desk_meanwhile_is_not_called_again(clinic: Clinic) -> None:
    called = clinic.call_next()

    answer = clinic.ask(lambda desk: desk.call(called.id, clinic.doctor, ""))

    assert isinstance(answer, Refused)
    assert answer.why is Why.MOVED_ON
    assert answer.place is not None
    assert answer.place.status is QueueStatus.CALLED


def test_a_number_is_called_again_three_times_and_no_more(clinic: Clinic) -> None:
    clinic.call_next()

    for count in (1, 2, 3):
        assert clinic.take(Step.RECALL, "Meera Iyer").recall_count == count
    answer = clinic.ask(lambda desk: desk.take(Step.RECALL, clinic.named("Meera Iyer").id))

    assert isinstance(answer, Refused)
    assert answer.why is Why.NO_MORE_RECALLS


def test_who_did_not_come_waits_anew_and_is_not_called_at_once(clinic: Clinic) -> None:
    clinic.call_next()

    clinic.take(Step.ABSENT, "Meera Iyer")

    assert clinic.named("Meera Iyer").held_back is HeldBack.ABSENT
    assert clinic.call_next().name == "Otis Novak"


def test_who_is_parked_is_passed_over_until_they_are_back(clinic: Clinic) -> None:
    clinic.take(Step.PARK, "Meera Iyer")
    assert clinic.call_next().name == "Otis Novak"

    clinic.take(Step.UNPARK, "Meera Iyer")
    assert clinic.call_next().name == "Meera Iyer"


def test_a_visit_starts_and_is_completed_and_then_leaves_the_board(clinic: Clinic) -> None:
    clinic.call_next()

    assert clinic.take(Step.START, "Meera Iyer").status is QueueStatus.IN_CONSULTATION
    assert clinic.take(Step.COMPLETE, "Meera Iyer").status is QueueStatus.COMPLETED

    assert [place.name for place in clinic.places()] == ["Otis Novak", "Lian Chen"]


def test_a_visit_that_was_completed_by_mistake_is_taken_back(clinic: Clinic) -> None:
    called = clinic.call_next()
    clinic.take(Step.START, "Meera Iyer")
    clinic.take(Step.COMPLETE, "Meera Iyer")

    back = clinic.taken(asyncio.run(clinic.desk.take(Step.UNDO, called.id)))

    assert back.status is QueueStatus.IN_CONSULTATION
    assert clinic.places()[0].name == "Meera Iyer"


def test_where_nothing_was_done_nothing_is_taken_back(clinic: Clinic) -> None:
    answer = clinic.ask(lambda desk: desk.take(Step.UNDO, clinic.named("Otis Novak").id))

    assert isinstance(answer, Refused)
    assert answer.why is Why.NOTHING_TO_UNDO


def test_who_has_left_is_off_the_board(clinic: Clinic) -> None:
    clinic.take(Step.LEAVE, "Otis Novak")

    assert [place.name for place in clinic.places()] == ["Meera Iyer", "Lian Chen"]


def test_nobody_is_handed_over_to_a_doctor_who_is_not_there(clinic: Clinic) -> None:
    answer = clinic.ask(lambda desk: desk.transfer(clinic.named("Otis Novak").id, NOWHERE))

    assert answer == Refused(Why.NO_DOCTOR)


def test_a_place_that_is_not_there_is_said_to_be_gone(clinic: Clinic) -> None:
    assert clinic.ask(lambda desk: desk.take(Step.PARK, NOWHERE)) == Refused(Why.GONE)
    assert clinic.ask(lambda desk: desk.person(NOWHERE)) is None


def test_a_nurses_level_brings_somebody_forward_and_the_explanation_says_so(clinic: Clinic) -> None:
    third = clinic.named("Lian Chen")

    clinic.taken(asyncio.run(clinic.desk.triage(third.id, 2)))
    person = asyncio.run(clinic.desk.person(third.id))

    assert person is not None
    assert person.explanation is not None
    assert person.place.triage_level == 2
    assert [factor.sentence.key for factor in person.explanation.factors][:2] in (
        ["waited", "triage"],
        ["before_their_time", "triage"],
    )


def test_level_one_raises_the_alarm_and_waits_in_no_line(clinic: Clinic) -> None:
    third = clinic.named("Lian Chen")

    answer = clinic.ask(lambda desk: desk.triage(third.id, 1))

    assert isinstance(answer, Alarmed)
    assert answer.place.is_emergency
    assert clinic.named("Lian Chen").position is None


def test_a_receptionist_judges_nobodys_illness(clinic: Clinic) -> None:
    clinic.become(Role.RECEPTIONIST)

    assert clinic.ask(lambda desk: desk.triage(clinic.named("Lian Chen").id, 2)) == Refused(Why.NOT_YOURS)
    assert clinic.named("Lian Chen").triage_level is None


def test_a_receptionist_judges_somebodys_illness_where_the_location_lets_them_and_an_admin_nowhere(
    clinic: Clinic,
) -> None:
    clinic.order_by(Policy(triage_by_reception=True))
    clinic.become(Role.RECEPTIONIST)

    assert Role.RECEPTIONIST in asyncio.run(clinic.desk.board()).triaged_by
    clinic.taken(asyncio.run(clinic.desk.triage(clinic.named("Lian Chen").id, 3)))
    assert clinic.named("Lian Chen").triage_level == 3

    clinic.become(Role.ADMIN)
    assert clinic.ask(lambda desk: desk.triage(clinic.named("Lian Chen").id, 2)) == Refused(Why.NOT_YOURS)


def test_a_step_is_heard_of_by_everybody_who_listens(clinic: Clinic, qapp: QCoreApplication) -> None:
    board, doctor = threading.Event(), threading.Event()
    clinic.desk.listen(board.set)
    clinic.desk.listen(doctor.set)

    clinic.call_next()
    for _ in range(500):
        if board.is_set() and doctor.is_set():
            break
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()

    assert board.is_set()
    assert doctor.is_set()


def test_a_ticket_is_reprinted_where_there_is_a_printer_and_a_machine_without_one_says_so(clinic: Clinic) -> None:
    otis = clinic.named("Otis Novak").id
    clinic.plug_in(False)
    assert clinic.ask(lambda desk: desk.print_again(otis, "en")) is Why.NO_PRINTER
    clinic.plug_in(True)
    assert clinic.ask(lambda desk: desk.print_again(otis, "en")) is None
    assert clinic.ask(lambda desk: desk.print_again(NOWHERE, "en")) is Why.GONE
