"""A hub in the lobby: what one machine does there stands at the others while the centre is away, and settles once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from server_sync.central.sync.receive import receive
from server_sync.central.sync.settling.offers import Refusal
from server_sync.central.sync.site import site_of
from server_sync.clinic.leases import NoUptime
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.patients.erase import Erased, erase
from server_sync.desk.queue.calling import call_next
from server_sync.desk.queue.outcomes import Joined
from server_sync.desk.queue.steps import set_status
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.hub.application import Hub
from server_sync.hub.keeping import Keeper
from server_sync.hub.pages import hub_page
from server_sync.hub.stored_sets import HELD_BY_HUB, count_held, prune_settled
from server_sync.protocol import hub_keys
from server_sync.protocol.canonical import digest
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import RefusedFault, StorageFault, TransportFault
from server_sync.protocol.push import SetAnswer, encode_push, parse_push
from server_sync.records.database import DOOR, Database, open_database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    audit_trail,
    devices,
    held_sets,
    offline_sync_logs,
    patients,
    queue_management,
    upstreams,
)
from server_sync.worker.upkeep import KEEP_SETTLED
from server_sync.worker.worker import Worker
from tests.clinics import DEVICE_KEY, MORNING, Device, HandClock, LittleClinic
from tests.hubs import HubInTheLobby, pending, push_straight

QUARTER = timedelta(minutes=15)
TEN = MORNING + 4 * QUARTER


@dataclass(frozen=True, slots=True)
class Lobby:
    """Two kiosks, a desk and a hub, all of which have pulled once."""

    clinic: LittleClinic
    hub: HubInTheLobby
    kiosk: Device
    other: Device
    desk: Device

    def everybody_hears(self) -> None:
        for device in (self.kiosk, self.other, self.desk):
            self.hub.tell(device)


@pytest.fixture
def lobby(centre_database: Database, tmp_path: Path) -> Iterator[Lobby]:
    clinic = LittleClinic(centre_database, tmp_path)
    made = Lobby(
        clinic,
        HubInTheLobby(clinic),
        clinic.enrol("A", 1),
        clinic.enrol("B", 2),
        clinic.enrol("D", 3, "reception"),
    )
    yield made
    for device in (made.kiosk, made.other, made.desk, made.hub.device):
        device.database.close()


def opened(lobby: Lobby) -> UUID:
    """One appointment that everybody has heard of."""
    appointment = lobby.clinic.book(TEN)["uid"]
    lobby.hub.pull()
    lobby.everybody_hears()
    return UUID(str(appointment))


def check_in_at(device: Device, appointment_uid: UUID) -> str:
    with device.replica.work("check_in", "patient") as work:
        outcome = check_in(work, appointment_uid, TicketPrinting("en"))
    assert isinstance(outcome, CheckedIn)
    return outcome.ticket.token_number


def call_at(lobby: Lobby, desk: Device) -> None:
    with desk.replica.work("call_next", "system") as work:
        call_next(work, lobby.clinic.location["id"], lobby.clinic.doctor["id"])


def statuses(answers: tuple[SetAnswer, ...]) -> list[tuple[str, str]]:
    return [(one.status, one.outcome) for one in answers]


def states(clinic: LittleClinic, replica: Replica | None = None) -> list[tuple[str, str]]:
    return [(place["token_number"], place["current_status"]) for place in clinic.places(replica)]


def receipts(clinic: LittleClinic) -> list[Row]:
    with clinic.centre.read() as reading:
        return list(reading.all(select(offline_sync_logs).where(offline_sync_logs.c.sequence > 0)))


def test_a_check_in_at_one_kiosk_stands_at_the_other_while_the_centre_is_away(lobby: Lobby) -> None:
    appointment = opened(lobby)
    number = check_in_at(lobby.kiosk, appointment)
    assert statuses(lobby.hub.take(lobby.kiosk)) == [("held", HELD_BY_HUB)]
    lobby.everybody_hears()
    for device in (lobby.kiosk, lobby.other, lobby.desk):
        assert states(lobby.clinic, device.replica) == [(number, "waiting")]
    assert lobby.clinic.places() == []  # the centre has not heard of it
    assert len(pending(lobby.kiosk)) == 1  # and so its device keeps it


def test_the_desk_calls_whom_a_kiosk_has_checked_in_and_both_hear_of_it(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.everybody_hears()
    call_at(lobby, lobby.desk)
    lobby.hub.take(lobby.desk)
    lobby.everybody_hears()
    assert states(lobby.clinic, lobby.other.replica) == [(number, "called")]
    assert lobby.hub.forward() == 2
    assert states(lobby.clinic) == [(number, "called")]


def test_what_reaches_the_centre_before_what_it_builds_on_is_applied_once_that_has_come(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.tell(lobby.desk)
    call_at(lobby, lobby.desk)
    assert statuses(push_straight(lobby.clinic, lobby.desk)) == [("failed", "unknown_record")]
    push_straight(lobby.clinic, lobby.kiosk)
    assert states(lobby.clinic) == [(number, "called")]


def test_what_was_held_is_settled_once_however_it_comes(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    straight = push_straight(lobby.clinic, lobby.kiosk)
    assert [one.status for one in straight] == ["synced"]
    assert lobby.hub.forward() == 1
    assert len(receipts(lobby.clinic)) == 1
    assert len(lobby.clinic.places()) == 1
    assert count_held(lobby.hub.device.database) == 0


def test_a_device_hears_the_centres_own_answer_from_the_hub(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.forward()
    lobby.hub.pull()
    lobby.hub.tell(lobby.kiosk)
    page = hub_page(lobby.hub.device.replica, lobby.kiosk.identity, None)
    assert page.settled_through == 1
    assert statuses(lobby.hub.take(lobby.kiosk)) == [("synced", "applied")]
    assert pending(lobby.kiosk) == ()


def test_a_lost_answer_of_the_centres_is_asked_for_again(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.device.replica.clock = HandClock(MORNING.replace(year=1970))  # its battery was empty
    lobby.hub.line.loses_answers = True
    with pytest.raises(TransportFault):
        lobby.hub.forward()
    lobby.hub.line.loses_answers = False
    assert lobby.hub.forward() == 1
    assert len(receipts(lobby.clinic)) == 1
    # It was not settled in 1970: a centre that is restored from a backup will want it.
    assert prune_settled(lobby.hub.device.database, MORNING - KEEP_SETTLED) == 0
    assert prune_settled(lobby.hub.device.database, MORNING + timedelta(days=1)) == 1


def test_a_set_is_forwarded_as_its_device_wrote_it(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    (made,) = pending(lobby.kiosk)
    lobby.hub.take(lobby.kiosk)
    lobby.hub.forward()
    (receipt,) = receipts(lobby.clinic)
    assert (receipt["change_set_uid"], receipt["hash"]) == (made.change_set.uid, made.hash)
    assert receipt["data"] == made.change_set.to_json()
    assert receipt["device_id"] == str(lobby.kiosk.identity.uid)


def test_a_hub_that_starts_again_goes_on_with_what_it_holds(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.begin()
    call_at_desk_after = lobby.clinic.book(TEN + timedelta(hours=1), code="11112222", phone="+44 7700 900999")
    lobby.hub.pull()
    lobby.everybody_hears()
    assert states(lobby.clinic, lobby.other.replica) == [(number, "waiting")]
    check_in_at(lobby.other, call_at_desk_after["uid"])
    lobby.hub.take(lobby.other)
    assert lobby.hub.forward() == 2
    assert len(lobby.clinic.places()) == 2


def test_the_centres_page_does_not_take_away_what_is_held(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    with lobby.clinic.centre.work("edit", "system") as work:
        row = work.all(select(patients))[0]
        work.change(patients, row, phone="+44 7700 900777")
    lobby.hub.pull()
    lobby.everybody_hears()
    assert states(lobby.clinic, lobby.other.replica) == [(number, "waiting")]
    with lobby.other.replica.read() as reading:
        assert reading.scalar(select(patients.c.phone)) == "+44 7700 900777"


def test_two_check_ins_of_one_appointment_are_one_visit_at_the_hub_as_at_the_centre(lobby: Lobby) -> None:
    appointment = opened(lobby)
    check_in_at(lobby.kiosk, appointment)
    check_in_at(lobby.other, appointment)
    lobby.hub.take(lobby.kiosk)
    lobby.hub.take(lobby.other)
    lobby.everybody_hears()
    foretold = states(lobby.clinic, lobby.hub.device.replica)
    assert sorted(state for _, state in foretold) == ["cancelled", "waiting"]
    lobby.hub.forward()
    assert states(lobby.clinic) == foretold


def test_after_all_is_settled_everybody_holds_what_the_centre_holds(lobby: Lobby) -> None:
    appointment = opened(lobby)
    check_in_at(lobby.kiosk, appointment)
    check_in_at(lobby.other, appointment)
    lobby.hub.take(lobby.kiosk)
    lobby.hub.take(lobby.other)
    lobby.everybody_hears()
    lobby.hub.forward()
    lobby.hub.pull()
    lobby.everybody_hears()
    at_the_centre = lobby.clinic.places()
    for device in (lobby.hub.device, lobby.kiosk, lobby.other, lobby.desk):
        held = lobby.clinic.places(device.replica)
        assert [(one["uid"], one["version"], one["current_status"]) for one in held] == [
            (one["uid"], one["version"], one["current_status"]) for one in at_the_centre
        ]


def test_what_went_straight_before_leaves_no_gap_at_the_hub(lobby: Lobby) -> None:
    first = opened(lobby)
    second = lobby.clinic.book(TEN + timedelta(hours=1), code="11112222", phone="+44 7700 900999")["uid"]
    lobby.hub.pull()
    lobby.everybody_hears()
    check_in_at(lobby.kiosk, first)
    push_straight(lobby.clinic, lobby.kiosk)  # and the hub has not heard of it
    check_in_at(lobby.kiosk, second)
    assert [one.status for one in lobby.hub.take(lobby.kiosk)] == ["held"]
    page = hub_page(lobby.hub.device.replica, lobby.kiosk.identity, None)
    assert page.reflected_through == 0  # its rows lack the first, so its device lays both over them
    assert lobby.hub.forward() == 1


def test_what_the_centre_had_settled_stands_as_it_sent_it_at_a_hub_that_has_not_heard_of_it(lobby: Lobby) -> None:
    appointment = opened(lobby)
    check_in_at(lobby.kiosk, appointment)
    push_straight(lobby.clinic, lobby.kiosk)
    for device in (lobby.kiosk, lobby.other, lobby.desk):
        lobby.clinic.pull(device)
    (place,) = lobby.clinic.places(lobby.desk.replica)
    with lobby.desk.replica.work("set_queue_status", "desk") as work:  # of the appointment alone this hub knows
        set_status(work, place["id"], QueueStatus.IN_CONSULTATION, doctor_id=lobby.clinic.doctor["id"])
    lobby.hub.take(lobby.desk)

    for device in (lobby.kiosk, lobby.other):
        lobby.hub.tell(device)
        assert [one["version"] for one in lobby.clinic.places(device.replica)] == [place["version"]]


def test_a_body_with_a_gap_in_it_is_taken_as_far_as_it_goes(lobby: Lobby) -> None:
    opened(lobby)
    sets = three_sets(lobby)
    answers = offer(lobby, [sets[0], sets[2]])
    assert statuses(answers) == [("held", HELD_BY_HUB), ("refused", "sequence_gap")]
    assert [one.status for one in offer(lobby, sets)] == ["held"] * 3


def test_another_set_in_a_place_that_is_taken_is_a_copys(lobby: Lobby) -> None:
    opened(lobby)
    sets = three_sets(lobby)
    offer(lobby, sets[:1])
    copied = replace(sets[0][0], uid=lobby.kiosk.replica.new_uid())
    assert statuses(offer(lobby, [(copied, copied.hash()), sets[1]])) == [("refused", "reused_sequence")] * 2
    changed = replace(sets[0][0], intent="other")
    assert statuses(offer(lobby, [(changed, changed.hash())])) == [("refused", "changed_body")]


def test_what_a_copy_did_next_does_not_fit_the_sequence_by_chance(lobby: Lobby) -> None:
    opened(lobby)
    sets = three_sets(lobby)
    offer(lobby, sets[:1])
    copys = replace(sets[1][0], uid=lobby.kiosk.replica.new_uid())
    assert statuses(offer(lobby, [(copys, copys.hash())], lobby.kiosk.replica.new_uid())) == [
        ("refused", "reused_sequence")
    ]
    assert [one.status for one in offer(lobby, sets[1:], sets[0][0].uid)] == ["held", "held"]


def test_the_same_body_again_is_held_once(lobby: Lobby) -> None:
    opened(lobby)
    sets = three_sets(lobby)
    assert offer(lobby, sets) == offer(lobby, sets)
    assert count_held(lobby.hub.device.database) == 3


def test_a_set_that_nobody_can_read_is_held_and_forwarded_like_any_other(lobby: Lobby) -> None:
    opened(lobby)
    (first, hashed), second, _ = three_sets(lobby)
    body = json.loads(json.dumps(encode_push(lobby.kiosk.identity.uid, [(first, hashed), second])))
    unread = json.loads(json.dumps(first.to_json()))
    body["sync_data"][0]["action"] = unread["sync_data"][0]["action"] = "juggle"
    body["change_sets"][0]["hash"] = digest(unread)
    answers = lobby.hub.keeper.keep(lobby.kiosk.identity, parse_push(body))
    assert [one.status for one in answers] == ["held", "held"]
    assert lobby.hub.forward() == 2
    with lobby.hub.device.replica.read() as reading:
        said = reading.all(select(held_sets.c.status).order_by(held_sets.c.sequence))
    assert [row["status"] for row in said] == ["failed", "synced"]


def test_a_revoked_devices_sets_are_given_up_and_nothing_of_them_stands(lobby: Lobby) -> None:
    appointment = opened(lobby)
    check_in_at(lobby.kiosk, appointment)
    lobby.hub.take(lobby.kiosk)
    lobby.hub.tell(lobby.other)
    with lobby.clinic.centre.work("revoke", "system") as work:
        row = work.all(select(devices).where(devices.c.uid == lobby.kiosk.identity.uid))[0]
        work.change(devices, row, revoked_at=work.now)
    assert lobby.hub.forward() == 0
    assert count_held(lobby.hub.device.database) == 0
    assert states(lobby.clinic, lobby.hub.device.replica) == []
    lobby.hub.tell(lobby.other)
    assert states(lobby.clinic, lobby.other.replica) == []
    check_in_at(lobby.other, appointment)


def test_a_restored_centre_gets_again_what_it_had_settled(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.pull()
    before = hub_page(lobby.hub.device.replica, lobby.other.identity, None).epoch
    lobby.hub.forward()
    lobby.hub.pull()
    forget(lobby.clinic)
    lobby.clinic.clock.move(timedelta(seconds=5))
    lobby.clinic.restore(epoch=7)
    lobby.hub.pull()
    assert count_held(lobby.hub.device.database) == 1
    assert states(lobby.clinic, lobby.hub.device.replica) == [(number, "waiting")]
    assert hub_page(lobby.hub.device.replica, lobby.other.identity, None).epoch != before
    assert lobby.hub.forward() == 1
    assert states(lobby.clinic) == [(number, "waiting")]


def test_a_hub_whose_clock_is_years_ahead_takes_no_visit_of_today_from_a_kiosk(lobby: Lobby) -> None:
    appointment = opened(lobby)
    ahead = HandClock(MORNING + timedelta(days=1_000))
    lobby.hub.device.replica.clock = ahead
    lobby.hub.begin()
    check_in_at(lobby.other, appointment)
    lobby.hub.take(lobby.other)
    lobby.hub.tell(lobby.kiosk)
    assert len(states(lobby.clinic, lobby.kiosk.replica)) == 1
    with lobby.kiosk.replica.read() as reading:
        assert reading.all(select(appointments.c.uid)) != []


def test_what_was_never_settled_of_somebody_goes_though_they_were_erased_meanwhile(lobby: Lobby) -> None:
    opened(lobby)
    with lobby.hub.device.replica.read() as reading:
        (person,) = reading.all(select(patients))
    with lobby.kiosk.replica.work("join_queue", "patient") as work:
        join(work, Joining(person["id"], lobby.clinic.location["id"], lobby.clinic.doctor["id"]))
    lobby.hub.take(lobby.kiosk)
    with lobby.clinic.centre.work("erase", "system") as work:
        assert isinstance(erase(work, person["id"]), Erased)
    lobby.hub.pull()
    assert len(states(lobby.clinic, lobby.hub.device.replica)) == 1

    lobby.hub.keeper.give_up(lobby.kiosk.identity.uid, Refusal.REUSED_SEQUENCE)

    assert states(lobby.clinic, lobby.hub.device.replica) == []


def test_what_a_copy_did_after_a_set_that_the_centre_refused_is_refused_by_the_hub_as_well(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.keeper.give_up(lobby.kiosk.identity.uid, Refusal.REUSED_SEQUENCE)
    with lobby.kiosk.replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-2026-A0001", first_name="Ada", last_name="Sample")
    answers = lobby.hub.take(lobby.kiosk)
    assert {(one.status, one.outcome) for one in answers} == {("refused", "reused_sequence")}
    assert count_held(lobby.hub.device.database) == 0


def test_what_follows_a_set_unknown_to_the_hub_is_not_taken_once_a_copy_has_spoken(lobby: Lobby) -> None:
    """Two bodies on their way: of the first some are refused without being kept, and the second fits the sequence."""
    opened(lobby)
    sets = three_sets(lobby)
    offer(lobby, sets[:1])
    lobby.hub.keeper.give_up(lobby.kiosk.identity.uid, Refusal.REUSED_SEQUENCE)
    assert statuses(offer(lobby, sets[:2])) == [("refused", "reused_sequence")] * 2
    assert statuses(offer(lobby, sets[2:], sets[1][0].uid)) == [("refused", "reused_sequence")]


def test_what_a_hub_holds_of_a_copy_goes_with_the_set_that_the_centre_refused(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    with lobby.kiosk.replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-2026-A0001", first_name="Ada", last_name="Sample")
    lobby.hub.take(lobby.kiosk)
    first = pending(lobby.kiosk)[0].change_set.uid
    lobby.hub.keeper.give_up(lobby.kiosk.identity.uid, Refusal.REUSED_SEQUENCE, [first])
    assert count_held(lobby.hub.device.database) == 0


def test_a_kiosk_that_was_put_back_while_the_centre_is_away_counts_on_from_what_its_hub_tells_it(
    lobby: Lobby, tmp_path: Path
) -> None:
    """Of what it did since, the hub knows: it would give numbers and ids again, and fail before the next patient."""
    booked = [lobby.clinic.book(TEN + n * QUARTER, code=f"{n:08d}", first_name=f"P{n}") for n in range(3)]
    uids = [UUID(str(one["uid"])) for one in booked]
    lobby.hub.pull()
    lobby.hub.tell(lobby.kiosk)
    backup = kept_aside(lobby.kiosk, tmp_path / "kiosk-A.db", tmp_path / "backup.db")
    try:
        known = [check_in_at(lobby.kiosk, uid) for uid in uids[:2]]
        join_at(lobby, lobby.kiosk)
        with lobby.kiosk.replica.work("book", "patient") as work:
            whom = {name: booked[2][name] for name in ("patient_id", "doctor_id", "location_id", "scheduled_date")}
            number = f"APT-2026-A{work.next_count('appointment_number:2026'):04d}"
            work.create(appointments, appointment_number=number, status="scheduled", **whom)
        lobby.hub.take(lobby.kiosk)
        with backup.database.writing() as connection:
            connection.execute(update(upstreams).where(upstreams.c.name == lobby.hub.uid).values(cursor=""))
        lobby.hub.tell(backup, limit=2)  # its last appointment comes before its places do
        with backup.replica.read() as reading:
            given = set(reading.connection.scalars(select(queue_management.c.id)))

        number = check_in_at(backup, uids[2])
        joined = join_at(lobby, backup)

        assert known == ["20260309-A001", "20260309-A002"]
        assert (number, joined) == ("20260309-A004", "20260309-A005")
        places = lobby.clinic.places(backup.replica)
        assert len({place["id"] for place in places} - given) == 2
    finally:
        backup.database.close()


def test_what_a_hub_laid_of_a_copy_goes_as_soon_as_the_originals_set_is_settled_there(
    lobby: Lobby, tmp_path: Path
) -> None:
    """By its sequence it counts as settled, long before it is forwarded and refused; nobody would send these rows."""
    first = opened(lobby)
    second = UUID(str(lobby.clinic.book(TEN + QUARTER, code="11112222", first_name="Ben")["uid"]))
    lobby.hub.pull()
    lobby.everybody_hears()
    original = kept_aside(lobby.kiosk, tmp_path / "kiosk-A.db", tmp_path / "original.db")
    try:
        check_in_at(lobby.kiosk, first)
        lobby.hub.take(lobby.kiosk)
        lobby.hub.tell(lobby.other)
        assert len(states(lobby.clinic, lobby.other.replica)) == 1
        number = check_in_at(original, second)
        push_straight(lobby.clinic, original)

        lobby.hub.pull()
        lobby.hub.tell(lobby.other)

        for replica in (lobby.hub.device.replica, lobby.other.replica):
            assert states(lobby.clinic, replica) == [(number, "waiting")]
            with replica.read() as reading:
                (copied,) = reading.all(select(appointments).where(appointments.c.uid == first))
            assert (copied["status"], copied["queue_token"]) == ("scheduled", None)
    finally:
        original.database.close()


def kept_aside(device: Device, path: Path, backup: Path) -> Device:
    """The same device, as it is now, in a file of its own."""
    device.database.close()
    shutil.copy(path, backup)
    database = open_database(f"sqlite:///{backup}", key_hex=DEVICE_KEY)
    clock, random = device.replica.clock, Random(11).randbytes
    return Device(Replica(database, clock=clock, random_bytes=random, since_boot=NoUptime()), device.identity)


def join_at(lobby: Lobby, device: Device) -> str:
    with device.replica.work("register", "patient") as work:
        number = f"PAT-2026-{work.identity.series}{work.next_count('patient_number:2026'):05d}"
        patient = work.create(patients, patient_number=number, first_name="Walk-in")
        outcome = join(work, Joining(patient["id"], lobby.clinic.location["id"], lobby.clinic.doctor["id"]))
    assert isinstance(outcome, Joined)
    return outcome.ticket.token_number


def test_a_hub_without_the_clinics_records_asks_to_come_back_later(lobby: Lobby) -> None:
    lobby.clinic.pull(lobby.kiosk)
    with lobby.kiosk.replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-2026-A0001", first_name="Ada", last_name="Sample")
    with pytest.raises(StorageFault, match="does not hold") as raised:
        lobby.hub.take(lobby.kiosk)
    assert raised.value.code == "not_ready"
    with pytest.raises(StorageFault):
        hub_page(lobby.hub.device.replica, lobby.kiosk.identity, None)


def test_only_a_hub_speaks_for_others_and_only_for_those_of_its_place(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    body = json.dumps(
        encode_push(lobby.kiosk.identity.uid, [(one.change_set, one.hash) for one in pending(lobby.kiosk)])
    )
    for speaker in (lobby.other.identity, replace(lobby.hub.device.identity, location_id=99)):
        with pytest.raises(RefusedFault) as raised:
            receive(lobby.clinic.centre, speaker, body.encode())
        assert raised.value.code == "other_device"
    assert receipts(lobby.clinic) == []


def test_a_hub_is_told_keys_that_serve_nowhere_else(lobby: Lobby) -> None:
    key_hash = hub_keys.key_hash_of("a kiosk's own key")
    with lobby.clinic.centre.database.writing() as connection:
        is_it = devices.c.uid == lobby.kiosk.identity.uid
        connection.execute(update(devices).where(is_it).values(key_hash=key_hash).execution_options(**DOOR))
    told = {one.uid: one for one in site_of(lobby.clinic.centre, lobby.hub.device.identity)}
    shown = hub_keys.at_hub(key_hash, lobby.hub.device.identity.uid)
    assert told[lobby.kiosk.identity.uid].hub_key_hash == hub_keys.key_hash_of(shown)
    assert key_hash not in json.dumps([one.to_json() for one in told.values()])
    assert told[lobby.desk.identity.uid].hub_key_hash is None
    with pytest.raises(RefusedFault, match="hub"):
        site_of(lobby.clinic.centre, lobby.kiosk.identity)


def three_sets(lobby: Lobby) -> list[tuple[ChangeSet, str]]:
    for count in range(3):
        with lobby.kiosk.replica.work("register", "patient") as work:
            work.create(
                patients, patient_number=f"PAT-2026-A000{count + 1}", first_name="Ada", last_name=f"Sample {count}"
            )
    return [(one.change_set, one.hash) for one in pending(lobby.kiosk)]


def change_email(replica: Replica) -> None:
    with replica.work("edit", "system") as work:
        work.change(patients, work.all(select(patients))[0], email="jane@clinic.example")


class FullAtFirst(Keeper):
    """Whose disk has room again by the second time."""

    is_full = True

    def take_up_own(self) -> None:
        if self.is_full:
            self.is_full = False
            raise StorageFault("disk_full", "no space is left", retry_helps=True)
        super().take_up_own()


class Nudged(Worker):
    """Which counts how often it is woken."""

    nudges = 0

    def nudge(self) -> None:
        self.nudges += 1


def offer(lobby: Lobby, sets: list[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
    body = json.loads(json.dumps(encode_push(lobby.kiosk.identity.uid, sets, after)))
    return lobby.hub.keeper.keep(lobby.kiosk.identity, parse_push(body))


def forget(clinic: LittleClinic) -> None:
    """The centre as a backup from before has it."""
    with clinic.centre.database.writing() as connection:
        connection.execute(offline_sync_logs.delete().where(offline_sync_logs.c.sequence > 0))
        connection.execute(queue_management.delete().execution_options(**DOOR))
        back = update(appointments).values(status="scheduled", queue_token=None, version=1)
        connection.execute(back.execution_options(**DOOR))
        connection.execute(audit_trail.delete().where(audit_trail.c.intent == "check_in").execution_options(**DOOR))
        assert connection.execute(select(func.count()).select_from(queue_management)).scalar() == 0


def test_what_the_hub_does_itself_stands_with_what_it_holds(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.everybody_hears()
    change_email(lobby.hub.device.replica)
    lobby.hub.keeper.take_up_own()
    lobby.everybody_hears()
    with lobby.other.replica.read() as reading:
        assert reading.scalar(select(patients.c.email)) == "jane@clinic.example"
    lobby.clinic.book(TEN + timedelta(hours=2), code="33334444", phone="+44 7700 900888")
    lobby.hub.pull()
    assert states(lobby.clinic, lobby.hub.device.replica) == [(number, "waiting")]
    lobby.hub.forward()
    lobby.clinic.push(lobby.hub.device)
    with lobby.clinic.centre.read() as reading:
        assert reading.scalar(select(patients.c.email).order_by(patients.c.id)) == "jane@clinic.example"


def test_what_the_hub_did_itself_is_told_though_sets_of_a_kiosk_came_between(lobby: Lobby) -> None:
    opened(lobby)
    change_email(lobby.hub.device.replica)
    three_sets(lobby)
    lobby.hub.take(lobby.kiosk)
    lobby.hub.keeper.take_up_own()
    lobby.everybody_hears()
    with lobby.other.replica.read() as reading:
        assert reading.scalar(select(patients.c.email)) == "jane@clinic.example"


def test_what_the_hub_did_itself_is_sent_and_told_though_its_disk_was_full_just_after_the_commit(lobby: Lobby) -> None:
    opened(lobby)
    replica = lobby.hub.device.replica
    hub = Hub(replica, lambda: None, lambda: None)  # type: ignore[arg-type, return-value]  # its worker never begins
    hub.worker = nudged = Nudged(replica, hub._line, lambda _state: None, lambda _nouns: None)
    hub.keeper = FullAtFirst(replica, hub._news)
    replica.on_commit = lambda _places: hub._did_something()
    change_email(replica)  # whoever does it hears of no fault
    assert nudged.nudges == 1
    lobby.everybody_hears()
    with lobby.other.replica.read() as reading:
        assert reading.scalar(select(patients.c.email)) is None
    hub._news()
    lobby.everybody_hears()
    with lobby.other.replica.read() as reading:
        assert reading.scalar(select(patients.c.email)) == "jane@clinic.example"


def test_an_erased_person_is_kept_at_the_hub_no_longer_than_their_sets_wait(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    with lobby.clinic.centre.work("erase", "system") as work:
        patient_id = work.all(select(patients.c.id))[0]["id"]
        assert isinstance(erase(work, patient_id), Erased)
    lobby.hub.pull()
    assert count_held(lobby.hub.device.database) == 1
    lobby.hub.forward()
    with lobby.hub.device.replica.read() as reading:
        assert reading.all(select(held_sets)) == []
    assert lobby.hub.take(lobby.kiosk)[0].status == "held"  # and so it gets the centre's own answer once more
    lobby.hub.forward()
    assert count_held(lobby.hub.device.database) == 0


def test_what_was_settled_of_an_erased_person_is_forgotten_at_the_hub(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, opened(lobby))
    lobby.hub.take(lobby.kiosk)
    lobby.hub.forward()
    lobby.hub.pull()
    with lobby.clinic.centre.work("erase", "system") as work:
        assert isinstance(erase(work, work.all(select(patients.c.id))[0]["id"]), Erased)
    lobby.hub.pull()
    with lobby.hub.device.replica.read() as reading:
        assert reading.all(select(held_sets)) == []


NONSENSE: dict[str, dict[str, object]] = {
    "a day that is none": {"date_of_birth": "soon"},
    "a name that is a list": {"first_name": ["Ada"]},
    "no columns at all": {},
    "another's id": {"id": 1},
    "another uid inside": {"uid": "00000000-0000-0000-0000-000000000008"},
    "a reference that is a list": {"merged_into_uid": ["x"]},
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_is_held_and_nothing_of_it_stands(lobby: Lobby, kind: str) -> None:
    opened(lobby)
    (first, hashed), (second, also), _ = three_sets(lobby)
    body = json.loads(json.dumps(encode_push(lobby.kiosk.identity.uid, [(first, hashed), (second, also)])))
    unread = json.loads(json.dumps(first.to_json()))
    for item in (body["sync_data"][0], unread["sync_data"][0]):
        item["data"] = NONSENSE[kind] and {**item["data"], **NONSENSE[kind]}
    body["change_sets"][0]["hash"] = digest(unread)
    answers = lobby.hub.keeper.keep(lobby.kiosk.identity, parse_push(body))
    assert [one.status for one in answers] == ["held", "held"]
    lobby.hub.begin()
    lobby.clinic.book(TEN + timedelta(hours=1), code="11112222", phone="+44 7700 900999")
    lobby.hub.pull()
    lobby.hub.tell(lobby.other)
    lobby.hub.forward()
    lobby.hub.pull()
    at_the_hub, at_the_centre = (people_at(replica) for replica in (lobby.hub.device.replica, lobby.clinic.centre))
    assert at_the_hub == at_the_centre


def people_at(replica: Replica) -> set[tuple[object, object]]:
    with replica.read() as reading:
        return {(row["uid"], row["first_name"]) for row in reading.all(select(patients.c.uid, patients.c.first_name))}
