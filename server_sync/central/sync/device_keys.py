"""What is kept of a key or code: its SHA-256 only, so that whoever reads the database learns none."""

from __future__ import annotations

import hashlib


def hash_of(secret: str) -> str:
    """SHA-256 of a key or code, as hexadecimal. They are long and random, so that no slower hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
