"""The tour: patients check in by themselves at the real kiosk, with the server and without, and pictures are taken."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from kiosk.app.demo.programs import Program, ProgramError
from kiosk.app.demo.stage import Stage, Visitor

WIDTH, HEIGHT = 1080, 1920
ARRIVES_WITHIN_S = 20.0
TRY_AGAIN_AFTER_S = 2.0
"""Short of what a kiosk takes for guessing (`server_sync.clinic.attempts`)."""
NOT_FOUND = "We could not find an appointment with that. Please check it and try again."


@dataclass(slots=True)
class Walk:
    """A patient in front of the kiosk, who keeps a picture of every screen they see."""

    kiosk: Program
    pictures: Path
    taken: int = 0

    def tap(self, name: str) -> int:
        """Tap what has this name, given in English, once it is there; when it was tapped, in monotonic ns."""
        return int(self._do({"tap": name})["at_ns"])

    def type_digits(self, digits: str) -> None:
        """Tap digit after digit."""
        for digit in digits:
            self.tap(digit)

    def choose_month(self, number: int) -> None:
        """Tap a month's tile."""
        self._do({"month": number})

    def see(self, name: str) -> None:
        """Wait until something of this name stands there."""
        self._do({"see": name})

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, under the next number."""
        self.taken += 1
        self._do({"picture": str(self.pictures / f"{self.taken:02}-{name}.png")})

    def names(self) -> list[str]:
        """Everything that can be read on the screen."""
        return [str(name) for name in self._do({"names": True})["names"]]

    def _do(self, step: dict[str, object]) -> dict[str, Any]:  # Any: JSON
        self.kiosk.say(json.dumps(step))
        heard = self.kiosk.hear()
        if not heard:
            raise ProgramError(f"the kiosk ended during {step}; its last words:\n{self.kiosk.last_words()}")
        answer: dict[str, Any] = json.loads(heard)
        if not answer["ok"]:
            raise ProgramError(f"the kiosk did not take {step}; it shows {answer['names']}")
        return answer


def take_tour(stage: Stage, visitor: Visitor, say: Callable[[str], None]) -> None:
    """Check two patients in and let a third come too early. Raises `ProgramError` with the reason where that fails."""
    pictures = stage.folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for old in [*pictures.glob("*.png"), *stage.tickets.glob("*")]:
        old.unlink()
    before = len(_queue(stage))
    kiosk = stage.kiosk(talks=True)
    kiosk.start()
    try:
        walk = Walk(kiosk, pictures)
        _wait_for_records(walk, visitor)
        say("1. In English, by booking code, with the server there:")
        say(f"   the screen shows {_check_in_by_code(walk, visitor)}")
        _wait_for(lambda: len(_queue(stage)) > before, "the check-in did not arrive at the server")
        stage.server.stop()
        say("2. The server is unplugged. In Arabic, by phone and birth date:")
        say(f"   the screen shows {_check_in_in_arabic(walk, visitor)}")
        _look_around(walk, visitor)
        stage.start_server()
        say("3. The server is plugged in again.")
        _wait_for(lambda: len(_queue(stage)) > before + 1, "the check-in made offline did not arrive at the server")
        _wait_for(lambda: len(list(stage.tickets.glob("*.png"))) >= 3, "a ticket was not printed")
    finally:
        kiosk.stop()
    _tell_what_came(stage, pictures, say)


def _wait_for_records(walk: Walk, visitor: Visitor) -> None:
    """The first visitor may come before the first page of the clinic's records: they would be sent to the desk."""
    until = time.monotonic() + ARRIVES_WITHIN_S
    walk.see("I have an appointment")
    walk.picture("home")
    while True:
        walk.tap("I have an appointment")
        walk.see("What is your booking code?")
        walk.type_digits(visitor.early_code)
        walk.tap("Continue")
        shown = _answer_to_a_code(walk)
        if "You are early" in shown:
            walk.picture("too-early")
            walk.tap("Done")
            return
        if time.monotonic() > until:
            raise ProgramError(f"the clinic's records did not arrive at the kiosk; it shows {shown}")
        walk.tap("Done" if "Done" in shown else "Back")
        # A person who tries often is sent to the desk.
        time.sleep(TRY_AGAIN_AFTER_S)


def _answer_to_a_code(walk: Walk) -> list[str]:
    """Everything on the page that a code leads to: another one, or the same with a calm sentence."""
    until = time.monotonic() + ARRIVES_WITHIN_S
    while True:
        shown = walk.names()
        if "Done" in shown or NOT_FOUND in shown:
            return shown
        if time.monotonic() > until:
            raise ProgramError(f"nothing came of a booking code; the kiosk shows {shown}")
        time.sleep(0.1)


def _check_in_by_code(walk: Walk, visitor: Visitor) -> str:
    walk.tap("I have an appointment")
    walk.see("What is your booking code?")
    walk.picture("booking-code")
    walk.type_digits(visitor.booking_code)
    walk.tap("Continue")
    walk.see("Is this you?")
    walk.picture("confirm")
    walk.tap("Yes, that's me")
    return _take_ticket(walk, "ticket")


def _check_in_in_arabic(walk: Walk, visitor: Visitor) -> str:
    year, month, day = visitor.birth_date.split("-")
    walk.tap("العربية")
    walk.picture("home-arabic")
    walk.tap("I have an appointment")
    walk.tap("Use my phone number instead")
    walk.see("What is your phone number?")
    walk.type_digits("".join(sign for sign in visitor.phone if sign.isdecimal()))
    walk.picture("phone-arabic")
    walk.tap("Continue")
    walk.picture("birth-day-arabic")
    walk.type_digits(day)
    walk.picture("birth-month-arabic")
    walk.choose_month(int(month))
    walk.type_digits(year)
    walk.picture("birth-year-arabic")
    walk.tap("Continue")
    walk.see("Is this you?")
    walk.picture("confirm-arabic")
    walk.tap("Yes, that's me")
    return _take_ticket(walk, "ticket-arabic-offline")


def _take_ticket(walk: Walk, name: str) -> str:
    walk.see("Your number")
    walk.see("Please take your ticket.")
    walk.picture(name)
    shown = [text for text in walk.names() if text[-1:].isdecimal() and " " in text]
    walk.tap("Done")
    walk.see("I have an appointment")
    return next(iter(shown), "a number")


def _look_around(walk: Walk, visitor: Visitor) -> None:
    """Screens that nobody has needed so far: checked in already, no appointment, help, ease, not found."""
    walk.tap("I have an appointment")
    walk.type_digits(visitor.booking_code)
    walk.tap("Continue")
    walk.see("Is this you?")
    walk.tap("Yes, that's me")
    walk.see("Already checked in")
    walk.picture("already-checked-in")
    walk.tap("Done")
    walk.tap("I don't have one")
    walk.see("Why are you here today?")
    walk.picture("no-appointment")
    walk.tap("Back")
    walk.see("I have an appointment")
    walk.tap("Call for help")
    walk.see("Shall we call somebody?")
    walk.picture("help")
    walk.tap("Yes, call somebody")
    walk.see("Please take your number.")
    walk.picture("help-called")
    walk.tap("Done")
    walk.tap("Easier to see and reach")
    walk.see("Larger text")
    walk.picture("easier")
    walk.tap("Go on")
    walk.tap("I have an appointment")
    walk.type_digits(visitor.booking_code[::-1])
    walk.tap("Continue")
    walk.see(NOT_FOUND)
    walk.picture("not-found")
    walk.tap("Back")
    walk.see("I have an appointment")


def _queue(stage: Stage) -> list[dict[str, Any]]:  # Any: JSON
    asked = Request(  # noqa: S310 - our own server
        f"{stage.server_url}/api/queue/current", headers={"Authorization": f"Bearer {stage.board_key()}"}
    )
    with urlopen(asked, timeout=5) as answer:  # noqa: S310
        doctors = json.load(answer)["data"]
    return [place for doctor in doctors for place in doctor["queue"]]


def _wait_for(condition: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + ARRIVES_WITHIN_S
    while not condition():
        if time.monotonic() > until:
            raise ProgramError(otherwise)
        time.sleep(0.1)


def _tell_what_came(stage: Stage, pictures: Path, say: Callable[[str], None]) -> None:
    say("The server's queue now holds:")
    for place in _queue(stage):
        say(f"   {place['token_number']}  {place['current_status']}")
    for ticket in sorted(stage.tickets.glob("*.png")):
        (pictures / f"printed-{ticket.name}").write_bytes(ticket.read_bytes())
    say(f"Pictures of every screen on the way and of the printed tickets: {pictures}")
