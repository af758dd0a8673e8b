"""Every operation of the OpenAPI document, asked by every role, about one's own and about other people's.

What each may do stands in `tests.role_table`; an operation without a row there fails. The document itself must say the
same roles as the table.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import insert, select

from server_sync.central.sync.enrolment import enrol_device, invite_device
from server_sync.clinic.roles import STAFF, Role
from server_sync.records.database import open_database
from server_sync.records.reading import Row as Record
from server_sync.records.tables import (
    availability,
    conflicts,
    devices,
    locations,
    patients,
    queue_management,
    sessions,
    slot_leases,
    users,
)
from tests.access import device_headers, patient_headers, staff_headers
from tests.clinics import MORNING, LittleClinic
from tests.role_table import DEVICE, LOCAL, PATIENT, TABLE, Side
from tests.sites import RunningServer

SHUT = {"unknown_key", "sign_in_needed", "not_allowed"}
"""Codes of the gate: this role may not do this at all."""

HIDDEN = {"not_allowed", "other_location", "other_device", "not_there"}
"""Codes that may answer for somebody else's, beside those that begin with `unknown_`."""

METHODS = ("get", "post", "put", "patch", "delete")

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody with a role. `kind` says whose records are others' to them; empty: nobody's are."""

    role: Role
    kind: str
    headers: Headers

    def __str__(self) -> str:
        return f"{self.kind} {self.role}".strip()


class House:
    """A clinic of two locations behind its application, which can be put back to how it was."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "centre.db"
        self._database = open_database(f"sqlite:///{self._path}", enforce_references=True)
        self._clinic = LittleClinic(self._database, folder)
        self.ours, self.theirs = self._side(0), self._side(1)
        self.askers = self._askers()
        self._server = RunningServer(self._clinic.centre)
        self._server.start()
        self.client = httpx.Client(base_url=self._server.url, trust_env=False, timeout=20)
        self.document: dict[str, Any] = self.client.get("/api/openapi.json").json()
        self._kept = sqlite3.connect(":memory:")
        with sqlite3.connect(self._path) as live:
            live.backup(self._kept)
        live.close()

    def put_back(self) -> None:
        """Undo whatever was done."""
        live = sqlite3.connect(self._path)
        self._kept.backup(live)
        live.close()

    def close(self) -> None:
        self.client.close()
        self._server.stop()
        self._kept.close()
        self._database.close()

    def ask(self, method: str, path: str, side: Side, headers: Headers) -> httpx.Response:
        """The operation's sample request, about what belongs to `side`."""
        row, operation = TABLE[method, path], self.document["paths"][path][method.lower()]
        named = {name: getattr(side, name, None) for name in re.findall(r"{(\w+)}", path)} | dict(row.path(side))
        required = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query" and one["required"]]
        query = {name: getattr(side, name) for name in required if hasattr(side, name)} | dict(row.query(side))
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
        if body is not None:
            body = {name: getattr(side, name, value) for name, value in body.items() if name != "code"} | (
                {"code": body["code"]} if "code" in body else {}
            )
            body |= row.body(side)
        return self.client.request(method, path.format(**named), params=query, json=body, headers=dict(headers))

    def _side(self, number: int) -> Side:
        clinic, name = self._clinic, ("Jane", "Tom")[number]
        place, doctor = (clinic.location, clinic.doctor) if number == 0 else self._second_place()
        with clinic.centre.read() as reading:
            hours = reading.first(select(availability).where(availability.c.location_id == place["id"]))
        clinic.location, clinic.doctor, own = place, doctor, (clinic.location, clinic.doctor)
        phone = f"+44 7700 90012{number}"
        visit = clinic.book(MORNING + timedelta(hours=1), code=f"4071825{number}", phone=phone, first_name=name)
        later = clinic.book(MORNING + timedelta(hours=2), code=f"4071826{number}", phone=f"{phone}9", first_name="Al")
        clinic.location, clinic.doctor = own
        with clinic.centre.work("set_up", "system") as work:
            user = work.create(users, display_name=f"Desk {number}", role="receptionist", location_id=place["id"])
            waiting = self._waiting(work, visit, place["id"])
            session = UUID(int=number + 1)
            moments = dict.fromkeys(("created_at", "last_used_at", "expires_at"), work.now)
            row = {"uid": session, "user_id": user["id"], "refresh_hash": str(number), **moments}
            work.connection.execute(insert(sessions), row)
        invited = invite_device(clinic.centre, f"Kiosk {number}", "kiosk", place["code"])
        with clinic.centre.read() as reading:
            device = reading.first(select(devices).where(devices.c.uid == invited.device_uid))
        assert hours is not None
        assert device is not None
        with clinic.centre.work("set_up", "system") as work:
            conflict = work.create(
                conflicts,
                location_id=place["id"],
                kind="left_for_the_desk",
                noun="patient",
                record_uid=visit["uid"],
                words="Two people changed phone.",
            )
            lease = work.create(
                slot_leases,
                location_id=place["id"],
                device_id=device["id"],
                doctor_id=doctor["id"],
                starts_at=MORNING + timedelta(hours=3),
                ends_at=MORNING + timedelta(hours=3, minutes=30),
                seats=1,
                ask_uid=UUID(int=number + 1),
                granted_at=MORNING,
                sell_for_s=3600,
            )
        return Side(
            location_id=place["id"],
            doctor_id=doctor["id"],
            patient_id=visit["patient_id"],
            appointment_id=visit["id"],
            queue_id=waiting["id"],
            user_id=user["id"],
            device_id=device["id"],
            hours_id=hours["id"],
            lease_id=lease["id"],
            conflict_id=conflict["id"],
            code=waiting["follow_code"],
            device_uid=str(device["uid"]),
            uid=str(session),
            into_id=later["patient_id"],
        )

    def _second_place(self) -> tuple[Record, Record]:
        with self._clinic.centre.work("set_up", "system") as work:
            place = work.create(locations, name="Harbour Clinic", code="N2", time_zone="Europe/London")
            doctor = work.create(users, display_name="Dr Lind", role="doctor", location_id=place["id"])
            hours = {"date": MORNING.date(), "start_time": time(8), "end_time": time(18)}
            work.create(availability, doctor_id=doctor["id"], location_id=place["id"], **hours)
        return place, doctor

    @staticmethod
    def _waiting(work: Any, visit: Record, location_id: int) -> Record:  # Any: a Work
        return dict(
            work.create(
                queue_management,
                appointment_id=visit["id"],
                patient_id=visit["patient_id"],
                doctor_id=visit["doctor_id"],
                location_id=location_id,
                token_number=f"20260309-{location_id:03d}",
                business_date=MORNING.date(),
                current_status="waiting",
                check_in_time=MORNING,
                follow_code=f"follow-code-{location_id}",
            )
        )

    def _askers(self) -> list[Asker]:
        centre, here = self._clinic.centre, self.ours.location_id
        with centre.read() as reading:
            jane = reading.scalar(select(patients.c.uid).where(patients.c.id == self.ours.patient_id))
        askers = [Asker(Role.PUBLIC, "", {}), Asker(Role.PATIENT, PATIENT, patient_headers(centre, jane))]
        for role, kind in ((Role.KIOSK, "kiosk"), (Role.DISPLAY, "board")):
            enrolled = enrol_device(centre, invite_device(centre, f"A {kind}", kind).code)
            assert enrolled is not None
            askers.append(Asker(role, DEVICE, device_headers(enrolled.device_key)))
        for role in sorted(STAFF):
            askers.append(Asker(role, "", staff_headers(centre, role)))
            askers.append(Asker(role, LOCAL, staff_headers(centre, role, location_id=here)))
        return askers


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = House(tmp_path_factory.mktemp("house"))
    yield house
    house.close()


def code_of(reply: httpx.Response) -> str:
    """The code of a refusal; empty where there is none, or where people are answered with a page."""
    if reply.status_code < 400 or not reply.headers["content-type"].startswith("application/json"):
        return ""
    return str(reply.json()["error"]["code"])


def test_every_operation_of_the_document_has_a_row_and_says_the_same_roles(house: House) -> None:
    told = {
        (method.upper(), path): frozenset(operation["x-roles"])
        for path, operations in house.document["paths"].items()
        for method, operation in operations.items()
        if method in METHODS
    }
    assert told == {operation: frozenset(row.roles) for operation, row in TABLE.items()}


def ids_in(answer: Any) -> set[int]:
    """Of the rows of a list, or of the one list in a page."""
    rows = answer if isinstance(answer, list) else next(one for one in answer.values() if isinstance(one, list))
    return {one["id"] for one in rows}


@pytest.mark.parametrize(("method", "path"), sorted(TABLE))
def test_nobody_but_its_roles_may(house: House, method: str, path: str) -> None:
    row = TABLE[method, path]
    for asker in house.askers:
        if asker.role in row.roles and asker.kind not in row.shut:
            continue
        reply = house.ask(method, path, house.ours, asker.headers)
        assert reply.status_code in (401, 403), f"{asker}: {reply.status_code}"
        assert code_of(reply) in SHUT, f"{asker}: {reply.text}"


@pytest.mark.parametrize(("method", "path"), sorted(TABLE))
def test_its_roles_may_and_see_no_more_than_is_theirs(house: House, method: str, path: str) -> None:
    row = TABLE[method, path]
    for asker in house.askers:
        if asker.role not in row.roles or asker.kind in row.shut:
            continue
        if row.lists:
            told = ids_in(house.ask(method, path, house.ours, asker.headers).json()["data"])
            assert getattr(house.ours, row.lists) in told, f"{asker}: not even their own"
            assert asker.kind not in row.hidden or getattr(house.theirs, row.lists) not in told, f"{asker}: others'"
        elif asker.kind in row.hidden:
            reply = house.ask(method, path, house.theirs, asker.headers)
            code = code_of(reply)
            assert code.startswith("unknown_") or code in HIDDEN, f"{asker}, others': {reply.status_code} {reply.text}"
        for side in (house.ours,) if asker.kind else (house.ours, house.theirs):
            reply = house.ask(method, path, side, asker.headers)
            code = code_of(reply)
            let_in = code in row.harmless or not (code in SHUT or code.startswith("unknown_"))
            assert let_in, f"{asker}: {reply.status_code} {reply.text}"
            assert reply.status_code < 500, f"{asker}: {reply.text}"
            assert reply.status_code != 422, f"{asker}: the sample request is wrong: {reply.text}"
            if method != "GET":
                house.put_back()
