"""A place of real processes: a centre, a hub beyond a line that can be cut, and machines that speak to either."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from kiosk.app.demo.programs import a_port_to_keep
from server_sync.central.opening import open_centre
from server_sync.central.sync.enrolment import invite_device
from server_sync.protocol import hub_keys
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.pages import parse_page
from server_sync.protocol.push import SetAnswer, encode_push, parse_answers
from server_sync.protocol.versions import HEADER, SCHEMA_VERSION
from server_sync.records import outbox
from server_sync.records.database import open_database
from server_sync.records.outbox import SyncStatus
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, availability, locations, patients, users
from server_sync.records.upstream.apply import apply_page
from server_sync.worker.enrolment import enrol, found_device
from server_sync.worker.laid_over import lay_over
from tests.clinics import DEVICE_KEY
from tests.faults.line import Line

ROOT = Path(__file__).parents[2]
START_S = 60.0
NONCE = "5e" * 16
_FINAL = frozenset(status.value for status in SyncStatus) - {"pending"}


class Machine:
    """A kiosk or a desk that speaks to whom it is told to."""

    def __init__(self, folder: Path, enrolment: Enrolment) -> None:
        self.enrolment = enrolment
        database = open_database(f"sqlite:///{folder / f'{enrolment.device_uid}.db'}", key_hex=DEVICE_KEY)
        found_device(database, enrolment)
        self.replica = Replica(database)

    @property
    def uid(self) -> UUID:
        return self.enrolment.device_uid

    @property
    def pending(self) -> int:
        return outbox.count_pending(self.replica.database)

    def push(self, server: Server) -> tuple[SetAnswer, ...]:
        """Offer all that is pending, and note what is final of the answer."""
        sets = [(one.change_set, one.hash) for one in outbox.pending(self.replica.database, 1000)]
        answers = parse_answers(server.post(self, "/api/appointments/offline-sync", encode_push(self.uid, sets)))
        final = [
            outbox.Answer(one.uid, SyncStatus(one.status), one.outcome, one.resolution)
            for one in answers
            if one.status in _FINAL and one.uid is not None
        ]
        outbox.mark_answered(self.replica.database, final, self.replica.clock.now())
        return answers

    def pull(self, server: Server) -> None:
        """Take all that a server has for it."""
        while True:
            cursor = outbox.stored_cursor(self.replica.database, server.name)
            asked = {"limit": "500"} | ({"cursor": cursor} if cursor else {})
            page = parse_page(server.get(self, "/api/sync/feed", asked))
            apply_page(self.replica.database, page, self.replica.clock, rebase=lay_over, upstream=server.name)
            if page.is_last:
                return


class Server:
    """Somebody to speak to: the centre, or the hub once it has proved itself."""

    def __init__(self, url: str, name: str = "", trusted: ssl.SSLContext | bool = False) -> None:
        self.url = url
        self.name = name
        self._trusted = trusted

    def post(self, machine: Machine, path: str, body: Any) -> Any:
        with self._client(machine) as client:
            return _content(client.post(path, json=body))

    def get(self, machine: Machine, path: str, asked: dict[str, str]) -> Any:
        with self._client(machine) as client:
            return _content(client.get(path, params=asked))

    def _client(self, machine: Machine) -> httpx.Client:
        key = machine.enrolment.device_key
        if self.name:
            key = hub_keys.at_hub(hub_keys.key_hash_of(key), UUID(self.name))
        headers = {"Authorization": f"Bearer {key}", HEADER: str(SCHEMA_VERSION)}
        return httpx.Client(base_url=self.url, headers=headers, verify=self._trusted, timeout=30, trust_env=False)


def _content(response: httpx.Response) -> Any:
    assert response.status_code == 200, (response.status_code, response.text)
    return response.json()


class PlaceWithAHub:
    """The processes; each is started, killed and started again by itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.centre_url = f"sqlite:///{folder / 'centre.db'}"
        self.centre_port, self.hub_port = a_port_to_keep(), a_port_to_keep()
        self.centre = Server(f"http://127.0.0.1:{self.centre_port}")
        self._set_up()
        self._processes: dict[str, subprocess.Popen[str]] = {}
        self.start_centre()
        self.line = Line(self.centre_port)

    def start_centre(self) -> None:
        asked = ["serve", "--database", self.centre_url, "--port", str(self.centre_port)]
        self._start("centre", asked)

    def start_hub(self) -> None:
        """Start it; a new one joins the clinic first."""
        at = self.folder / "hub" / "hub.db"
        asked = ["hub", "--centre", self.line.url, "--database", f"sqlite:///{at}", "--port", str(self.hub_port)]
        if not at.exists():
            asked += ["--enrol", self._code("hub")]
        self._start("hub", asked)

    def machine(self, kind: str) -> Machine:
        return Machine(self.folder, enrol(self.centre.url, self._code(kind)))

    def hub(self, asking: Machine) -> Server:
        """The hub, as a machine that trusts nobody finds it."""
        certificate = ssl.get_server_certificate(("127.0.0.1", self.hub_port))
        trusted = ssl.create_default_context(cadata=certificate)
        trusted.check_hostname = False
        url = f"https://127.0.0.1:{self.hub_port}"
        question = {"device_uid": str(asking.uid), "nonce": NONCE}
        with httpx.Client(verify=trusted, trust_env=False) as client:
            told = _content(client.post(f"{url}/api/hub/prove", json=question))["data"]
        hub_uid = UUID(told["hub_uid"])
        key = hub_keys.proof_key(hub_keys.key_hash_of(asking.enrolment.device_key), hub_uid)
        seen = hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest()
        assert hub_keys.is_proof(told["proof"], key, NONCE, hub_uid, seen)
        return Server(url, str(hub_uid), trusted)

    def hub_is_ready(self) -> bool:
        with suppress(httpx.TransportError):
            return httpx.get(f"https://127.0.0.1:{self.hub_port}/health/ready", verify=False).status_code == 200
        return False

    def cut(self) -> None:
        """Nobody reaches the centre by the hub's line."""
        self.line.refuses = True
        self.line.reset()

    def kill(self, name: str) -> None:
        """As the kernel does when memory is short."""
        process = self._processes.pop(name)
        os.kill(process.pid, signal.SIGKILL)
        process.wait(30)
        if process.stdout is not None:
            process.stdout.close()

    def wipe_hub(self) -> None:
        """Its disk is gone."""
        shutil.rmtree(self.folder / "hub")

    def records(self) -> Replica:
        """The centre's, for a look."""
        return open_centre(self.centre_url)

    def close(self) -> None:
        for name in list(self._processes):
            self.kill(name)
        self.line.close()

    def _start(self, name: str, asked: Sequence[str]) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "server_sync", *asked],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self._processes[name] = process
        assert process.stdout is not None
        assert "is ready at" in process.stdout.readline(), (self.folder / f"{name}.log").read_text()[-3000:]

    def _code(self, kind: str) -> str:
        with closing(open_centre(self.centre_url).database) as database:
            return invite_device(Replica(database), kind.capitalize(), kind).code

    def _set_up(self) -> None:
        replica = open_centre(self.centre_url)
        now = datetime.now(UTC)
        with replica.work("set_up", "system") as work:
            place = work.create(locations, name="Riverside Clinic", code="", time_zone="UTC")
            doctor = work.create(users, display_name="Dr Okafor", role="doctor", location_id=place["id"], room="3")
            work.create(
                availability,
                doctor_id=doctor["id"],
                location_id=place["id"],
                date=now.date(),
                start_time=datetime.min.time(),
                end_time=datetime.max.time().replace(microsecond=0),
            )
            self.location_id, self.doctor_id = place["id"], doctor["id"]
            self.booked: list[UUID] = []
            for number in range(6):
                patient = work.create(
                    patients, patient_number=f"PAT-{number:05d}", first_name="Jane", last_name=f"Sample {number}"
                )
                booked = work.create(
                    appointments,
                    appointment_number=f"APT-{number:05d}",
                    patient_id=patient["id"],
                    doctor_id=doctor["id"],
                    location_id=place["id"],
                    scheduled_date=now + timedelta(minutes=10 + number),
                )
                self.booked.append(booked["uid"])
        replica.database.close()


@contextmanager
def place_with_a_hub(folder: Path) -> Iterator[PlaceWithAHub]:
    """One that leaves nothing running."""
    place = PlaceWithAHub(folder)
    try:
        yield place
    finally:
        place.close()


def told_by(place: PlaceWithAHub) -> str:
    """What the processes wrote, for whoever looks for a cause."""
    return json.dumps({name: (place.folder / f"{name}.log").read_text()[-2000:] for name in ("hub", "centre")})
