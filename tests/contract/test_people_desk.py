"""People behind reception's screens: the register in memory and the one on encrypted records answer alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QCoreApplication
from sqlalchemy import select

from kiosk.app.back_office import BackOffice
from kiosk.app.paths import Places
from kiosk.app.reception.local_people import LocalPeopleDesk
from kiosk.app.reception.local_settling import LocalSettlingDesk
from kiosk.app.secrets import DATABASE_KEY, DevelopmentFile
from kiosk.app.settings import KeyStorage, PrinterKind, Settings, read_settings
from kiosk.app.staff.local_staff_desk import LocalStaffDesk
from kiosk.screens.reception.people_desk import (
    AlikeKnown,
    ChangedMeanwhile,
    ConsentLine,
    Details,
    Paper,
    PeopleDesk,
    Refusal,
    Saved,
    Waits,
    WalkIn,
)
from kiosk.screens.reception.settling_desk import AlertKind, Decision, NotPossible, Settled, SettledBefore, Taken, Which
from kiosk.screens.staff.staff_desk import Member, NotSignedIn, Why
from server_sync.clinic.roles import Role
from server_sync.desk.at_kiosk import raise_alarm_alone
from server_sync.desk.clinic_setup import change_location
from server_sync.desk.help import call_for_help
from server_sync.desk.machine_alerts import report_machine
from server_sync.desk.ticket import NO_PRINTER
from server_sync.protocol.faults import TransportFault
from server_sync.records.database import open_database
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, audit_trail, conflicts, patients, payments, print_jobs, users
from tests.clinics import DEVICE_KEY, HandClock, LittleClinic
from tests.fakes.people_desk import OTIS, FakePeopleDesk, coming
from tests.fakes.printing_office import PrintingOffice
from tests.fakes.staff_desk import PIN
from tests.heard_office import HeardOffice

Answer = TypeVar("Answer")
MEERA = Details("Meera", "Iyer", date(1948, 2, 2), "+44 20 7946 0018", "", "")
NOW = datetime.now(UTC)


@dataclass
class Clinic:
    """A desk of somebody, whose role can be changed."""

    desk: PeopleDesk
    become: Callable[[Role], None]
    plug_in: Callable[[], None]
    """Give the machine a printer."""

    def ask(self, question: Callable[[PeopleDesk], Coroutine[None, None, Answer]]) -> Answer:
        return asyncio.run(question(self.desk))

    def register(self, details: Details = MEERA, *, is_new: bool = False) -> object:
        return self.ask(lambda desk: desk.register(details, WalkIn(), is_new=is_new))

    def meera(self) -> int:
        waits = self.register()
        assert isinstance(waits, Waits)
        return waits.person_id


@pytest.fixture(params=["in memory", "on encrypted records"])
def clinic(request: pytest.FixtureRequest) -> Clinic:
    made: Clinic = request.getfixturevalue("remembered" if request.param == "in memory" else "recorded")
    return made


@pytest.fixture
def remembered() -> Clinic:
    desk = FakePeopleDesk(people={1: replace(OTIS, id=1)})
    desk.day = [coming(2, 9, 30, "Jane Sample")]

    def become(role: Role) -> None:
        desk.role = role

    def plug_in() -> None:
        desk.has_printer = True

    return Clinic(desk, become, plug_in)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}")
    clinic = LittleClinic(database, tmp_path, HandClock(NOW))
    booked = clinic.book(NOW - timedelta(minutes=1))
    with clinic.centre.work("offline_sync", "system") as work:
        jane = work.first(select(patients).where(patients.c.id == booked["patient_id"]))
        assert jane is not None
        work.create(
            conflicts,
            location_id=clinic.location["id"],
            kind="left_for_the_desk",
            noun="patient",
            record_uid=jane["uid"],
            patient_id=jane["id"],
            words="",
            fields={"phone": {"standing": jane["phone"], "offered": "+44 7700 900321", "based_on": None}},
        )
    with clinic.centre.work("add_staff", "system") as work:
        work.create(users, display_name="Sam Ortega", role="receptionist", location_id=clinic.location["id"])
    device = clinic.enrol("B", 1, kind="reception")
    clinic.pull(device)
    device.database.close()
    database.close()
    DevelopmentFile(tmp_path / "kiosk-B.db.keys").write(DATABASE_KEY, DEVICE_KEY)
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London"}
    usual = read_settings({}, environment, Places(tmp_path / "none.toml", tmp_path, tmp_path))
    return replace(
        usual,
        keys=KeyStorage.DEVELOPMENT_FILE,
        database=tmp_path / "kiosk-B.db",
        printer=replace(usual.printer, kind=PrinterKind.NONE),
    )


@pytest.fixture
def office(settings: Settings, qapp: QCoreApplication) -> Iterator[HeardOffice]:
    assert qapp, "news of the records comes as its events"
    office = HeardOffice(settings)
    office.start(lambda _error: None)
    yield office
    office.stop()


@pytest.fixture
def recorded(office: BackOffice) -> Clinic:
    role = [Role.RECEPTIONIST]

    def become(another: Role) -> None:
        role[0] = another

    here: list[Any] = [office]
    desk = LocalPeopleDesk(lambda: here[-1], lambda: ("desk", role[0]))
    return Clinic(desk, become, lambda: here.append(PrintingOffice(office)))


def test_somebody_new_is_found_from_then_on_and_waits(clinic: Clinic) -> None:
    waits = clinic.register()
    assert isinstance(waits, Waits)
    assert waits.is_new
    (found,) = clinic.ask(lambda desk: desk.search("iye mee"))
    assert (found.name, found.born, found.phone, found.is_verified) == ("Meera Iyer", MEERA.born, MEERA.phone, True)
    person = clinic.ask(lambda desk: desk.person(found.id))
    assert person is not None
    assert (person.name, person.details) == ("Meera Iyer", MEERA)
    again = clinic.ask(lambda desk: desk.join(found.id, WalkIn()))
    assert again == Waits(found.id, waits.number, again.people_ahead, is_new=False)  # type: ignore[union-attr]  # the test says so


def test_somebody_alike_is_asked_about_before_anything_is_written(clinic: Clinic) -> None:
    meera = clinic.meera()
    alike = clinic.register(replace(MEERA, first_name="Mera"))
    assert isinstance(alike, AlikeKnown)
    assert [one.id for one in alike.people] == [meera]
    assert len(clinic.ask(lambda desk: desk.search("iyer"))) == 1
    assert isinstance(clinic.register(replace(MEERA, first_name="Mera"), is_new=True), Waits)
    assert len(clinic.ask(lambda desk: desk.search("iyer"))) == 2


def test_a_change_of_what_was_read_is_kept_and_a_later_one_hears_of_it(clinic: Clinic) -> None:
    meera = clinic.meera()
    read = clinic.ask(lambda desk: desk.person(meera))
    assert read is not None
    changed = replace(read.details, phone="+44 20 7946 0081", email="meera@example.org")
    saved = clinic.ask(lambda desk: desk.change(meera, read.version, changed))
    assert isinstance(saved, Saved)
    assert saved.person.details == changed
    if saved.person.version != read.version:  # a device's version moves when the centre has counted the change
        late = clinic.ask(lambda desk: desk.change(meera, read.version, read.details))
        assert isinstance(late, ChangedMeanwhile)
        assert late.person.details == changed


def test_a_version_that_nobody_read_changes_nothing(clinic: Clinic) -> None:
    meera = clinic.meera()
    assert isinstance(clinic.ask(lambda desk: desk.change(meera, 99, Details("X"))), ChangedMeanwhile)
    assert clinic.ask(lambda desk: desk.change(999_999, 1, Details("X"))) is Refusal.GONE
    assert clinic.ask(lambda desk: desk.person(999_999)) is None
    assert clinic.ask(lambda desk: desk.join(999_999, WalkIn())) is Refusal.GONE


def test_whoever_is_expected_today_checks_in_from_the_list(clinic: Clinic) -> None:
    (jane,) = clinic.ask(lambda desk: desk.today())
    assert (jane.name, jane.number) == ("Jane Sample", "")
    waits = clinic.ask(lambda desk: desk.check_in(jane.uid, "en"))
    assert isinstance(waits, Waits)
    (here,) = clinic.ask(lambda desk: desk.today())
    assert here.number == waits.number
    assert clinic.ask(lambda desk: desk.cancel(jane.id)) is Refusal.MOVED_ON


def test_an_appointment_is_noted_as_not_come_or_called_off(clinic: Clinic) -> None:
    (jane,) = clinic.ask(lambda desk: desk.today())
    assert clinic.ask(lambda desk: desk.mark_no_show(jane.id)) is None
    assert clinic.ask(lambda desk: desk.today())[0].status == "no_show"
    assert clinic.ask(lambda desk: desk.cancel(999_999)) is Refusal.GONE


def test_a_slip_is_reprinted_where_there_is_a_printer_and_no_receipt_of_what_was_not_paid(clinic: Clinic) -> None:
    (jane,) = clinic.ask(lambda desk: desk.today())
    assert jane.papers == {Paper.SLIP}
    assert clinic.ask(lambda desk: desk.print_again(Paper.SLIP, jane.uid, "fr")) is Refusal.NO_PRINTER
    clinic.plug_in()
    assert clinic.ask(lambda desk: desk.print_again(Paper.SLIP, jane.uid, "fr")) is None
    assert clinic.ask(lambda desk: desk.print_again(Paper.RECEIPT, jane.uid, "fr")) is Refusal.GONE
    assert clinic.ask(lambda desk: desk.print_again(Paper.SLIP, uuid4(), "fr")) is Refusal.GONE
    clinic.become(Role.DOCTOR)
    assert clinic.ask(lambda desk: desk.print_again(Paper.SLIP, jane.uid, "fr")) is Refusal.NOT_YOURS


def test_who_paid_gets_the_receipt_again_from_the_list_and_from_their_file_marked_as_such(
    office: BackOffice, recorded: Clinic
) -> None:
    def pay(replica: Replica) -> None:
        with replica.work("record_payment", "staff") as work:
            (booked,) = work.all(select(appointments.c.id))
            money = {"amount": Decimal("25.00"), "currency": "EUR", "method": "cash", "status": "paid"}
            work.create(payments, appointment_id=booked["id"], **money)

    def marked(replica: Replica) -> list[tuple[str, bool]]:
        with replica.read() as reading:
            jobs = reading.all(select(print_jobs.c.content, print_jobs.c.is_reprint))
            return [(job["content"]["kind"], job["is_reprint"] and job["content"]["reprint"]) for job in jobs]

    office.submit(pay).result(10)
    recorded.plug_in()
    (jane,) = recorded.ask(lambda desk: desk.today())
    file = recorded.ask(lambda desk: desk.person(jane.person_id))
    assert file is not None
    (line,) = [one for one in file.past if one.appointment_uid == jane.uid]
    assert line.papers == jane.papers == set(Paper)
    for paper in Paper:
        assert recorded.ask(lambda desk, paper=paper: desk.print_again(paper, jane.uid, "en")) is None  # type: ignore[misc]  # bound early
    assert office.submit(marked).result(10) == [("appointment_slip", True), ("receipt", True)]


def test_a_doctor_writes_nothing_of_the_desks(clinic: Clinic) -> None:
    clinic.become(Role.DOCTOR)
    (jane,) = clinic.ask(lambda desk: desk.today())
    assert clinic.register() is Refusal.NOT_YOURS
    assert clinic.ask(lambda desk: desk.check_in(jane.uid, "en")) is Refusal.NOT_YOURS
    assert clinic.ask(lambda desk: desk.cancel(jane.id)) is Refusal.NOT_YOURS


@pytest.mark.parametrize("typed", ["", "%", "\x00", "x" * 10_000, "\u202e", "山 👩"])
def test_whatever_is_typed_finds_nobody_by_mistake(clinic: Clinic, typed: str) -> None:
    assert clinic.ask(lambda desk: desk.search(typed)) == ()


def test_a_call_for_help_is_shown_until_somebody_went(office: BackOffice) -> None:
    desk = LocalSettlingDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))

    def call(replica: Replica) -> None:
        with replica.work("call_for_help", "patient") as work:
            call_for_help(work, NO_PRINTER)

    office.submit(call).result(10)
    (alert,) = asyncio.run(desk.alerts())
    assert alert.kind is AlertKind.PERSON
    assert asyncio.run(desk.answer(alert.uid))
    assert asyncio.run(desk.alerts()) == ()
    assert not asyncio.run(desk.answer(alert.uid))


def test_a_red_flag_at_a_kiosk_is_an_emergency_and_comes_before_every_other_call(office: BackOffice) -> None:
    desk = LocalSettlingDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))

    def call(replica: Replica) -> None:
        with replica.work("call_for_help", "patient") as work:
            call_for_help(work, NO_PRINTER)
        with replica.work("report_machine", "system") as work:
            report_machine(work, "printer_paper_out")
        raise_alarm_alone(replica)

    office.submit(call).result(10)
    kinds = [one.kind for one in asyncio.run(desk.alerts())]
    assert kinds == [AlertKind.EMERGENCY, AlertKind.PERSON, AlertKind.MACHINE]
    first = asyncio.run(desk.alerts())[0]
    assert asyncio.run(desk.answer(first.uid))
    assert [one.kind for one in asyncio.run(desk.alerts())] == [AlertKind.PERSON, AlertKind.MACHINE]


def test_two_versions_are_shown_and_the_other_is_taken(office: BackOffice) -> None:
    desk = LocalSettlingDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    people = LocalPeopleDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    (conflict,) = asyncio.run(desk.disagreements())
    (phone,) = conflict.sides
    assert conflict.person is not None
    assert (phone.field, phone.standing, phone.offered) == ("phone", conflict.person.phone, "+44 7700 900321")
    assert asyncio.run(desk.settle(conflict.id, Decision.TAKE)) == Settled()
    jane = asyncio.run(people.person(conflict.person.id))
    assert jane is not None
    assert jane.details.phone == "+44 7700 900321"
    assert asyncio.run(desk.disagreements()) == ()
    late = asyncio.run(desk.settle(conflict.id, Decision.KEEP))
    assert isinstance(late, SettledBefore)
    assert late.decision == "take"
    assert asyncio.run(desk.settle(999_999, Decision.KEEP)) == NotPossible()


def test_what_somebody_types_stands_when_neither_version_is_right(office: BackOffice) -> None:
    desk = LocalSettlingDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    people = LocalPeopleDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    (conflict,) = asyncio.run(desk.disagreements())
    (phone,) = conflict.sides
    assert conflict.person is not None
    assert phone.can_be_typed
    typed = Taken("phone", Which.OWN, " +44 7700\u202e 900999 ")
    assert asyncio.run(desk.settle(conflict.id, Decision.MERGE, taken=(typed,))) == Settled()
    jane = asyncio.run(people.person(conflict.person.id))
    assert jane is not None
    assert jane.details.phone == "+44 7700 900999"


def test_consent_is_given_on_somebodys_word_where_the_clinic_asks_for_one(office: BackOffice) -> None:
    desk = LocalPeopleDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    waits = asyncio.run(desk.register(MEERA, WalkIn(), is_new=True))
    assert isinstance(waits, Waits)

    def ask_for_it(replica: Replica) -> None:
        with replica.work("change_location", "system") as work:
            change_location(work, replica.identity.location_id or 0, {"consent": {"en": "I agree."}})

    unasked = asyncio.run(desk.agree(waits.person_id, "fr"))
    assert isinstance(unasked, Saved)
    assert unasked.person.consent is None
    office.submit(ask_for_it).result(10)
    before, agreed = asyncio.run(desk.person(waits.person_id)), asyncio.run(desk.agree(waits.person_id, "fr"))
    assert before is not None
    assert before.consent == ConsentLine(None, None, is_in_force=False, may_agree=True)
    assert isinstance(agreed, Saved)
    assert agreed.person.consent is not None
    assert (agreed.person.consent.agreed, agreed.person.consent.may_agree) == (True, False)
    assert "agree_at_desk" in [one.state for one in agreed.person.past]
    changed = asyncio.run(desk.change(waits.person_id, agreed.person.version, replace(MEERA, phone="+44 7700 900123")))
    assert isinstance(changed, Saved)
    assert "change_patient" in [one.state for one in changed.person.past]


def test_of_two_records_the_name_that_was_taken_stands_for_both(office: BackOffice) -> None:
    desk = LocalSettlingDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    people = LocalPeopleDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST))
    for first_name in ("Meera", "Mira"):
        details = replace(MEERA, first_name=first_name)
        assert isinstance(asyncio.run(people.register(details, WalkIn(), is_new=True)), Waits)
    ids = [asyncio.run(people.search(f"{first_name} Iyer"))[0].id for first_name in ("Meera", "Mira")]
    name = Taken("name", Which.OFFERED)
    assert asyncio.run(desk.join(ids[1], ids[0], (name,))) == Settled()
    meera = asyncio.run(people.person(ids[0]))
    assert meera is not None
    assert meera.details.first_name == "Mira"


def with_room(free_bytes: int | None) -> Callable[[Replica], None]:
    def change(replica: Replica) -> None:
        replica._free_bytes = lambda: free_bytes

    return change


def test_a_desk_knows_a_pin_again_once_the_centre_has_vouched_for_it_and_notes_each_try(
    office: HeardOffice,
) -> None:
    reached = [True]

    def ask_centre(_uid: str, pin: str) -> bool:
        if not reached[0]:
            raise TransportFault("unreachable", "no network")
        return pin == PIN

    desk = LocalStaffDesk(lambda: office, ask_centre)
    sam = next(one for one in asyncio.run(desk.members()) if one.name == "Sam Ortega")
    assert asyncio.run(desk.sign_in(sam.user_id, "111111")) == NotSignedIn(Why.WRONG)
    reached[0] = False
    assert asyncio.run(desk.sign_in(sam.user_id, PIN)) == NotSignedIn(Why.NEVER_HERE)
    reached[0] = True
    office.submit(with_room(0)).result(10)
    assert asyncio.run(desk.sign_in(sam.user_id, PIN)) == sam, "a full disk keeps nobody out, and nothing on record"
    office.submit(with_room(None)).result(10)
    assert asyncio.run(desk.sign_in(sam.user_id, PIN)) == sam
    reached[0] = False
    assert isinstance(asyncio.run(desk.sign_in(sam.user_id, PIN)), Member)
    for _ in range(3):
        assert asyncio.run(desk.sign_in(sam.user_id, "111111")) == NotSignedIn(Why.WRONG)
    waiting = asyncio.run(desk.sign_in(sam.user_id, PIN))
    assert isinstance(waiting, NotSignedIn)
    assert waiting.why is Why.WAIT
    asyncio.run(desk.sign_out(sam.user_id))

    def on_record(replica: Replica) -> list[tuple[str, bool]]:
        with replica.read() as reading:
            of_sam = select(audit_trail).where(audit_trail.c.record_uid == UUID(sam.uid)).order_by(audit_trail.c.id)
            return [(row["intent"], row["actor"] == sam.uid) for row in reading.all(of_sam)]

    refused, came, went = ("sign_in_refused", False), ("sign_in", True), ("sign_out", True)
    locked = ("sign_in_locked", False)
    assert office.told == 10, "each is sent at once"
    assert office.submit(on_record).result(10) == [refused] * 2 + [came] * 2 + [refused] * 2 + [locked, went]
