"""Passwords, PINs and one-time codes: what will do and what will not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pyotp
import pytest

from server_sync.central.access.delays import FREE_MISSES, LONGEST_DELAY_S, GrowingDelays, delay_s
from server_sync.central.access.one_purpose import is_genuine, opened, sign
from server_sync.central.access.passwords import hashed, matches, refusal_of_password, refusal_of_pin
from server_sync.central.access.second_factor import new_secret, step_of
from server_sync.central.access.tokens import Claims, issue, verify
from server_sync.clinic.roles import Role

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
SECRET = "s" * 40
SOMEBODY = UUID(int=7)


def refusal(password: str, *, has_second_factor: bool = False) -> str | None:
    own = ("sam@clinic.example", "Sam Reception", None, "")
    return refusal_of_password(password, has_second_factor=has_second_factor, own_words=own)


def test_password_matches_itself_in_either_form_of_its_letters_and_nothing_else() -> None:
    kept = hashed("Zoë has four words")
    assert kept.startswith("$argon2id$")
    assert matches(kept, "Zoe\u0308 has four words")
    assert not matches(kept, "Zoe has four words")
    assert not matches(None, "nobody has this password")
    assert not matches("no hash at all", "Zoë has four words")


@pytest.mark.parametrize("password", ["four plain words", "ふつうのことばをよっつならべてみた", "  blanks count  too "])
def test_long_password_will_do(password: str) -> None:
    assert refusal(password) is None


@pytest.mark.parametrize(
    ("password", "code"),
    [("fourteen signs", "password_too_short"), ("abab" * 10, "password_too_common"), ("SamReception", "")],
)
def test_others_will_not(password: str, code: str) -> None:
    assert refusal(password) == (code or "password_too_short")


def test_eight_characters_do_beside_a_second_factor_but_not_the_commonest() -> None:
    assert refusal("kV7!pq2z", has_second_factor=True) is None
    assert refusal("kV7!pq2", has_second_factor=True) == "password_too_short"
    for common in ("password1", "PASSWORD1", "ｐａｓｓｗｏｒｄ１", "iloveyou1"):
        assert refusal(common, has_second_factor=True) == "password_too_common"
    assert refusal("reception1", has_second_factor=True) == "password_about_you"


@pytest.mark.parametrize("pin", ["123456", "654321", "111111", "121212", "123123", "246802", "112233"])
def test_pin_that_anybody_would_try_is_refused(pin: str) -> None:
    assert refusal_of_pin(pin) == "pin_too_common"


def test_pin_has_six_to_twelve_digits() -> None:
    assert refusal_of_pin("402718") is None
    for wrong in ("40271", "4027180000000", "40271x", "٤٠٢٧١٨", ""):
        assert refusal_of_pin(wrong) == "pin_too_short"


def test_code_of_an_app_is_good_once_and_half_a_minute_around() -> None:
    shared = new_secret()
    code = pyotp.TOTP(shared).at(NOW)
    step = step_of(shared, code, NOW, None)
    assert step == int(NOW.timestamp()) // 30
    assert step_of(shared, f"{code[:3]} {code[3:]}", NOW + timedelta(seconds=30), None) == step
    assert step_of(shared, code, NOW, step) is None
    assert step_of(shared, code, NOW + timedelta(seconds=90), None) is None
    for odd in ("", "12345", "abcdef", "١٢٣٤٥٦"):
        assert step_of(shared, odd, NOW, None) is None


def test_code_for_one_purpose_is_good_for_no_other_and_not_for_ever() -> None:
    said = opened(sign(SECRET, "set_up", SOMEBODY, NOW, timedelta(minutes=15), "stamp"))
    assert said is not None
    assert said.uid == SOMEBODY
    assert is_genuine(SECRET, "set_up", said, NOW + timedelta(minutes=14), "stamp")
    assert not is_genuine(SECRET, "set_up", said, NOW + timedelta(minutes=15), "stamp")
    assert not is_genuine(SECRET, "set_up", said, NOW, "another stamp")
    assert not is_genuine(SECRET, "link", said, NOW, "stamp")
    assert not is_genuine("another key" * 4, "set_up", said, NOW, "stamp")
    for odd in ("", "x", "é" * 60, "A" * 59, "A" * 100):
        one = opened(odd)
        assert one is None or not is_genuine(SECRET, "set_up", one, NOW, "stamp")


def test_access_token_of_another_key_time_or_kind_is_none_of_ours() -> None:
    token = issue(SECRET, Claims(Role.NURSE, SOMEBODY, None, user_id=1), NOW)
    claims = verify(SECRET, token, NOW)
    assert claims is not None
    assert (claims.role, claims.subject) == (Role.NURSE, SOMEBODY)
    assert verify(SECRET, token, NOW + timedelta(minutes=10)) is None
    assert verify("another key" * 4, token, NOW) is None
    head, body, mac = token.split(".")
    unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"
    for forged in (f"{head}.{body}.", f"{unsigned}.{body}.", f"{head}.{body}x.{mac}", "a.b.c"):
        assert verify(SECRET, forged, NOW) is None


def test_each_miss_makes_the_next_try_wait_longer_until_it_is_forgotten() -> None:
    now = 0.0
    delays = GrowingDelays(lambda: now)
    for _ in range(FREE_MISSES):
        delays.missed("a")
    assert delays.wait_s("a") == 0
    delays.missed("a")
    assert delays.wait_s("a") == 1
    delays.missed("a")
    assert delays.wait_s("a") == 2
    assert delays.wait_s("b") == 0
    now = 2.0
    assert delays.wait_s("a") == 0
    delays.succeeded("a")
    delays.missed("a")
    assert delays.wait_s("a") == 0
    assert delay_s(1_000) == LONGEST_DELAY_S
