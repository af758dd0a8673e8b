"""One way to write a value down as bytes, so that every replica computes the same hash of it.

The encoding is JSON with sorted keys, no spaces, UTF-8, and neither floats nor NaN: fractions of money travel as
decimal text, moments as ISO 8601 in UTC, identities as text. What cannot be written so has no place in a change set.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import TypeAlias

import orjson

MAX_DEPTH = 30
MAX_INT = 2**53
"""Beyond it a JavaScript client would read another number than we wrote."""

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

_NUL = rb"\u0000"


def encode(value: Json) -> bytes:
    """The canonical bytes. Raises TypeError for what JSON lacks, and ValueError for what no reader would take.

    That is floats, whole numbers beyond 2**53, U+0000, lone surrogates, and nesting deeper than 30. A writer finds out
    before its COMMIT; a change set that no server can read would hold up its device's log for ever.
    """
    _refuse_unreadable((value,), 0)
    try:
        written = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:  # keys of a subclass of str, or lone surrogates; of these the other one says what is wrong
        written = _slowly(value).encode()
    if _NUL in written and "\x00" in _texts(value):
        raise ValueError("U+0000 has no canonical form")
    return written


def digest(value: Json) -> str:
    """SHA-256 of the canonical bytes, as 64 hexadecimal digits."""
    return digest_of(encode(value))


def digest_of(written: bytes) -> str:
    """SHA-256 of bytes that `encode` wrote, as 64 hexadecimal digits."""
    return hashlib.sha256(written).hexdigest()


def written_digest(value: Json) -> str:
    """The digest of what somebody else wrote, whatever it holds; for telling an odd body from a forged one.

    Empty, which is nobody's digest, for what is nested deeper than anybody could have written it.
    """
    try:
        return hashlib.sha256(_slowly(value).encode("utf-8", "surrogatepass")).hexdigest()
    except RecursionError:
        return ""


def _slowly(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _refuse_unreadable(values: Iterable[Json], depth: int) -> None:
    """Walked for each value that is logged or arrives: hence by exact types first."""
    if depth > MAX_DEPTH:
        raise ValueError("nested too deeply for a canonical form")
    for value in values:
        kind = type(value)
        if kind is str or value is None or kind is bool:
            continue
        if kind is dict:
            _refuse_unreadable(value.values(), depth + 1)  # type: ignore[union-attr]  # its type was just asked for
        elif kind is list:
            _refuse_unreadable(value, depth + 1)  # type: ignore[arg-type]  # as above
        elif isinstance(value, float):
            raise ValueError("a float has no canonical form")
        elif isinstance(value, int):
            if abs(value) > MAX_INT:
                raise ValueError("a whole number beyond 2**53 has no canonical form")
        elif not isinstance(value, str):
            raise TypeError(f"{kind.__name__} has no canonical form")


def _texts(value: Json) -> str:
    """All texts in a value, names included: to tell U+0000 from somebody who wrote of it."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "".join(value) + "".join(map(_texts, value.values()))
    return "".join(map(_texts, value)) if isinstance(value, list) else ""
