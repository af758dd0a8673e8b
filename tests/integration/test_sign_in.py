"""Signing in: who is let in, who is kept out without learning why, and how a session ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pyotp
import pytest
from sqlalchemy import select, update

from server_sync.central.access.callers import Caller
from server_sync.central.access.credentials import Invited, invite_member
from server_sync.central.access.housekeeping import forget_old_sessions
from server_sync.central.access.secret import server_secret
from server_sync.central.access.sessions import Origin
from server_sync.central.access.sign_in import Attempt, NotSignedIn
from server_sync.central.access.sign_in import sign_in as sign_in_at_the_centre
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.protocol.faults import TransportFault
from server_sync.records.database import Database
from server_sync.records.tables import credentials, devices, locations, sessions, users
from server_sync.worker.pin_question import PinVerdict, ask_centre
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.sites import Site, eventually, running_site

PASSWORD = "four plain words here"
LOGIN = "sam@clinic.example"
ADMIN = Caller(Role.ADMIN, "admin-uid", user_id=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@pytest.fixture
def http(site: Site) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site.server.url, trust_env=False, timeout=20) as client:
        yield client


@pytest.fixture
def sam(clinic: LittleClinic, http: httpx.Client) -> int:
    """A receptionist with a password; their id."""
    with clinic.centre.work("set_up", "system") as work:
        user = work.create(users, display_name="Sam Reception", role="receptionist", location_id=None)
    code = invited(clinic, user["id"]).code
    assert http.post("/api/auth/set-up", json={"code": code, "password": PASSWORD}).json()["data"] == {"login": LOGIN}
    return int(user["id"])


def invited(clinic: LittleClinic, user_id: int, login: str = LOGIN) -> Invited:
    secret = server_secret(clinic.centre, ServerSettings(database_url=""))
    outcome = invite_member(clinic.centre, secret, ADMIN, user_id, login)
    assert isinstance(outcome, Invited)
    return outcome


def sign_in(http: httpx.Client, password: str = PASSWORD, login: str = LOGIN, **more: str) -> httpx.Response:
    return http.post("/api/auth/sign-in", json={"login": login, "password": password, **more})


def tokens(http: httpx.Client, **more: str) -> dict[str, Any]:
    reply = sign_in(http, **more)
    assert reply.status_code == 200, reply.text
    return dict(reply.json()["data"])


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def refusal(reply: httpx.Response) -> tuple[int, str]:
    return reply.status_code, reply.json()["error"]["code"]


def test_person_with_a_password_is_who_they_say(http: httpx.Client, sam: int) -> None:
    signed_in = tokens(http, login=" SAM@clinic.example ")
    assert (signed_in["user_id"], signed_in["name"], signed_in["role"]) == (sam, "Sam Reception", "receptionist")
    me = http.get("/api/auth/me", headers=bearing(signed_in["access_token"])).json()["data"]
    assert (me["user_id"], me["login"], me["has_second_factor"], me["has_pin"]) == (sam, LOGIN, False, False)


def test_wrong_password_and_unknown_login_are_told_the_same(http: httpx.Client, sam: int) -> None:
    replies = [sign_in(http, "not the right one"), sign_in(http, login="nobody@clinic.example")]
    assert {refusal(reply) for reply in replies} == {(401, "sign_in_refused")}
    assert len({reply.text for reply in replies}) == 1


def test_guessing_is_slowed_down_alike_for_logins_that_exist_and_that_do_not(http: httpx.Client, sam: int) -> None:
    for login in (LOGIN, "nobody@clinic.example"):
        replies = [sign_in(http, f"guess number {number}", login) for number in range(5)]
        assert [reply.status_code for reply in replies] == [401, 401, 401, 401, 429]
        assert refusal(replies[-1])[1] == "too_many_tries"
        assert replies[-1].headers["retry-after"] == "1"


def miss(clinic: LittleClinic, times: int) -> None:
    """Wrong passwords, each from another address."""
    secret = server_secret(clinic.centre, ServerSettings(database_url=""))
    for number in range(times):
        attempt = Attempt(LOGIN, "not the right one", "", Origin(f"203.0.113.{number}", "a stranger's"))
        outcome = sign_in_at_the_centre(clinic.centre, secret, attempt)
        assert outcome is NotSignedIn.REFUSED


def test_ten_misses_from_elsewhere_shut_a_login_but_not_where_its_owner_works(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    miss(clinic, 12)
    assert refusal(sign_in(http)) == (401, "sign_in_refused")
    clinic.clock.move(timedelta(minutes=2))
    tokens(http)
    miss(clinic, 12)
    tokens(http)


def test_nine_misses_shut_nothing_and_are_forgotten_once_the_password_was_right(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    miss(clinic, 9)
    tokens(http)
    with clinic.centre.read() as reading:
        assert reading.scalar(select(credentials.c.locked_until)) is None


def test_who_guesses_passwords_from_outside_takes_nobodys_pin_away(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    miss(clinic, 12)
    device = bearing(site.kiosk("one").enrolment.device_key)
    reply = http.post("/api/auth/pin", json={"login": LOGIN, "pin": "402718"}, headers=device)
    assert reply.status_code == 200, reply.text


def test_missed_pins_are_counted_until_one_was_right(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    device = bearing(site.kiosk("one").enrolment.device_key)
    for pin, missed in (("111119", 1), ("222228", 2), ("402718", 0)):
        http.post("/api/auth/pin", json={"login": LOGIN, "pin": pin}, headers=device)
        with clinic.centre.read() as reading:
            assert reading.scalar(select(credentials.c.failed_count)) == missed


def test_set_up_code_is_good_once_and_for_two_days(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    with clinic.centre.work("set_up", "system") as work:
        user = work.create(users, display_name="Alex Nurse", role="nurse")
    code = invited(clinic, user["id"], "alex@clinic.example").code
    clinic.clock.move(timedelta(hours=49))
    body = {"code": code, "password": "another four plain words"}
    assert refusal(http.post("/api/auth/set-up", json=body)) == (403, "set_up_refused")
    body["code"] = invited(clinic, user["id"], "alex@clinic.example").code
    assert http.post("/api/auth/set-up", json=body).status_code == 200
    assert refusal(http.post("/api/auth/set-up", json=body)) == (403, "set_up_refused")
    assert refusal(http.post("/api/auth/set-up", json=body | {"code": "A" * 60})) == (403, "set_up_refused")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("fourteen signs", "password_too_short"),
        ("1qaz2wsx3edc4rfv", "password_too_common"),
        ("1QAZ2WSX3EDC4RFV", "password_too_common"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_too_common"),
        ("sam@clinic.example", "password_about_you"),
        ("Sam Reception", "password_too_short"),
        ("Sam Reception12", "password_about_you"),
    ],
)
def test_password_that_anybody_would_guess_is_refused(
    clinic: LittleClinic, http: httpx.Client, sam: int, password: str, code: str
) -> None:
    body = {"code": invited(clinic, sam).code, "password": password}
    assert refusal(http.post("/api/auth/set-up", json=body)) == (409, code)


def test_admin_gives_a_sign_in_and_takes_what_was_before(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    old = tokens(http)
    admin = staff_headers(clinic.centre, Role.ADMIN)
    reply = http.post(f"/api/staff/{sam}/credentials", json={"login": LOGIN.upper()}, headers=admin)
    assert reply.json()["data"]["login"] == LOGIN
    assert refusal(sign_in(http)) == (401, "sign_in_refused")
    assert refusal(http.get("/api/auth/me", headers=bearing(old["access_token"]))) == (401, "unknown_key")
    other = http.post(f"/api/staff/{clinic.doctor['id']}/credentials", json={"login": LOGIN}, headers=admin)
    assert refusal(other) == (409, "login_taken")
    unknown = http.post("/api/staff/99999/credentials", json={"login": "x@clinic.example"}, headers=admin)
    assert refusal(unknown) == (404, "unknown_staff")


def test_admin_gives_a_pin_to_somebody_who_never_had_a_sign_in(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    admin, doctor = staff_headers(clinic.centre, Role.ADMIN), clinic.doctor
    device = bearing(site.kiosk("one").enrolment.device_key)
    for pin in ("402718", "591637"):
        assert http.put(f"/api/staff/{doctor['id']}/pin", json={"pin": pin}, headers=admin).status_code == 200
        assert (
            http.post("/api/auth/pin", json={"login": str(doctor["uid"]), "pin": pin}, headers=device).status_code
            == 200
        )
    old = http.post("/api/auth/pin", json={"login": str(doctor["uid"]), "pin": "402718"}, headers=device)
    assert old.status_code == 401


def test_a_given_pin_leaves_the_password_alone_and_is_refused_where_anybody_would_guess_it(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    admin = staff_headers(clinic.centre, Role.ADMIN)
    assert http.put(f"/api/staff/{sam}/pin", json={"pin": "402718"}, headers=admin).status_code == 200
    assert sign_in(http).status_code == 200
    assert refusal(http.put(f"/api/staff/{sam}/pin", json={"pin": "123456"}, headers=admin)) == (409, "pin_too_common")
    assert refusal(http.put("/api/staff/99999/pin", json={"pin": "402718"}, headers=admin)) == (404, "unknown_staff")
    local = staff_headers(clinic.centre, Role.ADMIN, location_id=clinic.location["id"])
    assert refusal(http.put(f"/api/staff/{sam}/pin", json={"pin": "402718"}, headers=local)) == (404, "unknown_staff")


def test_admin_of_one_place_gives_nobody_else_a_sign_in(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    local = staff_headers(clinic.centre, Role.ADMIN, location_id=clinic.location["id"])
    reply = http.post(f"/api/staff/{sam}/credentials", json={"login": LOGIN}, headers=local)
    assert refusal(reply) == (404, "unknown_staff")


def test_refresh_token_is_good_once_and_a_spent_one_ends_the_session(http: httpx.Client, sam: int) -> None:
    first = tokens(http)
    second = http.post("/api/auth/refresh", json={"refresh_token": first["refresh_token"]}).json()["data"]
    third = http.post("/api/auth/refresh", json={"refresh_token": second["refresh_token"]}).json()["data"]
    assert third["session_uid"] == first["session_uid"]
    assert http.get("/api/auth/me", headers=bearing(third["access_token"])).status_code == 200
    stolen = http.post("/api/auth/refresh", json={"refresh_token": first["refresh_token"]})
    assert refusal(stolen) == (401, "refresh_refused")
    assert refusal(http.get("/api/auth/me", headers=bearing(third["access_token"]))) == (401, "unknown_key")
    again = http.post("/api/auth/refresh", json={"refresh_token": third["refresh_token"]})
    assert refusal(again) == (401, "refresh_refused")


def test_refresh_tokens_grow_old_and_strangers_are_refused(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    old = tokens(http)["refresh_token"]
    clinic.clock.move(timedelta(days=31))
    for token in (old, "A" * 75, "x", old[:-2] + "AA"):
        reply = http.post("/api/auth/refresh", json={"refresh_token": token})
        assert refusal(reply) == (401, "refresh_refused")


def test_access_token_is_short_lived(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    token = tokens(http)["access_token"]
    assert http.get("/api/auth/me", headers=bearing(token)).status_code == 200
    clinic.clock.move(timedelta(minutes=10))
    assert refusal(http.get("/api/auth/me", headers=bearing(token))) == (401, "unknown_key")


def test_sessions_are_listed_and_ended_one_by_one_or_all_but_this(http: httpx.Client, sam: int) -> None:
    here, there, elsewhere = tokens(http), tokens(http), tokens(http)
    mine = bearing(here["access_token"])
    listed = http.get("/api/auth/sessions", headers=mine).json()["data"]
    assert {one["uid"] for one in listed} == {one["session_uid"] for one in (here, there, elsewhere)}
    assert [one["uid"] for one in listed if one["is_this_one"]] == [here["session_uid"]]
    assert http.delete(f"/api/auth/sessions/{there['session_uid']}", headers=mine).status_code == 200
    assert refusal(http.delete(f"/api/auth/sessions/{there['session_uid']}", headers=mine)) == (404, "unknown_session")
    assert http.get("/api/auth/me", headers=bearing(there["access_token"])).status_code == 401
    assert http.delete("/api/auth/sessions", headers=mine).json()["data"] == {"ended": 1}
    assert http.get("/api/auth/me", headers=bearing(elsewhere["access_token"])).status_code == 401
    assert http.post("/api/auth/sign-out", headers=mine).json()["data"] == {"ended": 1}
    assert http.get("/api/auth/me", headers=mine).status_code == 401


def test_session_that_was_ended_behind_the_servers_back_stops_within_seconds(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    """As another process of the same server would end it."""
    token = tokens(http)["access_token"]
    assert http.get("/api/auth/me", headers=bearing(token)).status_code == 200
    with clinic.centre.database.writing() as connection:
        connection.execute(update(sessions).values(revoked_at=clinic.clock.now()))
    eventually(lambda: http.get("/api/auth/me", headers=bearing(token)).status_code == 401, 5)


def test_person_who_left_is_out_within_seconds(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    signed_in = tokens(http)
    token = bearing(signed_in["access_token"])
    assert http.get("/api/auth/me", headers=token).status_code == 200
    with clinic.centre.work("leave", "admin") as work:
        row = work.first(select(users).where(users.c.id == sam))
        assert row is not None
        work.change(users, row, is_active=False)
    eventually(lambda: http.get("/api/auth/me", headers=token).status_code == 401, 5)
    assert refusal(sign_in(http)) == (401, "sign_in_refused")
    reply = http.post("/api/auth/refresh", json={"refresh_token": signed_in["refresh_token"]})
    assert refusal(reply) == (401, "refresh_refused")


def test_person_who_comes_back_after_leaving_signs_in_anew(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    before = tokens(http)
    admin = staff_headers(clinic.centre, Role.ADMIN)
    for is_active in (False, True):
        reply = http.put(f"/api/staff/{sam}", json={"is_active": is_active}, headers=admin)
        assert reply.status_code == 200, reply.text
    assert http.get("/api/auth/me", headers=bearing(before["access_token"])).status_code == 401
    again = http.post("/api/auth/refresh", json={"refresh_token": before["refresh_token"]})
    assert refusal(again) == (401, "refresh_refused")
    tokens(http)


def test_new_role_counts_for_tokens_that_were_given_before(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    signed_in = tokens(http)
    with clinic.centre.work("change_role", "admin") as work:
        row = work.first(select(users).where(users.c.id == sam))
        assert row is not None
        work.change(users, row, role="nurse")
    assert http.get("/api/auth/me", headers=bearing(signed_in["access_token"])).status_code == 401
    fresh = http.post("/api/auth/refresh", json={"refresh_token": signed_in["refresh_token"]}).json()["data"]
    assert fresh["role"] == "nurse"
    assert http.get("/api/auth/me", headers=bearing(fresh["access_token"])).json()["data"]["role"] == "nurse"


def test_sessions_of_long_ago_are_forgotten(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    tokens(http)
    clinic.clock.move(timedelta(days=119))
    assert forget_old_sessions(clinic.centre) == 0
    clinic.clock.move(timedelta(days=2))
    assert forget_old_sessions(clinic.centre) == 1


def test_only_an_admin_sees_and_ends_other_peoples_sessions(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    token = tokens(http)["access_token"]
    nurse, admin = (staff_headers(clinic.centre, role) for role in (Role.NURSE, Role.ADMIN))
    assert refusal(http.get(f"/api/auth/sessions?user_id={sam}", headers=nurse)) == (403, "not_allowed")
    assert len(http.get(f"/api/auth/sessions?user_id={sam}", headers=admin).json()["data"]) == 1
    assert http.delete(f"/api/auth/sessions?user_id={sam}", headers=admin).json()["data"] == {"ended": 1}
    assert http.get("/api/auth/me", headers=bearing(token)).status_code == 401


def test_new_password_needs_the_old_one_and_ends_other_sessions(http: httpx.Client, sam: int) -> None:
    here, there = tokens(http), tokens(http)
    mine = bearing(here["access_token"])
    body = {"current_password": "not the right one", "new_password": "quite another four words"}
    assert refusal(http.post("/api/auth/password", json=body, headers=mine)) == (409, "password_wrong")
    body["current_password"] = PASSWORD
    assert http.post("/api/auth/password", json=body, headers=mine).json()["data"] == {"ended": 1}
    assert http.get("/api/auth/me", headers=bearing(there["access_token"])).status_code == 401
    assert http.get("/api/auth/me", headers=mine).status_code == 200
    assert refusal(sign_in(http)) == (401, "sign_in_refused")
    tokens(http, password="quite another four words")


def second_factor(clinic: LittleClinic, http: httpx.Client, mine: dict[str, str]) -> pyotp.TOTP:
    offer = http.post("/api/auth/second-factor", json={"password": PASSWORD}, headers=mine).json()["data"]
    app = pyotp.TOTP(offer["secret"])
    body = {"secret": offer["secret"], "confirmation": offer["confirmation"], "code": app.at(clinic.clock.now())}
    assert http.post("/api/auth/second-factor/confirm", json=body, headers=mine).status_code == 200
    return app


def test_second_factor_is_asked_for_and_each_code_is_good_once(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    app = second_factor(clinic, http, bearing(tokens(http)["access_token"]))
    used = app.at(clinic.clock.now())
    clinic.clock.move(timedelta(minutes=1))
    assert refusal(sign_in(http)) == (401, "second_factor_needed")
    assert refusal(sign_in(http, code=used)) == (401, "sign_in_refused")
    fresh = app.at(clinic.clock.now())
    tokens(http, code=fresh)
    assert refusal(sign_in(http, code=fresh)) == (401, "sign_in_refused")
    assert refusal(sign_in(http, "not the right one", code=fresh)) == (401, "sign_in_refused")


def test_with_a_second_factor_eight_characters_do_and_it_goes_only_with_a_long_password(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    body = {"current_password": PASSWORD, "new_password": "kV7!pq2z"}
    assert refusal(http.post("/api/auth/password", json=body, headers=mine)) == (409, "password_too_short")
    second_factor(clinic, http, mine)
    assert http.post("/api/auth/password", json=body, headers=mine).status_code == 200
    short = http.post("/api/auth/second-factor/remove", json={"password": "kV7!pq2z"}, headers=mine)
    assert refusal(short) == (409, "password_too_short")
    body = {"current_password": "kV7!pq2z", "new_password": PASSWORD}
    assert http.post("/api/auth/password", json=body, headers=mine).status_code == 200
    assert http.post("/api/auth/second-factor/remove", json={"password": PASSWORD}, headers=mine).status_code == 200
    tokens(http)


def test_second_factor_that_was_not_offered_cannot_be_confirmed(
    clinic: LittleClinic, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    offer = http.post("/api/auth/second-factor", json={"password": PASSWORD}, headers=mine).json()["data"]
    own = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    body = {"secret": own, "confirmation": offer["confirmation"], "code": pyotp.TOTP(own).at(clinic.clock.now())}
    reply = http.post("/api/auth/second-factor/confirm", json=body, headers=mine)
    assert refusal(reply) == (409, "confirmation_refused")
    wrong = {"secret": offer["secret"], "confirmation": offer["confirmation"], "code": "000000"}
    assert refusal(http.post("/api/auth/second-factor/confirm", json=wrong, headers=mine)) == (409, "code_wrong")


def test_pin_works_at_an_enrolled_device_of_ones_own_location_only(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    weak = http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "123456"}, headers=mine)
    assert refusal(weak) == (409, "pin_too_common")
    assert http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine).status_code == 200
    body = {"login": LOGIN, "pin": "402718"}
    assert refusal(http.post("/api/auth/pin", json=body)) == (401, "unknown_key")
    device = bearing(site.kiosk("one").enrolment.device_key)
    signed_in = http.post("/api/auth/pin", json=body, headers=device).json()["data"]
    assert signed_in["location_id"] == clinic.location["id"]
    at_device = bearing(signed_in["access_token"])
    me = http.get("/api/auth/me", headers=at_device).json()["data"]
    assert (me["role"], me["location_id"]) == ("receptionist", clinic.location["id"])
    assert me["device_uid"]
    with clinic.centre.work("revoke", "admin") as work:
        row = work.first(select(devices))
        assert row is not None
        work.change(devices, row, revoked_at=work.now)
    eventually(lambda: http.get("/api/auth/me", headers=at_device).status_code == 401, 5)


def test_a_desk_names_people_by_their_uids(site: Site, http: httpx.Client, clinic: LittleClinic, sam: int) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    with clinic.centre.read() as reading:
        uid = str(reading.scalar(select(users.c.uid).where(users.c.id == sam)))
    address, key = str(http.base_url), site.kiosk("one").enrolment.device_key
    assert ask_centre(address, key, uid, "402718") is PinVerdict.RIGHT
    assert ask_centre(address, key, uid, "402719") is PinVerdict.WRONG
    assert ask_centre(address, key, "00000000-0000-7000-8000-000000000009", "402718") is PinVerdict.WRONG
    with pytest.raises(TransportFault):
        ask_centre("http://127.0.0.1:9", key, uid, "402718")


def test_refreshed_session_stays_at_the_device_where_its_pin_was_typed(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    device = bearing(site.kiosk("one").enrolment.device_key)
    here = http.post("/api/auth/pin", json={"login": LOGIN, "pin": "402718"}, headers=device).json()["data"]
    again = http.post("/api/auth/refresh", json={"refresh_token": here["refresh_token"]}).json()["data"]
    assert again["location_id"] == clinic.location["id"]
    me = http.get("/api/auth/me", headers=bearing(again["access_token"])).json()["data"]
    assert me["location_id"] == clinic.location["id"]
    assert me["device_uid"]
    with clinic.centre.work("revoke", "admin") as work:
        row = work.first(select(devices))
        assert row is not None
        work.change(devices, row, revoked_at=work.now)
    last = http.post("/api/auth/refresh", json={"refresh_token": again["refresh_token"]})
    assert refusal(last) == (401, "refresh_refused")


def test_session_at_a_device_ends_for_somebody_who_works_elsewhere_now(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    device = bearing(site.kiosk("one").enrolment.device_key)
    here = http.post("/api/auth/pin", json={"login": LOGIN, "pin": "402718"}, headers=device).json()["data"]
    with clinic.centre.work("move", "admin") as work:
        elsewhere = work.create(locations, name="Harbour Clinic", code="N2", time_zone="Europe/London")
        row = work.first(select(users).where(users.c.id == sam))
        assert row is not None
        work.change(users, row, location_id=elsewhere["id"])
    assert http.get("/api/auth/me", headers=bearing(here["access_token"])).status_code == 401
    last = http.post("/api/auth/refresh", json={"refresh_token": here["refresh_token"]})
    assert refusal(last) == (401, "refresh_refused")


def test_pin_of_somebody_who_works_elsewhere_is_refused(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    with clinic.centre.work("move", "admin") as work:
        elsewhere = work.create(locations, name="Harbour Clinic", code="N2", time_zone="Europe/London")
        row = work.first(select(users).where(users.c.id == sam))
        assert row is not None
        work.change(users, row, location_id=elsewhere["id"])
    device = bearing(site.kiosk("one").enrolment.device_key)
    reply = http.post("/api/auth/pin", json={"login": LOGIN, "pin": "402718"}, headers=device)
    assert refusal(reply) == (401, "sign_in_refused")


def test_pin_that_was_missed_ten_times_is_nothing_until_the_password_was_right(
    clinic: LittleClinic, site: Site, http: httpx.Client, sam: int
) -> None:
    mine = bearing(tokens(http)["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    with clinic.centre.database.writing() as connection:
        connection.execute(update(credentials).values(failed_count=10))
    device = bearing(site.kiosk("one").enrolment.device_key)
    body = {"login": LOGIN, "pin": "402718"}
    assert refusal(http.post("/api/auth/pin", json=body, headers=device)) == (401, "sign_in_refused")
    tokens(http)
    assert http.post("/api/auth/pin", json=body, headers=device).status_code == 200


def test_records_hold_no_password_token_or_pin(clinic: LittleClinic, http: httpx.Client, sam: int) -> None:
    signed_in = tokens(http)
    mine = bearing(signed_in["access_token"])
    http.put("/api/auth/pin", json={"password": PASSWORD, "pin": "402718"}, headers=mine)
    with clinic.centre.read() as reading:
        kept = str([dict(row) for table in (credentials, sessions) for row in reading.all(select(table))])
    for secret in (PASSWORD, "402718", signed_in["access_token"], signed_in["refresh_token"]):
        assert secret not in kept
