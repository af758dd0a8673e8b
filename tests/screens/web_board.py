"""Pictures of the board's web page in a real browser, through its day: called, out of touch, back.

python -m tests.screens.web_board FOLDER [--languages en,ar] [--browser chromium]

The server is the real one, and is stopped and started again under the page. The browser is Chromium, which no test asks
for; it is led by the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/).
"""

from __future__ import annotations

import argparse
import base64
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect

from server_sync.central.sync.enrolment import invite_device
from server_sync.records.database import open_database
from tests.clinics import LittleClinic
from tests.live_clients import WaitingRoom
from tests.screens.said import LANGUAGES
from tests.sites import RunningServer

SIZES = {"landscape": (1920, 1080), "portrait": (1080, 1920), "small": (1024, 768)}
ROOMS = ("Room 1", "Room 2", "Room 12", "Treatment room 4", "Room 3")
PATIENCE_S = 30.0


class Page:
    """A tab of a browser."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = count(1)

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """What the browser answers; raises RuntimeError where it refuses."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (message := json.loads(self._socket.recv(PATIENCE_S))).get("id") != number:
            pass
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        answer: dict[str, Any] = message["result"]
        return answer

    def wait_for(self, condition: str) -> None:
        """Until an expression of JavaScript holds in the page; raises RuntimeError after a minute."""
        wait = (
            "new Promise((done, late) => { const ends = Date.now() + 60000;"
            f"(function look() {{ if ({condition}) done(); else if (Date.now() > ends) late(new Error('late'));"
            " else setTimeout(look, 50); })(); })"
        )
        answer = self.send("Runtime.evaluate", expression=wait, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{condition}: {answer['exceptionDetails']}")

    def resize(self, width: int, height: int) -> None:
        """The window's size from now on."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def save(self, file: Path) -> None:
        """What it shows, as PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))


@contextmanager
def browser(program: str) -> Iterator[Page]:
    """A browser without a screen, with one empty tab."""
    with tempfile.TemporaryDirectory() as profile:
        asked = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--hide-scrollbars"]
        running = subprocess.Popen(
            [program, *asked, f"--user-data-dir={profile}", "about:blank"], stderr=subprocess.PIPE, text=True
        )
        try:
            assert running.stderr is not None
            address = next(line.split()[-1] for line in running.stderr if line.startswith("DevTools listening on"))
            with connect(_tab(address), max_size=None, proxy=None) as socket:
                yield Page(socket)
        finally:
            running.kill()
            running.communicate()


def _tab(browser_address: str) -> str:
    import httpx

    place = urlsplit(browser_address).netloc
    tabs = httpx.get(f"http://{place}/json/list", trust_env=False).json()
    address: str = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
    return address


def main() -> None:
    """All pictures of all languages that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens.web_board", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--browser", default="chromium")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as kept, browser(asked.browser) as page:
        clinic = LittleClinic(open_database(f"sqlite:///{kept}/centre.db", enforce_references=True), Path(kept))
        try:
            _take_all(clinic, page, asked.folder, asked.languages.split(","))
        finally:
            clinic.centre.database.close()


def _take_all(clinic: LittleClinic, page: Page, folder: Path, languages: list[str]) -> None:
    room = WaitingRoom(clinic)
    people = [room.come() for _ in range(9)]
    server = RunningServer(clinic.centre)
    server.start()
    code = invite_device(clinic.centre, "Board", "board", "").code
    page.send("Page.enable")
    page.send("Page.navigate", url=f"{server.url}/board#{code}")
    page.wait_for("document.getElementById('board') && !document.getElementById('board').hidden")
    for person, where in zip(people, ROOMS, strict=False):
        room.call(person, room=where)
    for language in languages:
        page.send("Page.navigate", url=f"{server.url}/board?lang={language}")
        page.wait_for("document.querySelectorAll('#earlier li').length === 4")
        _take(page, folder, language, "calling")
    server.stop()
    page.wait_for("!document.getElementById('stale').hidden")
    _take(page, folder, languages[-1], "stale")
    server.start()
    page.wait_for("document.getElementById('stale').hidden")
    server.stop()


def _take(page: Page, folder: Path, language: str, scene: str) -> None:
    for name, size in SIZES.items():
        page.resize(*size)
        page.save(folder / f"{name}-{language}-{scene}.png")


if __name__ == "__main__":
    main()
    sys.exit(0)
