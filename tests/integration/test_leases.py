"""Places that a machine holds: sold while it is cut off, returned in its own sequence, and never sold by two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, update

from server_sync.central.access.callers import Caller
from server_sync.central.desk import booking as central_booking
from server_sync.central.desk.clinic_setup import revoke_device, write_off_leases
from server_sync.central.desk.hours import added
from server_sync.central.places.leases import held_leases
from server_sync.central.places.leases import tend_leases as tend_at_centre
from server_sync.central.places.offered_places import settle_unplaced
from server_sync.central.sync.new_epoch import begin_epoch
from server_sync.clinic.roles import Role
from server_sync.clinic.slots import Rule
from server_sync.desk.appointments.after_booking import Scope, cancel, reschedule
from server_sync.desk.appointments.booking import BookingWish, alternatives_to, book
from server_sync.desk.appointments.leases import confirm_held, tend_leases
from server_sync.desk.appointments.outcomes import Appointment, Booked, Declined, Person
from server_sync.desk.appointments.slot_claims import SlotTakenError
from server_sync.records.database import DOOR, Database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    availability,
    conflicts,
    counters,
    devices,
    lease_asks,
    lease_clocks,
    locations,
    slot_counts,
    slot_leases,
)
from tests.clinics import MORNING, Device, LittleClinic
from tests.fakes.uptime import HandUptime

ADMIN = Caller(Role.ADMIN, "admin")
DESK = Caller(Role.RECEPTIONIST, "receptionist")
HALF_AN_HOUR = timedelta(minutes=30)


@dataclass
class Counter:
    """A reception's machine at the clinic's counter, with its clock since boot."""

    clinic: LittleClinic
    device: Device
    uptime: HandUptime
    people: int = 0

    @property
    def replica(self) -> Replica:
        return self.device.replica

    def online(self) -> None:
        """Everything up, everything down; the machine tends its leases, and the centre answers."""
        self.clinic.push(self.device)
        tend_at_centre(self.clinic.centre)
        self.clinic.pull(self.device)
        if tend_leases(self.replica):
            self.clinic.push(self.device)
            tend_at_centre(self.clinic.centre)
            self.clinic.pull(self.device)

    def restart(self) -> None:
        """The program ends and starts again over the same records."""
        old = self.replica
        self.device = Device(
            Replica(old.database, clock=old.clock, random_bytes=old.random_bytes, since_boot=self.uptime),
            self.device.identity,
        )

    def leases(self) -> list[datetime]:
        """When the places begin that it holds, as it knows."""
        with self.replica.read() as reading:
            own = slot_leases.c.device_id == self.device.identity.id
            rows = reading.all(select(slot_leases).where(own, slot_leases.c.returned_at.is_(None)))
        return sorted(row["starts_at"] for row in rows if row["written_off_at"] is None)

    def book(self, at: datetime, **more: Any) -> Appointment:
        """Somebody new at the counter."""
        self.people += 1
        somebody = Person("Jane", f"Sample {self.people}", f"+44 7700 90{self.people:04d}")
        with self.replica.work("book", "receptionist") as work:
            outcome = book(work, BookingWish(self.clinic.doctor["id"], at, somebody, **more))
        assert isinstance(outcome, Booked), outcome
        return outcome.appointment

    def cancel(self, booked: Appointment) -> None:
        with self.replica.work("cancel_appointment", "receptionist") as work:
            assert isinstance(cancel(work, booked.id, Scope(), None), Booked)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def counter(clinic: LittleClinic) -> Iterator[Counter]:
    """At the counter, online since this morning."""
    uptime = HandUptime()
    made = Counter(clinic, clinic.enrol("A", 1, "reception", uptime), uptime)
    made.online()
    yield made
    made.device.database.close()


@pytest.fixture
def other(clinic: LittleClinic) -> Iterator[Counter]:
    """A second counter that has heard of the clinic and holds nothing."""
    uptime = HandUptime("machine-2")
    made = Counter(clinic, clinic.enrol("B", 2, "reception", uptime), uptime, people=500)
    clinic.pull(made.device)
    yield made
    made.device.database.close()


def row_of(clinic: LittleClinic, booked: Appointment) -> Row:
    with clinic.centre.read() as reading:
        row = reading.first(select(appointments).where(appointments.c.uid == booked.uid))
    assert row is not None
    return row


def online_booking(clinic: LittleClinic, at: datetime, name: str = "Online") -> dict[str, Any] | Declined:
    wish = BookingWish(clinic.doctor["id"], at, Person("Omar", name, "+44 7700 900999"))
    outcome: Any = central_booking.book(clinic.centre, DESK, wish, None, lambda one: {"id": one.appointment.id})
    return outcome  # type: ignore[no-any-return]  # what an endpoint would say


def cells(clinic: LittleClinic) -> int:
    with clinic.centre.read() as reading:
        return int(reading.scalar(select(func.coalesce(func.sum(slot_counts.c.taken), 0))))


def policy(clinic: LittleClinic, **differs: Any) -> None:
    with clinic.centre.work("change_location", "admin") as work:
        held = work.first(select(locations).where(locations.c.id == clinic.location["id"]))
        assert held is not None
        work.change(locations, held, lease_policy={**(held["lease_policy"] or {}), **differs})


def outcomes(clinic: LittleClinic, counter: Counter) -> list[tuple[str, str]]:
    settled = clinic.push(counter.device)
    clinic.pull(counter.device)
    return [(str(one.status), one.outcome) for one in settled]


def test_a_machine_gets_a_few_places_that_nobody_else_sells(clinic: LittleClinic, counter: Counter) -> None:
    places = counter.leases()
    assert len(places) == 2  # of a doctor's day, as is usual
    assert cells(clinic) == 12
    refused = online_booking(clinic, places[0])
    assert isinstance(refused, Declined)
    assert refused.reason == "slot_full"
    assert isinstance(online_booking(clinic, MORNING + HALF_AN_HOUR), dict)


def test_what_is_sold_from_a_lease_is_confirmed_at_once_and_stands(clinic: LittleClinic, counter: Counter) -> None:
    first, second = counter.leases()
    booked = counter.book(first)
    assert not booked.is_provisional
    assert booked.number == "APT-2026-A0001"
    assert booked.patient_number == "PAT-2026-A00001"
    assert outcomes(clinic, counter) == [("synced", "applied")]
    assert cells(clinic) == 12
    with pytest.raises(SlotTakenError):
        counter.book(first)
    assert not counter.book(second).is_provisional
    assert outcomes(clinic, counter) == [("synced", "applied")]
    assert cells(clinic) == 12
    row = row_of(clinic, booked)
    assert (row["holds_slot"], row["is_provisional"], row["lease_uid"] is None) == (False, False, False)


def test_beyond_its_leases_a_booking_is_provisional_and_gets_its_verdict(
    clinic: LittleClinic, counter: Counter
) -> None:
    free = MORNING + HALF_AN_HOUR
    booked, taken = counter.book(free), counter.book(free + HALF_AN_HOUR)
    assert booked.is_provisional
    assert isinstance(online_booking(clinic, free + HALF_AN_HOUR), dict)
    assert outcomes(clinic, counter) == [("synced", "provisional_confirmed"), ("conflict", "slot_taken")]
    assert not row_of(clinic, booked)["is_provisional"]
    assert row_of(clinic, booked)["holds_slot"]
    assert row_of(clinic, taken)["is_provisional"]
    with counter.replica.read() as reading:
        told = reading.all(select(appointments.c.is_provisional).order_by(appointments.c.id))
    assert sorted(row["is_provisional"] for row in told) == [False, False, True]


def test_a_booking_whose_place_is_taken_offers_the_desk_others(clinic: LittleClinic, counter: Counter) -> None:
    at = MORNING + HALF_AN_HOUR
    taken = counter.book(at)
    online_booking(clinic, at)
    assert outcomes(clinic, counter) == [("conflict", "slot_taken")]
    with clinic.centre.read() as reading:
        conflict = reading.first(select(conflicts).where(conflicts.c.record_uid == taken.uid))
    assert conflict is not None
    assert conflict["kind"] == "slot_taken"
    assert len(conflict["alternatives"]) == 5
    assert row_of(clinic, taken)["scheduled_date"] == at


def test_where_the_site_says_so_it_is_moved_to_the_nearest_free_slot(clinic: LittleClinic, counter: Counter) -> None:
    policy(clinic, moves_when_taken=True)
    at = MORNING + HALF_AN_HOUR
    taken = counter.book(at)
    online_booking(clinic, at)
    (settled,) = clinic.push(counter.device)
    assert (settled.status, settled.outcome) == ("conflict", "moved_to_free_slot")
    assert "moved to Monday 09 March 2026" in settled.resolution
    row = row_of(clinic, taken)
    assert abs(row["scheduled_date"] - at) == HALF_AN_HOUR
    assert (row["holds_slot"], row["is_provisional"]) == (True, False)
    clinic.pull(counter.device)
    with counter.replica.read() as reading:
        here = reading.first(select(appointments).where(appointments.c.uid == taken.uid))
    assert here is not None
    assert here["scheduled_date"] == row["scheduled_date"]


def test_a_machine_sees_what_others_hold_and_offers_what_is_left(
    clinic: LittleClinic, counter: Counter, other: Counter
) -> None:
    clinic.pull(other.device)
    held = counter.leases()[0]
    wish = BookingWish(clinic.doctor["id"], held, Person("Ann", "Other", "+44 7700 900777"))
    with pytest.raises(SlotTakenError), other.replica.work("book", "receptionist") as work:
        book(work, wish)
    with other.replica.read() as reading:
        told = alternatives_to(reading, wish)
    assert told.alternatives
    assert not {near.slot.starts_at for near in told.alternatives} & set(counter.leases())


def test_a_seat_that_was_given_back_is_sold_again(clinic: LittleClinic, counter: Counter) -> None:
    place = counter.leases()[0]
    counter.cancel(counter.book(place))
    again = counter.book(place)
    assert not again.is_provisional
    assert [status for status, _ in outcomes(clinic, counter)] == ["synced"] * 3
    assert cells(clinic) == 12
    assert row_of(clinic, again)["lease_uid"] is not None


def test_a_booking_that_the_desk_elsewhere_calls_off_leaves_its_seat_to_the_lease(
    clinic: LittleClinic, counter: Counter
) -> None:
    place = counter.leases()[0]
    booked = counter.book(place)
    clinic.sync(counter.device)
    with clinic.centre.work("cancel_appointment", "receptionist") as work:
        assert isinstance(cancel(work, booked.id, Scope(), None), Booked)
    assert cells(clinic) == 12
    assert isinstance(online_booking(clinic, place), Declined)
    clinic.sync(counter.device)
    with pytest.raises(SlotTakenError):  # its own book says that the seat is gone: rather one too few than one twice
        counter.book(place)
    counter.uptime.pass_by(timedelta(hours=7))
    counter.online()
    assert cells(clinic) == 12


def test_moving_within_its_leases_needs_nobody(clinic: LittleClinic, counter: Counter) -> None:
    first, second = counter.leases()
    booked = counter.book(first)
    with counter.replica.work("reschedule", "receptionist") as work:
        moved = reschedule(work, booked.id, Scope(), BookingWish(0, second), None)
    assert isinstance(moved, Booked)
    assert not moved.appointment.is_provisional
    assert not counter.book(first).is_provisional
    assert {status for status, _ in outcomes(clinic, counter)} == {"synced"}
    assert cells(clinic) == 12


@pytest.mark.parametrize("happens", ["time", "restart", "reboot", "unknown", "backwards"])
def test_who_cannot_prove_how_long_it_was_sells_nothing(clinic: LittleClinic, counter: Counter, happens: str) -> None:
    place = counter.leases()[0]
    clinic.clock.move(-timedelta(hours=1))  # whatever the clock on the wall says
    if happens == "time":
        counter.uptime.pass_by(timedelta(hours=12))
    elif happens == "restart":
        counter.restart()
    elif happens == "reboot":
        counter.uptime.start_again()
        counter.restart()
    elif happens == "backwards":
        counter.uptime.elapsed_ms -= 1
    else:
        counter.uptime.is_known = False
    assert counter.book(place).is_provisional
    assert isinstance(online_booking(clinic, place), Declined)
    assert outcomes(clinic, counter) == [("synced", "provisional_confirmed")]  # it was held for this machine all along
    assert cells(clinic) == 12


def test_the_clock_on_the_wall_does_not_end_a_lease(clinic: LittleClinic, counter: Counter) -> None:
    place = counter.leases()[-1]
    clinic.clock.move(-timedelta(days=20_000))
    with counter.replica.work("book", "receptionist") as work:
        found = work.first(select(slot_leases.c.uid).where(slot_leases.c.starts_at == place))
    assert found is not None
    clinic.clock.move(timedelta(days=20_000))
    counter.uptime.pass_by(timedelta(hours=11, minutes=59))
    assert not counter.book(place).is_provisional


def test_expiry_frees_nothing_for_others(clinic: LittleClinic, counter: Counter) -> None:
    place = counter.leases()[0]
    booked = counter.book(place)  # and then it is cut off for days
    counter.uptime.pass_by(timedelta(hours=30))
    clinic.clock.move(timedelta(minutes=5))
    tend_at_centre(clinic.centre)
    assert isinstance(online_booking(clinic, place), Declined)
    assert outcomes(clinic, counter) == [("synced", "applied")]
    assert not row_of(clinic, booked)["is_provisional"]


def test_coming_back_it_returns_what_it_has_and_gets_new_places(clinic: LittleClinic, counter: Counter) -> None:
    before = counter.leases()
    sold = counter.book(before[0])
    counter.uptime.pass_by(timedelta(hours=13))
    counter.online()
    assert row_of(clinic, sold)["holds_slot"]
    assert len(counter.leases()) == 2
    assert before[0] not in counter.leases()
    assert cells(clinic) == 18  # who was sold a seat, and two places anew
    with clinic.centre.read() as reading:
        held = held_leases(reading)
    assert [lease.returned_at for lease in held] == [None, None]


def test_a_lost_answer_leaks_no_places(clinic: LittleClinic, counter: Counter) -> None:
    counter.uptime.pass_by(timedelta(hours=7))
    assert tend_leases(counter.replica)
    clinic.offer(counter.device)  # the answer is lost
    tend_at_centre(clinic.centre)
    tend_at_centre(clinic.centre)
    clinic.push(counter.device)
    tend_at_centre(clinic.centre)
    clinic.pull(counter.device)
    assert len(counter.leases()) == 2
    assert cells(clinic) == 12
    with clinic.centre.read() as reading:
        assert reading.scalar(select(func.count()).select_from(lease_asks)) == 2


def test_after_a_restart_old_leases_are_returned_not_leaked(clinic: LittleClinic, counter: Counter) -> None:
    before = counter.leases()
    counter.uptime.start_again()
    counter.restart()
    counter.online()
    assert len(counter.leases()) == 2
    assert cells(clinic) == 12
    with clinic.centre.read() as reading:
        returned = reading.all(select(slot_leases).where(slot_leases.c.freed_at.is_not(None)))
    assert sorted(row["starts_at"] for row in returned) == before
    assert not counter.book(counter.leases()[0]).is_provisional


def test_a_copy_on_another_machine_sells_and_returns_nothing(clinic: LittleClinic, counter: Counter) -> None:
    place = counter.leases()[0]
    copy = Counter(clinic, counter.device, HandUptime("machine-9"), people=300)
    copy.restart()
    booked = copy.book(place)
    assert booked.is_provisional
    assert tend_leases(copy.replica)
    with copy.replica.read() as reading:
        of_lease = reading.scalar(select(appointments.c.lease_uid).where(appointments.c.uid == booked.uid))
        assert of_lease is None, "the seat may be sold where the lease was asked for"
        assert reading.scalar(select(func.count()).where(slot_leases.c.returned_at.is_not(None))) == 0


def test_revoking_gives_the_places_back_and_its_late_bookings_are_provisional(
    clinic: LittleClinic, counter: Counter
) -> None:
    first, second = counter.leases()
    known = counter.book(first)
    clinic.sync(counter.device)
    late = counter.book(second)
    revoke_device(clinic.centre, ADMIN, counter.device.identity.id)
    assert row_of(clinic, known)["holds_slot"]
    assert isinstance(online_booking(clinic, first), Declined)
    assert isinstance(online_booking(clinic, second), dict)
    assert outcomes(clinic, counter) == [("conflict", "slot_taken")]
    assert row_of(clinic, late)["is_provisional"]
    assert row_of(clinic, late)["lease_uid"] is None


def test_a_machine_that_is_written_off_and_comes_back_goes_on(clinic: LittleClinic, counter: Counter) -> None:
    first, second = counter.leases()
    late = counter.book(first)
    assert write_off_leases(clinic.centre, ADMIN, counter.device.identity.id) == 2
    assert cells(clinic) == 0
    assert outcomes(clinic, counter) == [("synced", "provisional_confirmed")]
    assert row_of(clinic, late)["holds_slot"]
    assert counter.book(second).is_provisional
    counter.uptime.pass_by(timedelta(hours=7))
    counter.online()
    assert len(counter.leases()) == 2


def test_a_lease_of_another_machine_is_neither_sold_nor_returned(
    clinic: LittleClinic, counter: Counter, other: Counter
) -> None:
    place = counter.leases()[0]
    clinic.pull(other.device)
    with other.replica.work("mischief", "receptionist") as work:
        lease = work.first(select(slot_leases).where(slot_leases.c.starts_at == place))
        assert lease is not None
        work.change(slot_leases, lease, returned_at=work.now)
    assert outcomes(clinic, other) == [("failed", "not_its_lease")]
    booked = other.book(MORNING + HALF_AN_HOUR)
    with other.replica.work("mischief", "receptionist") as work:
        row = work.first(select(appointments).where(appointments.c.uid == booked.uid))
        assert row is not None
        work.change(appointments, row, scheduled_date=place, lease_uid=lease["uid"], is_provisional=False)
    assert [outcome for _, outcome in outcomes(clinic, other)] == ["provisional_confirmed", "slot_taken"]
    assert row_of(clinic, booked)["is_provisional"]
    assert not counter.book(place).is_provisional
    assert outcomes(clinic, counter) == [("synced", "applied")]


def test_a_hub_confirms_what_others_booked_from_its_own_places_only(clinic: LittleClinic, counter: Counter) -> None:
    """Here the counter is the hub: it holds a kiosk's provisional bookings while the line is cut."""
    place = counter.leases()[0]
    kiosk_uptime = HandUptime("machine-3")
    kiosk = Counter(clinic, clinic.enrol("C", 3, "kiosk", kiosk_uptime), kiosk_uptime, people=700)
    clinic.pull(kiosk.device)
    policy(clinic, kinds=["hub"])
    with clinic.centre.read() as reading:
        assert reading.first(select(slot_leases).where(slot_leases.c.starts_at == place)) is not None
    elsewhere = kiosk.book(MORNING + HALF_AN_HOUR)
    assert elsewhere.is_provisional
    clinic.sync(kiosk.device, counter.device)
    with counter.replica.work("set_back", "system") as work:
        row = work.first(select(appointments).where(appointments.c.uid == elsewhere.uid))
        assert row is not None
        work.change(appointments, row, scheduled_date=place, is_provisional=True)
    with counter.replica.work("confirm_held", "system") as work:
        assert confirm_held(work) == 1
    with counter.replica.work("confirm_held", "system") as work:
        assert confirm_held(work) == 0
    assert outcomes(clinic, counter)[-1][0] == "synced"
    row = row_of(clinic, elsewhere)
    assert (row["is_provisional"], row["holds_slot"]) == (False, False)
    assert row["lease_uid"] is not None
    kiosk.device.database.close()


def test_what_was_sold_and_is_in_quarantine_keeps_its_seat(clinic: LittleClinic, counter: Counter) -> None:
    place = counter.leases()[0]
    lease = _lease_at(counter, place)
    with counter.replica.work("book", "receptionist") as work:
        work.create(
            appointments,
            appointment_number="APT-2026-A9001",
            patient_id=4_711,  # nobody
            doctor_id=clinic.doctor["id"],
            location_id=clinic.location["id"],
            scheduled_date=place,
            duration_minutes=30,
            lease_uid=lease,
        )
    assert outcomes(clinic, counter)[0][0] == "failed"
    counter.uptime.pass_by(timedelta(hours=13))
    counter.online()
    assert isinstance(online_booking(clinic, place), Declined)


def test_who_comes_back_after_the_lease_ended_gets_a_place_if_one_is_free(
    clinic: LittleClinic, counter: Counter
) -> None:
    """Called off and taken back by the line of a later day, when nobody remembers the lease."""
    place = counter.leases()[0]
    booked = counter.book(place)
    clinic.sync(counter.device)

    def become(status: str) -> None:
        with clinic.centre.work("step", "receptionist") as work:
            row = work.first(select(appointments).where(appointments.c.uid == booked.uid))
            assert row is not None
            work.change(appointments, row, status=status)
            settle_unplaced(work, booked.uid)

    become("cancelled")
    become("scheduled")
    assert (row_of(clinic, booked)["holds_slot"], cells(clinic)) == (False, 12)  # still the lease's
    become("cancelled")
    policy(clinic, days=0)
    clinic.pull(counter.device)
    counter.uptime.pass_by(timedelta(hours=13))
    counter.online()
    assert cells(clinic) == 0
    become("scheduled")
    assert (row_of(clinic, booked)["holds_slot"], cells(clinic)) == (True, 6)


def test_hours_that_change_under_a_lease_leave_the_booking_and_tell_the_desk(
    clinic: LittleClinic, counter: Counter
) -> None:
    place = counter.leases()[0]
    booked = counter.book(place)
    with clinic.centre.work("hours", "admin") as work:
        row = work.first(select(availability))
        assert row is not None
        work.delete(availability, row)
    assert outcomes(clinic, counter) == [("conflict", "hours_changed")]
    assert not row_of(clinic, booked)["is_provisional"]
    counter.uptime.pass_by(timedelta(hours=13))
    counter.online()
    assert row_of(clinic, booked)["holds_slot"]
    assert cells(clinic) == 6


def test_hours_that_change_under_a_booking_make_a_conflict_with_other_times(clinic: LittleClinic) -> None:
    at = MORNING + HALF_AN_HOUR
    assert isinstance(online_booking(clinic, at), dict)
    noon = Rule(MORNING.date(), time(0), time(12), is_open=False)
    for _ in range(2):  # said twice, it is one thing to settle
        added(clinic.centre, ADMIN, clinic.doctor["id"], clinic.location["id"], noon)
    with clinic.centre.read() as reading:
        (conflict,) = reading.all(select(conflicts))
        booked = reading.first(select(appointments).where(appointments.c.uid == conflict["record_uid"]))
    assert booked is not None
    assert (conflict["kind"], conflict["patient_id"]) == ("hours_changed", booked["patient_id"])
    assert (booked["status"], booked["holds_slot"], booked["scheduled_date"]) == ("scheduled", True, at)
    assert [slot["starts_at"][11:16] for slot in conflict["alternatives"]] == [
        "12:00",
        "12:30",
        "13:00",
        "13:30",
        "14:00",
    ]


def test_kiosks_that_never_book_and_a_clinic_that_wants_none_hold_nothing(clinic: LittleClinic) -> None:
    uptime = HandUptime()
    kiosk = Counter(clinic, clinic.enrol("A", 1, "kiosk", uptime), uptime)
    kiosk.online()
    assert kiosk.leases() == []
    policy(clinic, kinds=["kiosk"], places_per_day=5, share_percent=50)
    clinic.pull(kiosk.device)
    kiosk.online()
    assert len(kiosk.leases()) == 5
    policy(clinic, days=0)
    clinic.pull(kiosk.device)
    uptime.pass_by(timedelta(hours=13))
    kiosk.online()
    assert kiosk.leases() == []
    assert cells(clinic) == 0
    kiosk.device.database.close()


def test_all_machines_together_leave_most_of_the_day_to_others(clinic: LittleClinic) -> None:
    counters = [
        Counter(clinic, clinic.enrol(series, number, "reception", HandUptime(series)), HandUptime(series))
        for number, series in enumerate("ABCD", start=1)
    ]
    for one in counters:
        one.restart()
        one.online()
    assert [len(one.leases()) for one in counters] == [2, 2, 0, 0]  # a fifth of twenty places
    for one in counters:
        one.device.database.close()


def test_a_new_incarnation_leaves_old_leases_to_an_admin(clinic: LittleClinic, counter: Counter) -> None:
    place = counter.leases()[0]
    with counter.device.database.writing() as connection:
        connection.execute(delete(lease_clocks))  # as `records.upstream.incarnations` does, who forgets what was leased
    assert counter.book(place).is_provisional
    counter.online()
    with clinic.centre.read() as reading:
        assert len([one for one in held_leases(reading) if one.starts_at == place]) == 1
    assert isinstance(online_booking(clinic, place), Declined)


def test_what_a_machine_sold_before_it_went_on_as_another_keeps_its_seat(
    clinic: LittleClinic, counter: Counter, other: Counter
) -> None:
    """Its sets are made again under the new name; a stranger's that say the same find the place taken."""
    place, second = counter.leases()
    first, strangers = _lease_at(counter, place), _lease_at(counter, second)
    clinic.pull(other.device)
    renewed = other.book(MORNING + HALF_AN_HOUR)
    clinic.sync(other.device)
    own = devices.c.id == other.device.identity.id
    with clinic.centre.database.writing() as connection:
        holder = counter.device.identity.id
        connection.execute(update(devices).where(own).values(renewed_from=holder).execution_options(**DOOR))
    _sell_as(other, renewed, place, first)
    assert outcomes(clinic, other) == [("synced", "applied")]
    assert row_of(clinic, renewed)["lease_uid"] == first
    with clinic.centre.database.writing() as connection:
        connection.execute(update(devices).where(own).values(renewed_from=None).execution_options(**DOOR))
    _sell_as(other, renewed, second, strangers)
    assert outcomes(clinic, other) == [("conflict", "slot_taken")]


def _sell_as(counter: Counter, booked: Appointment, at: datetime, lease_uid: UUID) -> None:
    with counter.replica.work("book", "receptionist") as work:
        row = work.first(select(appointments).where(appointments.c.uid == booked.uid))
        assert row is not None
        work.change(appointments, row, scheduled_date=at, lease_uid=lease_uid, is_provisional=False)


def test_a_restored_centre_keeps_what_it_forgot_that_it_granted(clinic: LittleClinic, counter: Counter) -> None:
    """Its backup is of before the leases; a machine that is cut off has sold from them."""
    place, other_place = counter.leases()
    sold = counter.book(place)
    with clinic.centre.database.writing() as connection:  # the backup is put back
        connection.execute(delete(slot_leases).execution_options(**DOOR))
        connection.execute(delete(slot_counts))
        connection.execute(update(devices).values(key_hash="ab" * 32).execution_options(**DOOR))
    begin_epoch(clinic.centre)
    assert isinstance(online_booking(clinic, place), Declined)
    assert isinstance(online_booking(clinic, other_place), Declined)
    assert clinic.push(counter.device)[0].status == "synced"
    assert (row_of(clinic, sold)["holds_slot"], row_of(clinic, sold)["is_provisional"]) == (True, False)
    assert isinstance(online_booking(clinic, other_place), Declined)  # it may go on selling
    counter.online()  # it hears of the restore, and asks anew
    assert isinstance(online_booking(clinic, place), Declined)
    assert isinstance(online_booking(clinic, MORNING + HALF_AN_HOUR), dict)


def test_what_was_asked_before_a_restore_says_nothing_of_what_was_sold_since(
    clinic: LittleClinic, counter: Counter
) -> None:
    """It is offered again, and comes before what was sold from its leases: nobody gets these places between."""
    place = counter.leases()[0]
    with clinic.centre.database.writing() as connection:  # the backup is put back: of before the machine asked
        connection.execute(delete(slot_leases).execution_options(**DOOR))
        connection.execute(delete(slot_counts))
        connection.execute(update(lease_asks).values(answered_at=None).execution_options(**DOOR))
        connection.execute(update(devices).values(key_hash="ab" * 32).execution_options(**DOOR))
    begin_epoch(clinic.centre)
    tend_at_centre(clinic.centre)
    assert isinstance(online_booking(clinic, place), Declined)
    sold = counter.book(place)
    counter.online()
    assert (row_of(clinic, sold)["holds_slot"], row_of(clinic, sold)["is_provisional"]) == (True, False)
    assert counter.leases()
    assert isinstance(online_booking(clinic, MORNING + HALF_AN_HOUR), dict)


def test_a_place_that_a_restored_centre_still_counts_for_an_older_lease_of_its_seller_is_theirs(
    clinic: LittleClinic, counter: Counter
) -> None:
    """It forgot the lease that came after, and the older one is given back, but not free yet, when the sale arrives."""
    place = counter.leases()[0]
    counter.restart()
    counter.online()  # gives back what it had, and is granted the same anew
    assert place in counter.leases()
    with clinic.centre.database.writing() as connection:  # the backup is put back
        since = slot_leases.c.returned_at.is_(None)
        connection.execute(delete(slot_leases).where(since).execution_options(**DOOR))
        connection.execute(update(slot_leases).values(freed_at=None).execution_options(**DOOR))
        connection.execute(update(devices).values(key_hash="ab" * 32).execution_options(**DOOR))
    begin_epoch(clinic.centre)
    counted = cells(clinic)
    sold = counter.book(place)
    assert not sold.is_provisional
    assert outcomes(clinic, counter) == [("synced", "provisional_confirmed")]
    assert cells(clinic) == counted  # the seat is theirs, and was nobody's in between
    counter.online()  # the older lease is free at last, and what was sold keeps its seat
    assert (row_of(clinic, sold)["holds_slot"], row_of(clinic, sold)["is_provisional"]) == (True, False)
    assert isinstance(online_booking(clinic, place), Declined)


def test_after_a_restore_a_machine_that_is_written_off_holds_up_nobody(clinic: LittleClinic, counter: Counter) -> None:
    with clinic.centre.database.writing() as connection:
        connection.execute(update(devices).values(key_hash="ab" * 32).execution_options(**DOOR))
    begin_epoch(clinic.centre)
    at = MORNING + HALF_AN_HOUR
    assert isinstance(online_booking(clinic, at), Declined)
    write_off_leases(clinic.centre, ADMIN, counter.device.identity.id)
    assert isinstance(online_booking(clinic, at), dict)


def test_numbers_of_a_machine_are_of_its_own_series_and_grow(clinic: LittleClinic, counter: Counter) -> None:
    first = counter.book(counter.leases()[0])
    assert (first.number, first.patient_number) == ("APT-2026-A0001", "PAT-2026-A00001")
    with counter.device.database.writing() as connection:
        connection.execute(update(counters).where(counters.c.name == "appointment_number:2026").values(last=9_999))
    with pytest.raises(SlotTakenError):
        counter.book(counter.leases()[0])  # what was rolled back took no number
    second = counter.book(counter.leases()[1])
    assert (second.number, second.patient_number) == ("APT-2026-A10000", "PAT-2026-A00002")
    assert {status for status, _ in outcomes(clinic, counter)} == {"synced"}
    assert row_of(clinic, second)["appointment_number"] == "APT-2026-A10000"


def _lease_at(counter: Counter, place: datetime) -> UUID:
    with counter.replica.read() as reading:
        uid: UUID = reading.scalar(select(slot_leases.c.uid).where(slot_leases.c.starts_at == place))
    return uid
