"""No place that was confirmed is ever confirmed to somebody else, in whatever order things happen.

Two counters, a copy of one, the clinic's own desk: they sell, call off, are cut off, started again, put back from a
backup and written off, and their answers get lost. Beside them stands a model that knows promises only. The same
machine must find each of the bugs that are planted below.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete, func, select, update

from server_sync.central.access.callers import Caller
from server_sync.central.desk import booking
from server_sync.central.desk.clinic_setup import write_off_leases
from server_sync.central.places import leased_seats, leases, offered_places
from server_sync.central.sync.ingest import DeviceIdentity, Offered, ingest
from server_sync.clinic.leases import Asked, RunTime
from server_sync.clinic.numbers import series_at
from server_sync.clinic.roles import Role
from server_sync.clinic.slots import cell_of, cells_of
from server_sync.desk.appointments import seats
from server_sync.desk.appointments.after_booking import Scope, cancel
from server_sync.desk.appointments.booking import BookingWish, book
from server_sync.desk.appointments.leases import tend_leases
from server_sync.desk.appointments.outcomes import Booked, Declined, Person
from server_sync.desk.appointments.slot_claims import SlotTakenError
from server_sync.records import outbox
from server_sync.records.database import DOOR, open_database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import (
    appointments,
    availability,
    devices,
    locations,
    offline_sync_logs,
    replica,
    slot_counts,
    slot_leases,
    users,
)
from tests.clinics import DEVICE_KEY, MORNING, Device, HandClock, LittleClinic
from tests.fakes.uptime import HandUptime

DESK = Caller(Role.ADMIN, "admin")
SLOTS = 6
HALF_AN_HOUR = timedelta(minutes=30)
FIRST = datetime.combine(MORNING.date(), time(12), UTC)


@dataclass
class Promise:
    """Somebody was told that a time is theirs."""

    slot: int
    by: int | None
    """Which counter; None for the clinic's own desk."""
    is_void: bool = False
    """The clinic gave it up knowingly: its machine was written off, or its only record is gone."""


@dataclass
class Machine:
    """One counter: its records, its clocks, and an older copy of its records."""

    device: Device
    file: Path
    uptime: HandUptime
    clock: HandClock
    backup: Path | None = None
    is_written_off: bool = False
    has_a_copy: bool = False
    """Which has spoken in its name."""


@dataclass
class House:
    """What all runs share: a clinic, and empty records to copy."""

    clinic: LittleClinic
    folder: Path
    template: Path
    made: int = 0
    people: int = 0
    open: list[Machine] = field(default_factory=list)

    def machine(self) -> Machine:
        """A new counter that has heard of the clinic."""
        self.made += 1
        uid = self.clinic.centre.new_uid()
        with self.clinic.centre.work("enrol", "system") as work:
            row = work.create(
                devices,
                uid=uid,
                name=f"Reception {self.made}",
                kind="reception",
                location_id=self.clinic.location["id"],
                series=series_at(self.made),
                id_block=self.made,
            )
        file = self.folder / f"counter-{self.made}.db"
        shutil.copy(self.template, file)
        identity = DeviceIdentity(row["id"], uid, self.clinic.location["id"], self.made, "reception")
        uptime, clock = HandUptime(f"machine-{self.made}"), HandClock(self.clinic.clock.now())
        with open_records(file) as database:
            found(database, Identity("device", uid, self.clinic.location["id"], row["series"], self.made))
        machine = Machine(self.opened(file, identity, uptime, clock), file, uptime, clock)
        self.open.append(machine)
        return machine

    def opened(self, file: Path, identity: DeviceIdentity, uptime: HandUptime, clock: HandClock) -> Device:
        database = open_database(f"sqlite:///{file}", key_hex=DEVICE_KEY)
        return Device(
            Replica(database, clock=clock, random_bytes=self.clinic.centre.random_bytes, since_boot=uptime), identity
        )

    def close(self) -> None:
        for machine in self.open:
            machine.device.database.close()
        self.open.clear()


class open_records:  # noqa: N801  # reads as a function
    """The records in a file, closed at the end."""

    def __init__(self, file: Path) -> None:
        self.database = open_database(f"sqlite:///{file}", key_hex=DEVICE_KEY)

    def __enter__(self) -> Any:
        return self.database

    def __exit__(self, *_: object) -> None:
        self.database.close()


class LeaseMachine(RuleBasedStateMachine):
    """Whatever may happen to a clinic's places in one morning."""

    house: House

    which = st.integers(0, 1)
    slots = st.integers(0, SLOTS - 1)

    @initialize(capacity=st.sampled_from([1, 1, 2]))
    def a_new_doctor(self, capacity: int) -> None:
        clinic = self.house.clinic
        self.house.close()
        with clinic.centre.database.writing() as connection:
            for table in (slot_counts, slot_leases, appointments):
                connection.execute(delete(table).execution_options(**DOOR))
            connection.execute(update(availability).values(deleted_at=MORNING).execution_options(**DOOR))
        with clinic.centre.work("set_up", "system") as work:
            self.doctor = work.create(users, display_name="Dr Sharma", role="doctor", location_id=clinic.location["id"])
            work.create(
                availability,
                doctor_id=self.doctor["id"],
                location_id=clinic.location["id"],
                date=MORNING.date(),
                start_time=time(12),
                end_time=time(12 + SLOTS // 2),
                max_patients_per_slot=capacity,
            )
        self.capacity = capacity
        self.promises: dict[UUID, Promise] = {}
        self.machines = [self.house.machine(), self.house.machine()]
        for machine in self.machines:
            clinic.pull(machine.device)
            self._syncs(machine)

    @rule(which=which, slot=slots, is_its_own=st.sampled_from([True, True, False]))
    def a_counter_sells(self, which: int, slot: int, is_its_own: bool) -> None:
        machine = self.machines[which]
        own = self._leased_to(machine.device) if is_its_own else []
        slot = own[slot % len(own)] if own else slot
        uid = self._sell(machine.device.replica, slot)
        if uid is not None:
            is_void = machine.is_written_off and not self._is_counted(machine, uid)
            self.promises[uid] = Promise(slot, which, is_void)

    @rule(which=which, number=st.integers(0, 20))
    def a_counter_calls_off(self, which: int, number: int) -> None:
        here = self.machines[which].device.replica
        known = sorted(uid for uid, one in self.promises.items() if one.by == which)
        if known:
            self._call_off(here, known[number % len(known)])

    @rule(slot=slots)
    def the_desk_sells(self, slot: int) -> None:
        told: Any = booking.book(
            self.house.clinic.centre, DESK, self._wish(slot), None, lambda one: {"uid": str(one.appointment.uid)}
        )
        if not isinstance(told, Declined):
            self.promises[UUID(told["uid"])] = Promise(slot, None)

    @rule(number=st.integers(0, 20))
    def the_desk_calls_off(self, number: int) -> None:
        with self.house.clinic.centre.read() as reading:
            here = {row["uid"] for row in reading.all(select(appointments.c.uid))}
        known = sorted(here & self.promises.keys())
        if known:
            self._call_off(self.house.clinic.centre, known[number % len(known)])

    @rule(which=which, most=st.integers(1, 3), answer_comes=st.booleans())
    def a_counter_sends(self, which: int, most: int, answer_comes: bool) -> None:
        self._send(self._in_contact(which).device, most, answer_comes=answer_comes)

    @rule(which=which)
    def a_counter_hears(self, which: int) -> None:
        machine = self._in_contact(which)
        self.house.clinic.pull(machine.device)
        machine.is_written_off = machine.is_written_off and self._holds_what_is_written_off(machine)

    @rule(which=which)
    def a_counter_tends_its_leases(self, which: int) -> None:
        tend_leases(self.machines[which].device.replica)

    @rule()
    def the_centre_tends_leases(self) -> None:
        leases.tend_leases(self.house.clinic.centre)

    @rule(which=which)
    def a_counter_is_online_for_a_while(self, which: int) -> None:
        self._syncs(self._in_contact(which))

    @rule(which=which, hours=st.sampled_from([1, 7, 13]))
    def time_goes_by(self, which: int, hours: int) -> None:
        self.machines[which].uptime.pass_by(timedelta(hours=hours))

    @rule(which=which, by=st.sampled_from([timedelta(hours=-5), timedelta(days=-9_000), timedelta(0)]))
    def somebody_sets_the_clock(self, which: int, by: timedelta) -> None:
        machine = self.machines[which]
        machine.clock.move(self.house.clinic.clock.now() + by - machine.clock.now())

    @rule(which=which, is_reboot=st.booleans())
    def a_counter_is_started_again(self, which: int, is_reboot: bool) -> None:
        machine = self.machines[which]
        if is_reboot:
            machine.uptime.start_again()
        self._reopen(machine)

    @rule(which=which)
    def a_backup_is_made(self, which: int) -> None:
        machine = self.machines[which]
        machine.device.database.close()
        machine.backup = machine.file.with_suffix(".backup")
        shutil.copy(machine.file, machine.backup)
        self._reopen(machine)

    @precondition(lambda self: any(machine.backup for machine in self.machines))
    @rule(which=which)
    def a_backup_is_put_back(self, which: int) -> None:
        """What was never sent and is not in the backup is known to nobody any more."""
        machine = self.machines[which]
        if machine.backup is None:
            return
        machine.device.database.close()
        for left in machine.file.parent.glob(f"{machine.file.name}-*"):
            left.unlink()
        shutil.copy(machine.backup, machine.file)
        self._reopen(machine)
        with machine.device.replica.read() as reading:
            here = {row["uid"] for row in reading.all(select(appointments.c.uid))}
        for uid, promise in self.promises.items():
            if promise.by == which and uid not in here and not self._row(uid):
                promise.is_void = True

    @precondition(lambda self: any(machine.backup for machine in self.machines))
    @rule(which=which, slot=slots, is_sent=st.booleans())
    def a_copy_runs_elsewhere(self, which: int, slot: int, is_sent: bool) -> None:
        machine = self.machines[which]
        if machine.backup is None:
            return
        file = machine.file.with_suffix(".copy")
        shutil.copy(machine.backup, file)
        clock = HandClock(self.house.clinic.clock.now())
        copy = self.house.opened(file, machine.device.identity, HandUptime("elsewhere"), clock)
        own = self._leased_to(copy)
        slot = own[slot % len(own)] if own else slot
        uid = self._sell(copy.replica, slot)
        if uid is not None:
            self.promises[uid] = Promise(slot, None)
        tend_leases(copy.replica)
        if is_sent:
            self._send(copy, 3, answer_comes=True)
            machine.has_a_copy = True
        copy.database.close()

    @rule(which=which)
    def an_admin_writes_a_counter_off(self, which: int) -> None:
        """Knowingly: what it sold and nobody heard of counts as provisional."""
        machine = self.machines[which]
        write_off_leases(self.house.clinic.centre, DESK, machine.device.identity.id)
        machine.is_written_off = True
        for uid, promise in self.promises.items():
            if promise.by == which and self._row(uid) is None:
                promise.is_void = True

    @invariant()
    def nobody_has_what_somebody_else_was_promised(self) -> None:
        if not hasattr(self, "promises"):
            return
        promised = Counter(promise.slot for promise in self.promises.values() if not promise.is_void)
        assert max(promised.values(), default=0) <= self.capacity, promised
        with self.house.clinic.centre.read() as reading:
            counts = reading.all(select(slot_counts).where(slot_counts.c.taken > 0))
            known = {row["uid"]: row for row in reading.all(select(appointments))}
            leased = reading.all(select(slot_leases).where(slot_leases.c.freed_at.is_(None)))
        for uid, promise in self.promises.items():
            if uid in known and not promise.is_void:
                self._stands(promise, known[uid])
        standing = {row["uid"] for row in leased}
        confirmed: Counter[datetime] = Counter()
        for row in known.values():
            if row["status"] == "scheduled" and not row["is_provisional"]:
                assert row["holds_slot"] or row["lease_uid"] in standing, "confirmed, and without a place"
                confirmed[row["scheduled_date"]] += 1
        assert max(confirmed.values(), default=0) <= self.capacity, confirmed
        expected: Counter[int] = Counter()
        for row in known.values():
            if row["holds_slot"]:
                expected.update(cells_of(row["scheduled_date"], row["scheduled_date"] + HALF_AN_HOUR))
        for row in leased:
            expected.update(cells_of(row["starts_at"], row["ends_at"]))
        assert {cell_of(row["starts_at"]): row["taken"] for row in counts} == dict(expected)

    def _stands(self, promise: Promise, row: Mapping[Any, Any]) -> None:
        assert row["scheduled_date"] == FIRST + promise.slot * HALF_AN_HOUR
        assert not row["is_provisional"]
        assert row["holds_slot"] or row["lease_uid"] is not None

    def _leased_to(self, device: Device) -> list[int]:
        """The slots that a counter holds, as far as it knows."""
        with device.replica.read() as reading:
            own = slot_leases.c.device_id == device.identity.id
            rows = reading.all(select(slot_leases.c.starts_at).where(own, slot_leases.c.returned_at.is_(None)))
        return sorted((row["starts_at"] - FIRST) // HALF_AN_HOUR for row in rows)

    def _sell(self, at: Replica, slot: int) -> UUID | None:
        """The appointment's uid where it was confirmed."""
        try:
            with at.work("book", "receptionist") as work:
                outcome = book(work, self._wish(slot))
        except SlotTakenError:
            return None
        if isinstance(outcome, Booked) and not outcome.appointment.is_provisional:
            return outcome.appointment.uid
        return None

    def _wish(self, slot: int) -> BookingWish:
        self.house.people += 1
        somebody = Person("Jane", f"Sample {self.house.people}", f"+44 7700 {self.house.people:06d}")
        return BookingWish(self.doctor["id"], FIRST + slot * HALF_AN_HOUR, somebody)

    def _call_off(self, at: Replica, uid: UUID) -> None:
        with at.work("cancel_appointment", "receptionist") as work:
            row = work.first(select(appointments.c.id).where(appointments.c.uid == uid))
            done = None if row is None else cancel(work, row["id"], Scope(), None)
        if isinstance(done, Booked):
            self.promises.pop(uid, None)

    def _send(self, device: Device, most: int, *, answer_comes: bool) -> None:
        sets = outbox.pending(device.database, most)
        settled = ingest(self.house.clinic.centre, device.identity, [Offered(one.change_set, one.hash) for one in sets])
        if answer_comes:
            answers = [
                outbox.Answer(one.change_set_uid, one.status, one.outcome, one.resolution)
                for one in settled
                if one.status is not None
            ]
            outbox.mark_answered(device.database, answers, self.house.clinic.clock.now())

    def _in_contact(self, which: int) -> Machine:
        """A counter that speaks to the centre. One whose records went back, or whose copy spoke before it, is found out
        then, and goes on under another name; what it did not send stays with it.
        """
        machine = self.machines[which]
        own = machine.device.identity
        with self.house.clinic.centre.read() as reading:
            known = reading.scalar(
                select(func.max(offline_sync_logs.c.sequence)).where(offline_sync_logs.c.device_id == str(own.uid))
            )
        with machine.device.replica.read() as reading:
            last = reading.scalar(select(replica.c.last_sequence))
        if (known or 0) <= last and not machine.has_a_copy:
            return machine
        for promise in self.promises.values():
            if promise.by == which:
                promise.by = None
        self.machines[which] = self.house.machine()
        self.house.clinic.pull(self.machines[which].device)
        return self.machines[which]

    def _syncs(self, machine: Machine) -> None:
        for _ in range(2):
            self._send(machine.device, 50, answer_comes=True)
            leases.tend_leases(self.house.clinic.centre)
            self.house.clinic.pull(machine.device)
            tend_leases(machine.device.replica)

    def _reopen(self, machine: Machine) -> None:
        machine.device.database.close()
        machine.device = self.house.opened(machine.file, machine.device.identity, machine.uptime, machine.clock)

    def _row(self, uid: UUID) -> Mapping[Any, Any] | None:
        with self.house.clinic.centre.read() as reading:
            return reading.first(select(appointments).where(appointments.c.uid == uid))

    def _is_counted(self, machine: Machine, uid: UUID) -> bool:
        """Whether the lease that an appointment was sold from is one that the centre still counts."""
        with machine.device.replica.read() as reading:
            lease = reading.scalar(select(appointments.c.lease_uid).where(appointments.c.uid == uid))
        with self.house.clinic.centre.read() as reading:
            return (
                reading.first(
                    select(slot_leases.c.id).where(slot_leases.c.uid == lease, slot_leases.c.freed_at.is_(None))
                )
                is not None
            )

    def _holds_what_is_written_off(self, machine: Machine) -> bool:
        with machine.device.replica.read() as reading:
            held = select(slot_leases.c.uid).where(
                slot_leases.c.returned_at.is_(None), slot_leases.c.written_off_at.is_(None)
            )
            known = [row["uid"] for row in reading.all(held)]
        with self.house.clinic.centre.read() as reading:
            gone = select(slot_leases.c.id).where(slot_leases.c.uid.in_(known), slot_leases.c.freed_at.is_not(None))
            return reading.first(gone) is not None


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("leases")
    centre = open_database(f"sqlite:///{folder / 'centre.db'}")
    template = folder / "template.db"
    with open_records(template) as database:
        migrate(database)
    made = House(LittleClinic(centre, folder), folder, template)
    with made.clinic.centre.work("change_location", "admin") as work:
        work.change(
            locations,
            {**made.clinic.location, "lease_policy": None},
            lease_policy={"share_percent": 50, "places_per_day": 2},
        )
    yield made
    made.close()
    centre.close()


def run_machine(house: House, examples: int, steps: int = 30) -> None:
    run_state_machine_as_test(
        type("Morning", (LeaseMachine,), {"house": house}),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_confirmed_place_is_sold_twice(house: House) -> None:
    run_machine(house, 40)


def _sold_by_wall_clock(_asked: Asked | None, _now: RunTime | None, _sell_for_s: int) -> bool:
    return True


def _freed_when_it_ends(real: Callable[[Replica], None]) -> Callable[[Replica], None]:
    """Seats that go to others because time went by."""

    def tend(centre: Replica) -> None:
        with centre.work("expire", "system") as work:
            standing = select(slot_leases).where(slot_leases.c.freed_at.is_(None))
            for lease in work.all(standing):
                leased_seats.free_seats(work, lease)
        real(centre)

    return tend


PLANTED: dict[str, tuple[object, str, Callable[[Any], Any]]] = {
    "a lease is sold from whatever run and whenever it was asked for": (
        seats,
        "may_sell",
        lambda _real: _sold_by_wall_clock,
    ),
    "expiry frees the seats": (leases, "tend_leases", _freed_when_it_ends),
    "a write-off leaves late bookings confirmed": (
        offered_places,
        "is_sold_from_its_lease",
        lambda _real: lambda _connection, row, _device: row["lease_uid"] is not None,
    ),
    "a seat is sold again as soon as the book is not kept": (
        seats,
        "seats_left",
        lambda _real: lambda seats, _wanted, _sold: seats,
    ),
}


@pytest.mark.parametrize("bug", PLANTED)
def test_the_machine_finds(house: House, bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, name, planted = PLANTED[bug]
    monkeypatch.setattr(module, name, planted(getattr(module, name)))
    with pytest.raises(AssertionError):
        run_machine(house, 200)
