"""A device between its centre and a hub: what is held stays its own, and no row goes backwards when it moves."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

import orjson
import pytest
from sqlalchemy import select, update

from server_sync.central.serving import Server, address_of, listen
from server_sync.central.sync.digests import compare, images_of, records_by_name
from server_sync.central.sync.enrolment import invite_device
from server_sync.central.sync.erasures import erase_again
from server_sync.central.sync.feed_pages import feed_page
from server_sync.central.sync.receive import receive
from server_sync.clinic.clocks import HybridTime, to_unix_ms
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.hub.certificate import certificate_in
from server_sync.hub.pages import hub_page, hub_records
from server_sync.hub.serving import hub_config, open_hub
from server_sync.hub.settings import HubSettings
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.digests import DigestAnswer, DigestQuestion, ImagesAnswer, ImagesQuestion, Reference
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.pages import FeedPage, encode_grouped, parse_line
from server_sync.protocol.push import REFUSED, SetAnswer, encode_push, parse_push
from server_sync.records import outbox
from server_sync.records.database import Database
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, devices, feed_heads, queue_management, site_devices, upstreams
from server_sync.records.tables import replica as replica_table
from server_sync.records.upstream.apply import apply_page
from server_sync.records.upstream.held_rows import has_held_rows
from server_sync.records.upstream.holding import count_held
from server_sync.records.upstream.passing_on import begin_own_epoch
from server_sync.worker.courier import Courier, Pushed
from server_sync.worker.healing import Patience, release_held
from server_sync.worker.hub_handshake import LobbyHubs
from server_sync.worker.laid_over import lay_over
from server_sync.worker.state import Link
from tests.clinics import MORNING, Device, LittleClinic
from tests.hubs import HubInTheLobby, push_straight
from tests.sites import PATIENCE_S, UNHURRIED, SyncedKiosk, eventually, running_site

TEN = MORNING + timedelta(hours=1)
Answer = TypeVar("Answer")


class InHand:
    """The way from a device to its centre, or to a hub, without a network; what travels travels as JSON."""

    def __init__(self, lobby: Lobby, device: Device, hub: HubInTheLobby | None = None, *, of_all: bool = True) -> None:
        self._centre = lobby.clinic.centre
        self._device = device
        self._hub = hub
        self._of_all = of_all
        self.pushed: list[list[int]] = []
        self.refuses_with: str | None = None

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        self.pushed.append([one.sequence for one, _ in sets])
        if self.refuses_with is not None:
            return tuple(SetAnswer(one.uid, REFUSED, self.refuses_with, "") for one, _ in sets)
        body = orjson.dumps(encode_push(self._device.identity.uid, sets, after))
        if self._hub is not None:
            return self._hub.keeper.keep(self._device.identity, parse_push(orjson.loads(body)))
        return receive(self._centre, self._device.identity, body)

    def prepare(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> None:
        """Nothing is to be made ready."""

    async def pull(self, cursor: str | None) -> FeedPage:
        if self._hub is not None:
            return _travelled(hub_page(self._hub.device.replica, self._device.identity, cursor))
        return _travelled(feed_page(self._centre, self._device.identity, cursor, of_all=self._of_all))

    async def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        while True:
            page = await self.pull(cursor)
            yield page
            if page.is_last:
                return
            cursor = page.cursor

    async def compare(self, question: DigestQuestion) -> DigestAnswer:
        return compare(self._centre, self._device.identity, question)

    async def images(self, question: ImagesQuestion) -> ImagesAnswer:
        return images_of(self._centre, self._device.identity, question)

    async def rows(self, references: Sequence[Reference]) -> FeedPage:
        if self._hub is not None:
            return _travelled(hub_records(self._hub.device.replica, self._device.identity, references, 2))
        return _travelled(records_by_name(self._centre, self._device.identity, references))

    async def tell_erasures(self, uids: Sequence[UUID]) -> int:
        return erase_again(self._centre, self._device.identity, uids)

    async def learned_waits(self, known: str) -> bytes | None:
        return None

    async def renew(self, device_uid: UUID, key_hash: str) -> Enrolment:
        raise ProtocolFault("only_at_the_centre", "nobody becomes another in a lobby")

    async def listen(self) -> AsyncIterator[None]:
        for _ in ():
            yield

    async def close(self) -> None:
        """Nothing is open."""


def _travelled(page: FeedPage) -> FeedPage:
    return parse_line(orjson.loads(orjson.dumps(encode_grouped(page))))


@dataclass(frozen=True, slots=True)
class Lobby:
    """A kiosk, a desk and a hub that hold all that the centre holds; two appointments stand in it."""

    clinic: LittleClinic
    hub: HubInTheLobby
    kiosk: Device
    desk: Device
    appointment: UUID
    later: UUID

    def at_hub(self, device: Device) -> tuple[Courier, InHand]:
        way = InHand(self, device, self.hub)
        return Courier(device.replica, way, upstream=self.hub.uid), way

    def at_centre(self, device: Device, *, of_all: bool = True) -> tuple[Courier, InHand]:
        way = InHand(self, device, of_all=of_all)
        return Courier(device.replica, way), way


@pytest.fixture
def lobby(centre_database: Database, tmp_path: Path) -> Iterator[Lobby]:
    clinic = LittleClinic(centre_database, tmp_path)
    hub = HubInTheLobby(clinic)
    kiosk, desk = clinic.enrol("A", 1), clinic.enrol("D", 3, "reception")
    appointment, later = (
        UUID(str(clinic.book(TEN, code=f"{one:08d}", phone=f"+44 7700 9{one:05d}")["uid"])) for one in range(2)
    )
    hub.pull()
    for device in (kiosk, desk):
        clinic.pull(device)
        hub.tell(device)
    yield Lobby(clinic, hub, kiosk, desk, appointment, later)
    for device in (kiosk, desk, hub.device):
        device.database.close()


def run(step: Callable[[], Awaitable[Answer]]) -> Answer:
    async def whole() -> Answer:
        return await step()

    return asyncio.run(whole())


def push(courier: Courier) -> Pushed | None:
    return run(courier.push)


def pull(courier: Courier) -> bool:
    """Take all pages; whether something is to be offered again."""

    async def all_pages() -> bool:
        offers = False
        while True:
            pulled = await courier.pull()
            offers = offers or pulled.offers_again
            if pulled.is_last:
                return offers

    return run(all_pages)


def check_in_at(device: Device, appointment_uid: UUID) -> str:
    with device.replica.work("check_in", "patient") as work:
        outcome = check_in(work, appointment_uid, TicketPrinting("en"))
    assert isinstance(outcome, CheckedIn)
    return outcome.ticket.token_number


def waiting(device: Device) -> int:
    return outbox.count_pending(device.database)


def status(replica: Replica, appointment_uid: UUID) -> str:
    with replica.read() as reading:
        return str(reading.scalar(select(appointments.c.status).where(appointments.c.uid == appointment_uid)))


def numbers(lobby: Lobby, device: Device | None = None) -> list[tuple[Json, Json]]:
    places = lobby.clinic.places(device.replica if device else None)
    return [(place["token_number"], place["current_status"]) for place in places]


def tell_the_centres_own(lobby: Lobby, device: Device, *, of_all: bool = False) -> FeedPage:
    """All rows of the centre, from the first on: as to a device whose cursor was lost."""
    page = _travelled(feed_page(lobby.clinic.centre, device.identity, None, 5_000, of_all=of_all))
    assert page.is_last
    apply_page(device.database, page, lobby.clinic.clock, rebase=lay_over)
    return page


# What is held.


def test_set_that_a_hub_holds_stays_pending_and_is_not_offered_to_it_again(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    courier, way = lobby.at_hub(lobby.kiosk)
    pull(courier)
    pushed = push(courier)
    assert pushed is not None
    assert (pushed.refused, pushed.more) == (None, False)
    assert (waiting(lobby.kiosk), count_held(lobby.kiosk.database)) == (1, 1)
    assert push(courier) is None
    again, another_run = lobby.at_hub(lobby.kiosk)
    assert push(again) is None
    assert (way.pushed, another_run.pushed) == ([[1]], [])


def test_what_is_done_after_a_hub_holds_something_is_offered_to_it_alone(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    courier, way = lobby.at_hub(lobby.kiosk)
    pull(courier)
    push(courier)
    check_in_at(lobby.kiosk, lobby.later)
    push(courier)
    assert way.pushed == [[1], [2]]
    assert count_held(lobby.kiosk.database) == 2


def test_set_that_a_hub_holds_is_offered_to_the_centre_itself(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    push(lobby.at_centre(lobby.kiosk)[0])
    assert waiting(lobby.kiosk) == 0
    assert numbers(lobby) == [(number, "waiting")]
    lobby.hub.forward()
    assert numbers(lobby) == [(number, "waiting")]


def test_centres_own_answer_comes_by_the_hub_once_that_has_heard_it(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    courier, way = lobby.at_hub(lobby.kiosk)
    pull(courier)
    push(courier)
    assert not pull(courier)
    lobby.hub.forward()
    lobby.hub.pull()
    assert pull(courier), "nobody was told that there is an answer"
    push(courier)
    assert (waiting(lobby.kiosk), way.pushed) == (0, [[1], [1]])


def test_hub_that_was_wiped_is_offered_again_what_it_held(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    courier, way = lobby.at_hub(lobby.kiosk)
    pull(courier)
    push(courier)
    with lobby.hub.device.database.writing() as connection:
        begin_own_epoch(connection, lobby.kiosk.identity.location_id, lobby.clinic.clock.now())
        connection.execute(feed_heads.update().values(epoch=feed_heads.c.epoch + 5))
    assert pull(courier)
    push(courier)
    assert way.pushed == [[1], [1]]


def test_hub_that_knows_of_higher_numbers_or_refuses_them_makes_nobody_another_device(lobby: Lobby) -> None:
    """Only the centre can say who is a copy of whom: a hub may have been put back itself."""
    check_in_at(lobby.kiosk, lobby.appointment)
    courier, way = lobby.at_hub(lobby.kiosk)
    way.refuses_with = "reused_sequence"
    pushed = push(courier)
    assert pushed is not None
    assert (pushed.refused, pushed.more, courier.is_copy) == ("reused_sequence", False, False)
    way.refuses_with = None
    push(courier)
    with lobby.kiosk.database.writing() as connection:  # as after a restore of the kiosk
        connection.exec_driver_sql("UPDATE replica SET last_sequence = 0")
    pull(courier)
    assert not courier.is_copy


def test_of_a_hub_that_holds_another_set_in_its_place_a_machine_takes_no_rows(lobby: Lobby) -> None:
    """One of two copies: the other's rows have the ids of its own, and would stand in their place."""
    kiosk = lobby.kiosk
    number = check_in_at(kiosk, lobby.appointment)
    (own,) = outbox.pending(kiosk.database, 9)
    others = replace(own.change_set, uid=kiosk.replica.new_uid())
    body = encode_push(kiosk.identity.uid, [(others, others.hash())])
    (held,) = lobby.hub.keeper.keep(kiosk.identity, parse_push(orjson.loads(orjson.dumps(body))))
    assert held.status == "held"

    courier, _ = lobby.at_hub(kiosk)
    cursor = outbox.stored_cursor(kiosk.database, lobby.hub.uid)
    pull(courier)
    assert (outbox.stored_cursor(kiosk.database, lobby.hub.uid), courier.is_copy) == (cursor, False)
    assert numbers(lobby, kiosk) == [(number, "waiting")]

    refused = push(courier)
    assert refused is not None
    assert refused.refused == "reused_sequence"
    pull(courier)
    assert outbox.stored_cursor(kiosk.database, lobby.hub.uid) == cursor


# Rows never go backwards.


def test_row_does_not_go_backwards_when_the_centre_answers_before_it_has_heard(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    shown = status(lobby.desk.replica, lobby.appointment)
    assert numbers(lobby, lobby.desk) == [(number, "waiting")]
    assert shown != status(lobby.clinic.centre, lobby.appointment)
    tell_the_centres_own(lobby, lobby.desk)
    assert status(lobby.desk.replica, lobby.appointment) == shown
    assert numbers(lobby, lobby.desk) == [(number, "waiting")]


def test_comparing_leaves_alone_what_a_hub_holds(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    shown = status(lobby.desk.replica, lobby.appointment)
    centre, _ = lobby.at_centre(lobby.desk)
    pull(centre)
    assert not run(centre.compare), "it was fetched, or counted as mended"
    assert status(lobby.desk.replica, lobby.appointment) == shown


def test_rows_are_the_centres_again_once_it_has_settled_what_they_contained(lobby: Lobby) -> None:
    number = check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    centre, _ = lobby.at_centre(lobby.desk)
    pull(centre)
    assert has_held_rows(lobby.desk.database), "the centre has settled nothing of it yet"
    lobby.hub.forward()
    pull(centre)
    assert not has_held_rows(lobby.desk.database)
    assert numbers(lobby, lobby.desk) == numbers(lobby) == [(number, "waiting")]
    assert status(lobby.desk.replica, lobby.appointment) == status(lobby.clinic.centre, lobby.appointment)
    assert run(centre.compare) == 0


def test_what_the_centre_did_not_take_goes_when_it_has_said_so(lobby: Lobby) -> None:
    """The hub showed a check-in of an appointment that the centre had called off: what the hub showed was a guess."""
    check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    with lobby.clinic.centre.work("mend", "system") as work:
        row = work.first(select(appointments).where(appointments.c.uid == lobby.appointment))
        assert row is not None
        work.change(appointments, row, status="cancelled")
    lobby.hub.forward()
    centre, _ = lobby.at_centre(lobby.desk)
    pull(centre)
    assert not has_held_rows(lobby.desk.database)
    assert numbers(lobby, lobby.desk) == numbers(lobby)
    assert run(centre.compare) == 0


def test_machines_go_on_at_a_hub_whose_own_set_was_quarantined(lobby: Lobby) -> None:
    """Who reads anew hears that the centre holds no audit entry of it; at the hub nobody hears."""
    check_in_at(lobby.kiosk, lobby.appointment)
    push_straight(lobby.clinic, lobby.kiosk)
    hub = lobby.hub.device
    lobby.hub.pull()
    with hub.replica.work("serve", "system") as work:
        place = work.first(select(queue_management))
        assert place is not None
        work.change(queue_management, place, current_status="completed")
    assert [answer.outcome for answer in push_straight(lobby.clinic, hub)] == ["illegal_step"]
    with hub.database.writing() as connection:
        connection.execute(update(upstreams).where(upstreams.c.name == "").values(cursor=""))
    lobby.hub.pull()
    for device in (lobby.kiosk, lobby.desk):
        page = hub_page(hub.replica, device.identity, outbox.stored_cursor(device.database, lobby.hub.uid))
        assert page.left == ()
        pull(lobby.at_hub(device)[0])
        assert numbers(lobby, device) == numbers(lobby)
    whole = hub_page(hub.replica, lobby.desk.identity, None)
    older = replace(whole, groups=(), left=(("audit", uuid4()),))  # as hubs of before said
    apply_page(lobby.desk.database, older, lobby.clinic.clock, rebase=lay_over, upstream=lobby.hub.uid)


def test_nobody_waits_for_a_device_that_was_revoked(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    with lobby.clinic.centre.work("revoke", "system") as work:
        row = work.first(select(devices).where(devices.c.uid == lobby.kiosk.identity.uid))
        assert row is not None
        work.change(devices, row, revoked_at=work.now)
    centre, _ = lobby.at_centre(lobby.desk)
    pull(centre)
    assert not has_held_rows(lobby.desk.database)
    assert status(lobby.desk.replica, lobby.appointment) == status(lobby.clinic.centre, lobby.appointment)


def test_hub_that_was_not_heard_for_a_day_keeps_no_row_from_the_centre(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    lobby.clinic.clock.move(timedelta(hours=23))
    centre, _ = lobby.at_centre(lobby.desk)
    pull(centre)
    assert has_held_rows(lobby.desk.database)
    lobby.clinic.clock.move(timedelta(hours=2))
    pull(centre)
    assert not has_held_rows(lobby.desk.database)
    assert status(lobby.desk.replica, lobby.appointment) == status(lobby.clinic.centre, lobby.appointment)


def test_what_never_comes_is_waited_for_as_long_as_anything_else_comes(lobby: Lobby) -> None:
    """A copy's sets, or those of a hub that lost its disk: the kiosk's stand at the hub alone, and stay there."""
    number = check_in_at(lobby.kiosk, lobby.appointment)
    check_in_at(lobby.kiosk, lobby.later)
    push(lobby.at_hub(lobby.kiosk)[0])
    pull(lobby.at_hub(lobby.desk)[0])
    _, way = lobby.at_centre(lobby.desk)
    patience = Patience()

    def released(now_s: float, settled: int) -> bool:
        settled_of = {str(lobby.kiosk.identity.uid): settled}
        return bool(run(lambda: release_held(lobby.desk.replica, way, settled_of, patience, now_s)))

    for now_s, settled in ((0, 0), (119, 0), (200, 1), (319, 1)):
        assert not released(now_s, settled)
        assert numbers(lobby, lobby.desk)[0] == (number, "waiting")
    assert released(320, 1)
    assert not has_held_rows(lobby.desk.database)
    assert numbers(lobby, lobby.desk) == numbers(lobby) == []


def test_hub_that_has_heard_the_outcome_says_that_nothing_is_held_any_more(lobby: Lobby) -> None:
    check_in_at(lobby.kiosk, lobby.appointment)
    push(lobby.at_hub(lobby.kiosk)[0])
    desk, _ = lobby.at_hub(lobby.desk)
    pull(desk)
    assert has_held_rows(lobby.desk.database)
    lobby.hub.forward()
    lobby.hub.pull()
    pull(desk)
    assert not has_held_rows(lobby.desk.database)


def test_hub_that_is_behind_takes_no_row_back(lobby: Lobby) -> None:
    with lobby.clinic.centre.work("mend", "system") as work:
        row = work.first(select(appointments).where(appointments.c.uid == lobby.appointment))
        assert row is not None
        work.change(appointments, row, status="confirmed")
    lobby.clinic.pull(lobby.desk)
    with lobby.desk.database.writing() as connection:  # and even where it is read from the first row on
        connection.execute(update(upstreams).where(upstreams.c.name == lobby.hub.uid).values(cursor="", epoch=1))
    pull(lobby.at_hub(lobby.desk)[0])
    assert status(lobby.desk.replica, lobby.appointment) == "confirmed"


def test_what_was_settled_of_a_clock_that_ran_ahead_is_laid_over_nothing_at_a_hub_that_is_behind(lobby: Lobby) -> None:
    """The centre stamped it by its own time: later work there, which stands here, looks earlier to the device."""
    ahead = HybridTime(to_unix_ms(lobby.clinic.clock.now() + timedelta(hours=1)), 0)
    with lobby.kiosk.database.writing() as connection:
        connection.execute(update(replica_table).values(last_hybrid_time=str(ahead)))
    check_in_at(lobby.kiosk, lobby.appointment)
    push_straight(lobby.clinic, lobby.kiosk)
    with lobby.clinic.centre.work("mend", "system") as work:
        row = work.first(select(appointments).where(appointments.c.uid == lobby.appointment))
        assert row is not None
        work.change(appointments, row, status="cancelled")
    lobby.clinic.pull(lobby.kiosk)
    with lobby.kiosk.database.writing() as connection:
        connection.execute(update(upstreams).where(upstreams.c.name == lobby.hub.uid).values(cursor="", epoch=1))
    pull(lobby.at_hub(lobby.kiosk)[0])
    assert status(lobby.kiosk.replica, lobby.appointment) == "cancelled"


# Real machines.


@contextlib.contextmanager
def serving_hub(clinic: LittleClinic, server_url: str, folder: Path) -> Iterator[tuple[Replica, str]]:
    """A real hub on a real port, which has joined the centre; its records and its address."""
    invited = invite_device(clinic.centre, "hub", "hub")
    own = replace(UNHURRIED, database_url=f"sqlite:///{folder / 'hub' / 'hub.db'}")
    settings = HubSettings(own, server_url, invited.code)
    settings.folder.mkdir()
    replica = Replica(open_hub(settings).database, clock=clinic.clock)
    listening = listen("127.0.0.1", 0)
    ready = threading.Event()
    server = Server(hub_config(replica, settings, certificate_in(settings.folder)), ready.set)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    assert ready.wait(PATIENCE_S)
    try:
        yield replica, address_of(listening).replace("http:", "https:", 1)
    finally:
        server.should_exit = True
        thread.join(PATIENCE_S)
        listening.close()
        replica.database.close()


def test_kiosks_share_one_queue_while_the_centre_is_gone_and_it_settles_each_check_in_once(
    lobby_clinic: LittleClinic, tmp_path: Path
) -> None:
    people = [
        UUID(str(lobby_clinic.book(TEN, code=f"{one:08d}", phone=f"+44 7700 9{one:05d}")["uid"])) for one in range(2)
    ]
    with running_site(lobby_clinic.centre, tmp_path, lobby_clinic.clock) as site, contextlib.ExitStack() as stack:
        kiosks = [site.kiosk("one"), site.kiosk("other")]
        hub, address = stack.enter_context(serving_hub(lobby_clinic, site.server.url, tmp_path))
        for kiosk in kiosks:
            kiosk.start(site.way(kiosk), _hubs(kiosk, address))
        eventually(lambda: all(kiosk.link is Link.ONLINE for kiosk in kiosks))
        eventually(lambda: _is_ready(hub))
        site.server.stop()
        eventually(lambda: all(kiosk.states[-1].by_hub for kiosk in kiosks), 60)
        made = [kiosk.check_in(person) for kiosk, person in zip(kiosks, people, strict=True)]
        eventually(lambda: all(_shown(lobby_clinic, kiosk) == sorted(made) for kiosk in kiosks), 60)
        assert _shown(lobby_clinic) == []
        eventually(lambda: all((kiosk.states[-1].pending, kiosk.states[-1].held) == (1, 1) for kiosk in kiosks))
        site.server.start()
        eventually(lambda: not any(kiosk.states[-1].by_hub for kiosk in kiosks), 60)
        eventually(lambda: all(kiosk.pending == 0 for kiosk in kiosks))
        assert _shown(lobby_clinic) == sorted(made)


@pytest.fixture
def lobby_clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


def _hubs(kiosk: SyncedKiosk, address: str) -> LobbyHubs:
    return LobbyHubs(kiosk.replica, lambda: kiosk.enrolment.device_key, lambda: [address], secrets.token_bytes)


def _shown(clinic: LittleClinic, kiosk: SyncedKiosk | None = None) -> list[str]:
    return [place["token_number"] for place in clinic.places(kiosk.replica if kiosk else None)]


def _is_ready(hub: Replica) -> bool:
    """It holds the clinic's records, and knows who is here."""
    with hub.read() as reading:
        return bool(reading.all(select(site_devices))) and bool(reading.all(select(feed_heads)))
