"""Codes for one purpose and a short while: a patient's link, a first password. Nothing of them is stored.

A code is the uid it is for, when it ends, and an HMAC over both, its purpose and a stamp. The stamp is not in the code:
where it is something that using the code changes, the code is good once. Sixty characters fit a text message.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

_MAC_BYTES = 20
_CODE_BYTES = 16 + 8 + _MAC_BYTES
LONGEST_CODE = 80


@dataclass(frozen=True, slots=True)
class Opened:
    """What a code says; worth nothing until `is_genuine` has said so."""

    uid: UUID
    expires_at: datetime
    mac: bytes


def sign(secret: str, purpose: str, uid: UUID, now: datetime, lifetime: timedelta, stamp: str = "") -> str:
    """A code that is good until `now` + `lifetime`."""
    body = uid.bytes + int((now + lifetime).timestamp()).to_bytes(8, "big")
    return base64.urlsafe_b64encode(body + _mac(secret, purpose, body, stamp)).decode().rstrip("=")


def opened(code: str) -> Opened | None:
    """What a code says of itself; None where it is no code."""
    try:
        raw = base64.urlsafe_b64decode(code.encode("ascii") + b"=" * (-len(code) % 4))
        if len(raw) != _CODE_BYTES:
            return None
        return Opened(UUID(bytes=raw[:16]), datetime.fromtimestamp(int.from_bytes(raw[16:24], "big"), UTC), raw[24:])
    except (ValueError, OverflowError, OSError, binascii.Error):
        return None


def is_genuine(secret: str, purpose: str, code: Opened, now: datetime, stamp: str = "") -> bool:
    """Whether we signed it, for this purpose and stamp, and it has not ended."""
    body = code.uid.bytes + int(code.expires_at.timestamp()).to_bytes(8, "big")
    return hmac.compare_digest(code.mac, _mac(secret, purpose, body, stamp)) and now < code.expires_at


def _mac(secret: str, purpose: str, body: bytes, stamp: str) -> bytes:
    said = b"\x00".join((purpose.encode(), stamp.encode(), body))
    return hmac.digest(secret.encode(), said, hashlib.sha256)[:_MAC_BYTES]
