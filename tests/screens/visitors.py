"""People who come to a kiosk with errands of their own, and do them by tapping what stands there in their language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from random import Random

from PySide6.QtCore import QPoint

from kiosk.screens import by_name
from tests.screens.kiosk_window import KioskWindow
from tests.screens.said import LANGUAGES, OWN_NAMES, said

ERRANDS = ("check in by code", "walk in", "book", "check in by phone", "ask for my place", "leave in the middle")
CHECK_INS = ("check in by code", "check in by phone")
IDLE_S = 90
"""A minute without a touch, and the twenty seconds of the question."""
_SYLLABLES = ("zor", "bex", "qua", "vim", "plu", "dri", "fos", "gny", "hax", "jel", "kuv", "wot")
_OLDEST = date(1931, 1, 1)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who never was, with words that nobody else has."""

    first_name: str
    phone: str
    code: str
    born: date
    language: str
    errand: str

    @property
    def traces(self) -> tuple[str, ...]:
        """What they leave nowhere, blanks aside."""
        return self.first_name, self.phone, self.code


def visitors(seed: int, errands: Sequence[str] = ERRANDS) -> Iterator[Visitor]:
    """Visitors without an end: errands and languages in turn, shifted so that each meets each.

    Who asks for a place asks for the one of whoever checked in last.
    """
    random = Random(seed)
    waiting: Visitor | None = None
    for number, errand in enumerate(cycle(errands)):
        visitor = Visitor(
            first_name="".join(random.choices(_SYLLABLES, k=4)).capitalize(),
            phone=f"07{random.randrange(10**9):09}",
            code=f"{random.randrange(10**8):08}",
            born=_OLDEST + timedelta(days=random.randrange(30_000)),
            language=LANGUAGES[(number + number // len(errands)) % len(LANGUAGES)],
            errand=errand,
        )
        if errand in CHECK_INS:
            waiting = visitor
        elif errand == "ask for my place" and waiting is not None:
            visitor = replace(visitor, phone=waiting.phone, born=waiting.born)
        yield visitor


class Visit:
    """One visitor in front of the kiosk."""

    def __init__(
        self,
        kiosk: KioskWindow,
        visitor: Visitor,
        touch: Callable[[str, QPoint], None] | None = None,
        *,
        has_keyboard: bool = False,
    ) -> None:
        """`touch` does each tap, for whoever times what it sets off; digits are tapped unless there is a keyboard."""
        self._kiosk = kiosk
        self._has_keyboard = has_keyboard
        self._visitor = visitor
        self._touch = touch or self._tap_at

    def run(self) -> None:
        """From Home to Home again."""
        who = self._visitor
        if who.language != self._kiosk.shell.interpreter.language.code:
            self._tap(OWN_NAMES[who.language])
        {
            "check in by code": self._check_in_by_code,
            "check in by phone": self._check_in_by_phone,
            "walk in": self._walk_in,
            "book": self._book,
            "ask for my place": self._ask_for_my_place,
            "leave in the middle": self._leave_in_the_middle,
        }[who.errand]()
        self._kiosk.wait_until(lambda: self._kiosk.shell.is_at_rest)

    def _check_in_by_code(self) -> None:
        self._say("I have an appointment")
        self._digits(self._visitor.code)
        self._say("Continue")
        self._take_the_ticket("Yes, that's me")

    def _check_in_by_phone(self) -> None:
        self._say("I have an appointment")
        self._say("Use my phone number instead")
        self._digits(self._visitor.phone)
        self._say("Continue")
        self._give_birth_date()
        self._take_the_ticket("Yes, that's me")

    def _walk_in(self) -> None:
        self._say("I don't have one")
        self._say("Pain")
        self._say("No, none of these")
        self._type(self._visitor.first_name)
        self._say("Continue")
        self._digits(self._visitor.phone)
        self._say("Continue")
        self._say("I use a wheelchair")
        self._take_the_ticket("Get my number")

    def _book(self) -> None:
        self._say("Book an appointment")
        for _question in range(3):
            self._first_choice()
        self._type(self._visitor.first_name)
        self._say("Continue")
        self._digits(self._visitor.phone)
        self._say("Continue")
        self._give_birth_date()
        self._say("Yes, book it")
        self._say("Done")

    def _ask_for_my_place(self) -> None:
        self._say("My place in the queue")
        self._digits(self._visitor.phone)
        self._say("Continue")
        self._give_birth_date()
        self._say("Done")

    def _leave_in_the_middle(self) -> None:
        self._say("I don't have one")
        self._say("Pain")
        self._say("No, none of these")
        self._type(self._visitor.first_name)
        self._say("Continue")
        self._digits(self._visitor.phone)
        self._kiosk.time.advance(IDLE_S)

    def _take_the_ticket(self, commit: str) -> None:
        self._say(commit)
        self._kiosk.wait_until(lambda: self._find(said(self._visitor.language, "Done")) is not None)
        self._say("Done")

    def _give_birth_date(self) -> None:
        born = self._visitor.born
        self._digits(f"{born.day:02}")
        self._tap(self._kiosk.shell.interpreter.locale.standaloneMonthName(born.month))
        self._digits(str(born.year))
        self._say("Continue")

    def _first_choice(self) -> None:
        """The first tile of a list, whatever stands on it: its key is 0."""
        self._kiosk.wait_until(lambda: self._kiosk.shell.current_screen.awake and hasattr(self._screen, "choices"))
        before = self._screen
        name = self._first_tile()
        self._tap(name)
        self._kiosk.wait_until(lambda: self._screen is not before)

    def _first_tile(self) -> str:
        tiles: list[by_name.Shown] = []

        def shown() -> bool:
            tiles[:] = sorted(
                (item for item in by_name.shown(self._kiosk.window) if item.pressable and self._is_in_the_body(item)),
                key=lambda item: (item.rect.top(), item.rect.left()),
            )
            return bool(tiles)

        self._kiosk.wait_until(shown)
        return tiles[0].name

    def _is_in_the_body(self, item: by_name.Shown) -> bool:
        height = self._kiosk.window.height()
        return item.rect.top() > 0.12 * height and item.rect.bottom() < 0.8 * height

    @property
    def _screen(self) -> object:
        return self._kiosk.shell.current_screen

    def _say(self, name: str) -> None:
        self._tap(said(self._visitor.language, name))

    def _digits(self, digits: str) -> None:
        if self._has_keyboard:
            self._type(digits)
            return
        for digit in digits:
            self._tap(digit)

    def _type(self, text: str) -> None:
        """By a keyboard: not every language's own keys have these letters."""
        self._kiosk.wait_until(lambda: self._kiosk.shell.current_screen.awake)
        self._kiosk.time.advance(0.5)
        self._kiosk.type_slowly(text)

    def _tap(self, name: str) -> None:
        self._kiosk.wait_until(lambda: self._is_ready(name))
        self._kiosk.time.advance(0.5)
        self._kiosk.frame()
        item = self._find(name)
        assert item is not None
        self._touch(name, item.rect.center())

    def _is_ready(self, name: str) -> bool:
        found = self._find(name)
        kiosk = self._kiosk
        return found is not None and found.enabled and kiosk.shell.current_screen.awake and kiosk.stands_still()

    def _find(self, name: str) -> by_name.Shown | None:
        named = [item for item in by_name.shown(self._kiosk.window) if item.name == name and item.pressable]
        return named[0] if named else None

    def _tap_at(self, _name: str, point: QPoint) -> None:
        by_name.tap_at(self._kiosk.window, point)
        self._kiosk.turn()
