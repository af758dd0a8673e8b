"""Real processes with a hub between them: the line to the centre is cut, the hub dies and is lost, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.queue.calling import call_next
from server_sync.records.tables import offline_sync_logs, queue_management
from tests.faults.lobby import START_S, eventually
from tests.faults.place_with_a_hub import Machine, PlaceWithAHub, Server, place_with_a_hub, told_by


@pytest.fixture
def place(tmp_path: Path) -> Iterator[PlaceWithAHub]:
    with place_with_a_hub(tmp_path) as place:
        yield place


def check_in_at(machine: Machine, appointment_uid: UUID) -> str:
    with machine.replica.work("check_in", "patient") as work:
        outcome = check_in(work, appointment_uid, TicketPrinting("en", has_printer=False))
    assert isinstance(outcome, CheckedIn), outcome
    return outcome.ticket.token_number


def call_at(place: PlaceWithAHub, desk: Machine) -> None:
    with desk.replica.work("call_next", "system") as work:
        call_next(work, place.location_id, place.doctor_id)


def queue_at(machine: Machine) -> dict[str, str]:
    with machine.replica.read() as reading:
        rows = reading.all(select(queue_management.c.token_number, queue_management.c.current_status))
    return {row["token_number"]: row["current_status"] for row in rows}


def queue_at_the_centre(place: PlaceWithAHub) -> dict[str, str]:
    with closing(place.records().database) as database, database.reading() as connection:
        query = select(queue_management.c.token_number, queue_management.c.current_status)
        return {row.token_number: row.current_status for row in connection.execute(query)}


def receipts(place: PlaceWithAHub) -> dict[str, int]:
    """How many sets the centre holds of each device; each of them is there once, by its unique id."""
    with closing(place.records().database) as database, database.reading() as connection:
        log = offline_sync_logs.c
        query = select(log.device_id, func.count()).where(log.sequence > 0, log.intent.in_(["check_in", "call_next"]))
        return {row[0]: row[1] for row in connection.execute(query.group_by(log.device_id))}


def test_two_kiosks_and_a_desk_share_one_queue_while_the_centre_is_away(place: PlaceWithAHub) -> None:
    place.start_hub()
    eventually(place.hub_is_ready, START_S, lambda: told_by(place))
    kiosk, other, desk = place.machine("kiosk"), place.machine("kiosk"), place.machine("reception")
    everybody = (kiosk, other, desk)
    hub = proved(place, everybody)
    for machine in everybody:
        machine.pull(hub)
    place.cut()

    first = check_in_at(kiosk, place.booked[0])
    assert [one.status for one in kiosk.push(hub)] == ["held"]
    other.pull(hub)
    desk.pull(hub)
    assert queue_at(other) == {first: "waiting"}
    call_at(place, desk)
    desk.push(hub)
    kiosk.pull(hub)
    assert queue_at(kiosk) == {first: "called"}

    place.kill("hub")
    place.start_hub()
    second = check_in_at(other, place.booked[1])
    other.push(hub)
    other.push(place.centre)  # its own line is well: so that this one comes both ways
    kiosk.pull(hub)
    assert queue_at(kiosk) == {first: "called", second: "waiting"}

    place.line.heal()
    expected = {str(kiosk.uid): 1, str(other.uid): 1, str(desk.uid): 1}
    eventually(lambda: receipts(place) == expected, START_S, lambda: told_by(place))
    assert queue_at_the_centre(place) == {first: "called", second: "waiting"}
    eventually(lambda: all_settled(hub, everybody), START_S, lambda: told_by(place))
    assert [queue_at(machine) for machine in everybody] == [{first: "called", second: "waiting"}] * 3


def test_a_hub_whose_disk_is_lost_loses_nothing(place: PlaceWithAHub) -> None:
    place.start_hub()
    eventually(place.hub_is_ready, START_S, lambda: told_by(place))
    kiosk, other = place.machine("kiosk"), place.machine("kiosk")
    hub = proved(place, (kiosk, other))
    for machine in (kiosk, other):
        machine.pull(hub)
    place.cut()
    number = check_in_at(kiosk, place.booked[0])
    kiosk.push(hub)
    other.pull(hub)
    place.kill("hub")
    place.wipe_hub()
    assert kiosk.pending == 1
    place.line.heal()
    place.start_hub()
    eventually(place.hub_is_ready, START_S, lambda: told_by(place))
    another = proved(place, (kiosk, other))
    assert another.name != hub.name
    assert [one.status for one in kiosk.push(another)] == ["held"]
    eventually(lambda: all_settled(another, (kiosk,)), START_S, lambda: told_by(place))
    assert queue_at_the_centre(place) == {number: "waiting"}
    other.pull(another)
    assert queue_at(other) == {number: "waiting"}


def proved(place: PlaceWithAHub, machines: tuple[Machine, ...]) -> Server:
    """The hub, once the centre has told it of all of these."""

    def is_known() -> bool:
        try:
            for machine in machines:
                place.hub(machine)
        except AssertionError:
            return False
        return True

    eventually(is_known, START_S, lambda: told_by(place))
    return place.hub(machines[0])


def all_settled(hub: Server, machines: tuple[Machine, ...]) -> bool:
    for machine in machines:
        if machine.pending:
            machine.push(hub)
        machine.pull(hub)
    return all(machine.pending == 0 for machine in machines)
