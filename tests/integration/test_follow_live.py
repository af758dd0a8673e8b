"""The page behind a ticket's QR code while it stays open: it hears of each change, within bounds, without a name."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_sync.central.follow_page import WORDS
from server_sync.records.database import Database
from tests.clinics import LittleClinic
from tests.live_clients import WaitingRoom
from tests.sites import RunningServer, eventually

CODE = "follow000002"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def room(clinic: LittleClinic) -> WaitingRoom:
    """Two people wait; the second holds CODE."""
    room = WaitingRoom(clinic)
    room.come()
    room.come(name="Omar Placeholder")
    return room


@pytest.fixture
def http(room: WaitingRoom) -> Iterator[httpx.Client]:
    server = RunningServer(room.centre)
    server.start()
    with httpx.Client(base_url=server.url, trust_env=False, timeout=20) as client:
        yield client
    server.stop()


@pytest.fixture(autouse=True)
def told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_sync.central.live.followers.SPACING_S", 0.01)


def events(stream: httpx.Response) -> Iterator[dict[str, Any]]:
    for line in stream.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line.removeprefix("data: "))


def test_open_page_hears_of_each_change_until_the_visit_is_over(room: WaitingRoom, http: httpx.Client) -> None:
    first, own = (f"{room.today:%Y%m%d}-{number:03d}" for number in (1, 2))
    with http.stream("GET", f"/t/{CODE}/events?lang=en") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        heard = events(stream)
        assert next(heard)["lines"][0] == "People ahead of you: 1"
        room.call(first)
        assert next(heard)["lines"][0] == "You are next"
        room.call(own, room="Room 9")
        assert next(heard)["lines"] == ["It is your turn: please go to Room 9"]
        room.become(own, "completed")
        assert [event["status"] for event in heard] == ["completed"]


def test_place_says_what_the_page_says_in_the_readers_language_and_no_name(http: httpx.Client) -> None:
    for language, words in WORDS.items():
        place = http.get(f"/t/{CODE}/place", headers={"Accept-Language": language}).json()["data"]
        page = http.get(f"/t/{CODE}", params={"lang": language}).text
        assert place["lines"][0] == words.ahead.format(ahead=1)
        assert all(f"<p>{line}</p>" in page for line in place["lines"])
        assert "Omar" not in page + str(place)


def test_stranger_code_is_unknown(http: httpx.Client) -> None:
    for path in ("/t/nobodyknows/place", "/t/nobodyknows/events", "/t/x/events", "/t/..%2f..%2fetc/place"):
        reply = http.get(path)
        assert reply.status_code == 404
    assert http.get("/t/nobodyknows/events").json()["error"]["code"] == "unknown_number"


def test_pages_that_are_kept_open_are_counted_and_bounded(http: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_sync.central.live.followers.MOST_PER_ADDRESS", 2)
    with ExitStack() as two:
        # Kept in a list: a reader that nobody holds closes its stream.
        pages = [events(two.enter_context(http.stream("GET", f"/t/{CODE}/events"))) for _ in range(2)]
        assert [next(page)["short_number"] for page in pages] == ["2", "2"]
        refused = http.get(f"/t/{CODE}/events")
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "too_many_followers")
        assert int(refused.headers["retry-after"]) > 0
        assert "anteroom_followers 2.0" in http.get("/metrics").text
    eventually(lambda: "anteroom_followers 0.0" in http.get("/metrics").text)
    with http.stream("GET", f"/t/{CODE}/events") as stream:
        next(events(stream))


def test_server_that_stops_does_not_wait_for_open_pages(room: WaitingRoom) -> None:
    server = RunningServer(room.centre)
    server.start()
    with httpx.stream("GET", f"{server.url}/t/{CODE}/events", trust_env=False, timeout=20) as stream:
        heard = events(stream)
        next(heard)
        server.stop()
        assert list(heard) == []


def test_page_runs_no_script_but_its_own_and_renews_itself_without_one(http: httpx.Client) -> None:
    reply = http.get(f"/t/{CODE}", params={"lang": "ar"})
    (script,) = re.findall(r"<script>(.*?)</script>", reply.text, re.S)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = reply.headers["content-security-policy"]
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert '<noscript><meta http-equiv="refresh" content="15"></noscript>' in reply.text
    assert '<html lang="ar" dir="rtl">' in reply.text
    assert 'aria-live="polite"' in reply.text
