"""A patient's way through the real programs: kiosk and server as processes, a printer on TCP, and what may go wrong."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select

from kiosk.app.demo.programs import Program, a_port_to_keep
from kiosk.app.demo.stage import Stage
from kiosk.app.demo.tour import Walk
from kiosk.devices.paper import PrintedTicket
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.words import words_for
from server_sync.records.database import open_database
from server_sync.records.tables import appointments, print_jobs

PATIENCE_S = 30.0
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class Lobby:
    """A clinic's server, its printer, and kiosks that patients walk up to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printer = VirtualPrinter(width_mm=80).start()
        self.stage = Stage(folder, OFFSCREEN, printer_port=self.printer.port, server_port=a_port_to_keep())
        self._kiosks: list[Program] = []
        self._codes: Iterator[str] = iter(())
        self._names = (f"kiosk{number}" for number in range(1, 100))

    def open(self) -> None:
        self.stage.set_up()
        soon = datetime.now(UTC) + timedelta(minutes=60)
        with closing(sqlite3.connect(self.folder / "server" / "centre.db")) as centre:
            rows = centre.execute(
                "SELECT booking_code FROM appointments WHERE status = 'scheduled'"
                " ORDER BY abs(julianday(scheduled_date) - julianday(?))",
                (soon.isoformat(),),
            ).fetchall()
        self._codes = iter([str(row[0]) for row in rows])

    def close(self) -> None:
        self.clear()
        self.stage.tear_down()
        self.printer.stop()

    def clear(self) -> None:
        """Between two tests: everything is plugged in and nobody is there."""
        for kiosk in self._kiosks:
            kiosk.stop()
        self._kiosks.clear()

    def somebodys_code(self) -> str:
        """The booking code of somebody who is expected about now and has not come yet."""
        return next(self._codes)

    def kiosk(self, name: str | None = None) -> Walk:
        """A kiosk that has received the clinic's records; the same machine again where its name is given."""
        name = name or next(self._names)
        kiosk = self.stage.kiosk(name, talks=True)
        kiosk.start()
        self._kiosks.append(kiosk)
        walk = Walk(kiosk, self.folder)
        walk.see("I have an appointment")
        # Until then nobody is found there, and who tries often is sent to the desk.
        wait_until(lambda: read(self.records_of(name), select(appointments.c.id).limit(1)) != [])
        return walk

    def records_of(self, name: str) -> Path:
        """The file of a kiosk's own records."""
        return next(self.folder.glob(f"{name}-kiosk/kiosk.db"))

    def numbers_at_the_server(self) -> list[str]:
        with closing(sqlite3.connect(self.folder / "server" / "centre.db")) as centre:
            rows = centre.execute("SELECT token_number FROM queue_management ORDER BY id").fetchall()
        return [str(row[0]) for row in rows]

    def visits_of(self, code: str) -> list[str]:
        """The numbers that the server knows for an appointment."""
        with closing(sqlite3.connect(self.folder / "server" / "centre.db")) as centre:
            rows = centre.execute(
                "SELECT token_number FROM queue_management JOIN appointments"
                " ON appointments.id = queue_management.appointment_id WHERE booking_code = ?",
                (code,),
            ).fetchall()
        return [str(row[0]) for row in rows]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lobby]:
    lobby = Lobby(tmp_path_factory.mktemp("lobby"))
    lobby.open()
    yield lobby
    lobby.close()


@pytest.fixture
def lobby(opened: Lobby) -> Iterator[Lobby]:
    if not opened.stage.server.running:
        opened.stage.start_server()
    yield opened
    opened.clear()
    opened.printer.power_off()
    opened.printer.power_on()
    opened.printer.speak_again()
    opened.printer.slow_down(10_000_000)


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.05)


def check_in(walk: Walk, code: str) -> str:
    """Check in with a booking code; the number that stands on the screen."""
    until = time.monotonic() + PATIENCE_S
    while not identify(walk, code):
        # A new kiosk may not have received the clinic's records yet.
        assert time.monotonic() < until, walk.names()
    if "Is this you?" in walk.names():
        walk.tap("Yes, that's me")
    walk.see("Your number")
    return number_on(walk)


def identify(walk: Walk, code: str) -> bool:
    walk.tap("I have an appointment")
    walk.see("What is your booking code?")
    walk.type_digits(code)
    walk.tap("Continue")
    wait_until(lambda: not {"Is this you?", "Your number", "Done"}.isdisjoint(walk.names()))
    names = walk.names()
    if "Is this you?" in names or "Your number" in names:
        return True
    walk.tap("Done")
    return False


def number_on(walk: Walk) -> str:
    names = walk.names()
    return names[names.index("Your number") + 1]


def is_marked(ticket: PrintedTicket) -> bool:
    return words_for("en").reprint in ticket.lines


def tickets_with(lobby: Lobby, number: str) -> list[PrintedTicket]:
    return [ticket for ticket in lobby.printer.tickets if number in ticket.lines]


def kill_while_its_ticket_waits(lobby: Lobby, walk: Walk, name: str) -> None:
    """Kill a kiosk between two tries to print: within one, nobody could know what came out."""
    pid = walk.kiosk._started().pid
    until = time.monotonic() + PATIENCE_S
    while True:
        os.kill(pid, signal.SIGSTOP)
        if read(lobby.records_of(name), select(print_jobs.c.state)) == ["queued"]:
            return walk.kiosk.kill()
        os.kill(pid, signal.SIGCONT)
        assert time.monotonic() < until, "the ticket never waited"
        time.sleep(0.01)


def read(records: Path, query: Select[Any]) -> list[Any]:
    """The first column of what a kiosk's own records answer."""
    key = (records.with_name(records.name + ".keys") / "anteroom-database-key").read_text().strip()
    database = open_database(f"sqlite:///{records}", key_hex=key)
    with database.reading() as connection:
        found = connection.execute(query).scalars().all()
    database.close()
    return list(found)


def test_a_patient_checks_in_holds_a_ticket_and_the_visit_reaches_the_server(lobby: Lobby) -> None:
    code = lobby.somebodys_code()

    number = check_in(lobby.kiosk(), code)

    wait_until(lambda: len(tickets_with(lobby, number)) == 1)
    wait_until(lambda: len(lobby.visits_of(code)) == 1)
    assert not is_marked(tickets_with(lobby, number)[0])


def test_with_the_server_gone_check_ins_go_on_and_arrive_once_when_it_is_back(lobby: Lobby) -> None:
    walk = lobby.kiosk("patient-lobby")
    first, second, third = (lobby.somebodys_code() for _ in range(3))
    check_in(walk, first)
    walk.tap("Done")
    lobby.stage.server.kill()

    numbers = [check_in(walk, second)]
    walk.tap("Done")
    numbers.append(check_in(walk, third))
    walk.tap("Done")

    assert len(set(numbers)) == 2
    assert not lobby.visits_of(second)
    wait_until(lambda: all(len(tickets_with(lobby, number)) == 1 for number in numbers))
    lobby.stage.start_server()
    wait_until(lambda: len(lobby.visits_of(second)) == len(lobby.visits_of(third)) == 1)
    assert len(lobby.numbers_at_the_server()) == len(set(lobby.numbers_at_the_server()))


def test_a_kiosk_killed_between_commit_and_print_has_one_visit_and_prints_one_ticket(lobby: Lobby) -> None:
    walk, code = lobby.kiosk("killed-before"), lobby.somebodys_code()
    lobby.printer.power_off()
    number = check_in(walk, code)
    kill_while_its_ticket_waits(lobby, walk, "killed-before")
    lobby.printer.power_on()

    again = lobby.kiosk("killed-before")

    wait_until(lambda: len(tickets_with(lobby, number)) == 1)
    assert check_in(again, code) == number
    wait_until(lambda: len(lobby.visits_of(code)) == 1)
    assert [is_marked(ticket) for ticket in tickets_with(lobby, number)] == [False]


def test_a_ticket_that_was_cut_off_by_a_crash_comes_again_only_when_asked_for_and_marked(lobby: Lobby) -> None:
    walk, code = lobby.kiosk("killed-while"), lobby.somebodys_code()
    lobby.printer.slow_down(300)
    before = lobby.printer.received_bytes
    number = check_in(walk, code)
    wait_until(lambda: lobby.printer.received_bytes > before + 100)
    walk.kiosk.kill()
    # What lay in its buffer is gone with its power.
    lobby.printer.power_off()
    lobby.printer.slow_down(10_000_000)
    lobby.printer.power_on()

    again = lobby.kiosk("killed-while")
    assert check_in(again, code) == number
    again.tap("Print it again")

    wait_until(lambda: any(is_marked(ticket) for ticket in tickets_with(lobby, number)))
    assert [ticket for ticket in tickets_with(lobby, number) if not is_marked(ticket)] == []
    wait_until(lambda: len(lobby.visits_of(code)) == 1)


def test_a_kiosk_killed_after_print_prints_nothing_more_by_itself(lobby: Lobby) -> None:
    walk, code = lobby.kiosk("killed-after"), lobby.somebodys_code()
    # It prints and does not say so: the kiosk dies without ever knowing.
    lobby.printer.fall_silent()
    number = check_in(walk, code)
    wait_until(lambda: len(tickets_with(lobby, number)) == 1)
    walk.kiosk.kill()
    lobby.printer.speak_again()

    again = lobby.kiosk("killed-after")
    other = check_in(again, lobby.somebodys_code())

    wait_until(lambda: len(tickets_with(lobby, other)) == 1)
    assert len(tickets_with(lobby, number)) == 1
    wait_until(lambda: len(lobby.visits_of(code)) == 1)


def test_two_kiosks_see_each_others_queue(lobby: Lobby) -> None:
    first, second, code = lobby.kiosk("left"), lobby.kiosk("right"), lobby.somebodys_code()
    check_in(second, lobby.somebodys_code())
    second.tap("Done")

    number = check_in(first, code)

    # Typing the code takes longer than the second in which the other kiosk must know.
    assert check_in(second, code) == number
    assert len(lobby.visits_of(code)) == 1


def test_no_log_and_no_terminal_names_a_patient(lobby: Lobby) -> None:
    walk, code = lobby.kiosk("discreet"), lobby.somebodys_code()
    number = check_in(walk, code)
    wait_until(lambda: len(tickets_with(lobby, number)) == 1)
    walk.kiosk.stop()

    with closing(sqlite3.connect(lobby.folder / "server" / "centre.db")) as centre:
        people = centre.execute("SELECT first_name, last_name, phone FROM patients").fetchall()
    secrets = {code, *(str(text) for person in people for text in person if text)}
    written = "".join(file.read_text("utf-8", "replace") for file in lobby.folder.rglob("*") if is_log(file))
    assert written
    assert sorted(secret for secret in secrets if secret in written) == []


def is_log(file: Path) -> bool:
    return file.suffix in {".log", ".jsonl"}


def asked(*arguments: object) -> subprocess.CompletedProcess[str]:
    """What `python -m kiosk` says and does."""
    command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE_S)


def test_a_kiosk_that_is_put_back_from_its_copy_gives_no_number_twice_and_loses_no_visit(lobby: Lobby) -> None:
    walk, codes = lobby.kiosk("put-back"), [lobby.somebodys_code() for _ in range(3)]
    numbers = [check_in(walk, codes[0])]
    walk.tap("Done")
    settings = lobby.records_of("put-back").with_name("kiosk.toml")
    passphrase, wrong = lobby.folder / "passphrase", lobby.folder / "wrong"
    passphrase.write_text("nine blue herons in March", "utf-8")
    wrong.write_text("ten blue herons in March", "utf-8")
    copies = lobby.folder / "copies"
    copies.mkdir()

    kept = asked("backup", "--to", copies, "--passphrase-file", passphrase, "--settings", settings)

    assert kept.returncode == 0, kept.stderr
    numbers.append(check_in(walk, codes[1]))  # which the copy does not hold
    wait_until(lambda: len(lobby.visits_of(codes[1])) == 1)
    walk.kiosk.kill()
    (copy,) = copies.iterdir()
    torn = lobby.folder / "torn.backup"
    torn.write_bytes(copy.read_bytes()[:-4_096])
    for file, words in ((copy, wrong), (torn, passphrase)):
        refused = asked("restore", file, "--passphrase-file", words, "--settings", settings)
        assert (refused.returncode, "Nothing was changed" in refused.stderr) == (1, True), refused

    done = asked("restore", copy, "--passphrase-file", passphrase, "--settings", settings)
    assert done.returncode == 0, done.stderr
    again = lobby.kiosk("put-back")
    wait_until(lambda: codes[1] in read(lobby.records_of("put-back"), select(appointments.c.booking_code)))
    numbers.append(check_in(again, codes[2]))

    wait_until(lambda: len(lobby.visits_of(codes[2])) == 1)
    tokens = [[token.rpartition("-")[2] for token in lobby.visits_of(code)] for code in codes]
    assert tokens == [[f"{series}{int(count):03}"] for series, count in map(str.split, numbers)]
    assert numbers[2][0] != numbers[1][0], "it goes on under another series"
    assert len(lobby.numbers_at_the_server()) == len(set(lobby.numbers_at_the_server()))
