"""`python -m kiosk demo`: the product on one machine, in a window, or by itself where nobody could see one."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from kiosk.app.demo.demo_staff import PIN
from kiosk.app.demo.display import has_screen, virtual_screen
from kiosk.app.demo.one_at_a_time import alone_in
from kiosk.app.demo.programs import Program, ProgramError
from kiosk.app.demo.stage import Stage, Visitor

USAGE = "python -m kiosk demo [--folder FOLDER] [--headless]\n"


def main(arguments: Sequence[str]) -> int:
    """Show the product; 0 when it was shown or watched to its end, 1 with the reason where it could not be."""
    folder, headless = Path("demo"), not has_screen()
    rest = list(arguments)
    while rest:
        match rest:
            case ["--folder", named, *rest]:
                folder = Path(named)
            case ["--headless", *rest]:
                headless = True
            case _:
                sys.stderr.write(USAGE)
                return 2
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _stop)
    try:
        with alone_in(folder):
            return _take_the_tour(folder) if headless else _show(folder)
    except ProgramError as error:
        sys.stderr.write(f"The demo failed: {error}\n")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 0


def say(words: str) -> None:
    """Write to the terminal at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _take_the_tour(folder: Path) -> int:
    from kiosk.app.demo.tour import HEIGHT, WIDTH, take_tour

    say("There is no screen here: the demo runs under a virtual one and checks patients in by itself.")
    with ExitStack() as stack:
        # Larger than the window, which leaves room for a frame that nobody draws here.
        stage = Stage(folder, stack.enter_context(virtual_screen(WIDTH + 100, HEIGHT + 100)))
        stack.callback(stage.tear_down)
        take_tour(stage, stage.set_up(), say)
    return 0


def _show(folder: Path) -> int:
    stage = Stage(folder)
    with ExitStack() as stack:
        stack.callback(stage.tear_down)
        say("Setting the clinic up ...")
        visitor = stage.set_up(somebody_waits=True)
        kiosk = stage.kiosk()
        stage.keep(kiosk)
        stage.keep(stage.board())
        stage.keep(stage.desk())
        say(_what_to_try(stage, visitor))
        threading.Thread(target=_obey, args=(stage, kiosk), daemon=True).start()
        code = kiosk.wait()
    if code:
        raise ProgramError(f"the kiosk ended with {code}; its last words:\n{kiosk.last_words()}")
    say("The window was closed. Everything has stopped.")
    return 0


def _what_to_try(stage: Stage, visitor: Visitor) -> str:
    year, month, day = visitor.birth_date.split("-")
    return f"""
Left, the kiosk. Tap "I have an appointment" and try:

  booking code          {visitor.booking_code}
  phone + birth date    {visitor.phone}   born {int(day)}.{int(month)}.{year} (day, month, year)
  too early             {visitor.early_code}
  nobody                any other eight digits

Right, reception; some people wait already. Choose a name there; everybody's PIN is {PIN}:

  Sam Ortega            Reception: call, register (F2 under People), check in (Today)
  Dr. Amara Inkwell     Doctor: my own line, 1 calls the next
  Noor Haddad           Nurse: says how urgent somebody is
  Kim Berger            Administrator: signs in at the administrators' window, see below

Below it, the waiting room's board: it shows whom you call, and says it aloud where this machine has espeak-ng.

Tickets come out of a virtual printer, as pictures in {stage.tickets}
Who waits, as any program can ask the server:

  curl -s -H "Authorization: Bearer {stage.board_key()}" {stage.server_url}/api/queue/current

Here:
  Enter                 unplugs the server, and plugs it in again: work goes on, and arrives when it is back
  admin, Enter          opens the administrators' window: sync log, machines, people, settings, copies
  Ctrl-C                stops everything, as closing the kiosk's window does
"""


def _obey(stage: Stage, kiosk: Program) -> None:
    """Do what is typed here, until the kiosk ends."""
    office: Program | None = None
    for line in sys.stdin:
        if not kiosk.running:
            return
        if line.strip() == "admin":
            if office is None or not office.running:
                office = _open(stage)
        elif line.strip():
            say("Enter alone unplugs the server or plugs it in; admin opens the administrators' window.")
        elif stage.server.running:
            stage.server.stop()
            say("The server is unplugged. Check in as before. Enter plugs it in again.")
        else:
            stage.start_server()
            say("The server is back. What was done meanwhile arrives now. Enter unplugs it again.")


def _open(stage: Stage) -> Program | None:
    """Open the administrators' window; None, with the reason on the terminal, where it does not open."""
    if not stage.server.running:
        say("The administrators' machine joins the clinic at the server: plug it in first.")
        return None
    try:
        office = stage.office()
        stage.keep(office)
    except ProgramError as error:
        say(f"It did not open: {error}")
        return None
    say("The administrators' window opens over reception's. Sign in as Kim Berger.")
    return office
