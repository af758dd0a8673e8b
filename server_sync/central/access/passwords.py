"""Passwords and PINs: what is refused, and how what was chosen is kept (argon2id).

Long rather than odd: 15 characters, or 8 where a second factor stands beside them, and none that half the world uses
(NIST SP 800-63B-4, section 3.1.1). What somebody types is folded to one Unicode form first: keyboards differ in how
they write the same letter.
"""

from __future__ import annotations

import gzip
import threading
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

FEWEST_CHARACTERS = 15
FEWEST_WITH_SECOND_FACTOR = 8
MOST_CHARACTERS = 256
FEWEST_PIN_DIGITS, MOST_PIN_DIGITS = 6, 12

# OWASP's second choice of parameters: 19 MiB and two passes; some 30 ms here, in at most two threads at once.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_at_once = threading.BoundedSemaphore(2)


def hashed(secret: str) -> str:
    """What to keep of a password or PIN: argon2id with its salt and parameters."""
    with _at_once:
        return _hasher.hash(_one_form(secret))


def matches(kept: str | None, secret: str) -> bool:
    """Whether `secret` is what `kept` was made of. Where nothing is kept it takes as long, and is False."""
    with _at_once:
        try:
            _hasher.verify(kept or _nobodys(), _one_form(secret))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def refusal_of_password(password: str, *, has_second_factor: bool, own_words: Iterable[str | None]) -> str | None:
    """The stable code of why a password will not do, or None. `own_words`: the person's name, login and the like."""
    fewest = FEWEST_WITH_SECOND_FACTOR if has_second_factor else FEWEST_CHARACTERS
    folded = _folded(password)
    if len(_one_form(password)) < fewest:
        return "password_too_short"
    if folded in _common() or len(set(folded)) < 4:
        return "password_too_common"
    if any(_is_about(folded, words) for words in own_words if words):
        return "password_about_you"
    return None


def refusal_of_pin(pin: str) -> str | None:
    """The stable code of why a PIN will not do, or None."""
    if not pin.isascii() or not pin.isdecimal() or not FEWEST_PIN_DIGITS <= len(pin) <= MOST_PIN_DIGITS:
        return "pin_too_short"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    half = len(pin) // 2
    if len(set(pin)) < 3 or len(steps) == 1 or pin[:half] == pin[half:] or _folded(pin) in _common():
        return "pin_too_common"
    return None


def _is_about(folded: str, words: str) -> bool:
    """A password that is somebody's name or address, or little more than it."""
    own = [word for word in (_folded(words), *_folded(words).replace("@", " ").replace(".", " ").split()) if word]
    return any(len(word) >= 4 and word in folded and len(folded) - len(word) < 4 for word in own)


def _one_form(secret: str) -> str:
    return unicodedata.normalize("NFKC", secret)


def _folded(text: str) -> str:
    return _one_form(text).casefold()


@cache
def _common() -> frozenset[str]:
    packed = (files("resources") / "passwords" / "common.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split())


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
