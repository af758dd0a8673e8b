"""What Prometheus reads: what was counted, for whom it is open, and that no label grows with what strangers send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from server_sync.central.metrics import CountRequests, Metrics
from server_sync.central.settings import ServerSettings
from server_sync.records.database import Database
from tests.access import device_headers
from tests.clinics import LittleClinic
from tests.live_clients import WaitingRoom, board_key, watching
from tests.sites import RunningServer, eventually


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def server(clinic: LittleClinic) -> Iterator[RunningServer]:
    server = RunningServer(clinic.centre)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def http(server: RunningServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, trust_env=False, timeout=20) as client:
        yield client


def counted(http: httpx.Client, name: str, **labels: str) -> float:
    """The sum of the samples of that name with these labels."""
    text = http.get("/metrics").text
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    wanted = [sample for sample in samples if sample.name == name and labels.items() <= sample.labels.items()]
    return sum(sample.value for sample in wanted)


def test_requests_are_counted_by_route_and_status_never_by_what_was_asked_for(http: httpx.Client) -> None:
    for code in ("stranger0001", "stranger0002", "stranger0003"):
        http.get(f"/t/{code}")
    http.get("/wp-admin/login.php")
    http.request("BREW", "/t/pot00000000")
    labels = {"method": "GET", "route": "/t/{code}", "status": "404"}
    assert counted(http, "anteroom_requests_total", **labels) == 3
    assert counted(http, "anteroom_request_seconds_count", method="GET", route="/t/{code}") == 3
    text = http.get("/metrics").text
    assert not re.search("stranger|wp-admin|BREW|pot0", text)
    assert counted(http, "anteroom_requests_total", route="unmatched") >= 1


def test_refusals_are_counted_by_their_code(http: httpx.Client) -> None:
    http.get("/api/queue/current")
    http.get("/api/queue/current", headers={"Authorization": "Bearer stranger"})
    route = "/api/queue/current"
    assert counted(http, "anteroom_refused_total", route=route, code="sign_in_needed") == 1
    assert counted(http, "anteroom_refused_total", route=route, code="unknown_key") == 1


def test_commits_sockets_and_how_soon_they_heard_are_told(
    clinic: LittleClinic, server: RunningServer, http: httpx.Client
) -> None:
    with watching(server.url, device_headers(board_key(clinic.centre)[0])) as board:
        board.subscribe()
        before = counted(http, "anteroom_commits_total")
        room = WaitingRoom(clinic)
        room.call(room.come())
        board.hear_until("patient_called")
        assert counted(http, "anteroom_commits_total") - before == 3
        assert counted(http, "anteroom_live_sockets", role="display") == 1
        eventually(lambda: counted(http, "anteroom_live_lag_seconds_count") >= 1)
        assert counted(http, "anteroom_pool_connections_most") >= 10
    eventually(lambda: counted(http, "anteroom_live_sockets", role="display") == 0)


def test_what_devices_offered_is_counted_by_what_became_of_it(http: httpx.Client, clinic: LittleClinic) -> None:
    metrics = Metrics()
    answers = (("synced", "applied"), ("synced", "applied"), ("failed", "illegal_step"))
    metrics.settled({"data": {"results": [{"status": status, "outcome": outcome} for status, outcome in answers]}})
    told = metrics.text().decode()
    assert 'anteroom_sync_sets_total{status="synced"} 2.0' in told
    assert 'anteroom_merge_outcomes_total{outcome="applied"} 2.0' in told


def test_what_a_proxy_passes_on_is_not_from_here(http: httpx.Client) -> None:
    assert http.get("/metrics").status_code == 200
    for header in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"):
        assert http.get("/metrics", headers={header: "127.0.0.1"}).status_code == 403


def test_who_holds_the_token_may_ask_from_anywhere(clinic: LittleClinic) -> None:
    server = RunningServer(clinic.centre, ServerSettings(database_url="", metrics_token="let me count"))
    server.start()
    for headers, status in (
        ({}, 403),
        ({"Authorization": "Bearer wrong"}, 403),
        ({"Authorization": "Bearer let me count", "X-Forwarded-For": "192.0.2.1"}, 200),
    ):
        assert httpx.get(f"{server.url}/metrics", headers=headers, trust_env=False).status_code == status
    server.stop()


def test_bug_is_counted_as_500() -> None:
    import asyncio

    metrics = Metrics()

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise ZeroDivisionError

    async def nothing(*_message: Any) -> Any:
        return None

    with pytest.raises(ZeroDivisionError):
        asyncio.run(CountRequests(broken, metrics)({"type": "http", "method": "GET"}, nothing, nothing))
    assert 'anteroom_requests_total{method="GET",route="unmatched",status="500"} 1.0' in metrics.text().decode()
