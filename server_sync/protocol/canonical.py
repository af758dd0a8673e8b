"""One way to write a value down as bytes, so that every replica computes the same hash of it.

The encoding is JSON with sorted keys, no spaces, UTF-8, and neither floats nor NaN: fractions of money travel as
decimal text, moments as ISO 8601 in UTC, identities as text. What cannot be written so has no place in a change set.
"""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def encode(value: Json) -> bytes:
    """The canonical bytes. Raises ValueError for floats and lone surrogates, TypeError for what JSON lacks."""
    _refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: Json) -> str:
    """SHA-256 of the canonical bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def _refuse_floats(value: Json) -> None:
    match value:
        case float():
            raise ValueError("a float has no canonical form")
        case dict():
            for item in value.values():
                _refuse_floats(item)
        case list():
            for item in value:
                _refuse_floats(item)
