"""What a hub answers over HTTP: who it is, whom it knows, and what it leaves to the centre."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update
from websockets.sync.client import connect

from server_sync.central.live.socket_protocol import LiveSocketProtocol
from server_sync.central.serving import CentreConfig, Server, address_of, listen
from server_sync.central.settings import ServerSettings
from server_sync.central.sync.site import site_of
from server_sync.hub.application import create_hub
from server_sync.hub.place import parse_site
from server_sync.protocol import hub_keys
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.digests import DigestAnswer, DigestQuestion, ImagesAnswer, ImagesQuestion, Reference
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.faults import TransportFault
from server_sync.protocol.pages import FeedPage, parse_page
from server_sync.protocol.push import SetAnswer, encode_push
from server_sync.protocol.versions import HEADER, SCHEMA_VERSION
from server_sync.records.database import DOOR, open_database
from server_sync.records.tables import devices, patients
from server_sync.worker.transport import UNREACHABLE
from tests.clinics import Device, LittleClinic
from tests.hubs import HubInTheLobby, pending
from tests.sites import PATIENCE_S, eventually

CERTIFICATE = "c" * 64
NONCE = "0123456789abcdef" * 2


class CutOff:
    """The way to a centre that nobody reaches, but for the question who is at this place, while that is answered."""

    def __init__(self, hub: HubInTheLobby) -> None:
        self._hub = hub

    async def site(self) -> Sequence[dict[str, Any]]:
        found = site_of(self._hub.clinic.centre, self._hub.device.identity)
        return parse_site({"success": True, "data": {"devices": [one.to_json() for one in found]}})

    async def forward(self, _device_uid: UUID, _body: bytes) -> tuple[SetAnswer, ...]:
        raise _nobody()

    async def push(self, _sets: Sequence[tuple[ChangeSet, str]], _after: UUID | None = None) -> tuple[SetAnswer, ...]:
        raise _nobody()

    def prepare(self, _sets: Sequence[tuple[ChangeSet, str]], _after: UUID | None = None) -> None:
        return

    async def pull(self, _cursor: str | None) -> FeedPage:
        raise _nobody()

    async def snapshot(self, _cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        for page in _pages():
            yield page

    async def compare(self, _question: DigestQuestion) -> DigestAnswer:
        raise _nobody()

    async def images(self, _question: ImagesQuestion) -> ImagesAnswer:
        raise _nobody()

    async def rows(self, _references: Sequence[Reference]) -> FeedPage:
        raise _nobody()

    async def tell_erasures(self, _uids: Sequence[UUID]) -> int:
        raise _nobody()

    async def learned_waits(self, _known: str) -> bytes | None:
        raise _nobody()

    async def renew(self, _device_uid: UUID, _key_hash: str) -> Enrolment:
        raise _nobody()

    async def listen(self) -> AsyncIterator[None]:
        for _ in _pages():
            yield

    async def close(self) -> None:
        return


def _pages() -> Sequence[FeedPage]:
    raise _nobody()


def _nobody() -> TransportFault:
    return TransportFault(UNREACHABLE, "cut")


class House:
    """A hub that serves, and a kiosk of its place with a key."""

    def __init__(self, folder: Path) -> None:
        database = open_database(f"sqlite:///{folder / 'centre.db'}", enforce_references=True)
        self.clinic = LittleClinic(database, folder)
        self.hub = HubInTheLobby(self.clinic)
        self.kiosk, self.other = self.clinic.enrol("A", 1), self.clinic.enrol("B", 2)
        for device in (self.kiosk, self.other):
            self._give_a_key(device)
        self.hub.pull()
        settings = ServerSettings(database_url="", rate_limits={})
        self.app = create_hub(self.hub.device.replica, settings, lambda: CutOff(self.hub), CERTIFICATE)

    def key(self, device: Device) -> dict[str, str]:
        shown = hub_keys.at_hub(hub_keys.key_hash_of(str(device.identity.uid)), self.hub.device.identity.uid)
        return {"Authorization": f"Bearer {shown}", HEADER: str(SCHEMA_VERSION)}

    def body(self, device: Device) -> Any:
        sets = [(one.change_set, one.hash) for one in pending(device)]
        return json.loads(json.dumps(encode_push(device.identity.uid, sets)))

    def _give_a_key(self, device: Device) -> None:
        hashed = hub_keys.key_hash_of(str(device.identity.uid))
        with self.clinic.centre.database.writing() as connection:
            is_it = devices.c.uid == device.identity.uid
            connection.execute(update(devices).where(is_it).values(key_hash=hashed).execution_options(**DOOR))

    def close(self) -> None:
        for replica in (self.clinic.centre, self.hub.device.replica, self.kiosk.replica, self.other.replica):
            replica.database.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.close()


@contextmanager
def served(app: FastAPI) -> Iterator[httpx.Client]:
    """On a real port, without the certificate that another suite looks at."""
    ready, listening = threading.Event(), listen("127.0.0.1", 0)
    config = CentreConfig(app, ws=LiveSocketProtocol, log_config=None, access_log=False, timeout_graceful_shutdown=1)
    server = Server(config, ready.set)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    assert ready.wait(PATIENCE_S)
    with httpx.Client(base_url=address_of(listening), trust_env=False, timeout=PATIENCE_S) as client:
        yield client
    server.should_exit = True
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
    listening.close()


@pytest.fixture
def client(house: House) -> Iterator[httpx.Client]:
    with served(house.app) as client:
        yield client


def code_of(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["error"]["code"]


def test_a_kiosk_hands_in_what_it_did_and_the_other_hears_of_it(house: House, client: httpx.Client) -> None:
    with house.kiosk.replica.work("register", "patient") as work:
        made = work.create(patients, patient_number="PAT-2026-A0001", first_name="Ada", last_name="Sample")
    path = "/api/appointments/offline-sync"
    answer = client.post(path, json=house.body(house.kiosk), headers=house.key(house.kiosk))
    assert [one["status"] for one in answer.json()["data"]["results"]] == ["held"]
    page = client.get("/api/sync/feed", params={"of": "all"}, headers=house.key(house.kiosk)).json()["data"]
    uid = str(house.kiosk.identity.uid)
    assert (page["settled_through"], page["reflected_through"], page["reflected_of"][uid]) == (0, 1, 1)
    named = {"references": [["patient", str(made["uid"])], ["queue", uid]]}
    rows = client.post("/api/sync/rows", json=named, headers=house.key(house.other))
    told = parse_page(rows.json())
    assert (told.absent, told.left) == ((), (("patient", made["uid"]),))  # nobody visits; of what is not here: nothing


def test_the_key_that_serves_at_the_centre_serves_nowhere_at_the_hub(house: House, client: httpx.Client) -> None:
    own = {"Authorization": f"Bearer {house.kiosk.identity.uid}"}
    assert code_of(client.get("/api/sync/feed", headers=own)) == (401, "unknown_key")
    assert code_of(client.get("/api/sync/feed")) == (401, "unknown_key")


def test_a_body_that_names_another_device_is_refused(house: House, client: httpx.Client) -> None:
    answer = client.post("/api/appointments/offline-sync", json=house.body(house.other), headers=house.key(house.kiosk))
    assert code_of(answer) == (403, "other_device")


def test_a_hub_proves_itself_to_who_belongs_to_its_place_and_says_as_much_to_strangers(
    house: House, client: httpx.Client
) -> None:
    uid = house.kiosk.identity.uid
    told = client.post("/api/hub/prove", json={"device_uid": str(uid), "nonce": NONCE}).json()["data"]
    hub_uid = UUID(told["hub_uid"])
    key = hub_keys.proof_key(hub_keys.key_hash_of(str(uid)), hub_uid)
    assert hub_keys.is_proof(told["proof"], key, NONCE, hub_uid, CERTIFICATE)
    relay = hashlib.sha256(b"the certificate of whoever stands between").hexdigest()
    assert not hub_keys.is_proof(told["proof"], key, NONCE, hub_uid, relay)
    stranger = client.post("/api/hub/prove", json={"device_uid": str(UUID(int=7)), "nonce": NONCE}).json()["data"]
    assert stranger.keys() == told.keys()
    assert len(stranger["proof"]) == len(told["proof"])
    assert client.post("/api/hub/prove", json={"device_uid": str(uid), "nonce": "short"}).status_code == 422


def test_whoever_was_revoked_is_out_and_who_has_just_joined_is_known_soon(house: House, client: httpx.Client) -> None:
    with house.clinic.centre.work("revoke", "system") as work:
        row = work.first(devices.select().where(devices.c.uid == house.kiosk.identity.uid))
        assert row is not None
        work.change(devices, row, revoked_at=work.now)
    asked = {"device_uid": str(UUID(int=7)), "nonce": NONCE}

    def is_out() -> bool:
        client.post("/api/hub/prove", json=asked)  # a stranger: so the centre is asked who is here
        said: int = client.get("/api/sync/feed", headers=house.key(house.kiosk)).status_code
        return said == 401

    eventually(is_out)
    assert client.get("/api/sync/feed", headers=house.key(house.other)).status_code == 200


def test_what_only_the_centre_decides_is_left_to_it(house: House, client: httpx.Client) -> None:
    key = house.key(house.kiosk)
    held = client.post("/api/sync/digests", json={"cursor": "x", "digests": {}}, headers=key).json()["data"]
    assert held["state"] == "moved_on"
    images = {"cursor": "x", "type": "queue", "buckets": [1]}
    assert client.post("/api/sync/images", json=images, headers=key).json()["data"]["state"] == "moved_on"
    assert code_of(client.post("/api/devices/renew", json={}, headers=key)) == (403, "only_at_the_centre")
    assert client.post("/api/devices/enrol", json={"code": "x"}).status_code == 404


def test_news_comes_by_the_socket(house: House, client: httpx.Client) -> None:
    url = str(client.base_url).replace("http", "ws", 1).rstrip("/") + "/ws/sync"
    with connect(url, additional_headers=house.key(house.other), proxy=None) as socket:
        assert json.loads(socket.recv(PATIENCE_S)) == {"type": "news"}
        with house.kiosk.replica.work("register", "patient") as work:
            work.create(patients, patient_number="PAT-2026-A0001", first_name="Ada", last_name="Sample")
        path = "/api/appointments/offline-sync"
        client.post(path, json=house.body(house.kiosk), headers=house.key(house.kiosk))
        assert json.loads(socket.recv(PATIENCE_S)) == {"type": "news"}


def test_supervisors_are_told_how_it_stands(house: House, client: httpx.Client) -> None:
    assert client.get("/health/live").json()["data"]["status"] == "live"
    assert client.get("/health/ready").json()["data"]["status"] == "ready"


def test_an_empty_hub_is_not_ready(tmp_path: Path, house: House) -> None:
    empty = HubInTheLobby(house.clinic, "I", 91)
    app = create_hub(
        empty.device.replica, ServerSettings(database_url="", rate_limits={}), lambda: CutOff(empty), CERTIFICATE
    )
    with served(app) as client:
        assert code_of(client.get("/health/ready")) == (503, "not_ready")
        shown = hub_keys.at_hub(hub_keys.key_hash_of(str(house.kiosk.identity.uid)), empty.device.identity.uid)
        key = {"Authorization": f"Bearer {shown}"}
        eventually(lambda: client.get("/api/sync/feed", headers=key).status_code != 401)
        assert code_of(client.get("/api/sync/feed", headers=key)) == (503, "not_ready")
    empty.device.database.close()
