"""Links for patients: who gets one, what it opens, and what nobody can learn by asking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_sync.central.access.callers import Caller
from server_sync.central.access.patient_links import Contact, NotOpened, Opening, make_link, open_link, send_link
from server_sync.central.access.secret import server_secret
from server_sync.central.access.tokens import verify
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.tables import audit_trail, patients
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.fakes.messenger import KeepingMessenger
from tests.sites import Site, running_site

BORN = date(1958, 3, 14)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def secret(clinic: LittleClinic) -> str:
    return server_secret(clinic.centre, ServerSettings(database_url=""))


@pytest.fixture
def mail() -> KeepingMessenger:
    return KeepingMessenger()


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


def patient(clinic: LittleClinic, number: int, **values: Any) -> Row:
    known = {"first_name": "Jane", "last_name": "Sample", "date_of_birth": BORN, "email": "Jane@mail.example"}
    with clinic.centre.work("register", "system") as work:
        return work.create(patients, patient_number=f"PAT-2026-{number:05d}", **known | values)


def code_in(mail: KeepingMessenger) -> str:
    return mail.kept[-1].text.partition("/me#")[2].split()[0]


def opens(clinic: LittleClinic, secret: str, code: str, born: date | None = None) -> Any:
    """The uid of the patient whose data the link opens, or why it opens none."""
    opening = open_link(clinic.centre, secret, code, born)
    if not isinstance(opening, Opening):
        return opening
    claims = verify(secret, opening.access_token, clinic.clock.now())
    assert claims is not None
    assert claims.role is Role.PATIENT
    return claims.subject


def test_link_goes_to_the_address_that_the_clinic_knows_and_opens_ones_own_data(
    clinic: LittleClinic, secret: str, mail: KeepingMessenger
) -> None:
    jane = patient(clinic, 1)
    assert send_link(clinic.centre, secret, Contact(email="jane@MAIL.example"), mail)
    (message,) = mail.kept
    assert message.to == "Jane@mail.example"
    assert "Jane" not in message.text
    assert "Sample" not in message.text
    assert opens(clinic, secret, code_in(mail)) == jane["uid"]


def test_nothing_is_sent_to_a_stranger(clinic: LittleClinic, secret: str, mail: KeepingMessenger) -> None:
    patient(clinic, 1)
    assert not send_link(clinic.centre, secret, Contact(email="nobody@mail.example"), mail)
    assert not send_link(clinic.centre, secret, Contact(phone="12"), mail)
    assert mail.kept == []


@pytest.mark.parametrize("typed", ["07700 900123", "+44 7700 900123", "0044-7700-900123"])
def test_phone_is_known_however_it_is_written(
    clinic: LittleClinic, secret: str, mail: KeepingMessenger, typed: str
) -> None:
    jane = patient(clinic, 1, phone="+44 7700 900123")
    assert send_link(clinic.centre, secret, Contact(phone=typed), mail)
    assert mail.kept[0].to == "+44 7700 900123"
    assert opens(clinic, secret, code_in(mail)) == jane["uid"]


def test_family_that_shares_an_address_says_whose_data_is_meant(
    clinic: LittleClinic, secret: str, mail: KeepingMessenger
) -> None:
    jane, tom = patient(clinic, 1), patient(clinic, 2, first_name="Tom", date_of_birth=date(2015, 6, 1))
    send_link(clinic.centre, secret, Contact(email="jane@mail.example"), mail)
    assert len(mail.kept) == 1
    code = code_in(mail)
    assert opens(clinic, secret, code) is NotOpened.BIRTH_DATE_NEEDED
    assert opens(clinic, secret, code, BORN) == jane["uid"]
    assert opens(clinic, secret, code, date(2015, 6, 1)) == tom["uid"]
    assert opens(clinic, secret, code, date(1999, 1, 1)) is NotOpened.REFUSED


def test_twins_who_share_all_of_it_are_sent_to_the_desk(
    clinic: LittleClinic, secret: str, mail: KeepingMessenger
) -> None:
    patient(clinic, 1)
    patient(clinic, 2, first_name="Joan")
    send_link(clinic.centre, secret, Contact(email="jane@mail.example"), mail)
    assert opens(clinic, secret, code_in(mail), BORN) is NotOpened.REFUSED


def test_stranger_who_books_with_somebodys_phone_and_an_own_address_sees_nothing_of_theirs(
    clinic: LittleClinic, secret: str, mail: KeepingMessenger
) -> None:
    patient(clinic, 1, phone="07700 900123")
    stranger = patient(clinic, 2, phone="07700 900123", email="stranger@mail.example", date_of_birth=None)
    send_link(clinic.centre, secret, Contact(email="stranger@mail.example"), mail)
    assert opens(clinic, secret, code_in(mail), BORN) == stranger["uid"]


def test_link_ends_after_a_quarter_of_an_hour_and_cannot_be_made_up(
    clinic: LittleClinic, secret: str, mail: KeepingMessenger
) -> None:
    patient(clinic, 1)
    send_link(clinic.centre, secret, Contact(email="jane@mail.example"), mail)
    code = code_in(mail)
    for forged in ("", "A" * 59, code[:-4] + "AAAA", ("B" if code[0] != "B" else "C") + code[1:], code + "A"):
        assert opens(clinic, secret, forged) is NotOpened.REFUSED
    clinic.clock.move(timedelta(minutes=15))
    assert opens(clinic, secret, code) is NotOpened.REFUSED


def test_erased_patient_has_no_link(clinic: LittleClinic, secret: str, mail: KeepingMessenger) -> None:
    jane = patient(clinic, 1)
    send_link(clinic.centre, secret, Contact(email="jane@mail.example"), mail)
    with clinic.centre.work("erase", "admin") as work:
        row = work.first(select(patients).where(patients.c.id == jane["id"]))
        assert row is not None
        work.change(patients, row, erased_at=work.now)
    assert opens(clinic, secret, code_in(mail)) is NotOpened.REFUSED


def test_opening_a_link_is_in_the_audit_trail(clinic: LittleClinic, secret: str, mail: KeepingMessenger) -> None:
    jane = patient(clinic, 1)
    send_link(clinic.centre, secret, Contact(email="jane@mail.example"), mail)
    opens(clinic, secret, code_in(mail))
    with clinic.centre.read() as reading:
        entry = reading.first(select(audit_trail).where(audit_trail.c.intent == "open_patient_link"))
    assert entry is not None
    assert (entry["actor"], entry["record_uid"]) == ("patient", jane["uid"])


def test_link_that_was_made_at_the_desk_names_its_maker_when_it_is_opened(clinic: LittleClinic, secret: str) -> None:
    jane = patient(clinic, 1)
    for maker in ("rosa-uid", "sam-uid"):
        link = make_link(clinic.centre, secret, Caller(Role.RECEPTIONIST, maker), jane["id"])
        assert link is not None
        opens(clinic, secret, link.code)
        clinic.clock.move(timedelta(minutes=5))
    with clinic.centre.read() as reading:
        query = select(audit_trail).where(audit_trail.c.intent == "patient_link_of_theirs_opened")
        noted = reading.all(query.order_by(audit_trail.c.id))
    assert [(entry["actor"], entry["record_uid"]) for entry in noted] == [
        ("rosa-uid", jane["uid"]),
        ("sam-uid", jane["uid"]),
    ]


def test_everybody_who_asks_is_told_the_same(clinic: LittleClinic, site: Site) -> None:
    patient(clinic, 1, phone="07700 900123")
    url = f"{site.server.url}/api/auth/patient-link"
    bodies = [{"email": "jane@mail.example"}, {"email": "nobody@mail.example"}, {"phone": "07700 900123"}]
    replies = [httpx.post(url, json=body, trust_env=False) for body in bodies]
    assert {(reply.status_code, reply.text) for reply in replies} == {(202, replies[0].text)}
    assert httpx.post(url, json={}, trust_env=False).status_code == 409
    assert httpx.post(url, json={**bodies[0], **bodies[2]}, trust_env=False).status_code == 409


def test_patient_at_the_desk_gets_a_link_that_opens_their_own_data(clinic: LittleClinic, site: Site) -> None:
    jane = patient(clinic, 1)
    patient(clinic, 2, first_name="Tom")
    desk = staff_headers(clinic.centre, Role.RECEPTIONIST)
    with httpx.Client(base_url=site.server.url, trust_env=False) as http:
        link = http.post(f"/api/patients/{jane['id']}/link", headers=desk).json()["data"]
        assert link["url"] == f"https://clinic.example/me#{link['token']}"
        opening = http.post("/api/auth/patient-session", json={"token": link["token"]}).json()["data"]
        own = {"Authorization": f"Bearer {opening['access_token']}"}
        me = http.get("/api/auth/me", headers=own).json()["data"]
        assert (me["role"], me["patient_uid"], me["name"]) == ("patient", str(jane["uid"]), None)
        assert http.post("/api/patients/99999/link", headers=desk).status_code == 404
        assert http.post(f"/api/patients/{jane['id']}/link", headers=own).status_code == 403
