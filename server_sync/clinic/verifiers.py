"""What a desk keeps of a PIN, to know it again with no network: scrypt with its salt and parameters, in one text."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Callable
from hashlib import scrypt

_COST, _BLOCK, _LANES = 2**14, 8, 5
"""16 MiB, five times over: one of OWASP's choices, some 0.2 s here. From the standard library: argon2 would be another
dependency of every kiosk, and no hash makes six digits long; the records that hold it are encrypted."""
_SALT_BYTES, _KEY_BYTES = 16, 32


def verifier_of(pin: str, random_bytes: Callable[[int], bytes]) -> str:
    """What to keep of a PIN."""
    salt = random_bytes(_SALT_BYTES)
    return f"scrypt${salt.hex()}${_stretched(pin, salt).hex()}"


def is_pin_of(verifier: str | None, pin: str) -> bool:
    """Whether `verifier` was made of this PIN; where nothing is kept it takes as long, and is False."""
    kind, salt, kept = (verifier or f"scrypt${'00' * _SALT_BYTES}$").split("$")
    stretched = _stretched(pin, bytes.fromhex(salt))
    return kind == "scrypt" and hmac.compare_digest(stretched.hex(), kept)


def _stretched(pin: str, salt: bytes) -> bytes:
    folded = unicodedata.normalize("NFKC", pin).encode("utf-8", "replace")
    return scrypt(folded, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=64 * 2**20, dklen=_KEY_BYTES)
