"""Devices of other releases: within two they are served in the columns they know, an older one is told to update."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from server_sync.central.sync.digests import compare
from server_sync.central.sync.feed_pages import feed_page
from server_sync.protocol.digests import Compared, Digest, DigestQuestion
from server_sync.protocol.pages import parse_page
from server_sync.protocol.versions import HEADER, OLDEST_SERVED, SCHEMA_VERSION, negotiated
from server_sync.records.database import Database
from server_sync.records.feed.image_sums import LOW_BITS
from server_sync.records.feed.images import image_hash
from server_sync.records.feed.scope import SENT_NOUNS
from server_sync.records.tables import BY_NOUN, conflicts, offline_sync_logs, sent_columns
from server_sync.records.tables.schema import SENT_DOWN
from tests.clinics import MORNING, Device, LittleClinic
from tests.sites import Site, SyncedKiosk, running_site

TEN = MORNING + timedelta(hours=1)
FEED = "/api/sync/feed"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@pytest.fixture
def kiosk(site: Site) -> SyncedKiosk:
    return site.kiosk("one")


@pytest.fixture
def http(site: Site, kiosk: SyncedKiosk) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {kiosk.enrolment.device_key}"}
    with httpx.Client(base_url=site.server.url, headers=headers, trust_env=False, timeout=20) as client:
        yield client


@pytest.fixture
def reception(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("R", 9, kind="reception")
    yield device
    device.database.close()


def test_device_of_the_last_release_is_served_in_its_own_shape_and_columns(
    clinic: LittleClinic, http: httpx.Client
) -> None:
    clinic.book(TEN)
    said_nothing, said_so = http.get(FEED), http.get(FEED, headers={HEADER: "1"})
    assert said_nothing.json()["data"]["entries"] == said_so.json()["data"]["entries"]
    content = said_so.json()["data"]
    assert set(content) == {"entries", "cursor", "is_last", "settled_through", "centre_time"}
    (row,) = (entry["data"] for entry in content["entries"] if entry["type"] == "appointment")
    assert set(row) == set(sent_columns(BY_NOUN["appointment"], SENT_DOWN, 1))
    assert {"stamps", "lease_uid", "is_provisional"}.isdisjoint(row)
    assert http.get(FEED, params={"cursor": content["cursor"]}).json()["data"]["entries"] == []


def test_device_of_the_last_release_is_told_what_left_as_what_is_gone(clinic: LittleClinic, http: httpx.Client) -> None:
    clinic.book(TEN)
    cursor = http.get(FEED).json()["data"]["cursor"]
    clinic.clock.move(timedelta(days=30))
    with clinic.centre.work("edit", "system") as work:
        visit, person = work.first(select(BY_NOUN["appointment"])), work.first(select(BY_NOUN["patient"]))
        assert visit is not None
        assert person is not None
        work.change(BY_NOUN["appointment"], visit, payment_status="paid")
        work.change(BY_NOUN["patient"], person, phone="+44 7700 900456")
    entries = http.get(FEED, params={"cursor": cursor}).json()["data"]["entries"]
    assert {entry["type"]: entry["data"] for entry in entries if entry["data"] is None}.keys() == {
        "appointment",
        "patient",
    }


def test_device_that_was_updated_begins_anew_and_gets_the_columns_that_it_lacked(
    clinic: LittleClinic, http: httpx.Client
) -> None:
    clinic.book(TEN)
    cursor = http.get(FEED).json()["data"]["cursor"]
    page = parse_page(http.get(FEED, params={"cursor": cursor}, headers={HEADER: "2"}).json())
    (group,) = (group for group in page.groups if group.noun == "appointment")
    assert set(group.columns) == set(sent_columns(BY_NOUN["appointment"]))
    assert len(group.rows) == 1


def test_newer_device_is_answered_in_what_both_know(clinic: LittleClinic, http: httpx.Client) -> None:
    clinic.book(TEN)
    theirs = parse_page(http.get(FEED, headers={HEADER: "9"}).json())
    ours = parse_page(http.get(FEED, headers={HEADER: str(SCHEMA_VERSION)}).json())
    assert theirs.groups == ours.groups != ()


def test_device_that_is_too_old_is_refused_and_loses_nothing(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    body = {"device_id": str(kiosk.enrolment.device_uid), "sync_data": [], "change_sets": []}
    too_old = {HEADER: str(OLDEST_SERVED - 1)}
    replies = [
        http.get(FEED, headers=too_old),
        http.get("/api/sync/snapshot", headers=too_old),
        http.post("/api/appointments/offline-sync", json=body, headers=too_old),
        http.post("/api/sync/rows", json={"references": []}, headers=too_old),
    ]
    assert {(reply.status_code, reply.json()["error"]["code"]) for reply in replies} == {(426, "too_old")}
    with clinic.centre.read() as reading:
        sent = select(offline_sync_logs).where(offline_sync_logs.c.device_id == str(kiosk.enrolment.device_uid))
        assert reading.all(sent) == []


def test_live_link_of_a_device_that_is_too_old_says_so(site: Site, kiosk: SyncedKiosk) -> None:
    headers = {"Authorization": f"Bearer {kiosk.enrolment.device_key}", HEADER: "0"}
    url = site.server.url.replace("http", "ws", 1) + "/ws/sync"
    with connect(url, additional_headers=headers, proxy=None) as socket, pytest.raises(ConnectionClosed) as caught:
        socket.recv(10)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4426


@pytest.mark.parametrize("said", ["-1", "x", "1.5", "", "9" * 10])
def test_odd_versions_are_refused(http: httpx.Client, said: str) -> None:
    reply = http.get(FEED, headers={HEADER: said})
    assert (reply.status_code, reply.json()["error"]["code"]) == (422, "wrong_fields")


def test_records_that_an_older_version_does_not_know_are_not_told(clinic: LittleClinic, reception: Device) -> None:
    with clinic.centre.work("set_up", "system") as work:
        work.create(
            conflicts,
            location_id=clinic.location["id"],
            kind="date_of_birth",
            noun="patient",
            record_uid=clinic.doctor["uid"],
            words="Two birth dates",
        )
    nouns = {
        version: {group.noun for group in feed_page(clinic.centre, reception.identity, None, version=version).groups}
        for version in (1, 2)
    }
    assert nouns[2] - nouns[1] == {"conflict"}


def test_images_are_of_the_columns_of_the_negotiated_version(clinic: LittleClinic, reception: Device) -> None:
    clinic.book(TEN)
    for version in (1, 2):
        page = feed_page(clinic.centre, reception.identity, None, version=version)
        held = dict.fromkeys(SENT_NOUNS, Digest())
        for group in page.groups:
            hashes = [image_hash(row) for row in group.rows]
            low, high = sum(one % 2**LOW_BITS for one in hashes), sum(one >> LOW_BITS for one in hashes)
            held[group.noun] = Digest(len(hashes), low, high)
        question = DigestQuestion(page.cursor, held)
        assert compare(clinic.centre, reception.identity, question, version).state is Compared.SAME


def test_versions_that_are_served() -> None:
    assert [negotiated(said) for said in (None, "1", "2", "7")] == [1, 1, 2, 2]
    assert negotiated("4", newest=5, oldest=3) == 4
