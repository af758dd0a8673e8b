"""People who are asked for the clinic's consent, and people whose details changed: their number is never in doubt."""

from __future__ import annotations

import pytest

from server_sync.clinic.consent import Answered, Consent
from server_sync.desk.self_service import SaidBesides, WalkIn
from tests.fakes.front_desk import JOAN, PRIYA
from tests.screens.kiosk_window import KioskWindow

CONSENT = Consent(
    (("en", "I agree that my records are kept."), ("fr", "J’accepte que mon dossier soit conservé.")), "en"
)


@pytest.fixture
def asking(kiosk: KioskWindow) -> KioskWindow:
    """A kiosk of a clinic that wants consent."""
    kiosk.front_desk.consent = CONSENT
    return kiosk


def arrive(kiosk: KioskWindow, code: str = JOAN) -> None:
    kiosk.scan(code)
    kiosk.wait_for("Yes, that's me")


def test_joan_agrees_and_has_her_number(asking: KioskWindow) -> None:
    arrive(asking)
    asking.tap("Yes, that's me")
    asking.wait_for("I agree that my records are kept.")
    asking.tap("I agree")
    asking.wait_for("B 17")
    assert asking.front_desk.besides == [SaidBesides(Answered(CONSENT.version, True, "en"))]


def test_who_does_not_agree_has_a_number_all_the_same(asking: KioskWindow) -> None:
    arrive(asking)
    asking.tap("Yes, that's me")
    asking.tap("I don't agree, or want to ask first")
    asking.wait_for("B 17")
    assert asking.front_desk.besides == [SaidBesides(Answered(CONSENT.version, False, "en"))]


def test_the_text_is_read_in_ones_own_language_and_else_in_the_clinics(asking: KioskWindow) -> None:
    arrive(asking)
    asking.tap("Yes, that's me")
    asking.wait_for("I agree that my records are kept.")
    asking.shell.speak("fr")
    asking.wait_for("J’accepte que mon dossier soit conservé.")
    asking.shell.speak("zh")
    asking.wait_for("I agree that my records are kept.")


def test_consent_comes_before_what_is_to_pay(asking: KioskWindow) -> None:
    arrive(asking, PRIYA)
    asking.tap("Yes, that's me")
    asking.tap("I agree")
    asking.tap("Pay at the desk")
    asking.wait_for("B 17")
    (besides,) = asking.front_desk.besides
    assert besides.consent is not None
    assert besides.consent.agreed


def test_who_walks_in_is_asked_before_anything_is_written(asking: KioskWindow) -> None:
    asking.tap("I don't have one")
    asking.tap("Pain")
    asking.tap("No, none of these")
    asking.tap("Skip")
    asking.wait_for("What is your phone number?")
    asking.tap("Skip")
    asking.tap("Get my number")
    asking.wait_for("I agree")
    assert asking.front_desk.walk_ins == []
    asking.tap("I agree")
    asking.wait_for("B 17")
    said = WalkIn("Pain", reason_code="pain", consent=Answered(CONSENT.version, True, "en"))
    assert asking.front_desk.walk_ins == [said]


def test_nobody_is_asked_where_the_clinic_wants_none(kiosk: KioskWindow) -> None:
    arrive(kiosk)
    kiosk.tap("Yes, that's me")
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.besides == [SaidBesides()]


def test_a_text_of_many_lines_is_read_to_its_end_by_keys_alone(kiosk: KioskWindow) -> None:
    kiosk.front_desk.consent = Consent((("en", "\n".join(f"Line {number} of many." for number in range(80))),), "en")
    arrive(kiosk)
    kiosk.tap("Yes, that's me")
    kiosk.wait_for("I agree")
    kiosk.frame()
    kiosk.press_until_focused("The clinic's text")


def test_a_new_phone_number_is_typed_at_the_kiosk(kiosk: KioskWindow) -> None:
    arrive(kiosk)
    kiosk.tap("Something has changed")
    kiosk.tap("My phone number")
    kiosk.wait_for("What is your new phone number?")
    kiosk.tap_digits("5550177")
    kiosk.tap("Continue")
    kiosk.wait_for("Your new phone number")
    kiosk.tap("Yes, that's me")
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.besides == [SaidBesides(phone="5550177")]


def test_half_a_phone_number_is_not_taken(kiosk: KioskWindow) -> None:
    arrive(kiosk)
    kiosk.tap("Something has changed")
    kiosk.tap("My phone number")
    kiosk.wait_for("What is your new phone number?")
    kiosk.tap_digits("55501")
    kiosk.press_enter()
    kiosk.wait_for("What is your new phone number?")
    kiosk.tap_digits("7")
    kiosk.press_enter()
    kiosk.wait_for("Your new phone number")


def test_what_else_has_changed_is_told_to_the_desk_and_check_in_goes_on(kiosk: KioskWindow) -> None:
    arrive(kiosk)
    kiosk.tap("Something has changed")
    kiosk.tap("Something else")
    kiosk.wait_for("The desk will ask you what has changed.")
    kiosk.tap("Yes, that's me")
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.besides == [SaidBesides(details_changed=True)]
