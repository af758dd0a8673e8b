"""The board as a web page: what it may run, how a television gets its key, and what it is told."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_sync.central.board_page import board_words, languages_for
from server_sync.central.sync.enrolment import invite_device
from server_sync.records.database import Database
from tests.access import device_headers
from tests.clinics import LittleClinic
from tests.live_clients import WaitingRoom, board_key, watching
from tests.sites import RunningServer

LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def room(clinic: LittleClinic) -> WaitingRoom:
    return WaitingRoom(clinic)


@pytest.fixture
def http(clinic: LittleClinic, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    monkeypatch.setattr("server_sync.central.desk.board_now.KEPT_S", 0.0)
    server = RunningServer(clinic.centre)
    server.start()
    with httpx.Client(base_url=server.url, trust_env=False, timeout=20) as client:
        yield client
    server.stop()


def shown(http: httpx.Client, headers: dict[str, str]) -> dict[str, Any]:
    """What a board is told."""
    content: dict[str, Any] = http.get("/api/queue/board", headers=headers).json()["data"]
    return content


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_runs_and_loads_nothing_but_its_own(http: httpx.Client, language: str) -> None:
    reply = http.get("/board", params={"lang": language})
    (style,) = re.findall(r"<style>(.*?)</style>", reply.text, re.S)
    (script,) = re.findall(r"<script>(.*?)</script>", reply.text, re.S)
    policy = reply.headers["content-security-policy"]
    assert f"style-src {digest(style)}; script-src {digest(script)}" in policy
    assert "default-src 'none'" in policy
    assert "://" not in re.sub(r"base64,[^)]*", "", reply.text)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in reply.text


def test_each_language_has_all_words_with_the_same_blanks() -> None:
    words = board_words()
    assert tuple(words) == LANGUAGES
    for language in LANGUAGES:
        for name, english in words["en"].items():
            assert re.findall(r"\{\w+\}", words[language][name]) == re.findall(r"\{\w+\}", english), (language, name)
        assert words[language].keys() == words["en"].keys()


def test_address_says_in_which_languages_calls_are_spoken_and_the_browser_where_it_does_not() -> None:
    assert languages_for("fr,ar,xx,fr", "es") == ("fr", "ar")
    assert languages_for("en,es,fr,hi,ar", "") == ("en", "es", "fr")
    assert languages_for(None, "tlh, zh-CN;q=0.8, en") == ("zh",)
    assert languages_for("<script>", "") == ("en",)


def test_television_gets_its_key_by_typing_a_code_and_sees_its_own_location(
    clinic: LittleClinic, room: WaitingRoom, http: httpx.Client
) -> None:
    room.call(room.come())
    code = invite_device(clinic.centre, "Television", "board").code
    typed = f"{code[:5]} {code[5:]}".lower()
    enrolled = http.post("/api/devices/enrol", json={"code": typed}).json()["data"]
    assert enrolled["kind"] == "board"
    told = shown(http, device_headers(enrolled["device_key"]))
    assert (told["clinic"], [call["short_number"] for call in told["calls"]]) == ("Riverside Clinic", ["1"])


def test_board_tells_numbers_rooms_and_ranges_and_no_name(
    clinic: LittleClinic, room: WaitingRoom, http: httpx.Client
) -> None:
    first, second = room.come(name="Jane Sample"), room.come(name="Omar Placeholder")
    room.call(first, room="Room 9")
    reply = http.get("/api/queue/board", headers=device_headers(board_key(clinic.centre)[0]))
    told = reply.json()["data"]
    (line,) = (line for line in told["lines"] if line["doctor_name"] == "Dr Okafor")
    assert told["calls"][0] | {"called_at": ""} == {
        "short_number": "1",
        "room": "Room 9",
        "called_at": "",
        "recall_count": 0,
        "is_missed": False,
    }
    assert (line["now_serving"], line["waiting"]) == (["1"], 1)
    assert "Jane" not in reply.text
    assert "Omar" not in reply.text
    assert second not in reply.text


def test_call_is_told_on_the_socket_as_the_board_tells_it(
    clinic: LittleClinic, room: WaitingRoom, http: httpx.Client
) -> None:
    """Else a board would announce it twice."""
    headers = device_headers(board_key(clinic.centre)[0])
    token = room.come()
    with watching(str(http.base_url).rstrip("/"), headers) as board:
        board.subscribe()
        room.call(token)
        called = board.hear_until("patient_called")[-1]["data"]
    call = shown(http, headers)["calls"][0]
    assert (
        call.items() >= {name: called[name] for name in ("short_number", "room", "called_at", "recall_count")}.items()
    )


def test_browser_that_asks_whether_the_server_is_there_hears_its_moment(
    clinic: LittleClinic, http: httpx.Client
) -> None:
    with watching(str(http.base_url).rstrip("/"), device_headers(board_key(clinic.centre)[0])) as board:
        board.say(ping=True)
        assert board.hear() == {"type": "pong", "now": "2026-03-09T09:00:00.000000Z"}
        board.say(ping=False)
        assert board.hear()["code"] == "wrong_fields"
