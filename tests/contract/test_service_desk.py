"""Who opens a kiosk's service page: the desk in memory and the one on encrypted records answer alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication
from sqlalchemy import select

from kiosk.app.paths import Places
from kiosk.app.patient.local_service import LocalService
from kiosk.app.secrets import DATABASE_KEY, DevelopmentFile
from kiosk.app.settings import KeyStorage, read_settings
from kiosk.screens.patient.service_desk import Contact, LetIn, NotLetIn, PinTried, ServiceDesk
from server_sync.desk.admin_pins import admin_missed, admins_here
from server_sync.desk.staff_pins import keep_pin
from server_sync.protocol.faults import TransportFault
from server_sync.records.database import open_database
from server_sync.records.replica import Replica
from server_sync.records.tables import audit_trail, users
from tests.clinics import DEVICE_KEY, HandClock, LittleClinic
from tests.fakes.service_desk import PIN, FakeServiceDesk
from tests.heard_office import HeardOffice

WRONG = "402719"
REFUSED_AFTER_S = 0.5


@dataclass
class Centre:
    """Knows Ines's PIN, and who was guessed at; away where it is told to be."""

    away: bool = False
    right: str = "771034"
    asked: list[str] = field(default_factory=list)

    def ask(self, uid: str, pin: str) -> bool:
        if self.away:
            raise TransportFault("unreachable", "nobody answers")
        self.asked.append(pin)
        return pin == self.right


@dataclass
class Lobby:
    """A kiosk where Kim's PIN is kept and Ines's is not."""

    service: LocalService
    office: HeardOffice
    centre: Centre
    ended: list[bool]


def kiosk_that_knows_kim(folder: Path) -> None:
    """Its records and their key, as a kiosk finds them."""
    database = open_database(f"sqlite:///{folder / 'centre.db'}")
    clinic = LittleClinic(database, folder, HandClock(datetime.now(UTC)))
    with clinic.centre.work("add_staff", "system") as work:
        names = ("Kim Berger", "Ines Duarte")
        kim, _ = (work.create(users, display_name=name, role="admin", is_active=True) for name in names)
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    keep_pin(device.replica, kim["id"], PIN)
    device.database.close()
    database.close()
    DevelopmentFile(folder / "kiosk-B.db.keys").write(DATABASE_KEY, DEVICE_KEY)


@pytest.fixture
def lobby(tmp_path: Path, qapp: QCoreApplication) -> Iterator[Lobby]:
    assert qapp
    kiosk_that_knows_kim(tmp_path)
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London"}
    settings = read_settings({}, environment, Places(tmp_path / "none.toml", tmp_path, tmp_path))
    settings = replace(settings, keys=KeyStorage.DEVELOPMENT_FILE, database=tmp_path / "kiosk-B.db")
    office, centre, ended = HeardOffice(settings), Centre(), list[bool]()
    refusals: list[Exception] = []
    office.start(refusals.append)
    service = LocalService(lambda: office, settings, lambda: centre.ask, ended.append, refusal_takes_s=REFUSED_AFTER_S)
    yield Lobby(service, office, centre, ended)
    office.stop()
    assert not refusals


@pytest.fixture(params=["in memory", "on encrypted records"])
def desk(request: pytest.FixtureRequest) -> ServiceDesk:
    if request.param == "in memory":
        return FakeServiceDesk()
    lobby: Lobby = request.getfixturevalue("lobby")
    lobby.centre.away = True
    return lobby.service


def three_misses(replica: Replica) -> None:
    for _ in range(3):
        admin_missed(replica, admins_here(replica).admins)


def trying(desk: ServiceDesk, *pins: str) -> list[PinTried]:
    async def all_of_them() -> list[PinTried]:
        return [await desk.try_pin(pin) for pin in pins]

    return asyncio.run(all_of_them())


def test_an_admin_is_let_in_by_a_pin_alone_and_the_third_wrong_one_makes_the_next_wait(desk: ServiceDesk) -> None:
    assert trying(desk, WRONG, PIN) == [NotLetIn(), LetIn()]
    assert trying(desk, WRONG, WRONG, WRONG) == [NotLetIn(), NotLetIn(), NotLetIn(30)]


def test_a_machine_tells_how_it_is_and_what_it_cannot_print(lobby: Lobby) -> None:
    async def look() -> tuple[object, ...]:
        machine = await lobby.service.machine()
        return machine.name, machine.printer, machine.contact, await lobby.service.print_test_page("en")

    assert asyncio.run(look()) == ("Kiosk B", "none", Contact.ALONE, "no_printer")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _lobby: None, id="wrong"),
        pytest.param(lambda lobby: lobby.office.submit(three_misses).result(), id="too soon"),
    ],
)
def test_whatever_lets_nobody_in_takes_as_long(lobby: Lobby, spoil: Callable[[Lobby], object]) -> None:
    spoil(lobby)
    began = monotonic()
    (answer,) = trying(lobby.service, WRONG)
    assert isinstance(answer, NotLetIn)
    assert monotonic() - began >= REFUSED_AFTER_S


def test_the_centre_vouches_for_whoever_was_never_here_and_knows_better_than_what_is_kept(lobby: Lobby) -> None:
    assert trying(lobby.service, PIN) == [NotLetIn()], "it is another by now"
    assert lobby.centre.asked == [PIN], "and nobody else was guessed at"
    assert trying(lobby.service, lobby.centre.right) == [LetIn()]
    lobby.centre.away = True
    assert trying(lobby.service, lobby.centre.right) == [LetIn()], "known from then on"


def test_whoever_comes_is_on_record_and_no_pin_is(lobby: Lobby, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="kiosk")
    lobby.centre.away = True
    trying(lobby.service, WRONG, PIN)
    lobby.service.close()
    lobby.service.restart()
    said = [(vars(record)["code"], bool(vars(record)["actor"])) for record in caplog.records if "actor" in vars(record)]
    codes = ("service_refused", "service_opened", "service_closed", "service_restarted")
    assert said == [(code, code != "service_refused") for code in codes]
    assert lobby.ended == [False, True]
    assert lobby.office.told == 2, "each is sent at once"
    assert not {PIN, WRONG} & set(caplog.text.split())

    def trail(replica: Replica) -> list[tuple[str, str, bool, bool]]:
        with replica.read() as reading:
            rows = reading.all(select(audit_trail).order_by(audit_trail.c.id))
        machine = replica.identity.device_uid
        return [(row["intent"], row["noun"], row["record_uid"] == machine, row["actor"] == "system") for row in rows]

    trying(lobby.service, WRONG, WRONG, WRONG, WRONG)
    refused, locked = ("service_refused", "device", True, True), ("service_locked", "device", True, True)
    came = ("service_opened", "device", True, False)
    assert lobby.office.submit(trail).result() == [refused, came, refused, refused, locked], "none while one waits"
