"""An admin at their desk changes who works at the clinic: by their own session at the centre, and never without it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk.app.admin.centre_session import CentreSession
from kiosk.app.admin.local_colleagues import LocalColleagues
from kiosk.screens.admin.desks import Colleague, ColleagueDetails, Invited, Refused
from server_sync.central.access.callers import Caller
from server_sync.central.access.credentials import Invited as GivenCode
from server_sync.central.access.credentials import invite_member
from server_sync.central.access.secret import server_secret
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.protocol.faults import TransportFault
from server_sync.records.database import open_database
from server_sync.records.tables import users
from tests.clinics import LittleClinic
from tests.sites import Site, running_site

PASSWORD, PIN, LOGIN = "four plain words here", "402718", "kim@clinic.example"


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    """On one database: what is asked of it here is asked of both in `test_people_over_http`."""
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@dataclass
class Office:
    """As much of a back office as changing people needs."""

    asked: list[str] = field(default_factory=list)

    def sync_now(self) -> None:
        self.asked.append("sync")


@dataclass
class Desk:
    """The admin's desk, its session, and the key of the machine that it stands on."""

    colleagues: LocalColleagues
    session: CentreSession
    device_key: str
    kim_uid: str
    office: Office

    def sign_in(self, pin: str = PIN) -> bool:
        return self.session.sign_in(self.device_key, self.kim_uid, pin)


@pytest.fixture
def desk(clinic: LittleClinic, site: Site) -> Desk:
    with clinic.centre.work("set_up", "system") as work:
        kim = work.create(users, display_name="Kim Berger", role="admin", location_id=None)
    secret = server_secret(clinic.centre, ServerSettings(database_url=""))
    given = invite_member(clinic.centre, secret, Caller(Role.ADMIN, "admin-uid", user_id=1), kim["id"], LOGIN)
    assert isinstance(given, GivenCode)
    with httpx.Client(base_url=site.server.url, trust_env=False, timeout=20) as http:
        http.post("/api/auth/set-up", json={"code": given.code, "password": PASSWORD})
        said = http.post("/api/auth/sign-in", json={"login": LOGIN, "password": PASSWORD}).json()["data"]
        mine = {"Authorization": f"Bearer {said['access_token']}"}
        assert http.put("/api/auth/pin", json={"password": PASSWORD, "pin": PIN}, headers=mine).status_code == 200
    session, office = CentreSession(site.server.url), Office()
    back_office: Callable[[], Any] = lambda: office  # noqa: E731 - a back office would bring a whole kiosk
    return Desk(
        LocalColleagues(back_office, session),
        session,
        site.kiosk("desk").enrolment.device_key,
        str(kim["uid"]),
        office,
    )


NURSE = ColleagueDetails("Ines Duarte", "nurse", room="Room 1")


def test_an_admin_who_signed_in_by_pin_adds_changes_invites_and_lets_go(
    clinic: LittleClinic, site: Site, desk: Desk
) -> None:
    assert desk.sign_in()
    added = asyncio.run(desk.colleagues.add(NURSE))
    assert isinstance(added, Colleague)
    changed = asyncio.run(desk.colleagues.change(added.id, ColleagueDetails("Ines Duarte", "doctor", "Room 2")))
    assert isinstance(changed, Colleague)
    assert (changed.role, changed.room) == ("doctor", "Room 2")
    given = asyncio.run(desk.colleagues.invite(added.id, "ines@clinic.example"))
    assert isinstance(given, Invited)
    with httpx.Client(base_url=site.server.url, trust_env=False, timeout=20) as http:
        chosen = http.post("/api/auth/set-up", json={"code": given.code, "password": PASSWORD})
    assert chosen.status_code == 200
    gone = asyncio.run(desk.colleagues.deactivate(added.id))

    assert isinstance(gone, Colleague)
    assert not gone.is_active
    assert desk.office.asked == ["sync"] * 4
    with clinic.centre.read() as reading:
        row = reading.first(users.select().where(users.c.id == added.id))
    assert row is not None
    assert (row["display_name"], row["role"], row["is_active"]) == ("Ines Duarte", "doctor", False)


def test_nobody_changes_people_without_a_session_of_their_own(desk: Desk) -> None:
    assert asyncio.run(desk.colleagues.add(NURSE)) == Refused("sign_in_again")
    assert not desk.sign_in("111119")
    assert asyncio.run(desk.colleagues.add(NURSE)) == Refused("sign_in_again")

    assert desk.sign_in()
    desk.session.end()

    assert not desk.session.is_open
    assert asyncio.run(desk.colleagues.add(NURSE)) == Refused("sign_in_again")


def test_a_shift_that_is_longer_than_a_token_goes_on(clinic: LittleClinic, desk: Desk) -> None:
    assert desk.sign_in()
    clinic.clock.move(timedelta(minutes=9, seconds=59))
    desk.session._tokens = desk.session._tokens and type(desk.session._tokens)(  # the moment has passed
        desk.session._tokens.access, desk.session._tokens.refresh, 0.0
    )

    assert isinstance(asyncio.run(desk.colleagues.add(NURSE)), Colleague)


def test_who_works_at_all_places_is_not_changed_from_one_of_them(desk: Desk) -> None:
    """A PIN is good for its machine's place, whatever else its owner may do with a password."""
    assert desk.sign_in()
    robin = asyncio.run(desk.colleagues.add(ColleagueDetails("Robin Vale", "receptionist")))
    assert isinstance(robin, Colleague)
    refused = asyncio.run(desk.colleagues.change(robin.id - 1, ColleagueDetails("Kim Berger", "doctor")))

    assert isinstance(refused, Refused)
    assert refused.code == "unknown_user"


def test_a_server_that_is_away_is_no_answer_about_a_pin(desk: Desk) -> None:
    away = CentreSession("http://127.0.0.1:9")

    with pytest.raises(TransportFault):
        away.sign_in(desk.device_key, desk.kim_uid, PIN)
