"""One way to write a value down as bytes, so that every replica computes the same hash of it.

The encoding is JSON with sorted keys, no spaces, UTF-8, and neither floats nor NaN: fractions of money travel as
decimal text, moments as ISO 8601 in UTC, identities as text. What cannot be written so has no place in a change set.
"""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

MAX_DEPTH = 30
MAX_INT = 2**53
"""Beyond it a JavaScript client would read another number than we wrote."""

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"


def encode(value: Json) -> bytes:
    """The canonical bytes. Raises TypeError for what JSON lacks, and ValueError for what no reader would take.

    That is floats, whole numbers beyond 2**53, U+0000, lone surrogates, and nesting deeper than 30. A writer finds out
    before its COMMIT; a change set that no server can read would hold up its device's log for ever.
    """
    _refuse_unreadable(value, 0)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: Json) -> str:
    """SHA-256 of the canonical bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(encode(value)).hexdigest()


def written_digest(value: Json) -> str:
    """The digest of what somebody else wrote, whatever it holds; for telling an odd body from a forged one."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _refuse_unreadable(value: Json, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ValueError("nested too deeply for a canonical form")
    match value:
        case float():
            raise ValueError("a float has no canonical form")
        case int() if abs(value) > MAX_INT:
            raise ValueError("a whole number beyond 2**53 has no canonical form")
        case str() if "\x00" in value:
            raise ValueError("U+0000 has no canonical form")
        case dict():
            for name, item in value.items():
                _refuse_unreadable(name, depth)
                _refuse_unreadable(item, depth + 1)
        case list():
            for item in value:
                _refuse_unreadable(item, depth + 1)
