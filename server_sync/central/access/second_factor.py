"""A second factor: the six digits of an authenticator app (TOTP, RFC 6238), each good once."""

from __future__ import annotations

from datetime import datetime

import pyotp

STEP_S = 30
DRIFT_STEPS = 1
"""A phone's clock may be half a minute off in either direction."""


def new_secret() -> str:
    """A shared secret, in the base 32 that apps read."""
    return pyotp.random_base32()


def address_for_app(secret: str, login: str, clinic: str) -> str:
    """The otpauth:// address that an app reads from a QR code."""
    return pyotp.TOTP(secret, interval=STEP_S).provisioning_uri(name=login, issuer_name=clinic)


def step_of(secret: str, code: str, now: datetime, last_step: int | None) -> int | None:
    """The time step that `code` belongs to; None where it is wrong, too old, or not after `last_step`.

    Whoever takes the code must store the step in the same transaction, and only where it is still the later one.
    """
    typed = code.replace(" ", "")
    if len(typed) != 6 or not typed.isascii() or not typed.isdecimal():
        return None
    totp = pyotp.TOTP(secret, interval=STEP_S)
    present = int(now.timestamp()) // STEP_S
    steps = range(present - DRIFT_STEPS, present + DRIFT_STEPS + 1)
    fitting = [step for step in steps if pyotp.utils.strings_equal(totp.generate_otp(step), typed)]
    later = [step for step in fitting if last_step is None or step > last_step]
    return later[0] if later else None
