"""The demo's stage: a folder, a central server with an invented clinic, a printer that keeps pictures, and a kiosk."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.demo.programs import Program, ProgramError, answers, free_port

SERVER_PORT = 8080
PRINTER_PORT = 9100
LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")
PAPER_MM = 80


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who can be checked in now, as `python -m server_sync demo-clinic` says it."""

    booking_code: str
    phone: str
    birth_date: str
    early_code: str


class Stage:
    """Everything on the demo's machine but the person in front of it. One at a time, on one thread."""

    def __init__(self, folder: Path, screen: Mapping[str, str] | None = None) -> None:
        """`screen` is the environment in which the kiosk finds its display."""
        self.folder = folder.absolute()
        self.tickets = self.folder / "tickets"
        self.settings_file = self.folder / "kiosk" / "kiosk.toml"
        self._database = f"sqlite:///{self.folder / 'server' / 'centre.db'}"
        self._screen = dict(screen or {})
        self._logs = self.folder / "logs"
        self.server_port = free_port(SERVER_PORT)
        self.printer_port = free_port(PRINTER_PORT)
        self.server = self._make_server()
        self.printer = self._make_printer()

    @property
    def server_url(self) -> str:
        """Where the central server answers while it runs."""
        return f"http://127.0.0.1:{self.server_port}"

    def set_up(self) -> Visitor:
        """Make or refresh the clinic, start server and printer, and enrol the kiosk where it is new."""
        for folder in (self.folder / "server", self.tickets, self._logs, self.settings_file.parent):
            folder.mkdir(parents=True, exist_ok=True)
        clinic = json.loads(self._ask_server_side("demo-clinic", "--public-url", self.server_url))
        self.settings_file.write_text(self._settings(clinic), "utf-8")
        self.printer.start()
        self.start_server()
        self._enrol()
        self.printer.wait_until(answers(self.printer_port))
        return Visitor(*(str(clinic[name]) for name in ("booking_code", "phone", "birth_date", "early_code")))

    def start_server(self) -> None:
        """Plug the server in again, on the same port and records."""
        self.server.start()
        self.server.wait_until(answers(self.server_port))

    def kiosk(self, *, talks: bool = False) -> Program:
        """Return the kiosk, not started yet; one that `talks` has hands (see `driven_kiosk`)."""
        module = ["kiosk.app.demo.driven_kiosk"] if talks else ["kiosk", "patient"]
        return Program(
            "the kiosk",
            ["-m", *module, "--settings", str(self.settings_file)],
            self._logs / "kiosk.log",
            self._screen,
            talks=talks,
        )

    def tear_down(self) -> None:
        """Stop server and printer."""
        self.server.stop()
        self.printer.stop()

    def _make_server(self) -> Program:
        arguments = ["-m", "server_sync", "serve", "--database", self._database, "--port", str(self.server_port)]
        return Program("the central server", arguments, self._logs / "server.log")

    def _make_printer(self) -> Program:
        arguments = ["-m", "kiosk.devices.virtual_printer", "--port", str(self.printer_port)]
        arguments += ["--folder", str(self.tickets), "--width", str(PAPER_MM)]
        return Program("the printer", arguments, self._logs / "printer.log")

    def _enrol(self) -> None:
        if (self.settings_file.parent / "enrolled").exists():
            return
        invited = json.loads(self._ask_server_side("enrol-code", "--name", "Lobby kiosk"))
        self._run("kiosk", "enrol", "--settings", str(self.settings_file), "--code", str(invited["code"]))
        (self.settings_file.parent / "enrolled").touch()

    def _ask_server_side(self, command: str, *options: str) -> str:
        return self._run("server_sync", command, "--database", self._database, *options)

    def _run(self, module: str, *arguments: str) -> str:
        done = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            raise ProgramError(f"`python -m {module} {arguments[0]}` failed:\n{done.stderr.strip()}")
        return done.stdout

    def _settings(self, clinic: Mapping[str, object]) -> str:
        listed = tomllib.loads((_resources() / "demo" / "clinic.toml").read_text("utf-8"))["location"]
        # JSON's strings, lists and numbers are TOML's as well.
        lines = [
            "# Written anew at each start of the demo.",
            f"server_url = {json.dumps(self.server_url)}",
            f"database = {json.dumps(str(self.settings_file.parent / 'kiosk.db'))}",
            f"logs = {json.dumps(str(self._logs))}",
            'keys = "development-file"',
            "[clinic]",
            f"name = {json.dumps(clinic['clinic'], ensure_ascii=False)}",
            f"time_zone = {json.dumps(clinic['time_zone'])}",
            f"languages = {json.dumps(LANGUAGES)}",
            f"opening_hours = {json.dumps(listed['opening_hours'])}",
            f"phone = {json.dumps(listed['phone'])}",
            "[printer]",
            'kind = "network"',
            'host = "127.0.0.1"',
            f"port = {self.printer_port}",
            f"width_mm = {PAPER_MM}",
            "[window]",
            "fullscreen = false",
        ]
        return "\n".join(lines) + "\n"


def _resources() -> Path:
    import resources

    return Path(resources.__file__).parent
