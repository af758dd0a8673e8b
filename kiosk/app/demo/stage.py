"""The demo's stage: a folder, a central server with an invented clinic, a printer that keeps pictures, and a kiosk."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from kiosk.app.demo.demo_staff import DemoMember, make_known
from kiosk.app.demo.programs import Listener, Program, ProgramError

SERVER_PORT = 8080
PRINTER_PORT = 9100
SERVER_IS_READY = "server is ready at"
PRINTER_IS_READY = "printer listens on port"
LANGUAGES = ("en", "es", "fr", "hi", "ar", "zh")
PAPER_MM = 80
SIZES = {"desk": (1320, 700), "office": (1320, 700), "hall": (528, 297)}
"""Of the windows beside the kiosk's, side by side on a screen of 1920 x 1080."""
CORNERS = {"lobby": "top_left", "desk": "top_right", "office": "top_right", "hall": "bottom_right"}
HANDS = "kiosk.app.demo.driven_kiosk"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who can be checked in now, as `python -m server_sync demo-clinic` says it."""

    booking_code: str
    phone: str
    birth_date: str
    early_code: str


class Stage:
    """Everything on the demo's machine but the person in front of it. One at a time, on one thread."""

    def __init__(
        self,
        folder: Path,
        screen: Mapping[str, str] | None = None,
        *,
        printer_port: int | None = None,
        server_port: int = SERVER_PORT,
    ) -> None:
        """`screen` is the environment in which kiosks find their display; `printer_port` that of a printer at hand.

        `server_port` is where the server listens if it is free. Whoever stops the server and starts it again keeps one
        of their own: while it is stopped, another demo would take the usual one.
        """
        self.folder = folder.absolute()
        self.tickets = self.folder / "tickets"
        self._database = f"sqlite:///{self.folder / 'server' / 'centre.db'}"
        self._screen = dict(screen or {})
        self._logs = self.folder / "logs"
        self._clinic: Mapping[str, object] = {}
        self._running = ExitStack()
        self._printer_at_hand = printer_port
        self.server = self._make_server(server_port)
        self._printer = self._make_printer()

    @property
    def server_url(self) -> str:
        """Where the central server answers while it runs."""
        return f"http://127.0.0.1:{self.server.port}"

    def set_up(self, *, somebody_waits: bool = False) -> Visitor:
        """Make or refresh the clinic, with people in its lines where `somebody_waits`; start server and printer."""
        for folder in (self.folder / "server", self.tickets):
            folder.mkdir(parents=True, exist_ok=True)
        if self._printer_at_hand is None:
            self.keep(self._printer)
        self.keep(self.server)
        waiting = ("--somebody-waits",) if somebody_waits else ()
        clinic = json.loads(self._ask_server_side("demo-clinic", "--public-url", self.server_url, *waiting))
        self._clinic = clinic
        return Visitor(*(str(clinic[name]) for name in ("booking_code", "phone", "birth_date", "early_code")))

    def start_server(self) -> None:
        """Plug the server in again, on the same port and records."""
        self.server.start()

    def kiosk(self, name: str = "lobby", *, talks: bool = False, hands: str = HANDS) -> Program:
        """Return a kiosk, enrolled but not started yet; one that `talks` has hands, which are a module's."""
        settings_file = self._kiosk_folder(name) / "kiosk.toml"
        settings_file.parent.mkdir(parents=True, exist_ok=True)
        settings_file.write_text(self._settings(name), "utf-8")
        self._enrol(name, settings_file)
        module = [hands] if talks else ["kiosk", "patient"]
        arguments = ["-m", *module, "--settings", str(settings_file)]
        return Program(f"the {name} kiosk", arguments, self._logs / f"{name}.log", self._screen, talks=talks)

    def desk(self) -> Program:
        """Return reception's desk, enrolled but not started yet, with invented people who may sign in at it."""
        settings_file = self._windowed("desk")
        known = settings_file.with_name("staff")
        if not known.exists():
            make_known(self.server_url, self._add_staff)
            known.touch()
        self._enrol("desk", settings_file, kind="reception")
        arguments = ["-m", "kiosk", "reception", "--settings", str(settings_file)]
        return Program("the desk", arguments, self._logs / "desk.log", self._screen)

    def office(self) -> Program:
        """Return the administrators' desk, enrolled but not started yet; whoever works here is known from `desk`."""
        settings_file = self._windowed("office")
        self._enrol("office", settings_file, kind="reception")
        arguments = ["-m", "kiosk", "admin", "--settings", str(settings_file)]
        return Program("the office", arguments, self._logs / "office.log", self._screen)

    def board(self) -> Program:
        """Return the waiting room's board, enrolled but not started yet."""
        settings_file = self._windowed("hall")
        self._enrol("hall", settings_file, kind="board")
        arguments = ["-m", "kiosk", "board", "--settings", str(settings_file)]
        return Program("the board", arguments, self._logs / "board.log", self._screen)

    def board_key(self) -> str:
        """The key of a board that looks at the queue; enrolled once."""
        kept = self.folder / "board.key"
        if not kept.exists():
            invited = json.loads(self._ask_server_side("enrol-code", "--name", "Lobby board", "--kind", "board"))
            asked = Request(  # noqa: S310 - our own server
                f"{self.server_url}/api/devices/enrol",
                json.dumps({"code": invited["code"]}).encode(),
                {"Content-Type": "application/json"},
            )
            with urlopen(asked, timeout=5) as answer:  # noqa: S310
                kept.touch(0o600)
                kept.write_text(json.load(answer)["data"]["device_key"], "utf-8")
        return kept.read_text("utf-8")

    def keep(self, program: Program) -> None:
        """Start a program, which `tear_down` stops even where it did not start well."""
        self._running.callback(program.stop)
        program.start()

    def tear_down(self) -> None:
        """Stop all that is kept, the last one first, each whatever becomes of the others."""
        self._running.close()

    def _make_server(self, port: int) -> Listener:
        arguments = ["-m", "server_sync", "serve", "--database", self._database]
        log = self._logs / "server.log"
        return Listener("the central server", arguments, log, port=port, ready=SERVER_IS_READY)

    def _make_printer(self) -> Listener:
        arguments = ["-m", "kiosk.devices.virtual_printer", "--folder", str(self.tickets), "--width", str(PAPER_MM)]
        return Listener("the printer", arguments, self._logs / "printer.log", port=PRINTER_PORT, ready=PRINTER_IS_READY)

    def _kiosk_folder(self, name: str) -> Path:
        return self.folder / f"{name}-kiosk"

    def _windowed(self, name: str) -> Path:
        """Write a machine's settings for a window of its size; where."""
        width, height = SIZES[name]
        settings_file = self._kiosk_folder(name) / "kiosk.toml"
        settings_file.parent.mkdir(parents=True, exist_ok=True)
        size = [f"width = {width}", f"height = {height}"]
        settings_file.write_text("\n".join([self._settings(name).rstrip(), *size]) + "\n", "utf-8")
        return settings_file

    def _add_staff(self, member: DemoMember, password: str) -> None:
        named = ("--name", member.name, "--role", member.role, "--login", member.login)
        self._ask_server_side("staff", *named, "--password-stdin", said=password)

    def _enrol(self, name: str, settings_file: Path, kind: str = "kiosk") -> None:
        enrolled = settings_file.with_name("enrolled")
        if enrolled.exists():
            return
        invited = json.loads(
            self._ask_server_side("enrol-code", "--name", f"{name.capitalize()} {kind}", "--kind", kind)
        )
        self._run("kiosk", "enrol", "--settings", str(settings_file), "--code", str(invited["code"]))
        enrolled.touch()

    def _ask_server_side(self, command: str, *options: str, said: str = "") -> str:
        return self._run("server_sync", command, "--database", self._database, *options, said=said)

    def _run(self, module: str, *arguments: str, said: str = "") -> str:
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, input=said, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ProgramError(f"`python -m {module} {arguments[0]}` failed:\n{done.stderr.strip()}")
        return done.stdout

    def _settings(self, name: str) -> str:
        clinic = self._clinic
        listed = tomllib.loads((_resources() / "demo" / "clinic.toml").read_text("utf-8"))["location"]
        # JSON's strings, lists and numbers are TOML's as well.
        lines = [
            "# Written anew at each start of the demo.",
            f"server_url = {json.dumps(self.server_url)}",
            f"database = {json.dumps(str(self._kiosk_folder(name) / 'kiosk.db'))}",
            f"logs = {json.dumps(str(self._kiosk_folder(name) / 'logs'))}",
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
            f"port = {self._printer_at_hand or self._printer.port}",
            f"width_mm = {PAPER_MM}",
            "[window]",
            "fullscreen = false",
            f'corner = "{CORNERS.get(name, "any")}"',
        ]
        return "\n".join(lines) + "\n"


def _resources() -> Path:
    import resources

    return Path(resources.__file__).parent
