"""Every way through the kiosk by whoever touches no glass: through the accessibility tree alone, and by keys alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.screens import by_name
from server_sync.clinic.consent import Consent
from tests.fakes.front_desk import JOAN, JOAN_PHONE, PRIYA
from tests.screens.kiosk_window import KioskWindow

Press = Callable[[str], None]


def through_accessibility(kiosk: KioskWindow) -> Press:
    """Press as a screen reader or a switch does."""

    def press(name: str) -> None:
        kiosk.wait_until(lambda: any(item.name == name and item.enabled for item in by_name.shown(kiosk.window)))
        kiosk.time.advance(0.5)
        by_name.press(kiosk.window, name)
        kiosk.settle()

    return press


def by_keys(kiosk: KioskWindow) -> Press:
    """Tab to it, then Enter; a letter or a digit is typed."""

    def press(name: str) -> None:
        if len(name) == 1:
            kiosk.type_slowly(name)
            return
        kiosk.wait_until(lambda: any(item.name == name and item.enabled for item in by_name.shown(kiosk.window)))
        kiosk.time.advance(0.5)
        kiosk.press_until_focused(name)
        kiosk.press_enter()
        kiosk.settle()

    return press


@pytest.fixture(params=[through_accessibility, by_keys])
def press(request: pytest.FixtureRequest, kiosk: KioskWindow) -> Press:
    """One of the two ways to press."""
    made: Press = request.param(kiosk)
    return made


def born_on_14_march_1974(press: Press) -> None:
    for name in ("1", "4", "March", "1", "9", "7", "4", "Continue"):
        press(name)


def starts_with(kiosk: KioskWindow, start: str) -> str:
    kiosk.wait_until(lambda: any(name.startswith(start) for name in kiosk.names()))
    return next(name for name in kiosk.names() if name.startswith(start))


def test_check_in_by_code(kiosk: KioskWindow, press: Press) -> None:
    press("I have an appointment")
    for digit in JOAN:
        press(digit)
    press("Continue")
    press("Yes, that's me")
    kiosk.wait_for("B 17")
    press("Done")
    kiosk.wait_for("I have an appointment")


def test_check_in_by_phone_and_birth_date(kiosk: KioskWindow, press: Press) -> None:
    press("I have an appointment")
    press("Use my phone number instead")
    for digit in JOAN_PHONE:
        press(digit)
    press("Continue")
    born_on_14_march_1974(press)
    press("Yes, that's me")
    kiosk.wait_for("B 17")


def test_walking_in_with_a_name_and_a_need(kiosk: KioskWindow, press: Press) -> None:
    press("I don't have one")
    press("Pain")
    press("No, none of these")
    for letter in ("A", "n", "a"):
        press(letter)
    press("Continue")
    press("Skip")
    press("I use a wheelchair")
    press("Get my number")
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.walk_ins[0].first_name == "Ana"


def test_an_emergency_is_told_without_touching_the_screen(kiosk: KioskWindow, press: Press) -> None:
    press("I don't have one")
    press("Pain")
    press("Yes – tell staff now")
    kiosk.wait_for("Staff are coming to you now")


def test_a_time_is_booked_without_touching_the_screen(kiosk: KioskWindow, press: Press) -> None:
    press("Book an appointment")
    for start in ("Dr Okafor", "Tuesday", "09:20"):
        press(starts_with(kiosk, start))
    for letter in ("A", "n", "a"):
        press(letter)
    press("Continue")
    press("Skip")
    born_on_14_march_1974(press)
    press("Yes, book it")
    kiosk.wait_for("It is booked")


def test_somebody_hears_where_they_stand(kiosk: KioskWindow, press: Press) -> None:
    press("My place in the queue")
    for digit in JOAN_PHONE:
        press(digit)
    press("Continue")
    born_on_14_march_1974(press)
    kiosk.wait_for("B 17")


def test_somebody_says_how_it_was(kiosk: KioskWindow, press: Press) -> None:
    kiosk.scan("https://clinic.example/t/over")
    press("Good")
    press("Skip")
    kiosk.wait_for("Thank you")
    assert kiosk.front_desk.opinions == [(4, "")]


def test_paying_at_the_desk(kiosk: KioskWindow, press: Press) -> None:
    press("I have an appointment")
    for digit in PRIYA:
        press(digit)
    press("Continue")
    press("Yes, that's me")
    press("Pay at the desk")
    kiosk.wait_for("B 17")


def test_consent_and_a_new_phone_number(kiosk: KioskWindow, press: Press) -> None:
    kiosk.front_desk.consent = Consent((("en", "I agree that my records are kept."),), "en")
    kiosk.scan(JOAN)
    press("Something has changed")
    press("My phone number")
    for digit in "5550177":
        press(digit)
    press("Continue")
    press("Yes, that's me")
    press("I agree")
    kiosk.wait_for("B 17")
    (besides,) = kiosk.front_desk.besides
    assert besides.phone == "5550177"


def test_larger_text_another_language_and_help(kiosk: KioskWindow, press: Press) -> None:
    press("Easier to see and reach")
    press("Larger text")
    press("Go on")
    assert kiosk.shell.ease.larger_text
    press("Call for help")
    press("Yes, call somebody")
    kiosk.wait_for("Somebody is coming")
    press("Done")
    press("Español")
    kiosk.wait_for("Tengo una cita")
